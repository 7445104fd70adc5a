"""The settings window: pages named on the left, the page on the right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton, ThinBar
from assistant.ui.settings_data import BackupPage, PrivacyPage
from assistant.ui.settings_pages import GeneralPage, HotkeyPage, LookPage, TastePage
from assistant.ui.settings_paste import PastePage, ProgramsPage
from assistant.ui.settings_rows import Page, SettingsAccess, System
from assistant.ui.settings_rules import RulesPage
from assistant.ui.settings_shop import ShopPage
from assistant.ui.theme import Theme
from assistant.ui.trust_page import TrustPage
from assistant.ui.window import Window

__all__ = ["SettingsAccess", "SettingsDialog", "System"]

_SIZE = (880, 640)
_LEAST = (860, 440)
_NAMES = 176  # pixels of the list of pages
_ROW = 40


class _NameDelegate(QStyledItemDelegate):
    """A row of the list of pages."""

    def __init__(self, theme: Theme, names: QListWidget) -> None:
        super().__init__(names)
        self.theme = theme
        self._names = names

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return QSize(100, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = self._names.visualRect(self._names.model().index(index.row(), 0))
        picked = index.row() == self._names.currentRow()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if picked:
            painter.setPen(self.theme.accent if self._names.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.picked)
            painter.drawRoundedRect(QRectF(rect).adjusted(8.5, 2.5, -8.5, -2.5), 7, 7)
        painter.setFont(themes.font(14))
        painter.setPen(self.theme.accent_text if picked else self.theme.text)
        painter.drawText(rect.adjusted(24, 0, -12, 0), Qt.AlignmentFlag.AlignVCenter, index.data())


class SettingsDialog(Window):
    """The window. Everything changed in it holds at once; there is nothing to confirm."""

    def __init__(self, settings: SettingsAccess, system: System, theme: str = "system") -> None:
        super().__init__(QApplication.translate("SettingsDialog", "小二快答设置"), theme)
        colours = self.colours
        self.pages: tuple[Page, ...] = (
            HotkeyPage(settings, system, colours),
            LookPage(settings, colours),
            TastePage(settings, colours),
            ShopPage(settings, colours),
            PastePage(settings, colours),
            ProgramsPage(settings, system, colours),
            *([RulesPage(system.rules, settings, colours)] if system.rules else []),
            *_trust(system, settings, colours),
            BackupPage(system.keeping, settings, colours),
            PrivacyPage(system.keeping, settings, colours),
            GeneralPage(settings, system, colours),
        )
        self._side = QWidget(self)
        self.names = QListWidget(self._side)
        self._delegate = _NameDelegate(colours, self.names)
        self._stack = QStackedWidget(self)
        for page in self.pages:
            self.names.addItem(page.title.text())
            self._stack.addWidget(_scrolling(page, colours))
        self._close = ActionButton(self.tr("关闭"), colours, self)  # after the pages: Tab reaches it last
        self._close.clicked.connect(self.close)
        self.names.setItemDelegate(self._delegate)
        self.names.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.names.setCurrentRow(0)
        self._arrange()
        self.set_theme(theme)
        self.refresh()
        self.take_size(*_SIZE)
        self.setMinimumSize(*_LEAST)

    def refresh(self) -> None:
        """Show everything as it is now: something else changed a setting."""
        for page in self.pages:
            page.refresh()

    def present(self) -> None:
        """Show it in front, with the values as they are now."""
        self.refresh()
        if not self.isVisible():
            self.names.setFocus()
        super().present()

    def take_over(self, before: SettingsDialog) -> None:
        """Come in the place of another one, at the same page, with the keyboard at the same control."""
        self.names.setCurrentRow(before.names.currentRow())
        self.setGeometry(before.geometry())
        self.present()
        old, new = (_controls(dialog.pages[self.names.currentRow()]) for dialog in (before, self))
        if before.focusWidget() in old[: len(new)]:
            new[old.index(before.focusWidget())].setFocus()
        before.hide()

    def colour(self, theme: Theme) -> None:
        """Paint everything in these colours."""
        super().colour(theme)
        self._delegate.theme = theme
        side = themes.palette(theme)
        side.setColor(QPalette.ColorRole.Base, theme.side)
        side.setColor(QPalette.ColorRole.Window, theme.side)
        self._side.setPalette(side)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802, D102
        self.setFocus()  # what is being typed is settled
        super().closeEvent(event)

    def _arrange(self) -> None:
        self._side.setFixedWidth(_NAMES)
        self._side.setAutoFillBackground(True)
        left = QVBoxLayout(self._side)
        left.setContentsMargins(0, 14, 0, 0)
        left.addWidget(self.names)
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setAccessibleName(self.tr("设置分类"))
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 10, 28, 16)
        foot.addStretch(1)
        foot.addWidget(self._close)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(right, 1)


def _trust(system: System, settings: SettingsAccess, theme: Theme) -> list[Page]:
    if system.trust is None or system.pasteboard is None:
        return []
    return [TrustPage(system.trust, system.pasteboard, settings, theme)]


def _controls(page: QWidget) -> list[QWidget]:
    found: Iterable[QWidget] = page.findChildren(QWidget)
    return list(found)


def _scrolling(page: QWidget, theme: Theme) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBar(ThinBar(theme, area))
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
