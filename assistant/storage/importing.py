"""Taking phrases of files and folders into the library: read, look at what would come of it, do it as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.core.errors import DataProblem
from assistant.core.packs.columns import NeedsMapping
from assistant.core.packs.foreign import Haul, Remark, Taken
from assistant.core.packs.progress import Stopped
from assistant.storage import importers
from assistant.storage.attachments import Attachments
from assistant.storage.import_plan import (
    OWN,
    Cancelled,
    Kind,
    Plan,
    Progress,
    Watch,
    plan,
    repeated_codes,
    unwatched,
)
from assistant.storage.importers import rows
from assistant.storage.importers.source import Source
from assistant.storage.phrases import Library

__all__ = ["Cancelled", "Kind", "Outcome", "Plan", "Way", "apply", "import_file", "plan", "read"]

Known = Callable[[Sequence[str]], Mapping[str, str] | None]
_MOST_FILES = 200  # of a folder whose files are read one by one
_SHOWN = 3  # remarks that are spelled out in a sentence


def _ignored(headings: Sequence[str], columns: Mapping[str, str]) -> None:
    del headings, columns


def _nothing(headings: Sequence[str]) -> Mapping[str, str] | None:
    del headings
    return None


@dataclass(frozen=True, slots=True)
class Way:
    """How files are read. ``format`` names the importer, "" to find out. ``columns`` is what the user said about
    headings of tables: heading → part; ``known`` gives what was said about a table with these headings before, and
    ``learn`` hears of what was said now and fits.
    """

    format: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    known: Known = _nothing
    learn: Callable[[Sequence[str], Mapping[str, str]], None] = _ignored


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done: a sentence, how many phrases, and what was changed or left out."""

    sentence: str
    added: int
    replaced: int
    unchanged: int
    report: tuple[Remark, ...] = ()


def read(paths: Sequence[Path], way: Way | None = None, progress: Progress = unwatched) -> Haul:
    """The phrases of files and folders, in their order, as one haul with the format of the first.

    Waits for other processes: not for the GUI thread. Raises DataProblem when one of them can't be read, NeedsMapping
    (a DataProblem) when a table's columns are unknown, NotFound for an unknown format, and Cancelled.
    """
    way = way or Way()
    hauls = []
    for number, path in enumerate(paths):
        with _stopping():
            hauls.append(_read_any(path, way, _part(progress, number, len(paths))))
    taken = tuple(one for haul in hauls for one in haul.phrases)
    names = [path.name for path in paths] if len(paths) > 1 else [""]
    report = [_named(remark, name) for name, haul in zip(names, hauls, strict=True) for remark in haul.report]
    if not taken:
        raise DataProblem(f"{paths[0].name or paths[0]} 里没有话术。", report[0].what if report else "请重新导出一次。")
    foreign = [one for haul in hauls if haul.format != OWN for one in haul.phrases]
    return Haul(hauls[0].format, taken, (*report, *repeated_codes(foreign)))


def apply(library: Library, attachments: Attachments, wanted: Plan, progress: Progress = unwatched) -> Outcome:
    """Do what was planned as one step that can be undone. Returns when it is on the disk.

    Raises Cancelled while nothing has been done, DataProblem and ReadOnly.
    """
    arrivals = wanted.wanted()
    watch = Watch(progress, 2 * len(arrivals))
    for arrival in watch.over(arrivals):
        for picture in arrival.taken.pictures:
            attachments.keep(picture.data, picture.name)
    usage = {one.phrase.id: one.taken.prior for one in arrivals if one.taken.prior}
    done = library.import_phrases((arrival.phrase for arrival in watch.over(arrivals)), usage)
    unchanged = wanted.count(Kind.SAME) + done.unchanged
    told = [f"新增 {done.added} 条，更新 {done.replaced} 条，相同 {unchanged} 条。"]
    if not wanted.wish.duplicates and (doubles := wanted.count(Kind.DUPLICATE)):
        told.append(f"有 {doubles} 条话术库里已经有了，没有重复导入。")
    report = (*wanted.haul.report, *(Remark("", sentence) for sentence in done.skipped))
    if report:
        told.append(f"有 {len(report)} 处改动或遗漏：{''.join(map(_sentence, report[:_SHOWN]))}")
    if library.problem:
        told.append(str(library.problem))
    return Outcome("".join(told), done.added, done.replaced, unchanged, report)


def import_file(library: Library, attachments: Attachments, path: Path) -> str:
    """Read a file or a folder and take everything in; the sentence tells what came of it. Raises DataProblem."""
    return apply(library, attachments, plan(read([path]), library)).sentence


def _read_any(path: Path, way: Way, progress: Progress) -> Haul:
    """A file, a folder that one importer knows, or a folder of files that importers know."""
    source = Source(path)
    if not source.is_folder or way.format or any(one.recognises(source) for one in importers.IMPORTERS):
        return _read(path, way, progress)
    files = [path / name for name, _ in source.files() if "/" not in name and not name.startswith(".")][:_MOST_FILES]
    hauls, report = [], []
    for number, file in enumerate(files):
        try:
            hauls.append(_read(file, way, _part(progress, number, len(files))))
        except NeedsMapping:
            raise
        except DataProblem as problem:
            report.append(Remark(file.name, f"没有导入：{problem.sentence}"))
    if not hauls:
        importers.recognise(source)
    taken = tuple(one for haul in hauls for one in haul.phrases)
    return Haul(hauls[0].format, taken, (*(remark for haul in hauls for remark in haul.report), *report))


def _read(path: Path, way: Way, progress: Progress) -> Haul:
    source = Source(path, way.columns)
    source.progress = progress
    importer = importers.named(way.format) if way.format else importers.recognise(source)
    try:
        haul = importer.read(source)
    except NeedsMapping as asked:
        said = None if way.columns else way.known(_filled(asked.headings))
        if said is None:
            raise
        source.columns = dict(said)
        source.kept.pop("grids", None)
        haul = importer.read(source)
    if way.columns:
        for headings in rows.headings_of(source):
            way.learn(_filled(headings), way.columns)
    left_out = tuple(Remark(name, "这个文件不在所选的文件夹里，没有读取。") for name in source.left_out)
    return replace(haul, report=(*haul.report, *left_out), phrases=tuple(_checked(haul)))


def _filled(headings: Sequence[str]) -> list[str]:
    return [heading for heading in headings if heading.strip()]


def _checked(haul: Haul) -> Iterator[Taken]:
    for taken in haul.phrases:
        yield (
            taken
            if taken.phrase.layer == "personal"
            else replace(taken, phrase=replace(taken.phrase, layer="personal"))
        )


@contextmanager
def _stopping() -> Iterator[None]:
    try:
        yield
    except Stopped:
        raise Cancelled from None


def _named(remark: Remark, file: str) -> Remark:
    """With the file in front, where several were read."""
    if not file or file in remark.where:
        return remark
    return replace(remark, where=f"{file} {remark.where}".strip())


def _part(progress: Progress, number: int, count: int) -> Progress:
    return lambda done: progress((number + done) / count)


def _sentence(remark: Remark) -> str:
    what = remark.what if remark.what.endswith(("。", "！", "？")) else f"{remark.what}。"
    return f"{remark.where}：{what}" if remark.where else what
