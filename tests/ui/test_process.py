"""Being told to end: by a signal, by the end of the session."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QDeadlineTimer

from assistant.core.errors import XiaoerError
from assistant.process import Ends, complain, name_us
from assistant.ui.tasks import Tasks


@pytest.fixture
def kept(app):
    """What is kept, while signals are heard; everything is as before afterwards."""
    names = [getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
    before = {name: signal.getsignal(name) for name in names}
    told: list[str] = []
    ends = Ends(app, lambda: told.append("kept"))
    ends.asked.disconnect()  # the application of these tests goes on
    ends.asked.connect(lambda: told.append("asked"))
    yield told
    signal.set_wakeup_fd(-1)
    for name, handler in before.items():
        signal.signal(name, handler)
    ends.deleteLater()


def until(app, done):
    limit = QDeadlineTimer(20_000)
    while not done():
        assert not limit.hasExpired()
        app.processEvents()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGBREAK" if sys.platform == "win32" else "SIGHUP"])
def test_a_signal_is_told_on_the_gui_thread(app, kept, name):
    signal.raise_signal(getattr(signal, name))
    until(app, lambda: kept)
    assert kept == ["asked"]


SESSION = """
import ctypes
from PySide6.QtWidgets import QApplication, QWidget
from assistant.process import Ends
qt, send = QApplication([]), ctypes.windll.user32.SendMessageW
window = QWidget()
window.show()
Ends(qt, lambda: print("kept"))
print(send(int(window.winId()), 0x0011, 0, 0))  # WM_QUERYENDSESSION
send(int(window.winId()), 0x0016, 0, 0)  # WM_ENDSESSION: another program has called it off
print(window.isVisible())
"""


@pytest.mark.skipif(sys.platform != "win32", reason="messages of Windows")
def test_before_the_session_ends_everything_is_kept_and_it_may_go_on():
    environ = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    ended = subprocess.run(
        [sys.executable, "-c", SESSION], env=environ, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert ended.stdout.split() == ["kept", "1", "True"], ended.stderr


def test_what_was_given_to_a_worker_is_waited_for(app):
    tasks, gate, done = Tasks("test"), threading.Event(), []
    tasks.run(lambda: gate.wait(20), done.append, done.append)
    assert tasks.settle(0.01) is False
    gate.set()
    assert tasks.settle(20) is True
    tasks.close()
    until(app, lambda: done)
    assert done == [True]


def test_a_name_on_the_task_bar_is_no_matter_elsewhere():
    name_us()


def test_why_it_does_not_start_is_told_on_the_terminal(capsys):
    complain(XiaoerError("没有图形桌面。", "请登录。"))
    assert capsys.readouterr().err == "没有图形桌面。请登录。\n"
