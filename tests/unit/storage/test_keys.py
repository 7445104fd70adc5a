"""A lead's own key: made, kept in the keyring, moved in a sealed file, handed over; and never anywhere in the clear."""

from __future__ import annotations

import json
import logging
import os
from base64 import b64encode
from pathlib import Path

import pytest

from assistant.core.errors import DataProblem, NotFound, SettingProblem
from assistant.core.packs.trust import Known, Reason, Trusted
from assistant.storage import atomic, key_file
from assistant.storage.keys import OwnKey
from assistant.storage.signing import SecretKey, sign, verify
from assistant.storage.trust_store import TrustStore
from tests.unit.storage.test_order_vault import Keys

PASSPHRASE = "西湖 醋鱼 2026"
MANIFEST = b'{"id": "shop", "version": "1.0.0"}'


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_file, "_COST", 1 << 4)


@pytest.fixture
def keyring() -> Keys:
    return Keys()


@pytest.fixture
def store(tmp_path: Path) -> TrustStore:
    return TrustStore(tmp_path / "trust.json")


@pytest.fixture
def own(keyring: Keys, store: TrustStore) -> OwnKey:
    return OwnKey(keyring, store)


def again(keyring: Keys, tmp_path: Path) -> OwnKey:
    """As after a restart."""
    return OwnKey(keyring, TrustStore(tmp_path / "trust.json"))


def test_a_key_is_made_once_and_signs_after_a_restart(own: OwnKey, keyring: Keys, tmp_path: Path) -> None:
    made = own.make(" 王\u200b主管 ")
    assert made.key.name == "王主管"
    found = again(keyring, tmp_path).secret()
    assert (found.key, found.seed) == (made.key, made.seed)
    trusted = TrustStore(tmp_path / "trust.json").trusted
    assert verify(MANIFEST, sign(MANIFEST, found), trusted).reasons == (Reason.OWN,)
    with pytest.raises(SettingProblem, match="已经有签名密钥了"):
        own.make("王主管")


def test_without_a_name_or_a_key(own: OwnKey, tmp_path: Path) -> None:
    with pytest.raises(SettingProblem, match="没有名字"):
        own.make(" \u200b ")
    for use in (own.secret, own.replace, lambda: own.export(tmp_path / "k", PASSPHRASE)):
        with pytest.raises(NotFound, match="还没有签名密钥"):
            use()


def test_a_keyring_that_is_shut_or_keeps_nothing(own: OwnKey, keyring: Keys, store: TrustStore) -> None:
    keyring.locked = True
    with pytest.raises(DataProblem, match="签名密钥没有地方放") as told:
        own.make("王主管")
    assert "订单" not in str(told.value)
    keyring.locked, keyring.deaf = False, True
    with pytest.raises(DataProblem, match="留不住"):
        own.make("王主管")
    assert store.trusted.own is None


def test_a_keyring_that_lost_the_key_or_holds_another(own: OwnKey, keyring: Keys) -> None:
    own.make("王主管")
    for other, told in ((None, "没有您的签名密钥"), (b"short", "没有您的签名密钥"), (b"o" * 32, "不是同一把")):
        keyring.key = other
        with pytest.raises(DataProblem, match=told):
            own.secret()


