"""Search line, tree, list and preview working together: every key and click on them ends here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from assistant.core.model import Phrase
from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.popup_header import SearchLine
from assistant.ui.popup_keys import Act, HeldKeys, Meaning, Pick, Typed, meaning, types_text
from assistant.ui.popup_model import Finder
from assistant.ui.popup_panes import CategoryTree, PhraseList
from assistant.ui.popup_queue import Queue
from assistant.ui.preview_pane import Preview, PreviewPane
from assistant.ui.seeker import Background
from assistant.ui.theme import Theme

_MOVES = frozenset([Act.UP, Act.DOWN, Act.PAGE_UP, Act.PAGE_DOWN, Act.FIRST, Act.LAST])
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_ACTIVATION = (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate)
TREE_WIDTH = 170
_PAD = 4


def raw(phrase: Phrase) -> Preview:
    """The preview when nobody can fill templates: the first wording as it stands."""
    return Preview(phrase.text)


def _padded(pane: QWidget, parent: QWidget) -> QWidget:
    """The pane with a little of its own ground above and below."""
    ground = QWidget(parent)
    ground.setAutoFillBackground(True)
    box = QVBoxLayout(ground)
    box.setContentsMargins(0, _PAD, 0, _PAD)
    box.addWidget(pane)
    return ground


class Browser(QWidget):
    """Tree and list side by side, driven from the search line, followed by the preview.

    What was asked for by a key waits for the list of all that was typed before it. The preview follows when the list
    is on the screen.
    """

    chosen = Signal(str, bool)
    copy_asked = Signal(str)
    pin_asked = Signal(str)
    searched = Signal(str, bool)
    dismissed = Signal()
    role_skipped = Signal()
    order_stepped = Signal(int)
    order_refused = Signal()
    teach_asked = Signal()
    listed = Signal()
    used = Signal()

    def __init__(
        self, theme: Theme, background: Background, line: SearchLine, preview: PreviewPane, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.held = HeldKeys()
        self.plain_digits = False
        self.finder = Finder(background, self)
        self._queue = Queue(self._listed, self._perform)
        self.tree, self.list = CategoryTree(theme, self), PhraseList(theme, self)
        self.fill: Callable[[Phrase], Preview] = raw
        self._line, self._preview = line, preview
        self._wishes: dict[Meaning, Callable[[], object]] = {
            Act.CLOSE: self.dismissed.emit,
            Act.NEXT_ROLE: self.role_skipped.emit,
            Act.PIN: self._pin,
            Act.NEXT_ORDER: lambda: self.order_stepped.emit(1),
            Act.PREVIOUS_ORDER: lambda: self.order_stepped.emit(-1),
            Act.NO_ORDER: self.order_refused.emit,
            Act.TEACH: self.teach_asked.emit,
        }
        self._panes: tuple[QWidget, ...] = (line, self.tree, self.list, preview.message)
        self._soon = QTimer(self, singleShot=True, interval=0)  # keys that wait are taken in before the search
        self._later = QTimer(self, singleShot=True, interval=0)
        self._bars = ThinBar(theme, self.tree), ThinBar(theme, self.list)
        self.tree.setVerticalScrollBar(self._bars[0])
        self.list.setVerticalScrollBar(self._bars[1])
        self.tree.setFixedWidth(TREE_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        self._grounds = _padded(self.tree, self), _padded(self.list, self)
        row.addWidget(self._grounds[0])
        row.addWidget(self._grounds[1], 1)
        self._connect()
        self.set_theme(theme)

    def _connect(self) -> None:
        for pane in self._panes:
            pane.installEventFilter(self)
        self._line.textChanged.connect(lambda _text: self._soon.start())
        self._soon.timeout.connect(self._narrow)
        self.finder.changed.connect(self._show_matches)
        self.finder.library_changed.connect(self._show_tree)
        self.tree.filtered.connect(self._narrow)
        self.list.moved.connect(self._later.start)
        self.list.accepted.connect(lambda: self._queue.hand(Act.PASTE))
        self._later.timeout.connect(self.show_preview)
        self._preview.paste.connect(lambda: self._queue.hand(Act.PASTE))
        self._preview.send.connect(lambda: self._queue.hand(Act.SEND))
        self._preview.copy.connect(self._copy)
        self._preview.order.stepped.connect(self.order_stepped)
        self._preview.order.refused.connect(self.order_refused)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        colours = themes.palette(theme)
        self._grounds[1].setPalette(colours)
        colours.setColor(QPalette.ColorRole.Base, theme.side)
        colours.setColor(QPalette.ColorRole.Window, theme.side)
        self._grounds[0].setPalette(colours)
        self.tree.set_theme(theme)
        self.list.set_theme(theme)
        for bar in self._bars:
            bar.theme = theme

    def set_role(self, role: str) -> None:
        """Show only what that role says; an empty one shows all."""
        if role != self.finder.role:
            self.finder.role = role
            self._show_tree()
            self._narrow(anew=True)

    def rest(self) -> None:
        """Back to how the popup opens: no query, no filter, the best phrase first. Shows no buyer's facts."""
        self._soon.stop()
        self._later.stop()
        self._queue.forget()
        with QSignalBlocker(self._line):
            self._line.start_anew()
        self.tree.select_all()
        self._narrow(anew=True)
        self._later.stop()
        self._preview.forget()
        match = self.list.match()
        self._preview.set_usable(usable=match is not None)
        if match:
            self._preview.show_phrase(match.phrase)
        self.enter()

    def enter(self) -> None:
        """Put the cursor into the search line."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Bring the preview up to date as soon as nothing else is waiting."""
        self._later.start()

    def show_preview(self) -> None:
        """Bring the preview up to date now."""
        self._later.stop()
        match = self.list.match()
        self._preview.set_usable(usable=match is not None)
        if match is None:
            self._preview.forget()
            return
        self._preview.show_phrase(match.phrase)
        self._preview.show_preview(self.fill(match.phrase))

    def next_pane(self, *, forward: bool) -> None:
        """Move the focus from pane to pane, round and round."""
        here = next((place for place, pane in enumerate(self._panes) if pane.hasFocus()), 0)
        pane = self._panes[(here + (1 if forward else -1)) % len(self._panes)]
        pane.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() in _ACTIVATION and watched in (self.tree, self.list):
            return True  # they would repaint themselves, with nothing different
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        self.held.see(event)
        if event.type() is QEvent.Type.KeyRelease or (watched is self._line and self._line.composing):
            return False
        self.used.emit()
        asked = meaning(event, held=self.held.held, plain=self.plain_digits)
        if asked is None:
            return self._pass_on(watched, event)
        if watched is not self._line and watched is not self.list and asked in _MOVES:
            return False
        return self._queue.hand(asked)

    def _listed(self) -> bool:
        if self._soon.isActive():
            self._soon.stop()
            self._narrow()
        return not self.finder.pending

    def _perform(self, asked: Meaning) -> bool:
        """Do it, on the list as it is; False leaves the key to the widget that has the focus."""
        if isinstance(asked, Typed):
            self.enter()
            self._line.insert(asked.text)
        elif isinstance(asked, Pick):
            self._choose(asked.row, send=False)
        elif asked in (Act.PASTE, Act.SEND):
            self._choose(-1, send=asked is Act.SEND)
        elif asked is Act.COPY:
            return self._copy()
        elif asked in self._wishes:
            self._wishes[asked]()
        elif asked in (Act.NEXT_PANE, Act.PREVIOUS_PANE):
            self.next_pane(forward=asked is Act.NEXT_PANE)
        else:
            self._move(asked)
        return True

    def _move(self, asked: Meaning) -> None:
        row, page = self.list.currentIndex().row(), self.list.page()
        rows = len(self.list.phrases.matches)
        targets = {
            Act.UP: row - 1, Act.DOWN: row + 1, Act.PAGE_UP: row - page, Act.PAGE_DOWN: row + page,
            Act.FIRST: 0, Act.LAST: rows - 1,
        }  # fmt: skip
        if asked in targets:
            self.list.move_to(targets[asked])

    def _pass_on(self, watched: QObject, event: QKeyEvent) -> bool:
        """What is typed anywhere goes to the search line, after what waits."""
        if not types_text(event):
            return False
        if self._queue:
            return self._queue.hand(Typed(event.text()))
        if watched is self._line:
            return False
        self.enter()
        QApplication.sendEvent(self._line, event)
        return True

    def _choose(self, row: int, *, send: bool) -> None:
        if match := self.list.match(row):
            self.chosen.emit(match.phrase.id, send)

    def _copy(self) -> bool:
        message = self._preview.message
        if self._line.hasSelectedText() or (message.hasFocus() and message.selected()):
            return False
        if match := self.list.match():
            self.copy_asked.emit(match.phrase.id)
        return True

    def _pin(self) -> None:
        if match := self.list.match():
            self.pin_asked.emit(match.phrase.id)

    def _narrow(self, *, anew: bool = False) -> None:
        finder, query, category = self.finder, self._line.text(), self.tree.category()
        if anew or (query, category) != (finder.query, finder.category):
            finder.query, finder.category = query, category
            finder.find()
        else:
            self._queue.catch_up()

    def _show_tree(self) -> None:
        self.tree.show_categories(self.finder.categories())

    def _show_matches(self) -> None:
        finder = self.finder
        if not finder.matches:
            self.list.empty = finder.why_empty()
        self.searched.emit(finder.query, bool(finder.matches or finder.elsewhere()))
        self.list.show_matches(finder.matches)
        self._later.start()
        self.listed.emit()
        self._queue.catch_up()
