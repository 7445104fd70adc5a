"""Every test of a port runs on the fake and on the real driver."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.contract.world import Memory, World
from tests.desktop.desk import Desk

if TYPE_CHECKING:
    from tests.contract.x11 import Stage


@pytest.fixture(scope="session")
def stages() -> Iterator[list[Stage]]:
    """The screen, set up when the first test needs it."""
    made: list[Stage] = []
    yield made
    for stage in made:
        stage.close()
        stage.desk.close()


@pytest.fixture(params=["memory", pytest.param("x11", marks=pytest.mark.desk("dbus-daemon", "setpriv"))])
def world(request: pytest.FixtureRequest, stages: list[Stage], tmp_path: Path) -> Iterator[World]:
    """A driver and what is around it, as new."""
    if request.param == "memory":
        yield Memory()
        return
    pytest.importorskip("PySide6.QtGui")
    from tests.contract.x11 import OnScreen, Stage

    if not stages:
        stages.append(Stage(Desk().__enter__()))
    one = OnScreen(stages[0], tmp_path / "config")
    yield one
    one.end()
