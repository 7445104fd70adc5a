"""Writing a phrase: its wordings with everything that helps to get them right, and what is known about it.

What is written is told as a whole new phrase when typing has paused, when the focus leaves, or when somebody asks;
each is a step of the library's undo. The undo while writing is that of the text.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from assistant.core.model import Phrase
from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.editor_tools import EditorTools
from assistant.ui.emoticon_picker import EmoticonPicker
from assistant.ui.inputs import Ink
from assistant.ui.languages import Worded
from assistant.ui.paper import given_files
from assistant.ui.phrase_editor_head import EditorHead
from assistant.ui.phrase_editor_page import EditorPage
from assistant.ui.theme import Theme
from assistant.ui.window import colour

PAUSE_MS = 800  # without a key, after which what is written is told
_CHECK_MS = 150  # without a key, after which it is read and shown filled
Key = Qt.Key


class PhraseEditor(Worded, QWidget):
    """``edited`` carries the new phrase; ``asked_close`` comes with Esc and the button at the top."""

    edited = Signal(object)
    asked_close = Signal()

    def __init__(self, tools: EditorTools, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._theme = theme
        self._base: Phrase | None = None
        self._told: Phrase | None = None  # what was emitted last, as it comes back from the library in a moment
        self._read_only = self._new = self._warned = False
        self.head = EditorHead(theme, self)
        self.page = EditorPage(tools, theme)
        self.picker = EmoticonPicker(tools.faces, tools.completer.naming, theme, self)
        self._scroll = QScrollArea(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._checking = QTimer(self, singleShot=True, interval=_CHECK_MS)
        self.setAcceptDrops(True)
        self._arrange()
        self._connect()
        self.set_theme(theme)
        self.show_phrase(None)

    def retranslate(self) -> None:
        """Say everything anew."""
        self.head.show_state(new=self._new, read_only=self._read_only)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        colour(self, theme)
        self.page.preview.set_theme(theme)

    def show_phrase(self, phrase: Phrase | None, *, new: bool = False, read_only: bool = False) -> None:
        """Show this one. What comes back as it was told, or as it was shown, leaves cursor, undo and typing alone."""
        again = bool(phrase and self._base and phrase.id == self._base.id)
        lost = "" if again or self._warned else self._part()
        same = again and any(_alike(phrase, known) for known in (self._told, self.current(), self._base))
        self._base, self._new, self._read_only = phrase, new, read_only or phrase is None
        self.page.setVisible(phrase is not None)
        self.head.show_state(new=new, read_only=read_only)
        self.page.set_read_only(read_only=self._read_only)
        if phrase and not same:
            self._told = None
            self._fill(phrase, again=again)
        if lost:
            self.head.say(self.tr("刚才的修改没有保存：{why}").format(why=lost), Ink.DANGER)
        if phrase and new and not again:
            self.page.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> Phrase | None:
        """The phrase as it is written now; what was not touched is to the letter what was shown."""
        if self._base is None:
            return None
        return self.page.into(self._base)

    def commit(self) -> None:
        """Tell at once what was written, if it differs and is fit; if it is not fit, say why."""
        self._pause.stop()
        phrase = self.current()
        if phrase is None or self._read_only or _alike(phrase, self._told or self._base):
            self.head.say("")
            return
        if lacking := self.page.lacking(phrase):
            self.head.say(lacking, Ink.DANGER)
            return
        self._told = phrase
        self.page.wordings.sheets.take_over()
        self.head.say(self.tr("已保存"), Ink.GOOD)
        self.edited.emit(phrase)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Key.Key_Escape:
            self._leave()
        elif control and event.key() == Key.Key_S:
            self.commit()
        elif control and event.key() == Key.Key_Period:
            self.page.mend_next()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self.page.fit(self.width())
        self.picker.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802, D102
        if not self._read_only and given_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802, D102
        self.page.files.take(given_files(event.mimeData()))
        event.acceptProposedAction()

    def _fill(self, phrase: Phrase, *, again: bool) -> None:
        self._warned = False
        self.head.say("")
        if not again:
            self.page.preview.clear()
        self.page.show_phrase(phrase, again=again)
        self._pause.stop()
        self._check()
        if not again:
            self._scroll.verticalScrollBar().setValue(0)

    def _changed(self) -> None:
        if self._base is None:
            return
        self._warned = False
        self._pause.start()
        self._checking.start()

    def _check(self) -> None:
        """Read what is written, and show it filled."""
        self._checking.stop()
        if phrase := self.current():
            self.page.show_remarks(self._tools.check(phrase))
            self.page.show_clash(self._tools.known.code_taken(phrase.code, phrase.id))
            self._render()

    def _render(self) -> None:
        phrase = self.current()
        if phrase is None:
            return
        preview, wordings = self.page.preview, self.page.wordings
        seen = replace(phrase, variants=tuple(wordings.sheets.all))
        way = preview.order.value(), preview.program.value()
        preview.show_rendered(self._tools.preview.render(seen, wordings.current, *way))

    def _part(self) -> str:
        """Tell what was written; why it cannot be kept, "" when it can or nothing was written."""
        self.commit()
        return self.page.unkept(self._base) if self._base and not self._read_only else ""

    def _leave(self) -> None:
        """Close; that something would be lost is said once."""
        lacking = self._part()
        if lacking and not self._warned:
            self._warned = True
            self.head.say(self.tr("{why}再按一次 Esc 就放弃修改。").format(why=lacking), Ink.DANGER)
        else:
            self._base = self._base if not lacking else None  # what was given up is not told when the focus leaves
            self.asked_close.emit()

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and self.isAncestorOf(old) and not (new is not None and self.isAncestorOf(new)):
            self.commit()

    def _open_picker(self) -> None:
        button = self.page.wordings.tools.faces
        self.picker.open_at(QRect(button.mapTo(self, button.rect().topLeft()), button.size()))

    def _connect(self) -> None:
        page, tools = self.page, self.page.wordings.tools
        page.edited.connect(self._changed)
        page.preview.asked.connect(self._render)
        page.wordings.turned.connect(lambda _: self._render())
        self._pause.timeout.connect(self.commit)
        self._checking.timeout.connect(self._check)
        self.head.leave.clicked.connect(self._leave)
        tools.faces.clicked.connect(self._open_picker)
        tools.fields.clicked.connect(page.insert_field)
        self.picker.picked.connect(lambda name: page.wordings.text.insert(f"{{% emo {name} %}}"))
        self.picker.left.connect(lambda: page.wordings.text.setFocus(Qt.FocusReason.OtherFocusReason))
        if application := QApplication.instance():
            application.focusChanged.connect(self._focus_changed)  # type: ignore[attr-defined]

    def _arrange(self) -> None:
        scroll = self._scroll
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.page)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBar(ThinBar(self._theme, scroll))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(scroll, 1)
        self.setFont(themes.font(13))
        self.setAutoFillBackground(True)


def _alike(phrase: Phrase | None, other: Phrase | None) -> bool:
    """Whether both say the same; the library sees to the layer, the origin and what it carries along."""
    if phrase is None or other is None:
        return False
    return replace(phrase, layer=other.layer, origin=other.origin, extra=other.extra) == other
