"""What the pages of the popup that ask something have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton, ThinBar, lay_out_page
from assistant.ui.languages import Worded
from assistant.ui.theme import Theme


class AskingPage(Worded, QWidget):
    """Heading and hint, rows that scroll, and two buttons: the way back and the way on."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heading, self._hint = QLabel(self), QLabel(self)
        self._heading.setFont(themes.bold(15))
        self._hint.setFont(themes.font(12))
        self._rows = QScrollArea(self)
        self._rows.setFrameShape(QFrame.Shape.NoFrame)
        self._rows.setWidgetResizable(True)
        self._rows.setVerticalScrollBar(ThinBar(theme, self._rows))
        self._rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._back, self._on = ActionButton("", theme, self), ActionButton("", theme, self, primary=True)
        self._back.clicked.connect(self.cancelled)
        lay_out_page(self, (self._heading, self._hint), self._rows, (self._back, self._on))
        self.retranslate()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours; rows keep theirs until they are shown anew."""
        self._theme = self._back.theme = self._on.theme = theme
        self.setPalette(themes.palette(theme))
        muted = QPalette(self.palette())
        muted.setColor(QPalette.ColorRole.WindowText, theme.muted)
        self._hint.setPalette(muted)

    def new_rows(self, spacing: int) -> tuple[QWidget, QVBoxLayout]:
        """An empty page for rows, and the column that they go into; show it with :meth:`show_rows`."""
        page = QWidget()
        page.setAutoFillBackground(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 4, 12, 4)
        column.setSpacing(spacing)
        return page, column

    def show_rows(self, page: QWidget, column: QVBoxLayout) -> None:
        """Show what :meth:`new_rows` gave, with nothing to come after it."""
        column.addStretch()
        self._rows.setWidget(page)

    def forget(self) -> None:
        """Drop the rows: they may hold a buyer's facts."""
        if self._rows.widget() is not None:
            self._rows.takeWidget().deleteLater()
