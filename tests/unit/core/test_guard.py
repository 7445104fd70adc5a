"""What is found about a draft before it may go out."""

from __future__ import annotations

import pytest

from assistant.core.guard import check
from assistant.core.model import Draft, Profile, Target, Window

CHAT = Target(Window(1, 1, "chat", "小雨"), Profile("chat", "聊天", max_length=10))


@pytest.mark.parametrize(
    ("text", "same_chat", "count", "blocked"),
    [
        ("您好", True, 0, False),
        ("您好", False, 1, False),
        ("", True, 1, True),
        (" \n", False, 2, True),
        ("一二三四五六七八九十", True, 0, False),
        ("一二三四五六七八九十长", True, 1, False),
    ],
    ids=["clean", "another chat", "empty", "blank in another chat", "just fits", "too long"],
)
def test_findings(text: str, same_chat: bool, count: int, blocked: bool) -> None:
    verdict = check(Draft("p", 0, text), CHAT, same_chat=same_chat)
    assert (len(verdict.findings), verdict.blocked, verdict.clean) == (count, blocked, count == 0)
    assert all(finding.sentence.endswith("。") for finding in verdict.findings)


def test_a_program_of_unknown_limit_takes_any_length() -> None:
    target = Target(CHAT.window, Profile("chat", "聊天"))
    assert check(Draft("p", 0, "长" * 5000), target, same_chat=True).clean
