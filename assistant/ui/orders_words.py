"""What orders are called in the language of the interface: their states, and the platforms that they come from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def state_name(state: str) -> str:
    """A state of :mod:`assistant.core.orders.order`; itself when it is another."""
    tr = QCoreApplication.translate
    known = {
        "待付款": tr("OrdersWords", "待付款"), "待发货": tr("OrdersWords", "待发货"),
        "已发货": tr("OrdersWords", "已发货"), "已签收": tr("OrdersWords", "已签收"),
        "退款中": tr("OrdersWords", "退款中"), "已完成": tr("OrdersWords", "已完成"),
        "已关闭": tr("OrdersWords", "已关闭"),
    }  # fmt: skip
    return known.get(state, state)


def place_name(place: str) -> str:
    """A platform by its short name; a shop has its own name."""
    tr = QCoreApplication.translate
    known = {
        "taobao": tr("OrdersWords", "淘宝 / 天猫"), "pdd": tr("OrdersWords", "拼多多"),
        "douyin": tr("OrdersWords", "抖店"), "jd": tr("OrdersWords", "京东"),
    }  # fmt: skip
    return known.get(place, place)
