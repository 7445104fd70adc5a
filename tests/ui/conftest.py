from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from assistant.compose import index_of
from tests.ui.phrase_samples import phrases


def at_once(op, success, failure):
    """A background that is none."""
    success(op())


class Desk:
    """A popup with a small library, keys to press in it, and everything that it said."""

    def __init__(self):
        from assistant.ui.popup import Popup

        self.popup = Popup(at_once, "light")
        self.popup.set_index(index_of(phrases(60)))
        self.said = []
        for name in ("chosen", "copy_asked", "dismissed", "answered", "confirmed", "mended"):
            getattr(self.popup, name).connect(lambda *what, name=name: self.said.append((name, *what)))
        self.line, self.list = self.popup._header.line, self.popup._browser.list
        self.tree, self.message = self.popup._browser.tree, self.popup._preview.message

    def open(self):
        self.popup.open_by(QRect(0, 0, 1, 1))
        self.settle()
        return self

    def settle(self):
        """Handle all that is waiting; the preview follows the list by a timer of no time."""
        for _ in range(5):
            QApplication.processEvents()

    def key(self, key, text="", modifiers=None, *, into=None, kind=None):
        from PySide6.QtCore import QEvent, Qt

        kind = kind or QEvent.Type.KeyPress
        event = QKeyEvent(kind, key, modifiers or Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(into or QApplication.focusWidget() or self.line, event)

    def type(self, text):
        for sign in text:
            self.key(0, sign)

    def codes(self):
        return [match.phrase.code for match in self.list.phrases.matches]


@pytest.fixture(scope="session")
def app():
    application = QApplication.instance() or QApplication(["xiaoer"])
    application.setStyle("Fusion")
    yield application
    QGuiApplication.clipboard().clear()  # what Python put there must not outlive it
    QGuiApplication.processEvents()


@pytest.fixture
def desk(app):
    made = Desk()
    yield made
    made.popup.hide()
    made.popup.deleteLater()
    made.settle()


@pytest.fixture
def library_desk(app, tmp_path):
    from tests.ui.library_desk import LibraryDesk

    made = LibraryDesk(tmp_path)
    yield made
    made.close()
