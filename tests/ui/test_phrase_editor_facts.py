"""Files, tags, days, keys: what is known about a phrase besides its wordings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QFileDialog

from assistant.core.hotkey import KeyCombo
from assistant.core.model import Attachment, SendMode
from assistant.ui import attachment_strip
from assistant.ui import theme as themes
from assistant.ui.date_field import DateField
from assistant.ui.paper import document_for
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.phrase_facts import path_of
from tests.ui.editor_desk import ALT, PHRASE, EditorDesk, Key


@pytest.fixture
def desk(app, tmp_path):
    made = EditorDesk(tmp_path).show()
    yield made
    made.close()


@pytest.fixture
def opened(monkeypatch):
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url) or True)
    return urls


def picture(path: Path) -> Path:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(path))
    return path


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop_on(paper, mime):
    both = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), *both)
    QApplication.sendEvent(paper.viewport(), entering)
    assert entering.isAccepted()
    QApplication.sendEvent(paper.viewport(), QDropEvent(QPointF(5, 5), *both))
    QApplication.processEvents()


def committed(desk):
    desk.editor.commit()
    return desk.told[-1]


# --- files


def test_files_that_are_dropped_are_kept_and_shown(desk, tmp_path):
    table = tmp_path / "说明.pdf"
    table.write_bytes(b"pdf")
    desk.drop(files(picture(tmp_path / "尺码.png"), table))
    kept = committed(desk).attachments
    assert [(a.name, a.kind) for a in kept] == [("尺码.png", "image/png"), ("说明.pdf", "application/pdf")]
    assert desk.files.path(kept[1].hash).read_bytes() == b"pdf"
    first, second = desk.page.files._tiles
    assert not first.picture.isNull()
    assert second.picture.isNull()
    desk.page.files.grab()


def test_a_picture_that_is_pasted_becomes_a_file_and_text_stays_text(desk):
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    desk.text.setFocus()
    desk.key(Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    (kept,) = desk.page.files.attachments
    assert kept.kind == "image/png"
    assert QImage(str(desk.files.path(kept.hash))).pixelColor(3, 3) == QColor("red")
    desk.pasteboard.clipboard.put("文字")  # with a picture of it
    desk.key(Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert "文字" in desk.text.source()
    assert len(desk.page.files.attachments) == 1


def test_files_that_are_pasted_become_attachments_and_their_names_no_text(desk, tmp_path):
    table = tmp_path / "说明.pdf"
    table.write_bytes(b"pdf")
    QGuiApplication.clipboard().setMimeData(files(table))
    desk.pasteboard.clipboard.put(str(table))  # as file managers offer it
    desk.text.setFocus()
    desk.key(Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert [kept.name for kept in desk.page.files.attachments] == ["说明.pdf"]
    assert table.name not in desk.text.source()


def test_the_name_of_a_file_is_text_where_no_file_was_copied(desk, tmp_path):
    QGuiApplication.clipboard().clear()
    desk.pasteboard.clipboard.put(str(tmp_path))
    desk.text.setFocus()
    desk.key(Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert str(tmp_path) in desk.text.source()


def test_what_comes_late_is_not_for_another_phrase(desk):
    later = []
    desk.text._pasteboard = Pasteboard(desk.pasteboard.clipboard, lambda op, done, _: later.append(lambda: done(op())))
    desk.pasteboard.clipboard.put("迟到")
    desk.text.setFocus()
    desk.key(Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    desk.text.show_document(document_for("别的"))
    later.pop()()
    assert desk.text.source() == "别的"


def test_files_and_pictures_are_dropped_on_the_text_and_words_into_it(desk, tmp_path):
    drop_on(desk.text, files(picture(tmp_path / "尺码.png")))
    assert [kept.name for kept in desk.page.files.attachments] == ["尺码.png"]
    before = desk.text.source()
    words = QMimeData()
    words.setText("拖来的字")
    drop_on(desk.text, words)
    assert len(desk.text.source()) == len(before) + 4


def test_a_file_too_large_is_told_and_not_there(desk, tmp_path):
    (tmp_path / "视频.mp4").write_bytes(b"x" * 200_001)
    desk.drop(files(tmp_path / "视频.mp4"))
    assert "附件最大" in desk.page.files.news.text()
    assert not desk.page.files.isHidden()
    assert desk.page.files.attachments == ()


def test_the_same_file_twice_is_one(desk, tmp_path):
    desk.drop(files(picture(tmp_path / "一.png")))
    desk.drop(files(picture(tmp_path / "二.png")))
    assert [a.name for a in desk.page.files.attachments] == ["一.png"]
    assert "已经在附件里" in desk.page.files.news.text()


def test_a_file_that_comes_when_another_phrase_is_shown_is_not_given_to_it(desk, tmp_path):
    desk.held = True
    desk.drop(files(picture(tmp_path / "一.png")))
    assert "正在加入" in desk.page.files.news.text()
    desk.show(replace(PHRASE, id="p2"))
    desk.work()
    assert desk.page.files.attachments == ()
    assert desk.told == []


def test_a_file_is_opened_by_a_double_press_and_taken_away_by_delete(desk, tmp_path, opened):
    desk.drop(files(picture(tmp_path / "尺码.png"), picture(tmp_path / "另.bmp")))
    tile, other = desk.page.files._tiles
    tile.setFocus()
    desk.key(Key.Key_Return, into=tile)
    assert desk.opened == ["尺码.png"]
    assert opened[0].fileName() == "尺码.png"
    desk.key(Key.Key_Delete, into=tile)
    assert [a.name for a in committed(desk).attachments] == ["另.bmp"]
    QTest.mouseClick(other, Qt.MouseButton.LeftButton, pos=QPoint(other.width() - 10, 10))
    assert committed(desk).attachments == ()
    assert desk.page.files.isHidden()


def test_a_file_that_is_not_here_is_told(desk):
    gone = Attachment("0" * 64, "没有.png", "image/png")
    desk.show(replace(PHRASE, id="p2", attachments=(gone,)))
    desk.page.files._tiles[0].click()
    assert "不在这台电脑上" in desk.page.files.news.text()
    desk.editor.commit()
    assert desk.told == []


def test_files_are_chosen_in_a_dialog(desk, tmp_path):
    desk.click(desk.page.wordings.tools.files)
    dialog = desk.editor.findChild(QFileDialog)
    dialog.filesSelected.emit([str(picture(tmp_path / "图.png"))])
    dialog.close()
    assert [a.name for a in desk.page.files.attachments] == ["图.png"]


def test_nothing_is_taken_where_nothing_can_be_changed(desk, tmp_path):
    desk.show(read_only=True)
    desk.drop(files(picture(tmp_path / "图.png")))
    assert desk.page.files.attachments == ()


def test_a_thumbnail_is_small(tmp_path, app):
    image = attachment_strip._thumbnail(picture(tmp_path / "大.png"))
    assert not image.isNull()
    assert image.width() <= 168
    (tmp_path / "坏.png").write_bytes(b"no picture")
    assert attachment_strip._thumbnail(tmp_path / "坏.png").isNull()


# --- tags, category, roles


def test_tags_are_typed_ended_by_a_comma_or_enter_and_taken_back(desk):
    field = desk.page.facts.tags
    field.line.setFocus()
    desk.type("新标签，", into=field.line)
    desk.type("又一个", into=field.line)
    desk.key(Key.Key_Return, into=field.line)
    assert committed(desk).tags == ("招呼", "你好", "新标签", "又一个")
    desk.key(Key.Key_Backspace, into=field.line)
    assert committed(desk).tags == ("招呼", "你好", "新标签")
    desk.click(field._chips[0])
    assert committed(desk).tags == ("你好", "新标签")


def test_a_tag_twice_is_one_and_an_empty_one_none(desk):
    field = desk.page.facts.tags
    field.line.setText("招呼、 、，")
    field.line.settled.emit()
    assert field.value() == PHRASE.tags
    desk.editor.commit()
    assert desk.told == []


def test_tags_of_the_library_are_offered_by_pinyin(desk):
    field = desk.page.facts.tags
    field.line.setFocus()
    desk.type("fh", into=field.line)
    assert [offer.label for offer in field.suggesting.list.offers] == ["发货"]
    desk.key(Key.Key_Return, into=field.line)
    assert committed(desk).tags[-1] == "发货"


def test_a_category_is_offered_and_taken(desk):
    line = desk.page.facts.category
    line.setFocus()
    line.clear()
    desk.type("thh", into=line)
    offers = desk.page.facts._suggesting.list.offers
    assert [offer.label for offer in offers] == ["处理售后 › 退换货"]
    desk.key(Key.Key_Return, into=line)
    assert committed(desk).category == ("处理售后", "退换货")


def test_below_a_category_its_parts_are_offered_and_a_new_one_can_be_typed(desk):
    line = desk.page.facts.category
    line.setFocus()
    line.clear()
    desk.type("处理售后/", into=line)
    assert [offer.label for offer in desk.page.facts._suggesting.list.offers] == ["处理售后 › 退换货"]
    desk.type("保修", into=line)
    assert committed(desk).category == ("处理售后", "保修")


def test_down_shows_the_whole_tree(desk):
    line = desk.page.facts.category
    line.setFocus()
    line.clear()
    desk.key(Key.Key_Down, into=line)
    assert len(desk.page.facts._suggesting.list.offers) == 4


@pytest.mark.parametrize(
    ("text", "path"),
    [("", ()), ("甲", ("甲",)), ("甲 › 乙", ("甲", "乙")), ("甲>乙/丙", ("甲", "乙", "丙")), (" / 甲 //", ("甲",))],
)
def test_a_category_as_people_type_it(text, path):
    assert path_of(text) == path


def test_roles_are_switched_and_their_order_stays(desk):
    desk.show(replace(PHRASE, id="p2", roles=("主管", "售后")))
    chips = {chip.role: chip for chip in desk.page.facts.chips}
    assert [role for role, chip in chips.items() if chip.isChecked()] == ["售后", "主管"]
    desk.click(chips["售前"])
    assert committed(desk).roles == ("主管", "售后", "售前")
    chips["主管"].setFocus()
    desk.key(Key.Key_Space, " ", into=chips["主管"])
    QTest.keyClick(chips["主管"], Key.Key_Space)
    assert committed(desk).roles == ("售后", "售前")


# --- days


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2026-06-18", date(2026, 6, 18)), ("2026年6月18日", date(2026, 6, 18)), ("明天", date(2026, 1, 3)), ("", None)],
)
def test_a_day_as_people_type_it(app, typed, day):
    field = DateField(themes.light(), now=lambda: datetime(2026, 1, 2, 9, tzinfo=UTC))
    field.setText(typed)
    field.settle()
    assert field.day() == day
    assert field.text() == (day.isoformat() if day else "")


def test_what_is_no_day_is_marked_and_changes_nothing(desk):
    desk.page.facts.until.setText("下辈子")
    desk.page.facts.until.settled.emit()
    assert desk.page.facts.until._wrong
    desk.editor.commit()
    assert desk.told == []


def test_a_day_goes_by_arrows_and_is_cleared(desk):
    desk.show(replace(PHRASE, id="p2", valid_until=date(2026, 2, 28)))
    field = desk.page.facts.until
    desk.key(Key.Key_Up, into=field)
    assert committed(desk).valid_until == date(2026, 3, 1)
    desk.key(Key.Key_Down, into=field)
    desk.editor.commit()
    assert field.day() == date(2026, 2, 28)
    field.clear()
    assert committed(desk).valid_until is None


def test_a_day_is_picked_in_the_calendar(desk):
    field = desk.page.facts.since
    desk.key(Key.Key_Down, "", ALT, into=field)
    calendar = QApplication.activePopupWidget().findChild(QCalendarWidget)
    calendar.activated.emit(calendar.selectedDate())
    assert committed(desk).valid_from == calendar.selectedDate().toPython()


def test_days_the_wrong_way_round_are_told(desk):
    desk.page.facts.since.show_day(date(2026, 2, 1))
    desk.page.facts.until.show_day(date(2026, 1, 1))
    desk.check()
    assert "哪天都不能用" in desk.page.remarks.remarks[0].sentence


# --- key, sending, note


def test_a_key_is_recorded_and_given_up(desk):
    facts = desk.page.facts
    facts.hotkey.recorded.emit(KeyCombo.parse("ctrl+alt+h"))
    assert committed(desk).hotkey == "ctrl+alt+h"
    desk.click(facts.no_hotkey)
    desk.editor.commit()
    assert desk.editor.current().hotkey == ""
    assert not facts.no_hotkey.isEnabled()
    facts.hotkey.refused.emit("打字时要用")
    assert facts._said.text() == "打字时要用"


def test_how_it_is_sent_and_the_note(desk):
    desk.page.facts.send.show_value(SendMode.COPY)
    desk.page.facts.send.settled.emit()
    desk.page.facts.note.setFocus()
    desk.page.facts.note.selectAll()
    desk.type("只给老客", into=desk.page.facts.note)
    told = committed(desk)
    assert (told.send, told.note) == (SendMode.COPY, "只给老客")


def test_a_disabled_phrase_is_enabled_again(desk):
    state = desk.page.facts.state
    for value, disabled in (("off", True), ("", False)):
        state.show_value(value)
        state.settled.emit()
        assert committed(desk).disabled is disabled


def test_a_choice_is_made_by_keys_and_not_by_the_wheel(desk):
    select = desk.page.facts.send
    before = select.value()
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    place = QPointF(5, 5)
    QApplication.sendEvent(select, QWheelEvent(place, place, QPoint(), QPoint(0, -120), *none, False))
    assert select.value() == before
    QTest.keyClick(select, Key.Key_Down)
    assert select.value() != before
    assert desk.editor._pause.isActive()
