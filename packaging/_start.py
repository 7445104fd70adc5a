"""``run``: the app on this desktop, or a demonstration on a private screen when there is none."""

import os
import sys
from pathlib import Path

import _debian
import _venv
import _wine
from _console import call, child_env, say

DRIVERS = {"win32": ("win32", "Windows"), "darwin": ("macos", "macOS")}  # sys.platform → folder, name


def run(root: Path, arguments: list[str]) -> int:
    """Set up and start; returns the exit code."""
    display = has_display()
    python = _venv.ensure(root, "run")
    folder, system = DRIVERS.get(sys.platform, ("x11", "Linux"))
    if not (root / "assistant" / "desktop" / folder / "__init__.py").exists():
        say(
            f"环境已就绪，但 {system} 的桌面驱动（快捷键、粘贴）还没有做好，暂时不能启动",
            f"the environment is ready, but the {system} driver (hotkeys, paste) does not exist yet: not started",
            bad=True,
        )
        return 1
    _debian.ensure(root, "run" if display else "screen")
    env = child_env(root)
    if display:
        say("启动小二快答", "starting")
        return call([python, "-m", "assistant", *arguments], env=env)
    say("没有桌面：在一块私有虚拟屏幕上演示主要流程", "no display: showing the main job on a private virtual screen")
    return call([python, root / "packaging" / "headless.py", *arguments], env=env, cwd=root)


def run_windows(root: Path, arguments: list[str]) -> int:
    """The same under Wine, on a drive that is gone afterwards. Raises SetupError."""
    _wine.ensure(root)
    python = _venv.ensure(root, "test")
    env = child_env(root)
    if name := os.environ.get("DISPLAY"):
        say("在 Wine 里启动小二快答", "starting under Wine")
        more = {"DISPLAY": name, **_authority(root)}
        app = _wine.windows_python(root, ["-m", "assistant", *arguments], more)
        return call(_wine.inside(root, app, private=False), env=env, grace=0)
    say("没有桌面：在 Wine 和一块私有虚拟屏幕上演示主要流程", "no display: showing the main job on a private screen")
    command: list[str | Path] = [python, root / "packaging" / "headless.py", "--windows", *arguments]
    return call(_wine.inside(root, command, private=True), env=env, cwd=root, grace=0)


def _authority(root: Path) -> dict[str, str]:
    """The key to the display, for programs that see the checkout and not the home folder."""
    given = Path(os.environ.get("XAUTHORITY") or Path.home() / ".Xauthority")
    if not given.is_file():
        return {}
    copy = root / _wine.PLACE / "Xauthority"
    copy.touch(mode=0o600)
    copy.write_bytes(given.read_bytes())
    return {"XAUTHORITY": f"/src/{copy.relative_to(root).as_posix()}"}


def has_display() -> bool:
    """Whether a desktop session is there to show windows."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
