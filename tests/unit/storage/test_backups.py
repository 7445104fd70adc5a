from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from assistant.storage.backups import Backup, Backups, thin

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ages = st.lists(st.integers(0, 900 * 86_400), max_size=120).map(sorted)


def backups(ages_s: list[int], size: int = 1) -> list[Backup]:
    return [Backup(Path(f"{n}"), NOW - timedelta(seconds=age), 1000 - n, size) for n, age in enumerate(ages_s)]


@given(ages)
def test_the_last_ten_and_the_last_of_each_hour_day_and_month_stay(ages_s: list[int]) -> None:
    found = backups(ages_s)
    kept = thin(reversed(found), NOW)
    assert kept[:10] == found[:10]
    assert [b for b in found if b in kept] == kept  # newest first, nothing made up
    reaches: list[tuple[int, Callable[[datetime], object]]] = [
        (1, lambda at: (at.date(), at.hour)),
        (31, datetime.date),
        (730, lambda at: (at.year, at.month)),
    ]
    for days, period in reaches:
        within = [b for b in found if NOW - b.at <= timedelta(days=days)]
        for backup in within:
            newest = next(b for b in within if period(b.at) == period(backup.at))
            assert newest in kept


@given(ages)
def test_thinning_again_changes_nothing_and_few_remain(ages_s: list[int]) -> None:
    kept = thin(backups(ages_s), NOW)
    assert thin(kept, NOW) == kept
    assert len(kept) <= 10 + 25 + 32 + 25


@given(ages, st.integers(0, 300))
def test_too_much_in_all_costs_the_oldest(ages_s: list[int], most: int) -> None:
    found = backups(ages_s, size=10)
    kept = thin(found, NOW, most)
    assert kept == thin(found, NOW)[: len(kept)]
    assert sum(b.size for b in kept) <= max(most, 100)


def test_a_copy_is_made_once_for_each_state(tmp_path: Path) -> None:
    path, copies = tmp_path / "library.json", Backups(tmp_path / "backups")
    assert copies.all() == []
    path.write_bytes(b"one")
    at = NOW.timestamp()
    copies.keep(path, 7, at)
    copies.keep(path, 7, at + 60)
    path.write_bytes(b"other")
    copies.keep(path, 8, at + 120)
    (tmp_path / "backups" / "library-99999999T999999Z-1.json").write_bytes(b"")
    (tmp_path / "backups" / "mine.txt").write_bytes(b"")
    assert [(b.sequence, b.size, b.path.read_bytes()) for b in copies.all()] == [(8, 5, b"other"), (7, 3, b"one")]
    assert copies.all()[0].path.name == "library-20261122T120200Z-8.json"


def test_what_is_too_much_is_removed(tmp_path: Path) -> None:
    path, copies = tmp_path / "library.json", Backups(tmp_path / "backups")
    path.write_bytes(b"x")
    for number in range(30):
        copies.keep(path, number, NOW.timestamp() + number)
    assert [b.sequence for b in copies.all()] == list(range(29, 19, -1))
