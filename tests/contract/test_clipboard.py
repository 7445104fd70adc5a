"""ports.Clipboard and ports.Loan."""

from __future__ import annotations

import os

import pytest

from assistant.core.ports import Loan

from .world import PASTE, TEXT, World

REPLY = "亲，您好😊\n第二行"
COPIED = {
    TEXT: "买家的话，旧的".encode(),
    "text/html": "<b>旧</b>".encode(),
    "image/png": b"\x89PNG\r\n\x1a\n" + os.urandom(300),
    "text/uri-list": b"file:///tmp/a%20b.xlsx\r\n",
    "application/x-unknown": bytes(range(256)),
}
OTHER = {TEXT: "后来复制的".encode(), "text/html": b"<i>later</i>"}
SOON = 300  # ms for what must not come


def lend(world: World, text: str = REPLY) -> Loan:
    return world.desktop.clipboard.lend(text, world.chat, 500)


def as_copied(world: World, formats: dict[str, bytes]) -> bool:
    return world.formats() == set(formats) and all(world.look(name) == data for name, data in formats.items())


def others_see(world: World, formats: dict[str, bytes]) -> bool:
    """While a reply is lent: what the user copied, as if nothing were lent, or nothing at all."""
    if world.shows_old:
        return as_copied(world, formats) and not world.private()
    return world.private() and world.formats() == {TEXT} and not any(world.look(name) for name in {TEXT, *formats})


def test_the_text_that_was_copied_is_read(world: World) -> None:
    assert world.desktop.clipboard.text(500) is None
    world.copy(COPIED)
    assert world.desktop.clipboard.text(500) == COPIED[TEXT].decode()
    world.copy({"image/png": b"\x89PNG"})
    assert world.desktop.clipboard.text(500) is None


def test_an_owner_that_does_not_answer_has_no_text(world: World) -> None:
    world.copy(COPIED)
    world.mute()
    assert world.desktop.clipboard.text(50) is None


def test_when_and_where_somebody_copied_is_known(world: World) -> None:
    clipboard = world.desktop.clipboard
    assert clipboard.copied() is None
    world.copy(COPIED)
    assert clipboard.text(500)  # whoever asks after the copy, learns of it
    first = clipboard.copied()
    assert first is not None
    assert first.window == world.chat
    other = world.open_other()
    world.copy(OTHER)
    assert clipboard.text(500) == OTHER[TEXT].decode()
    second = clipboard.copied()
    assert second is not None
    assert second.window == other
    assert second.at >= first.at


def test_our_own_texts_are_not_what_somebody_copied(world: World) -> None:
    clipboard = world.desktop.clipboard
    world.copy(COPIED)
    assert clipboard.text(500)
    theirs = clipboard.copied()
    loan = lend(world)
    assert clipboard.copied() == theirs
    loan.give_back()
    assert clipboard.text(500) == COPIED[TEXT].decode()
    assert clipboard.copied() == theirs
    lend(world).keep()
    assert clipboard.copied() is None
    world.copy(OTHER)
    assert clipboard.text(500)
    clipboard.put(REPLY)
    assert clipboard.copied() is None


def test_what_we_copy_is_there_and_private(world: World) -> None:
    world.copy(COPIED)
    world.desktop.clipboard.put(REPLY)
    assert world.look(TEXT) == REPLY.encode()
    assert world.formats() == {TEXT}
    assert world.private()
    assert world.desktop.clipboard.text(500) == REPLY


def test_the_offer_stands_when_lending_returns(world: World) -> None:
    world.copy(COPIED)
    loan = lend(world)
    assert loan.complete
    world.press(PASTE)
    world.expect(REPLY)
    loan.give_back()


def test_nobody_but_the_reader_gets_what_is_lent(world: World) -> None:
    world.copy(COPIED)
    loan = lend(world)
    assert others_see(world, COPIED)
    loan.give_back(500)
    assert world.in_time(lambda: as_copied(world, COPIED))
    assert not world.private()


def test_everybody_gets_what_is_lent_to_an_unknown_reader(world: World) -> None:
    world.copy(COPIED)
    loan = world.desktop.clipboard.lend(REPLY, None, 500)
    assert as_copied(world, {TEXT: REPLY.encode()})
    assert world.private()
    loan.give_back(500)
    assert world.in_time(lambda: as_copied(world, COPIED))


def test_every_format_is_given_back_to_the_byte(world: World) -> None:
    world.copy(COPIED)
    lend(world).give_back()
    assert as_copied(world, COPIED)
    assert not world.private()


def test_an_empty_clipboard_is_empty_again(world: World) -> None:
    loan = lend(world)
    assert loan.complete
    loan.give_back()
    assert as_copied(world, {})


def test_what_we_copied_ourselves_comes_back_private(world: World) -> None:
    world.desktop.clipboard.put("先前的回复")
    lend(world).give_back()
    assert as_copied(world, {TEXT: "先前的回复".encode()})
    assert world.private()


