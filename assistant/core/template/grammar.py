"""The part of Liquid that a phrase may use, and nothing else.

Output, if, unless, case, for, assign, capture, comments, raw and our own ``emo``. Nothing that reads a file,
includes another template or keeps a counter. A condition that can't be decided yet, and a loop over what is unknown,
show the mark of what is missing in their place: neither branch is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING, Final, TextIO, cast

from liquid import Environment, RenderContext, Undefined
from liquid.ast import Node
from liquid.builtin import content, illegal
from liquid.builtin.output import Output, OutputNode
from liquid.builtin.tags import assign_tag, case_tag, comment_tag, for_tag, if_tag, inline_comment_tag, unless_tag
from liquid.builtin.tags.capture_tag import CaptureNode, CaptureTag
from liquid.builtin.tags.case_tag import CaseNode
from liquid.builtin.tags.for_tag import ForNode
from liquid.builtin.tags.if_tag import IfNode
from liquid.builtin.tags.unless_tag import UnlessNode
from liquid.exceptions import LiquidError, LiquidSyntaxError
from liquid.stringify import to_liquid_string
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG, Token

from assistant.core.emoticons import UNSAFE_AFTER, Emoticons, Face
from assistant.core.template.filters import MAX_TEXT
from assistant.core.template.values import Captured, Fault, Gap, Missing, Pending, TableRef, Undecided

if TYPE_CHECKING:
    from liquid.stream import TokenStream

_EMO: Final = ("emo", "表情")
BLOCKS: Final = ("if", "unless", "case", "for", "capture", "comment")
_PARTS: Final = ("elsif", "else", "when", "break", "continue", "assign", "raw", "#")
TAG_NAMES: Final = frozenset((*BLOCKS, *(f"end{name}" for name in BLOCKS), *_PARTS, *_EMO))
_TAGS: Final = (
    content.Literal,
    illegal.Illegal,
    for_tag.BreakTag,
    for_tag.ContinueTag,
    assign_tag.AssignTag,
    comment_tag.CommentTag,
    inline_comment_tag.InlineCommentTag,
)


class Page(StringIO):
    """The text as it grows: knows its gaps, keeps 旺旺 codes apart from what follows, and has an end."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[Gap] = []
        self.length = 0
        self._touchy = False

    def write(self, text: str) -> int:
        """Append ``text``."""
        if not text:
            return 0
        if self._touchy and text[0] in UNSAFE_AFTER:
            text = f" {text}"
        self._touchy = False
        self.length += len(text)
        if self.length > MAX_TEXT:
            raise Fault(f"填好的内容超过 {MAX_TEXT} 字")
        return super().write(text)

    def ask(self, missing: Missing) -> int:
        """Append the mark of a missing fact."""
        return self.paste(Captured(missing.mark, (Gap(0, len(missing.mark), missing.field),)))

    def paste(self, piece: Captured) -> int:
        """Append a captured piece with its gaps."""
        written = self.write(piece)
        start = self.length - len(piece)
        self.gaps += [Gap(start + gap.start, start + gap.end, gap.field) for gap in piece.gaps]
        return written

    def draw(self, face: Face) -> int:
        """Append an emoticon."""
        written = self.write(face.code)
        self._touchy = face.touchy or (self._touchy and not written)
        return written

    def captured(self) -> Captured:
        """The text so far as a value. What follows a value is not known yet, so a touchy end gets its space now."""
        if self._touchy:
            self.write(" ")
        return Captured(self.getvalue(), tuple(self.gaps))


class Speech(RenderContext):
    """What the nodes below need of the render context: the dialect of the program in front."""

    __slots__ = ("dialect",)

    dialect: str


class _ShowNode(OutputNode):
    """``{{ … }}``: a missing fact becomes a question, an unset variable a fault."""

    __slots__ = ()

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        value = self.expression.evaluate(context)
        page = cast("Page", buffer)
        if isinstance(value, str):  # first, because it is what nearly always comes
            return page.paste(value) if isinstance(value, Captured) else page.write(value)
        if isinstance(value, Missing):
            return page.ask(value)
        if isinstance(value, Undecided):
            return page.ask(value.missing)
        if isinstance(value, Undefined):
            raise Fault(f"变量“{value.name}”在这里还没有内容，请先用 assign 给它一个")
        if isinstance(value, TableRef):
            raise Fault(f"“{value.name}”是一张表，请写明用什么来查，例如 表.{value.name} | 查: 身高, 体重")
        return page.write(to_liquid_string(value, autoescape=False))


