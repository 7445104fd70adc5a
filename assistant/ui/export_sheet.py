"""Exporting: what, in which format, what gets lost, and where to. What was written can be looked at in its folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from assistant.core.errors import XiaoerError
from assistant.core.model import Phrase
from assistant.ui import theme as themes
from assistant.ui.export_access import ExportTools, Extra, Format, Loss, Wish
from assistant.ui.inputs import Entry, Ink, Note
from assistant.ui.orders_access import Job
from assistant.ui.orders_progress import OrdersProgress
from assistant.ui.select import Select
from assistant.ui.sheet import ListBox, Sheet
from assistant.ui.theme import Theme

Phrases = Callable[[], Sequence[Phrase]]
_WIDE, _HIGH = 620, 240
_NAMES = 92  # pixels of the names of inputs
_PREFIX = ":"


class ExportSheet(Sheet):
    """``exported`` carries the sentence when something was written. Call :meth:`offer`, then :meth:`open`."""

    exported = Signal(str)

    def __init__(self, tools: ExportTools, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, wide=_WIDE)
        self.ask(self.tr("导出话术"), self.tr("选择位置…"))
        self._tools = tools
        self._sources: Mapping[str, Phrases] = {}
        self._job: Job | None = None
        self._written: Path | None = None
        self._open = True
        self.form = QWidget(self)
        self.what, self.format = Select(theme, self), Select(theme, self)
        self.extra = Entry(theme, self)
        self._extra_name = Note("", theme, self)
        self.about = Note("", theme, self)
        self.heading = Note("", theme, self, ink=Ink.TEXT)
        self.list = ListBox(theme, self)
        self.list.setAccessibleName(self.tr("导出后会变的地方"))
        self.list.setMinimumHeight(_HIGH)
        self.progress = OrdersProgress(theme, self)
        self.progress.stop.hide()  # the way back does the same
        self.folder = self.add_button(self.tr("打开文件夹"), self.tr("看看写好的文件"))
        self.folder.hide()
        self._build()
        self.format.offer([(one.name, one.label) for one in tools.formats])
        self.what.settled.connect(self._look)
        self.format.settled.connect(self._format_chosen)
        self.way_on.clicked.connect(self._choose_place)
        self.folder.clicked.connect(self._show_folder)

    def offer(self, sources: Sequence[tuple[str, str, Phrases]]) -> None:
        """What can be exported: key, label, and how to get the phrases; the first is chosen."""
        self._sources = {key: phrases for key, _, phrases in sources}
        self.what.offer([(key, label) for key, label, _ in sources])
        self._format_chosen()
        self.format.setFocus()

    def write(self, path: Path) -> None:
        """Write there, whatever is there now."""
        wish, job = self._wish(), self._begin(self.tr("正在导出… {percent}%"))
        for part in (self.what, self.format, self.extra):
            part.setEnabled(False)

        def written(sentence: str) -> None:
            if sentence:
                self._show_done(sentence, path)

        success, failure = self._answer(job, written), self._answer(job, self._fail)
        self._tools.run(lambda: self._tools.write(wish, path, job), success, failure)

    def reject(self) -> None:
        """Leave; what goes on is cancelled, and nothing is written unless it was too late for that."""
        self._open = False
        if self._job:
            self._job.cancel()
        super().reject()

    # --- inside

    def _build(self) -> None:
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        names = (Note(self.tr("导出什么"), self.colours, self), Note(self.tr("格式"), self.colours, self))
        for name, widget in zip((*names, self._extra_name), (self.what, self.format, self.extra), strict=True):
            row = QHBoxLayout()
            row.setSpacing(12)
            name.setFixedWidth(_NAMES)
            name.setFont(themes.font(13))
            widget.setAccessibleName(name.text())
            row.addWidget(name)
            row.addWidget(widget, 1)
            column.addLayout(row)
        column.addWidget(self.about)
        self.body.addWidget(self.form)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.progress)

    @property
    def _chosen(self) -> Format:
        return next(one for one in self._tools.formats if one.name == self.format.value())

    def _wish(self) -> Wish:
        return Wish(self._chosen, self._sources[self.what.value()], self.extra.text().strip())

    def _format_chosen(self) -> None:
        chosen = self._chosen
        named = {Extra.PREFIX: self.tr("编码前缀"), Extra.TITLE: self.tr("标题")}
        self._extra_name.setText(named.get(chosen.extra, ""))
        self.extra.setAccessibleName(named.get(chosen.extra, ""))
        for part in (self._extra_name, self.extra):
            part.setVisible(chosen.extra is not Extra.NONE)
        self.extra.setText(_PREFIX if chosen.extra is Extra.PREFIX else "")
        self.extra.setPlaceholderText(self.tr("小二快答话术") if chosen.extra is Extra.TITLE else "")
        self.about.say(chosen.about, Ink.MUTED)
        self._look()

    def _look(self) -> None:
        """See what would be lost."""
        wish, job = self._wish(), self._begin(self.tr("正在检查会变的地方… {percent}%"))

        def found(losses: Sequence[Loss] | None) -> None:
            if losses is not None:
                self._show_losses(losses)

        self._tools.run(lambda: self._tools.losses(wish, job), self._answer(job, found), self._answer(job, self._fail))

    def _begin(self, form: str) -> Job:
        if self._job:
            self._job.cancel()
        self._job = job = Job()
        self.progress.follow(job, form)
        self.way_on.setEnabled(False)
        self.note.say("", Ink.MUTED)
        return job

    def _answer(self, job: Job, call: Callable[..., None]) -> Callable[..., None]:
        """``call``, unless something else goes on by then or the sheet is closed."""

        def answer(what: object) -> None:
            if self._open and self._job is job:
                self._job = None
                self.progress.follow(None)
                call(what)

        return answer

    def _show_losses(self, losses: Sequence[Loss]) -> None:
        told = self.tr("这样导出，下面这些会变：") if losses else self.tr("这样导出，什么都不会丢。")
        self.heading.say(told, Ink.TEXT if losses else Ink.GOOD)
        self.list.clear()
        for loss in losses:
            self.list.addItem(self._line(loss))
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setToolTip(item.text())
        self.list.setVisible(bool(losses))
        self.way_on.setEnabled(True)

    def _line(self, loss: Loss) -> str:
        if not loss.count:
            return loss.what
        names = self.tr("、").join(loss.places) + ("…" if loss.count > len(loss.places) else "")
        return self.tr("{what}\n{count} 条：{names}").format(what=loss.what, count=f"{loss.count:,}", names=names)

    def _fail(self, problem: XiaoerError) -> None:
        for part in (self.what, self.format, self.extra):
            part.setEnabled(True)
        self.way_on.setEnabled(self.heading.isVisible())
        self.note.say(str(problem), Ink.DANGER)

    def _choose_place(self) -> None:
        chosen = self._chosen
        dialog = QFileDialog(self, self.tr("导出到"))
        dialog.setPalette(self.palette())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if chosen.suffix:
            dialog.setDefaultSuffix(chosen.suffix[1:])
            dialog.setNameFilters([f"{chosen.label} (*{chosen.suffix})"])
        dialog.selectFile(self.tr("话术") + chosen.suffix if chosen.suffix else "xiaoer-phrases")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def _show_done(self, sentence: str, path: Path) -> None:
        self._written = path
        self.heading.say(sentence, Ink.GOOD)
        self.hint.say(str(path), Ink.MUTED)
        self.form.hide()
        self.list.hide()
        self.body.addStretch(1)
        self.way_on.hide()
        self.folder.show()
        self.back.setText(self.tr("关闭"))
        self.folder.setFocus()
        self.adjustSize()
        self.exported.emit(sentence)

    def _show_folder(self) -> None:
        if self._written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))


def sources_of(
    chosen: Sequence[Phrase] | None, category: tuple[str, ...], every: Phrases
) -> list[tuple[str, str, Phrases]]:
    """What a window offers to export: what is chosen there, its category, everything."""
    tr = QCoreApplication.translate
    found: list[tuple[str, str, Phrases]] = []
    if chosen:
        label = tr("ExportSheet", "选中的 {count} 条").format(count=f"{len(chosen):,}")
        found.append(("chosen", label, lambda: chosen))
    if category:
        label = tr("ExportSheet", "分类“{path}”").format(path=" › ".join(category))
        found.append(("category", label, lambda: [one for one in every() if one.category[: len(category)] == category]))
    found.append(("all", tr("ExportSheet", "全部话术"), every))
    return found
