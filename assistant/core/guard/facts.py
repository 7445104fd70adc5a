"""What the guard finds about people: another buyer's order, a full phone number, a full address.

A phone or an address may go out whole where the phrase asks for it on purpose: its template writes that very field
without a filter that hides it, or has it in its own words, or the shop has set it as its own (the return address).
One that came in by any other way, such as the clipboard or the buyer's message, is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from assistant.core import nicks
from assistant.core.guard.case import Case, Edit, Fix, Hit, Span
from assistant.core.pieces import Kind, scan
from assistant.core.template.facts import canonical

_APART: Final = r"[\s\-‐–]{0,2}"
_EXTENSION: Final = r"(?:(?:-|－|转|,|，|#|\s转)\s{0,2}\d{1,6}(?!\d))?"
PHONE: Final = re.compile(
    rf"(?<![\dA-Za-z=/*])(?:(?:\+|00)?86{_APART})?"
    rf"(?P<number>1[3-9]\d{_APART}\d{{4}}{_APART}\d{{4}}|[（(]0\d{{2,3}}[)）]\s?\d{{7,8}}|0\d{{2,3}}[\s\-‐–]\d{{7,8}}|0\d{{9,11}})"
    rf"(?![\d*]){_EXTENSION}"
)
_PLACE: Final = r"(?:路|街|大道|巷|弄|胡同|村|小区|花园|苑|大厦|广场|公寓|镇|街道|社区|新村|家园)"
_DOOR: Final = r"(?:号楼|号(?![码链线店款色牌机令])|弄|栋|幢|单元|室)"
ADDRESS: Final = re.compile(
    rf"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9]{{1,30}}?{_PLACE}[\u4e00-\u9fffA-Za-z0-9\-（）()]{{0,14}}?\d{{1,5}}(?:-\d{{1,5}}){{0,3}}{_DOOR}"
    rf"(?:[\u4e00-\u9fffA-Za-z0-9\-（）()]{{0,14}}?\d{{1,5}}(?:-\d{{1,5}}){{0,3}}{_DOOR}){{0,3}}"
)
_LEADING: Final = re.compile(r".{0,8}?(?:[寄发送退]到|[寄发送退][往至回]|地址[是为]?|收货)")
_NUMBERS: Final = re.compile(r"\d+(?:-\d+)*(?=号|弄|栋|幢|单元|室|楼|座)")
_WIPED: Final = "*"
_SHORTEST_PHONE, _SHORTEST_ADDRESS = 7, 4  # characters that tell
_PHONES, _ADDRESSES = ("receiver.phone",), ("receiver.address", "receiver.street")
_MASKS: Final = ("mask", "隐藏", "打码", "tail", "尾号")
_OWN: Final = ("shop.", "agent.")


def buyer(case: Case) -> Iterator[Hit]:
    """The order belongs to somebody else than the one in front."""
    theirs = case.order.nick if case.order else ""
    here = case.target.buyer
    if theirs and here and not nicks.same(theirs, here):
        spans = tuple(span for name in (theirs, here) for span in _places(case.text, name))
        sentence = f"用到的订单是买家“{theirs}”的，眼前的对话是“{here}”。"
        yield Hit(sentence, tuple(sorted(set(spans))), versus=(theirs, here))


def phone(case: Case) -> Iterator[Hit]:
    """Numbers that somebody could be called by."""
    known = _values(case, _PHONES)
    meant = _meant(case, _PHONES, known, PHONE)
    spans = [hit.span("number") for hit in PHONE.finditer(case.text)]
    spans += (span for value in known if len(value) >= _SHORTEST_PHONE for span in _places(case.text, value))
    if told := _outside(case.text, spans, meant):
        edits = tuple(Edit(first, last, masked(case.text[first:last])) for first, last in told)
        yield Hit("有完整的电话号码，请先核对。", told, Fix("隐藏中间几位", edits))


def address(case: Case) -> Iterator[Hit]:
    """Where somebody lives, down to the door."""
    known = _values(case, _ADDRESSES)
    meant = _meant(case, _ADDRESSES, known, ADDRESS)
    spans = [place_only(case.text, hit.span()) for hit in ADDRESS.finditer(case.text)]
    spans += (span for value in known if len(value) >= _SHORTEST_ADDRESS for span in _places(case.text, value))
    if told := _outside(case.text, spans, meant):
        edits = tuple(Edit(first, last, vague(case.text[first:last])) for first, last in told)
        yield Hit("有完整的地址，请先核对。", told, Fix("隐藏门牌号", edits))


def place_only(text: str, span: Span) -> Span:
    """Without the words before it that say what is to be sent there."""
    leading = _LEADING.match(text, *span)
    return (leading.end(), span[1]) if leading and leading.end() < span[1] else span


def _values(case: Case, paths: Iterable[str]) -> list[str]:
    """What is known under these paths, of the order and of what the reply was filled from; whole, not masked."""
    order = case.order.get if case.order else lambda _: ""
    found = (value for path in paths for value in (order(path), case.facts.get(path, "")))
    return [value for value in dict.fromkeys(found) if value.strip() and _WIPED not in value]


def _meant(case: Case, paths: tuple[str, ...], known: list[str], shape: re.Pattern[str]) -> list[str]:
    """What may stand in the reply as it is."""
    shop = [value for path, value in case.facts.items() if path.startswith(_OWN)]
    plain = [case.source[first:last] for first, last in scan(case.source).plain]
    written = [hit[0] for text in plain for hit in shape.finditer(text)]
    asked = known if any(path in paths for path in _written(case.source)) else []
    return [text for text in (*shop, *written, *asked) if text]


def _written(source: str) -> Iterator[str]:
    """Paths of the fields that the template writes out as they are."""
    for piece in scan(source).pieces:
        if piece.kind is Kind.FIELD:
            inside = source[piece.start + 2 : piece.end - 2].strip("- \t\n")
            name, _, filters = inside.partition("|")
            path = canonical(name.strip())
            if path and not any(mask in filters for mask in _MASKS):
                yield path


def _places(text: str, part: str) -> Iterator[Span]:
    for hit in re.finditer(re.escape(part), text):
        yield hit.span()


def _outside(text: str, spans: Iterable[Span], meant: Iterable[str]) -> tuple[Span, ...]:
    """The spans in their order, joined where they overlap, without those that touch what may stand there."""
    fine = [place for part in meant for place in _places(text, part)]
    left: list[Span] = []
    for first, last in sorted(set(spans)):
        if any(first < end and start < last for start, end in fine):
            continue
        if left and first < left[-1][1]:
            left[-1] = left[-1][0], max(last, left[-1][1])
        else:
            left.append((first, last))
    return tuple(left)


def masked(number: str) -> str:
    """The first three digits of a long number and the last four, of a short one the last two."""
    digits = [place for place, sign in enumerate(number) if sign.isdigit()]
    head, tail = (3, 4) if len(digits) >= 10 else (0, 2)
    hidden = set(digits[head : len(digits) - tail])
    return "".join(_WIPED if place in hidden else sign for place, sign in enumerate(number))


def vague(place: str) -> str:
    """Without the numbers of house and door; without its second half where it has none."""
    vague = _NUMBERS.sub("**", place)
    return vague if vague != place else place[: len(place) // 2] + "****"
