"""The category tree and the phrase list, painted by their delegates."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from assistant.core.search import Match
from assistant.ui import theme as themes
from assistant.ui.languages import Worded
from assistant.ui.popup_model import COUNT, PATH, CategoryModel, PhraseModel
from assistant.ui.popup_writer import Writer
from assistant.ui.still import Still
from assistant.ui.theme import Theme

__all__ = ["BRANCH", "ROW", "CategoryTree", "PhraseDelegate", "PhraseList", "Writer"]

ROW = 44
BRANCH = 30
_SHORTCUTS = 9  # Alt+1 … Alt+9
_CENTER = Qt.AlignmentFlag.AlignCenter
AnyIndex = QModelIndex | QPersistentModelIndex


class PhraseDelegate(QStyledItemDelegate):
    """A row of the list: digit, title, code, excerpt. ``larger`` are pixels more for each letter."""

    def __init__(self, theme: Theme, view: QListView, model: PhraseModel, larger: int = 0) -> None:
        super().__init__(view)
        self.larger = larger
        self.theme = theme
        self._view = view
        self._model = model
        self.pinned: frozenset[str] = frozenset()
        self._size = QSize(100, ROW + 3 * larger)
        self._title, self._small = Writer(themes.font(14 + larger)), Writer(themes.font(12 + larger))
        self._code, self._digit = Writer(themes.font(11 + larger)), Writer(themes.font(11))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802, D102
        return self._size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: D102
        rect = _box(option)
        row, theme = index.row(), self.theme
        match = self._model.matches[row]
        picked = row == self._view.currentIndex().row()
        if picked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.picked)
            painter.drawRoundedRect(QRectF(rect).adjusted(6, 1, -6, -1), 7, 7)
            if self._view.hasFocus():
                painter.setBrush(theme.accent)
                painter.drawRoundedRect(QRectF(rect.left() + 6, rect.top() + 12, 3, rect.height() - 24), 1.5, 1.5)
        if row < _SHORTCUTS:
            self._badge(painter, rect, row, picked=picked)
        self._texts(painter, rect.adjusted(42, 0, -16, 0), match)

    def _badge(self, painter: QPainter, rect: QRect, row: int, *, picked: bool) -> None:
        box = QRect(rect.left() + 15, rect.top() + (rect.height() - 18) // 2, 18, 18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.accent if picked else self.theme.badge)
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(self._digit.font)
        painter.setPen(self.theme.on_accent if picked else self.theme.muted)
        painter.drawText(box, _CENTER, str(row + 1))

    def _texts(self, painter: QPainter, box: QRect, match: Match) -> None:
        theme, code = self.theme, match.phrase.code
        width = min(self._code.width(code), 110) if code else 0
        if code:
            place = QRect(box.right() - width, box.top() + 5, width + 1, 18 + self.larger)
            self._code.draw_marked(painter, place, (code, match.code_spans), (theme.muted, theme.accent_text))
        right = box.right() - width - (12 if code else 0)
        if match.phrase.id in self.pinned:
            _draw_pin(painter, QPointF(right - 5.5, box.top() + 14), theme.accent_text)
            right -= 18
        title = QRect(box.left(), box.top() + 3, right - box.left() + 1, 21 + self.larger)
        if match.expired:
            label = self.tr("过期")
            width = self._small.width(label)
            self._small.draw(
                painter, QRect(title.right() - width, title.top() + 2, width + 1, 17 + self.larger), label, theme.muted
            )
            title.setRight(title.right() - width - 8)
        inks = (theme.muted if match.expired else theme.text, theme.accent_text)
        self._title.draw_marked(painter, title, (match.phrase.title, match.title_spans), inks)
        excerpt = QRect(box.left(), box.top() + 23 + 3 * self.larger // 2, box.width(), 17 + self.larger)
        inks = (theme.muted, theme.accent_text)
        self._small.draw_marked(painter, excerpt, (match.excerpt, match.excerpt_spans), inks)


class PhraseList(Worded, QListView):
    """The phrases found. One of them is always current unless there are none."""

    moved = Signal()
    accepted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phrases")
        self.phrases = PhraseModel(self)
        self.empty = ("", "")
        self._still = Still(self.viewport())
        _tame(self)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.setModel(self.phrases)
        self.painter_of_rows = PhraseDelegate(theme, self, self.phrases)
        self.setItemDelegate(self.painter_of_rows)
        self.retranslate()
        self.doubleClicked.connect(lambda _: self.accepted.emit())
        self.clicked.connect(lambda _: self.moved.emit())

    def retranslate(self) -> None:
        """Name it anew."""
        self.setAccessibleName(self.tr("话术列表"))
        self.setAccessibleDescription(self.tr("上下键选择，回车粘贴，Alt 加数字直接粘贴"))
        self._still.drop()

    def set_larger(self, larger: int) -> None:
        """Letters that many pixels larger than usual."""
        before = self.painter_of_rows
        self.painter_of_rows = PhraseDelegate(before.theme, self, self.phrases, larger)
        self.painter_of_rows.pinned = before.pinned
        self.setItemDelegate(self.painter_of_rows)
        self._still.drop()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self.painter_of_rows.theme = theme
        self.viewport().update()

    def set_pinned(self, pinned: Iterable[str]) -> None:
        """Mark these phrases."""
        self.painter_of_rows.pinned = frozenset(pinned)
        self.viewport().update()

    def show_matches(self, matches: Sequence[Match]) -> None:
        """List these, the first one current, scrolled to the top."""
        if matches is not self.phrases.matches:  # going back to the same list keeps its layout
            self.phrases.show(matches)
        if matches:
            self.setCurrentIndex(self.phrases.index(0, 0))

    def match(self, row: int = -1) -> Match | None:
        """The match in ``row``, or the current one."""
        row = self.currentIndex().row() if row < 0 else row
        return self.phrases.matches[row] if 0 <= row < len(self.phrases.matches) else None

    def move_to(self, row: int) -> None:
        """Make the nearest row to ``row`` that exists current and visible."""
        rows = len(self.phrases.matches)
        if rows:
            row = max(0, min(row, rows - 1))
            self.phrases.reveal(row)
            self.setCurrentIndex(self.phrases.index(row, 0))
            self.moved.emit()

    def keep_still(self) -> None:
        """Take the picture that the next opening starts with."""
        self._still.take(self._look())

    def _look(self) -> Hashable:
        place = self.currentIndex().row(), self.verticalScrollBar().value(), self.hasFocus()
        rows = self.painter_of_rows
        return id(self.phrases.matches), place, rows.theme.dark, rows.pinned, self.empty

    def page(self) -> int:
        """Rows that fit on the screen at once."""
        return max(1, self.viewport().height() // (ROW + 3 * self.painter_of_rows.larger))

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802, D102
        super().scrollContentsBy(dx, dy)
        bar, everything = self.verticalScrollBar(), QModelIndex()
        # Qt does this by itself only for the scroll bar that it made
        if bar.value() == bar.maximum() and self.phrases.canFetchMore(everything):
            self.phrases.fetchMore(everything)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        if self._still.draw(self._look()):
            return
        if self.phrases.matches:
            super().paintEvent(event)
            return
        draw_empty(QPainter(self.viewport()), self.viewport().rect(), self.painter_of_rows.theme, self.empty)


def draw_empty(painter: QPainter, rect: QRect, theme: Theme, words: tuple[str, str]) -> None:
    """Say in the middle of a list that there is nothing in it, and below that what to do."""
    headline, hint = words
    box = rect.adjusted(24, 0, -24, -40)
    painter.setFont(themes.font(15))
    painter.setPen(theme.text)
    top = box.adjusted(0, 0, 0, -box.height() // 2 - 4)
    painter.drawText(top, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, headline)
    painter.setFont(themes.font(12))
    painter.setPen(theme.muted)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(box.adjusted(0, box.height() // 2 + 4, 0, 40), flags, hint)


class CategoryDelegate(QStyledItemDelegate):
    """A row of the tree: name and count."""

    def __init__(self, theme: Theme, view: QTreeView, larger: int = 0) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view
        self._size = QSize(100, BRANCH + 2 * larger)
        self._name, self._count = Writer(themes.font(13 + larger)), Writer(themes.font(11 + larger))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802
        return self._size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect = _box(option)
        picked = index == self._view.currentIndex()
        count = str(index.data(COUNT))
        width = self._count.width(count)
        right = self._view.viewport().width() - 16
        self._count.draw(painter, QRect(right - width, rect.top(), width + 1, rect.height()), count, self.theme.muted)
        box = QRect(rect.left() + 7, rect.top(), right - width - rect.left() - 15, rect.height())
        self._name.draw(painter, box, index.data(), self.theme.accent_text if picked else self.theme.text)


class CategoryTree(Worded, QTreeView):
    """The categories. The current row is the filter; a second click on it goes back to everything."""

    filtered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, model: CategoryModel | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = CategoryModel(self) if model is None else model
        self._still = Still(self.viewport())
        _tame(self)
        self._folded = True
        self.expanded.connect(self._unfolded)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(False)
        self.setModel(self._model)
        self.painter_of_rows = CategoryDelegate(theme, self)
        self.setItemDelegate(self.painter_of_rows)
        self.retranslate()

    def retranslate(self) -> None:
        """Name it and its first row anew."""
        self.setAccessibleName(self.tr("话术分类"))
        self.setAccessibleDescription(self.tr("选择一个分类，只看其中的话术"))
        self._model.rename(self.tr("全部话术"))
        self._still.drop()

    def set_larger(self, larger: int) -> None:
        """Letters that many pixels larger than usual."""
        self.painter_of_rows = CategoryDelegate(self._theme, self, larger)
        self.setItemDelegate(self.painter_of_rows)
        self._still.drop()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = self.painter_of_rows.theme = theme
        self.viewport().update()

    def show_categories(self, filed: Mapping[tuple[str, ...], int]) -> None:
        """Rebuild from the number of phrases filed in each category, everything folded and nothing filtered."""
        with QSignalBlocker(self):  # while it is rebuilt the tree stands on a row that nobody chose
            self._model.show(filed, self.tr("全部话术"))
        self.select_all()

    def select_all(self) -> None:
        """Go back to the first row, which lifts the filter, without a signal."""
        with QSignalBlocker(self):
            if not self._folded:
                self.collapseAll()
                self._folded = True
            self.setCurrentIndex(self._model.index(0, 0))
            self.scrollToTop()
        self.viewport().update()

    def keep_still(self) -> None:
        """Take the picture that the next opening starts with."""
        self._still.take(self._look())

    def _look(self) -> Hashable:
        """Everything folded and nothing filtered is the one look worth a picture."""
        at_rest = self.currentIndex().row() == 0 and not self.category() and self._folded
        return at_rest and (self.verticalScrollBar().value(), self.hasFocus(), self._theme.dark, self._model.version)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        look = self._look()
        if not (look and self._still.draw(look)):
            super().paintEvent(event)

    def _unfolded(self) -> None:
        self._folded = False

    def category(self) -> tuple[str, ...]:
        """The path of the current row; empty for everything."""
        return tuple(self.currentIndex().data(PATH) or ())

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802, D102
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and not self.signalsBlocked():
            self.filtered.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        index = self.indexAt(event.position().toPoint())
        again = index.isValid() and index == self.currentIndex() and index.parent().isValid() | (index.row() > 0)
        if again:
            self.setCurrentIndex(self._model.index(0, 0))
            return
        super().mousePressEvent(event)
        if index.isValid():
            self.expand(index)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: N802, D102
        box = _box(options)
        if index == self.currentIndex():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.accent, 1) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.picked)
            row = QRectF(6.5, box.top() + 1.5, self.viewport().width() - 13, box.height() - 3)
            painter.drawRoundedRect(row, 6, 6)
        super().drawRow(painter, options, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:  # noqa: N802, D102
        if not self._model.hasChildren(index):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.faint, 1.4))
        x, y = rect.right() - 1.5, rect.center().y() + 0.5
        turned = self.isExpanded(index)
        points = ((-3, -1.5), (0, 1.5), (3, -1.5)) if turned else ((-1.5, -3), (1.5, 0), (-1.5, 3))
        painter.drawPolyline(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points]))


def _draw_pin(painter: QPainter, middle: QPointF, ink: QColor) -> None:
    """A drawing pin of twelve pixels, leaning to the right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(middle)
    painter.rotate(40)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(QRectF(-3.5, -6, 7, 2), 1, 1)
    corners = ((-2, -4), (2, -4), (2, -1), (4, 1.4), (-4, 1.4), (-2, -1))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.drawRect(QRectF(-0.6, 1.4, 1.2, 5))
    painter.restore()


def _box(option: QStyleOptionViewItem) -> QRect:
    return cast(QRect, cast(Any, option).rect)  # the older bindings do not declare it


def _tame(view: QAbstractItemView) -> None:
    """No frame, no editing, no selection model of its own: only the current row counts."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setFont(themes.font(13))