class _ShowTag(Output):
    node_class = _ShowNode


class _CaptureNode(CaptureNode):
    __slots__ = ()

    def _assign(self, context: RenderContext, buf: StringIO) -> None:
        context.assign(self.name, cast("Page", buf).captured())


class _CaptureTag(CaptureTag):
    node_class = _CaptureNode


def _waiting(node: Node, pending: Pending, context: RenderContext, buffer: TextIO) -> int:
    """Ask in place of a node; what it would have set waits for the same answer. Raises it on where no page is open."""
    if not isinstance(buffer, Page):
        raise pending
    for name in _set_in(node, context):
        context.assign(name, pending.missing)
    return buffer.ask(pending.missing)


def _set_in(node: Node, context: RenderContext) -> Iterator[str]:
    yield from (str(name) for name in node.template_scope())
    for child in node.children(context):
        yield from _set_in(child, context)


class _Waits(Node):
    """A block that asks, and shows nothing, while what decides about it is not known."""

    __slots__ = ()

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        try:
            return super().render_to_output(context, buffer)  # type: ignore[safe-super]  # the block's own comes next
        except Pending as pending:
            return _waiting(self, pending, context, buffer)


class _IfNode(_Waits, IfNode):
    __slots__ = ()


class _UnlessNode(_Waits, UnlessNode):
    __slots__ = ()


class _CaseNode(_Waits, CaseNode):
    __slots__ = ()


class _ForNode(_Waits, ForNode):
    __slots__ = ()


class _IfTag(if_tag.IfTag):
    node_class = _IfNode


class _UnlessTag(unless_tag.UnlessTag):
    node_class = _UnlessNode


class _CaseTag(case_tag.CaseTag):
    node_class = _CaseNode


class _ForTag(for_tag.ForTag):
    node_class = _ForNode


class EmoNode(Node):
    """``{% emo 微笑 %}``."""

    __slots__ = ("face_name",)

    def __init__(self, token: Token, face_name: str) -> None:
        super().__init__(token)
        self.face_name = face_name
        self.blank = False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Draw the emoticon in the dialect of the program in front."""
        dialect = cast("Speech", context).dialect
        return cast("Page", buffer).draw(cast("Grammar", context.env).emoticons.face(self.face_name, dialect))


class EmoTag(Tag):
    """The tag for emoticons; quotes round the name are optional."""

    block = False

    def parse(self, stream: TokenStream) -> Node:
        """Read the name. Whether it exists is a matter of proofreading."""
        token = stream.eat(TOKEN_TAG)
        if stream.current.kind != TOKEN_EXPRESSION:
            raise LiquidSyntaxError("an emoticon without a name", token=token)
        return EmoNode(token, stream.current.value.strip("\"'“”‘’ "))


class Grammar(Environment):
    """python-liquid with the tags and filters above, strict, and with limits."""

    block_nesting_limit = 10
    local_namespace_limit = 1_000_000

    def __init__(self, emoticons: Emoticons) -> None:
        self.emoticons = emoticons
        super().__init__()

    def error(self, exc: type[LiquidError] | LiquidError, msg: str | None = None, token: Token | None = None) -> None:
        """Raise ``exc``; where the mistake is the end of a tag, that tag is the place."""
        if isinstance(exc, LiquidError) and exc.token and exc.token.start_index < 0:
            exc.token = token
        super().error(exc, msg, token)

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:
        """Register what is allowed; filters are called through :func:`assistant.core.template.filters.call`."""
        del extra
        for tag in (*_TAGS, _ShowTag, _CaptureTag, _IfTag, _UnlessTag, _CaseTag, _ForTag):
            self.add_tag(tag)
        for name in _EMO:
            self.tags[name] = EmoTag(self)
