"""Filters that a phrase may use, each also under a Chinese name.

Dates     ``date``/日期 "%m月%d日" · ``plus_days``/加天 7 · ``plus_hours``/加小时 48
Money     ``money``/金额 two decimals · plus/加 minus/减 times/乘 divided_by/除 modulo round/四舍五入 ceil floor abs
          at_least at_most: exact, by decimals
Privacy   ``mask_phone``/隐藏手机 138****1234 · ``mask_name``/隐藏姓名 林** · ``tail``/尾号 4
Questions ``choices``/选项 "中通", "圆通" · ``a_date``/选日期 · ``prefill``/预填 "3" · ``default``/默认 "…"
Text      Liquid's own that can't do harm: append prepend replace remove upcase downcase capitalize strip lstrip
          rstrip strip_newlines squish slice truncate truncatewords split join first last size reverse sort uniq
          compact concat url_encode url_decode and their _first/_last forms

A value that is still missing passes through every filter, so that it is asked for in the end. Nonsense, too long
a text and too long a list end in :class:`~assistant.core.values.Fault`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace as with_changes
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Final
from urllib.parse import quote_plus

from liquid import Undefined
from liquid.builtin.filters import array, string
from liquid.exceptions import LiquidError

from assistant.core import dates
from assistant.core.values import Fault, Missing, Number, is_open, number

MAX_TEXT = 20_000  # characters of any value, and of a whole reply
MAX_ITEMS = 1_000  # of a list
_MAX_CHOICES = 50
_MAX_AMOUNT = Decimal(10) ** 15
_CENT = Decimal("0.01")

Filter = Callable[..., object]


def call(name: str, arguments: Sequence[object], options: Mapping[str, object], now: datetime) -> object:
    """Apply the filter ``name`` to ``arguments``, the first of which is the value. Raises Fault, and nothing else."""
    english = _CHINESE.get(name, name)
    waiting = arguments[1:] if english in _ASKING else arguments
    for value in waiting:
        if is_open(value):
            return value
        _check_size(value)
    try:
        function = _ENGLISH[english]
        result = function(*arguments, now=now, **options) if english in _DATED else function(*arguments, **options)
    except Fault:
        raise
    except (LiquidError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError):
        raise Fault(f"“{name}”用在这里不合适，请检查它前面的内容和后面的参数") from None
    _check_size(result)
    return result


def _check_size(value: object) -> None:
    if isinstance(value, str):
        small = len(value) <= MAX_TEXT
    elif isinstance(value, (list, tuple)):
        small = len(value) <= MAX_ITEMS
    else:
        small = True
    if not small:
        raise Fault(f"内容太长，文字最多 {MAX_TEXT} 字，列表最多 {MAX_ITEMS} 项")


# --- dates


def _moment(value: object, now: datetime) -> dates.Moment:
    moment = dates.read(value if isinstance(value, str) else str(value), now)
    if moment is None:
        raise Fault("这里需要一个日期，例如 2025-06-01 或 6月1日")
    return moment


def _date(value: object, pattern: str = "", *, now: datetime) -> str:
    moment = _moment(value, now)
    if not pattern:
        return dates.Moment(dates.day(moment.at, now), moment.at, moment.timed)
    try:
        return dates.Moment(dates.show(moment, pattern), moment.at, moment.timed)
    except ValueError as problem:
        raise Fault(str(problem)) from None


def _plus_days(value: object, days: object, *, now: datetime) -> str:
    return _shifted(value, days, timedelta(days=1), now)


def _plus_hours(value: object, hours: object, *, now: datetime) -> str:
    moment = _moment(value, now)
    if not moment.timed:
        raise Fault("这个日期没有具体时间，不能加小时")
    return _shifted(moment, hours, timedelta(hours=1), now)


def _shifted(value: object, count: object, unit: timedelta, now: datetime) -> str:
    try:
        return dates.shift(_moment(value, now), unit * _whole(count), now)
    except (ValueError, OverflowError):
        raise Fault("加减的天数太多，日期超出了范围") from None


# --- numbers


def _amount(value: object) -> Decimal:
    found = number(str(value)) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else None
    if found is None:
        raise Fault("这里需要一个数字")
    return found


def _whole(value: object) -> int:
    amount = _amount(value)
    if amount != amount.to_integral_value():
        raise Fault("这里需要一个整数")
    return int(amount)


def _shown(amount: Decimal) -> Number:
    if abs(amount) >= _MAX_AMOUNT:
        raise Fault("数字太大")
    return Number(f"{(round(amount, 9) + 0).normalize():f}")  # + 0 turns -0 into 0


def _calculation(operation: Callable[[Decimal, Decimal], Decimal]) -> Filter:
    def calculate(value: object, other: object) -> Number:
        return _shown(operation(_amount(value), _amount(other)))

    return calculate


def _divided_by(left: Decimal, right: Decimal) -> Decimal:
    if not right:
        raise Fault("不能除以 0")
    return left / right


def _modulo(left: Decimal, right: Decimal) -> Decimal:
    if not right:
        raise Fault("不能除以 0")
    return left - right * (left / right).to_integral_value(ROUND_FLOOR)


def _rounded(rounding: str) -> Filter:
    def to_whole(value: object) -> Number:
        return _shown(_amount(value).to_integral_value(rounding))

    return to_whole


def _round(value: object, digits: object = 0) -> Number:
    places = _whole(digits)
    if not 0 <= places <= 9:
        raise Fault("小数位数要在 0 到 9 之间")
    return _shown(_amount(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def _money(value: object) -> Number:
    return Number(f"{_amount(value).quantize(_CENT, ROUND_HALF_UP):f}")


# --- privacy


def _mask_phone(value: object) -> str:
    digits = re.sub(r"-\d{1,6}$", "", str(value).strip())
    head = digits[:3] if len(digits) >= 11 else ""
    tail = digits[-4:] if len(digits) > 4 else ""
    return f"{head}****{tail}"


def _mask_name(value: object) -> str:
    name = re.sub(r"\[\d+\]$", "", str(value).strip())
    return name[:1] + "*" * max(len(name) - 1, 1)


def _tail(value: object, count: object = 4) -> str:
    size = _whole(count)
    if size < 1:
        raise Fault("尾号至少要 1 位")
    return str(value).strip()[-size:]


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
    empty = isinstance(value, Undefined) or value is None or value is False or value in ("", [])
    return other if empty else value


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
    return value[0] if len(value) else ""


def _last(value: Sequence[object]) -> object:
    return value[-1] if len(value) else ""


def _size(value: object) -> Number:
    return Number(len(value) if isinstance(value, (str, list, tuple, range)) else 0)


def _strip_newlines(value: object) -> str:
    return str(value).replace("\n", "")


def _url_encode(value: object) -> str:
    return quote_plus(str(value))


_ASKING: Final = frozenset(["choices", "a_date", "prefill", "default"])
_DATED: Final = frozenset(["date", "plus_days", "plus_hours"])

_ENGLISH: Final[dict[str, Filter]] = {
    "date": _date,
    "plus_days": _plus_days,
    "plus_hours": _plus_hours,
    "money": _money,
    "plus": _calculation(lambda left, right: left + right),
    "minus": _calculation(lambda left, right: left - right),
    "times": _calculation(lambda left, right: left * right),
    "divided_by": _calculation(_divided_by),
    "modulo": _calculation(_modulo),
    "at_least": _calculation(max),
    "at_most": _calculation(min),
    "abs": lambda value: _shown(abs(_amount(value))),
    "ceil": _rounded(ROUND_CEILING),
    "floor": _rounded(ROUND_FLOOR),
    "round": _round,
    "mask_phone": _mask_phone,
    "mask_name": _mask_name,
    "tail": _tail,
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
    "金额": "money",
    "加": "plus",
    "减": "minus",
    "乘": "times",
    "除": "divided_by",
    "四舍五入": "round",
    "隐藏手机": "mask_phone",
    "隐藏姓名": "mask_name",
    "尾号": "tail",
    "选项": "choices",
    "选日期": "a_date",
    "预填": "prefill",
    "默认": "default",
}
NAMES: Final = frozenset(_ENGLISH) | frozenset(_CHINESE)
