"""Distinct replies to paste: short, with several lines, and of 2,000 characters, all with Chinese and emoji."""

from __future__ import annotations

import random

PARTS = [
    "亲，您好呀", "这款现货在仓", "今天16:00前付款当天发出", "一般2-4天送到哦", "尺码偏大一码，建议拍M", "面料是纯棉的，不起球",
    "运费险已经给您开通", "签收后7天内可以退换", "麻烦您核对一下收货地址", "稍等，小二马上帮您查询物流", "VIP members enjoy free shipping",
    "優惠券已經發給您", "満足いただけますように", "¥1,299.00 起", "“全新”与‘九成新’", "①②③ ★☆", "𠮷野家联名款", "naïve café",
]  # fmt: skip
EMOJI = ["😊", "🌹", "❤️", "👨‍👩‍👧", "🇨🇳", "💪🏻", "📦", "🚚", "1️⃣", "🥰", "☀️", "🏴‍☠️"]
MARKS = ["，", "。", "！", "～", " "]


def text(i: int, seed: int = 7) -> str:
    """The i-th text: of ten, three have several lines and one has 2,000 characters.

    It begins and ends with marks of its own, and arrives whole also by IRC: no empty lines, no spaces at line ends.
    """
    rnd = random.Random(f"{seed}/{i}")
    size = 2000 if i % 10 == 7 else rnd.randrange(20, 220)
    lines = rnd.randrange(2, 6) if i % 10 in (1, 4, 8) else 1
    head, tail = f"【甲{i:03d}】", f"【乙{i:03d}】"
    body = []
    for _ in range(lines):
        line = ""
        while len(line) < max(8, (size - len(head + tail) - lines) // lines):
            line += rnd.choice(PARTS) + rnd.choice(EMOJI) + rnd.choice(MARKS)
        body.append(line[: size - len(head + tail)].strip(" \u200d") if lines == 1 else line.strip())
    return (head + "\n".join(body) + tail).ljust(2000 if size == 2000 else 0, "。")


def code(i: int) -> str:
    """A code for the i-th text that is part of no other code and of no text."""
    return f"zq{i:04d}x"
