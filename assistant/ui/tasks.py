"""Work off the GUI thread, results back on it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from assistant.core.errors import XiaoerError

_LOG = logging.getLogger(__name__)
_BUG = XiaoerError("小二快答内部出错，没有粘贴任何东西。", "请再试一次；若重复出现，请把日志交给开发者。")


class Tasks(QObject):
    """One worker: operations run one after another in the order they were given."""

    _back = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._back.connect(_call, Qt.ConnectionType.QueuedConnection)

    def run(
        self, op: Callable[[], Any], success: Callable[[Any], None], failure: Callable[[XiaoerError], None]
    ) -> None:
        """Run ``op`` on the worker; then ``success(result)`` or ``failure(error)`` on the GUI thread.

        ``op`` must not touch widgets. This is the barrier: what is no error of ours is logged here, once.
        """
        self._pool.submit(self._work, op, success, failure)

    def _work(
        self, op: Callable[[], Any], success: Callable[[Any], None], failure: Callable[[XiaoerError], None]
    ) -> None:
        try:
            result = op()
        except XiaoerError as problem:
            error = problem
            self._back.emit(lambda: failure(error))
        except Exception:  # noqa: BLE001 (the barrier of all workers)
            _LOG.exception("a task failed")
            self._back.emit(lambda: failure(_BUG))
        else:
            self._back.emit(lambda: success(result))

    def hand_over(self, call: Callable[[], None]) -> None:
        """Have ``call`` done on the GUI thread, from whatever thread this is; after all that was handed over before."""
        self._back.emit(call)

    def settle(self, limit: float) -> bool:
        """Wait until what was given is done, ``limit`` seconds at most; whether it is."""
        try:
            self._pool.submit(_nothing).result(limit)
        except TimeoutError:
            return False
        return True

    def close(self) -> None:
        """Finish what was given and end the worker."""
        self._pool.shutdown(wait=True)


def _call(back: Callable[[], None]) -> None:
    back()


def _nothing() -> None:
    """Comes after all that was given before."""
