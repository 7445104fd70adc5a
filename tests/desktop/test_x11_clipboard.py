"""The X11 clipboard where it gets rough: megabytes, mute and dying owners, odd readers, clipboard managers, shutdown."""

from __future__ import annotations

import gc
import os
import select
import subprocess
import sys
import threading
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from Xlib import X, Xatom, error
from Xlib.ext import xfixes
from Xlib.protocol import event

from assistant.core.errors import DesktopProblem
from assistant.core.model import Window
from assistant.desktop.x11 import clipboard as clipboard_module
from assistant.desktop.x11 import holding as holding_module
from assistant.desktop.x11 import reading as reading_module
from assistant.desktop.x11.clipboard import X11Clipboard
from assistant.desktop.x11.link import Link

from . import owners
from .desk import Desk, Late, connect
from .owners import CopyQ, Owner, Reader

pytestmark = pytest.mark.desk("dbus-daemon", "setpriv")

REPLY = "亲，今天就发货😊"
OLD = owners.plain("买家刚才的话")
TWO_MB = ("长" * 100 + "x\n") * 6_700
PRIVATE = "x-kde-passwordManagerHint"
META = {"TARGETS", "TIMESTAMP", "MULTIPLE"}


@pytest.fixture
def clipboard(desk: Desk) -> Iterator[X11Clipboard]:
    one = X11Clipboard(Link(desk.display))
    yield one
    one.close()


@pytest.fixture
def chat(desk: Desk) -> Iterator[Reader]:
    """The program that the reply is for."""
    one = Reader(desk)
    yield one
    one.close()


def window_of(reader: Reader, pid: int = 0) -> Window:
    """It as the engine names it; without a process its own connection alone counts."""
    return Window(reader.window.id, reader.window.id, "chat", "买家", pid)


def alive(clipboard: X11Clipboard, reader: Reader, chat: Reader) -> bool:
    """Whether a whole loan still goes well."""
    loan = clipboard.lend("还活着", window_of(chat), 500)
    mark = loan.mark()
    good = reader.text() != "还活着" and not loan.read_since(mark, 0)
    good = good and chat.text() == "还活着" and loan.read_since(mark, 5000)
    loan.give_back()
    return good


def hold_up(clipboard: X11Clipboard) -> threading.Event:
    """Keep the thread of the clipboard from doing anything until the event is set."""
    busy, wait = threading.Event(), threading.Event()

    def order() -> None:
        busy.set()
        wait.wait(20)

    clipboard._loop.post(order)
    assert busy.wait(10)
    return wait


class Rude:
    """Another program that owns the clipboard, each of its answers made by hand."""

    def __init__(self, desk: Desk, selection: str = "CLIPBOARD", at: int = X.CurrentTime) -> None:
        self.x = connect(desk.display)
        root = self.x.screen().root
        self.window = root.create_window(0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)
        self.window.set_selection_owner(self.x.intern_atom(selection), at)
        self.x.sync()

    def next(self, kind: int) -> Any:
        """The next event of a kind."""
        end = time.monotonic() + 10
        while time.monotonic() < end:
            while self.x.pending_events():
                e = self.x.next_event()
                if e.type == kind:
                    return e
            select.select([self.x], [], [], 0.1)
        raise Late("nobody asks")

    def asked(self, target: str) -> Any:
        """The next request, which is for this target."""
        e = self.next(X.SelectionRequest)
        assert self.x.get_atom_name(e.target) == target
        return e

    def answer(self, e: Any, kind: str, bits: int, data: Any) -> None:
        e.requestor.change_property(e.property, self.x.intern_atom(kind), bits, data)
        self.tell(e, e.property)

    def tell(self, e: Any, prop: int) -> None:
        note = event.SelectionNotify(
            time=e.time, requestor=e.requestor, selection=e.selection, target=e.target, property=prop
        )
        e.requestor.send_event(note)
        self.x.sync()

    def close(self) -> None:
        with suppress(error.ConnectionClosedError):
            self.x.close()


@pytest.fixture
def rude(desk: Desk) -> Iterator[Rude]:
    one = Rude(desk)
    yield one
    one.close()


# ---- megabytes


