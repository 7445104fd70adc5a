"""Cells of order tables cleaned: one function a kind of value. Each gives "" for a cell that tells nothing."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

_NOTHING: Final = frozenset(("-", "--", "—", "/", "\\n", "无", "暂无", "null", "none", "nan", "#n/a", "n/a"))
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\u200b-\u200f\u2028-\u202e\u2066-\u2069]")
_BLANKS: Final = re.compile(r"\s+")
_LOST: Final = re.compile(r"-?\d(?:\.\d+)?[eE]\+?\d{1,3}", re.ASCII)
_WHOLE: Final = re.compile(r"(\d{1,15})\.0+", re.ASCII)
_ORDER_ID: Final = re.compile(r"(?=[^\d]*\d)[0-9A-Za-z][0-9A-Za-z_-]{0,63}")
_MONEY: Final = re.compile(r"(-?)(\d{1,12})(?:\.(\d{1,20}))?", re.ASCII)
_TIME: Final = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]*(\d{1,2})[:：时](\d{1,2})分?(?:[:：](\d{1,2})(?:\.\d+)?)?秒?)?"
)
_SERIAL: Final = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_SERIALS: Final = range(36_526, 73_051)  # the days of 2000 to 2099
_MOBILE: Final = re.compile(r"(?:\+?86|0086)?[- ]?(1[3-9][\d*]{9})(?:[-,，转# ]+(\d{1,6}))?", re.ASCII)
_ADDRESS_END: Final = re.compile(r"\s*(?:[（(](\d{6})[)）]|\[\d{4}\]|【\d{4}】)$")
_ENDS: Final = (")", "）", "]", "】")
_NAME_END: Final = re.compile(r"\s*(?:\[\d{4}\]|【\d{4}】)$")
_COURIER: Final = re.compile(
    r"\s*([^\d\s;；,，:：-]*[^\d\s;；,，:：A-Za-z-])?[\s:：,，-]*([A-Za-z]{0,6}\d[0-9A-Za-z]{6,30})?"
)
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001  # tables know no time zone
_LONGEST: Final = 4000  # characters of a cell


def _neat(cell: str) -> bool:
    """Whether nothing has to be taken away, as with most cells: looked at first, for there are millions of them."""
    return cell.isprintable() and cell[0] not in " ='" and cell[-1] != " " and len(cell) <= _LONGEST


def text(cell: str) -> str:
    """What a cell says, without what spreadsheets and exports put round it. Line breaks inside stay."""
    if cell and _neat(cell):
        return cell
    value = cell.strip()
    if not value:
        return ""
    if value[0] == "=" and value[1:2] == '"':
        value = value[2:].removesuffix('"').strip()
    if value[:1] == "'":
        value = value[1:].strip()
    if not value.isprintable():
        value = _CONTROL.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return value[:_LONGEST]


def words(cell: str) -> str:
    """Text where a dash or the like means that there is none."""
    value = text(cell)
    return "" if len(value) < 6 and value.casefold() in _NOTHING else value


def line(cell: str) -> str:
    """Such text in one line."""
    if len(cell) > 5 and _neat(cell):
        return cell
    value = words(cell)
    return value if value.isprintable() else _BLANKS.sub(" ", value)


def nick(cell: str) -> str:
    """A buyer's name on the platform; people are called by all sorts of words."""
    value = text(cell)
    return value if value.isprintable() and "  " not in value else _BLANKS.sub(" ", value)


def name(cell: str) -> str:
    """A receiver without the four digits that platforms append."""
    value = line(cell)
    return _NAME_END.sub("", value) if value[-1:] in ("]", "】") else value


def lost(cell: str) -> bool:
    """Whether a number was rounded by a spreadsheet (``3.5E+18``): its last digits are gone for good."""
    return _LOST.fullmatch(text(cell)) is not None


def identifier(cell: str) -> str:
    """A number as it was written; "" for one that lost digits."""
    value = line(cell)
    if value == "0" or _LOST.fullmatch(value):
        return ""
    whole = _WHOLE.fullmatch(value)
    return whole[1] if whole else value


def order_id(cell: str) -> str:
    """An order number; "" for what cannot be one."""
    if 1 < len(cell) < 40 and cell.isascii() and cell.isdigit():
        return cell
    value = identifier(cell)
    return value if value.isascii() and _ORDER_ID.fullmatch(value) else ""


