"""The popup: phrases under the caret, built once and shown in milliseconds.

It knows no engine and no driver. The app sets index, standing, renderer and target, opens it with
:meth:`Popup.open_by`, and hears what the agent decided through the signals. It closes itself only when the agent
dismisses it; after ``chosen`` the app hides it, or shows a form, findings or a problem in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistant.core.guard.check import Finding
from assistant.core.model import Phrase
from assistant.core.ranking import Standing
from assistant.core.search import Index
from assistant.core.template.facts import Field
from assistant.ui import theme as themes
from assistant.ui.order_bar import NO_ORDER
from assistant.ui.placement import placed
from assistant.ui.popup_browser import TREE_WIDTH, Browser
from assistant.ui.popup_footer import Footer
from assistant.ui.popup_header import Header
from assistant.ui.popup_pages import Pages
from assistant.ui.popup_presence import Presence
from assistant.ui.popup_warm import Warmer
from assistant.ui.preview_pane import Preview, PreviewPane
from assistant.ui.seeker import Background

__all__ = ["HEIGHT", "WIDTH", "Manner", "Popup", "Preview"]

WIDTH, HEIGHT = 860, 492
_SIZES = {"normal": (WIDTH, HEIGHT, 298), "large": (1060, 668, 380)}  # popup.size: both sides, the preview
_LARGER = {"normal": 0, "large": 2, "huge": 4}  # popup.text: pixels


@dataclass(frozen=True, slots=True)
class Manner:
    """How the agent wants it: settings popup.size, popup.text, popup.digits, and the role to begin with."""

    size: str = "normal"
    text: str = "normal"
    digits: str = "alt"
    role: str = ""


class Popup(QWidget):
    """The window. All positions are Qt's logical screen coordinates."""

    chosen = Signal(str, bool)  # phrase id, send after the paste
    copy_asked = Signal(str)  # phrase id
    pin_asked = Signal(str)  # phrase id: to be pinned, or no longer
    searched = Signal(str, bool)  # the query as it is now, whether anything was found; empty when the popup is over
    dismissed = Signal()  # hidden already; the focus belongs back where it was
    left = Signal()  # another window took the focus; still shown, the app decides
    answered = Signal(dict)  # values by field path
    confirmed = Signal()  # paste in spite of the findings
    mended = Signal(object)  # tuple of Fix: paste after these
    order_stepped = Signal(int)  # to the next order, or with -1 to the one before
    order_refused = Signal()  # without the order that is shown
    teach_asked = Signal()  # where the buyer stands in the title of the window in front
    order_picked = Signal(int)  # the place of an order that was asked for

    def __init__(self, background: Background, theme: str = "system") -> None:
        """Searches run with ``background``."""
        super().__init__(
            None,
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self._choice = theme
        colours = themes.current(theme)
        self._header = Header(colours, self)
        self._preview = PreviewPane(colours, self)
        self._browser = Browser(colours, background, self._header.line, self._preview, self)
        self._pages = Pages(colours, self._browser, self)
        self.order, self.show_orders = self._preview.order, self._pages.ask_order
        self._footer = Footer(colours, self)
        self._body = QWidget(self)
        self._body.setAutoFillBackground(True)
        self._warmer = Warmer(self)
        self._presence = Presence(self)
        self.setObjectName("popup")
        self.setWindowTitle("小二快答")  # no words: scripts know the window by it
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setFont(themes.font(13))
        self._manner = Manner()
        self._arrange()
        self.suit(self._manner)
        self._connect()
        self.set_theme(theme)
        self.winId()  # the native window exists from now on: showing it only maps it
        self.reset()

    def set_theme(self, choice: str) -> None:
        """Use ``light``, ``dark``, or with ``system`` what the desktop uses, now and when it changes."""
        self._choice = choice
        theme = themes.current(choice)
        ground = themes.palette(theme)
        ground.setColor(QPalette.ColorRole.Window, theme.edge)  # seen round the panes, as the window's edge
        self.setPalette(ground)
        ground.setColor(QPalette.ColorRole.Window, theme.line)  # seen between the panes, as hairlines
        self._body.setPalette(ground)
        for part in (self._header, self._preview, self._pages):
            part.setPalette(themes.palette(theme))
            part.set_theme(theme)
        self._footer.theme = theme
        self.update()

    def suit(self, manner: Manner) -> None:
        """Be as the agent wants it, from the next opening on."""
        width, height, preview = _SIZES[manner.size]
        self.setFixedSize(width, height)
        self.setMask(themes.rounded(self.rect()))
        self._preview.setFixedWidth(preview)
        larger = _LARGER[manner.text]
        for part in (self._browser.tree, self._browser.list, self._preview):
            part.set_larger(larger)
        self._browser.tree.setFixedWidth(TREE_WIDTH + 10 * larger)
        self._browser.plain_digits = manner.digits == "plain"
        self._browser.finder.first_role = manner.role
        if manner.role != self._manner.role and manner.role in ("", *self._browser.finder.roles()):
            self._browser.set_role(manner.role)
            self._header.select_role(manner.role)
        self._manner = manner
        self._footer.show_hints(self._pages.hints())
        self._presence.changed()

    def set_index(self, index: Index) -> None:
        """Search this from now on. Takes some milliseconds for thousands: not for the moment of the hotkey."""
        self._browser.finder.set_index(index)
        self._header.show_roles(self._browser.finder.roles())
        self._header.select_role(self._browser.finder.role)
        self._warmer.learn(index.signs())

    def set_standing(self, standing: Standing) -> None:
        """Rank by this from now on; in the open popup from the next search on, so that no row moves by itself."""
        self._browser.finder.set_standing(standing)
        self._browser.list.set_pinned(standing.pinned)
        if not self.isVisible():
            self._browser.finder.find()
            self._presence.changed()

    def set_renderer(self, render: Callable[[Phrase], Preview]) -> None:
        """Fill phrases for the preview with ``render``, the shown one at once; it must not raise."""
        self._browser.fill = render
        if self.isVisible():
            self._browser.follow()

    def set_target(self, program: str, buyer: str) -> None:
        """Name the chat program and the buyer that the reply goes to; either may be empty."""
        self._header.target.show_target(program, buyer)

    def reset(self) -> None:
        """Back to the list with nothing typed, filtered or asked. Happens by itself after hiding or before opening."""
        self._footer.show_problem("")
        self._pages.back()
        self.order.show_note(NO_ORDER)
        self._browser.rest()
        if self.isVisible():
            self._browser.follow()

    def shown_by(self, modifiers: Qt.KeyboardModifier) -> None:
        """Tell which modifiers the hotkey has: letters typed while they stay down are plain text."""
        self._browser.held.shown(modifiers)

    def open_by(self, line: QRect, *, takes_focus: bool = True) -> None:
        """Show beside ``line``, whole and on its screen, and take the focus unless it will be given."""
        self._presence.back()
        screen = QGuiApplication.screenAt(line.topLeft()) or QGuiApplication.primaryScreen()
        self.move(placed(line, screen.availableGeometry(), self.size()))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not takes_focus)
        self.show()
        if takes_focus:
            self.activateWindow()
        self._presence.here()
        self._browser.follow()

    def has_keyboard(self) -> bool:
        """Whether what is typed comes here."""
        return self._presence.has_keyboard()

    def show_form(self, fields: Sequence[Field]) -> None:
        """Ask for missing values; ``answered`` follows, or the agent goes back to the list."""
        self._footer.show_problem("")
        self._pages.form.show_fields(fields)
        self._pages.turn_to(self._pages.form)

    def show_findings(self, text: str, findings: Sequence[Finding]) -> None:
        """Show what the guard found in a reply; ``confirmed`` or ``mended`` follows, or the agent goes back."""
        self._footer.show_problem("")
        self._pages.findings.show_findings(text, findings)
        self._pages.turn_to(self._pages.findings)

    def show_problem(self, sentence: str) -> None:
        """Say in the bottom line what went wrong and what to do; it goes with the next key."""
        self._footer.show_problem(sentence)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, D102
        if not self._pages.browsing:
            return super().focusNextPrevChild(forward)
        self._browser.next_pane(forward=forward)
        return True

    def _warm(self) -> None:
        """Lay out and paint everything off-screen, so that showing is mostly copying."""
        if not self.isVisible():
            self.grab()
            for part in (self._browser.tree, self._browser.list, self._footer):
                part.keep_still()

    def _page_turned(self, browsing: bool) -> None:
        self._header.setEnabled(browsing)
        self._preview.buttons_shown(shown=browsing)
        self._footer.show_hints(self._pages.hints())
        self._count()

    def _count(self) -> None:
        count = self._browser.finder.count() if self._pages.browsing else ""
        self._footer.show_count(count)

    def _connect(self) -> None:
        browser, pages = self._browser, self._pages
        browser.chosen.connect(self.chosen)
        browser.copy_asked.connect(self.copy_asked)
        browser.pin_asked.connect(self.pin_asked)
        browser.searched.connect(self.searched)
        browser.dismissed.connect(self.hide)
        browser.dismissed.connect(self.dismissed)
        browser.order_stepped.connect(self.order_stepped)
        browser.order_refused.connect(self.order_refused)
        browser.teach_asked.connect(self.teach_asked)
        self._header.target.clicked.connect(self.teach_asked)
        browser.listed.connect(self._count)
        browser.used.connect(lambda: self._footer.show_problem(""))
        browser.role_skipped.connect(lambda: browser.set_role(self._header.next_role()))
        self._header.role_chosen.connect(browser.set_role)
        self._warmer.done.connect(self._warm)
        self._presence.left.connect(self.left)
        self._presence.over.connect(self.reset)
        self._presence.idle.connect(self._warm)
        pages.turned.connect(self._page_turned)
        pages.form.answered.connect(self.answered)
        pages.form.incomplete.connect(self.show_problem)
        pages.findings.confirmed.connect(self.confirmed)
        pages.findings.mended.connect(self.mended)
        pages.orders.picked.connect(self.order_picked)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self.set_theme(self._choice))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(1)
        row.addWidget(self._pages, 1)
        row.addWidget(self._preview)
        edge = QVBoxLayout(self)
        edge.setContentsMargins(1, 1, 1, 1)
        edge.addWidget(self._body)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._header)
        column.addLayout(row, 1)
        column.addWidget(self._footer)
