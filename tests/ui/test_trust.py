"""Signatures and trust: a key in two clicks, the question whether to trust one, and the list of leads."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from assistant.core.errors import XiaoerError
from assistant.core.packs.trust import Reason
from assistant.storage import key_file, keys
from assistant.storage.settings import Settings
from assistant.storage.signing import SecretKey, sign, verify
from assistant.storage.trust_store import TrustStore
from assistant.trust_desk import open_trust
from assistant.ui import theme as themes
from assistant.ui import trust_words
from assistant.ui.inputs import Note
from assistant.ui.settings_dialog import SettingsDialog, System
from assistant.ui.trust_page import TrustPage
from assistant.ui.trust_sheet import KeySheet, TrustSheet
from assistant.ui.trust_sheets import SHORTEST, NameSheet, PassphraseSheet
from tests.ui.pasteboards import copied, fake_pasteboard
from tests.unit.storage.test_order_vault import Keys

WANG, EVE = SecretKey.of(b"w" * 32, "王主管"), SecretKey.of(b"e" * 32, "路人")
PASSPHRASE = "西湖醋鱼2026"


@pytest.fixture
def keyring(monkeypatch):
    made = Keys()
    monkeypatch.setattr(keys, "SystemKeys", lambda *_: made)
    monkeypatch.setattr(key_file, "_COST", 1 << 4)
    return made


@pytest.fixture
def store(tmp_path):
    return TrustStore(tmp_path / "trust.json")


def at_once(op, success, failure):
    try:
        result = op()
    except XiaoerError as problem:
        failure(problem)
    else:
        success(result)


@pytest.fixture
def access(app, store, keyring, tmp_path):
    settings = Settings(tmp_path / "settings.json")
    settings.set("shop.name", "小鱼的店")
    settings.set("agent.name", "小鱼")
    return open_trust(store, settings, at_once, lambda: 1_750_000_000.0)


@pytest.fixture
def pasteboard():
    return fake_pasteboard()


@pytest.fixture
def page(access, pasteboard, tmp_path):
    system = System(lambda _: None, lambda: False, lambda _: None, tmp_path, trust=access, pasteboard=pasteboard)
    dialog = SettingsDialog(Settings(tmp_path / "other.json"), system, "light")
    made = next(page for page in dialog.pages if isinstance(page, TrustPage))
    dialog.names.setCurrentRow(dialog.pages.index(made))
    dialog.present()
    QApplication.processEvents()
    yield made
    dialog.hide()
    dialog.deleteLater()


def sheet_of(kind):
    [found] = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    return found


def really(button):
    button.double_click = 0
    button.click()
    button.click()


def judged(access, key, pack="shop"):
    data = json.dumps({"id": pack, "version": "1.0.0"}).encode()
    return verify(data, sign(data, key), access.trusted)


def shown(page):
    parts = ("none", "make", "take", "name", "card", "copy", "export", "replace", "delete", "nobody")
    return {part for part in parts if not getattr(page, part).isHidden()}


def test_every_sentence_is_there_in_the_language_of_the_interface(app):
    for reason in Reason:
        assert trust_words.sentence(reason) == reason.sentence
        assert trust_words.step(reason) == reason.step


def test_what_is_told_is_the_whole_verdict(access):
    verdict = judged(access, EVE)
    assert trust_words.told(verdict) == verdict.sentence + verdict.next_step


def test_a_key_is_made_in_two_clicks(page, store, keyring):
    assert shown(page) == {"none", "make", "take", "nobody"}
    page.make.click()
    sheet = sheet_of(NameSheet)
    assert sheet.name.text() == "小鱼的店 小鱼"
    sheet.way_on.click()
    assert store.trusted.own.name == "小鱼的店 小鱼"
    assert len(keyring.key) == 32
    assert shown(page) == {"name", "card", "copy", "export", "replace", "delete", "nobody"}
    assert page.news.text() == "密钥生成好了，请把指纹告诉同事。"
    assert not sheet.isVisible()


def test_a_name_that_is_empty_makes_nothing(page):
    page.make.click()
    sheet = sheet_of(NameSheet)
    sheet.name.setText("  ")
    assert not sheet.way_on.isEnabled()
    sheet.reject()


def test_a_keyring_that_is_shut_is_told_in_the_sheet(page, keyring, store):
    keyring.locked = True
    page.make.click()
    sheet = sheet_of(NameSheet)
    sheet.way_on.click()
    assert "密钥环不能用" in sheet.note.text()
    keyring.locked = False
    sheet.way_on.click()
    assert store.trusted.own


def test_an_answer_that_comes_after_the_sheet_was_closed(page, access):
    waiting = []
    access._run = lambda op, success, failure: waiting.append((op, success))
    page.make.click()
    sheet = sheet_of(NameSheet)
    sheet.way_on.click()
    assert not sheet.way_on.isEnabled()
    sheet.reject()
    sheet.deleteLater()
    QApplication.processEvents()
    [(op, success)] = waiting
    success(op())
    assert page.news.text() == "密钥生成好了，请把指纹告诉同事。"


def test_the_fingerprint_is_copied_as_words(page, store, access, pasteboard):
    store.set_own(WANG.key)
    page.refresh()
    page.copy.click()
    assert copied(pasteboard).split() == ["王主管", *access.words(WANG.key), *WANG.key.code.split()]


def test_the_card_has_a_code_that_leaves_room(page, store):
    store.set_own(WANG.key)
    page.refresh()
    matrix = page.card.matrix
    assert len(matrix) == len(matrix[0]) == 37  # version 5: three pixels a module
    finder = [list(row[:7]) for row in matrix[:7]]
    assert finder[0] == [True] * 7
    assert finder[1] == [True, False, False, False, False, False, True]
    assert page.card.accessibleName().startswith("指纹：")
    page.card.grab()


def test_a_key_is_exported_and_imported(page, store, keyring, tmp_path):
    page.make.click()
    sheet_of(NameSheet).way_on.click()
    own = store.trusted.own
    page.export_to(str(tmp_path / "k.xiaoer-key"))
    sheet = sheet_of(PassphraseSheet)
    first, again = sheet.entries
    for texts, note, ready in (
        (("", ""), "", False),
        (("abc", ""), f"至少 {SHORTEST} 个字。", False),
        ((PASSPHRASE, ""), "", False),
        ((PASSPHRASE, PASSPHRASE[:3]), "", False),
        ((PASSPHRASE, "other"), "两次不一样。", False),
        ((PASSPHRASE, PASSPHRASE), "", True),
    ):
        first.setText(texts[0])
        again.setText(texts[1])
        assert (sheet.note.text(), sheet.way_on.isEnabled()) == (note, ready)
    sheet.way_on.click()
    assert page.news.text() == "已导出到“k.xiaoer-key”，请和口令分开保管。"
    really(page.delete)
    assert (store.trusted.own, keyring.key) == (None, None)
    page.import_from(str(tmp_path / "k.xiaoer-key"))
    sheet = sheet_of(PassphraseSheet)
    sheet.entries[0].setText("wrong one")
    sheet.way_on.click()
    assert sheet.note.text().startswith("口令不对")
    sheet.entries[0].setText(PASSPHRASE)
    sheet.way_on.click()
    assert store.trusted.own == own


def test_files_are_chosen(page, store, access, tmp_path):
    page.take.click()
    dialog = sheet_of(QFileDialog)
    assert dialog.nameFilters()[0] == "签名密钥 (*.xiaoer-key)"
    dialog.fileSelected.emit(str(tmp_path / "k.xiaoer-key"))
    assert len(sheet_of(PassphraseSheet).entries) == 1
    sheet_of(PassphraseSheet).reject()
    dialog.reject()
    store.set_own(WANG.key)
    page.refresh()
    page.export.click()
    dialog = sheet_of(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("王主管.xiaoer-key")
    dialog.fileSelected.emit(str(tmp_path / "k.xiaoer-key"))
    assert len(sheet_of(PassphraseSheet).entries) == 2
    sheet_of(PassphraseSheet).reject()
    dialog.reject()


def test_removed_trust_that_cannot_be_kept_is_told(page, store, access, tmp_path):
    store.trust(WANG.key, 1.0)
    page.refresh()
    access._store = TrustStore(tmp_path / "other.json")
    access._store._database._path = tmp_path / "none" / "x.json"
    access._store._database._open()
    really(page.lines[0].remove)
    assert "不能写入" in page.news.text()


def test_an_old_key_is_told_as_such(page, store, access):
    store.trust(WANG.key, 1.0)
    new = WANG.successor("王主管")
    store.installed(judged(access, new), 2.0)
    page.refresh()
    old, after = page.lines
    assert (old.key, after.key) == (WANG.key, new.key)
    assert "旧密钥，已换成新的" in [note.text() for note in old.findChildren(Note)]


def test_the_shortest_passphrase_is_that_of_the_store():
    assert SHORTEST == key_file.SHORTEST


def test_replacing_the_key_asks_once_more(page, store):
    page.make.click()
    sheet_of(NameSheet).way_on.click()
    before = store.trusted.own
    page.replace.click()
    assert store.trusted.own == before
    page.replace.calm()
    really(page.replace)
    assert store.trusted.own.id != before.id
    assert page.card.text.endswith(store.trusted.own.code)


def test_what_fails_is_told_on_the_page(page, store, keyring):
    store.set_own(WANG.key)
    page.refresh()
    really(page.replace)
    assert page.news.text().startswith("密钥环里没有您的签名密钥。")


def test_leads_are_listed_shown_and_removed(page, store, access, pasteboard):
    store.trust(WANG.key, 1_750_000_000.0)
    store.installed(judged(access, WANG), 1.0)
    page.refresh()
    [line] = page.lines
    assert "nobody" not in shown(page)
    line.show_key.click()
    sheet = sheet_of(KeySheet)
    assert sheet.card.text.startswith("王主管\n")
    sheet.copy.click()
    assert copied(pasteboard) == sheet.card.text
    assert sheet.note.text() == "已复制。"
    sheet.reject()
    line.remove.click()
    assert store.trusted.trusts(WANG.key.id)
    line.remove.calm()
    really(line.remove)
    assert not store.trusted.trusts(WANG.key.id)
    assert (page.lines, "nobody" in shown(page)) == ([], True)
    assert page.news.text() == "不再信任“王主管”，它的话术包以后会再问您。"


def test_a_day_that_no_calendar_has_is_left_out(page, store):
    store.trust(WANG.key, 1e300)
    page.refresh()
    assert len(page.lines) == 1


# --- the question


@pytest.fixture
def question(access):
    made = TrustSheet(access, themes.light())
    made.said = []
    made.trusted.connect(lambda: made.said.append("trusted"))
    yield made
    made.hide()
    made.deleteLater()


def test_a_key_is_trusted_after_comparing(question, access):
    question.ask_about(judged(access, EVE))
    assert question.windowTitle() == "信任“路人”吗？"
    assert (question.way_on.text(), question.back.text()) == ("我和主管核对过了，信任", "不信任")
    assert question.card.text.split()[1:13] == list(access.words(EVE.key))
    assert not access.trusted.trusts(EVE.key.id)
    question.way_on.click()
    assert question.said == ["trusted"]
    assert judged(access, EVE).reasons == (Reason.TRUSTED,)


def test_a_key_is_not_trusted(question, access):
    question.ask_about(judged(access, EVE))
    question.back.click()
    assert question.said == []
    assert not access.trusted.trusts(EVE.key.id)


def test_enter_in_passing_trusts_nobody(question, access):
    question.ask_about(judged(access, EVE))
    QApplication.processEvents()
    assert question.back.hasFocus()
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert not question.isVisible()
    assert not access.trusted.trusts(EVE.key.id)


def test_enter_on_the_button_trusts(question, access):
    question.ask_about(judged(access, EVE))
    QApplication.processEvents()
    question.way_on.setFocus()
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert access.trusted.trusts(EVE.key.id)


def test_a_changed_key_is_told_in_the_title(question, access, store):
    store.trust(WANG.key, 1.0)
    store.installed(judged(access, WANG), 1.0)
    question.ask_about(judged(access, EVE))
    assert question.windowTitle() == "密钥变了，要信任吗？"
    assert question.told.text().startswith("这个话术包以前由“王主管”签名，这次换成了另一把密钥，自称“路人”。")


def test_nobody_can_be_asked_to_trust_a_broken_signature(question, access):
    data = b'{"id": "shop", "version": "1.0.0"}'
    with pytest.raises(ValueError, match="valid signature"):
        question.ask_about(verify(data, b"", access.trusted))


def test_trust_that_cannot_be_kept_is_told(access, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    access._store = TrustStore(tmp_path / "file" / "trust.json")
    sheet = TrustSheet(access, themes.dark())
    sheet.ask_about(judged(access, EVE))
    sheet.way_on.click()
    assert "不能写入" in sheet.note.text()
    assert sheet.isVisible()
    sheet.reject()
