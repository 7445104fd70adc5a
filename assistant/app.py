"""The tray app: composition root, one instance, clean ends."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer
from PySide6.QtWidgets import QApplication

from assistant import __version__, compose, exporting, importing_commands, pack_commands
from assistant.catalogue import Catalogue
from assistant.check_desk import open_checks
from assistant.commands import Commands, Done, Failed
from assistant.core.errors import DesktopProblem, NotFound, XiaoerError
from assistant.core.habits import Habits
from assistant.core.hotkey import KeyCombo
from assistant.core.orders.book import OrderBook
from assistant.core.ports import Desktop, Press
from assistant.core.search import Index
from assistant.desktop import open_desktop
from assistant.engine.hotkey import GlobalHotkey, Heard
from assistant.engine.session import Ready, Rules
from assistant.housekeeping import Housekeeping
from assistant.instance import Request, ask
from assistant.order_desk import open_desk
from assistant.pack_desk import open_shelves, open_tools
from assistant.process import Ends, complain, log_to, name_us
from assistant.storage import resources
from assistant.storage.paths import Paths
from assistant.storage.settings import Settings
from assistant.storage.stores import open_stores
from assistant.trust_desk import open_trust
from assistant.ui import theme as themes
from assistant.ui.first_start import DONE
from assistant.ui.following import Following, manner_of, theme_of
from assistant.ui.handover import Partners
from assistant.ui.icons import app_icon
from assistant.ui.languages import Languages
from assistant.ui.library_access import LibraryTools
from assistant.ui.listener import Listener
from assistant.ui.orders_access import OrderTools
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.popup import Popup
from assistant.ui.presenter import Presenter
from assistant.ui.settings_dialog import System
from assistant.ui.shell import Outside, Shell
from assistant.ui.standings import Pins, Standings, Uses
from assistant.ui.tables_access import TablesTools
from assistant.ui.tasks import Tasks
from assistant.ui.teacher import Teacher
from assistant.ui.unfound import Private, Unfound

_SWITCH_INTERVAL = 0.001  # s; a busy thread gives the GUI its turn within a millisecond
_KEEPING = 3.0  # s; Windows gives a program about five when the session ends
_OTHER_STARTS = 10.0  # s that the first of two simultaneous starts may take until it answers


class App(QObject):
    """Everything that lives as long as the program. Implements commands.Host."""

    def __init__(self, qt: QApplication, paths: Paths, desktop: Desktop) -> None:
        super().__init__()
        self._qt = qt
        self._paths = paths
        self._desktop = desktop
        self._stores = open_stores(paths, library_later=True)
        self._settings = self._stores.settings
        self._languages = Languages(qt, resources.path("translations"))
        self._languages.speak(self._settings.text("ui.language"))
        uses = Uses(self._stores.usage)
        self._rules = compose.load_rules(compose.ways_of(self._settings), compose.taught_in(self._settings))
        around = compose.around(self._stores, lambda: self._orders.book)
        self._reply = compose.engine(self._settings, uses, self._rules, desktop, around)
        self._worker = Tasks("xiaoer-paste", self)
        self._shelves = Tasks("xiaoer-library", self)  # nothing that takes long may stand before a paste
        self._lists = Tasks("xiaoer-list", self)  # nor looking through the library before a change of it
        themes.dress(qt, theme := theme_of(self._settings))
        self._searches = Tasks("xiaoer-search", self)
        self._popup = Popup(self._searches.run, theme)
        self._popup.suit(manner_of(self._settings))
        now = compose.SystemClock().now
        self._habits = Habits(self._stores.usage.read())
        self._standings = Standings(self._popup, self._habits, uses, _pins(self._settings), now)
        self._presenter = Presenter(
            self._popup,
            desktop,
            Partners(
                self._reply,
                self._worker,
                self.say,
                self._standings.used,
                self._standings.opening,
                _teacher(self._settings, self._rules, desktop).teach,
            ),
            lambda: self._settings.text("popup.place"),
        )
        secret = _secret(self._presenter, lambda: self._orders.book)
        self._unfound = Unfound(self._popup, self._stores.misses, secret, now)
        self._sorry: Failed = lambda e: self.say(str(e))
        self._catalogue = Catalogue(paths, self._stores.library, self._shelves.run, self._take)
        heard = Heard(lambda label: self._shell.set_hotkey(label), self.say)  # noqa: PLW0108 (the shell is still to come)
        self._stores.library.on_change(
            lambda done: self._shelves.hand_over(lambda: self._catalogue.changed(done, self._sorry))
        )
        self._tables = Tasks("xiaoer-orders", self)  # reading a table takes seconds, asking a keyring may take longer
        self._orders = open_desk(self._settings, paths.orders, self._tables.run, now)
        self._hotkey = GlobalHotkey(desktop.hotkeys, self._pressed, heard)
        self._shell = Shell(self._outside(), theme)
        self._wire()
        self._listener = Listener(str(paths.socket), Commands(self).handle, self)

    def _wire(self) -> None:
        """What windows are asked for, and what they ask for."""
        self.open_popup = self._presenter.open
        self.practise, self.show_settings = self._shell.practise, self._shell.show_settings
        self.show_library, self.show_tables = self._shell.show_library, self._shell.show_tables
        self.show_orders = self._shell.show_orders
        self._shell.popup_asked.connect(self.open_popup)
        self._shell.pause_toggled.connect(self._pause)
        self._shell.quit_asked.connect(self.quit)

    def begin(self) -> None:
        """Show the library, take the hotkey, and tell what is not as it should be."""
        self._catalogue.open()
        self._catalogue.load(self._loaded, self._sorry)
        self._desktop.hotkeys.hand_to(int(self._popup.winId()))
        self._hotkey.take(self._settings.text("hotkey"))
        following = Following(self._qt, self._languages, self._popup, self._shell, self._hotkey.take)
        self._settings.on_change(lambda key, _: following.changed(self._settings, key))
        self._orders.begin(self.say)
        self._shell.orders.begin()
        self._shell.tray.show()
        for notice in (*self._stores.notices, self._desktop.lacks):
            if notice:
                self.say(notice)

    def _loaded(self) -> None:
        """The library has been read: from now on it is ours, and the disk is kept in step."""
        library = self._stores.library
        library.keeper.on_problem = lambda problem: self._shelves.hand_over(lambda: self.say(_of_the_disk(problem)))
        for notice in library.notices:
            self.say(notice)
        if index := self._catalogue.index:  # from the snapshot, before anything was known of earlier use
            self._standings.know(index, dict(library.usage))
        self._shelves.run(library.begin, lambda _: None, self._sorry)

    def _outside(self) -> Outside:
        now, lists = compose.SystemClock().now, self._lists.run

        def erased(name: str) -> None:
            if name == "usage":
                self._standings.forget()
            elif name == "orders":
                self._orders.memory.forget(lambda: None, self._sorry)

        trust = open_trust(self._stores.trust, self._settings, self._tables.run, now)
        self._copying = Tasks("xiaoer-clipboard", self)  # other programs may not answer
        pasteboard = Pasteboard(self._desktop.clipboard, self._copying.run)
        shelves = open_shelves(self._stores, self._rules, self._paths, now)
        return Outside(
            icons=resources.path("icons"),
            settings=self._settings,
            system=System(
                self._hotkey.use,
                self._desktop.autostart.enabled,
                self._desktop.autostart.set,
                self._paths.home,
                self._rules.targets.shipped,
                lambda program, text, tried: self._worker.run(
                    lambda: self._reply.try_out(program, text), tried, self._sorry
                ),
                Housekeeping(self._paths, self._stores.library, self._shelves.run, erased),
                lambda: self._shell.show_first_start(),  # noqa: PLW0108
                compose.teaching(self._settings, self._rules.targets),
                self._stores.rules,
                trust,
                pasteboard,
            ),
            library=LibraryTools(
                access=self._stores.library,
                run=self._shelves.run,
                search=lists,
                uses=self._habits.uses,
                fold=compose.folded,
                editor=lambda: compose.editor_tools(self._stores, self._rules, self._paths, lists, pasteboard),
                now=now,
                packs=open_tools(shelves, self._settings, compose.folded, trust, (self._tables.run, self._shelves.run)),
                exports=exporting.open_tools(self._stores, self._rules, self._paths, lists),
                check=open_checks(self._stores, self._rules, self._paths).of_library,
                pasteboard=pasteboard,
            ),
            orders=OrderTools(self._orders, self._orders.memory, self._settings, self._tables.run, now, pasteboard),
            tables=TablesTools(self._stores.tables, self._tables.run, lists, pasteboard),
            copy=self._copy_from_library,
            practice_log=Path(log) if (log := os.environ.get("XIAOER_PRACTICE_LOG")) else None,
        )

    def welcome(self) -> None:
        """Show the first steps to somebody who has never used the program, unless XIAOER_FIRST_START is 0."""
        new = not self._settings.text(DONE) and not self._paths.usage.exists()
        if new and os.environ.get("XIAOER_FIRST_START") != "0":
            self._shell.show_first_start()

    def reload(self) -> str:
        """Read library and settings again."""
        self._settings.reload()
        self._stores.rules.reload()
        self._tables.run(self._stores.tables.reload, lambda _: None, self._sorry)
        phrases = self._stores.library.load()
        self._catalogue.refresh(self._sorry)
        return f"已重新读取，共 {len(phrases)} 条话术。"

    def quit(self) -> None:
        """End the program."""
        QTimer.singleShot(0, QApplication.quit)

    def status(self) -> str:
        """A few lines about how things are."""
        lines = [
            f"小二快答 {__version__} 正在运行（进程 {os.getpid()}，{self._desktop.name}）",
            f"快捷键：{self._hotkey.combo.label if self._hotkey.combo else '没有'}",
            f"话术：{len(self._catalogue.index or ())} 条",
            f"数据文件夹：{self._paths.home}",
            self._hotkey.trouble,
            self._desktop.lacks,
            *self._stores.notices,
        ]
        return "\n".join(line for line in lines if line)

    def set(self, key: str, value: str) -> str:
        """Change a setting. A hotkey that is taken is refused and the old one stays."""
        if key == "hotkey":
            self._hotkey.use(KeyCombo.parse(value))
        return str(self._settings.set(key, value))

    def copy(self, code: str, done: Done, failed: Failed) -> None:
        """Copy a phrase that needs nothing filled in."""
        session = self._reply.begin(None, 0.0)
        step = self._reply.draft(session, self._stores.library.by_code(code))
        if not isinstance(step, Ready):
            raise NotFound("这条话术还缺内容，或模板有误。", "请在弹窗里填好再用。")
        self._worker.run(lambda: self._reply.copy(session, step.draft), lambda _: done("已复制。"), failed)

    def _copy_from_library(self, phrase_id: str) -> None:
        try:
            self.copy(self._stores.library.get(phrase_id).code, self.say, self._sorry)
        except XiaoerError as problem:
            self.say(str(problem))

    def import_files(self, arguments: Sequence[str], done: Done, failed: Failed) -> None:
        """Take in the phrases of files and folders, as ``xiaoer import`` writes them."""

        def taken(told: tuple[str, importing_commands.Learned]) -> None:
            text, learned = told
            learned.remember(self._settings)
            done(text)

        wanted = importing_commands.of_arguments(arguments)
        self._shelves.run(lambda: importing_commands.do(wanted, self._stores, self._paths), taken, failed)

    def change_packs(self, arguments: Sequence[str], done: Done, failed: Failed) -> None:
        """Install or remove a pack, as ``xiaoer install`` and ``xiaoer uninstall`` write it."""
        self._shelves.run(lambda: pack_commands.do(arguments, self._stores, self._paths), done, failed)

    def say(self, sentence: str) -> None:
        """Show a sentence outside the popup."""
        self._shell.say(sentence)

    def keep(self) -> None:
        """Have the disk take everything now; the session may end, or go on after all."""
        self._shell.keep()
        for tasks in (self._shelves, self._tables):
            tasks.settle(_KEEPING)
        self._stores.usage.flush()
        self._stores.library.keeper.flush()

    def end(self) -> None:
        """Give everything back, in the opposite order."""
        self._listener.close()
        self._shell.end()
        self._popup.hide()
        self._worker.close()
        self._copying.close()
        self._shelves.close()
        self._lists.close()
        self._searches.close()
        self._tables.close()
        self._stores.usage.flush()
        self._stores.library.close()
        self._catalogue.save()
        self._desktop.close()

    def _take(self, index: Index) -> None:
        self._standings.know(index, dict(self._stores.library.usage))
        self._presenter.set_index(index)
        self._shell.set_index(index)

    def _pause(self, on: bool) -> None:
        """Give the hotkey up for a while, or take it again."""
        if on:
            self._hotkey.pause()
        else:
            self._hotkey.take(self._settings.text("hotkey"))

    def _pressed(self, press: Press) -> None:
        """On the driver's thread."""
        if not self._shell.hears(press):
            self._presenter.pressed(press)


