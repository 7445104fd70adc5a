"""Waits for new tables in a folder: the system tells of most of them at once, a slow look finds the rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from assistant.core.errors import XiaoerError
from assistant.ui.orders_access import Background, Sight

_SOON = 1_000  # ms from a change to the look at it, and between two looks at a file that grows
_SLOW = 30_000  # ms; network folders tell nothing, and no folder tells of a file that is written over


class FolderWatch(QObject):
    """``came`` tells of tables that are new and whole."""

    came = Signal(list)  # of Path

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._look: Callable[[], Sight] | None = None
        self._busy = False
        self.soon = QTimer(self, singleShot=True, interval=_SOON)
        self.soon.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _: self.soon.start())
        self.slow = QTimer(self, interval=_SLOW)
        self.slow.timeout.connect(self.look)

    def watch(self, folder: str, look: Callable[[], Sight] | None) -> None:
        """Wait for tables in ``folder``, into which ``look`` looks; None to wait no more."""
        if before := self._watcher.directories():
            self._watcher.removePaths(before)
        self._look = look
        self.soon.stop()
        self.slow.stop()
        if look is not None:
            self._watcher.addPath(folder)
            self.slow.start()
            self.look()

    def look(self) -> None:
        """Look into the folder now, unless a look is under way."""
        look = self._look
        if look is None:
            return
        if self._busy:
            self.soon.start()
            return
        self._busy = True

        def seen(sight: Sight) -> None:
            self._busy = False
            if self._look is not look:
                self.look()
                return
            if sight.coming:
                self.soon.start()
            if sight.ready:
                self.came.emit(list(sight.ready))

        def failed(_: XiaoerError) -> None:
            self._busy = False

        self._background(look, seen, failed)
