"""Phrases that say the same, group by group: made one, or all but one removed."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QProgressBar, QTreeWidget, QTreeWidgetItem, QWidget

from assistant.core import duplicates
from assistant.core.bulk import merged
from assistant.core.duplicates import Group
from assistant.core.edits import Edit, Put, Remove
from assistant.core.errors import NotFound
from assistant.core.model import Phrase
from assistant.core.search import plain
from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.inputs import Ink
from assistant.ui.library_access import Effect, LibraryTools
from assistant.ui.library_editing import Editing
from assistant.ui.sheet import Sheet, quiet
from assistant.ui.slices import Slices
from assistant.ui.theme import Theme

_KEY = Qt.ItemDataRole.UserRole
_SHOWN = 1000  # groups listed
_EXCERPT = 60  # characters
_ROW = 30

Grouped = list[tuple[Group, list[Phrase]]]


class DuplicatesSheet(Sheet):
    """Looks through the whole library when it opens; closing it stops that."""

    def __init__(self, editing: Editing, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, wide=820)
        hint = self.tr("内容相同或几乎相同的话术。选中要留下的那条，再合并或只留它；都可以撤销。")
        self.ask(self.tr("查找重复"), hint=hint)
        self._editing = editing
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setPalette(themes.palette(theme))
        self.body.addWidget(self.bar)
        self.tree = QTreeWidget(self)
        self._dress(theme)
        self.body.addWidget(self.tree, 1)
        self.merge = self.add_button(
            self.tr("合并到选中的"), self.tr("把同组其他话术的说法、标签、岗位并进来，其余移到回收站")
        )
        self.keep = self.add_button(self.tr("只留选中的"), self.tr("同组其他话术移到回收站"))
        self.drop = self.add_button(self.tr("删除选中的"), self.tr("把选中的这条移到回收站"))
        self.merge.clicked.connect(lambda: self._settle(merging=True))
        self.keep.clicked.connect(lambda: self._settle(merging=False))
        self.drop.clicked.connect(self._drop)
        self.tree.currentItemChanged.connect(lambda *_: self._moved())
        self.slices = Slices(editing.tools.search, self)
        self.slices.progressed.connect(self._progressed)
        self.slices.finished.connect(self._fill)
        self.slices.failed.connect(lambda why: self.note.say(why, Ink.DANGER))
        self.finished.connect(lambda _: self.slices.stop())
        self.tree.setFocus()
        self._moved()
        self.slices.start(_search(editing.tools))
        self._progressed(0.0)

    def _dress(self, theme: Theme) -> None:
        quiet(self.tree, theme)
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setMinimumHeight(380)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(18)
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setColumnWidth(0, 300)
        self.tree.setVerticalScrollBar(ThinBar(theme, self.tree))
        self.tree.setAccessibleName(self.tr("重复的话术"))

    def _progressed(self, done: float) -> None:
        self.bar.setValue(round(done * 100))
        self.note.say(self.tr("正在比较… {done:.0%}").format(done=done), Ink.MUTED)

    def _fill(self, found: Grouped) -> None:
        self.bar.hide()
        for group, phrases in found[:_SHOWN]:
            share = self.tr("完全相同") if group.same else self.tr("相似 {share:.0%}").format(share=group.likeness)
            head = QTreeWidgetItem(self.tree, [self.tr("{share} · {count} 条").format(share=share, count=len(phrases))])
            head.setFont(0, themes.bold(13))
            head.setSizeHint(0, QSize(0, _ROW))
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFirstColumnSpanned(True)
            for phrase in phrases:
                path = " › ".join(phrase.category)
                item = QTreeWidgetItem(head, [phrase.title, "  ·  ".join((path, plain(phrase.text)[:_EXCERPT]))])
                item.setForeground(1, self.colours.muted)
                item.setToolTip(1, plain(phrase.text))
                item.setData(0, _KEY, phrase.id)
            head.setExpanded(True)
        told = self.tr("{count} 组重复").format(count=len(found)) if found else self.tr("没有重复的话术。")
        self.note.say(told, Ink.MUTED)
        if found:
            self.tree.setCurrentItem(self.tree.topLevelItem(0).child(0))

    def _chosen(self) -> tuple[str, list[str]]:
        """The id of the phrase chosen, and those of the others in its group."""
        item = self.tree.currentItem()
        head = item.parent() if item else None
        if item is None or head is None:
            return "", []
        keys = [head.child(n).data(0, _KEY) for n in range(head.childCount())]
        key = item.data(0, _KEY)
        return key, [other for other in keys if other != key]

    def _moved(self) -> None:
        for button in (self.merge, self.keep, self.drop):
            button.setEnabled(bool(self._chosen()[0]))

    def _settle(self, *, merging: bool) -> None:
        key, others = self._chosen()
        access, fold = self._editing.access, self._editing.tools.fold

        def edits() -> Sequence[Edit]:
            there = []
            for other in others:
                try:
                    there.append(access.get(other))
                except NotFound:
                    continue
            kept = [Put(merged(access.get(key), there, fold))] if merging else []
            return [*kept, *(Remove(other.id) for other in there)]

        count = len(others) + 1
        label = self.tr("合并 {count} 条重复话术") if merging else self.tr("删除 {count} 条重复话术")
        self._editing.do(edits, label.format(count=count if merging else count - 1), lambda _: self._settled())

    def _settled(self) -> None:
        item = self.tree.currentItem()
        if head := item.parent() if item else None:
            self.tree.takeTopLevelItem(self.tree.indexOfTopLevelItem(head))
            self._count()

    def _drop(self) -> None:
        item, (key, others) = self.tree.currentItem(), self._chosen()

        def gone(_: Effect) -> None:
            if len(others) < 2:  # one alone is no duplicate
                self._settled()
            elif head := item.parent():
                head.removeChild(item)

        self._editing.do(lambda: [Remove(key)], self.tr("删除 1 条重复话术"), gone)

    def _count(self) -> None:
        count = self.tree.topLevelItemCount()
        self.note.say(self.tr("还有 {count} 组").format(count=count), Ink.GOOD if not count else Ink.MUTED)


def _search(tools: LibraryTools) -> Generator[float, None, Grouped]:
    """The groups with their phrases."""

    def folded(text: str) -> str:
        return tools.fold(plain(text))

    groups = yield from duplicates.search(tools.access.phrases, folded)
    found = []
    for group in groups:
        phrases = []
        for key in group.ids:
            try:
                phrases.append(tools.access.get(key))
            except NotFound:
                continue
        if len(phrases) > 1:
            found.append((group, phrases))
        yield 1.0
    return found
