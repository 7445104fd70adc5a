"""The agent's own key for signing packs: its private half in the keyring of the system, its face in the trust store."""

from __future__ import annotations

from pathlib import Path

from assistant.core.errors import DataProblem, NotFound, SettingProblem
from assistant.core.packs.fingerprint import KEY, clean_name
from assistant.storage import key_file
from assistant.storage.order_vault import KeyStore
from assistant.storage.signing import SecretKey
from assistant.storage.system_keys import SystemKeys
from assistant.storage.trust_store import TrustStore

_NONE = NotFound("还没有签名密钥。", "请在设置的“签名与信任”里生成，或运行 xiaoer key make 名字。")


def own_key(store: TrustStore) -> OwnKey:
    """The own key of this user, in the keyring of the system."""
    return OwnKey(SystemKeys("xiaoer-signing", str(store.path)), store)


class OwnKey:
    """Makes it, uses it, moves it. Use it from one thread at a time: the keyring may ask the user first."""

    def __init__(self, keyring: KeyStore, store: TrustStore) -> None:
        self._keyring = keyring
        self._store = store

    def make(self, name: str) -> SecretKey:
        """A new key in the name of its owner. Raises SettingProblem when there is one or no name, DataProblem."""
        called = clean_name(name)
        if not called:
            raise SettingProblem("密钥还没有名字。", "请写上同事认得的名字，例如店名和姓名。")
        if self._store.trusted.own:
            raise SettingProblem("已经有签名密钥了，一个人用一把就够。", "要换新的，请用“更换密钥”，同事会自动跟上。")
        return self._keep(SecretKey.new(called))

    def replace(self) -> SecretKey:
        """A new key that the old one vouches for. Raises NotFound when there is none, DataProblem."""
        old = self.secret()
        return self._keep(old.successor(old.key.name))

    def secret(self) -> SecretKey:
        """The whole key, for signing. Raises NotFound when there is none, DataProblem when the keyring fails."""
        own = self._store.trusted.own
        if own is None:
            raise _NONE
        seed = self._asked()
        if seed is None or len(seed) != KEY:
            raise DataProblem("密钥环里没有您的签名密钥。", "请用导出的密钥文件导入一次。")
        key = SecretKey.of(seed, own.name, self._store.earlier)
        if key.key.public != own.public:
            raise DataProblem("密钥环里的签名密钥和记录的不是同一把。", "请用导出的密钥文件导入一次。")
        return key

    def export(self, path: Path, passphrase: str) -> None:
        """Write it into a sealed file. Raises NotFound, SettingProblem for a poor passphrase, DataProblem."""
        key_file.save(self.secret(), path, passphrase)

    def take(self, path: Path, passphrase: str) -> SecretKey:
        """Have the key of a sealed file. Raises DataProblem, SettingProblem when there is another key already."""
        found, own = key_file.load(path, passphrase), self._store.trusted.own
        if own and own.public not in (found.key.public, *(link.public for link in found.earlier)):
            raise SettingProblem("这台电脑上已经有另一把签名密钥。", "请先导出并删除它，再导入这一把。")
        return self._keep(found)

    def delete(self) -> None:
        """Have none any more. Raises DataProblem when the keyring can't be asked."""
        try:
            self._keyring.delete()
        except DataProblem as problem:
            raise _shut() from problem
        self._store.set_own(None)

    def _keep(self, key: SecretKey) -> SecretKey:
        seed, own, earlier = self._asked(), self._store.trusted.own, self._store.earlier
        try:
            self._keyring.set(key.seed)
            kept = self._keyring.get() == key.seed  # some keyrings take everything and keep nothing
        except DataProblem as problem:
            raise _shut() from problem
        if not kept:
            raise DataProblem("这台电脑的密钥环留不住密钥，签名密钥没有地方放。", "请检查系统的密钥环。")
        self._store.set_own(key.key, key.earlier)
        if refused := self._store.problem:
            self._put_back(seed)
            self._store.set_own(own, earlier)
            raise refused
        return key

    def _put_back(self, seed: bytes | None) -> None:
        if seed is None:
            self._keyring.delete()
        else:
            self._keyring.set(seed)

    def _asked(self) -> bytes | None:
        try:
            return self._keyring.get()
        except DataProblem as problem:
            raise _shut() from problem


def _shut() -> DataProblem:
    return DataProblem("这台电脑的密钥环不能用，签名密钥没有地方放。", "请先解锁或安装系统的密钥环，再试一次。")
