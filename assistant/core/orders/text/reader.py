"""Puts together what labels and cards tell, and judges whether it is an order at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from assistant.core.orders.order import Item, Order
from assistant.core.orders.text import cards, goods, names, numbers, receivers, values
from assistant.core.orders.text.cards import Card
from assistant.core.orders.text.labels import WAYBILL, Loose, Told, fields
from assistant.core.orders.text.receivers import Receiver
from assistant.core.regions import Regions

LONGEST: Final = 4000  # characters; nobody copies a longer order
_WIDTHS: Final = {
    **{code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))},
    **dict.fromkeys(map(ord, "－‐‑–—﹣"), "-"),
    **dict.fromkeys(map(ord, "＊∗﹡"), "*"),
    **dict.fromkeys(map(ord, "\u3000\u00a0\u202f\u205f"), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    **dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0], None),
    **dict.fromkeys(map(ord, "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), "\n"),
    ord("＋"): "+", ord("［"): "[", ord("］"): "]", ord("＃"): "#", ord("．"): ".",
}  # fmt: skip
# Whose address this is: not the buyer's.
_OTHERS: Final = re.compile(
    r"(?:退货|退换货?|换货|售后|返修|维修|发货|寄件|发件|寄回|退回|本店|我们|我司|仓库|厂家|商家|卖家)[的人方]{0,2}"
    r"(?:收货|收件|联系|详细)?(?:地址|电话|姓名|手机|人|地)[ ]*[:：为是]|(?:寄回|退回|退到|寄到|退货|售后)[ ]*[:：为是]"
    r"|退货地址|寄件人|发件人|退货组|寄回地址|(?:自提|门店|公司)点?的?(?:地址|电话)|税号|纳税人|开户行|开户银行|信用代码|身份证号"
)
# Lines of a parcel's trace: the phones in them are couriers'.
_TRACE: Final = re.compile(
    r"派送中|正在派|派件|揽收|揽件|快件|签收人|运输中|下一站|已到达|已离开|已发出|快递员|业务员|投递员|取件码|"
    r"^\s*\d{4}[-/.]\d\d?[-/.]\d\d? \d\d?:\d\d.*(?:签收|包裹|网点|分拨|转运)"
)
_STATUS: Final = re.compile(
    r"(?:等待|待)(?:买家|卖家)?(?:付款|支付|发货|收货|出库|评价|确认收货)|(?:买家|卖家)?已(?:付款|支付|发货|出库|签收|收货|完成|关闭|取消|退款)"
    r"(?:[,，]等待(?:买家确认(?:收货)?|卖家发货))?|等待买家(?:付款|确认收货|确认)|等待卖家发货|交易(?:成功|关闭)|退款(?:中|成功)|未发货|备货中"
)
_MONEY: Final = ("order.paid", "order.amount", "order.refund")
_TIMES: Final = ("order.created_at", "order.paid_at", "order.shipped_at", "order.signed_at", "order.ship_by")
_TEXTS: Final = ("order.status", "order.memo", "order.buyer_message", "buyer.nick", "shop.name")
_PAID: Final = "已付款"
_SHOPS: Final = (
    ("淘宝", "taobao"),
    ("天猫", "taobao"),
    ("旺旺", "taobao"),
    ("京东", "jd"),
    ("拼多多", "pdd"),
    ("抖", "douyin"),
)


def read(text: str, regions: Callable[[], Regions]) -> Order | None:
    """The one order or receiver that ``text`` tells of, or None. Linear in the text; never raises.

    ``regions`` is asked only for text that can be one.
    """
    if not _promising(text):
        return None
    told, loose = fields(text.translate(_WIDTHS))
    lines = [piece for piece in loose if not _TRACE.search(piece.text)]
    table = regions()
    told, opened = receivers.opened(told, table)
    read_cards = sorted(
        [*opened, *((piece, cards.read(piece.text, table)) for piece in lines)], key=lambda one: one[0].line
    )
    if any(card.talks and not card.empty for _, card in read_cards) or _of_others(told, loose):
        return None
    receiver = receivers.put_together(told, read_cards, table)
    ids = _ids(told, [card for _, card in read_cards])
    if receiver is None or ids is None:
        return None
    extra = [piece for piece, card in read_cards if card.empty and not piece.sure and piece.line not in receiver.lines]
    facts = _facts(told, extra)
    return _judged(told, receiver, (ids, facts), goods.items(told, extra))


def _promising(text: str) -> bool:
    return len(text) <= LONGEST and len(text.strip()) >= 6


def _of_others(told: Sequence[Told], loose: Sequence[Loose]) -> bool:
    """Whether somebody else's address is told, wherever but in a remark."""
    values_told = [f"{one.label}:{one.value}" for one in told if one.key not in receivers.SAYINGS]
    return any(_OTHERS.search(text) for text in [*values_told, *(piece.text for piece in loose)])


