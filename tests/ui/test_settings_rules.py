"""The page about what is looked at before a reply goes out."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from assistant.core.guard.rules import BLOCK, CONFIRM, OFF, RULES
from assistant.core.guard.words import Word
from assistant.storage.rules import TEAM, RuleBook
from assistant.storage.settings import Settings
from assistant.ui.inputs import Choice, Segment
from assistant.ui.rule_words import level, told
from assistant.ui.settings_dialog import SettingsDialog, System
from assistant.ui.settings_rules import Lock, RulesPage


@pytest.fixture
def book(tmp_path):
    made = RuleBook(tmp_path / "rules.json")
    made.set_severity("lure", BLOCK, TEAM)
    made.set_severity("ad", CONFIRM, TEAM)
    made.set_words([Word("老板", "别这样叫")], TEAM)
    return made


@pytest.fixture
def page(app, book, tmp_path):
    system = System(lambda _: None, lambda: False, lambda _: None, tmp_path, rules=book)
    dialog = SettingsDialog(Settings(tmp_path / "settings.json"), system, "light")
    made = next(page for page in dialog.pages if isinstance(page, RulesPage))
    dialog.names.setCurrentRow(dialog.pages.index(made))
    dialog.present()
    QApplication.processEvents()
    yield made
    dialog.hide()
    dialog.deleteLater()


def options(row):
    return [segment.value for segment in row.control.findChildren(Segment)]


def pick(row, value):
    next(segment for segment in row.control.findChildren(Segment) if segment.value == value).click()


def write(line, *texts):
    for entry, text in zip(line.entries, texts, strict=False):
        entry.setText(text)
        entry.editingFinished.emit()


def test_every_rule_is_named_in_the_language_of_the_interface():
    assert {rule.name: (rule.label, rule.about) for rule in RULES} == {rule.name: told(rule.name) for rule in RULES}
    assert [level(each) for each in (OFF, CONFIRM, BLOCK)] == ["不检查", "提醒", "禁止"]
    assert told("future") == ("future", "")


def test_every_rule_shows_what_holds(page, book):
    for rule in RULES:
        control = page.levels[rule.name].control
        if isinstance(control, Choice):
            assert control.value() == book.rules.severity(rule.name).name.lower()


def test_what_is_picked_holds_at_once(page, book):
    pick(page.levels["insult"], "block")
    assert book.rules.severity("insult") is BLOCK
    pick(page.levels["insult"], "off")
    assert book.rules.severity("insult") is OFF


def test_what_the_team_has_set_is_locked_and_can_only_be_stricter(page):
    assert options(page.levels["ad"]) == ["confirm", "block"]
    assert options(page.levels["lure"]) == []
    assert options(page.levels["insult"]) == ["off", "confirm", "block"]
    assert [name for name, row in page.levels.items() if row.findChildren(Lock)] == ["ad", "lure"]
    assert "团队要求至少“禁止”" in page.levels["lure"]._hint.text()


def test_what_is_never_off_cannot_be_switched_off(page):
    assert "off" not in options(page.levels["buyer"])
    assert options(page.levels["empty"]) == options(page.levels["unfilled"]) == []


def test_a_word_is_added_changed_and_removed(page, book):
    page.add.click()
    assert page.lines[0].entries[0].hasFocus()
    write(page.lines[0], "亲爱的顾客", "太生分", "亲")
    assert book.layer().words == (Word("亲爱的顾客", "太生分", "亲", "own"),)
    write(page.lines[0], "顾客", "太生分", "")
    assert [word.text for word in book.layer().words] == ["顾客"]
    page.lines[0].remove.click()
    assert (book.layer().words, page.lines) == ((), [])


def test_a_line_without_a_word_waits(page, book):
    page.add.click()
    write(page.lines[0], "", "原因")
    assert book.layer().words == ()
    assert len(page.lines) == 1


def test_a_word_that_cannot_be_is_told(page, book):
    page.add.click()
    write(page.lines[0], "长" * 50)
    assert "太长" in page.news.text()
    assert book.layer().words == ()
    write(page.lines[0], "短")
    assert page.news.isHidden()


def test_words_that_came_from_elsewhere_are_shown(page, book):
    book.set_words([Word("甲", "原因"), Word("乙", "原因", "丙")])
    page.refresh()
    assert [[entry.text() for entry in line.entries] for line in page.lines] == [
        ["甲", "原因", ""],
        ["乙", "原因", "丙"],
    ]
    lines = list(page.lines)
    page.refresh()
    assert page.lines == lines
