"""Importing for the interface: files are read and compared in the background, and taken in as one step."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.core.categories import Category as Node
from assistant.core.errors import DataProblem, XiaoerError
from assistant.core.packs import columns
from assistant.core.packs.columns import NeedsMapping
from assistant.core.packs.foreign import Haul
from assistant.core.packs.progress import Stopped
from assistant.storage import import_plan, importing
from assistant.storage.attachments import Attachments
from assistant.storage.import_plan import Arrival, Cancelled, Plan
from assistant.storage.importing import Way
from assistant.storage.phrases import Library
from assistant.storage.settings import Settings
from assistant.ui.orders_access import Job
from assistant.ui.packs_access import Category, Column, Kind, Line, Outcome, Preview, Read, Strange, Wish

COLUMNS = "import.columns"
_VALUES = 3  # of a column that somebody is asked about
_BLANK = XiaoerError("还没有读入要导入的文件。", "请重新选择文件。")

Failed = Callable[[XiaoerError], None]
Run = Callable[[Callable[[], Any], Callable[[Any], None], Failed], None]
Runs = tuple[Run, Run]
"""What runs work in the background, one after the other: what changes nothing, and what changes the library."""


class StepUndo:
    """Takes back the last step of the library, as long as it is that of ours."""

    def __init__(self, library: Library, run: Run) -> None:
        self._library = library
        self._run = run
        self._label = ""
        self._sequence = -1

    def note(self) -> None:
        """The last step is ours. On any thread, right after it was done."""
        self._label, self._sequence = self._library.steps.undo_label, self._library.sequence

    def undo(self, done: Callable[[str], None], failed: Failed) -> None:
        """Take it back; fails when something else was done since."""

        def work() -> str:
            if not self._label or self._library.sequence != self._sequence:
                raise DataProblem("后来又改过话术库，不能只撤销这一步。", "请在话术库里按 Ctrl+Z 逐步撤销。")
            self._library.undo()
            return f"已撤销：{self._label}"

        self._run(lambda: calm(work), done, failed)


class ImportDesk:
    """Implements :class:`assistant.ui.packs_access.ImportAccess`.

    All methods are for the thread on which they answer.
    """

    def __init__(
        self, library: Library, attachments: Attachments, settings: Settings, fold: Callable[[str], str], runs: Runs
    ) -> None:
        self._library = library
        self._attachments = attachments
        self._settings = settings
        self._reads, self._keeps = runs
        self.fold = fold
        self._haul: Haul | None = None
        self._plan: Plan | None = None
        self._undo = StepUndo(library, self._keeps)

    def categories(self, done: Callable[[Sequence[Category]], None], failed: Failed) -> None:
        """Those that there are."""
        self._keeps(lambda: list(_paths(self._library.categories)), done, failed)

    def fields(self) -> Sequence[tuple[str, str]]:
        """What a column can hold."""
        return list(columns.LABELS.items())

    def read(self, files: Sequence[Path], job: Job, done: Callable[[Read], None], failed: Failed) -> None:
        """Read files and folders."""
        said = self._settings.text(COLUMNS)
        name = files[0].name if len(files) == 1 else f"{files[0].name} 等 {len(files)} 个文件"

        def work() -> Haul | Strange:
            try:
                return importing.read(files, Way(known=lambda headings: columns.known(said, headings)), job)
            except NeedsMapping as asked:
                return _strange(asked)

        def told(found: Haul | Strange) -> None:
            if isinstance(found, Strange):
                done(Read("table", found.name, 0, (), found))
                return
            self._haul, self._plan = found, None
            done(Read(found.format, name, len(found.phrases), found.report))

        watched(self._reads, work, job, told, failed)

    def explain(self, strange: Strange, said: Mapping[str, str]) -> None:
        """Remember what the columns of such a table are."""
        self._settings.set(COLUMNS, columns.remember(self._settings.text(COLUMNS), strange.headings, said))

    def plan(self, wish: Wish, job: Job, done: Callable[[Preview], None], failed: Failed) -> None:
        """What would come of it."""
        haul = self._haul
        if haul is None:
            failed(_BLANK)
            return

        def work() -> tuple[Plan, Preview]:
            made = importing.plan(haul, self._library, import_plan.Wish(wish.category, wish.duplicates), job)
            return made, _preview(made)

        def told(made: tuple[Plan, Preview]) -> None:
            self._plan = made[0]
            done(made[1])

        watched(self._reads, work, job, told, failed)

    def apply(self, job: Job, done: Callable[[Outcome], None], failed: Failed) -> None:
        """Do it as one step."""
        wanted = self._plan
        if wanted is None:
            failed(_BLANK)
            return

        def work() -> Outcome:
            before = self._library.sequence
            made = importing.apply(self._library, self._attachments, wanted, job)
            stepped = self._library.sequence != before
            if stepped:
                self._undo.note()
            return Outcome(made.sentence, made.report, undoable=stepped)

        surely(self._keeps, work, job, done, failed)

    def forget(self) -> None:
        """Nothing that was read is needed any more."""
        self._haul = self._plan = None

    def undo(self, done: Callable[[str], None], failed: Failed) -> None:
        """Take back what was applied last."""
        self._undo.undo(done, failed)


def watched(run: Run, work: Callable[[], Any], job: Job, done: Callable[[Any], None], failed: Failed) -> None:
    """Run ``work``, which raises Cancelled or Stopped when the job is; nobody hears of it any more then."""
    surely(run, work, job, lambda found: None if job.cancelled else done(found), failed)


def surely(run: Run, work: Callable[[], Any], job: Job, done: Callable[[Any], None], failed: Failed) -> None:
    """The same for work that changes something: when it was too late to stop it, ``done`` hears of it all the same."""
    stopped = object()

    def tried() -> Any:
        try:
            return calm(work)
        except (Cancelled, Stopped):
            return stopped

    def told(found: Any) -> None:
        if found is not stopped:
            done(found)

    def refused(problem: XiaoerError) -> None:
        if not job.cancelled:
            failed(problem)

    run(tried, told, refused)


def calm(work: Callable[[], Any]) -> Any:
    """Do ``work`` without looking for garbage: among a hundred thousand phrases that would hold the GUI."""
    gc.disable()
    try:
        return work()
    finally:
        gc.freeze()  # what there is now would be looked through at once
        gc.enable()


def _preview(made: Plan) -> Preview:
    lines: dict[Kind, list[Line]] = {}
    for arrival in made.arrivals:
        lines.setdefault(Kind(arrival.kind.value), []).append(_line(arrival))
    return Preview(lines)


def _line(arrival: Arrival) -> Line:
    return Line(arrival.phrase, arrival.before, (), arrival.taken.original)


def _strange(asked: NeedsMapping) -> Strange:
    found = []
    for place, heading in enumerate(asked.headings):
        if heading.strip():
            cells = [row[place] for row in asked.rows if place < len(row) and row[place].strip()]
            found.append(Column(heading, tuple(cells[:_VALUES]), asked.guess.get(heading, "")))
    return Strange(asked.name, asked.headings, tuple(found))


def _paths(nodes: Sequence[Node]) -> Sequence[Category]:
    found: list[Category] = []
    for node in nodes:
        found += [node.path, *_paths(node.children)]
    return found
