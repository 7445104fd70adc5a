"""What the ordinary windows have in common: settings, library, practice chat."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from assistant.ui import theme as themes
from assistant.ui.languages import spoken
from assistant.ui.theme import Theme

_FRAME = 40  # pixels that title bar and borders may take


@runtime_checkable
class Themed(Protocol):
    """A control that paints itself in the colours it is given."""

    theme: Theme


class Window(QWidget):
    """A window in our colours that Esc closes. Closing hides it; it never ends the program."""

    def __init__(self, title: str, theme: str = "system") -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._choice = theme
        self._language = spoken()
        self.colours = themes.current(theme)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFont(themes.font(13))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    @property
    def outdated(self) -> bool:
        """Whether it is hidden, and its words are not in the language of the program any more."""
        return not self.isVisible() and self._language != spoken()

    def set_theme(self, choice: str) -> None:
        """Use ``light``, ``dark``, or with ``system`` what the desktop uses, now and when it changes."""
        self._choice = choice
        self.colour(themes.current(choice))

    def colour(self, theme: Theme) -> None:
        """Paint everything in these colours."""
        self.colours = theme
        colour(self, theme)

    def take_size(self, wide: int, high: int) -> None:
        """Be this large, or as large as the screen allows."""
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(wide, room.width() - _FRAME), min(high, room.height() - _FRAME))

    def present(self) -> None:
        """Show it in front, with the keyboard."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _scheme_changed(self) -> None:
        self.set_theme(self._choice)


def colour(root: QWidget, theme: Theme) -> None:
    """Give ``root`` and everything in it these colours."""
    root.setPalette(themes.palette(theme))
    children: Iterable[QObject] = root.findChildren(QWidget)
    for child in children:
        if isinstance(child, Themed):
            child.theme = theme
    root.update()
