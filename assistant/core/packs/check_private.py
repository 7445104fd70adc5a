"""Personal data that was left in a phrase: numbers and addresses of people, each with a masked form of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from assistant.core.guard import facts

_IDENTITY: Final = re.compile(r"(?<![0-9A-Za-z])\d{6}(?:18|19|20)\d{9}[0-9Xx](?![0-9A-Za-z])")
_LONG: Final = re.compile(r"(?<![0-9A-Za-z.])\d(?:[ \-]?\d){14,18}(?![0-9A-Za-z])")
_ORDER: Final = re.compile(
    r"(?:订单编?号|订单|单号|运单号?|快递号|物流号)[码是为：:\s#]{0,4}(?P<number>[A-Za-z]{0,4}\d{9,24})(?![0-9A-Za-z])"
)
_BARE: Final = re.compile(r"(?<![0-9A-Za-z])(?:\d{18,19}|(?:SF|YT|ZTO|STO|JDV?|EMS)\d{10,15})(?![0-9A-Za-z])")
_MAIL: Final = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,60}){1,4}", re.ASCII
)
_ACCOUNT: Final = re.compile(
    r"\b(?P<c>wxid_[0-9a-z]{6,22})"
    r"|(?:微信号?|wechat|weixin|wx|vx|v信|薇信)[是为：:\s]{0,4}(?P<a>[A-Za-z][\w-]{5,19})(?![\w-])"
    r"|(?:qq|扣扣|企鹅)(?:群|号)?[是为：:\s]{0,4}(?P<b>[1-9]\d{4,10})(?!\d)",
    re.IGNORECASE | re.ASCII,
)
_DIGITS: Final = re.compile(r"\d(?:[\s\-‐–()（）]{0,3}\d){6}")  # without so many there is no number of anybody
_DOOR: Final = re.compile(r"\d(?:号|弄|栋|幢|单元|室)")
_NAMED: Final = re.compile(r"[A-Za-z_]\w{5}|[1-9]\d{4}", re.ASCII)  # what an account looks like
_BANKS: Final = ("62", "4", "51", "52", "53", "54", "55", "34", "37", "35", "60")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SUMS: Final = "10X98765432"
_NETWORK: Final = re.compile(r"[微薇vV]信|[wW][xXeE]|[vV][xX]|[qQ]{2}|扣扣|企鹅")
_MOST = 50  # places in one text that are enough


@dataclass(frozen=True, slots=True)
class Personal:
    """A place with personal data, by the name of its rule; ``masked`` hides what tells."""

    rule: str
    start: int
    end: int
    masked: str = field(repr=False)


def found(text: str, fine: Collection[str] = ()) -> Iterator[Personal]:
    """Personal data in ``text`` from left to right; of two that overlap the more telling one.

    ``fine`` are texts that may stand there, such as the shop's own return address.
    """
    seen = list(_all(text))
    if not seen:
        return
    taken = [(at, at + len(part)) for part in fine if part for at in _places(text, part)]
    told: list[Personal] = []
    for one in seen:
        if not any(start < one.end and one.start < end for start, end in taken):
            taken.append((one.start, one.end))
            told.append(one)
    yield from sorted(told, key=lambda one: one.start)[:_MOST]


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


def _all(text: str) -> Iterator[Personal]:
    """The surest first, since later ones may be parts of them."""
    numbers = _DIGITS.search(text) is not None
    if numbers:
        yield from _numbers(text)
    if "@" in text:
        for hit in _MAIL.finditer(text):
            yield _hidden("private-mail", text, (hit.start(), hit.start() + hit[0].index("@")), (1, 0), hit.end())
    if _NAMED.search(text) and _NETWORK.search(text):
        for hit in _ACCOUNT.finditer(text):
            yield _hidden("private-account", text, hit.span(hit.lastgroup or 0), (2, 0))
    if numbers:
        for hit in facts.PHONE.finditer(text):
            start, end = hit.span("number")
            yield Personal("private-phone", start, end, facts.masked(text[start:end]))
    if _DOOR.search(text):
        for hit in facts.ADDRESS.finditer(text):
            start, end = facts.place_only(text, hit.span())
            yield Personal("private-address", start, end, facts.vague(text[start:end]))


def _numbers(text: str) -> Iterator[Personal]:
    for hit in _IDENTITY.finditer(text):
        if is_identity(hit[0]):
            yield _hidden("private-identity", text, hit.span(), (6, 4))
    for hit in _LONG.finditer(text):
        if is_bank_card(hit[0]):
            yield _hidden("private-bank", text, hit.span(), (4, 4))
    for pattern, group in ((_ORDER, "number"), (_BARE, 0)):
        for hit in pattern.finditer(text):
            yield _hidden("private-order", text, hit.span(group), (0, 4))


def _hidden(rule: str, text: str, span: tuple[int, int], shown: tuple[int, int], end: int = 0) -> Personal:
    """``span`` wiped out but for so many characters ``shown`` at its start and end; the place goes on to ``end``."""
    (start, last), (head, tail) = span, shown
    inner = text[start + head : last - tail]
    wiped = re.sub(r"[^\s-]", "*", inner)
    end = max(end, last)
    return Personal(rule, start, end, text[start : start + head] + wiped + text[last - tail : end])


def is_identity(number: str) -> bool:
    """Whether 18 characters are a number of a Chinese identity card: its birthday exists, its last sign fits."""
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(sign) for weight, sign in zip(_WEIGHTS, number, strict=False))
    return _SUMS[total % 11] == number[17].upper()


def is_bank_card(number: str) -> bool:
    """Whether 15 to 19 digits, perhaps in groups, are a card number by its beginning and its check digit."""
    digits = [int(sign) for sign in number if sign.isdigit()]
    plain = "".join(map(str, digits))
    if not plain.startswith(_BANKS):
        return False
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[-2::-2]]
    return (sum(doubled) + sum(digits[-1::-2])) % 10 == 0
