"""Sentences that come up in the lower right of the screen and go by themselves.

A toast never takes the keyboard: it may come while a reply is being pasted into another program.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCursor,
    QEnterEvent,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLabel, QWidget

from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton
from assistant.ui.paragraph import Paragraph
from assistant.ui.theme import Theme

_WIDTH = 360
_PAD_X, _PAD_Y = 18, 14
_LEFT = 29  # of the words: beside the coloured bar
_BETWEEN, _MARGIN = 8, 16
_ANSWERS = 42  # that buttons take below the words
_MOST = 4  # on the screen at once; the oldest goes

Answer = tuple[str, Callable[[], None]]
"""The words of a button, and what it does."""


class _Bubble(QLabel):
    """One sentence in a window of its own. It stays while the pointer rests on it."""

    gone = Signal(QObject)

    def __init__(self, sentence: str, theme: Theme, answers: Sequence[Answer] = ()) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.sentence = sentence
        self.buttons: list[ActionButton] = []
        self.set_theme(theme)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(lambda: self.gone.emit(self))
        for attribute in (
            Qt.WidgetAttribute.WA_ShowWithoutActivating,
            Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow,
        ):
            self.setAttribute(attribute)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(sentence)
        self.setFont(themes.font(13))
        self.setWindowTitle(self.tr("小二快答的消息"))
        self.setAccessibleName(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = Paragraph(sentence, self.font(), _WIDTH - _LEFT - _PAD_X)
        self.buttons = [self._button(*answer) for answer in answers]
        self.setFixedSize(_WIDTH, self._words.size.height() + 2 * _PAD_Y + (_ANSWERS if answers else 0))
        self._line_up()
        self.setMask(themes.rounded(self.rect()))

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self.theme = theme
        ground = themes.palette(theme)
        ground.setColor(QPalette.ColorRole.Window, theme.edge)  # seen at the corners of the mask
        self.setPalette(ground)
        for button in self.buttons:
            button.theme = theme

    def _button(self, words: str, answered: Callable[[], None]) -> ActionButton:
        button = ActionButton(words, self.theme, self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.gone.emit(self))
        button.clicked.connect(lambda: answered())  # noqa: PLW0108 (not the state of the button)
        return button

    def _line_up(self) -> None:
        right = self.width() - _PAD_X
        for button in reversed(self.buttons):
            button.resize(button.sizeHint())
            button.move(right - button.width(), self.height() - _PAD_Y - button.height())
            right -= button.width() + _BETWEEN

    def stay(self, seconds: float) -> None:
        """Go after that many seconds from now."""
        self._timer.start(round(seconds * 1000))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self._timer.setInterval(max(self._timer.remainingTime(), 2000))
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._timer.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.gone.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme, box = self.theme, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.edge)
        painter.setBrush(theme.window)
        painter.drawRoundedRect(box, themes.RADIUS, themes.RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(QRectF(12, 13, 4, self.height() - 26), 2, 2)
        self._words.draw(painter, _LEFT, _PAD_Y, theme.text)


class Toast(QObject):
    """Shows sentences, the newest lowest, on the screen with the pointer."""

    def __init__(self, theme: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = theme
        self._shown: list[_Bubble] = []

    def set_theme(self, choice: str) -> None:
        """Use ``light``, ``dark``, or ``system`` from now on."""
        self._choice = choice
        for bubble in self._shown:
            bubble.set_theme(themes.current(choice))

    def say(self, sentence: str, seconds: float = 5, answers: Sequence[Answer] = ()) -> None:
        """Show ``sentence`` for that long. What stands there already stays longer instead of coming twice.

        ``answers`` are buttons, for the mouse: whoever asks like this has a window that asks the same for the keyboard.
        """
        for bubble in self._shown:
            if bubble.sentence == sentence:
                bubble.stay(seconds)
                return
        while len(self._shown) >= _MOST:
            self._drop(self._shown[0])
        bubble = _Bubble(sentence, themes.current(self._choice), answers)
        bubble.gone.connect(self._gone)
        self._shown.append(bubble)
        self._place()
        bubble.show()
        bubble.stay(seconds)
        QAccessible.updateAccessibility(QAccessibleEvent(bubble, QAccessible.Event.Alert))

    def take_back(self, sentence: str) -> None:
        """It need not be said any more."""
        for bubble in list(self._shown):
            if bubble.sentence == sentence:
                self._gone(bubble)

    def clear(self) -> None:
        """Take all of them away."""
        for bubble in list(self._shown):
            self._drop(bubble)

    def _gone(self, bubble: QWidget) -> None:
        if isinstance(bubble, _Bubble) and bubble in self._shown:
            self._drop(bubble)
            self._place()

    def _drop(self, bubble: _Bubble) -> None:
        self._shown.remove(bubble)
        bubble.hide()
        bubble.deleteLater()

    def _place(self) -> None:
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        bottom = room.bottom() + 1 - _MARGIN
        for bubble in reversed(self._shown):
            bubble.move(QPoint(room.right() + 1 - _MARGIN - bubble.width(), bottom - bubble.height()))
            bottom -= bubble.height() + _BETWEEN
