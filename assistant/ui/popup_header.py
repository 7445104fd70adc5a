"""The top of the popup: the search line, the roles, the chat that the reply goes to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QInputMethodEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QWidget

from assistant.ui import theme as themes
from assistant.ui.controls import Chip
from assistant.ui.languages import Worded
from assistant.ui.terms import term
from assistant.ui.theme import Theme

HEIGHT = 52
_TARGET_MOST = 190


class SearchLine(Worded, QLineEdit):
    """Where the query is typed. Knows whether an input method is composing in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = False
        self.setFrame(False)
        self.setFont(themes.font(18))
        self.setObjectName("query")
        self.setMaxLength(100)
        self.retranslate()

    def retranslate(self) -> None:
        """Say anew what it is for."""
        self.setPlaceholderText(self.tr("搜索话术、编码、标签…"))
        self.setAccessibleName(self.tr("搜索话术"))
        self.setAccessibleDescription(self.tr("输入文字或编码筛选，回车粘贴，Esc 关闭"))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802, D102
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def start_anew(self) -> None:
        """Empty, with no memory of what was typed."""
        self.composing = False
        self.clear()


class TargetChip(Worded, QWidget):
    """Chat program and buyer that the popup was opened over; a click asks to be taught who the buyer is."""

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._program = self._buyer = ""
        self._metrics = QFontMetrics(themes.font(12))
        self.setFixedHeight(26)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_target(self, program: str, buyer: str) -> None:
        """Name them; with neither the chip goes away."""
        if (program, buyer) != (self._program, self._buyer):
            self._program, self._buyer = program, buyer
            self.retranslate()

    def retranslate(self) -> None:
        """Name them in the language of the interface."""
        program, buyer = self._program, self._buyer
        text = " · ".join(filter(None, (term(program), buyer)))
        self.setFixedWidth(min(_TARGET_MOST, self._metrics.horizontalAdvance(text) + 34))
        self.setToolTip(f"{text}\n{self.tr('买家不对？点这里教小二认（Ctrl+T）')}")
        self.setAccessibleName(self.tr("粘贴到 {target}").format(target=text))
        self.setVisible(bool(text))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.line)
        painter.setBrush(self.theme.side)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12.5, 12.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.good)
        painter.drawEllipse(QPointF(13, 13), 3.5, 3.5)
        painter.setFont(themes.font(12))
        left, right = 22, self.width() - 10
        program = term(self._program) + (" · " if self._buyer and self._program else "")
        painter.setPen(self.theme.muted)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left, 0, right - left, 26), flags, program)
        left += self._metrics.horizontalAdvance(program)
        painter.setPen(self.theme.text)
        buyer = self._metrics.elidedText(self._buyer, Qt.TextElideMode.ElideMiddle, right - left + 1)
        painter.drawText(QRect(left, 0, right - left + 2, 26), flags, buyer)


class Header(Worded, QWidget):
    """Search line, role chips, target chip."""

    role_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = SearchLine(self)
        self.target = TargetChip(theme, self)
        self._offered: tuple[str, ...] = ()
        self._roles = QButtonGroup(self)
        self._roles.buttonClicked.connect(lambda chip: self.role_chosen.emit(chip.property("role")))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(46, 0, 14, 0)
        self._row.setSpacing(2)
        self._row.addWidget(self.line, 1)
        self._row.addSpacing(8)
        self._row.addWidget(self.target)
        self.setFixedHeight(HEIGHT)
        self.setAutoFillBackground(True)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = self.target.theme = theme
        for chip in self._roles.buttons():
            chip.theme = theme  # type: ignore[attr-defined]
        colours = QPalette(themes.palette(theme))
        colours.setColor(QPalette.ColorRole.PlaceholderText, theme.faint)
        self.line.setPalette(colours)
        self.update()

    def retranslate(self) -> None:
        """Name the roles anew."""
        chosen = next((chip.property("role") for chip in self._roles.buttons() if chip.isChecked()), "")
        self.show_roles(self._offered)
        self.select_role(chosen)

    def show_roles(self, roles: Sequence[str]) -> None:
        """Offer these besides all; with none there is nothing to choose and no chip."""
        self._offered = tuple(roles)
        for chip in self._roles.buttons():
            self._roles.removeButton(chip)
            chip.deleteLater()
        for place, role in enumerate(("", *roles) if roles else ()):
            chip = Chip(term(role) or self.tr("全部"), self._theme, self)
            chip.setProperty("role", role)
            chip.setToolTip(self.tr("只看这个岗位的话术（Ctrl+R 切换）"))
            chip.setAccessibleName(self.tr("岗位：{role}").format(role=chip.text()))
            chip.setChecked(not role)
            self._roles.addButton(chip)
            self._row.insertWidget(1 + place, chip)

    def select_role(self, role: str) -> None:
        """Check this role's chip."""
        for chip in self._roles.buttons():
            chip.setChecked(chip.property("role") == role)

    def next_role(self) -> str:
        """Check the role after the current one and return it."""
        chips = self._roles.buttons()
        if not chips:
            return ""
        checked = next((place for place, chip in enumerate(chips) if chip.isChecked()), 0)
        chip = chips[(checked + 1) % len(chips)]
        chip.setChecked(True)
        return str(chip.property("role"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.muted, 1.8))
        painter.drawEllipse(QPointF(26, 25), 6.5, 6.5)
        painter.drawLine(QPointF(31, 30), QPointF(35, 34))
        painter.setPen(self._theme.edge)  # the window's edge runs through this pane in its upper corners
        edge = QRectF(self.rect()).adjusted(-0.5, -0.5, 0.5, 30)
        painter.drawRoundedRect(edge, themes.RADIUS, themes.RADIUS)
