"""Filters that hide most of what is private: a phone, a name, an address, an order number."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from assistant.core.template.number_filters import whole
from assistant.core.template.values import Fault

_STARS: Final = "****"
_PROVINCES: Final = (
    "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西",
    "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古",
    "广西", "西藏", "宁夏", "新疆", "香港", "澳门",
)  # fmt: skip
_WORD: Final = (
    r"(?![省县区])[^\W\d_路街道巷弄号村镇乡栋幢座楼室]"  # what names of cities and districts are written with
)
_AREA: Final = re.compile(
    rf"\s*(?P<province>(?:{'|'.join(_PROVINCES)})(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?)?"
    rf"\s*(?P<city>(?:{_WORD}){{2,10}}?(?:自治州|地区|州市|市|盟))?"
    rf"\s*(?P<district>(?:{_WORD}){{1,12}}?(?:自治县|自治旗|新区|(?<![小社校厂园院景])区|县|旗|市))?"
)


def _mask_phone(value: object) -> str:
    digits = re.sub(r"-\d{1,6}$", "", str(value).strip())
    head = digits[:3] if len(digits) >= 11 else ""
    tail = digits[-4:] if len(digits) > 4 else ""
    return f"{head}{_STARS}{tail}"


def _mask_name(value: object) -> str:
    name = re.sub(r"\[\d+\]$", "", str(value).strip())
    return name[:1] + "*" * max(len(name) - 1, 1)


def _mask_address(value: object) -> str:
    """Province, city and district stay; where neither of the first two can be told, nothing does."""
    found = _AREA.match(str(value))
    if not found or not (found["province"] or found["city"]):
        return _STARS
    return found[0].strip() + _STARS


def _mask_order(value: object) -> str:
    number = str(value).strip()
    return _STARS + (number[-4:] if len(number) > 8 else "")


def _tail(value: object, count: object = 4) -> str:
    size = whole(count)
    if size < 1:
        raise Fault("尾号至少要 1 位")
    return str(value).strip()[-size:]


FILTERS: Final[Mapping[str, Callable[..., object]]] = {
    "mask_phone": _mask_phone,
    "mask_name": _mask_name,
    "mask_address": _mask_address,
    "mask_order": _mask_order,
    "tail": _tail,
}
