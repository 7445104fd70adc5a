"""Real programs that a reply is pasted into, all with the same small face, each read back from its far side."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from .desk import Desk, Late
from .irc import CHANNEL, Server, Witness, joined
from .webpage import PAGE, Page

WEB_TITLE = "网页客服"


class Chat:
    """A program with a composer. ``window`` is its top-level X window."""

    name: ClassVar[str]
    programs: ClassVar[tuple[str, ...]] = ()
    wm_class: ClassVar[str]
    paste_keys: ClassVar[str] = "ctrl+v"
    pastes_from: ClassVar[tuple[str, ...]] = ("CLIPBOARD",)
    sends: ClassVar[bool] = False  # Return sends, and what was sent is part of text()
    process: subprocess.Popen[bytes]

    def __init__(self) -> None:
        self.window = 0

    def start(self, desk: Desk) -> None:
        """Start the program; returns when its composer has the keyboard."""
        self.desk = desk
        before = set(desk.screen.clients())
        self.launch()
        self.window = desk.wait(lambda: self._appeared(before), 30, self.name)
        self.focus()
        self.ready()

    def launch(self) -> None:
        """Start the process as ``self.process``."""
        raise NotImplementedError

    def _appeared(self, before: set[int]) -> int:
        """The new window of this program; 0 while there is none."""
        return next((w.id for w in self.desk.screen.find(self.wm_class) if w.id not in before), 0)

    def ready(self) -> None:
        """Wait until the composer takes keys."""

    def focus(self) -> None:
        """Give the composer the keyboard, as a click in the taskbar does."""
        self.desk.screen.activate(self.window)

    def clear(self) -> None:
        """Empty what :meth:`text` reads."""
        raise NotImplementedError

    def text(self) -> str:
        """What arrived since :meth:`clear`."""
        raise NotImplementedError

    def got(self, text: str) -> bool:
        """Whether exactly ``text`` arrived."""
        return self.text() == text

    def expect(self, text: str, timeout: float = 10.0) -> None:
        """Wait until exactly ``text`` arrived."""
        try:
            self.desk.wait(lambda: self.got(text), timeout, f"{self.name}: {text[:60]!r}…")
        except Late as late:
            raise Late(f"{late}\nwanted {text!r}\n   got {self.text()!r}") from None

    def paste(self) -> None:
        """Press this program's own paste keys, as a user."""
        self.desk.hands.press(*self.paste_keys.split())

    def alive(self) -> bool:
        """Whether its window still stands."""
        return self.process.poll() is None and self.window in self.desk.screen.clients()

    def reader_pid(self) -> int:
        """The process that reads the clipboard when it pastes."""
        return self.desk.screen.pid_of(self.window)

    def submit(self, text: str, was_read: Callable[[], bool]) -> None:
        """After a paste by hand: do what makes it arrive, once the program has read the clipboard."""

    def stop(self) -> None:
        """End the program; its window is gone from all lists when this returns."""
        self.desk.end(self.process)
        self.desk.wait(lambda: self.window not in self.desk.screen.clients(), 5, f"{self.name}'s window gone")


