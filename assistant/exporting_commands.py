"""``xiaoer export``: what is exported and how, what gets lost on the way, and that nothing is replaced unasked."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final, TextIO

from assistant import compose
from assistant.core.errors import DataProblem
from assistant.exporting import EXPORTERS, Exports, told
from assistant.storage import exporters
from assistant.storage.exporters.work import Exporter
from assistant.storage.paths import Paths
from assistant.storage.stores import open_stores

_WIDTH: Final = 28  # characters of the bar
_OURS: Final = "jsonl"  # always replaced, as the help says: scripts of today count on it
_ALL, _OWN = "all", "personal"


def describe(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    names = "\n".join(f"  {one.name:14}{one.label}：{one.about}" for one in EXPORTERS)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = f"格式（不写 --format 时按后缀；没有后缀是文件夹）：\n{names}"
    parser.add_argument("file", type=Path, help="写到这个文件或文件夹；已有的 .jsonl 会被替换，别的要确认")
    parser.add_argument("--format", choices=[one.name for one in EXPORTERS], metavar="格式", help="见下面的列表")
    parser.add_argument("--layer", choices=(_ALL, _OWN), default=_ALL, help="全部（默认），或只要自己的（personal）")
    parser.add_argument("--category", default="", metavar="分类", help="只要这个分类和它下面的，例如 售后/退款")
    parser.add_argument("--title", default="", metavar="书名", help="手册和程序包的名称")
    parser.add_argument("--prefix", default=":", metavar="前缀", help="espanso、TextExpander 编码前面的符号（默认 :）")
    parser.add_argument("--yes", action="store_true", help="不再询问：有损失也写，已有的文件也替换")


def export(options: argparse.Namespace, paths: Paths) -> str:
    """Do it; the sentence. What gets lost goes to standard error first. Raises XiaoerError."""
    path: Path = options.file.absolute()
    exporter = exporters.named(options.format, EXPORTERS) if options.format else exporters.meant(path, EXPORTERS)
    exports = Exports(open_stores(paths), compose.load_rules(), paths, lambda: datetime.now().astimezone().date())
    category = [part.strip() for part in options.category.replace("›", "/").split("/") if part.strip()]
    phrases = exports.chosen(own=options.layer == _OWN, category=category)
    bar = Bar(sys.stderr)
    work = exports.work(bar, title=options.title.strip(), prefix=options.prefix)
    lines = told(exports.losses(exporter, phrases, work))
    bar.end()
    for line in lines:
        print(line, file=sys.stderr)  # noqa: T201
    if not _wanted(options, exporter, path, bool(lines)):
        return "没有导出。"
    sentence = exports.write(exporter, phrases, path, work)
    bar.end()
    return sentence


def _wanted(options: argparse.Namespace, exporter: Exporter, path: Path, lossy: bool) -> bool:
    """Whether to go on. Raises DataProblem for a file that is there and nobody to ask."""
    there = path.exists() and exporter.name != _OURS
    if options.yes or not (there or lossy):
        return True
    asking = sys.stdin.isatty() and sys.stderr.isatty()
    if there and not asking:
        raise DataProblem(f"“{path.name}”已经有了，没有动它。", "要替换请加上 --yes。")
    return not asking or confirmed(f"“{path.name}”已经有了，替换它吗？" if there else "这样导出吗？", input)


def confirmed(question: str, answer: Callable[[str], str]) -> bool:
    """Whether the answer is yes."""
    try:
        return answer(f"{question}[y/N] ").strip().lower() in ("y", "yes", "是", "好")
    except (EOFError, KeyboardInterrupt):
        return False


class Bar:
    """How far it is, in one line of a terminal; silent elsewhere."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream if stream.isatty() else None
        self._shown = -1

    def __call__(self, share: float) -> bool:
        """Show it; always go on."""
        percent = int(share * 100)
        if self._stream and percent != self._shown:
            self._shown = percent
            full = percent * _WIDTH // 100
            self._stream.write(f"\r[{'█' * full}{' ' * (_WIDTH - full)}] {percent:3}%")
            self._stream.flush()
        return True

    def end(self) -> None:
        """Take it away."""
        if self._stream and self._shown >= 0:
            self._stream.write("\r" + " " * (_WIDTH + 8) + "\r")
            self._stream.flush()
        self._shown = -1