def test_megabytes_in_both_directions(clipboard: X11Clipboard, owner: Owner, reader: Reader, chat: Reader) -> None:
    big = owners.plain(TWO_MB) | {"text/html": os.urandom(2_000_000)}
    owner.own(big)
    reply = TWO_MB[::-1]
    loan = clipboard.lend(reply, window_of(chat), 500)
    assert loan.complete
    mark = loan.mark()
    assert chat.text() == reply
    assert loan.read_since(mark, 5000)
    loan.give_back()
    assert reader.differences(big) == []


def test_a_text_sent_in_parts_is_read_when_the_last_part_is(clipboard: X11Clipboard, chat: Reader) -> None:
    loan = clipboard.lend(TWO_MB, window_of(chat), 500)
    mark = loan.mark()
    first = convert(chat, "UTF8_STRING")
    assert chat.x.get_atom_name(first.property_type) == "INCR"
    assert not loan.read_since(mark, 100)
    take(chat)
    parts = []
    while part := next_part(chat):
        assert not loan.read_since(mark, 0)
        parts.append(part)
        take(chat)
    assert b"".join(parts).decode() == TWO_MB
    assert loan.read_since(mark, 5000)
    loan.give_back()


def convert(reader: Reader, target: str) -> Any:
    """Ask for a target; the property as it was answered, None when refused. Leaves the property there."""
    atom = reader.x.intern_atom
    reader.window.convert_selection(atom("CLIPBOARD"), atom(target), reader.property, X.CurrentTime)
    deadline = time.monotonic() + 10
    note = next(e for e in reader._events(deadline, target) if e.type == X.SelectionNotify)
    return reader.window.get_full_property(reader.property, X.AnyPropertyType) if note.property else None


def next_part(reader: Reader) -> bytes:
    """The next part of a transfer, left where it is; empty after the last."""
    for e in reader._events(time.monotonic() + 10, "the next part"):
        if e.type == X.PropertyNotify and e.state == X.PropertyNewValue:
            part = reader.window.get_full_property(reader.property, X.AnyPropertyType)
            if part is not None and reader.x.get_atom_name(part.property_type) != "INCR":
                return bytes(part.value)
    raise AssertionError


def take(reader: Reader) -> None:
    """Make room for the next part."""
    reader.window.delete_property(reader.property)
    reader.x.flush()


def test_fifty_megabytes_are_given_back(clipboard: X11Clipboard, owner: Owner, reader: Reader) -> None:
    big = {"UTF8_STRING": b"0123456789abcdef" * 3_276_800}
    owner.own(big)
    loan = clipboard.lend(REPLY, None, 1000)
    assert loan.complete
    assert reader.text() == REPLY
    loan.give_back()
    assert reader.differences(big) == []


def test_what_is_too_much_for_memory_is_said_to_be_lost(
    clipboard: X11Clipboard, owner: Owner, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_module, "_LARGEST", 1_000_000)
    owner.own({"text/html": b"<b>small</b>", "UTF8_STRING": TWO_MB.encode()})
    loan = clipboard.lend(REPLY, None, 500)
    assert not loan.complete
    loan.give_back()
    assert reader.text() is None
    assert reader.read("text/html") == b"<b>small</b>"


def test_reading_long_texts_again_and_again(
    clipboard: X11Clipboard, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_module, "_LARGEST", 5_000_000)
    owner.own(owners.plain(TWO_MB))
    for _ in range(4):
        assert clipboard.text(500) == TWO_MB


# ---- what is offered


def test_the_formal_targets(clipboard: X11Clipboard, reader: Reader) -> None:
    clipboard.put(REPLY)
    targets = convert(reader, "TARGETS")
    assert (targets.property_type, targets.format) == (Xatom.ATOM, 32)
    names = {reader.x.get_atom_name(a) for a in targets.value}
    assert META | {"UTF8_STRING", "text/plain;charset=utf-8", PRIVATE} <= names
    stamp = convert(reader, "TIMESTAMP")
    assert (stamp.property_type, stamp.format, len(stamp.value)) == (Xatom.INTEGER, 32, 1)
    assert stamp.value[0] > 0
    assert convert(reader, PRIVATE).value == b"secret"
    assert convert(reader, "image/png") is None
    assert convert(reader, "UTF8_STRING").value.decode() == REPLY


