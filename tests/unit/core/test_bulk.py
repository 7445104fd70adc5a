from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.core.bulk import Days, copied, for_roles, merged, moved, tagged, valid
from assistant.core.model import Attachment, Origin, Phrase, Variant

ONE = Phrase(
    "p", "kd", "发货", (Variant("今天发"),), ("售后",), ("快递",), ("售后",), hotkey="ctrl+1", origin=Origin("p", "d")
)


def test_each_changes_what_it_says_and_nothing_else() -> None:
    assert moved(ONE, ("售前",)) == replace(ONE, category=("售前",))
    assert tagged(ONE, ("急", "快递"), ()) == replace(ONE, tags=("快递", "急"))
    assert tagged(ONE, ("急",), ("快递",)).tags == ("急",)
    assert for_roles(ONE, ()) == replace(ONE, roles=())
    day = date(2026, 6, 18)
    assert valid(ONE, Days(None, day)) == replace(ONE, valid_until=day)


def test_a_copy_shares_neither_code_nor_key_nor_origin() -> None:
    made = copied(ONE, "q", "发货（副本）")
    assert (made.id, made.code, made.hotkey, made.origin, made.layer) == ("q", "", "", None, "personal")
    assert made.variants == ONE.variants


def test_merging_takes_what_the_others_have_besides() -> None:
    picture = Attachment("ab", "图.png")
    other = replace(
        ONE, id="q", variants=(Variant("今天发！"), Variant("马上发")), tags=("急",), attachments=(picture,)
    )
    made = merged(ONE, [replace(other, roles=("售前",))], lambda text: text.rstrip("！"))
    assert [variant.text for variant in made.variants] == ["今天发", "马上发"]
    assert (made.tags, made.roles, made.attachments) == (("快递", "急"), ("售后", "售前"), (picture,))
    assert made.id == "p"
    assert merged(ONE, [replace(other, roles=())], str).roles == ()
