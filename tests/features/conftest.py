"""The shop, on Qt's platform without a screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

if TYPE_CHECKING:
    from tests.features.shop import Shop

pytest.importorskip("PySide6.QtWidgets")


@pytest.fixture(scope="session")
def app() -> Iterator[object]:
    from PySide6.QtWidgets import QApplication

    one = QApplication.instance() or QApplication(["xiaoer"])
    one.setStyle("Fusion")
    yield one
    QApplication.processEvents()


@pytest.fixture
def shop(app: object) -> Iterator[Shop]:
    from tests.features.shop import Shop

    one = Shop()
    yield one
    one.close()
