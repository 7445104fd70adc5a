"""What was asked for while the search was still going on, in its order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from assistant.ui.popup_keys import Act, Meaning, Typed


class Queue:
    """Hands a wish on as soon as the list is that of all that was typed before it; closing never waits.

    ``listed`` tells whether the list is, and makes it so where that takes no waiting. ``perform`` does a wish.
    """

    def __init__(self, listed: Callable[[], bool], perform: Callable[[Meaning], bool]) -> None:
        self._listed = listed
        self._perform = perform
        self._waiting: deque[Meaning] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    def hand(self, asked: Meaning) -> bool:
        """Do it now or later; False leaves the key to the widget that has the focus."""
        if asked is Act.CLOSE:
            self.forget()
        elif self._waiting or not self._listed():
            self._waiting.append(asked)
            return True
        return self._perform(asked)

    def catch_up(self) -> None:
        """Do what waited for the list that is there now; text never needs one."""
        while self._waiting and (isinstance(self._waiting[0], Typed) or self._listed()):
            self._perform(self._waiting.popleft())

    def forget(self) -> None:
        """Nothing is waited for any more."""
        self._waiting.clear()
