"""What the windows about importing and about packs ask of the desk behind them, in their own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from assistant.core.errors import XiaoerError
from assistant.core.model import Phrase
from assistant.core.packs.foreign import Remark
from assistant.core.packs.plan import Choice
from assistant.core.packs.trust import Verdict
from assistant.ui.orders_access import Job
from assistant.ui.trust_access import TrustAccess

Failed = Callable[[XiaoerError], None]
Category = tuple[str, ...]
Choices = Mapping[str, Choice]
"""What becomes of phrases that the agent has changed, by id; without a choice they stay as they are."""


class Kind(StrEnum):
    """What would become of a phrase; the order is that of the tabs."""

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"  # the agent has changed it too; theirs stays
    DUPLICATE = "duplicate"  # another phrase says the same
    REMOVED = "removed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Line:
    """A phrase as it would be, and as it is now; ``phrase`` is what goes where it would be removed.

    ``notes`` are sentences on it, ``original`` is the foreign text where ours says it in another way.
    """

    phrase: Phrase
    before: Phrase | None = None
    notes: tuple[str, ...] = ()
    original: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be done, by kind, before anything is. Kinds without phrases may be left out."""

    lines: Mapping[Kind, Sequence[Line]]

    def count(self, kind: Kind) -> int:
        """How many there are."""
        return len(self.lines.get(kind, ()))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done: a sentence, what was changed or left out, and whether it can be taken back."""

    sentence: str
    report: Sequence[Remark] = ()
    undoable: bool = True


# --- files of other programs


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table nobody knows: its heading, its first values, and what it probably is ("" when unknown)."""

    heading: str
    values: tuple[str, ...] = field(default=(), repr=False)
    guess: str = ""


@dataclass(frozen=True, slots=True)
class Strange:
    """A table whose columns somebody has to explain; ``headings`` are all of them, as they stand there."""

    name: str  # of the file
    headings: tuple[str, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """Files as they were read. ``format`` is the name of the reader, "" for files of several kinds."""

    format: str
    name: str  # of the file or folder, or how many there are
    count: int  # of phrases
    report: Sequence[Remark] = ()
    strange: Strange | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """Where phrases go: below ``category``, () for where their file has them; ``duplicates`` are taken too or not."""

    category: Category = ()
    duplicates: bool = False


class ImportAccess(Protocol):
    """Taking over what other programs keep. Answers come on the GUI thread; of a cancelled job comes none."""

    def categories(self, done: Callable[[Sequence[Category]], None], failed: Failed) -> None:
        """Those that there are."""

    def fold(self, text: str) -> str:
        """The form in which names are compared."""

    def fields(self) -> Sequence[tuple[str, str]]:
        """What a column can hold: a key and what it is called; ``text`` is what no table may lack."""

    def read(self, files: Sequence[Path], job: Job, done: Callable[[Read], None], failed: Failed) -> None:
        """Read files and folders; the last one that was read is what :meth:`plan` and :meth:`apply` are about."""

    def explain(self, strange: Strange, columns: Mapping[str, str]) -> None:
        """Remember what the columns of such a table are: heading → key, "" for one without use. Then read again."""

    def plan(self, wish: Wish, job: Job, done: Callable[[Preview], None], failed: Failed) -> None:
        """What would come of it; the last plan is what is applied."""

    def apply(self, job: Job, done: Callable[[Outcome], None], failed: Failed) -> None:
        """Do it as one step."""

    def forget(self) -> None:
        """What was read last is not needed any more."""

    def undo(self, done: Callable[[str], None], failed: Failed) -> None:
        """Take back what was applied last; the sentence says so. Fails when it is not the last step any more."""


# --- packs


@dataclass(frozen=True, slots=True)
class About:
    """What a pack says of itself. Days are YYYY-MM-DD."""

    id: str
    name: str
    version: str
    author: str = ""
    licence: str = ""
    language: str = ""
    made: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack that is installed: how many phrases, and since when (seconds since the epoch)."""

    about: About
    count: int
    at: float
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A pack that could be installed. ``installed`` is the version that is there, "" for none.

    ``warnings`` are sentences on clashes of codes and hotkeys.
    """

    about: About
    verdict: Verdict
    preview: Preview
    installed: str = ""
    warnings: Sequence[Remark] = ()
    tables: int = 0
    attachments: int = 0


class PackAccess(Protocol):
    """The packs. Answers come on the GUI thread; of a cancelled job comes none."""

    def is_pack(self, path: Path) -> bool:
        """Whether a file or a folder looks like a pack of ours. Quick."""

    def installed(self, done: Callable[[Sequence[Installed]], None], failed: Failed) -> None:
        """The packs that are installed, by name."""

    def look(self, path: Path, job: Job, done: Callable[[Offer], None], failed: Failed) -> None:
        """Read a pack and say what installing would do; the last one is what is applied."""

    def check(self, job: Job, done: Callable[[Sequence[Remark]], None], failed: Failed) -> None:
        """Check the phrases of the pack that was looked at; what is to be said of them. May take much longer."""

    def apply(self, choices: Choices, job: Job, done: Callable[[Outcome], None], failed: Failed) -> None:
        """Install it, or bring what is installed up to it, as one step; ``choices`` are about conflicts."""

    def remove(self, pack: str, done: Callable[[Outcome], None], failed: Failed) -> None:
        """Take a pack out by its id; what was there before it is there again."""

    def forget(self) -> None:
        """What was read last is not needed any more."""

    def undo(self, done: Callable[[str], None], failed: Failed) -> None:
        """Take back what was applied or removed last; the sentence says so."""


@dataclass(frozen=True, slots=True)
class PackTools:
    """What these windows work with; ``now`` gives seconds since the epoch."""

    imports: ImportAccess
    packs: PackAccess
    trust: TrustAccess
    now: Callable[[], float]
