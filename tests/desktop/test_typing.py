"""An agent types fast in a very large library: no key is lost, and what goes out is what the whole query found."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator

import pytest

from assistant.compose import index_of
from assistant.core.model import Outcome, Phrase
from assistant.core.ranking import Standing
from assistant.core.search import search
from assistant.storage.records import record_of
from tests.search import sounds
from tests.search.generate import library

from .app import App
from .chats import QtEditor
from .desk import Desk

SIZE = int(os.environ.get("XIAOER_TYPING", "100000"))
QUERIES = 24
PACE = 0.05  # seconds from key to key: twenty a second
THINKS = 1.0  # seconds; by then the popup has looked twice whether it is still wanted

pytestmark = [pytest.mark.desk("openbox"), pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def shop() -> list[Phrase]:
    return library(SIZE).phrases


@pytest.fixture(scope="module")
def app(desk: Desk, shop: list[Phrase]) -> Iterator[App]:
    one = App(desk)
    one.load([record_of(phrase) for phrase in shop])
    one.start()
    one.desk.wait(lambda: f"{SIZE // 1000}" in one.cli("status").stdout.split("话术：")[1], 60, "the library is there")
    yield one
    one.stop()


@pytest.fixture
def chat(desk: Desk) -> Iterator[QtEditor]:
    one = QtEditor()
    one.start(desk)
    yield one
    one.stop()


def typed(shop: list[Phrase]) -> list[tuple[str, Phrase]]:
    """Queries, and the one phrase that each of them finds before all others."""
    rng, index, found = random.Random(7), index_of(shop), []
    while len(found) < QUERIES:
        phrase = rng.choice(shop)
        if "{" in phrase.text or not phrase.title.isalnum():
            continue
        query = (
            phrase.code
            if len(found) % 3 == 0
            else "".join((sounds.of(sign) or (sign.lower(),))[0] for sign in phrase.title)
        )
        first, *rest = search(query, index, Standing(), limit=2) or [None]
        if query.isascii() and first and first.phrase == phrase and (not rest or rest[0].level != first.level):
            found.append((query, phrase))
    return found


def test_twenty_keys_a_second_in_a_hundred_thousand_phrases(app: App, chat: QtEditor, shop: list[Phrase]) -> None:
    for query, phrase in typed(shop):
        chat.focus()
        chat.clear()
        before = app.ended()
        app.open()
        for key in query:
            app.desk.hands.type(key)
            time.sleep(PACE)  # the agent's rhythm
        app.desk.hands.press("return")
        app.desk.wait(lambda before=before: app.ended() > before, 10, f"use of {query}")
        assert app.last_use().outcome is Outcome.PASTED
        assert app.last_use().phrase == phrase.id, query
        chat.expect(phrase.text)


def test_the_popup_stays_while_the_agent_thinks(app: App, chat: QtEditor) -> None:
    for _ in range(3):
        chat.focus()
        app.open()
        assert app.desk.holds(app.has_keyboard, THINKS)
        app.desk.hands.type("fa")
        assert app.desk.holds(app.has_keyboard, THINKS)
        app.close()
