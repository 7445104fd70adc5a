from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication

from assistant.core.ports import Box
from assistant.ui.placement import logical, near, placed
from assistant.ui.popup import HEIGHT, WIDTH

ROOM = QRect(0, 30, 1920, 1050)
SIZE = QSize(WIDTH, HEIGHT)
# Two screens of 1920 × 1080 and 3840 × 2160 as Qt sees them at 100 % and 200 %, the second one right of the first.
PLAIN, SHARP = (QRect(0, 0, 1920, 1080), 1.0), (QRect(1920, 0, 1920, 1080), 2.0)


def lies(line: QRect, room: QRect = ROOM, size: QSize = SIZE) -> QRect:
    return QRect(placed(line, room, size), size)


lines = st.builds(QRect, st.integers(-2000, 4000), st.integers(-2000, 4000), st.integers(1, 40), st.integers(1, 60))
rooms = st.builds(
    QRect, st.integers(-3000, 3000), st.integers(-500, 500), st.integers(700, 4000), st.integers(400, 2200)
)


@given(lines, rooms)
def test_the_popup_is_whole_on_its_screen_or_begins_there(line, room):
    popup = lies(line, room)
    assert room.contains(popup.topLeft())
    if room.width() >= WIDTH and room.height() >= HEIGHT:
        assert room.contains(popup)


@given(lines, rooms)
def test_it_hides_the_line_only_where_there_is_no_room_for_both(line, room):
    high = max(line.top() - room.top(), room.bottom() - line.bottom())
    wide = max(line.left() - room.left(), room.right() - line.right())
    if room.contains(line) and (high >= HEIGHT + 4 or wide >= WIDTH + 4) and room.width() >= WIDTH:
        assert not lies(line, room).intersects(line) or room.height() < HEIGHT


@pytest.mark.parametrize(
    ("line", "corner"),
    [
        (QRect(300, 100, 1, 20), QPoint(300, 124)),
        (QRect(300, 1000, 1, 20), QPoint(300, 1000 - 4 - HEIGHT)),
        (QRect(1900, 100, 1, 20), QPoint(1920 - WIDTH, 124)),
    ],
)
def test_it_goes_below_the_line_or_above_it(line, corner):
    assert placed(line, ROOM, SIZE) == corner


def test_on_a_low_screen_it_goes_beside_the_line():
    room = QRect(0, 0, 1366, 728)
    assert placed(QRect(400, 350, 1, 20), room, SIZE).x() == 405
    assert placed(QRect(1200, 350, 1, 20), room, SIZE).x() == 1196 - WIDTH


@pytest.mark.parametrize(
    ("box", "screens", "line"),
    [
        (Box(100, 200, 2, 20), [PLAIN, SHARP], QRect(100, 200, 2, 20)),
        (Box(1920 + 1000, 500, 2, 40), [PLAIN, SHARP], QRect(1920 + 500, 250, 1, 20)),
        (Box(1920 + 3839, 2159, 1, 1), [PLAIN, SHARP], QRect(1920 + 1919, 1079, 1, 1)),
        (Box(1000, 500, 2, 25), [(QRect(0, 0, 1536, 864), 1.25)], QRect(800, 400, 2, 20)),
        (Box(-1000, 500, 2, 30), [PLAIN, (QRect(-2560, 0, 1707, 960), 1.5)], QRect(-2560 + 1040, 333, 2, 20)),
        (Box(1919, 1080, 2, 20), [PLAIN, SHARP], None),  # below the first screen
        (Box(-1, 5, 2, 20), [PLAIN, SHARP], None),
    ],
)
def test_the_systems_pixels_are_qts_on_each_screen(box, screens, line):
    assert logical(box, screens) == line


def test_what_the_setting_says(app, monkeypatch):
    monkeypatch.setattr(QCursor, "pos", lambda: QPoint(200, 300))
    asked = []

    def caret():
        asked.append(1)
        return Box(50, 60, 1, 18)

    assert near("caret", SIZE, caret) == QRect(50, 60, 1, 18)
    assert near("caret", SIZE, lambda: None) == near("mouse", SIZE, caret) == QRect(200, 272, 1, 28)
    assert asked == [1]
    room = QGuiApplication.primaryScreen().availableGeometry()
    small = QSize(200, 100)
    middle = QRect(placed(near("center", small, caret), room, small), small)
    assert (middle.center() - room.center()).manhattanLength() <= 2