def test_several_targets_at_once(clipboard: X11Clipboard, reader: Reader) -> None:
    clipboard.put(REPLY)
    atom = reader.x.intern_atom
    asked = [atom("UTF8_STRING"), atom("P1"), atom("image/png"), atom("P2"), atom("TARGETS"), atom("P3")]
    reader.window.change_property(reader.property, atom("ATOM_PAIR"), 32, asked)
    answer = convert(reader, "MULTIPLE")
    assert list(answer.value) == [*asked[:3], 0, *asked[4:]]
    text = reader.window.get_full_property(atom("P1"), X.AnyPropertyType)
    assert text.value.decode() == REPLY
    assert reader.window.get_full_property(atom("P2"), X.AnyPropertyType) is None
    assert atom("UTF8_STRING") in reader.window.get_full_property(atom("P3"), X.AnyPropertyType).value


def test_several_targets_without_a_list_are_refused(clipboard: X11Clipboard, reader: Reader) -> None:
    clipboard.put(REPLY)
    reader.window.delete_property(reader.property)
    assert convert(reader, "MULTIPLE") is None


def test_a_picture_is_kept_as_png_and_the_rest_is_made_of_it(
    clipboard: X11Clipboard, owner: Owner, reader: Reader
) -> None:
    gui = pytest.importorskip("PySide6.QtGui")
    kinds = [
        "bmp",
        "jpeg",
        "x-MS-bmp",
        "x-bmp",
        "x-icon",
        "ico",
        "tiff",
        "webp",
        "x-portable-pixmap",
        "x-xbitmap",
        "avif",
    ]
    offered = owners.picture(40, "图") | {f"image/{kind}": b"made by the owner" for kind in kinds}
    owner.own(offered)
    loan = clipboard.lend(REPLY, None, 500)
    assert {a["target"] for a in owner.asked()} & {f"image/{kind}" for kind in kinds} == set()
    loan.give_back()
    assert reader.targets() - META == set(offered)
    assert reader.differences({k: v for k, v in offered.items() if k.removeprefix("image/") not in kinds}) == []
    png = gui.QImage.fromData(offered["image/png"])
    for kind in ("bmp", "x-MS-bmp", "x-bmp", "x-portable-pixmap"):
        made = reader.read(f"image/{kind}")
        if kind != "x-portable-pixmap":
            assert made is not None
            assert made.startswith(b"BM")
            assert gui.QImage.fromData(made).convertToFormat(png.format()) == png
    assert reader.text() == "图"


def test_a_damaged_picture_is_given_back_as_it_was(clipboard: X11Clipboard, owner: Owner, reader: Reader) -> None:
    owner.own({"image/png": b"no picture", "image/bmp": b"neither"})
    clipboard.lend(REPLY, None, 500).give_back()
    assert reader.read("image/png") == b"no picture"
    assert reader.read("image/bmp") is None


def test_copied_files_are_given_back(clipboard: X11Clipboard, owner: Owner, reader: Reader) -> None:
    copied = owners.files("/tmp/订单 1.xlsx", "/tmp/b.png")
    owner.own(copied)
    clipboard.lend(REPLY, None, 500).give_back()
    assert reader.differences(copied) == []
    assert reader.targets() - META == set(copied)


def test_a_text_that_only_a_newer_target_holds(clipboard: X11Clipboard, owner: Owner) -> None:
    owner.own({"text/plain;charset=utf-8": "新".encode()})
    assert clipboard.text(500) == "新"
    owner.own({"STRING": b"caf\xe9"})
    assert clipboard.text(500) == "café"


# ---- the primary selection


def test_both_selections_are_lent_and_given_back(clipboard: X11Clipboard, owner: Owner, reader: Reader) -> None:
    selected = owners.plain("用鼠标选中的字")
    owner.own(OLD)
    owner.own(selected, "PRIMARY")
    loan = clipboard.lend(REPLY, None, 500, primary=True)
    assert [reader.text(), reader.text("PRIMARY")] == [REPLY, REPLY]
    loan.give_back()
    assert reader.differences(OLD) + reader.differences(selected, "PRIMARY") == []


def test_the_selection_is_left_alone_unless_it_is_pasted(clipboard: X11Clipboard, owner: Owner, reader: Reader) -> None:
    owner.own(OLD)
    owner.own(owners.plain("选中"), "PRIMARY")
    loan = clipboard.lend(REPLY, None, 500)
    assert reader.owner("PRIMARY") == owner.process.pid
    assert reader.text("PRIMARY") == "选中"
    loan.give_back()
    assert not owner.lost("PRIMARY")


