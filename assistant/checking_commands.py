"""``xiaoer check``: phrases looked through before they spread, for people and for the automation of a lead.

Exit codes: 0 nothing as grave as ``--fail-on`` says, 1 something, 2 it could not be checked.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from assistant import __version__, compose
from assistant.check_desk import open_checks
from assistant.core.errors import SettingProblem, XiaoerError
from assistant.core.packs import check_report, checking
from assistant.core.packs.check_report import LABELS, Checked, Place
from assistant.core.packs.check_rules import RULES, Severity
from assistant.outcome import Outcome
from assistant.storage.check_sources import STDIN, Subject, open_subject
from assistant.storage.paths import Paths
from assistant.storage.stores import Stores, open_stores
from assistant.terminal import bar

_FOUND, _NOT_CHECKED = 1, 2
_READ: Final = 0.2  # how far the work is when everything is read
_NO_PLACE: Final = Place()
_OWN: Final = "我的话术库"
_CODES: Final = """退出码：0 没有达到 --fail-on 的问题；1 有；2 没能检查（文件读不出来、参数不对）。
规则的含义见 xiaoer check --rules。"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _CODES
    parser.add_argument(
        "pack",
        nargs="?",
        default="",
        help="话术包（.xiaoer 文件或文件夹）或 JSONL 文件；- 是标准输入；不写就检查自己的话术库",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="输出 JSON，供其他程序使用")
    form.add_argument("--sarif", action="store_true", help="输出 SARIF 2.1.0，供代码托管平台使用")
    form.add_argument("--rules", action="store_true", help="列出所有规则")
    parser.add_argument(
        "--fail-on",
        choices=[str(severity) for severity in Severity],
        default=str(Severity.ERROR),
        help="有这样严重或更严重的问题时退出码是 1：error 错误（默认）、warning 警告、note 建议",
    )
    parser.add_argument(
        "--target", action="append", default=[], metavar="程序", help="只按这个聊天程序检查，可重复，例如 wangwang"
    )
    parser.add_argument("--without", action="append", default=[], metavar="规则", help="不看这条规则，可重复")
    parser.add_argument("--today", default="", metavar="日期", help="按这一天判断有效期，例如 2026-11-20（默认今天）")


def check(options: argparse.Namespace, paths: Paths) -> Outcome:
    """Do it. What goes wrong is told on standard error, with an exit code of its own."""
    if options.rules:
        return Outcome("\n".join(_rules()))
    try:
        checked = _checked(options, open_stores(paths, library_later=bool(options.pack)), paths)
    except XiaoerError as problem:
        print(problem, file=sys.stderr)  # noqa: T201
        return Outcome("", _NOT_CHECKED)
    grave = Severity(options.fail_on).rank
    failed = checked.bad or any(one.severity.rank <= grave for one in checked.found)
    return Outcome(_told(options, checked), _FOUND if failed else 0)


def _checked(options: argparse.Namespace, stores: Stores, paths: Paths) -> Checked:
    today = _day(options.today)
    desk = open_checks(stores, compose.load_rules(), paths)
    with bar("检查", sys.stderr, compose.SystemClock()) as progress:
        subject = None
        if options.pack:
            subject = open_subject(options.pack, sys.stdin.buffer.read, lambda done: progress(done * _READ))
        ground = desk.ground(subject, options.target, today, options.without)
        read: Subject = subject or Subject(_OWN, list(stores.library.phrases))
        found = checking.check(read.phrases, ground, lambda done: progress(_READ + done * (1 - _READ)))
    phrases = {phrase.id: phrase for phrase in read.phrases}
    name = read.name if options.pack in ("", STDIN) else options.pack
    return Checked(name, phrases, found, lambda key: read.places.get(key, _NO_PLACE), read.bad)


def _told(options: argparse.Namespace, checked: Checked) -> str:
    if options.json:
        return _json(check_report.as_json(checked))
    if options.sarif:
        return _json(check_report.as_sarif(checked, __version__))
    return "\n".join(check_report.text(checked))


def _rules() -> Iterator[str]:
    for rule in RULES:
        yield f"{rule.name:18}{LABELS[rule.severity]}  {rule.label}：{rule.about}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise SettingProblem(f"“{text[:40]}”不是日期。", "请写成 2026-11-20 这样的形式。") from None


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
