"""What the agent trusts, on the disk: there after a restart, and never more than was agreed to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.core.packs.trust import Reason, Trusted
from assistant.storage import atomic
from assistant.storage.signing import SecretKey, sign, verify
from assistant.storage.trust_store import TrustStore

WANG, LI = SecretKey.of(b"w" * 32, "王主管"), SecretKey.of(b"l" * 32, "李主管")
NOW = 1_750_000_000.0


def manifest(version: str = "1.0.0", pack: str = "shop") -> bytes:
    return json.dumps({"id": pack, "version": version}).encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "trust.json"


@pytest.fixture
def store(file: Path) -> TrustStore:
    return TrustStore(file)


def judged(trusted: Trusted, key: SecretKey | None = WANG, version: str = "1.0.0") -> tuple[Reason, ...]:
    data = manifest(version)
    return verify(data, sign(data, key) if key else None, trusted).reasons


def install(store: TrustStore, key: SecretKey | None = WANG, version: str = "1.0.0", pack: str = "shop") -> None:
    data = manifest(version, pack)
    store.installed(verify(data, sign(data, key) if key else None, store.trusted), NOW)


def test_trust_and_what_was_seen_stand_after_a_restart(store: TrustStore, file: Path) -> None:
    assert judged(store.trusted) == (Reason.UNKNOWN,)
    store.trust(WANG.key, NOW)
    install(store, version="2.0.0")
    after = TrustStore(file)
    assert after.trusted == store.trusted
    assert [(each.key, each.since) for each in after.trusted.keys] == [(WANG.key, NOW)]
    assert judged(after.trusted, version="2.1.0") == (Reason.TRUSTED,)
    assert judged(after.trusted) == (Reason.OLDER, Reason.TRUSTED)
    assert judged(after.trusted, None) == (Reason.STRIPPED, Reason.OLDER)


def test_trust_is_taken_back_and_given_again(store: TrustStore, file: Path) -> None:
    store.trust(WANG.key, NOW)
    store.distrust(WANG.key.id, NOW + 1)
    assert judged(TrustStore(file).trusted) == (Reason.REMOVED,)
    store.trust(WANG.key, NOW + 2)
    assert judged(TrustStore(file).trusted) == (Reason.TRUSTED,)
    assert len(store.trusted.keys) == 1


def test_a_new_key_of_the_same_lead_is_followed_once(store: TrustStore, file: Path) -> None:
    store.trust(WANG.key, NOW)
    new = WANG.successor("淘宝官方")
    install(store, new)
    after = TrustStore(file).trusted
    assert judged(after, new, "1.1.0") == (Reason.TRUSTED,)
    assert [each.key.name for each in after.keys] == ["王主管", "王主管"]  # as the agent knows them
    assert judged(after, WANG, "1.2.0") == (Reason.RETIRED,)
    assert judged(after, WANG.successor("王主管"), "1.2.0")[0] is Reason.CHANGED


def test_the_editions_of_a_pack_are_bounded(store: TrustStore) -> None:
    store.trust(WANG.key, NOW)
    install(store, pack="other")
    for number in range(45):
        install(store, version=f"1.{number}.0")
    assert [str(each.version) for each in store.trusted.editions("shop")] == [f"1.{n}.0" for n in range(5, 45)]
    assert len(store.trusted.editions("other")) == 1


def test_an_edition_that_comes_again_is_the_newest(store: TrustStore) -> None:
    for version in ("1.0.0", "2.0.0", "1.0.0"):
        install(store, None, version)
    assert [str(each.version) for each in store.trusted.seen] == ["2.0.0", "1.0.0"]


def test_two_programs_that_write_lose_nothing(store: TrustStore, file: Path) -> None:
    other = TrustStore(file)
    other.trust(WANG.key, NOW)
    store.trust(LI.key, NOW)
    assert {each.key.name for each in TrustStore(file).trusted.keys} == {"王主管", "李主管"}
    assert other.trusted == store.trusted  # without being told


def test_changes_are_told(store: TrustStore) -> None:
    told = []
    store.on_change(lambda: told.append(len(store.trusted.keys)))
    store.trust(WANG.key, NOW)
    store.distrust(WANG.key.id, NOW)
    store.reload()
    assert told == [1, 1, 1]


def test_what_cannot_be_written_holds_in_memory_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = TrustStore(tmp_path / "file" / "trust.json")
    store.trust(WANG.key, NOW)
    assert store.problem
    assert judged(store.trusted) == (Reason.TRUSTED,)


# --- a file that somebody has changed


def edited(file: Path, change: dict[str, object], table: str = "keys") -> Trusted:
    content = json.loads(file.read_text("utf-8"))
    for document in content[table].values():
        document.update(change)
    file.write_text(json.dumps(content), encoding="utf-8")
    return TrustStore(file).trusted


@pytest.mark.parametrize(
    "change",
    [
        {"key": "AAAA"},
        {"key": 1},
        {"key": "?"},
        {"id": LI.key.id},
        {"id": None},
        {"name": ""},
        {"name": 3},
        {"name": "王\u200b主管"},
    ],
)
def test_a_key_that_is_not_whole_is_not_trusted(store: TrustStore, file: Path, change: dict[str, object]) -> None:
    store.trust(WANG.key, NOW)
    assert edited(file, change).keys == ()


@pytest.mark.parametrize("removed", [5, 5.0, "yesterday", None, [1]])
def test_whatever_stands_for_removed_does_not_trust(store: TrustStore, file: Path, removed: object) -> None:
    store.trust(WANG.key, NOW)
    assert judged(edited(file, {"removed": removed})) == (Reason.REMOVED,)


@pytest.mark.parametrize(
    "change", [{"version": "one"}, {"version": 1}, {"pack": "../x"}, {"manifest": "x"}, {"key": "x"}, {"pack": None}]
)
def test_an_edition_that_is_not_whole_is_passed_over(store: TrustStore, file: Path, change: dict[str, object]) -> None:
    install(store)
    assert edited(file, change, "editions").seen == ()


def test_a_damaged_file_trusts_nobody(store: TrustStore, file: Path) -> None:
    store.trust(WANG.key, NOW)
    for each in (file, atomic.backup_of(file)):
        each.write_bytes(b"\xff damaged")
    after = TrustStore(file)
    assert "读不出来" in after.notice
    assert judged(after.trusted) == (Reason.UNKNOWN,)


def test_damage_does_not_bring_back_trust_that_was_taken_away(store: TrustStore, file: Path) -> None:
    store.trust(WANG.key, NOW)
    store.distrust(WANG.key.id, NOW + 1)
    file.write_bytes(b"\xff damaged")
    after = TrustStore(file)
    assert after.notice
    assert judged(after.trusted) == (Reason.REMOVED,)


def test_an_own_key_that_is_not_whole_is_none(store: TrustStore, file: Path) -> None:
    second = WANG.successor("王主管")
    store.set_own(second.key, second.earlier)
    assert TrustStore(file).earlier == second.earlier
    assert edited(file, {"earlier": [{"key": "AAAA"}]}, "own").own == second.key
    assert TrustStore(file).earlier == ()
    assert edited(file, {"key": "AAAA"}, "own").own is None
    store.set_own(None)
    assert TrustStore(file).trusted.own is None
