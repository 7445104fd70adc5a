"""Copies and pastes in our own windows while a thread of this very process answers for the clipboard.

A reply is lent to everybody meanwhile. Tells line by line what came of it; who waits for itself tells nothing, or "".
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget

from assistant.core.ports import Clipboard
from assistant.desktop import open_desktop
from assistant.storage.table_store import TableStore
from assistant.ui import theme as themes
from assistant.ui.date_field import DateField
from assistant.ui.inputs import Number
from assistant.ui.library_panes import SearchLine
from assistant.ui.paper import Paper
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.tables_access import TablesTools
from assistant.ui.tables_window import TablesWindow
from assistant.ui.tasks import Tasks

BEFORE, REPLY = "先前的", "回复"
TABLE = {"name": "尺码", "columns": [{"name": "身高", "kind": "range"}, {"name": "码"}], "rows": [["150-159", "S"]]}
_STEP = 5  # ms
_LIMIT = 30_000  # ms until what did not come is told as it is


def until(condition: Callable[[], object]) -> None:
    """Let Qt work by itself until then."""
    loop, watch, end = QEventLoop(), QTimer(interval=_STEP), QTimer(interval=_LIMIT, singleShot=True)
    watch.timeout.connect(lambda: loop.quit() if condition() else None)
    end.timeout.connect(loop.quit)
    watch.start()
    end.start()
    if not condition():
        loop.exec()


def press(widget: QObject, key: Qt.Key) -> None:
    """As Qt's loop brings it: no Python on the way but what the widget has of its own."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier)
    QCoreApplication.postEvent(widget, event)


def tell(*words: object) -> None:
    print(*words, flush=True)


def fields(pasteboard: Pasteboard, box: QWidget) -> tuple[Paper, list[QLineEdit]]:
    theme, listed = themes.light(), QListWidget(box)
    paper = Paper(pasteboard, theme, box)
    lines: list[QLineEdit] = [Number("天", theme, box), SearchLine(theme, listed, box), DateField(theme, box)]
    column = QVBoxLayout(box)
    for part in (listed, paper, *lines):
        column.addWidget(part)
    box.show()
    return paper, lines


def paste(clipboard: Clipboard, pasteboard: Pasteboard) -> None:
    box = QWidget()
    paper, lines = fields(pasteboard, box)
    for line in lines:
        clipboard.put(BEFORE)
        loan = clipboard.lend(REPLY, None, 500)
        press(line, Qt.Key.Key_V)
        until(line.text)
        tell(type(line).__name__, line.text())
        loan.give_back()
    clipboard.put(BEFORE)
    loan = clipboard.lend(REPLY, None, 500)
    press(paper, Qt.Key.Key_V)
    until(paper.source)
    tell("Paper", paper.source())
    loan.give_back()
    box.hide()


def tables(clipboard: Clipboard, pasteboard: Pasteboard, folder: Path) -> None:
    (folder / "starter.json").write_text(json.dumps([TABLE]), "utf-8")
    tasks = Tasks("tables")
    store = TableStore(folder / "tables.json", folder / "starter.json")
    window = TablesWindow(TablesTools(store, tasks.run, tasks.run, pasteboard), "light")
    window.present()
    until(lambda: window.editing.current)
    clipboard.put(BEFORE)
    loan = clipboard.lend(REPLY, None, 500)
    window.panes.grid.go(0, 1)
    window.actions_of["paste"].trigger()
    until(lambda: window.editing.current.rows[0][1] == BEFORE)
    tell("pasted", window.editing.current.rows[0][1])
    window.panes.grid.go(0, 0)
    window.actions_of["copy"].trigger()
    until(lambda: clipboard.text(500) == "150-159")
    tell("copied", clipboard.text(500))
    loan.give_back()
    tell("kept", clipboard.text(500))
    window.close()
    tasks.close()


def main(folder: str) -> None:
    app = QApplication([])
    desktop = open_desktop(os.environ)
    asking = Tasks("clipboard")
    pasteboard = Pasteboard(desktop.clipboard, asking.run)
    paste(desktop.clipboard, pasteboard)
    tables(desktop.clipboard, pasteboard, Path(folder))
    asking.close()
    desktop.close()
    app.quit()


if __name__ == "__main__":
    main(sys.argv[1])
