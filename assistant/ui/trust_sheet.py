"""The question whether to trust a key: its fingerprint, large, to be compared with what the lead says."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from assistant.core.errors import XiaoerError
from assistant.core.packs.fingerprint import Key
from assistant.core.packs.trust import Reason, Verdict
from assistant.ui import theme as themes
from assistant.ui import trust_words
from assistant.ui.controls import ActionButton
from assistant.ui.copying import copy_and_say
from assistant.ui.inputs import Ink, Note
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.sheet import Sheet
from assistant.ui.theme import Theme
from assistant.ui.trust_access import TrustAccess
from assistant.ui.trust_code import Fingerprint

_ALARMING = (Reason.CHANGED, Reason.SPOOFED)


class TrustSheet(Sheet):
    """Call :meth:`ask_about`. ``trusted`` comes when the key is trusted now."""

    trusted = Signal()

    def __init__(self, access: TrustAccess, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, wide=600)
        self._access = access
        self._key: Key | None = None
        self.told = Note("", theme, self)
        self.told.setFont(themes.font(14))
        self.card = Fingerprint(theme, self, size=22)
        self.way = Note("", theme, self)
        self.body.addWidget(self.told)
        self.body.addSpacing(4)
        self.body.addWidget(self.card)
        self.body.addSpacing(4)
        self.body.addWidget(self.way)
        self.way_on.clicked.connect(self._trust)
        self.accepted.connect(self.trusted)

    def ask_about(self, verdict: Verdict) -> None:
        """Ask about the key of a verdict that wants trust."""
        if verdict.key is None:
            raise ValueError("a pack without a valid signature can't be trusted")
        self._key = verdict.key
        alarming = any(reason in _ALARMING for reason in verdict.reasons)
        title = self.tr("密钥变了，要信任吗？") if alarming else self.tr("信任“{name}”吗？")
        self.ask(title.format(name=verdict.key.name), self.tr("我和主管核对过了，信任"))
        self.back.setText(self.tr("不信任"))
        self.told.say(trust_words.told(verdict), Ink.DANGER if alarming else Ink.TEXT)
        self.card.show_key(verdict.key, self._access.words(verdict.key))
        self.way.say(
            self.tr(
                "请主管在他的“设置 › 签名与信任”里打开指纹，把十二个词念给您听，或扫他发来的二维码。"
                "别用发话术包的同一个聊天窗口核对：能换掉话术包的人，也能换掉指纹。"
            ),
            Ink.MUTED,
        )
        self.back.setFocus()
        self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # nobody trusts by a key pressed in passing
            for button in (self.back, self.way_on):
                if button.hasFocus():
                    button.click()
            return
        super().keyPressEvent(event)

    def _trust(self) -> None:
        if self._key is None:
            return
        try:
            self._access.trust(self._key)
        except XiaoerError as problem:
            self.note.say(str(problem), Ink.DANGER)
        else:
            self.accept()


class KeySheet(Sheet):
    """Shows the fingerprint of a key, to compare it or to pass it on."""

    def __init__(
        self, access: TrustAccess, pasteboard: Pasteboard, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, wide=600)
        self._access = access
        self._pasteboard = pasteboard
        self.card = Fingerprint(theme, self, size=22)
        self.body.addWidget(self.card)
        self.copy: ActionButton = self.add_button(self.tr("复制"))

    def show_key(self, key: Key) -> None:
        """Show it."""
        self.ask(key.name)
        self.card.show_key(key, self._access.words(key))
        self.copy.clicked.connect(self._copy)
        self.open()

    def _copy(self) -> None:
        copy_and_say(self._pasteboard, self.card.text, self.tr("已复制。"), self.note)
