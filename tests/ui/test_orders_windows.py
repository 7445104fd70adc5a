"""The windows about orders: what they say, what they ask for, and that they show no more of a buyer than they may."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QSignalSpy, QTest

from assistant.core.errors import DataProblem, SettingProblem
from assistant.storage.settings import Settings
from assistant.ui import theme as themes
from assistant.ui.orders_access import Job, OrderTools, Report, Skips, Source
from assistant.ui.orders_mapping import OrdersMapping, shown
from assistant.ui.orders_progress import OrdersProgress
from assistant.ui.orders_report import OrdersReport, sentence
from assistant.ui.orders_window import OrdersWindow
from tests.ui.conftest import at_once
from tests.ui.orders_samples import FIELDS, NOW, REPORT, STRANGE, FakeOrders
from tests.ui.pasteboards import copied, fake_pasteboard
from tests.ui.waiting import until

KEYRING = DataProblem("这台电脑的密钥环不能用，订单只留在内存里。")


@pytest.fixture
def access():
    return FakeOrders()


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def window(app, access, settings):
    made = OrdersWindow(OrderTools(access, access, settings, at_once, lambda: NOW, fake_pasteboard()), "light")
    made.clear.double_click = made.side.forget.double_click = 0
    access.on_change(made.refresh)
    made.present()
    yield made
    made.close()
    made.deleteLater()


def lines(window):
    return [window.orders.list.item(row).text() for row in range(window.orders.list.count())]


def test_at_first_there_is_nothing_and_it_says_what_to_do(window):
    assert lines(window) == []
    assert "还没有订单" in window.orders.list.empty[0]
    assert "拖到这里" in window.orders.list.empty[1]
    assert not window.clear.isEnabled()
    assert not window.orders.search.isEnabled()
    assert not any(part.isVisible() for part in (window.offer, window.progress, window.news, window.why))


def test_it_lists_files_and_counts_shops(window, access):
    access.fill()
    window.refresh()
    assert window.count.text() == "1,300 个订单 · 淘宝 / 天猫 1,234 · 拼多多 66"
    first, second = lines(window)
    assert first.startswith("ExportOrderList202506151420.csv\n1,234 个订单 · 今天")
    assert "昨天" in second


def test_files_that_were_read_together_stand_in_one_line(window, access):
    access.fill()
    access.sources = [Source("a.csv\nb.xlsx\nc.xls", 12, NOW)]
    window.refresh()
    assert lines(window) == ["a.csv 等 3 个文件\n12 个订单 · 今天 " + time.strftime("%H:%M", time.localtime(NOW))]
    assert window.orders.list.item(0).toolTip() == "a.csv\nb.xlsx\nc.xls"


def test_what_is_found_shows_no_name_no_phone_and_no_number(window, access):
    access.fill()
    window.refresh()
    window.orders.search.setText("小雨")
    assert lines(window) == [
        "tb小雨天 · 林* · 手机尾号 1234\n订单 …1234 · 待发货 · 2025-06-01 · 淘宝 / 天猫",
        "tb小雨天 · 林* · 手机尾号 1234\n订单 …0077 · 已签收 · 2025-05-02 · 淘宝 / 天猫",
    ]
    window.orders.search.setText("不在")
    assert lines(window) == []
    assert window.orders.list.empty[0] == "没有找到"
    window.orders.search.clear()
    assert len(lines(window)) == 2


def test_clearing_asks_once_more(window, access):
    access.fill()
    window.refresh()
    window.clear.click()
    assert access.did == []
    window.clear.click()
    assert access.did == [("clear",)]
    assert (window.news.text(), window.count.text(), lines(window)) == ("已清空。", "", [])


def test_files_can_be_dropped_on_it(window):
    spy = QSignalSpy(window.files_given)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/a.csv"), QUrl.fromLocalFile("/b.xlsx"), QUrl("https://example.com/c.csv")])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    assert spy.at(0) == [[Path("/a.csv"), Path("/b.xlsx")]]
    text = QMimeData()
    text.setText("no file")
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, text, buttons, keys))
    assert spy.count() == 1


def test_what_was_left_out_can_be_looked_at(window, access):
    window.tell(REPORT)
    assert window.news.text() == "读入了 1,234 个订单，跳过了 23 行。"
    window.why.click()
    [sheet] = window.findChildren(OrdersReport)
    assert sheet.isVisible()
    sheet.reject()
    window.tell(Report(3, 1))
    assert (window.news.text(), window.why.isVisible()) == ("读入了 3 个订单。", False)


def test_an_offer_is_answered_with_the_keyboard(window):
    window.show_offer("新的订单表 a.csv，要读入吗？")
    taken, refused = QSignalSpy(window.offer_taken), QSignalSpy(window.offer_refused)
    for button in (window.take, window.refuse):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert (taken.count(), refused.count()) == (1, 1)


def test_remembering_is_switched_on_and_off(window, access):
    side = window.side
    assert not side.forget.isEnabled()
    side.remember.click()
    assert (side.news.text(), side.forget.isEnabled(), side.days.isEnabled()) == ("订单会记住。", True, True)
    side.forget.click()
    side.forget.click()
    side.remember.click()
    assert access.did == [("remember", True), ("forget",), ("remember", False)]
    assert side.news.text() == "记住的订单已经删除。"


def test_without_a_keyring_the_switch_goes_back_and_says_why(window, access):
    access.problem = KEYRING
    window.side.remember.click()
    assert not window.side.remember.isChecked()
    assert "密钥环不能用，订单只留在内存里" in window.side.news.text()


def test_days_that_cannot_be_are_told(window, access):
    access.state = (True, 7)
    window.refresh()
    days = window.side.days
    days.setFocus()
    QTest.keyClick(days, Qt.Key.Key_Up)
    days.editingFinished.emit()
    assert access.state == (True, 8)
    access.problem = SettingProblem("不能是“0”。", "请填 1 到 90 之间的天数。")
    days.setText("0")
    days.editingFinished.emit()
    assert "1 到 90" in window.side.news.text()


def test_a_folder_is_shown_and_can_be_left(window, settings):
    spy = QSignalSpy(window.side.folder_changed)
    assert not window.side.leave.isVisible()
    window.side.watch("/home/a/下载")
    assert (window.side.place.text().replace("\u200b", ""), settings.get("orders.folder")) == (
        "/home/a/下载",
        "/home/a/下载",
    )
    window.side.auto.click()
    assert settings.get("orders.auto") == "yes"
    window.side.leave.click()
    assert (spy.count(), settings.get("orders.folder")) == (2, "")
    assert not window.side.leave.isVisible()
    window.side.watch("a\x00b")
    assert "不能是" in window.side.news.text()


def test_colours_follow_and_escape_closes(window):
    window.set_theme("dark")
    assert window.orders.list.theme.dark
    assert window.side.remember.theme.dark
    assert window.side.palette().window().color() == themes.dark().side
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_every_control_has_a_name_and_tab_reaches_them(window, access):
    access.fill()
    access.state = (True, 7)
    window.refresh()
    window.show_offer("要读入吗？")
    window.side.watch("/d")
    for control in (window.orders.search, window.orders.list, window.side.remember, window.side.days, window.side.auto):
        assert control.accessibleName()
    reached = set()
    for _ in range(20):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        reached.add(window.focusWidget())
    wanted = {window.read, window.clear, window.take, window.refuse, window.orders.search, window.orders.list}
    side = window.side
    assert wanted | {side.remember, side.days, side.forget, side.pick, side.leave, side.auto} <= reached


def test_progress_follows_the_job_and_cancels_it(app):
    progress, job = OrdersProgress(themes.light()), Job()
    progress.show()
    progress.follow(job)
    assert job(0.5)
    until(lambda: progress.words.text() == "正在读入… 50%")
    spy = QSignalSpy(progress.cancelled)
    progress.stop.click()
    assert (job(0.6), spy.count(), progress.isVisible()) == (False, 1, False)
    progress.stop.click()
    assert spy.count() == 1
    progress.deleteLater()


@pytest.fixture
def mapping(app):
    made = OrdersMapping(STRANGE, FIELDS, themes.light())
    made.show()
    yield made
    made.close()


def test_columns_are_explained_one_by_one(mapping):
    said = []
    mapping.explained.connect(said.append)
    mapping.selects["单号"].show_value("order.id")
    mapping.selects["客户"].show_value("buyer.nick")
    mapping.selects["客户"].settled.emit()
    mapping.way_on.click()
    assert said == [{"单号": "order.id", "客户": "buyer.nick", "备用电话": "", "仓库": ""}]


def test_nothing_can_be_two_columns(mapping):
    for heading in ("单号", "客户"):
        mapping.selects[heading].show_value("order.id")
        mapping.selects[heading].settled.emit()
    assert mapping.note.isVisible()
    assert not mapping.way_on.isEnabled()
    assert "订单号" in mapping.note.text()
    mapping.selects["客户"].show_value("")
    mapping.selects["客户"].settled.emit()
    assert mapping.way_on.isEnabled()


def test_what_is_missing_must_be_some_column(mapping):
    assert not mapping.way_on.isEnabled()
    assert mapping.focusWidget() is mapping.selects["单号"]
    known = OrdersMapping(replace(STRANGE, missing=()), FIELDS, themes.light())
    assert known.way_on.isEnabled()
    known.deleteLater()


@given(st.text(max_size=40), st.from_regex(r"\A1[3-9][0-9]{9}\Z"))
def test_values_are_shown_without_the_middle_of_numbers(text, phone):
    assert phone not in shown(f"{text}{phone}")
    assert len(shown(f"{text}{phone}{text}")) <= 16


def test_the_report_is_grouped_and_copied_without_anything_of_buyers(app):
    pasteboard = fake_pasteboard()
    sheet = OrdersReport(REPORT, pasteboard, themes.light())
    assert [sheet.list.item(row).text() for row in range(3)] == [
        "订单号为空：3 行\nExportOrderList202506.csv 第 5, 8, 12 行",
        "这一行的列数和表头不一样：20 行\nExportOrderList202506.csv 第 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31 行等",
        "这个文件不是订单表\n工资表.xlsx",
    ]
    sheet.copy.click()
    assert sheet.note.text() == "已复制。"
    text = copied(pasteboard)
    assert text == sheet.text()
    assert "第 20, 21" in text
    assert "39 行" in text
    sheet.deleteLater()


def test_rows_that_are_too_many_are_counted(app):
    report = replace(REPORT, skips=(Skips("太旧", "a.csv", (1, 2), 5_000),))
    assert sentence(report) == "读入了 1,234 个订单，跳过了 5,000 行。"
    sheet = OrdersReport(report, fake_pasteboard(), themes.light())
    assert sheet.list.item(0).text() == "太旧：5,000 行\na.csv 第 1, 2 行等"
    sheet.deleteLater()
