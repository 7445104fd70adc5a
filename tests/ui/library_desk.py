"""A library window over a real library, its index following as in the program."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant import compose
from assistant.check_desk import open_checks
from assistant.exporting import Exports
from assistant.storage.paths import Paths
from assistant.storage.phrases import Author, Library
from assistant.storage.stores import open_stores
from assistant.ui.library_access import LibraryTools
from assistant.ui.library_window import LibraryWindow
from assistant.ui.sheet import Sheet
from assistant.ui.tasks import Tasks
from tests.ui.packs_samples import fake_tools
from tests.ui.pasteboards import fake_pasteboard
from tests.ui.phrase_samples import phrases
from tests.ui.waiting import until

NOW = 1_790_000_000.0
Key, Mod = Qt.Key, Qt.KeyboardModifier
_NONE = Mod.NoModifier


class LibraryDesk:
    """Sixty phrases of the team, a window, keys to press in it."""

    def __init__(self, folder: Path, count: int = 60) -> None:
        (folder / "team").mkdir()
        (folder / "starter").mkdir()
        (folder / "own").mkdir()
        self.team = folder / "team" / "a.jsonl"
        self.write_team(phrases(count))
        self.library = Library(
            folder / "own" / "library.json", folder / "starter", folder / "team", Author("小二", lambda: NOW)
        )
        self.library.load()
        self.uses = {}
        paths = Paths.find(os.environ, sys.platform).ensure()
        stores = replace(open_stores(paths), library=self.library)
        self.tasks, self.lists = Tasks("library"), Tasks("list")
        self.index = compose.index_of(self.library.phrases)
        self.library.on_change(lambda done: self.tasks.hand_over(lambda: self._follow(done)))
        self.pasteboard = fake_pasteboard()
        tools = LibraryTools(
            self.library, self.tasks.run, self.lists.run,
            lambda ids: {key: self.uses[key] for key in ids if key in self.uses}, compose.folded,
            lambda: compose.editor_tools(stores, compose.load_rules(), paths, self.lists.run, self.pasteboard), lambda: NOW,
            fake_tools(),
            Exports(stores, compose.load_rules(), paths, lambda: date(2026, 6, 8)).tools(self.lists.run),
            open_checks(stores, compose.load_rules(), paths).of_library, self.pasteboard,
        )  # fmt: skip
        self.packs = tools.packs
        self.window = LibraryWindow(tools, "light")
        self.window.resize(1240, 760)
        self.window.set_index(self.index)
        self.table, self.tree, self.search = self.window.panes.table, self.window.panes.tree, self.window.panes.search
        self.window.present()
        self.settle()

    def write_team(self, found) -> None:
        lines = []
        for phrase in found:
            variants = [{"text": v.text, "tone": v.tone} for v in phrase.variants]
            record = {"id": phrase.id, "code": phrase.code, "title": phrase.title, "variants": variants}
            record |= {"category": list(phrase.category), "tags": list(phrase.tags), "roles": list(phrase.roles)}
            lines.append(json.dumps(record, ensure_ascii=False))
        self.team.write_text("\n".join(lines), "utf-8")

    def _follow(self, done) -> None:
        before = {phrase.id: self.library.after(phrase.id) for phrase in done.put}
        self.index = self.index.changed(done.put, done.removed, before)
        self.window.set_index(self.index)

    def settle(self) -> None:
        """Until everything that was asked for has been answered and shown."""
        window = self.window
        for _ in range(3):
            for tasks in (self.tasks, self.lists):
                answered = []
                tasks.run(lambda: None, answered.append, answered.append)
                until(lambda answered=answered: answered)
            until(lambda: not (window.editing.busy or window.lister.seeker.pending or window.lister.follow.isActive()))
        QApplication.processEvents()

    def key(self, key, modifiers=Mod.NoModifier, into=None) -> None:
        QTest.keyClick(into or QApplication.focusWidget() or self.table, key, modifiers)
        self.settle()

    def type(self, text, into=None) -> None:
        for sign in text:  # QTest types ASCII only
            QApplication.sendEvent(into or QApplication.focusWidget(), QKeyEvent(QEvent.Type.KeyPress, 0, _NONE, sign))
        self.settle()

    def look_for(self, query) -> None:
        self.search.setText(query)
        self.settle()

    def listed(self) -> list[str]:
        return [match.phrase.id for match in self.table.phrases.matches]

    def stored(self) -> list[str]:
        return [phrase.id for phrase in self.library.phrases]

    def go(self, *path) -> None:
        assert self.tree.go_to(path)
        self.settle()

    def choose(self, first, last=None) -> None:
        self.table.move_to(first)
        self.table.setFocus()
        for _ in range(first, last if last is not None else first):
            QTest.keyClick(self.table, Key.Key_Down, Mod.ShiftModifier)
        self.settle()

    def sheet(self) -> Sheet:
        return [sheet for sheet in self.window.findChildren(Sheet) if sheet.isVisible()][-1]

    def answer(self) -> None:
        """Enter in the sheet in front."""
        QTest.keyClick(self.sheet(), Key.Key_Return)
        self.settle()
        self.back()

    def back(self) -> None:
        """A window system would give the keyboard back by itself."""
        if not any(sheet.isVisible() for sheet in self.window.findChildren(Sheet)):
            self.window.activateWindow()
            self.table.setFocus()
            self.settle()

    def said(self) -> str:
        return self.window.panes.foot.status.text()

    def close(self) -> None:
        self.window.hide()
        self.settle()
        self.window.deleteLater()
        self.tasks.close()
        self.lists.close()
        self.library.close()
