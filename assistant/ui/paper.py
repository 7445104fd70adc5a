"""A framed page of text that is as high as what is written on it, with its places counted in characters."""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextDocumentLayout, QPlainTextEdit, QWidget

from assistant.core.pieces import units
from assistant.ui import theme as themes
from assistant.ui.controls import ThinBar
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.theme import Theme, Themed

_LOWEST, _HIGHEST = 132, 340  # pixels; between them it is as high as its text


def document_for(text: str) -> QTextDocument:
    """A document of one wording, with an undo of its own."""
    made = QTextDocument()
    made.setDocumentLayout(QPlainTextDocumentLayout(made))
    made.setDefaultFont(themes.font(14))
    made.setDocumentMargin(9)
    made.setPlainText(text)
    made.setModified(False)
    return made


class Paper(Themed, QPlainTextEdit):
    """Files and pictures that are dropped or pasted are not for the text: ``files_given`` tells of them."""

    files_given = Signal(list)  # of Path, or QImage

    def __init__(self, pasteboard: Pasteboard, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pasteboard = pasteboard
        self._receiver = _Receiver(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(themes.font(14))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(ThinBar(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)
        self.installEventFilter(self)

    def show_document(self, document: QTextDocument) -> None:
        """Work on another wording."""
        self.setDocument(document)
        self._grow()

    def source(self) -> str:
        """The text, with ``\\n`` between lines."""
        return self.document().toPlainText()

    def go_to(self, start: int, end: int) -> None:
        """Select the characters from ``start`` to before ``end`` and show them."""
        self.setTextCursor(self._cursor(start, end))
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, start: int, end: int, text: str, marked: tuple[int, int] | None = None) -> None:
        """Put ``text`` there as one step of the undo; of it ``marked`` is selected then."""
        self._cursor(start, end).insertText(text)
        first, last = marked or (len(text), len(text))
        self.go_to(start + first, start + last)

    def insert(self, text: str, marked: tuple[int, int] | None = None) -> None:
        """Put ``text`` at the cursor, in place of a selection."""
        cursor = self.textCursor()
        self.put(self.character(cursor.selectionStart()), self.character(cursor.selectionEnd()), text, marked)

    def character(self, position: int) -> int:
        """Which character stands at a position of Qt's, which counts in UTF-16."""
        return bisect_left(list(units(self.source())), position)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Paste) or self.isReadOnly():
            return False
        self.paste_all()
        return True

    def paste_all(self) -> None:
        """Paste a text, a picture or files."""
        document = self.document()

        def insert(text: str) -> None:
            if self.document() is document and not self.isReadOnly():
                self.insertPlainText(text)
                self.ensureCursorVisible()

        def found(text: str) -> None:
            if text and not names_files(text):
                insert(text)
            elif files := self._receiver.take():
                self.files_given.emit(files)
            elif text:
                insert(text)

        self._pasteboard.read(found, lambda _: found(""))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802, D102
        if given_files(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802, D102
        if given_files(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802, D102
        if files := given_files(event.mimeData()):
            self.files_given.emit(files)
            event.acceptProposedAction()
        else:
            super().dropEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(320, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.accent if self.hasFocus() else self._theme.edge)
        painter.setBrush(self._theme.side if self.isReadOnly() else self._theme.window)
        painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()
        super().paintEvent(event)

    def _apply(self) -> None:
        colours = themes.palette(self._theme)
        colours.setColor(colours.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(colours)

    def _grow(self) -> None:
        lines = max(1, round(self.document().size().height()))
        high = round(lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()) + 4
        self.setFixedHeight(max(_LOWEST, min(_HIGHEST, high)))

    def _cursor(self, start: int, end: int) -> QTextCursor:
        places = list(units(self.source()))
        made = QTextCursor(self.document())
        made.setPosition(places[min(start, len(places) - 1)])
        made.setPosition(places[min(end, len(places) - 1)], QTextCursor.MoveMode.KeepAnchor)
        return made


class _Receiver(QPlainTextEdit):
    """Gets files and pictures out of the clipboard. Never shown.

    Qt reads while Python's lock is held here, so it is asked only when there is no text: no reply of ours then.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._files: list[Path | QImage] = []

    def take(self) -> list[Path | QImage]:
        """What is there."""
        self._files = []
        self.paste()
        return self._files

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        self._files = given_files(source)


def touches_clipboard(event: QKeyEvent) -> bool:
    """Whether the key copies, cuts or pastes."""
    keys = QKeySequence.StandardKey
    return any(event.matches(key) for key in (keys.Copy, keys.Cut, keys.Paste))


def names_files(text: str) -> bool:
    """Whether it is what file managers offer as the text of copied files: their names, or their addresses."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return bool(lines) and all(QUrl(line).isLocalFile() or _is_there(Path(line)) for line in lines)


def _is_there(file: Path) -> bool:
    try:
        return file.is_absolute() and file.exists()
    except (OSError, ValueError):  # a text like any other
        return False


def given_files(mime: QMimeData) -> list[Path | QImage]:
    """The files or the picture that somebody drops or pastes; text, also with a picture of it, is none."""
    files: list[Path | QImage] = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if not files and mime.hasImage() and not mime.hasText():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            files.append(image)
    return files
