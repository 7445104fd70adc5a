"""The command line: talks to the running app, or works alone where no window is needed."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pyperclip

from assistant import (
    __version__,
    checking_commands,
    compose,
    exporting_commands,
    importing_commands,
    pack_commands,
    signing_commands,
)
from assistant.core.errors import DesktopProblem, NotFound, SettingProblem, XiaoerError
from assistant.core.misses import lacks
from assistant.doctor import examine
from assistant.instance import Answer, Request, ask
from assistant.lookup import Asked, look_up
from assistant.ordering import Wanted, fill, parse_text, read_tables
from assistant.outcome import Outcome
from assistant.storage.misses import Misses
from assistant.storage.paths import Paths
from assistant.storage.stores import open_stores

_APP_COMMANDS = ("tray", "practice")
_WAIT = 60.0  # s for an import of a hundred thousand phrases
_NOT_RUNNING = NotFound("小二快答没有在运行。", "请先运行 xiaoer tray。")


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line as values. Without a command it is ``tray``."""
    top = argparse.ArgumentParser(prog="xiaoer", description="小二快答：客服快捷回复 / quick replies for service desks")
    top.add_argument("--version", action="version", version=f"xiaoer {__version__}")
    sub = top.add_subparsers(dest="command", metavar="命令")
    for name, about in (
        ("tray", "启动托盘程序（默认）；已在运行时打开弹窗"),
        ("practice", "打开练习聊天窗口"),
        ("popup", "打开话术弹窗"),
        ("library", "打开话术库窗口"),
        ("tables", "打开表格窗口：尺码、快递时效、运费、赠品"),
        ("reload", "重新读取话术和设置"),
        ("quit", "退出正在运行的小二快答"),
        ("status", "看看运行情况"),
        ("doctor", "检查环境和数据"),
    ):
        sub.add_parser(name, help=about, description=about)
    orders = sub.add_parser("orders", help="打开订单窗口；写了文件就读入这些订单表")
    orders.add_argument("file", nargs="*", type=Path, help="后台导出的订单表：CSV、XLSX、XLS")
    copy = sub.add_parser("copy", help="把一条话术复制到剪贴板")
    copy.add_argument("code", help="话术编码")
    _rendering(sub.add_parser("render", help="按字段填好一条话术或一段模板并打印"))
    _ordering(sub.add_parser("order", help="读出订单：复制的文字，或后台导出的订单表"))
    _search(sub.add_parser("search", help="搜索话术，和弹窗用同一个引擎"))
    _settings(sub.add_parser("settings", help="查看或修改设置；不带参数时打开设置窗口"))
    importing_commands.options_of(
        sub.add_parser("import", help="导入话术：千牛、客服宝、表格、espanso、TextExpander 等导出的文件")
    )
    exporting_commands.describe(sub.add_parser("export", help="导出话术：千牛、客服宝、Excel、espanso、手册等"))
    checking_commands.describe(
        sub.add_parser("check", help="检查话术：模板、敏感词、措辞、隐私、重复等；可用于自动检查")
    )
    pack_commands.describe_install(sub.add_parser("install", help="安装或更新话术包：先看会怎样，再确认"))
    pack_commands.describe_uninstall(sub.add_parser("uninstall", help="卸载话术包"))
    pack_commands.describe_packs(sub.add_parser("packs", help="列出已安装的话术包"))
    pack_commands.describe_diff(sub.add_parser("diff", help="比较两个话术包，或话术包和已安装的；有不同时退出码是 3"))
    signing_commands.describe_sign(sub.add_parser("sign", help="给话术包签名"))
    signing_commands.describe_verify(sub.add_parser("verify", help="核实话术包的签名"))
    signing_commands.describe_key(sub.add_parser("key", help="自己的签名密钥，和信任的密钥"))
    misses = sub.add_parser("misses", help="列出搜索过却没有找到的内容")
    misses.add_argument("--json", action="store_true", help="输出 JSON，供其他程序使用")
    found = top.parse_args(arguments)
    found.command = found.command or "tray"
    return found


