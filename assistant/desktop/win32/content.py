"""What the clipboard of Windows holds, format by format, as bytes; knows formats by number and name, calls nothing.

Formats: Microsoft's "Standard Clipboard Formats", "Shell Clipboard Formats" and "Clipboard Formats: Cloud Clipboard
and Clipboard History Formats". Numbers from 0xC000 on are registered by name, and differ from session to session.
What the marks for histories do is known from there only: Wine has no history that could be seen to honour them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

CF_BITMAP = 2
CF_METAFILEPICT = 3
CF_DIB = 8
CF_PALETTE = 9
CF_UNICODETEXT = 13
CF_ENHMETAFILE = 14
CF_HDROP = 15
CF_LOCALE = 16
CF_DIBV5 = 17

_OWNER_DRAWN = range(0x80, 0x90)  # CF_OWNERDISPLAY and the CF_DSP family: drawn by a window that will not own it then
_UNSHARED = range(0x200, 0x400)  # private handles and GDI objects: no bytes that another process could be given
_OLE = frozenset(["DataObject", "Ole Private Data"])  # pointers of the process that copied; OLE makes them anew
_VIRTUAL_FILES = frozenset(["FileContents", "FileGroupDescriptor", "FileGroupDescriptorW"])  # streams, not memory
_NO = bytes(4)  # a DWORD that is 0
_CHINESE = (0x0804).to_bytes(4, "little")  # the language that old programs, which want no Unicode, get a text in

FOR_MONITORS = {"ExcludeClipboardContentFromMonitorProcessing": _NO, "Clipboard Viewer Ignore": _NO}
"""Marks that keep a text from everything that watches the clipboard: that of Windows, and that of password managers."""

FOR_HISTORY = {"CanIncludeInClipboardHistory": _NO, "CanUploadToCloudClipboard": _NO}
"""Marks that keep a content out of Win+V and the cloud only."""


@dataclass(frozen=True, slots=True)
class Item:
    """One format. ``name`` is empty for those that Windows itself defines."""

    number: int
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that was in the clipboard, in the order of its owner.

    ``complete`` is False when something of it could not be kept.
    """

    items: tuple[Item, ...] = ()
    complete: bool = True

    @property
    def text(self) -> str | None:
        """The text in it. Windows itself makes it of text in other encodings."""
        return next((decode(item.data) for item in self.items if item.number == CF_UNICODETEXT), None)


def of_text(text: str) -> Content:
    """A text as what is to be put into the clipboard; the text first.

    With its language: else Windows takes that of the keyboard, and with an English one old programs get question marks.
    """
    return Content((Item(CF_UNICODETEXT, "", encode(text)), Item(CF_LOCALE, "", _CHINESE)))


def encode(text: str) -> bytes:
    """A text as CF_UNICODETEXT carries it: UTF-16, lines ended by CR LF, a NUL at the end."""
    lines = text.replace("\r\n", "\n").split("\n")
    return ("\r\n".join(lines) + "\0").encode("utf-16-le", "surrogatepass")


def decode(data: bytes) -> str:
    """The text of CF_UNICODETEXT, up to the NUL, with lines ended by LF."""
    whole = data[: len(data) // 2 * 2].decode("utf-16-le", "surrogatepass")
    return whole.split("\0", 1)[0].replace("\r\n", "\n")


@dataclass(frozen=True, slots=True)
class Plan:
    """What to read of an owner's formats; ``lost`` says that the user would miss some of the others."""

    keep: tuple[int, ...]
    lost: bool = False


def worth_keeping(offers: Sequence[tuple[int, str]]) -> Plan:
    """Choose from the formats on offer (number, name).

    Left out is what Windows makes again of others: a bitmap of a DIB, a metafile of an enhanced one.
    """
    numbers = {number for number, _ in offers}
    made = {CF_PALETTE}
    if numbers & {CF_DIB, CF_DIBV5}:
        made.add(CF_BITMAP)
    if CF_ENHMETAFILE in numbers:
        made.add(CF_METAFILEPICT)
    kept: list[int] = []
    lost = unknown = False
    for number, name in offers:
        if number in made or name in _OLE:
            continue
        if name in _VIRTUAL_FILES:
            lost = lost or CF_HDROP not in numbers
        elif number in _OWNER_DRAWN or number in _UNSHARED or number in (CF_BITMAP, CF_METAFILEPICT):
            unknown = True
        else:
            kept.append(number)
    return Plan(tuple(kept), lost or (unknown and not kept))


def missing(marks: Iterable[str], content: Content) -> list[str]:
    """Those of ``marks`` that a content does not carry yet."""
    present = {item.name for item in content.items}
    return [mark for mark in marks if mark not in present]
