"""``xiaoer doctor``: what is there, what is missing, and what to do about it. Shows no phrase and no buyer."""

from __future__ import annotations

import ctypes
import shutil
import sys
from collections.abc import Iterator, Mapping
from importlib import metadata

from assistant import __version__, compose
from assistant.core.errors import XiaoerError
from assistant.core.hotkey import KeyCombo
from assistant.desktop import open_desktop
from assistant.instance import Request, ask
from assistant.storage.paths import Paths
from assistant.storage.stores import open_stores

_PACKAGES = ("PySide6-Essentials", "python-liquid", "tinydb", "pyperclip", "python-xlib", "pynput", "keyring")


def examine(paths: Paths, environ: Mapping[str, str]) -> str:
    """The report, one finding a line, ✓ or ✗ first."""
    return "\n".join(f"{'✓' if good else '✗'} {text}" for good, text in _findings(paths, environ))


def _findings(paths: Paths, environ: Mapping[str, str]) -> Iterator[tuple[bool, str]]:
    yield True, f"小二快答 {__version__}，Python {sys.version.split()[0]}，{sys.platform}"
    yield True, "组件：" + "、".join(f"{p} {v}" for p in _PACKAGES if (v := _version(p)))
    yield paths.problem is None, f"数据文件夹 {paths.home}" + (f"：{paths.problem}" if paths.problem else "")
    yield from _data(paths)
    yield from _desktop(paths, environ)


def _data(paths: Paths) -> Iterator[tuple[bool, str]]:
    stores = open_stores(paths)
    yield True, f"话术 {len(stores.library.phrases)} 条"
    for notice in stores.notices:
        yield False, notice
    try:
        rules = compose.load_rules()
    except XiaoerError as problem:
        yield False, str(problem)
        return
    broken = [p.code for p in stores.library.phrases for v in p.variants if rules.templates.problems(v.text)]
    yield not broken, f"模板有误的话术：{'、'.join(broken)}" if broken else "所有话术模板都能用"


def _desktop(paths: Paths, environ: Mapping[str, str]) -> Iterator[tuple[bool, str]]:
    running = ask(paths.socket, Request("status"))
    yield running is not None, f"{'正在运行' if running else '没有在运行'}（{paths.socket}）"
    try:
        desktop = open_desktop(environ)
    except XiaoerError as problem:
        yield False, str(problem)
        return
    yield not desktop.lacks, desktop.lacks or f"桌面驱动 {desktop.name}"
    hotkey = KeyCombo.parse(open_stores(paths).settings.text("hotkey"))
    if not running and not desktop.lacks:
        free = bool(desktop.hotkeys.free([hotkey]))
        yield free, f"快捷键 {hotkey.label} " + ("可用" if free else "被别的程序占用，请在设置里换一个")
    desktop.close()
    yield from _system()


if sys.platform == "win32":

    def _system() -> Iterator[tuple[bool, str]]:
        """Windows lets nobody press keys into a program with more rights."""
        if ctypes.windll.shell32.IsUserAnAdmin():
            yield True, "以管理员身份运行，任何聊天程序里都能粘贴"
        else:
            yield True, "以普通身份运行，不能往以管理员身份运行的聊天程序里粘贴"
else:

    def _system() -> Iterator[tuple[bool, str]]:
        fonts = shutil.which("fc-list") is not None
        yield fonts, "字体工具 fontconfig" + ("" if fonts else " 没有安装，中文可能显示成方块，请安装 fonts-noto-cjk")


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
