"""The right side of the popup: the reply as the buyer will read it, and what to do with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextBlock, QTextCursor, QTextLine
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from assistant.core.model import Phrase
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton, ThinBar
from assistant.ui.languages import Worded
from assistant.ui.order_bar import OrderBar
from assistant.ui.theme import Theme

_BLANK = 4  # pixels: the outer half of a full-width bracket 〔 is empty


@dataclass(frozen=True, slots=True)
class Preview:
    """A phrase as it would be pasted now.

    Where a value is missing, ``text`` holds a mark such as 〔订单号〕, and ``gaps`` tells where: first character and
    the one after the last. ``problem`` is a sentence when the template cannot be rendered; ``text`` may then be empty.
    ``wording`` says which of several wordings this is, e.g. ``2/3``. ``concerns`` counts the findings to come.
    """

    text: str
    gaps: tuple[tuple[int, int], ...] = ()
    problem: str = ""
    wording: str = ""
    concerns: int = 0

    @property
    def missing(self) -> tuple[str, ...]:
        """The names in the gaps, each once, without the brackets around them."""
        return tuple(dict.fromkeys(self.text[first:last].strip("〔〕") for first, last in self.gaps))


class MessageView(QPlainTextEdit):
    """The text as a chat bubble; missing fields stand out as chips."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._gaps: tuple[tuple[int, int], ...] = ()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(themes.font(14))
        self.document().setDocumentMargin(12)
        self.setVerticalScrollBar(ThinBar(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        colours = QPalette(themes.palette(theme))
        colours.setColor(QPalette.ColorRole.Base, theme.side)
        self.setPalette(colours)

    def show_text(self, text: str, gaps: tuple[tuple[int, int], ...]) -> None:
        """Replace the message."""
        self._gaps = gaps
        self.setPlainText(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        if not self.document().isEmpty():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_bubble(painter)
            painter.setPen(self._theme.gap_edge)
            painter.setBrush(self._theme.gap)
            for first, last in self._gaps:
                for box in self._boxes(first, last):
                    painter.drawRoundedRect(box, 4, 4)
            painter.end()
        super().paintEvent(event)

    def _paint_bubble(self, painter: QPainter) -> None:
        last = self.document().lastBlock()
        bottom = self.blockBoundingGeometry(last).translated(self.contentOffset()).bottom() - 1
        width, height = self.viewport().width(), self.viewport().height()
        first = self.document().firstBlock()
        top = self.blockBoundingGeometry(first).translated(self.contentOffset()).top() - 12
        painter.setPen(self._theme.edge if self.hasFocus() else self._theme.line)
        painter.setBrush(self._theme.bubble)
        box = QRectF(0.5, max(top, -9) + 0.5, width - 1, min(bottom, height + 9.0) - max(top, -9) - 1)
        painter.drawRoundedRect(box, 9, 9)

    def _boxes(self, first: int, last: int) -> list[QRectF]:
        """Where the characters from ``first`` to ``last`` stand in the viewport, one box for each line."""
        boxes = []
        block: QTextBlock = self.document().findBlock(first)
        place = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        layout, start = block.layout(), block.position()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            begin = max(first - start, line.textStart())
            end = min(last - start, line.textStart() + line.textLength())
            if begin < end:
                left, right = _x(line, begin), _x(line, end)
                top = place.y() + line.y() + 1
                boxes.append(QRectF(place.x() + left + _BLANK, top, right - left - 2 * _BLANK, line.height() - 2))
        return boxes

    def selected(self) -> str:
        """What the user marked."""
        return self.textCursor().selectedText()

    def forget(self) -> None:
        """Empty it: the text may hold a buyer's facts."""
        self._gaps = ()
        self.setPlainText("")
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _x(line: QTextLine, place: int) -> float:
    x: float = line.cursorToX(place)[0]  # type: ignore[index]  # the binding gives (x, place)
    return x


class PreviewPane(Worded, QWidget):
    """The order, title, message, missing fields, wording, and the three buttons."""

    paste = Signal()
    send = Signal()
    copy = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.order = OrderBar(theme, self)
        self.title, self.place, self.gaps, self.wording = (QLabel(self) for _ in range(4))
        for label, font in (
            (self.title, themes.bold(15)), (self.place, themes.font(12)),
            (self.gaps, themes.font(12)), (self.wording, themes.font(12)),
        ):  # fmt: skip
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font)
        self.gaps.setWordWrap(True)
        self.message = MessageView(theme, self)
        self.buttons = (
            ActionButton("", theme, self, primary=True),
            ActionButton("", theme, self),
            ActionButton("", theme, self),
        )
        for button, signal in zip(self.buttons, (self.paste, self.send, self.copy), strict=True):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each has its key; Tab goes from pane to pane
            button.clicked.connect(signal)
        self._arrange()
        self.retranslate()
        self.set_theme(theme)

    def retranslate(self) -> None:
        """Say anew what the buttons do."""
        self.message.setAccessibleName(self.tr("预览"))
        words = self.tr("粘贴"), self.tr("粘贴并发送"), self.tr("复制")
        for button, word, key in zip(self.buttons, words, ("Enter", "Ctrl+Enter", "Ctrl+C"), strict=True):
            button.setText(word)
            button.setToolTip(f"{word}  {key}")
            button.setAccessibleDescription(key)
            button.updateGeometry()

    def set_larger(self, larger: int) -> None:
        """Letters that many pixels larger than usual."""
        self.message.setFont(themes.font(14 + larger))

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        colours = QPalette(themes.palette(theme))
        colours.setColor(QPalette.ColorRole.Window, theme.side)
        self.setPalette(colours)
        self.message.set_theme(theme)
        self.order.theme = theme
        inks = theme.text, theme.muted, theme.gap_text, theme.muted
        for label, ink in zip((self.title, self.place, self.gaps, self.wording), inks, strict=True):
            own = QPalette(colours)
            own.setColor(QPalette.ColorRole.WindowText, ink)
            label.setPalette(own)
        for button in self.buttons:
            button.theme = theme

    def show_phrase(self, phrase: Phrase) -> None:
        """Name the phrase; the text follows with :meth:`show_preview`."""
        metrics = self.title.fontMetrics()
        room = self.width() - 32
        self.title.setText(metrics.elidedText(phrase.title, Qt.TextElideMode.ElideRight, room))
        place = " · ".join(filter(None, (phrase.code, " › ".join(phrase.category))))
        self.place.setText(self.place.fontMetrics().elidedText(place, Qt.TextElideMode.ElideRight, room))

    def show_preview(self, preview: Preview) -> None:
        """Show what would be pasted, or why it cannot be."""
        self.message.show_text(preview.text, preview.gaps)
        self.wording.setText(self.tr("措辞 {which}").format(which=preview.wording) if preview.wording else "")
        if preview.problem:
            notice = preview.problem
        elif missing := preview.missing:
            notice = self.tr("待补 {count} 项：{names}").format(count=len(missing), names="、".join(missing))
        else:
            notice = self.tr("粘贴前有 {count} 处要看一眼").format(count=preview.concerns) if preview.concerns else ""
        self.gaps.setText(notice)
        self.gaps.setVisible(bool(notice))
        colours = self.gaps.palette()
        colours.setColor(QPalette.ColorRole.WindowText, self._theme.danger if preview.problem else self._theme.gap_text)
        self.gaps.setPalette(colours)

    def forget(self) -> None:
        """Empty it."""
        for label in (self.title, self.place, self.gaps, self.wording):
            label.clear()
        self.message.forget()

    def set_usable(self, *, usable: bool) -> None:
        """Whether there is a phrase that the buttons could use."""
        for button in self.buttons:
            button.setEnabled(usable)

    def buttons_shown(self, *, shown: bool) -> None:
        """Whether the three buttons are there at all: not while a form or findings stand beside."""
        for button in self.buttons:
            button.setVisible(shown)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        paste, send, copy = self.buttons
        row.addWidget(paste, 3)
        row.addWidget(send, 4)
        row.addWidget(copy, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(self.order)
        column.addWidget(self.title)
        column.addWidget(self.place)
        column.addSpacing(6)
        column.addWidget(self.message, 1)
        column.addSpacing(4)
        column.addWidget(self.gaps)
        column.addWidget(self.wording)
        column.addSpacing(4)
        column.addLayout(row)
        self.setAutoFillBackground(True)
