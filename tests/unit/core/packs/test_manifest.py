"""Versions and manifests as values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.packs.manifest import Listed, Manifest, Version

# The order of the specification's own example, and what surrounds it.
RISING = (
    "0.0.0", "0.9.10", "0.10.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
    "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.1.0", "2.0.0",
)  # fmt: skip
numbers = st.integers(0, 10**9 - 1)
words = st.from_regex(r"(?:0|[1-9][0-9]{0,5}|[0-9]{0,3}[A-Za-z-][0-9A-Za-z-]{0,5})", fullmatch=True)
versions = st.builds(Version, numbers, numbers, numbers, st.lists(words, max_size=3).map(tuple))


def test_versions_rise() -> None:
    found = [Version.parse(text) for text in RISING]
    assert sorted([*found[2:], *found[:2]]) == found
    assert all(str(version) == text for version, text in zip(found, RISING, strict=True))


@pytest.mark.parametrize(
    "text",
    ["", "1", "1.0", "1.0.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "v1.0.0", " 1.0.0", "1.0.0\n", "1.0.0-中", "9" * 65],
)
def test_what_is_no_version(text: str) -> None:
    with pytest.raises(ValueError, match="no semantic version"):
        Version.parse(text)


def test_what_was_built_does_not_count() -> None:
    assert Version.parse("1.0.0+one") == Version.parse("1.0.0+two")
    assert str(Version.parse("1.0.0+one")) == "1.0.0+one"


@given(versions, versions)
def test_one_order(a: Version, b: Version) -> None:
    assert Version.parse(str(a)) == a
    assert (a < b) + (a == b) + (a > b) == 1


def test_a_manifest_says_what_it_holds() -> None:
    files = {"phrases.json": Listed(3, "0" * 64)}
    whole = Manifest(
        "shop.main", "店铺", Version(1, 2, 3), "小雨", "CC-BY-4.0", "zh-TW", "说明", Version(0, 1), date(2026, 1, 2),
        date(2026, 3, 4), files,
    )  # fmt: skip
    assert whole.record == {
        "format": 1, "id": "shop.main", "name": "店铺", "version": "1.2.3", "author": "小雨", "licence": "CC-BY-4.0",
        "language": "zh-TW", "about": "说明", "app": "0.1.0", "created": "2026-01-02", "updated": "2026-03-04",
        "files": {"phrases.json": {"size": 3, "sha256": "0" * 64}},
    }  # fmt: skip
    assert Manifest.of(whole.record) == whole
    small = Manifest("a", "b", Version(1))
    assert small.record == {
        "format": 1, "id": "a", "name": "b", "version": "1.0.0", "language": "zh-CN", "files": {},
    }  # fmt: skip
    assert Manifest.of(small.record) == small


@pytest.mark.parametrize(
    "change", [{"id": "../a"}, {"id": "A"}, {"id": "a\n"}, {"id": ""}, {"version": "1"}, {"created": "gestern"}]
)
def test_what_is_no_manifest(change: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"no semantic version|no id|isoformat"):
        Manifest.of(Manifest("a", "b", Version(1)).record | change)
