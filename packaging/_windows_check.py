"""``build --windows --check``: the packages as users get them, on a Windows drive that is gone afterwards.

Run inside the namespace of Wine (``_wine.inside``). The archive is unpacked where customers would: into a folder with
Chinese letters and spaces in its name. The installer puts the program in, over older ones, and takes it out again:
nothing stays but the user's own data.
"""

import os
import shlex
import sys
import zipfile
from contextlib import ExitStack
from pathlib import Path

import _wine
import _wxs
import headless
from _console import SetupError, call, say

ROOT = Path(__file__).resolve().parent.parent
DRIVE = _wine.system(ROOT) / "prefix" / "drive_c"
HOME = r"C:\xiaoer"
LOG = "practice.jsonl"
INSTALLED = Path("users/root/AppData/Local/Programs/Xiaoer")
EARLIER = ("older", "same")  # made by the build beside the real installer
AUTOSTART = r"Z:\src\packaging\windows\autostart.py"
OWN = DRIVE / "users/root/AppData/Local/Xiaoer/phrases.yaml"  # what users make lies in this folder, see paths.py
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
    """In, over what was there before, and out again. Raises SetupError."""
    package = rf"Z:\src\dist\{stem.name}.msi"
    OWN.parent.mkdir(parents=True)
    OWN.write_text(headless.CODE, "utf-8")
    for name in EARLIER:
        say(f"安装 {name}.msi", "installing what people may have")
        _windows(["msiexec", "/i", rf"Z:\program\{name}.msi", "/qn"], more)
        _must(_installed() == {"Xiaoer.exe", f"{name}.txt"}, f"{name}.msi 没有换掉以前的文件")
    _upgraded(more)
    say("安装", "installing")
    _windows(["msiexec", "/i", package, "/qn"], more)
    wanted = {path.relative_to(stem).as_posix() for path in stem.rglob("*") if path.is_file()}
    for path in sorted(_installed() ^ wanted):
        say(path, "missing or too much", bad=True)
    _must(_installed() == wanted, "安装后的文件和程序文件夹里的不一样")
    _must((DRIVE / MENU).is_file(), "开始菜单里没有小二快答")
    _autostart(more, "on")
    _windows(["C:\\" + str(INSTALLED / "bin" / "xiaoer.exe").replace("/", "\\"), "render", headless.CODE], more)
    _windows(["msiexec", "/i", rf"Z:\program\{EARLIER[0]}.msi", "/qn"], more, 1603)
    _must(_installed() == wanted, "旧版本装到了新版本上面")
    say("卸载", "uninstalling")
    _windows(["msiexec", "/x", package, "/qn"], more)
    _must(not (DRIVE / INSTALLED).exists(), "卸载后程序文件夹还在")
    _must(not (DRIVE / MENU).exists(), "卸载后开始菜单里还有小二快答")
    _must(OWN.read_text("utf-8") == headless.CODE, "用户的数据变了")
    _autostart(more, "is-off")


def _upgraded(more: dict[str, str]) -> None:
    """A program that goes because a new one comes leaves the start with the session on.

    Windows tells the old one so; Wine does not, so it is said here, and the old one is put back for the real upgrade.
    """
    package = rf"Z:\program\{EARLIER[-1]}.msi"
    _autostart(more, "on")
    _windows(["msiexec", "/x", package, "/qn", f"UPGRADINGPRODUCTCODE={{{_wxs.identity('another')}}}"], more)
    _must(not (DRIVE / INSTALLED).exists(), "旧的程序没有卸载")
    _autostart(more, "is-on")
    _windows(["msiexec", "/i", package, "/qn"], more)
    _autostart(more, "is-on")


def _installed() -> set[str]:
    folder = DRIVE / INSTALLED
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _autostart(more: dict[str, str], word: str) -> None:
    """Switch the start with the session on as the app does, or look whether it is on."""
    _must(call(_wine.windows_python(ROOT, [AUTOSTART, word], more)) == 0, f"开机启动不对（{word}）")


def _windows(words: list[str], more: dict[str, str], code: int = 0) -> None:
    """Run a program of Windows; the low byte of its exit code is all that Wine hands out."""
    _must(call(_wine.chrooted(ROOT, ["wine", *words], more)) == code & 0xFF, f"{words[0]} 失败")


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise SetupError(f"{what}。", "The built packages do not work as they should, see above.")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as problem:
        say(*problem.args, bad=True)
        sys.exit(1)
