"""Filters that a phrase may use, each also under a Chinese name.

Dates     ``date``/日期 "%m月%d日" · ``plus_days``/加天 7 · ``plus_hours``/加小时 48 · ``plus_workdays``/加工作日 3
          ``after``/后 "7天", "-1天", "3个工作日", "48小时", "2周", "1个月" · ``before``/前 the same, backwards
          ``left``/还有: 还有 3 天, 还有 5 小时, 今天到期, 已过期 2 天 · ``apart``/相隔 another date: 3 天
          ``days_to``/相差天数 another date, as a number · ``is_workday``/是工作日
Money     ``money``/金额 two decimals · plus/加 minus/减 times/乘 divided_by/除 modulo round/四舍五入 ceil floor abs
          at_least at_most: exact, by decimals
Privacy   ``mask_phone``/隐藏手机 138****1234 · ``mask_name``/隐藏姓名 林**
          ``mask_address``/隐藏地址 浙江省杭州市西湖区**** · ``mask_order``/隐藏单号 ****1234 · ``tail``/尾号 4
Questions ``choices``/选项 "中通", "圆通" · ``a_date``/选日期 · ``prefill``/预填 "3" · ``default``/默认 "…"
Tables    ``lookup``/查: ``{{ 表.尺码 | 查: 身高, 体重 }}``, with ``列: "名称"`` another column than the first answer
Couriers  ``courier``/识别快递: whose tracking number it is
Text      Liquid's own that can't do harm: append prepend replace remove upcase downcase capitalize strip lstrip
          rstrip strip_newlines squish slice truncate truncatewords split join first last size reverse sort uniq
          compact concat url_encode url_decode and their _first/_last forms

A value that is still missing passes through every filter, so that it is asked for in the end. Nonsense, too long
a text and too long a list end in :class:`~assistant.core.template.values.Fault`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as with_changes
from datetime import datetime
from typing import Final
from urllib.parse import quote_plus

from liquid import Undefined
from liquid.builtin.filters import array, string
from liquid.exceptions import LiquidError

from assistant.core.orders import couriers
from assistant.core.orders.goods import Goods
from assistant.core.template import date_filters, facts, masks, number_filters
from assistant.core.template.calendar import Calendar
from assistant.core.template.facts import TABLE, Field
from assistant.core.template.values import Fault, Missing, Number, Table, TableRef, Undecided, is_open

MAX_TEXT = 20_000  # characters of any value, and of a whole reply
MAX_ITEMS = 1_000  # of a list
_MAX_CHOICES = 50
_COMPANY: Final = "logistics.company"

Filter = Callable[..., object]


@dataclass(frozen=True, slots=True)
class Scene:
    """What filters know besides their arguments: the time, the working days, the facts by path."""

    now: datetime
    calendar: Calendar = field(default_factory=Calendar)
    values: Mapping[str, str] = field(default_factory=dict, repr=False)


def call(name: str, arguments: Sequence[object], options: Mapping[str, object], scene: Scene) -> object:
    """Apply the filter ``name`` to ``arguments``, the first of which is the value. Raises Fault, and nothing else."""
    english = _CHINESE.get(name, name)
    for value in () if english in _OPEN else arguments[1:] if english in _ASKING else arguments:
        if is_open(value):
            return value
        _check_size(value)
    try:
        named = {_OPTIONS.get(option, option): value for option, value in options.items()}
        result = _ENGLISH[english](*arguments, **named, **_seen(english, scene))
    except Fault:
        raise
    except (LiquidError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError):
        raise Fault(f"“{name}”用在这里不合适，请检查它前面的内容和后面的参数") from None
    _check_size(result)
    return result


def _seen(english: str, scene: Scene) -> Mapping[str, object]:
    """What a filter wants to know of the scene."""
    if english in date_filters.FILTERS:
        return {"now": scene.now}
    if english in date_filters.CALENDAR_FILTERS:
        return {"now": scene.now, "calendar": scene.calendar}
    return {"values": scene.values} if english in _KNOWING else {}


def _check_size(value: object) -> None:
    if isinstance(value, str):
        small = len(value) <= MAX_TEXT
    elif isinstance(value, (list, tuple)):
        small = len(value) <= MAX_ITEMS
    else:
        small = True
    if not small:
        raise Fault(f"内容太长，文字最多 {MAX_TEXT} 字，列表最多 {MAX_ITEMS} 项")


# --- questions


def _choices(value: object, *options: object) -> object:
    if not 1 <= len(options) <= _MAX_CHOICES:
        raise Fault(f"选项要有 1 到 {_MAX_CHOICES} 个")
    if not isinstance(value, Missing):
        return value
    return Missing(with_changes(value.field, kind="choice", choices=tuple(str(option) for option in options)))


def _a_date(value: object) -> object:
    return Missing(with_changes(value.field, kind="date")) if isinstance(value, Missing) else value


def _prefill(value: object, text: object) -> object:
    return Missing(with_changes(value.field, default=str(text))) if isinstance(value, Missing) else value


def _default(value: object, other: object = "") -> object:
    empty = isinstance(value, (Undefined, Undecided)) or value is None or value is False or value in ("", [])
    return other if empty else value


# --- what is looked up


def _lookup(value: object, *keys: object, values: Mapping[str, str], column: object = "") -> object:
    """The answer of a table. What it does not answer is asked for, under a path of its own for these very keys."""
    if not isinstance(value, TableRef):
        return value  # the agent has told it, or it waits
    wanted = str(column)
    if value.table is not None:  # told before anything is asked: no answer could help
        _check_lookup(value.name, value.table, len(keys), wanted)
    waiting = [key for key in keys if is_open(key)]
    if waiting:
        return waiting[0]
    texts = [str(key).strip() for key in keys]
    asked = Missing(Field(f"{TABLE}{value.name}:{'/'.join([*texts, wanted])}", wanted or value.name))
    answer = values.get(asked.field.path)
    if answer is None and value.table is not None:
        answer = value.table.find(texts, wanted)
    return asked if answer is None else answer


def _check_lookup(name: str, table: Table, keys: int, column: str) -> None:
    if keys != len(table.keys):
        names = "、".join(key.name for key in table.keys)
        raise Fault(f"表“{name}”要用 {len(table.keys)} 项来查：{names}")
    if column and column not in {answer.name for answer in table.answers}:
        raise Fault(f"表“{name}”没有“{column}”这一列结果")


def _courier(value: object, *, values: Mapping[str, str]) -> object:
    """The courier of a tracking number: by its form, else the one of the order, else the agent chooses."""
    found = couriers.recognise(str(value))
    known = values.get(_COMPANY)
    if len(found) == 1 or (known and not found):
        return found[0] if found else known
    kind = "choice" if found else "text"
    return known or Missing(with_changes(facts.field(_COMPANY), kind=kind, choices=found))


# --- text


def _replace(value: object, old: object, new: object = "") -> str:
    text, sought, given = str(value), str(old), str(new)
    if text.count(sought) * len(given) > MAX_TEXT:
        raise Fault("替换后的内容太长")
    return text.replace(sought, given)


def _join(value: object, glue: object = " ") -> str:
    items = [str(item) for item in value] if isinstance(value, (list, tuple, range)) else [str(value)]
    if len(items) * len(str(glue)) > MAX_TEXT:
        raise Fault("连接后的内容太长")
    return str(glue).join(items)


def _first(value: Sequence[object]) -> object:
    row = value.lines if isinstance(value, Goods) else value
    return row[0] if len(row) else ""


def _last(value: Sequence[object]) -> object:
    row = value.lines if isinstance(value, Goods) else value
    return row[-1] if len(row) else ""


def _size(value: object) -> Number:
    if isinstance(value, Goods):
        return Number(len(value.lines))
    return Number(len(value) if isinstance(value, (str, list, tuple, range)) else 0)


def _strip_newlines(value: object) -> str:
    return str(value).replace("\n", "")


def _url_encode(value: object) -> str:
    return quote_plus(str(value))


_ASKING: Final = frozenset(["choices", "a_date", "prefill", "default"])  # these take a missing value as it is
_OPEN: Final = frozenset(["lookup"])  # and these also missing arguments
_KNOWING: Final = frozenset(["lookup", "courier"])  # these look at the facts

_ENGLISH: Final[dict[str, Filter]] = {
    **date_filters.FILTERS,
    **date_filters.CALENDAR_FILTERS,
    **number_filters.FILTERS,
    **masks.FILTERS,
    "lookup": _lookup,
    "courier": _courier,
    "choices": _choices,
    "a_date": _a_date,
    "prefill": _prefill,
    "default": _default,
    "append": string.append,
    "prepend": string.prepend,
    "replace": _replace,
    "replace_first": string.replace_first,
    "replace_last": string.replace_last,
    "remove": string.remove,
    "remove_first": string.remove_first,
    "remove_last": string.remove_last,
    "upcase": string.upcase,
    "downcase": string.downcase,
    "capitalize": string.capitalize,
    "strip": string.strip,
    "lstrip": string.lstrip,
    "rstrip": string.rstrip,
    "strip_newlines": _strip_newlines,
    "squish": string.squish,
    "slice": string.slice_,
    "truncate": string.truncate,
    "truncatewords": string.truncatewords,
    "url_encode": _url_encode,
    "url_decode": string.url_decode,
    "split": string.split,
    "join": _join,
    "first": _first,
    "last": _last,
    "size": _size,
    "reverse": array.reverse,
    "sort": array.sort,
    "uniq": array.uniq,
    "compact": array.compact,
    "concat": array.concat,
}
_CHINESE: Final = {
    "日期": "date",
    "加天": "plus_days",
    "加小时": "plus_hours",
    "加工作日": "plus_workdays",
    "后": "after",
    "前": "before",
    "还有": "left",
    "相隔": "apart",
    "相差天数": "days_to",
    "是工作日": "is_workday",
    "金额": "money",
    "加": "plus",
    "减": "minus",
    "乘": "times",
    "除": "divided_by",
    "四舍五入": "round",
    "隐藏手机": "mask_phone",
    "隐藏姓名": "mask_name",
    "隐藏地址": "mask_address",
    "隐藏单号": "mask_order",
    "尾号": "tail",
    "查": "lookup",
    "识别快递": "courier",
    "选项": "choices",
    "选日期": "a_date",
    "预填": "prefill",
    "默认": "default",
}
_OPTIONS: Final = {"列": "column"}
NAMES: Final = frozenset(_ENGLISH) | frozenset(_CHINESE)
