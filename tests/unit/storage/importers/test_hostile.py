"""Files that mean harm, or are broken: read or refused with a sentence, within bounds, and nothing is ever written."""

from __future__ import annotations

import json
import os
import plistlib
import random
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.core.emoticons import Emoticons
from assistant.core.errors import XiaoerError
from assistant.core.packs.foreign import Haul
from assistant.core.template import context
from assistant.core.template.context import Sources
from assistant.core.template.filling import Templates
from assistant.storage.importers import IMPORTERS, recognise
from assistant.storage.importers.source import Source
from tests.unit.core.packs.test_macros import NOW

ROOT = Path(__file__).resolve().parents[4]
SAMPLES = ROOT.parent / "shared" / "samples"
with_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples lie beside the project")
EMOTICONS = Emoticons.parse((ROOT / "resources" / "emoticons.csv").read_text("utf-8"))
TEMPLATES = Templates(EMOTICONS, lambda: 0.0)
FOLDERS = {
    "alfred": 400,
    "autokey": 200,
    "beeftext": 200,
    "clippings": 400,
    "espanso": 300,
    "gboard": 400,
    "kefubao": 80,
    "macos-text-replacement": 300,
    "qianniu-phrases": 120,
    "raycast": 400,
    "textblaze": 400,
    "textexpander": 150,
}  # damaged files of each; workbooks take their time
LARGEST = 60_000  # bytes of a sample that is mutated
MEMORY = 700 << 20  # bytes of address space, the interpreter's own included
SECONDS = 20  # of processor time: far more than needed, far less than forever


def read(path: Path) -> Haul | None:
    """What is in it; None when it was refused. Nothing but a sentence may come out of it."""
    try:
        source = Source(path)
        return recognise(source).read(source)
    except XiaoerError as problem:
        assert problem.sentence  # noqa: PT017  either is right
        return None


def rendered(text: str) -> str:
    return TEMPLATES.render(text, context.build(Sources(now=NOW)), "unicode").text


# --- damaged samples

FRAGMENTS = (
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b'"',
    b"\\ud83d",
    b"{{ x | y }}",
    b"{% if %}",
    b"{" * 50,
    b"[" * 2_000,
    b"<!DOCTYPE x [<!ENTITY a 'aa'>]>&a;",
    b"<array>" * 200,
    b"\n- &a [*a, *a]\n",
    b"!!python/object/apply:os.system ['x']",
    b"9" * 5_000,
    b"../../../x",
    b"\r",
    b",,,,\n",
    "亲".encode("gb18030"),
    "\u2028\ufeff\U0001f600".encode(),
    b"NaN",
    b"null",
)


def damaged(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    at, end = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    other = chance.choice(others)
    return chance.choice(
        (
            lambda: data[:at],
            lambda: data[:at] + data[end:],
            lambda: data[:at] + chance.choice(FRAGMENTS) + data[at:],
            lambda: data[:at] + chance.choice(FRAGMENTS) + data[end:],
            lambda: data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :],
            lambda: bytes(byte ^ (chance.random() < 0.01) << chance.randrange(8) for byte in data),
            lambda: data[:at] + data[at:end] * 3 + data[end:],
            lambda: data[:at] + other[len(other) // 2 :],
            lambda: data.decode("utf-8", "replace").encode("utf-16"),
            lambda: data.decode("utf-8", "replace").encode("gb18030", "replace"),
            lambda: data.replace(b'"', b"", 1),
            lambda: data.replace(b":", b": [", 1),
        )
    )()


def samples(folder: str) -> list[Path]:
    files = sorted((SAMPLES / folder).rglob("*"))
    return [path for path in files if path.is_file() and path.stat().st_size < LARGEST and path.name != "SOURCES.md"]


@pytest.mark.slow
@with_samples
@pytest.mark.parametrize("folder", FOLDERS)
def test_damaged_samples_are_read_or_refused(folder: str, tmp_path: Path) -> None:
    chance = random.Random(folder)
    paths = samples(folder)
    contents = [path.read_bytes() for path in paths]
    answers = set()
    for number in range(FOLDERS[folder]):
        pick = chance.randrange(len(paths))
        path = tmp_path / f"x{paths[pick].suffix if number % 5 else chance.choice(paths).suffix}"
        path.write_bytes(damaged(contents[pick], contents, chance))
        haul = read(path)
        answers.add(haul is None)
        for taken in haul.phrases[:3] if haul else ():
            assert taken.disabled or TEMPLATES.problems(taken.phrase.text) == []
            taken.phrase.text.encode()
        assert list(tmp_path.iterdir()) == [path]
        path.unlink()
    assert True in answers or folder in ("autokey", "gboard")


@pytest.mark.slow
@with_samples
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_reader_takes_every_sample_in_its_stride(folder: str) -> None:
    for path in samples(folder)[:6]:
        for importer in IMPORTERS:
            try:
                importer.read(Source(path))
            except XiaoerError as problem:
                assert problem.sentence  # noqa: PT017  either is right


# --- bombs


def members(path: Path, *names: str, content: str = "") -> Path:
    text = content or json.dumps({"alfredsnippet": {"snippet": "好", "name": "n", "keyword": "k"}})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, text)
    return path


