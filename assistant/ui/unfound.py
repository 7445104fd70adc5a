"""Notes what the agent looks for in vain in the popup."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Slot

from assistant.core.misses import Miss, MissWatch, worth_keeping
from assistant.core.ports import MissSink
from assistant.ui.popup import Popup


class Unfound(QObject):
    """``private`` gives the words that nothing written down may hold, ``now`` seconds since the epoch."""

    def __init__(
        self, popup: Popup, sink: MissSink, private: Callable[[], Iterable[str]], now: Callable[[], float]
    ) -> None:
        super().__init__(popup)
        self._sink = sink
        self._now = now
        self._watch = MissWatch(lambda query: worth_keeping(query, private()))
        popup.searched.connect(self._see)
        popup.chosen.connect(self._watch.chosen)
        popup.copy_asked.connect(self._watch.chosen)

    @Slot(str, bool)
    def _see(self, query: str, found: bool) -> None:
        if ended := self._watch.see(query, found=found):
            self._sink.append(Miss(ended, self._now()))
