"""Serving selections that we own, of any size, and knowing who has read what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from Xlib import X, Xatom, error
from Xlib.ext import res
from Xlib.protocol import event

from assistant.core.model import Window
from assistant.desktop.x11.content import TEXT_TARGETS, Content, Item
from assistant.desktop.x11.link import Link

_PART = 200_000  # bytes in one property; the core protocol's request limit is 262,140


@dataclass(slots=True)
class _Sending:
    requestor: Any
    prop: int
    item: Item
    at: int
    reader: int


class Clients:
    """Whose connection it is. A client is the part of a resource id that the server gives to one connection."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._mask = ~int(link.display.display.info.resource_id_mask)

    def of(self, window: int) -> int:
        """The client that a window belongs to."""
        return window & self._mask

    def reads_for(self, client: int, reader: Window | None) -> bool:
        """Whether ``client`` is the reading program: the window's own connection, or another one of its process."""
        if reader is None:
            return True
        return client == self.of(reader.handle) or bool(reader.pid and self._pid(client) == reader.pid)

    def _pid(self, client: int) -> int:
        """Asked each time: the server gives the numbers of closed connections to new ones."""
        spec = [{"client": client, "mask": res.LocalClientPIDMask}]
        ids = self._link.display.res_query_client_ids(spec).ids
        return int(ids[0].value[0]) if ids and ids[0].value else 0


class Server:
    """Answers SelectionRequests. ``choose(selection, client)`` says what that client may see now, None for nothing.

    ``was_read(client)`` is told when a client has taken a text completely.
    """

    def __init__(
        self,
        link: Link,
        clients: Clients,
        choose: Callable[[int, int], tuple[Content, int] | None],
        was_read: Callable[[int], None],
    ) -> None:
        self._link = link
        self._clients = clients
        self._choose = choose
        self._was_read = was_read
        self._sending: dict[tuple[int, int], _Sending] = {}
        self._read_by: list[int] = []

    def handle(self, e: Any) -> None:
        """A SelectionRequest, the deletion of a property that carried a part, the end of a window that got parts."""
        if e.type == X.SelectionRequest:
            self._requested(e)
        elif e.type == X.DestroyNotify:
            for window, prop in [key for key in self._sending if key[0] == e.window.id]:
                del self._sending[window, prop]
        elif e.type == X.PropertyNotify and e.state == X.PropertyDelete:
            sending = self._sending.get((e.window.id, e.atom))
            if sending:
                self._next_part(sending)

    def _requested(self, e: Any) -> None:
        prop = e.property or e.target  # clients of before ICCCM name no property
        offer = self._choose(e.selection, self._clients.of(e.requestor.id))
        name = self._link.atom_name(e.target)
        served = offer is not None and self._answer(e.requestor, name, prop, *offer)
        note = event.SelectionNotify(
            time=e.time, requestor=e.requestor, selection=e.selection, target=e.target, property=prop if served else 0
        )
        e.requestor.send_event(note)
        told, self._read_by = self._read_by, []
        if told:
            self._link.display.sync()  # the reader has its answer before anybody who hears of it presses a key
        else:
            self._link.display.flush()
        for client in told:
            self._was_read(client)

    def _answer(self, requestor: Any, target: str, prop: int, content: Content, since: int) -> bool:
        link = self._link
        if target == "TARGETS":
            names = ["TARGETS", "TIMESTAMP", "MULTIPLE", *content.targets]
            requestor.change_property(prop, Xatom.ATOM, 32, [link.atom(n) for n in names])
            return True
        if target == "TIMESTAMP":
            requestor.change_property(prop, Xatom.INTEGER, 32, [since])
            return True
        if target == "MULTIPLE":
            return self._multiple(requestor, prop, content, since)
        item = content.item(target)
        if item is None:
            return False
        reader = self._clients.of(requestor.id) if target in TEXT_TARGETS else 0
        self._send(requestor, prop, item, reader)
        return True

    def _multiple(self, requestor: Any, prop: int, content: Content, since: int) -> bool:
        try:
            asked = requestor.get_full_property(prop, X.AnyPropertyType)
        except error.XError:
            return False  # gone already
        if asked is None:
            return False
        pairs = list(asked.value)
        for i in range(0, len(pairs) - 1, 2):
            name = self._link.atom_name(pairs[i])
            if name == "MULTIPLE" or not self._answer(requestor, name, pairs[i + 1], content, since):
                pairs[i + 1] = 0
        requestor.change_property(prop, self._link.atom("ATOM_PAIR"), 32, pairs)
        return True

    def _send(self, requestor: Any, prop: int, item: Item, reader: int) -> None:
        """``reader`` is the client that reads a text by this, 0 for other formats."""
        kind = self._link.atom(item.type)
        if len(item.data) <= _PART:
            requestor.change_property(prop, kind, item.bits, item.data)
            if reader:
                self._read_by.append(reader)
            return
        requestor.change_attributes(event_mask=X.PropertyChangeMask | X.StructureNotifyMask)
        requestor.change_property(prop, self._link.atom("INCR"), 32, [len(item.data)])
        self._sending[requestor.id, prop] = _Sending(requestor, prop, item, 0, reader)

    def _next_part(self, s: _Sending) -> None:
        part = s.item.data[s.at : s.at + _PART]
        s.at += len(part)
        s.requestor.change_property(s.prop, self._link.atom(s.item.type), s.item.bits, part)
        if not part:
            del self._sending[s.requestor.id, s.prop]
            s.requestor.change_attributes(event_mask=X.NoEventMask)
            if s.reader:
                self._was_read(s.reader)
