"""Desks with neighbours on them, as fixtures. Elsewhere than on Windows nothing of this folder is looked at."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .desk import Desk, Neighbour

if sys.platform != "win32":
    collect_ignore_glob = ["*.py"]


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One screen for all."""
    from .desk import Desk

    with Desk(tmp_path_factory.mktemp("programs")) as one:
        yield one


@pytest.fixture
def chat(desk: Desk) -> Iterator[Neighbour]:
    """A chat window."""
    one = desk.start("chat")
    one.open("小雨 - 聊天", (40, 60))
    yield one
    desk.end(one)


@pytest.fixture(scope="session")
def owner(desk: Desk) -> Neighbour:
    """Another program that the user copies from."""
    return desk.start("owner")


@pytest.fixture(scope="session")
def reader(desk: Desk) -> Neighbour:
    """Another program that looks into the clipboard, as a history does."""
    return desk.start("reader")
