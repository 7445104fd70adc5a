"""The interface in its languages: chosen, changed while it runs, and complete."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from assistant.storage import resources
from assistant.ui.languages import LANGUAGES, SOURCE, Languages, of_system, spoken
from assistant.ui.terms import term
from assistant.ui.tray import Tray


@pytest.fixture
def languages(app):
    made = Languages(app, resources.path("translations"))
    yield made
    made.speak(SOURCE)
    settle()


def settle():
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
        QApplication.processEvents()


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["zh-Hans-CN", "zh-CN"], "zh-CN"), (["zh-Hant-TW"], "zh-TW"), (["zh-HK"], "zh-TW"), (["zh-SG"], "zh-CN"),
        (["en-Latn-US", "en-US"], "en"), (["ja-JP", "zh-CN"], "zh-CN"), (["ja-JP"], "en"), (["C"], "zh-CN"), ([], "zh-CN"),
    ],
)  # fmt: skip
def test_the_system_tells_the_language(wanted, language):
    assert of_system(wanted) == language


def test_an_open_popup_changes_its_words_at_once(desk, languages):
    desk.popup._header.show_roles(["售前", "售后"])
    desk.popup._header.select_role("售后")
    desk.open()
    seen = {}
    for language in (*LANGUAGES, SOURCE):
        languages.speak(language)
        settle()
        assert spoken() == language
        header, preview = desk.popup._header, desk.popup._preview
        chips = list(header._roles.buttons())
        assert [chip.property("role") for chip in chips if chip.isChecked()] == ["售后"]
        words = (
            header.line.placeholderText(), chips[1].text(), preview.buttons[0].text(),
            desk.tree.model().item(0).text(), desk.popup._footer._hints[0][1], desk.popup._footer._count,
            desk.popup._pages.form._on.text(), desk.popup._pages.findings._back.text(),
        )  # fmt: skip
        assert seen.setdefault(language, words) == words
    here, taiwan, english = (seen[language] for language in LANGUAGES)
    assert not set(here) & set(english)
    assert sum(one != other for one, other in zip(here, taiwan, strict=True)) >= 4
    assert desk.popup.windowTitle() == "小二快答"


def test_tray_and_terms_follow(app, languages):
    tray = Tray(resources.path("icons"))
    before = [action.text() for action in tray._menu.actions()]
    languages.speak("en")
    tray.retranslate()
    after = [action.text() for action in tray._menu.actions()]
    assert not set(filter(None, before)) & set(filter(None, after))
    assert term("售后") != "售后"
    assert term("自己的分类") == "自己的分类"
