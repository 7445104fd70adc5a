"""Filters for dates and lengths of time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final

from assistant.core.template import dates, spans
from assistant.core.template.calendar import Calendar
from assistant.core.template.number_filters import whole
from assistant.core.template.values import Fault, Number

_FAR = "加减的天数太多，日期超出了范围"
_UNTIMED = "这个日期没有具体时间，不能加小时"


def _moment(value: object, now: datetime) -> dates.Moment:
    moment = dates.read(value if isinstance(value, str) else str(value), now)
    if moment is None:
        raise Fault("这里需要一个日期，例如 2025-06-01 或 6月1日")
    return moment


def _date(value: object, pattern: str = "", *, now: datetime) -> str:
    moment = _moment(value, now)
    if not pattern:
        return dates.Moment(dates.day(moment.at, now), moment.at, moment.timed)
    try:
        return dates.Moment(dates.show(moment, pattern), moment.at, moment.timed)
    except ValueError as problem:
        raise Fault(str(problem)) from None


def _plus_days(value: object, days: object, *, now: datetime) -> str:
    return _shifted(value, days, timedelta(days=1), now)


def _plus_hours(value: object, hours: object, *, now: datetime) -> str:
    moment = _moment(value, now)
    if not moment.timed:
        raise Fault(_UNTIMED)
    return _shifted(moment, hours, timedelta(hours=1), now)


def _shifted(value: object, count: object, unit: timedelta, now: datetime) -> str:
    try:
        return dates.shift(_moment(value, now), unit * whole(count), now)
    except (ValueError, OverflowError):
        raise Fault(_FAR) from None


def _plus_workdays(value: object, days: object, *, now: datetime, calendar: Calendar) -> str:
    return _moved(_moment(value, now), spans.Span(workdays=whole(days)), now, calendar)


def _after(value: object, length: object, *, now: datetime, calendar: Calendar) -> str:
    return _moved(_moment(value, now), _span(length), now, calendar)


def _before(value: object, length: object, *, now: datetime, calendar: Calendar) -> str:
    span = _span(length)
    back = spans.Span(-span.months, -span.days, -span.workdays, -span.minutes)
    return _moved(_moment(value, now), back, now, calendar)


def _span(length: object) -> spans.Span:
    span = spans.read(str(length))
    if span is None:
        raise Fault("这里需要一段时间，例如 7天、48小时、3个工作日")
    return span


def _moved(moment: dates.Moment, span: spans.Span, now: datetime, calendar: Calendar) -> str:
    if span.minutes and not moment.timed:
        raise Fault(_UNTIMED)
    try:
        at = span.after(moment.at, calendar)
    except ValueError:
        raise Fault(_FAR) from None
    return dates.Moment(dates.day(at, now), at, moment.timed)


def _left(value: object, *, now: datetime) -> str:
    """A date without a time lasts for the whole of its day."""
    moment = _moment(value, now)
    days = (moment.at.date() - now.date()).days
    if not moment.timed and not days:
        return "今天到期"
    length = moment.at - now if moment.timed else timedelta(days=days)
    return f"已过期 {spans.told(length)}" if length < timedelta() else f"还有 {spans.told(length)}"


def _apart(value: object, other: object, *, now: datetime) -> str:
    first, second = _moment(value, now), _moment(other, now)
    if first.timed and second.timed:
        return spans.told(second.at - first.at)
    return f"{abs((second.at.date() - first.at.date()).days)} 天"


def _days_to(value: object, other: object, *, now: datetime) -> Number:
    return Number((_moment(other, now).at.date() - _moment(value, now).at.date()).days)


def _is_workday(value: object, *, now: datetime, calendar: Calendar) -> bool:
    return calendar.is_workday(_moment(value, now).at.date())


FILTERS: Final[Mapping[str, Callable[..., object]]] = {
    "date": _date,
    "plus_days": _plus_days,
    "plus_hours": _plus_hours,
    "left": _left,
    "apart": _apart,
    "days_to": _days_to,
}  # these also take ``now``
CALENDAR_FILTERS: Final[Mapping[str, Callable[..., object]]] = {
    "plus_workdays": _plus_workdays,
    "after": _after,
    "before": _before,
    "is_workday": _is_workday,
}  # and these ``calendar`` besides
