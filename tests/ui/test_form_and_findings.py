from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit

from assistant.core.guard.check import Edit, Finding, Fix
from assistant.core.guard.rules import BLOCK
from assistant.core.template.facts import Field
from assistant.ui import theme as themes
from assistant.ui.finding_cards import inks

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
FIELDS = [
    Field("order.id", "订单号"),
    Field("logistics.company", "快递公司", "choice", ("中通", "圆通"), "圆通"),
    Field("order.signed_at", "签收时间", "date", (), "2025-06-04"),
]
CHANGED = Finding("聊天窗口变了。", "chat")
TEXT = "最便宜😊，电话13800001234，最便宜"
WORD = Finding("“最便宜”：广告法不允许。", "ad", ((0, 3), (19, 22)), fix=Fix("改成“很实惠”", (Edit(0, 3, "很实惠"),)))
PHONE = Finding("有完整的电话号码。", "phone", ((7, 18),), BLOCK, Fix("隐藏中间几位", (Edit(7, 18, "138****1234"),)))
BUYER = Finding("订单是“阿明”的，眼前是“小雨”。", "buyer", versus=("阿明", "小雨"))


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
    desk.open().popup.show_findings("您好", [CHANGED])
    desk.key(Key.Key_Return)
    assert desk.said == []
    assert desk.popup._pages.browsing


@pytest.mark.parametrize("way", ["ctrl-enter", "tab-enter", "click"])
def test_findings_can_be_confirmed(desk, way):
    desk.open().popup.show_findings("您好", [CHANGED])
    if way == "ctrl-enter":
        desk.key(Key.Key_Return, modifiers=CTRL)
    elif way == "tab-enter":
        desk.key(Key.Key_Tab)
        desk.key(Key.Key_Return)
    else:
        desk.popup._pages.findings._confirm.click()
    assert desk.said == [("confirmed",)]


def test_a_blocking_finding_cannot_be_confirmed(desk):
    desk.open().popup.show_findings(TEXT, [WORD, PHONE])
    assert desk.popup._pages.findings._confirm.isHidden()
    desk.key(Key.Key_Return, modifiers=CTRL)
    assert desk.said == []


def test_escape_leaves_the_findings(desk):
    desk.open().popup.show_findings("您好", [CHANGED])
    desk.key(Key.Key_Escape)
    assert desk.popup._pages.browsing
    assert desk.line.hasFocus()


def marks(desk):
    """The marked stretches, in the order of painting, and their colours."""
    selections = desk.popup._pages.findings.text.extraSelections()
    return [(each.cursor.selectedText(), each.format.background().color().name()) for each in selections]


def test_the_whole_reply_is_shown_with_its_places_marked(desk):
    desk.open().popup.show_findings(TEXT, [WORD, PHONE])
    light = themes.light()
    assert desk.popup._pages.findings.text.toPlainText() == TEXT
    words, phone = ("最便宜", light.gap.name()), ("13800001234", light.danger_ground.name())
    assert marks(desk) == [phone, words, words]


def test_what_blocks_is_listed_first(desk):
    desk.open().popup.show_findings(TEXT, [WORD, PHONE])
    cards = desk.popup._pages.findings._cards
    assert [card.finding for card in cards] == [PHONE, WORD]
    assert cards[0].accessibleName() == "禁止粘贴：有完整的电话号码。"


def test_f2_mends_everything(desk):
    desk.open().popup.show_findings(TEXT, [WORD, PHONE, BUYER])
    assert ("F2", "改好再粘贴") in desk.popup._pages.hints()
    assert "2" in desk.popup._pages.findings._mend.text()
    desk.key(Key.Key_F2)
    assert desk.said == [("mended", (PHONE.fix, WORD.fix))]


def test_f2_mends_what_was_chosen_with_the_arrows(desk):
    desk.open().popup.show_findings(TEXT, [WORD, PHONE])
    for _ in range(3):
        desk.key(Key.Key_Down)
    light = themes.light()
    assert marks(desk)[-1] == ("最便宜", light.gap_text.name())
    assert "改成“很实惠”" in desk.popup._pages.findings._mend.text()
    desk.key(Key.Key_F2)
    assert desk.said == [("mended", (WORD.fix,))]
    desk.key(Key.Key_Up)
    desk.key(Key.Key_F2)
    assert desk.said[-1] == ("mended", (PHONE.fix,))


def test_the_button_of_a_card_mends_only_that(desk):
    desk.open().popup.show_findings(TEXT, [WORD, PHONE])
    desk.popup._pages.findings._cards[1].fix.click()
    assert desk.said == [("mended", (WORD.fix,))]


def test_tab_and_enter_reach_the_way_out(desk):
    desk.open().popup.show_findings(TEXT, [WORD])
    desk.key(Key.Key_Tab)
    desk.key(Key.Key_Return)
    assert desk.said == [("mended", (WORD.fix,))]


def test_without_a_way_out_f2_does_nothing(desk):
    desk.open().popup.show_findings("您好", [CHANGED, BUYER])
    assert "F2" not in [key for key, _ in desk.popup._pages.hints()]
    assert desk.popup._pages.findings._mend.isHidden()
    desk.key(Key.Key_F2)
    assert desk.said == []


def test_findings_are_forgotten(desk):
    desk.open().popup.show_findings(TEXT, [WORD, BUYER])
    desk.key(Key.Key_Escape)
    pane = desk.popup._pages.findings
    assert (pane.text.toPlainText(), pane._cards, pane._list.widget()) == ("", [], None)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marks_can_be_read(theme):
    colours = getattr(themes, theme)()
    for blocking in (False, True):
        ground, _, ink = inks(colours, blocking=blocking)
        assert contrast(ground, ink) >= 4.5  # the chosen one has them the other way round


def contrast(one, other):
    def light(colour):
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)
