"""Glyphs drawn before they are needed.

A Chinese glyph costs tens of microseconds when it is first drawn and nearly nothing afterwards; a list of new phrases
would pay for hundreds of them at once, in the middle of somebody's typing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QWidget

from assistant.core.template.facts import FACTS
from assistant.ui import theme as themes

_SLICE = 0.004  # seconds of drawing at a time, far below a frame
_PORTION = 64  # signs
_ALWAYS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,:;!?-+*/()[]<>，。：；！？、“”‹›…·"


class Warmer(QObject):
    """Fills the glyph cache for ``window``, in its resolution."""

    done = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._left: Iterator[tuple[QFont, str]] = iter(())
        self._canvas = QImage()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.draw_some)

    def learn(self, signs: Iterable[str]) -> None:
        """Draw, slice by slice while nothing else happens, every sign that can come to the screen."""
        self._left = _in_portions(signs)
        ratio = self._window.devicePixelRatio()
        self._canvas = QImage(int(600 * ratio), int(40 * ratio), QImage.Format.Format_RGB32)
        self._canvas.setDevicePixelRatio(ratio)
        self._canvas.fill(Qt.GlobalColor.white)
        self._timer.start()

    def draw_some(self) -> None:
        """One slice of it."""
        end = perf_counter() + _SLICE
        painter = QPainter(self._canvas)
        for font, signs in self._left:
            painter.setFont(font)
            painter.drawText(0, 30, signs)
            if perf_counter() > end:
                return
        self._timer.stop()
        painter.end()
        self._canvas = QImage()
        self.done.emit()


def _in_portions(signs: Iterable[str]) -> Iterator[tuple[QFont, str]]:
    """All signs by the font that shows them: titles and previews in one, excerpts in the other."""
    labels = "".join(fact.label for fact in FACTS)
    fresh = sorted(sign for sign in {*signs, *_ALWAYS, *labels} if sign.isprintable())
    for start in range(0, len(fresh), _PORTION):
        portion = "".join(fresh[start : start + _PORTION])
        yield themes.font(14), portion
        yield themes.font(12), portion
