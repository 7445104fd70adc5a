"""From a file to orders: asked about where that is needed, read in the background, told when it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from assistant.core.errors import XiaoerError
from assistant.ui.inputs import Ink
from assistant.ui.orders_access import Job, OrderTools, Report, Strange
from assistant.ui.orders_mapping import OrdersMapping
from assistant.ui.orders_offers import OrdersOffers
from assistant.ui.orders_report import sentence
from assistant.ui.orders_window import OrdersWindow
from assistant.ui.toast import Toast

_READ = 8  # s that it stands on the screen what was read
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
        self._job: Job | None = None
        self._asking = False
        self.offers = OrdersOffers(tools, toast, self)
        self.offers.taken.connect(self.read)
        self.offers.unasked.connect(self._read_unasked)
        self._hourly = QTimer(self, interval=_HOUR)
        self._hourly.timeout.connect(lambda: tools.memory.expire(self._fail))
        tools.access.on_change(self._changed)

    def begin(self) -> None:
        """Watch the folder that is set, and see to what has been kept for its days."""
        self._hourly.start()
        self.follow()

    def follow(self) -> None:
        """Settings changed elsewhere."""
        self.offers.follow()
        if self._window:
            self._window.side.refresh()

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
        window.offer_taken.connect(self.offers.take)
        window.offer_refused.connect(self.offers.refuse)
        window.progress.cancelled.connect(self._cancelled)
        window.side.folder_changed.connect(self.follow)
        self.offers.changed.connect(window.show_offer)
        window.show_offer(self.offers.question())
        window.progress.follow(self._job)
        return window

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
        def look() -> None:
            window = self.show()
            window.tell(report)
            window.show_report()

        self._job = None
        self._show_job()
        if self._window:
            self._window.tell(report)
        if not (self._window and self._window.isVisible()):
            self._toast.say(sentence(report), _READ, ((self.tr("跳过了什么？"), look),) if report.skips else ())
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
            if self._job:
                self._window.say("", Ink.MUTED)

    def _changed(self) -> None:
        if self._window:
            self._window.refresh()

    def _read_unasked(self, files: list[Path]) -> None:
        self._unasked += files
        self._next()
