"""What would come, change and go, before anything does: by kind, and each phrase with what differs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from assistant.core.model import Phrase
from assistant.ui import theme as themes
from assistant.ui.arrivals_list import ArrivalList
from assistant.ui.conflict_bar import ConflictBar
from assistant.ui.difference_view import DifferenceView
from assistant.ui.inputs import Choice, Ink, Note
from assistant.ui.packs_access import Kind, Line, Preview
from assistant.ui.theme import Theme
from assistant.ui.wordings_view import WordingsView

_LONGEST = 20_000  # characters whose differences are looked for while somebody waits
_SIZES = (430, 470)
_ORIGINAL = 200  # characters of a foreign text that are shown
_NOTES = 4  # sentences on a phrase that are shown


class ArrivalsPane(QWidget):
    """A tab for every kind there is, the list of that kind, and the chosen phrase."""

    kind_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preview = Preview({})
        self.tabs: Choice | None = None
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self.list = ArrivalList(theme, self)
        self.title = Note("", theme, self, ink=Ink.TEXT)
        self.title.setFont(themes.bold(15))
        self.facts = Note("", theme, self)
        self.notes = Note("", theme, self)
        self.original = Note("", theme, self)
        self.decisions = ConflictBar(theme, self)
        self.wordings = WordingsView(theme, self)
        self.wordings.theme = theme
        self.difference = DifferenceView(theme, self)
        self.views = QStackedWidget(self)
        self.views.addWidget(self.wordings)
        self.views.addWidget(self.difference)
        self._arrange()
        self.decisions.everywhere.clicked.connect(self._decide_all)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._show_line(now))
        self.show_preview(self._preview)

    def show_preview(self, preview: Preview) -> None:
        """Show this; the kind that was looked at stays if there is one of it."""
        before = self.tabs.value() if self.tabs else ""
        self._preview = preview
        kinds = [kind for kind in Kind if preview.count(kind)]
        if self.tabs:
            self._row.removeWidget(self.tabs)
            self.tabs.hide()
            self.tabs.deleteLater()
        names = self._names()
        options = [(kind.value, f"{names[kind]} {preview.count(kind):,}") for kind in kinds]
        self.tabs = Choice(options, self._theme, self)
        self.tabs.name_parts(self.tr("会怎样"))
        self.tabs.setVisible(bool(kinds))
        self._row.insertWidget(0, self.tabs)
        if kinds:
            self.tabs.show_value(before if before in kinds else kinds[0].value)
        self.tabs.settled.connect(self._show_kind)
        self._show_kind()

    def kind(self) -> Kind | None:
        """The kind that is looked at."""
        value = self.tabs.value() if self.tabs else ""
        return Kind(value) if value else None

    def _decide_all(self) -> None:
        self.decisions.decide([line.phrase.id for line in self._preview.lines.get(Kind.CONFLICT, ())])

    def _names(self) -> dict[Kind, str]:
        return {
            Kind.NEW: self.tr("新增"), Kind.CHANGED: self.tr("有变化"), Kind.CONFLICT: self.tr("您改过的"),
            Kind.DUPLICATE: self.tr("重复"), Kind.REMOVED: self.tr("会去掉"), Kind.SAME: self.tr("相同"),
        }  # fmt: skip

    def _abouts(self) -> dict[Kind, str]:
        return {
            Kind.NEW: self.tr("话术库里还没有这些。"),
            Kind.CHANGED: self.tr("编号相同，内容不同：划掉的是现在的写法，下划线的是新的写法。"),
            Kind.CONFLICT: self.tr("您自己也改过：划掉的是您的，下划线的是话术包的。"),
            Kind.DUPLICATE: self.tr("话术库里或前面已经有一条说法完全相同的。"),
            Kind.REMOVED: self.tr("新的版本里没有了，安装后不再显示。"),
            Kind.SAME: self.tr("和现在的一样，不会变。"),
        }

    def _show_kind(self) -> None:
        kind = self.kind()
        self.list.empty = (self.tr("没有话术"), "")
        self.about.say(self._abouts()[kind] if kind else "", Ink.MUTED)
        self.list.setAccessibleName(self._names()[kind] if kind else self.tr("话术"))
        self.list.show_lines(self._preview.lines.get(kind, ()) if kind else ())
        if not self.list.model().lines:
            self._show(None)
        self.kind_changed.emit()

    def _show_line(self, index: QModelIndex) -> None:
        lines = self.list.model().lines
        self._show(lines[index.row()] if 0 <= index.row() < len(lines) else None)

    def _show(self, line: Line | None) -> None:
        phrase = line.phrase if line else None
        for part in (self.title, self.facts, self.views):
            part.setVisible(phrase is not None)
        self.decisions.ask(phrase.id if phrase and self.kind() is Kind.CONFLICT else "")
        notes = line.notes if line else ()
        more = [self.tr("还有 {count} 处").format(count=len(notes) - _NOTES)] if len(notes) > _NOTES else []
        self.notes.say("\n".join((*notes[:_NOTES], *more)), Ink.DANGER)
        short = line.original[:_ORIGINAL] + ("…" if len(line.original) > _ORIGINAL else "") if line else ""
        self.original.say(self.tr("原文：{text}").format(text=short) if short else "", Ink.MUTED)
        if line is None or phrase is None:
            self.wordings.show_phrase(None)
            return
        self.title.setText(phrase.title)
        stopped = self.tr("已停用，要先在话术库里启用才能发") if phrase.disabled else ""
        facts = (phrase.code, " › ".join(phrase.category), "、".join(phrase.tags), _files(phrase), stopped)
        self.facts.setText("  ·  ".join(filter(None, facts)))
        self.facts.setVisible(any(facts))
        if line.before is not None and line.before != phrase and _length(line.before) + _length(phrase) <= _LONGEST:
            self.difference.show_change(line.before, phrase)
            self.views.setCurrentWidget(self.difference)
        else:
            self.wordings.show_phrase(_short(phrase))
            self.views.setCurrentWidget(self.wordings)

    def _arrange(self) -> None:
        self.about = Note("", self._theme, self)
        self._row.addWidget(self.about, 1)
        self._row.setSpacing(14)
        right = QWidget(self)
        side = QVBoxLayout(right)
        side.setContentsMargins(6, 0, 0, 0)
        side.setSpacing(6)
        for part in (self.title, self.facts, self.notes, self.original, self.decisions):
            side.addWidget(part)
        side.addWidget(self.views, 1)
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(10)
        panes.addWidget(self.list)
        panes.addWidget(right)
        panes.setSizes(list(_SIZES))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._row)
        column.addWidget(panes, 1)


def _length(phrase: Phrase) -> int:
    return sum(len(variant.text) for variant in phrase.variants) + len(phrase.note)


def _short(phrase: Phrase) -> Phrase:
    """What can be laid out while somebody waits."""
    if _length(phrase) <= _LONGEST:
        return phrase
    room = _LONGEST // len(phrase.variants)
    return replace(phrase, variants=tuple(replace(each, text=each.text[:room] + "…") for each in phrase.variants))


def _files(phrase: Phrase) -> str:
    names = [attachment.name for attachment in phrase.attachments]
    return f"📎 {'、'.join(names[:3])}{'…' if len(names) > 3 else ''}" if names else ""
