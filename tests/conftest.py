"""What holds for every test: data in a temporary place, no unexpected warning in the log, programs looked for.

``@pytest.mark.desk("hexchat", "ngircd")`` asks for a private X screen (Xvfb, openbox) and for these programs; where one
is missing the test is skipped with the line that installs it. ``XIAOER_NO_QT=1`` hides PySide6, as the unit tests want it.

Properties are tried on the same examples each time, so that a change is judged and not the day; ``XIAOER_RANDOM=1`` tries
others, for whoever looks for trouble.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

SCREEN = ("Xvfb", "openbox")
PACKAGES = {"Xvfb": "xvfb", "dbus-daemon": "dbus", "setxkbmap": "x11-xkb-utils", "xmodmap": "x11-xserver-utils"}
HOMES = ("XIAOER_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")

settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,  # a loaded machine is no finding
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
if not os.environ.get("XIAOER_RANDOM"):
    settings.load_profile("steady")

if os.environ.get("XIAOER_NO_QT"):
    sys.modules["PySide6"] = None  # type: ignore[assignment]  # an import now fails as if it were not installed


class LogWatch(logging.Handler):
    """Remembers warnings and worse; a test names those that it provokes."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def expect(self, pattern: str) -> None:
        """At least one line matches ``pattern``, and lines that do are no surprise."""
        self.expected.append(pattern)

    def complaint(self) -> str:
        """What is wrong with the log of this test; empty when nothing is."""
        surprises = [line for line in self.lines if not any(re.search(p, line) for p in self.expected)]
        silent = [p for p in self.expected if not any(re.search(p, line) for line in self.lines)]
        parts = ["unexpected in the log:", *surprises] if surprises else []
        parts += ["expected in the log but not there:", *silent] if silent else []
        return "\n".join(parts)


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fails the test when something logs a warning that the test did not expect."""
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    if complaint := watch.complaint():
        pytest.fail(complaint, pytrace=False)


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing reads or writes the data, the settings or the autostart folder of whoever runs the tests."""
    base = tmp_path_factory.getbasetemp() / "homes" / os.urandom(8).hex()
    for name in HOMES:
        monkeypatch.setenv(name, str(base / name.lower()))


def missing_programs(names: tuple[str, ...]) -> list[str]:
    """Those that are not on the path."""
    return [name for name in names if shutil.which(name) is None]


def install_line(programs: list[str]) -> str:
    """The command that installs ``programs`` on Debian and Ubuntu."""
    packages = " ".join(dict.fromkeys(PACKAGES.get(name, name) for name in programs))
    return f"sudo apt-get install -y --no-install-recommends {packages}"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip tests of real windows where their programs are missing."""
    names = [name for mark in item.iter_markers("desk") for name in mark.args]
    if item.get_closest_marker("desk") is not None and (lacking := missing_programs((*SCREEN, *names))):
        pytest.skip(f"needs: {install_line(lacking)}")
