"""The main job without a desktop: the app and its practice chat on a private screen, worked by real key events.

Run by the virtual environment's Python; with ``--windows`` inside the namespace of ``_wine.inside``, for the same under
Wine. Everything started here is ended here, by its id.
"""

import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage
from Xlib import XK, X, display, error
from Xlib.ext import xtest

import _wine
from _console import SetupError, say

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "build"  # not under version control
SIZE = (1280, 800)
CODE = "ft1"  # a phrase of the starter pack that asks for nothing: terms of address and an emoticon are filled in
PATIENCE = 30.0  # seconds for any one condition
CLASS = "xiaoer"
MODIFIERS = {"ctrl": XK.XK_Control_L, "alt": XK.XK_Alt_L, "shift": XK.XK_Shift_L, "super": XK.XK_Super_L}


@dataclass(frozen=True)
class Stage:
    """Where the app plays: here, or under Wine."""

    home: str  # folder of its data, as the app calls it
    log: str  # what the practice chat writes down, as the app calls it
    log_here: Path  # the same, as we call it
    program: str = CLASS  # the class that X knows its windows by

    def env(self, display_name: str) -> dict[str, str]:
        """The surroundings of the app."""
        env = {**os.environ, "DISPLAY": display_name, "XIAOER_HOME": self.home, "XIAOER_PRACTICE_LOG": self.log}
        env["XIAOER_FIRST_START"] = "0"  # the practice chat is what is to be seen
        env["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"  # nothing of this belongs on a real session's bus
        env.pop("WAYLAND_DISPLAY", None)
        return env


def main(arguments: list[str]) -> int:
    """Do the main job once; 0 when the practice chat got exactly the phrase."""
    with ExitStack() as stack:
        windows = "--windows" in arguments
        stage = _under_wine() if windows else _here(stack)
        name = stack.enter_context(private_screen(*(("-nolisten", "tcp", "-nolock") if windows else ())))
        env = stage.env(name)
        if windows:
            names = ("DISPLAY", "XIAOER_HOME", "XIAOER_PRACTICE_LOG", "XIAOER_FIRST_START")
            command = _wine.windows_python(ROOT, ["-m", "assistant"], {name: env[name] for name in names})
            os.environ["XIAOER_COMMAND"] = shlex.join(map(str, command))
        screen = managed_screen(stack, env, wine=windows)
        if windows:
            boot_windows(env)
        app = stack.enter_context(running(xiaoer(), env))
        until(lambda: ask(env, "status") is not None or ended(app, "小二快答"), "小二快答启动")
        try:
            return show(screen, env, stage.log_here, stage.program)
        except SetupError:
            say(f"当时的屏幕：{screen.picture('run-failed.png')}", "what the screen looked like")
            raise


def managed_screen(stack: ExitStack, env: dict[str, str], *, wine: bool = False) -> "Screen":
    """The screen of ``env`` with a window manager that is ready."""
    stack.enter_context(running(["openbox", "--sm-disable"], env, quiet=True))
    screen = Screen(env["DISPLAY"], wine=wine)
    stack.callback(screen.close)
    until(screen.managed, "窗口管理器 openbox")
    return screen


def boot_windows(env: dict[str, str]) -> None:
    """Start the services of Windows; we are inside its namespace."""
    line = _wine.boot(ROOT, {"DISPLAY": env["DISPLAY"]})
    with running([str(word) for word in line], env, quiet=True) as starting:
        until(lambda: starting.poll() is not None, "Windows 的服务启动")


def _here(stack: ExitStack) -> Stage:
    home = os.environ.get("XIAOER_HOME") or stack.enter_context(tempfile.TemporaryDirectory(prefix="xiaoer-"))
    log = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="xiaoer-practice-"))) / "log.jsonl"
    return Stage(home, str(log), log)


def _under_wine() -> Stage:
    """On a drive that is gone afterwards."""
    return Stage(r"C:\xiaoer", r"Z:\tmp\practice.jsonl", _wine.system(ROOT) / "tmp" / "practice.jsonl", "python.exe")


def show(screen: "Screen", env: dict[str, str], log: Path, program: str = CLASS) -> int:
    """Press, type, Return, and look at what arrived."""
    expected = ask(env, "render", CODE)
    hotkey = ask(env, "settings", "get", "hotkey")
    if expected is None or hotkey is None:
        raise SetupError("小二快答没有回答 render 或 settings get", "the app does not answer render or settings get")
    with running(xiaoer("practice"), env):
        until(lambda: screen.active_class() == program, "练习聊天窗口")
        chat = screen.active()
        say(f"按下 {hotkey}，输入 {CODE}，回车", "pressing the hotkey, typing a code, Return")
        screen.press(hotkey)
        until(lambda: screen.active() != chat and screen.active_class() == program, "话术弹窗")
        screen.type(CODE)
        until(screen.still, "弹窗显示完毕")
        popup = screen.picture("run-popup.png")
        screen.press("return")
        until(lambda: received(log) is not None, "练习聊天收到文字")
        until(lambda: screen.active() == chat and screen.still(), "弹窗关闭")
        arrived, chat_picture = received(log), screen.picture("run-chat.png")
        ask(env, "quit")
    print(f"\n{arrived}\n")
    say(f"截图：{popup} 和 {chat_picture}", "screenshots")
    if arrived != expected.rstrip("\n"):
        say("练习聊天收到的与话术不一致", "what arrived is not the phrase", bad=True)
        return 1
    say("练习聊天一字不差地收到了这条话术", "the practice chat got exactly this phrase")
    return 0


