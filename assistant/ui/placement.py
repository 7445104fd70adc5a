"""Where the popup goes: beside the line that is being written, whole, on the screen of that line.

Qt counts in logical pixels, the system in its own: on each screen Qt keeps the origin and divides the distances from
it by the screen's scale.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication

from assistant.core.ports import Box

_GAP = 4  # pixels between the line and the popup
_POINTED_LINE = 28  # pixels above the pointer that hold, most likely, the line that it points at


def near(where: str, size: QSize, caret: Callable[[], Box | None]) -> QRect:
    """What the popup of this size goes beside, for the setting ``popup.place`` (caret, mouse, center).

    Where nobody tells of a text cursor (X11 never does), ``caret`` means the pointer.
    """
    pointer = QCursor.pos()
    if where == "center":
        screen = QGuiApplication.screenAt(pointer) or QGuiApplication.primaryScreen()
        corner = screen.availableGeometry().center() - QPoint(size.width() // 2, size.height() // 2 + _GAP)
        return QRect(corner, QSize(1, 0))
    screens = ((screen.geometry(), screen.devicePixelRatio()) for screen in QGuiApplication.screens())
    line = logical(box, screens) if where == "caret" and (box := caret()) else None
    return line or QRect(pointer.x(), pointer.y() - _POINTED_LINE, 1, _POINTED_LINE)


def logical(box: Box, screens: Iterable[tuple[QRect, float]]) -> QRect | None:
    """``box`` in Qt's pixels; None when it begins on none of the ``screens`` (geometry and scale of each)."""
    for geometry, scale in screens:
        right, down = box.x - geometry.left(), box.y - geometry.top()
        if 0 <= right < geometry.width() * scale and 0 <= down < geometry.height() * scale:
            corner = geometry.topLeft() + QPoint(math.floor(right / scale), math.floor(down / scale))
            return QRect(corner, QSize(math.ceil(box.width / scale), math.ceil(box.height / scale)))
    return None


def placed(line: QRect, room: QRect, size: QSize) -> QPoint:
    """Where a popup of this size goes: below ``line``, or above, right or left of it, always whole inside ``room``.

    It hides the line only where the room is too small for both; its upper left corner is inside even then.
    """
    width, height = size.width(), size.height()
    below, above = line.top() + line.height() + _GAP, line.top() - _GAP - height
    left, top = line.left(), below
    if below + height > room.top() + room.height():
        if above >= room.top():
            top = above
        elif line.left() + line.width() + _GAP + width <= room.left() + room.width():
            left = line.left() + line.width() + _GAP
        elif line.left() - _GAP - width >= room.left():
            left = line.left() - _GAP - width
    left, top = min(left, room.left() + room.width() - width), min(top, room.top() + room.height() - height)
    return QPoint(max(room.left(), left), max(room.top(), top))
