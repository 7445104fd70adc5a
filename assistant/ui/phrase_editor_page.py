"""Everything that is written about a phrase, in two columns where there is room for them, else in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from assistant.core.model import Phrase
from assistant.core.review import Remark
from assistant.ui import theme as themes
from assistant.ui.attachment_strip import AttachmentStrip
from assistant.ui.editor_tools import EditorTools
from assistant.ui.inputs import Entry, Ink, Note
from assistant.ui.languages import Worded
from assistant.ui.phrase_facts import PhraseFacts
from assistant.ui.phrase_preview import PhrasePreview
from assistant.ui.remark_list import RemarkList
from assistant.ui.theme import Theme
from assistant.ui.wordings_editor import WordingsEditor

_WIDE = 760  # pixels from which there are two columns
_CODE = 104  # pixels of the code
_LONGEST_TITLE, _LONGEST_CODE = 100, 30


class EditorPage(Worded, QWidget):
    """``edited`` tells that something is different; :meth:`into` gives the phrase with it."""

    edited = Signal()

    def __init__(self, tools: EditorTools, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks: Sequence[Remark] = ()
        self.title, self.code = Entry(theme, self), Entry(theme, self)
        self.wordings = WordingsEditor(tools, theme, self)
        self.remarks = RemarkList(theme, self)
        self.files = AttachmentStrip(tools.files, theme, self)
        self.preview = PhrasePreview(tools.preview, theme, self)
        self.facts = PhraseFacts(tools.known, tools.completer.naming, theme, self)
        self.clash = Note("", theme, self)
        self.clash.hide()
        self._names = [Note("", theme, self) for _ in range(4)]
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._arrange()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        names = self.tr("标题"), self.tr("编码"), self.tr("说法"), self.tr("买家看到的")
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)
        self.title.setAccessibleName(names[0])
        self.code.setAccessibleName(names[1])
        self.code.setPlaceholderText(self.tr("如 fh"))

    def show_phrase(self, phrase: Phrase, *, again: bool) -> None:
        """Show it. ``again``: another state of the phrase that is shown already."""
        self.title.show_value(phrase.title)
        self.code.show_value(phrase.code)
        self.wordings.show_wordings(phrase.variants, again=again)
        self.files.show_attachments(phrase.attachments)
        self.facts.show_phrase(phrase)

    def into(self, phrase: Phrase) -> Phrase:
        """``phrase`` with what stands here; what was not touched stays to the letter."""
        title, code = self.title.text(), self.code.text()
        return replace(
            self.facts.into(phrase),
            title=title if title == phrase.title else title.strip(),
            code=code if code == phrase.code else code.strip(),
            variants=self.wordings.sheets.written,
            attachments=self.files.attachments,
        )

    def lacking(self, phrase: Phrase) -> str:
        """Why ``phrase`` cannot be kept as it is; "" when it can."""
        if not phrase.title.strip():
            return self.tr("还没有标题，写好标题就会保存。")
        empty = [number for number, variant in enumerate(phrase.variants, 1) if not variant.text.strip()]
        if empty and len(phrase.variants) == 1:
            return self.tr("还没有内容，写好要说的话就会保存。")
        if empty:
            return self.tr("第 {number} 种说法是空的，写上内容或删掉它就会保存。").format(number=empty[0])
        return ""

    def unkept(self, phrase: Phrase) -> str:
        """What is :meth:`lacking` in what stands here; "" also when that is ``phrase``."""
        written = self.into(phrase)
        return self.lacking(written) if written != phrase else ""

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Mark and list these; their wordings count as in the phrase."""
        numbers = self.wordings.sheets.numbers
        self._remarks = [replace(r, wording=numbers[r.wording]) if r.wording >= 0 else r for r in remarks]
        self.wordings.show_remarks(self._remarks)
        self.remarks.show_remarks(self._remarks, self.wordings.tabs.names)

    def show_clash(self, title: str) -> None:
        """Say which other phrase has the code; "" when none has."""
        self.code.set_wrong(wrong=bool(title))
        said = self.tr("编码和“{title}”相同，输入编码时会分不清。").format(title=title) if title else ""
        self.clash.say(said, Ink.DANGER)

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether anything can be changed."""
        for line in (self.title, self.code):
            line.setReadOnly(read_only)
        self.wordings.set_read_only(read_only=read_only)
        self.files.set_read_only(read_only=read_only)
        self.facts.setEnabled(not read_only)
        self.remarks.setEnabled(not read_only)

    def fit(self, width: int) -> None:
        """Make use of that many pixels."""
        wide = width >= _WIDE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
        self._columns.setSpacing(28 if wide else 14)
        for place, share in enumerate((6, 5) if wide else (0, 1)):
            self._columns.setStretch(place, share)

    def go_to(self, remark: Remark) -> None:
        """Show its place."""
        if remark.wording >= 0:
            self.wordings.turn_to(remark.wording)
            self.wordings.text.go_to(remark.start, remark.end)

    def mend(self, remark: Remark) -> None:
        """Take its way out."""
        if remark.fix and not self.title.isReadOnly():
            self.wordings.turn_to(remark.wording)
            self.wordings.text.mend(remark.fix)

    def insert_field(self) -> None:
        """Put an empty field at the cursor and ask which."""
        self.wordings.text.insert("{{ }}", (3, 3))
        self.wordings.text.complete()

    def next_remark(self) -> None:
        """Show the one after the cursor, in this wording or in the next."""
        if found := self._after_cursor(self._remarks):
            self.go_to(found)

    def mend_next(self) -> None:
        """Take the way out of the remark at the cursor or after it."""
        if found := self._after_cursor([remark for remark in self._remarks if remark.fix], at=True):
            self.mend(found)

    def _after_cursor(self, remarks: Sequence[Remark], *, at: bool = False) -> Remark | None:
        text = self.wordings.text
        cursor = text.character(text.textCursor().selectionStart())
        here = self.wordings.current, cursor if at else cursor + bool(text.textCursor().hasSelection())
        placed = sorted((r for r in remarks if r.wording >= 0), key=lambda r: (r.wording, r.start))
        after = (r for r in placed if (r.wording, r.end if at else r.start) >= here)
        return next(after, placed[0] if placed else None)

    def _connect(self) -> None:
        for line in (self.title, self.code):
            line.textEdited.connect(lambda _: self.edited.emit())
        for part in (self.wordings, self.files, self.facts):
            part.edited.connect(self.edited)
        self.wordings.text.files_given.connect(self.files.take)
        self.wordings.text.next_remark_asked.connect(self.next_remark)
        self.wordings.tools.files.clicked.connect(self.files.choose)
        self.remarks.gone_to.connect(self.go_to)
        self.remarks.mended.connect(self.mend)
        self.title.setMaxLength(_LONGEST_TITLE)
        self.code.setMaxLength(_LONGEST_CODE)

    def _arrange(self) -> None:
        for name in self._names:
            name.setFont(themes.font(12))
        heads, lines = QHBoxLayout(), QHBoxLayout()
        self.code.setFixedWidth(_CODE)
        self._names[1].setFixedWidth(_CODE)
        rows: tuple[tuple[QHBoxLayout, QWidget, QWidget], ...] = (
            (heads, self._names[0], self._names[1]), (lines, self.title, self.code),
        )  # fmt: skip
        for row, wide, narrow in rows:
            row.setSpacing(8)
            row.addWidget(wide, 1)
            row.addWidget(narrow)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(8)
            self._columns.addLayout(column, 1)
        left.addLayout(heads)
        left.addLayout(lines)
        parts: tuple[tuple[QVBoxLayout, tuple[QWidget, ...]], ...] = (
            (left, (self.clash, self._names[2], self.wordings, self.remarks, self.files)),
            (right, (self._names[3], self.preview, self.facts)),
        )
        for column, widgets in parts:
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch()
        self._columns.setContentsMargins(16, 4, 16, 16)
