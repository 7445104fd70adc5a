"""The pictures and files of a phrase as a strip of tiles. Reading, storing and opening happen in the background."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFontMetrics,
    QImage,
    QImageReader,
    QImageWriter,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QVBoxLayout, QWidget

from assistant.core.errors import XiaoerError
from assistant.core.model import Attachment
from assistant.ui import theme as themes
from assistant.ui.editor_tools import FileShelf
from assistant.ui.flow import FlowLayout
from assistant.ui.inputs import Ink, Note
from assistant.ui.languages import Worded
from assistant.ui.theme import Theme

TILE, _PICTURE = QSize(92, 92), QSize(84, 62)
_CROSS = 18
_SCALE = 2  # thumbnails are kept sharp for screens of twice the pixels
Key = Qt.Key


class Tile(QAbstractButton):
    """One attachment. Enter or a double click opens it, Delete or the cross takes it away."""

    removed = Signal()

    def __init__(self, attachment: Attachment, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.attachment = attachment
        self.picture = QPixmap()
        self.removable = True
        self.setFixedSize(TILE)
        self.setFont(themes.font(11))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(attachment.name)
        self.setToolTip(attachment.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() in (Key.Key_Delete, Key.Key_Backspace) and self.removable:
            self.removed.emit()
        elif event.key() in (Key.Key_Return, Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        if self.removable and self._cross().contains(event.position()):
            self.removed.emit()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.accent if self.hasFocus() else theme.line)
        painter.setBrush(theme.hover if self.underMouse() else theme.side)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self._paint_picture(painter, QRectF(4, 4, _PICTURE.width(), _PICTURE.height()))
        name = QFontMetrics(self.font()).elidedText(self.attachment.name, Qt.TextElideMode.ElideMiddle, 82)
        painter.setPen(theme.text)
        painter.drawText(QRectF(5, 68, 82, 20), Qt.AlignmentFlag.AlignCenter, name)
        if self.removable and (self.underMouse() or self.hasFocus()):
            self._paint_cross(painter)

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        if self.picture.isNull():
            painter.setFont(themes.bold(15))
            painter.setPen(self.theme.muted)
            ending = Path(self.attachment.name).suffix.lstrip(".").upper()[:5]
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, ending or "?")
            painter.setFont(self.font())
            return
        size = QSize(self.picture.size()).scaled(_PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(box.center())
        shape = QPainterPath()
        shape.addRoundedRect(place, 5, 5)
        painter.save()
        painter.setClipPath(shape)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self.picture, QRectF(self.picture.rect()))
        painter.restore()

    def _paint_cross(self, painter: QPainter) -> None:
        box = self._cross()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.text)
        painter.drawEllipse(box)
        painter.setPen(self.theme.window)
        inner = box.adjusted(5.5, 5.5, -5.5, -5.5)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())

    def _cross(self) -> QRectF:
        return QRectF(self.width() - _CROSS - 4, 4, _CROSS, _CROSS)


class AttachmentStrip(Worded, QWidget):
    """``edited`` tells that one came or went; what could not be kept or opened is said below the tiles."""

    edited = Signal()

    def __init__(self, files: FileShelf, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._files = files
        self._tiles: list[Tile] = []
        self._usable = True
        self._shown = 0  # counts the phrases that were shown: what comes back for another one is dropped
        self._row = FlowLayout(gap=8)
        self.news = Note("", theme, self)
        self.news.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._row)
        column.addWidget(self.news)
        self.retranslate()
        self._fit()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.setAccessibleName(self.tr("附件"))

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """Those that are there."""
        return tuple(tile.attachment for tile in self._tiles)

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Show these instead."""
        self._shown += 1
        self.news.say("", Ink.MUTED)
        if tuple(attachments) != self.attachments:
            for tile in self._tiles:
                self._drop(tile)
            self._tiles = []
            for attachment in attachments:
                self._show(attachment)
        self._fit()

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether any can come or go."""
        self._usable = not read_only
        for tile in self._tiles:
            tile.removable = self._usable

    def take(self, given: Sequence[Path | QImage]) -> None:
        """Store and add files and pictures."""
        shown = self._shown
        for what in given if self._usable else ():
            self.news.say(self.tr("正在加入附件…"), Ink.MUTED)
            name = what.name if isinstance(what, Path) else self._picture_name()
            self._files.background(partial(self._kept, what, name), partial(self._add, shown), self._refused)
        self._fit()

    def choose(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self, self.tr("加入图片或文件"))
        dialog.setPalette(self.palette())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.open()

    def _picture_name(self) -> str:
        return f"{self.tr('图片')}{datetime.now().astimezone():%m%d-%H%M%S}.png"

    def _kept(self, what: Path | QImage, name: str) -> Attachment:
        """Runs in the background."""
        return self._files.keep(what if isinstance(what, Path) else _png(what), name)

    def _add(self, shown: int, attachment: Attachment) -> None:
        if shown != self._shown:
            return
        self.news.say("", Ink.MUTED)
        if any(known.hash == attachment.hash for known in self.attachments):
            self.news.say(self.tr("“{name}”已经在附件里了。").format(name=attachment.name), Ink.MUTED)
        else:
            self._show(attachment)
            self.edited.emit()
        self._fit()

    def _refused(self, problem: XiaoerError) -> None:
        self.news.say(str(problem), Ink.DANGER)
        self._fit()

    def _show(self, attachment: Attachment) -> None:
        tile = Tile(attachment, self.theme, self)
        tile.removable = self._usable
        tile.clicked.connect(lambda: self._open(attachment))
        tile.removed.connect(lambda: self._remove(tile))
        self._tiles.append(tile)
        self._row.addWidget(tile)
        tile.show()
        if attachment.kind.startswith("image/"):
            self._files.background(
                lambda: _thumbnail(self._files.find(attachment.hash)), lambda image: self._draw(tile, image), _ignore
            )

    def _draw(self, tile: Tile, image: QImage) -> None:
        if tile in self._tiles:
            tile.picture = QPixmap.fromImage(image)
            tile.update()

    def _open(self, attachment: Attachment) -> None:
        self._files.background(lambda: self._files.named(attachment), _open_file, self._refused)

    def _remove(self, tile: Tile) -> None:
        place = self._tiles.index(tile)
        self._tiles.remove(tile)
        self._drop(tile)
        if self._tiles:
            self._tiles[min(place, len(self._tiles) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()
        self.edited.emit()

    def _drop(self, tile: Tile) -> None:
        self._row.removeWidget(tile)
        tile.hide()
        tile.deleteLater()

    def _fit(self) -> None:
        self.setVisible(bool(self._tiles) or bool(self.news.text()))
        self.updateGeometry()


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _thumbnail(path: Path) -> QImage:
    """A small picture of the one in the file, upright; runs in the background, as large pictures take time."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(_PICTURE * _SCALE, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(size))
    return reader.read()


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _ignore(_: XiaoerError) -> None:
    """A tile without a picture shows its ending."""
