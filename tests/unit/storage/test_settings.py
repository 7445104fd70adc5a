from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import ReadOnly, SettingProblem
from assistant.core.hotkey import KeyCombo
from assistant.storage.settings import SETTINGS, Settings
from tests.unit.storage.test_usage import fresh


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.key)
def test_every_default_is_valid_and_described(setting: object) -> None:
    assert setting in SETTINGS
    assert setting.read(setting.default) == setting.default
    assert setting.about.endswith("。")
    assert setting.about.count("。") == 1


def test_defaults_without_a_file(path: Path) -> None:
    settings = Settings(path)
    assert settings.all() == {s.key: s.default for s in SETTINGS}
    assert settings.text("shop.address_word") == "亲"
    assert settings.number("paste.focus_ms") == 800
    assert (settings.notices, settings.problem, path.exists()) == ([], None, False)


@pytest.mark.parametrize(
    ("key", "value", "stored"),
    [
        ("hotkey", "Ctrl+Shift+J", "ctrl+shift+j"),
        ("hotkey", "F9", "f9"),
        ("theme", " dark ", "dark"),
        ("role", "", ""),
        ("shop.name", "阿哲的小店🐱", "阿哲的小店🐱"),
        ("shop.ship_cutoff", "9：30", "09:30"),
        ("shop.return_days", "015 天", "15"),
        ("shop.warranty_days", "", ""),
        ("paste.focus_ms", "1200", 1200),
        ("paste.focus_ms", 0, 0),
    ],
)
def test_what_is_set_is_there_after_a_restart(path: Path, key: str, value: object, stored: object) -> None:
    assert Settings(path).set(key, value) == stored
    assert Settings(path).get(key) == stored


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("hotkey", "space", "不能作全局快捷键"),
        ("hotkey", "Shift+A", "不能作全局快捷键"),
        ("hotkey", "", "不是一个快捷键"),
        ("theme", "purple", "可以选：auto、light、dark"),
        ("role", "店长", "可以选：（空）、售前"),
        ("shop.ship_cutoff", "24:00", "不是一个时间"),
        ("shop.name", "两\n行", "一行文字"),
        ("shop.name", "长" * 201, "最多 200 个字"),
        ("shop.name", 5, "一行文字"),
        ("paste.focus_ms", "soon", "毫秒数"),
        ("paste.focus_ms", -1, "毫秒数"),
        ("paste.focus_ms", 60_001, "毫秒数"),
        ("paste.focus_ms", True, "毫秒数"),
        ("paste.focus_ms", "९", "毫秒数"),
        ("pase.focus_ms", 5, r"没有叫“pase.focus_ms”的设置。是不是 paste.focus_ms？"),
        ("zzz", 5, "可以设置的有：hotkey、"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(path: Path, key: str, value: object, says: str) -> None:
    settings = Settings(path)
    with pytest.raises(SettingProblem, match=says):
        settings.set(key, value)
    assert settings.all() == {s.key: s.default for s in SETTINGS}
    assert not path.exists()


def test_an_unknown_key_cannot_be_read_either(path: Path) -> None:
    with pytest.raises(SettingProblem, match="是不是 hotkey？"):
        Settings(path).get("hotky")


@given(st.sampled_from(SETTINGS), st.one_of(st.text(), st.integers(), st.none(), st.floats(), st.lists(st.text())))
def test_any_value_is_taken_and_kept_or_refused_in_a_sentence(setting: object, value: object) -> None:
    path = fresh("settings.json")
    refused = None
    try:
        stored = Settings(path).set(setting.key, value)
    except SettingProblem as problem:
        refused = problem
    if refused:
        assert refused.sentence.endswith("。")
        assert refused.next_step.endswith("。")
        assert not path.exists()
    else:
        assert type(stored) is type(setting.default)
        assert Settings(path).get(setting.key) == stored == setting.read(stored)


@given(st.sets(st.sampled_from(["ctrl", "alt", "shift", "super"])), st.sampled_from(["space", "j", "f8", "minus"]))
def test_a_hotkey_is_taken_exactly_when_it_is_safe(modifiers: set[str], key: str) -> None:
    combo = KeyCombo.parse("+".join([*modifiers, key]))
    settings = Settings(fresh("settings.json"))
    if combo.global_safe:
        assert KeyCombo.parse(str(settings.set("hotkey", str(combo)))) == combo
    else:
        with pytest.raises(SettingProblem):
            settings.set("hotkey", str(combo))


def test_changes_are_told_once(path: Path) -> None:
    told: list[tuple[str, object]] = []
    settings = Settings(path)
    settings.on_change(lambda key, value: told.append((key, value)))
    settings.set("theme", "dark")
    settings.set("theme", "dark")
    settings.set("paste.read_ms", "1")
    assert told == [("theme", "dark"), ("paste.read_ms", 1)]


def test_reload_takes_over_what_another_process_wrote(path: Path) -> None:
    told: list[tuple[str, object]] = []
    settings = Settings(path)
    settings.set("shop.name", "老店")
    settings.on_change(lambda key, value: told.append((key, value)))
    Settings(path).set("theme", "light")
    settings.reload()
    assert (settings.text("theme"), settings.text("shop.name")) == ("light", "老店")
    assert told == [("theme", "light")]


def test_values_that_cannot_be_are_told_replaced_by_defaults_and_kept_in_the_file(path: Path) -> None:
    documents = [
        {"key": "theme", "value": "purple"},
        {"key": "of.tomorrow", "value": [1]},
        {"key": "role", "value": "售后"},
    ]
    path.write_text(json.dumps({"settings": dict(enumerate(documents, 1))}), encoding="utf-8")
    settings = Settings(path)
    assert (settings.text("theme"), settings.text("role")) == ("auto", "售后")
    assert settings.notices == ["设置 theme 不能是“purple”。先用默认值“auto”。"]
    settings.set("agent.name", "阿哲")
    assert [d for d in json.loads(path.read_bytes())["settings"].values() if d in documents] == documents


def test_a_cut_at_every_byte_gives_defaults_a_notice_and_the_file_aside(tmp_path: Path) -> None:
    whole = tmp_path / "whole.json"
    Settings(whole).set("shop.name", "小店")
    data = whole.read_bytes()
    for size in range(len(data) - 1):  # only the line end may be missing
        path = tmp_path / str(size) / "settings.json"
        path.parent.mkdir()
        path.write_bytes(data[:size])
        settings = Settings(path)
        assert settings.text("shop.name") == ""
        assert len(settings.notices) == 1
        settings.set("shop.name", "新店")
        (aside,) = path.parent.glob("settings.json.damaged-*")
        assert aside.read_bytes() == data[:size]
        assert Settings(path).text("shop.name") == "新店"


def test_a_damaged_file_gives_way_to_the_generation_before(path: Path) -> None:
    Settings(path).set("shop.name", "一店")
    Settings(path).set("shop.name", "二店")
    path.write_bytes(b"\x00" * 100)
    settings = Settings(path)
    assert settings.text("shop.name") == "一店"
    assert len(settings.notices) == 1
    assert Settings(path).notices == []


def test_a_folder_that_cannot_be_written_leaves_changes_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    told = []
    settings = Settings(tmp_path / "file" / "settings.json")
    assert (settings.notices, settings.problem) == ([], None)
    settings.on_change(lambda *change: told.append(change))
    for wait in range(1100):  # more often than TinyDB's cache waits before it writes by itself
        settings.set("paste.read_ms", wait)
    assert settings.number("paste.read_ms") == 1099
    assert len(told) == 1100
    assert isinstance(settings.problem, ReadOnly)
    settings.reload()
    assert settings.number("paste.read_ms") == 1099
    (tmp_path / "file").unlink()
    (tmp_path / "file").mkdir()
    settings.set("theme", "dark")
    assert settings.problem is None
    assert Settings(tmp_path / "file" / "settings.json").number("paste.read_ms") == 1099


@pytest.mark.skipif(sys.platform == "win32", reason="renaming is refused by a fake")
def test_a_damaged_file_that_cannot_be_moved_aside_is_never_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"precious")

    def refuse(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr("os.replace", refuse)
        settings = Settings(path)
        settings.set("theme", "dark")
        assert isinstance(settings.problem, ReadOnly)
        assert path.read_bytes() == b"precious"
    settings.set("role", "售前")  # it can be now
    assert settings.problem is None
    assert Settings(path).text("theme") == "dark"
    assert [p.read_bytes() for p in path.parent.glob("*.damaged-*")] == [b"precious"]


def test_a_list_is_kept_in_its_order_each_word_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    assert settings.words("popup.pinned") == ()
    settings.set_words("popup.pinned", ["starter:zh1", "我的 话术", "starter:zh1", 'a"b\n'])
    assert Settings(tmp_path / "settings.json").words("popup.pinned") == ("starter:zh1", "我的 话术", 'a"b\n')


@pytest.mark.parametrize("text", ["", "zh1", "[1]", '{"a": 1}', '["a"', "[" * 19_000, "1" * 6_000])
def test_what_is_no_list_is_refused(tmp_path: Path, text: str) -> None:
    settings = Settings(tmp_path / "settings.json")
    with pytest.raises(SettingProblem):
        settings.set("popup.pinned", text)
    assert settings.words("popup.pinned") == ()


def test_a_list_has_an_end(tmp_path: Path) -> None:
    with pytest.raises(SettingProblem):
        Settings(tmp_path / "settings.json").set_words("popup.pinned", [f"starter:{n}" for n in range(5_000)])


def test_shops_and_ways_of_programs_are_kept_as_far_as_they_say_something(path: Path) -> None:
    shop = {
        "window": " 星河 ",
        "constants": {"shop.name": "星河旗舰店", "shop.ship_cutoff": "9：30", "shop.hours": " "},
    }
    settings = Settings(path)
    settings.set("shops", json.dumps([shop]))
    settings.set("paste.programs", json.dumps({"qq": {"newline": "\n"}, "wechat": {}}))
    [stored] = json.loads(Settings(path).text("shops"))
    assert stored == {"window": "星河", "constants": {"shop.name": "星河旗舰店", "shop.ship_cutoff": "09:30"}}
    assert json.loads(Settings(path).text("paste.programs")) == {"qq": {"newline": "\n"}}


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("shops", '[{"window": "", "constants": {"shop.ship_cutoff": "x"}}]', "不是一个时间"),
        ("shops", '[{"window": "", "constants": {"hotkey": "f9"}}]', "店铺没有"),
        ("shops", '[{"window": "", "constants": {"shop.zzz": "f9"}}]', "没有叫"),
        ("shops", "x", "读不懂"),
        ("paste.programs", "x", "读不懂"),
        ("targets.taught", "x", "读不懂"),
        ("targets.taught", '[{"program": "p", "nick": "小雨"}]', "读不懂"),
    ],
)
def test_impossible_shops_and_ways_are_refused(path: Path, key: str, value: str, says: str) -> None:
    with pytest.raises(SettingProblem, match=says):
        Settings(path).set(key, value)
