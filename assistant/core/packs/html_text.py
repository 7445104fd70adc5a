"""Plain text of a phrase that another program keeps as HTML."""

from __future__ import annotations

import html
import re
from typing import Final

_TAGS: Final = (
    "a abbr b big blockquote body br center cite code dd del div dl dt em font h1 h2 h3 h4 h5 h6 head hr html i img "
    "ins li mark meta ol p pre q s small span strike strong sub sup table tbody td th thead title tr tt u ul var"
)
_NAMES: Final = "|".join(sorted(_TAGS.split(), key=len, reverse=True))
_TAG: Final = re.compile(rf"</?({_NAMES})(?:\s[^<>]{{0,4000}})?/?>", re.IGNORECASE)
_LINES: Final = re.compile("blockquote|br|div|d[dlt]|h[1-6r]|li|ol|p|pre|table|tr|ul")
_MANY: Final = re.compile(r"\n{3,}")
_HIDDEN: Final = ("script", "style")


def is_html(text: str) -> bool:
    """Whether ``text`` holds a tag of HTML."""
    return bool(_TAG.search(text))


def plain(text: str) -> str:
    """``text`` without its tags: a new line where a paragraph, a heading, a row or an entry begins or ends."""
    for name in _HIDDEN:
        text = _without(text, name)
    flat = _TAG.sub(lambda tag: "\n" if _LINES.fullmatch(tag[1].lower()) else "", text)
    lines = (line.strip(" \t") for line in html.unescape(flat).replace("\u00a0", " ").split("\n"))
    return _MANY.sub("\n\n", "\n".join(lines)).strip("\n")


def _without(text: str, name: str) -> str:
    """``text`` without the elements ``name`` and what stands in them."""
    folded = text.lower()
    if len(folded) != len(text):
        return text
    parts: list[str] = []
    position = 0
    while (start := folded.find(f"<{name}", position)) >= 0:
        end = folded.find(f"</{name}>", start)
        if end < 0:
            break
        parts.append(text[position:start])
        position = end + len(name) + 3
    return "".join((*parts, text[position:]))
