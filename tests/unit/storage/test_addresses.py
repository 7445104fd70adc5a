"""The short way through addresses of back offices says the same as the long one."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.regions import Regions
from assistant.storage import addresses, resources
from assistant.storage.addresses import Addresses


@cache
def regions() -> Regions:
    return Regions.parse(resources.read_text("regions.txt"))


@cache
def ours() -> Addresses:
    return Addresses()


@cache
def beginnings() -> tuple[str, ...]:
    lines = [line for line in resources.read_text("regions.txt").splitlines() if line and not line.startswith("#")]
    found = []
    for province, city, districts in (line.split("\t") for line in lines):
        for district in (*districts.split(), "其它区", "高新区"):
            found.append(f"{province} {city} {district}")
            found.append(f"{province.removesuffix('市')} {city} {district}")
    return tuple(found)


streets = st.sampled_from(("示例街道", "文三路1号", "北京路2号", "某镇 某村3组", "县前街", "新区大道", "")) | st.text(
    "路街道镇村市县区省 1号，-a", max_size=9
)


@settings(max_examples=600)
@given(st.data(), streets, st.sampled_from((" ", "", "  ")))
def test_both_ways_lead_to_the_same(data: st.DataObject, street: str, blank: str) -> None:
    begin = data.draw(st.sampled_from(beginnings()))
    more = data.draw(st.sampled_from(("", *begin.split(), begin)))
    address = f"{begin}{blank}{more}{street}"
    assert ours()(address) == regions().split(address)


@given(st.text("浙江省杭州市西湖区 上海一二1号路", max_size=30))
def test_any_text_is_taken_alike(address: str) -> None:
    assert ours()(address) == regions().split(address)


def test_beginnings_are_kept_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_REMEMBERED", 2)
    split = Addresses()
    for begin in beginnings()[:5]:
        assert split(f"{begin} 某路1号").street == "某路1号"
    assert len(split._beginnings) <= 2
