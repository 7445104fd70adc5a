"""Whether the popup is there: when it was left, and when to make it ready for the next time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

_REST_AFTER = 250  # ms after hiding: the paste that follows a choice must not wait for our painting


class Presence(QObject):
    """Watches the popup ``window``."""

    left = Signal()  # another window has the focus, the popup is still shown
    over = Signal()  # hidden for good: forget what was in it
    idle = Signal()  # after ``over``, with time to spare

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._resting = QTimer(self, singleShot=True, interval=_REST_AFTER)
        self._resting.timeout.connect(self._rest)
        self._settling = QTimer(self, singleShot=True, interval=_REST_AFTER)
        self._settling.timeout.connect(self._settle)
        window.installEventFilter(self)

    def changed(self) -> None:
        """The hidden popup looks different now."""
        self._settling.start()

    def back(self) -> None:
        """The popup is about to be shown: what a rest would have done is done now."""
        self._settling.stop()
        if self._resting.isActive():
            self._resting.stop()
            self.over.emit()

    def here(self) -> None:
        """The window was shown. Where Qt never saw that the keyboard went away meanwhile, it would not see it come."""
        if self.has_keyboard() and QApplication.activeWindow() is not self._window:
            QApplication.setActiveWindow(self._window)

    def has_keyboard(self) -> bool:
        """Whether what is typed comes here."""
        # isActiveWindow() would also be true for a tool window while any other window of ours is active
        return self._window.isVisible() and QGuiApplication.focusWindow() is self._window.windowHandle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() is QEvent.Type.Hide:
            self._resting.start()
        elif event.type() is QEvent.Type.WindowDeactivate:
            QTimer.singleShot(0, self._look)  # not now: hide() deactivates the window before it is hidden
        return False

    def _look(self) -> None:
        if self._window.isVisible() and not self.has_keyboard():
            self.left.emit()

    def _rest(self) -> None:
        if not self._window.isVisible():
            self.over.emit()
            self._settle()

    def _settle(self) -> None:
        if not self._window.isVisible():
            self.idle.emit()