def received(log: Path) -> str | None:
    """The chat's input field as the practice window last wrote it; None while it is empty."""
    if not log.exists():
        return None
    rows = [json.loads(row) for row in log.read_text("utf-8").splitlines(keepends=True) if row.endswith("\n")]
    return (rows[-1]["text"] or None) if rows else None


def xiaoer(*arguments: str) -> list[str]:
    """The command line of the app: of an installed one where ``XIAOER_COMMAND`` names it."""
    named = shlex.split(os.environ.get("XIAOER_COMMAND", ""))
    return [*(named or [sys.executable, "-m", "assistant"]), *arguments]


def ask(env: dict[str, str], *arguments: str) -> str | None:
    """What a command of the app answers; None when it fails."""
    done = subprocess.run(
        xiaoer(*arguments),
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=PATIENCE,
        check=False,
    )
    return done.stdout.strip() if done.returncode == 0 else None


def until(holds: Callable[[], object], what: str) -> None:
    """Wait for a condition. Raises SetupError when it does not come."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise SetupError(f"等了 {PATIENCE:.0f} 秒，仍没有等到：{what}", "gave up waiting")
        time.sleep(0.02)


def ended(child: "subprocess.Popen[bytes]", what: str) -> bool:
    """Raises SetupError when a program is gone before its time."""
    if child.poll() is not None:
        raise SetupError(f"{what}提前退出，代码 {child.returncode}", "ended early")
    return False


@contextmanager
def running(command: list[str], env: dict[str, str], *, quiet: bool = False) -> "Iterator[subprocess.Popen[bytes]]":
    """A program for as long as the block lasts; ``quiet`` drops what it prints."""
    output = subprocess.DEVNULL if quiet else None
    try:
        child = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    except FileNotFoundError:
        raise SetupError(
            f"缺少程序 {command[0]}，见上面的安装命令", "a program is missing, see the line above"
        ) from None
    try:
        yield child
    finally:
        child.terminate()
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


@contextmanager
def private_screen(*options: str) -> Iterator[str]:
    """An X server on a free display number of its own choice; gives the name of the display.

    Without ``options`` it listens to this machine alone.
    """
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"]
    command += options or ("-nolisten", "tcp")
    try:
        server = subprocess.Popen(command, pass_fds=[writing], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        raise SetupError("缺少程序 Xvfb，见上面的安装命令", "Xvfb is missing, see the line above") from None
    finally:
        os.close(writing)
    try:
        with os.fdopen(reading) as answers:
            number = answers.readline().strip()
        if not number:
            raise SetupError("虚拟屏幕没有启动", "the virtual screen did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


class Screen:
    """What stands on the screen, and the keys of a user in front of it."""

    def __init__(self, name: str, *, wine: bool = False) -> None:
        self._display = display.Display(name)
        self._by_keys = wine
        self._root = self._display.screen().root
        self._last = b""

    def close(self) -> None:
        """Leave the server."""
        self._display.close()

    def managed(self) -> bool:
        """Whether a window manager is there."""
        return self._property("_NET_SUPPORTING_WM_CHECK") is not None

    def active(self) -> int:
        """The window that the window manager calls active, under Wine the one that gets the keys; 0 for none."""
        if self._by_keys:  # Wine keeps its popups from the window manager
            focus = self._display.get_input_focus().focus
            return focus if isinstance(focus, int) else int(focus.id)
        value = self._property("_NET_ACTIVE_WINDOW")
        return int(value[0]) if value else 0

    def active_class(self) -> str:
        """Its program; empty when there is none."""
        window = self.active()
        try:
            names = self._display.create_resource_object("window", window).get_wm_class() if window > 1 else None
        except error.XError:
            return ""
        return names[1].lower() if names else ""

    def press(self, combo: str) -> None:
        """Press a combination such as ``ctrl+alt+space`` and let it go."""
        *held, key = combo.split("+")
        codes = [self._code(MODIFIERS[name]) for name in held]
        codes.append(self._code(XK.string_to_keysym(key) or XK.string_to_keysym(key.capitalize())))
        for code in codes:
            xtest.fake_input(self._display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()

    def type(self, text: str) -> None:
        """Type small letters and digits."""
        for character in text:
            self.press(character)

    def still(self) -> bool:
        """Whether the screen looks as it did a moment ago."""
        before, self._last = self._last, self._pixels()
        return before == self._last

    def picture(self, name: str) -> Path:
        """Save the screen as PNG."""
        PICTURES.mkdir(exist_ok=True)
        path = PICTURES / name
        image = QImage(self._pixels(), *SIZE, QImage.Format.Format_RGB32)
        if not image.save(str(path)):
            raise SetupError(f"截图 {path} 写不进去", "the screenshot cannot be written")
        return path

    def _pixels(self) -> bytes:
        return bytes(self._root.get_image(0, 0, *SIZE, X.ZPixmap, 0xFFFFFFFF).data)

    def _property(self, name: str) -> list[int] | None:
        found = self._root.get_full_property(self._display.intern_atom(name), X.AnyPropertyType)
        return list(found.value) if found else None

    def _code(self, keysym: int) -> int:
        return int(self._display.keysym_to_keycode(keysym))


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as problem:
        say(*problem.args, bad=True)
        sys.exit(1)
