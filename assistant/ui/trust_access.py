"""What the windows about signatures do with keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from assistant.core.errors import XiaoerError
from assistant.core.packs.fingerprint import Key
from assistant.core.packs.trust import Trusted

Done = Callable[[], None]
Failed = Callable[[XiaoerError], None]


class TrustAccess(Protocol):
    """The own key and those of others. What asks the keyring answers later, on the GUI thread."""

    @property
    def trusted(self) -> Trusted:
        """Whom the agent trusts, and the own key."""

    def suggested_name(self) -> str:
        """What a new key could be called; may be empty."""

    def words(self, key: Key) -> Sequence[str]:
        """The words of a key's fingerprint."""

    def trust(self, key: Key) -> None:
        """Trust a key from now on. Raises XiaoerError when that can't be kept."""

    def distrust(self, key: str) -> None:
        """Trust a key no longer, by its id. Raises XiaoerError when that can't be kept."""

    def make(self, name: str, done: Done, failed: Failed) -> None:
        """A new own key."""

    def replace(self, done: Done, failed: Failed) -> None:
        """Another own key, for which the old one vouches."""

    def export(self, path: Path, passphrase: str, done: Done, failed: Failed) -> None:
        """Write the own key into a sealed file."""

    def take(self, path: Path, passphrase: str, done: Done, failed: Failed) -> None:
        """Have the key of a sealed file."""

    def delete(self, done: Done, failed: Failed) -> None:
        """Have no own key any more."""
