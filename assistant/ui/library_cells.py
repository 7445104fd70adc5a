"""How the rows and the headings of the library's list are painted, and typed in."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QLineEdit, QScrollBar, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assistant.core.model import Phrase
from assistant.core.search import Column, Match
from assistant.ui import theme as themes
from assistant.ui.library_columns import COLUMNS, LOOKS, lateness, name_of
from assistant.ui.library_rows import Rows
from assistant.ui.popup_writer import Writer
from assistant.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = 50
_HEAD = 32
_PAD = 9  # pixels left and right of a cell's text
_LEFT = 18  # of the first column's
_RIGHT = 16  # of figures, which stand at the right


class CellDelegate(QStyledItemDelegate):
    """The cells of a row; the ground of chosen rows is the table's."""

    def __init__(self, theme: Theme, rows: Rows, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._rows = rows
        self._line, self._words, self._tag = (Writer(themes.font(size)) for size in (14, 12, 11))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802, D102
        return QSize(60, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: D102
        rect: QRect = cast(Any, option).rect
        match, column = self._rows.matches[index.row()], COLUMNS[index.column()]
        if column is Column.TITLE:
            self._paint_title(painter, rect.adjusted(_LEFT, 0, -_PAD, 0), match)
            return
        box = rect.adjusted(_PAD, 0, -_PAD, 0)
        text, ink = self._rows.text(match, column), self._ink(match.phrase, column)
        if column is Column.CODE:
            self._words.draw_marked(painter, box, (text, match.code_spans), (ink, self.theme.accent_text))
        elif LOOKS[column].figures:
            width = min(self._words.width(text), box.width())
            right = box.right() - (_RIGHT - _PAD)
            self._words.draw(painter, QRect(right - width, box.top(), width + 1, box.height()), text, ink)
        else:
            self._words.draw(painter, box, text, ink)

    def _ink(self, phrase: Phrase, column: Column) -> QColor:
        late = lateness(phrase, self._rows.facts.now()) if column is Column.VALID else 0
        return (self.theme.muted, self.theme.gap_text, self.theme.danger)[late]

    def _paint_title(self, painter: QPainter, box: QRect, match: Match) -> None:
        theme, right = self.theme, box.right()
        late = lateness(match.phrase, self._rows.facts.now()) > 1
        layer = {"starter": self.tr("自带"), "team": self.tr("团队")}.get(match.phrase.layer, "")
        off = match.phrase.disabled
        chips = (
            (layer, theme.muted),
            (self.tr("停用") if off else "", theme.muted),
            (self.tr("过期") if late else "", theme.danger),
        )
        for label, ink in chips:
            if label:
                right = self._chip(painter, QRect(box.left(), box.top() + 7, right - box.left(), 17), label, ink)
        title = QRect(box.left(), box.top() + 5, right - box.left(), 21)
        inks = theme.muted if late or off else theme.text, theme.accent_text
        self._line.draw_marked(painter, title, (match.phrase.title, match.title_spans), inks)
        excerpt = QRect(box.left(), box.top() + 26, box.width(), 18)
        self._words.draw_marked(
            painter, excerpt, (match.excerpt, match.excerpt_spans), (theme.muted, theme.accent_text)
        )

    def _chip(self, painter: QPainter, box: QRect, label: str, ink: QColor) -> int:
        """A label at the right end of ``box``; where the room before it ends."""
        width = self._tag.width(label) + 10
        chip = QRect(box.right() - width, box.top(), width, box.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.badge)
        painter.drawRoundedRect(chip, 4, 4)
        self._tag.draw(painter, chip.adjusted(5, 0, 0, 0), label, ink)
        return chip.left() - 6

    def createEditor(  # noqa: N802, D102
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        line = QLineEdit(parent)
        line.setFont(themes.font(14))
        line.setMaxLength(200)
        line.setPalette(themes.palette(self.theme))
        line.setAutoFillBackground(True)
        line.setAccessibleName(name_of(COLUMNS[index.column()]))
        return line

    def updateEditorGeometry(  # noqa: N802, D102
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        rect: QRect = cast(Any, option).rect
        left = _LEFT - 6 if index.column() == 0 else 2
        editor.setGeometry(rect.adjusted(left, (ROW - 30) // 2, -2, -(ROW - 30) // 2))


class FloorBar(QScrollBar):
    """A narrow horizontal scroll bar."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(40, 9)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.window)
        span = self.maximum() - self.minimum() + self.pageStep()
        if self.maximum() <= self.minimum() or not span:
            return
        length = max(24.0, self.width() * self.pageStep() / span)
        left = (self.width() - length) * (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.faint if self.underMouse() or self.isSliderDown() else self.theme.edge)
        painter.drawRoundedRect(QRectF(left + 2, 2, length - 4, 4), 2, 2)


class Heading(QHeaderView):
    """The names of the columns; a click sorts, a right click chooses which are shown."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.sorted: tuple[Column, bool] | None = None  # and whether downwards
        self._words = Writer(themes.font(12))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setMinimumSectionSize(48)
        self.setFixedHeight(_HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802, D102
        theme, column = self.theme, COLUMNS[logical]
        painter.fillRect(rect, theme.window)
        painter.setPen(theme.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.visualIndex(logical) and rect.left() > 0:
            painter.drawLine(rect.left(), rect.top() + 9, rect.left(), rect.bottom() - 9)
        name = name_of(column)
        here = self.sorted and self.sorted[0] is column
        box = rect.adjusted(_PAD if logical else _LEFT, 0, -_RIGHT if LOOKS[column].figures else -_PAD, 0)
        width = min(self._words.width(name), box.width() - (14 if here else 0))
        if LOOKS[column].figures:
            box.setLeft(box.right() - width - (14 if here else 0))
        self._words.draw(painter, QRect(box.left(), box.top(), width + 1, box.height()), name, theme.muted)
        if self.sorted and here:
            self._paint_arrow(painter, QRect(box.left() + width + 5, box.top(), 9, box.height()), down=self.sorted[1])

    def _paint_arrow(self, painter: QPainter, box: QRect, *, down: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.accent_text, 1.5))
        middle, rise = box.center(), 2 if down else -2
        x, y = middle.x(), middle.y() + 0.5
        points = ((x - 4, y - rise), (x, y + rise), (x + 4, y - rise))
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))
