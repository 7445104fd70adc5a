"""What installing a pack would do to a library, before anything is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from assistant.core import layers
from assistant.core.differences import Part, parts
from assistant.core.errors import SettingProblem
from assistant.core.hotkey import KeyCombo
from assistant.core.merging import Clash as TextClash
from assistant.core.model import Phrase
from assistant.core.packs.installed import Installed
from assistant.core.packs.pack import Pack, packable
from assistant.core.packs.progress import Progress, always, watched


class Status(StrEnum):
    """What becomes of a phrase of the team; the order is that of a preview."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"
    SAME = "same"


class Step(StrEnum):
    """What installing means for what is installed."""

    INSTALL = "install"
    UPDATE = "update"
    AGAIN = "again"  # the same version
    OLDER = "older"  # nobody should do that without being asked


class Choice(StrEnum):
    """What becomes of a phrase of the agent's own that the pack has as well.

    Without a choice it stays as it is, and the library goes on showing that the team's has changed.
    """

    KEEP = "keep"  # as it is, and the change is settled
    FOLLOW = "follow"  # the team's is shown; when the pack is removed, the agent's comes back
    MERGE = "merge"  # the changes of both; where they clash, the agent's stays


@dataclass(frozen=True, slots=True)
class Item:
    """A phrase of the pack, as it was installed and as it would be. ``mine`` is the agent's own in its place.

    ``hidden`` tells that the agent has removed it: it stays out of sight.
    """

    status: Status
    old: Phrase | None
    new: Phrase | None
    mine: Phrase | None = None
    hidden: bool = False

    @property
    def id(self) -> str:
        """The id of the phrase."""
        return self.shown.id

    @property
    def shown(self) -> Phrase:
        """The phrase as it would be, or as it was when it goes."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def conflict(self) -> bool:
        """Whether the agent has a say: a phrase of their own stands where the team's changes."""
        if self.mine is None or self.new is None or self.status is Status.SAME:
            return False
        return layers.digest(self.mine) != layers.digest(self.new)

    def parts(self) -> tuple[Part, ...]:
        """What differs, word by word."""
        return parts(self.old, self.new)

    def merged(self) -> tuple[Phrase, tuple[TextClash, ...]] | None:
        """The agent's with the changes of the team's, and where they clash; None when one of the two is missing."""
        if self.mine is None or self.new is None:
            return None
        origin = self.mine.origin
        base = self.old if self.old and origin and layers.digest(self.old) == origin.digest else None
        found = layers.merge(base, self.mine, self.new)
        return found.phrase, found.clashes


@dataclass(frozen=True, slots=True)
class Taken:
    """A code or a hotkey that a phrase of the pack shares with another one."""

    what: str  # "code" or "hotkey"
    value: str
    phrase: Phrase  # of the pack
    other: Phrase


@dataclass(frozen=True, slots=True)
class Preview:
    """What installing ``pack`` would do."""

    step: Step
    installed: Installed | None
    items: tuple[Item, ...]
    clashes: tuple[Taken, ...] = ()

    def of(self, status: Status) -> tuple[Item, ...]:
        """The phrases of one kind."""
        return tuple(item for item in self.items if item.status is status)

    def count(self, status: Status) -> int:
        """How many there are of one kind."""
        return sum(item.status is status for item in self.items)

    def altered(self, pack: Pack) -> bool:
        """Whether the pack says that it is the version that is installed, and is not."""
        return self.step is Step.AGAIN and self.installed is not None and pack.manifest != self.installed.manifest

    @property
    def conflicts(self) -> tuple[Item, ...]:
        """The phrases that need a choice."""
        return tuple(item for item in self.items if item.conflict)


class Look(Protocol):
    """The library as a preview sees it."""

    @property
    def packs(self) -> tuple[Installed, ...]:
        """The packs that are installed."""

    def beside(self, pack: str) -> Sequence[Phrase]:
        """What is shown and is not of that pack."""

    @property
    def trash(self) -> Sequence[tuple[Phrase, float]]:
        """What was removed."""

    def pack_phrases(self, pack: str) -> Sequence[Phrase]:
        """The phrases of an installed pack."""


