"""Working days in China: no weekends and no public holidays, but the days on which a holiday is worked in advance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from assistant.core.errors import DataProblem

_WORK, _REST = "班", "休"
_SATURDAY: Final = 5
_DAY: Final = timedelta(days=1)
MOST: Final = 3_650  # working days that a date can be moved


@dataclass(frozen=True, slots=True)
class Calendar:
    """``exceptions`` tells of single days whether they are worked; every other day goes by its weekday."""

    exceptions: Mapping[date, bool] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str) -> Calendar:
        """From the lines of ``holidays.tsv``: first day, last day, 休 or 班, name; ``#`` starts a comment.

        Raises DataProblem.
        """
        known: dict[date, bool] = {}
        for line in text.splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            try:
                first, last, kind, _ = line.split("\t")
                day, end = date.fromisoformat(first), date.fromisoformat(last)
                if kind not in (_WORK, _REST) or not 0 <= (end - day).days <= 31:
                    raise ValueError(kind)
            except ValueError:
                raise DataProblem("节假日表读不懂。", "请重新安装小二快答。") from None
            while day <= end:
                known[day] = kind == _WORK
                day += _DAY
        return cls(known)

    def is_workday(self, day: date) -> bool:
        """Whether offices work on this day."""
        return self.exceptions.get(day, day.weekday() < _SATURDAY)

    def moved(self, at: datetime, workdays: int) -> datetime:
        """``at`` so many working days later, or earlier; the day itself doesn't count.

        Raises ValueError when that is too far or leaves the calendar.
        """
        if abs(workdays) > MOST:
            raise ValueError("too far")
        step = _DAY if workdays > 0 else -_DAY
        left = abs(workdays)
        try:
            while left:
                at += step
                left -= self.is_workday(at.date())
        except OverflowError:
            raise ValueError("too far") from None
        return at
