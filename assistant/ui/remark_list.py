"""What is wrong or doubtful, as a list: each line leads to its place, and mends it where there is a way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from assistant.core.review import Remark
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton
from assistant.ui.inputs import Note
from assistant.ui.languages import Worded
from assistant.ui.paragraph import Paragraph
from assistant.ui.theme import Theme

_SHOWN = 6
_DOT, _PAD = 22, 5


class _Line(QAbstractButton):
    """A remark; pressing it goes to its place."""

    def __init__(self, sentence: str, theme: Theme, parent: QWidget, *, grave: bool) -> None:
        super().__init__(parent)
        self.theme = theme
        self._grave = grave
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setFont(themes.font(12))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(120, self._words().size.height() + 2 * _PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.setFixedHeight(self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(theme.accent if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.hover)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.danger if self._grave else theme.gap_edge)
        middle = _PAD + QFontMetrics(self.font()).height() / 2
        painter.drawEllipse(QRectF(8, middle - 3.5, 7, 7))
        self._words().draw(painter, _DOT, _PAD, theme.text)

    def _words(self) -> Paragraph:
        return Paragraph(self.text(), self.font(), max(60, self.width() - _DOT - 6))


class RemarkList(Worded, QWidget):
    """``gone_to`` and ``mended`` carry the remark."""

    gone_to = Signal(object)
    mended = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.remarks: tuple[Remark, ...] = ()
        self._wordings: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.setAccessibleName(self.tr("要注意的地方"))
        self.hide()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.setAccessibleName(self.tr("要注意的地方"))
        shown, self.remarks = self.remarks, ()
        self.show_remarks(shown, self._wordings)

    def show_remarks(self, remarks: Sequence[Remark], wordings: Sequence[str] = ()) -> None:
        """List these, the grave ones first; where there are several ``wordings``, with the name of theirs."""
        ordered = tuple(sorted(remarks, key=lambda remark: not remark.grave))
        if (ordered, tuple(wordings)) == (self.remarks, self._wordings):
            return
        self.remarks, self._wordings = ordered, tuple(wordings)
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for remark in ordered[:_SHOWN]:
            self._column.addWidget(self._row(remark))
        if (more := len(ordered) - _SHOWN) > 0:
            self._column.addWidget(Note(self.tr("还有 {count} 处").format(count=more), self.theme, self))
        self.setVisible(bool(ordered))

    def _row(self, remark: Remark) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        line = _Line(self._said(remark), self.theme, made, grave=remark.grave)
        line.clicked.connect(lambda: self.gone_to.emit(remark))
        row.addWidget(line, 1)
        if remark.fix:
            button = ActionButton(remark.fix.label, self.theme, made)
            button.setFixedHeight(26)
            button.setMaximumWidth(170)
            button.setAccessibleName(f"{remark.fix.label}：{remark.sentence}")
            button.clicked.connect(lambda: self.mended.emit(remark))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _said(self, remark: Remark) -> str:
        several = len(self._wordings) > 1 and 0 <= remark.wording < len(self._wordings)
        return f"〔{self._wordings[remark.wording]}〕{remark.sentence}" if several else remark.sentence
