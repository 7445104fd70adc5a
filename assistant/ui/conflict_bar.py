"""Asks what becomes of a phrase that the agent has changed and the pack changes too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistant.core.packs.plan import Choice as Decision
from assistant.ui.controls import ActionButton
from assistant.ui.inputs import Choice
from assistant.ui.theme import Theme


class ConflictBar(QWidget):
    """Remembers an answer for every phrase; those that nobody was asked about stay as the agent has them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices: dict[str, Decision] = {}
        self._key = ""
        options = (
            (Decision.KEEP.value, self.tr("保留我的")),
            (Decision.FOLLOW.value, self.tr("用话术包的")),
            (Decision.MERGE.value, self.tr("合并两边")),
        )
        self.choice = Choice(options, theme, self)
        self.choice.name_parts(self.tr("您改过的话术"))
        self.choice.setToolTip(self.tr("合并时，两边都改过的地方保留您的。"))
        self.everywhere = ActionButton(self.tr("全部这样"), theme, self)
        self.everywhere.setToolTip(self.tr("所有您改过的话术都这样处理"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.choice)
        row.addWidget(self.everywhere)
        row.addStretch()
        self.choice.settled.connect(lambda: self.decide([self._key]))
        self.hide()

    def ask(self, key: str) -> None:
        """Ask about the phrase with that id; empty to ask nothing."""
        self._key = key
        self.choice.show_value(self.choices.get(key, Decision.KEEP).value)
        self.setVisible(bool(key))

    def decide(self, keys: Sequence[str]) -> None:
        """The answer that is shown holds for these."""
        self.choices.update(dict.fromkeys(keys, Decision(self.choice.value())))
