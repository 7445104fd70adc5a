"""Numbers and dates of spreadsheets as text."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

EXACT = 15  # decimal digits that a floating number keeps, and that spreadsheets keep of what is typed
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  # tables know no time zone
_DAYS = 2_958_465  # to the last day of 9999


def number(raw: str) -> str:
    """What a file says a number is: its own digits, or with an exponent when these cannot be trusted."""
    if raw.isascii() and raw.isdigit():
        if len(raw) <= EXACT:
            return raw
        if raw[EXACT:].strip("0") and int(float(raw)) != int(raw):
            return raw  # no floating number looks like this: written from the digits themselves
    try:
        return floating(float(raw))
    except ValueError:
        return raw


def floating(value: float) -> str:
    """A floating number as a spreadsheet shows it; "" for one that is none."""
    if not math.isfinite(value):
        return ""
    if value.is_integer():
        if abs(value) < 10**EXACT:
            return str(int(value))
        digits, _, exponent = f"{value:.14E}".partition("E")
        return f"{digits.rstrip('0').rstrip('.')}E{exponent}"
    return f"{value:.{EXACT}g}"


def date(serial: float, *, from_1904: bool = False) -> str:
    """Days since the spreadsheet's epoch as ``YYYY-MM-DD HH:MM:SS``, below one day the time; "" when impossible."""
    if not 0 <= serial < _DAYS:
        return ""
    seconds = round(serial * 86_400)
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(seconds=seconds)
    return f"{moment:%H:%M:%S}" if serial < 1 else f"{moment:%Y-%m-%d %H:%M:%S}"
