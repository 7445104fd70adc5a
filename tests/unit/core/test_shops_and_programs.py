from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core import programs, shops
from assistant.core.errors import SettingProblem
from assistant.core.model import Profile
from assistant.core.programs import Ways
from assistant.core.shops import Shop

FIRST = {"shop.name": "月光小店", "shop.courier": "顺丰", "agent.name": "小满"}
KEYS = st.sampled_from(["", "ctrl+v", "shift+insert", "ctrl+return"])
WAYS = st.builds(
    Ways,
    KEYS,
    KEYS,
    st.sampled_from(["", "\n", " "]),
    st.dictionaries(st.sampled_from(["read", "quiet"]), st.integers(0, 60_000)),
)
SHOPS = st.lists(st.builds(Shop, st.text(), st.dictionaries(st.sampled_from(list(FIRST)), st.text())), max_size=5)


@given(st.dictionaries(st.text(), WAYS))
def test_ways_are_read_as_they_were_written(ways: dict[str, Ways]) -> None:
    assert programs.parse(programs.dump(ways)) == {name: own for name, own in ways.items() if own}


@given(SHOPS)
def test_shops_are_read_as_they_were_written(known: list[Shop]) -> None:
    assert shops.parse(shops.dump(known)) == tuple(known)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "1", '{"qq": 1}', '{"qq": {"keys": "a"}}', '{"qq": {"paste_keys": "ctrl+"}}', '{"qq": {"newline": "x"}}',
     '{"qq": {"waits": {"read": -1}}}', '{"qq": {"waits": {"read": true}}}', '{"qq": {"waits": 5}}',
     '{"qq": {"paste_keys": 5}}', "[" * 50_000],
)  # fmt: skip
def test_what_are_no_ways_is_refused(text: str) -> None:
    with pytest.raises(SettingProblem):
        programs.parse(text)


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1]", '[{"window": ""}]', '[{"window": 1, "constants": {}}]', '[{"window": "", "constants": []}]',
     '[{"window": "", "constants": {"shop.name": 1}}]', '[{"window": "", "constants": {}, "x": 1}]',
     json.dumps([{"window": "", "constants": {}}] * 51)],
)  # fmt: skip
def test_what_are_no_shops_is_refused(text: str) -> None:
    with pytest.raises(SettingProblem):
        shops.parse(text)


def test_own_ways_win_over_the_profile_and_the_rest_stays() -> None:
    profile = Profile("qq", "QQ", send_keys="return", waits={"quiet": 250, "read": 900})
    mine = Ways(paste_keys="shift+insert", newline=" ", waits={"read": 3000}).over(profile)
    assert (mine.paste_keys, mine.send_keys, mine.newline) == ("shift+insert", "return", " ")
    assert mine.waits == {"quiet": 250, "read": 3000}
    assert Ways().over(profile) == profile


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("小雨 - 星河旗舰店 - 千牛", "星河旗舰店"),
        ("XINGHE support", "星河旗舰店"),
        ("小雨 - 千牛", "月光小店"),
        ("", "月光小店"),
        ("茶铺:小雨", "茶铺"),
    ],
)
def test_the_title_of_the_window_tells_the_shop(title: str, name: str) -> None:
    others = (
        Shop("星河, xinghe；", {"shop.name": "星河旗舰店", "agent.name": "阿哲", "shop.courier": ""}),
        Shop("", {"shop.name": "茶铺"}),
        Shop("", {}),
    )
    found = shops.constants_for(FIRST, others, title)
    assert found["shop.name"] == name
    assert found["shop.courier"] == "顺丰"
    assert found["agent.name"] == ("阿哲" if name == "星河旗舰店" else "小满")
