"""Reading a pack: an archive must be what its manifest says, a folder may have been edited since it was written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from assistant import __version__
from assistant.core.errors import DataProblem
from assistant.core.guard.rules import Layer
from assistant.core.model import Phrase
from assistant.core.packs.manifest import Listed, Manifest, Version
from assistant.core.packs.pack import LAYER, Media, Pack, packable
from assistant.core.packs.progress import Progress, Stopped, always
from assistant.core.tables.table import Table
from assistant.storage.packs import json_files
from assistant.storage.packs.archive import (
    ATTACHMENT,
    MANIFEST,
    SIGNATURE,
    Archive,
    Files,
    open_files,
    refused,
    shown,
)
from assistant.storage.packs.schemas import check_of, require
from assistant.storage.packs.writing import PAPERS, manifest_bytes
from assistant.storage.records import RecordError, phrase_of
from assistant.storage.rules import layer_of
from assistant.storage.table_store import table_in

MOST_PHRASES: Final = 200_000
_EVERY: Final = 500  # phrases between two looks at the progress


@dataclass(frozen=True, slots=True)
class Opened:
    """A pack as it was read. ``manifest_bytes`` is what a signature speaks of.

    In an archive they are the file's; in a folder that was edited since they are those that the folder should have, so
    that an old signature does not hold for them. ``signature_bytes`` is None when there is none.
    """

    pack: Pack
    manifest_bytes: bytes
    signature_bytes: bytes | None = None


def read(path: Path, progress: Progress = always) -> Opened:
    """The pack in the file or folder ``path``. Raises DataProblem with one sentence, and Stopped."""
    files = open_files(path)
    manifest, given = _manifest(files)
    found = {name: files.data(name) for name in files.sizes if name not in (MANIFEST, SIGNATURE) and not _media(name)}
    listed = {name: _listed(found.get(name), files, name) for name in files.sizes if name not in (MANIFEST, SIGNATURE)}
    if isinstance(files, Archive):
        _require_same(manifest.files, listed)
    actual = replace(manifest, files={name: listed[name] for name in sorted(listed)})
    pack = Pack(
        manifest if actual.files == manifest.files else actual,
        _phrases(found, progress),
        _categories(found),
        _tables(found),
        _attachments(files),
        _rules(found),
        {name: _text(name, found[name]) for name in PAPERS if name in found},
    )
    signature = files.data(SIGNATURE) if SIGNATURE in files.sizes else None
    return Opened(pack, given if actual.files == manifest.files else manifest_bytes(actual), signature)


def _manifest(files: Files) -> tuple[Manifest, bytes]:
    data = files.data(MANIFEST)
    record = json_files.parsed(MANIFEST, data)
    if isinstance(record, dict) and isinstance(record.get("format"), int) and record["format"] > 1:
        raise DataProblem("这个话术包是用更新版本的小二快答做的，这一版读不了。", "请先更新小二快答。")
    if not isinstance(files, Archive) and isinstance(record, dict):
        record = {"files": {}, **record}  # in a folder nobody needs to keep hashes by hand
    require("manifest", record)
    try:
        manifest = Manifest.of(record)
    except (ValueError, KeyError, TypeError) as error:
        raise refused("manifest.json 里的版本号或日期写得不对") from error
    if manifest.app > Version.parse(__version__):
        raise DataProblem(f"这个话术包需要小二快答 {manifest.app} 或更新的版本。", "请先更新小二快答。")
    return manifest, data


def _media(name: str) -> bool:
    return ATTACHMENT.fullmatch(name) is not None


def _listed(data: bytes | None, files: Files, name: str) -> Listed:
    if data is None:
        data = files.data(name)
    digest = hashlib.sha256(data).hexdigest()
    found = ATTACHMENT.fullmatch(name)
    if found and found[1] != digest:
        raise refused(f"附件“{shown(name)}”的内容和名字对不上")
    return Listed(len(data), digest)


def _require_same(told: Mapping[str, Listed], found: Mapping[str, Listed]) -> None:
    if missing := next((name for name in told if name not in found), ""):
        raise refused(f"缺少“{shown(missing)}”")
    if unknown := next((name for name in found if name not in told), ""):
        raise refused(f"“{shown(unknown)}”不在 manifest.json 的清单里")
    if changed := next((name for name, file in told.items() if file != found[name]), ""):
        raise refused(f"“{shown(changed)}”和清单对不上，可能被改过")


def _phrases(found: Mapping[str, bytes], progress: Progress) -> tuple[Phrase, ...]:
    phrases: dict[str, Phrase] = {}
    fits = check_of("phrases", "phrase")
    number = 0
    for number, (record, part) in enumerate(json_files.phrases_in(found.get("phrases.json", b"[]")), 1):
        if number % _EVERY == 0 and not progress(part):
            raise Stopped
        if number > MOST_PHRASES:
            raise refused(f"超过 {MOST_PHRASES} 条话术")
        if said := fits(record):
            raise _bad_phrase(number, said)
        phrase = _phrase(number, record)
        if phrase.id in phrases:
            raise _bad_phrase(number, "和前面的一条编号相同")
        phrases[phrase.id] = phrase
    return tuple(phrases.values())


def _phrase(number: int, record: Any) -> Phrase:
    try:
        phrase = phrase_of(record, LAYER)
    except RecordError as reason:
        raise _bad_phrase(number, str(reason)) from None
    return packable(phrase) if phrase.origin else phrase


def _bad_phrase(number: int, why: str) -> DataProblem:
    return refused(f"第 {number} 条话术不合格式（{why}）")


def _categories(found: Mapping[str, bytes]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(map(tuple, _checked("categories", found, []))))


def _tables(found: Mapping[str, bytes]) -> tuple[Table, ...]:
    tables = [table_in(record, None) for record in _checked("tables", found, [])]
    by_name = {table.name: table for table in tables if table}
    if len(by_name) != len(tables):
        raise refused("有两个表格同名，或表格没有能用的名字")
    return tuple(by_name.values())


def _rules(found: Mapping[str, bytes]) -> Layer:
    return layer_of(_checked("rules", found, {}))


def _checked(name: str, found: Mapping[str, bytes], default: Any) -> Any:
    if f"{name}.json" not in found:
        return default
    value = json_files.parsed(f"{name}.json", found[f"{name}.json"])
    require(name, value)
    return value


def _text(name: str, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise refused(f"“{name}”里的文字编码有误，应是 UTF-8") from error


def _attachments(files: Files) -> Mapping[str, Media]:
    found = {}
    for name, size in sorted(files.sizes.items()):
        if (parts := ATTACHMENT.fullmatch(name)) and parts[1] not in found:
            found[parts[1]] = Media(parts[1], parts[2] or "", size, _loader(files, name, parts[1]))
    return MappingProxyType(found)


def _loader(files: Files, name: str, digest: str) -> Callable[[], bytes]:
    def load() -> bytes:
        data = files.data(name)
        if hashlib.sha256(data).hexdigest() != digest:
            raise refused(f"附件“{shown(name)}”的内容和名字对不上")
        return data

    return load
