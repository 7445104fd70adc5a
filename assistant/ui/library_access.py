"""What the library window needs from outside, in its own words."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.core.categories import Category
from assistant.core.edits import Edit
from assistant.core.errors import XiaoerError
from assistant.core.model import Phrase, PriorUse
from assistant.core.packs.check_rules import Remarked
from assistant.ui.editor_tools import EditorTools
from assistant.ui.export_access import ExportTools
from assistant.ui.packs_access import PackTools
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.seeker import Background


class Undoable(Protocol):
    """The steps that can be taken back and done again, by the words of the one that is next."""

    @property
    def undo_label(self) -> str:
        """What an undo would take back; empty when there is nothing."""

    @property
    def redo_label(self) -> str:
        """What a redo would do again; empty when there is nothing."""


class Before(Protocol):
    """What a phrase was until ``who`` did ``label`` at ``at`` (seconds since the epoch)."""

    @property
    def at(self) -> float:
        """When it was changed."""

    @property
    def who(self) -> str:
        """Who changed it."""

    @property
    def label(self) -> str:
        """What they did."""

    @property
    def phrase(self) -> Phrase | None:
        """As it was; None when it was not there."""


class Effect(Protocol):
    """What a step did to what is shown."""

    @property
    def put(self) -> Sequence[Phrase]:
        """Phrases as they are now."""

    @property
    def removed(self) -> Sequence[str]:
        """The ids of those that are gone."""


class LibraryAccess(Protocol):
    """The library. Everything but :attr:`steps` may wait for a large change elsewhere: not for the GUI thread."""

    @property
    def phrases(self) -> Sequence[Phrase]:
        """Everything that is shown, as it is at this moment."""

    @property
    def categories(self) -> tuple[Category, ...]:
        """The tree, empty ones included."""

    @property
    def trash(self) -> Sequence[tuple[Phrase, float]]:
        """What was removed and when (seconds since the epoch), the newest first."""

    @property
    def steps(self) -> Undoable:
        """What can be undone."""

    @property
    def problem(self) -> XiaoerError | None:
        """Why the newest changes are not on disk; None when all is well."""

    def edit(self, edits: Iterable[Edit], label: str) -> Effect:
        """Do ``edits`` as one step. Raises XiaoerError; nothing is done then."""

    def undo(self) -> Effect:
        """Take the last step back."""

    def redo(self) -> Effect:
        """Do again what was taken back last."""

    def get(self, key: str) -> Phrase:
        """The phrase with that id. Raises NotFound."""

    def lower(self, key: str) -> Phrase | None:
        """What the team or the program says under that id, shown or not."""

    def after(self, key: str) -> str:
        """The id of the phrase that follows in the library's order; empty for the last one."""

    def base(self, phrase: Phrase) -> Phrase | None:
        """What the origin of a personal copy said when it was copied, if that is known."""

    def history(self, key: str) -> Sequence[Before]:
        """What the phrase was before each change, the newest first."""

    def touched(self) -> Mapping[str, float]:
        """When each phrase was last changed here (seconds since the epoch)."""

    def on_change(self, callback: Callable[[Effect], None]) -> None:
        """Call ``callback`` after every step, in the thread that made it."""


@dataclass(frozen=True, slots=True)
class LibraryTools:
    """Everything that the window works with.

    ``run`` does the work of the store in the background, ``search`` looks for phrases there, so that neither waits for
    the other. ``uses`` tells how often phrases were used, by id, and may be asked on any thread. ``fold`` gives the
    form in which texts are compared, ``editor`` what the phrase editor works with, ``now`` seconds since the epoch,
    ``packs`` what brings phrases from files, ``exports`` what takes them there; ``check`` looks all phrases through in
    small pieces of work, and tells between them what part is done.
    """

    access: LibraryAccess
    run: Background
    search: Background
    uses: Callable[[Iterable[str]], Mapping[str, PriorUse]]
    fold: Callable[[str], str]
    editor: Callable[[], EditorTools]
    now: Callable[[], float]
    packs: PackTools
    exports: ExportTools
    check: Callable[[], Generator[float, None, tuple[Remarked, ...]]]
    pasteboard: Pasteboard
