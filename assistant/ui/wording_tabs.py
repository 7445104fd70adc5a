"""The wordings of a phrase as a row of tabs: by tone and language, equal ones numbered, moved by dragging."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from assistant.core.model import Variant
from assistant.ui import theme as themes
from assistant.ui.languages import Worded
from assistant.ui.terms import term
from assistant.ui.theme import Theme, Themed

HEIGHT = 30
_PAD = 26
_LANGUAGES = {"zh-CN": "", "zh-TW": "繁體", "en": "English"}
Key = Qt.Key


def names_of(wordings: Sequence[Variant], any_tone: str) -> list[str]:
    """What the tabs are called; ``any_tone`` stands for no tone."""

    def kind(variant: Variant) -> str:
        language = _LANGUAGES.get(variant.language, variant.language)
        return " ".join(filter(None, (term(variant.tone), language))) or any_tone

    kinds = [kind(variant) for variant in wordings]
    counted, seen = Counter(kinds), Counter[str]()
    names = []
    for name in kinds:
        seen[name] += 1
        names.append(f"{name} {seen[name]}" if counted[name] > 1 else name)
    return names


class WordingTabs(Worded, Themed, QTabBar):
    """``tabMoved`` tells of a tab that was dragged; Alt+Left and Alt+Right move the current one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wrong: frozenset[int] = frozenset()
        self._wordings: Sequence[Variant] = ()
        self.setFont(themes.font(13))
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(HEIGHT)
        self._apply()
        self.retranslate()

    def retranslate(self) -> None:
        """Say anew what it is."""
        self.setAccessibleName(self.tr("说法"))
        self.setToolTip(self.tr("Ctrl+Tab 换一种说法，Alt+左右 调整顺序"))
        self.show_wordings(self._wordings, self.currentIndex())

    @property
    def names(self) -> list[str]:
        """What the tabs are called."""
        return [self.tabText(place) for place in range(self.count())]

    def show_wordings(self, wordings: Sequence[Variant], current: int) -> None:
        """One tab for each, without a signal."""
        self._wordings = wordings
        with QSignalBlocker(self):
            while self.count() > len(wordings):
                self.removeTab(self.count() - 1)
            while self.count() < len(wordings):
                self.addTab("")
            for place, name in enumerate(names_of(wordings, self.tr("通用"))):
                self.setTabText(place, name)
            self.setCurrentIndex(current)
        self.update()

    def show_wrong(self, numbers: frozenset[int]) -> None:
        """Mark the tabs of wordings that do not work."""
        self._wrong = numbers
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        steps = {Key.Key_Left: -1, Key.Key_Right: 1}
        if event.key() in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift(steps[Key(event.key())])
        else:
            super().keyPressEvent(event)

    def shift(self, by: int) -> None:
        """Move the current tab."""
        place = self.currentIndex()
        if 0 <= place + by < self.count():
            self.moveTab(place, place + by)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802, D102
        return QSize(min(160, QFontMetrics(self.font()).horizontalAdvance(self.tabText(index)) + _PAD), HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802, D102
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(self.count()):
            self._paint_tab(painter, place)

    def _paint_tab(self, painter: QPainter, place: int) -> None:
        theme, box = self._theme, self.tabRect(place).adjusted(1, 1, -3, -1)
        current = place == self.currentIndex()
        if current:
            painter.setPen(theme.accent if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.picked)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setPen(theme.danger if place in self._wrong else theme.accent_text if current else theme.muted)
        words = QFontMetrics(self.font()).elidedText(self.tabText(place), Qt.TextElideMode.ElideRight, box.width() - 12)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _apply(self) -> None:
        self.setPalette(themes.palette(self._theme))
        arrows: Iterable[QToolButton] = self.findChildren(QToolButton)
        for arrow in arrows:  # flat, over the tabs that they scroll
            arrow.setAutoRaise(True)
            arrow.setAutoFillBackground(True)
            arrow.setBackgroundRole(QPalette.ColorRole.Window)
            arrow.setPalette(themes.palette(self._theme))
        self.update()
