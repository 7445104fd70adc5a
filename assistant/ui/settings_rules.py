"""The page about what is looked at before a reply goes out: how strict each rule is, and words of one's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistant.core.errors import XiaoerError
from assistant.core.guard.rules import RULES, Severity
from assistant.core.guard.words import Word
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton
from assistant.ui.inputs import Choice, Entry, Ink, Note
from assistant.ui.rule_words import level, told
from assistant.ui.rules_access import RulesAccess
from assistant.ui.settings_rows import Page, Row, SettingsAccess
from assistant.ui.theme import Theme

_TEAM = "team"


class Lock(QWidget):
    """A small lock: the team has said so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFixedSize(18, 34)

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(18, 34)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.muted, 1.6))
        painter.drawArc(QRectF(5, 9, 8, 10), 0, 180 * 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.muted)
        painter.drawRoundedRect(QRectF(3, 14, 12, 9), 2, 2)


class WordLine(QWidget):
    """A word, why it should not be said, and what to say instead."""

    settled = Signal()
    removed = Signal()

    def __init__(self, word: Word, theme: Theme) -> None:
        super().__init__()
        self._word = word
        self.entries = tuple(Entry(theme) for _ in range(3))
        names = self.tr("词语"), self.tr("原因"), self.tr("换成什么（可以不填）")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        texts = word.text, word.why, word.instead
        for entry, name, text, stretch in zip(self.entries, names, texts, (3, 5, 4), strict=True):
            entry.setText(text)
            entry.setPlaceholderText(name)
            entry.setAccessibleName(name)
            entry.settled.connect(self.settled)
            row.addWidget(entry, stretch)
        self.remove = ActionButton(self.tr("删除"), theme)
        self.remove.setAccessibleName(self.tr("删除敏感词"))
        self.remove.clicked.connect(self.removed)
        row.addWidget(self.remove)

    @property
    def word(self) -> Word | None:
        """What stands in it; None while there is no word."""
        text, why, instead = (entry.value().strip() for entry in self.entries)
        old = self._word
        return Word(text, why, instead, old.category, old.platforms, old.fine) if text else None


class RulesPage(Page):
    """Every rule with its strictness; those that the team has set carry a lock."""

    def __init__(self, book: RulesAccess, settings: SettingsAccess, theme: Theme) -> None:
        super().__init__(self.tr("发送前检查"), settings, theme)
        self._book = book
        self.add_note(
            self.tr(
                "每条回复粘贴前都会检查一遍。“提醒”会先给您看，可以一键改好，也可以仍然粘贴；“禁止”则必须改好。"
                "团队定下的规则带锁，只能更严。"
            )
        )
        self.levels: dict[str, Row] = {rule.name: self._add_rule(rule.name) for rule in RULES}
        self._add_words()
        self.fill()

    def refresh(self) -> None:
        """Show what holds now; a word that is being typed stays."""
        for name, row in self.levels.items():
            if isinstance(row.control, Choice):
                row.control.show_value(self._book.rules.severity(name).name.lower())
                row.show_problem("")
        if not any(entry.hasFocus() for line in self.lines for entry in line.entries):
            self._show_words()

    def _add_rule(self, name: str) -> Row:
        rules = self._book.rules
        label, about = told(name)
        choices = rules.choices(name)
        if len(choices) > 1:
            control: QWidget = self._choice(*((each.name.lower(), level(each)) for each in choices))
        else:
            control = Note(self.tr("{level}，不能放宽").format(level=level(choices[0])), self.theme, ink=Ink.TEXT)
            control.setFixedHeight(34)
        if name in rules.locked:
            about += self.tr("团队要求至少“{level}”。").format(level=level(rules.locked[name]))
        row = self.add_row(control, label, about)
        if isinstance(control, Choice):
            control.settled.connect(lambda: self._set(name, control))
        if name in rules.locked:
            lock = Lock(self.theme)
            lock.setAccessibleName(self.tr("团队要求"))
            lock.setToolTip(self.tr("团队要求"))
            row.add_beside(lock)
        return row

    def _set(self, name: str, control: Choice) -> None:
        row = self.levels[name]
        try:
            self._book.set_severity(name, Severity.named(control.value()))
        except XiaoerError as problem:
            row.show_problem(str(problem))
            control.show_value(self._book.rules.severity(name).name.lower())
        else:
            row.show_problem("")

    def _add_words(self) -> None:
        heading = self.add_note(self.tr("自己的敏感词"))
        heading.say(heading.text(), Ink.TEXT)
        heading.setFont(themes.bold(14))
        self.add_note(self.tr("回复里出现这些词语时会提醒；填了“换成什么”，就能一键改好。"))
        team = "、".join(word.text for word in self._book.layer(_TEAM).words)
        if team:
            self.add_note(self.tr("团队已经添加：{words}").format(words=team))
        self.lines: list[WordLine] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(6)
        self._column.addLayout(self._box)
        self.news = Note("", self.theme, self)
        self.news.hide()
        self._column.addWidget(self.news)
        self.add = ActionButton(self.tr("添加词语"), self.theme)
        self.add.clicked.connect(self._add_line)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_words()

    def _show_words(self) -> None:
        kept = self._book.layer().words
        if [line.word for line in self.lines] == list(kept):
            return
        while self.lines:
            self._drop(self.lines[0])
        for word in kept:
            self._line(word)

    def _line(self, word: Word) -> WordLine:
        line = WordLine(word, self.theme)
        line.settled.connect(self._keep)
        line.removed.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._box.addWidget(line)
        return line

    def _add_line(self) -> None:
        self._line(Word("", "")).entries[0].setFocus()

    def _remove(self, line: WordLine) -> None:
        self._drop(line)
        self._keep()
        self.add.setFocus()

    def _drop(self, line: WordLine) -> None:
        self.lines.remove(line)
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _keep(self) -> None:
        """Keep what is whole; a line without a word waits for it."""
        try:
            self._book.set_words([word for line in self.lines if (word := line.word)])
        except XiaoerError as problem:
            self.news.say(str(problem), Ink.DANGER)
        else:
            self.news.say("", Ink.MUTED)
