"""Remembered orders: read by nobody else, gone when their days are over, whole at every moment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import DataProblem, ReadOnly
from assistant.storage import system_keys
from assistant.storage.order_vault import Vault
from assistant.storage.system_keys import SystemKeys
from tests.unit.storage import victim
from tests.unit.storage.test_kill import ROOT, victims
from tests.unit.storage.test_usage import fresh

DAY = 86_400.0
NOW = 1_750_000_000.0
SECRET = "张小雨 13800001234 浙江省杭州市西湖区文三路1号".encode()


class Keys:
    """A keyring that is none; ``locked`` while nobody unlocks it, ``deaf`` when it keeps nothing."""

    def __init__(self) -> None:
        self.key: bytes | None = None
        self.locked = self.deaf = False

    def get(self) -> bytes | None:
        self._ask()
        return self.key

    def set(self, key: bytes) -> None:
        self._ask()
        self.key = None if self.deaf else key

    def delete(self) -> None:
        self._ask()
        self.key = None

    def _ask(self) -> None:
        if self.locked:
            raise DataProblem("这台电脑的密钥环不能用，订单只留在内存里。")


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def vault(tmp_path: Path, keys: Keys) -> Vault:
    return Vault(tmp_path / "orders.vault", keys)


def files(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_what_is_saved_is_there_after_a_restart_and_nobody_else_can_read_it(
    vault: Vault, keys: Keys, tmp_path: Path
) -> None:
    vault.save(SECRET * 100, 7, NOW)
    assert Vault(tmp_path / "orders.vault", keys).load(NOW + 1).value == SECRET * 100
    [file] = tmp_path.iterdir()
    content = file.read_bytes()
    for fact in SECRET.split():
        assert fact not in content
    assert keys.key is not None
    assert len(keys.key) == 32
    assert keys.key not in content
    if os.name != "nt":
        assert file.stat().st_mode & 0o777 == 0o600


def test_the_same_orders_never_look_the_same(vault: Vault, tmp_path: Path) -> None:
    looks = set()
    for _ in range(3):
        vault.save(SECRET, 7, NOW)
        looks.add((tmp_path / "orders.vault").read_bytes()[24:])
    assert len(looks) == 3


@pytest.mark.parametrize(
    ("later", "there"), [(0, True), (7 * DAY - 1, True), (7 * DAY, False), (-DAY / 2, True), (-2 * DAY, False)]
)
def test_days_that_are_over_take_file_and_key_with_them(
    vault: Vault, keys: Keys, tmp_path: Path, later: float, there: bool
) -> None:
    vault.save(SECRET, 7, NOW)
    assert vault.expire(NOW + later) is not there
    assert (vault.load(NOW + later).value is not None) is there
    assert (files(tmp_path), keys.key is not None) == (["orders.vault"] if there else [], there)


def test_loading_alone_deletes_what_is_over(vault: Vault, keys: Keys, tmp_path: Path) -> None:
    vault.save(SECRET, 1, NOW)
    loaded = vault.load(NOW + DAY)
    assert (loaded.value, loaded.notice, files(tmp_path), keys.key) == (None, "", [], None)


def test_nothing_kept_is_nothing_to_load_or_to_expire(vault: Vault, tmp_path: Path) -> None:
    assert (vault.load(NOW).value, vault.load(NOW).notice, vault.expire(NOW)) == (None, "", False)
    vault.delete()
    assert files(tmp_path) == []


def test_deleting_leaves_no_file_no_rest_of_one_and_no_key(vault: Vault, keys: Keys, tmp_path: Path) -> None:
    vault.save(SECRET, 7, NOW)
    (tmp_path / ".orders.vault.abc.tmp").write_bytes(b"half")
    (tmp_path / "settings.json").write_bytes(b"{}")
    vault.delete()
    assert (files(tmp_path), keys.key) == (["settings.json"], None)


def test_without_a_keyring_nothing_is_written(vault: Vault, keys: Keys, tmp_path: Path) -> None:
    keys.locked = True
    with pytest.raises(DataProblem, match="这台电脑的密钥环不能用，订单只留在内存里"):
        vault.save(SECRET, 7, NOW)
    keys.locked, keys.deaf = False, True
    with pytest.raises(DataProblem, match="留不住密钥"):
        vault.save(SECRET, 7, NOW)
    assert files(tmp_path) == []


def test_a_locked_keyring_takes_nothing_away(vault: Vault, keys: Keys, tmp_path: Path) -> None:
    vault.save(SECRET, 7, NOW)
    keys.locked = True
    loaded = vault.load(NOW)
    assert loaded.value is None
    assert "密钥环不能用" in loaded.notice
    keys.locked = False
    assert vault.load(NOW).value == SECRET
    keys.locked = True
    vault.delete()
    assert files(tmp_path) == []


@pytest.mark.parametrize("content", [b"", b"XIAOER-ORDERS\x01", b"XIAOER-ORDERS\x02" + b"0" * 60, b"{}" * 200])
def test_a_foreign_file_is_deleted_and_told(vault: Vault, keys: Keys, tmp_path: Path, content: bytes) -> None:
    keys.key = b"k" * 32
    (tmp_path / "orders.vault").write_bytes(content)
    assert not vault.expire(NOW)
    loaded = vault.load(NOW)
    assert (loaded.value, files(tmp_path)) == (None, [])
    assert "请重新读入" in loaded.notice


def test_another_key_opens_nothing(vault: Vault, keys: Keys, tmp_path: Path) -> None:
    vault.save(SECRET, 7, NOW)
    keys.key = b"o" * 32
    assert (vault.load(NOW).value, files(tmp_path)) == (None, [])


def test_what_cannot_be_written_is_said_and_the_old_stays(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.save(SECRET, 7, NOW)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("assistant.storage.atomic.tempfile.mkstemp", refuse)
    with pytest.raises(ReadOnly):
        vault.save(b"new", 7, NOW)
    assert vault.load(NOW).value == SECRET


@given(place=st.integers(0, 10_000), flip=st.integers(1, 255), cut=st.booleans())
def test_no_byte_can_be_changed_or_left_out(place: int, flip: int, cut: bool) -> None:
    path = fresh()
    store = Vault(path, keys := Keys())
    store.save(SECRET, 7, NOW)
    content = bytearray(path.read_bytes())
    place %= len(content)
    if cut:
        del content[place:]
    else:
        content[place] ^= flip
    path.write_bytes(content)
    assert store.load(NOW).value is None
    assert not path.exists()
    assert keys.key is None


@given(st.binary(max_size=2_000), st.integers(1, 90))
def test_whatever_is_saved_comes_back(data: bytes, days: int) -> None:
    path = fresh()
    store = Vault(path, Keys())
    store.save(data, days, NOW)
    assert store.load(NOW + days * DAY - 1).value == data


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_a_kill_leaves_the_old_orders_or_the_new(tmp_path: Path) -> None:
    path, number = tmp_path / "orders.vault", 1
    with victims("vault", path) as writers:
        for _ in range(60):
            last = writers.killed(number, 0.004)
            found = Vault(path, victim.OneKey()).load(0.0).value
            if last < number and found is None:  # killed before its first file
                continue
            assert found in (victim.content(max(last, number - 1)), victim.content(last + 1))
            number = last + 1
    assert number > 30


def test_starting_costs_neither_cipher_nor_keyring() -> None:
    code = (
        "import sys, assistant.storage.order_vault, assistant.storage.system_keys;"
        "sys.exit(bool({'keyring', 'cryptography'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


class Backend:
    """A keyring of the library, of which only the priority counts."""

    def __init__(self, priority: float, *backends: Backend) -> None:
        self.priority = priority
        if backends:
            self.backends = list(backends)


@pytest.mark.parametrize("found", [Backend(0), Backend(0.5), Backend(10, Backend(0.5), Backend(0.1))])
def test_a_keyring_that_hides_nothing_is_none(monkeypatch: pytest.MonkeyPatch, found: Backend) -> None:
    monkeypatch.setattr("keyring.get_keyring", lambda: found)
    keys = SystemKeys("xiaoer-test", "orders")
    for ask in (keys.get, keys.delete, lambda: keys.set(b"k" * 32)):
        with pytest.raises(DataProblem, match="密钥环不能用"):
            ask()


def test_a_keyring_that_waits_for_its_user_keeps_nobody_else_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    answered = Event()
    locked = Backend(5)
    locked.get_password = lambda *_: answered.wait() and None  # type: ignore[attr-defined]
    monkeypatch.setattr("keyring.get_keyring", lambda: locked)
    monkeypatch.setattr(system_keys, "_PATIENCE", 0.0)
    with pytest.raises(DataProblem, match="密钥环不能用"):
        SystemKeys("xiaoer-test", "orders").get()
    answered.set()


def test_what_is_in_the_keyring_and_no_key_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = Backend(5)
    odd.get_password = lambda *_: "no base 64!"  # type: ignore[attr-defined]
    monkeypatch.setattr("keyring.get_keyring", lambda: odd)
    assert SystemKeys("xiaoer-test", "orders").get() is None


def test_the_best_of_several_keyrings_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    best = Backend(5)
    monkeypatch.setattr("keyring.get_keyring", lambda: Backend(10, best, Backend(0.5)))
    assert system_keys._backend() is best


REAL = """
import sys
from pathlib import Path
from assistant.storage.order_vault import Vault
from assistant.storage.system_keys import SystemKeys
keys = SystemKeys("xiaoer-test", "orders")
vault = Vault(Path(sys.argv[1]), keys)
vault.save(b"secret", 7, 1000.0)
assert len(keys.get()) == 32
assert Vault(Path(sys.argv[1]), SystemKeys("xiaoer-test", "orders")).load(1001.0).value == b"secret"
vault.delete()
assert keys.get() is None
assert vault.load(1001.0).value is None
print("well")
"""


@pytest.mark.skipif(not shutil.which("gnome-keyring-daemon"), reason="needs: apt-get install gnome-keyring")
@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="needs: apt-get install dbus")
def test_the_keyring_of_a_real_desktop_keeps_the_key(tmp_path: Path) -> None:
    script = tmp_path / "real.py"
    script.write_text(REAL)
    home = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME")}
    unlock = "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", unlock + f'"{sys.executable}" "{script}" "{tmp_path / "orders.vault"}"'],
        cwd=ROOT, env={**os.environ, **home, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.strip().endswith("well"), done.stderr
    assert b"secret" not in b"".join(p.read_bytes() for p in tmp_path.rglob("*.vault"))
