"""Small windows about the own key: what it is called, and the passphrase of its file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from assistant.core.errors import XiaoerError
from assistant.core.packs.fingerprint import LONGEST_NAME, clean_name
from assistant.ui.inputs import Entry, Ink
from assistant.ui.sheet import Sheet
from assistant.ui.theme import Theme

SHORTEST = 8  # characters of a passphrase; the store says the same


class _Working(Sheet):
    """A sheet whose way on takes a while and may fail."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, wide=460)
        self._there = True
        self.finished.connect(self._gone)

    def work(self) -> None:
        """Wait for what was begun."""
        self.way_on.setEnabled(False)
        self.note.say(self.tr("请稍等，系统可能会问您的密码…"), Ink.MUTED)

    def end(self) -> None:
        """It is done."""
        if self._there:
            self.accept()

    def fail(self, problem: XiaoerError) -> None:
        """Say why it did not work, and let the user try again."""
        if self._there:
            self.note.say(str(problem), Ink.DANGER)
            self.way_on.setEnabled(True)

    def _gone(self) -> None:
        self._there = False


class NameSheet(_Working):
    """Asks what a new key is called."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.name = Entry(theme, self)
        self.name.setMaxLength(LONGEST_NAME)
        self.add_row(self.tr("名字"), self.name)
        self.name.textChanged.connect(lambda text: self.way_on.setEnabled(bool(clean_name(text))))

    def ask_for(self, name: str, then: Callable[[str], None]) -> None:
        """Ask, with ``name`` to begin with; ``then`` gets it and closes the sheet when all is done."""
        self.ask(
            self.tr("生成签名密钥"),
            self.tr("生成"),
            self.tr("写同事认得的名字，例如店名加姓名。密钥存在系统的密钥环里，不写进文件。"),
        )
        self.name.setText(name)
        self.name.selectAll()
        self.name.setFocus()
        self.way_on.setEnabled(bool(clean_name(name)))
        self.way_on.clicked.connect(lambda: then(self.name.text()))
        self.open()


class PassphraseSheet(_Working):
    """Asks for the passphrase of a key's file, twice for a new file."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, twice: bool) -> None:
        super().__init__(theme, parent)
        self.entries = tuple(Entry(theme, self) for _ in range(2 if twice else 1))
        for entry, label in zip(self.entries, (self.tr("口令"), self.tr("再输一次")), strict=False):
            entry.setEchoMode(QLineEdit.EchoMode.Password)
            entry.textChanged.connect(lambda _: self._judge())
            self.add_row(label, entry)

    def ask_for(self, file: str, then: Callable[[str], None]) -> None:
        """Ask for the passphrase of ``file``; ``then`` gets it and closes the sheet when all is done."""
        if len(self.entries) > 1:
            hint = self.tr("文件“{file}”用口令加密。忘了口令谁也打不开，请另外记好。")
            self.ask(self.tr("导出签名密钥"), self.tr("导出"), hint.format(file=file))
        else:
            self.ask(self.tr("导入签名密钥"), self.tr("导入"), self.tr("“{file}”导出时用的口令。").format(file=file))
        self.entries[0].setFocus()
        self.way_on.clicked.connect(lambda: then(self.entries[0].text()))
        self._judge()
        self.open()

    def _judge(self) -> None:
        first, *again = (entry.text() for entry in self.entries)
        why = ""
        if again and first and len(first.strip()) < SHORTEST:
            why = self.tr("至少 {count} 个字。").format(count=SHORTEST)
        elif again and again[0] and not first.startswith(again[0]):
            why = self.tr("两次不一样。")
        self.note.say(why, Ink.DANGER)
        self.way_on.setEnabled(bool(first) and not why and (not again or again[0] == first))
