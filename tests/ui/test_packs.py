"""Packs in the interface: what is said before one is installed, and what is asked of the desk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from assistant.core.errors import DataProblem
from assistant.core.packs.foreign import Remark
from assistant.core.packs.plan import Choice as Decision
from assistant.core.packs.trust import Reason
from assistant.ui import theme as themes
from assistant.ui.arrival_report import RemarkSheet
from assistant.ui.pack_sheet import PackSheet
from assistant.ui.packs_access import Kind, Outcome
from assistant.ui.packs_sheet import PacksSheet
from tests.ui.packs_samples import ABOUT, NOW, FakePacks, preview, verdict
from tests.ui.pasteboards import fake_pasteboard

Key = Qt.Key
PACK = Path("somewhere/大促.xiaoer")


@pytest.fixture
def access():
    return FakePacks()


@pytest.fixture
def window(app):
    made = QWidget()
    made.resize(1000, 700)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def look(access, window):
    def opened(**changes):
        access.offer = replace(access.offer, **changes)
        sheet = PackSheet(access, fake_pasteboard(), themes.light(), window)
        sheet.open()
        sheet.begin(PACK)
        return sheet

    return opened


def tabs(sheet):
    return [segment.text() for segment in sheet.pane.tabs._group.buttons()]


def test_it_says_what_the_pack_is_and_what_it_would_do(look):
    sheet = look(tables=2, attachments=5)
    assert sheet.windowTitle() == "安装“双十一话术”"
    assert sheet.hint.text().splitlines() == [
        "1.2.0  ·  林店长  ·  2025-10-20  ·  内部使用  ·  zh-CN",
        "另有 2 张表格、5 个附件",
        "大促期间统一用这一套。",
    ]
    assert sheet.seal.text() == "由您信任的“林店长”签名。"
    assert tabs(sheet) == ["新增 3", "有变化 1", "您改过的 1", "重复 1", "会去掉 2", "相同 2"]
    assert sheet.way_on.text() == "安装"
    assert sheet.way_on.isEnabled()
    assert not any(part.isVisible() for part in (sheet.trust, sheet.agree, sheet.clashes, sheet.findings))


def test_enter_installs_and_it_can_be_undone(look, access):
    sheet = look()
    told = []
    sheet.settled.connect(told.append)
    QTest.keyClick(sheet.pane.list, Key.Key_Return)
    assert access.did == [("look", "大促.xiaoer"), "apply"]
    sheet.take_back.click()
    assert access.did[-1] == "undo"
    assert told == ["装好了“双十一话术”1.2.0：新增 3 条，更新 1 条。", "已撤销：导入话术"]


def test_a_newer_version_is_an_update(look):
    sheet = look(installed="1.1.0")
    assert sheet.windowTitle() == "更新“双十一话术”"
    assert sheet.way_on.text() == "更新"


def test_a_pack_that_is_there_already_is_not_installed_again(look):
    sheet = look(installed=ABOUT.version, preview=preview(0, 0, 9, 0))
    assert not sheet.way_on.isEnabled()
    assert sheet.note.text() == "已经装好了这个版本。"


@pytest.mark.parametrize(
    ("reason", "words"),
    [(Reason.OLDER, "确定要退回旧版本 1.2.0"), (Reason.UNSIGNED, "我知道，仍然安装")],
)
def test_what_is_odd_has_to_be_agreed_to(look, access, reason, words):
    sheet = look(verdict=verdict(reason), installed="1.4.0")
    assert sheet.agree.isVisible()
    assert sheet.agree.text() == words
    assert not sheet.way_on.isEnabled()
    QTest.keyClick(sheet, Key.Key_Return)
    assert access.did == [("look", "大促.xiaoer")]
    QTest.keyClick(sheet.agree, Key.Key_Space)
    assert sheet.way_on.isEnabled()


@pytest.mark.parametrize("reason", [Reason.UNKNOWN, Reason.CHANGED, Reason.SPOOFED])
def test_a_strange_key_has_to_be_trusted_first(look, access, reason):
    sheet = look(verdict=verdict(reason))
    assert not sheet.way_on.isEnabled()
    assert not sheet.agree.isVisible()
    asked = []
    sheet.trust_asked.connect(asked.append)
    sheet.trust.click()
    assert asked == [verdict(reason)]
    access.offer = replace(access.offer, verdict=verdict(Reason.TRUSTED))
    sheet.look_again()
    assert sheet.way_on.isEnabled()
    assert not sheet.trust.isVisible()


@pytest.mark.parametrize("reason", [Reason.BROKEN, Reason.STRIPPED])
def test_what_was_tampered_with_cannot_be_installed(look, access, reason):
    sheet = look(verdict=verdict(reason))
    assert not sheet.trust.isVisible()
    assert not sheet.agree.isVisible()
    QTest.keyClick(sheet, Key.Key_Return)
    assert access.did == [("look", "大促.xiaoer")]
    assert sheet.note.text() == "不能安装。"


def test_clashes_and_findings_are_told(look, access):
    access.checks = [Remark("th", "含有手机号。")] * 3
    sheet = look(warnings=[Remark("fh1", "编码和“发货”相同。")])
    assert (sheet.clashes.text(), sheet.findings.text()) == ("冲突 1", "检查发现 3 处")
    sheet.clashes.click()
    [told] = [each for each in sheet.findChildren(RemarkSheet) if each.isVisible()]
    assert told.list.item(0).text() == "编码和“发货”相同。\nfh1"
    told.reject()
    sheet.findings.click()
    assert [each.list.count() for each in sheet.findChildren(RemarkSheet) if each.isVisible()] == [3]


def test_a_check_that_takes_long_keeps_nobody_waiting_and_is_left_when_it_is_of_no_use(look, access):
    access.checks = None
    sheet = look()
    assert sheet.findings.text() == "正在检查…"
    assert not sheet.findings.isEnabled()
    assert sheet.way_on.isEnabled()
    access.unchecked([Remark("th", "含有手机号。")])
    assert sheet.findings.text() == "检查发现 1 处"
    assert sheet.findings.isEnabled()
    sheet.look_again()
    late = access.unchecked
    sheet.reject()
    assert access.checking.cancelled
    late([Remark("th", "含有手机号。")])


def test_own_changes_are_shown_against_the_pack(look):
    sheet = look()
    sheet.pane.tabs._group.buttons()[2].click()
    assert sheet.pane.kind() is Kind.CONFLICT
    assert "您自己也改过" in sheet.pane.about.text()
    assert sheet.pane.views.currentWidget() is sheet.pane.difference


def test_a_damaged_pack_says_why(look, access):
    access.problem = DataProblem("话术包已损坏。", "请重新要一份。")
    sheet = look()
    assert sheet.after.title.text() == "话术包已损坏。请重新要一份。"
    assert not sheet.way_on.isVisible()


def test_cancelling_an_installation_stops_it_and_tells_when_it_was_too_late(look, access):
    sheet = look()
    late = []
    sheet.late = late.append
    access.held = True
    sheet.way_on.click()
    sheet.back.click()
    assert access.job.cancelled
    assert not sheet.isVisible()
    access.waiting.pop()()
    assert late == ["装好了“双十一话术”1.2.0：新增 3 条，更新 1 条。"]


def test_what_becomes_of_own_changes_is_chosen_one_by_one_or_for_all(look, access):
    sheet = look(preview=preview(conflict=3))
    assert not sheet.pane.decisions.isVisible()
    sheet.pane.tabs._group.buttons()[2].click()
    assert sheet.pane.decisions.isVisible()
    assert sheet.pane.decisions.choice.value() == "keep"
    keep, _, merge = sheet.pane.decisions.choice._group.buttons()
    QTest.keyClick(sheet.pane.list, Key.Key_Down)
    merge.click()
    QTest.keyClick(sheet.pane.list, Key.Key_Up)
    assert keep.isChecked()
    QTest.keyClick(sheet.pane.list, Key.Key_Down)
    assert merge.isChecked()
    sheet.way_on.click()
    assert access.choices == {"q201": Decision.MERGE}


def test_one_choice_for_all(look, access):
    sheet = look(preview=preview(conflict=3))
    sheet.pane.tabs._group.buttons()[2].click()
    sheet.pane.decisions.choice._group.buttons()[1].click()
    sheet.pane.decisions.everywhere.click()
    sheet.way_on.click()
    assert access.choices == dict.fromkeys(("q200", "q201", "q202"), Decision.FOLLOW)


# --- what is installed


@pytest.fixture
def packs(access, window):
    made = PacksSheet(access, NOW, themes.light(), window)
    made.remove.double_click = 0
    made.open()
    return made


def test_what_is_installed_is_listed_with_its_version(packs):
    first, second = packs.list.item(0).text().split("\n")
    assert first == "双十一话术"
    assert second.startswith("1.2.0  ·  林店长  ·  128 条话术  ·  昨天")


def test_removing_asks_once_more_and_can_be_undone(packs, access):
    packs.remove.click()
    assert access.did == []
    packs.remove.click()
    assert access.did == [("remove", "shop-a")]
    assert packs.list.count() == 0
    assert packs.note.text() == "卸载了“双十一话术”。"
    assert not packs.remove.isEnabled()
    packs.take_back.click()
    assert access.did[-1] == "undo"


def test_a_removal_that_fails_says_why(packs, access):
    access.problem = DataProblem("别的程序正在用话术库。")
    packs.remove.click()
    packs.remove.click()
    assert packs.note.text() == "别的程序正在用话术库。"


def test_a_removal_that_ends_after_the_sheet_is_closed_is_told(packs, access):
    late = []
    packs.late = late.append
    access.held = True
    packs.remove.click()
    packs.remove.click()
    packs.reject()
    access.waiting.pop()()
    assert late == ["卸载了“双十一话术”。"]


def test_without_packs_it_says_what_to_do(access, window):
    access.there = []
    made = PacksSheet(access, NOW, themes.light(), window)
    made.open()
    made.grab()
    assert made.list.empty[0] == "还没有装话术包"
    assert not made.update_one.isEnabled()


# --- in the library window


def test_a_pack_is_installed_from_the_library(library_desk):
    library_desk.window.menus.actions["install"].trigger()
    dialog = library_desk.window.findChild(QFileDialog)
    dialog.filesSelected.emit([str(PACK)])
    dialog.reject()
    assert library_desk.packs.packs.did == [("look", "大促.xiaoer")]
    assert isinstance(library_desk.sheet(), PackSheet)
    library_desk.sheet().way_on.click()
    assert library_desk.said() == "装好了“双十一话术”1.2.0：新增 3 条，更新 1 条。"
    library_desk.sheet().reject()


def test_packs_come_one_at_a_time(library_desk):
    library_desk.window.arrivals.take([PACK, Path("b.csv")])
    assert library_desk.said() == "话术包请一个一个安装，也不要和别的文件一起。"
    assert library_desk.packs.packs.did == []


def test_the_installed_packs_open_from_the_menu_and_lead_to_a_file(library_desk):
    library_desk.window.menus.actions["packs"].trigger()
    sheet = library_desk.sheet()
    assert isinstance(sheet, PacksSheet)
    sheet.install.click()
    assert not sheet.isVisible()
    library_desk.window.findChild(QFileDialog).reject()


def test_an_outcome_without_undo_offers_none(look, access):
    access.outcome = Outcome("装好了。", undoable=False)
    sheet = look()
    sheet.way_on.click()
    assert not sheet.take_back.isVisible()
