"""The fingerprint of a key to look at: its words in rows, its hexadecimal digits, and a QR code of the words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assistant.core.packs.fingerprint import Key
from assistant.ui import theme as themes
from assistant.ui.theme import Theme, Themed

Matrix = tuple[tuple[bool, ...], ...]

_IN_A_ROW = 4  # words
_QUIET = 3  # modules of white around a code: less than the norm's four, which the white card makes up for
_MARGIN, _GAP = 14, 20  # pixels
_LEAST = 160  # pixels of height: three for each module of the code
_WHITE, _BLACK = QColor("#ffffff"), QColor("#000000")  # readers want dark on light, in a dark theme too


def text_of(key: Key, words: Sequence[str]) -> str:
    """A fingerprint as text, to be sent."""
    return "\n".join((key.name, *map(" ".join, _rows(words)), key.code))


@lru_cache(maxsize=16)
def _matrix(text: str) -> Matrix:
    from segno import make  # noqa: PLC0415 (few need it)

    made = make(text, error="m", micro=False, encoding="utf-8", mode="byte")
    return tuple(tuple(bool(module) for module in row) for row in made.matrix)


def _rows(words: Sequence[str]) -> list[Sequence[str]]:
    return [words[start : start + _IN_A_ROW] for start in range(0, len(words), _IN_A_ROW)]


class Fingerprint(Themed, QWidget):
    """A card with the fingerprint of one key. ``size`` is that of its words in pixels."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, size: int = 18) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font, self._small = themes.bold(size), themes.font(12)
        self._words: Sequence[str] = ()
        self._text = self._code = ""
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it shows."""
        return self._text

    @property
    def matrix(self) -> Matrix:
        """The modules of the QR code, dark ones true: it says the words."""
        return _matrix("\n".join(map(" ".join, _rows(self._words))))

    def show_key(self, key: Key, words: Sequence[str]) -> None:
        """Show this one."""
        self._words, self._code, self._text = tuple(words), key.code, text_of(key, words)
        self.setAccessibleName(self.tr("指纹：{words}").format(words="、".join(words)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        rows = max(1, len(_rows(self._words)))
        words = QSize(_IN_A_ROW * self._column, rows * self._line + QFontMetrics(self._small).height() + 10)
        high = max(words.height() + 2 * _MARGIN, _LEAST)
        return QSize(high + _GAP + words.width() + _MARGIN, high)

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.line)
        painter.setBrush(self._theme.side)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if not self._text:
            return
        side = self.height() - 2 * _MARGIN
        _paint_code(painter, QRect(_MARGIN, _MARGIN, side, side), self.matrix)
        self._paint_words(painter, _MARGIN + side + _GAP)

    @property
    def _column(self) -> int:
        # The words of the other languages of the interface are the same ones: all have two characters.
        return QFontMetrics(self._font).horizontalAdvance("指纹") + self._font.pixelSize()

    @property
    def _line(self) -> int:
        return round(self._font.pixelSize() * 1.8)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        rows, small = _rows(self._words), QFontMetrics(self._small).height()
        top = (self.height() - len(rows) * self._line - small - 10) // 2
        painter.setFont(self._font)
        painter.setPen(self._theme.text)
        for number, row in enumerate(rows):
            for place, word in enumerate(row):
                box = QRect(left + place * self._column, top + number * self._line, self._column, self._line)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
        painter.setFont(self._small)
        painter.setPen(self._theme.muted)
        below = QRect(left, top + len(rows) * self._line + 10, self.width() - left, small)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._code)

    def _apply(self) -> None:
        self.update()


def _paint_code(painter: QPainter, box: QRect, matrix: Matrix) -> None:
    """Every module as large in whole pixels of the screen, so that no seams show."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_WHITE)
    painter.drawRoundedRect(box, 5, 5)
    ratio = painter.device().devicePixelRatioF()
    module = int(box.width() * ratio / (len(matrix) + 2 * _QUIET)) / ratio
    start = round((box.width() - module * len(matrix)) / 2 * ratio) / ratio
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for row, modules in enumerate(matrix):
        for column, dark in enumerate(modules):
            if dark:
                place = QRectF(box.left() + start + column * module, box.top() + start + row * module, module, module)
                painter.fillRect(place, _BLACK)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
