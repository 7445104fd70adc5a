"""What is asked for before many phrases are changed at once: a category, tags, roles, days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QListWidgetItem, QWidget

from assistant.core.bulk import Days
from assistant.ui.inputs import Entry, Ink
from assistant.ui.sheet import ListBox, Sheet, Tick
from assistant.ui.terms import term
from assistant.ui.theme import Theme

Path = tuple[str, ...]
_PATH = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ACROSS = 3  # roles in a row


class MoveSheet(Sheet):
    """Where to: type a part of its name, or a new one, levels apart by ``/``."""

    chosen = Signal(object)  # path

    def __init__(
        self, count: int, paths: Sequence[Path], fold: Callable[[str], str], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, parent, wide=440)
        hint = self.tr("把 {count} 条话术移到：").format(count=count)
        self.ask(self.tr("移到分类"), self.tr("移动"), hint)
        self._paths = [(path, fold(" ".join(path))) for path in paths]
        self._fold = fold
        self.line = Entry(theme, self)
        self.line.setPlaceholderText(self.tr("输入分类名查找，或写新分类（上级/下级）"))
        self.line.setAccessibleName(self.tr("分类名"))
        self.list = ListBox(theme, self)
        self.list.setMinimumHeight(280)
        self.list.setAccessibleName(self.tr("分类"))
        self.body.addWidget(self.line)
        self.body.addWidget(self.list, 1)
        self.line.textChanged.connect(self._filter)
        self.line.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _: self.way_on.click())
        self.way_on.clicked.connect(self._choose)
        self._filter("")
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        self.list.clear()
        words = [self._fold(word) for word in text.replace("/", " ").replace("›", " ").split()]
        for path, folded in self._paths:
            if all(word in folded for word in words):
                self._add(" › ".join(path), path)
        new = tuple(filter(None, (" ".join(part.split()) for part in text.replace("›", "/").split("/"))))
        if new and new not in [path for path, _ in self._paths]:
            self._add(self.tr("新建“{path}”").format(path=" › ".join(new)), new)
        self.list.setCurrentRow(0)
        self.way_on.setEnabled(self.list.count() > 0)

    def _add(self, text: str, path: Path) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(_PATH, path)

    def _choose(self) -> None:
        if item := self.list.currentItem():
            self.chosen.emit(tuple(item.data(_PATH)))
            self.accept()


class TagSheet(Sheet):
    """Tags to add and tags to take away."""

    chosen = Signal(object, object)  # tags to add, tags to remove

    def __init__(self, count: int, known: Sequence[str], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        hint = self.tr("给 {count} 条话术加上或去掉标签，几个标签用逗号隔开。").format(count=count)
        self.ask(self.tr("标签"), self.tr("应用"), hint)
        self.added, self.removed = Entry(theme, self), Entry(theme, self)
        self.add_row(self.tr("加上"), self.added)
        self.add_row(self.tr("去掉"), self.removed)
        if known:
            self.note.say(self.tr("现有：{tags}").format(tags="、".join(known)), Ink.MUTED)
        for line in (self.added, self.removed):
            line.textChanged.connect(lambda _: self.way_on.setEnabled(any(self._tags())))
        self.way_on.setEnabled(False)
        self.way_on.clicked.connect(self._choose)
        self.added.setFocus()

    def _tags(self) -> tuple[list[str], list[str]]:
        return split(self.added.text()), split(self.removed.text())

    def _choose(self) -> None:
        self.chosen.emit(*self._tags())
        self.accept()


class RoleSheet(Sheet):
    """Who says it: the boxes ticked, and others typed."""

    chosen = Signal(object)  # roles

    def __init__(self, count: int, known: Iterable[str], ticked: Iterable[str], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        hint = self.tr("这 {count} 条话术给哪些岗位用？一个都不选，就是所有岗位。").format(count=count)
        self.ask(self.tr("岗位"), self.tr("应用"), hint)
        grid = QGridLayout()
        self.boxes = []
        self._roles = list(dict.fromkeys((*known, *ticked)))
        for place, role in enumerate(self._roles):
            box = Tick(term(role), theme, self)
            box.setChecked(role in ticked)
            grid.addWidget(box, place // _ACROSS, place % _ACROSS)
            self.boxes.append(box)
        self.body.addLayout(grid)
        self.other = Entry(theme, self)
        self.add_row(self.tr("其他"), self.other)
        self.way_on.clicked.connect(self._choose)
        (self.boxes[0] if self.boxes else self.other).setFocus()

    def _choose(self) -> None:
        ticked = [role for role, box in zip(self._roles, self.boxes, strict=True) if box.isChecked()]
        self.chosen.emit([*ticked, *split(self.other.text())])
        self.accept()


class DaysSheet(Sheet):
    """From when and until when."""

    chosen = Signal(object)  # Days

    def __init__(self, count: int, days: Days, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        hint = self.tr("这 {count} 条话术从哪天起、到哪天止可以用？留空就是不限。").format(count=count)
        self.ask(self.tr("有效期"), self.tr("应用"), hint)
        self.first, self.last = Entry(theme, self), Entry(theme, self)
        for line, day, label in ((self.first, days.first, self.tr("从")), (self.last, days.last, self.tr("到"))):
            line.setPlaceholderText(self.tr("年-月-日，例如 2026-06-18"))
            line.setText(day.isoformat() if day else "")
            self.add_row(label, line)
        self.way_on.clicked.connect(self._choose)
        self.first.setFocus()

    def _choose(self) -> None:
        found = []
        for line in (self.first, self.last):
            try:
                found.append(day_of(line.text()))
            except ValueError:
                line.set_wrong(wrong=True)
                line.setFocus()
                self.note.say(self.tr("日期写成 2026-06-18 这样。"), Ink.DANGER)
                return
        first, last = found
        if first and last and last < first:
            self.last.set_wrong(wrong=True)
            self.note.say(self.tr("结束的日子在开始之前。"), Ink.DANGER)
            return
        self.chosen.emit(Days(first, last))
        self.accept()


def split(text: str) -> list[str]:
    """Names between commas of any kind, each once."""
    for comma in "，、;；":
        text = text.replace(comma, ",")
    return list(dict.fromkeys(filter(None, (" ".join(part.split()) for part in text.split(",")))))


def day_of(text: str) -> date | None:
    """A day as people write it; None for nothing. Raises ValueError."""
    for sign in "/.年月":
        text = text.replace(sign, "-")
    parts = [part for part in text.replace("日", "").strip().split("-") if part.strip()]
    if not parts:
        return None
    year, month, day = map(int, parts)
    return date(year, month, day)
