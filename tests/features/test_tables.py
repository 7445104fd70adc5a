"""A phrase that looks something up in a table of the lead, from the hotkey to the chat."""

from __future__ import annotations

from assistant.core.tables.table import Column, Kind, Table

from .shop import Shop

SIZES = Table("尺码", (Column("身高(cm)", Kind.RANGE), Column("尺码")), (("150-159", "S"), ("160-169", "M")))


def test_what_the_table_tells_is_pasted(shop: Shop) -> None:
    shop.tables["尺码"] = SIZES
    shop.choose("cm")
    shop.settle()
    assert not shop.browsing()  # the height is asked
    shop.type("1米65")
    shop.enter()
    shop.wait(lambda: shop.ended)
    assert shop.chat() == "您穿M码"


def test_a_miss_is_asked_and_never_guessed(shop: Shop) -> None:
    shop.tables["尺码"] = SIZES
    shop.choose("cm")
    shop.type("185")
    shop.enter()
    shop.settle()
    assert shop.chat() == ""
    assert shop.ended == 0
    shop.type("XL")
    shop.enter()
    shop.wait(lambda: shop.ended)
    assert shop.chat() == "您穿XL码"
    assert shop.said == []
