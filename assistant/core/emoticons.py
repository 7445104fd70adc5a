"""Emoticons by the dialect of the chat program in front, from the facts table ``resources/emoticons.csv``.

Never one program's code to another: ``/:Q`` pokes its tongue out in 旺旺 and goes mad in QQ. Where a program has no
code, Unicode is sent, then a kaomoji, then nothing. A 旺旺 code marked ``!`` shows something else in today's buyer app;
it is sent only by the row that carries its new meaning.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from assistant.core.errors import DataProblem

DIALECTS: Final = ("wangwang", "wechat", "qq", "douyin", "unicode", "kaomoji")
NONE: Final = "none"  # the dialect that leaves every emoticon out

# 旺旺 reads these as part of the code before them.
UNSAFE_AFTER: Final = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789~!@$%^&*()-+=.?'\"<>"
)  # fmt: skip
_REDRAWN = "!"
_CODED: Final = ("wangwang", "wechat", "qq", "douyin")  # those whose codes are made of plain letters
_TELLING: Final = {"qq": 3}  # characters: a slash and one more is too common to be a face

# Faces that a shop had better not show, and those that read as an offer of money.
UNFIT: Final = frozenset(
    ("色情狂", "鄙视你", "鄙视", "欠扁", "大怒", "邪恶", "背", "便便", "屎", "菜刀", "炸弹", "老色痞", "18禁",
     "红包", "钱", "怒骂", "咒骂", "骂人")
)  # fmt: skip

# What people call a face that has no row of its own: the first of these that the dialect can draw.
EVERYDAY: Final[dict[str, tuple[str, ...]]] = {
    "谢谢": ("抱拳", "感谢"),
    "多谢": ("抱拳", "感谢"),
    "抱歉": ("对不起",),
    "不好意思": ("对不起",),
    "拜拜": ("再见",),
    "收到": ("好的",),
    "嗯嗯": ("好的",),
    "开心": ("愉快", "大笑"),
    "高兴": ("愉快", "大笑"),
    "哈哈": ("大笑",),
    "笑": ("微笑",),
    "你好": ("微笑",),
    "欢迎": ("鼓掌",),
    "么么哒": ("亲亲", "飞吻"),
    "棒": ("强",),
    "花": ("玫瑰",),
    "哭": ("大哭",),
    "心": ("爱心",),
}


@dataclass(frozen=True, slots=True)
class Face:
    """What to write for an emoticon. ``touchy`` codes must not be followed by a character of UNSAFE_AFTER."""

    code: str
    touchy: bool = False


@dataclass(frozen=True, slots=True)
class Accident:
    """A stretch of plain text that a chat program turns into a face. ``name`` is the row that has it as its code."""

    start: int
    end: int
    name: str
    dialect: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code that stands in a text, and the name that each dialect has for it which knows it."""

    start: int
    end: int
    names: Mapping[str, str]


class Emoticons:
    """The table, asked by name and dialect."""

    english: Mapping[str, str]  # by the name of the row

    def __init__(self, rows: Mapping[str, Mapping[str, str]]) -> None:
        self._rows = rows
        self.english = {}

    @classmethod
    def parse(cls, csv_text: str) -> Emoticons:
        """Read the facts table. Raises DataProblem when a column is absent."""
        reader = csv.DictReader(io.StringIO(csv_text.removeprefix("\ufeff"), newline=""))
        absent = {"name_zh", "confidence", *DIALECTS}.difference(reader.fieldnames or ())
        if absent:
            raise DataProblem(f"表情表缺少 {'、'.join(sorted(absent))} 列。", "请重新安装小二快答。")
        rows = {row["name_zh"]: row for row in reader if row["name_zh"]}
        table = cls({name: _codes(row) for name, row in rows.items()})
        table.english = {name: row.get("name_en") or "" for name, row in rows.items()}
        return table

    def __contains__(self, name: str) -> bool:
        return name in self._rows or name in EVERYDAY

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the table, in its order, then the everyday words."""
        return (*self._rows, *EVERYDAY)

    def page(self, dialect: str) -> list[str]:
        """The names for which ``dialect`` has a code of its own, in the order of the table."""
        return [name for name, codes in self._rows.items() if codes.get(dialect)]

    def names_of(self, name: str) -> tuple[str, ...]:
        """What a row can be looked for by: its own names, and the everyday words that stand for it."""
        everyday = (word for word, others in EVERYDAY.items() if name in others)
        return tuple(filter(None, (name, self.english.get(name, ""), *everyday)))

    def accidents(self, text: str) -> Iterator[Accident]:
        """Codes of any dialect that stand in ``text``, which is meant as plain text."""
        pattern, owners = self._all_codes
        for found in pattern.finditer(text):
            dialect, name = next(iter(owners[found[0]].items()))
            yield Accident(found.start(), found.end(), name, dialect)

    def codes(self, text: str) -> Iterator[Code]:
        """Codes in ``text`` that nobody writes by chance: one that is a slash and a word has to stand alone."""
        pattern, owners = self._all_codes
        last = 0
        for found in pattern.finditer(text):
            start, end = found.span()
            around = text[max(start - 1, last) : start] + text[end : end + 1]
            plain = found[0][0] == "/" and found[0][1:].isalnum()
            if not (plain and any(sign.isalnum() for sign in around)):
                last = end
                yield Code(start, end, owners[found[0]])

    @cached_property
    def _all_codes(self) -> tuple[re.Pattern[str], dict[str, dict[str, str]]]:
        owners: dict[str, dict[str, str]] = {}
        for dialect in _CODED:
            for name, codes in self._rows.items():
                code = codes.get(dialect, "")
                if len(code) >= _TELLING.get(dialect, 1):
                    owners.setdefault(code, {}).setdefault(dialect, name)
        longest_first = sorted(owners, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)"), owners

    def face(self, name: str, dialect: str) -> Face:
        """What to write for ``name``; an empty code where the dialect has nothing. Raises KeyError for an unknown name.

        A dialect that is not in the table is written as Unicode.
        """
        if name not in self._rows:
            known = [other for other in EVERYDAY[name] if other in self._rows]
            best = next((other for other in known if self._rows[other].get(dialect)), next(iter(known), None))
            return self.face(best, dialect) if best else Face("")
        if dialect == NONE:
            return Face("")
        codes = self._rows[name]
        chain = ("kaomoji", "unicode") if dialect == "kaomoji" else (dialect, "unicode", "kaomoji")
        used = next((column for column in chain if codes.get(column)), None)
        return Face(codes[used], touchy=used == "wangwang") if used else Face("")


def _codes(row: Mapping[str, str]) -> dict[str, str]:
    codes = {dialect: row[dialect] or "" for dialect in DIALECTS}
    marks = {mark[:2]: mark[2:].lstrip("0123456789") for mark in (row["confidence"] or "").split()}
    if _REDRAWN in marks.get("ww", ""):
        codes["wangwang"] = ""
    return codes
