"""The couriers that Chinese shops use: how people call them, what platforms call them, and whose a tracking number is.

The forms of tracking numbers are no standard and change; these are of November 2026, from what public programs accept
that were made against real parcels:

- letters in front: SF + 13 digits, YT + 13, JT + 13, JD…, DPK + 12 (BF-zh/Courier-Validation on GitHub, 2024; the same
  in half a dozen label readers of 2024 to 2026), KY + 10 to 15 (a tracker of 2026); two letters, nine digits, CN is
  the international form S10 of the Universal Postal Union, which China Post and EMS use
- digits only: 14 from 73 to 76 or 78 中通, from 77 申通, 15 from 3 or 4 韵达 (43 also 申通), 15 from 621 菜鸟 (BF-zh);
  13 from 9 邮政 (BF-zh, and a label reader of 2025); 12 digits are used by 顺丰 (its older form), 中通, 申通 and
  others alike, 13 from other digits by 韵达, 申通 and EMS

A number that fits several couriers names them all; one that fits none names nobody.
"""

from __future__ import annotations

import re
from typing import Final

# Its name among people first, then what platforms, tables and couriers' codes say for it.
_NAMES: Final = (
    ("顺丰速运", "顺丰", "顺丰快递", "顺丰速递", "SF", "SF EXPRESS", "shunfeng"),
    ("中通快递", "中通", "中通速递", "ZTO", "zhongtong"),
    ("圆通速递", "圆通", "圆通快递", "YTO", "yuantong"),
    ("申通快递", "申通", "申通E物流", "STO", "shentong"),
    ("韵达快递", "韵达", "韵达速递", "YUNDA", "YD"),
    ("极兔速递", "极兔", "极兔快递", "J&T", "J&T极兔速递", "JTSD", "jtexpress"),
    ("EMS", "邮政EMS", "中国邮政EMS", "EMS快递", "邮政特快专递", "特快专递", "EMS经济快递", "E邮宝", "EYB"),
    ("邮政快递包裹", "邮政", "中国邮政", "邮政快递", "邮政包裹", "邮政国内小包", "POSTB", "YZPY"),
    ("京东快递", "京东", "京东物流", "京东配送", "JD", "JDL", "JDL京东物流"),
    ("德邦快递", "德邦", "德邦物流", "DBKD", "DBL", "debangwuliu", "德邦快运"),
    ("百世快递", "百世", "百世汇通", "汇通快递", "百世汇通快递", "HTKY", "huitongkuaidi"),
    ("百世快运", "800BEST", "BSKY"),
    ("跨越速运", "跨越", "跨越快递", "跨越物流", "KYE", "KYSY", "kuayue"),
    ("菜鸟速递", "丹鸟", "丹鸟物流", "丹鸟快递", "菜鸟", "菜鸟快递", "菜鸟直送", "CAINIAO", "danniao"),
    ("优速快递", "优速", "优速物流", "UC", "UC56", "youshuwuliu"),
    ("天天快递", "天天", "海航天天", "HHTT", "TTKDEX", "tiantian"),
    ("宅急送", "宅急送快递", "ZJS", "zhaijisong"),
    ("安能物流", "安能", "安能快运", "ANE", "ANE66", "安能快递"),
    ("壹米滴答", "壹米", "YMDD", "yimidida"),
    ("苏宁物流", "苏宁", "苏宁快递", "SNWL", "suning"),
    ("国通快递", "国通", "GTO", "guotong"),
    ("联邦快递", "联邦", "FEDEX", "Fedex国内", "联邦快递国内"),
    ("中通快运", "ZTOKY", "zhongtongkuaiyun"),
    ("顺心捷达", "顺心", "SXJD"),
    ("速尔快递", "速尔", "速尔物流", "SURE", "suer"),
    ("信丰物流", "信丰", "XFEXPRESS", "信丰快递"),
    ("全峰快递", "全峰", "QFKD", "quanfengkuaidi"),
    ("日日顺物流", "日日顺", "RRS", "海尔日日顺"),
    ("众邮快递", "众邮", "ZYKD"),
    ("DHL", "DHL快递", "中外运敦豪"),
    ("UPS", "UPS快递", "联合包裹"),
)  # fmt: skip
_KNOWN: Final = {name.casefold().replace(" ", ""): names[0] for names in _NAMES for name in names}
_LEGAL: Final = re.compile(r"[(（][^()（）]{0,20}[)）]|(?:股份)?有限(?:责任)?公司")

_FORMS: Final = tuple(
    (re.compile(form, re.ASCII), names)
    for form, *names in (
        (r"SF\d{13}", "顺丰速运"),
        (r"YT\d{13}", "圆通速递"),
        (r"JT\d{13}", "极兔速递"),
        (r"JD[0-9A-Z]{2}\d{9,11}(?:-\d{1,3}){0,3}-?", "京东快递"),
        (r"DPK\d{12}", "德邦快递"),
        (r"KY\d{10,15}", "跨越速运"),
        (r"E[A-Z]\d{9}CN", "EMS"),
        (r"[A-DF-Z][A-Z]\d{9}CN", "邮政快递包裹"),
        (r"7[34568]\d{12}", "中通快递"),
        (r"77\d{12,13}", "申通快递"),
        (r"43\d{13}", "韵达快递", "申通快递"),
        (r"[34]\d{14}", "韵达快递"),
        (r"621\d{12}", "菜鸟速递"),
        (r"9\d{12}", "邮政快递包裹"),
        (r"1\d{12}", "EMS", "邮政快递包裹", "韵达快递"),
        (r"\d{12}", "顺丰速运", "中通快递", "申通快递", "天天快递"),
        (r"[2-8]\d{12}", "韵达快递", "申通快递"),
    )
)
_MOST: Final = 40  # characters


def names() -> tuple[str, ...]:
    """All couriers by the name that people use."""
    return tuple(row[0] for row in _NAMES)


def known_as(company: str) -> str:
    """The name that people use, for any that a platform writes; an unknown one as it is."""
    text = company.strip()
    plain = _LEGAL.sub("", text) or text
    return next((_KNOWN[key] for key in (_key(text), _key(plain)) if key in _KNOWN), text)


def recognise(number: str) -> tuple[str, ...]:
    """The couriers that may have given out a tracking number, by name; none for a form that nobody uses."""
    plain = "".join(number.split()).upper()
    if not plain or len(plain) > _MOST:
        return ()
    return next((tuple(names) for form, names in _FORMS if form.fullmatch(plain)), ())


def _key(text: str) -> str:
    return text.casefold().replace(" ", "")