def test_a_loan_that_was_given_back_reads_nothing_for_the_next(
    clipboard: X11Clipboard, reader: Reader, chat: Reader
) -> None:
    clipboard.lend("在终端里", window_of(reader), 500, primary=True).give_back()
    loan = clipboard.lend(REPLY, window_of(chat), 500)
    mark = loan.mark()
    reader.text("PRIMARY")  # the terminal again; the selection that it reads was lent to it before
    assert not loan.read_since(mark, 0)
    chat.text()
    assert loan.read_since(mark, 500)


def test_somebody_who_selects_meanwhile_wins_there_only(clipboard: X11Clipboard, owner: Owner, reader: Reader) -> None:
    owner.own(OLD)
    loan = clipboard.lend(REPLY, None, 500, primary=True)
    owner.own(owners.plain("新选中的"), "PRIMARY")
    loan.give_back()
    assert reader.text("PRIMARY") == "新选中的"
    assert reader.differences(OLD) == []


# ---- owners


def test_formats_that_never_come_are_missed_and_the_others_kept(
    clipboard: X11Clipboard, owner: Owner, reader: Reader
) -> None:
    owner.own({"text/html": b"<b>1</b>", **OLD})
    owner.mute(*OLD)
    loan = clipboard.lend(REPLY, None, 100)
    assert not loan.complete
    assert reader.text() == REPLY
    loan.give_back()
    assert reader.read("text/html") == b"<b>1</b>"
    assert reader.text() is None


def test_an_owner_that_dies_while_it_is_read(
    clipboard: X11Clipboard, desk: Desk, owner: Owner, reader: Reader, chat: Reader
) -> None:
    owner.own({**OLD, "image/png": b"\x89PNG"})
    owner.mute("image/png")
    with ThreadPoolExecutor(1) as pool:
        lending = pool.submit(clipboard.lend, REPLY, None, 1000)
        desk.wait(lambda: any(a["target"] == "image/png" for a in owner.asked()), 5, "being read")
        owner.process.kill()
        loan = lending.result(20)
    assert not loan.complete
    assert reader.text() == REPLY
    loan.give_back()
    assert reader.differences(OLD) == []  # what it had told before
    assert reader.read("image/png") is None
    assert alive(clipboard, reader, chat)


def test_an_owner_that_dies_between_two_parts(
    clipboard: X11Clipboard, rude: Rude, reader: Reader, chat: Reader
) -> None:
    clipboard.prefetch()
    rude.answer(rude.asked("TARGETS"), "ATOM", 32, [rude.x.intern_atom("UTF8_STRING")])
    asked = rude.asked("UTF8_STRING")
    asked.requestor.change_attributes(event_mask=X.PropertyChangeMask)
    rude.answer(asked, "INCR", 32, [1000])
    while rude.next(X.PropertyNotify).state != X.PropertyDelete:
        pass
    asked.requestor.change_property(asked.property, rude.x.intern_atom("UTF8_STRING"), 8, b"half")
    rude.x.sync()
    rude.close()
    assert clipboard.text(500) is None
    assert alive(clipboard, reader, chat)


def test_an_owner_that_answers_nonsense(clipboard: X11Clipboard, rude: Rude, reader: Reader, chat: Reader) -> None:
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(clipboard.text, 1000)
        rude.answer(rude.asked("UTF8_STRING"), "INTEGER", 32, [100_000, 2])
        for _ in range(3):  # whatever else it is asked for
            if reading.done():
                break
            rude.tell(rude.next(X.SelectionRequest), 0)
        assert reading.result(20) is None
    clipboard.prefetch()
    rude.answer(rude.asked("TARGETS"), "ATOM", 32, [0x1FFFFFFF, 0, rude.x.intern_atom("UTF8_STRING")])
    rude.answer(rude.asked("UTF8_STRING"), "UTF8_STRING", 8, b"good")
    assert clipboard.text(1000) == "good"
    assert alive(clipboard, reader, chat)
    assert reader.text() == "good"


def test_targets_that_are_no_list_of_atoms(clipboard: X11Clipboard, rude: Rude, reader: Reader, chat: Reader) -> None:
    clipboard.prefetch()
    rude.answer(rude.asked("TARGETS"), "STRING", 8, b"\xff\xfe text")
    loan = None
    with ThreadPoolExecutor(1) as pool:
        lending = pool.submit(clipboard.lend, REPLY, None, 100)
        loan = lending.result(20)
    assert not loan.complete
    loan.give_back()
    assert alive(clipboard, reader, chat)


# ---- readers


