"""Places as the cells of a table and the addresses of orders write them, and which of them lie in which.

A place is the path down to it: ``("浙江", "杭州/市", "西湖/区")``; behind the stroke stands what kind of place it is,
nothing where that was not written. A city without its province has "" in front, and no province holds it, since nothing
here says where it is: a :data:`Locate` that knows may put the province before it. What is no place gives None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.core.tables.numbers import ANYTHING, plain

if TYPE_CHECKING:
    from assistant.core.regions import Regions

Place = tuple[str, ...]
Locate = Callable[[str], str | None]  # the same place with its province in front; None when it is not known

_MAINLAND: Final = (
    *(
        "北京",
        "天津",
        "河北",
        "山西",
        "内蒙古",
        "辽宁",
        "吉林",
        "黑龙江",
        "上海",
        "江苏",
        "浙江",
        "安徽",
        "福建",
        "江西",
        "山东",
    ),
    *(
        "河南",
        "湖北",
        "湖南",
        "广东",
        "广西",
        "海南",
        "重庆",
        "四川",
        "贵州",
        "云南",
        "西藏",
        "陕西",
        "甘肃",
        "青海",
        "宁夏",
        "新疆",
    ),
)
_MUNICIPAL: Final = frozenset(("北京", "天津", "上海", "重庆", "香港", "澳门"))
_ALIASES: Final = {"臺灣": "台湾", "內蒙古": "内蒙古", "内蒙": "内蒙古"}
_PEOPLES: Final = (
    "(?:(?:朝鲜|土家|苗|藏|羌|彝|傣|景颇|白|傈僳|壮|哈尼|布依|侗|回|蒙古|哈萨克|柯尔克孜|维吾尔|黎|瑶|畲|满|仡佬|纳西|怒|独龙|佤|"
    "拉祜|布朗|东乡|保安|撒拉|土|裕固|锡伯|达斡尔|鄂温克|鄂伦春|仫佬|毛南|水)族?)"
)
_NAMES: Final = "|".join((*_MAINLAND, "香港", "澳门", "台湾", *_ALIASES))
_PROVINCE: Final = re.compile(
    rf"({_NAMES})(?:(?:维吾尔|壮族|回族)?自治区|特别行政区|省|市(?![县区]))?(?!{_PEOPLES}*自治[州县]|州)"
)
_PROVINCES: Final = re.compile(rf"(?:(?:{_NAMES})省?){{2,}}")
_CITY: Final = re.compile(rf"([\u4e00-\u9fff]{{2,8}}?)(?:{_PEOPLES}*自治(州)|(地)区|(市|盟|州))")
_DISTRICT: Final = re.compile(rf"([\u4e00-\u9fff]{{1,10}}?)(?:{_PEOPLES}*自治([县旗])|新?(区)|([县市旗]))")
_BARE: Final = re.compile(r"[\u4e00-\u9fff]{2,10}")
_NAMED: Final = re.compile(r"[\u4e00-\u9fff]{2,40}")
_SPLIT: Final = re.compile(r"[、,;/|\n ]|和|及")
_GROUPS: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(("全国", "全国包邮", "全国各地"), _MAINLAND),
    "江浙沪": ("江苏", "浙江", "上海"),
    "江浙沪皖": ("江苏", "浙江", "上海", "安徽"),
    "长三角": ("江苏", "浙江", "上海", "安徽"),
    "京津冀": ("北京", "天津", "河北"),
    "东三省": ("辽宁", "吉林", "黑龙江"),
    "东北三省": ("辽宁", "吉林", "黑龙江"),
    "东北": ("辽宁", "吉林", "黑龙江"),
    "华北": ("北京", "天津", "河北", "山西", "内蒙古"),
    "华东": ("上海", "江苏", "浙江", "安徽", "福建", "江西", "山东"),
    "华中": ("河南", "湖北", "湖南"),
    "华南": ("广东", "广西", "海南"),
    "西南": ("重庆", "四川", "贵州", "云南", "西藏"),
    "西北": ("陕西", "甘肃", "青海", "宁夏", "新疆"),
    "川渝": ("四川", "重庆"),
    "云贵川": ("云南", "贵州", "四川"),
    "两广": ("广东", "广西"),
    "两湖": ("湖北", "湖南"),
    "新藏": ("新疆", "西藏"),
    "港澳台": ("香港", "澳门", "台湾"),
    "港澳": ("香港", "澳门"),
}
_MOST: Final = 200  # characters of an address that are looked at


def locator(regions: Regions) -> Locate:
    """Knows the province of every city and district that is the only one of its name."""

    def locate(text: str) -> str | None:
        if not _BARE.fullmatch(text) or regions.split(text).province:
            return _told(regions, text)
        names = [text + kind for kind in ("市", "区", "县") if _known(regions, text + kind)]
        return _told(regions, names[0]) if len(names) == 1 else None

    return locate


def _known(regions: Regions, text: str) -> bool:
    found = regions.split(text)
    return bool(found.province or found.district)


def _told(regions: Regions, text: str) -> str | None:
    found = regions.split(text)
    return found.address if found.province else None


def place(text: str, locate: Locate | None = None) -> Place | None:
    """Where ``text``, an address or a part of one, is."""
    compact = plain(text[:_MOST]).replace(" ", "")
    found = _PROVINCE.match(compact)
    if not found and locate:
        compact = locate(compact) or compact
        found = _PROVINCE.match(compact)
    if not found:
        below = _below((), compact)
        unknown = not below or (locate is not None and below[0].endswith("/"))
        return None if unknown else ("", *below)
    name = _ALIASES.get(found[1], found[1])
    rest = compact[found.end() :]
    if name in _MUNICIPAL:  # 上海市上海市浦东新区, 上海市市辖区浦东新区
        rest = re.sub(rf"^(?:{name}市?|市辖区|市?县(?=.))+", "", rest)
        return (name, f"{name}/市", *_district(rest)) if rest else (name,)
    if found[0].endswith("市"):  # 吉林市
        return (name, f"{name}/市", *_district(rest))
    return (name, *_below((), rest))


def _below(path: Place, rest: str) -> Place:
    """The city, and the district, that ``rest`` starts with."""
    if city := _CITY.match(rest):
        return (*path, _named(city), *_district(rest[city.end() :]))
    return (*path, *_district(rest))


def _district(rest: str) -> Place:
    """The district that ``rest`` starts with, or the bare name that it is; nothing where it goes on as a street."""
    found = _DISTRICT.match(rest)
    if found:
        return (_named(found),)
    return (f"{rest}/",) if _BARE.fullmatch(rest) else ()


def _named(found: re.Match[str]) -> str:
    return f"{found[1]}/{next(kind for kind in found.groups()[1:] if kind)}"


@dataclass(frozen=True, slots=True)
class Area:
    """The places that a cell names, or with ``anywhere`` every place."""

    places: frozenset[Place] = frozenset()
    anywhere: bool = False

    def level(self, value: Place) -> int:
        """How far down the cell names ``value``: 3 district, 2 city, 1 province, 0 as anything else; -1 not at all."""
        levels = [_level(named, value) for named in self.places if _holds(named, value)]
        return max(levels, default=0 if self.anywhere else -1)

    def holds(self, value: Place) -> bool:
        """Whether the place is in it."""
        return self.level(value) >= 0

    def within(self, other: Area) -> bool:
        """Whether every place of it is in the other one, as far as the names tell."""
        if other.anywhere or self.anywhere:
            return other.anywhere
        return all(any(_holds(wide, named) for wide in other.places) for named in self.places)

    def shared(self, other: Area) -> list[Place]:
        """The places that both name, each as far down as one of them goes."""
        if self.anywhere or other.anywhere:
            return sorted((other if self.anywhere else self).places) or [_SOMEWHERE]
        both = {max(a, b, key=len) for a in self.places for b in other.places if _holds(a, b) or _holds(b, a)}
        return sorted(both)


_SOMEWHERE: Final = ("浙江", "杭州/市")


def _level(named: Place, value: Place) -> int:
    if named[0] or len(named) > 2:
        return len(named)
    return next(number for number, part in enumerate(value, 1) if number > 1 and _same(named[1], part))


def _holds(wide: Place, narrow: Place) -> bool:
    """Whether ``narrow`` is ``wide`` or lies in it."""
    if wide[0] and wide[0] == narrow[0]:
        return len(wide) <= len(narrow) and all(map(_same, wide[1:], narrow[1:]))
    if wide[0]:  # where the narrow one lies is not known: only what is called the same in full
        return not narrow[0] and len(wide) > 1 and narrow[1] == wide[1] and narrow[1 : len(wide)] == wide[1:]
    if len(wide) == 2:  # a city or a district, wherever it is
        return any(_same(wide[1], part) for part in narrow[1:])
    return len(wide) <= len(narrow) and all(map(_same, wide[1:], narrow[1:]))


def _same(a: str, b: str) -> bool:
    """Whether two names are of one place: what kind of place it is may be left out."""
    return a == b or ((a[-1] == "/" or b[-1] == "/") and a[: a.index("/")] == b[: b.index("/")])


def area(text: str, locate: Locate | None = None) -> Area | None:
    """The places that a cell names; None when it can't be read."""
    whole = plain(text)
    if whole.removesuffix("地区") in ANYTHING:
        return Area(anywhere=True)
    places: set[Place] = set()
    for part in filter(None, _SPLIT.split(whole)):
        found = _places(part, locate)
        if not found:
            return None
        places |= found
    return Area(frozenset(places)) if places else None


def _places(part: str, locate: Locate | None) -> set[Place]:
    """Those of one part of a cell; none when it is no place."""
    name = part.removesuffix("地区")
    if group := _GROUPS.get(part) or _GROUPS.get(name):
        return {(province,) for province in group}
    if _PROVINCES.fullmatch(part):
        return {(_ALIASES.get(name, name),) for name in re.findall(_NAMES, part)}
    found = place(part, locate) if _NAMED.fullmatch(part) else None
    return {found} if found else set()
