"""What the check finds in the library, phrase by phrase: filtered by how grave it is, opened with a double click."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QTreeWidget, QTreeWidgetItem, QWidget

from assistant.core.errors import NotFound
from assistant.core.model import Phrase
from assistant.core.packs import check_report
from assistant.core.packs.check_report import Checked
from assistant.core.packs.check_rules import BY_NAME, Remarked, Severity
from assistant.core.packs.checking import counts
from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.copying import copy_and_say
from assistant.ui.inputs import Ink
from assistant.ui.library_access import LibraryTools
from assistant.ui.sheet import Sheet, Tick, quiet
from assistant.ui.slices import Slices
from assistant.ui.theme import Theme

_KEY = Qt.ItemDataRole.UserRole
_SHOWN = 1000  # phrases listed
_ROW = 28
_RULE = 190  # pixels


@dataclass(frozen=True, slots=True)
class Found:
    """The findings, and the phrases that they are about by their ids."""

    remarks: tuple[Remarked, ...] = ()
    phrases: dict[str, Phrase] = field(default_factory=dict)
    count: int = 0  # phrases that were checked


class CheckSheet(Sheet):
    """Checks the whole library when it opens; closing it stops that. The window behind stays usable."""

    gone_to = Signal(str)  # the id of a phrase

    def __init__(self, tools: LibraryTools, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, wide=860)
        self.ask(self.tr("检查话术"), hint=self.tr("双击一行就打开那条话术。改过以后可以再检查一遍。"))
        self._tools = tools
        self._found = Found()
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setPalette(themes.palette(theme))
        self.body.addWidget(self.bar)
        self.ticks = {severity: Tick("", theme, self) for severity in Severity}
        row = QHBoxLayout()
        row.setSpacing(18)
        for tick in self.ticks.values():
            tick.setChecked(True)
            tick.toggled.connect(lambda _: self._list())
            row.addWidget(tick)
        row.addStretch()
        self.body.addLayout(row)
        self.tree = QTreeWidget(self)
        self._dress(theme)
        self.body.addWidget(self.tree, 1)
        self.copy = self.add_button(self.tr("复制报告"), self.tr("把列出的内容作为文字复制"))
        self.again = self.add_button(self.tr("再检查一遍"))
        self.copy.clicked.connect(self._copy)
        self.again.clicked.connect(self.begin)
        self.tree.itemActivated.connect(lambda item, _: self.gone_to.emit(str(item.data(0, _KEY))))
        self.slices = Slices(tools.search, self)
        self.slices.progressed.connect(self._progressed)
        self.slices.finished.connect(self._fill)
        self.slices.failed.connect(self._failed)
        self.finished.connect(lambda _: self.slices.stop())
        self.tree.setFocus()
        self.begin()

    def begin(self) -> None:
        """Check everything, also once more."""
        self._found = Found()
        self._list()
        self.bar.show()
        self.again.setEnabled(False)
        self._progressed(0.0)
        self.slices.start(_search(self._tools))

    def _dress(self, theme: Theme) -> None:
        quiet(self.tree, theme)
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setMinimumHeight(380)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(18)
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setColumnWidth(0, _RULE)
        self.tree.setVerticalScrollBar(ThinBar(theme, self.tree))
        self.tree.setAccessibleName(self.tr("检查结果"))

    def _progressed(self, done: float) -> None:
        self.bar.setValue(round(done * 100))
        self.note.say(self.tr("正在检查… {done:.0%}").format(done=done), Ink.MUTED)

    def _failed(self, why: str) -> None:
        self.bar.hide()
        self.again.setEnabled(True)
        self.note.say(why, Ink.DANGER)

    def _fill(self, found: Found) -> None:
        self._found = found
        self.bar.hide()
        self.again.setEnabled(True)
        self._list()
        count = len(found.phrases)
        if count:
            told = self.tr("检查了 {all} 条，{count} 条有话要说").format(all=found.count, count=count)
            more = self.tr("，列出前 {shown} 条").format(shown=_SHOWN) if count > _SHOWN else ""
            self.note.say(told + more, Ink.MUTED)
        else:
            self.note.say(self.tr("检查了 {all} 条，没有发现问题。").format(all=found.count), Ink.GOOD)

    def _list(self) -> None:
        """Show those that are ticked."""
        told = counts(self._found.remarks)
        words = {
            Severity.ERROR: self.tr("错误 {count}"),
            Severity.WARNING: self.tr("警告 {count}"),
            Severity.NOTE: self.tr("建议 {count}"),
        }
        for severity, tick in self.ticks.items():
            tick.setText(words[severity].format(count=told[severity]))
            tick.updateGeometry()
        self.tree.clear()
        for number, (key, some) in enumerate(groupby(self._ticked(), key=lambda one: one.phrase)):
            if number == _SHOWN:
                break
            self._add(self._found.phrases[key], list(some))
        self.copy.setEnabled(self.tree.topLevelItemCount() > 0)
        if self.tree.topLevelItemCount():
            self.tree.setCurrentItem(self.tree.topLevelItem(0))

    def _ticked(self) -> list[Remarked]:
        return [one for one in self._found.remarks if self.ticks[one.severity].isChecked()]

    def _add(self, phrase: Phrase, some: Sequence[Remarked]) -> None:
        code = f" [{phrase.code}]" if phrase.code else ""
        head = QTreeWidgetItem(self.tree, [f"{phrase.title}{code}"])
        head.setFont(0, themes.bold(13))
        head.setData(0, _KEY, phrase.id)
        head.setSizeHint(0, QSize(0, _ROW))
        head.setFirstColumnSpanned(True)
        inks = {Severity.ERROR: self.colours.danger, Severity.WARNING: self.colours.gap_text}
        for one in some:
            advice = f"  → {one.suggestion}" if one.suggestion else ""
            item = QTreeWidgetItem(head, [BY_NAME[one.rule].label, f"{one.sentence}{advice}"])
            item.setData(0, _KEY, phrase.id)
            item.setForeground(0, inks.get(one.severity, self.colours.muted))
            item.setToolTip(1, f"{one.sentence}{advice}\n{BY_NAME[one.rule].about}")
        head.setExpanded(True)

    def _copy(self) -> None:
        found = self._ticked()
        phrases = {one.phrase: self._found.phrases[one.phrase] for one in found}
        lines = check_report.text(Checked("", phrases, found))
        copy_and_say(self._tools.pasteboard, "\n".join(lines), self.tr("已复制报告。"), self.note)


def _search(tools: LibraryTools) -> Generator[float, None, Found]:
    """The findings with their phrases."""
    remarks = yield from tools.check()
    phrases: dict[str, Phrase] = {}
    for key in dict.fromkeys(one.phrase for one in remarks):
        try:
            phrases[key] = tools.access.get(key)
        except NotFound:  # removed meanwhile
            continue
    told = tuple(one for one in remarks if one.phrase in phrases)
    return Found(told, phrases, len(tools.access.phrases))
