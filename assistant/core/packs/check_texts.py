"""What the check says of one wording: does the template work, which codes, words and people's data stand in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from assistant.core.emoticons import Accident
from assistant.core.errors import TemplateProblem
from assistant.core.guard.words import NOTHING, Guarded, GuardWords
from assistant.core.model import Phrase, Profile
from assistant.core.packs import check_private
from assistant.core.packs.check_rules import BY_NAME, GUARD, WORDING, Remarked
from assistant.core.pieces import Kind, Piece, Scan, scan
from assistant.core.template import context
from assistant.core.template.filling import Templates
from assistant.core.template.proofread import MAX_SOURCE
from assistant.core.template.values import Table

_BLANK: Final = "\0"  # stands in the place of signs of templates: no word goes on across it
_DAY: Final = datetime(2026, 1, 5, 10, 30)  # noqa: DTZ001  any working day
_MANY = 50  # findings in one wording that are enough
_LONGER = 4  # times that a template can grow when it is filled, as a rule
_NOTED = 20  # characters of a word in a sentence
_SIGNS = 4096  # signs of templates whose verdict is kept
_UNKNOWN: Final = {"字段": "field", "表格": "table", "表情": "emoticon"}
_SEEN_IN: Final = {"wangwang": "旺旺", "wechat": "微信", "qq": "QQ", "douyin": "抖音"}
_NO_PLACE: Final[tuple[int, int]] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What phrases are checked against.

    ``words`` are the guard's, ``wording`` is the list of wordings that could be kinder. ``fold`` gives the form in
    which texts are compared. ``tables`` are those that there are, None where nobody knows; ``has_file`` tells whether
    the content of a hash is there. ``targets`` are the chat programs that phrases are meant for, all of them by
    default; ``fine`` are texts that are not taken for somebody's data, such as the return address of the shop.
    ``without`` are names of rules that are left out.
    """

    templates: Templates
    words: GuardWords = NOTHING
    wording: GuardWords = NOTHING
    fold: Callable[[str], str] = str
    today: date | None = None
    tables: Mapping[str, Table] | None = None
    has_file: Callable[[str], bool] | None = None
    targets: Sequence[Profile] = ()
    all_targets: bool = True
    fine: Collection[str] = field(default=(), repr=False)
    without: frozenset[str] = frozenset()

    @property
    def platform(self) -> frozenset[str]:
        """The names that the chat programs go by for which words count; none: all."""
        if self.all_targets:
            return frozenset()
        return frozenset(name for one in self.targets for name in (one.name, one.dialect, *one.name.split("_")))


