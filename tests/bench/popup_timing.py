"""How long the popup takes, beside a bare window with a line edit: ``python tests/bench/popup_timing.py`` on a screen.

Prints milliseconds, median and worst: from the call that opens the popup to its first paint, from a key to the list on the
screen, and the longest time that the GUI thread was busy with one key. Not a test: figures depend on the machine.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

sys.path.insert(0, str(Path(__file__).parents[2]))

from assistant.compose import index_of
from assistant.ui.popup import HEIGHT, WIDTH, Popup
from tests.ui.phrase_samples import phrases

ROUNDS = 40
QUERIES = ("wl", "th3", "发货", "退", "亲", "dz12", "收货地址", "客服 您", "五星", "zzz")


class Bare(QWidget):
    """The floor: the least window that can be typed into."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self.line = QLineEdit(self)
        box = QVBoxLayout(self)
        box.addWidget(self.line)
        box.addStretch()
        self.setFixedSize(WIDTH, HEIGHT)
        self.winId()


class PaintWatch(QObject):
    """Counts the paints of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() is QEvent.Type.Paint
        return False


def settle(app: QApplication, seconds: float = 0.05) -> None:
    end = perf_counter() + seconds
    while perf_counter() < end:
        app.processEvents()


def until_painted(app: QApplication, watch: PaintWatch, before: int) -> tuple[float, float]:
    """Seconds until the first paint after ``before`` is done, and the longest step on the way."""
    start, longest = perf_counter(), 0.0
    while watch.count == before:
        step = perf_counter()
        app.processEvents()
        longest = max(longest, perf_counter() - step)
    return perf_counter() - start, longest


def opening(app: QApplication, widget: QWidget, watch: PaintWatch, pause: float = 0.35) -> tuple[list[float], int]:
    """Milliseconds from the call to the paint, and how often it was painted in one opening at most.

    ``pause`` is the time between two openings; the popup rests a quarter of a second after it was hidden.
    """
    times, paints = [], 0
    for _ in range(ROUNDS):
        before, start = watch.count, perf_counter()
        if isinstance(widget, Popup):
            widget.open_by(QRect(80, 60, 1, 1))
        else:
            widget.move(80, 60)
            widget.show()
            widget.activateWindow()
        until_painted(app, watch, before)
        times.append((perf_counter() - start) * 1000)
        settle(app)
        paints = max(paints, watch.count - before)
        widget.hide()
        settle(app, pause)
    return times, paints


def press(app: QApplication, line: QLineEdit, watch: PaintWatch, key: int, text: str) -> tuple[float, float]:
    """Milliseconds from a key to the repainted widget, and the longest step."""
    before, start = watch.count, perf_counter()
    app.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))
    handled = perf_counter() - start
    _, longest = until_painted(app, watch, before)
    total = perf_counter() - start
    for _ in range(20):
        step = perf_counter()
        app.processEvents()
        longest = max(longest, perf_counter() - step)
    return total * 1000, max(handled, longest) * 1000


def typing(app: QApplication, line: QLineEdit, watch: PaintWatch) -> tuple[list[float], list[float]]:
    times, busy = [], []
    for query in QUERIES * 3:
        for key, text in [(0, sign) for sign in query] + [(int(Qt.Key.Key_Backspace), "")] * len(query):
            total, longest = press(app, line, watch, key, text)
            times.append(total)
            busy.append(longest)
    return times, busy


def show(name: str, times: list[float], floor: list[float] | None = None) -> None:
    ratio = f"   {median(times) / median(floor):5.2f} × bare" if floor else ""
    print(f"{name:34} {median(times):7.2f} ms median {max(times):7.2f} ms worst{ratio}")


def main() -> None:
    app = QApplication(["xiaoer"])
    app.setApplicationName("xiaoer")
    app.setStyle("Fusion")
    start = perf_counter()
    popup = Popup(lambda op, success, failure: success(op()), "light")
    built = perf_counter()
    popup.set_index(index_of(phrases(2000)))
    filled = perf_counter()
    settle(app, 1.0)
    bare = Bare()
    settle(app, 0.2)
    floor, _ = opening(app, bare, PaintWatch(bare.line))
    watch = PaintWatch(popup.findChild(QWidget, "phrases").viewport())
    opened, paints = opening(app, popup, watch)
    print(f"build {1000 * (built - start):.1f} ms, take 2000 phrases {1000 * (filled - built):.1f} ms")
    show("bare: open to first paint", floor)
    show("popup: open to first paint", opened, floor)
    show("popup: opened again at once", opening(app, popup, watch, pause=0.0)[0], floor)
    print(f"{'paints of the list in one opening':34} {paints:7}")
    bare.show()
    settle(app, 0.2)
    floor, _ = typing(app, bare.line, PaintWatch(bare.line))
    bare.hide()
    popup.open_by(QRect(80, 60, 1, 1))
    settle(app, 0.2)
    times, busy = typing(app, popup.findChild(QLineEdit, "query"), watch)
    show("bare: key to repaint", floor)
    show("popup: key to list repainted", times, floor)
    show("popup: longest busy at a key", busy)


if __name__ == "__main__":
    main()
