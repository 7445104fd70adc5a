"""Opening a library: the newest good file, the edits since, and sentences about what was wrong and what is missing."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from assistant.core.edits import Kind
from assistant.core.errors import XiaoerError
from assistant.storage import atomic
from assistant.storage.backups import Backups
from assistant.storage.library_file import Contents, read, salvage
from assistant.storage.lines import Document, folder_of, held_of, pack_held, unpack, unpack_text
from assistant.storage.migrations import SCHEMA, TooNew
from assistant.storage.oplog import chained, history_log, ops_after
from assistant.storage.records import RecordError, phrase_of
from assistant.storage.shelf import Shelf
from assistant.storage.team import PREFIX, pack_id

_SHOWN = 3  # reasons and titles that are spelled out
_UNREADABLE = (OSError, ValueError, RecursionError)


@dataclass(frozen=True, slots=True)
class Files:
    """Where a library lives: its file, and what stands beside it."""

    library: Path

    @property
    def ops(self) -> Path:
        """The edits since the file was written."""
        return self.library.with_name("ops.log")

    @property
    def ops_before(self) -> Path:
        """The edits between the file's last generation and this one."""
        return self.library.with_name("ops.log.bak")

    @property
    def history(self) -> Path:
        """What phrases were before."""
        return self.library.with_name("history.log")

    @property
    def lock(self) -> Path:
        """Held by the process that writes."""
        return self.library.with_name("library.lock")

    @property
    def backups(self) -> Backups:
        """The copies of other days."""
        return Backups(self.library.with_name("backups"))


@dataclass(slots=True)
class Opened:
    """What was found.

    ``folded`` is the last edit in the file, ``sequence`` the last of all, ``mark`` the file's. ``stale`` tells that the
    file should be written soon, whatever happens.
    """

    shelf: Shelf
    folded: int = 0
    sequence: int = 0
    chain: str = ""
    mark: tuple[int, int, int] | None = None
    replayed: int = 0  # documents that the journal brought
    stale: bool = False
    still: bool = True  # whether nobody wrote meanwhile
    notices: list[str] = field(default_factory=list)
    problem: XiaoerError | None = None


