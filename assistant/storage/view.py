"""Looking at the library: what is shown, what lies in the trash, how it stands. Nothing here changes anything."""

from __future__ import annotations

import hashlib
import threading
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from assistant.core.categories import Category
from assistant.core.edits import Trashed
from assistant.core.errors import DataProblem, NotFound
from assistant.core.layers import digest
from assistant.core.model import Phrase, PriorUse
from assistant.core.packs.installed import Installed
from assistant.core.packs.pack import LAYER
from assistant.storage import resources
from assistant.storage.importers import jsonl
from assistant.storage.lines import Phrases, trashed_of, with_code
from assistant.storage.opening import Files, summary
from assistant.storage.oplog import Version, history_log
from assistant.storage.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Layers:
    """The folders of what lies below the agent's own phrases; None for the starter pack is the program's own."""

    starter: Path | None = None
    team: Path | None = None


class View:
    """All phrases, in memory. A personal phrase takes the place of the team's, the team's that of the starter pack.

    For any number of threads.
    """

    def __init__(self, files: Files, layers: Layers) -> None:
        self._files = files
        self._layers = layers
        self._guard = threading.RLock()
        self._shelf = Shelf()
        self._below_notices: list[str] = []
        self._below = ""

    @property
    def phrases(self) -> Phrases:
        """Everything that is shown, in its order, as it is at this moment."""
        with self._guard:
            return self._shelf.phrases

    @property
    def usage(self) -> Mapping[str, PriorUse]:
        """How much phrases were used before they were imported, by id."""
        with self._guard:
            return self._shelf.usage

    @property
    def categories(self) -> tuple[Category, ...]:
        """The tree of categories, empty ones included."""
        with self._guard:
            return self._shelf.tree()

    @property
    def packs(self) -> tuple[Installed, ...]:
        """The packs of the team, in the order in which they were installed."""
        with self._guard:
            return self._shelf.team.packs

    def pack_phrases(self, pack: str) -> Phrases:
        """All phrases of the installed pack with that id, in its order, also those that something hides."""
        with self._guard:
            return self._shelf.team.phrases(pack)

    def beside(self, pack: str) -> Phrases:
        """What is shown and is not of the pack with that id."""
        with self._guard:
            known, entries = self._shelf.team.entries(pack), self._shelf.phrases.entries
        lines = {id(entry.line) for entry in known.values()}
        return Phrases([entry for entry in entries if entry.layer != LAYER or id(entry.line) not in lines])

    @property
    def trash(self) -> list[tuple[Phrase, float]]:
        """What was removed and when (seconds since the epoch), the newest first."""
        with self._guard:
            lines = [document.line for document in self._shelf.trash.values()]
        found: list[Trashed] = sorted(map(trashed_of, lines), key=lambda trashed: trashed.at, reverse=True)
        return [(trashed.held.phrase, trashed.at) for trashed in found if trashed.held]

    def get(self, key: str) -> Phrase:
        """The phrase with that id. Raises NotFound when none is shown."""
        with self._guard:
            entry = self._shelf.shown(key)
        if entry is None:
            raise NotFound(f"没有编号为“{key}”的话术。", "它可能刚被删除，请刷新后再试。")
        return entry.phrase

    def lower(self, key: str) -> Phrase | None:
        """The phrase of the team or the program with that id, also when the agent's own hides it."""
        with self._guard:
            return self._shelf.lower(key)

    def after(self, key: str) -> str:
        """The id of the phrase that follows in the library's order; empty for the last one and when it is not shown."""
        with self._guard:
            entry, entries = self._shelf.shown(key), self._shelf.phrases.entries
        at = bisect_left(entries, entry.order, key=attrgetter("order")) + 1 if entry else len(entries)
        return entries[at].id if at < len(entries) else ""

    def by_code(self, code: str) -> Phrase:
        """The phrase with ``code``, whatever its case; a personal one first, never a disabled one. Raises NotFound."""
        with self._guard:
            found = list(with_code(self._shelf.phrases, code.strip()))
        if not found:
            raise NotFound(f"没有编码为“{code.strip()}”的话术。", "请检查编码，或在弹窗里搜索。")
        usable = [phrase for phrase in found if not phrase.disabled]
        if not usable:
            raise NotFound(f"编码为“{code.strip()}”的话术已停用。", "请在话术库里打开它，检查后改为启用。")
        return next((phrase for phrase in usable if phrase.layer == "personal"), usable[0])

    @property
    def sources(self) -> list[Path]:
        """The files of the starter pack and of the team."""
        return [file for layer in ("starter", "team") for file in self._files_of(layer)]

    def history(self, key: str) -> list[Version]:
        """What the phrase was before each change, the newest first. Reads a file: not for the GUI thread.

        Changes of the last moment appear when they are on the disk.
        """
        found = [version for version in history_log(self._files.history).read() if version.id == key]
        return found[::-1]

    def touched(self) -> dict[str, float]:
        """When each phrase was last changed here (seconds since the epoch), by id. Reads a file, like the history."""
        return {version.id: version.at for version in history_log(self._files.history).read()}

    def base(self, phrase: Phrase) -> Phrase | None:
        """What the origin of a personal copy said when it was copied, if the history still knows. Reads a file."""
        origin = phrase.origin
        versions = self.history(phrase.id) if origin else []
        candidates = (version.phrase for version in versions if version.layer != "personal")
        return next((was for was in candidates if was and origin and digest(was) == origin.digest), None)

    def _read_below(self, shelf: Shelf) -> None:
        """Put the starter pack and the team's on ``shelf``."""
        self._below_notices = []
        digest = hashlib.blake2s(digest_size=8)
        layers = []
        for layer, told in (("starter", "自带话术"), ("team", "团队话术")):
            phrases: dict[str, Phrase] = {}
            usage: dict[str, PriorUse] = {}
            for file in self._files_of(layer):
                try:
                    data = file.read_bytes()
                except OSError:
                    again = "请重新安装小二快答" if layer == "starter" else "请重新同步"
                    self._below_notices.append(f"{told}“{file.name}”读不出来。{again}。")
                    continue
                digest.update(b"%s\0%d\0" % (layer.encode(), len(data)) + data)
                parsed = jsonl.parse(data, layer)
                phrases |= {phrase.id: phrase for phrase in parsed.phrases}
                usage |= parsed.usage
                if parsed.bad:
                    reasons = [f"第 {bad.number} 行：{bad.reason}" for bad in parsed.bad]
                    self._below_notices.append(summary(f"{told}“{file.name}”", reasons))
            layers.append((tuple(phrases.values()), usage))
        shelf.set_below(layers)
        self._below = digest.hexdigest()

    def _files_of(self, layer: str) -> list[Path]:
        folder = self._layers.team
        if layer == "starter":
            try:
                folder = self._layers.starter or resources.path("starter")
            except DataProblem as problem:
                self._below_notices.append(str(problem))
        return sorted(folder.glob("*.jsonl")) if folder else []
