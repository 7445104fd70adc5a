"""No false alarm: every phrase of the starter pack, filled for every chat program, may go out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import lru_cache

import pytest

from assistant.core.emoticons import Emoticons
from assistant.core.guard.check import Case, check
from assistant.core.guard.rules import Layer, merged
from assistant.core.guard.words import GuardWords
from assistant.core.model import Draft, Phrase, Profile, Target, Window
from assistant.core.orders.order import Order
from assistant.core.template import context
from assistant.core.template.context import Fields
from assistant.core.template.filling import Templates
from assistant.engine.targets import Targets
from assistant.storage import resources
from assistant.storage.importers import jsonl

EMOTICONS = Emoticons.parse(resources.read_text("emoticons.csv"))
TEMPLATES = Templates(EMOTICONS, lambda: 0.0)
RULES = merged(Layer(), Layer(), GuardWords.parse(resources.read_text("guard/words.tsv")).words)
NOW = datetime(2026, 11, 20, 10, 0).astimezone()
SAMPLE = context.sample(NOW)
ORDER = Order(
    facts={path: text for path, text in SAMPLE.values.items() if path.startswith(("buyer", "receiver", "order"))}
)
FILES = sorted(resources.path("starter").glob("*.jsonl"))
PHRASES: list[Phrase] = [phrase for file in FILES for phrase in jsonl.parse(file.read_bytes(), "starter").phrases]
PROFILES = Targets(resources.read_text("targets.toml")).shipped


@lru_cache(maxsize=1)  # profiles of one dialect come one after the other
def filled(dialect: str) -> list[tuple[Phrase, int, Fields, str]]:
    """Every wording of the pack with its facts."""
    done = []
    for phrase in PHRASES:
        for number, variant in enumerate(phrase.variants):
            first = TEMPLATES.render(variant.text, SAMPLE, dialect)
            answers = {f.path: "2026-11-25" if f.kind == "date" else (f.choices or ("3",))[0] for f in first.missing}
            fields = SAMPLE.with_answers(answers)
            text = TEMPLATES.render(variant.text, fields, dialect).text if answers else first.text
            done.append((phrase, number, fields, text))
    return done


@pytest.mark.parametrize("profile", sorted(PROFILES, key=lambda p: p.dialect), ids=lambda profile: profile.name)
def test_the_starter_pack_is_let_through(profile: Profile) -> None:
    target = Target(Window(1, 1, "chat", ""), profile, SAMPLE.values["buyer.nick"])
    told = []
    for phrase, number, fields, text in filled(profile.dialect):
        case = Case(draft=Draft(phrase.id, number, text), target=target, phrase=phrase, order=ORDER)
        case = replace(case, facts=fields.values, now=NOW, rules=RULES, emoticons=EMOTICONS)
        told += [(phrase.code, f.rule, f.sentence, text) for f in check(case).findings]
    assert told == []
