"""New tables in the watched folder: offered, never read without being asked, unless the user wants just that."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assistant.ui.order_watch import FolderWatch
from assistant.ui.orders_access import OrderTools
from assistant.ui.toast import Toast

_SHOWN = 20  # s on the screen; in the window of the orders it is offered until it is answered


class OrdersOffers(QObject):
    """``changed`` tells what is asked now, ``taken`` which files are wanted, ``unasked`` which are so anyway."""

    changed = Signal(str)
    taken = Signal(list)  # of Path
    unasked = Signal(list)

    def __init__(self, tools: OrderTools, toast: Toast, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._toast = toast
        self._files: list[Path] = []
        self._folder = ""
        self.watch = FolderWatch(tools.run, self)
        self.watch.came.connect(self._came)

    def follow(self) -> None:
        """Watch the folder that is set."""
        folder = str(self._tools.settings.get("orders.folder"))
        if folder != self._folder:
            self._folder = folder
            self.watch.watch(folder, self._tools.access.incoming(Path(folder)) if folder else None)

    def question(self) -> str:
        """What is asked now; empty for nothing."""
        if not self._files:
            return ""
        if len(self._files) == 1:
            return self.tr("新的订单表 {file}，要读入吗？").format(file=self._files[0].name)
        return self.tr("有 {count} 个新的订单表，要读入吗？").format(count=len(self._files))

    def take(self) -> None:
        """They are wanted."""
        files = list(self._files)
        self.refuse()
        self.taken.emit(files)

    def refuse(self) -> None:
        """They are not; they are not offered again."""
        self._toast.take_back(self.question())
        self._files.clear()
        self.changed.emit("")

    def _came(self, files: list[Path]) -> None:
        if self._tools.settings.get("orders.auto") == "yes":
            self.unasked.emit(files)
            return
        self._toast.take_back(self.question())
        self._files += [file for file in files if file not in self._files]
        answers = ((self.tr("读入"), self.take), (self.tr("忽略"), self.refuse))
        self._toast.say(self.question(), _SHOWN, answers)
        self.changed.emit(self.question())
