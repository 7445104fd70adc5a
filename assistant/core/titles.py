"""What comes and goes in a window's title, or belongs to the browser, and never names anybody.

Chromium and Chrome end the title with ``- Google Chrome``, Firefox with ``— Mozilla Firefox``, Edge with the count of
other pages, the name of the profile and ``- Microsoft Edge`` with a zero-width space in it. Pages of chat desks and
chat programs put unread counters and typing marks in front.
"""

from __future__ import annotations

import re

_OTHER_PAGES = r" (?:和另外 \d+ 个(?:页面|標籤頁|分頁)|及其他 \d+ 個[^-]{1,6}|and \d+ more pages?)"
_PROFILES = r"(?:个人|個人|工作|Personal|Work|用户配置 ?\d+|配置 ?\d+|Profile \d+|来宾|Guest|\[InPrivate\])"
_EDGE_NAME = r" ?[-–—] Microsoft[\u200b-\u200f\ufeff]? ?Edge(?: Beta| Dev| Canary)?"
_SECRET = r"(?: ?[(（](?:Incognito|Guest|Private Browsing|无痕模式|隐身模式|無痕模式|访客|隐私浏览|隱私瀏覽)[)）])?"
_VERSION = r"(?: [\d.]+)?"
_BROWSERS = (
    rf"Google Chrome|Chromium|Brave|Vivaldi|Opera|360安全浏览器{_VERSION}|360极速浏览器X?{_VERSION}|"
    r"QQ浏览器|搜狗高速浏览器|双核浏览器|联想浏览器"
)
_TAIL = re.compile(
    rf"(?:{_OTHER_PAGES}(?: ?[-–—] [^-–—]{{1,40}}?)?{_EDGE_NAME}"
    rf"|(?: ?[-–—] {_PROFILES})?{_EDGE_NAME}"
    rf"| ?[-–—] (?:{_BROWSERS}){_SECRET}"
    rf"| ?[-–—] (?:Mozilla )?Firefox(?: Private Browsing| 隐私浏览| 隱私瀏覽)?{_SECRET})$"
)
_OPEN, _CLOSE = r"[(（\[【]", r"[)）\]】]"
_COUNT = rf"{_OPEN}\d{{1,4}}\+?{_CLOSE}"
_NEWS = rf"{_OPEN}\d{{1,4}}\+? ?[条个封]?(?:新消息|未读消息|未读|消息){_CLOSE}"
_LEAD = re.compile(rf"(?:{_COUNT}|{_NEWS}|[(\[]\*+[)\]]|[•●*](?=\s?\S))\s*")
COUNTER = re.compile(_COUNT)


def page_end(title: str) -> int:
    """Where a browser's own words begin: all before is the page's title. The end of the title when there are none."""
    found = _TAIL.search(title)
    return found.start() if found else len(title)


def lead_end(title: str) -> int:
    """Where an unread counter or a mark of typing ends in front; 0 when there is none."""
    found = _LEAD.match(title)
    return found.end() if found else 0