class QtEditor(Chat):
    """A QPlainTextEdit: the fast neutral target. Title and contents over a pipe."""

    name = "qt"
    wm_class = "qteditor"

    def launch(self) -> None:
        script = str(Path(__file__).with_name("qt_editor.py"))
        self.process = self.desk.start(sys.executable, script, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def _ask(self, order: str) -> str:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(order.encode() + b"\n")
        self.process.stdin.flush()
        return bytes.fromhex(self.process.stdout.readline().decode().strip()).decode()

    def clear(self) -> None:
        self._ask("clear")

    def text(self) -> str:
        return self._ask("text")

    def title(self, title: str) -> None:
        """Change the window's title, as a chat that switches to another buyer."""
        self._ask(f"title {title}")


class XTerm(Chat):
    """xterm running cat into a file; pastes the clipboard on Shift+Insert and Ctrl+Shift+V, as sane setups do."""

    name = "xterm"
    programs = ("xterm", "stty", "cat")
    wm_class = "xterm"
    paste_keys = "shift+insert"
    keys = "Shift <Key>Insert: insert-selection(CLIPBOARD)\\n Ctrl Shift <Key>V: insert-selection(CLIPBOARD)"

    def launch(self) -> None:
        self.file = self.desk.dir / "run" / f"cat-{len(self.desk.logs)}"
        self.file.touch()
        shell = f'stty -icanon; printf ready >>"{self.file}"; exec cat >>"{self.file}"'
        font = ["-fa", "Noto Sans Mono CJK SC", "-fs", "10"]
        keys = ["-xrm", f"XTerm*VT100.translations: #override \\n {self.keys}"] if self.keys else []
        self.process = self.desk.start("xterm", "-u8", *font, *keys, "-T", "终端", "-e", "sh", "-c", shell)

    def ready(self) -> None:
        self.expect("ready")
        self.clear()

    def clear(self) -> None:
        os.truncate(self.file, 0)

    def text(self) -> str:
        return self.file.read_bytes().decode("utf-8", "replace")


class PlainXTerm(XTerm):
    """xterm as it comes: Shift+Insert pastes what is selected (PRIMARY), not what was copied."""

    name = "plain xterm"
    keys = ""
    pastes_from = ("PRIMARY",)


class Mousepad(Chat):
    """A GTK 3 text editor; read back by saving the open file."""

    name = "mousepad"
    programs = ("mousepad",)
    wm_class = "mousepad"

    def launch(self) -> None:
        settings = self.desk.home / ".config/glib-2.0/settings/keyfile"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(
            "[org/xfce/mousepad/preferences/file]\nadd-last-end-of-line=false\nsession-restore='never'\n"
            "make-backup=false\nmonitor-changes=false\n[org/xfce/mousepad/preferences/view]\nword-wrap=true\n"
        )
        self.file = self.desk.home / f"chat-{len(self.desk.logs)}.txt"
        self.file.touch()
        self.process = self.desk.start("mousepad", "--disable-server", str(self.file))

    def _modified(self) -> bool:
        return self.desk.screen.look(self.window).title.startswith("*")

    def clear(self) -> None:
        self.focus()
        if self.text():
            self.desk.hands.press("ctrl+a", "delete")
            self.desk.wait(self._modified, 5, "mousepad: cleared")
            self.desk.wait(lambda: not self.text(), 5, "mousepad: empty")

    def text(self) -> str:
        title = self.desk.screen.look(self.window).title
        if title.startswith("*") or self.file.name not in title:  # somebody who renamed the window hid its mark
            self.focus()
            self.desk.hands.press("ctrl+s")
            self.desk.wait(lambda: not self._modified(), 5, "mousepad: saved")
        return self.file.read_text("utf-8")


class HexChat(Chat):
    """HexChat in a channel of a local server. What arrived is what another client in the channel got."""

    name = "hexchat"
    programs = ("hexchat", "ngircd")
    wm_class = "hexchat"
    sends = True
    more = ""  # lines of its settings

    def launch(self) -> None:
        self.server = Server(self.desk)
        self.witness = Witness(self.server.port)
        conf = self.desk.home / ".config/hexchat"
        conf.mkdir(parents=True, exist_ok=True)
        (conf / "servlist.conf").write_text(
            f"v=2.16.1\n\nN=Desk\nE=UTF-8 (Unicode)\nF=27\nD=0\nS=127.0.0.1/{self.server.port}\nJ={CHANNEL}\n\n"
        )
        (conf / "hexchat.conf").write_text(
            "version = 2.16.1\ngui_slist_skip = 1\ngui_join_dialog = 0\ngui_quit_dialog = 0\ngui_tray = 0\n"
            "irc_nick1 = agent\nirc_nick2 = agent2\nirc_nick3 = agent3\nirc_user_name = agent\nirc_real_name = agent\n"
            "net_throttle = 0\nidentd_server = 0\ngui_autoopen_chat = 0\ntext_replay = 0\n" + self.more
        )
        self.process = self.desk.start("hexchat", "-d", str(conf))
        if os.geteuid() == 0:  # it tells root off, and waits for an answer
            dialog = self.desk.wait(lambda: self.desk.screen.find("hexchat"), 20, "HexChat's warning")[0]
            self.desk.screen.activate(dialog.id)
            self.desk.hands.press("return")
            self.desk.wait(lambda: dialog.id not in self.desk.screen.clients(), 5, "warning closed")

    def ready(self) -> None:
        self.desk.wait(
            lambda: self.witness.listen() is not None and "agent" in self.witness.joined, 30, "HexChat joined"
        )
        self.desk.wait(lambda: CHANNEL in self.desk.screen.look(self.window).title, 10, "HexChat's channel in front")

    def submit(self, text: str, was_read: Callable[[], bool]) -> None:
        """Press Return when the composer holds the text."""
        self.desk.wait(was_read, 5, "HexChat pastes")
        self.desk.hands.press("return")

    def clear(self) -> None:
        self.witness.listen()
        self.witness.messages.clear()

    def text(self) -> str:
        return "\n".join(self.witness.listen())

    def got(self, text: str) -> bool:
        return joined(self.witness.listen(), text)

    def stop(self) -> None:
        super().stop()
        self.witness.close()
        self.server.stop()


class Chromium(Chat):
    """A web chat page with a textarea and a contenteditable box, read back over the debugging port."""

    name = "chromium"
    programs = ("chromium",)
    wm_class = "chromium"
    sends = True
    # fmt: off
    flags = (
        "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync",
        "--disable-component-update", "--disable-quic", "--disable-default-apps", "--no-default-browser-check",
        "--disable-breakpad", "--disable-crash-reporter", "--disable-extensions", "--password-store=basic",
        "--disable-dev-shm-usage", "--remote-debugging-port=0", "--remote-allow-origins=*", "--window-size=700,560",
        "--ozone-platform=x11", "--disable-features=Translate,MediaRouter,OptimizationHints",
    )
    # fmt: on

    def __init__(self, field: str = "area") -> None:
        """``field``: "area" for the textarea, "rich" for the contenteditable box."""
        super().__init__()
        self.field = field

    def launch(self) -> None:
        page = self.desk.home / "chat.html"
        page.write_text(PAGE % {"title": WEB_TITLE}, "utf-8")
        profile = self.desk.home / f"chromium-{len(self.desk.logs)}"
        self.port_file = profile / "DevToolsActivePort"
        self.process = self.desk.start("chromium", *self.flags, f"--user-data-dir={profile}", f"--app={page.as_uri()}")

    def ready(self) -> None:
        self.desk.wait(lambda: self.port_file.exists() and "\n" in self.port_file.read_text(), 30, "debugging port")
        self.desk.wait(
            lambda: WEB_TITLE in self.desk.screen.look(self.window).title, 20, "Chromium has loaded the page"
        )
        self.page = self.desk.wait(self._connect, 20, "Chromium's page")
        self.focus()

    def _connect(self) -> Page | None:
        with contextlib.suppress(OSError, StopIteration), contextlib.ExitStack() as undo:
            page = Page(int(self.port_file.read_text().split()[0]))
            undo.callback(page.close)
            if page.run("typeof sent") == "object":
                undo.pop_all()
                return page
        return None

    def focus(self) -> None:
        super().focus()
        if hasattr(self, "page"):
            self.page.run(f"{self.field}.focus()")
            self.desk.wait(
                lambda: self.page.run(f"document.hasFocus() && document.activeElement == {self.field}"), 5, "caret"
            )

    def clear(self) -> None:
        self.page.run("area.value = ''; rich.innerText = ''; sent.length = 0; pastes.length = 0; null")

    def text(self) -> str:
        """The composer's text, or what was sent when the composer is empty."""
        return str(self.page.run(f"value({self.field}) || sent.join('\\n')"))

    def sent(self) -> list[str]:
        """Messages sent by Enter."""
        return list(self.page.run("sent"))

    def stop(self) -> None:
        self.page.close()
        super().stop()
