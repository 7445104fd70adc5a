"""Filters that calculate: exactly, by decimals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Final

from assistant.core.template.values import Fault, Number, number

_MAX_AMOUNT = Decimal(10) ** 15
_CENT = Decimal("0.01")


def amount(value: object) -> Decimal:
    """The number in it. Raises Fault."""
    found = number(str(value)) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else None
    if found is None:
        raise Fault("这里需要一个数字")
    return found


def whole(value: object) -> int:
    """The whole number in it. Raises Fault."""
    found = amount(value)
    if found != found.to_integral_value():
        raise Fault("这里需要一个整数")
    return int(found)


def shown(value: Decimal) -> Number:
    """As a number in a text, at most nine decimals. Raises Fault."""
    if abs(value) >= _MAX_AMOUNT:
        raise Fault("数字太大")
    return Number(f"{(round(value, 9) + 0).normalize():f}")  # + 0 turns -0 into 0


def _calculation(operation: Callable[[Decimal, Decimal], Decimal]) -> Callable[..., object]:
    def calculate(value: object, other: object) -> Number:
        return shown(operation(amount(value), amount(other)))

    return calculate


def _divided_by(left: Decimal, right: Decimal) -> Decimal:
    if not right:
        raise Fault("不能除以 0")
    return left / right


def _modulo(left: Decimal, right: Decimal) -> Decimal:
    if not right:
        raise Fault("不能除以 0")
    return left - right * (left / right).to_integral_value(ROUND_FLOOR)


def _rounded(rounding: str) -> Callable[..., object]:
    def to_whole(value: object) -> Number:
        return shown(amount(value).to_integral_value(rounding))

    return to_whole


def _round(value: object, digits: object = 0) -> Number:
    places = whole(digits)
    if not 0 <= places <= 9:
        raise Fault("小数位数要在 0 到 9 之间")
    return shown(amount(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def _money(value: object) -> Number:
    return Number(f"{amount(value).quantize(_CENT, ROUND_HALF_UP):f}")


FILTERS: Final[Mapping[str, Callable[..., object]]] = {
    "money": _money,
    "plus": _calculation(lambda left, right: left + right),
    "minus": _calculation(lambda left, right: left - right),
    "times": _calculation(lambda left, right: left * right),
    "divided_by": _calculation(_divided_by),
    "modulo": _calculation(_modulo),
    "at_least": _calculation(max),
    "at_most": _calculation(min),
    "abs": lambda value: shown(abs(amount(value))),
    "ceil": _rounded(ROUND_CEILING),
    "floor": _rounded(ROUND_FLOOR),
    "round": _round,
}
