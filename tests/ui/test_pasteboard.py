"""Copying with a button: it says so, or why not, unless its window is gone by then."""

from __future__ import annotations

from threading import get_ident

from shiboken6 import delete

from assistant.ui import theme as themes
from assistant.ui.copying import copy_and_say
from assistant.ui.inputs import Note
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.tasks import Tasks
from tests.fakes import FakeClipboard
from tests.ui.pasteboards import copied, fake_pasteboard
from tests.ui.waiting import until


def test_it_is_told(app) -> None:
    pasteboard, note = fake_pasteboard(), Note("", themes.light())
    copy_and_say(pasteboard, "甲\t乙", "已复制。", note)
    assert (note.text(), copied(pasteboard)) == ("已复制。", "甲\t乙")
    pasteboard.clipboard.takes = False
    copy_and_say(pasteboard, "丙", "已复制。", note)
    assert note.text().startswith("剪贴板暂时被别的程序占用。")
    assert copied(pasteboard) == "甲\t乙"


def test_a_window_that_is_closed_meanwhile_is_left_alone(app) -> None:
    waiting, clipboard, note = [], FakeClipboard(), Note("", themes.light())
    pasteboard = Pasteboard(clipboard, lambda op, done, _: waiting.append(lambda: done(op())))
    copy_and_say(pasteboard, "甲", "已复制。", note)
    delete(note)
    [work] = waiting
    work()
    assert copied(pasteboard) == "甲"


def test_the_clipboard_is_asked_on_another_thread_and_answers_on_this_one(app) -> None:
    tasks, places, clipboard = Tasks("clipboard"), [], FakeClipboard()

    class Watched(FakeClipboard):
        def text(self, timeout):
            places.append(get_ident())
            return clipboard.text(timeout)

    clipboard.put("原文")
    found = []
    Pasteboard(Watched(), tasks.run).read(lambda text: found.append((get_ident(), text)), found.append)
    until(lambda: found)
    tasks.close()
    assert found == [(get_ident(), "原文")]
    assert places != [get_ident()]
