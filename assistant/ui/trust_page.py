"""The page of the settings about signatures: the own key, and the leads that are trusted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from assistant.core.errors import XiaoerError
from assistant.core.packs.fingerprint import Key
from assistant.core.packs.trust import Known, Trusted
from assistant.ui import theme as themes
from assistant.ui.ask_button import AskButton
from assistant.ui.controls import ActionButton
from assistant.ui.copying import copy_and_say
from assistant.ui.inputs import Ink, Note
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.settings_rows import Page, SettingsAccess
from assistant.ui.theme import Theme
from assistant.ui.trust_access import TrustAccess
from assistant.ui.trust_code import Fingerprint
from assistant.ui.trust_sheet import KeySheet
from assistant.ui.trust_sheets import NameSheet, PassphraseSheet

_SUFFIX = ".xiaoer-key"


class LeadLine(QWidget):
    """A lead whose key is trusted."""

    def __init__(self, known: Known, packs: tuple[str, ...], theme: Theme) -> None:
        super().__init__()
        self.key = known.key
        name = Note(known.key.name, theme, self, ink=Ink.TEXT)
        facts = [self._when(known), *packs]
        about = Note("  ·  ".join(filter(None, facts)), theme, self)
        self.show_key = ActionButton(self.tr("指纹"), theme)
        self.remove = AskButton(self.tr("不再信任"), self.tr("真的不再信任？"), theme)
        for button in (self.show_key, self.remove):
            button.setAccessibleName(f"{button.text()}：{known.key.name}")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.show_key)
        row.addWidget(self.remove)

    def _when(self, known: Known) -> str:
        if known.successor:
            return self.tr("旧密钥，已换成新的")
        try:
            day = datetime.fromtimestamp(known.since).astimezone()
        except (ValueError, OSError, OverflowError):
            return ""
        return self.tr("{day} 起信任").format(day=f"{day:%Y-%m-%d}")


class TrustPage(Page):
    """Two clicks make a key; the rest is there once there is one."""

    def __init__(self, access: TrustAccess, pasteboard: Pasteboard, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__(self.tr("签名与信任"), settings, theme)
        self._access = access
        self._pasteboard = pasteboard
        self._shown: Trusted | None = None
        self.lines: list[LeadLine] = []
        self.add_note(
            self.tr("话术包签了名，同事就知道是谁做的、路上没有人改过。第一次收到时核对一次指纹，以后就不再问。")
        )
        self.news = Note("", theme, self)
        self.news.hide()
        self._column.addWidget(self.news)
        self._heading(self.tr("我的签名密钥"))
        self._add_own()
        self._heading(self.tr("信任的主管"))
        self.nobody = self.add_note(self.tr("还没有。安装签过名的话术包时核对指纹，信任以后就列在这里。"))
        self._box = QVBoxLayout()
        self._box.setSpacing(10)
        self._column.addLayout(self._box)
        self.fill()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the keys as they are now."""
        trusted = self._access.trusted
        if trusted == self._shown:
            return
        self._shown = trusted
        own = trusted.own
        for part in (self.name, self.card, *self._with_key):
            part.setVisible(own is not None)
        for part in (self.none, self.make, self.take):
            part.setVisible(own is None)
        if own:
            self.name.setText(own.name)
            self.card.show_key(own, self._access.words(own))
        self._list(trusted)

    def _heading(self, text: str) -> None:
        heading = self.add_note(text)
        heading.say(text, Ink.TEXT)
        heading.setFont(themes.bold(14))

    def _add_own(self) -> None:
        self.none = self.add_note(self.tr("要给话术包签名，先生成一把密钥。只收话术包不用。"))
        self.name = Note("", self.theme, self, ink=Ink.TEXT)
        self.card = Fingerprint(self.theme, self)
        self._column.addWidget(self.name)
        self._column.addWidget(self.card, 0, Qt.AlignmentFlag.AlignLeft)
        self.make = self._button(self.tr("生成密钥…"), self._make)
        self.take = self._button(self.tr("导入…"), self._choose_source)
        self.copy = self._button(self.tr("复制指纹"), self._copy)
        self.export = self._button(self.tr("导出…"), self._choose_target)
        self.replace = AskButton(self.tr("更换密钥"), self.tr("真的更换？"), self.theme)
        self.replace.setToolTip(self.tr("怀疑密钥被别人拿到时更换。旧密钥为新的作保，同事会自动跟上。"))
        self.replace.confirmed.connect(self._replace)
        self.delete = AskButton(self.tr("删除"), self.tr("真的删除？"), self.theme)
        self.delete.setToolTip(self.tr("从这台电脑上删除。请先导出，没有备份就再也找不回来。"))
        self.delete.confirmed.connect(self._delete)
        self._with_key = (self.copy, self.export, self.replace, self.delete)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.make, self.take, *self._with_key):
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    def _button(self, text: str, act: Callable[[], None]) -> ActionButton:
        button = ActionButton(text, self.theme)
        button.clicked.connect(act)
        return button

    def _make(self) -> None:
        sheet = NameSheet(self.theme, self.window())

        def make(name: str) -> None:
            sheet.work()
            self._access.make(name, self._done(self.tr("密钥生成好了，请把指纹告诉同事。"), sheet), sheet.fail)

        sheet.ask_for(self._access.suggested_name(), make)

    def _copy(self) -> None:
        copy_and_say(self._pasteboard, self.card.text, self.tr("指纹已复制，可以发给同事。"), self.news)

    def _replace(self) -> None:
        self._access.replace(self._done(self.tr("换成了新密钥，请给话术包重新签名。")), self._failed)

    def _delete(self) -> None:
        self._access.delete(self._done(self.tr("密钥已从这台电脑删除。")), self._failed)

    def _choose_target(self) -> None:
        dialog = self._dialog(self.tr("导出签名密钥"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_SUFFIX.removeprefix("."))
        dialog.selectFile(f"{self.name.text()}{_SUFFIX}")
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, path: str) -> None:
        """Ask for a passphrase and write the own key into this file."""
        file, sheet = Path(path), PassphraseSheet(self.theme, self.window(), twice=True)

        def write(passphrase: str) -> None:
            sheet.work()
            said = self.tr("已导出到“{file}”，请和口令分开保管。").format(file=file.name)
            self._access.export(file, passphrase, self._done(said, sheet), sheet.fail)

        sheet.ask_for(file.name, write)

    def _choose_source(self) -> None:
        dialog = self._dialog(self.tr("导入签名密钥"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_from)
        dialog.open()

    def import_from(self, path: str) -> None:
        """Ask for the passphrase of this file and have its key."""
        file, sheet = Path(path), PassphraseSheet(self.theme, self.window(), twice=False)

        def read(passphrase: str) -> None:
            sheet.work()
            self._access.take(file, passphrase, self._done(self.tr("密钥导入好了。"), sheet), sheet.fail)

        sheet.ask_for(file.name, read)

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self.window(), title)
        dialog.setPalette(self.window().palette())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("签名密钥 (*{suffix})").format(suffix=_SUFFIX), self.tr("所有文件 (*)")])
        return dialog

    def _done(self, said: str, sheet: NameSheet | PassphraseSheet | None = None) -> Callable[[], None]:
        def done() -> None:
            if sheet:
                sheet.end()
            self.refresh()
            self.news.say(said, Ink.GOOD)

        return done

    def _failed(self, problem: XiaoerError) -> None:
        self.news.say(str(problem), Ink.DANGER)

    def _list(self, trusted: Trusted) -> None:
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        kept = [known for known in trusted.keys if not known.removed]
        self.lines = [LeadLine(known, trusted.packs_of(known.key.id), self.theme) for known in kept]
        for line in self.lines:
            line.show_key.clicked.connect(partial(self._show, line.key))
            line.remove.confirmed.connect(partial(self._distrust, line.key))
            self._box.addWidget(line)
        self.nobody.setVisible(not kept)

    def _show(self, key: Key) -> None:
        KeySheet(self._access, self._pasteboard, self.theme, self.window()).show_key(key)

    def _distrust(self, key: Key) -> None:
        try:
            self._access.distrust(key.id)
        except XiaoerError as problem:
            self._failed(problem)
        else:
            self.news.say(self.tr("不再信任“{name}”，它的话术包以后会再问您。").format(name=key.name), Ink.GOOD)
        self.refresh()
