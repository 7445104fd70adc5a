"""The right side of the library: the chosen phrase, and a notice when what it was copied from has changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistant.core import layers
from assistant.core.edits import Edit, Follow, Put
from assistant.core.model import Phrase
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton
from assistant.ui.inputs import Ink, Note
from assistant.ui.languages import Worded
from assistant.ui.library_editing import Editing
from assistant.ui.past_sheets import OriginSheet
from assistant.ui.theme import Theme, Themed
from assistant.ui.wordings_view import WordingsView

_CALM = 150  # ms on a phrase before its origin is looked at


class Details(Worded, Themed, QWidget):
    """The chosen phrase with all its wordings, to be looked at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._phrase: Phrase | None = None
        self.title = Note("", theme, self, ink=Ink.TEXT)
        self.title.setFont(themes.bold(16))
        self.facts = Note("", theme, self)
        self.note = Note("", theme, self)
        self.wordings = WordingsView(theme, self)
        self.copy = ActionButton("", theme, self, primary=True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(5)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.note)
        column.addSpacing(6)
        column.addWidget(self.wordings, 1)
        column.addSpacing(6)
        column.addLayout(row)
        self.setAutoFillBackground(True)
        self.setMinimumWidth(260)
        self.setFocusProxy(self.wordings)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.copy.setText(self.tr("复制"))
        self.copy.setToolTip(self.tr("填好店铺信息后复制到剪贴板（Ctrl+Enter）"))
        self.copy.updateGeometry()
        self.show_phrase(self._phrase)

    def _apply(self) -> None:
        ground = themes.palette(self._theme)
        ground.setColor(QPalette.ColorRole.Window, self._theme.side)
        self.setPalette(ground)

    def show_phrase(self, phrase: Phrase | None) -> None:
        """Show everything about it."""
        self._phrase = phrase
        self.copy.setEnabled(phrase is not None)
        self.wordings.show_phrase(phrase)
        self.title.setText(phrase.title if phrase else "")
        facts = (phrase.code, " › ".join(phrase.category), "、".join(phrase.roles)) if phrase else ()
        self.facts.setText(" · ".join(filter(None, facts)))
        self.note.say(self.tr("备注：{note}").format(note=phrase.note) if phrase and phrase.note else "", Ink.MUTED)


class OriginBar(Worded, Themed, QWidget):
    """Says that the origin of a personal copy has changed; hidden otherwise."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = Note("", theme, self)
        self.look = ActionButton("", theme, self)
        self.look.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self.look)
        self.retranslate()
        self._apply()
        self.hide()

    def retranslate(self) -> None:
        """Say everything anew."""
        self._words.setText(self.tr("这条话术的原话有更新。"))
        self.look.setText(self.tr("查看"))

    def _apply(self) -> None:
        own = themes.palette(self._theme)
        own.setColor(QPalette.ColorRole.WindowText, self._theme.gap_text)
        self._words.setPalette(own)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.gap)
        painter.setPen(self._theme.gap_edge)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


class Origins(QObject):
    """Looks whether the origin of the phrase that is shown has changed, and settles it."""

    def __init__(self, editing: Editing, bar: OriginBar, window: QWidget) -> None:
        super().__init__(window)
        self._editing = editing
        self._bar = bar
        self._window = window
        self._mine: Phrase | None = None
        self._origin: Phrase | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._look)
        bar.asked.connect(self._show)

    def watch(self, phrase: Phrase | None) -> None:
        """This one is shown now."""
        if phrase != self._mine:
            self._mine, self._origin = phrase, None
            self._bar.hide()
        if phrase and phrase.origin:
            self._calm.start()

    def _look(self) -> None:
        mine = self._mine
        if mine and mine.origin:
            access, key = self._editing.access, mine.origin.id
            self._editing.tools.run(lambda: access.lower(key), lambda lower: self._known(mine, lower), lambda _: None)

    def _known(self, mine: Phrase, origin: Phrase | None) -> None:
        if mine is self._mine and origin and layers.differs(mine, origin):
            self._origin = origin
            self._bar.show()

    def _show(self) -> None:
        mine, origin = self._mine, self._origin
        if mine is None or origin is None:
            return
        sheet = OriginSheet(mine, origin, self._bar.theme, self._window)
        title = mine.title
        follows = mine.id == origin.id
        following: Edit = Follow(mine.id) if follows else Put(layers.follow(mine, origin))
        follow, keep = self.tr("“{title}”用原话"), self.tr("“{title}”保留我的写法")
        sheet.followed.connect(lambda: self._editing.do(lambda: [following], follow.format(title=title)))
        sheet.kept.connect(lambda: self._editing.do(lambda: [Put(layers.keep(mine, origin))], keep.format(title=title)))
        sheet.merge_asked.connect(lambda: self._merge(mine, origin))
        sheet.open()

    def _merge(self, mine: Phrase, origin: Phrase) -> None:
        access, clashes = self._editing.access, [0]

        def edits() -> list[Put]:
            merged = layers.merge(access.base(mine), mine, origin)
            clashes[0] = len(merged.clashes)
            return [Put(merged.phrase)]

        def then(_: object) -> None:
            if clashes[0]:
                told = self.tr("已合并；有 {count} 处两边都改了，保留了您的写法。").format(count=clashes[0])
                self._editing.said.emit(told, Ink.MUTED)

        self._editing.do(edits, self.tr("“{title}”合并原话的修改").format(title=mine.title), then)
