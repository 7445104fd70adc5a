"""``xiaoer sign``, ``verify`` and ``key``, as a lead and an agent type them."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from assistant import cli, signing_commands
from assistant.core.model import Phrase, Variant
from assistant.core.packs.fingerprint import Words
from assistant.core.packs.manifest import Manifest, Version
from assistant.core.packs.pack import Pack
from assistant.storage import key_file, keys, packs, resources
from assistant.storage.paths import Paths
from assistant.storage.signing import SecretKey, verify
from assistant.storage.trust_store import TrustStore
from tests.unit.storage.test_order_vault import Keys

PASSPHRASE = "西湖醋鱼2026"
EVE = SecretKey.of(b"e" * 32, "路人")


@pytest.fixture(autouse=True)
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keys:
    made = Keys()
    monkeypatch.setattr(keys, "SystemKeys", lambda *_: made)
    monkeypatch.setattr(key_file, "_COST", 1 << 4)
    monkeypatch.setenv(signing_commands.PASSPHRASE, PASSPHRASE)
    return made


@pytest.fixture
def store() -> TrustStore:
    return TrustStore(Paths.find(os.environ, sys.platform).ensure().trust)


def write(path: Path, version: str = "1.0.0", key: SecretKey | None = None) -> Path:
    phrase = Phrase("p1", "thh", "退换货", (Variant("可以的。"),), layer="team")
    made = packs.sealed(Pack(Manifest("shop", "本店话术", Version.parse(version)), (phrase,)))
    packs.write(made, path, signing_commands.sign(packs.manifest_bytes(made.manifest), key) if key else None)
    return path


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write(tmp_path / "shop.xiaoer")


class Typed:
    """Types commands and reads what comes."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: object) -> tuple[int, str]:
        code = cli.run(cli.parse([str(word) for word in words]))
        told = self._capsys.readouterr()
        return code, (told.err or told.out).strip()


@pytest.fixture
def xiaoer(capsys: pytest.CaptureFixture[str]) -> Typed:
    return Typed(capsys)


def test_a_lead_makes_a_key_and_signs_and_the_pack_is_fine(xiaoer: Typed, pack: Path, tmp_path: Path) -> None:
    code, told = xiaoer("key", "make", "王主管")
    assert (code, len(told.split())) == (0, 1 + 12 + 6)
    assert xiaoer("sign", pack) == (0, "“本店话术”1.0.0 已用“王主管”的密钥签名。")
    assert xiaoer("verify", pack) == (0, "“本店话术”1.0.0\n由您自己的密钥签名。")
    folder = tmp_path / "folder"
    folder.mkdir()
    write(folder)
    assert xiaoer("sign", folder)[0] == 0
    assert xiaoer("verify", folder)[0] == 0
    (folder / "phrases.json").write_text("[\n]\n")
    assert xiaoer("verify", folder)[0] == 1


def test_without_a_key_nothing_is_signed(xiaoer: Typed, pack: Path) -> None:
    before = pack.read_bytes()
    code, told = xiaoer("sign", pack)
    assert (code, told.startswith("还没有签名密钥。")) == (1, True)
    assert pack.read_bytes() == before
    assert xiaoer("key", "show")[0] == 1


def test_the_key_is_shown(xiaoer: Typed, store: TrustStore) -> None:
    xiaoer("key", "make", "王主管")
    own = store.trusted.own
    assert own
    words = Words.parse(resources.read_text("fingerprint-words.txt")).of(own)
    told = xiaoer("key", "show")[1]
    assert told.split() == ["王主管", *words, *own.code.split()]
    shown = json.loads(xiaoer("key", "show", "--json")[1])
    assert shown == {"name": "王主管", "id": own.id, "fingerprint": own.code, "words": list(words)}


def test_a_key_is_exported_used_from_its_file_and_imported(
    xiaoer: Typed, pack: Path, keyring: Keys, store: TrustStore, tmp_path: Path
) -> None:
    file = tmp_path / "wang.xiaoer-key"
    xiaoer("key", "make", "王主管")
    own, seed = store.trusted.own, keyring.key
    assert xiaoer("key", "export", file) == (0, "已导出到“wang.xiaoer-key”。请记住口令，没有它谁也打不开。")
    assert xiaoer("key", "export", file)[1].startswith("“wang.xiaoer-key”已经有了")
    keyring.key = None
    assert xiaoer("sign", pack)[1].startswith("密钥环里没有您的签名密钥。")
    assert xiaoer("sign", pack, "--key", file)[0] == 0
    assert xiaoer("verify", pack)[0] == 0
    assert xiaoer("key", "import", file)[0] == 0
    assert (keyring.key, store.trusted.own) == (seed, own)


