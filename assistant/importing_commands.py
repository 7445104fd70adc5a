"""Phrases of other programs on the command line: ``xiaoer import``, alone or as the running app does it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant import compose
from assistant.core.errors import SettingProblem
from assistant.core.packs import columns
from assistant.core.packs.foreign import Haul, Taken
from assistant.storage import importers
from assistant.storage.attachments import Attachments, clean
from assistant.storage.import_plan import Kind, Progress, Wish, plan, unwatched
from assistant.storage.importing import Way, apply, read
from assistant.storage.paths import Paths
from assistant.storage.settings import Settings
from assistant.storage.stores import Stores
from assistant.terminal import bar

_COLUMNS = "import.columns"
_SHOWN = 20  # remarks that a dry run lists for people
_KINDS = {Kind.NEW: "新增", Kind.CHANGED: "更新", Kind.SAME: "相同", Kind.DUPLICATE: "已有相同内容"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What ``xiaoer import`` was asked to do."""

    files: tuple[Path, ...]
    format: str = ""
    columns: tuple[str, ...] = ()
    category: str = ""
    duplicates: bool = False
    dry_run: bool = False
    as_json: bool = False

    def arguments(self) -> tuple[str, ...]:
        """As the running app is asked: files are named from the root."""
        options = [f"--columns={pair}" for pair in self.columns]
        options += [f"--format={self.format}", f"--category={self.category}"]
        options += ["--duplicates"] if self.duplicates else []
        options += ["--json"] if self.as_json else []
        return (*options, "--", *(str(file.absolute()) for file in self.files))

    @property
    def path(self) -> tuple[str, ...]:
        """The category that everything goes below."""
        return tuple(filter(None, (part.strip() for part in self.category.replace("›", "/").split("/"))))


@dataclass(slots=True)
class Learned:
    """What was said about columns while files were read, to be remembered when they are in."""

    tables: list[tuple[tuple[str, ...], dict[str, str]]] = field(default_factory=list)

    def remember(self, settings: Settings) -> None:
        """For tables with the same headings. For the thread that changes settings."""
        for headings, said in self.tables:
            settings.set(_COLUMNS, columns.remember(settings.text(_COLUMNS), headings, said))


def options_of(parser: argparse.ArgumentParser) -> None:
    """Tell ``parser`` what can be written."""
    names = "、".join(dict.fromkeys(importer.name for importer in importers.IMPORTERS))
    parser.add_argument("file", nargs="+", type=Path, metavar="FILE|FOLDER", help="别的软件导出的文件或文件夹")
    parser.add_argument("--dry-run", action="store_true", help="只看会怎样，不导入")
    parser.add_argument("--json", action="store_true", help="输出 JSON，供其他程序使用")
    parser.add_argument("--format", default="", metavar="NAME", help=f"不自动识别，按这个格式读：{names}")
    parser.add_argument(
        "--columns",
        action="append",
        default=[],
        metavar="列名=内容",
        help=f"表格各列是什么，可用 {'、'.join(columns.FIELDS)}；例如 --columns 回复=text,问题=title",
    )
    parser.add_argument("--category", default="", metavar="分类", help="都放到这个分类下面，例如 售后/退换货")
    parser.add_argument("--duplicates", action="store_true", help="话术库里已有同样内容的也导入")


def asked(options: argparse.Namespace) -> Asked:
    """The values of what :func:`options_of` told about."""
    return Asked(
        tuple(options.file),
        options.format,
        tuple(options.columns),
        options.category,
        options.duplicates,
        options.dry_run,
        options.json,
    )


def of_arguments(arguments: Sequence[str]) -> Asked:
    """What :meth:`Asked.arguments` wrote. Raises SettingProblem."""
    parser = argparse.ArgumentParser(exit_on_error=False, add_help=False)
    options_of(parser)
    try:
        return asked(parser.parse_args(arguments))
    except (argparse.ArgumentError, SystemExit) as error:
        raise SettingProblem("这个导入命令读不懂。", "请用 xiaoer import --help 看看用法。") from error


def look(wanted: Asked, stores: Stores, progress: Progress) -> str:
    """What would come of it, for people or as JSON. Raises DataProblem and NotFound."""
    haul = read(wanted.files, _way(wanted, stores.settings, Learned()), progress)
    if wanted.as_json:
        return json.dumps(as_json(haul, wanted.path), ensure_ascii=False, indent=1)
    planned = plan(haul, stores.library, Wish(wanted.path, wanted.duplicates))
    counts = "，".join(f"{name} {planned.count(kind)} 条" for kind, name in _KINDS.items() if planned.count(kind))
    lines = [f"格式 {haul.format}，共 {len(haul.phrases)} 条：{counts}。"]
    lines += [f"{remark.where}\t{remark.what}" if remark.where else remark.what for remark in haul.report[:_SHOWN]]
    if (more := len(haul.report) - _SHOWN) > 0:
        lines.append(f"还有 {more} 处，用 --json 可以看到全部。")
    return "\n".join(lines)


def do(wanted: Asked, stores: Stores, paths: Paths, progress: Progress = unwatched) -> tuple[str, Learned]:
    """Import, and say what came of it. Raises XiaoerError and Cancelled; nothing is done then."""
    learned = Learned()
    haul = read(wanted.files, _way(wanted, stores.settings, learned), lambda done: progress(done / 2))
    planned = plan(haul, stores.library, Wish(wanted.path, wanted.duplicates), lambda done: progress(0.5 + done / 4))
    outcome = apply(
        stores.library, Attachments(paths.home / "attachments"), planned, lambda done: progress(0.75 + done / 4)
    )
    if not wanted.as_json:
        return outcome.sentence, learned
    told = {
        "format": haul.format,
        "added": outcome.added,
        "replaced": outcome.replaced,
        "unchanged": outcome.unchanged,
        "duplicates": 0 if wanted.duplicates else planned.count(Kind.DUPLICATE),
        "report": _report(haul),
    }
    return json.dumps(told, ensure_ascii=False, indent=1), learned


def alone(wanted: Asked, stores: Stores, paths: Paths) -> str:
    """Do it in this process, with a bar on the terminal."""
    with bar("导入", sys.stderr, compose.SystemClock()) as progress:
        if wanted.dry_run:
            return look(wanted, stores, progress)
        told, learned = do(wanted, stores, paths, progress)
    learned.remember(stores.settings)
    return told


def as_json(haul: Haul, category: tuple[str, ...] = ()) -> dict[str, object]:
    """What was read, for other programs."""
    return {
        "format": haul.format,
        "phrases": [_phrase(taken, category) for taken in haul.phrases],
        "report": _report(haul),
    }


def _report(haul: Haul) -> list[dict[str, str]]:
    return [{"where": remark.where, "what": remark.what} for remark in haul.report]


def _phrase(taken: Taken, category: tuple[str, ...]) -> dict[str, object]:
    phrase = taken.phrase
    names = [attachment.name for attachment in phrase.attachments]
    return {
        "code": phrase.code,
        "title": phrase.title,
        "text": phrase.text,
        "category": [*category, *phrase.category],
        "tags": list(phrase.tags),
        "attachments": [*names, *(clean(picture.name) for picture in taken.pictures)],
        "disabled": taken.disabled or phrase.disabled,
    }


def _way(wanted: Asked, settings: Settings, learned: Learned) -> Way:
    return Way(
        wanted.format,
        columns.spoken(wanted.columns),
        lambda headings: columns.known(settings.text(_COLUMNS), headings),
        lambda headings, said: learned.tables.append((tuple(headings), dict(said))),
    )
