"""Keeps the popup's order: learns from every use, looks which chat is in front, and pins."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Slot

from assistant.core.habits import Filed, Habits
from assistant.core.model import Activation, PriorUse
from assistant.core.ports import UsageSink
from assistant.core.ranking import Standing
from assistant.ui.popup import Popup

_RANK_AFTER = 400  # ms after a use: not while the reply is still on its way


class Uses:
    """ports.UsageSink: what goes to the journal, and is new for ranking. For any thread."""

    def __init__(self, journal: UsageSink) -> None:
        self._new: deque[Activation] = deque()
        self._journal = journal

    def append(self, activation: Activation) -> None:
        """Keep it in both."""
        self._new.append(activation)
        self._journal.append(activation)

    def take(self) -> Iterable[Activation]:
        """What came since the last time."""
        while self._new:
            yield self._new.popleft()


@dataclass(frozen=True, slots=True)
class Pins:
    """Where the favourites are kept, in their order."""

    read: Callable[[], tuple[str, ...]]
    write: Callable[[tuple[str, ...]], None]


class Standings(QObject):
    """Tells the popup how the phrases stand. ``now`` is the time in seconds since the epoch."""

    def __init__(self, popup: Popup, habits: Habits, uses: Uses, pins: Pins, now: Callable[[], float]) -> None:
        super().__init__(popup)
        self._popup = popup
        self._habits = habits
        self._uses = uses
        self._pins = pins
        self._now = now
        self._standing = Standing()
        self._last = self._chat = ""
        self._soon = QTimer(self, singleShot=True, interval=_RANK_AFTER)
        self._soon.timeout.connect(self.rank)
        popup.pin_asked.connect(self._pin)

    def know(self, filed: Filed, before: Mapping[str, PriorUse]) -> None:
        """The library, and the use of its phrases before they came into it."""
        self._habits.know(filed, before)
        self.rank()

    def forget(self) -> None:
        """The journal of uses was deleted."""
        self._learn()
        self._habits.forget()
        self.rank()

    def used(self) -> None:
        """A phrase was used: rank anew when it is on its way."""
        self._soon.start()

    def opening(self, chat: str) -> None:
        """The popup is about to open over this chat.

        Costs something only when the phrase said last there is another than where the popup was before, and nothing
        right after a use: the ranking that follows it is on its way.
        """
        self._chat = chat
        if self._soon.isActive():
            return
        now = self._learn()
        last = self._habits.last(chat, now)
        if last != self._last:
            self._tell(replace(self._standing, expected=self._habits.expected(last, now)), last)

    @Slot()
    def rank(self) -> None:
        """With everything that is known by now."""
        now = self._learn()
        today = date.fromtimestamp(now)  # noqa: DTZ012 (the agent's own day)
        standing = self._habits.standing(now, self._chat, self._pins.read(), today=today)
        self._tell(standing, self._habits.last(self._chat, now))

    @Slot(str)
    def _pin(self, phrase: str) -> None:
        pins = self._pins.read()
        self._pins.write(tuple(p for p in pins if p != phrase) if phrase in pins else (*pins, phrase))
        self.rank()

    def _learn(self) -> float:
        for activation in self._uses.take():
            self._habits.add(activation)
        return self._now()

    def _tell(self, standing: Standing, last: str) -> None:
        self._standing, self._last = standing, last
        self._popup.set_standing(standing)
