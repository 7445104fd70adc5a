"""What the phrase editor is given, over real stores and without a window."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assistant.compose import editor_tools, load_rules
from assistant.core.edits import Put
from assistant.core.errors import TemplateProblem
from assistant.core.model import Phrase, Variant
from assistant.core.template.filling import Rendered
from assistant.storage.paths import Paths
from assistant.storage.stores import Stores, open_stores
from assistant.ui.editor_tools import EditorTools
from assistant.ui.pasteboard import Pasteboard
from tests.fakes import FakeClipboard


def at_once(op, success, failure):
    """A background that is none."""
    success(op())


@pytest.fixture
def stores(tmp_path: Path) -> Stores:
    made = open_stores(Paths.find({**os.environ, "XIAOER_HOME": str(tmp_path)}, "linux").ensure())
    yield made
    made.library.close()


@pytest.fixture
def tools(stores: Stores, tmp_path: Path) -> EditorTools:
    paths = Paths.find({**os.environ, "XIAOER_HOME": str(tmp_path)}, "linux")
    return editor_tools(stores, load_rules(), paths, at_once, Pasteboard(FakeClipboard(), at_once))


def phrase(text: str, code: str = "zzz9") -> Phrase:
    return Phrase("mine", code, "我的", (Variant(text),), ("甲", "乙"), ("自己的标签",))


def test_a_phrase_is_shown_for_every_order_and_program(tools: EditorTools, stores: Stores) -> None:
    stores.settings.set("shop.name", "真店")
    texts = set()
    for order, _ in tools.preview.orders:
        for program in tools.preview.programs:
            shown = tools.preview.render(phrase("{{ 店铺 }}{{ 订单状态 }}{% emo 微笑 %}"), 0, order, program.name)
            assert isinstance(shown, Rendered)
            assert shown.text.startswith("真店")
            texts.add(shown.text)
    assert len(texts) > 2 * len(tools.preview.orders)
    assert isinstance(tools.preview.render(phrase("{{ 买佳 }}"), 0, "paid", "wechat"), TemplateProblem)


def test_the_library_lends_its_words_and_codes(tools: EditorTools, stores: Stores) -> None:
    tools.known.tags()
    stores.library.edit([Put(phrase("您好"))], "新建")
    tools.known.tags()
    assert "自己的标签" in tools.known.tags()
    assert ("甲", "乙") in tools.known.categories()
    assert "售前" in tools.known.roles()
    assert tools.known.code_taken("ZZZ9", "other") == "我的"
    assert tools.known.code_taken("zzz9", "mine") == ""


def test_remarks_offers_and_faces_are_ready(tools: EditorTools) -> None:
    assert len(tools.check(phrase("{{ 买佳 }}最便宜"))) == 2
    assert tools.completer.at("{{ mj", 5).offers[0].label == "买家昵称"
    for name in ("玫瑰", "微笑", "玫瑰"):
        tools.faces.used(name)
    assert tools.faces.recent() == ("玫瑰", "微笑")


def test_files_are_kept_in_the_data_folder(tools: EditorTools, tmp_path: Path) -> None:
    kept = tools.files.keep(b"picture", "图.png")
    assert tools.files.find(kept.hash).is_relative_to(tmp_path)
    assert tools.files.named(kept).name == "图.png"


def test_the_starter_pack_gives_no_cause_for_remarks(tools: EditorTools, stores: Stores) -> None:
    assert [(p.title, tools.check(p)) for p in stores.library.phrases if tools.check(p)] == []


def test_the_editor_knows_the_tables_as_they_are_now(tools: EditorTools, stores: Stores) -> None:
    source = "{{ 表.尺码 | 查: 输入.身高, 输入.体重 }}"
    assert tools.check(phrase(source)) == []
    assert "表.尺码" in [offer.label for offer in tools.completer.at("{{ 表.", 5).offers]
    stores.tables.remove("尺码")
    assert "没有“尺码”这个表格" in tools.check(phrase(source))[0].sentence
    assert "表.尺码" not in [offer.label for offer in tools.completer.at("{{ 表.", 5).offers]


def test_a_preview_looks_into_the_tables(tools: EditorTools) -> None:
    shown = tools.preview.render(phrase("{{ 表.快递时效 | 查: 省份 }}"), 0, "paid", "wangwang")
    assert isinstance(shown, Rendered)
    assert shown.text == "示例快递"
