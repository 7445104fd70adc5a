"""Signatures over manifests: what holds, and that nothing holds when a single byte is another one."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.packs import signature as forms
from assistant.core.packs.fingerprint import Key
from assistant.core.packs.manifest import Version
from assistant.core.packs.signature import Link, Signature
from assistant.core.packs.trust import Known, Need, Proof, Reason, Trusted
from assistant.storage.signing import SecretKey, check, sign, verify
from tests.unit.storage.test_kill import ROOT

WANG = SecretKey.of(b"w" * 32, "王主管")
MANIFEST = '{"format": 1, "id": "shop", "name": "本店", "version": "1.2.0", "files": {}}\n'.encode()
SIGNATURE = sign(MANIFEST, WANG)
TRUSTED = Trusted((Known(WANG.key, 1.0),))


def test_what_was_signed_is_known_again() -> None:
    found = verify(MANIFEST, SIGNATURE, TRUSTED)
    assert found.reasons == (Reason.TRUSTED,)
    assert found.edition.version == Version(1, 2)
    assert (found.edition.pack, found.edition.key) == ("shop", WANG.key.id)
    # printf of the manifest into sha256sum
    assert found.edition.manifest == "33e6fde11d4966fba1b46b59ef9f5743170840c5a15f8d9abe80aaaede6856cc"


def test_the_file_is_documented_json() -> None:
    found = json.loads(SIGNATURE)
    assert {key: found[key] for key in ("algorithm", "earlier", "format", "name", "version")} == {
        "algorithm": "ed25519",
        "earlier": [],
        "format": "xiaoer-signature",
        "name": "王主管",
        "version": 1,
    }
    assert forms.parse(SIGNATURE).dump() == SIGNATURE
    assert SIGNATURE.endswith(b"}\n")


def test_a_known_seed_gives_the_key_that_others_compute() -> None:
    # the first test of RFC 8032, section 7.1
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert SecretKey.of(seed, "王主管").key.public.hex() == public


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_any_other_byte_in_the_manifest_never_verifies(data: st.DataObject) -> None:
    place, mask = data.draw(st.integers(0, len(MANIFEST) - 1)), data.draw(st.integers(1, 255))
    changed = bytearray(MANIFEST)
    changed[place] ^= mask
    assert verify(bytes(changed), SIGNATURE, TRUSTED).need is Need.REFUSE


def test_any_other_byte_in_the_signature_never_verifies() -> None:
    for place in range(len(SIGNATURE)):
        for mask in (1, 2, 4, 8, 16, 32, 64, 128):
            changed = bytearray(SIGNATURE)
            changed[place] ^= mask
            found = verify(MANIFEST, bytes(changed), TRUSTED)
            assert (found.need, found.key) == (Need.REFUSE, None), (place, mask)


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_no_garbage_is_a_signature(data: bytes) -> None:
    assert check(MANIFEST, data).proof is Proof.BROKEN
    assert check(data, SIGNATURE).proof is Proof.BROKEN


@pytest.mark.parametrize("cut", [0, 1, 10, 100, len(SIGNATURE) - 1])
def test_a_cut_signature_is_none(cut: int) -> None:
    assert check(MANIFEST, SIGNATURE[:cut]).proof is Proof.BROKEN


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b"x" * 20_000,
        b"[]",
        b'{"format": "xiaoer-signature", "algorithm": "ed25519", "version": 1}',
        SIGNATURE.replace(b"\n", b"\r\n"),
        SIGNATURE + b"\n",
        b"\xef\xbb\xbf" + SIGNATURE,
        SIGNATURE.replace(b'"name"', b'"name": "x", "name"'),
        SIGNATURE.replace(b'"version": 1', b'"version": 1.0'),
        SIGNATURE.replace("王主管".encode(), b""),
        SIGNATURE.replace("王主管".encode(), b"\\ud800"),
        SIGNATURE.replace("王主管".encode(), "王\u200b主管".encode()),
        SIGNATURE.replace(b'"earlier": []', b'"earlier": [1]'),
        SIGNATURE.replace(b'"earlier": []', b'"earlier": {}'),
        SIGNATURE.replace(b'"earlier": []', b'"earlier": [{"key": 1, "signature": 2}]'),
    ],
)
def test_what_has_another_form_is_broken(data: bytes) -> None:
    assert check(MANIFEST, data).proof is Proof.BROKEN


@pytest.mark.parametrize(
    ("before", "after"),
    [(b'"ed25519"', b'"none"'), (b'"ed25519"', b'"hmac-sha256"'), (b'"version": 1', b'"version": 2')],
)
def test_other_algorithms_are_not_tried(before: bytes, after: bytes) -> None:
    found = verify(MANIFEST, SIGNATURE.replace(before, after), TRUSTED)
    assert found.reasons == (Reason.UNSUPPORTED,)


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"id": "shop", "version": 1}',
        b'{"id": "shop", "version": "one"}',
        b'{"id": "Shop", "version": "1.0.0"}',
        b'{"id": "shop", "version": "1.0.0", "id": "other"}',
        b"\xff\xfe",
    ],
)
@pytest.mark.parametrize("signed", [True, False])
def test_a_manifest_that_does_not_say_what_it_is_is_refused(manifest: bytes, signed: bool) -> None:
    found = verify(manifest, sign(manifest, WANG) if signed else None, TRUSTED)
    assert found.reasons == (Reason.BROKEN,)


# --- the secret


def test_the_secret_shows_nowhere() -> None:
    for shown in (repr(WANG), str(WANG), f"{WANG}", repr([WANG])):
        assert WANG.seed.hex() not in shown
        assert "www" not in shown
        assert repr(WANG.seed) not in shown
    assert WANG.seed not in SIGNATURE


def test_two_new_keys_differ() -> None:
    assert SecretKey.new("甲").key.id != SecretKey.new("甲").key.id


# --- handing over


def test_a_successor_is_vouched_for() -> None:
    second = WANG.successor("王主管")
    third = second.successor("王主管")
    found = check(MANIFEST, sign(MANIFEST, third))
    assert found.earlier == (WANG.key.id, second.key.id)
    assert verify(MANIFEST, sign(MANIFEST, third), TRUSTED).reasons == (Reason.FOLLOWED,)


def test_a_chain_that_nobody_signed_is_broken() -> None:
    eve = SecretKey.of(b"e" * 32, "王主管")
    for value in (bytes(64), forms.parse(SIGNATURE).value):
        forged = SecretKey(eve.key, eve.seed, (Link(WANG.key.public, value),))
        assert check(MANIFEST, sign(MANIFEST, forged)).proof is Proof.BROKEN
    stolen = SecretKey(eve.key, eve.seed, WANG.successor("王主管").earlier)
    assert check(MANIFEST, sign(MANIFEST, stolen)).proof is Proof.BROKEN


def test_a_chain_stays_short() -> None:
    key = WANG
    for _ in range(12):
        key = key.successor("王主管")
    assert len(key.earlier) == forms.MOST_LINKS
    assert check(MANIFEST, sign(MANIFEST, key)).proof is Proof.VALID


# --- keys that fit everything

PRIME = 2**255 - 19


@pytest.mark.parametrize("y", [0, 1, PRIME - 1, PRIME, PRIME + 1])
@pytest.mark.parametrize("sign_bit", [0, 1])
def test_keys_that_fit_every_signature_are_none(y: int, sign_bit: int) -> None:
    weak = Key((y | sign_bit << 255).to_bytes(32, "little"), "王主管")
    fits_all = (1).to_bytes(32, "little") + bytes(32)  # the neutral point, and nothing
    for number in range(16):
        manifest = MANIFEST.replace(b"1.2.0", b"1.2.%d" % number)
        assert check(manifest, Signature(weak, fits_all).dump()).proof is Proof.BROKEN


def test_a_secret_key_is_not_handed_to_other_processes_by_accident() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(WANG)


def test_starting_costs_neither_cipher_nor_code() -> None:
    code = (
        "import sys, assistant.storage.keys, assistant.storage.stores, assistant.signing_commands;"
        "sys.exit(bool({'keyring', 'cryptography', 'segno'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
