"""One line of an address card, in whatever order its parts stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from assistant.core.orders.text import names, values
from assistant.core.orders.text.numbers import (
    CUT,
    Phone,
    card_suffix,
    first_id,
    order_ids,
    phones,
    postcode,
)
from assistant.core.regions import Place, Regions

_EDGES: Final = " \t,，;；:：、|/。📍📞☎📱👤🏠📮\ufe0f"
_TOKENS: Final = re.compile(r"[,，;；\t|]")
_WORDS: Final = re.compile(r"[,，;；\t|:：]")
_LABEL_BEHIND: Final = re.compile(
    r"[ ,，(（]{0,3}(?:手机号码?|手机|电话号码?|联系电话|联系方式|电话|[Tt]el|TEL|订单编?号?|邮编)[是为:：. ]{0,3}$"
)
_NAMED_BEHIND: Final = re.compile(
    r"[(（](?P<inside>[^()（）]{2,9})[)）]$|[ ,，](?:联系人|收件人|收货人|姓名)[ :：是]{0,3}(?P<said>[^ ,，:：]{2,9})$"
)
_HOUSE: Final = re.compile(r"[\d一二三四五六七八九十A-Za-z号楼室栋幢座层元弄组店厦园村区苑城庄馆院所路街厂站点柜)）]$")


@dataclass(frozen=True, slots=True)
class Card:
    """What one line tells. ``talks``: words of a sentence stand between the parts, so that this is no card."""

    names: tuple[str, ...] = field(default=(), repr=False)
    phones: tuple[Phone, ...] = field(default=(), repr=False)
    ids: tuple[str, ...] = field(default=(), repr=False)
    zip: str = field(default="", repr=False)
    suffix: str = field(default="", repr=False)
    place: Place | None = field(default=None, repr=False)
    tail: str = field(default="", repr=False)  # the end of the address when it may also be the name
    tail_apart: bool = False  # a comma or brackets set it apart
    without_tail: Place | None = field(default=None, repr=False)
    more: tuple[Place, ...] = field(default=(), repr=False)  # other addresses in the same line
    talks: bool = False

    @property
    def empty(self) -> bool:
        """Whether no number and no address is here."""
        return not (self.phones or self.ids or self.place or self.suffix)


def read(line: str, regions: Regions) -> Card:
    """The parts of a line."""
    ids, rest = order_ids(values.without_button(line))
    if not ids and (found := first_id(rest))[0]:
        ids, rest = [found[0]], found[1]
    told, rest = phones(rest)
    suffix, rest = card_suffix(rest)
    code, pieces, spots = _pieces(rest, regions)
    places = [
        (piece[at:], number) for number, (piece, at) in enumerate(zip(pieces, spots, strict=True)) if at is not None
    ]
    if not places:
        candidates, talks = _names(pieces, bool(told))
        return Card(candidates, tuple(told), tuple(ids), code, suffix, talks=talks)
    address, number = places[0]
    before = pieces[number][: spots[number]]
    candidates, talks = _names([*pieces[:number], before, CUT, *pieces[number + 1 :]], bool(told))
    kept, tail, apart = _tail(address)
    return Card(
        candidates,
        tuple(told),
        tuple(ids),
        code,
        suffix,
        regions.split(without_remarks(address)),
        tail,
        apart,
        regions.split(kept) if tail else None,
        tuple(regions.split(other) for other, _ in places[1:]),
        talks,
    )


def _pieces(rest: str, regions: Regions) -> tuple[str, list[str], list[int | None]]:
    """The postcode, what stands between the numbers, and where in each of them an address begins."""
    code, pieces = "", []
    for piece in rest.split(CUT):
        found, piece_left = postcode(piece) if not code else ("", piece)
        code = code or found
        if left := _LABEL_BEHIND.sub("", piece_left).strip(_EDGES).rstrip("(（[【"):
            pieces.append(left)
    return code, pieces, [regions.find(piece) for piece in pieces]


def _names(pieces: Iterable[str], with_phone: bool) -> tuple[tuple[str, ...], bool]:
    """Names among what is neither number nor address, the nearest to the front first; CUT stands for the address."""
    found: list[str] = []
    talks, behind = False, False
    for piece in pieces:
        if piece == CUT:
            behind = True
            continue
        talks = talks or (not behind and names.speaks(piece))
        tokens = [token for token in _WORDS.split(piece) if token.strip()]
        loose = with_phone and not behind
        for token in reversed(tokens):
            words = token.split()
            if names.strict(token) or (loose and len(words) == 1 and names.free(token)):
                found.append(names.clean(token))
            elif last := next((word for word in reversed(words) if names.strict(word)), ""):
                found.append(names.clean(last))
    return tuple(found), talks


def without_remarks(address: str) -> str:
    """Behind a comma people write what the courier shall do: that is no address."""
    first, *others = _TOKENS.split(address)
    kept = [token for token in others if not names.remark(token)]
    return ",".join([first, *kept]) if len(kept) < len(others) else address


def _tail(address: str) -> tuple[str, str, bool]:
    """The address without its last word, that word when it may be the name, and whether it is set apart."""
    address = address.strip(_EDGES)
    if (named := _NAMED_BEHIND.search(address)) and names.strict(name := named["inside"] or named["said"]):
        return address[: named.start()].strip(_EDGES), names.clean(name), True
    tokens = _TOKENS.split(address)
    apart = len(tokens) > 1 and names.strict(tokens[-1])
    last = tokens[-1] if apart else address.rpartition(" ")[2]
    kept = address[: address.rindex(last)].strip(_EDGES)
    if names.strict(last) and _HOUSE.search(kept):
        return kept, names.clean(last), apart
    return address, "", False
