"""What is known about a phrase besides its wordings: where it is filed, for whom, from when to when, by which key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from assistant.core.errors import SettingProblem
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Phrase, SendMode
from assistant.core.naming import Naming
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton, Chip
from assistant.ui.date_field import DateField
from assistant.ui.editor_tools import Known
from assistant.ui.flow import FlowLayout
from assistant.ui.hotkey_edit import HotkeyEdit
from assistant.ui.inputs import Entry, Ink, Note
from assistant.ui.languages import Worded
from assistant.ui.select import Select
from assistant.ui.suggestions import Suggesting
from assistant.ui.tag_field import TagField
from assistant.ui.terms import term
from assistant.ui.theme import Theme

_ROLES = ("售前", "售中", "售后", "投诉", "技术")
_BETWEEN = " › "
_OFF = "off"
_APART = re.compile(r"\s*[›>＞/／\\]\s*")


def path_of(text: str) -> tuple[str, ...]:
    """The category that somebody typed: its parts apart by ``›``, ``>`` or ``/``."""
    return tuple(part for part in map(str.strip, _APART.split(text)) if part)


class RoleChip(Chip):
    """A role that the phrase is for."""

    def __init__(self, role: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(term(role), theme, parent)
        self.role = role
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.accent if self.hasFocus() else self.theme.line)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)


class PhraseFacts(Worded, QWidget):
    """``edited`` tells of a change; :meth:`into` gives the phrase with it."""

    edited = Signal()

    def __init__(self, known: Known, naming: Naming, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._known = known
        self._naming = naming
        self.category, self.note = Entry(theme, self), Entry(theme, self)
        self.tags = TagField(self._tags_like, theme, self)
        self.since, self.until = DateField(theme, self), DateField(theme, self)
        self.hotkey, self.no_hotkey = HotkeyEdit(theme, self), ActionButton("", theme, self)
        self.send, self.state = Select(theme, self), Select(theme, self)
        self.chips: list[RoleChip] = []
        self._names = [Note("", theme, self) for _ in range(8)]
        self._roles = FlowLayout(gap=5)
        self._said = Note("", theme, self, ink=Ink.DANGER)
        self._said.hide()
        self._combo = ""
        self._suggesting = Suggesting(self.category, self._categories_like, theme)
        self._arrange()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        names = (
            self.tr("分类"), self.tr("标签"), self.tr("岗位（不选就是都能用）"), self.tr("有效期"),
            self.tr("专用快捷键"), self.tr("选中以后"), self.tr("状态"), self.tr("备注，只给客服看"),
        )  # fmt: skip
        controls: tuple[QWidget, ...] = (
            self.category, self.tags, self, self.since, self.hotkey, self.send, self.state, self.note,
        )  # fmt: skip
        for label, name, control in zip(self._names, names, controls, strict=True):
            label.setText(name)
            if control is not self:
                control.setAccessibleName(name)
        self.since.setAccessibleName(self.tr("有效期开始"))
        self.until.setAccessibleName(self.tr("有效期结束"))
        self.category.setPlaceholderText(self.tr("例如：处理售后 › 退换货"))
        self.no_hotkey.setText(self.tr("不用"))
        self.no_hotkey.setToolTip(self.tr("去掉专用快捷键"))
        self.send.offer([
            (SendMode.DEFAULT, self.tr("照按下的键：粘贴或发送")), (SendMode.PASTE, self.tr("总是只粘贴")),
            (SendMode.SEND, self.tr("总是粘贴并发送")), (SendMode.COPY, self.tr("总是只复制")),
        ])  # fmt: skip
        self.state.offer([("", self.tr("启用")), (_OFF, self.tr("停用：只留在话术库里"))])

    def show_phrase(self, phrase: Phrase) -> None:
        """Show what is known about it."""
        self.category.show_value(_BETWEEN.join(phrase.category))
        self.tags.show_value(phrase.tags)
        self._show_roles(phrase.roles)
        self.since.show_day(phrase.valid_from)
        self.until.show_day(phrase.valid_until)
        self._show_hotkey(phrase.hotkey)
        self.send.show_value(phrase.send)
        self.state.show_value(_OFF if phrase.disabled else "")
        self.note.show_value(phrase.note)
        self._said.say("", Ink.DANGER)

    def into(self, phrase: Phrase) -> Phrase:
        """``phrase`` with what stands here; what was not touched stays to the letter."""
        shown = _BETWEEN.join(phrase.category)
        category = phrase.category if self.category.text() == shown else path_of(self.category.text())
        note = self.note.text()
        checked = [chip.role for chip in self.chips if chip.isChecked()]
        known = [role for role in phrase.roles if role in checked]
        return replace(
            phrase,
            category=category,
            tags=self.tags.value(),
            roles=(*known, *(role for role in checked if role not in known)),
            valid_from=self.since.day(),
            valid_until=self.until.day(),
            hotkey=self._combo,
            send=SendMode(self.send.value()),
            disabled=self.state.value() == _OFF,
            note=note if note == phrase.note else note.strip(),
        )

    def _show_roles(self, roles: Sequence[str]) -> None:
        offered = tuple(dict.fromkeys((*_ROLES, *self._known.roles(), *roles)))
        if [chip.role for chip in self.chips] != list(offered):
            for chip in self.chips:
                self._roles.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self.chips = [RoleChip(role, self.theme, self) for role in offered]
            for chip in self.chips:
                chip.clicked.connect(lambda _: self.edited.emit())
                self._roles.addWidget(chip)
                chip.show()
        for chip in self.chips:
            chip.setChecked(chip.role in roles)

    def _show_hotkey(self, combo: str) -> None:
        self._combo = combo
        try:
            self.hotkey.show_combo(KeyCombo.parse(combo) if combo else None)
        except SettingProblem as problem:
            self._said.say(str(problem), Ink.DANGER)
        self.no_hotkey.setEnabled(bool(combo))

    def _recorded(self, combo: str) -> None:
        self._said.say("", Ink.DANGER)
        self._show_hotkey(combo)
        self.edited.emit()

    def _settle_day(self, field: DateField) -> None:
        field.settle()
        self.edited.emit()

    def _tags_like(self, typed: str) -> list[str]:
        return self._naming.best(typed, self._known.tags(), lambda tag: (tag,))

    def _categories_like(self, typed: str) -> list[str]:
        paths = {_BETWEEN.join(path): path for path in self._known.categories()}
        *above, last = _APART.split(typed) if typed else [""]
        if above:
            start, size = tuple(above), len(above)
            below = [shown for shown, path in paths.items() if path[:size] == start and len(path) > size]
            return self._naming.best(last, below, lambda shown: paths[shown][size:])
        return self._naming.best(typed, paths, lambda shown: (shown, *reversed(paths[shown])))

    def _connect(self) -> None:
        self._suggesting.taken.connect(lambda _: self.edited.emit())
        for line in (self.category, self.note):
            line.textEdited.connect(lambda _: self.edited.emit())
        for settled in (self.tags.settled, self.send.settled, self.state.settled):
            settled.connect(self.edited)
        for field in (self.since, self.until):
            field.settled.connect(lambda field=field: self._settle_day(field))
        self.hotkey.recorded.connect(lambda combo: self._recorded(str(combo)))
        self.hotkey.refused.connect(lambda sentence: self._said.say(sentence, Ink.DANGER))
        self.no_hotkey.clicked.connect(lambda: self._recorded(""))

    def _arrange(self) -> None:
        days, keys = QHBoxLayout(), QHBoxLayout()
        dash = Note("–", self.theme, self)
        dash.setFixedWidth(14)
        dash.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget, share in ((self.since, 1), (dash, 0), (self.until, 1)):
            days.addWidget(widget, share)
        self.hotkey.setMinimumWidth(160)
        keys.addWidget(self.hotkey, 1)
        keys.addWidget(self.no_hotkey)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        controls: tuple[QWidget | QLayout, ...] = (
            self.category, self.tags, self._roles, days, keys, self.send, self.state, self.note,
        )  # fmt: skip
        for name, control in zip(self._names, controls, strict=True):
            name.setFont(themes.font(12))
            column.addWidget(name)
            if isinstance(control, QWidget):
                column.addWidget(control)
            else:
                column.addLayout(control)
            column.addSpacing(8)
        column.insertWidget(column.indexOf(self._names[5]) - 1, self._said)
