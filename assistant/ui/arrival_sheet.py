"""A sheet in which something is read, looked at, done, and told of: what importing and installing have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assistant.core.errors import XiaoerError
from assistant.ui import theme as themes
from assistant.ui.arrival_report import RemarkBox, text_of
from assistant.ui.arrivals_pane import ArrivalsPane
from assistant.ui.copying import copy_and_say
from assistant.ui.inputs import Ink, Note
from assistant.ui.orders_access import Job
from assistant.ui.orders_progress import OrdersProgress
from assistant.ui.packs_access import Failed, Outcome, Preview
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.sheet import Sheet
from assistant.ui.theme import Theme

_SIZE = (960, 620)


class Undoes(Protocol):
    """Where things are read and done."""

    def forget(self) -> None:
        """What was read last is not needed any more."""

    def undo(self, done: Callable[[str], None], failed: Failed) -> None:
        """Take it back."""


class ArrivalSheet(Sheet):
    """Pages: the preview, and at last what was done. ``settled`` carries the sentence when something was done."""

    settled = Signal(str)

    def __init__(self, theme: Theme, undoes: Undoes, pasteboard: Pasteboard, parent: QWidget) -> None:
        super().__init__(theme, parent, wide=min(_SIZE[0], parent.width() or _SIZE[0]))
        self._undoes = undoes
        self.pasteboard = pasteboard
        self._job: Job | None = None
        self._outcome: Outcome | None = None
        self._open = True
        self.late: Callable[[str], None] = lambda _: None  # what was done after all, when the sheet is closed
        self.pages = QStackedWidget(self)
        self.before = QWidget(self)
        self.head = QVBoxLayout()  # what is to be known and chosen before
        self.head.setSpacing(8)
        self.pane = ArrivalsPane(theme, self)
        self.after = _Result(theme, self)
        self.progress = OrdersProgress(theme, self)
        column = QVBoxLayout(self.before)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self.head)
        column.addWidget(self.pane, 1)
        self.pages.addWidget(self.before)
        self.pages.addWidget(self.after)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.progress)
        self.copy = self.add_button(self.tr("复制报告"), self.tr("复制改动和遗漏的清单（Ctrl+Shift+C）"))
        self.take_back = self.add_button(self.tr("撤销"), self.tr("把刚才的都撤销，一步完成（Ctrl+Z）"))
        self.copy.setShortcut("Ctrl+Shift+C")
        self.take_back.setShortcut("Ctrl+Z")
        self.copy.clicked.connect(self._copy)
        self.take_back.clicked.connect(self._undo)
        self.progress.stop.hide()  # the way back does the same
        for part in (self.copy, self.take_back, self.pane):
            part.hide()
        self.resize(*_size(parent))

    @property
    def working(self) -> bool:
        """Whether something goes on."""
        return self._job is not None

    def work(self, form: str) -> Job:
        """A job whose progress is shown; ``form`` says what goes on, with a {percent}."""
        if self._job:
            self._job.cancel()
        self._job = job = Job()
        self.progress.follow(job, form)
        self.note.say("", Ink.MUTED)
        self.way_on.setEnabled(False)
        return job

    def rest(self) -> None:
        """What went on has ended."""
        self._job = None
        self.progress.follow(None)

    def show_preview(self, preview: Preview) -> None:
        """Show what would be done."""
        self.rest()
        first = not self.pane.isVisible()
        self.pane.show()
        self.pane.show_preview(preview)
        here = self.focusWidget()
        if first or here is None or not here.isVisible():
            self.pane.list.setFocus()

    def fail(self, problem: XiaoerError) -> None:
        """Say what went wrong; what was shown stays, and where nothing was, there is only the way back."""
        self.rest()
        if self.pane.isVisible():
            self.note.say(str(problem), Ink.DANGER)
            return
        self.after.show_outcome(Outcome(""))
        self.after.title.say(str(problem), Ink.DANGER)
        self._end()

    def show_outcome(self, outcome: Outcome) -> None:
        """Say what was done."""
        self.rest()
        self._outcome = outcome
        self.after.show_outcome(outcome)
        self.hint.hide()
        self.copy.setVisible(bool(outcome.report))
        self.take_back.setVisible(outcome.undoable)
        self._end()
        self.settled.emit(outcome.sentence)

    def reject(self) -> None:
        """Leave; what goes on is cancelled, and nothing of it is done unless it was too late for that."""
        self._open = False
        if self._job:
            self._job.cancel()
        self._undoes.forget()
        self.pane.show_preview(Preview({}))
        super().reject()

    def alive(self, call: Callable[..., None]) -> Callable[..., None]:
        """``call``, unless the sheet is closed by then."""

        def answer(*what: object) -> None:
            if self._open:
                call(*what)

        return answer

    def applied(self, outcome: Outcome) -> None:
        """It was done."""
        if self._open:
            self.show_outcome(outcome)
        else:
            self.late(outcome.sentence)

    def _end(self) -> None:
        """From here there is only the way back."""
        self.pages.setCurrentWidget(self.after)
        self.way_on.hide()
        self.back.setText(self.tr("关闭"))
        self.back.setFocus()

    def _copy(self) -> None:
        if self._outcome:
            told = (self._outcome.sentence, text_of(self._outcome.report))
            copy_and_say(self.pasteboard, "\n".join(filter(None, told)), self.tr("已复制。"), self.note)

    def _undo(self) -> None:
        self.take_back.setEnabled(False)
        self.note.say(self.tr("正在撤销…"), Ink.MUTED)
        self._undoes.undo(self.alive(self._undone), self.alive(self._not_undone))

    def _undone(self, sentence: str) -> None:
        for button in (self.take_back, self.copy):
            button.hide()
        self.note.say("", Ink.MUTED)
        self.after.show_outcome(Outcome(sentence))
        self.back.setFocus()
        self.settled.emit(sentence)

    def _not_undone(self, problem: XiaoerError) -> None:
        self.take_back.setEnabled(True)
        self.note.say(str(problem), Ink.DANGER)


class _Result(QWidget):
    """The last page: a sentence, and the report under it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Note("", theme, self, ink=Ink.TEXT)
        self.title.setFont(themes.font(15))
        self.about = Note("", theme, self)
        self.list = RemarkBox(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.about):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addStretch()

    def show_outcome(self, outcome: Outcome) -> None:
        """Tell of it."""
        self.title.say(outcome.sentence, Ink.TEXT)
        count = len(outcome.report)
        told = self.tr("{count} 处有改动或没有带过来：").format(count=f"{count:,}") if count else ""
        self.about.say(told, Ink.MUTED)
        self.list.show_remarks(outcome.report)
        self.list.setVisible(bool(count))


def row_of(*parts: QWidget, stretch: int = -1) -> QHBoxLayout:
    """Side by side; the part with the number ``stretch`` takes what room is left."""
    row = QHBoxLayout()
    row.setSpacing(10)
    for number, part in enumerate(parts):
        row.addWidget(part, int(number == stretch))
    if stretch < 0:
        row.addStretch()
    return row


def _size(parent: QWidget) -> tuple[int, int]:
    room = parent.screen().availableSize()
    return min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60)
