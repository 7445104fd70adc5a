"""Which wording of a phrase this buyer hears."""

from __future__ import annotations

from collections.abc import Collection

from assistant.core.model import Phrase, Variant


def choose(phrase: Phrase, tone: str, language: str, already_used: Collection[int]) -> int:
    """The index of the best wording.

    The language comes first (the exact one, then the same without its region), then the tone (the same, then one
    for any tone). Among equal wordings: one that this buyer has not heard, else the one heard longest ago, if
    ``already_used`` is in the order of use. The same question always gets the same answer.
    """

    def fit(index: int) -> tuple[int, int]:
        variant = phrase.variants[index]
        return _language_fit(variant, language), _tone_fit(variant, tone)

    heard = {index: order for order, index in enumerate(already_used)}
    best = max(map(fit, range(len(phrase.variants))))
    equals = [index for index in range(len(phrase.variants)) if fit(index) == best]
    return min(equals, key=lambda index: (heard.get(index, -1), index))


def _language_fit(variant: Variant, language: str) -> int:
    have, want = variant.language.lower(), language.lower()
    if have == want:
        return 2
    return int(have.split("-")[0] == want.split("-")[0])


def _tone_fit(variant: Variant, tone: str) -> int:
    if variant.tone == tone:
        return 2
    return int(not variant.tone)
