"""Snippets that take in other snippets: our templates have no such thing, so the texts are put in while importing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from assistant.core.template.proofread import MAX_SOURCE

DEEPEST: Final = 5  # snippets in each other
MOST_IN_ONE: Final = 200  # that one phrase takes in, all together
_MOST_TAKEN: Final = 1_000_000  # characters that are put in, in one import
_STEP: Final = 20  # characters that it costs to put in one of them


@dataclass(frozen=True, slots=True)
class Snippet:
    """The text of a snippet with its macros, or a program, which is never run."""

    text: str = field(repr=False)
    is_program: bool = False


class Others:
    """The snippets of an import by their names; of several with one name it is the first."""

    def __init__(self, snippets: Iterable[tuple[str, Snippet]] = ()) -> None:
        self._snippets: dict[str, Snippet] = {}
        for name, snippet in snippets:
            if name:
                self._snippets.setdefault(name, snippet)
        self._left = _MOST_TAKEN

    def find(self, name: str) -> Snippet | None:
        """The snippet to put in; None for one that is unknown, or when too much was put in already."""
        found = self._snippets.get(name)
        if found is None or len(found.text) > MAX_SOURCE or self._left < 0:
            return None
        self._left -= len(found.text) + _STEP
        return found


def taken_in(name: str) -> str:
    """The remark for it."""
    return f"话术“{name[:20]}”的内容直接放进来了，以后改它不会跟着变。"
