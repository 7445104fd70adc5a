"""A notice when what a personal phrase was copied from has changed, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

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

_CALM = 150  # ms on a phrase before its origin is looked at


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
