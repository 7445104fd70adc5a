"""Working days, by hand from the notices of the State Council for 2025 and 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import DataProblem
from assistant.core.template.calendar import MOST, Calendar
from assistant.storage import resources

CHINA = Calendar.parse(resources.read_text("holidays.tsv"))

FREE_2025 = """0101 0128 0129 0130 0131 0203 0204 0404 0501 0502 0505 0602 1001 1002 1003 1006 1007 1008"""
WORKED_2025 = "0126 0208 0427 0928 1011"
FREE_2026 = "0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006 1007"
WORKED_2026 = "0104 0214 0228 0509 0920 1010"


@pytest.mark.parametrize(("year", "free", "worked"), [(2025, FREE_2025, WORKED_2025), (2026, FREE_2026, WORKED_2026)])
def test_every_day_of_a_year(year: int, free: str, worked: str) -> None:
    day, wrong = date(year, 1, 1), []
    while day.year == year:
        key = f"{day:%m%d}"
        expected = key in worked.split() or (day.weekday() < 5 and key not in free.split())
        if CHINA.is_workday(day) is not expected:
            wrong.append(key)
        day += timedelta(days=1)
    assert wrong == []


def test_as_many_working_days_as_offices_count() -> None:
    for year, count in ((2025, 248), (2026, 248)):
        days = (date(year, 1, 1) + timedelta(days=n) for n in range(365))
        assert sum(map(CHINA.is_workday, days)) == count


def test_years_that_nobody_has_announced_have_weekends_only() -> None:
    assert CHINA.is_workday(date(2027, 10, 1))
    assert not CHINA.is_workday(date(2027, 10, 2))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2025-06-04", 1, "2025-06-05"),
        ("2025-06-06", 1, "2025-06-09"),
        ("2025-06-07", 1, "2025-06-09"),
        ("2025-06-07", 0, "2025-06-07"),
        ("2025-09-26", 1, "2025-09-28"),
        ("2025-09-30", 1, "2025-10-09"),
        ("2025-09-30", 3, "2025-10-11"),
        ("2025-10-09", -1, "2025-09-30"),
        ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 2, "2026-02-24"),
    ],
)
def test_moved(start: str, days: int, end: str) -> None:
    at = datetime.fromisoformat(f"{start} 10:20").replace(tzinfo=UTC)
    assert CHINA.moved(at, days).isoformat(" ") == f"{end} 10:20:00+00:00"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-300, 300))
def test_there_and_back_is_the_same_working_day(day: date, days: int) -> None:
    at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    there = CHINA.moved(at, days)
    assert days == 0 or CHINA.is_workday(there.date())
    if CHINA.is_workday(day):
        assert CHINA.moved(there, -days) == at


@pytest.mark.parametrize(("year", "days"), [(2025, MOST + 1), (2025, -MOST - 1), (9999, 300), (1, -300)])
def test_too_far(year: int, days: int) -> None:
    with pytest.raises(ValueError, match="too far"):
        CHINA.moved(datetime(year, 6, 1, tzinfo=UTC), days)


@pytest.mark.parametrize(
    "line",
    [
        "2025-01-01\t2025-01-01\t休",
        "2025-01-01\t2025-01-01\t放\t元旦",
        "2025-01-02\t2025-01-01\t休\t元旦",
        "2025-01-01\t2035-01-01\t休\t元旦",
        "2025-13-01\t2025-13-01\t休\t元旦",
    ],
)
def test_a_damaged_table_is_told(line: str) -> None:
    with pytest.raises(DataProblem):
        Calendar.parse(f"# ok\n\n{line}\n")