def _rendering(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", help="话术编码；没有这个编码、又不是一个单词时，当作模板")
    parser.add_argument(
        "--field", action="append", default=[], metavar="名称=内容", help="例如 order.id=123 或 订单号=123"
    )
    parser.add_argument("--target", default="fallback", metavar="程序", help="聊天程序，例如 wangwang、wechat")
    parser.add_argument("--order", type=Path, metavar="FILE", help="用这个订单：复制的文字，或一个订单表")
    parser.add_argument("--buyer", default="", metavar="昵称", help="买家昵称；订单表里用这位买家最新的订单")


def _ordering(parser: argparse.ArgumentParser) -> None:
    sub = parser.add_subparsers(dest="action", metavar="parse|table", required=True)
    text = sub.add_parser("parse", help="复制的订单文字")
    text.add_argument("file", help="文件；- 是标准输入")
    table = sub.add_parser("table", help="后台导出的订单表")
    table.add_argument("file", nargs="+", type=Path, help="CSV、XLSX、XLS")
    for command in (text, table):
        command.add_argument("--json", action="store_true", help="输出 JSON，供其他程序使用")


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", help="拼音、首字母、汉字、编码；几个词要同时出现")
    parser.add_argument(
        "--queries", type=Path, metavar="FILE.tsv", help="一次搜索一个表里的所有 query，每行输出一条 JSON"
    )
    parser.add_argument("--library", type=Path, metavar="FILE.jsonl", help="在这个文件里搜索，而不是自己的话术库")
    parser.add_argument(
        "--now", default="", metavar="ISO", help="按这个时间计算使用频率，例如 2026-11-20T12:00:00+08:00"
    )
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="最多几条（默认 50）")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def _settings(parser: argparse.ArgumentParser) -> None:
    sub = parser.add_subparsers(dest="action", metavar="get|set|list")
    get = sub.add_parser("get", help="看一个设置")
    get.add_argument("key")
    put = sub.add_parser("set", help="改一个设置")
    put.add_argument("key")
    put.add_argument("value")
    sub.add_parser("list", help="列出所有设置")


def is_app(command: str) -> bool:
    """Whether a command starts the app itself."""
    return command in _APP_COMMANDS


def run(options: argparse.Namespace) -> int:
    """Do one command; the exit code. What goes wrong is one sentence on standard error."""
    paths = Paths.find(os.environ, sys.platform).ensure()
    try:
        said = _COMMANDS[options.command](options, paths)
    except XiaoerError as problem:
        print(problem, file=sys.stderr)
        return 1
    told = said if isinstance(said, Outcome) else Outcome(said)
    if told.text:
        print(told.text)
    return told.code


def _told(paths: Paths, *request: str, timeout: float = 10.0) -> str:
    """Have the running app do it; raises NotFound when there is none."""
    answer = ask(paths.socket, Request(request[0], request[1:]), timeout)
    if answer is None:
        raise _NOT_RUNNING
    return _text(answer)


def _text(answer: Answer) -> str:
    if not answer.ok:
        raise XiaoerError(answer.text)
    return answer.text


def _simple(options: argparse.Namespace, paths: Paths) -> str:
    return _told(paths, options.command)


def _orders(options: argparse.Namespace, paths: Paths) -> str:
    return _told(paths, "orders", *(str(file.absolute()) for file in options.file), timeout=_WAIT)


def _copy(options: argparse.Namespace, paths: Paths) -> str:
    answer = ask(paths.socket, Request("copy", (options.code,)))
    if answer is not None:
        return _text(answer)
    text = _render(parse(["render", "--", options.code]), paths)
    try:
        pyperclip.copy(text)
    except pyperclip.PyperclipException as e:
        raise DesktopProblem("这里没有可用的剪贴板。", "请先启动小二快答，或安装 xclip / wl-clipboard。") from e
    return "已复制。"


