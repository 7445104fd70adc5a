"""The one receiver that labels and cards tell of together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from assistant.core.orders.text import cards, names, values
from assistant.core.orders.text.cards import Card
from assistant.core.orders.text.labels import DETAIL, REGION, Loose, Told
from assistant.core.orders.text.numbers import NO_ZIP, Phone, card_suffix, phones, postcode
from assistant.core.regions import Place, Regions

T = TypeVar("T")
Read = tuple[Loose, Card]

_NAME, _PHONE, _EXT, _ADDRESS, _ZIP = (f"receiver.{part}" for part in ("name", "phone", "phone_ext", "address", "zip"))
_PARTS: Final = ("receiver.province", "receiver.city", "receiver.district", REGION)
_MORE: Final = re.compile(r"[^:：×]{0,24}(?:\d+[号楼室栋幢弄]|[路街村苑园巷道厦]|小区)[^:：×]{0,24}")
_MEANS_BUYER: Final = ("买家姓名", "客户姓名")  # another person where a receiver is told as well
_DIGITS: Final = re.compile(r"[0-9]{1,6}")
SAYINGS: Final = ("order.memo", "order.buyer_message", "")  # whatever stands in them, it is no card
_LONGEST_NAME: Final = 40


class Several(Exception):
    """More than one receiver is told of. It never leaves this module."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who gets the parcel, as far as it is told. ``labelled``: a label said so. ``lines``: those that it took."""

    name: str = field(default="", repr=False)
    phone: Phone | None = field(default=None, repr=False)
    ext: str = field(default="", repr=False)
    place: Place | None = field(default=None, repr=False)
    zip: str = field(default="", repr=False)
    labelled: bool = False
    marked: bool = False  # four digits in brackets stood there: only copied cards have them
    lines: frozenset[int] = frozenset()

    @property
    def named(self) -> bool:
        """Whether there is a name."""
        return bool(self.name)

    @property
    def reachable(self) -> bool:
        """Whether there is a phone."""
        return self.phone is not None

    @property
    def known(self) -> bool:
        """Whether anything is told."""
        return bool(self.name or self.phone or self.place)

    @property
    def enough(self) -> bool:
        """Whether this is a receiver, and not just a number or a place that somebody talks of."""
        if self.place and (self.phone or (self.labelled and self.name)):
            return True
        if self.place and self.name:
            return bool(self.place.city and self.place.street)
        return bool(self.name and self.phone and (self.labelled or self.marked or self.ext))

    def facts(self) -> dict[str, str]:
        """By their paths."""
        place = self.place or Place()
        told = {
            _NAME: self.name,
            _PHONE: self.phone.number if self.phone else "",
            _EXT: self.ext,
            "receiver.province": place.province,
            "receiver.city": place.city,
            "receiver.district": place.district,
            _ADDRESS: place.address,
            "receiver.street": place.street,
            _ZIP: "" if self.zip == NO_ZIP else self.zip,
        }
        return {path: value for path, value in told.items() if value}


def put_together(told: Sequence[Told], found: Sequence[Read], regions: Regions) -> Receiver | None:
    """The receiver, perhaps one of whom nothing is known; None when the text tells of several."""
    try:
        return _Together(told, found, regions).receiver()
    except Several:
        return None


def opened(told: Sequence[Told], regions: Regions) -> tuple[list[Told], list[Read]]:
    """Values that hold a whole card, as often after 收货人, are read as one; the rest stays what it is."""
    plain: list[Told] = []
    found: list[Read] = []
    for one in told:
        card = cards.read(one.value, regions) if one.key not in SAYINGS else Card()
        more = {_NAME: card.phones or card.place, _PHONE: card.place, _ADDRESS: card.phones, DETAIL: card.phones}
        if more.get(one.key, card.phones and card.place):
            found.append((Loose(one.line, one.value, sure=True), card))
        if one.key == "order.id" or not found or found[-1][0].text != one.value:
            plain.append(one)
    return plain, found


