"""A phrase library of any size, the same for the same seed: titles, texts, codes and use as shops have them.

Titles have 4 to 14 characters and are nearly all distinct, texts about 155 characters with fields, Latin words, digits
and some emoji. Most phrases were never used; how often the others were falls off as 1 / rank.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.core.model import Phrase, Variant
from assistant.core.ranking import frecency
from tests.search import vocabulary as v

NOW = datetime.fromisoformat("2026-11-20T12:00:00+08:00").timestamp()
DAY = 86_400.0
SHORTEST, LONGEST = 4, 14  # characters of a title
TEXT = 132  # a text is long enough before its closing sentence when it has so many characters
EMOJI_SHARE = 0.35  # of the sentences that could carry one


@dataclass(frozen=True, slots=True)
class Library:
    """Phrases in their order, how often each was used, and frecency by id at NOW."""

    phrases: list[Phrase]
    uses: dict[str, int]
    scores: dict[str, float]


def library(size: int, seed: int = 1) -> Library:
    """``size`` phrases. The first of a larger library are not those of a smaller one: used ones are spread."""
    rng = random.Random(f"{seed}/{size}")
    maker = _Maker(rng)
    phrases = [maker.phrase() for _ in range(size)]
    uses, scores = {}, {}
    used = rng.sample(phrases, min(size, int(12 * math.sqrt(size))))
    for rank, phrase in enumerate(used, 1):
        uses[phrase.id] = 1 + int(3000 / rank * rng.uniform(0.5, 1.0))
        age = rng.expovariate(1 / (2 + 60 * rank / len(used))) * DAY
        scores[phrase.id] = frecency(uses[phrase.id], age)
    return Library(phrases, uses, scores)


class _Maker:
    """Hands out one phrase after the other, with titles and codes that it has not given yet."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._products = [(group, word) for group, words in v.PRODUCTS.items() for word in words]
        self._topics = [(group, word) for group, words in v.TOPICS.items() for word in words]
        pairs = [a + b for a in "abcdefghjklmnpqrstwxyz" for b in "abcdefghijklmnopqrstuwxyz"]
        self._letters = dict(zip((word for _, word in self._topics), rng.sample(pairs, len(self._topics)), strict=True))
        self._numbers: dict[str, int] = {}
        self._titles: set[str] = set()

    def phrase(self) -> Phrase:
        rng = self._rng
        shop, product = rng.choice(self._products)
        group, topic = rng.choice(self._topics)
        title = self._title(product, topic)
        letters = self._letters[topic]
        number = self._numbers[letters] = self._numbers.get(letters, 0) + 1
        code = f"{letters}{number}"
        tags = tuple(dict.fromkeys(rng.sample((shop, topic, product, group), rng.randint(1, 3))))
        variants = (Variant(self._text(product, topic)),)
        return Phrase(f"personal:{code}", code, title, variants, (group, shop), tags, layer="personal")

    def _title(self, product: str, topic: str) -> str:
        """One that was not given yet, if some tries find it: a shop, too, has the same title twice now and then."""
        rng, title = self._rng, ""
        for _ in range(12):
            action, condition = rng.choice(v.ACTIONS), rng.choice(v.CONDITIONS)
            parts = {
                0: (product, topic),
                1: (product, topic, action),
                2: (condition, product, topic),
                3: (condition, topic, action),
                4: (product, condition, action),
                5: (rng.choice(v.LATIN), product, topic),
                6: (rng.choice(v.SHADES), product, topic),
                7: (condition, product, action),
            }
            title = "".join(rng.choices(list(parts.values()), (2, 6, 4, 2, 2, 1, 3, 4))[0])
            if SHORTEST <= len(title) <= LONGEST and title not in self._titles:
                break
        self._titles.add(title)
        return title[:LONGEST]

    def _text(self, product: str, topic: str) -> str:
        sentences = [self._sentence(v.OPENINGS, product, topic)]
        length = len(sentences[0])
        for form in self._rng.sample(v.MIDDLES, len(v.MIDDLES)):
            if length >= TEXT:
                break
            sentences.append(self._sentence((form,), product, topic))
            length += len(sentences[-1])
        return "".join((*sentences, self._sentence(v.CLOSINGS, product, topic)))

    def _sentence(self, forms: Sequence[str], product: str, topic: str) -> str:
        rng = self._rng
        return rng.choice(forms).format(
            product=product,
            topic=topic,
            shade=rng.choice(v.SHADES),
            other=rng.choice(v.SHADES),
            latin=rng.choice(v.LATIN),
            condition=rng.choice(v.CONDITIONS),
            number=rng.randint(1, 60),
            field=rng.choice(v.FIELDS),
            emoji=rng.choice(v.EMOJI) if rng.random() < EMOJI_SHARE else "。",
        )
