"""From a file to orders: asked about where that is needed, read in the background, told when it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QFileDialog

from assistant.core.errors import XiaoerError
from assistant.ui.inputs import Ink
from assistant.ui.order_watch import FolderWatch
from assistant.ui.orders_access import Job, OrderTools, Report, Strange
from assistant.ui.orders_mapping import OrdersMapping
from assistant.ui.orders_report import sentence
from assistant.ui.orders_window import OrdersWindow
from assistant.ui.toast import Toast

_OFFERED = 20  # s that a new table is offered on the screen; in the window it is offered until it is answered
_HOUR = 3_600_000  # ms


class OrdersFlow(QObject):
    """Owns the window of the orders and the watched folder. One reading goes on at a time, the others wait."""

    def __init__(self, tools: OrderTools, toast: Toast, theme: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._toast = toast
        self._theme = theme
        self._window: OrdersWindow | None = None
        self._waiting: list[Path] = []
        self._unasked: list[Path] = []
        self._told: list[Callable[[str], None]] = []
        self._offered: list[Path] = []
        self._job: Job | None = None
        self._asking = False
        self._folder = ""
        self.watch = FolderWatch(tools.run, self)
        self.watch.came.connect(self._came)
        self._hourly = QTimer(self, interval=_HOUR)
        self._hourly.timeout.connect(lambda: tools.memory.expire(self._fail))
        tools.access.on_change(self._changed)

    def begin(self) -> None:
        """Watch the folder that is set, and see to what has been kept for its days."""
        self._hourly.start()
        self.follow()

    def follow(self) -> None:
        """Settings changed elsewhere."""
        folder = str(self._tools.settings.get("orders.folder"))
        if folder != self._folder:
            self._folder = folder
            self.watch.watch(folder, self._tools.access.incoming(Path(folder)) if folder else None)
        if self._window:
            self._show_settings(self._window)

    def show(self) -> OrdersWindow:
        """Show the window."""
        if self._window is not None and self._window.outdated:
            self._window.deleteLater()
            self._window = None
        if self._window is None:
            self._window = self._made()
        self._window.present()
        return self._window

    def read(self, files: Sequence[Path], told: Callable[[str], None] | None = None) -> None:
        """Read tables, after what is being read; ``told`` gets a sentence once they are or somebody must be asked."""
        self._waiting += [file for file in files if file not in self._waiting]
        self._told += [told] if told else []
        self._next()

    def set_theme(self, theme: str) -> None:
        """Change the colours."""
        self._theme = theme
        if self._window:
            self._window.set_theme(theme)

    def end(self) -> None:
        """Stop reading."""
        self._waiting.clear()
        self._unasked.clear()
        if self._job:
            self._job.cancel()

    def _made(self) -> OrdersWindow:
        window = OrdersWindow(self._tools, self._theme)
        window.files_given.connect(self.read)
        window.offer_taken.connect(self._take)
        window.offer_refused.connect(self._refuse)
        window.progress.cancelled.connect(self._cancelled)
        window.side.folder_asked.connect(self._pick_folder)
        window.side.folder_given_up.connect(lambda: self._set("orders.folder", ""))
        window.side.auto_switched.connect(lambda on: self._set("orders.auto", "yes" if on else "no"))
        window.show_offer(self._question())
        window.progress.follow(self._job)
        self._show_settings(window)
        return window

    def _show_settings(self, window: OrdersWindow) -> None:
        window.side.show_folder(self._folder, auto=self._tools.settings.get("orders.auto") == "yes")
        window.side.refresh()

    def _set(self, key: str, value: str) -> None:
        try:
            self._tools.settings.set(key, value)
        except XiaoerError as problem:
            self._fail(problem)
        self.follow()

    def _next(self) -> None:
        if self._job is not None or self._asking:
            return
        if self._unasked:
            files, self._unasked = tuple(self._unasked), []
            self._read(files)
        elif self._waiting:
            files, self._waiting = tuple(self._waiting), []
            self._job = job = Job()
            self._show_job()

            def looked(strange: Sequence[Strange]) -> None:
                if not job.cancelled:
                    self._ask(files, list(strange))

            def failed(problem: XiaoerError) -> None:
                if not job.cancelled:
                    self._failed(problem)

            self._tools.access.survey(files, looked, failed)

    def _ask(self, files: Sequence[Path], strange: list[Strange]) -> None:
        """Have one strange table explained after the other, then read."""
        if not strange:
            self._read(files)
            return
        self._job, self._asking = None, True
        self._show_job()
        table = strange.pop(0)
        self._answer(self.tr("请在“订单”窗口里选这些列是什么。"))
        window = self.show()
        sheet = OrdersMapping(table, self._tools.access.fields(), window.colours, window)
        sheet.explained.connect(lambda columns: self._tools.access.explain(table.headings, columns))
        sheet.accepted.connect(lambda: self._ask(files, strange))
        sheet.rejected.connect(self._given_up)
        sheet.open()

    def _given_up(self) -> None:
        self._asking = False
        self._next()

    def _read(self, files: Sequence[Path]) -> None:
        self._asking = False
        self._job = job = Job()
        self._show_job()
        self._tools.access.read(files, job, self._done, self._failed)

    def _done(self, report: Report) -> None:
        self._job = None
        self._show_job()
        if self._window:
            self._window.tell(report)
        if not (self._window and self._window.isVisible()):
            self._toast.say(sentence(report), 8)
        self._answer(sentence(report))
        self._next()

    def _answer(self, words: str) -> None:
        answers, self._told = self._told, []
        for answer in answers:
            answer(words)

    def _failed(self, problem: XiaoerError) -> None:
        self._job = None
        self._show_job()
        self._fail(problem)
        self._answer(str(problem))
        self._next()

    def _cancelled(self) -> None:
        self._job = None
        words = self.tr("已取消，什么也没有读入。")
        if self._window:
            self._window.say(words, Ink.MUTED)
        self._answer(words)
        self._next()

    def _fail(self, problem: XiaoerError) -> None:
        if self._window and self._window.isVisible():
            self._window.fail(problem)
        else:
            self._toast.say(str(problem), 10)

    def _show_job(self) -> None:
        if self._window:
            self._window.progress.follow(self._job)

    def _changed(self) -> None:
        if self._window:
            self._window.refresh()

    def _came(self, files: list[Path]) -> None:
        if self._tools.settings.get("orders.auto") == "yes":
            self._unasked += files
            self._next()
            return
        self._toast.take_back(self._question())
        self._offered += [file for file in files if file not in self._offered]
        answers = ((self.tr("读入"), self._take), (self.tr("忽略"), self._refuse))
        self._toast.say(self._question(), _OFFERED, answers)
        if self._window:
            self._window.show_offer(self._question())

    def _question(self) -> str:
        if not self._offered:
            return ""
        if len(self._offered) == 1:
            return self.tr("新的订单表 {file}，要读入吗？").format(file=self._offered[0].name)
        return self.tr("有 {count} 个新的订单表，要读入吗？").format(count=len(self._offered))

    def _take(self) -> None:
        files = list(self._offered)
        self._refuse()
        self.read(files)

    def _refuse(self) -> None:
        self._toast.take_back(self._question())
        self._offered.clear()
        if self._window:
            self._window.show_offer("")

    def _pick_folder(self) -> None:
        if self._window is None:
            return
        dialog = QFileDialog(self._window, self.tr("留意哪个文件夹？"))
        dialog.setPalette(self._window.palette())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        dialog.setDirectory(self._folder or usual)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self._set("orders.folder", folder))
        dialog.open()
