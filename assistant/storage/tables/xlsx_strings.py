"""The shared texts of a workbook, kept as bytes: a million of them weigh what they say, and few are looked at."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from html import unescape
from xml.etree import ElementTree

_PLAIN = re.compile(rb"<si><t(?: xml:space=\"preserve\")?>([^<]*)</t></si>")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ESCAPED_RAW = re.compile(_ESCAPED.pattern.encode())
_LONGEST = 32_767  # characters that a cell can hold


class Strings:
    """Texts by their number, in the order in which they were added."""

    def __init__(self) -> None:
        self._texts = b""
        self._ends = array("Q", [0])
        self._escaped = False

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:
        """The text, "" for a number that nothing has; numbers are not negative."""
        try:
            raw = self._texts[self._ends[number] : self._ends[number + 1]]
        except IndexError:
            return ""
        return text_of(raw) if self._escaped else raw.decode("utf-8", "replace")

    def read(self, blocks: Iterable[bytes]) -> None:
        """Add the entries of ``blocks``, each of whole ``<si>`` elements. Raises ElementTree.ParseError."""
        texts = bytearray()
        for block in blocks:
            plain = _PLAIN.findall(block)
            if len(plain) != block.count(b"<si"):
                plain = [_told(part) for part in block.split(b"</si>")[:-1]]
            end, ends = len(texts), self._ends
            for text in plain:
                end += len(text)
                ends.append(end)
            texts += b"".join(plain)
        self._texts = bytes(texts)
        self._escaped = escaped(self._texts)


def _told(part: bytes) -> bytes:
    """The text of one entry, escaped as it stands in XML; runs of different looks are one text."""
    start = part.rfind(b"<si")
    if start < 0:
        return b""
    element = ElementTree.fromstring(b"<si>" + part[part.find(b">", start) + 1 :] + b"</si>")
    text = runs(element)
    return text.replace("&", "&amp;").replace("<", "&lt;").encode("utf-8", "replace")


def runs(element: ElementTree.Element) -> str:
    """The text of an element with ``<t>`` inside; what tells the sound of characters is left out."""
    own = [t.text or "" for t in element.findall("t")] + [t.text or "" for t in element.findall("r/t")]
    return "".join(own)


def escaped(raw: bytes) -> bool:
    """Whether characters may be written in another way than as themselves."""
    return b"&" in raw or b"\r" in raw or _ESCAPED_RAW.search(raw) is not None


def text_of(raw: bytes) -> str:
    """What stands in the XML as text: references and ``_x000D_`` resolved, cut to what a cell can hold.

    Lines end in ``\\n`` however the file ends them, as XML has it (XML 1.0, 2.11); libraries on Windows write both.
    """
    text = raw.decode("utf-8", "replace")
    if escaped(raw):
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), unescape(text))
    return text if len(text) <= _LONGEST else text[:_LONGEST]
