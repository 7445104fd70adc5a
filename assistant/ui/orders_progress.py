"""How far a reading is, and the way to stop it: a line in a window, in the way of nothing else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from assistant.ui.controls import ActionButton
from assistant.ui.inputs import Ink, Note
from assistant.ui.orders_access import Job
from assistant.ui.theme import Theme

_LOOKS = 60  # ms between two looks at how far it is


class Bar(QWidget):
    """A share of a whole."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.fraction = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(120, 8)

    def show_fraction(self, fraction: float) -> None:
        """Fill it so far."""
        self.fraction = min(1.0, max(0.0, fraction))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.badge)
        painter.setBrush(self.theme.badge)
        whole = QRectF(0.5, 0.5, self.width() - 1, 7)
        painter.drawRoundedRect(whole, 3.5, 3.5)
        if self.fraction > 0:
            painter.setPen(self.theme.accent)
            painter.setBrush(self.theme.accent)
            painter.drawRoundedRect(QRectF(0.5, 0.5, max(7.0, whole.width() * self.fraction), 7), 3.5, 3.5)


class OrdersProgress(QWidget):
    """Shows one job after the other, and nothing in between."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._form = ""
        self.words = Note("", theme, self, ink=Ink.TEXT)
        self.words.setWordWrap(False)
        self.bar = Bar(theme, self)
        self.stop = ActionButton(self.tr("取消"), theme, self)
        self.stop.setAccessibleName(self.tr("取消读入"))
        self.stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self._timer = QTimer(self, interval=_LOOKS)
        self._timer.timeout.connect(self._look)
        self.hide()

    def follow(self, job: Job | None, form: str = "") -> None:
        """Show how far ``job`` is; None when there is none any more. ``form`` says what goes on, with a {percent}."""
        self._job = job
        self._form = form or self.tr("正在读入… {percent}%")
        self.setVisible(job is not None)
        if job is None:
            self._timer.stop()
        else:
            self._timer.start()
            self._look()

    def _look(self) -> None:
        if self._job is not None:
            self.bar.show_fraction(self._job.fraction)
            told = self._form.format(percent=int(self.bar.fraction * 100))
            self.words.setText(told)
            self.bar.setAccessibleName(told)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.follow(None)
            self.cancelled.emit()