def test_a_wrong_passphrase(xiaoer: Typed, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "wang.xiaoer-key"
    key_file.save(EVE, file, PASSPHRASE)
    monkeypatch.setenv(signing_commands.PASSPHRASE, "another one")
    assert xiaoer("sign", pack, "--key", file)[1].startswith("口令不对，或者密钥文件损坏了。")
    monkeypatch.delenv(signing_commands.PASSPHRASE)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    assert xiaoer("sign", pack, "--key", file)[1].startswith("没有密钥文件的口令。")


def test_a_passphrase_is_typed_twice_before_it_counts(
    xiaoer: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    xiaoer("key", "make", "王主管")
    monkeypatch.delenv(signing_commands.PASSPHRASE)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    answers = [PASSPHRASE, "another one", PASSPHRASE, PASSPHRASE, PASSPHRASE]
    monkeypatch.setattr(signing_commands.getpass, "getpass", lambda _: answers.pop(0))
    assert xiaoer("key", "export", tmp_path / "k")[1].startswith("两次输入的口令不一样。")
    assert xiaoer("key", "export", tmp_path / "k")[0] == 0
    assert xiaoer("key", "import", tmp_path / "k")[0] == 0
    assert answers == []


def test_every_verdict_has_a_code_of_its_own(xiaoer: Typed, tmp_path: Path, store: TrustStore) -> None:
    wang = SecretKey.of(b"w" * 32, "王主管")
    by_wang, by_eve = write(tmp_path / "w.xiaoer", "2.0.0", wang), write(tmp_path / "e.xiaoer", "3.0.0", EVE)
    assert xiaoer("verify", write(tmp_path / "u.xiaoer"))[0] == 3
    assert xiaoer("verify", by_wang)[0] == 2
    store.trust(wang.key, 1.0)
    assert xiaoer("verify", by_wang)[0] == 0
    opened = packs.read(by_wang)
    store.installed(verify(opened.manifest_bytes, opened.signature_bytes, store.trusted), 2.0)
    assert xiaoer("verify", by_eve)[0] == 4
    assert xiaoer("verify", write(tmp_path / "o.xiaoer", "1.9.0", wang))[0] == 5
    assert xiaoer("verify", tmp_path / "u.xiaoer")[0] == 1  # the signature is gone
    assert xiaoer("verify", tmp_path / "nothing.xiaoer")[0] == 1
    store.distrust(wang.key.id, 3.0)
    assert xiaoer("verify", by_wang)[0] == 2


def test_a_verdict_as_json(xiaoer: Typed, tmp_path: Path) -> None:
    code, told = xiaoer("verify", write(tmp_path / "e.xiaoer", key=EVE), "--json")
    found = json.loads(told)
    assert code == 2
    assert {key: found[key] for key in ("pack", "version", "need", "reasons", "sentence", "next_step")} == {
        "pack": "shop",
        "version": "1.0.0",
        "need": "trust",
        "reasons": ["unknown"],
        "sentence": "签名完好，但您还没有信任过这把密钥，它自称“路人”。",
        "next_step": "请和主管核对指纹，一致再信任。",
    }
    assert found["key"]["fingerprint"] == EVE.key.code


def test_a_key_is_trusted_by_its_words_and_no_others(xiaoer: Typed, tmp_path: Path, store: TrustStore) -> None:
    path = write(tmp_path / "e.xiaoer", key=EVE)
    words = Words.parse(resources.read_text("fingerprint-words.txt"))
    right, other = words.of(EVE.key), words.of(SecretKey.of(b"x" * 32, "甲").key)
    assert " ".join(right[:4]) in xiaoer("verify", path)[1].replace("  ", " ")
    assert xiaoer("key", "trust", path, *right[:11], "手机")[1].startswith("这十二个词里至少有一个不对。")
    assert xiaoer("key", "trust", path, *other)[1].startswith("这不是话术包的签名密钥")
    assert xiaoer("key", "list") == (0, "还没有信任任何主管的密钥。")
    assert xiaoer("key", "trust", path, *right) == (0, "已信任“路人”。")
    assert xiaoer("verify", path)[0] == 0
    assert xiaoer("key", "list")[1].startswith(f"路人  {EVE.key.code}  ")
    listed = json.loads(xiaoer("key", "list", "--json")[1])
    assert [(each["name"], each["packs"]) for each in listed] == [("路人", [])]
    assert xiaoer("key", "distrust", "某人")[0] == 1
    assert xiaoer("key", "distrust", EVE.key.code[:9]) == (0, "不再信任“路人”。")
    assert xiaoer("verify", path)[0] == 2
    assert store.trusted.trusts(EVE.key.id) is False


def test_an_unsigned_pack_cannot_be_trusted(xiaoer: Typed, pack: Path) -> None:
    assert xiaoer("key", "trust", pack, *["苹果"] * 12)[1].startswith("这个话术包没有签名")


def test_replacing_the_key(xiaoer: Typed, pack: Path, store: TrustStore) -> None:
    xiaoer("key", "make", "王主管")
    old = store.trusted.own
    assert xiaoer("key", "replace")[0] == 0
    assert store.trusted.own != old
    xiaoer("sign", pack)
    opened = packs.read(pack)
    assert opened.signature_bytes
    assert json.loads(opened.signature_bytes)["earlier"]
    assert xiaoer("verify", pack)[0] == 0
