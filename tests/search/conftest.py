"""Libraries and their indexes, made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from assistant.core.model import Phrase
from assistant.core.ranking import Standing
from assistant.core.search import Index
from assistant.core.writing import Writing
from tests.search import judged
from tests.search.generate import library

GENERATED = 5_000  # phrases; 100,000 are for the bench

Set = tuple[list[Phrase], judged.Find]
"""Phrases and the search in them."""


@pytest.fixture(scope="session")
def writing() -> Writing:
    return judged.writing()


@pytest.fixture(scope="session")
def load(writing: Writing) -> Callable[[str], Set]:
    """``shared``, ``starter`` or ``generated``."""

    @cache
    def load(name: str) -> Set:
        phrases, standing = _library(name)
        return phrases, judged.finder(Index.build(phrases, writing), standing)

    return load


def _library(name: str) -> tuple[list[Phrase], Standing]:
    if name == "shared":
        return judged.shared()
    if name == "starter":
        return judged.starter(), Standing()
    generated = library(GENERATED)
    return generated.phrases, Standing(scores=generated.scores)
