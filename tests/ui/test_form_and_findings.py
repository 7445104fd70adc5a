from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit

from assistant.core.facts import Field

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
FIELDS = [
    Field("order.id", "订单号"),
    Field("logistics.company", "快递公司", "choice", ("中通", "圆通"), "圆通"),
    Field("order.signed_at", "签收时间", "date", (), "2025-06-04"),
]


@pytest.fixture
def form(desk):
    desk.open().type("wl")
    desk.popup.show_form(FIELDS)
    desk.settle()
    return desk


def test_enter_goes_from_field_to_field_and_submits_at_the_end(form):
    form.type("3500")
    form.key(Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), QComboBox)
    form.key(Key.Key_Up)
    form.key(Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), QDateEdit)
    QApplication.focusWidget().setDate(QDate(2025, 7, 1))
    form.key(Key.Key_Return)
    answers = {"order.id": "3500", "logistics.company": "中通", "order.signed_at": "2025-07-01"}
    assert form.said == [("answered", answers)]


def test_ctrl_enter_submits_from_the_first_field(form):
    form.type("3500")
    form.key(Key.Key_Return, modifiers=CTRL)
    assert [what[0] for what in form.said] == ["answered"]


def test_an_empty_field_is_asked_for_again(form):
    first = QApplication.focusWidget()
    form.type("  ")
    form.key(Key.Key_Return, modifiers=CTRL)
    assert form.said == []
    assert QApplication.focusWidget() is first
    assert "订单号" in form.popup._footer.problem


def test_a_date_without_a_sensible_default_starts_today(desk):
    desk.open().popup.show_form([Field("order.signed_at", "签收时间", "date", (), "很久以前")])
    assert desk.popup.findChild(QDateEdit).date() == QDate.currentDate()


def test_escape_goes_back_to_the_list_as_it_was(form):
    form.key(Key.Key_Escape)
    assert form.popup.isVisible()
    assert (form.line.text(), form.line.hasFocus()) == ("wl", True)
    assert form.said == []
    form.key(Key.Key_Return)
    assert [what[0] for what in form.said] == ["chosen"]


def test_the_form_forgets_what_was_typed(form):
    form.type("3500")
    form.popup.hide()
    form.settle()
    form.open()
    assert form.popup._pages.browsing
    assert form.popup._pages.form._inputs == []


def test_findings_wait_for_a_decision_and_enter_is_the_harmless_one(desk):
    desk.open().popup.show_findings([("聊天窗口变了。", False)])
    desk.key(Key.Key_Return)
    assert desk.said == []
    assert desk.popup._pages.browsing


@pytest.mark.parametrize("way", ["ctrl-enter", "tab-enter", "click"])
def test_findings_can_be_confirmed(desk, way):
    desk.open().popup.show_findings([("聊天窗口变了。", False)])
    if way == "ctrl-enter":
        desk.key(Key.Key_Return, modifiers=CTRL)
    elif way == "tab-enter":
        desk.key(Key.Key_Tab)
        desk.key(Key.Key_Return)
    else:
        desk.popup._pages.findings._confirm.click()
    assert desk.said == [("confirmed",)]


def test_a_blocking_finding_cannot_be_confirmed(desk):
    desk.open().popup.show_findings([("有别人的手机号。", True), ("用语不妥。", False)])
    assert desk.popup._pages.findings._confirm.isHidden()
    desk.key(Key.Key_Return, modifiers=CTRL)
    assert desk.said == []


def test_escape_leaves_the_findings(desk):
    desk.open().popup.show_findings([("聊天窗口变了。", False)])
    desk.key(Key.Key_Escape)
    assert desk.popup._pages.browsing
    assert desk.line.hasFocus()
