"""The columns of order tables by their headings, as back offices of 2017 to 2026 write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Final

TAOBAO, PDD, DOUYIN, JD = "taobao", "pdd", "douyin", "jd"
ORDERS, GOODS, SHIPPING = (
    "orders",
    "goods",
    "shipping",
)  # kinds of tables; GOODS: a row is an item, facts are the item's

# Columns that are no fact of their own; they help to tell one.
KINDS, COURIER, TOWN, DETAIL = "kinds", "courier", "town", "detail"

# Path → headings, the better ones first. Normalised: no blanks, no brackets at the end, small letters.
NAMES: Final = {
    "order.id": "订单编号 主订单编号 订单号 平台订单号 主订单号 平台订单编号 淘宝订单号 交易编号 订单id",
    "buyer.nick": (
        "买家会员名 买家昵称 买家会员昵称 买家旺旺 下单帐号 下单账号 买家旺旺号 旺旺 旺旺号 旺旺昵称 买家账号 "
        "买家id 买家"
    ),
    "receiver.name": "收货人姓名 收件人 客户姓名 收货人 收件人姓名 收货人名称",
    "receiver.phone": (
        "联系手机 联系电话 手机号 收件人手机 收货人手机 收货人手机号 收件人手机号 收货人电话 收件人电话 "
        "手机号码 手机 收货电话"
    ),
    "receiver.address": "修改后的收货地址 收货地址 客户地址 收件地址 收货人地址 收件人地址",
    DETAIL: "详细地址 收货详细地址 街道地址",
    "receiver.province": "省 省份 收货省份 收件省份 所在省",
    "receiver.city": "市 城市 收货城市 收件城市 所在市",
    "receiver.district": "区 区县 区/县 收货区县 所在区",
    TOWN: "街道/镇 街道 乡镇 镇",
    "receiver.zip": "邮编 邮政编码 收货邮编",
    "order.amount": "总金额 买家应付货款 订单金额 订单应付金额 订单总金额",
    "order.paid": "买家实际支付金额 买家实付金额 用户实付金额 应付金额 实付金额 实付款",
    "order.refund": "退款金额 买家退款金额",
    "order.status": "订单状态 交易状态",
    "order.created_at": "订单创建时间 下单时间 订单成交时间 订单提交时间 拍下时间 创建时间",
    "order.paid_at": "订单付款时间 支付时间 支付完成时间 付款确认时间 付款时间",
    "order.shipped_at": "发货时间",
    "order.signed_at": "签收时间 物流签收时间 妥投时间",
    "order.ship_by": "应发货时间 承诺发货时间 最晚发货时间 发货截止时间",
    "order.memo": "订单备注 商家备忘 商家备注 卖家备注 卖家备忘 备注",
    "order.buyer_message": "买家留言 主订单买家留言 买家备注 客户留言",
    "logistics.company": "物流公司 快递公司 物流公司名称 承运商",
    "logistics.no": "物流单号 快递单号 运单号 物流编号 快递运单号",
    COURIER: "快递信息",
    "shop.name": "店铺名称 店铺",
    "item.title": "宝贝标题 标题 商品标题 商品 选购商品 商品名称 商品信息 宝贝名称",
    "item.sku": "商品属性 商品规格 规格信息 规格 sku名称",
    "item.qty": "购买数量 宝贝总数量 商品数量 订购数量 数量",
    "item.price": "价格 商品价格 京东价 商品单价 单价",
    "item.code": "商家编码 外部系统编号 货号 商家编码-规格维度 商家编码-商品维度",
    KINDS: "宝贝种类",
}
_BY_PATH: Final = {path: tuple(names.split()) for path, names in NAMES.items()}

_SIGNS: Final = {  # headings that only one platform has
    TAOBAO: (
        "买家会员名 买家会员昵称 买家支付宝账号 买家应付货款 买家实际支付金额 买家实付金额 买家旺旺 宝贝标题 "
        "宝贝种类 宝贝总数量 店铺id 商家备忘 备注标签 应发货时间 修改后的收货地址 套餐信息 淘鲜达渠道 "
        "主订单买家留言 外部系统编号 收货人姓名 订单付款时间 购买数量"
    ),
    PDD: (
        "用户实付金额 商家实收金额 多多支付立减金额 店铺优惠折扣 平台优惠折扣 样式id 订单成交时间 "
        "商家编码-规格维度 商家编码-商品维度 团id"
    ),
    DOUYIN: (
        "选购商品 订单应付金额 快递信息 流量来源 流量体裁 达人昵称 订单提交时间 支付完成时间 旗帜颜色 商家收入金额"
    ),
    JD: ("京东价 下单帐号 客户姓名 客户地址 结算金额 付款确认时间 订购数量 余额支付 送装服务 商家备注等级 增值税发票"),
}
_BY_SIGN: Final = {sign: platform for platform, signs in _SIGNS.items() for sign in signs.split()}

_UNUSED: Final = (  # what back offices write besides; nobody has to say what it is
    "买家支付宝账号 支付单号 支付详情 买家应付邮费 买家支付积分 返点积分 买家实际支付积分 运送方式 "
    "虚拟号过期时间 店铺id 订单关闭原因 卖家服务费 买家服务费 发票抬头 是否手机订单 分阶段订单信息 "
    "特权订金订单id 是否上传合同照片 是否上传小票 是否代付 定金排名 修改后的sku 异常信息 天猫卡券抵扣 "
    "集分宝抵扣 是否是o2o交易 新零售交易类型 新零售导购门店名称 新零售导购门店id 新零售发货门店名称 "
    "新零售发货门店id 预约门店 确认收货时间 打款商家金额 含应开票给个人的个人红包 是否信用购 "
    "体验期结束时间 前n有礼 配送类型 直播返现状态 返现金额 延迟发货自动赔付金额 新零售成交门店昵称 "
    "新零售成交门店id 新零售成交经销商id 预售订单 备注标签 商品id 子订单编号 套餐信息 联系方式备注 "
    "退款状态 淘鲜达渠道 分阶段信息 是否主动赔付 主动赔付金额 主动赔付出账时间 飞猪购订单信息 免单资格 "
    "免单金额 百亿补贴超链订单信息 超链半托管订单信息 重量kg 商品总价 邮费 店铺优惠折扣 平台优惠折扣 "
    "多多支付立减金额 商家实收金额 样式id 售后状态 是否审核中 承诺送达时间 商品一级类目 商品二级类目 "
    "商品三级类目 商品四级类目 消费者资料 消费者资料上传时间 赠品名称 赠品id 赠品规格 赠品数量 团id "
    "团身份 上门安装费 商品金额 运费 旗帜颜色 订单完成时间 取消原因 流量来源 流量体裁 达人昵称 "
    "商家收入金额 结算金额 余额支付 订单类型 发票类型 发票内容 商家备注等级 运费金额 增值税发票 订单来源 "
    "订单渠道 送装服务 服务费 仓库id 仓库名称 序号"
)
_ITEMWISE: Final = {"购买数量", "标题", "商品标题", "子订单编号", "套餐信息"}  # of Taobao's goods table
_ORDERWISE: Final = {
    "买家会员名",
    "收货人姓名",
    "收货地址",
    "总金额",
    "宝贝标题",
    "宝贝总数量",
    "宝贝种类",
    "买家旺旺",
    "买家昵称",
}
_SHIPPING: Final = {"收件人", "手机号", "收货地址"}
_ITEMS_OWN: Final = ("order.amount", "order.paid", "order.refund")  # in a goods table they are the item's
_BRACKETS: Final = re.compile(r"\([^()]*\)$")
_KNOWN: Final = frozenset((*_UNUSED.split(), *(name for names in _BY_PATH.values() for name in names)))
SUB_ORDER: Final = "子订单编号"


def normal(heading: str) -> str:
    """A heading as it stands in this module: what platforms, years and spreadsheets add to it is taken away."""
    text = unicodedata.normalize("NFKC", heading.strip().removeprefix("=").strip("\ufeff\"'* \t"))
    text = "".join(text.split()).casefold()
    while (shorter := _BRACKETS.sub("", text)) and shorter != text:
        text = shorter
    return text


def platform(headings: Collection[str]) -> str:
    """Whose back office wrote a table with these normalised headings; "" when nothing tells."""
    votes = [_BY_SIGN[heading] for heading in headings if heading in _BY_SIGN]
    return max(dict.fromkeys(votes), key=votes.count, default="")


def kind(headings: Collection[str]) -> str:
    """ORDERS, GOODS or SHIPPING."""
    own = set(headings)
    if own >= _SHIPPING and platform(own) in ("", TAOBAO) and not own & {"订单状态", "订单编号"}:
        return SHIPPING
    if platform(own) in ("", TAOBAO) and own & _ITEMWISE and not own & _ORDERWISE:
        return GOODS
    return ORDERS


def places(headings: Collection[str]) -> dict[str, list[str]]:
    """For each path the normalised headings that tell it, the best first."""
    own = set(headings)
    whose, what = platform(own), kind(own)
    found = {path: [name for name in names if name in own] for path, names in _BY_PATH.items()}
    if what == GOODS:
        found |= {path: [] for path in (*_ITEMS_OWN, KINDS)}
        found["order.id"] = [name for name in ("主订单编号", *found["order.id"]) if name in own]
        found["order.memo"] = [name for name in found["order.memo"] if name != "备注"]  # the buyer's, of that item
    if whose == DOUYIN and "商品金额" in own:
        found["item.price"] = ["商品金额"]
    if whose == JD:  # what the buyer wrote and what the shop wrote stand in columns of their own
        found["order.buyer_message"] += [name for name in ("订单备注",) if name in own]
        found["order.memo"] = [name for name in found["order.memo"] if name != "订单备注"]
    return {path: names for path, names in found.items() if names}


def known(heading: str) -> bool:
    """Whether a normalised heading is one that back offices write, used or not."""
    return heading in _KNOWN
