"""A package in a fresh system: installed, used by a user with a screen, removed; each step asks and looks.

    unshare --mount --pid --fork --mount-proc python _deb_userland.py SYSTEM PACKAGE NAME

Runs as root in namespaces of its own, by the virtual environment's Python. The screen stands outside of the system,
so that the system holds nothing but what the package asked for.
"""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import xlsxwriter

import headless
from _console import SetupError, answer, say

AGENT = "agent"  # the user's name
HOME = Path("home") / AGENT
DATA = HOME / ".local/share/xiaoer"
LOG = HOME / "practice.jsonl"  # what the practice chat writes down
ENTRY = HOME / ".config/autostart/xiaoer.desktop"
CLASS = "xiaoer"  # of its windows
ORDER = "2600000000000100001"
SCREENS = Path("/tmp/.X11-unix")
ELSEWHERE = ("proc", "sys", "dev", "tmp", "home", "var/cache", "var/lib/apt", "var/lib/dpkg", "var/log")
# What the installed command hears instead of its own: it turns autostart on or off with what the start has set up.
SWITCH = """
import os, sys, types
def main():
    from assistant.desktop import open_desktop
    desktop = open_desktop(os.environ)
    desktop.autostart.set({on})
    print(desktop.autostart.enabled())
    desktop.close()
told = types.ModuleType("assistant.__main__")
told.main = main
sys.modules["assistant.__main__"] = told
exec(open("/usr/bin/xiaoer").read())
"""


