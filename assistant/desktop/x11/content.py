"""What a selection holds, format by format, as the server carries it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

TEXT_TARGETS = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "TEXT", "STRING")
# Asking for these would make the owner do something, or answers nothing that could be kept.
_ACTIONS = frozenset(
    ["TARGETS", "MULTIPLE", "TIMESTAMP", "DELETE", "SAVE_TARGETS", "INSERT_SELECTION", "INSERT_PROPERTY", "ADOBE"]
)
_PNG = "image/png"
# Marks that keep a text out of clipboard histories: that of password managers, and for CopyQ before 8, which does not
# know it, CopyQ's mark of what it has copied itself.
_PRIVATE = {"x-kde-passwordManagerHint": b"secret", "application/x-copyq-owner": b"xiaoer"}


@dataclass(frozen=True, slots=True)
class Item:
    """One format: its type's name, the bits of a unit (8, 16, 32) and the units."""

    type: str
    bits: int
    data: bytes | Sequence[int]


@dataclass(slots=True)
class Content:
    """Everything that a selection's owner offered. ``complete`` is False when it stopped answering."""

    items: dict[str, Item] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()  # offered beside PNG and made from it when asked for
    complete: bool = True

    @property
    def targets(self) -> list[str]:
        """The formats on offer."""
        return [*self.items, *self.pictures]

    def item(self, target: str) -> Item | None:
        """One format, None when it is not on offer."""
        if target in self.pictures and target not in self.items:
            png = self.items[_PNG].data
            made = _recode(bytes(png), target)
            return Item(target, 8, made) if made else None
        return self.items.get(target)

    @property
    def text(self) -> str | None:
        """The text in it."""
        for target in TEXT_TARGETS:
            found = self.items.get(target)
            if found and found.bits == 8:
                return decode(target, bytes(found.data))
        return None


def of_text(text: str, *, private: bool = True) -> Content:
    """A text in every form that programs ask for, marked to stay out of clipboard histories."""
    data = text.encode("utf-8", "surrogatepass")
    items = {
        "UTF8_STRING": Item("UTF8_STRING", 8, data),
        "text/plain;charset=utf-8": Item("text/plain;charset=utf-8", 8, data),
        "text/plain": Item("text/plain", 8, data),
        "TEXT": Item("UTF8_STRING", 8, data),
    }
    if text.isascii():  # STRING is Latin-1: a reader that knows nothing better must not get question marks
        items["STRING"] = Item("STRING", 8, data)
    if private:
        items |= {mark: Item(mark, 8, value) for mark, value in _PRIVATE.items()}
    return Content(items)


def worth_keeping(targets: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """Split an owner's targets into those to read now and the pictures that PNG can stand for.

    Toolkits offer one picture in a dozen encodings, each made on demand; reading all of a screenshot takes seconds.
    """
    wanted = list(dict.fromkeys(t for t in targets if t not in _ACTIONS))
    if _PNG not in wanted:
        return wanted, ()
    pictures = tuple(t for t in wanted if t.startswith("image/") and t not in (_PNG, "image/svg+xml"))
    return [t for t in wanted if t not in pictures], pictures


def decode(target: str, data: bytes) -> str:
    """Bytes of a text target as text, without the trailing NUL of careless owners."""
    encoding = "latin-1" if target == "STRING" else "utf-8"
    return data.rstrip(b"\0").decode(encoding, "replace")


@lru_cache(maxsize=2)
def _recode(png: bytes, target: str) -> bytes:
    image, out = QImage.fromData(QByteArray(png)), QByteArray()
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    name = target.removeprefix("image/").removeprefix("x-").removeprefix("MS-").upper()
    made = not image.isNull() and QImageWriter(buffer, QByteArray(name.encode())).write(image)
    return bytes(out.data()) if made else b""
