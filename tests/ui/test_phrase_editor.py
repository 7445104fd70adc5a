"""The phrase editor: what it tells and when, and that what nobody touched stays to the letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from assistant.core.model import Attachment, Origin, Phrase, SendMode, Variant
from assistant.ui import theme as themes
from tests.ui.editor_desk import CTRL, PHRASE, EditorDesk, Key
from tests.ui.waiting import until


@pytest.fixture
def desk(app, tmp_path):
    made = EditorDesk(tmp_path)
    yield made
    made.close()


words = st.text(st.characters(blacklist_categories=("Cs",)), max_size=20)
variants = st.builds(
    Variant, words, st.sampled_from(["", "亲切", "自创"]), st.sampled_from(["zh-CN", "zh-TW", "en", "fr"])
)
days = st.none() | st.dates(date(2000, 1, 1), date(2099, 1, 1))
phrases = st.builds(
    Phrase,
    id=st.just("any"),
    code=st.text("ab 1", max_size=5),
    title=st.text("问候 a", max_size=8),
    variants=st.lists(variants, min_size=1, max_size=4).map(tuple),
    category=st.lists(st.sampled_from(["甲", "乙/丙", "丁 戊"]), max_size=3).map(tuple),
    tags=st.lists(st.sampled_from(["一", "二,三", "四"]), max_size=3, unique=True).map(tuple),
    roles=st.lists(st.sampled_from(["售后", "售前", "别的"]), max_size=3, unique=True).map(tuple),
    note=st.text("备 注", max_size=5),
    valid_from=days,
    valid_until=days,
    attachments=st.just((Attachment("0" * 64, "图.png", "image/png"),)) | st.just(()),
    hotkey=st.sampled_from(["", "ctrl+alt+h", "wrong"]),
    send=st.sampled_from(SendMode),
    disabled=st.booleans(),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(phrases)
def test_what_was_not_touched_stays_to_the_letter(desk, phrase):
    desk.show(phrase)
    assert desk.editor.current() == phrase
    desk.editor.commit()
    assert desk.told == []


def test_what_is_typed_is_told_as_a_whole_phrase_when_typing_has_paused(desk):
    desk.show()
    desk.editor._pause.setInterval(0)
    desk.write("您好，请问有什么可以帮您？")
    until(lambda: desk.told)
    expected = replace(
        PHRASE, variants=(replace(PHRASE.variants[0], text="您好，请问有什么可以帮您？"), *PHRASE.variants[1:])
    )
    assert desk.told == [expected]
    desk.editor.commit()
    assert len(desk.told) == 1


def test_nothing_is_told_before_the_pause_nor_of_what_was_undone(desk):
    desk.show()
    desk.write("别的")
    assert desk.told == []
    desk.text.undo()
    desk.editor.commit()
    assert desk.told == []


def test_it_is_told_when_the_focus_leaves(desk):
    desk.show()
    desk.editor.activateWindow()
    desk.write("离开前写的")
    until(desk.text.hasFocus)
    desk.page.title.setFocus()
    desk.settle()
    assert desk.told == []
    other = QLineEdit()
    other.show()
    other.activateWindow()
    until(lambda: desk.told)
    assert [phrase.text for phrase in desk.told] == ["离开前写的"]
    other.deleteLater()


def test_ctrl_s_tells_at_once(desk):
    desk.show()
    desk.write("马上保存")
    desk.key(Key.Key_S, "s", CTRL)
    assert desk.told[0].text == "马上保存"
    assert desk.editor.head.said == "已保存"


def test_another_phrase_is_shown_only_after_the_first_was_told(desk):
    desk.show()
    desk.write("还没停下")
    desk.show(replace(PHRASE, id="p2", title="别的"))
    assert [(phrase.id, phrase.text) for phrase in desk.told] == [("p1", "还没停下")]
    desk.editor.commit()
    assert len(desk.told) == 1


@pytest.mark.parametrize(
    ("title", "text", "why"),
    [
        ("", "您好", "还没有标题"),
        ("  ", "您好", "还没有标题"),
        ("问候", "", "还没有内容"),
        ("问候", " \n", "还没有内容"),
    ],
)
def test_what_is_not_fit_is_not_told_and_the_reason_is_shown(desk, title, text, why):
    desk.show(Phrase("n", "", "", (Variant(""),)), new=True)
    desk.page.title.setText(title)
    desk.write(text)
    desk.page.edited.emit()
    desk.editor.commit()
    assert desk.told == []
    assert why in desk.editor.head.said


def test_a_wording_that_was_emptied_is_not_quietly_dropped(desk):
    desk.show()
    desk.page.wordings.turn_to(1)
    desk.write("")
    desk.editor.commit()
    assert desk.told == []
    assert "第 2 种说法是空的" in desk.editor.head.said


def test_a_new_phrase_starts_with_its_title(desk):
    desk.editor.activateWindow()
    desk.show(Phrase("n", "", "", (Variant(""),)), new=True)
    until(desk.page.title.hasFocus)
    desk.type("发货时间")
    desk.write("48 小时内发出")
    desk.editor.commit()
    assert desk.told == [Phrase("n", "", "发货时间", (Variant("48 小时内发出"),))]


def test_what_comes_back_from_the_library_leaves_cursor_undo_and_typing_alone(desk):
    desk.show()
    desk.write("第一句")
    desk.editor.commit()
    desk.type("，又写")
    back = replace(desk.told[0], layer="personal", origin=Origin("p1", "abc"))
    desk.show(back)
    assert desk.text.source() == "第一句，又写"
    desk.editor.commit()
    assert desk.told[-1].text == "第一句，又写"
    assert (desk.told[-1].layer, desk.told[-1].origin) == ("personal", Origin("p1", "abc"))
    desk.text.undo()
    assert desk.text.source() != "第一句，又写"


def test_a_copy_of_ones_own_that_arrives_while_somebody_types_takes_nothing_away(desk):
    desk.show()
    desk.write("还没停下来")
    desk.show(replace(PHRASE, layer="personal", origin=Origin("p1", "abc")))
    assert desk.text.source() == "还没停下来"
    desk.editor.commit()
    assert (desk.told[-1].text, desk.told[-1].layer) == ("还没停下来", "personal")
    desk.show(replace(PHRASE, title="别处改的"))
    assert desk.editor.current().title == "别处改的"


def test_another_state_of_the_same_phrase_is_taken_over(desk):
    desk.show()
    desk.page.wordings.turn_to(1)
    desk.show(replace(PHRASE, title="旧标题", variants=(Variant("旧的"), *PHRASE.variants[1:])))
    assert desk.page.title.text() == "旧标题"
    assert desk.page.wordings.current == 1
    desk.page.wordings.turn_to(0)
    assert desk.text.source() == "旧的"
    desk.editor.commit()
    assert desk.told == []


def test_after_an_undo_of_the_library_the_same_words_can_be_told_again(desk):
    desk.show()
    desk.write("又改")
    desk.editor.commit()
    desk.show(desk.told[0])
    desk.show(PHRASE)
    desk.write("又改")
    desk.editor.commit()
    assert len(desk.told) == 2


def test_esc_tells_and_asks_to_close(desk):
    desk.show()
    desk.write("写完了")
    desk.key(Key.Key_Escape)
    assert (len(desk.told), len(desk.closed)) == (1, 1)


def test_esc_says_once_what_would_be_lost(desk):
    desk.show()
    desk.write("")
    desk.page.wordings.sheets.show([Variant("")], again=False)
    desk.page.wordings.turn_to(0)
    desk.key(Key.Key_Escape)
    assert desk.closed == []
    assert "再按一次" in desk.editor.head.said
    desk.key(Key.Key_Escape)
    assert (desk.told, len(desk.closed)) == ([], 1)
    desk.show(None)
    assert desk.told == []


def test_what_is_lost_by_going_to_another_phrase_is_said(desk):
    desk.show()
    desk.write("")
    desk.page.wordings.sheets.show([Variant("")], again=False)
    desk.page.wordings.turn_to(0)
    desk.show(replace(PHRASE, id="p2"))
    assert desk.told == []
    assert "没有保存" in desk.editor.head.said
    desk.show(replace(PHRASE, id="p3"))
    assert desk.editor.head.said == ""


def test_going_back_to_what_was_before_the_library_answered_is_told_too(desk):
    desk.show()
    desk.write("改了")
    desk.editor.commit()
    desk.text.undo()
    while desk.text.source() != PHRASE.text:
        desk.text.undo()
    desk.editor.commit()
    assert [phrase.text for phrase in desk.told] == ["改了", PHRASE.text]


def test_another_language_of_the_interface_changes_no_phrase(desk):
    phrase = replace(PHRASE, send=SendMode.COPY, valid_until=date(2026, 5, 1))
    desk.show(phrase)
    desk.write("{{ 买佳 }}")
    before = desk.editor.current()
    QApplication.sendEvent(desk.editor, QEvent(QEvent.Type.LanguageChange))
    desk.settle()
    assert desk.editor.current() == before
    assert desk.told == []


def test_a_code_that_is_taken_is_shown_at_once(desk):
    desk.show()
    desk.page.code.setFocus()
    desk.page.code.selectAll()
    desk.type("FH", into=desk.page.code)
    desk.check()
    assert "发货时间" in desk.page.clash.text()
    assert not desk.page.clash.isHidden()
    desk.page.code.setText("fh2")
    desk.page.edited.emit()
    desk.check()
    assert desk.page.clash.isHidden()


def test_nothing_can_be_changed_in_one_that_is_only_shown(desk):
    desk.show(read_only=True)
    desk.text.setFocus()
    desk.type("改不了")
    assert desk.text.source() == PHRASE.text
    for widget in (desk.page.facts, desk.page.wordings.add, desk.page.wordings.tools.faces):
        assert not widget.isEnabled()
    assert desk.page.title.isReadOnly()
    desk.key(Key.Key_Escape)
    assert (desk.told, len(desk.closed)) == ([], 1)
    desk.show()
    assert desk.page.facts.isEnabled()


def test_nothing_is_shown_without_a_phrase(desk):
    desk.show(None)
    assert desk.page.isHidden()
    assert desk.editor.current() is None
    desk.show()
    assert not desk.page.isHidden()


def test_the_preview_follows_the_wording_the_order_and_the_program(desk):
    desk.show()
    preview = desk.page.preview
    assert preview.message.toPlainText() == "您好tb小雨天"
    desk.page.wordings.turn_to(2)
    assert preview.message.toPlainText() == "Hello"
    desk.write("单号{{ 快递单号 }}{% emo 微笑 %}")
    desk.check()
    assert preview.message.toPlainText() == "单号〔快递单号〕🙂"
    assert "快递单号" in preview.news.text()
    preview.order.show_value("shipped")
    preview.program.show_value("wangwang")
    preview.asked.emit()
    assert preview.message.toPlainText() == "单号75300000001234/:^_^"
    assert preview.news.isHidden()


def test_a_broken_template_keeps_what_was_shown_last(desk):
    desk.show()
    desk.write("您好{{ 买")
    desk.check()
    assert desk.page.preview.message.toPlainText() == "您好tb小雨天"
    assert not desk.page.preview.news.isHidden()


@pytest.mark.parametrize("width", [390, 420, 700, 1000, 1400])
def test_every_width_has_room_for_all(desk, width):
    desk.show()
    desk.editor.resize(width, 800)
    desk.settle()
    assert desk.page.width() <= desk.editor._scroll.viewport().width()
    beside = desk.page.preview.mapTo(desk.page, desk.page.preview.rect().topLeft()).x() > desk.text.width()
    assert beside == (width >= 760)


def test_the_theme_reaches_every_part(desk):
    desk.show(replace(PHRASE, variants=(Variant("{{ 买佳 }}"),)))
    desk.editor.set_theme(themes.dark())
    themed = [widget for widget in desk.editor.findChildren(QWidget) if hasattr(widget, "theme")]
    assert len(themed) > 30
    assert all(widget.theme.dark for widget in themed)
    assert desk.page.preview.message._theme.dark


def test_everything_that_takes_keys_has_a_name(desk):
    desk.show()
    page = desk.page
    for widget in (
        page.title, page.code, desk.text, page.wordings.tabs, page.wordings.tools.tone, page.wordings.tools.language,
        page.preview.order, page.preview.program, page.facts.category, page.facts.tags.line, page.facts.since,
        page.facts.until, page.facts.hotkey, page.facts.send, page.facts.note, desk.editor.picker.line,
        desk.editor.picker.grid, *page.facts.chips,
    ):  # fmt: skip
        assert widget.accessibleName() or widget.text(), widget


def test_every_part_is_reached_by_tab(desk):
    desk.show(replace(PHRASE, variants=(Variant("{{ 买佳 }}"),)))
    reached, widget = set(), desk.page.title
    for _ in range(200):
        reached.add(widget)
        widget = widget.nextInFocusChain()
    page = desk.page
    for wanted in (
        page.code,
        desk.text,
        page.wordings.add,
        page.wordings.tools.files,
        page.facts.note,
        page.preview.order,
    ):
        assert wanted in reached


def test_an_editor_that_is_gone_hears_nothing_of_the_focus(app, tmp_path):
    made = EditorDesk(tmp_path).show()
    made.write("写")
    made.close()
    app.focusChanged.emit(None, None)
