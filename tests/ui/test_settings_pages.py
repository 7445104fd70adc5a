"""The pages with more than rows of settings: several shops, chat programs, copies, what is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.core.errors import ReadOnly
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Outcome, Profile, Receipt
from assistant.storage.keeping import Kept
from assistant.storage.settings import Settings
from assistant.ui.ask_button import AskButton
from assistant.ui.settings_dialog import SettingsDialog, System
from assistant.ui.settings_pages import missing_input_method

Key = Qt.Key
HOTKEY, LOOK, TASTE, SHOP, PASTE, PROGRAMS, BACKUP, PRIVACY, GENERAL = range(9)
PROFILES = (
    Profile("fallback", "当前窗口"),
    Profile("qq", "QQ", waits={"quiet": 250}),
    Profile("xterm", "终端", paste_keys="shift+insert"),
    Profile("terminal", "终端"),
)


@dataclass(frozen=True)
class Copy:
    at: datetime
    size: int
    path: Path


class Disk:
    """A disk that is none."""

    def __init__(self):
        self.copies = [Copy(datetime(2025, 6, day, 1, tzinfo=UTC), day * 1000, Path(f"/b/{day}")) for day in (5, 4)]
        self.sizes = {"library": 5000, "usage": 700, "logs": 0}
        self.restored, self.new, self.different, self.problem = [], True, True, None

    def backups(self):
        return self.copies

    def back_up(self, done, failed):
        if self.problem:
            failed(self.problem)
        else:
            self.copies = [Copy(datetime(2025, 6, 6, 1, tzinfo=UTC), 1, Path("/b/6")), *self.copies]
            done(self.new)

    def restore(self, backup, label, done, failed):
        self.restored.append((backup, label))
        done(self.different)

    def kept(self):
        return [Kept(name, Path(name), size, name != "library") for name, size in self.sizes.items()]

    def erase(self, name):
        if self.problem:
            raise self.problem
        self.sizes[name] = 0


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def tried():
    return []


@pytest.fixture
def dialog(app, settings, disk, tried, tmp_path):
    system = System(
        lambda _: None, lambda: False, lambda _: None, tmp_path, PROFILES,
        lambda *what: tried.append(what), disk, lambda: tried.append("first"),
    )  # fmt: skip
    made = SettingsDialog(settings, system, "light")
    made.present()
    QApplication.processEvents()
    yield made
    made.hide()
    made.deleteLater()


def go(dialog, page):
    dialog.names.setCurrentRow(page)
    QApplication.processEvents()
    return dialog.pages[page]


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def pick(picker, label):
    picker.setFocus()
    picker.setCurrentIndex(picker.findText(label))
    picker.activated.emit(picker.currentIndex())
    QApplication.processEvents()


def write(row, text):
    row.control.setFocus()
    row.control.selectAll()
    QTest.keyClicks(row.control, text)
    QTest.keyClick(row.control, Key.Key_Return)
    QApplication.processEvents()


def confirm(button):
    button.double_click = 0
    click(button)
    assert button.asking
    click(button)


def stored(settings):
    return json.loads(settings.text("shops"))


def test_a_second_shop_has_its_own_constants_and_shows_what_it_takes_from_the_first(dialog, settings):
    settings.set("shop.name", "月光小店")
    settings.set("shop.courier", "顺丰")
    page = go(dialog, SHOP)
    page.refresh()
    assert not page.rows["window"].isVisible()
    click(page.add)
    assert page.picker.currentText() == "新店铺"
    write(page.rows["shop.name"], "Xinghe")
    write(page.rows["window"], "xing, he")
    write(page.rows["shop.ship_cutoff"], "9:30")
    assert page.rows["shop.courier"].control.placeholderText() == "顺丰"
    assert "欢迎光临Xinghe" in page.example.text()
    assert "由顺丰发出" in page.example.text()
    assert stored(settings) == [
        {"window": "xing, he", "constants": {"shop.name": "Xinghe", "shop.ship_cutoff": "09:30"}}
    ]
    assert settings.text("shop.name") == "月光小店"
    assert [page.picker.itemText(n) for n in range(page.picker.count())] == ["月光小店", "Xinghe"]
    pick(page.picker, "月光小店")
    assert page.rows["shop.name"].control.text() == "月光小店"
    assert page.rows["shop.courier"].control.placeholderText() == ""


def test_what_was_typed_for_one_shop_is_kept_for_it_when_another_is_chosen(dialog, settings):
    page = go(dialog, SHOP)
    click(page.add)
    row = page.rows["agent.name"]
    row.control.setFocus()
    QTest.keyClicks(row.control, "Azhe")
    pick(page.picker, page.picker.itemText(0))
    assert settings.text("agent.name") == ""
    assert stored(settings)[0]["constants"]["agent.name"] == "Azhe"
    assert row.control.text() == ""


def test_an_impossible_constant_of_a_second_shop_is_told_and_not_kept(dialog, settings):
    page = go(dialog, SHOP)
    click(page.add)
    write(page.rows["shop.ship_cutoff"], "noon")
    assert "不是一个时间" in page.rows["shop.ship_cutoff"]._news.text()
    assert "shop.ship_cutoff" not in stored(settings)[0]["constants"]


def test_a_shop_is_removed_after_a_question(dialog, settings):
    page = go(dialog, SHOP)
    click(page.add)
    click(page.remove)
    assert page.remove.text() == "真的删除？"
    assert len(stored(settings)) == 1
    page.picker.setFocus()
    assert page.remove.text() == "删除"
    confirm(page.remove)
    assert stored(settings) == []
    assert not page.remove.isVisible()
    assert page.picker.count() == 1


def test_a_double_click_confirms_nothing(app):
    from assistant.ui import theme as themes

    button = AskButton("删除", "真的？", themes.light())
    heard = []
    button.confirmed.connect(lambda: heard.append(1))
    button.show()
    button.click()
    button.click()
    assert (heard, button.asking) == ([], True)
    button.double_click = 0
    button.click()
    assert (heard, button.asking) == ([1], False)
    button.deleteLater()


def test_a_program_gets_its_own_keys_breaks_and_waits(dialog, settings):
    page = go(dialog, PROGRAMS)
    pick(page.picker, "QQ")
    page.keys["paste_keys"].control.recorded.emit(KeyCombo.parse("shift+insert"))
    page.keys["send_keys"].control.recorded.emit(KeyCombo.parse("ctrl+return"))
    one = next(s for s in page.rows["newline"].control.findChildren(object) if getattr(s, "value", "") == "one")
    click(one)
    assert page.rows["quiet"].control.text() == "250"
    write(page.rows["quiet"], "400")
    write(page.rows["read"], "1500")
    assert json.loads(settings.text("paste.programs")) == {
        "qq": {"paste_keys": "shift+insert", "send_keys": "ctrl+return", "newline": " ", "waits": {"quiet": 400}}
    }
    assert page.picker.currentText() == "QQ · 已改"
    pick(page.picker, "当前窗口")
    assert page.keys["paste_keys"].control.text() == "Ctrl+V"
    assert not page.usual.isEnabled()
    pick(page.picker, "QQ · 已改")
    click(page.usual)
    assert settings.text("paste.programs") == "{}"
    assert page.keys["paste_keys"].control.text() == "Ctrl+V"
    assert page.rows["quiet"].control.text() == "250"


def test_programs_of_one_name_are_told_apart_and_an_impossible_wait_is_told(dialog, settings):
    page = go(dialog, PROGRAMS)
    names = [page.picker.itemText(n) for n in range(page.picker.count())]
    assert names == ["当前窗口", "QQ", "终端（xterm）", "终端（terminal）"]
    write(page.rows["read"], "99999")
    assert "毫秒" in page.rows["read"]._news.text()
    assert settings.text("paste.programs") == "{}"


def test_the_send_key_can_be_return_alone(dialog, settings):
    edit = go(dialog, PROGRAMS).keys["send_keys"].control
    edit.record()
    QTest.keyClick(edit, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert "alt+return" in settings.text("paste.programs")
    edit.record()
    QTest.keyClick(edit, Key.Key_Return)
    assert settings.text("paste.programs") == "{}"  # as usual


def test_a_try_waits_for_the_user_to_go_to_the_chat_and_tells_how_it_ended(dialog, tried):
    page = go(dialog, PROGRAMS)
    pick(page.picker, "终端（xterm）")
    click(page.trial.asked)
    assert page.trial.asked.text() == "3 秒后粘贴…"
    assert page.trial.field.hasFocus()
    for _ in range(3):
        page.trial._count()
    assert tried == []
    QApplication.processEvents()
    [(program, sample, done)] = tried
    assert program == "xterm"
    assert "\n" in sample
    done(Receipt(Outcome.PASTED, "", 34.4))
    assert page._trial_row._news.text() == "粘贴成功，用了 34 毫秒。"
    done(Receipt(Outcome.COPIED, "聊天窗口没有接收粘贴。"))
    assert page._trial_row._news.text() == "聊天窗口没有接收粘贴。"
    assert page.trial.asked.isEnabled()


def test_choosing_another_program_stops_a_try(dialog, tried):
    page = go(dialog, PROGRAMS)
    click(page.trial.asked)
    pick(page.picker, "QQ")
    assert page.trial.asked.text() == "三秒后试粘贴"
    assert not page.trial._tick.isActive()
    assert tried == []


def shown(page):
    return [[n.text() for n in line.children() if hasattr(n, "say")] for line in page.lines]


def test_copies_are_listed_made_and_gone_back_to_after_a_question(dialog, disk):
    page = go(dialog, BACKUP)
    assert [words[0] for words in shown(page)] == ["2025-06-05", "2025-06-04"]
    click(page.now)
    assert shown(page)[0][0] == "2025-06-06"
    assert page.news.text() == "已备份。"
    confirm(page.lines[1].findChild(AskButton))
    [(copy, label)] = disk.restored
    assert copy.path == Path("/b/5")
    assert "2025-06-05" in label
    assert "可以在话术库里撤销" in page.news.text()
    disk.different = disk.new = False
    confirm(page.lines[1].findChild(AskButton))
    assert "和现在一样" in page.news.text()
    click(page.now)
    assert "不用再备份" in page.news.text()


def test_a_copy_that_cannot_be_made_is_told(dialog, disk):
    page = go(dialog, BACKUP)
    disk.problem = ReadOnly("磁盘满了。", "请腾出空间。")
    click(page.now)
    assert page.news.text() == "磁盘满了。请腾出空间。"
    assert page.now.isEnabled()


def test_without_a_copy_the_page_says_so(dialog, disk):
    disk.copies = []
    page = go(dialog, BACKUP)
    assert page._none.isVisible()
    assert not page.folder.isVisible()


def test_what_is_kept_is_shown_with_its_size_and_some_of_it_goes(dialog, disk):
    page = go(dialog, PRIVACY)
    assert [(words[0], words[2]) for words in shown(page)] == [
        ("话术库", "4.9 kB"), ("使用记录", "700 bytes"), ("运行日志", "0 bytes"),
    ]  # fmt: skip
    library, usage, logs = page.lines
    assert library.findChild(AskButton) is None
    assert not logs.findChild(AskButton).isEnabled()
    confirm(usage.findChild(AskButton))
    assert disk.sizes["usage"] == 0
    assert page.news.text() == "已删除：使用记录。"
    disk.sizes["logs"] = 5
    page.read()
    disk.problem = ReadOnly("删不掉。", "请检查权限。")
    confirm(page.lines[2].findChild(AskButton))
    assert page.news.text() == "删不掉。请检查权限。"


def test_the_first_steps_can_be_seen_again(dialog, tried):
    click(go(dialog, GENERAL).again)
    assert tried == ["first"]


@pytest.mark.parametrize(("wanted", "missing"), [("", ""), ("ibus", ""), ("xim", ""), ("nobodys", "nobodys")])
def test_an_input_method_that_qt_cannot_talk_to_is_named(monkeypatch, wanted, missing):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("QT_IM_MODULE", wanted)
    assert missing_input_method() == missing


def test_lines_that_come_later_have_the_colours_of_the_window(dialog, disk):
    page = go(dialog, BACKUP)
    dialog.set_theme("dark")
    page.read()
    assert all(child.theme.dark for line in page.lines for child in line.children() if hasattr(child, "theme"))
