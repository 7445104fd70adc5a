"""Placeholders that Chinese sellers' tools put into phrases: ``<买家旺旺>``, ``{订单号}``, ``{运单号}``.

The tools spell them differently; all known spellings are accepted in either brackets. Signs of emoticons such as
``/:^_^`` and every other text in brackets stay as they are.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.core.packs.macros import Converted, Notes, rewritten, show

_BREAK: Final = "分段符"
_AND: Final = "+"
_PATHS: Final[dict[str, tuple[str, ...]]] = {
    "buyer.nick": ("买家旺旺", "买家昵称", "买家", "买家ID", "买家旺旺昵称", "客户昵称", "旺旺名", "顾客昵称"),
    "receiver.name": ("买家姓名", "收货人", "收件人", "收货人姓名", "收件人姓名"),
    "receiver.phone": ("联系方式", "联系电话", "收货人电话", "收货电话", "手机号", "手机号码"),
    "receiver.address": ("收货地址", "收件地址", "地址"),
    "receiver.zip": ("买家邮编", "邮编", "邮政编码"),
    "receiver.city": ("到达城市", "城市"),
    "order.id": ("订单编号", "订单号"),
    "order.link": ("订单链接", "订单短链", "付款链接"),
    "order.created_at": ("下单时间", "时间"),
    "order.paid_at": ("付款时间", "支付时间"),
    "order.shipped_at": ("发货时间",),
    "order.amount": ("金额", "订单金额"),
    "order.paid": ("实付", "实付金额", "实付款"),
    "order.status": ("订单状态",),
    "order.buyer_message": ("买家留言", "买家备注"),
    "order.memo": ("卖家备注", "商家备注"),
    "item.title": ("商品", "商品名", "商品标题", "商品名称", "宝贝标题", "宝贝名称"),
    "item.sku": ("sku", "规格", "商品属性", "商品规格"),
    "item.qty": ("数量", "商品数量"),
    "logistics.company": ("物流公司", "物流公司名称", "快递公司", "快递名称"),
    "logistics.no": ("运单号", "物流编号", "物流单号", "快递单号"),
    "shop.nick": ("卖家旺旺", "卖家昵称"),
    "shop.name": ("店铺名称", "店铺名", "店铺", "店名"),
    "agent.name": ("客服", "客服昵称", "客服名称", "客服花名"),
}
PLACEHOLDERS: Final = {name.casefold(): path for path, names in _PATHS.items() for name in names}
_PLACE: Final = re.compile(r"<([^<>\n]{1,20})>|\{([^{}\n]{1,20})\}|｛([^｛｝\n]{1,20})｝|＜([^＜＞\n]{1,20})＞")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")


def converted(text: str) -> Converted:
    """A phrase of such a tool as a template. What looks like a placeholder and is not known stays, with a remark."""
    return rewritten(text, _PLACE, _told)


def _told(found: re.Match[str], notes: Notes) -> str | None:
    name = "".join(group or "" for group in found.groups()).strip()
    ours = _shown(name)
    if ours is None and _CHINESE.search(name) and found[0][0] in "{｛":
        notes.kept(found[0])
    if name == _BREAK:
        notes.say("分成两条发送的地方改成了换行。")
    return ours


def _shown(name: str) -> str | None:
    """What stands for the placeholder in a template; ``A+B`` are two of them. None when it is not known."""
    if name == _BREAK:
        return "\n"
    paths = [PLACEHOLDERS.get(part.strip().casefold()) for part in name.split(_AND)]
    known = [path for path in paths if path]
    return "×".join(show(path) for path in known) if len(known) == len(paths) else None
