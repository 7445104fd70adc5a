"""China's provinces, cities and districts, and an address taken apart by them.

People write the same place in many ways: without the suffixes (广东 深圳), with the pair doubled (上海 上海市), without
the city (浙江省义乌市), with a district that is no more. What comes out are the full names of province and city; a
municipality is its own city; a county-level place right under its province is a city without districts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

_APART: Final = " \t\n,，、;；/|>·-"  # between the parts of a region
_LONGEST: Final = 15  # characters of a name, 积石山保安族东乡族撒拉族自治县 and one more
# What a short name (东莞) is not followed by, or else it is a part of another name (东莞路, 恩施市).
_OTHERWISE: Final = frozenset("市县区旗州盟路街道巷弄镇乡村")
_ENDINGS: Final = ("市", "县", "区", "旗", "州", "盟")  # a name with one of these stands for nothing else
_NATIONS: Final = (
    "蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|"
    "傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|"
    "仡佬族|锡伯族?|塔吉克族?|怒族|鄂温克族?|保安族|裕固族|独龙族|鄂伦春族?|普米族|各族"
)
_AUTONOMOUS: Final = re.compile(rf"(?P<stem>\w{{2,}}?)(?:{_NATIONS})*自治(?P<kind>[州县旗])")
_HEADINGS: Final = re.compile(r"(?:省|自治区)?直辖县级行政(?:区划|单位)|省直辖县?|市辖区|市辖县|县(?=[ ,，])")
_NO_DISTRICT: Final = re.compile(r"其[它他][区县市]")
_STEM: Final = r"[^\W\d_a-zA-Z路街道巷弄号镇乡村屯组栋幢楼座室厂店校社小超菜夜门商园活宅属库院市地]"
_NOT_ON: Final = r"(?![街镇路场道城间域舰杆政府委局医内])"
# A district that the table does not have: a new zone, or a short word with the ending of one.
_UNKNOWN_DISTRICT: Final = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}(?:工业园区|高新区|开发区|经开区|管理区|示范区|保税区)"
    rf"|{_STEM}{{1,4}}(?:市?区|[县市旗])){_NOT_ON}"
)
# A city that is no more.
_UNKNOWN_CITY: Final = re.compile(rf"{_STEM}{{2,4}}(?:市|地区){_NOT_ON}")
_STREET: Final = re.compile(r"[^,，;；\n]{1,12}[路街道巷弄村镇乡][^,，;；\n]{0,20}\d")
_LISTED: Final = re.compile(r"(?<=[道镇乡])[ ]?[,，][ ]?")  # a column of its own in lists
_BLANKS: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Place:
    """An address in its parts; "" is a part that nobody told. The repr tells nothing: it is somebody's home."""

    province: str = field(default="", repr=False)
    city: str = field(default="", repr=False)
    district: str = field(default="", repr=False)
    street: str = field(default="", repr=False)

    @property
    def region(self) -> str:
        """Province, city and district as they are written together."""
        return self.province + (self.city if self.city != self.province else "") + self.district

    @property
    def address(self) -> str:
        """The whole address as it is shown."""
        return self.region + self.street


@dataclass(frozen=True, slots=True)
class _Head:
    """What an address begins with. ``told`` counts the parts that are written there, ``end`` is where they end."""

    province: str = ""
    city: str = ""
    district: str = ""
    told: int = 0
    end: int = 0