def _ids(told: Sequence[Told], found: Sequence[Card]) -> tuple[str, bool] | None:
    """The order number and whether a label told it beyond doubt.

    None when there are several, or when one is a part of a sentence.
    """
    labelled: list[tuple[str, bool]] = []
    for one in told:
        if one.key == "order.id":
            number, rest = numbers.told_id(one.value)
            if number and names.speaks(rest) and not numbers.phones(rest)[0]:
                return None
            labelled += [(number, one.firm)] if number else []
    every = dict.fromkeys([*(number for number, _ in labelled), *(number for card in found for number in card.ids)])
    if len(every) > 1:
        return None
    return next(iter(every), ""), any(firm for _, firm in labelled)


def _facts(told: Sequence[Told], extra: Sequence[Loose]) -> dict[str, str]:
    """What is told of the order itself, its parcel and its buyer; the first telling counts."""
    facts: dict[str, str] = {}
    for one in told:
        if one.key == WAYBILL:
            _waybill(facts, one.value)
        elif one.key not in facts and (value := _value(one)):
            facts[one.key] = value
    for piece in extra:
        text = values.plain(piece.text)
        if _STATUS.fullmatch(text):
            facts.setdefault("order.status", text)
        elif len(text) < 40 and all(values.waybill(text)) and not names.speaks(_bare(text)):
            _waybill(facts, text)
    return facts


def _bare(text: str) -> str:
    return re.sub(r"快递|物流", "", text)


def _value(one: Told) -> str:
    if one.key in _MONEY:
        return values.money(one.value)
    if one.key in _TIMES:
        return values.moment(one.value)
    return values.plain(one.value) if one.key in _TEXTS else ""


def _waybill(facts: dict[str, str], text: str) -> None:
    for path, value in zip(("logistics.company", "logistics.no"), values.waybill(text), strict=True):
        if value:
            facts.setdefault(path, value)


def _judged(
    told: Sequence[Told], receiver: Receiver, known: tuple[tuple[str, bool], dict[str, str]], items: tuple[Item, ...]
) -> Order | None:
    """An order when enough is told; a number, a phone or an address alone is none."""
    (number, labelled), facts = known
    of_order = [path for path in facts if path.startswith("order.")]
    enough = (
        (number and (labelled or of_order or receiver.known))
        or receiver.enough
        or (receiver.named and receiver.reachable and (number or of_order))
        or ("buyer.nick" in facts and (of_order or receiver.known))
    )
    if not enough:
        return None
    if number:
        facts["order.id"] = number
    if "order.paid" in facts:
        facts.setdefault("order.status", _PAID)
    return Order(facts={**receiver.facts(), **facts}, items=items, platform=_platform(number, told))


def _platform(number: str, told: Sequence[Told]) -> str:
    if re.fullmatch(r"\d{6}-\d{15}", number):
        return "pdd"
    labels = " ".join(one.label for one in told)
    return next((platform for word, platform in _SHOPS if word in labels), "")
