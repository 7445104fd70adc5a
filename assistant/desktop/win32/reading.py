"""Reading what other programs have put into the clipboard, without waiting for one that is stuck."""

from __future__ import annotations

import ctypes
import sys

from assistant.desktop.win32 import clipboard_calls as calls
from assistant.desktop.win32 import native
from assistant.desktop.win32.content import CF_DIB, CF_DIBV5, CF_UNICODETEXT, Content, Item, decode, worth_keeping

assert sys.platform == "win32"

_LARGEST = 256 << 20  # bytes; more than this is not kept in memory
_TWIN_LIMIT = 32 << 20  # bytes of a picture above which its second encoding is left to Windows
_SMTO_ABORTIFHUNG = 0x0002


def answers(timeout: int) -> bool:
    """Whether the clipboard's owner, if there is one, serves messages within ``timeout`` ms.

    Asking a stuck owner for a format that it has not made yet waits with it.
    """
    owner = calls.owner()
    if not owner:
        return True
    result = ctypes.c_size_t()
    return bool(native.SendMessageTimeout(owner, 0, 0, 0, _SMTO_ABORTIFHUNG, timeout, ctypes.byref(result)))


def text() -> str | None:
    """The text in the clipboard, which must be open."""
    try:
        data = calls.read(CF_UNICODETEXT, _LARGEST)
    except MemoryError:
        return None
    return None if data is None else decode(data)


def everything(timeout: int) -> Content:
    """Every format that can be kept. The clipboard must be open.

    It ends where its owner gives no sign of life for ``timeout`` ms.
    """
    offers = calls.offers()
    plan = worth_keeping(offers)
    names = dict(offers)
    items: list[Item] = []
    left = _LARGEST
    for number in plan.keep:
        if not answers(timeout):
            return Content(tuple(items), complete=False)
        if _is_second_of_twins(number, items):
            continue
        try:
            data = calls.read(number, left)
        except MemoryError:
            return Content(tuple(items), complete=False)
        if data is not None:
            items.append(Item(number, names[number], data))
            left -= len(data)
    return Content(tuple(items), complete=not plan.lost)


def _is_second_of_twins(number: int, items: list[Item]) -> bool:
    """Whether it is a large picture's other form. Small ones are kept twice: nothing tells which one was copied."""
    twins = {CF_DIB, CF_DIBV5}
    return number in twins and any(i.number in twins and len(i.data) > _TWIN_LIMIT for i in items)
