"""Colours and fonts of every window, light and dark. Sizes are logical pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QRegion
from PySide6.QtWidgets import QApplication

FAMILIES = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC",
    "WenQuanYi Micro Hei", "sans-serif",
)  # fmt: skip
"""One family with Latin and Chinese first: Qt then shapes a mixed line in one run, without looking for fallbacks."""

RADIUS = 8


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by purpose. Text on its ground has a contrast of at least 4.5 to 1."""

    dark: bool
    window: QColor
    side: QColor  # ground of the tree and the preview
    line: QColor  # hairlines between panes
    edge: QColor  # outer border of the window
    text: QColor
    muted: QColor
    faint: QColor  # decoration only: icons, badges at rest
    accent: QColor
    on_accent: QColor
    accent_text: QColor  # matches inside a text
    picked: QColor  # ground of the chosen row
    hover: QColor
    badge: QColor
    bubble: QColor  # ground of the message in the preview
    gap: QColor  # ground of a missing field
    gap_edge: QColor
    gap_text: QColor
    danger: QColor
    danger_ground: QColor
    good: QColor


class Themed:
    """A widget that has to do something when its colours change: ``_apply``, after ``theme`` was set."""

    _theme: Theme

    @property
    def theme(self) -> Theme:
        """Its colours."""
        return self._theme

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._theme = theme
        self._apply()

    def _apply(self) -> None:
        raise NotImplementedError


def _theme(*, dark: bool, **colours: str) -> Theme:
    return Theme(dark, **{name: QColor(colour) for name, colour in colours.items()})


@cache
def light() -> Theme:
    """Ink on paper."""
    return _theme(
        dark=False,
        window="#ffffff", side="#f6f7f9", line="#e7e9ee", edge="#c3c8d2",
        text="#1a1d24", muted="#616876", faint="#a3a9b5",
        accent="#3451d1", on_accent="#ffffff", accent_text="#2a46c4",
        picked="#e6ebff", hover="#f1f3f7", badge="#eceef3", bubble="#ffffff",
        gap="#fff0c7", gap_edge="#e3b341", gap_text="#7a4a00",
        danger="#b42318", danger_ground="#fdecea", good="#1f9d61",
    )  # fmt: skip


@cache
def dark() -> Theme:
    """Paper on ink."""
    return _theme(
        dark=True,
        window="#1f2128", side="#191b21", line="#2d3039", edge="#464a56",
        text="#eceef3", muted="#a0a6b4", faint="#6d7483",
        accent="#4a68e8", on_accent="#ffffff", accent_text="#9db2ff",
        picked="#2f3a63", hover="#282b34", badge="#31343e", bubble="#262932",
        gap="#463712", gap_edge="#8f6f1f", gap_text="#ffd67d",
        danger="#ff9b91", danger_ground="#43211f", good="#45c486",
    )  # fmt: skip


def current(choice: str = "system") -> Theme:
    """The theme for the setting ``choice``: ``light``, ``dark``, or ``system`` for what the desktop uses."""
    if choice == "system":
        choice = "dark" if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
    return dark() if choice == "dark" else light()


@cache
def font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface font at ``size`` pixels. Shared: never change what this returns."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(size)
    made.setWeight(weight)
    return made


@cache
def bold(size: int) -> QFont:
    """The interface font for titles at ``size`` pixels."""
    return font(size, QFont.Weight.DemiBold)


def dress(application: QApplication, choice: str = "system") -> None:
    """Give every window, with its menus, lists and calendars, the same style, font and colours on every system.

    Call it before the first window is built and whenever the setting or the desktop's colour scheme changes.
    """
    if application.style().objectName() != "fusion":
        application.setStyle("Fusion")
    application.setFont(font(13))
    application.setPalette(palette(current(choice)))


def rounded(rect: QRect) -> QRegion:
    """A window's shape. A mask, because real transparency is black where no compositor runs."""
    region = QRegion(rect)
    for row in range(RADIUS):
        inset = round(RADIUS - math.sqrt(RADIUS**2 - (RADIUS - row - 0.5) ** 2))
        for y in (rect.top() + row, rect.bottom() - row):
            region -= QRegion(rect.left(), y, inset, 1)
            region -= QRegion(rect.right() + 1 - inset, y, inset, 1)
    return region


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's widgets understand it."""
    made = QPalette(theme.window)
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, theme.window), (role.WindowText, theme.text), (role.Base, theme.window),
        (role.AlternateBase, theme.side), (role.Text, theme.text), (role.Button, theme.badge),
        (role.ButtonText, theme.text), (role.BrightText, theme.danger), (role.ToolTipBase, theme.window),
        (role.ToolTipText, theme.text), (role.PlaceholderText, theme.muted), (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent), (role.Link, theme.accent_text), (role.Accent, theme.accent),
        (role.Light, theme.window), (role.Midlight, theme.hover), (role.Mid, theme.line), (role.Dark, theme.faint),
    ):  # fmt: skip
        made.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, theme.faint)
    return made
