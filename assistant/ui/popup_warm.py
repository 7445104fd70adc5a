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

from assistant.core.model import Phrase
from assistant.core.search import plain
from assistant.ui import theme as themes

_SLICE = 0.004  # seconds of drawing at a time, far below a frame
_BATCH = 24  # characters in one call
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

    def learn(self, phrases: Iterable[Phrase]) -> None:
        """Draw, slice by slice while nothing else happens, every sign that these phrases can bring to the screen."""
        titles, texts = set(_ALWAYS), set(_ALWAYS)
        for phrase in phrases:
            titles.update(phrase.title)
            for variant in phrase.variants:
                texts.update(plain(variant.text))
        self._left = _batches(titles | texts, texts)
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


def _batches(titles: set[str], texts: set[str]) -> Iterator[tuple[QFont, str]]:
    for signs, font in ((titles, themes.font(14)), (texts, themes.font(12))):
        ordered = sorted(sign for sign in signs if sign.isprintable())
        for start in range(0, len(ordered), _BATCH):
            yield font, "".join(ordered[start : start + _BATCH])