def _secret(presenter: Presenter, book: Callable[[], OrderBook]) -> Private:
    return Private(presenter.private_words, lambda query: book().mentions(query))


def _teacher(settings: Settings, rules: Rules, desktop: Desktop) -> Teacher:
    tools = compose.teaching(settings, rules.targets)
    return Teacher(tools, lambda: theme_of(settings), desktop.windows.activate)


def main(command: str) -> int:
    """Start, or have the running app do it; the exit code."""
    sys.setswitchinterval(_SWITCH_INTERVAL)
    paths = Paths.find(os.environ, sys.platform).ensure()
    log_to(paths)
    lock = QLockFile(str(paths.lock))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return _second(paths, "popup" if command == "tray" else command)
    try:
        return _run(paths, os.environ, command)
    except XiaoerError as problem:
        complain(problem)
        return 1
    finally:
        lock.unlock()


def _run(paths: Paths, environ: Mapping[str, str], command: str) -> int:
    name_us()
    qt, desktop = _opened(environ)
    qt.setApplicationName("xiaoer")
    qt.setDesktopFileName("xiaoer")
    if sys.platform == "win32":  # elsewhere the entry of the desktop tells the icon
        qt.setWindowIcon(app_icon(resources.path("icons")))
    qt.setQuitOnLastWindowClosed(False)
    app = App(qt, paths, desktop)
    app.begin()
    if command == "practice":
        app.practise()
    elif command == "tray":
        app.welcome()
    Ends(qt, app.keep)
    gc.freeze()  # what is there now stays; a full collection would hold the GUI for it
    gc.enable()
    try:
        return qt.exec()
    finally:
        app.end()


def _opened(environ: Mapping[str, str]) -> tuple[QApplication, Desktop]:
    if sys.platform == "win32":  # Qt has died there of a driver that had its windows first
        return QApplication(["xiaoer"]), open_desktop(environ)
    with ThreadPoolExecutor(1) as pool:  # the driver mostly waits for its server, Qt for the disk
        opening = pool.submit(open_desktop, environ)
        return QApplication(["xiaoer"]), opening.result()


def _second(paths: Paths, command: str) -> int:
    """Somebody holds the lock: hand the wish on to them."""
    deadline = compose.SystemClock().monotonic() + _OTHER_STARTS
    while compose.SystemClock().monotonic() < deadline:
        answer = ask(paths.socket, Request(command))
        if answer is not None:
            return 0 if answer.ok else 1
        compose.SystemClock().pause(50)
    complain(DesktopProblem("小二快答已经在运行，但没有响应。", "请退出它再试一次。"))
    return 1


def _of_the_disk(problem: XiaoerError | None) -> str:
    return str(problem) if problem else "刚才没有写进磁盘的改动，现在都写好了。"


def _pins(settings: Settings) -> Pins:
    return Pins(lambda: settings.words("popup.pinned"), lambda pinned: settings.set_words("popup.pinned", pinned))
