"""Words of the trade that are values in phrases and settings, as the agent reads them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def term(word: str) -> str:
    """``word`` in the language of the interface; itself when it is none of ours."""
    tr = QCoreApplication.translate
    known = {
        "售前": tr("Terms", "售前"), "售中": tr("Terms", "售中"), "售后": tr("Terms", "售后"),
        "投诉": tr("Terms", "投诉"), "技术": tr("Terms", "技术"),
        "亲切": tr("Terms", "亲切"), "专业": tr("Terms", "专业"), "活泼": tr("Terms", "活泼"),
        "当前窗口": tr("Terms", "当前窗口"), "练习聊天": tr("Terms", "练习聊天"),
        "千牛 / 旺旺": tr("Terms", "千牛 / 旺旺"),
        "微信": tr("Terms", "微信"), "抖店飞鸽": tr("Terms", "抖店飞鸽"), "网页聊天": tr("Terms", "网页聊天"),
        "抖店飞鸽（网页）": tr("Terms", "抖店飞鸽（网页）"), "终端": tr("Terms", "终端"),
        "千牛 / 旺旺（网页）": tr("Terms", "千牛 / 旺旺（网页）"), "微信小程序": tr("Terms", "微信小程序"),
        "企业微信": tr("Terms", "企业微信"), "钉钉": tr("Terms", "钉钉"), "飞书": tr("Terms", "飞书"),
        "拼多多": tr("Terms", "拼多多"), "拼多多（网页）": tr("Terms", "拼多多（网页）"),
        "京东咚咚": tr("Terms", "京东咚咚"), "京东咚咚（网页）": tr("Terms", "京东咚咚（网页）"),
        "待发货的订单": tr("Terms", "待发货的订单"), "待付款的订单": tr("Terms", "待付款的订单"),
        "已发货的订单": tr("Terms", "已发货的订单"), "已签收的订单": tr("Terms", "已签收的订单"),
        "退款中的订单": tr("Terms", "退款中的订单"), "没有订单": tr("Terms", "没有订单"),
    }  # fmt: skip
    return known.get(word, word)
