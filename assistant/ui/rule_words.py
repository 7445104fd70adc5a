"""The rules of the guard, as the agent reads them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assistant.core.guard.rules import Severity


def told(name: str) -> tuple[str, str]:
    """Label and explanation of a rule; its name for one that is not ours."""
    tr = QCoreApplication.translate
    known = {
        "empty": (tr("Rules", "空的回复"), tr("Rules", "填好以后没有可发的内容。")),
        "unfilled": (tr("Rules", "没填好的地方"), tr("Rules", "回复里还留着 〔订单号〕、{{ }} 这样的记号。")),
        "chat": (tr("Rules", "换了对话"), tr("Rules", "弹窗打开以后，聊天窗口换了买家。")),
        "buyer": (tr("Rules", "别人的订单"), tr("Rules", "用到的订单不是眼前这位买家的。")),
        "phone": (tr("Rules", "完整电话"), tr("Rules", "回复里有完整的手机号或座机号，话术本身并没有要它。")),
        "address": (tr("Rules", "完整地址"), tr("Rules", "回复里有完整的收货地址，话术本身并没有要它。")),
        "ad": (tr("Rules", "广告禁用语"), tr("Rules", "最、第一、国家级等广告法不允许的说法。")),
        "lure": (tr("Rules", "引到平台外"), tr("Rules", "加微信、私下转账、好评返现等平台会处罚的说法。")),
        "insult": (tr("Rules", "辱骂"), tr("Rules", "伤人的话。")),
        "promise": (tr("Rules", "做不到的承诺"), tr("Rules", "保证、永久、一定能到等容易引起投诉的说法。")),
        "refuse": (tr("Rules", "生硬的话"), tr("Rules", "听起来像拒绝或责备，没有给出下一步。")),
        "own": (tr("Rules", "自己的敏感词"), tr("Rules", "下面自己添加的词语。")),
        "length": (tr("Rules", "太长"), tr("Rules", "超过聊天程序一条消息的字数。")),
        "faces": (tr("Rules", "表情太多"), tr("Rules", "超过聊天程序一条消息的表情个数。")),
        "codes": (tr("Rules", "别处的表情代码"), tr("Rules", "在这个聊天程序里只会显示成文字。")),
        "expired": (tr("Rules", "不在有效期"), tr("Rules", "话术过期了，或者还没到可以用的日子。")),
        "repeated": (tr("Rules", "重复发送"), tr("Rules", "同样的话今天已经发给过这位买家。")),
    }
    return known.get(name, (name, ""))


def level(severity: Severity) -> str:
    """What a severity means for the paste."""
    tr = QCoreApplication.translate
    words = {
        Severity.OFF: tr("Rules", "不检查"),
        Severity.CONFIRM: tr("Rules", "提醒"),
        Severity.BLOCK: tr("Rules", "禁止"),
    }
    return words[severity]
