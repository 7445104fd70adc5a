"""What is said of a signature, as the agent reads it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assistant.core.packs.trust import Reason, Verdict


def told(verdict: Verdict) -> str:
    """Every sentence of a verdict, and what to do."""
    sentences = [said.fill(sentence(said.reason)) for said in verdict.said]
    return "".join((*sentences, step(max(verdict.said, key=lambda said: said.reason.need).reason)))


def sentence(reason: Reason) -> str:
    """The sentence for a reason, with ``{name}`` and others still to fill."""
    tr = QCoreApplication.translate
    sentences = {
        Reason.OWN: tr("Trust", "由您自己的密钥签名。"),
        Reason.TRUSTED: tr("Trust", "由您信任的“{name}”签名。"),
        Reason.FOLLOWED: tr("Trust", "“{name}”换了新密钥，原来的密钥为它作了保，照旧信任。"),
        Reason.UNSIGNED: tr("Trust", "这个话术包没有签名，看不出是谁做的。"),
        Reason.OLDER: tr("Trust", "这是旧版本 {version}，您这里已经有过 {newest}。"),
        Reason.REWRITTEN: tr("Trust", "版本同样是 {version}，内容却和上次的不一样。"),
        Reason.RETIRED: tr("Trust", "“{name}”已经换了新密钥，这个话术包却用旧密钥签名。"),
        Reason.OTHER_LEAD: tr(
            "Trust", "这个话术包以前用“{before}”的另一把密钥签名，这次用的是您也信任的“{name}”的密钥。"
        ),
        Reason.UNKNOWN: tr("Trust", "签名完好，但您还没有信任过这把密钥，它自称“{name}”。"),
        Reason.REMOVED: tr("Trust", "您已经不再信任“{name}”的这把密钥。"),
        Reason.SPOOFED: tr("Trust", "它自称“{name}”，密钥却不是您信任的“{before}”那一把，可能有人冒名。"),
        Reason.CHANGED: tr("Trust", "这个话术包以前由“{before}”签名，这次换成了另一把密钥，自称“{name}”。"),
        Reason.STRIPPED: tr("Trust", "这个话术包以前有“{before}”的签名，这次没有，可能被人改过。"),
        Reason.BROKEN: tr("Trust", "签名和内容对不上：话术包签名以后被改过，或者传送时损坏了。"),
        Reason.UNSUPPORTED: tr("Trust", "它的签名方式小二快答还不认识，不能核实。"),
    }
    return sentences[reason]


def step(reason: Reason) -> str:
    """What to do for a reason; empty when there is nothing to do."""
    tr = QCoreApplication.translate
    in_person = tr("Trust", "请当面或打电话和主管核对指纹。")
    steps = {
        Reason.UNSIGNED: tr("Trust", "确定来历再安装。"),
        Reason.OLDER: tr("Trust", "确定要退回旧版本再安装。"),
        Reason.REWRITTEN: tr("Trust", "请先问问主管改了什么。"),
        Reason.RETIRED: tr("Trust", "请先问主管为什么不用新密钥。"),
        Reason.OTHER_LEAD: tr("Trust", "请先问清楚是谁在管它。"),
        Reason.UNKNOWN: tr("Trust", "请和主管核对指纹，一致再信任。"),
        Reason.REMOVED: tr("Trust", "请和主管核对指纹，一致再重新信任。"),
        Reason.SPOOFED: in_person,
        Reason.CHANGED: in_person,
        Reason.STRIPPED: tr("Trust", "请向主管要签过名的话术包。"),
        Reason.BROKEN: tr("Trust", "请向主管重新要一份。"),
        Reason.UNSUPPORTED: tr("Trust", "请升级小二快答，或向主管重新要一份。"),
    }
    return steps.get(reason, "")