class Regions:
    """The table of ``resources/regions.txt``, made ready."""

    def __init__(self, rows: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
        """``rows``: province, city and its districts."""
        self._provinces: dict[str, str] = {}
        self._cities: dict[str, dict[str, str]] = {}
        self._districts: dict[tuple[str, str], dict[str, str]] = {}
        self._city_homes: dict[str, set[tuple[str, str]]] = {}
        self._district_homes: dict[str, set[tuple[str, str]]] = {}
        for province, city, districts in rows:
            self._provinces |= dict.fromkeys(_provincial(province), province)
            self._cities.setdefault(province, {}).update(dict.fromkeys(_urban(city), city))
            for name in _urban(city):
                self._city_homes.setdefault(name, set()).add((province, city))
            known = self._districts[province, city] = {}
            for name in districts:
                known |= dict.fromkeys(_local(name), name)
                self._district_homes.setdefault(name, set()).add((province, city))
        counties = {name for name, homes in self._district_homes.items() if len(homes) == 1 and name[-1] in "市县旗"}
        starts = {*self._provinces, *self._city_homes, *(name for name in counties if len(name) > 2)}
        self._start = re.compile("|".join(sorted(starts, key=lambda name: (-len(name), name))) or r"(?!)")

    @classmethod
    def parse(cls, table: str) -> Regions:
        """From the file, in which ``#`` starts a comment and a line is province, city and districts, tabs between."""
        rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
        return cls((province, city, tuple(districts.split())) for province, city, districts in rows)

    def split(self, address: str) -> Place:
        """An address in its parts; all of it is the street where no part is known. Blanks in a row become one."""
        text = _BLANKS.sub(" ", address).strip(_APART)
        head = self._head(text, 0)
        while head.told and (again := self._head(text, head.end)).told > 1 and _same(head, again):
            head = _Head(head.province, again.city or head.city, head.district or again.district, again.told, again.end)
        place = Place(head.province, head.city, head.district)
        street = _LISTED.sub("", text[head.end :].strip(_APART))
        for region in _written(place):
            street = street.replace(region, "")
        return Place(head.province, head.city, head.district, _BLANKS.sub(" ", street).strip(_APART))

    def find(self, text: str) -> int | None:
        """Where the first address begins; None without one.

        One that can be relied on tells two of province, city and district, or one in full and a street with a number.
        """
        return next((m.start() for m in self._start.finditer(text) if self._reliable(text, m)), None)

    def _reliable(self, text: str, begin: re.Match[str]) -> bool:
        head = self._head(text, begin.start())
        full = begin[0][-1] in ("省", *_ENDINGS)
        return head.told > 1 or (head.told == 1 and full and bool(_STREET.match(text, head.end)))

    def _head(self, text: str, at: int) -> _Head:
        at = _past(text, at)
        province, end = self._province(text, at)
        if not province:
            return self._without_province(text, at)
        city, end = self._city(province, text, end)
        told = 1 + bool(city)
        if not city and (province, province) in self._districts:
            city = province
        if city:
            district, end = self._district((province, city), text, end)
            return _Head(province, city, district, told + bool(district), end)
        name, end = self._local(province, text, end)
        if not name and (gone := _UNKNOWN_CITY.match(text, _past(text, end))):
            unknown = _UNKNOWN_DISTRICT.match(text, gone.end())
            return _Head(province, gone[0], unknown[0] if unknown else "", 2, (unknown or gone).end())
        homes = {home for home in self._district_homes.get(name, ()) if home[0] == province}
        city = next(iter(homes))[1] if len(homes) == 1 else ""
        return _Head(province, city, name, told + bool(name), end)

    def _without_province(self, text: str, at: int) -> _Head:
        written = _longest(self._city_homes, text, at)
        if len(homes := self._city_homes.get(written, ())) == 1:
            home = next(iter(homes))
            district, end = self._district(home, text, at + len(written))
            if written == home[1] or district in self._districts[home]:  # 杭州 alone may mean anything
                return _Head(*home, district, 1 + bool(district), end)
        name, end = self._local("", text, at)
        known = self._district_homes.get(name, set())
        province, city = next(iter(known)) if len(known) == 1 else ("", "")
        return _Head(province, city, name, bool(name), end if name else at)

    def _province(self, text: str, at: int) -> tuple[str, int]:
        """A short name counts where a blank or a place of that province follows: 吉林市 and 北京路 are no provinces."""
        written = _longest(self._provinces, text, at)
        full = self._provinces.get(written, "")
        end = at + len(written)
        sure = written == full or not text[end : end + 1].strip(_APART) or written[-1:] in ("省", "区")
        if not full or sure:
            return full, end
        follows = self._city(full, text, end)[0] or self._local(full, text, end)[0] or text.startswith(full, end)
        return (full, end) if follows else ("", at)

    def _city(self, province: str, text: str, at: int) -> tuple[str, int]:
        known = self._cities[province]
        found, end = "", at
        while True:  # once more where it is doubled
            start = _past(text, end)
            written = _longest(known, text, start)
            city, after = known.get(written, ""), start + len(written)
            if not city or (found and (city != found or written != city)):
                return found, end
            if (written != city or city[-1] not in _ENDINGS) and (
                text[after : after + 1] in _OTHERWISE or len(self._local(province, text, start)[0]) > len(written)
            ):
                return found, end
            found, end = city, after

    def _district(self, home: tuple[str, str], text: str, at: int) -> tuple[str, int]:
        start = _past(text, at)
        known = self._districts[home]
        written = _longest(known, text, start)
        name, end = known.get(written, ""), start + len(written)
        short = written != name and written[-1:] not in _ENDINGS
        if name and not (short and text[end : end + 1].strip(_APART)):
            return name, end
        if nothing := _NO_DISTRICT.match(text, start):
            return "", nothing.end()
        unknown = _UNKNOWN_DISTRICT.match(text, start)
        return (unknown[0], unknown.end()) if unknown else ("", start)

    def _local(self, province: str, text: str, at: int) -> tuple[str, int]:
        """A district by its full name, where no city is told."""
        start = _past(text, at)
        name = _longest(self._district_homes, text, start)
        fits = any(province in ("", home[0]) for home in self._district_homes.get(name, ()))
        return (name, start + len(name)) if fits and len(name) > 2 else ("", at)


def _past(text: str, at: int) -> int:
    """The place behind separators and headings that say nothing."""
    while at < len(text):
        heading = _HEADINGS.match(text, at)
        if text[at] not in _APART and not heading:
            break
        at = heading.end() if heading else at + 1
    return at


def _longest(known: Iterable[str], text: str, at: int) -> str:
    names = (text[at : at + size] for size in range(min(_LONGEST, len(text) - at), 0, -1))
    return next((name for name in names if name in known), "")


def _same(head: _Head, again: _Head) -> bool:
    """Whether the second telling repeats the first, or only adds to it."""
    return (
        again.province == head.province
        and head.city in ("", again.city)
        and (not head.district or again.district in ("", head.district))
    )


def _written(place: Place) -> tuple[str, ...]:
    """The region as forms repeat it in the midst of a street, the longest first."""
    if not place.city or not place.district:
        return ()
    return (place.province + place.city + place.district, place.region)


def _provincial(name: str) -> tuple[str, ...]:
    if name.endswith(("省", "市")):
        return (name, name[:-1])
    short = re.sub(r"(?:壮族|回族|维吾尔)?自治区$|特别行政区$", "", name)
    return (name, short, short + "省", short + "自治区")


def _urban(name: str) -> set[str]:
    """The ways in which a city is written."""
    if found := _AUTONOMOUS.fullmatch(name):
        return {name, found["stem"], found["stem"] + found["kind"]}
    short = re.sub(r"(?:地区|新区|林区|[市县盟])$", "", name)
    return {name, short} if len(short) > 1 else {name}


def _local(name: str) -> set[str]:
    """The ways in which a district is written."""
    if found := _AUTONOMOUS.fullmatch(name):
        return {name, found["stem"], found["stem"] + found["kind"]}
    short = re.sub(r"(?:新区|[市县区旗])$", "", name)
    return {name, short} if len(short) > 1 else {name}