class Userland:
    """The fresh system."""

    def __init__(self, root: Path, name: str) -> None:
        self.root = root
        self.name = name

    def mount(self) -> None:
        """What programs expect; goes with our namespace."""
        (self.root / "tmp" / SCREENS.name).mkdir(mode=0o1777, parents=True, exist_ok=True)
        SCREENS.mkdir(mode=0o1777, exist_ok=True)
        screens = self.root / "tmp" / SCREENS.name
        for kind, source, place in (
            ("--types=proc", "proc", self.root / "proc"),
            ("--rbind", "/dev", self.root / "dev"),
            ("--bind", str(SCREENS), screens),
        ):
            subprocess.run(["mount", kind, source, str(place)], check=True)

    def do(self, *command: str | Path) -> str:
        """What a command of root prints. Raises SetupError when it fails."""
        return self._run(["chroot", str(self.root), "env", "DEBIAN_FRONTEND=noninteractive", *map(str, command)])

    def as_agent(self, *command: str, **env: str) -> str:
        """What a command of the user prints. Raises SetupError when it fails."""
        return self._run([*self.prefix(**env), *command])

    def prefix(self, **env: str) -> list[str]:
        """What makes a command one of the user's."""
        known = {"HOME": f"/{HOME}", "USER": AGENT, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **env}
        facts = [f"{name}={value}" for name, value in known.items()]
        return ["chroot", f"--userspec={AGENT}:{AGENT}", str(self.root), "/usr/bin/env", *facts]

    def files(self) -> set[str]:
        """All that is there, but for what programs of the system write for themselves, and the users' own."""
        found: set[str] = set()
        for folder, folders, names in os.walk(self.root):
            inner = Path(folder).relative_to(self.root)
            folders[:] = [name for name in folders if (inner / name).as_posix() not in ELSEWHERE]
            found.update((inner / name).as_posix() for name in (*folders, *names))
        return found

    def _run(self, words: list[str]) -> str:
        done = subprocess.run(
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        if done.returncode != 0:
            raise SetupError(f"{shlex.join(words[-3:])} 失败：\n{done.stdout}", "a command failed, see above")
        return done.stdout


def main(root: Path, package: Path, name: str) -> int:
    """Do it all once; 0 when every answer was right."""
    system = Userland(root, name)
    system.mount()
    system.do("useradd", "--create-home", "--shell", "/bin/sh", AGENT)
    system.do("apt-get", "-qq", "update")
    before = system.files()
    install(system, package)
    everything_is_found(system)
    alone(system)
    commands(system)
    tables(system)
    with on_screen(system) as (screen, app):
        main_job(system, screen, app)
        doctor(app)
        autostart(system, app)
    remove(system, before)
    return 0


def install(system: Userland, package: Path) -> None:
    """By apt, with what the package cannot do without and nothing else."""
    shutil.copyfile(package, system.root / "root" / package.name)
    begin = time.monotonic()
    system.do("apt-get", "-qq", "install", "-y", "--no-install-recommends", f"/root/{package.name}")
    (system.root / "root" / package.name).unlink()
    size = sum(path.lstat().st_size for path in (system.root / "usr/lib/xiaoer").rglob("*") if path.is_file())
    say(
        f"已安装：{time.monotonic() - begin:.0f} 秒，程序文件夹 {size / 1e6:.0f} MB",
        "installed, with the size of its folder after compiling",
    )
    for place in ("applications/xiaoer.desktop", "metainfo/xiaoer.metainfo.xml", "man/man1/xiaoer.1.gz"):
        expect((system.root / "usr/share" / place).is_file(), f"缺少 {place}")
    expect(not system.do("dpkg", "--verify", "xiaoer"), "文件与清单不符")


def everything_is_found(system: Userland) -> None:
    """Every compiled file finds its libraries; Qt's theme for GTK may be without GTK."""
    told = system.do(
        "sh", "-c", "find /usr/lib/xiaoer -name '*.so*' ! -name libqgtk3.so -exec ldd {} + | grep -B99 'not found' || :"
    )
    expect(not told, f"有系统库找不到：\n{told}")


def alone(system: Userland) -> None:
    """What lies about in a user's Python is not looked at, and what other packages bring neither."""
    trap = system.root / HOME / "trap"
    trap.mkdir()
    for name in ("tinydb", "json", "sitecustomize"):
        (trap / f"{name}.py").write_text("raise SystemExit('trapped')\n")
    told = system.as_agent("xiaoer", "--version", PYTHONPATH=f"/{HOME}/trap", PYTHONHOME="/nowhere")
    expect(told.startswith("xiaoer "), f"受别的 Python 影响：{told}")
    shutil.rmtree(trap)


def commands(system: Userland) -> None:
    """The command line in words: Chinese comes out whole."""
    expect("亲" in system.as_agent("xiaoer", "render", headless.CODE), "render 没有写出话术")
    expect("话术" in system.as_agent("xiaoer", "--help", LANG="C"), "--help 的中文坏了")


def tables(system: Userland) -> None:
    """An order table, read by the process that the program starts for it."""
    file = system.root / HOME / "订单 表.xlsx"
    book = xlsxwriter.Workbook(str(file))
    sheet = book.add_worksheet()
    for row, cells in enumerate((("订单编号", "买家昵称", "收货人"), (ORDER, "小雨", "林某"))):
        sheet.write_row(row, 0, cells)
    book.close()
    file.chmod(0o644)
    told = system.as_agent("xiaoer", "order", "table", f"/{HOME}/{file.name}")
    expect("读到 1 个订单" in told, f"订单表没有读出来：{told}")
    filled = system.as_agent(
        "xiaoer", "render", "订单{{ 订单号 }}的{{ 收货人 }}", "--order", f"/{HOME}/{file.name}", "--buyer", "小雨"
    )
    expect(filled.strip() == f"订单{ORDER}的林某", f"订单没有填进话术：{filled}")


class App:
    """The installed app, of the user in front of a screen."""

    def __init__(self, system: Userland, display: str) -> None:
        surroundings = {"DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": "disabled:", "XIAOER_FIRST_START": "0"}
        self._system = system
        self._env = {**surroundings, "XIAOER_PRACTICE_LOG": f"/{LOG}"}

    def line(self, *command: str) -> list[str]:
        """What runs a command there."""
        return [*self._system.prefix(**self._env), *command]

    def ask(self, *arguments: str) -> str | None:
        """What the app answers to a command; None when it fails."""
        return answer(self.line("/usr/bin/xiaoer", *arguments))

    def running(self, *command: str) -> "AbstractContextManager[subprocess.Popen[bytes]]":
        """A command for as long as the block lasts."""
        return headless.running(self.line(*command), dict(os.environ))


@contextmanager
def on_screen(system: Userland) -> Iterator[tuple["headless.Screen", App]]:
    """A screen with a window manager, and the app of the system on it."""
    with headless.private_screen() as name:
        env = {**os.environ, "DISPLAY": name}
        with headless.running(["openbox", "--sm-disable"], env, quiet=True):
            screen = headless.Screen(name)
            try:
                headless.until(screen.managed, "窗口管理器 openbox")
                yield screen, App(system, name)
            finally:
                screen.close()


def main_job(system: Userland, screen: "headless.Screen", app: App) -> None:
    """Hotkey, code, Return: the practice chat gets exactly the phrase."""
    log = system.root / LOG
    with app.running("/usr/bin/xiaoer") as tray:
        headless.until(lambda: app.ask("status") is not None or headless.ended(tray, "小二快答"), "小二快答启动")
        wanted, hotkey = app.ask("render", headless.CODE), app.ask("settings", "get", "hotkey")
        with app.running("/usr/bin/xiaoer", "practice"):
            headless.until(lambda: screen.active_class() == CLASS and screen.still(), "练习聊天窗口")
            chat = screen.active()
            screen.press(str(hotkey).strip())
            headless.until(lambda: screen.active() != chat and screen.active_class() == CLASS, "话术弹窗")
            screen.type(headless.CODE)
            headless.until(screen.still, "弹窗显示完毕")
            screen.picture(f"deb-{system.name}-popup.png")
            screen.press("return")
            headless.until(lambda: headless.received(log) is not None, "练习聊天收到文字")
            headless.until(lambda: screen.active() == chat and screen.still(), "弹窗关闭")
            picture = screen.picture(f"deb-{system.name}-chat.png")
            app.ask("quit")
        headless.until(lambda: tray.poll() is not None, "小二快答退出")
    arrived = headless.received(log)
    expect(arrived == str(wanted).strip(), f"练习聊天收到的与话术不一致：{arrived!r} {wanted!r}")
    say(f"练习聊天一字不差地收到了这条话术：{arrived}（{picture.name}）", "the practice chat got exactly this phrase")
    told = "".join(path.read_text("utf-8") for path in sorted((system.root / DATA / "logs").glob("*")))
    expect("Traceback" not in told and "ERROR" not in told, f"程序的记录里有错误：\n{told}")


def doctor(app: App) -> None:
    """Nothing is missing; that it does not run is right."""
    told = str(app.ask("doctor"))
    bad = [line for line in told.splitlines() if line.startswith("✗") and "没有在运行" not in line]
    expect(not bad and "✓" in told, f"doctor 有话说：\n{told}")


def autostart(system: Userland, app: App) -> None:
    """The entry names the installed command, and that line starts the program; off takes the entry away."""
    entry = system.root / ENTRY
    for on in (True, False):
        told = str(answer(app.line("python3", "-IS", "-c", SWITCH.format(on=on))))
        expect(told.strip() == str(on) and entry.is_file() == on, f"开机启动没有切换：{told}")
        if on:
            (line,) = [row[5:] for row in entry.read_text("utf-8").splitlines() if row.startswith("Exec=")]
            expect(line == "/usr/bin/xiaoer tray", f"开机启动的命令不对：{line}")
            with app.running(*shlex.split(line)):
                headless.until(lambda: app.ask("status"), "开机启动的程序")
                app.ask("quit")


def remove(system: Userland, before: set[str]) -> None:
    """Purged, nothing of the package is left, and the user's data is as it was."""
    data = {path: path.read_bytes() for path in (system.root / DATA).rglob("*") if path.is_file()}
    expect(bool(data), "用户数据本来就没有")
    system.do("apt-get", "-qq", "purge", "-y", "xiaoer")
    expect(not (system.root / "usr/lib/xiaoer").exists(), "卸载后还有 /usr/lib/xiaoer")
    system.do("apt-get", "-qq", "autoremove", "--purge", "-y")
    left = sorted(system.files() - before)
    ours = [name for name in left if "xiaoer" in name]
    expect(not ours, f"卸载后留下 {'、'.join(ours)}")
    say(f"已卸载；别的软件包留下 {len(left)} 个文件：{' '.join(left[:8]) or '无'}", "purged; what other packages left")
    now = {path: path.read_bytes() for path in (system.root / DATA).rglob("*") if path.is_file()}
    expect(now == data, "卸载动了用户数据")


def expect(holds: bool, otherwise: str) -> None:
    """Raises SetupError when an answer is wrong."""
    if not holds:
        raise SetupError(otherwise, "the installed package does not do this")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        code = main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[3])
    except SetupError as problem:
        say(*problem.args, bad=True)
        code = 1
    sys.exit(code)
