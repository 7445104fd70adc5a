"""Columns of phrase tables by what their headings mean, whichever tool or person wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from assistant.core.column_memory import ColumnMemory
from assistant.core.errors import DataProblem, SettingProblem
from assistant.core.orders.headings import normal

CODE, TITLE, TEXT, TAGS, NOTE, PICTURE = "code", "title", "text", "tags", "note", "picture"
CATEGORIES = ("category", "category2", "category3")  # the outermost first
LABELS: Final = {
    TEXT: "话术内容",
    TITLE: "标题",
    CODE: "编码",
    **dict(zip(CATEGORIES, ("一级分类", "二级分类", "三级分类"), strict=True)),
    TAGS: "标签",
    NOTE: "备注",
    PICTURE: "图片名",
}
"""What a column can hold, and what it is called."""

# Part → headings in the form of ``normal``, the better ones first.
_NAMES: Final = {
    TEXT: (
        "话术内容 快捷短语 快捷短语内容 快捷回复内容 内容 回复内容 话术正文 话术 快捷回复 回复话术 标准话术 回答 答案 "
        "短语内容 短语 常用语 正文 消息内容 文本 content text phrase reply message answer snippet"
    ),
    CODE: "快捷编码 快捷短语编码 短语编码 话术编码 编码 快捷码 快捷键编码 缩写 code shortcut abbreviation keyword",
    TITLE: "话术标题 话术短标题 短标题 标题 话术名称 名称 问句 问题 关键词 商品名 title name label question",
    "category": (
        "一级分类 分类 分组 分类名称 快捷短语分组 短语分组 一类级别 类别 分组名称 目录 文件夹 category group folder"
    ),
    "category2": "二级分类 话术分组 二类级别 子分类 二级分组 subcategory subgroup",
    "category3": "三级分类 三类级别 三级分组",
    TAGS: "标签 话术标签 话术类别 tags tag labels",
    NOTE: "备注 说明 话术反馈 note notes description comment",
    PICTURE: "图片名 图片名称 图片 图片文件 image picture",
}
_QUIET: Final = frozenset(["序号", "编号", "程序数据", "id", "no", "#"])  # nobody misses them
_QIANNIU: Final = frozenset(["快捷短语", "快捷短语编码", "快捷短语内容", "快捷短语分组"])
_KEFUBAO: Final = frozenset(["话术内容", "话术标题", "话术短标题", "话术分组"])
_PARTED: Final = re.compile(r"多条用\s*([|｜])")

FIELDS = tuple(LABELS)
_MEMORY = ColumnMemory(FIELDS, "记住的话术表列名读不懂。", "请在导入话术时重新选择。")
checked, known, remember = _MEMORY.checked, _MEMORY.known, _MEMORY.remember


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a table hold: part → column, from 0. ``left_out`` are headings without use for us."""

    places: Mapping[str, int]
    left_out: tuple[str, ...] = ()
    parted: bool = False  # several wordings in a cell, with ``|`` between them

    @property
    def score(self) -> int:
        """How much of a heading row it is; 0 when the wording is missing."""
        return len(self.places) if TEXT in self.places else 0


class NeedsMapping(DataProblem):
    """A table whose wordings nobody finds: somebody has to say what its columns are.

    ``headings`` are its first row, ``rows`` the next ones, ``guess`` heading → part as far as it is known.
    """

    def __init__(
        self, name: str, headings: Sequence[str], rows: Iterable[Sequence[str]], guess: Mapping[str, str]
    ) -> None:
        super().__init__(
            f"不知道 {name} 的哪一列是话术内容。",
            "请指明各列，命令行里写 --columns 列名=text,列名=title,列名=category。",
        )
        self.name = name
        self.headings = tuple(headings)
        self.rows = tuple(map(tuple, rows))
        self.guess = dict(guess)


@dataclass(frozen=True, slots=True)
class _Guess:
    part: str
    rank: int = field(default=0)


_BY_NAME: Final = {
    name: _Guess(part, rank) for part, names in _NAMES.items() for rank, name in enumerate(names.split())
}


def guessed(headings: Sequence[str], said: Mapping[str, str] | None = None) -> Layout:
    """What the columns of a table with these headings hold; what the user ``said`` (heading → part) comes first."""
    wanted = {normal(heading): part for heading, part in (said or {}).items()}
    places: dict[str, int] = {}
    ranks: dict[str, int] = {}
    names = [normal(heading) for heading in headings]
    for column, name in enumerate(names):
        guess = _Guess(wanted[name], -1) if name in wanted else _BY_NAME.get(name)
        if guess and guess.part and guess.rank < ranks.get(guess.part, 1000):
            places[guess.part], ranks[guess.part] = column, guess.rank
    _settle(places)
    used = set(places.values())
    left_out = [heading.strip() for column, heading in enumerate(headings) if _missed(column, names, used, wanted)]
    parted = TEXT in places and bool(_PARTED.search(headings[places[TEXT]]))
    return Layout(places, tuple(left_out), parted)


def is_qianniu(headings: Iterable[str]) -> bool:
    """Whether 千牛 or one of its add-ons writes such headings."""
    names = {normal(heading) for heading in headings}
    return bool(names & _QIANNIU) or names >= {"快捷编码", "图片名"}


def is_kefubao(headings: Iterable[str]) -> bool:
    """Whether 客服宝 or one of its kin writes such headings."""
    return bool({normal(heading) for heading in headings} & _KEFUBAO)


def spoken(pairs: Iterable[str]) -> dict[str, str]:
    """Columns as somebody types them: ``标题=title,内容=text``. Raises SettingProblem."""
    columns: dict[str, str] = {}
    by_label = {label: part for part, label in LABELS.items()}
    for pair in (one for text in pairs for one in text.replace("，", ",").split(",") if one.strip()):
        heading, sign, part = pair.rpartition("=")
        part = by_label.get(part.strip(), part.strip())
        if not sign or not heading.strip() or part not in ("", *FIELDS):
            raise SettingProblem(
                f"“{pair.strip()}”不是一列。", f"请写成 列名=text 这样的形式，可用：{'、'.join(FIELDS)}。"
            )
        columns[heading.strip()] = part
    return columns


def _settle(places: dict[str, int]) -> None:
    """Inner categories without an outer one move out; of two columns with the same meaning the better one counts."""
    found = [places.pop(name) for name in CATEGORIES if name in places]
    places.update(zip(CATEGORIES, found, strict=False))


def _missed(column: int, names: Sequence[str], used: set[int], wanted: Mapping[str, str]) -> bool:
    name = names[column]
    return bool(name) and column not in used and name not in _QUIET and name not in wanted
