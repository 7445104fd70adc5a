"""A picture of a widget at rest, painted instead of it while nothing has changed."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget


class Still:
    """Remembers how ``widget`` looked in one state, so that the first paint after the hotkey is a copy of pixels."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._picture = QPixmap()
        self._state: Hashable = None

    def take(self, state: Hashable) -> None:
        """Paint the widget off-screen; ``state`` is all that its look depends on."""
        self._state = None
        self._picture = self._widget.grab()
        self._state = (state, self._frame())

    def drop(self) -> None:
        """Forget the picture: the widget looks different now."""
        self._state = None

    def draw(self, state: Hashable) -> bool:
        """Paint the picture if the widget would look the same in ``state``."""
        if self._state is None or self._state != (state, self._frame()):
            return False
        QPainter(self._widget).drawPixmap(0, 0, self._picture)
        return True

    def _frame(self) -> Hashable:
        size = self._widget.size()
        return size.width(), size.height(), self._widget.devicePixelRatio()
