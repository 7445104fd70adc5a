"""Where the popup is wanted; the popup itself keeps inside its screen and clear of panels."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QCursor, QGuiApplication


def near(where: str, size: QSize) -> QPoint:
    """The point for the setting ``popup.place`` (caret, mouse, center), on the screen with the pointer.

    X11 tells nobody where another program's text cursor is; ``caret`` means the pointer there.
    """
    pointer = QCursor.pos()
    if where != "center":
        return pointer
    screen = QGuiApplication.screenAt(pointer) or QGuiApplication.primaryScreen()
    return screen.availableGeometry().center() - QPoint(size.width() // 2, size.height() // 2)
