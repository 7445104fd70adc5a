"""Packs for the interface: read, judged and compared in the background; installed and removed as one step each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.check_desk import CheckDesk
from assistant.core.errors import XiaoerError
from assistant.core.packs import plan
from assistant.core.packs.foreign import Remark
from assistant.core.packs.installed import Installed
from assistant.core.packs.manifest import Manifest
from assistant.core.packs.plan import Item, Status, Taken
from assistant.core.packs.progress import Progress
from assistant.core.packs.trust import Verdict
from assistant.engine.session import Rules
from assistant.import_desk import Failed, ImportDesk, Runs, StepUndo, surely, watched
from assistant.storage import packs as pack_files
from assistant.storage import signing
from assistant.storage.attachments import Attachments
from assistant.storage.packs import Opened, installing
from assistant.storage.paths import Paths
from assistant.storage.phrases import Library
from assistant.storage.settings import Settings
from assistant.storage.stores import Stores
from assistant.storage.trust_store import TrustStore
from assistant.ui import packs_access as access
from assistant.ui.orders_access import Job
from assistant.ui.packs_access import About, Choices, Kind, Line, Offer, Outcome, PackTools
from assistant.ui.trust_access import TrustAccess

_MANIFEST = "manifest.json"
_READ = 0.6  # how far the work is when the pack is read
_BLANK = XiaoerError("还没有选话术包。", "请重新选择文件。")
_KINDS = {
    Status.NEW: Kind.NEW, Status.CHANGED: Kind.CHANGED, Status.REMOVED: Kind.REMOVED, Status.SAME: Kind.SAME,
}  # fmt: skip

Checks = Callable[[Opened, Progress], Sequence[Remark]]
"""What is to be said of the phrases of a pack."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """Where packs go, and what they are judged by."""

    library: Library
    attachments: Attachments
    trust: TrustStore
    check: Checks
    now: Callable[[], float]  # seconds since the epoch


class PackDesk:
    """Implements :class:`assistant.ui.packs_access.PackAccess`. All methods are for the thread on which they answer."""

    def __init__(self, shelves: Shelves, runs: Runs) -> None:
        self._shelves = shelves
        self._reads, self._keeps = runs
        self._found: tuple[Opened, Verdict] | None = None
        self._undo = StepUndo(shelves.library, self._keeps)

    def is_pack(self, path: Path) -> bool:
        """Whether it looks like a pack of ours."""
        try:
            return path.suffix.lower() == pack_files.SUFFIX or (path / _MANIFEST).is_file()
        except OSError:
            return False

    def installed(self, done: Callable[[Sequence[access.Installed]], None], failed: Failed) -> None:
        """The packs that are installed, by name."""
        library, trusted = self._shelves.library, self._shelves.trust.trusted

        def shown(found: Installed) -> access.Installed:
            verdict = signing.verify(found.manifest_bytes, found.signature_bytes, trusted)
            count = len(library.pack_phrases(found.id))
            return access.Installed(_about(found.manifest), count, found.at, verdict.key.name if verdict.key else "")

        self._reads(lambda: sorted(map(shown, library.packs), key=lambda each: each.about.name), done, failed)

    def look(self, path: Path, job: Job, done: Callable[[Offer], None], failed: Failed) -> None:
        """Read a pack and say what installing would do."""
        shelves, trusted = self._shelves, self._shelves.trust.trusted

        def work() -> tuple[Opened, Verdict, Offer]:
            opened = pack_files.read(path, _part(job, 0.0, _READ))
            verdict = signing.verify(opened.manifest_bytes, opened.signature_bytes, trusted)
            found = plan.preview(opened.pack, shelves.library, _part(job, _READ, 1.0))
            return opened, verdict, _offer(opened, verdict, found)

        def told(found: tuple[Opened, Verdict, Offer]) -> None:
            self._found = found[:2]
            done(found[2])

        watched(self._reads, work, job, told, failed)

    def check(self, job: Job, done: Callable[[Sequence[Remark]], None], failed: Failed) -> None:
        """Check the phrases of the pack that was looked at."""
        if self._found is None:
            failed(_BLANK)
            return
        opened, check = self._found[0], self._shelves.check
        watched(self._reads, lambda: check(opened, job), job, done, failed)

    def apply(self, choices: Choices, job: Job, done: Callable[[Outcome], None], failed: Failed) -> None:
        """Install it as one step."""
        if self._found is None:
            failed(_BLANK)
            return
        shelves, (opened, verdict) = self._shelves, self._found
        manifest = opened.pack.manifest

        def work() -> Outcome:
            before = shelves.library.sequence
            wanted = installing.Wanted(opened, choices)
            changed = installing.install(shelves.library, shelves.attachments, wanted, job)
            stepped = shelves.library.sequence != before
            if stepped:
                self._undo.note()
            told = f"装好了“{manifest.name}”{manifest.version}，有 {len(changed.put):,} 条话术新增或更新"
            gone = f"，{len(changed.removed):,} 条不再显示。" if changed.removed else "。"
            return Outcome(told + gone, (), undoable=stepped)

        def told(outcome: Outcome) -> None:
            shelves.trust.installed(verdict, shelves.now())
            done(outcome)

        surely(self._keeps, work, job, told, failed)

    def remove(self, pack: str, done: Callable[[Outcome], None], failed: Failed) -> None:
        """Take a pack out."""
        library = self._shelves.library

        def work() -> Outcome:
            name = next((each.manifest.name for each in library.packs if each.id == pack), pack)
            changed = installing.remove(library, pack)
            self._undo.note()
            return Outcome(f"卸载了“{name}”，{len(changed.removed):,} 条话术不再显示。")

        self._keeps(work, done, failed)

    def forget(self) -> None:
        """The pack that was looked at is not needed any more."""
        self._found = None

    def undo(self, done: Callable[[str], None], failed: Failed) -> None:
        """Take back what was applied or removed last."""
        self._undo.undo(done, failed)


def open_shelves(stores: Stores, rules: Rules, paths: Paths, now: Callable[[], float]) -> Shelves:
    """The shelves of these stores."""
    attachments = Attachments(paths.home / "attachments")
    check = CheckDesk(stores, rules, attachments).of_pack
    return Shelves(stores.library, attachments, stores.trust, check, now)


def open_tools(
    shelves: Shelves, settings: Settings, fold: Callable[[str], str], trust: TrustAccess, runs: Runs
) -> PackTools:
    """What the windows about files work with, over these shelves."""
    imports = ImportDesk(shelves.library, shelves.attachments, settings, fold, runs)
    return PackTools(imports, PackDesk(shelves, runs), trust, shelves.now)


def _about(manifest: Manifest) -> About:
    day = manifest.updated or manifest.created
    return About(
        manifest.id,
        manifest.name,
        str(manifest.version),
        manifest.author,
        manifest.licence,
        manifest.language,
        day.isoformat() if day else "",
        manifest.about,
    )


def _offer(opened: Opened, verdict: Verdict, found: plan.Preview) -> Offer:
    notes: dict[str, list[str]] = {}
    for clash in found.clashes:
        notes.setdefault(clash.phrase.id, []).append(_clash(clash))
    lines: dict[Kind, list[Line]] = {}
    for item in found.items:
        kind = Kind.CONFLICT if item.conflict else _KINDS[item.status]
        lines.setdefault(kind, []).append(_line(item, tuple(notes.get(item.id, ()))))
    return Offer(
        _about(opened.pack.manifest),
        verdict,
        access.Preview(lines),
        str(found.installed.manifest.version) if found.installed else "",
        [Remark(clash.phrase.title, _clash(clash)) for clash in found.clashes],
        len(opened.pack.tables),
        len(opened.pack.attachments),
    )


def _line(item: Item, notes: tuple[str, ...]) -> Line:
    if item.hidden:
        notes = (*notes, "您已经删除了这一条，安装后也不会显示。")
    return Line(item.shown, item.mine if item.conflict else item.old, notes)


def _clash(clash: Taken) -> str:
    what = {"code": "编码", "hotkey": "快捷键"}.get(clash.what, clash.what)
    return f"{what}“{clash.value}”和“{clash.other.title}”相同。"


def _part(job: Job, low: float, high: float) -> Progress:
    return lambda done: job(low + (high - low) * done)
