"""Commands of other processes, over the real socket or pipe of this system."""

from __future__ import annotations

import os
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QTimer

from assistant.instance import Answer, Request, ask
from assistant.storage.paths import Paths
from assistant.ui.listener import Listener


@pytest.fixture
def place():
    with TemporaryDirectory(prefix="x") as home:  # a socket's path must be short
        paths = Paths.find({**os.environ, "XIAOER_HOME": home}, sys.platform).ensure()
        assert paths.problem is None
        yield paths.socket


def until(done):
    limit = QDeadlineTimer(20_000)
    while not done():
        assert not limit.hasExpired()
        QCoreApplication.processEvents()


def asked(pool: ThreadPoolExecutor, place: Path, *request: str) -> Future[Answer | None]:
    return pool.submit(ask, place, Request(request[0], request[1:]), 20)


def test_each_line_is_handled_and_answered(app, place):
    heard = []

    def handle(line, answer):
        heard.append(Request.parse(line))
        answer(Answer(ok=True, text="尺" * 100_000).line())

    listener = Listener(str(place), handle)
    assert listener.listening
    with ThreadPoolExecutor(8) as pool:
        answers = [asked(pool, place, "copy", str(n)) for n in range(24)]
        until(lambda: all(each.done() for each in answers))
    assert {each.result() for each in answers} == {Answer(ok=True, text="尺" * 100_000)}
    assert sorted(int(request.arguments[0]) for request in heard) == list(range(24))
    listener.close()
    assert ask(place, Request("status"), 5) is None


def test_an_answer_arrives_though_the_app_ends_at_once(app, place):
    def handle(_, answer):
        answer(Answer(ok=True, text="再见").line())
        QTimer.singleShot(0, listener.close)  # as App.quit does

    listener = Listener(str(place), handle)
    with ThreadPoolExecutor(1) as pool:
        answer = asked(pool, place, "quit")
        until(answer.done)
    assert answer.result() == Answer(ok=True, text="再见")


def test_one_who_asks_nothing_keeps_nobody_from_ending(app, place):
    listener = Listener(str(place), lambda *_: None)
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(ask, place, Request("status"), 0.2)
        until(answer.done)
    assert answer.result() is None
    listener.close()


def test_an_answer_for_one_who_has_left_is_dropped(app, place):
    later = []
    listener = Listener(str(place), lambda _, answer: later.append(answer))
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(ask, place, Request("import"), 0.2)
        until(answer.done)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    later[0](Answer(ok=True).line())
    listener.close()
