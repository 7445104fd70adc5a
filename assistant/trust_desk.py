"""Keys for the interface: what asks the keyring is done in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from assistant.core.errors import XiaoerError
from assistant.core.packs.fingerprint import Key, Words
from assistant.core.packs.trust import Trusted
from assistant.storage import resources
from assistant.storage.keys import OwnKey, own_key
from assistant.storage.settings import Settings
from assistant.storage.trust_store import TrustStore
from assistant.ui.trust_access import Done, Failed

Run = Callable[[Callable[[], Any], Callable[[Any], None], Failed], None]


def open_trust(store: TrustStore, settings: Settings, run: Run, now: Callable[[], float]) -> TrustDesk:
    """The desk over these stores; a new key is called like the shop and the agent."""

    def name() -> str:
        return " ".join(filter(None, (settings.text("shop.name"), settings.text("agent.name"))))

    return TrustDesk(store, own_key(store), run, now, name)


class TrustDesk:
    """Implements :class:`assistant.ui.trust_access.TrustAccess`. ``now`` gives seconds since the epoch."""

    def __init__(
        self, store: TrustStore, own: OwnKey, run: Run, now: Callable[[], float], name: Callable[[], str]
    ) -> None:
        self._store, self._own, self._run, self._now, self._name = store, own, run, now, name
        self._words: Words | None = None

    @property
    def trusted(self) -> Trusted:
        """Whom the agent trusts, and the own key."""
        return self._store.trusted

    def suggested_name(self) -> str:
        """The shop and the agent, as the settings have them."""
        return self._name()

    def words(self, key: Key) -> Sequence[str]:
        """The words of a key's fingerprint."""
        if self._words is None:
            self._words = Words.parse(resources.read_text("fingerprint-words.txt"))
        return self._words.of(key)

    def trust(self, key: Key) -> None:
        """Trust a key from now on. Raises XiaoerError when that can't be kept."""
        self._store.trust(key, self._now())
        self._require_kept()

    def distrust(self, key: str) -> None:
        """Trust a key no longer. Raises XiaoerError when that can't be kept."""
        self._store.distrust(key, self._now())
        self._require_kept()

    def make(self, name: str, done: Done, failed: Failed) -> None:
        """A new own key."""
        self._do(lambda: self._own.make(name), done, failed)

    def replace(self, done: Done, failed: Failed) -> None:
        """Another own key, for which the old one vouches."""
        self._do(self._own.replace, done, failed)

    def export(self, path: Path, passphrase: str, done: Done, failed: Failed) -> None:
        """Write the own key into a sealed file."""
        self._do(lambda: self._own.export(path, passphrase), done, failed)

    def take(self, path: Path, passphrase: str, done: Done, failed: Failed) -> None:
        """Have the key of a sealed file."""
        self._do(lambda: self._own.take(path, passphrase), done, failed)

    def delete(self, done: Done, failed: Failed) -> None:
        """Have no own key any more."""
        self._do(self._own.delete, done, failed)

    def _do(self, op: Callable[[], object], done: Done, failed: Failed) -> None:
        def work() -> None:
            op()

        self._run(work, lambda _: done(), failed)

    def _require_kept(self) -> None:
        if problem := self._store.problem:
            raise XiaoerError(problem.sentence, problem.next_step)