def preview(pack: Pack, library: Look, progress: Progress = always) -> Preview:
    """Compare ``pack`` with what is installed and with the agent's own. Raises Stopped."""
    installed = next((known for known in library.packs if known.id == pack.manifest.id), None)
    old = {phrase.id: phrase for phrase in watched(library.pack_phrases(pack.manifest.id), progress, 0.0, 0.3)}
    shown = list(watched(library.beside(pack.manifest.id), progress, 0.3, 0.6))
    mine = {phrase.id: phrase for phrase in shown if phrase.layer == "personal"}
    hidden = {phrase.id for phrase, _ in library.trash}
    items = [
        _item(phrase, old.get(phrase.id), mine.get(phrase.id), hidden)
        for phrase in watched(pack.phrases, progress, 0.6, 0.9)
    ]
    coming = {phrase.id for phrase in pack.phrases}
    items += [
        Item(Status.REMOVED, phrase, None, mine.get(key), key in hidden)
        for key, phrase in old.items()
        if key not in coming
    ]
    others = [phrase for phrase in shown if phrase.id not in coming]
    return Preview(_step(pack, installed), installed, tuple(items), clashes(pack.phrases, others))


def compared(old: Iterable[Phrase], new: Iterable[Phrase]) -> tuple[Item, ...]:
    """What differs between two sets of phrases, whatever an agent has."""
    before, after = ({phrase.id: packable(phrase) for phrase in phrases} for phrases in (old, new))
    items = [_item(phrase, before.get(key), None, set()) for key, phrase in after.items()]
    return (*items, *(Item(Status.REMOVED, phrase, None) for key, phrase in before.items() if key not in after))


def clashes(phrases: Iterable[Phrase], others: Iterable[Phrase]) -> tuple[Taken, ...]:
    """Codes and hotkeys that ``phrases`` share with each other and with ``others``, each told once a phrase."""
    taken: dict[tuple[str, str], Phrase] = {}
    for phrase in others:
        for key in _claims(phrase):
            taken.setdefault(key, phrase)
    found = []
    for phrase in phrases:
        for what, value in _claims(phrase):
            other = taken.setdefault((what, value), phrase)
            if other is not phrase:
                found.append(Taken(what, phrase.code if what == "code" else value, phrase, other))
    return tuple(found)


def decided(item: Item, choice: Choice) -> Phrase | None:
    """What the agent's own becomes; None when it gives way, or was not there."""
    if choice is Choice.FOLLOW or item.mine is None:
        return None
    if choice is Choice.MERGE and (merged := item.merged()):
        return merged[0]
    return layers.keep(item.mine, item.new) if item.new else item.mine


def totals(found: Preview) -> Mapping[Status, int]:
    """How many phrases there are of each kind."""
    counts = dict.fromkeys(Status, 0)
    for item in found.items:
        counts[item.status] += 1
    return counts


def _item(new: Phrase, old: Phrase | None, mine: Phrase | None, hidden: set[str]) -> Item:
    status = Status.NEW if old is None else Status.SAME if old == new else Status.CHANGED
    return Item(status, old, new, mine, new.id in hidden)


def _step(pack: Pack, installed: Installed | None) -> Step:
    if installed is None:
        return Step.INSTALL
    was, now = installed.manifest.version, pack.manifest.version
    return Step.AGAIN if was == now else Step.UPDATE if was < now else Step.OLDER


def _claims(phrase: Phrase) -> list[tuple[str, str]]:
    found = [("code", phrase.code.casefold())] if phrase.code else []
    if phrase.hotkey:
        try:
            found.append(("hotkey", KeyCombo.parse(phrase.hotkey).label))
        except SettingProblem:
            found.append(("hotkey", phrase.hotkey))
    return found
