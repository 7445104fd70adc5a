"""Writing the text: offers, marks, ways out, wordings, emoticons; by keys and by mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from assistant.core.emoticons import UNFIT
from assistant.core.model import Variant
from assistant.ui import theme as themes
from assistant.ui.controls import ActionButton
from assistant.ui.paper import document_for
from assistant.ui.remark_list import _Line
from assistant.ui.template_colours import colours_of
from assistant.ui.wording_tabs import names_of
from tests.ui.editor_desk import ALT, CTRL, PHRASE, EditorDesk, Key
from tests.ui.waiting import until


@pytest.fixture
def desk(app, tmp_path):
    made = EditorDesk(tmp_path).show()
    made.editor.activateWindow()
    made.text.setFocus()
    until(made.text.hasFocus)
    yield made
    made.close()


def with_text(desk, text):
    desk.show(replace(PHRASE, id="other", variants=(Variant(text),)))
    desk.text.setFocus()
    return desk


def offered(desk):
    return [offer.label for offer in desk.text.list.offers] if desk.text.list.isVisible() else []


def waves(desk):
    """What is underlined with a wave."""
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [s.cursor.selectedText() for s in desk.text.extraSelections() if s.format.underlineStyle() is wave]


# --- completion


def test_a_field_is_found_by_its_initials_and_put_in(desk):
    with_text(desk, "")
    desk.type("{{mj")
    assert offered(desk)[0] == "买家昵称"
    desk.key(Key.Key_Return)
    assert desk.text.source() == "{{ 买家昵称 }}"
    assert offered(desk) == []
    desk.type("好")
    assert desk.text.source() == "{{ 买家昵称 }}好"


def test_chinese_that_is_composed_is_found_too(desk):
    with_text(desk, "")
    desk.type("{{ ")
    desk.compose("单号")
    assert {"订单号", "快递单号"} <= set(offered(desk))


def test_the_arrow_keys_choose_and_tab_takes(desk):
    with_text(desk, "")
    desk.type("{{")
    second, last = offered(desk)[1], offered(desk)[-1]
    desk.key(Key.Key_Up)
    assert desk.text.list.offers[desk.text.list.row].label == last
    desk.key(Key.Key_Down)
    desk.key(Key.Key_Down)
    desk.key(Key.Key_Tab)
    assert desk.text.source() == f"{{{{ {second} }}}}"


def test_esc_closes_the_list_and_then_the_editor(desk):
    with_text(desk, "")
    desk.type("{{")
    desk.key(Key.Key_Escape)
    assert offered(desk) == []
    assert desk.closed == []
    desk.key(Key.Key_Return)
    assert desk.text.source() == "{{\n"


def test_a_filter_and_what_it_needs(desk):
    with_text(desk, "{{ 今天 }}")
    desk.text.go_to(5, 5)
    desk.type(" |jt")
    desk.key(Key.Key_Return)
    assert desk.text.source() == "{{ 今天 | 加天: 7 }}"
    assert desk.text.textCursor().selectedText() == "7"
    desk.type("3")
    assert desk.text.source() == "{{ 今天 | 加天: 3 }}"


def test_a_tag_is_put_in_whole_and_its_emoticon_is_chosen_by_typing_over(desk):
    with_text(desk, "好的")
    desk.text.go_to(2, 2)
    desk.type("{%")
    assert "表情" in offered(desk)
    desk.key(Key.Key_Return)
    assert desk.text.source() == "好的{% emo 微笑 %}"
    desk.type("mg")
    assert offered(desk)[0] == "玫瑰"
    desk.key(Key.Key_Return)
    assert desk.text.source() == "好的{% emo 玫瑰 %}"


def test_a_click_takes_an_offer(desk):
    with_text(desk, "")
    desk.type("{{ddh")
    desk.text.list.grab()
    QTest.mouseClick(desk.text.list, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert desk.text.source() == "{{ 订单号 }}"


def test_an_offer_is_one_step_of_the_undo(desk):
    with_text(desk, "")
    desk.type("{{mj")
    desk.key(Key.Key_Return)
    desk.text.undo()
    assert desk.text.source() == "{{mj"


def test_behind_signs_of_two_units_the_place_is_right(desk):
    with_text(desk, "😀𠮷")
    desk.text.go_to(2, 2)
    desk.type("{{ddh")
    desk.key(Key.Key_Return)
    assert desk.text.source() == "😀𠮷{{ 订单号 }}"


def test_the_list_lies_inside_the_window(desk):
    desk.editor.resize(390, 500)
    with_text(desk, "字" * 300)
    desk.text.go_to(300, 300)
    desk.type("{{")
    window = desk.editor.window().rect()
    assert window.contains(desk.text.list.geometry())


def test_the_list_goes_when_the_cursor_or_the_focus_does(desk):
    with_text(desk, "开头")
    desk.text.go_to(2, 2)
    desk.type("{{")
    desk.text.go_to(0, 0)
    assert offered(desk) == []
    desk.text.go_to(4, 4)
    desk.key(Key.Key_Space, " ", CTRL)
    assert offered(desk)
    desk.page.title.setFocus()
    assert offered(desk) == []


def test_the_button_for_fields_asks_which(desk):
    with_text(desk, "亲")
    desk.text.go_to(1, 1)
    desk.key(Key.Key_J, "", CTRL)
    assert desk.text.source() == "亲{{ }}"
    assert "店铺" in offered(desk)
    desk.type("dp")
    desk.key(Key.Key_Return)
    assert desk.text.source().startswith("亲{{ 店铺")
    desk.check()
    assert desk.page.remarks.remarks == ()


# --- marks and ways out


def test_what_is_wrong_is_underlined_at_its_place(desk):
    with_text(desk, "😀{{ 买佳 }}这是最便宜的/:^_^")
    assert waves(desk) == ["买佳", "最便宜", "/:^_^"]
    lines = [line.text() for line in desk.page.remarks.findChildren(_Line)]
    assert "买佳" in lines[0]
    assert len(lines) == 3


def test_marks_go_while_somebody_types_and_come_back(desk):
    with_text(desk, "{{ 买佳 }}")
    desk.text.go_to(0, 0)
    desk.type("字")
    assert waves(desk) == []
    desk.check()
    assert waves(desk) == ["买佳"]


def test_a_click_on_the_way_out_takes_it_and_undo_takes_it_back(desk):
    with_text(desk, "{{ 买佳 }}")
    (button,) = desk.page.remarks.findChildren(ActionButton)
    desk.click(button)
    assert desk.text.source() == "{{ 买家 }}"
    desk.check()
    assert desk.page.remarks.isHidden()
    desk.text.undo()
    assert desk.text.source() == "{{ 买佳 }}"


def test_ctrl_period_takes_the_ways_out_one_after_the_other(desk):
    with_text(desk, "{{ 买佳 }}好的[微笑]，最便宜")
    desk.text.go_to(0, 0)
    for _ in range(3):
        desk.key(Key.Key_Period, ".", CTRL)
        desk.check()
    assert desk.text.source() == "{{ 买家 }}好的{% emo 微笑 %}，很实惠"


def test_f8_goes_from_remark_to_remark_also_in_other_wordings(desk):
    desk.show(replace(PHRASE, id="x", variants=(Variant("{{ 甲 }}顶级"), Variant("{{ 乙 }}"))))
    seen = []
    desk.text.go_to(0, 0)
    for _ in range(4):
        desk.key(Key.Key_F8, into=desk.text)
        seen.append(desk.text.textCursor().selectedText())
    assert seen == ["甲", "顶级", "乙", "甲"]


def test_pressing_a_remark_goes_to_its_place(desk):
    desk.show(replace(PHRASE, id="x", variants=(Variant("好"), Variant("😀您好{{ 甲 }}"))))
    (line,) = desk.page.remarks.findChildren(_Line)
    assert line.text().startswith("〔通用 2〕")
    line.setFocus()
    desk.key(Key.Key_Space, " ", into=line)
    QApplication.sendEvent(line, QEvent(QEvent.Type.Leave))
    desk.click(line)
    assert desk.page.wordings.current == 1
    assert desk.text.textCursor().selectedText() == "甲"


def test_the_pointer_over_a_wave_tells_why(desk):
    with_text(desk, "顶级")
    spot = desk.text.viewport().mapTo(desk.text, desk.text.cursorRect().center())
    QApplication.sendEvent(desk.text, QHelpEvent(QEvent.Type.ToolTip, spot, desk.text.mapToGlobal(spot)))
    assert "广告法" in QToolTip.text()


def test_more_remarks_than_fit_are_counted(desk):
    with_text(desk, "顶级" * 10)
    assert len(desk.page.remarks.findChildren(_Line)) == 6
    assert "4" in desk.page.remarks._column.itemAt(6).widget().text()


signs = st.sampled_from(
    ["{{", "}}", "{%", "%}", "{% if a %}", "{% emo 微笑 %}", "|", "\n", '"', "买家", "😀", "𠮷", "/:^_^", " "]
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(signs | st.text(max_size=3), max_size=20).map("".join))
def test_any_text_can_be_coloured(app, text):
    document = document_for(text)
    for selection in colours_of(document, (), themes.light()):
        assert selection.cursor.hasSelection()


# --- wordings


def test_tabs_are_called_by_tone_and_language_and_equal_ones_numbered(app):
    wordings = [
        Variant("a"),
        Variant("b", tone="亲切"),
        Variant("c"),
        Variant("d", "亲切", "zh-TW"),
        Variant("e", "", "en"),
    ]
    assert names_of(wordings, "通用") == ["通用 1", "亲切", "通用 2", "亲切 繁體", "English"]


def test_ctrl_t_adds_a_wording_and_ctrl_tab_goes_on(desk):
    desk.key(Key.Key_T, "", CTRL)
    assert desk.page.wordings.current == 1
    desk.type("又一种说法")
    desk.editor.commit()
    assert [v.text for v in desk.told[0].variants] == ["您好{{ 买家 }}", "又一种说法", "在的", "Hello"]
    desk.key(Key.Key_Tab, "", CTRL)
    assert desk.text.source() == "在的"
    desk.key(Key.Key_Backtab, "", CTRL)
    assert desk.text.source() == "又一种说法"


def test_a_wording_that_was_begun_and_left_empty_is_none(desk):
    desk.key(Key.Key_T, "", CTRL)
    desk.editor.commit()
    assert desk.told == []
    desk.page.wordings.turn_to(0)
    desk.write("改了")
    desk.editor.commit()
    assert [v.text for v in desk.told[0].variants] == ["改了", "在的", "Hello"]


def test_a_remark_behind_an_empty_wording_is_in_its_tab(desk):
    desk.key(Key.Key_T, "", CTRL)
    desk.page.wordings.turn_to(2)
    desk.write("{{ 买佳 }}")
    desk.check()
    assert waves(desk) == ["买佳"]
    assert desk.page.remarks.remarks[0].wording == 2


def test_a_wording_can_be_copied_moved_and_removed(desk):
    desk.key(Key.Key_D, "", CTRL)
    assert [v.text for v in desk.page.wordings.sheets.all][:2] == ["您好{{ 买家 }}"] * 2
    assert desk.page.wordings.tabs.names[:2] == ["亲切 1", "亲切 2"]
    desk.write("第二种")
    tabs = desk.page.wordings.tabs
    tabs.setFocus()
    desk.key(Key.Key_Right, "", ALT, into=tabs)
    desk.key(Key.Key_Right, "", ALT, into=tabs)
    assert [v.text for v in desk.page.wordings.sheets.all] == ["您好{{ 买家 }}", "在的", "Hello", "第二种"]
    assert desk.text.source() == "第二种"
    desk.page.wordings.actions_of_one[3].trigger()
    assert desk.text.source() == "Hello"
    desk.editor.commit()
    assert desk.told == []


def test_the_menu_names_what_can_be_done_to_a_wording(desk):
    desk.page.wordings._open_menu()
    assert [a.isEnabled() for a in desk.page.wordings.actions_of_one] == [True] * 4
    QApplication.activePopupWidget().close()
    desk.show(replace(PHRASE, id="x", variants=(Variant("一"),)))
    assert [a.isEnabled() for a in desk.page.wordings.actions_of_one] == [True, False, False, False]


def test_tone_and_language_are_of_the_wording_in_front(desk):
    tools = desk.page.wordings.tools
    desk.page.wordings.turn_to(2)
    assert (tools.tone.value(), tools.language.value()) == ("", "en")
    tools.tone.show_value("活泼")
    tools.tone.settled.emit()
    desk.editor.commit()
    assert desk.told[0].variants[2] == Variant("Hello", "活泼", "en")
    assert desk.page.wordings.tabs.names[2] == "活泼 English"


def test_each_wording_has_its_own_undo(desk):
    desk.write("第一种改了")
    desk.page.wordings.turn_to(1)
    desk.write("第二种改了")
    desk.page.wordings.turn_to(0)
    desk.text.undo()
    assert [v.text for v in desk.page.wordings.sheets.all] == ["您好{{ 买家 }}", "第二种改了", "Hello"]


# --- emoticons


def test_an_emoticon_is_found_by_pinyin_and_put_in(desk):
    with_text(desk, "好的")
    desk.text.go_to(2, 2)
    desk.key(Key.Key_E, "", CTRL)
    picker = desk.editor.picker
    until(picker.line.hasFocus)
    desk.type("meigui")
    assert picker.model.names[0] == "玫瑰"
    desk.key(Key.Key_Return)
    assert desk.text.source() == "好的{% emo 玫瑰 %}"
    assert picker.isHidden()
    until(desk.text.hasFocus)


@pytest.mark.parametrize(
    ("typed", "name"), [("微笑", "微笑"), ("wx", "微笑"), ("smile", "微笑"), ("谢谢", "抱拳"), ("红包", "红包")]
)
def test_emoticons_are_found_in_chinese_pinyin_and_english(desk, typed, name):
    desk.key(Key.Key_E, "", CTRL)
    desk.editor.picker.line.setText(typed)
    assert name in desk.editor.picker.model.names[:12]


def test_the_last_ones_come_first_and_unfit_ones_are_not_shown_by_themselves(desk):
    desk.recent.extend(["玫瑰", "抱拳"])
    desk.key(Key.Key_E, "", CTRL)
    names = desk.editor.picker.model.names
    assert list(names[:3]) == ["玫瑰", "抱拳", "微笑"]
    assert len(names) == len(set(names))
    assert not set(names) & UNFIT


def test_a_page_has_only_what_that_program_knows_and_every_program_is_told(desk):
    desk.key(Key.Key_E, "", CTRL)
    picker = desk.editor.picker
    picker.page.show_value("wechat")
    picker.page.settled.emit()
    assert "爱慕" not in picker.model.names
    assert picker.shown.text().startswith("微笑：")
    for code in ("/:^_^", "[微笑]", "/微笑", "🙂", "(^_^)"):
        assert code in picker.shown.text()
    picker.line.setText("没有这种东西")
    assert "没有" in picker.shown.text()
    desk.key(Key.Key_Return, into=picker.line)
    assert not picker.isHidden()


def test_arrows_move_in_the_grid_and_esc_goes_back_to_the_text(desk):
    desk.key(Key.Key_E, "", CTRL)
    picker = desk.editor.picker
    desk.key(Key.Key_Right, into=picker.line)
    assert picker.grid.currentIndex().row() == 1
    desk.key(Key.Key_Down, into=picker.line)
    assert picker.grid.currentIndex().row() > 2
    desk.key(Key.Key_Escape, into=picker.line)
    assert picker.isHidden()
    assert desk.closed == []
    until(desk.text.hasFocus)


def test_a_click_picks_and_the_picture_can_be_painted(desk):
    desk.key(Key.Key_E, "", CTRL)
    picker = desk.editor.picker
    picker.grab()
    spot = picker.grid.visualRect(picker.model.index(2, 0)).center()
    name = picker.model.names[2]
    QTest.mouseClick(picker.grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert f"{{% emo {name} %}}" in desk.text.source()
    assert desk.recent[0] == name


def test_the_picker_lies_inside_the_editor(desk):
    for size in ((390, 300), (390, 800), (1000, 500)):
        desk.editor.resize(*size)
        desk.settle()
        desk.editor._open_picker()
        assert desk.editor.rect().contains(desk.editor.picker.geometry())
