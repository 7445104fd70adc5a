"""What is checked before a draft may be pasted: facts about the draft and the chat, never the person's taste."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from assistant.core.guard import facts as guard_facts
from assistant.core.guard import text as guard_text
from assistant.core.guard.case import Case, Edit, Finding, Fix, Hit, Span, Verdict, fixed
from assistant.core.guard.rules import CATEGORIES, OFF, OWN, RULES

__all__ = ["Case", "Edit", "Finding", "Fix", "Hit", "Span", "Verdict", "check", "fixed"]


def check(case: Case) -> Verdict:
    """Judge a draft by the rules that hold. Never raises; the strictest findings come first."""
    found: list[Finding] = []
    words = guard_text.words(case)
    for rule in RULES:
        severity = case.rules.severity(rule.name)
        if severity is OFF:
            continue
        hits = _CHECKS[rule.name](case) if rule.name in _CHECKS else _listed(words, rule.name)
        found += (Finding(hit.sentence, rule.name, hit.spans, severity, hit.fix, hit.versus) for hit in hits)
    return Verdict(tuple(sorted(found, key=lambda finding: -finding.severity)))


def _listed(words: Mapping[str, list[Hit]], category: str) -> Iterable[Hit]:
    """What was found of a category; words of none that is known are the shop's own."""
    others = (hits for name, hits in words.items() if name not in CATEGORIES) if category == OWN else ()
    return [*words.get(category, ()), *(hit for hits in others for hit in hits)]


def _chat(case: Case) -> Iterator[Hit]:
    if not case.same_chat:
        yield Hit("聊天窗口换了对话，现在的买家可能不是刚才那位。")


def _expired(case: Case) -> Iterator[Hit]:
    phrase, day = case.phrase, case.now.date() if case.now else None
    if phrase is None or day is None or phrase.valid_on(day):
        return
    if phrase.valid_until and day > phrase.valid_until:
        until = phrase.valid_until
        yield Hit(f"这条话术 {until.month} 月 {until.day} 日就到期了，内容可能不对。")
    elif phrase.valid_from:
        start = phrase.valid_from
        yield Hit(f"这条话术 {start.month} 月 {start.day} 日才开始用，现在说还早。")


def _repeated(case: Case) -> Iterator[Hit]:
    if case.said:
        fix = Fix("换一种说法", instead=case.other) if case.other and case.other.text != case.text else None
        yield Hit("同样的话今天已经发给过这位买家。", (), fix)


_CHECKS: Final[Mapping[str, Callable[[Case], Iterator[Hit]]]] = MappingProxyType(
    {
        "empty": guard_text.empty,
        "unfilled": guard_text.unfilled,
        "chat": _chat,
        "buyer": guard_facts.buyer,
        "phone": guard_facts.phone,
        "address": guard_facts.address,
        "length": guard_text.too_long,
        "faces": guard_text.faces,
        "codes": guard_text.codes,
        "expired": _expired,
        "repeated": _repeated,
    }
)
