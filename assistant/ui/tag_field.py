"""Tags as chips, and a line to type another one, with those that the library has."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from assistant.ui import theme as themes
from assistant.ui.flow import FlowLayout
from assistant.ui.inputs import Entry
from assistant.ui.languages import Worded
from assistant.ui.suggestions import Suggesting
from assistant.ui.theme import Theme

_APART = re.compile(r"[,，、;；\n\t]+")
_LONGEST = 20  # characters of a tag
_HEIGHT = 26
Key = Qt.Key


class TagChip(QAbstractButton):
    """A tag; pressing it, or Delete, takes it away."""

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setText(text)
        self.setFont(themes.font(12))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("点一下去掉这个标签"))
        self.setAccessibleName(self.tr("标签 {tag}，按删除键去掉").format(tag=text))

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(min(180, QFontMetrics(self.font()).horizontalAdvance(self.text()) + 34), _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() in (Key.Key_Delete, Key.Key_Backspace, Key.Key_Return, Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.accent if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.badge)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(theme.text)
        words = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 32)
        painter.drawText(self.rect().adjusted(9, 0, -22, 0), Qt.AlignmentFlag.AlignVCenter, words)
        if self.isEnabled():
            painter.setPen(theme.text if self.underMouse() else theme.muted)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(self.rect().adjusted(0, 0, -8, 0), right, "×")


class TagField(Worded, QWidget):
    """Enter or a comma ends a tag; Backspace in the empty line takes the last one back."""

    settled = Signal()

    def __init__(self, find: Callable[[str], Sequence[str]], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._chips: list[TagChip] = []
        self.line = Entry(theme, self)
        self.line.setMaxLength(200)
        self._row = FlowLayout(gap=5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(self._row)
        column.addWidget(self.line)
        self.suggesting = Suggesting(
            self.line, lambda typed: [tag for tag in find(typed) if tag not in self.value()], theme
        )
        self.suggesting.taken.connect(lambda _: self._take())
        self.line.textEdited.connect(self._typed)
        self.line.settled.connect(self._take)
        self.line.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.line.setPlaceholderText(self.tr("加标签，回车确定"))
        self.line.setAccessibleName(self.tr("加标签"))

    def value(self) -> tuple[str, ...]:
        """The tags."""
        return tuple(chip.text() for chip in self._chips)

    def show_value(self, tags: Sequence[str]) -> None:
        """Show these."""
        if tuple(tags) != self.value():
            for chip in self._chips[:]:
                self._drop(chip)
            for tag in tags:
                self._add(tag)
        self.line.clear()
        self.suggesting.list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Backspace before an empty line."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            before_nothing = event.key() == Key.Key_Backspace and not self.line.text()
            if before_nothing and self._chips:
                self._remove(self._chips[-1])
                return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        if _APART.search(text):
            self._take()

    def _take(self) -> None:
        self.suggesting.list.hide()
        words = [word.strip()[:_LONGEST] for word in _APART.split(self.line.text())]
        self.line.clear()
        fresh = [word for word in dict.fromkeys(words) if word and word not in self.value()]
        for word in fresh:
            self._add(word)
        if fresh:
            self.settled.emit()

    def _add(self, tag: str) -> None:
        chip = TagChip(tag, self.theme, self)
        chip.clicked.connect(lambda: self._remove(chip))
        self._chips.append(chip)
        self._row.addWidget(chip)
        chip.show()

    def _remove(self, chip: TagChip) -> None:
        if chip.hasFocus():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(chip)
        self.settled.emit()

    def _drop(self, chip: TagChip) -> None:
        self._chips.remove(chip)
        self._row.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
