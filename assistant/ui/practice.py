"""A chat to practise in: a buyer who always has one more question."""

from __future__ import annotations

import json
import logging
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from assistant.ui import theme as themes
from assistant.ui.bubble import Bubble
from assistant.ui.controls import ActionButton, ThinBar
from assistant.ui.inputs import Ink, Note
from assistant.ui.terms import term
from assistant.ui.theme import Theme
from assistant.ui.window import Window

_LOG = logging.getLogger(__name__)
_SIZE = (560, 660)
_LEAST = (440, 400)
_THINKS = 900  # ms until the buyer's next question
_KEPT = 200  # messages on the screen
BUYER = "小雨"
GREETING = "在吗？这件有货吗"
QUESTIONS = (
    "好的，是纯棉的吗？会不会起球呀",
    "我身高 165，体重 55 公斤，穿什么码合适",
    "价格还能便宜点吗？我是学生党",
    "那有优惠券或者小礼物吗",
    "今天拍的话什么时候能发货",
    "发哪家快递？到成都要几天",
    "我已经付款了，帮我核对一下地址可以吗",
    "我想改一下收货电话，还来得及吗",
    "物流两天没动了，帮我查查是不是丢了",
    "收到了，颜色和图片有点不一样……",
    "袖口有一根线头，这个怎么处理",
    "不喜欢可以退吗？运费谁出",
    "那我换个大一码吧，怎么操作",
    "退款多久能到账呀",
    "能开发票吗？公司抬头",
    "东西不错，谢谢你，下次还来",
    "对了，过几天有活动吗？价格会不会降",
)


class _Input(QPlainTextEdit):
    """Where the reply is written. Enter sends, Shift+Enter starts a new line. Takes plain text only."""

    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(themes.font(14))
        self.document().setDocumentMargin(4)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(ThinBar(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlaceholderText(self.tr("在这里回复买家，Enter 发送，Shift+Enter 换行"))
        self.setAccessibleName(self.tr("回复输入框"))
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        # A filter and no override of keyPressEvent: a paste must run in Qt alone. It waits for the clipboard, which a
        # thread of this very process may serve, and would do so holding the interpreter's lock.
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.entered.emit()
                return True
        return False


class _Head(QWidget):
    """Who one is talking to, and how to call the phrases."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        name = Note(BUYER, theme, self, ink=Ink.TEXT)
        name.setFont(themes.bold(15))
        self.state = Note("", theme, self)
        self.hint = Note("", theme, self)
        self.hint.setWordWrap(False)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(66, 8, 18, 8)
        row.addLayout(words, 1)
        row.addWidget(self.hint)
        self.setFixedHeight(58)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.theme.window)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.gap)
        face = QRectF(16, 10, 38, 38)
        painter.drawEllipse(face)
        painter.setBrush(self.theme.good)
        painter.drawEllipse(QRectF(44, 38, 10, 10))
        painter.setPen(self.theme.gap_text)
        painter.setFont(themes.bold(15))
        painter.drawText(face, Qt.AlignmentFlag.AlignCenter, BUYER[-1:])


class PracticeChat(Window):
    """The window. Its title names the buyer as chat programs do.

    With ``log`` every change of the input box and every sent message appends a line of JSON to that file:
    ``{"text": what stands in the box, "sent": [all messages so far]}``.
    """

    spoken = Signal(str)  # the buyer's next message
    pasted = Signal()  # more than one character came into the box at once

    def __init__(self, hotkey: str, log: Path | None = None, theme: str = "system") -> None:
        super().__init__(f"{BUYER} - {term('练习聊天')}", theme)
        self.sent: list[str] = []
        self._length = 0
        self._log = log
        self._questions = cycle(QUESTIONS)
        self._head = _Head(self.colours, self)
        self._scroll = QScrollArea(self)
        self._page = QWidget()
        self._bubbles = QVBoxLayout(self._page)
        self._input = _Input(self.colours, self)
        self._send = ActionButton(self.tr("发送"), self.colours, self, primary=True)
        self._thinks = QTimer(self, singleShot=True, interval=_THINKS)
        self._arrange()
        self._thinks.timeout.connect(self._ask)
        self._input.entered.connect(self.send)
        self._input.textChanged.connect(self._changed)
        self._send.clicked.connect(self.send)
        self._scroll.verticalScrollBar().rangeChanged.connect(
            lambda _, end: self._scroll.verticalScrollBar().setValue(end)
        )
        self.set_hotkey_label(hotkey)
        self._rest()
        self._add(GREETING, own=False)
        self.set_theme(theme)
        self.take_size(*_SIZE)
        self.setMinimumSize(*_LEAST)
        self._input.setFocus()

    def set_hotkey_label(self, label: str) -> None:
        """Name the hotkey in the hint; empty when there is none."""
        self._head.hint.say(self.tr("按 {hotkey} 呼出话术").format(hotkey=label) if label else "", Ink.MUTED)

    def colour(self, theme: Theme) -> None:
        """Paint everything in these colours."""
        super().colour(theme)
        ground = themes.palette(theme)
        ground.setColor(QPalette.ColorRole.Window, theme.side)
        self._page.setPalette(ground)

    def send(self) -> None:
        """Send what stands in the box; the buyer answers after a moment. Blanks are no message."""
        text = self._input.toPlainText()
        if text.strip():
            self.sent.append(text)
            self._add(text, own=True)
            self._input.clear()
            self._head.state.say(self.tr("对方正在输入…"), Ink.MUTED)
            self._thinks.start()
        self._input.setFocus()

    def _ask(self) -> None:
        question = next(self._questions)
        self._rest()
        self._add(question, own=False)
        self.spoken.emit(question)

    def _rest(self) -> None:
        self._head.state.say(self.tr("练习对象，说什么都不会发给真的买家"), Ink.MUTED)

    def _add(self, text: str, *, own: bool) -> None:
        self._bubbles.addWidget(Bubble(text, self.tr("我") if own else BUYER, self.colours, own=own))
        if self._bubbles.count() > _KEPT + 1 and (oldest := self._bubbles.takeAt(1)) and oldest.widget():
            oldest.widget().deleteLater()

    def _changed(self) -> None:
        text = self._input.toPlainText()
        self._send.setEnabled(bool(text.strip()))
        before, self._length = self._length, len(text)
        if self._length > before + 1:
            self.pasted.emit()
        if self._log is None:
            return
        line = json.dumps({"text": text, "sent": self.sent}, ensure_ascii=False)
        try:
            with self._log.open("a", encoding="utf-8") as file:
                file.write(line + "\n")
        except OSError as error:
            _LOG.warning("the practice log cannot be written: %s", error.strerror)
            self._log = None

    def _arrange(self) -> None:
        self._bubbles.setContentsMargins(0, 10, 0, 10)
        self._bubbles.setSpacing(4)
        self._bubbles.addStretch(1)  # messages gather above the box
        self._page.setAutoFillBackground(True)
        self._scroll.setWidget(self._page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBar(ThinBar(self.colours, self._scroll))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(self.tr("聊天记录"))
        self._send.setEnabled(False)
        self._send.setMinimumWidth(84)
        self._input.setFixedHeight(92)
        below = QHBoxLayout()
        below.setContentsMargins(16, 0, 16, 14)
        below.addStretch()
        below.addWidget(self._send)
        box = QVBoxLayout()
        box.setContentsMargins(12, 8, 12, 0)
        box.addWidget(self._input)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
        column.addLayout(box)
        column.addLayout(below)
