"""All wordings of a phrase: tabs, and the text of the one in front with what can be done to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from assistant.core.model import Variant
from assistant.core.review import Remark
from assistant.ui.controls import ActionButton
from assistant.ui.editor_tools import EditorTools
from assistant.ui.languages import Worded
from assistant.ui.select import HEIGHT
from assistant.ui.sheets import BLANK, Sheet, Sheets
from assistant.ui.template_edit import TemplateEdit
from assistant.ui.theme import Theme
from assistant.ui.wording_tabs import WordingTabs
from assistant.ui.wording_tools import WordingTools

Key = Qt.Key


class WordingsEditor(Worded, QWidget):
    """Ctrl+Tab goes to the next wording, Ctrl+T adds one, Ctrl+D copies it, Ctrl+E and Ctrl+J put something in."""

    edited = Signal()
    turned = Signal(int)  # another wording is in front

    def __init__(self, tools: EditorTools, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets = Sheets()
        self._remarks: Sequence[Remark] = ()
        self.tabs = WordingTabs(theme, self)
        self.add, self.more = ActionButton("", theme, self), ActionButton("⋯", theme, self)
        self.text = TemplateEdit(tools.completer, tools.pasteboard, theme, self)
        self.tools = WordingTools(theme, self)
        self.actions_of_one = [QAction(self) for _ in range(4)]
        self._arrange()
        self._connect()
        self.retranslate()
        self.turn_to(0)

    def retranslate(self) -> None:
        """Say everything anew."""
        self.add.setText(self.tr("＋ 说法"))
        self.add.setToolTip(self.tr("再写一种说法  Ctrl+T"))
        self.more.setAccessibleName(self.tr("这种说法"))
        self.more.setToolTip(self.tr("复制、移动、删除这种说法"))
        self.text.setAccessibleName(self.tr("话术内容"))
        self.text.setPlaceholderText(self.tr("写下要对买家说的话。输入 {{ 选字段，{% 选表情和条件。"))
        names = self.tr("复制一份\tCtrl+D"), self.tr("前移\tAlt+左"), self.tr("后移\tAlt+右"), self.tr("删除这种说法")
        for action, name in zip(self.actions_of_one, names, strict=True):
            action.setText(name)

    @property
    def current(self) -> int:
        """The number of the wording in front."""
        return self.tabs.currentIndex()

    def show_wordings(self, wordings: Sequence[Variant], *, again: bool = False) -> None:
        """Show these. ``again``: they are of the phrase that is shown, so what has not changed keeps its undo."""
        current = self.current if again else 0
        self._remarks = ()
        self.sheets.show(wordings, again=again)
        self.turn_to(min(current, len(self.sheets) - 1))

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Mark these; their wordings are numbers of tabs."""
        self._remarks = remarks
        self.tabs.show_wrong(frozenset(remark.wording for remark in remarks if remark.grave))
        self.text.show_remarks([remark for remark in remarks if remark.wording == self.current])

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether anything can be changed."""
        self.text.setReadOnly(read_only)
        self.tabs.setMovable(not read_only)
        self.tools.set_usable(usable=not read_only)
        for button in (self.add, self.more):
            button.setEnabled(not read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keys that change wordings, wherever the focus is within."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        key = Key(event.key())
        steps = {Key.Key_Tab: 1, Key.Key_Backtab: -1}
        buttons = {Key.Key_T: self.add, Key.Key_E: self.tools.faces, Key.Key_J: self.tools.fields}
        if key in steps:
            self.turn_to((self.current + steps[key]) % len(self.sheets))
        elif key in buttons:
            buttons[key].click()
        elif key == Key.Key_D and not self.text.isReadOnly():
            self.actions_of_one[0].trigger()
        else:
            return False
        return True

    def _add(self, variant: Variant, *, fresh: bool) -> None:
        self.sheets.insert(self.current + 1, Sheet.of(variant, fresh=fresh))
        self.turn_to(self.current + 1)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _add_blank(self) -> None:
        self._add(replace(BLANK, language=self.tools.language.value()), fresh=True)

    def _copy(self) -> None:
        self._add(self.sheets[self.current].variant, fresh=False)

    def _remove(self) -> None:
        number = self.current
        self.sheets.remove(number)
        self.turn_to(min(number, len(self.sheets) - 1))
        self.edited.emit()

    def _moved(self, before: int, after: int) -> None:
        self.sheets.move(before, after)
        self._name(self.tabs.currentIndex())
        self.edited.emit()

    def _settle_kind(self, tone: str, language: str) -> None:
        sheet = self.sheets[self.current]
        sheet.kind = replace(sheet.kind, tone=tone, language=language)
        self._name(self.current)
        self.edited.emit()

    def turn_to(self, number: int) -> None:
        """Bring the wording with that number to the front."""
        if not 0 <= number < len(self.sheets):
            return
        self._name(number)
        self.tools.show_kind(self.sheets[number].kind)
        self.text.show_document(self.sheets[number].document)
        self.text.show_remarks([remark for remark in self._remarks if remark.wording == number])
        self.turned.emit(number)

    def _name(self, current: int) -> None:
        self.tabs.show_wordings(self.sheets.all, current)
        for action in self.actions_of_one[1:]:
            action.setEnabled(len(self.sheets) > 1)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setPalette(self.palette())
        menu.addActions(self.actions_of_one)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self.turn_to)
        self.tabs.tabMoved.connect(self._moved)
        self.add.clicked.connect(self._add_blank)
        self.more.clicked.connect(self._open_menu)
        self.tools.kind_settled.connect(self._settle_kind)
        self.text.edited.connect(self.edited)
        does = (self._copy, lambda: self.tabs.shift(-1), lambda: self.tabs.shift(1), self._remove)
        for action, do in zip(self.actions_of_one, does, strict=True):
            action.triggered.connect(do)
        for widget in (self.tabs, self.text, self.tools.tone, self.tools.language):
            widget.installEventFilter(self)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.tabs, 1)
        for button in (self.add, self.more):
            button.setFixedHeight(HEIGHT)
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.text)
        column.addWidget(self.tools)
