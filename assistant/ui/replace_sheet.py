"""Find and replace over many phrases: every hit is seen before anything changes, and only those ticked do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assistant.core.edits import Put
from assistant.core.errors import NotFound
from assistant.core.model import Phrase
from assistant.core.replacing import Hit, Search, Shown, applied, hits, shown
from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.inputs import Entry, Ink
from assistant.ui.library_access import LibraryAccess
from assistant.ui.library_rows import Chosen
from assistant.ui.popup_writer import Writer
from assistant.ui.seeker import Background
from assistant.ui.sheet import Sheet, Tick, paint_tick, quiet
from assistant.ui.slices import Slices
from assistant.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ROW = 46
_PAUSE = 250  # ms without a key before the search begins
_STEP = 50  # phrases between two reports
_MOST = 20_000  # hits that anybody looks at


@dataclass(frozen=True, slots=True)
class Found:
    """A hit, the phrase as it was seen, and how it looks."""

    phrase: Phrase
    hit: Hit
    look: Shown


class HitModel(QAbstractListModel):
    """The hits, each ticked or not."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Sequence[Found] = ()
        self.left_out: set[int] = set()

    def show(self, found: Sequence[Found]) -> None:
        """List these, all ticked."""
        self.beginResetModel()
        self.found, self.left_out = found, set()
        self.endResetModel()
        self.ticked.emit()

    def chosen(self) -> list[Found]:
        """Those ticked."""
        return [found for row, found in enumerate(self.found) if row not in self.left_out]

    def tick(self, row: int, *, on: bool) -> None:
        """Tick or untick one."""
        (self.left_out.discard if on else self.left_out.add)(row)
        self.dataChanged.emit(self.index(row), self.index(row))
        self.ticked.emit()

    def tick_all(self, *, on: bool) -> None:
        """Tick or untick them all."""
        self.left_out = set() if on else set(range(len(self.found)))
        self.dataChanged.emit(self.index(0), self.index(max(0, len(self.found) - 1)))
        self.ticked.emit()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008, D102 - the signature is Qt's
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Unchecked if index.row() in self.left_out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.DisplayRole:
            found = self.found[index.row()]
            look = found.look
            return f"{found.phrase.title}：{look.before}{look.was}→{look.into}{look.after}"
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:  # noqa: D102
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class _HitDelegate(QStyledItemDelegate):
    """A hit: box, title and field, and below what goes struck through and what comes in green."""

    def __init__(self, theme: Theme, view: HitList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._words, self._line = Writer(themes.font(12)), Writer(themes.font(13))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = cast(Any, option).rect
        theme, found = self._theme, self._view.hits.found[index.row()]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._view.currentIndex().row():
            painter.setPen(theme.accent if self._view.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.picked)
            painter.drawRoundedRect(rect.adjusted(3, 1, -4, -2), 6, 6)
        box = QRect(rect.left() + 13, rect.top() + 15, 16, 16)
        paint_tick(painter, box, theme, on=index.row() not in self._view.hits.left_out)
        fields = {"title": self.tr("标题"), "code": self.tr("编码"), "text": self.tr("正文")}
        field = fields[found.hit.field] + (f" {found.hit.variant + 1}" if found.hit.field == "text" else "")
        box = rect.adjusted(42, 0, -14, 0)
        width = self._words.width(field)
        right = QRect(box.right() - width, box.top() + 5, width + 1, 17)
        self._words.draw(painter, right, field, theme.muted)
        title = QRect(box.left(), box.top() + 4, box.width() - width - 10, 19)
        self._line.draw(painter, title, found.phrase.title, theme.text)
        self._paint_look(painter, QRect(box.left(), box.top() + 23, box.width(), 18), found.look)

    def _paint_look(self, painter: QPainter, box: QRect, look: Shown) -> None:
        left = box.left()
        pieces: tuple[tuple[str, QColor, bool], ...] = (
            (look.before, self._theme.muted, False),
            (look.was, self._theme.danger, True),
            (look.into, self._theme.good, False),
            (look.after, self._theme.muted, False),
        )
        for text, ink, struck in pieces:
            room = box.right() - left
            width = min(self._words.width(text), room)
            if width <= 0:
                continue
            self._words.draw(painter, QRect(left, box.top(), width + 1, box.height()), text, ink)
            if struck:
                painter.drawLine(left, box.center().y() + 1, left + width, box.center().y() + 1)
                left += 2
            left += width


class HitList(QListView):
    """The hits as a list; Space ticks."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits = HitModel(self)
        self.setModel(self.hits)
        self.setItemDelegate(_HitDelegate(theme, self))
        self.setUniformItemSizes(True)
        quiet(self, theme)
        self.setVerticalScrollBar(ThinBar(theme, self))
        self.setAccessibleName(self.tr("要替换的地方"))
        self.clicked.connect(lambda index: self._toggle(index.row()))
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Space or not self.currentIndex().isValid():
            return False
        self._toggle(self.currentIndex().row())
        return True

    def _toggle(self, row: int) -> None:
        self.hits.tick(row, on=row in self.hits.left_out)


class ReplaceSheet(Sheet):
    """``chosen`` names the hits that were ticked."""

    chosen = Signal(object, str)  # list of Found, what was looked for

    def __init__(self, among: Chosen, background: Background, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, wide=640)
        hint = self.tr("在 {count} 条话术中查找；勾选的地方才会替换，可以撤销。").format(count=len(among))
        self.ask(self.tr("查找替换"), self.tr("替换"), hint)
        self._among = among
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._find, self._into = Entry(theme, self), Entry(theme, self)
        self.add_row(self.tr("查找"), self._find)
        self.add_row(self.tr("替换为"), self._into)
        self._boxes = {name: self._box(label, on=name != "code") for name, label in self._fields().items()}
        self._case = self._box(self.tr("区分大小写"), on=False)
        self._all = self._box(self.tr("全选"), on=True)
        row = QHBoxLayout()
        row.setContentsMargins(104, 0, 0, 0)
        row.setSpacing(16)
        for box in (*self._boxes.values(), self._case):
            row.addWidget(box)
            box.toggled.connect(lambda _: self._soon.start())
        row.addStretch()
        row.addWidget(self._all)
        self.body.addLayout(row)
        self.list = HitList(theme, self)
        self.list.setMinimumHeight(320)
        self.body.addWidget(self.list, 1)
        self._slices = Slices(background, self)
        self._connect()
        self.way_on.setEnabled(False)
        self._find.setFocus()

    def _fields(self) -> dict[str, str]:
        return {"title": self.tr("标题"), "text": self.tr("正文"), "code": self.tr("编码")}

    def _box(self, label: str, *, on: bool) -> Tick:
        box = Tick(label, self.colours, self)
        box.setChecked(on)
        return box

    def _connect(self) -> None:
        self._soon.timeout.connect(self._look)
        self._find.textChanged.connect(lambda _: self._soon.start())
        self._into.textChanged.connect(lambda _: self._soon.start())
        self._slices.finished.connect(self._looked)
        self._slices.progressed.connect(lambda done: self._tell(self.tr("正在查找… {done:.0%}").format(done=done)))
        self._slices.failed.connect(lambda why: self.note.say(why, Ink.DANGER))
        self.list.hits.ticked.connect(self._count)
        self._all.clicked.connect(lambda on: self.list.hits.tick_all(on=on))
        self.way_on.clicked.connect(self._replace)
        self.finished.connect(lambda _: self._slices.stop())

    def _wanted(self) -> Search:
        fields = tuple(name for name, box in self._boxes.items() if box.isChecked())
        return Search(self._find.text(), self._into.text(), fields, exact_case=self._case.isChecked())

    def _look(self) -> None:
        self._slices.stop()
        wanted = self._wanted()
        if not wanted.find or not wanted.fields:
            self._looked([])
            return
        self._slices.start(_look(self._among, wanted))

    def _looked(self, found: list[Found]) -> None:
        self.list.hits.show(found)
        self._all.setChecked(True)

    def _count(self) -> None:
        found, chosen = len(self.list.hits.found), len(self.list.hits.found) - len(self.list.hits.left_out)
        phrases = len({one.hit.phrase for one in self.list.hits.found})
        more = self.tr("（只列出前面这些）") if found >= _MOST else ""
        told = self.tr("{count} 处，在 {phrases} 条话术里{more}").format(count=found, phrases=phrases, more=more)
        self._tell(told if found else self.tr("没有找到") if self._find.text() else "")
        self.way_on.setText(self.tr("替换 {count} 处").format(count=chosen) if chosen else self.tr("替换"))
        self.way_on.setEnabled(chosen > 0)
        self.way_on.updateGeometry()

    def _tell(self, sentence: str) -> None:
        self.note.say(sentence, Ink.MUTED)

    def _replace(self) -> None:
        if self._soon.isActive() or self._slices.busy:  # what is listed is not what is asked for any more
            return
        self.chosen.emit(self.list.hits.chosen(), self._find.text())
        self.accept()


def _look(among: Chosen, wanted: Search) -> Generator[float, None, list[Found]]:
    found: list[Found] = []
    for number, phrase in enumerate(among.phrases()):
        found += (Found(phrase, hit, shown(phrase, hit)) for hit in hits([phrase], wanted))
        if len(found) >= _MOST:
            break
        if not number % _STEP:
            yield number / len(among)
    return found


def replaced(access: LibraryAccess, chosen: Iterable[Found]) -> list[Put]:
    """The edits for these hits; a phrase that was changed meanwhile is left as it is."""
    by_phrase: dict[str, list[Found]] = defaultdict(list)
    for found in chosen:
        by_phrase[found.hit.phrase].append(found)
    edits = []
    for key, some in by_phrase.items():
        try:
            now = access.get(key)
        except NotFound:
            continue
        if now == some[0].phrase:
            edits.append(Put(applied(now, [found.hit for found in some])))
    return edits
