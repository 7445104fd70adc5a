from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtTest import QTest

from assistant.ui.toast import Toast
from tests.ui.waiting import until


@pytest.fixture
def toast(app):
    made = Toast("light")
    yield made
    made.clear()
    made.deleteLater()


def shown(toast):
    return [bubble.sentence for bubble in toast._shown]


def test_sentences_stack_upwards_in_the_lower_right_without_touching(toast):
    for sentence in ("一", "一句很长很长的话。" * 20, "三"):
        toast.say(sentence, 60)
    room = QGuiApplication.primaryScreen().availableGeometry()
    boxes = [bubble.geometry() for bubble in toast._shown]
    assert all(room.contains(box) for box in boxes)
    assert all(above.bottom() < below.top() for above, below in pairwise(boxes))
    assert {box.right() for box in boxes} == {boxes[0].right()}
    assert room.bottom() - boxes[-1].bottom() < 30
    assert boxes[1].height() > boxes[0].height()


def test_the_same_sentence_stands_there_once(toast):
    toast.say("一", 60)
    toast.say("二", 60)
    toast.say("一", 60)
    assert shown(toast) == ["一", "二"]


def test_the_oldest_makes_room(toast):
    for sentence in "一二三四五":
        toast.say(sentence, 60)
    assert shown(toast) == list("二三四五")


def test_a_click_closes_and_the_rest_moves_down(toast):
    toast.say("一", 60)
    toast.say("二", 60)
    first, second = toast._shown
    lowest = second.geometry().bottom()
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert shown(toast) == ["一"]
    assert first.geometry().bottom() == lowest
    assert not second.isVisible()


def test_it_goes_by_itself(toast):
    toast.say("一", 0.01)
    until(lambda: not shown(toast))


def test_it_stays_under_the_pointer_and_goes_after_that(toast):
    toast.say("一", 60)
    bubble = toast._shown[0]
    at = QPointF(5, 5)
    bubble.enterEvent(QEnterEvent(at, at, at))
    assert not bubble._timer.isActive()
    bubble.leaveEvent(QEvent(QEvent.Type.Leave))
    assert bubble._timer.isActive()


def test_it_never_takes_the_keyboard(toast):
    toast.say("一", 60)
    bubble = toast._shown[0]
    flags = bubble.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert bubble.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert bubble.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_screen_readers_get_the_sentence_and_colours_follow(toast):
    toast.say("已复制。", 60)
    bubble = toast._shown[0]
    assert bubble.accessibleName() == "已复制。"
    toast.set_theme("dark")
    assert bubble.theme.dark
    toast.say("再来一句。", 60)
    assert toast._shown[1].theme.dark
