"""Orders in the words of the popup."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assistant.core.orders import order as orders
from assistant.core.orders.order import Order
from assistant.engine.orders import Choice, foreign
from assistant.ui.order_bar import NO_ORDER, OrderNote
from assistant.ui.order_chooser import OrderRow


def note(choice: Choice, buyer: str) -> OrderNote:
    """What the bar says over the chat with ``buyer``."""
    if not choice.orders:
        return NO_ORDER
    order = choice.order
    if order is None:
        return OrderNote("", 0, len(choice.orders))
    label, others = orders.label(order), foreign(order, buyer)
    if order.nick and (others or not buyer):  # where the window names nobody, the agent has to look
        label = QCoreApplication.translate("OrderWords", "{nick} 的{order}").format(nick=order.nick, order=label)
    return OrderNote(label, choice.place + 1, len(choice.orders), others)


def rows(choice: Choice, places: tuple[int, ...]) -> tuple[OrderRow, ...]:
    """Cards for these of the orders."""
    return tuple(OrderRow(place, orders.label(choice.orders[place]), _detail(choice.orders[place])) for place in places)


def _detail(order: Order) -> str:
    paid, created = order.get("order.paid") or order.get("order.amount"), order.get("order.created_at")
    items = "、".join(" ".join(filter(None, (item.title, item.sku))) for item in order.items if item.title)
    ordered = QCoreApplication.translate("OrderWords", "{day} 下单").format(day=created[:10]) if created else ""
    return " · ".join(filter(None, (items, f"¥{paid}" if paid else "", ordered)))
