"""Other ways to search a phrase library while somebody types, each as small as its idea allows.

A peer is made from phrases and their frecency and answers a query with the places of its best phrases.
"""

from __future__ import annotations

import heapq
import re
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Protocol

from assistant.core.model import Phrase

BEST = 50


class Peer(Protocol):
    """Answers a query."""

    def search(self, query: str) -> list[int]: ...


class PlainLoop:
    """``in`` over title, code, tags and text of every phrase; all that fit are scored."""

    def __init__(self, phrases: Sequence[Phrase], scores: Mapping[str, float]) -> None:
        self._rows = [
            (p.title.lower(), p.code, "\n".join((*p.tags, *p.category)).lower(), p.text.lower(), scores.get(p.id, 0.0))
            for p in phrases
        ]

    def search(self, query: str) -> list[int]:
        query = query.lower()
        found = []
        for place, (title, code, tags, text, score) in enumerate(self._rows):
            if code.startswith(query):
                found.append((-1000 - score, place))
            elif query in title:
                found.append((-700 - score + title.index(query), place))
            elif query in tags:
                found.append((-500 - score, place))
            elif query in text:
                found.append((-300 - score, place))
        return [place for _, place in heapq.nsmallest(BEST, found)]


class Subsequence:
    """As fuzzy finders do: the characters in their order with gaps, in title and code; short and early is better."""

    def __init__(self, phrases: Sequence[Phrase], scores: Mapping[str, float]) -> None:
        self._rows = [(f"{p.title} {p.code}".lower(), scores.get(p.id, 0.0)) for p in phrases]

    def search(self, query: str) -> list[int]:
        find = re.compile(".*?".join(map(re.escape, query.lower().replace(" ", "")))).search
        found = []
        for place, (line, score) in enumerate(self._rows):
            if hit := find(line):
                start, end = hit.span()
                found.append((end - start + 0.1 * start - 0.1 * score, place))
        return [place for _, place in heapq.nsmallest(BEST, found)]


class FullText:
    """SQLite's full-text index of trigrams where this SQLite has it; words below three characters by ``instr``."""

    def __init__(self, phrases: Sequence[Phrase], scores: Mapping[str, float]) -> None:
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._trigram = sqlite3.sqlite_version_info >= (3, 34)
        tokens = ", tokenize = 'trigram'" if self._trigram else ""
        self._base.execute(f"CREATE VIRTUAL TABLE phrases USING fts5(code, title, tags, text, score UNINDEXED{tokens})")
        rows = (
            (place, p.code, p.title, " ".join((*p.tags, *p.category)), p.text, scores.get(p.id, 0.0))
            for place, p in enumerate(phrases)
        )
        self._base.executemany(
            "INSERT INTO phrases(rowid, code, title, tags, text, score) VALUES (?, ?, ?, ?, ?, ?)", rows
        )

    def search(self, query: str) -> list[int]:
        words = query.split()
        if not words:
            return []
        if self._trigram and min(map(len, words)) >= 3:
            quoted = " AND ".join('"' + word.replace('"', '""') + '"' for word in words)
            rows = self._base.execute(
                "SELECT rowid FROM phrases WHERE phrases MATCH ? ORDER BY bm25(phrases, 9, 7, 5, 1) LIMIT ?",
                (quoted, BEST),
            )
        else:
            within = " AND ".join(["instr(code || ' ' || title || ' ' || tags || ' ' || text, ?)"] * len(words))
            order = "CASE WHEN instr(code, ?) = 1 THEN 0 WHEN instr(title, ?) THEN 1 ELSE 2 END, score DESC"
            rows = self._base.execute(
                f"SELECT rowid FROM phrases WHERE {within} ORDER BY {order} LIMIT ?", (*words, words[0], words[0], BEST)
            )
        return [place for (place,) in rows]


PEERS: dict[str, type[PlainLoop] | type[Subsequence] | type[FullText]] = {
    "loop": PlainLoop,
    "subsequence": Subsequence,
    "fts5": FullText,
}