class TextCheck:
    """Checks wordings one after the other; what it learns of one it remembers for the next."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._platform = ground.platform
        self._emoticons = ground.templates.emoticons
        limits = [target for target in ground.targets if target.max_length]
        self._limit = min(limits, key=lambda target: target.max_length, default=None)
        self._sound = lru_cache(maxsize=_SIGNS)(self._is_sound)
        self._words = _both(ground.words, ground.wording)
        self._trial = context.sample(_DAY, ground.tables)

    def remarks(self, phrase: Phrase) -> Iterator[Remarked]:
        """Everything about the wordings, and the data of people in title and note."""
        for number, variant in enumerate(phrase.variants):
            for rule, span, sentence, suggestion in self._wording(variant.text):
                yield Remarked(rule, phrase.id, sentence, number, *span, suggestion)
        for name, text in (("标题", phrase.title), ("备注", phrase.note)):
            for one in check_private.found(text, self._ground.fine):
                sentence = f"{name}里有{BY_NAME[one.rule].label}（{one.masked}）。"
                yield Remarked(one.rule, phrase.id, sentence)

    def _wording(self, source: str) -> Iterator[tuple[str, tuple[int, int], str, str]]:
        seen = scan(source)
        told = 0
        for found in (self._template(source, seen), self._length(source), self._said(source, seen)):
            for one in found:
                told += 1
                if told > _MANY:
                    return
                yield one

    # --- the template

    def _template(self, source: str, seen: Scan) -> Iterator[tuple[str, tuple[int, int], str, str]]:
        if self._works(source, seen):
            return
        for problem in self._problems(source):
            span = problem.span or _line(source, problem.line)
            suggestion = problem.instead or ""
            yield _UNKNOWN.get(problem.unknown, "template"), _within(span, source), f"{problem.reason}。", suggestion

    def _problems(self, source: str) -> list[TemplateProblem]:
        return self._ground.templates.problems(source, self._ground.tables)

    def _works(self, source: str, seen: Scan) -> bool:
        """Whether it is surely right: plain text, with fields and emoticons that are right each for itself."""
        if len(source) > MAX_SOURCE or "\r" in source:
            return False
        signs = [piece for piece in seen.pieces if piece.kind is not Kind.FILTER]
        return all(piece.kind in (Kind.FIELD, Kind.EMO) and self._sound(_cut(source, piece)) for piece in signs)

    def _is_sound(self, sign: str) -> bool:
        return not self._problems(sign)

    def _length(self, source: str) -> Iterator[tuple[str, tuple[int, int], str, str]]:
        target = self._limit
        if target is None or len(source) * _LONGER <= target.max_length:
            return
        try:
            count = len(self._ground.templates.render(source, self._trial, target.dialect).text)
        except TemplateProblem:
            return
        if count > target.max_length:
            sentence = f"填好后约有 {count} 个字，{target.label}一条最多 {target.max_length} 个字，请拆成几条。"
            yield "too-long", _NO_PLACE, sentence, ""

    # --- what a buyer would read

    def _said(self, source: str, seen: Scan) -> Iterator[tuple[str, tuple[int, int], str, str]]:
        text = _readable(source, seen)
        yield from self._codes(text)
        for word in self._words.found(text, self._platform):
            yield _ruled(word.category), (word.start, word.end), _about(word), word.instead
        for one in check_private.found(text, self._ground.fine):
            sentence = f"有{BY_NAME[one.rule].label}（{one.masked}），请确认不是某位买家的。"
            yield one.rule, (one.start, one.end), sentence, one.masked

    def _codes(self, text: str) -> Iterator[tuple[str, tuple[int, int], str, str]]:
        accidents = list(self._emoticons.accidents(text))
        if not accidents:
            return
        meant = {(code.start, code.end) for code in self._emoticons.codes(text)}
        for one in accidents:
            yield _face(text, one, meant=(one.start, one.end) in meant)


def _both(words: GuardWords, wording: GuardWords) -> GuardWords:
    """One list, so that of two words that overlap the longer one is told; the guard's keep their categories."""
    told = {word.text: replace(word, category=f"{WORDING}{word.category}") for word in wording.words}
    return GuardWords((told | {word.text: word for word in words.words}).values())


def _ruled(category: str) -> str:
    """The rule for words of a category; words of none that is known are the shop's own."""
    names = (category, f"{GUARD}{category}") if category.startswith(WORDING) else (f"{GUARD}{category}",)
    return next((name for name in names if name in BY_NAME), f"{GUARD}own")


def _face(text: str, one: Accident, *, meant: bool) -> tuple[str, tuple[int, int], str, str]:
    code, program = text[one.start : one.end], _SEEN_IN[one.dialect]
    tag = f"{{% emo {one.name} %}}"
    if meant:
        sentence = f"“{code}”是{program}的表情代码，在别的程序里只会显示成文字。"
    else:
        sentence = f"“{code}”在{program}里会变成表情“{one.name}”；本来是文字就换个写法。"
    return "face-code" if meant else "face-accident", (one.start, one.end), sentence, tag


def _about(word: Guarded) -> str:
    return f"“{word.word[:_NOTED]}”：{word.why}。"


def _readable(source: str, seen: Scan) -> str:
    """What stands there as it is, each character in its place; blanks for the signs of the template."""
    parts: list[str] = []
    at = 0
    for first, last in seen.plain:
        parts += (_BLANK * (first - at), source[first:last])
        at = last
    parts.append(_BLANK * (len(source) - at))
    return "".join(parts)


def _cut(source: str, piece: Piece) -> str:
    return source[piece.start : piece.end]


def _within(span: tuple[int, int], source: str) -> tuple[int, int]:
    start = min(max(span[0], 0), len(source))
    return start, min(max(span[1], start), len(source))


def _line(source: str, line: int) -> tuple[int, int]:
    """Where the line, counted from 1, starts and ends; everything for 0."""
    if line < 1:
        return 0, len(source)
    before = source.split("\n")[: line - 1]
    start = sum(map(len, before)) + len(before)
    end = source.find("\n", start)
    return start, end if end >= 0 else len(source)
