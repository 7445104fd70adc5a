"""Desks and what stands on them, as fixtures; see the package for what each is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .desk import Desk
from .owners import Owner, Reader


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """One desk for all tests of a module."""
    with Desk() as one:
        yield one


@pytest.fixture
def owner(desk: Desk) -> Iterator[Owner]:
    """Another program that the user copied from."""
    one = Owner(desk)
    yield one
    one.stop()


@pytest.fixture
def reader(desk: Desk) -> Iterator[Reader]:
    """Looks into the clipboard, format by format."""
    one = Reader(desk)
    yield one
    one.close()
