"""What is exported and imported again is the same, as far as the format can hold it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.core.model import Phrase
from assistant.core.packs.foreign import Haul
from assistant.core.packs.outward import Ask, Day, Part, Words
from assistant.storage import exporters, importers, packs
from assistant.storage.exporters.work import Exporter
from assistant.storage.importers.source import Source
from tests.unit.storage.exporters import samples
from tests.unit.storage.exporters.samples import FULL, HOSTILE, PNG, phrase

HASH = hashlib.sha256(PNG).hexdigest()

# What every format can say: words that look like anything but words.
PLAIN = tuple(replace(one, category=("售后", "退款"), title=one.text.split("\n")[0][:20]) for one in HOSTILE)


def taken(exporter: Exporter, phrases: Sequence[Phrase], folder: Path, reader: str, **more: object) -> Haul:
    path = folder / f"out{exporter.suffix}"
    exporter.write(phrases, path, samples.work(**more))
    importer = importers.recognise(Source(path))
    assert importer.name == reader
    return importer.read(Source(path))


def parts(text: str) -> tuple[Part, ...]:
    """What a template says, however it is written."""
    return samples.work().cutter.cut(text).parts


def said(haul: Haul) -> list[tuple[str, tuple[Part, ...]]]:
    return [(one.phrase.code, parts(one.phrase.text)) for one in haul.phrases]


def expected(phrases: Sequence[Phrase]) -> list[tuple[str, tuple[Part, ...]]]:
    return [(one.code, parts(one.text)) for one in phrases]


@pytest.mark.parametrize("name", ["qianniu", "qianniu-xlsx"])
def test_qianniu(name: str, tmp_path: Path) -> None:
    haul = taken(exporters.named(name), PLAIN, tmp_path, "qianniu")
    assert said(haul) == expected(PLAIN)
    assert {one.phrase.category for one in haul.phrases} == {("售后", "退款")}
    assert haul.report == ()


def test_kefubao(tmp_path: Path) -> None:
    deep = [replace(one, category=("售后", "退款", "时效")) for one in PLAIN]
    haul = taken(exporters.named("kefubao"), deep, tmp_path, "kefubao")
    assert [what for _, what in said(haul)] == [what for _, what in expected(deep)]
    assert [one.phrase.title for one in haul.phrases] == [" ".join(one.title.split()) for one in deep]
    assert {one.phrase.category for one in haul.phrases} == {("售后", "退款", "时效")}


def test_excel(tmp_path: Path) -> None:
    every = (replace(FULL, attachments=()), *HOSTILE, phrase("off", "停用", "正文", disabled=True))
    haul = taken(exporters.named("excel"), every, tmp_path, "xiaoer-table")
    assert [one.phrase for one in haul.phrases] == list(every)
    assert haul.report == ()
    assert [one.disabled for one in haul.phrases] == [one.disabled for one in every]


def test_jsonl(tmp_path: Path) -> None:
    every = (FULL, *HOSTILE)
    haul = taken(exporters.named("jsonl"), every, tmp_path, "xiaoer-jsonl")
    assert [replace(one.phrase, layer="personal") for one in haul.phrases] == list(every)


def test_packs(tmp_path: Path) -> None:
    path = tmp_path / "a.xiaoer"
    own = replace(FULL, attachments=(replace(FULL.attachments[0], hash=HASH),))
    exporters.named("xiaoer").write((own, *HOSTILE), path, samples.work(picture=lambda _: PNG))
    pack = packs.read(path).pack
    assert [replace(one, layer="personal") for one in pack.phrases] == [own, *HOSTILE]
    assert pack.categories == (("售后",), ("售后", "退款"), ("售后", "退款", "时效"))
    assert pack.attachments[HASH].load() == PNG


MACROS = (
    phrase("ask", "询问", '{{ input.天数 | prefill: "3" }}天，{{ input.快递 | choices: "中通", "圆通" }}发'),
    phrase("day", "日期", '今天 {{ "now" | date: "%Y-%m-%d" }}'),
    phrase("soon", "后天", '{{ "now" | plus_days: 2 | date: "%Y-%m-%d %H:%M" }} 前'),
)


def test_espanso(tmp_path: Path) -> None:
    plain = [replace(one, category=(), tags=("甲", "乙")) for one in PLAIN if one.code != "esp"]
    haul = taken(exporters.named("espanso"), [*plain, *MACROS], tmp_path, "espanso", prefix="")
    assert said(haul) == expected([*plain, *MACROS])
    assert {one.phrase.tags for one in haul.phrases} == {("甲", "乙"), ()}
    assert [one.phrase.title for one in haul.phrases] == [" ".join(one.title.split()) for one in (*plain, *MACROS)]


def test_textexpander(tmp_path: Path) -> None:
    plain = [*PLAIN, *MACROS]
    haul = taken(exporters.named("textexpander"), plain, tmp_path, "textexpander", prefix="")
    assert said(haul) == expected(plain)
    assert [one.phrase.title for one in haul.phrases] == [" ".join(one.title.split()) for one in plain]


def test_what_is_compared_is_what_is_said() -> None:
    assert parts('{{ "{{" }}a') == (Words("{{a"),)
    assert parts('{{ 今天 | date: "%F" }}') == (Day("%F"),)
    assert parts('{{ input["天数"] }}') == parts("{{ input.天数 }}") == (Ask("天数"),)
