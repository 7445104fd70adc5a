from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import ReadOnly
from assistant.storage.paths import Paths


@pytest.fixture
def short() -> Iterator[Path]:
    """A folder with a short name: a socket must fit below it, wherever pytest puts its own."""
    with tempfile.TemporaryDirectory(prefix="x") as one:
        yield Path(one)


def here(place: str) -> str:
    """An absolute path of this system: on Windows a drive belongs to it."""
    return str(Path(place).absolute())


USER = {"HOME": "/home/mei", "USERPROFILE": "/users/mei"}


@pytest.mark.parametrize(
    ("platform", "environ", "home"),
    [
        ("linux", {}, "/home/mei/.local/share/xiaoer"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/xiaoer"),
        ("linux", {"XDG_DATA_HOME": "relative"}, "/home/mei/.local/share/xiaoer"),
        ("linux", {"XDG_DATA_HOME": "/data", "XIAOER_HOME": "/mine"}, "/mine"),
        ("linux", {"XIAOER_HOME": ""}, "/home/mei/.local/share/xiaoer"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/Xiaoer"),
        ("win32", {}, "/users/mei/AppData/Local/Xiaoer"),
        ("win32", {"LOCALAPPDATA": "/local", "XIAOER_HOME": "/mine"}, "/mine"),
        ("darwin", {"XDG_DATA_HOME": "/data"}, "/home/mei/Library/Application Support/Xiaoer"),
        ("darwin", {"XIAOER_HOME": "/mine"}, "/mine"),
    ],
)
def test_home_by_system(platform: str, environ: dict[str, str], home: str) -> None:
    places = {name: here(place) if place.startswith("/") else place for name, place in {**USER, **environ}.items()}
    paths = Paths.find(places, platform)
    assert paths.home == Path(here(home))
    for part in (paths.library, paths.settings, paths.usage, paths.logs, paths.lock):
        assert part.is_relative_to(paths.home)
    assert paths.socket.is_relative_to(paths.home) is (platform != "win32")


MEI = {"USERDOMAIN": "PC", "USERNAME": "Mei", "XIAOER_HOME": r"C:\Data"}


def pipe(**other: str) -> str:
    return str(Paths.find({**MEI, **other}, "win32").socket)


def test_the_socket_of_windows_is_a_pipe_of_the_user_and_the_home() -> None:
    assert re.fullmatch(r"\\\\\.\\pipe\\xiaoer-[0-9a-f]{12}", pipe())
    assert pipe() == pipe(USERNAME="mei") == pipe(XIAOER_HOME=r"C:\DATA")  # Windows minds no case
    assert len({pipe(), pipe(USERNAME="Lan"), pipe(USERDOMAIN="SHOP"), pipe(XIAOER_HOME=r"C:\Date")}) == 4


def test_a_relative_home_of_ours_is_meant_from_here() -> None:
    assert Paths.find({"XIAOER_HOME": "mine"}, "linux").home == Path.cwd() / "mine"


@given(st.text("a中/", min_size=1, max_size=150), st.sampled_from(["linux", "darwin"]))
def test_a_socket_path_always_fits(name: str, platform: str) -> None:
    environ = {"XIAOER_HOME": f"/home/{name}", "XDG_RUNTIME_DIR": "/run/user/1000", "TMPDIR": f"/tmp/{name}"}
    paths = Paths.find(environ, platform)
    for runtime in (paths.runtime, *paths.spares):
        assert len(os.fsencode(runtime / "xiaoer.sock")) <= 88


def test_two_long_homes_do_not_share_a_runtime_folder() -> None:
    long, shared = here("/home/" + "很长的名字" * 10), here("/run/user/1")
    one, two, again = (Paths.find({"XIAOER_HOME": long + end, "XDG_RUNTIME_DIR": shared}, "linux") for end in "121")
    assert one.runtime.parent == Path(shared)
    assert one.runtime != two.runtime
    assert one.runtime == again.runtime


def found(home: Path, temporary: Path) -> Paths:
    return Paths.find({"XIAOER_HOME": str(home), "TMPDIR": str(temporary), "TEMP": str(temporary)}, sys.platform)


@pytest.fixture
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("t")


def test_folders_are_made_for_the_owner_only(tmp_path: Path, temporary: Path) -> None:
    paths = found(tmp_path / "a" / "b", temporary).ensure()
    assert paths.problem is None
    assert paths.logs.is_dir()
    if os.name != "nt":
        assert paths.home.stat().st_mode & 0o077 == 0
        assert paths.runtime.stat().st_mode & 0o077 == 0
    assert paths.ensure() == paths


def test_a_runtime_folder_that_is_open_to_others_is_closed(tmp_path: Path, temporary: Path) -> None:
    paths = found(tmp_path / "h", temporary)
    paths.runtime.mkdir(parents=True)
    paths.runtime.chmod(0o777)
    assert paths.ensure().problem is None
    assert os.name == "nt" or paths.runtime.stat().st_mode & 0o077 == 0


def test_a_home_below_a_file_is_told_and_the_lock_goes_elsewhere(tmp_path: Path, temporary: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    paths = found(tmp_path / "file" / "home", temporary).ensure()
    assert isinstance(paths.problem, ReadOnly)
    assert str(tmp_path / "file" / "home") in paths.problem.sentence
    assert paths.problem.next_step
    assert paths.runtime.parent == temporary
    assert paths.runtime.is_dir()
    assert paths.home == tmp_path / "file" / "home"


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_a_home_that_exists_but_takes_no_file_is_told(temporary: Path) -> None:
    paths = found(Path("/proc/self/fdinfo"), temporary).ensure()
    assert isinstance(paths.problem, ReadOnly)
    assert paths.runtime.parent == temporary


@pytest.mark.skipif(os.name == "nt", reason="POSIX owners")
def test_a_runtime_folder_that_is_a_link_is_not_trusted(short: Path, temporary: Path) -> None:
    (short / "file").write_bytes(b"")
    paths = found(short / "file" / "home", temporary)
    (spare,) = paths.spares
    spare.symlink_to(short)
    assert isinstance(paths.ensure().problem, ReadOnly)
    assert list(short.iterdir()) == [short / "file"]


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only root can give a folder away")
def test_a_runtime_folder_of_somebody_else_is_not_trusted(short: Path, temporary: Path) -> None:
    (short / "file").write_bytes(b"")
    paths = found(short / "file" / "home", temporary)
    (spare,) = paths.spares
    spare.mkdir(mode=0o755)
    os.chown(spare, 12345, 12345)
    assert paths.ensure().runtime == paths.runtime
    assert spare.stat().st_mode & 0o777 == 0o755


def test_nowhere_to_put_the_lock_is_told(short: Path) -> None:
    home = short / "home"
    home.mkdir()
    (home / "run").write_bytes(b"")
    (short / "tmp").write_bytes(b"")
    problem = found(home, short / "tmp").ensure().problem
    assert isinstance(problem, ReadOnly)
