"""Facts that follow from dates: until when a buyer may return, whether they still may, on which day a parcel leaves.

A deadline is the whole of its last day: signed for on 1 June, with seven days, a return is open up to the last second
of 8 June. Nothing is told where a date or a number of days is unknown or can't be read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from assistant.core.template import dates
from assistant.core.template.dates import Moment
from assistant.core.template.facts import DEADLINES, NO, YES, Deadline
from assistant.core.template.values import Number, YesNo

_CUTOFF: Final = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)", re.ASCII)
_COUNT: Final = re.compile(r"(\d{1,4})\s*天?", re.ASCII)
_DAY: Final = timedelta(days=1)


def facts(given: Mapping[str, str], now: datetime) -> dict[str, str]:
    """All of them. What is ``given`` itself, such as ``return.until``, is gone by."""
    told: dict[str, str] = {}
    for deadline in DEADLINES:
        told |= _running(deadline, given, now)
    return told | _shipping(given, now)


def _running(deadline: Deadline, given: Mapping[str, str], now: datetime) -> dict[str, str]:
    root = deadline.root
    until = _date(given, f"{root}.until", now) or _last_day(deadline, given, now)
    if until is None:
        return {}
    left = (until.date() - now.date()).days
    return {
        f"{root}.until": _day(until, now),
        f"{root}.open": YesNo(YES if left >= 0 else NO),
        f"{root}.closed": YesNo(NO if left >= 0 else YES),
        f"{root}.days_left": Number(max(left, 0)),
    }


def _last_day(deadline: Deadline, given: Mapping[str, str], now: datetime) -> datetime | None:
    start = _date(given, deadline.start, now)
    count = _COUNT.fullmatch(given.get(deadline.days, "").strip())
    if start is None or count is None:
        return None
    try:
        return start + timedelta(days=int(count[1]))
    except OverflowError:
        return None


def _shipping(given: Mapping[str, str], now: datetime) -> dict[str, str]:
    """Days on which parcels leave: a shop sends every day what was paid before its cut-off time.

    ``ship`` tells of what is paid now, ``order.ship_day`` of the order: when it left, or else the next time it can.
    """
    told: dict[str, str] = {}
    cutoff = _CUTOFF.fullmatch(given.get("shop.ship_cutoff", "").strip())
    day = _batch(now, cutoff)
    if day:
        told = {"ship.day": _near(day, now), "ship.by_cutoff": YesNo(YES if day.date() == now.date() else NO)}
    paid = dates.read(given.get("order.paid_at", ""), now)
    left = _date(given, "order.shipped_at", now)
    if left is None and paid and paid.timed:
        left = _batch(paid.at, cutoff)
        left = day if left and left.date() < now.date() else left
    return {**told, "order.ship_day": _near(left, now)} if left else told


def _batch(paid: datetime, cutoff: re.Match[str] | None) -> datetime | None:
    """The day on which that leaves which was paid at this moment."""
    if cutoff is None:
        return None
    closing = paid.replace(hour=int(cutoff[1]), minute=int(cutoff[2]), second=0, microsecond=0)
    return paid if paid < closing else _next_day(paid)


def _next_day(at: datetime) -> datetime | None:
    try:
        return at + _DAY
    except OverflowError:
        return None


def _date(given: Mapping[str, str], path: str, now: datetime) -> datetime | None:
    moment = dates.read(given.get(path, ""), now)
    return moment.at if moment else None


def _day(at: datetime, now: datetime) -> Moment:
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    return Moment(dates.day(midnight, now), midnight, timed=False)


def _near(at: datetime, now: datetime) -> Moment:
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    return Moment(dates.near_day(midnight, now), midnight, timed=False)
