"""JSON Lines: one phrase a line, see :mod:`assistant.storage.records`. Also the form of the starter pack."""

from __future__ import annotations

import codecs
import json
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.core.errors import DataProblem
from assistant.core.model import Phrase, PriorUse
from assistant.core.packs.foreign import Haul, Remark, Taken
from assistant.storage.importers.limits import LARGEST_TABLE, LONGEST_LINE, MOST_ROWS
from assistant.storage.importers.source import Source
from assistant.storage.records import RecordError, phrase_of, prior_use_of

_MOST_BRACKETS = 3_000_000  # of all phrases of a file
_decode_line = json.JSONDecoder().decode


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no phrase. ``number`` counts from 1, ``reason`` is for the user and quotes no text."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file holds: phrases in its order, how much they were used before (by id), and what could not be read."""

    phrases: tuple[Phrase, ...]
    usage: Mapping[str, PriorUse]
    bad: tuple[BadLine, ...]


def parse(data: bytes, layer: str = "personal") -> Parsed:
    """Read a file: UTF-8, UTF-16 with a mark, or GB18030; any line ends; blank lines are skipped. Never raises."""
    phrases: dict[str, Phrase] = {}
    usage: dict[str, PriorUse] = {}
    bad: list[BadLine] = []
    for number, line in enumerate(lines_of(data), 1):
        if not line or line.isspace():
            continue
        try:
            record = _record(line)
            phrase = phrase_of(record, layer)
            if phrase.id in phrases:
                raise RecordError("和前面的一条编号相同")
        except RecordError as reason:
            bad.append(BadLine(number, str(reason)))
            continue
        phrases[phrase.id] = phrase
        if prior := prior_use_of(record):
            usage[phrase.id] = prior
    return Parsed(tuple(phrases.values()), usage, tuple(bad))


def _record(line: str) -> dict[str, object]:
    if "\ufffd" in line:  # what decoding leaves of a damaged character, here or in another program before
        raise RecordError("文字编码有误")
    try:
        record = _decode_line(line)
        if "\\u" in line:  # an escape may be half of a surrogate pair
            json.dumps(record, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise RecordError("含有残缺的字符") from None
    except json.JSONDecodeError as error:
        raise RecordError(f"不是完整的 JSON（第 {error.colno} 个字符处）") from None
    except RecursionError:
        raise RecordError("括号嵌套太深") from None
    except ValueError:
        raise RecordError("数字太长") from None
    return record  # type: ignore[no-any-return]


def lines_of(data: bytes) -> list[str]:
    """Its lines as text, whatever the encoding, blank ones too. Never raises."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(codecs.BOM_UTF8)
    # Split as bytes: in a str, line separators inside a JSON text would count too.
    lines = data.splitlines()
    try:
        return [line.decode() for line in lines]
    except UnicodeDecodeError:
        encoding = "utf-8" if sum(map(_speaks_utf8, lines)) >= 0 else "gb18030"
        return [line.decode(encoding, "replace") for line in lines]


def _speaks_utf8(line: bytes) -> int:
    """1 or -1 for or against UTF-8, 0 for ASCII: one damaged byte must not turn a whole file into another script."""
    if line.isascii():
        return 0
    try:
        line.decode()
    except UnicodeDecodeError:
        return -1
    return 1


class _Jsonl:
    name = "xiaoer-jsonl"

    def recognises(self, source: Source) -> bool:
        """A first line that is a JSON object with a title and a wording; or the name says so."""
        if source.is_folder or source.suffix in (".json", ".xml", ".yml", ".yaml"):
            return False
        if source.suffix == ".jsonl":
            return True
        first = source.head.removeprefix(codecs.BOM_UTF8).lstrip()
        return first.startswith(b"{") and b'"title"' in first.split(b"\n", 1)[0]

    def read(self, source: Source) -> Haul:
        """Phrases with their own ids; what is no phrase is reported with its line."""
        source.check_lines(LONGEST_LINE)
        data = source.data(LARGEST_TABLE)
        if data.count(b"\n") > MOST_ROWS or data.count(b"[") + data.count(b"{") > _MOST_BRACKETS:
            raise DataProblem(f"{source.name} 里的内容太多。", "请分成几个文件后再试。")
        parsed = parse(data)
        report = [Remark(f"{source.name} 第 {bad.number} 行", f"没有导入：{bad.reason}。") for bad in parsed.bad]
        taken = [Taken(phrase, prior=parsed.usage.get(phrase.id)) for phrase in parsed.phrases]
        return Haul(self.name, tuple(taken), tuple(report))


IMPORTER = _Jsonl()
