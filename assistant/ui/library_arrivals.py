"""What comes into the library from files: chosen or dropped on its window, looked at in sheets over it, taken in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from assistant.core.packs.trust import Verdict
from assistant.ui.arrival_sheet import ArrivalSheet
from assistant.ui.import_sheet import ImportSheet
from assistant.ui.inputs import Ink
from assistant.ui.pack_sheet import PackSheet
from assistant.ui.packs_access import PackTools
from assistant.ui.packs_sheet import PacksSheet
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.sheet import Sheet
from assistant.ui.theme import Theme
from assistant.ui.trust_sheet import TrustSheet

PACK = ".xiaoer"
_TAKEN = (QEvent.Type.DragEnter, QEvent.Type.Drop)


class Arrivals(QObject):
    """Opens the sheets, one at a time. ``said`` tells in a sentence what was done."""

    said = Signal(str, object)  # sentence, Ink

    def __init__(self, tools: PackTools, pasteboard: Pasteboard, window: QWidget, colours: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._tools = tools
        self._pasteboard = pasteboard
        self._window = window
        self._colours = colours
        self._open: Sheet | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def take(self, files: Sequence[Path]) -> None:
        """Install a pack of ours, import anything else."""
        packs = [file for file in files if self._tools.packs.is_pack(file)]
        if not files or self._busy():
            return
        if not packs:
            self._import(files)
        elif len(files) == 1:
            self._install(packs[0])
        else:
            self.said.emit(self.tr("话术包请一个一个安装，也不要和别的文件一起。"), Ink.DANGER)

    def choose_files(self) -> None:
        """Ask for files of other programs."""
        kinds = "*.csv *.tsv *.txt *.xls *.xlsx *.jsonl *.json *.yml *.yaml *.zip *.alfredsnippets *.textexpander"
        names = [self.tr("话术文件 ({kinds})").format(kinds=f"{kinds} *.tedist *.plist *{PACK}")]
        self._ask(self.tr("导入话术"), names, QFileDialog.FileMode.ExistingFiles)

    def choose_folder(self) -> None:
        """Ask for a folder of another program."""
        self._ask(self.tr("导入文件夹"), [], QFileDialog.FileMode.Directory)

    def choose_pack(self) -> None:
        """Ask for a pack."""
        names = [self.tr("话术包 ({kinds})").format(kinds=f"*{PACK}")]
        self._ask(self.tr("安装话术包"), names, QFileDialog.FileMode.ExistingFile)

    def show_packs(self) -> None:
        """What is installed."""
        if self._busy():
            return
        sheet = PacksSheet(self._tools.packs, self._tools.now(), self._colours(), self._window)
        sheet.file_asked.connect(sheet.reject)
        sheet.file_asked.connect(self.choose_pack)
        sheet.settled.connect(self._tell)
        sheet.late = self._tell
        self._show(sheet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() not in _TAKEN:
            return super().eventFilter(watched, event)
        drop = cast(QDropEvent, event)  # a drag that enters is a drop to be
        files = files_of(drop.mimeData())
        if files:
            drop.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self.take(files)
        return bool(files)

    def _import(self, files: Sequence[Path]) -> None:
        sheet = ImportSheet(self._tools.imports, self._pasteboard, self._colours(), self._window)
        self._begin(sheet)
        sheet.begin(files)

    def _install(self, pack: Path) -> None:
        sheet = PackSheet(self._tools.packs, self._pasteboard, self._colours(), self._window)
        sheet.trust_asked.connect(lambda verdict: self._ask_trust(sheet, verdict))
        self._begin(sheet)
        sheet.begin(pack)

    def _ask_trust(self, sheet: PackSheet, verdict: Verdict) -> None:
        asking = TrustSheet(self._tools.trust, self._colours(), sheet)
        asking.accepted.connect(sheet.look_again)
        asking.ask_about(verdict)

    def _begin(self, sheet: ArrivalSheet) -> None:
        sheet.settled.connect(self._tell)
        sheet.late = self._tell
        self._show(sheet)

    def _tell(self, sentence: str) -> None:
        self.said.emit(sentence, Ink.MUTED)

    def _show(self, sheet: Sheet) -> None:
        self._open = sheet
        sheet.finished.connect(lambda _: self._closed(sheet))
        sheet.open()

    def _closed(self, sheet: Sheet) -> None:
        if self._open is sheet:
            self._open = None

    def _busy(self) -> bool:
        """Whether a sheet is open; it comes to the front then."""
        if self._open is not None:
            self._open.raise_()
            self._open.activateWindow()
        return self._open is not None

    def _ask(self, title: str, names: list[str], mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setPalette(self._window.palette())
        dialog.setFileMode(mode)
        if names:
            dialog.setNameFilters([*names, self.tr("所有文件 (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda chosen: self.take([Path(name) for name in chosen]))
        dialog.open()


def files_of(mime: QMimeData) -> list[Path]:
    """The files and folders that are dragged."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
