"""Rules that the agent has shown: where the buyer's nick stands in the titles of one program."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from assistant.core import titles
from assistant.core.errors import SettingProblem

LONGEST = 64  # characters of a nick
_MOST = 100
_LONGEST_TEXT = 200
_KEYS = {"program", "before", "after", "page", "nobody"}
# What is not the same in the next title of the same chat: counters, numbers of orders, how many messages.
_CHANGING = re.compile(
    rf"\s*(?P<count>{titles.COUNTER.pattern})\s*|(?P<number>\d{{5,}})|(?P<few>\d+\+?)(?=\s?[条个封])"
)


@dataclass(frozen=True, slots=True)
class Taught:
    """Between ``before`` and ``after`` stands the nick in titles of ``program``; in them, digits that change are zeros.

    ``page`` rules are for pages in a browser's window, without the browser's own words. ``nobody``: no title of this
    program holds a buyer.
    """

    program: str
    before: str = ""
    after: str = ""
    page: bool = False
    nobody: bool = False

    def nick(self, title: str) -> str:
        """Who is named in a title of this program; empty when it is none of this shape."""
        end = titles.page_end(title)
        if self.nobody or self.page is (end == len(title)):
            return ""
        found = _shape(self.before, self.after).fullmatch(title, titles.lead_end(title), end)
        return found["nick"].strip() if found else ""


def teach(program: str, title: str, start: int, end: int) -> Taught | None:
    """The rule by which ``title[start:end]`` is the nick; None when nothing of the mark can be one.

    What comes and goes at the ends of a title is no part of the mark. A page's whole title is no nick either: every
    page would name somebody.
    """
    first, last = titles.lead_end(title), titles.page_end(title)
    start = max(start, first)
    end = max(start, min(end, last))
    marked = title[start:end]
    start, end = end - len(marked.lstrip()), start + len(marked.rstrip())
    page = last < len(title)
    before, after = _settled(title[first:start]).lstrip(), _settled(title[end:last]).rstrip()
    rule = Taught(program, before, after, page)
    alone = page and not (before + after)
    long = max(len(before), len(after), len(program)) > _LONGEST_TEXT
    if start >= end or alone or long or rule.nick(title) != title[start:end]:
        return None
    return rule


def nick(rules: Iterable[Taught], program: str, title: str) -> str | None:
    """Who is named by the first of the rules that fits; None when no rule is about this program."""
    own = [rule for rule in rules if rule.program == program]
    return next(filter(None, (rule.nick(title) for rule in own)), "") if own else None


def added(rules: Iterable[Taught], rule: Taught) -> tuple[Taught, ...]:
    """With ``rule`` in front; one that says nobody and others about the same program put each other out."""
    rest = [old for old in rules if old != rule]
    rest = [old for old in rest if old.program != rule.program or not (rule.nobody or old.nobody)]
    return (rule, *rest)[:_MOST]


def without(rules: Iterable[Taught], program: str) -> tuple[Taught, ...]:
    """All but those about one program."""
    return tuple(rule for rule in rules if rule.program != program)


@lru_cache(maxsize=4)
def parse(text: str) -> tuple[Taught, ...]:
    """Read what :func:`dump` wrote. Raises SettingProblem for anything else."""
    try:
        tables = json.loads(text)
        if not isinstance(tables, list) or len(tables) > _MOST:
            raise ValueError
        return tuple(_rule(table) for table in tables)
    except (ValueError, RecursionError, AttributeError, TypeError, KeyError) as error:
        raise SettingProblem("教过的认买家的方法读不懂。", "请在设置的“聊天程序”一页重新教一次。") from error


def dump(rules: Iterable[Taught]) -> str:
    """As one line of text."""
    return json.dumps([_table(rule) for rule in rules])


def _settled(text: str) -> str:
    """With zeros for the digits that change, so that no number of an order is kept."""
    return _CHANGING.sub(lambda found: re.sub(r"\d", "0", found[0]), text)


@lru_cache(maxsize=128)
def _shape(before: str, after: str) -> re.Pattern[str]:
    return re.compile(rf"\s*+{_pattern(before)}(?P<nick>\S|\S.{{0,{LONGEST - 2}}}?\S){_pattern(after)}\s*")


def _pattern(text: str) -> str:
    """A literal text as a pattern; counters may be there or not."""
    parts, done = [], 0
    for found in _CHANGING.finditer(text):
        parts.append(re.escape(text[done : found.start()]))
        if found["count"]:
            parts.append(rf"(?>\s*(?:{titles.COUNTER.pattern})?\s*)")  # atomic: many blanks cost no time
        else:
            parts.append(r"\d{5,}" if found["number"] else r"\d+\+?")
        done = found.end()
    return "".join(parts) + re.escape(text[done:])


def _rule(table: Mapping[str, Any]) -> Taught:
    if not set(table) <= _KEYS or not table["program"]:
        raise KeyError
    for key, value in table.items():
        if not isinstance(value, bool if key in ("page", "nobody") else str) or len(str(value)) > _LONGEST_TEXT:
            raise TypeError
    return Taught(**table)


def _table(rule: Taught) -> dict[str, object]:
    return {key: value for key in sorted(_KEYS) if (value := getattr(rule, key))}
