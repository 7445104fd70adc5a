"""Writing a pack, as an archive or as a folder. The same pack gives the same bytes, whenever and wherever."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from assistant.core.errors import DataProblem
from assistant.core.guard.rules import Layer
from assistant.core.packs.manifest import Listed, Manifest
from assistant.core.packs.pack import Pack, packable
from assistant.storage import atomic
from assistant.storage.packs import json_files
from assistant.storage.packs.archive import ATTACHMENTS, MANIFEST, NAME, SIGNATURE
from assistant.storage.records import record_of
from assistant.storage.rules import layer_record
from assistant.storage.table_store import record_of_table

SUFFIX: Final = ".xiaoer"
PAPERS: Final = ("README.md", "LICENSE")
_DAY: Final = (1980, 1, 1, 0, 0, 0)  # the dates of members say nothing: the manifest does
_READABLE: Final = 0o100644 << 16
_UNIX: Final = 3

Content = Callable[[], bytes]


def sealed(pack: Pack) -> Pack:
    """The pack with a manifest that lists its files as they are now."""
    return _sealed(pack, _texts(pack))


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as it is written."""
    return json_files.object_of(manifest.record)


def write(pack: Pack, path: Path, signature: bytes | None = None) -> Pack:
    """Write ``pack`` to ``path``: a folder when it is one or has no ending of its own, else an archive.

    ``signature`` must be over :func:`manifest_bytes` of the :func:`sealed` pack, which is given back. What was there
    before is gone, unless the writing fails. Raises DataProblem and ReadOnly.
    """
    texts = _texts(pack)
    pack = _sealed(pack, texts)
    files: list[tuple[str, Content]] = [(name, lambda data=data: data) for name, data in texts.items()]  # type: ignore[misc]
    files += [(f"{ATTACHMENTS}/{media.name}", media.load) for media in pack.attachments.values()]
    files.append((MANIFEST, lambda: manifest_bytes(pack.manifest)))
    if signature is not None:
        files.append((SIGNATURE, lambda: signature))
    if path.is_dir() or not path.suffix:
        _write_folder(path, files)
    else:
        _write_archive(path, files)
    return pack


def _texts(pack: Pack) -> dict[str, bytes]:
    """The files of a pack that are texts, those that it needs."""
    records = (record_of(packable(phrase)) for phrase in pack.phrases)
    texts = {"phrases.json": b"".join(json_files.lines_of(records))}
    texts["categories.json"] = json_files.rows_of([list(path) for path in pack.categories])
    if pack.tables:
        texts["tables.json"] = json_files.tables_of(map(record_of_table, pack.tables))
    if pack.rules != Layer():
        texts["rules.json"] = json_files.object_of(layer_record(pack.rules))
    return texts | {name: pack.papers[name].encode() for name in PAPERS if name in pack.papers}


def _sealed(pack: Pack, texts: Mapping[str, bytes]) -> Pack:
    listed = {name: Listed(len(data), hashlib.sha256(data).hexdigest()) for name, data in texts.items()}
    listed |= {f"{ATTACHMENTS}/{media.name}": Listed(media.size, media.hash) for media in pack.attachments.values()}
    return replace(pack, manifest=replace(pack.manifest, files={name: listed[name] for name in sorted(listed)}))


def _write_archive(path: Path, files: list[tuple[str, Content]]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in sorted(files, key=lambda file: (file[0] != MANIFEST, file[0] != SIGNATURE)):
            info = zipfile.ZipInfo(name, _DAY)
            info.external_attr, info.create_system = _READABLE, _UNIX
            info.compress_type = zipfile.ZIP_STORED if name.startswith(ATTACHMENTS) else zipfile.ZIP_DEFLATED
            archive.writestr(info, content())
    _put(path, buffer.getvalue())


def _write_folder(path: Path, files: list[tuple[str, Content]]) -> None:
    """The manifest comes last, and what no longer belongs to the pack goes."""
    try:
        (path / ATTACHMENTS).mkdir(parents=True, exist_ok=True)
        for name, content in files:
            data = content()
            if not (path / name).is_file() or (path / name).read_bytes() != data:
                _put(path / name, data)
        names = {name for name, _ in files}
        for file in (*path.iterdir(), *(path / ATTACHMENTS).iterdir()):
            name = file.relative_to(path).as_posix()
            if NAME.fullmatch(name) and name not in names and file.is_file():
                file.unlink()
        if not any((path / ATTACHMENTS).iterdir()):
            (path / ATTACHMENTS).rmdir()
    except OSError as error:
        raise _not_written(path) from error


def _put(path: Path, data: bytes) -> None:
    try:
        atomic.write(path, data, keep_previous=False)
    except DataProblem as problem:
        raise _not_written(path) from problem


def _not_written(path: Path) -> DataProblem:
    return DataProblem(f"话术包“{path.name}”写不进去。", "请检查路径、权限和磁盘空间。")
