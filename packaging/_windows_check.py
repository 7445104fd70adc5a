"""``build --windows --check``: the packages as users get them, on a Windows drive that is gone afterwards.

Run inside the namespace of Wine (``_wine.inside``). The archive is unpacked where customers would: into a folder with
Chinese letters and spaces in its name. The installer puts the program in, and takes it out again: nothing stays but the
user's own data.
"""

import os
import shlex
import sys
import zipfile
from contextlib import ExitStack
from pathlib import Path

import _wine
import headless
from _console import SetupError, call, say

ROOT = Path(__file__).resolve().parent.parent
DRIVE = _wine.system(ROOT) / "prefix" / "drive_c"
HOME = r"C:\xiaoer"
LOG = "practice.jsonl"
INSTALLED = Path("users/root/AppData/Local/Programs/Xiaoer")
MENU = Path("users/root/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/小二快答.lnk")


def main(arguments: list[str]) -> int:
    """Try the packages whose name without an ending is given; 0 when all is well."""
    (name,) = arguments
    stem = ROOT / "dist" / name
    with ExitStack() as stack:
        screen_name = stack.enter_context(headless.private_screen("-nolisten", "tcp", "-nolock"))
        more = {"DISPLAY": screen_name, "XIAOER_HOME": HOME, "XIAOER_PRACTICE_LOG": rf"Z:\tmp\{LOG}"}
        more["XIAOER_FIRST_START"] = "0"
        env = {**os.environ, "DISPLAY": screen_name}
        screen = headless.managed_screen(stack, env, wine=True)
        headless.boot_windows(env)
        installer(stem, more)
        return archive(stem, more, env, screen, stack)


def archive(stem: Path, more: dict[str, str], env: dict[str, str], screen: headless.Screen, stack: ExitStack) -> int:
    """The main job with the unpacked archive; the exit code."""
    folder = DRIVE / "用户 资料" / "小二 快答"
    with zipfile.ZipFile(stem.with_name(f"{stem.name}.zip")) as packed:
        packed.extractall(folder)
    program = rf"C:\用户 资料\小二 快答\{stem.name}\bin\xiaoer.exe"
    os.environ["XIAOER_COMMAND"] = shlex.join(map(str, _wine.chrooted(ROOT, ["wine", program], more)))
    say(f"从 {program} 启动", "starting the unpacked program")
    app = stack.enter_context(headless.running(headless.xiaoer(), env))
    headless.until(lambda: headless.ask(env, "status") is not None or headless.ended(app, "小二快答"), "小二快答启动")
    return headless.show(screen, env, _wine.system(ROOT) / "tmp" / LOG, "xiaoer.exe")


def installer(stem: Path, more: dict[str, str]) -> None:
    """In and out again. Raises SetupError."""
    package = rf"Z:\src\dist\{stem.name}.msi"
    say("安装", "installing")
    _windows(["msiexec", "/i", package, "/qn"], more)
    _must((DRIVE / INSTALLED / "Xiaoer.exe").is_file(), "安装后没有 Xiaoer.exe")
    _must((DRIVE / MENU).is_file(), "开始菜单里没有小二快答")
    _windows(["C:\\" + str(INSTALLED / "bin" / "xiaoer.exe").replace("/", "\\"), "render", headless.CODE], more)
    say("卸载", "uninstalling")
    _windows(["msiexec", "/x", package, "/qn"], more)
    _must(not (DRIVE / INSTALLED).exists(), "卸载后程序文件夹还在")
    _must(not (DRIVE / MENU).exists(), "卸载后开始菜单里还有小二快答")
    _must((DRIVE / "xiaoer").is_dir(), "卸载后数据文件夹不见了")


def _windows(words: list[str], more: dict[str, str]) -> None:
    _must(call(_wine.chrooted(ROOT, ["wine", *words], more)) == 0, f"{words[0]} 失败")


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise SetupError(f"{what}。", "The built packages do not work as they should, see above.")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as problem:
        say(*problem.args, bad=True)
        sys.exit(1)
