"""“教小二认买家”: the agent marks the buyer's nick in a window's title, and the rule is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from assistant.core import teaching
from assistant.core.errors import XiaoerError
from assistant.core.teaching import Taught
from assistant.engine.seen import Glimpse
from assistant.ui import theme as themes
from assistant.ui.inputs import Ink, Note
from assistant.ui.select import Select
from assistant.ui.sheet import ListBox, Sheet
from assistant.ui.teach_access import Teaching
from assistant.ui.teach_line import TitleLine
from assistant.ui.terms import term
from assistant.ui.theme import Theme

_WIDE = 620
_ROW = 48  # pixels of a title that the rule is tried on
_ROWS = 4


class TeachSheet(Sheet):
    """For programs and their titles, of which the newest stands ready to be marked. ``done`` is told of a change."""

    def __init__(
        self,
        tools: Teaching,
        glimpses: Sequence[Glimpse],
        theme: Theme,
        parent: QWidget | None = None,
        done: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(theme, parent, wide=_WIDE)
        self._tools = tools
        self._glimpses = {glimpse.program: glimpse for glimpse in glimpses}
        self._done = done
        self._rule: Taught | None = None
        self.ask(
            self.tr("教小二认买家"),
            self.tr("保存"),
            self.tr("在窗口标题里选中买家的名字：按住鼠标划过，或按 Shift+方向键；双击选中一段。"),
        )
        self.picker = Select(theme, self)
        self.line = TitleLine(theme, self)
        self.found = Note("", theme, self, ink=Ink.TEXT)
        self.tried = ListBox(theme, self)
        self._arrange()
        self.nobody = self.add_button(self.tr("这个窗口里没有买家"), self.tr("这个程序的窗口标题里从来没有买家的名字"))
        self.forget = self.add_button(self.tr("忘掉教过的"), self.tr("这个程序的标题又按小二原来的办法认"))
        for button, act in ((self.way_on, self._save), (self.nobody, self._no_buyer), (self.forget, self._unteach)):
            button.clicked.connect(act)
        self.picker.settled.connect(self._look_at)
        self.line.selectionChanged.connect(self._marked)
        self.tried.itemClicked.connect(self._other_title)
        self._look_at()

    def look_at(self, label: str) -> None:
        """Begin with the program that is called so, where one is."""
        program = next((each.program for each in self._glimpses.values() if each.label == label), "")
        if program:
            self.picker.show_value(program)
            self._look_at()

    def _arrange(self) -> None:
        self.picker.offer([(program, _called(each)) for program, each in self._glimpses.items()])
        self.picker.setEnabled(bool(self._glimpses))
        self.add_row(self.tr("聊天程序"), self.picker)
        self.add_row(self.tr("窗口标题"), self.line)
        self.found.setFont(themes.font(14))
        self.found.setMinimumHeight(26)
        self.body.addWidget(self.found)
        self._caption = Note(
            self.tr("同样的办法用在这个程序的其他标题上（点一条可以改用它来教）："), self.colours, self
        )
        self.body.addWidget(self._caption)
        self.tried.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.tried.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.tried.setAccessibleName(self.tr("其他标题"))
        self.body.addWidget(self.tried)

    def _glimpse(self) -> Glimpse:
        return self._glimpses.get(self.picker.value(), Glimpse("", "", ()))

    def _look_at(self) -> None:
        glimpse = self._glimpse()
        titles = glimpse.titles
        self.line.setEnabled(bool(titles))
        self.line.show_title(titles[0] if titles else "")
        self.nobody.setEnabled(bool(glimpse.program))
        self.forget.setEnabled(any(rule.program == glimpse.program for rule in self._tools.rules()))
        self._marked()
        self.line.setFocus()

    def _other_title(self) -> None:
        title = self.tried.currentItem().data(Qt.ItemDataRole.UserRole)
        self.line.show_title(str(title))
        self._marked()
        self.line.setFocus()

    def _marked(self) -> None:
        program, title = self._glimpse().program, self.line.text()
        start, end = self.line.mark()
        self._rule = teaching.teach(program, title, start, end) if end > start else None
        rules = teaching.added(self._tools.rules(), self._rule) if self._rule else tuple(self._tools.rules())
        nick = self._tools.read(rules, program, title)
        if self._rule and not nick:
            self._rule = None
            self._say(
                self.tr("“{nick}”不会是买家的名字，请选中别的字。").format(nick=title[start:end].strip()), Ink.DANGER
            )
        elif self._rule:
            whole = not (self._rule.before + self._rule.after)
            warning = self.tr("（整个标题都当作名字）") if whole else ""
            self._say(self.tr("买家：{nick}").format(nick=nick) + warning, Ink.GOOD)
        elif end > start:
            self._say(self.tr("选中的字里认不出买家：请只选名字，网页标题里还要留下别的字。"), Ink.DANGER)
        else:
            self._say(self._before(nick), Ink.MUTED)
        self.way_on.setEnabled(self._rule is not None)
        self._try(rules)

    def _before(self, nick: str) -> str:
        if not self._glimpses:
            return self.tr("还没有见过聊天窗口：先在聊天窗口里呼出一次小二快答，再来教。")
        if not self.line.text():
            return self.tr("这个程序教过，但这次还没有见过它的窗口。")
        return self.tr("现在认的买家：{nick}").format(nick=nick) if nick else self.tr("现在认不出买家，请选中名字。")

    def _say(self, sentence: str, ink: Ink) -> None:
        self.found.say(sentence, ink)
        self.line.setAccessibleDescription(sentence)

    def _try(self, rules: Sequence[Taught]) -> None:
        program, current = self._glimpse().program, self.line.text()
        others = [title for title in self._glimpse().titles if title != current]
        self.tried.clear()
        for title in others:
            nick = self._tools.read(rules, program, title)
            found = self.tr("买家：{nick}").format(nick=nick) if nick else self.tr("没有买家")
            self.tried.addItem(f"{_one_line(title)}\n{found}")
            self.tried.item(self.tried.count() - 1).setData(Qt.ItemDataRole.UserRole, title)
        self.tried.setFixedHeight(min(len(others), _ROWS) * _ROW + 4)
        self.tried.setVisible(bool(others))
        self._caption.setVisible(bool(others))

    def _save(self) -> None:
        if self._rule:
            self._keep(teaching.added(self._tools.rules(), self._rule))

    def _no_buyer(self) -> None:
        self._keep(teaching.added(self._tools.rules(), Taught(self._glimpse().program, nobody=True)))

    def _unteach(self) -> None:
        self._keep(teaching.without(self._tools.rules(), self._glimpse().program))

    def _keep(self, rules: Sequence[Taught]) -> None:
        try:
            self._tools.keep(rules)
        except XiaoerError as problem:
            self._say(str(problem), Ink.DANGER)
        else:
            self.accept()
            self._done()


def show_teach(
    parent: QWidget | None,
    where: tuple[str, str, str],
    tools: Teaching,
    theme: Theme,
    done: Callable[[], None] = lambda: None,
) -> TeachSheet:
    """Teach about the window ``where``: program, how the agent calls it, title. ``done`` is told of a change.

    Without a parent, keep what is returned as long as it is open.
    """
    sheet = TeachSheet(tools, [tools.about(*where)], theme, parent, done)
    sheet.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
    sheet.open()
    sheet.raise_()
    sheet.activateWindow()
    return sheet


def _called(glimpse: Glimpse) -> str:
    label = term(glimpse.label)
    return f"{label}（{glimpse.program}）" if label else glimpse.program


def _one_line(title: str) -> str:
    return " ".join(title.split())