def tracking(cell: str) -> str:
    """A tracking number; of several the first."""
    if 9 < len(cell) < 40 and cell.isascii() and cell.isalnum():
        return cell
    value = identifier(cell)
    if value[:3].casefold() in ("no:", "no："):
        value = value[3:]
    return re.split(r"[\s;；,，]", value.strip(), maxsplit=1)[0]


def money(cell: str) -> str:
    """An amount in yuan with two decimals."""
    if cell[-3:-2] == "." and cell[0] in "123456789" and (cell[:-3] + cell[-2:]).isdecimal() and cell.isascii():
        return cell  # as it nearly always is
    value = text(cell).replace(",", "").replace("，", "").strip("元¥￥ ")
    found = _MONEY.fullmatch(value)
    if not found:
        return ""
    sign, whole, cents = found.groups()
    if cents is None or len(cents) <= 2:
        return f"{sign}{int(whole)}.{(cents or '').ljust(2, '0')}"
    return f"{float(value):.2f}"


def refund(cell: str) -> str:
    """An amount that is told only when there is one."""
    value = money(cell)
    return "" if value.strip("-0.") == "" else value


def time(cell: str) -> str:
    """A moment as ``YYYY-MM-DD HH:MM:SS``, a day as ``YYYY-MM-DD``."""
    value = text(cell)
    if len(value) == 19 and value[10] == " " and value[4] == "-" == value[7] and value[:2] == "20":
        return value if _possible(value) else ""
    found = _TIME.match(value)
    if found:
        return _moment(found)
    return _of_serial(value) if _SERIAL.fullmatch(value) else ""


def first_time(cell: str) -> str:
    """The earliest moment of a sentence about several parts of an order."""
    return min(filter(None, map(_moment, _TIME.finditer(text(cell)))), default=time(cell))


def _possible(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _moment(found: re.Match[str]) -> str:
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        moment = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001  # tables know no time zone
    except ValueError:
        return ""
    return f"{moment:%Y-%m-%d}" if found[4] is None else f"{moment:%Y-%m-%d %H:%M:%S}"


def _of_serial(value: str) -> str:
    days = float(value)
    if int(days) not in _SERIALS:
        return ""
    return f"{_EPOCH + timedelta(seconds=round(days * 86_400)):%Y-%m-%d %H:%M:%S}"


def count(cell: str) -> str:
    """A whole number of pieces."""
    if len(cell) == 1 and cell in "123456789":
        return cell
    value = text(cell)
    whole = _WHOLE.fullmatch(value)
    digits = whole[1] if whole else value.strip("件个 ")
    return str(int(digits)) if digits.isascii() and digits.isdigit() and len(digits) < 10 and int(digits) else ""


def sku(cell: str) -> str:
    """A variant."""
    value = line(cell)
    return "" if value == "无规格" else value


def phone(cell: str) -> str:
    """A number with its extension behind ``-``; a landline as it is written. "" for one that lost digits."""
    if len(cell) == 11 and cell[0] == "1" and cell.isascii() and cell.isdigit():
        return cell
    value = identifier(cell)
    found = _MOBILE.fullmatch(value)
    if found:
        return f"{found[1]}-{found[2]}" if found[2] else found[1]
    return value if any(sign.isdigit() for sign in value) else ""


def address(cell: str) -> str:
    """An address in one line, with whatever platforms append to it."""
    value = words(cell)
    return value if value.isprintable() and "  " not in value else _BLANKS.sub(" ", value)


def without_end(place: str) -> tuple[str, str]:
    """An address without the postcode or the four digits at its end, and the postcode."""
    postcode = ""
    while place[-1:] in _ENDS and (found := _ADDRESS_END.search(place)):
        postcode = found[1] or postcode
        place = place[: found.start()]
    return place, "" if postcode == "000000" else postcode


def extension(number: str) -> tuple[str, str]:
    """A mobile and its extension."""
    mobile, dash, ext = number.partition("-")
    return (mobile, ext) if dash and len(mobile) == 11 and mobile[0] == "1" else (number, "")


def courier(cell: str) -> tuple[str, str]:
    """Company and tracking number of a cell that holds both; of several the first. Either may be ""."""
    found = _COURIER.match(line(cell))
    return (found[1] or "", found[2] or "") if found else ("", "")


def postcode(cell: str) -> str:
    """Six digits."""
    value = identifier(cell)
    return value if len(value) == 6 and value.isdigit() and value != "000000" else ""