def zip_bomb(path: Path) -> None:
    members(path, "a [1].json", content="0" * (120 << 20))


def many_members(path: Path) -> None:
    members(path, *(f"{number} [1].json" for number in range(20_000)))


def linked(path: Path) -> None:
    info = zipfile.ZipInfo("a [1].json")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(info, "/etc/passwd")


def laughs(path: Path) -> None:
    entities = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12))
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a0 "ha">{entities}]><plist version="1.0"><array><dict>'
        "<key>phrase</key><string>&a11;</string><key>shortcut</key><string>x</string></dict></array></plist>"
    )


def outside(path: Path) -> None:
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY x SYSTEM "file:///etc/passwd">]><plist version="1.0"><array>'
        "<dict><key>phrase</key><string>&x;</string><key>shortcut</key><string>x</string></dict></array></plist>"
    )


def deep_plist(path: Path) -> None:
    path.write_text('<plist version="1.0"><array>' + "<array>" * 150_000)


def circle(path: Path) -> None:
    data = plistlib.dumps([["x"]], fmt=plistlib.FMT_BINARY)
    path.write_bytes(data.replace(b"\xa1\x01", b"\xa1\x00").replace(b"\xa1\x02", b"\xa1\x00"))


def huge_count(path: Path) -> None:
    data = bytearray(plistlib.dumps([{"phrase": "a", "shortcut": "b"}], fmt=plistlib.FMT_BINARY))
    data[-24:-16] = (2**40).to_bytes(8, "big")
    path.write_bytes(bytes(data))


def file_of(text: str, times: int = 1, end: str = "") -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8") as file:
            for _ in range(times):
                file.write(text)
            file.write(end)

    return write


def raycast(text: str) -> Callable[[Path], None]:
    return file_of(json.dumps([{"name": "n", "text": text}]))


ENTRY = '{"name": "n", "text": "{clipboard} {date format=yyyy}"},'
LAUGHS_YAML = "a0: &a0 [x,x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 12))

