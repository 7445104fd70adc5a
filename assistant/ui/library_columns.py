"""What the columns of the library's list say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from assistant.core.model import Phrase, PriorUse
from assistant.core.search import Column

_SOON = 7  # days before the last one
_DAYS_NAMED = 2


@dataclass(frozen=True, slots=True)
class Look:
    """How a column appears: pixels of width, whether it is shown at first, whether it holds figures."""

    width: int
    shown: bool = True
    figures: bool = False


LOOKS: Mapping[Column, Look] = {
    Column.TITLE: Look(190),
    Column.CODE: Look(68),
    Column.CATEGORY: Look(128),
    Column.TAGS: Look(130, shown=False),
    Column.ROLES: Look(90, shown=False),
    Column.VALID: Look(118, shown=False),
    Column.USES: Look(66, figures=True),
    Column.LAST: Look(104, figures=True),
    Column.CHANGED: Look(104, shown=False, figures=True),
}
COLUMNS = tuple(LOOKS)
tr = QCoreApplication.translate


def name_of(column: Column) -> str:
    """The heading."""
    names = {
        Column.TITLE: tr("LibraryColumns", "标题"),
        Column.CODE: tr("LibraryColumns", "编码"),
        Column.CATEGORY: tr("LibraryColumns", "分类"),
        Column.TAGS: tr("LibraryColumns", "标签"),
        Column.ROLES: tr("LibraryColumns", "岗位"),
        Column.VALID: tr("LibraryColumns", "有效期"),
        Column.USES: tr("LibraryColumns", "使用"),
        Column.LAST: tr("LibraryColumns", "上次使用"),
        Column.CHANGED: tr("LibraryColumns", "修改时间"),
    }
    return names[column]


def text_of(column: Column, phrase: Phrase, use: PriorUse | None, changed: float, now: float) -> str:
    """A cell; times are seconds since the epoch, 0 when unknown."""
    plain = {
        Column.TITLE: phrase.title,
        Column.CODE: phrase.code,
        Column.CATEGORY: " › ".join(phrase.category),
        Column.TAGS: "、".join(phrase.tags),
        Column.ROLES: "、".join(phrase.roles),
    }
    if column in plain:
        return plain[column]
    if column is Column.VALID:
        return days_of(phrase)
    if column is Column.USES:
        return tr("LibraryColumns", "{count} 次").format(count=use.count) if use and use.count else "—"
    at = changed if column is Column.CHANGED else use.last if use else 0.0
    return when(at, now) if at else "—"


def days_of(phrase: Phrase) -> str:
    """The days on which it may be said; empty when there is no limit."""
    first, last = phrase.valid_from, phrase.valid_until
    if first and last:
        return f"{_short(first)} – {_short(last)}"
    if last:
        return tr("LibraryColumns", "至 {day}").format(day=last.isoformat())
    return tr("LibraryColumns", "{day} 起").format(day=first.isoformat()) if first else ""


def lateness(phrase: Phrase, now: float) -> int:
    """2 when it may not be said (any more), 1 when that is near, else 0."""
    today = date.fromtimestamp(now)  # noqa: DTZ012 (the agent's own day)
    first, last = phrase.valid_from, phrase.valid_until
    if (last and last < today) or (first and first > today):
        return 2
    return int(bool(last and (last - today).days <= _SOON))


def when(at: float, now: float) -> str:
    """A time as people say it: today by the hour, then by the day."""
    then, today = datetime.fromtimestamp(at), datetime.fromtimestamp(now)  # noqa: DTZ006 (the agent's own day)
    ago = (today.date() - then.date()).days
    if ago <= 0:
        return tr("LibraryColumns", "今天 {time}").format(time=f"{then:%H:%M}")
    if ago < _DAYS_NAMED:
        return tr("LibraryColumns", "昨天 {time}").format(time=f"{then:%H:%M}")
    return f"{then:%m-%d}" if then.year == today.year else f"{then:%Y-%m-%d}"


def _short(day: date) -> str:
    return f"{day:%m-%d}"
