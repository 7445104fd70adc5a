"""The versions of the library file, and one function for each step from one to the next.

A file without a version is of version 1. A step changes the tables in place; it is given what any earlier program
wrote, and whatever it does not know stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assistant.core.errors import ReadOnly
from assistant.storage.records import RecordError, phrase_of

Tables = dict[str, dict[str, Any]]


class TooNew(ReadOnly):
    """The file is of a newer version of the program: it may be read, but not written."""

    def __init__(self) -> None:
        super().__init__(
            "这个话术库是由更新版本的小二快答保存的，现在只能查看，不能修改。", "请升级小二快答，再修改话术。"
        )


def _ids_of_their_own(tables: Tables) -> None:
    """Phrases that were written by hand without an id get one, so that they stay the same when they are edited."""
    for document in tables.get("phrases", {}).values():
        try:
            document["id"] = phrase_of(document, "personal").id
        except RecordError:
            continue


STEPS: tuple[Callable[[Tables], None], ...] = (_ids_of_their_own,)
SCHEMA = 1 + len(STEPS)


def migrate(tables: Tables, version: int) -> None:
    """Bring ``tables`` from ``version`` to :data:`SCHEMA`; a newer version is left alone."""
    for step in STEPS[max(version, 1) - 1 :]:
        step(tables)
