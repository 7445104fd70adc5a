"""From a file to orders: what is asked, what is read, what is told; and the folder that brings new tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent

from assistant.core.errors import DataProblem
from assistant.ui.order_watch import FolderWatch
from assistant.ui.orders_access import Report
from assistant.ui.orders_flow import OrdersFlow
from assistant.ui.orders_mapping import OrdersMapping
from assistant.ui.orders_report import OrdersReport
from assistant.ui.toast import Toast
from tests.ui.conftest import at_once
from tests.ui.orders_samples import REPORT, STRANGE, FakeOrders, Seen, tools
from tests.ui.waiting import until

A, B, C = Path("/d/a.csv"), Path("/d/b.xlsx"), Path("/d/c.xls")


class Desk:
    def __init__(self, folder):
        self.access = FakeOrders(report=Report(3, 1))
        self.tools = tools(self.access, folder, at_once)
        self.toast = Toast("light")
        self.flow = OrdersFlow(self.tools, self.toast, "light")

    def did(self, what):
        return [tuple(rest) for name, *rest in self.access.did if name == what]

    def said(self):
        return [bubble.sentence for bubble in self.toast._shown]

    def press(self, words):
        [bubble] = self.toast._shown
        next(button for button in bubble.buttons if button.text() == words).click()

    def sheet(self):
        [sheet] = [found for found in self.flow._window.findChildren(OrdersMapping) if found.isVisible()]
        return sheet

    def close(self):
        self.flow.end()
        self.toast.clear()
        if self.flow._window:
            self.flow._window.close()
            self.flow._window.deleteLater()
        self.flow.deleteLater()


@pytest.fixture
def desk(app, tmp_path):
    made = Desk(tmp_path)
    yield made
    made.close()


def test_known_tables_are_read_without_a_question(desk):
    told = []
    desk.flow.read([A, B], told.append)
    assert (desk.did("read"), desk.said(), told) == ([(A, B)], ["读入了 3 个订单。"], ["读入了 3 个订单。"])


def test_what_was_left_out_can_be_looked_at_from_the_toast(desk):
    desk.access.report = REPORT
    desk.flow.read([A])
    desk.press("跳过了什么？")
    [sheet] = desk.flow._window.findChildren(OrdersReport)
    assert sheet.isVisible()
    assert "跳过了 23 行" in desk.flow._window.news.text()


def test_a_window_that_is_open_tells_instead_of_a_toast(desk):
    window = desk.flow.show()
    desk.flow.read([A])
    assert (window.news.text(), desk.said()) == ("读入了 3 个订单。", [])
    assert window.orders.list.count() == 2


def test_one_reading_waits_for_the_other_and_no_file_comes_twice(desk):
    desk.access.slow = True
    desk.flow.read([A])
    desk.access.go_on()
    desk.flow.read([B, C])
    desk.flow.read([C])
    assert desk.did("read") == [(A,)]
    for _ in range(3):
        desk.access.go_on()
    assert desk.did("read") == [(A,), (B, C)]


def test_cancelling_reads_nothing_and_goes_on_with_the_next(desk):
    desk.access.slow = True
    window, told = desk.flow.show(), []
    desk.flow.read([A], told.append)
    desk.access.go_on()
    desk.flow.read([B])
    assert window.progress.isVisible()
    window.progress.stop.click()
    assert told == ["已取消，什么也没有读入。"]
    assert desk.access.job.cancelled
    for _ in range(3):
        desk.access.go_on()
    assert desk.did("read") == [(A,), (B,)]
    assert window.news.text() == "读入了 3 个订单。"
    assert not window.progress.isVisible()


def test_a_look_that_was_cancelled_is_not_followed_by_a_reading(desk):
    desk.access.slow = True
    window = desk.flow.show()
    desk.flow.read([A])
    window.progress.stop.click()
    desk.access.go_on()
    assert desk.did("read") == []


def test_unknown_columns_are_asked_about_and_remembered_before_reading(desk):
    desk.access.strange = [STRANGE]
    told = []
    desk.flow.read([A], told.append)
    assert desk.did("read") == []
    assert "这些列是什么" in told[0]
    sheet = desk.sheet()
    sheet.selects["单号"].show_value("order.id")
    sheet.selects["单号"].settled.emit()
    sheet.way_on.click()
    columns = {"单号": "order.id", "客户": "", "备用电话": "", "仓库": ""}
    assert desk.did("explain") == [(STRANGE.headings, columns)]
    assert desk.did("read") == [(A,)]


def test_whoever_gives_up_on_the_columns_reads_nothing_and_may_go_on(desk):
    desk.access.strange = [STRANGE]
    desk.flow.read([A])
    desk.flow.read([B])
    desk.access.strange = []
    desk.sheet().reject()
    assert (desk.did("explain"), desk.did("read")) == ([], [(B,)])


def test_what_goes_wrong_is_told_and_the_next_one_is_read(desk):
    desk.access.problem, told = DataProblem("“a.csv”打不开。"), []
    desk.flow.read([A], told.append)
    assert (told, desk.said()) == (["“a.csv”打不开。"], ["“a.csv”打不开。"])
    desk.access.problem = None
    desk.flow.read([B])
    assert desk.did("read") == [(B,)]


def test_a_new_table_is_offered_and_read_only_when_that_is_wanted(desk):
    desk.flow.offers.watch.came.emit([A])
    assert desk.said() == ["新的订单表 a.csv，要读入吗？"]
    assert desk.did("read") == []
    desk.press("读入")
    assert desk.did("read") == [(A,)]
    assert desk.said() == ["读入了 3 个订单。"]


def test_an_offer_can_be_refused_and_comes_not_back(desk):
    window = desk.flow.show()
    desk.flow.offers.watch.came.emit([A])
    assert window.offer.text() == "新的订单表 a.csv，要读入吗？"
    desk.press("忽略")
    assert (desk.said(), window.offer.isVisible(), desk.did("read")) == ([], False, [])


def test_several_offers_are_one_and_the_window_has_it_too(desk):
    desk.flow.offers.watch.came.emit([A])
    desk.flow.offers.watch.came.emit([B])
    assert desk.said() == ["有 2 个新的订单表，要读入吗？"]
    desk.toast.clear()
    window = desk.flow.show()
    assert window.offer.isVisible()
    window.take.click()
    assert desk.did("read") == [(A, B)]
    assert not window.offer.isVisible()


def test_where_it_is_set_so_new_tables_are_read_without_a_question(desk):
    window = desk.flow.show()
    desk.tools.settings.set("orders.folder", "/d")
    desk.flow.follow()
    window.side.auto.click()
    assert desk.tools.settings.get("orders.auto") == "yes"
    desk.access.strange = [STRANGE]  # no question may come in between: somebody is talking with a buyer
    desk.access.slow = True
    for table in (A, B):
        desk.flow.offers.watch.came.emit([table])
    assert desk.did("read") == [(A,)]
    desk.access.go_on()
    assert desk.did("read") == [(A,), (B,)]
    assert desk.did("survey") == []


def test_the_folder_that_is_set_is_watched_until_it_is_given_up(desk, tmp_path):
    desk.tools.settings.set("orders.folder", str(tmp_path))
    desk.flow.begin()
    assert desk.did("incoming") == [(tmp_path,)]
    assert desk.flow.offers.watch._watcher.directories() == [str(tmp_path)]
    window = desk.flow.show()
    assert window.side.place.text().replace("\u200b", "") == str(tmp_path)
    window.side.leave.click()
    assert desk.tools.settings.get("orders.folder") == ""
    assert desk.flow.offers.watch._watcher.directories() == []
    assert not desk.flow.offers.watch.slow.isActive()


def test_every_hour_what_was_kept_for_its_days_goes(desk):
    desk.flow.begin()
    assert desk.flow._hourly.isActive()
    desk.flow._hourly.timeout.emit()
    assert desk.did("expire") == [()]


def test_colours_come_to_an_open_window(desk):
    window = desk.flow.show()
    desk.flow.set_theme("dark")
    assert window.colours.dark


def test_a_real_file_in_a_real_folder_is_noticed(app, tmp_path):
    looks = []

    def look():
        looks.append(1)
        return Seen((A,)) if (tmp_path / "a.csv").exists() else Seen()

    watch, came = FolderWatch(at_once), []
    watch.soon.setInterval(0)
    watch.came.connect(came.append)
    watch.watch(str(tmp_path), look)
    (tmp_path / "a.csv").write_text("x")
    until(lambda: came)
    assert came[0] == [A]
    assert len(looks) >= 2
    watch.watch("", None)
    watch.deleteLater()


def test_a_table_that_is_still_coming_is_looked_at_again(app, tmp_path):
    sights = [Seen(coming=True), Seen(coming=True), Seen((A,))]
    watch, came = FolderWatch(at_once), []
    watch.soon.setInterval(0)
    watch.came.connect(came.append)
    watch.watch(str(tmp_path), lambda: sights.pop(0))
    until(lambda: came)
    assert (came, sights, watch.soon.isActive()) == ([[A]], [], False)
    watch.watch("", None)
    watch.deleteLater()


def test_looks_never_overlap_and_those_of_another_folder_are_dropped(app, tmp_path):
    waiting, came = [], []
    watch = FolderWatch(lambda op, success, failure: waiting.append((op, success, failure)))
    watch.came.connect(came.append)
    watch.watch(str(tmp_path), lambda: Seen((A,)))
    watch.look()
    assert len(waiting) == 1
    assert watch.soon.isActive()
    watch.watch(str(tmp_path), lambda: Seen((B,)))
    op, success, _ = waiting.pop()
    success(op())
    assert came == []
    op, success, _ = waiting.pop()
    success(op())
    assert came == [[B]]
    watch.look()
    _, _, failure = waiting.pop()
    failure(DataProblem("weg"))
    watch.look()
    assert len(waiting) == 1
    watch.watch("", None)
    watch.deleteLater()


def test_the_buttons_of_a_toast_take_no_keyboard_and_close_it(desk):
    done = []
    desk.toast.say("要吗？", 60, (("要", lambda: done.append(1)), ("不要", lambda: done.append(2))))
    [bubble] = desk.toast._shown
    assert all(bubble.rect().contains(button.geometry()) for button in bubble.buttons)
    assert not bubble.buttons[0].geometry().intersects(bubble.buttons[1].geometry())
    assert {button.focusPolicy().value for button in bubble.buttons} == {0}
    desk.toast.set_theme("dark")
    assert bubble.buttons[0].theme.dark
    desk.press("不要")
    assert (done, desk.said()) == ([2], [])
    bubble.leaveEvent(QEvent(QEvent.Type.Leave))
