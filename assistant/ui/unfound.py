"""Notes what the agent looks for in vain in the popup."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot

from assistant.core.misses import Miss, MissWatch, worth_keeping
from assistant.core.ports import MissSink
from assistant.ui.popup import Popup


@dataclass(frozen=True, slots=True)
class Private:
    """What is known of buyers: the words of the moment, and whether a query tells of somebody in the loaded orders."""

    words: Callable[[], Iterable[str]]
    mentioned: Callable[[str], bool] = lambda _: False


class Unfound(QObject):
    """``private`` tells what nothing written down may hold, ``now`` gives seconds since the epoch."""

    def __init__(self, popup: Popup, sink: MissSink, private: Private, now: Callable[[], float]) -> None:
        super().__init__(popup)
        self._sink = sink
        self._now = now
        self._watch = MissWatch(
            lambda query: None if private.mentioned(query) else worth_keeping(query, private.words())
        )
        popup.searched.connect(self._see)
        popup.chosen.connect(self._watch.chosen)
        popup.copy_asked.connect(self._watch.chosen)

    @Slot(str, bool)
    def _see(self, query: str, found: bool) -> None:
        if ended := self._watch.see(query, found=found):
            self._sink.append(Miss(ended, self._now()))