class _Together:
    def __init__(self, told: Sequence[Told], found: Sequence[Read], regions: Regions) -> None:
        self._told = told
        self._found = found
        self._cards = [card for _, card in found if not card.empty]
        self._regions = regions
        self._lines: set[int] = set()
        values_told = [one.value for one in told if one.key in (_NAME, _PHONE, _ADDRESS, DETAIL)]
        suffixes = [*(card.suffix for card in self._cards), *(card_suffix(value)[0] for value in values_told)]
        self._suffix = next(filter(None, suffixes), "")

    def receiver(self) -> Receiver:
        """Raises Several."""
        name = self._name()
        place = self._place(name)
        phone, ext = self._phone()
        return Receiver(
            name,
            phone,
            ext or self._suffix,
            place,
            self._zip(),
            any(one.key in (_NAME, _PHONE, _ADDRESS, REGION, DETAIL) for one in self._told)
            or any(piece.sure for piece, _ in self._found),
            bool(self._suffix),
            frozenset(self._lines),
        )

    # --- the name

    def _name(self) -> str:
        labelled = [one for one in self._told if one.key == _NAME]
        own = [one for one in labelled if one.label not in _MEANS_BUYER] or labelled
        given = [name for one in own if len(name := _named(one.value)) <= _LONGEST_NAME]
        given += [name for card in self._cards if (name := _name_of(card))]
        tails = (card.tail for card in self._cards if card.tail)
        return _one(filter(None, given), _alike) or self._line_of_name() or next(tails, "")

    def _line_of_name(self) -> str:
        """A line that is nothing but a name, beside or between the lines of the card."""
        parts = [number for number, (_, card) in enumerate(self._found) if not card.empty]
        if not parts:
            return ""
        alone = len(self._found) <= len(parts) + 1 and not self._told
        for number in (parts[0] - 1, *range(parts[0] + 1, parts[-1]), parts[-1] + 1):
            if not 0 <= number < len(self._found):
                continue
            piece, card = self._found[number]
            text = piece.text.strip()
            if card.empty and (names.strict(text) or (alone and number < parts[0] and names.free(text))):
                self._lines.add(piece.line)
                return names.clean(text)
        return ""

    # --- the address

    def _place(self, name: str) -> Place | None:
        """Without the last word where that is the name."""
        places: list[Place] = [place] if (place := self._labelled_place()) else []
        for number, (_, card) in enumerate(self._found):
            place = card.without_tail if card.without_tail and name == card.tail else card.place
            if place:
                places += [self._continued(place, number), *card.more]
        return _one(places, _nearby, lambda place: len(place.address))

    def _labelled_place(self) -> Place | None:
        def value(*keys: str) -> str:
            given = [values.plain(one.value) for one in self._told if one.key in keys]
            return _one(given, _within, len) or ""

        whole = value(_ADDRESS)
        detail = value(DETAIL)
        region = " ".join(filter(None, (value(key) for key in _PARTS)))
        street = whole or detail
        if not street:
            return self._regions.split(region) if len(region) > 3 else None
        _, street = postcode(cards.without_remarks(card_suffix(street)[1].strip()))
        place = self._regions.split(street)
        if detail and whole and place.province:
            region, street = whole, detail
        if not place.province or not place.city or region == whole:
            place = self._regions.split(f"{region} {street}")
            begun = self._regions.split(region).street
            if begun and place.street.startswith(f"{begun} "):
                place = replace(place, street=begun + place.street[len(begun) + 1 :])
        return place

    def _continued(self, place: Place, number: int) -> Place:
        """An address may go on in the next line, where it has no house yet."""
        if number + 1 >= len(self._found) or re.search(r"\d", place.street):
            return place
        piece, card = self._found[number + 1]
        text = piece.text.strip()
        if not card.empty or names.speaks(text) or not _MORE.fullmatch(text):
            return place
        self._lines.add(piece.line)
        return self._regions.split(f"{place.address} {text}" if place.street else place.address + text)

    # --- the numbers

    def _phone(self) -> tuple[Phone | None, str]:
        sources = [phones(one.value)[0] for one in self._told if one.key == _PHONE]
        sources += [list(card.phones) for card in self._cards]
        mobiles = [[phone for phone in source if phone.mobile] for source in sources]
        _one((source[0] for source in mobiles if source), Phone.like)
        every = [phone for source in mobiles for phone in source] or [phone for source in sources for phone in source]
        same = [phone for phone in every if phone.like(every[0])]
        chosen = min(same, key=lambda phone: "*" in phone.number, default=None)
        told = next((one.value for one in self._told if one.key == _EXT and _DIGITS.fullmatch(one.value)), "")
        return chosen, (chosen.ext if chosen else "") or told

    def _zip(self) -> str:
        """The postcode that a label tells, or a card, or the end of an address."""
        told = [one.value[:6] for one in self._told if one.key == _ZIP and re.match(r"\d{6}(?!\d)", one.value)]
        ends = [postcode(card_suffix(one.value)[1].strip())[0] for one in self._told if one.key in (_ADDRESS, DETAIL)]
        return next(filter(None, [*told, *(card.zip for _, card in self._found), *ends]), "")


def _one(given: Iterable[T], alike: Callable[[T, T], bool], worth: Callable[[T], int] | None = None) -> T | None:
    """The one that all of them are, the most telling of its forms. Raises Several when two are different."""
    every = list(given)
    if not every:
        return None
    first = every[0]
    if not all(alike(first, other) for other in every[1:]):
        raise Several
    return max(every, key=worth) if worth else min(every, key=lambda one: "*" in str(one))


def _name_of(card: Card) -> str:
    """The name on a card; behind its address it must be set apart."""
    if card.names and (card.phones or card.place or card.suffix):
        return card.names[0]
    return card.tail if card.tail_apart else ""


def _named(value: str) -> str:
    return names.clean(values.plain(card_suffix(value)[1]))


def _alike(one: str, other: str) -> bool:
    return one == other or ("*" in one + other and one[:1] == other[:1])


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _within(one: str, other: str) -> bool:
    one, other = _bare(one), _bare(other)
    return one in other or other in one


def _nearby(one: Place, other: Place) -> bool:
    return _within(one.address, other.address)
