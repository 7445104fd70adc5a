"""Sets of queries with the codes that are right, and how well a search answers them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from assistant.core.model import Phrase
from assistant.core.ranking import Standing, frecency
from assistant.core.search import Index, search
from assistant.core.writing import Writing
from assistant.storage import resources
from assistant.storage.importers import jsonl
from tests.search.generate import NOW

HERE = Path(__file__).parent
SHARED = Path(__file__).resolve().parents[3] / "shared" / "search"
"""A set kept beside the project, judged by others."""

Find = Callable[[str], list[Phrase]]


class Query(NamedTuple):
    """What an agent types, and the codes of which any may come first; no codes: nothing may be found."""

    kind: str
    text: str
    codes: frozenset[str]


class Outcome(NamedTuple):
    """Where the first right answer stands, counted from 1; 0 when it is not there. ``first`` are the codes that came."""

    query: Query
    rank: int
    first: tuple[str, ...]


def writing() -> Writing:
    """The tables that the program uses."""
    read = resources.read_text
    return Writing.parse(read("writing/readings.txt"), read("writing/simplified.txt"))


def finder(index: Index, standing: Standing, limit: int = 50) -> Find:
    """The engine as a function of what is typed."""
    return lambda text: [match.phrase for match in search(text, index, standing, limit=limit)]


def queries(file: Path) -> list[Query]:
    """``kind⇥query⇥code,code`` a line after the heading, ``-`` for no codes."""
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines()[1:]]
    return [Query(kind, text, frozenset(() if codes == "-" else codes.split(","))) for kind, text, codes in rows]


def shared() -> tuple[list[Phrase], Standing]:
    """The phrases of the set beside the project, and how much they were used."""
    parsed = jsonl.parse((SHARED / "corpus.jsonl").read_bytes(), "personal")
    scores = {phrase: frecency(use.count, NOW - use.last) for phrase, use in parsed.usage.items()}
    return list(parsed.phrases), Standing(scores=scores)


def starter() -> list[Phrase]:
    """The phrases that come with the program."""
    files = sorted(resources.path("starter").glob("*.jsonl"))
    return [phrase for file in files for phrase in jsonl.parse(file.read_bytes(), "starter").phrases]


def outcomes(asked: Sequence[Query], find: Find) -> list[Outcome]:
    """The answers to all queries that have one."""
    found = []
    for query in asked:
        if query.codes:
            codes = tuple(phrase.code for phrase in find(query.text))
            rank = next((place for place, code in enumerate(codes, 1) if code in query.codes), 0)
            found.append(Outcome(query, rank, codes[:5]))
    return found


def recall(outcomes: Sequence[Outcome], first: int) -> float:
    """The share of queries with a right answer among the ``first`` ones."""
    return sum(0 < outcome.rank <= first for outcome in outcomes) / len(outcomes)


def answered_in_vain(asked: Sequence[Query], find: Find) -> list[str]:
    """Queries that nothing fits and something was found for."""
    return [query.text for query in asked if not query.codes and find(query.text)]
