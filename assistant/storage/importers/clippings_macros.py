"""Placeholders of Clippings: ``$[NAME]``, ``$[NAME{default}]``, ``$[NAME{a|b}]``, ``$[DATE(YYYY-MM-DD)]``, ``#[N]``."""

from __future__ import annotations

import re
from typing import Final

from assistant.core.packs import html_text, macros
from assistant.core.packs.macros import Converted, Notes

MACRO: Final = re.compile(r"([$#])\[([^\[\]{}()|\n]{1,100})(?:\{([^{}]{0,1000})\}|\(([^()\[\]\n]{1,100})\))?\]")
_MOMENTS: Final = {"DATE": "now.date", "TIME": "now.time"}
_OF_BROWSERS: Final = frozenset(["HOSTAPP", "UA"])


def converted(text: str) -> Converted:
    """``text`` as a template; HTML becomes plain text first."""
    notes = Notes()
    if html_text.is_html(text):
        notes.say("网页格式（HTML）改成了纯文字。")
        text = html_text.plain(text)
    return macros.rewritten(text, MACRO, _said, notes)


def _said(found: re.Match[str], notes: Notes) -> str | None:
    sign, name, preset, pattern = found.groups()
    if sign == "#":
        notes.say(f"“{found[0][:40]}”原来自动编号，改成了由客服填写。")
        said = macros.question(name)
    elif name in _MOMENTS and preset is None:
        said = macros.date("moment", pattern) if pattern else macros.show(_MOMENTS[name])
    elif name in _OF_BROWSERS or pattern:
        said = None
    else:
        said = _question(name, preset or "")
    if said is None:
        notes.kept(found[0])
    return said


def _question(name: str, preset: str) -> str | None:
    choices = [choice.strip() for choice in preset.split("|")]
    return macros.question(name, "", choices) if len(choices) > 1 else macros.question(name, preset)
