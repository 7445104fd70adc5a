"""Every sample is known for what it is, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.core.errors import DataProblem
from assistant.storage.importers import IMPORTERS, recognise
from assistant.storage.importers.source import Source

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "samples"
with_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples lie beside the project")
FORMATS = {
    "alfred": "alfred",
    "autokey": "autokey",
    "beeftext": "beeftext",
    "clippings": "clippings",
    "espanso": "espanso",
    "gboard": "gboard",
    "kefubao": "kefubao",
    "macos-text-replacement": "macos-text-replacement",
    "qianniu-phrases": "qianniu",
    "raycast": "raycast",
    "textblaze": "textblaze",
    "textexpander": "textexpander",
}  # folder of samples → importer
NAMES = frozenset(importer.name for importer in IMPORTERS)
READ = sorted(folder for folder, name in FORMATS.items() if name in NAMES)
# Files whose format only their folder tells, and one column that two tools call the same.
ONLY_TOGETHER = ("autokey/", "_manifest.yml", "kefubao/synthetic-single-required-column-utf8bom.csv")


def samples(folder: str) -> Iterator[Path]:
    files = (path for path in sorted((SAMPLES / folder).rglob("*")) if path.is_file() and path.name != "SOURCES.md")
    return (path for path in files if not any(part in path.as_posix() for part in ONLY_TOGETHER))


@with_samples
@pytest.mark.parametrize("folder", READ)
def test_each_sample_is_recognised_as_its_format(folder: str) -> None:
    wrong = {}
    for path in samples(folder):
        try:
            found = recognise(Source(path)).name
        except DataProblem as problem:
            found = str(problem)
        if found != FORMATS[folder]:
            wrong[path.relative_to(SAMPLES).as_posix()] = found
    assert wrong == {}


@with_samples
@pytest.mark.parametrize("folder", READ)
def test_nobody_else_claims_a_sample(folder: str) -> None:
    general = {FORMATS[folder], "table", "refused"}
    claims = {
        path.relative_to(SAMPLES).as_posix(): sorted(others)
        for path in samples(folder)
        if (others := {one.name for one in IMPORTERS if one.recognises(Source(path))} - general)
    }
    assert claims == {}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.json", b""),
        ("numbers.json", b"[1, 2]"),
        ("object.json", b'{"a": 1}'),
        ("other.plist", b'<?xml version="1.0"?><plist version="1.0"><dict><key>a</key><string/></dict></plist>'),
        ("text.txt", "只是一句话".encode()),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0"),
        ("zip.zip", b"PK\x05\x06" + bytes(18)),
    ],
)
def test_what_nobody_knows_is_said_in_a_sentence(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(DataProblem) as problem:
        recognise(Source(path)).read(Source(path))
    assert problem.value.sentence
    assert problem.value.next_step
