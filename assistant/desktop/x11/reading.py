"""Reading another program's selection: every format, whatever its size, giving up only when nothing moves any more."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from Xlib import X

from assistant.desktop.x11.content import TEXT_TARGETS, Content, Item, decode, worth_keeping
from assistant.desktop.x11.link import Link
from assistant.desktop.x11.loop import Loop

_AT_ONCE = 6  # conversions under way together; owners answer them independently
_LARGEST = 256 << 20  # bytes; more than this is not kept in memory
_ALL = 0x1FFFFFFF
_BYTES = 8  # bits of a unit
_TEXTS = tuple(t for t in TEXT_TARGETS if t != "TEXT")  # that one's encoding is the owner's choice


@dataclass(slots=True)
class _Transfer:
    selection: int
    target: str
    parts: list[bytes] = field(default_factory=list)
    item: Item | None = None
    by_parts: bool = False
    done: bool = False
    lost: bool = False  # too much for memory, or in units that a text or picture never has


class Reader:
    """Runs on the loop's thread; ``handle`` gets its SelectionNotify and PropertyNotify events."""

    def __init__(self, link: Link, loop: Loop, window: Any) -> None:
        self._link = link
        self._loop = loop
        self._window = window
        self._under_way: dict[int, _Transfer] = {}
        self._numbers = count()
        self._moved = 0.0  # monotonic time of the last sign of life of an owner
        self._bytes = 0

    def text(self, selection: int, stall: int) -> str | None:
        """The selection's text; None when it has none or its owner is silent for ``stall`` ms."""
        self._bytes = 0
        for target in _TEXTS:
            found = self._fetch(selection, [target], stall)[0]
            if found.item is not None and found.item.bits == _BYTES:
                return decode(target, bytes(found.item.data))
            if not found.done:
                return None
        return None

    def everything(self, selection: int, stall: int) -> Content:
        """All formats. Incomplete when the owner is silent for ``stall`` ms or holds too much."""
        owner = self._link.display.get_selection_owner(selection)
        if not owner:
            return Content()
        asked = self._fetch(selection, ["TARGETS"], stall)[0]
        if asked.item is None or asked.item.bits == _BYTES:
            return Content(complete=False)
        wanted, pictures = worth_keeping([name for n in asked.item.data if (name := self._link.atom_name(n))])
        self._bytes = 0
        content = Content(pictures=pictures)
        for i in range(0, len(wanted), _AT_ONCE):
            for t in self._fetch(selection, wanted[i : i + _AT_ONCE], stall):
                if t.item is not None:
                    content.items[t.target] = t.item
                content.complete &= t.done and not t.lost
            if not content.complete:
                break
        if "image/png" not in content.items:
            content.pictures = ()
        return content

    def ask_to_save(self, manager: int, stall: int) -> None:
        """Ask a clipboard manager (an owner of the selection ``manager``) to take a copy of all we hold."""
        self._fetch(manager, ["SAVE_TARGETS"], stall)

    def handle(self, e: Any) -> None:
        """An event for our window."""
        if e.type == X.SelectionNotify:
            self._answered(e)
        elif e.type == X.PropertyNotify and e.state == X.PropertyNewValue:
            transfer = self._under_way.get(e.atom)
            if transfer and transfer.by_parts:
                self._part(e.atom, transfer)

    def _fetch(self, selection: int, targets: Sequence[str], stall: int) -> list[_Transfer]:
        transfers = []
        for target in targets:
            prop = self._link.atom(f"XIAOER_{next(self._numbers) % 16}")
            transfer = self._under_way[prop] = _Transfer(selection, target)
            transfers.append(transfer)
            self._window.delete_property(prop)
            self._window.convert_selection(selection, self._link.atom(target), prop, X.CurrentTime)
        self._moved = time.monotonic()
        while not all(t.done for t in transfers):
            if not self._loop.pump(lambda: all(t.done for t in transfers), self._moved + stall / 1000):
                if time.monotonic() - self._moved < stall / 1000:
                    continue
                break
        self._under_way.clear()
        return transfers

    def _answered(self, e: Any) -> None:
        self._moved = time.monotonic()
        if not e.property:
            name = self._link.atom_name(e.target)
            for transfer in self._under_way.values():
                if transfer.target == name and transfer.selection == e.selection:
                    transfer.done = True
            return
        asked = self._under_way.get(e.property)
        if asked is None or asked.done:
            return
        self._take(e.property, asked)

    def _take(self, prop: int, transfer: _Transfer) -> None:
        found = self._window.get_property(prop, X.AnyPropertyType, 0, _ALL, delete=True)
        if found is None:
            transfer.done = True
        elif self._link.atom_name(found.property_type) == "INCR":
            transfer.by_parts = True  # deleting the property above asked for the first part
        else:
            bits = int(found.format)
            data = bytes(found.value) if bits == _BYTES else list(found.value)
            transfer.item = Item(self._link.atom_name(found.property_type), bits, data)
            transfer.done = True
            self._bytes += len(data)

    def _part(self, prop: int, transfer: _Transfer) -> None:
        self._moved = time.monotonic()
        found = self._window.get_property(prop, X.AnyPropertyType, 0, _ALL, delete=True)
        if found is None:
            return
        self._bytes += len(found.value)
        if found.value and (found.format != _BYTES or self._bytes > _LARGEST):
            transfer.lost = True
            transfer.parts = []
        if found.value:
            if not transfer.lost:
                transfer.parts.append(bytes(found.value))
            return
        transfer.done = True
        if not transfer.lost:
            transfer.item = Item(self._link.atom_name(found.property_type), _BYTES, b"".join(transfer.parts))
