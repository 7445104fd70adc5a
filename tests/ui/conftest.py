from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from phrase_samples import phrases

pytest.importorskip("PySide6.QtWidgets")


@pytest.fixture(scope="session")
def app():
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(["xiaoer"])
    application.setApplicationName("xiaoer")
    application.setStyle("Fusion")
    return application


@pytest.fixture(scope="session")
def library():
    return phrases(200)
