"""Every test of a port runs on the fake and on the real driver of this system."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.contract.world import Memory, World

REAL = (
    pytest.param("win32")
    if sys.platform == "win32"
    else pytest.param("x11", marks=pytest.mark.desk("dbus-daemon", "setpriv"))
)


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Any]]:
    """The screen, set up when the first test needs it."""
    made: list[Any] = []

    def stage() -> Any:
        if not made:
            made.append(_stage(tmp_path_factory.mktemp("programs")))
        return made[0]

    yield stage
    for one in made:
        one.close()


def _stage(folder: Path) -> Any:
    if sys.platform == "win32":
        from tests.contract import win32

        return win32.Stage(folder)
    pytest.importorskip("PySide6.QtGui")  # the chat is a Qt editor
    from tests.contract import x11

    return x11.Stage()


@pytest.fixture(params=["memory", REAL])
def world(request: pytest.FixtureRequest, stages: Callable[[], Any], tmp_path: Path) -> Iterator[World]:
    """A driver and what is around it, as new."""
    if request.param == "memory":
        yield Memory()
        return
    one = stages().world(tmp_path / "config")
    yield one
    one.end()
