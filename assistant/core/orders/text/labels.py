"""The words that stand before the values on order panels and address cards, and the values found behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from assistant.core.orders.text import names

# Keys that are no fact of their own.
CARD: Final = "card"  # a whole address card follows
REGION, DETAIL = "region", "detail"  # the two halves of an address
WAYBILL: Final = "waybill"  # company and number, or one of them
NOTHING: Final = ""  # known, and of no use

_WORDS: Final = {
    CARD: "收货信息 收件信息 收货人信息 收件人信息 地址信息 收货地址信息 收货人/地址",
    "receiver.name": (
        "收货人 收货人姓名 收货人名称 收件人 收件人姓名 收货姓名 收件姓名 姓名 名字 买家姓名 客户姓名 "
        "联系人 联系人姓名 真实姓名"
    ),
    "receiver.phone": (
        "手机 手机号 手机号码 电话 电话号码 联系电话 联系手机 联系方式 收货电话 收货手机 收货人电话 "
        "收货人手机 收货人手机号 收件电话 收件人电话 收件人手机 收件人手机号 收件手机 固话 固定电话 "
        "座机 座机号 手机/电话 电话/手机 虚拟号 隐私号 虚拟号码"
    ),
    "receiver.phone_ext": "分机 分机号 转接号 虚拟号分机",
    REGION: "所在地区 所在地 地区 省市区 所在省市 所在区域 收货地区 收货区域 省/市/区 省份城市 所在城市",
    DETAIL: "详细地址 街道地址 具体地址 街道 收货详细地址",
    "receiver.address": (
        "地址 收货地址 收件地址 收货人地址 收件人地址 收件人详细地址 客户地址 买家地址 修改后的收货地址 "
        "联系地址 送货地址"
    ),
    "receiver.province": "省 省份 收货省份",
    "receiver.city": "市 城市 收货城市",
    "receiver.district": "区 区县 区/县 县",
    "receiver.zip": "邮编 邮政编码 买家邮编 收货邮编 收件邮编 邮编号码",
    "order.id": (
        "订单号 订单编号 订单号码 主订单编号 主订单号 平台订单号 订单ID 订单id 淘宝订单号 "
        "天猫订单号 京东订单号 拼多多订单号 抖音订单号 抖店订单号 快手订单号 交易编号 交易号 订单"
    ),
    "order.status": "订单状态 交易状态 当前状态 状态",
    "order.paid": (
        "实付 实付款 实付金额 实际付款 实际支付 实际支付金额 实收 实收款 实收金额 买家实付 "
        "买家实付金额 买家实际支付金额 用户实付 用户实付金额 付款金额 支付金额 已付 已付金额 已付款"
    ),
    "order.amount": (
        "订单金额 订单总额 订单总价 总金额 金额 总额 总价 合计 总计 应付 应付款 应付金额 订单应付金额 商品总价"
    ),
    "order.refund": "退款金额 退款",
    "order.created_at": "下单时间 创建时间 订单创建时间 拍下时间 成交时间 订单成交时间 订单提交时间 提交时间",
    "order.paid_at": "付款时间 支付时间 订单付款时间 支付完成时间 付款确认时间",
    "order.shipped_at": "发货时间 出库时间",
    "order.signed_at": "签收时间 收货时间 确认收货时间",
    "order.ship_by": "最晚发货 最晚发货时间 应发货时间 承诺发货时间 发货截止时间",
    "order.memo": "备注 卖家备注 商家备注 订单备注 商家备忘 卖家备忘",
    "order.buyer_message": "买家留言 留言 买家备注 客户留言 用户留言 买家附言",
    "buyer.nick": (
        "买家昵称 买家旺旺 旺旺 旺旺号 旺旺名 旺旺昵称 旺旺ID 旺旺id 昵称 买家会员名 会员名 "
        "买家会员昵称 会员昵称 淘宝昵称 淘宝ID 买家ID 买家id 买家账号 买家帐号 下单账号 下单帐号 "
        "买家 用户名 用户昵称 客户昵称 买家淘宝号 淘宝号 京东账号 京东帐号"
    ),
    WAYBILL: (
        "快递 物流 快递公司 物流公司 快递单号 运单号 运单号码 运单编号 物流单号 物流运单号 快递运单号 "
        "快递号 承运公司 承运商 配送公司 快递信息 物流信息 发货快递"
    ),
    "shop.name": "店铺 店铺名称 店铺名 店名",
    "item.title": (
        "商品 商品名称 商品标题 商品名 商品信息 选购商品 宝贝 宝贝名称 宝贝标题 品名 产品 产品名称 购买商品"
    ),
    "item.sku": "规格 商品规格 商品属性 宝贝属性 属性 规格型号 已选 型号 款式 颜色 颜色分类 尺码 尺寸 套餐",
    "item.qty": "数量 件数 购买数量 商品数量 宝贝数量 订购数量",
    "item.price": "单价 商品单价 价格 商品价格",
    "item.code": "商家编码 货号 商品编码 外部系统编号",
    NOTHING: (
        "运费 邮费 快递费 子订单编号 子订单号 商品ID 商品id 宝贝ID 店铺ID 店铺id 支付方式 "
        "付款方式 支付单号 支付宝账号 支付宝交易号 买家支付宝账号 交易流水号 发票 发票抬头 发票类型 "
        "优惠 优惠金额 店铺优惠 平台优惠 红包 积分 售后状态 退款状态 物流状态 快递状态 订单类型 "
        "订单来源 配送方式 运送方式 客服 客服备注 备注标签 旗帜 服务 运费险 重量 体积 关闭原因 来源"
    ),
}
KEYS: Final = {label: key for key, labels in _WORDS.items() for label in labels.split()}
_LABEL: Final = "|".join(sorted(map(re.escape, KEYS), key=len, reverse=True))
# Behind a label: a colon or a bracket; at the start of a line also a blank, and for numbers nothing at all.
_FIELD: Final = re.compile(
    rf"(?:(?P<start>^[ \t]*)|(?<=[\s,，;；。、|/!！(（]))[【\[]?(?P<label>{_LABEL})(?:[(（][^()（）\n]{{0,6}}[)）])?"
    r"(?:[】\]]?[ \t]*[:：]|】|(?=\+?\d{6})|(?(start)(?:[ \t]{0,4}\t|[ ]{1,8})(?=\S)|(?!)))[ \t]*"
)
_HALVES: Final = ("颜色", "颜色分类", "尺码", "尺寸", "款式", "型号", "套餐")  # a sku says which of them it means
_TAKES_NEXT: Final = ("", CARD, "order.memo", "order.buyer_message")  # keys whose value is never on the line below


@dataclass(frozen=True, slots=True)
class Told:
    """A value and the label before it, on this ``line``. Not ``firm``: it may be a word within a sentence."""

    key: str
    label: str
    value: str = field(repr=False)
    line: int
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Loose:
    """A piece of text without a label. ``sure`` when a label said that an address card follows."""

    line: int
    text: str = field(repr=False)
    sure: bool = False


def fields(text: str) -> tuple[list[Told], list[Loose]]:
    """All labelled values, and what else stands in the text, both in their order."""
    told: list[Told] = []
    loose: list[Loose] = []
    waits: Told | None = None  # a label at the end of a line: its value may be the next one
    for number, line in enumerate(text.split("\n")):
        if not line.strip():
            continue
        before, found = _line(line, number)
        if waits and not found and not (waits.key == "receiver.name" and names.speaks(before)):
            told.append(Told(waits.key, waits.label, before.strip(), waits.line))
            before = ""
        if before.strip():
            loose.append(Loose(number, before))
        loose += [Loose(number, one.value, sure=True) for one in found if one.key == CARD and one.value]
        told += [one for one in found if one.value and one.key != CARD]
        last = found[-1] if found else None
        waits = last if last and not last.value and last.key not in _TAKES_NEXT else None
    return told, loose


def _line(line: str, number: int) -> tuple[str, list[Told]]:
    """What stands before the first label, and the labelled values."""
    if len(alone := line.strip()) > 1 and alone in KEYS:
        return "", [Told(KEYS[alone], alone, "", number)]
    found = [match for match in _FIELD.finditer(line) if len(match["label"]) > 1 or match[0].strip()[-1] in ":：】"]
    if not found:
        return line, []
    return line[: found[0].start()], list(_values(line, found, number))


def _values(line: str, found: list[re.Match[str]], number: int) -> Iterator[Told]:
    ends = [match.start() for match in found[1:]] + [len(line)]
    for match, end in zip(found, ends, strict=True):
        key, label, value = (
            KEYS[match["label"]],
            match["label"],
            line[match.end() : end].strip(" \t,，;；|").rstrip(" (（"),
        )
        firm = match.start() == 0 or match[0].strip()[-1] in ":：】"
        yield Told(key, label, f"{label}:{value}" if label in _HALVES and value else value, number, firm)
