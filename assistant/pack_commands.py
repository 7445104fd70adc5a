"""Packs on the command line: ``xiaoer install``, ``uninstall``, ``packs`` and ``diff``.

What changes the library is done by the running app when there is one. ``install`` shows first what would be done; the
app then installs that very pack or none.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from assistant import compose
from assistant.core.differences import Part, Piece, Side
from assistant.core.errors import DataProblem, NotFound, SettingProblem
from assistant.core.model import Phrase
from assistant.core.packs.plan import Choice, Item, Preview, Status, Step, compared, preview, totals
from assistant.core.packs.progress import Progress, always
from assistant.core.packs.trust import Need, Verdict
from assistant.instance import Answer, Request, ask
from assistant.outcome import Outcome
from assistant.storage.attachments import Attachments
from assistant.storage.packs import Opened, installing, read
from assistant.storage.paths import Paths
from assistant.storage.signing import verify
from assistant.storage.stores import Stores, open_stores
from assistant.terminal import bar

_WAIT: Final = 120.0  # s for a pack of a hundred thousand phrases
_SHOWN: Final = 20  # phrases of each kind that people are shown
_SIGNS: Final = {Status.NEW: "+", Status.CHANGED: "~", Status.REMOVED: "-"}
_SAID: Final = {Status.NEW: "新增", Status.CHANGED: "更改", Status.REMOVED: "去掉", Status.SAME: "相同"}
_FIELDS: Final = {
    "title": "标题", "code": "编码", "category": "分类", "text": "正文", "tags": "标签", "roles": "角色",
    "note": "备注", "valid": "有效期", "hotkey": "快捷键", "send": "发送方式",
    "attachments": "附件", "disabled": "停用",
}  # fmt: skip
_STEPS: Final = {
    Step.INSTALL: "安装", Step.UPDATE: "更新", Step.AGAIN: "重新安装", Step.OLDER: "换回旧版本",
}  # fmt: skip


def describe_install(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("pack", type=Path, help="话术包，.xiaoer 文件或文件夹")
    parser.add_argument("--yes", action="store_true", help="看过就装，不再询问")
    parser.add_argument("--dry-run", action="store_true", help="只看会怎样，不安装")
    parser.add_argument(
        "--mine",
        choices=[choice.value for choice in Choice],
        help="您改过、包里又有变化的话术：keep 留下自己的，follow 换成包里的，merge 合并；不写就先不动，在话术库里再选",
    )


def describe_uninstall(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("pack", help="话术包的编号，见 xiaoer packs")


def describe_packs(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("--json", action="store_true", help="输出 JSON，供其他程序使用")


def describe_diff(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("old", metavar="A", help="话术包（文件、文件夹），或已安装的话术包的编号")
    parser.add_argument("new", metavar="B", nargs="?", help="另一个；不写就把 A 和已安装的同一个话术包比较")
    parser.add_argument("--library", action="store_true", help="把 A 和话术库里现在显示的全部话术比较")
    parser.add_argument("--json", action="store_true", help="输出 JSON，供其他程序使用")


# --- installing


def install(options: argparse.Namespace, paths: Paths) -> str:
    """Show what installing would do, ask, and do it. Raises XiaoerError."""
    stores = open_stores(paths)
    with bar("读取", sys.stderr, compose.SystemClock()) as progress:
        opened, verdict, found = _looked_at(options.pack, stores, progress)
    print("\n".join(_told(opened, verdict, found)), file=sys.stderr)  # noqa: T201
    if options.dry_run:
        return "只是看看，没有安装。"
    if verdict.need >= Need.TRUST:
        raise DataProblem(verdict.sentence, verdict.next_step)
    if not options.yes and not _agreed(f"{_STEPS[found.step]}吗？"):
        return "没有安装。"
    request = ("install", str(options.pack.absolute()), _mark(opened), options.mine or "")
    return _done(request, stores, paths)


def uninstall(options: argparse.Namespace, paths: Paths) -> str:
    """Take a pack out. Raises XiaoerError."""
    return _done(("uninstall", options.pack), open_stores(paths), paths)


def do(arguments: Sequence[str], stores: Stores, paths: Paths, progress: Progress = always) -> str:
    """Install or remove a pack, as it was written for the running app. Raises XiaoerError, IndexError and Stopped."""
    if arguments[0] == "uninstall":
        changed = installing.remove(stores.library, arguments[1])
        told = f"已卸载，{len(changed.removed)} 条话术不再显示。"
    else:
        told = _install(arguments, stores, paths, progress)
    stores.library.keeper.flush()
    return told + (str(stores.library.problem) if stores.library.problem else "")


def _install(arguments: Sequence[str], stores: Stores, paths: Paths, progress: Progress) -> str:
    _, path, mark, mine = arguments
    opened, verdict, found = _looked_at(Path(path), stores, lambda done: progress(done / 2))
    if _mark(opened) != mark:
        raise DataProblem("这个话术包刚刚变了，没有安装。", "请重新运行一次，看过再装。")
    if verdict.need >= Need.TRUST:
        raise DataProblem(verdict.sentence, verdict.next_step)
    choices = {item.id: Choice(mine) for item in found.conflicts} if mine else {}
    attachments = Attachments(paths.home / "attachments")
    wanted = installing.Wanted(opened, choices)
    installing.install(stores.library, attachments, wanted, lambda done: progress((1 + done) / 2))
    stores.trust.installed(verdict, time.time())
    manifest = opened.pack.manifest
    counts = "，".join(f"{_SAID[kind]} {count} 条" for kind, count in totals(found).items() if count)
    return f"已安装“{manifest.name}”{manifest.version}：{counts or '里面没有话术'}。"


def _looked_at(path: Path, stores: Stores, progress: Progress) -> tuple[Opened, Verdict, Preview]:
    opened = read(path, lambda done: progress(done / 2))
    verdict = verify(opened.manifest_bytes, opened.signature_bytes, stores.trust.trusted)
    return opened, verdict, preview(opened.pack, stores.library, lambda done: progress((1 + done) / 2))


def _mark(opened: Opened) -> str:
    """Stands for all of a pack: the manifest names the hashes of the rest."""
    return hashlib.sha256(opened.manifest_bytes + (opened.signature_bytes or b"")).hexdigest()


def _done(request: tuple[str, ...], stores: Stores, paths: Paths) -> str:
    answer = ask(paths.socket, Request("packs", request), _WAIT)
    if answer is not None:
        return _text(answer)
    with bar("安装", sys.stderr, compose.SystemClock()) as progress:
        told = do(request, stores, paths, progress)
    stores.library.close()
    return told


def _text(answer: Answer) -> str:
    if not answer.ok:
        raise DataProblem(answer.text)
    return answer.text


def _agreed(question: str) -> bool:
    """Whether the person at the terminal says yes. Raises SettingProblem when there is none."""
    if not sys.stdin.isatty():
        raise SettingProblem("没有人可以确认，没有安装。", "看过以后，加上 --yes 再运行。")
    try:
        return input(f"{question}[y/N] ").strip().lower() in ("y", "yes", "是", "好")
    except (EOFError, KeyboardInterrupt):
        return False


def _told(opened: Opened, verdict: Verdict, found: Preview) -> Iterator[str]:
    manifest = opened.pack.manifest
    was = f"（已安装 {found.installed.manifest.version}）" if found.installed else ""
    yield f"{_STEPS[found.step]}“{manifest.name}”{manifest.version}{was}"
    yield f"{verdict.sentence}{verdict.next_step}"
    if found.altered(opened.pack):
        yield "版本号和已安装的一样，内容却不同。"
    yield from _listing(found.items)
    yield from (f"! {_title(item.shown)}：您改过这一条，您的会留下。" for item in found.conflicts[:_SHOWN])
    for taken in found.clashes[:_SHOWN]:
        what = "编码" if taken.what == "code" else "快捷键"
        yield f"! {_title(taken.phrase)}：{what} {taken.value} 和“{taken.other.title}”相同。"
    if (more := len(found.clashes) - _SHOWN) > 0:
        yield f"! 还有 {more} 处编码或快捷键相同。"


# --- what is there, and what differs


def packs(options: argparse.Namespace, paths: Paths) -> str:
    """The packs that are installed."""
    library = open_stores(paths).library
    rows = [
        {
            "id": found.id,
            "name": found.manifest.name,
            "version": str(found.manifest.version),
            "author": found.manifest.author,
            "phrases": len(library.pack_phrases(found.id)),
            "installed": datetime.fromtimestamp(found.at).astimezone().isoformat("T", "seconds"),
        }
        for found in library.packs
    ]
    if options.json:
        return json.dumps(rows, ensure_ascii=False, indent=1)
    lines = [f"{row['id']}  {row['name']} {row['version']}  {row['phrases']} 条" for row in rows]
    return "\n".join(lines) or "还没有安装话术包。"


def diff(options: argparse.Namespace, paths: Paths) -> Outcome:
    """What differs between two packs, word by word: 0 when nothing does, else 3. Raises XiaoerError."""
    stores = open_stores(paths)
    with bar("比较", sys.stderr, compose.SystemClock()) as progress:
        old, new = _sides(options, stores, progress)
        items = compared(old.phrases, new.phrases)
    differing = [item for item in items if item.status is not Status.SAME]
    code = 3 if differing else 0
    if options.json:
        record = {"old": old.name, "new": new.name, "phrases": [_record(item) for item in differing]}
        return Outcome(json.dumps(record, ensure_ascii=False, indent=1), code)
    return Outcome("\n".join((f"{old.name} → {new.name}", *_listing(items, every=True))), code)


@dataclass(frozen=True, slots=True)
class _Sided:
    name: str
    phrases: Sequence[Phrase]


def _sides(options: argparse.Namespace, stores: Stores, progress: Progress) -> tuple[_Sided, _Sided]:
    if options.library:
        found = _side(options.old, stores, progress)
        return _Sided("话术库", stores.library.phrases), found
    if options.new is not None:
        first = _side(options.old, stores, lambda done: progress(done / 2))
        return first, _side(options.new, stores, lambda done: progress((1 + done) / 2))
    opened = read(Path(options.old), progress)
    manifest = opened.pack.manifest
    return _installed(manifest.id, stores), _Sided(f"{manifest.name} {manifest.version}", opened.pack.phrases)


def _side(named: str, stores: Stores, progress: Progress) -> _Sided:
    if not Path(named).exists() and any(found.id == named for found in stores.library.packs):
        return _installed(named, stores)
    opened = read(Path(named), progress)
    return _Sided(f"{opened.pack.manifest.name} {opened.pack.manifest.version}", opened.pack.phrases)


def _installed(pack: str, stores: Stores) -> _Sided:
    found = next((found for found in stores.library.packs if found.id == pack), None)
    if found is None:
        raise NotFound(f"没有安装编号为“{pack}”的话术包，不知道和什么比较。", "请再写一个话术包，或加上 --library。")
    return _Sided(f"{found.manifest.name} {found.manifest.version}", stores.library.pack_phrases(pack))


def _listing(items: Sequence[Item], *, every: bool = False) -> Iterator[str]:
    counts = dict.fromkeys(Status, 0)
    for item in items:
        counts[item.status] += 1
    yield "，".join(f"{_SAID[kind]} {count} 条" for kind, count in counts.items() if count) or "没有话术"
    for kind, sign in _SIGNS.items():
        found = [item for item in items if item.status is kind]
        for item in found if every else found[:_SHOWN]:
            yield f"{sign} {_title(item.shown)}"
            if kind is Status.CHANGED:
                yield from (f"    {_part(part)}" for part in item.parts())
        if not every and (more := len(found) - _SHOWN) > 0:
            yield f"{sign} …… 还有 {more} 条"


def _title(phrase: Phrase) -> str:
    return f"{phrase.title}（{phrase.code}）" if phrase.code else phrase.title


def _part(part: Part) -> str:
    name = _FIELDS.get(part.name, part.name) + (f" {part.number}" if part.number > 1 else "")
    return f"{name}：{''.join(map(_piece, part.pieces))}".replace("\n", "⏎")


def _piece(piece: Piece) -> str:
    forms: dict[Side, Callable[[str], str]] = {
        Side.BOTH: str,
        Side.OLD: lambda text: f"[-{text}-]",
        Side.NEW: lambda text: f"{{+{text}+}}",
    }
    return forms[piece.side](piece.text)


def _record(item: Item) -> dict[str, Any]:
    parts = [
        {
            "field": part.name,
            "number": part.number,
            "old": "".join(piece.text for piece in part.pieces if piece.side is not Side.NEW),
            "new": "".join(piece.text for piece in part.pieces if piece.side is not Side.OLD),
        }
        for part in item.parts()
    ]
    return {"status": item.status.value, "id": item.id, "title": item.shown.title, "parts": parts}
