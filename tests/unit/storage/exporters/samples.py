"""Phrases with everything that exporters have to carry, and such as try to break out of their cells."""

from __future__ import annotations

from datetime import date

from assistant import compose
from assistant.core.model import Attachment, Phrase, SendMode, Variant
from assistant.core.packs.outward import Cutter
from assistant.storage.exporters.work import Work

EMOTICONS = compose.load_rules().templates.emoticons
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf5000000301010018dd8db0"
    "0000000049454e44ae426082"
)
PICTURE = Attachment("a" * 64, "尺码表.png", "image/png")


def phrase(code: str, title: str, *texts: str, **more: object) -> Phrase:
    return Phrase(f"personal:{code or title}", code, title, tuple(map(Variant, texts)), layer="personal", **more)  # type: ignore[arg-type]


FULL = Phrase(
    "personal:full", "tk", "退款时效",
    (Variant("亲，{{ 买家 }}的退款1-3天到账{% emo 微笑 %}", "亲切"), Variant("Refunds take 1-3 days.", "专业", "en")),
    ("售后", "退款", "时效"), ("退款", "时效"), ("售后",), "先看订单状态",
    "personal", date(2026, 1, 2), date(2026, 12, 31), (PICTURE,), "ctrl+alt+t", SendMode.COPY,
)  # fmt: skip
HOSTILE = (
    phrase("q", "引号", "他说\"好\"，'行'"),
    phrase("n", "换行", "第一行\n第二行\n\n第四行"),
    phrase("eq", "等号", "=1+2"),
    phrase("plus", "加号", "+86 开头"),
    phrase("minus", "减号", "-1"),
    phrase("at", "艾特", "@SUM(A1)"),
    phrase("cmd", "命令", "=cmd|'/C calc'!A0"),
    phrase("comma", "逗号", "a,b;c\t d"),
    phrase("html", "<script>alert(1)</script>", "</p><script>alert(1)</script>&amp;"),
    phrase("md", "# *标题* [x](y)", "```\n# 不是标题\n```"),
    phrase("yaml", "&a !!python", "- *a: {b}\n# c\n---\n%x: !!python/object:os"),
    phrase("xml", "控制", "a]]>b_x000D_c"),
    phrase("pc", "百分号", "100%clipboard%|50%%"),
    phrase("brace", "花括号", '{{ "{{" }}x}} {{ "{%" }} y %}'),
    phrase("esp", "光标", "a$|$b [[c]] $CONFIG"),
)


def work(**more: object) -> Work:
    return Work(Cutter(EMOTICONS), **more)  # type: ignore[arg-type]
