"""The numbers of an order text: phones of all kinds, order numbers, postcodes, the four digits in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

CUT: Final = "\n"  # stands where a number was taken out of a line
_EXTENSION: Final = (
    r"(?:[ ]?-[ ]?(?P<dash{n}>\d{{3,5}})(?![\d-])"
    r"|[ ,，]?[(（]?[ ]?(?:转接?|分机号?|ext\.?|#)[:： ]?(?P<turn{n}>\d{{1,6}})(?!\d)[)）]?)?"
)
_HIDDEN: Final = "*xX•●"
_PHONE: Final = re.compile(
    r"(?<![\dA-Za-z_*.-])(?:"
    rf"(?:(?:\+|00)?86[- ]{{0,2}})?(?P<mobile>1[3-9]\d(?:[ -]?\d{{4}}){{2}}|"
    rf"(?=[\d{_HIDDEN}]{{5,12}}(?![\d{_HIDDEN}]))1[3-9]\d?[{_HIDDEN}]{{3,8}}\d{{0,4}})(?![\d*]){_EXTENSION.format(n=1)}"
    rf"|(?P<hot>400[- ]?\d{{3}}[- ]?\d{{4}}|400\d-\d{{3}}-\d{{3}}|950\d{{7,11}})(?!\d){_EXTENSION.format(n=2)}"
    r"|(?P<virtual>0\d{10})(?=[ ]?[(（]虚拟号[)）])"
    rf"|(?:(?:\+|00)?86[- ])?(?P<land>[(（]?0\d{{2,3}}[)）]?[- ]?\d{{7,8}})(?!\d){_EXTENSION.format(n=3)}"
    r")(?:[ ]?[(（](?:虚拟号|隐私号|虚拟号码)[)）])?"
)
_ORDER_ID: Final = re.compile(r"(?<![\dA-Za-z.-])(?:\d{6}-\d{15}|[1-9]\d{15,18})(?![\dXx-])")
_FIRST_ID: Final = re.compile(r"\s*(\d{10,15})\s*[,，;；\t]")
_TOLD_ID: Final = re.compile(r"[#＃]?[ ]?((?:\d{6}-\d{15}|[A-Za-z]{0,4}\d{6,22}))(?![\d-])")
_ZIP: Final = re.compile(
    r"(?:^|(?<=[\s,，;；]))[(（]?(?P<apart>\d{6})[)）]?(?=\s{0,4}(?:$|[,，;；]|(?<=\d)\s))|[(（](?P<bracketed>\d{6})[)）]\s{0,4}$"
    r"|^(?P<before>\d{6})(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?P<behind>\d{6})\s{0,4}$"
)
_CARD_SUFFIX: Final = re.compile(r"\s{0,4}[\[【](\d{4})[\]】]")
_BORN: Final = re.compile(r"\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}")
_CHECKS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
NO_ZIP: Final = "000000"


@dataclass(frozen=True, slots=True)
class Phone:
    """Digits, or digits with ``*`` where they are hidden, and the extension of a virtual number."""

    number: str = field(repr=False)
    ext: str = field(default="", repr=False)
    mobile: bool = True

    def like(self, other: Phone) -> bool:
        """Whether both can be the same phone, one of them masked or not."""
        one, two = self.number, other.number
        if len(one) != len(two):
            return "*" in one + two and one[:3] == two[:3] and one[-4:] == two[-4:]
        return all(a == b or "*" in (a, b) for a, b in zip(one, two, strict=True))


def phones(line: str) -> tuple[list[Phone], str]:
    """The phones of a line, and the line with ``CUT`` in their places."""
    found: list[Phone] = []

    def take(match: re.Match[str]) -> str:
        number = match["mobile"] or match["virtual"] or match["hot"] or match["land"]
        masked = re.sub(f"[{_HIDDEN}]", "*", number)
        ext = next((match[name] for name in _EXTENSIONS if match[name]), "")
        found.append(Phone(re.sub(r"[^\d*]", "", masked), ext, not match["land"]))
        return CUT

    return found, _PHONE.sub(take, line)


_EXTENSIONS: Final = tuple(f"{name}{n}" for n in (1, 2, 3) for name in ("dash", "turn"))


def order_ids(line: str) -> tuple[list[str], str]:
    """What can only be order numbers, and the line with ``CUT`` in their places."""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        if not _personal(match[0]):
            found.append(match[0])
        return CUT

    return found, _ORDER_ID.sub(take, line)


def first_id(line: str) -> tuple[str, str]:
    """A shorter number at the very start of a card, where order numbers stand, and the rest of the line."""
    found = _FIRST_ID.match(line)
    if not found or _PHONE.fullmatch(found[1]):
        return "", line
    return found[1], line[found.end() :]


def told_id(value: str) -> tuple[str, str]:
    """The order number behind its label, and what else stands there; "" when there is none."""
    found = _TOLD_ID.match(value)
    return (found[1], value[found.end() :]) if found else ("", value)


def postcode(piece: str) -> tuple[str, str]:
    """A postcode at either end, and the piece without it."""
    for found in _ZIP.finditer(piece):
        at_start, at_end = not piece[: found.start()].strip(" ,，"), not piece[found.end() :].strip(" ,，)）")
        if at_start or at_end:
            return found[found.lastgroup or 0], piece[: found.start()] + piece[found.end() :]
    return "", piece


def card_suffix(line: str) -> tuple[str, str]:
    """The four digits in brackets that couriers ask for, and the line with ``CUT`` in their places."""
    found = _CARD_SUFFIX.search(line)
    return (found[1], _CARD_SUFFIX.sub(CUT, line)) if found else ("", line)


def _personal(digits: str) -> bool:
    """Whether a long number is that of a person or of a bank card, by its check digit."""
    if len(digits) == 18 and _BORN.fullmatch(digits):
        return "10X98765432"[sum(int(d) * w for d, w in zip(digits, _CHECKS, strict=False)) % 11] == digits[-1]
    if digits.startswith("62") and digits.isdigit():
        doubled = [int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits))]
        return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0
    return False
