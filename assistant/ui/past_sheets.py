"""What was: the trash, and what a phrase said before each change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from assistant.core.edits import Edit, Purge, Restore
from assistant.core.errors import XiaoerError
from assistant.core.model import Phrase
from assistant.ui.controls import ActionButton
from assistant.ui.difference_view import DifferenceView
from assistant.ui.inputs import Ink
from assistant.ui.library_access import Before
from assistant.ui.library_columns import when
from assistant.ui.library_editing import Editing
from assistant.ui.sheet import ListBox, Sheet
from assistant.ui.theme import Theme
from assistant.ui.wordings_view import WordingsView

_KEY = Qt.ItemDataRole.UserRole
_SHOWN = 2000  # lines of a list


class TrashSheet(Sheet):
    """What was removed, the newest first: look at it, take it back, or be rid of it."""

    def __init__(self, editing: Editing, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, wide=760)
        self.ask(self.tr("回收站"), hint=self.tr("删掉的话术在这里，随时可以恢复。按住 Ctrl 或 Shift 可以选多条。"))
        self._editing = editing
        self._phrases: dict[str, Phrase] = {}
        self.list = ListBox(theme, self)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("回收站里的话术"))
        self.view = WordingsView(theme, self)
        self.view.theme = theme
        self.body.addWidget(_beside(self, self.list, self.view), 1)
        self.restore = self.add_button(self.tr("恢复"), self.tr("放回原来的分类（回车）"))
        self.purge = self.add_button(self.tr("彻底删除"), self.tr("不再留在回收站（Delete）"))
        self.empty = self.add_button(self.tr("清空"), self.tr("彻底删除回收站里的全部话术"))
        self.restore.clicked.connect(lambda: self._do([Restore(key) for key in self._keys()], self.tr("恢复")))
        self.purge.clicked.connect(lambda: self._do([Purge(key) for key in self._keys()], self.tr("彻底删除")))
        self.empty.clicked.connect(self._empty)
        self.purge.setShortcut("Delete")
        self.list.itemActivated.connect(lambda _: self.restore.click())
        self.list.currentItemChanged.connect(lambda item, _: self._show(item))
        self.list.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Read it anew."""
        self._editing.tools.run(lambda: self._editing.access.trash, self._fill, self._fail)

    def _fill(self, trash: Sequence[tuple[Phrase, float]]) -> None:
        self._phrases = {phrase.id: phrase for phrase, _ in trash}
        now = self._editing.tools.now()
        self.list.clear()
        for phrase, at in trash[:_SHOWN]:
            where = "  ·  ".join(filter(None, (" › ".join(phrase.category), when(at, now))))
            item = QListWidgetItem(f"{phrase.title}\n{where}", self.list)
            item.setData(_KEY, phrase.id)
        self.list.setCurrentRow(0)
        there = bool(trash)
        for button in (self.restore, self.purge, self.empty):
            button.setEnabled(there)
        told = self.tr("{count} 条").format(count=len(trash)) if there else self.tr("回收站是空的。")
        self.note.say(told, Ink.MUTED)
        if not there:
            self.view.show_phrase(None)

    def _fail(self, problem: XiaoerError) -> None:
        self.note.say(str(problem), Ink.DANGER)

    def _show(self, item: QListWidgetItem | None) -> None:
        self.view.show_phrase(self._phrases.get(item.data(_KEY)) if item else None)

    def _keys(self) -> list[str]:
        return [item.data(_KEY) for item in self.list.selectedItems()]

    def _empty(self) -> None:
        self._do([Purge(key) for key in self._phrases], self.tr("清空回收站"))

    def _do(self, edits: Sequence[Edit], verb: str) -> None:
        if edits:
            label = self.tr("{verb}（{count} 条）").format(verb=verb, count=len(edits))
            self._editing.do(lambda: edits, label, lambda _: self.refresh())


class HistorySheet(Sheet):
    """What a phrase was before each change, and what has changed since; going back is a change like any other."""

    restored = Signal(object)  # Phrase

    def __init__(self, phrase: Phrase, now: float, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, wide=820)
        hint = self.tr("左边是每次修改之前的样子；右边划掉的是后来没有了的，下划线的是后来加上的。")
        self.ask(self.tr("“{title}”的历史").format(title=phrase.title), self.tr("恢复这一版"), hint)
        self._phrase, self._now = phrase, now
        self._versions: Sequence[Before] = ()
        self.list = ListBox(theme, self)
        self.list.setAccessibleName(self.tr("以前的版本"))
        self.view = DifferenceView(theme, self)
        self.body.addWidget(_beside(self, self.list, self.view), 1)
        self.way_on.clicked.connect(self._restore)
        self.way_on.setEnabled(False)
        self.list.currentRowChanged.connect(self._show)
        self.list.setFocus()
        self.note.say(self.tr("正在读取…"), Ink.MUTED)

    def show_versions(self, versions: Sequence[Before]) -> None:
        """List these, the newest first."""
        self._versions = versions
        self.list.clear()
        for version in versions:
            what = version.label if version.phrase else self.tr("新建")
            told = f"{what}\n{when(version.at, self._now)}  ·  {version.who}"
            QListWidgetItem(told, self.list)
        self.note.say("" if versions else self.tr("这条话术还没有改过。"), Ink.MUTED)
        self.list.setCurrentRow(0)

    def fail(self, problem: XiaoerError) -> None:
        """Say why there is nothing to see."""
        self.note.say(str(problem), Ink.DANGER)

    def _show(self, row: int) -> None:
        old = self._versions[row].phrase if 0 <= row < len(self._versions) else None
        self.way_on.setEnabled(old is not None)
        if 0 <= row < len(self._versions):
            self.view.show_change(old, self._phrase)

    def _restore(self) -> None:
        if old := self._versions[self.list.currentRow()].phrase:
            self.restored.emit(replace(old, id=self._phrase.id, origin=self._phrase.origin or old.origin))
            self.accept()


class OriginSheet(Sheet):
    """The origin of a personal copy has changed: what it said, what it says, and what to do about it."""

    followed = Signal()
    kept = Signal()
    merge_asked = Signal()

    def __init__(self, mine: Phrase, origin: Phrase, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, wide=640)
        hint = self.tr("划掉的是您的写法，下划线的是原话现在的写法。")
        self.ask(self.tr("原话有更新"), hint=hint)
        self.view = DifferenceView(theme, self)
        self.view.setMinimumHeight(280)
        self.view.show_change(mine, replace(origin, category=mine.category))
        self.body.addWidget(self.view, 1)
        actions: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (self.tr("用原话"), self.tr("放弃您的修改，以后跟着原话走"), self.followed.emit),
            (self.tr("保留我的"), self.tr("不改，下次原话再更新时再提醒"), self.kept.emit),
            (self.tr("合并"), self.tr("两边的修改都要；都改过的地方保留您的"), self.merge_asked.emit),
        )
        self.buttons: list[ActionButton] = []
        for text, tip, told in actions:
            button = self.add_button(text, tip)
            button.clicked.connect(told)
            button.clicked.connect(self.accept)
            self.buttons.append(button)


def _beside(sheet: Sheet, left: QWidget, right: QWidget) -> QSplitter:
    panes = QSplitter(Qt.Orientation.Horizontal, sheet)
    panes.setChildrenCollapsible(False)
    panes.setHandleWidth(10)
    holder = QWidget(panes)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(left)
    panes.addWidget(holder)
    panes.addWidget(right)
    panes.setSizes([340, 420])
    panes.setMinimumHeight(380)
    return panes