BOMBS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a ZIP that grows a thousandfold": ("x.alfredsnippets", zip_bomb),
    "20,000 members": ("x.alfredsnippets", many_members),
    "a member that is a link": ("x.alfredsnippets", linked),
    "a member above the archive": ("x.alfredsnippets", lambda path: members(path, "../../a [1].json")),
    "a member with a drive": ("x.zip", lambda path: members(path, "C:\\a [1].json")),
    "a member at the root": ("x.zip", lambda path: members(path, "/etc/a [1].json")),
    "a billion laughs": ("x.plist", laughs),
    "a file from outside": ("x.plist", outside),
    "a deep property list": ("x.plist", deep_plist),
    "a property list in itself": ("x.plist", circle),
    "a property list of too many": ("x.plist", huge_count),
    "many replacements": (
        "x.plist",
        file_of("<dict><key>phrase</key><string>a</string><key>shortcut</key><string>b</string></dict>", 500_000),
    ),
    "deep JSON": ("x.json", file_of("[", 300_000)),
    "deep objects": ("x.json", file_of('{"folders":', 100_000)),
    "a JSON too large": ("x.json", file_of("[" + " " * (1 << 20), 60)),
    "half a million snippets": ("x.json", file_of(ENTRY, 280_000, '{"name":"n","text":"a"}]')),
    "many snippets": ("x.json", lambda path: path.write_text("[" + (ENTRY * 100_000).rstrip(",") + "]")),
    "macros without end": ("x.json", raycast("{clipboard}" * 1_800)),
    "braces without end": ("x.json", raycast("{" * 19_000)),
    "open macros": ("x.json", raycast("{clipboard " * 1_700)),
    "quotes without end": ("x.json", raycast('{clipboard "' * 1_600)),
    "attributes without end": ("x.json", raycast("{argument " + "a=" * 290 + "}" * 30)),
    "a long number": ("x.json", file_of('[{"name": "n", "text": "a", "keyword": ' + "9" * 100_000 + "}]")),
    "a dictionary too long": ("x.txt", file_of("k\tv\tzh-CN\n" * 100_000, 30, "# Gboard Dictionary version:1\n")),
    "a line too long": ("x.csv", file_of("长" * 100_000, 200)),
    "quotes of a table": ("x.csv", file_of('"' * 100_000, 100)),
    "aliases of aliases": ("base.yml", file_of("matches:\n  - trigger: x\n    replace: y\n" + LAUGHS_YAML)),
    "a program in YAML": ("base.yml", file_of("matches: !!python/object/apply:os.system ['touch x']\n")),
    "deep YAML": ("base.yml", file_of("matches: " + "[" * 100_000)),
    "nulls": ("x.json", file_of("\0" * 100_000)),
    "UTF-16 without a mark": ("x.json", lambda path: path.write_bytes('[{"name":"好"}]'.encode("utf-16-le"))),
    "UTF-32": ("x.json", lambda path: path.write_bytes('[{"name":"好","text":"a"}]'.encode("utf-32"))),
}
CHILD = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]), int(sys.argv[2])))
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[3]), int(sys.argv[3])))
from assistant.core.errors import XiaoerError
from assistant.storage.importers import recognise
from assistant.storage.importers.source import Source
try:
    source = Source(Path(sys.argv[1]))
    print("read", len(recognise(source).read(source).phrases))
except XiaoerError as problem:
    print("refused", problem.sentence)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory and time are those of POSIX")
@pytest.mark.parametrize("bomb", sorted(BOMBS))
def test_bombs_stay_within_memory_and_time(bomb: str, tmp_path: Path) -> None:
    name, make = BOMBS[bomb]
    folder = tmp_path / "in"
    folder.mkdir()
    path = folder / name
    make(path)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path), str(MEMORY), str(SECONDS)],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(("read ", "refused "))
    assert [one.name for one in tmp_path.rglob("*")] == ["in", name]


# --- templates in foreign text


@pytest.mark.parametrize(
    "text",
    [
        "{% if 1 %}" * 700 + "{% endif %}" * 200,
        "{% for i in (1..1000000000) %}{{ i }}{% endfor %}",
        "{% assign a = 'x' %}{{ a | append: a | append: a }}",
        "{{ 买家 }}{% raw %}{{ order.id }}",
        "{{" * 5_000,
        "{% include '/etc/passwd' %}",
        "{%- comment -%}",
        "{% endraw %}{{ 'a' }}",
    ],
)
def test_templates_in_foreign_text_are_text(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps([{"name": "n", "text": text}]))
    haul = read(path)
    assert haul is not None
    (taken,) = haul.phrases
    assert rendered(taken.phrase.text) == text
    assert not taken.disabled


def test_a_template_too_long_to_be_text_comes_in_disabled(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps([{"name": "n", "text": "{% if 1 %}" * 10_000}]))
    haul = read(path)
    assert haul is not None
    assert [taken.disabled for taken in haul.phrases] == [True]


# --- folders


def links(folder: Path) -> Iterator[Path]:
    secret = folder.parent / "secret [1].json"
    secret.write_text(json.dumps({"alfredsnippet": {"snippet": "geheim"}}))
    yield secret
    for name, target in (("a [1].json", secret), ("up", folder.parent), ("loop", folder / "loop")):
        (folder / name).symlink_to(target)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are those of POSIX")
def test_a_folder_is_read_no_further_than_itself(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "b [2].json").write_text(json.dumps({"alfredsnippet": {"snippet": "好", "name": "b"}}))
    (secret,) = links(folder)
    os.mkfifo(folder / "pipe [3].json")
    haul = read(folder)
    assert haul is not None
    assert [taken.phrase.text for taken in haul.phrases] == ["好"]
    assert secret.exists()


def test_what_is_neither_file_nor_folder_is_refused(tmp_path: Path) -> None:
    assert read(tmp_path / "nothing") is None
    assert read(tmp_path / ("x" * 5_000)) is None
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        assert read(tmp_path / "pipe") is None
