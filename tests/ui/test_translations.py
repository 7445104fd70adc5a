"""The translations are complete, keep their placeholders, and are compiled: else run dev.py translate."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

import _translate

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
SENTENCES = set(_translate.sentences(ROOT / "assistant" / "ui"))
PLACEHOLDER = re.compile(r"\{[a-z_]+(?::[^}]*)?\}")
KEPT = re.compile(r"(?<![A-Za-z])(?:xiaoer popup|xiaoer settings|QT_IM_MODULE|ibus|Ctrl\+\w+)(?![A-Za-z])")
every_language = pytest.mark.parametrize("language", _translate.LANGUAGES)


def translations(language: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Translation and state by context and source."""
    found = {}
    for context in ElementTree.parse(FOLDER / f"xiaoer_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            said = message.find("translation")
            key = context.findtext("name") or "", message.findtext("source") or ""
            found[key] = (
                (said.text or "") if said is not None else "",
                said.get("type", "") if said is not None else "",
            )
    return found


@every_language
def test_every_sentence_is_translated_and_none_is_left_over(language: str) -> None:
    known = translations(language)
    assert SENTENCES - set(known) == set()
    assert set(known) - SENTENCES == set()
    assert [key for key, (said, state) in known.items() if state or not said.strip()] == []


@every_language
def test_placeholders_and_what_must_be_typed_survive(language: str) -> None:
    for (_, source), (said, _) in translations(language).items():
        assert sorted(PLACEHOLDER.findall(said)) == sorted(PLACEHOLDER.findall(source)), source
        assert set(KEPT.findall(source)) <= set(KEPT.findall(said)), source


@every_language
def test_the_program_reads_what_was_translated(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"xiaoer_{language}.qm"))
    for (context, source), (said, _) in translations(language).items():
        assert translator.translate(context, source) == said


def test_english_is_english() -> None:
    chinese = re.compile(r"[一-鿿]")
    told = [said for said, _ in translations("en").values() if chinese.search(said)]
    # Words for buyers stay as they are: the example of the shop page, terms of address, what is typed to search.
    assert len(told) <= 14, told


def test_taiwan_has_its_own_words() -> None:
    elsewhere = [
        "快捷鍵",
        "粘貼",
        "窗口",
        "默認",
        "剪貼板",
        "文件",
        "程序",
        "信息",
        "搜索",
        "設置",
        "鼠標",
        "屏幕",
        "後臺",
        "界面",
        "回車",
        "撤銷",
    ]
    told = [said for said, _ in translations("zh_TW").values()]
    assert [said for said in told if any(word in said for word in elsewhere)] == []


def test_a_sentence_is_found_whatever_its_function_is_called(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        'class A:\n  def f(self):\n    tr = self.tr\n    return tr("甲" "乙"), self.tr("丙{x}").format(x=1)\n'
        'def g():\n  return QCoreApplication.translate("C", "丁"), "戊".translate(table)\n',
        encoding="utf-8",
    )
    assert set(_translate.sentences(tmp_path)) == {("A", "甲乙"), ("A", "丙{x}"), ("C", "丁")}


def test_a_sentence_that_cannot_be_found_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("class A:\n  def f(self, x):\n    return self.tr(x)\n", encoding="utf-8")
    with pytest.raises(_translate.SetupError, match="第 3 行"):
        list(_translate.sentences(tmp_path))