def _render(options: argparse.Namespace, paths: Paths) -> str:
    stores, rules = open_stores(paths), compose.load_rules()
    profile = rules.targets.named(options.target)
    if profile is None:
        raise NotFound(f"没有叫“{options.target}”的聊天程序。", f"可以写：{'、'.join(rules.targets.names())}。")
    answers = {}
    for pair in options.field:
        name, sign, value = pair.partition("=")
        if not sign:
            raise SettingProblem(f"“{pair}”不是一个字段。", "请写成 订单号=123 这样的形式。")
        answers[name.strip()] = value
    rendered = fill(stores, rules, Wanted(options.code, profile, options.order, options.buyer.strip(), answers))
    if rendered.missing:
        names = "、".join(f"{f.label}（{f.path}）" for f in rendered.missing)
        raise NotFound(f"这条话术还缺：{names}。", "请用 --field 名称=内容 补上。")
    return rendered.text


def _order(options: argparse.Namespace, _: Paths) -> str:
    if options.action == "table":
        return read_tables(options.file, options.json)
    return parse_text(options.file, options.json, sys.stdin.buffer.read)


def _change(options: argparse.Namespace, paths: Paths) -> str:
    if not options.action:
        return _told(paths, "window")
    if options.action == "set":
        answer = ask(paths.socket, Request("set", (options.key, options.value)))
        if answer is not None:
            return _text(answer)
    settings = open_stores(paths).settings
    if options.action == "set":
        value = settings.set(options.key, options.value)
        if settings.problem:
            raise settings.problem
        return str(value)
    if options.action == "get":
        return str(settings.get(options.key))
    return "\n".join(f"{key} = {value}" for key, value in settings.all().items())


def _import(options: argparse.Namespace, paths: Paths) -> str:
    wanted = importing_commands.asked(options)
    answer = None if wanted.dry_run else ask(paths.socket, Request("import", wanted.arguments()), _WAIT)
    if answer is not None:
        return _text(answer)
    stores = open_stores(paths, library_later=wanted.dry_run and wanted.as_json)
    return importing_commands.alone(wanted, stores, paths)


def _misses(options: argparse.Namespace, paths: Paths) -> str:
    found = [
        (lack.query, lack.count, datetime.fromtimestamp(lack.last).astimezone())
        for lack in lacks(Misses(paths.misses).read())
    ]
    if options.json:
        rows = [
            {"query": query, "count": count, "last": last.isoformat("T", "seconds")} for query, count, last in found
        ]
        return json.dumps(rows, ensure_ascii=False, indent=1)
    lines = [f"{query}  {count} 次  最近 {last:%Y-%m-%d %H:%M}" for query, count, last in found]
    return "\n".join(lines) or "还没有搜索过却没有找到的内容。"


def _look_up(options: argparse.Namespace, paths: Paths) -> str:
    if not (options.query or options.queries):
        raise SettingProblem("没有写要搜索什么。", "例如 xiaoer search 发货。")
    asked = Asked(
        tuple(options.query), options.queries, options.library, options.now, max(0, options.limit), options.json
    )
    return "\n".join(look_up(asked, lambda: open_stores(paths)))


def _doctor(_: argparse.Namespace, paths: Paths) -> str:
    return examine(paths, os.environ)


_COMMANDS: Mapping[str, Callable[[argparse.Namespace, Paths], str | Outcome]] = {
    **dict.fromkeys(("popup", "library", "tables", "reload", "quit", "status"), _simple),
    "orders": _orders,
    "copy": _copy,
    "render": _render,
    "order": _order,
    "settings": _change,
    "import": _import,
    "export": exporting_commands.export,
    "misses": _misses,
    "search": _look_up,
    "doctor": _doctor,
    "check": checking_commands.check,
    "install": pack_commands.install,
    "uninstall": pack_commands.uninstall,
    "packs": pack_commands.packs,
    "diff": pack_commands.diff,
    "sign": signing_commands.sign_pack,
    "verify": signing_commands.verify_pack,
    "key": signing_commands.manage_key,
}
