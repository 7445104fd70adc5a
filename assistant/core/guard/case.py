"""What the guard is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from assistant.core.emoticons import Emoticons
from assistant.core.guard.rules import BLOCK, CONFIRM, Rules, Severity
from assistant.core.model import Draft, Phrase, Target
from assistant.core.orders.order import Order

Span = tuple[int, int]
"""The first character and the one after the last."""

_NO_FACTS: Mapping[str, str] = {}
_RULES = Rules()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A draft on its way out, with all that can be known about it.

    ``same_chat``: the window still shows the chat that the popup was opened over. ``phrase`` is what the draft was made
    from. ``order`` is the one whose facts were used, None when none were. ``facts`` are those that it was filled from,
    by path. ``said``: this very sentence went to this buyer today; ``other`` is another wording of the phrase, filled.
    """

    draft: Draft
    target: Target
    same_chat: bool = True
    phrase: Phrase | None = None
    order: Order | None = field(default=None, repr=False)
    facts: Mapping[str, str] = field(default_factory=lambda: _NO_FACTS, repr=False)
    now: datetime | None = None
    said: bool = False
    other: Draft | None = field(default=None, repr=False)
    rules: Rules = _RULES
    emoticons: Emoticons | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """What would be pasted."""
        return self.draft.text

    @property
    def source(self) -> str:
        """The template of the wording, "" when it is not known."""
        number = self.draft.variant
        known = self.phrase and 0 <= number < len(self.phrase.variants)
        return self.phrase.variants[number].text if self.phrase and known else ""

    @property
    def platform(self) -> frozenset[str]:
        """The names that the chat program goes by: its profile's, the parts of that, its emoticons' dialect."""
        profile = self.target.profile
        return frozenset((profile.name, profile.dialect, *profile.name.split("_")))


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in the place of the characters from ``start`` to before ``end``."""

    start: int
    end: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Fix:
    """A way out: ``edits`` of the draft's text, or another draft ``instead``. ``label`` says it on a button."""

    label: str
    edits: tuple[Edit, ...] = ()
    instead: Draft | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Hit:
    """What one rule has to say: a sentence, the places in the draft's text that it is about, a way out if there is.

    ``versus`` are two buyers that were taken for one: the order's, and the one in front.
    """

    sentence: str = field(repr=False)  # may quote a buyer
    spans: tuple[Span, ...] = ()
    fix: Fix | None = None
    versus: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not right, by the name of its rule; the rest is as in :class:`Hit`."""

    sentence: str = field(repr=False)
    rule: str = ""
    spans: tuple[Span, ...] = ()
    severity: Severity = CONFIRM
    fix: Fix | None = None
    versus: tuple[str, ...] = field(default=(), repr=False)

    @property
    def blocking(self) -> bool:
        """Whether no confirmation lifts it."""
        return self.severity >= BLOCK


@dataclass(frozen=True, slots=True)
class Verdict:
    """All findings about a draft, those that block first; none = it may go out."""

    findings: tuple[Finding, ...] = ()

    @property
    def clean(self) -> bool:
        """Nothing found."""
        return not self.findings

    @property
    def blocked(self) -> bool:
        """Something that no confirmation lifts."""
        return any(f.blocking for f in self.findings)


def fixed(draft: Draft, fixes: Sequence[Fix]) -> Draft:
    """The draft after these. Another draft comes instead of everything; of edits that overlap the first one counts."""
    for fix in fixes:
        if fix.instead is not None:
            return replace(fix.instead, send=draft.send)
    text = draft.text
    edits = sorted({(edit.start, edit.end, edit.text) for fix in fixes for edit in fix.edits})
    for first, last, new in reversed(_apart(edits)):
        text = text[:first] + new + text[last:]
    return replace(draft, text=text)


def _apart(edits: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for edit in edits:
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept
