"""Picking an emoticon: by Chinese name, pinyin or English, page by page, with what each chat program will show."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from assistant.core.naming import Naming
from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.editor_tools import Faces
from assistant.ui.face_model import EVERY, FaceModel
from assistant.ui.inputs import Entry, Note
from assistant.ui.languages import Worded
from assistant.ui.select import Select
from assistant.ui.theme import Theme, Themed

_SIZE = QSize(362, 380)
_CELL = QSize(65, 58)
Key = Qt.Key
_MOVES = (Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown)
_ASIDE = (Key.Key_Left, Key.Key_Right)


class _Cells(QStyledItemDelegate):
    """A cell: the sign, below it the name."""

    def __init__(self, view: QListView, model: FaceModel, theme: Theme) -> None:
        super().__init__(view)
        self.theme = theme
        self._model = model
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return _CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self.theme
        name = self._model.names[index.row()]
        box: QRect = self._view.visualRect(self._model.index(index.row(), 0))
        current = index.row() == self._view.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current or bool(option.state & QStyle.StateFlag.State_MouseOver):  # type: ignore[attr-defined]
            painter.setPen(theme.accent if current else Qt.PenStyle.NoPen)
            painter.setBrush(theme.picked if current else theme.hover)
            painter.drawRoundedRect(QRectF(box).adjusted(2.5, 2.5, -2.5, -2.5), 7, 7)
        sign = self._model.sign(name)
        font = themes.font(22 if len(sign) <= 2 else 11)
        painter.setFont(font)
        painter.setPen(theme.text)
        sign = QFontMetrics(font).elidedText(sign, Qt.TextElideMode.ElideRight, box.width() - 8)
        painter.drawText(box.adjusted(4, 6, -4, -22), Qt.AlignmentFlag.AlignCenter, sign)
        painter.setFont(themes.font(11))
        painter.setPen(theme.accent_text if current else theme.muted)
        word = QFontMetrics(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, box.width() - 8)
        painter.drawText(box.adjusted(4, 36, -4, -4), Qt.AlignmentFlag.AlignCenter, word)
        painter.restore()


class EmoticonPicker(Worded, Themed, QWidget):
    """Enter picks, Esc leaves; ``picked`` carries the name. It lies over the widget that it belongs to."""

    picked = Signal(str)
    left = Signal()

    def __init__(self, faces: Faces, naming: Naming, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._faces = faces
        self._owner = parent
        self.model = FaceModel(faces, naming)
        self.line, self.page = Entry(theme, self), Select(theme, self)
        self.grid = QListView(self)
        self.shown = Note("", theme, self)
        self._cells = _Cells(self.grid, self.model, theme)
        self._dress()
        self._arrange()
        self.line.textChanged.connect(lambda _: self._find())
        self.page.settled.connect(self._find)
        self.line.installEventFilter(self)
        self.page.installEventFilter(self)
        self.grid.installEventFilter(self)
        self.grid.clicked.connect(lambda index: self._pick(index.row()))
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.retranslate()
        self._apply()
        self.hide()

    def retranslate(self) -> None:
        """Say everything anew."""
        self._programs = {
            "wangwang": self.tr("旺旺"), "wechat": self.tr("微信"), "qq": "QQ", "douyin": self.tr("抖音"),
            "unicode": self.tr("其他"), "kaomoji": self.tr("颜文字"),
        }  # fmt: skip
        self.line.setPlaceholderText(self.tr("搜表情：微笑、wx、smile"))
        self.line.setAccessibleName(self.tr("搜表情"))
        self.page.setAccessibleName(self.tr("哪家的表情"))
        self.grid.setAccessibleName(self.tr("表情"))
        self.page.offer([(EVERY, self.tr("全部")), *self._programs.items()])

    def open_at(self, place: QRect) -> None:
        """Show it below ``place``, in its parent's coordinates."""
        room = self._owner.rect()
        size = _SIZE.boundedTo(room.size() - QSize(12, 12))
        top = place.bottom() + 6
        if top + size.height() > room.bottom():
            top = max(6, place.top() - size.height() - 6)
        top = max(6, min(top, room.bottom() - size.height() - 6))
        left = max(6, min(place.left(), room.right() - size.width() - 6))
        self.setGeometry(left, top, size.width(), size.height())
        self.line.clear()
        self._find()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrow keys move in the grid, wherever the focus is within."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Key(event.key())
            if key == Key.Key_Escape:
                self._leave()
                return True
            if key in (Key.Key_Return, Key.Key_Enter) and watched is not self.page:
                self._pick(max(0, self.grid.currentIndex().row()))
                return True
            if watched is self.line and (key in _MOVES or (key in _ASIDE and not self.line.text())):
                QApplication.sendEvent(self.grid, event)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setPen(self._theme.edge)
        painter.setBrush(self._theme.window)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _find(self) -> None:
        self.model.find(self.line.text(), self.page.value())
        if self.model.names:
            self.grid.setCurrentIndex(self.model.index(0, 0))
            self.grid.scrollToTop()
        self._tell()

    def _tell(self) -> None:
        row = self.grid.currentIndex().row()
        if not 0 <= row < len(self.model.names):
            self.shown.setText(self.tr("没有这个表情。"))
            return
        name = self.model.names[row]
        none = self.tr("不显示")
        said = [f"{self._programs[dialect]} {code or none}" for dialect, code in self.model.shown_as(name)]
        self.shown.setText(f"{name}：" + "　".join(said))

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self.model.names):
            name = self.model.names[row]
            self._faces.used(name)
            self.hide()
            self.picked.emit(name)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _dress(self) -> None:
        grid = self.grid
        grid.setModel(self.model)
        grid.setItemDelegate(self._cells)
        grid.setViewMode(QListView.ViewMode.IconMode)
        grid.setResizeMode(QListView.ResizeMode.Adjust)
        grid.setMovement(QListView.Movement.Static)
        grid.setUniformItemSizes(True)
        grid.setGridSize(_CELL)
        grid.setFrameShape(QFrame.Shape.NoFrame)
        grid.setMouseTracking(True)
        grid.setVerticalScrollBar(ThinBar(self._theme, grid))
        grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.line.setMaxLength(40)
        self.shown.setMinimumHeight(52)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.page)
        column.addWidget(self.grid, 1)
        column.addWidget(self.shown)

    def _apply(self) -> None:
        colours = themes.palette(self._theme)
        self.setPalette(colours)
        self._cells.theme = self._theme
        colours.setColor(QPalette.ColorRole.Base, self._theme.window)
        self.grid.setPalette(colours)
        self.update()