def mark_of(path: Path) -> tuple[int, int, int] | None:
    """What changes when somebody writes the file; None when there is none. Raises OSError."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns)


def _mark_or_none(path: Path) -> tuple[int, int, int] | None:
    try:
        return mark_of(path)
    except OSError:
        return None


def open_files(files: Files, shelf: Shelf, *, mine: bool) -> Opened:
    """Fill ``shelf``, which has its lower layers. Never raises.

    Nothing on the disk is touched unless it is ``mine``; then damaged files are moved aside and the good one restored.
    """
    opened, damaged = Opened(shelf), list[Path]()
    before = _mark_or_none(files.library)
    source, contents = _newest_good(files, opened, damaged, mine)
    if contents is not None:
        opened.folded = opened.sequence = contents.meta.sequence
        opened.chain = contents.meta.chain if contents.ours else _chain_of(contents)
        opened.stale = not contents.ours
        if opened.stale and contents.meta.crc >= 0 and source == files.library:
            opened.notices.append(f"“{source.name}”被别的程序改过，已按现在的内容读取。")
        opened.notices += fill(shelf, contents)
        if contents.meta.schema > SCHEMA:
            opened.problem = TooNew()
            opened.notices.append(str(opened.problem))
    shelf.sort()
    lost = _replay(files, opened, whole=source == files.library)
    was_there = source is not None or files.ops_before.exists()
    if damaged or (source != files.library and was_there):
        opened.stale = True
        opened.notices.insert(0, _told(opened, damaged, source, files) + _missing(shelf, damaged, lost))
    elif lost:
        opened.notices.append(f"“{files.ops.name}”里有 {lost} 次修改读不出来，没能恢复。")
    _forgotten(files, opened)
    after = _mark_or_none(files.library)
    opened.still = before == after
    opened.mark = after if opened.problem is None else None
    return opened


def fill(shelf: Shelf, contents: Contents) -> list[str]:
    """Move what a file holds to the shelf, unsorted; sentences about what could not be read. It stays in the file."""
    bad: list[str] = []
    # What a phrase lies over must be known first, and of packs which one counts.
    for name, lines in sorted(contents.tables.items(), key=lambda table: _turn(table[0])):
        quick = _quick(shelf, name) if contents.ours else None
        while lines:  # what has been taken over is let go at once: all of it twice would be too much
            number, line = lines.popleft()
            odd = name == Kind.PHRASE.value and number in contents.meta.odd
            if quick and not odd and quick(number, unpack_text(line), line):
                continue
            try:
                _taker(name)(shelf, Document(number, line))
            except (ValueError, TypeError, KeyError, RecursionError) as reason:
                shelf.odd.setdefault(name, []).append((number, line))
                if name == Kind.PHRASE.value:
                    bad.append(f"第 {number} 条：{reason}")
    return [summary("您的话术库", bad)] if bad else []


def summary(where: str, reasons: Sequence[str]) -> str:
    """One sentence about all that could not be read."""
    more = "……" if len(reasons) > _SHOWN else ""
    return f"{where}里有 {len(reasons)} 条读不懂，已跳过：{'；'.join(reasons[:_SHOWN])}{more}。"


def _turn(table: str) -> int:
    return 0 if table == Kind.PACK.value else 1 if table.startswith(PREFIX) else 2


def _quick(shelf: Shelf, table: str) -> Callable[[int, str, bytes], object] | None:
    """How phrases that we wrote ourselves are taken over."""
    if table == Kind.PHRASE.value:
        return shelf.add
    if not table.startswith(PREFIX):
        return None

    def add(_: int, text: str, line: bytes) -> bool:
        key = shelf.team.add(table.removeprefix(PREFIX), text, line)
        if key:
            shelf.settle(key)
        return bool(key)

    return add


def _taker(table: str) -> Callable[[Shelf, Document], None]:
    """How any document is taken over. Raises KeyError for tables that nobody knows."""
    if table.startswith(PREFIX):
        return lambda shelf, document: shelf.settle(shelf.team.take(table.removeprefix(PREFIX), document.line))
    return {
        Kind.PHRASE.value: _take_phrase,
        Kind.TRASH.value: _take_trashed,
        Kind.CATEGORY.value: _take_folder,
        Kind.PACK.value: _take_pack,
    }[table]


def _take_pack(shelf: Shelf, document: Document) -> None:
    shelf.team.set(Kind.PACK, pack_id(document.line), document)


def _take_phrase(shelf: Shelf, document: Document) -> None:
    held = held_of(document)
    if held.phrase.id in shelf.own:
        raise RecordError("和另一条编号相同")
    packed = pack_held(held)
    if not shelf.add(packed.number, unpack_text(packed.line), packed.line):
        raise RecordError("无法识别")


def _take_trashed(shelf: Shelf, document: Document) -> None:
    shelf.add_trashed(str(unpack(document.line)["id"]), document.line)


def _take_folder(shelf: Shelf, document: Document) -> None:
    folder = folder_of(document.line)
    shelf.arranged[folder.path] = folder.place


def _newest_good(files: Files, opened: Opened, damaged: list[Path], mine: bool) -> tuple[Path | None, Contents | None]:
    if mine:
        atomic.sweep(files.library)
    beside = (files.library, atomic.backup_of(files.library))
    for candidate in (*beside, *(backup.path for backup in files.backups.all())):
        try:
            contents = atomic.patiently(lambda path=candidate: read(path))  # type: ignore[misc]
        except (FileNotFoundError, NotADirectoryError):
            continue
        except _UNREADABLE:
            damaged.append(_moved_aside(candidate, opened) if mine and candidate in beside else candidate)
            continue
        if mine and candidate != files.library and opened.problem is None:
            opened.problem = _restore(candidate, files)
        return candidate, contents
    return None, None


def _moved_aside(path: Path, opened: Opened) -> Path:
    try:
        return atomic.set_aside(path)
    except OSError as error:
        opened.problem = atomic.problem_of(error, path)
        return path


def _restore(good: Path, files: Files) -> XiaoerError | None:
    """Make ``good`` the file. The edits since belong to it then, so both journals become one first."""
    try:
        if files.ops_before.exists():
            logs = [log.read_bytes() for log in (files.ops_before, files.ops) if log.exists()]
            atomic.write(files.ops, b"\n".join(logs), keep_previous=False)
        atomic.write(files.library, good.read_bytes(), keep_previous=False)
    except XiaoerError as problem:
        return problem
    except OSError as error:
        return atomic.problem_of(error, files.library)
    return None


def _replay(files: Files, opened: Opened, *, whole: bool) -> int:
    """Do again what the file lacks; the number of edits that nothing knows of any more."""
    lost, apart = 0, opened.stale
    ops, spoilt = ops_after(opened.folded, (files.ops,) if whole else (files.ops_before, files.ops))
    for path in spoilt:
        opened.stale = True
        opened.notices.append(f"“{path.name}”的末尾读不出来，最近的修改可能没有恢复。")
    for op in ops:
        try:
            opened.shelf.put(op.rows)
        except (ValueError, TypeError, KeyError):  # of a newer version
            apart = True
            continue
        opened.replayed += len(op.rows)
        lost += op.sequence - opened.sequence - 1
        apart = apart or lost > 0
        # On another ground than they were made on, the same edits give another library.
        opened.chain = chained(opened.chain, op.rows) if apart else op.chain
        opened.sequence = op.sequence
    opened.stale |= bool(lost)
    return lost


def _forgotten(files: Files, opened: Opened) -> None:
    """Tell of edits that only the history still knows of: a journal that was cut looks as if it had ended there.

    Once the file has been written it counts on from there, so that it is told until then.
    """
    newest = history_log(files.history).last()
    if newest is None or newest.sequence <= opened.sequence:
        return
    if not opened.notices:  # else it has been told already that something is missing
        count, last = newest.sequence - opened.sequence, f"最后一次是“{newest.label}”"
        opened.notices.append(f"有 {count} 次修改没能恢复（{last}），可以在话术的历史里找回以前的样子。")
    opened.sequence, opened.stale = newest.sequence, True


def _told(opened: Opened, damaged: Iterable[Path], source: Path | None, files: Files) -> str:
    said = []
    for path in damaged:
        name = path.name.partition(".damaged-")[0]
        said.append(f"“{name}”读不出来" + (f"，已改名为“{path.name}”保留" if name != path.name else ""))
    said = said or [f"“{files.library.name}”不见了"]
    if source is None and not opened.sequence:
        return "，".join([*said, "没有可用的备份，先从空白开始。"])
    if source is None or source == atomic.backup_of(files.library):
        return "，".join([*said, "已从上一份备份恢复。"])
    when = datetime.fromtimestamp(source.stat().st_mtime).astimezone()
    return "，".join([*said, f"已从 {when:%Y-%m-%d %H:%M} 的备份恢复。"])


def _missing(shelf: Shelf, damaged: Iterable[Path], lost: int) -> str:
    """What the damaged files still tell of and the library lacks."""
    titles: dict[str, str] = {}
    for path in damaged:
        for document in salvage(path):
            try:
                phrase = phrase_of(document, "personal")
            except RecordError:
                continue
            if phrase.id not in shelf.own and phrase.id not in shelf.trash and shelf.lower(phrase.id) is None:
                titles.setdefault(phrase.id, phrase.title)
    said = ""
    if titles:
        names = "、".join(f"“{title}”" for title in list(titles.values())[:_SHOWN])
        said = f"少了 {len(titles)} 条话术：{names}{'等' if len(titles) > _SHOWN else ''}，还在上面保留的文件里。"
    if lost:
        said += f"另有 {lost} 次修改没能恢复。"
    return said


def _chain_of(contents: Contents) -> str:
    """What stands for a file that somebody else wrote."""
    digest = hashlib.blake2s(contents.meta.chain.encode("utf-8", "replace"), digest_size=8)
    for name, lines in contents.tables.items():
        digest.update(os.fsencode(name.encode("utf-8", "replace")))
        for number, line in lines:
            digest.update(b"%d\0%s\0" % (number, line))
    return digest.hexdigest()
