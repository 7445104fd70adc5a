"""What the dialog that teaches where buyers stand in titles asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.core.teaching import Taught
from assistant.engine.seen import Glimpse


@dataclass(frozen=True, slots=True)
class Teaching:
    """The rules, and what they can be tried on.

    ``keep`` stores all rules; it raises XiaoerError when it cannot. ``read`` tells whom a program's title would
    name under rules; empty for nobody. ``seen`` are programs and titles of this run.
    """

    rules: Callable[[], Sequence[Taught]]
    keep: Callable[[Sequence[Taught]], object]
    read: Callable[[Sequence[Taught], str, str], str]
    seen: Callable[[], Sequence[Glimpse]] = tuple

    def about(self, program: str, label: str, title: str) -> Glimpse:
        """A window, with what else was seen of its program."""
        known = next((glimpse.titles for glimpse in self.seen() if glimpse.program == program), ())
        return Glimpse(program, label, (title, *(other for other in known if other != title)))

    def glimpses(self) -> tuple[Glimpse, ...]:
        """All that was seen, then the programs that were taught earlier."""
        seen = tuple(self.seen())
        rest = {rule.program for rule in self.rules()} - {glimpse.program for glimpse in seen}
        return (*seen, *(Glimpse(program, "", ()) for program in sorted(rest)))
