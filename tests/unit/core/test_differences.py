from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.core.differences import Piece, Side, difference, parts
from assistant.core.model import Phrase, Variant

ONE = Phrase("p", "kd", "发货", (Variant("今天发"), Variant("明天发")), tags=("快递",))


@given(st.text("亲a1 {}发\n", max_size=20), st.text("亲a1 {}发\n", max_size=20))
def test_each_side_put_together_is_its_text(old: str, new: str) -> None:
    pieces = difference(old, new)
    assert "".join(piece.text for piece in pieces if piece.side is not Side.NEW) == old
    assert "".join(piece.text for piece in pieces if piece.side is not Side.OLD) == new


def test_a_field_is_one_word() -> None:
    assert difference("{{ 买家 }}好", "{{ 单号 }}好") == (
        Piece(Side.OLD, "{{ 买家 }}"), Piece(Side.NEW, "{{ 单号 }}"), Piece(Side.BOTH, "好"),
    )  # fmt: skip


def test_only_the_parts_that_differ_are_told() -> None:
    later = replace(ONE, variants=(Variant("今天发"), Variant("后天发")), valid_until=date(2026, 6, 18))
    assert [(part.name, part.number) for part in parts(ONE, later)] == [("text", 2), ("valid", 0)]
    assert parts(ONE, ONE) == ()


def test_against_nothing_all_is_new() -> None:
    assert [part.name for part in parts(None, ONE)] == ["title", "code", "text", "text", "tags"]
    assert {piece.side for part in parts(ONE, None) for piece in part.pieces} == {Side.OLD}
