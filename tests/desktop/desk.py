"""One private desktop: X server, window manager and message bus, in a home of its own, ended by process id."""

from __future__ import annotations

import contextlib
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from Xlib import X, Xatom, display, error

from .hands import Hands, Screen
from .watch import Watch

T = TypeVar("T")

OPENBOX = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
<focus><focusNew>yes</focusNew><focusLast>yes</focusLast><followMouse>no</followMouse><raiseOnFocus>no</raiseOnFocus></focus>
<placement><policy>Smart</policy><center>yes</center></placement>
<theme><name>Clearlooks</name><animateIconify>no</animateIconify></theme>
<desktops><number>1</number></desktops>
<keyboard/>
<mouse><dragThreshold>1</dragThreshold>
<context name="Client"><mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind></context>
</mouse>
</openbox_config>
"""


class Late(AssertionError):  # it says when, not what is broken
    """Something that was waited for did not happen."""


def connect(name: str) -> display.Display:
    """A connection whose core errors keep their meaning (python-xlib's RandR claims their codes)."""
    d = display.Display(name)
    d.display.error_classes.update(error.xerror_class)
    d.set_error_handler(lambda *_: None)
    return d


class Desk:
    """Use as ``with Desk() as desk``. All that was started on it ends with it."""

    def __init__(self, size: tuple[int, int] = (1280, 800)) -> None:
        self.size = size
        self.display = ""
        self.env: dict[str, str] = {}
        self.running: list[subprocess.Popen[bytes]] = []
        self.logs: dict[int, Path] = {}

    def __enter__(self) -> Desk:
        self.dir = Path(tempfile.mkdtemp(prefix="desk-"))
        try:
            self._folders()
            self._x_server()
            self._bus()
            self._window_manager()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def _folders(self) -> None:
        self.home = self.dir / "home"
        for sub in ("home/.config", "home/.local/share", "home/.local/state", "home/.cache", "run", "log"):
            (self.dir / sub).mkdir(parents=True, mode=0o700)
        self.env = {
            "PATH": f"{os.environ.get('PATH', '/usr/bin:/bin')}:/usr/sbin",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
            "XDG_STATE_HOME": str(self.home / ".local/state"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "XDG_RUNTIME_DIR": str(self.dir / "run"),
            "XDG_SESSION_TYPE": "x11",
            "TMPDIR": str(self.dir / "run"),
            "NO_AT_BRIDGE": "1",
            "GSETTINGS_BACKEND": "keyfile",
            "GIO_USE_VFS": "local",
        }

    def _x_server(self) -> None:
        r, w = os.pipe()
        screen = f"{self.size[0]}x{self.size[1]}x24"
        argv = ["Xvfb", "-displayfd", str(w), "-screen", "0", screen, "-nolisten", "tcp", "-noreset", "-dpi", "96"]
        self.x_server = self.start(*argv, pass_fds=(w,))
        self.display = ":" + self._first_line(r, w, "Xvfb")
        self.env["DISPLAY"] = self.display
        self.watch = Watch(self.display)
        self.x = connect(self.display)
        self.hands = Hands(self)
        self.screen = Screen(self)
        root = self.x.screen().root
        root.change_attributes(event_mask=X.SubstructureNotifyMask | X.PropertyChangeMask)
        self.x.change_keyboard_control(auto_repeat_mode=X.AutoRepeatModeOff)
        self.x.sync()

    def _bus(self) -> None:
        r, w = os.pipe()
        self.start("dbus-daemon", "--session", "--nofork", f"--print-address={w}", pass_fds=(w,))
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._first_line(r, w, "dbus-daemon")

    def _window_manager(self) -> None:
        rc = self.dir / "openbox.xml"
        rc.write_text(OPENBOX)
        self.start("openbox", "--config-file", str(rc), "--sm-disable")
        check = self.x.intern_atom("_NET_SUPPORTING_WM_CHECK")
        root = self.x.screen().root
        self.wait(lambda: root.get_full_property(check, Xatom.WINDOW), 15, "window manager")

    def _first_line(self, r: int, w: int, who: str) -> str:
        os.close(w)
        with open(r, "rb") as pipe:
            ready, _, _ = select.select([pipe], [], [], 20)
            line = pipe.readline().decode().strip() if ready else ""
        if not line:
            raise Late(f"{who} did not start\n{self.tail()}")
        return line

    # ---- processes
    def start(
        self,
        *argv: str,
        env: Mapping[str, str] | None = None,
        pass_fds: tuple[int, ...] = (),
        parting: str = "KILL",
        **files: Any,
    ) -> subprocess.Popen[bytes]:
        """Start a program in a process group of its own; its output goes to a log.

        It dies with the tests, however they end: ``parting`` is the signal that it gets then.
        """
        log = self.dir / "log" / f"{len(self.logs):02d}-{Path(argv[0]).name}.log"
        streams = {"stdin": subprocess.DEVNULL, **files}
        with log.open("wb") as out:
            streams.setdefault("stdout", out)
            process: subprocess.Popen[bytes] = subprocess.Popen(
                ["setpriv", "--pdeathsig", parting, "--", *argv],
                env={**self.env, **(env or {})},
                stderr=out,
                start_new_session=True,
                pass_fds=pass_fds,
                cwd=self.home,
                **streams,
            )
        self.running.append(process)
        self.logs[process.pid] = log
        return process

    def end(self, process: subprocess.Popen[bytes], patience: float = 3.0) -> int:
        """Ask the process group to end, then make it; the exit code."""
        for sig in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, sig)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(patience)
                break
        with contextlib.suppress(ProcessLookupError):  # helpers that outlived their parent
            os.killpg(process.pid, signal.SIGKILL)
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()
        if process in self.running:
            self.running.remove(process)
        return process.wait()

    def log(self, process: subprocess.Popen[bytes]) -> str:
        """What the program wrote to its error stream (and to its output, if nobody else reads that)."""
        return self.logs[process.pid].read_text("utf-8", "replace")

    def tail(self, lines: int = 6) -> str:
        """The last lines of all logs, for a failure message."""
        parts = []
        for log in self.logs.values():
            text = log.read_text("utf-8", "replace").splitlines()[-lines:]
            parts += [f"--- {log.name}", *text] if text else []
        return "\n".join(parts)

    def close(self) -> None:
        """End everything, newest first, and remove the folder."""
        for process in reversed(self.running[:]):
            if process is not getattr(self, "x_server", None):
                self.end(process)
        for name in ("watch", "hands", "x"):  # those that there are: a start may have failed half-way
            with contextlib.suppress(AttributeError, OSError, error.ConnectionClosedError):
                getattr(self, name).close()
        for process in self.running[:]:
            self.end(process)
        shutil.rmtree(self.dir, ignore_errors=True)

    # ---- waiting
    def events(self, timeout: float) -> None:
        """Sleep until the X server has news for us, at most ``timeout`` seconds."""
        if not self.x.pending_events():
            select.select([self.x], [], [], max(timeout, 0))
        for _ in range(self.x.pending_events()):
            self.x.next_event()

    def wait(self, condition: Callable[[], T | None], timeout: float = 5.0, what: str = "") -> T:
        """The first true answer of ``condition``, asked at every X event and 100 times a second; raises Late."""
        deadline = time.monotonic() + timeout
        while not (got := condition()):
            left = deadline - time.monotonic()
            if left <= 0:
                raise Late(f"{what or condition}: not within {timeout:g} s; last answer {got!r}\n{self.tail()}")
            self.events(min(left, 0.01))
        return got

    def holds(self, condition: Callable[[], object], seconds: float) -> bool:
        """Whether ``condition`` stays true all that time; for things that must not happen."""
        deadline = time.monotonic() + seconds
        while condition():
            left = deadline - time.monotonic()
            if left <= 0:
                return True
            self.events(min(left, 0.02))
        return False
