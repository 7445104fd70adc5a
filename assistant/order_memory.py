"""Orders that outlive the program, while the user wants that: each reading for its days, all in one encrypted file."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

from assistant.core.errors import XiaoerError
from assistant.storage.atomic import Loaded
from assistant.storage.order_batches import Batch, dump, load
from assistant.storage.order_vault import Vault
from assistant.storage.settings import Settings

_LOG = logging.getLogger(__name__)
_DAY = 86_400  # s
_ON = "orders.remember"
_DAYS = "orders.days"

Done = Callable[[], None]
Failed = Callable[[XiaoerError], None]
Whole = Callable[[], Sequence[Batch]]
Run = Callable[[Callable[[], Any], Callable[[Any], None], Failed], None]


class OrderMemory:
    """Implements :class:`assistant.ui.orders_access.OrdersKept`. Methods are for the thread that ``run`` answers on.

    ``whole`` gives what makes batches of all that is loaded, elsewhere; ``now`` gives seconds since the epoch.
    """

    def __init__(
        self, settings: Settings, vault: Vault, run: Run, now: Callable[[], float], whole: Callable[[], Whole]
    ) -> None:
        self._settings = settings
        self._vault = vault
        self._run = run
        self._now = now
        self._whole = whole
        self._batches: list[Batch] = []
        settings.on_change(self._set_elsewhere)

    @property
    def state(self) -> tuple[bool, int]:
        """Whether orders are remembered, and for how many days."""
        return self._settings.text(_ON) == "yes", self._settings.number(_DAYS)

    def load(self, loaded: Callable[[Sequence[Batch], str], None], failed: Failed) -> None:
        """Read what is remembered; ``loaded`` gets it, the oldest first, and a notice for the user or ""."""
        on, days = self.state

        def read() -> tuple[list[Batch], str]:
            if not on:  # switched off while the program did not run
                if self._vault.kept:
                    self._vault.delete()
                return [], ""
            return _batches(self._vault.load(self._now()))

        def take(found: tuple[list[Batch], str]) -> None:
            batches, notice = found
            young = _young(batches, self._now(), days)
            self._batches = [*young, *self._batches]
            loaded(young, notice)
            if len(young) < len(batches):
                self._save(_nothing, failed)

        self._run(read, take, failed)

    def keep(self, batch: Batch, failed: Failed) -> None:
        """Remember this reading too, if any."""
        if self.state[0]:
            self._batches.append(batch)
            self._save(_nothing, failed)

    def remember(self, on: bool, done: Done, failed: Failed) -> None:
        """Remember from now on, also what is loaded; or nothing any more, nor what was. A failure leaves it off."""
        self._settings.set(_ON, "yes" if on else "no")
        if on:
            self._switch_on(done, failed)
        else:
            self.forget(done, failed)  # again: now somebody wants to know how it ended

    def _switch_on(self, done: Done, failed: Failed) -> None:
        days, whole = self.state[1], self._whole()

        def write() -> list[Batch]:
            batches = list(whole())
            self._vault.save(dump(batches), days, self._now())
            return batches

        def written(batches: list[Batch]) -> None:
            self._batches = batches
            done()

        def refused(problem: XiaoerError) -> None:
            self._settings.set(_ON, "no")
            failed(problem)

        self._run(write, written, refused)

    def forget(self, done: Done, failed: Failed) -> None:
        """Delete what is remembered."""
        self._batches = []
        self._run(self._vault.delete, lambda _: done(), failed)

    def set_days(self, days: str, failed: Failed) -> None:
        """For how many days orders are remembered, also those that are. Raises SettingProblem."""
        self._settings.set(_DAYS, days)
        if self._batches:
            self._batches = _young(self._batches, self._now(), self.state[1])
            self._save(_nothing, failed)

    def expire(self, failed: Failed) -> None:
        """Delete what has been remembered for its days."""
        young = _young(self._batches, self._now(), self.state[1])
        if len(young) < len(self._batches):
            self._batches = young
            self._save(_nothing, failed)
        else:
            self._run(lambda: self._vault.expire(self._now()), lambda _: None, failed)

    def _set_elsewhere(self, key: str, value: object) -> None:
        if key == _ON and value == "no":
            self.forget(_nothing, _told_elsewhere)

    def _save(self, done: Done, failed: Failed) -> None:
        batches, days = tuple(self._batches), self.state[1]
        if batches:
            newest = max(batch.at for batch in batches)
            self._run(lambda: self._vault.save(dump(batches), days, newest), lambda _: done(), failed)
        else:
            self._run(self._vault.delete, lambda _: done(), failed)


def _batches(found: Loaded[bytes]) -> tuple[list[Batch], str]:
    notice = found.notice or str(found.problem or "")
    try:
        return load(found.value or b""), notice
    except ValueError:
        _LOG.warning("remembered orders are of another form")
        return [], notice


def _young(batches: Sequence[Batch], now: float, days: int) -> list[Batch]:
    """Those whose days are not over."""
    return [batch for batch in batches if now - batch.at < days * _DAY]


def _nothing() -> None:
    """There is nothing to tell."""


def _told_elsewhere(problem: XiaoerError) -> None:
    _LOG.info("remembered orders were not deleted: %s", type(problem).__name__)