def test_what_cannot_be_written_down_is_not_kept_in_the_keyring_either(keyring: Keys, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = TrustStore(tmp_path / "file" / "trust.json")
    with pytest.raises(DataProblem):
        OwnKey(keyring, store).make("王主管")
    assert (keyring.key, store.trusted.own) == (None, None)


def test_a_new_key_that_cannot_be_written_down_leaves_the_old_one(
    own: OwnKey, keyring: Keys, store: TrustStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = own.make("王主管")

    def full(*_: object, **__: object) -> None:
        raise DataProblem("磁盘已满。")

    monkeypatch.setattr(atomic, "write", full)
    with pytest.raises(DataProblem, match="磁盘已满"):
        own.replace()
    assert (keyring.key, store.trusted.own) == (made.seed, made.key)
    assert own.secret().seed == made.seed


def test_a_keyring_that_only_gives(own: OwnKey, keyring: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: bytes) -> None:
        raise DataProblem("no")

    monkeypatch.setattr(keyring, "set", refuse)
    with pytest.raises(DataProblem, match="签名密钥没有地方放"):
        own.make("王主管")


def test_deleting(own: OwnKey, keyring: Keys, store: TrustStore) -> None:
    own.make("王主管")
    own.delete()
    assert (keyring.key, store.trusted.own) == (None, None)
    own.make("李主管")
    keyring.locked = True
    with pytest.raises(DataProblem, match="密钥环不能用"):
        own.delete()
    assert store.trusted.own


# --- moved in a file


def test_a_key_moves_to_another_computer(own: OwnKey, tmp_path: Path) -> None:
    made, file = own.make("王主管"), tmp_path / "王主管.xiaoer-key"
    own.export(file, PASSPHRASE)
    if os.name != "nt":
        assert file.stat().st_mode & 0o777 == 0o600
    there = OwnKey(Keys(), TrustStore(tmp_path / "there.json"))
    assert there.take(file, PASSPHRASE).seed == made.seed
    assert there.secret().key == made.key
    assert there.take(file, PASSPHRASE).key == made.key  # the same again


@pytest.mark.parametrize("typed", ["西湖 醋鱼 2026", "　西湖　醋鱼　２０２６ "])
def test_the_passphrase_does_not_depend_on_the_keyboard(typed: str) -> None:
    key = SecretKey.new("王主管")
    assert key_file.opened(key_file.sealed(key, PASSPHRASE), typed).seed == key.seed


@pytest.mark.parametrize("typed", ["", "西湖醋鱼2026", "西湖 醋鱼 2027", "\ud800"])
def test_a_wrong_passphrase_is_one_sentence(typed: str) -> None:
    with pytest.raises(DataProblem, match=r"^口令不对，或者密钥文件损坏了。请再输一次口令"):
        key_file.opened(key_file.sealed(SecretKey.new("王主管"), PASSPHRASE), typed)


@pytest.mark.parametrize("poor", ["", "1234567", "   1234567   "])
def test_a_poor_passphrase_is_refused(own: OwnKey, tmp_path: Path, poor: str) -> None:
    own.make("王主管")
    with pytest.raises(SettingProblem, match="口令太短"):
        own.export(tmp_path / "k", poor)
    assert not (tmp_path / "k").exists()


def test_another_key_is_not_replaced(own: OwnKey, keyring: Keys, tmp_path: Path) -> None:
    key_file.save(SecretKey.new("李主管"), tmp_path / "k", PASSPHRASE)
    made = own.make("王主管")
    with pytest.raises(SettingProblem, match="已经有另一把"):
        own.take(tmp_path / "k", PASSPHRASE)
    assert keyring.key == made.seed


def test_a_file_that_is_none_of_ours(tmp_path: Path) -> None:
    with pytest.raises(DataProblem, match="读不到"):
        key_file.load(tmp_path / "none", PASSPHRASE)
    whole = json.loads(key_file.sealed(SecretKey.new("王主管"), PASSPHRASE))
    foreign = [b"", b"{}", b"[" * 90_000, b"[" * 50_000, b"[]", b"\xff", b"x" * 70_000]
    foreign += [
        json.dumps({k: v for k, v in whole.items() if k != gone}).encode() for gone in ("sealed", "salt", "key")
    ]
    foreign += [json.dumps({**whole, name: "?"}).encode() for name in ("sealed", "salt", "earlier")]
    for data in foreign:
        (tmp_path / "k").write_bytes(data)
        with pytest.raises(DataProblem, match="不是小二快答的密钥文件"):
            key_file.load(tmp_path / "k", PASSPHRASE)
    with pytest.raises(DataProblem, match="更新版本"):
        key_file.opened(json.dumps({**whole, "version": 2}).encode(), PASSPHRASE)


def test_every_change_in_a_key_file_is_found() -> None:
    data = key_file.sealed(SecretKey.new("王主管"), PASSPHRASE)
    found = json.loads(data)
    for name in ("name", "key", "nonce", "salt", "sealed", "more"):
        changed = {**found, name: b64encode(b"another" * 5).decode()}
        with pytest.raises(DataProblem):
            key_file.opened(json.dumps(changed).encode(), PASSPHRASE)


def test_the_shipped_cost_is_high_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert 128 * key_file._COST * key_file._BLOCK == 64 << 20  # bytes of memory that a guess needs
    key = SecretKey.new("王主管")
    assert key_file.opened(key_file.sealed(key, PASSPHRASE), PASSPHRASE).seed == key.seed


# --- handed over


def test_a_replaced_key_is_followed_by_whoever_trusts_the_old_one(own: OwnKey, keyring: Keys, tmp_path: Path) -> None:
    old = own.make("王主管")
    new = own.replace()
    assert keyring.key == new.seed != old.seed
    agent = Trusted((Known(old.key, 1.0),))
    signed = sign(MANIFEST, again(keyring, tmp_path).secret())
    assert verify(MANIFEST, signed, agent).reasons == (Reason.FOLLOWED,)


def test_an_exported_key_keeps_those_before_it(own: OwnKey, tmp_path: Path) -> None:
    old_file, file = tmp_path / "old", tmp_path / "new"
    own.make("王主管")
    own.export(old_file, PASSPHRASE)
    new = own.replace()
    own.export(file, PASSPHRASE)
    there = OwnKey(Keys(), TrustStore(tmp_path / "there.json"))
    there.take(old_file, PASSPHRASE)
    assert there.take(file, PASSPHRASE).earlier == new.earlier  # the newer of the same person takes its place
    assert there.secret().earlier == new.earlier


# --- never in the clear


def test_the_secret_is_in_no_file_and_in_no_log(own: OwnKey, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        made = own.make("王主管")
        own.export(tmp_path / "k", PASSPHRASE)
        own.take(tmp_path / "k", PASSPHRASE)
        new = own.replace()
        (tmp_path / "signature.json").write_bytes(sign(MANIFEST, new))
    looks = [
        form
        for seed in (made.seed, new.seed)
        for form in (seed, seed.hex().encode(), b64encode(seed), repr(seed).encode())
    ]
    content = b"".join(file.read_bytes() for file in tmp_path.iterdir()) + caplog.text.encode()
    assert content
    assert not any(look in content for look in (*looks, PASSPHRASE.encode()))
