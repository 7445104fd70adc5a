"""Changes of tables: done at once, undone in the order they were made, kept in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from assistant.core.errors import XiaoerError
from assistant.core.tables.check import Problem, problems
from assistant.core.tables.table import LONGEST_NAME, Table
from assistant.ui.inputs import Ink
from assistant.ui.tables_access import KeptTable, TablesTools

_STEPS = 500  # that can be undone


class Step(QUndoCommand):
    """A table as it was and as it is; None where there was or is none."""

    def __init__(self, label: str, states: tuple[Table | None, Table | None], take: Callable[..., None]) -> None:
        super().__init__(label)
        self._before, self._after = states
        self._take = take

    def redo(self) -> None:
        """Do it."""
        self._take(self._before, self._after)

    def undo(self) -> None:
        """Take it back."""
        self._take(self._after, self._before)


class TablesEditing(QObject):
    """All tables as they are shown; ``current`` is the one that is looked at."""

    changed = Signal()  # the current table, or which one it is
    listed = Signal()  # names, layers or problems
    said = Signal(str, object)  # a sentence, Ink

    def __init__(self, tools: TablesTools, parent: QObject) -> None:
        super().__init__(parent)
        self.tools = tools
        self.tables: dict[str, Table] = {}
        self.kept: dict[str, KeptTable] = {}
        self.problems: dict[str, tuple[Problem, ...]] = {}
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(_STEPS)
        self._name = ""
        self._waiting = 0

    @property
    def current(self) -> Table | None:
        """The table that is looked at."""
        return self.tables.get(self._name)

    def load(self) -> None:
        """Show what is kept."""
        if not self._waiting:
            self._know(self.tools.access.all)

    def choose(self, name: str) -> None:
        """Look at another one."""
        if name in self.tables and name != self._name:
            self._name = name
            self.changed.emit()

    def edit(self, after: Table, label: str) -> None:
        """Change the current table."""
        before = self.current
        if before is not None and after != before:
            self.stack.push(Step(label, (before, after), self._take))

    def add(self, table: Table, label: str) -> None:
        """A new table, under a name that is free."""
        self.stack.push(Step(label, (None, replace(table, name=self.free_name(table.name))), self._take))

    def remove(self, label: str) -> None:
        """Have the current table no more."""
        if self.current is not None:
            self.stack.push(Step(label, (self.current, None), self._take))

    def free_name(self, name: str) -> str:
        """``name``, with a number where it is taken."""
        base, number = (name or self.tr("表格"))[: LONGEST_NAME - 4], 1
        while (found := base if number == 1 else f"{base} {number}") in self.tables:
            number += 1
        return found

    def restore(self) -> None:
        """What the program or the team says, in the place of the current table."""
        name, label = self._name, self.tr("恢复成原来的内容")

        def found(table: Table | None) -> None:
            if table is not None and self._name == name:
                self.edit(table, label)

        self.tools.run(lambda: self.tools.access.lower(name), found, self._failed)

    def _take(self, before: Table | None, after: Table | None) -> None:
        """Have ``after`` in the place of ``before``, here at once and then on the disk."""
        access, name = self.tools.access, before.name if before else ""
        if before and after:
            self.tables = {(after.name if key == name else key): t for key, t in self.tables.items()}
            self.tables[after.name] = after
            self._keep(lambda: access.rename(name, after))
        elif after:
            self.tables[after.name] = after
            self._keep(lambda: access.put(after))
        elif before:
            place = list(self.tables).index(name) if name in self.tables else 0
            self.tables.pop(name, None)
            self._keep(lambda: access.remove(name))
            self._name = next(iter([*self.tables][max(0, place - 1) :]), "")
        if after:
            self._name = after.name
            self._judge(after)
        self.changed.emit()
        self.listed.emit()

    def _keep(self, op: Callable[[], None]) -> None:
        self._waiting += 1

        def work() -> tuple[Sequence[KeptTable], XiaoerError | None]:
            op()
            return self.tools.access.all, self.tools.access.problem

        def done(told: tuple[Sequence[KeptTable], XiaoerError | None]) -> None:
            self._waiting -= 1
            if not self._waiting:
                self._settle(told[0])
            if told[1] is not None:
                self.said.emit(str(told[1]), Ink.DANGER)

        def failed(problem: XiaoerError) -> None:
            self._waiting -= 1
            self._failed(problem)
            self.stack.clear()
            self.load()

        self.tools.run(work, done, failed)

    def _settle(self, found: Sequence[KeptTable]) -> None:
        """Everything is kept; what was made here now knows what the store knows about places."""
        self.kept = {kept.table.name: kept for kept in found}
        for name, table in self.tables.items():
            kept = self.kept.get(name)
            if kept and kept.table == table and kept.table.locate is not table.locate:
                self.tables[name] = kept.table
                self._judge(kept.table)
        self.listed.emit()

    def _know(self, found: Sequence[KeptTable]) -> None:
        self.kept = {kept.table.name: kept for kept in found}
        self.tables = {kept.table.name: kept.table for kept in found}
        if self._name not in self.tables:
            self._name = next(iter(self.tables), "")
        for table in self.tables.values():
            self._judge(table)
        self.changed.emit()
        self.listed.emit()

    def _judge(self, table: Table) -> None:
        def told(found: tuple[Problem, ...]) -> None:
            if self.tables.get(table.name) is table:
                self.problems[table.name] = found
                self.listed.emit()

        self.tools.check(lambda: problems(table) if self.tables.get(table.name) is table else (), told, self._failed)

    def _failed(self, problem: XiaoerError) -> None:
        self.said.emit(str(problem), Ink.DANGER)
