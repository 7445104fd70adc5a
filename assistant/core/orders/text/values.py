"""Values behind labels in the form in which an order keeps them."""

from __future__ import annotations

import re
from typing import Final

_MONEY: Final = re.compile(r"\d{1,9}(?:,\d{3})*(?:\.\d{1,2})?(?![\d.])")
_TIME: Final = re.compile(
    r"(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]{0,3}(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2}))?)?"
)
_WAYBILL: Final = re.compile(r"(?<![\dA-Za-z])([A-Za-z]{0,4}\d{8,20})(?![\dA-Za-z])")
_COMPANY: Final = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{0,8}(?:快递|速运|速递|物流|快运|EMS|ems|邮政|京东|极兔|顺丰|圆通|中通|申通|韵达|德邦|天天|百世|菜鸟)"
    r"(?:[\u4e00-\u9fff]{0,4}(?:快递|速运|速递|快运|包裹|直递|物流))?"
)
_BUTTONS: Final = re.compile(
    r"[ \t]{0,4}[\[(（]?(?:复制(?:地址|收货信息|信息|订单号)?|查看详情|查看|详情|修改|编辑|展开|收起)[\])）]?$"
)


def money(value: str) -> str:
    """An amount with two decimals; "" when there is none."""
    found = _MONEY.search(value)
    if not found:
        return ""
    whole, _, cents = found[0].replace(",", "").partition(".")
    return f"{int(whole)}.{cents:0<2}"


def moment(value: str) -> str:
    """``YYYY-MM-DD``, with ``HH:MM:SS`` where a time is told; "" when this is no time."""
    found = _TIME.search(value)
    if not found:
        return ""
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in found.groups())
    if not (1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and minute < 60 and second < 60):
        return ""
    date = f"{year}-{month:02}-{day:02}"
    return f"{date} {hour:02}:{minute:02}:{second:02}" if found[4] else date


def waybill(value: str) -> tuple[str, str]:
    """Courier and number, each "" when it is not told."""
    number = _WAYBILL.search(value)
    companies = [found[0] for found in _COMPANY.finditer(value)]
    before = [found[0] for found in _COMPANY.finditer(value[: number.start()])] if number else []
    return (before or companies[:1] or [""])[-1], number[1] if number else ""


def without_button(line: str) -> str:
    """A line without the button that stands at its end on a panel."""
    return _BUTTONS.sub("", line)


def plain(value: str) -> str:
    """A value without the buttons that stand behind it on a panel, blanks in a row as one."""
    return re.sub(r"\s+", " ", without_button(value)).strip()
