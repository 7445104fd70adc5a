"""What the guard finds by reading the reply: what was left open, too long, or should not be said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from assistant.core.emoticons import UNSAFE_AFTER, Code, Face
from assistant.core.guard.case import Case, Edit, Fix, Hit, Span
from assistant.core.guard.words import Guarded
from assistant.core.pieces import scan
from assistant.core.template import facts

_MOST = 12  # findings of one rule that anybody reads
_MARK: Final = re.compile(r"〔(?!\d+〕)[^〔〕\n]{1,40}〕")
_SIGN: Final = re.compile(
    r"\{\{[^{}\n]{0,60}(?:\}\})?|\{%(?:[^{}%\n]|%(?!\})){0,60}(?:%\})?|\}\}|%\}|\$\{[^{}\n]{0,60}\}"
)
_NAMES: Final = frozenset(facts.NAMES) | {"姓名", "名字", "单号", "店名", "商品名称", "收货信息", "某某", "客户"}
_BLANK_NAME: Final = re.compile(r"[【\[［]\s{0,3}([^【】\[\]［］\s]{1,12})\s{0,3}[】\]］]")
_ANYBODY: Final = re.compile(r"[xX×]{2,}|[oO○]{2,}|请?(?:输入|填写|填入|替换).{0,8}")
_GOES_ON: Final = re.compile(r"\s{0,2}(?:$|[，。！？、；,!?;~～)）]|您|你|亲|先生|女士|的|已|将)")
_ASKS: Final = re.compile(r"提供|填写|告诉|告知|报一下|备注|格式|发给?我|发一下|发下|如下|以下")
_PICTURE: Final = (
    "[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55\u231a\u231b\u23e9-\u23fa][\ufe0f\U0001f3fb-\U0001f3ff]{0,2}"
)
_EMOJI: Final = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|{_PICTURE}(?:\u200d{_PICTURE}){{0,4}}")
_UNSAID: Final = ("input.", "clipboard", "now", "order.memo", "order.buyer_message")
_UNKNOWN: Final = frozenset(("fallback", "web", "practice"))  # profiles that say nothing about what is drawn


def empty(case: Case) -> Iterator[Hit]:
    """Nothing to paste."""
    if not case.text.strip():
        yield Hit("这条话术填好以后是空的，没有可发的内容。")


def unfilled(case: Case) -> Iterator[Hit]:
    """Marks, signs of templates, and names in brackets where a value should stand."""
    text = case.text
    if spans := sorted((*_marks(case), *_blanks(text))):
        named = "、".join(dict.fromkeys(_short(text[first:last]) for first, last in spans[:_MOST]))
        yield Hit(f"还有没填好的地方：{named}。请返回补上，或先改好话术。", tuple(spans))


def _marks(case: Case) -> Iterator[Span]:
    """Marks of missing facts and signs of templates, but not those that the phrase means word for word.

    A phrase may have 〔包邮〕 as a heading, and so may the name of an article; it never means 〔订单号〕.
    """
    written = [case.source[first:last] for first, last in scan(case.source).plain]
    names = _called(case)
    for hit in _MARK.finditer(case.text):
        meant = any(hit[0] in part for part in written) or _named(case.text, names, hit.span())
        if hit[0][1:-1] in _NAMES or not meant:
            yield hit.span()
    for hit in _SIGN.finditer(case.text):
        if hit[0].startswith("$") or not any(hit[0] in part for part in written):  # the others only stand in raw
            yield hit.span()


def _blanks(text: str) -> Iterator[Span]:
    """Names in brackets with no value after them, unless the buyer is being asked for several."""
    if _ASKS.search(_BLANK_NAME.sub("", text)):
        return
    for hit in _BLANK_NAME.finditer(text):
        if (hit[1] in _NAMES or _ANYBODY.fullmatch(hit[1])) and _GOES_ON.match(text, hit.end()):
            yield hit.span()


def words(case: Case) -> dict[str, list[Hit]]:
    """What the list of words says, by category. What an order or the shop calls its things is left alone."""
    names = _called(case)
    by_word: dict[str, dict[str, list[Guarded]]] = defaultdict(lambda: defaultdict(list))
    for found in case.rules.words.found(case.text, case.platform):
        if not _named(case.text, names, (found.start, found.end)):
            by_word[found.category][found.word].append(found)
    return {category: [_word(case.text, some) for some in all_.values()][:_MOST] for category, all_ in by_word.items()}


def _word(text: str, some: list[Guarded]) -> Hit:
    first = some[0]
    fix = None
    if first.instead:
        edits = tuple(Edit(found.start, found.end, first.instead) for found in some)
        fix = Fix(f"改成“{first.instead}”", edits)
    spans = tuple((found.start, found.end) for found in some)
    return Hit(f"“{_short(text[first.start : first.end])}”：{first.why}。", spans, fix)


def _called(case: Case) -> list[str]:
    """What the order and the shop call people and things."""
    return [value for path, value in case.facts.items() if len(value) > 1 and not path.startswith(_UNSAID)]


def _named(text: str, names: list[str], span: Span) -> bool:
    """Whether the stretch is a part of one of the names where it stands."""
    start, end = span
    for name in names:
        place = text.find(name, max(0, end - len(name)), start + len(name))
        if 0 <= place <= start:
            return True
    return False


def too_long(case: Case) -> Iterator[Hit]:
    """More characters than the program takes."""
    profile = case.target.profile
    limit, count = profile.max_length, len(case.text)
    if limit and count > limit:
        yield Hit(f"回复有 {count} 个字，{profile.label}一条最多 {limit} 个字。", ((limit, count),))


def faces(case: Case) -> Iterator[Hit]:
    """More emoticons than the program takes."""
    profile = case.target.profile
    limit = profile.max_emoticons
    if not limit:
        return
    spans = [hit.span() for hit in _EMOJI.finditer(case.text)]
    if case.emoticons:
        spans += [(code.start, code.end) for code in case.emoticons.codes(case.text) if profile.dialect in code.names]
    spans.sort()
    if len(spans) > limit:
        edits = tuple(Edit(first, last, "") for first, last in spans[limit:])
        sentence = f"有 {len(spans)} 个表情，{profile.label}一条最多 {limit} 个。"
        yield Hit(sentence, tuple(spans[limit:]), Fix("去掉多的表情", edits))


def codes(case: Case) -> Iterator[Hit]:
    """Codes of other programs, which this one shows as they are written."""
    profile = case.target.profile
    if case.emoticons is None or profile.name in _UNKNOWN:
        return
    foreign: dict[str, list[Code]] = defaultdict(list)
    for code in case.emoticons.codes(case.text):
        if profile.dialect not in code.names:
            foreign[case.text[code.start : code.end]].append(code)
    for written, some in list(foreign.items())[:_MOST]:
        name = next(iter(some[0].names.values()))
        face = case.emoticons.face(name, profile.dialect)
        edits = tuple(Edit(code.start, code.end, _before(face, case.text[code.end :])) for code in some)
        spans = tuple((code.start, code.end) for code in some)
        sentence = f"“{written}”在{profile.label}里只会显示成文字，不是表情。"
        yield Hit(sentence, spans, Fix("换成这里的表情" if face.code else "去掉它", edits))


def _before(face: Face, rest: str) -> str:
    """The code, kept apart from what follows if that would be read as a part of it."""
    return f"{face.code} " if face.touchy and rest[:1] in UNSAFE_AFTER and rest else face.code


def _short(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:23]}…"