@pytest.mark.parametrize("ahead", [False, True], ids=["", "prefetched"])
def test_a_mute_owner_is_told_and_the_offer_stands_all_the_same(world: World, ahead: bool) -> None:
    world.copy(COPIED)
    world.mute()
    if ahead:
        world.desktop.clipboard.prefetch()
    loan = world.desktop.clipboard.lend(REPLY, world.chat, 50)
    assert not loan.complete
    world.press(PASTE)
    world.expect(REPLY)
    loan.give_back()
    assert world.look(TEXT) is None


def test_an_owner_that_wakes_up_is_asked_again(world: World) -> None:
    world.copy(COPIED)
    world.mute()
    world.desktop.clipboard.prefetch()
    assert world.desktop.clipboard.text(50) is None
    world.mute(on=False)
    world.desktop.clipboard.prefetch()
    loan = lend(world)
    assert loan.complete
    loan.give_back()
    assert as_copied(world, COPIED)


def test_what_was_read_ahead_is_not_given_back_after_a_change(world: World) -> None:
    world.copy(COPIED)
    world.desktop.clipboard.prefetch()
    assert world.desktop.clipboard.text(500) == COPIED[TEXT].decode()
    world.copy(OTHER)
    assert world.desktop.clipboard.text(500) == OTHER[TEXT].decode()
    lend(world).give_back()
    assert as_copied(world, OTHER)


@pytest.mark.parametrize("end", ["give_back", "keep"])
def test_somebody_who_copied_meanwhile_wins(world: World, end: str) -> None:
    world.copy(COPIED)
    loan = lend(world)
    world.copy(OTHER)
    getattr(loan, end)()
    assert as_copied(world, OTHER)
    assert not world.private()
    assert world.desktop.clipboard.text(500) == OTHER[TEXT].decode()


def test_a_kept_reply_stays_whatever_happens_to_the_loan_later(world: World) -> None:
    world.copy(COPIED)
    loan = lend(world)
    loan.keep()
    assert as_copied(world, {TEXT: REPLY.encode()})
    assert world.private()
    assert world.desktop.clipboard.text(500) == REPLY
    loan.give_back()
    assert as_copied(world, {TEXT: REPLY.encode()})


def test_a_read_counts_when_it_is_the_chats_and_after_the_mark(world: World) -> None:
    world.copy(COPIED)
    loan = lend(world)
    mark = loan.mark()
    assert others_see(world, COPIED)  # a clipboard manager, say
    assert not loan.read_since(mark, SOON)
    world.press(PASTE)
    world.expect(REPLY)
    assert loan.read_since(mark, 5000)
    later = loan.mark()
    assert not loan.read_since(later, SOON)
    loan.give_back()


def test_waiting_for_a_read_ends_with_the_read(world: World) -> None:
    loan = lend(world)
    mark = loan.mark()
    assert world.while_waiting(lambda: loan.read_since(mark, 60_000), lambda: world.press(PASTE))
    loan.give_back()


def test_anybodys_read_counts_when_the_reader_is_unknown(world: World) -> None:
    loan = world.desktop.clipboard.lend(REPLY, None, 500)
    mark = loan.mark()
    world.press(PASTE)
    assert loan.read_since(mark, 5000)
    loan.give_back()
    assert as_copied(world, {})


def test_the_users_own_text_is_known_while_ours_is_lent(world: World) -> None:
    world.copy(COPIED)
    loan = lend(world)
    assert world.desktop.clipboard.text(500) == COPIED[TEXT].decode()
    loan.give_back()
    assert world.desktop.clipboard.text(500) == COPIED[TEXT].decode()


def test_a_second_loan_gives_back_what_was_there_before_the_first(world: World) -> None:
    world.copy(COPIED)
    first = lend(world, "第一条")
    second = lend(world, "第二条")
    first.give_back()
    world.press(PASTE)
    world.expect("第二条")
    second.give_back()
    assert as_copied(world, COPIED)
    first.give_back()
    assert as_copied(world, COPIED)


def test_the_end_of_an_earlier_loan_does_not_keep_a_later_one(world: World) -> None:
    world.copy(COPIED)
    first = lend(world, "第一条")
    second = lend(world, "第二条")
    first.keep()
    assert others_see(world, COPIED)
    second.give_back()
    assert as_copied(world, COPIED)


def test_one_loan_after_another_loses_nothing(world: World) -> None:
    world.copy(COPIED)
    for number in range(5):
        loan = lend(world, f"第{number}条")
        assert loan.complete
        world.press(PASTE)
        world.expect("".join(f"第{n}条" for n in range(number + 1)))
        loan.give_back(20)
        assert world.in_time(lambda: as_copied(world, COPIED))


def test_a_loan_right_after_another_loses_nothing(world: World) -> None:
    world.copy(COPIED)
    for number in range(5):
        loan = lend(world, f"第{number}条")  # the one before may still be waiting for its quiet time
        assert loan.complete
        world.press(PASTE)
        world.expect("".join(f"第{n}条" for n in range(number + 1)))
        loan.give_back(200)
    assert world.in_time(lambda: as_copied(world, COPIED))


def test_copying_ends_a_loan(world: World) -> None:
    world.copy(COPIED)
    loan = lend(world)
    world.desktop.clipboard.put("手动复制的回复")
    loan.give_back()
    assert as_copied(world, {TEXT: "手动复制的回复".encode()})
