"""The verified paste, step by step, over the fake desktop."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.core.model import Draft, Outcome, Profile, Target, Window
from assistant.engine.injector import Hands, Injector, Waits
from assistant.engine.targets import Targets
from tests.fakes import CHAT, FakeDesktop

TARGETS = Targets(
    '[fallback]\nlabel = "聊天"\n[hexchat]\nprogram = "hexchat"\ntitle_noise = ["^\\\\(\\\\d+\\\\) "]\nlabel = "HexChat"\n'
)
OTHER = Window(handle=20, focus=20, program="firefox", title="别的窗口")
OLD = {"text/plain": b"13800000000", "text/html": b"<b>x</b>", "image/png": b"\x89PNG"}


@pytest.fixture
def desk() -> FakeDesktop:
    desk = FakeDesktop()
    desk.clipboard.content = dict(OLD)
    return desk


def paste(desk: FakeDesktop, text: str = "亲，您好", *, target: Target | None = None, send: bool = False):
    hands = Hands(desk.clipboard, desk.windows, desk.keyboard, desk.clock)
    return Injector(hands, TARGETS).inject(Draft("p", 0, text, send), target or TARGETS.of(CHAT))


def typed(desk: FakeDesktop) -> dict[int, list[str]]:
    return {handle: got for handle, got in desk.screen.received.items() if got}


def test_the_text_arrives_once_and_the_clipboard_is_as_before(desk: FakeDesktop) -> None:
    receipt = paste(desk)
    assert (receipt.outcome, receipt.reason) == (Outcome.PASTED, "")
    assert typed(desk) == {CHAT.handle: ["亲，您好"]}
    assert desk.clipboard.content == OLD


def test_paste_and_send_presses_the_send_key_after_the_text(desk: FakeDesktop) -> None:
    assert paste(desk, send=True).outcome is Outcome.SENT
    assert typed(desk) == {CHAT.handle: ["亲，您好", "<return>"]}


def test_the_chat_is_brought_back_to_the_front(desk: FakeDesktop) -> None:
    desk.screen.focus = desk.screen.add(OTHER).handle
    assert paste(desk).outcome is Outcome.PASTED
    assert typed(desk) == {CHAT.handle: ["亲，您好"]}


def test_into_a_program_with_more_rights_nothing_is_pressed(desk: FakeDesktop) -> None:
    target = TARGETS.of(desk.screen.add(replace(CHAT, elevated=True)))
    left: list[bool] = []
    hands = Hands(desk.clipboard, desk.windows, desk.keyboard, desk.clock)
    receipt = Injector(hands, TARGETS).inject(Draft("p", 0, "亲，您好", send=True), target, lambda: left.append(True))
    assert receipt.outcome is Outcome.COPIED
    assert "管理员身份" in receipt.reason
    assert typed(desk) == {}
    assert desk.clipboard.text(0) == "亲，您好"
    assert desk.clipboard.private
    assert left


def lose_focus(desk: FakeDesktop) -> None:
    desk.screen.focus = desk.screen.add(OTHER).handle
    desk.screen.obeys = False


def close_chat(desk: FakeDesktop) -> None:
    desk.screen.close(CHAT.handle)


def change_chat(desk: FakeDesktop) -> None:
    desk.screen.retitle(CHAT.handle, "别人 - 聊天")


def hold_ctrl(desk: FakeDesktop) -> None:
    desk.screen.held = True


def ignore_paste(desk: FakeDesktop) -> None:
    desk.screen.reads_paste = False


def steal_focus_at_the_last_moment(desk: FakeDesktop) -> None:
    desk.screen.add(OTHER)

    def steal() -> None:
        desk.screen.focus = OTHER.handle

    desk.screen.before_press = steal


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (lose_focus, "没有回到前台"),
        (close_chat, "已经关闭"),
        (change_chat, "换了对话"),
        (hold_ctrl, "一直按着"),
        (ignore_paste, "没有接收粘贴"),
        (steal_focus_at_the_last_moment, "抢不到键盘焦点"),
    ],
    ids=lambda x: getattr(x, "__name__", x),
)
def test_when_a_step_does_not_hold_nothing_is_typed_and_the_text_waits(desk: FakeDesktop, fault, says: str) -> None:
    fault(desk)
    receipt = paste(desk)
    assert receipt.outcome is Outcome.COPIED
    assert says in receipt.reason
    assert "剪贴板" in receipt.reason
    assert typed(desk) == {}
    assert desk.clipboard.content == {"text/plain": "亲，您好".encode()}


def test_a_counter_in_the_title_is_no_other_chat(desk: FakeDesktop) -> None:
    def count() -> None:
        desk.screen.retitle(CHAT.handle, f"(3) {CHAT.title}")
        desk.screen.before_press = lambda: None

    desk.screen.before_press = count
    assert paste(desk).outcome is Outcome.PASTED
    assert typed(desk) == {CHAT.handle: ["亲，您好"]}


def test_a_title_that_changes_after_the_paste_is_not_sent_to(desk: FakeDesktop) -> None:
    target = TARGETS.of(CHAT)
    real_pause = desk.clock.pause

    def pause(milliseconds: int) -> None:
        desk.screen.retitle(CHAT.handle, "别人 - 聊天")
        real_pause(milliseconds)

    desk.clock.pause = pause  # type: ignore[method-assign]
    receipt = paste(desk, target=target, send=True)
    assert receipt.outcome is Outcome.PASTED
    assert "没有发送" in receipt.reason
    assert typed(desk) == {CHAT.handle: ["亲，您好"]}
    assert desk.clipboard.content == OLD


def test_a_clipboard_that_does_not_answer_is_told(desk: FakeDesktop) -> None:
    desk.clipboard.answers = False
    receipt = paste(desk)
    assert receipt.outcome is Outcome.PASTED
    assert "没能恢复" in receipt.reason


def test_a_clipboard_that_cannot_be_taken_fails_without_typing(desk: FakeDesktop) -> None:
    desk.clipboard.takes = False
    receipt = paste(desk)
    assert receipt.outcome is Outcome.FAILED
    assert typed(desk) == {}


def test_line_breaks_are_written_as_the_program_wants_them(desk: FakeDesktop) -> None:
    profile = Profile("x", "X", newline="\r\n", paste_keys="shift+insert")
    paste(desk, "一\n二", target=Target(CHAT, profile))
    assert typed(desk) == {CHAT.handle: ["一\r\n二"]}


def test_a_program_names_only_waits_that_exist() -> None:
    assert Waits.of({"read": 5, "unknown": 1}) == replace(Waits(), read=5)
