"""TextExpander's CSV: abbreviation, content, label; every field quoted, UTF-8 with a mark.

Questions become fill-ins, dates its own macros. A further wording is a row without an abbreviation, found by its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.core.model import Phrase, Variant
from assistant.core.packs.foreign import Remark
from assistant.core.packs.outward import Ask, Cut, Day, Fact, Part, Smile, Words, drawn, shown
from assistant.storage.exporters import rows
from assistant.storage.exporters.work import OFF, Work, live, lost, put, remarks, sendable

_MARK: Final = b"\xef\xbb\xbf"
_HOLDS: Final = ("code", "wordings")
_CODES: Final = {"-m": "%m", "-d": "%d", "-H": "%H", "-I": "%I", "F": "%Y-%m-%d", "T": "%H:%M:%S", "R": "%H:%M"}
_PADDED: Final = frozenset(["-m", "-d", "-H", "-I"])
_LOCAL: Final = frozenset(["a", "A", "p"])
_UNITS: Final = ((86_400, "D"), (3600, "h"), (60, "m"))
_VALUE: Final = str.maketrans({":": "：", "%": "％", "\n": " ", "\r": " "})

FILLED: Final = "买家和订单的字段变成了弹出窗口里要填的空格。"
ZEROS: Final = "日期里的月和日会补零，例如 06月08日。"
LOCALE: Final = "星期和上下午按对方电脑的语言显示。"
SHIFTS: Final = "有几个不同的日期，只写得出第一个，其他的写成了【】里的名称。"
SIGNS: Final = "选项和默认内容里的冒号、百分号改成了全角。"
DATE_ASKED: Final = "要选的日期变成了要填的文字。"
SEVERAL: Final = "其他写法没有缩写，按标签去找。"


@dataclass(frozen=True, slots=True)
class TextExpander:
    """The file."""

    name: str = "textexpander"
    label: str = "TextExpander（CSV）"
    about: str = "缩写、内容、标签三列；要填的内容变成 TextExpander 的填空。"
    suffix: str = ".csv"

    def losses(self, phrases: Sequence[Phrase], work: Work) -> tuple[Remark, ...]:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        return remarks(phrases, work, lambda phrase: _told(phrase, work))

    def write(self, phrases: Sequence[Phrase], path: Path, work: Work) -> None:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        table = (row for phrase in work.each(phrases) if live(phrase) for row in _rows(phrase, work))
        put(path, rows.csv_bytes(table, "utf-8", quoted=True, mark=_MARK))


def _rows(phrase: Phrase, work: Work) -> Iterator[rows.Row]:
    for number, variant in enumerate(phrase.variants):
        code = work.prefix + phrase.code if phrase.code and not number else ""
        text = Macros(work).said(work.cutter.cut(variant.text)).replace("\r", "\n")
        yield tuple(map(sendable, (code, text, _label(phrase, variant, number))))


def _label(phrase: Phrase, variant: Variant, number: int) -> str:
    return f"{phrase.title}（{variant.tone or number + 1}）" if number else phrase.title


def _told(phrase: Phrase, work: Work) -> Iterator[str]:
    if not live(phrase):
        yield OFF
        return
    yield from lost(phrase, _HOLDS)
    if len(phrase.variants) > 1:
        yield SEVERAL
    for variant in phrase.variants:
        macros = Macros(work)
        cut = work.cutter.cut(variant.text)
        text = macros.said(cut)
        yield from (*cut.remarks, *macros.remarks)
        if (not work.prefix and rows.formula(phrase.code)) or rows.formula(text):
            yield rows.FORMULA


class Macros:
    """Says the parts of one template in TextExpander's way."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._shift: int | None = None
        self.remarks: dict[str, None] = {}

    def said(self, cut: Cut) -> str:
        """The whole."""
        return "".join(map(self._part, cut.parts))

    def _part(self, part: Part) -> str:
        if isinstance(part, Words):
            return part.text.replace("%", "%%")
        if isinstance(part, Smile):
            code, _, told = drawn(part, self._work.cutter.emoticons, "unicode")
            self.remarks[told] = None
            return code.replace("%", "%%")
        if isinstance(part, Day):
            return self._day(part)
        if isinstance(part, Fact):
            self.remarks[FILLED] = None
            return f"%filltext:name={self._value(part.label)}%"
        return self._ask(part)

    def _ask(self, ask: Ask) -> str:
        name, default = self._value(ask.name), self._value(ask.default)
        if ask.kind == "date":
            self.remarks[DATE_ASKED] = None
        if ask.kind == "choice" and ask.choices:
            choices = list(map(self._value, ask.choices))
            if default and default not in choices:
                choices.insert(0, default)
            options = ":".join(f"default={one}" if one == default else one for one in choices)
            return f"%fillpopup:name={name}:{options}%"
        return f"%filltext:name={name}" + (f":default={default}%" if default else "%")

    def _value(self, text: str) -> str:
        value = text.translate(_VALUE)
        if value != text:
            self.remarks[SIGNS] = None
        return value

    def _day(self, day: Day) -> str:
        if self._shift not in (None, day.seconds):
            self.remarks[SHIFTS] = None
            return f"【{shown(day)}】"
        first, self._shift = self._shift is None, day.seconds
        return (_shift(day.seconds) if first and day.seconds else "") + re.sub(r"%(-?.)", self._code, day.pattern)

    def _code(self, found: re.Match[str]) -> str:
        code = found[1]
        if code in _PADDED:
            self.remarks[ZEROS] = None
        if code in _LOCAL:
            self.remarks[LOCALE] = None
        return _CODES.get(code, found[0])


def _shift(seconds: int) -> str:
    size, unit = next((size, unit) for size, unit in _UNITS if seconds % size == 0 or unit == "m")
    return f"%@{seconds // size:+d}{unit}"


TEXTEXPANDER: Final = TextExpander()
