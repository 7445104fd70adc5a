"""Packs for the tests: one that has everything, and any."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from assistant.core.guard.rules import Layer, Severity
from assistant.core.guard.words import Word
from assistant.core.model import Attachment, Phrase, SendMode, Variant
from assistant.core.packs.manifest import Manifest, Version
from assistant.core.packs.pack import Media, Pack, categories_of
from assistant.core.tables.table import Column, Kind, Table
from assistant.storage.packs import Opened, manifest_bytes, sealed

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
HASH = hashlib.sha256(PICTURE).hexdigest()


def phrase(key: str, text: str = "在的", **more: object) -> Phrase:
    return replace(Phrase(key, f"k{key}", f"标题{key}", (Variant(text),), ("甲",), layer="team"), **more)  # type: ignore[arg-type]


def media(data: bytes, ending: str = "png") -> Media:
    return Media(hashlib.sha256(data).hexdigest(), ending, len(data), lambda: data)


def pack_of(phrases: Iterable[Phrase], version: str = "1.0.0", **more: object) -> Pack:
    found = tuple(phrases)
    made = Pack(Manifest("shop", "店铺话术", Version.parse(version)), found, categories_of(found))
    return replace(made, **more)  # type: ignore[arg-type]


def opened(pack: Pack) -> Opened:
    """As if it had been read."""
    pack = sealed(pack)
    return Opened(pack, manifest_bytes(pack.manifest))


WHOLE = Pack(
    Manifest(
        "shop.main", "店铺话术", Version(1, 4, 0, ("beta", "2")), "小雨", "CC-BY-4.0", "zh-CN", "双十一用", Version(0, 1),
        date(2026, 11, 1), date(2026, 11, 22),
    ),
    (
        phrase("a", "您好\n“欢迎” {{ order.id }} \\ \u2028", tags=("招呼",), roles=("售前",), note="备注", hotkey="ctrl+alt+1"),
        phrase(
            "b", category=("乙", "丙"), attachments=(Attachment(HASH, "尺码表.PNG", "image/png"),), send=SendMode.SEND,
            valid_from=date(2026, 11, 1), valid_until=date(2026, 11, 11), disabled=True,
            variants=(Variant("一", "亲切"), Variant("two", language="en"), Variant("三", extra='{"new": [1]}')),
            extra='{"of a newer version": {"deep": [1, 2]}}',
        ),
        phrase("c", category=()),
    ),
    (("乙",), ("乙", "丙"), ("甲",), ("空的",)),
    (Table("尺码", (Column("身高(cm)", Kind.RANGE), Column("尺码")), (("150-159", "S"), ("160-169", "M"))),),
    {HASH: media(PICTURE)},
    Layer({"ad": Severity.BLOCK}, (Word("国家级", "广告法不允许", "很受欢迎", "ad", ("wangwang",), ("国家级景区",)),)),
    {"README.md": "# 店铺话术\n", "LICENSE": "随便用\n"},
)  # fmt: skip

letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
names = letters.map(str.strip).filter(bool)
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).map(
    lambda text: text.replace("\r\n", "\n")
)
wordings = st.builds(Variant, texts.filter(str.strip), st.sampled_from(["", "亲切"]), st.sampled_from(["zh-CN", "en"]))
paths = st.lists(names, max_size=3).map(tuple)
phrases = st.builds(
    Phrase,
    names,
    st.from_regex(r"[a-z0-9\u4e00-\u4eff]{0,6}", fullmatch=True),
    names,
    st.lists(wordings, min_size=1, max_size=3).map(tuple),
    paths,
    st.lists(names, max_size=3).map(tuple),
    note=letters,
    layer=st.just("team"),
    valid_from=st.none() | st.dates(),
    attachments=st.lists(st.just(Attachment(HASH, "图.png", "image/png")), max_size=1).map(tuple),
    send=st.sampled_from(SendMode),
)
packs = st.builds(
    lambda found, pictured: replace(
        pack_of(found), attachments={HASH: media(PICTURE)} if pictured else {}, papers={"README.md": "说明"}
    ),
    st.lists(phrases, max_size=6, unique_by=lambda found: found.id),
    st.booleans(),
)


def folder_of(archive: Path, folder: Path) -> Path:
    """The files of an archive, unpacked."""
    import zipfile

    with zipfile.ZipFile(archive) as found:
        found.extractall(folder)
    return folder
