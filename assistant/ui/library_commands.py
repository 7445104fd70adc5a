"""What the window does to the phrases chosen in its list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistant.core import bulk
from assistant.core.bulk import Days
from assistant.core.edits import END, Edit, Put, Remove
from assistant.core.errors import XiaoerError
from assistant.core.model import Phrase, Variant
from assistant.core.search import Column
from assistant.ui.bulk_sheets import DaysSheet, MoveSheet, RoleSheet, TagSheet
from assistant.ui.inputs import Ink
from assistant.ui.library_access import Before, Effect
from assistant.ui.library_editing import Editing, fresh
from assistant.ui.library_rows import Chosen
from assistant.ui.library_table import PhraseTable
from assistant.ui.past_sheets import HistorySheet
from assistant.ui.replace_sheet import Found, ReplaceSheet, replaced
from assistant.ui.sheet import Sheet
from assistant.ui.theme import Theme

Path = tuple[str, ...]
_SEEN = 200  # chosen phrases that are looked at for what they have in common


@dataclass(frozen=True, slots=True)
class Place:
    """Where the commands work: the window, its list, the category one stands in, all categories and roles."""

    window: QWidget
    table: PhraseTable
    colours: Callable[[], Theme]
    category: Callable[[], Path]
    paths: Callable[[], Sequence[Path]]
    roles: Callable[[], Sequence[str]]


class PhraseCommands(QObject):
    """One method each. Sheets stay open until they are answered; the steps run in the background."""

    begun = Signal(object)  # a new Phrase, to be written

    def __init__(self, editing: Editing, place: Place) -> None:
        super().__init__(place.window)
        self._editing = editing
        self._place = place
        self._table = place.table
        self.awaited = ""  # the id to choose when it is there
        self._begun = ""  # the id of a phrase that is not in the library yet
        self._table.phrases.typed.connect(self.type)
        self._table.phrases.dropped.connect(self.place_before)

    def new(self) -> None:
        """Begin an empty phrase in this category; it is there when it is fit to be kept."""
        phrase = Phrase(_key(), "", "", (Variant(""),), self._place.category(), layer="personal")
        self._begun = phrase.id
        self.begun.emit(phrase)

    def keep(self, phrase: Phrase) -> None:
        """What was written; a new one comes after the current one when that is in the same category."""
        if phrase.id != self._begun:
            self._editing.put(phrase)
            return
        self._begun, self.awaited = "", phrase.id
        current = self._table.match()
        beside = current.phrase.id if current and current.phrase.category == phrase.category else ""
        label = self.tr("新建“{title}”").format(title=phrase.title)
        self._editing.do(lambda: [Put(phrase, self._editing.access.after(beside) if beside else "")], label)

    def duplicate(self) -> None:
        """A copy of each chosen phrase, right after it."""
        access, chosen, word = self._editing.access, self._table.chosen(), self.tr("{title}（副本）")
        keys: list[str] = []

        def edits() -> list[Edit]:
            made: list[Edit] = []
            for phrase in fresh(access, chosen):
                copy = bulk.copied(phrase, _key(), word.format(title=phrase.title))
                keys.append(copy.id)
                made.append(Put(copy, access.after(phrase.id) or END))
            return made

        def then(_: Effect) -> None:
            self.awaited = keys[0] if keys else ""

        self._do(edits, self.tr("复制 {count} 条话术"), chosen, then)

    def own(self) -> None:
        """Personal copies of what came with the program or from the team."""
        access, chosen = self._editing.access, self._table.chosen()

        def edits() -> list[Edit]:
            others = (phrase for phrase in fresh(access, chosen) if phrase.layer != "personal")
            return [Put(phrase, access.after(phrase.id) or END) for phrase in others]

        self._do(edits, self.tr("复制 {count} 条到我的话术"), chosen)

    def type(self, key: str, column: str, text: str) -> None:
        """A title or a code was typed in the list."""
        access = self._editing.access
        if column == Column.TITLE and not text:
            self._editing.said.emit(self.tr("标题不能是空的。"), Ink.DANGER)
            return
        label = self.tr("改标题为“{text}”") if column == Column.TITLE else self.tr("改编码为“{text}”")

        def edits() -> list[Put]:
            phrase = access.get(key)
            return [Put(replace(phrase, title=text) if column == Column.TITLE else replace(phrase, code=text))]

        self._editing.do(edits, label.format(text=text))

    def remove(self) -> None:
        """To the trash."""
        access, chosen = self._editing.access, self._table.chosen()
        self._do(
            lambda: [Remove(phrase.id) for phrase in fresh(access, chosen)], self.tr("删除 {count} 条话术"), chosen
        )

    def move(self) -> None:
        """Ask for a category."""
        chosen = self._table.chosen()
        if chosen:
            fold = self._editing.tools.fold
            sheet = MoveSheet(len(chosen), self._place.paths(), fold, self._place.colours(), self._place.window)
            sheet.chosen.connect(lambda path: self.move_to(path, chosen))
            sheet.open()

    def move_to(self, path: Path, chosen: Chosen | None = None) -> None:
        """Into this category."""
        chosen = chosen or self._table.chosen()
        label = self.tr("移动 {count} 条到“{name}”").replace("{name}", path[-1])
        self._each(chosen, lambda phrase: bulk.moved(phrase, path), label)

    def tags(self) -> None:
        """Ask for tags."""
        chosen = self._table.chosen()
        known = list(dict.fromkeys(tag for phrase in chosen.phrases(_SEEN) for tag in phrase.tags))
        sheet = TagSheet(len(chosen), known, self._place.colours(), self._place.window)
        label = self.tr("改 {count} 条的标签")
        sheet.chosen.connect(lambda add, take: self._each(chosen, lambda one: bulk.tagged(one, add, take), label))
        self._open(sheet, chosen)

    def roles(self) -> None:
        """Ask for roles."""
        chosen = self._table.chosen()
        match = self._table.match()
        ticked = match.phrase.roles if match else ()
        sheet = RoleSheet(len(chosen), self._place.roles(), ticked, self._place.colours(), self._place.window)
        label = self.tr("改 {count} 条的岗位")
        sheet.chosen.connect(lambda roles: self._each(chosen, lambda one: bulk.for_roles(one, roles), label))
        self._open(sheet, chosen)

    def days(self) -> None:
        """Ask for the days on which they may be said."""
        chosen, match = self._table.chosen(), self._table.match()
        known = Days(match.phrase.valid_from, match.phrase.valid_until) if match else Days()
        sheet = DaysSheet(len(chosen), known, self._place.colours(), self._place.window)
        label = self.tr("改 {count} 条的有效期")
        sheet.chosen.connect(lambda days: self._each(chosen, lambda one: bulk.valid(one, days), label))
        self._open(sheet, chosen)

    def replace(self) -> None:
        """Find and replace: in the chosen phrases, or in all that are listed when only one is."""
        chosen = self._table.chosen()
        if len(chosen) < 2:  # one is always chosen
            chosen = Chosen(self._table.phrases.matches, [(0, len(self._table.phrases.matches) - 1)])
        sheet = ReplaceSheet(chosen, self._editing.tools.search, self._place.colours(), self._place.window)
        sheet.chosen.connect(self._replace)
        self._open(sheet, chosen)

    def history(self) -> None:
        """What the current phrase was."""
        if match := self._table.match():
            phrase, access = match.phrase, self._editing.access
            sheet = HistorySheet(phrase, self._editing.tools.now(), self._place.colours(), self._place.window)
            label = self.tr("恢复“{title}”的旧版本").format(title=phrase.title)
            sheet.restored.connect(lambda old: self._editing.do(lambda: [Put(old)], label))
            there = [True]
            sheet.finished.connect(lambda _: there.clear())

            def show(versions: Sequence[Before]) -> None:
                if there:
                    sheet.show_versions(versions)

            def fail(problem: XiaoerError) -> None:
                if there:
                    sheet.fail(problem)

            self._editing.tools.run(lambda: access.history(phrase.id), show, fail)
            sheet.open()

    def shift(self, by: int) -> None:
        """Move the chosen rows up (-1) or down (1)."""
        spans = self._table.spans()
        if spans and by < 0 and spans[0][0] > 0:
            self.place_before(spans[0][0] - 1)
        elif spans and by > 0 and spans[-1][1] + 1 < len(self._table.phrases.matches):
            self.place_before(spans[-1][1] + 2)

    def place_before(self, row: int) -> None:
        """Have the chosen phrases stand before what is in ``row``, or after everything listed."""
        rows, access, chosen = self._table.phrases, self._editing.access, self._table.chosen()
        if not rows.sortable_by_hand:
            self._editing.said.emit(
                self.tr("按列排序或搜索时不能改顺序，请先清空搜索、点“查看 › 原来的顺序”。"), Ink.MUTED
            )
            return
        spans = self._table.spans()
        while any(first <= row <= last for first, last in spans):
            row += 1
        end = row >= len(rows.matches)
        if end and not rows.matches:
            return
        key = rows.matches[-1 if end else row].phrase.id

        def edits() -> list[Edit]:
            before = (access.after(key) or END) if end else key
            return [Put(phrase, before) for phrase in fresh(access, chosen)]

        self._do(edits, self.tr("调整 {count} 条的顺序"), chosen)

    # --- inside

    def _replace(self, found: Sequence[Found], find: str) -> None:
        label = self.tr("替换“{find}”（{count} 处）").format(find=find, count=len(found))
        self._editing.do(lambda: replaced(self._editing.access, found), label)

    def _each(self, chosen: Chosen, change: Callable[[Phrase], Phrase], label: str) -> None:
        self._editing.each(chosen, change, label.format(count=len(chosen)))

    def _do(
        self,
        edits: Callable[[], Sequence[Edit]],
        label: str,
        chosen: Chosen,
        then: Callable[[Effect], None] | None = None,
    ) -> None:
        if chosen:
            self._editing.do(edits, label.format(count=len(chosen)), then)

    def _open(self, sheet: Sheet, chosen: Chosen) -> None:
        if chosen:
            sheet.open()
        else:
            sheet.deleteLater()


def _key() -> str:
    return f"personal:{uuid4().hex}"
