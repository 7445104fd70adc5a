"""Who may read a lent reply: the chat program and what belongs to it. A rule about processes and windows, no calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.core.model import Window

_GENERATIONS = 16  # of parents; numbers of dead processes are given to new ones, so a chain may even be a ring


@dataclass(frozen=True, slots=True)
class Process:
    """A process as far as kinship needs it. ``folder`` is its program's, in lower case; empty when not known."""

    parent: int
    folder: str
    started: int  # in any unit that grows
    system: bool = False  # its program is a part of Windows


@dataclass(frozen=True, slots=True)
class Opener:
    """Who has the clipboard open. ``top`` is the window on the screen that it did so with, 0 for a hidden one."""

    pid: int
    top: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """What is on the screen: the window in front, the reader's title now and at the paste (None before that)."""

    front: int
    title: str
    marked: str | None = None


def may_read(reader: Window | None, opener: Opener | None, scene: Scene, related: Callable[[int], bool]) -> bool:
    """Whether whoever asks now may have the reply that was lent to ``reader``.

    ``related`` tells whether a process belongs to the reader's program. An opener that does not say who it is may
    read when the reader has just been told to paste. Another window of the same program is another chat.
    """
    if reader is None:
        return True
    if scene.marked is not None and scene.title != scene.marked:
        return False
    if opener is None:
        return scene.marked is not None and scene.front == reader.handle
    if opener.top not in (0, reader.handle):
        return False
    return opener.pid == reader.pid or related(opener.pid)


def related(one: int, other: int, look: Callable[[int], Process | None]) -> bool:
    """Whether two processes are one program: from the same folder, or one started by the other.

    Programs of Windows itself are nobody's relatives: its shell has started nearly everything, and its clipboard
    history lies in a folder with its editor.
    """
    first, second = look(one), look(other)
    if first is None or second is None or first.system or second.system:
        return False
    if first.folder and first.folder == second.folder:
        return True
    return one in _ancestors(other, look) or other in _ancestors(one, look)


def _ancestors(pid: int, look: Callable[[int], Process | None]) -> Iterator[int]:
    process = look(pid)
    for _ in range(_GENERATIONS):
        parent = look(process.parent) if process else None
        if process is None or parent is None or parent.system or parent.started > process.started:
            return
        yield process.parent
        process = parent
