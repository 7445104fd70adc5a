"""The rows of the library's list: lazily made, named for screen readers, draggable, two columns to type in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from assistant.core.model import Phrase, PriorUse
from assistant.core.search import Arranged, Column, Listing, Match
from assistant.ui.library_columns import COLUMNS, name_of, text_of

AnyIndex = QModelIndex | QPersistentModelIndex
PHRASES = "application/x-xiaoer-phrases"  # what is dragged are the chosen rows; the data says only how many
TYPED_IN = (Column.TITLE, Column.CODE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of phrases besides themselves. ``now`` and what ``changed`` holds are seconds since the epoch."""

    uses: Callable[[Iterable[str]], Mapping[str, PriorUse]] = lambda _: {}
    now: Callable[[], float] = lambda: 0.0
    changed: dict[str, float] = field(default_factory=dict)

    def figures(self, column: Column) -> Callable[[Sequence[str]], Mapping[str, float]]:
        """What a column is sorted by, for any thread."""
        if column is Column.CHANGED:
            return lambda _: self.changed
        if column is Column.USES:
            return lambda ids: {key: float(use.count) for key, use in self.uses(ids).items()}
        return lambda ids: {key: use.last for key, use in self.uses(ids).items()}


class Chosen:
    """Some rows of a list, to be gone through on another thread."""

    def __init__(self, matches: Sequence[Match], spans: Iterable[tuple[int, int]]) -> None:
        """``spans`` are first and last row of each run."""
        self._matches = matches
        self._spans = sorted(spans)

    def __len__(self) -> int:
        return sum(last - first + 1 for first, last in self._spans)

    def phrases(self, most: int | None = None) -> Iterator[Phrase]:
        """The phrases, or the first ``most``, as they were when the list was made, in its order."""
        return islice(self._phrases(), most)

    def _phrases(self) -> Iterator[Phrase]:
        matches = self._matches.again() if isinstance(self._matches, Listing | Arranged) else self._matches
        for first, last in self._spans:
            for row in range(first, min(last + 1, len(matches))):
                yield matches[row].phrase


class Rows(QAbstractTableModel):
    """The phrases found."""

    typed = Signal(str, str, str)  # phrase id, column, text
    dropped = Signal(int)  # the row before which the chosen rows should stand

    def __init__(self, facts: Facts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts = facts
        self.matches: Sequence[Match] = ()
        self.sortable_by_hand = True

    def show(self, matches: Sequence[Match]) -> None:
        """Replace what is listed."""
        self.beginResetModel()
        self.matches = matches
        self.endResetModel()

    def text(self, match: Match, column: Column) -> str:
        """What a cell says."""
        phrase = match.phrase
        if column is Column.TITLE:
            return phrase.title
        use = self.facts.uses((phrase.id,)).get(phrase.id) if column in (Column.USES, Column.LAST) else None
        return text_of(column, phrase, use, self.facts.changed.get(phrase.id, 0.0), self.facts.now())

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008, D102 - the signature is Qt's
        return 0 if parent.isValid() else len(self.matches)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008, D102
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802, D102
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return name_of(COLUMNS[section])
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        if not index.isValid() or index.row() >= len(self.matches):
            return None
        match, column = self.matches[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text(match, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.text(match, column)
            if column is not Column.TITLE:
                return f"{name_of(column)}：{said}"
            state = (self.tr("停用"),) if match.phrase.disabled else ()
            return "，".join((said, *state, match.excerpt))
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802, D102
        phrase, column, text = self.matches[index.row()].phrase, COLUMNS[index.column()], str(value).strip()
        if role == Qt.ItemDataRole.EditRole and text != self.text(self.matches[index.row()], column):
            # not now: the list is made anew by it, and the line that was typed in would give the keyboard to anybody
            QTimer.singleShot(0, self, lambda: self.typed.emit(phrase.id, column.value, text))
        return False  # the list shows it when the library has it

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:  # noqa: D102
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        editable = flag.ItemIsEditable if COLUMNS[index.column()] in TYPED_IN else flag.NoItemFlags
        return (
            flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren | editable
        )

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802, D102
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802, D102
        return [PHRASES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802, D102
        return carried(len({index.row() for index in indexes}))

    def canDropMimeData(  # noqa: N802, D102
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        return self.sortable_by_hand and data.hasFormat(PHRASES)

    def dropMimeData(  # noqa: N802, D102
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.dropped.emit(parent.row() if parent.isValid() else row if row >= 0 else len(self.matches))
        return False  # the list shows it when the library has it


def carried(count: int) -> QMimeData:
    """What is dragged: so many of the chosen rows."""
    data = QMimeData()
    data.setData(PHRASES, str(count).encode())
    return data
