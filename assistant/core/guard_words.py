"""Wordings that a lead wants found before they spread: what advertising law forbids, what lures buyers off the
platform, what sounds like a bare no. The list itself is data, ``resources/guard/words.tsv``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.core.errors import DataProblem


@dataclass(frozen=True, slots=True)
class Guarded:
    """A wording found from ``start`` to before ``end``, why it should not be said, and what can be said, "" if open."""

    start: int
    end: int
    word: str
    why: str
    instead: str


class GuardWords:
    """The list, ready for looking."""

    def __init__(self, rows: dict[str, tuple[str, str]]) -> None:
        self._rows = rows
        longest_first = sorted(rows, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    @classmethod
    def parse(cls, table: str) -> GuardWords:
        """Lines of word, reason and, if there is one, a better wording, tabs between; ``#`` starts a comment.

        Raises DataProblem for a line without a reason.
        """
        rows: dict[str, tuple[str, str]] = {}
        for line in table.splitlines():
            if not line or line.startswith("#"):
                continue
            word, why, instead, *_ = (*line.split("\t"), "", "")
            if not word or not why:
                raise DataProblem("敏感词表里有一行缺少词语或原因。", "请重新安装小二快答。")
            rows[word] = why, instead
        return cls(rows)

    def found(self, text: str) -> Iterator[Guarded]:
        """Every wording of the list in ``text``."""
        for hit in self._pattern.finditer(text):
            yield Guarded(hit.start(), hit.end(), hit[0], *self._rows[hit[0]])


NOTHING = GuardWords({})
