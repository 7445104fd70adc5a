"""Teaching by hand: the name is marked in the title, tried on other titles, kept, and forgotten again."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.compose import load_rules, taught_in, teaching
from assistant.core.errors import ReadOnly
from assistant.core.model import Window
from assistant.core.teaching import Taught
from assistant.engine.seen import Glimpse
from assistant.storage.settings import Settings
from assistant.ui import theme as themes
from assistant.ui.settings_dialog import SettingsDialog, System
from assistant.ui.teach_dialog import TeachSheet, show_teach
from assistant.ui.teach_line import TitleLine, run_at

Key = Qt.Key
TITLE = "小雨天 - 客服 - Chromium"
OTHERS = ("(3) tb1234567_2012 - 客服 - Chromium", "首页 - 客服 - Chromium", "商品 - 商城 - Chromium")


class Desk:
    """A dialog over a real engine and real settings, with titles that were seen."""

    def __init__(self, home):
        self.settings = Settings(home / "settings.json")
        self.targets = load_rules(taught=taught_in(self.settings)).targets
        self.tools = teaching(self.settings, self.targets)
        self.told = 0
        self.sheet = None
        for title in (*reversed(OTHERS), TITLE):
            self.targets.of(Window(1, 1, "chromium", title))

    def open(self, where=("chromium", "网页聊天", TITLE)):
        self.sheet = show_teach(None, where, self.tools, themes.light(), self._tell)
        settle()
        return self.sheet

    def _tell(self):
        self.told += 1

    def tried(self):
        items = [self.sheet.tried.item(row).text().split("\n") for row in range(self.sheet.tried.count())]
        return dict(items)

    def buyer(self, title, program="chromium"):
        return self.targets.of(Window(1, 1, program, title)).buyer


def settle():
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def desk(app, tmp_path):
    made = Desk(tmp_path)
    yield made
    for sheet in QApplication.topLevelWidgets():
        if isinstance(sheet, TeachSheet):
            sheet.close()
            sheet.deleteLater()
    settle()


def test_a_name_marked_with_the_keyboard_is_known_from_then_on(desk):
    sheet = desk.open()
    assert not sheet.way_on.isEnabled()
    assert sheet.line.hasFocus()
    for _ in range(3):
        QTest.keyClick(sheet.line, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert sheet.line.selectedText() == "小雨天"
    assert sheet.found.text() == "买家：小雨天"
    assert desk.tried() == dict(zip(OTHERS, ("买家：tb1234567_2012", "没有买家", "没有买家"), strict=True))
    QTest.keyClick(sheet.line, Key.Key_Return)
    assert desk.told == 1
    assert desk.buyer("(8) t**8 - 客服 - Chromium") == "t**8"
    assert desk.buyer("商品 - 商城 - Chromium") == ""
    assert "小雨" not in desk.settings.text("targets.taught")


def test_a_double_click_marks_the_run_under_the_mouse(desk):
    sheet = desk.open(("kefu.exe", "当前窗口", "在线咨询 - tb1234567_2012 - 12号"))
    start = sheet.line.text().index("tb")
    sheet.line.setCursorPosition(start + 4)
    QTest.mouseDClick(sheet.line, Qt.MouseButton.LeftButton, pos=sheet.line.cursorRect().center())
    assert sheet.line.selectedText() == "tb1234567_2012"
    assert sheet.found.text() == "买家：tb1234567_2012"
    assert not sheet.tried.isVisible()


def test_a_name_is_marked_by_drawing_the_mouse_over_it(desk):
    sheet = desk.open()
    height = sheet.line.height() // 2
    sheet.line.setCursorPosition(3)
    end = sheet.line.cursorRect().center().x()
    sheet.line.setCursorPosition(0)
    start = sheet.line.cursorRect().center().x()
    QTest.mousePress(sheet.line, Qt.MouseButton.LeftButton, pos=QPoint(start, height))
    QTest.mouseMove(sheet.line, QPoint((start + end) // 2, height))
    QTest.mouseMove(sheet.line, QPoint(end, height))
    QTest.mouseRelease(sheet.line, Qt.MouseButton.LeftButton, pos=QPoint(end, height))
    assert sheet.line.selectedText() == "小雨天"
    assert sheet.way_on.isEnabled()


@pytest.mark.parametrize(
    ("mark", "says"),
    [
        ("客服", "“客服”不会是买家的名字，请选中别的字。"),
        (" - ", "“-”不会是买家的名字，请选中别的字。"),
        (" ", "选中的字里认不出买家：请只选名字，网页标题里还要留下别的字。"),
        ("小雨天 - 客服", "选中的字里认不出买家：请只选名字，网页标题里还要留下别的字。"),
    ],
)
def test_what_names_nobody_cannot_be_kept(desk, mark, says):
    sheet = desk.open()
    start = TITLE.index(mark)
    sheet.line.set_mark(start, start + len(mark))
    assert sheet.found.text() == says
    assert not sheet.way_on.isEnabled()
    QTest.keyClick(sheet.line, Key.Key_Return)
    assert sheet.isVisible()


def test_a_title_that_is_nothing_but_the_name(desk):
    sheet = desk.open(("kefu.exe", "当前窗口", "小雨天"))
    sheet.line.set_mark(0, 3)
    assert sheet.found.text() == "买家：小雨天（整个标题都当作名字）"


def test_another_title_can_be_taught_from(desk):
    sheet = desk.open()
    item = sheet.tried.item(0)
    QTest.mouseClick(sheet.tried.viewport(), Qt.MouseButton.LeftButton, pos=sheet.tried.visualItemRect(item).center())
    assert sheet.line.text() == OTHERS[0]
    assert TITLE in desk.tried()
    start = OTHERS[0].index("tb")
    sheet.line.set_mark(start, start + 14)
    assert desk.tried()[TITLE] == "买家：小雨天"
    sheet.way_on.click()
    assert desk.buyer(TITLE) == "小雨天"


def test_a_program_without_buyers_and_forgetting(desk):
    where = ("weixin.exe", "微信", "小雨天")
    assert desk.buyer("小雨天", "weixin.exe") == "小雨天"
    sheet = desk.open(where)
    assert sheet.found.text() == "现在认的买家：小雨天"
    assert not sheet.forget.isEnabled()
    sheet.nobody.click()
    assert desk.buyer("小雨天", "weixin.exe") == ""
    sheet = desk.open(where)
    assert sheet.found.text() == "现在认不出买家，请选中名字。"
    assert sheet.forget.isEnabled()
    sheet.forget.click()
    assert desk.buyer("小雨天", "weixin.exe") == "小雨天"
    assert (json.loads(desk.settings.text("targets.taught")), desk.told) == ([], 2)


def test_what_cannot_be_kept_is_said(desk, monkeypatch):
    sheet = desk.open()
    problem = ReadOnly("磁盘写不进去。", "请腾出地方再试。")

    def full(key, value):
        raise problem

    monkeypatch.setattr(desk.settings, "set", full)
    sheet.line.set_mark(0, 3)
    sheet.way_on.click()
    assert sheet.isVisible()
    assert sheet.found.text() == str(problem)
    assert desk.told == 0


def test_esc_changes_nothing(desk):
    sheet = desk.open()
    sheet.line.set_mark(0, 3)
    QTest.keyClick(sheet.line, Key.Key_Escape)
    assert not sheet.isVisible()
    assert (desk.settings.text("targets.taught"), desk.told) == ("[]", 0)


def test_the_title_cannot_be_edited(desk):
    sheet = desk.open()
    QTest.keyClicks(sheet.line, "x")
    QTest.keyClick(sheet.line, Key.Key_Delete)
    assert sheet.line.text() == TITLE


def page_of(desk):
    dialog = SettingsDialog(
        desk.settings, System(lambda _: None, lambda: False, lambda _: None, None, desk.targets.shipped,
                              teaching=desk.tools), "light"
    )  # fmt: skip
    return dialog, next(page for page in dialog.pages if hasattr(page, "teach"))


def test_the_page_of_chat_programs_teaches_about_all_that_was_seen(desk):
    desk.targets.of(Window(2, 2, "weixin.exe", "微信"))
    dialog, page = page_of(desk)
    page.picker.show_value("web")
    page.picker.settled.emit()
    page.teach.click()
    sheet = dialog.findChild(TeachSheet)
    assert [sheet.picker.itemText(n) for n in range(2)] == ["微信（weixin.exe）", "网页聊天（chromium）"]
    assert sheet.line.text() == TITLE
    sheet.picker.show_value("weixin.exe")
    sheet.picker.settled.emit()
    assert sheet.line.text() == "微信"
    sheet.close()
    dialog.deleteLater()


def test_what_was_taught_in_an_earlier_run_can_be_forgotten(app, tmp_path):
    settings = Settings(tmp_path / "settings.json")
    tools = teaching(settings, load_rules(taught=taught_in(settings)).targets)
    sheet = TeachSheet(tools, tools.glimpses(), themes.light())
    assert sheet.found.text() == "还没有见过聊天窗口：先在聊天窗口里呼出一次小二快答，再来教。"
    assert not any(button.isEnabled() for button in (sheet.way_on, sheet.nobody, sheet.forget))
    sheet.deleteLater()
    tools.keep([Taught("kefu.exe", "", " - 客服")])
    sheet = TeachSheet(tools, tools.glimpses(), themes.dark())
    assert sheet.found.text() == "这个程序教过，但这次还没有见过它的窗口。"
    assert sheet.picker.currentText() == "kefu.exe"
    sheet.forget.click()
    assert settings.text("targets.taught") == "[]"
    settle()


def test_the_window_in_front_comes_first_among_the_titles(desk):
    about = desk.tools.about("chromium", "网页聊天", OTHERS[1])
    assert about == Glimpse("chromium", "网页聊天", (OTHERS[1], TITLE, OTHERS[0], OTHERS[2]))


@pytest.mark.parametrize(
    ("text", "place", "run"),
    [
        ("小雨 天 - 客服 - x", 1, "小雨 天"), ("小雨 天 - 客服 - x", 8, "客服"), ("小雨 天 - 客服 - x", 5, "小雨 天"),
        ("(3) 小雨【老客】", 5, " 小雨"), ("tb1_2-a", 2, "tb1_2-a"), ("店铺:小二 | 京东", 1, "店铺:小二"),
        ("星河-千牛工作台", 1, "星河"), ("买家： 小雨", 5, "小雨"), ("", 0, ""), ("小雨", 2, "小雨"),
    ],
)  # fmt: skip
def test_what_a_double_click_takes(text, place, run):
    start, end = run_at(text, place)
    assert text[start:end] == run


def test_marks_count_characters_beyond_two_bytes_as_one(app):
    line = TitleLine(themes.light())
    line.show_title("💐小雨😀 - 客服")
    assert line.mark() == (0, 0)
    line.set_mark(1, 4)
    assert (line.selectedText(), line.mark()) == ("小雨😀", (1, 4))
    line.show_title("小云 - 客服")
    assert line.mark() == (0, 0)
    line.deleteLater()
