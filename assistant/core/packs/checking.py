"""The check of phrases before they spread: everything that a lead would want to know, in one pass.

:func:`search` reports how far it is between small pieces of work and can be left at any time; :func:`check` does it in
one go. Both take phrases in the order in which they stand, so that of two that clash the later one is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Sequence
from typing import Final

from assistant.core.model import Phrase
from assistant.core.packs.check_rules import BY_NAME, RULES, Remarked, Rule, Severity
from assistant.core.packs.check_texts import Ground, TextCheck
from assistant.core.packs.check_whole import WholeCheck
from assistant.core.packs.progress import Progress, Stopped, always

__all__ = ["BY_NAME", "RULES", "Ground", "Remarked", "Rule", "Severity", "check", "counts", "search"]

_STEP = 20  # phrases between two reports
_COMPARING: Final = frozenset(("same", "similar", "same-wording"))


def search(phrases: Sequence[Phrase], ground: Ground) -> Generator[float, None, tuple[Remarked, ...]]:
    """Check ``phrases``; the part that is done, 0 to 1, now and then, and in the end what was found.

    What is said of one phrase stands together, the gravest first.
    """
    texts = TextCheck(ground)
    whole = WholeCheck(ground.today, ground.has_file, ground.fold)
    compare = not ground.without >= _COMPARING
    found: list[Remarked] = []
    for number, phrase in enumerate(phrases):
        told = [*texts.remarks(phrase), *whole.remarks(phrase, compare=compare)]
        if told:
            found += sorted((one for one in told if one.rule not in ground.without), key=lambda one: one.order)
        if not number % _STEP:
            yield number / len(phrases)
    return tuple(found)


def check(phrases: Sequence[Phrase], ground: Ground, progress: Progress = always) -> tuple[Remarked, ...]:
    """The same in one go. Raises Stopped when ``progress`` says no."""
    work = search(phrases, ground)
    while True:
        try:
            done = next(work)
        except StopIteration as end:
            found: tuple[Remarked, ...] = end.value
            return found
        if not progress(done):
            raise Stopped


def counts(found: Iterable[Remarked]) -> dict[Severity, int]:
    """How many there are of each severity, also of those of which there are none."""
    told = Counter(one.severity for one in found)
    return {severity: told[severity] for severity in Severity}
