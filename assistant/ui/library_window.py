"""The library as a window: all phrases by category or by search, each with everything that is known about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QSplitter,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from assistant.core.model import Phrase
from assistant.core.search import Index, Match, Scope
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton, ThinBar
from assistant.ui.inputs import Entry, Ink, Note
from assistant.ui.popup_panes import CategoryTree, PhraseDelegate, PhraseList, Writer
from assistant.ui.seeker import Answer, Background, Seeker, Wish
from assistant.ui.theme import Theme, Themed
from assistant.ui.window import Window
from assistant.ui.wordings_view import WordingsView

AnyIndex = QModelIndex | QPersistentModelIndex
_SIZE = (1080, 680)
_LEAST = (720, 420)
_ROW = 74
_TREE, _LIST, _SIDE = 210, 480, 390
_FOUND = 1000  # phrases shown for a query
_NEAR = 2000  # rows looked through for the phrase that was chosen before
_TAG_ROOM = 130  # pixels of the widest tag
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _Delegate(PhraseDelegate):
    """A row of the list: title and code, excerpt, tags, roles and number of wordings."""

    def __init__(self, theme: Theme, view: PhraseList) -> None:
        super().__init__(theme, view, view.phrases)
        self._list = view
        self._line, self._words, self._tag = Writer(themes.font(14)), Writer(themes.font(12)), Writer(themes.font(11))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect = self._list.visualRect(self._list.phrases.index(index.row(), 0))
        match = self._list.phrases.matches[index.row()]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._list.currentIndex().row():
            painter.setPen(self.theme.accent if self._list.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.picked)
            painter.drawRoundedRect(QRectF(rect).adjusted(6.5, 1.5, -6.5, -1.5), 7, 7)
        box = rect.adjusted(18, 0, -18, 0)
        inks = (self.theme.text, self.theme.accent_text), (self.theme.muted, self.theme.accent_text)
        code = min(self._words.width(match.phrase.code), 120)
        place = QRect(box.right() - code, box.top() + 7, code + 1, 20)
        self._words.draw_marked(painter, place, (match.phrase.code, match.code_spans), inks[1])
        title = QRect(box.left(), box.top() + 7, box.width() - code - 12, 21)
        self._line.draw_marked(painter, title, (match.phrase.title, match.title_spans), inks[0])
        excerpt = QRect(box.left(), box.top() + 28, box.width(), 18)
        self._words.draw_marked(painter, excerpt, (match.excerpt, match.excerpt_spans), inks[1])
        self._paint_labels(painter, QRect(box.left(), box.top() + 49, box.width(), 17), match.phrase)

    def _paint_labels(self, painter: QPainter, box: QRect, phrase: Phrase) -> None:
        count = self.tr("{count} 种说法").format(count=len(phrase.variants)) if len(phrase.variants) > 1 else ""
        facts = " · ".join(filter(None, ("/".join(phrase.roles), count)))
        width = self._tag.width(facts)
        self._tag.draw(painter, QRect(box.right() - width, box.top(), width + 1, box.height()), facts, self.theme.muted)
        left, end = box.left(), box.right() - width - 10
        for tag in phrase.tags:
            text = self._tag.cut(tag, _TAG_ROOM)
            chip = QRect(left, box.top(), self._tag.width(text) + 12, box.height())
            if chip.right() > end:
                break
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.badge)
            painter.drawRoundedRect(chip, 5, 5)
            self._tag.draw(painter, chip.adjusted(6, 0, 0, 0), text, self.theme.muted)
            left = chip.right() + 6


class _Details(Themed, QWidget):
    """The right side: the chosen phrase with all its wordings."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = Note("", theme, self, ink=Ink.TEXT)
        self.title.setFont(themes.bold(16))
        self.facts = Note("", theme, self)
        self.note = Note("", theme, self)
        self.wordings = WordingsView(theme, self)
        self.copy = ActionButton(self.tr("复制"), theme, self, primary=True)
        self.copy.setToolTip(self.tr("填好店铺信息后复制到剪贴板"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(5)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.note)
        column.addSpacing(6)
        column.addWidget(self.wordings, 1)
        column.addSpacing(6)
        column.addLayout(row)
        self.setAutoFillBackground(True)
        self.setMinimumWidth(260)

    def _apply(self) -> None:
        theme = self._theme
        ground = themes.palette(theme)
        ground.setColor(QPalette.ColorRole.Window, theme.side)
        self.setPalette(ground)

    def show_phrase(self, phrase: Phrase | None) -> None:
        """Show everything about it."""
        self.copy.setEnabled(phrase is not None)
        self.wordings.show_phrase(phrase)
        self.title.setText(phrase.title if phrase else "")
        facts = (phrase.code, " › ".join(phrase.category), "、".join(phrase.roles)) if phrase else ()
        self.facts.setText(" · ".join(filter(None, facts)))
        self.note.say(self.tr("备注：{note}").format(note=phrase.note) if phrase and phrase.note else "", Ink.MUTED)


class LibraryWindow(Window):
    """The window. Index and searches run with ``background``; the library is taken up when the window is shown."""

    import_asked = Signal(str)  # path; imported() or import_failed() ends it
    copy_asked = Signal(str)  # phrase id

    def __init__(self, background: Background, theme: str = "system") -> None:
        super().__init__(QApplication.translate("LibraryWindow", "话术库 - 小二快答"), theme)
        colours = self.colours
        self._pending: Index | None = None
        self.search = Entry(colours, self)
        self.tree = CategoryTree(colours, self)
        self.list = PhraseList(colours, self)
        self.details = _Details(colours, self)
        self.seeker = Seeker(background, self)
        self._import = ActionButton(self.tr("导入…"), colours, self)
        self._count = Note("", colours, self)
        self._status = Note("", colours, self)
        self._busy = QProgressBar(self)
        self._bars = ThinBar(colours, self.tree), ThinBar(colours, self.list)
        self._follow = QTimer(self, singleShot=True, interval=0)
        self._dress()
        self._arrange()
        self._connect()
        self.details.show_phrase(None)
        self.set_theme(theme)
        self.take_size(*_SIZE)
        self.setMinimumSize(*_LEAST)
        self.search.setFocus()

    def set_index(self, index: Index) -> None:
        """Show its phrases. While the window is hidden this costs nothing."""
        self._pending = index
        if self.isVisible():
            self._take_up()

    def imported(self, sentence: str) -> None:
        """An import has ended well; say how."""
        self._end_import(sentence, Ink.GOOD)

    def import_failed(self, sentence: str) -> None:
        """An import has failed; say why."""
        self._end_import(sentence, Ink.DANGER)

    def say(self, sentence: str) -> None:
        """Show a sentence in the bottom line."""
        self._status.say(sentence, Ink.MUTED)

    def colour(self, theme: Theme) -> None:
        """Paint everything in these colours."""
        super().colour(theme)
        ground = themes.palette(theme)
        self.list.setPalette(ground)
        self.list.set_theme(theme)
        ground.setColor(QPalette.ColorRole.Base, theme.side)
        self.tree.setPalette(ground)
        self.tree.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102
        super().showEvent(event)
        self._take_up()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Up and down in the search line move in the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _take_up(self) -> None:
        if self._pending is not None:
            index, self._pending = self._pending, None
            filed: Counter[tuple[str, ...]] = Counter()
            for (category, _), count in index.filing.items():
                filed[category] += count
            with QSignalBlocker(self.tree):  # it passes every category while it is being emptied
                self.tree.show_categories(filed)
            self.seeker.set_index(index)
            self._find()

    def _find(self) -> None:
        self.seeker.seek(Wish(self.search.text(), Scope(category=self.tree.category()), limit=_FOUND))

    def _found(self, answer: Answer) -> None:
        matches = answer.matches
        query = self.search.text().strip()
        missing = self.tr("没有找到“{query}”").format(query=query) if query else self.tr("还没有话术")
        hint = self.tr("试试更短的词，或点左侧“全部话术”。") if query else self.tr("点“导入…”选择一个话术文件。")
        self.list.empty = (missing, hint)
        chosen = self.list.match()
        self.list.show_matches(matches)
        if chosen:
            self._stay_at(chosen.phrase.id, matches)
        self._count.setText(self.tr("{count} 条话术").format(count=len(matches)))
        self._follow.start()

    def _stay_at(self, phrase: str, matches: Sequence[Match]) -> None:
        near = islice(enumerate(matches), _NEAR)
        row = next((row for row, match in near if match.phrase.id == phrase), 0)
        if row and not self.search.text().strip():
            self.list.move_to(row)

    def _show_chosen(self) -> None:
        match = self.list.match()
        self.details.show_phrase(match.phrase if match else None)

    def _copy(self) -> None:
        if match := self.list.match():
            self.copy_asked.emit(match.phrase.id)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("导入话术"))
        dialog.setPalette(self.palette())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("话术文件 (*.jsonl)"), self.tr("所有文件 (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.begin_import)
        dialog.open()

    def begin_import(self, path: str) -> None:
        """Ask for the import of a file and show that it is going on."""
        self._import.setEnabled(False)
        self._busy.show()
        self.say(self.tr("正在导入…"))
        self.import_asked.emit(path)

    def _end_import(self, sentence: str, ink: Ink) -> None:
        self._import.setEnabled(True)
        self._busy.hide()
        self._status.say(sentence, ink)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._find())
        self.search.installEventFilter(self)
        self.tree.filtered.connect(self._find)
        self.seeker.found.connect(self._found)
        self.seeker.failed.connect(self.say)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._follow.start())
        self.list.accepted.connect(self._copy)
        self.details.copy.clicked.connect(self._copy)
        self._follow.timeout.connect(self._show_chosen)
        self._import.clicked.connect(self._choose_file)

    def _dress(self) -> None:
        self.search.setPlaceholderText(self.tr("搜索话术、编码、标签…"))
        self.search.setAccessibleName(self.tr("搜索话术"))
        self.search.setMaxLength(100)
        self.search.setClearButtonEnabled(True)
        self.list.painter_of_rows = _Delegate(self.colours, self.list)
        self.list.setItemDelegate(self.list.painter_of_rows)
        self.list.setAccessibleDescription(self.tr("上下键选择，右侧显示全部说法"))
        self.tree.setVerticalScrollBar(self._bars[0])
        self.list.setVerticalScrollBar(self._bars[1])
        self._busy.setRange(0, 0)
        self._busy.setFixedSize(120, 4)
        self._busy.setTextVisible(False)
        self._busy.hide()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 12)
        top.setSpacing(10)
        top.addWidget(self.search, 1)
        top.addWidget(self._import)
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        for pane, width in ((self.tree, _TREE), (self.list, _LIST), (self.details, _SIDE)):
            panes.addWidget(pane)
            pane.setMinimumWidth(width // 2)
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.setSizes([_TREE, _LIST, _SIDE])
        panes.setStretchFactor(1, 3)
        panes.setStretchFactor(2, 2)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 6, 18, 7)
        foot.setSpacing(16)
        self._count.setWordWrap(False)
        foot.addWidget(self._count)
        foot.addWidget(self._busy)
        foot.addWidget(self._status, 1)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(panes, 1)
        column.addLayout(foot)
