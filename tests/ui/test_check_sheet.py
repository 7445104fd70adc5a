from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from assistant.core.edits import Put
from assistant.core.packs.check_rules import Severity
from assistant.ui.check_sheet import CheckSheet
from tests.ui.library_desk import LibraryDesk
from tests.ui.pasteboards import copied
from tests.ui.waiting import until


@pytest.fixture
def desk(app, tmp_path):
    desk = LibraryDesk(tmp_path, 6)
    yield desk
    desk.close()


def worded(desk: LibraryDesk, number: int, text: str) -> str:
    phrase = desk.library.phrases[number]
    key = phrase.id
    wording = replace(phrase.variants[0], text=text)
    desk.library.edit([Put(replace(phrase, title=f"坏{number}", variants=(wording,)))], "改")
    desk.settle()
    return key


def opened(desk: LibraryDesk) -> CheckSheet:
    desk.window.menus.actions["check"].trigger()
    sheet = desk.sheet()
    assert isinstance(sheet, CheckSheet)
    until(lambda: not sheet.slices.busy)
    return sheet


def rows(sheet: CheckSheet) -> list[tuple[str, list[str]]]:
    heads = [sheet.tree.topLevelItem(n) for n in range(sheet.tree.topLevelItemCount())]
    return [(head.text(0), [head.child(n).text(0) for n in range(head.childCount())]) for head in heads]


def test_findings_stand_under_their_phrases_and_can_be_filtered(desk: LibraryDesk) -> None:
    worded(desk, 0, "亲，{{ 订单 }}打 13812345678，不能退的")
    worded(desk, 1, "这个要求公司规定不行，说了也没用")
    sheet = opened(desk)
    listed = {title.split(" [")[0]: rules for title, rules in rows(sheet)}
    assert listed["坏0"] == ["没有的字段", "电话号码", "生硬拒绝"]
    assert listed["坏1"] == ["生硬拒绝"]
    assert sheet.ticks[Severity.ERROR].text() == "错误 1"
    sheet.ticks[Severity.NOTE].setChecked(False)
    assert {t.split(" [")[0]: r for t, r in rows(sheet)}["坏0"] == ["没有的字段", "电话号码"]
    assert "坏1" not in {title.split(" [")[0] for title, _ in rows(sheet)}


def test_a_double_click_opens_the_phrase_even_when_it_is_not_listed(desk: LibraryDesk) -> None:
    key = worded(desk, 0, "亲，{{ 订单 }}")
    desk.look_for("没有这样的话术")
    assert desk.listed() == []
    sheet = opened(desk)
    sheet.tree.itemActivated.emit(sheet.tree.topLevelItem(0).child(0), 0)
    desk.settle()
    assert sheet.isVisible()
    assert desk.table.match().phrase.id == key
    assert desk.window.panes.editor.page.title.text() == "坏0"


def test_the_report_is_copied_as_it_is_listed(desk: LibraryDesk) -> None:
    worded(desk, 0, "亲，{{ 订单 }}打 13812345678")
    sheet = opened(desk)
    sheet.copy.click()
    report = copied(desk.pasteboard)
    assert "没有“订单”这个字段" in report
    assert "138****5678" in report
    assert "13812345678" not in report


def test_it_can_be_checked_again_and_closed_while_it_works(desk: LibraryDesk) -> None:
    worded(desk, 0, "亲，{{ 订单 }}")
    sheet = opened(desk)
    assert rows(sheet)[0][1] == ["没有的字段"]
    worded(desk, 0, "亲，{{ 订单号 }}已经发出")
    sheet.again.click()
    until(lambda: not sheet.slices.busy)
    assert "坏0" not in {title.split(" [")[0] for title, _ in rows(sheet)}
    sheet.again.click()
    assert sheet.slices.busy
    sheet.reject()
    assert not sheet.slices.busy
    desk.settle()
    QApplication.processEvents()
