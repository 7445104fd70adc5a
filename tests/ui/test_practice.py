from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from assistant.ui.bubble import Bubble
from assistant.ui.practice import BUYER, GREETING, QUESTIONS, PracticeChat
from tests.ui.waiting import until

Key = Qt.Key


@pytest.fixture
def log(tmp_path):
    return tmp_path / "log.jsonl"


@pytest.fixture
def chat(app, log):
    made = PracticeChat("Ctrl+Alt+Space", log, "light")
    made._thinks.setInterval(0)
    made.present()
    yield made
    made.hide()
    made.deleteLater()


def rows(log):
    return [json.loads(row) for row in log.read_text("utf-8").splitlines()]


def bubbles(chat):
    return [bubble.accessibleName() for bubble in chat.findChildren(Bubble)]


def test_the_buyer_speaks_first_and_the_title_names_the_buyer(chat):
    assert chat.windowTitle() == f"{BUYER} - 练习聊天"
    assert bubbles(chat) == [f"{BUYER}：{GREETING}"]
    assert chat._head.hint.text() == "按 Ctrl+Alt+Space 呼出话术"


def test_enter_sends_and_the_buyer_goes_on_asking(chat):
    spoken = QSignalSpy(chat.spoken)
    for said in ("在的", "有货"):
        chat._input.insertPlainText(said)
        QTest.keyClick(chat._input, Key.Key_Return)
        assert chat._input.toPlainText() == ""
        count = spoken.count() + 1
        until(lambda count=count: spoken.count() == count)
    assert chat.sent == ["在的", "有货"]
    assert bubbles(chat)[1:] == ["我：在的", f"{BUYER}：{QUESTIONS[0]}", "我：有货", f"{BUYER}：{QUESTIONS[1]}"]


def test_shift_enter_starts_a_line_and_the_button_sends(chat):
    QTest.keyClicks(chat._input, "a")
    QTest.keyClick(chat._input, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(chat._input, "b")
    assert chat._input.toPlainText() == "a\nb"
    QTest.mouseClick(chat._send, Qt.MouseButton.LeftButton)
    assert chat.sent == ["a\nb"]


def test_blanks_are_no_message(chat):
    assert not chat._send.isEnabled()
    chat._input.setPlainText(" \n ")
    QTest.keyClick(chat._input, Key.Key_Return)
    assert chat.sent == []
    assert chat._input.toPlainText() == " \n "


def test_every_change_is_written_down(chat, log):
    chat._input.setPlainText("在的亲\n有货")
    assert rows(log)[-1] == {"text": "在的亲\n有货", "sent": []}
    chat.send()
    assert rows(log)[-1] == {"text": "", "sent": ["在的亲\n有货"]}
    assert all(row["text"] or row["sent"] for row in rows(log))


def test_a_log_that_cannot_be_written_is_given_up(chat, log, log_watch):
    log_watch.expect("practice log cannot be written")
    log.mkdir()
    chat._input.setPlainText("一")
    chat._input.setPlainText("二")
    assert chat._input.toPlainText() == "二"


def test_only_plain_text_is_pasted(chat):
    clipboard = QGuiApplication.clipboard()
    rich = QMimeData()
    rich.setHtml("<b>粗</b>")
    rich.setText("纯文字 😀\n第二行")
    clipboard.setMimeData(rich)
    QTest.keyClick(chat._input, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert chat._input.toPlainText() == "纯文字 😀\n第二行"
    assert not chat._input.currentCharFormat().font().bold()


def test_a_long_chat_keeps_only_its_end(chat):
    for number in range(230):
        chat._add(str(number), own=True)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(bubbles(chat)) == 200
    assert bubbles(chat)[-1] == "我：229"


def test_a_bubble_grows_with_its_words_and_breaks_long_links(app, chat):
    short, long = Bubble("好", "我", chat.colours, own=True), Bubble("很长的话" * 40, "我", chat.colours, own=True)
    link = Bubble("https://example.org/" + "a" * 400, "我", chat.colours)
    assert long.heightForWidth(400) > short.heightForWidth(400) >= 46
    assert link._words(400).size.width() < 400
    assert link.heightForWidth(400) > short.heightForWidth(400)


def test_the_questions_are_all_different():
    assert len(set(QUESTIONS)) == len(QUESTIONS) >= 12