def test_the_chat_gets_the_reply_for_a_moment_longer(
    clipboard: X11Clipboard, desk: Desk, owner: Owner, reader: Reader, chat: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner.own(OLD)
    monkeypatch.setattr(holding_module, "LINGER", 600.0)
    clipboard.lend(REPLY, window_of(chat), 500).give_back()
    assert chat.text() == REPLY
    assert reader.differences(OLD) == []
    assert chat.text() == REPLY
    monkeypatch.undo()
    loan = clipboard.lend("第二条", window_of(chat), 500)
    assert chat.text() == "第二条"
    loan.give_back()
    desk.wait(lambda: not chat.differences(OLD), 5, "the chat gets the old content too")


def test_another_connection_of_the_chat_program_reads_for_it(
    clipboard: X11Clipboard, reader: Reader, chat: Reader
) -> None:
    loan = clipboard.lend(REPLY, window_of(chat, os.getpid()), 500)
    mark = loan.mark()
    assert reader.text() == REPLY
    assert loan.read_since(mark, 5000)
    loan.give_back()


READ = """
import sys
from Xlib import X, display
d = display.Display(sys.argv[1])
w = d.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
w.convert_selection(d.intern_atom("CLIPBOARD"), d.intern_atom("UTF8_STRING"), d.intern_atom("READ"), X.CurrentTime)
while d.next_event().type != X.SelectionNotify:
    pass
print(d.display.info.resource_id_base)
"""


def test_a_program_that_inherits_the_number_of_a_connection_is_not_taken_for_it(
    clipboard: X11Clipboard, desk: Desk, chat: Reader
) -> None:
    short = Reader(desk)
    number = short.x.display.info.resource_id_base
    loan = clipboard.lend(REPLY, window_of(chat, os.getpid()), 500)
    mark = loan.mark()
    assert short.text() == REPLY
    assert loan.read_since(mark, 5000)
    short.close()
    desk.wait(lambda: not desk.screen.pid_of(number), 5, "the number is free")
    mark = loan.mark()
    stranger = subprocess.run(
        [sys.executable, "-c", READ, desk.display], env=desk.env, capture_output=True, check=True, timeout=20
    )
    assert int(stranger.stdout) == number
    assert not loan.read_since(mark, 200)
    loan.give_back()


@pytest.mark.parametrize("target", ["MULTIPLE", "UTF8_STRING", "TARGETS"])
def test_readers_that_are_gone_before_the_answer(
    clipboard: X11Clipboard, desk: Desk, reader: Reader, chat: Reader, target: str
) -> None:
    clipboard.put(REPLY)
    wait = hold_up(clipboard)
    x = connect(desk.display)
    window = x.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    atom = x.intern_atom
    window.change_property(atom("READ"), atom("ATOM_PAIR"), 32, [atom("UTF8_STRING"), atom("P1")])
    window.convert_selection(atom("CLIPBOARD"), atom(target), atom("READ"), X.CurrentTime)
    x.sync()
    x.close()
    desk.wait(lambda: not desk.screen.pid_of(window.id), 5, "the reader is gone")
    wait.set()
    assert alive(clipboard, reader, chat)


def test_a_reader_that_asks_for_nonsense(clipboard: X11Clipboard, reader: Reader, chat: Reader) -> None:
    clipboard.put(REPLY)
    atom = reader.x.intern_atom
    reader.window.change_property(reader.property, atom("ATOM_PAIR"), 32, [0x1FFFFFFF, atom("P1"), 0, 0, 7])
    convert(reader, "MULTIPLE")
    assert alive(clipboard, reader, chat)


def test_a_reader_that_dies_between_two_parts_leaves_nothing(clipboard: X11Clipboard, desk: Desk) -> None:
    clipboard.put(TWO_MB)
    short = Reader(desk)
    convert(short, "UTF8_STRING")
    sending: dict[object, object] = clipboard._server._sending
    assert len(sending) == 1
    short.close()
    desk.wait(lambda: not sending, 5, "the transfer is forgotten")


def test_two_readers_at_once_get_all_of_it(clipboard: X11Clipboard, desk: Desk) -> None:
    clipboard.put(TWO_MB)
    readers = [Reader(desk) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(Reader.text, readers)) == [TWO_MB] * 3
    for one in readers:
        one.close()


# ---- races, time, shutdown


def test_the_next_reply_waits_only_until_the_last_one_is_settled(
    clipboard: X11Clipboard, chat: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard_module, "_SETTLED_LIMIT", 600.0)
    monkeypatch.setattr(holding_module, "_RETURN_LIMIT", 600.0)
    for n in range(3):
        loan = clipboard.lend(f"第{n}条", window_of(chat), 500)
        assert chat.text() == f"第{n}条"
        loan.give_back(80)


def test_listeners_are_told_when_the_chat_has_read_all_it_wants(
    clipboard: X11Clipboard, desk: Desk, owner: Owner, chat: Reader
) -> None:
    owner.own(OLD)
    loan = clipboard.lend(REPLY, window_of(chat), 500)
    listener = connect(desk.display)
    listener.xfixes_query_version()
    atom = listener.intern_atom("CLIPBOARD")
    listener.xfixes_select_selection_input(listener.screen().root, atom, xfixes.XFixesSetSelectionOwnerNotifyMask)
    listener.sync()
    loan.give_back(200)
    for _ in range(10):
        assert chat.text() == REPLY
        assert desk.holds(lambda: not listener.pending_events(), 0.05)
    desk.wait(listener.pending_events, 5, "the old content is announced")
    listener.close()


def test_a_selection_that_is_lost_while_the_other_one_is_announced(
    clipboard: X11Clipboard, owner: Owner, reader: Reader, chat: Reader
) -> None:
    owner.own(OLD)
    loan = clipboard.lend(REPLY, window_of(chat), 500, primary=True)
    wait = hold_up(clipboard)
    with ThreadPoolExecutor(1) as pool:
        giving = pool.submit(loan.give_back)
        while clipboard._loop._orders.empty():
            pass
        owner.own(owners.plain("选中的"), "PRIMARY")
        wait.set()
        giving.result(20)
    assert alive(clipboard, reader, chat)
    assert reader.text("PRIMARY") == "选中的"
    assert reader.differences(OLD) == []


def test_somebody_who_copies_at_the_very_moment_of_giving_back_wins(
    clipboard: X11Clipboard, owner: Owner, reader: Reader
) -> None:
    owner.own(OLD)
    loan = clipboard.lend(REPLY, None, 500)
    wait = hold_up(clipboard)
    with ThreadPoolExecutor(1) as pool:
        giving = pool.submit(loan.give_back)
        while clipboard._loop._orders.empty():
            pass
        owner.own(owners.plain("刚刚复制的"))
        wait.set()
        giving.result(20)
    assert reader.text() == "刚刚复制的"
    assert reader.owner() == owner.process.pid


def test_a_program_that_is_slow_to_copy_is_not_too_late(
    clipboard: X11Clipboard, desk: Desk, owner: Owner, chat: Reader
) -> None:
    owner.own(OLD)
    loan = clipboard.lend(REPLY, window_of(chat), 500)
    pressed = server_time(chat)
    desk.wait(lambda: server_time(chat) > pressed, 5, "the server's clock goes on")
    loan.give_back()
    hold_up(clipboard).set()  # the old content has been announced
    slow = Rude(desk, "CLIPBOARD", pressed)
    clipboard.prefetch()
    slow.asked("TARGETS")
    slow.close()


def server_time(reader: Reader) -> int:
    """The X server's clock, as a key press would carry it."""
    reader.window.change_property(reader.property, Xatom.STRING, 8, b"")
    return next(int(e.time) for e in reader._events(time.monotonic() + 10, "time") if e.type == X.PropertyNotify)


def test_copying_and_giving_back_side_by_side(clipboard: X11Clipboard, owner: Owner, reader: Reader) -> None:
    with ThreadPoolExecutor(1) as pool:
        for n in range(60):
            loan = clipboard.lend(REPLY, None, 500)
            giving = pool.submit(loan.give_back)
            owner.own(owners.plain(f"第{n}次"))
            giving.result(20)
            assert reader.text() == f"第{n}次"


def test_many_loans_leak_nothing(clipboard: X11Clipboard, owner: Owner, chat: Reader) -> None:
    owner.own(owners.picture(100, "x" * 20_000))

    def held() -> dict[str, int]:
        gc.collect()
        counts = chat.x.res_query_client_resources(clipboard._window.id).types
        files = len(list(Path("/proc/self/fd").iterdir()))
        here = {"threads": threading.active_count(), "files": files}
        return here | {f"X resource {t.resource_type}": t.count for t in counts}

    def use(times: int) -> None:
        for n in range(times):
            loan = clipboard.lend(f"第 {n} 条" + "长" * 20_000, window_of(chat), 500)
            chat.text()
            loan.give_back()

    use(20)
    before = Counter(held())
    tracemalloc.start()
    try:
        gc.collect()
        start = tracemalloc.get_traced_memory()[0]
        use(200)
        gc.collect()
        grown = tracemalloc.get_traced_memory()[0] - start
    finally:
        tracemalloc.stop()
    more = Counter(held()) - before  # a leak shows once for each loan; other parts of the process may open a file
    assert all(count < 20 for count in more.values()), more
    assert grown < 500_000  # one reply kept too long each time would be 12 MB


@pytest.mark.desk("copyq")
def test_a_clipboard_manager_keeps_the_users_item_and_not_the_reply(
    clipboard: X11Clipboard, desk: Desk, owner: Owner, chat: Reader
) -> None:
    manager = CopyQ(desk)
    owner.own(owners.plain("用户复制的"))
    desk.wait(lambda: manager.items()[:1] == ["用户复制的"], 10, "stored")
    loan = clipboard.lend(REPLY, window_of(chat), 500)
    assert desk.holds(lambda: manager.items()[:1] == ["用户复制的"], 0.7)  # it looks up to 560 ms later
    assert chat.text() == REPLY
    loan.give_back()
    assert desk.holds(lambda: manager.items()[:1] == ["用户复制的"], 0.7)
    clipboard.put("明确复制的")
    assert desk.holds(lambda: manager.items()[:1] == ["用户复制的"], 0.7)
    assert not {REPLY, "明确复制的"} & set(manager.items())
    manager.stop()


def test_a_lost_connection_is_said_at_once(
    clipboard: X11Clipboard, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard_module, "_ORDER_LIMIT", 600.0)
    desk.screen.kill(clipboard._window.id)
    desk.wait(lambda: not clipboard._loop._thread.is_alive(), 5, "the end of the thread")
    with pytest.raises(DesktopProblem):
        clipboard.lend(REPLY, None, 500)
    with pytest.raises(DesktopProblem):
        clipboard.close()
    monkeypatch.setattr(clipboard, "close", lambda: None)


class Manager:
    """A session's clipboard manager: asked to, it saves what is in the clipboard and offers it from then on."""

    def __init__(self, desk: Desk, owner: Owner, *, answers: bool) -> None:
        self.rude = Rude(desk, "CLIPBOARD_MANAGER")
        self.reader = Reader(desk)
        self.owner = owner
        self.saved: dict[str, bytes] = {}
        self.thread = threading.Thread(target=self.serve if answers else lambda: None)
        self.thread.start()

    def serve(self) -> None:
        asked = self.rude.asked("SAVE_TARGETS")
        for name in self.reader.targets() - META:
            data = self.reader.read(name)
            assert data is not None
            self.saved[name] = data
        self.rude.tell(asked, asked.property)
        self.owner.own(self.saved)

    def close(self) -> None:
        self.thread.join(20)
        self.reader.close()
        self.rude.close()


def test_what_we_hold_is_handed_over_when_we_quit(desk: Desk, owner: Owner, reader: Reader) -> None:
    copied = owners.picture(30, "买家的图")
    owner.own(copied)
    clipboard = X11Clipboard(Link(desk.display))
    clipboard.lend(REPLY, None, 500).give_back()
    manager = Manager(desk, owner, answers=True)
    clipboard.close()
    manager.close()
    assert reader.differences(copied) == []
    assert reader.owner() == owner.process.pid


def test_a_manager_that_does_not_answer_holds_nobody_up(
    desk: Desk, owner: Owner, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard_module, "_MANAGER_LIMIT", 100)
    clipboard = X11Clipboard(Link(desk.display))
    clipboard.put(REPLY)
    manager = Manager(desk, owner, answers=False)
    clipboard.close()
    manager.close()
    assert reader.owner() == 0
    assert not any(t.name == "xiaoer-clipboard" for t in threading.enumerate())


def test_nobody_is_asked_to_save_what_is_not_ours(desk: Desk, owner: Owner, reader: Reader) -> None:
    owner.own(OLD)
    clipboard = X11Clipboard(Link(desk.display))
    manager = Manager(desk, owner, answers=False)
    clipboard.close()
    manager.rude.x.sync()
    assert manager.rude.x.pending_events() == 0
    manager.close()
    assert reader.differences(OLD) == []
