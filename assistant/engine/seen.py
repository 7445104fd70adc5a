"""The titles that windows had in this run, so that a rule for them can be tried at once. In memory only."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.core.model import Window

_TITLES = 8  # of one program
_PROGRAMS = 24


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A program, how it is called, and the titles of its windows, the newest first."""

    program: str
    label: str
    titles: tuple[str, ...] = field(repr=False)  # they name buyers


class Seen:
    """What was seen last, a few titles of a few programs."""

    def __init__(self) -> None:
        self._programs: dict[str, Glimpse] = {}  # the newest last

    def note(self, label: str, window: Window) -> None:
        """A window was in front."""
        if not (window.handle and window.program and window.title.strip()):
            return
        known = self._programs.pop(window.program, None)
        before = (title for title in known.titles if title != window.title) if known else ()
        self._programs[window.program] = Glimpse(window.program, label, (window.title, *before)[:_TITLES])
        if len(self._programs) > _PROGRAMS:
            del self._programs[next(iter(self._programs))]

    def glimpses(self) -> tuple[Glimpse, ...]:
        """Everything, the newest first."""
        return tuple(reversed(self._programs.values()))
