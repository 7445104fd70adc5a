"""The watchdog of the bench: how long the GUI thread of a program lets a question of the window manager wait.

``_NET_WM_PING`` goes to the popup, shown or hidden, every few milliseconds; Qt answers it from its event loop. The answer's
delay is the longest that the thread was busy, plus what the X server and the machine took: ``watched_bare_qt.py`` shows that
part. As a program: ``watched.py DISPLAY CLASS FILE`` measures until it is terminated, then writes its figures.
"""

import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

from Xlib import X, display, error
from Xlib.protocol import event

EVERY = 0.002  # seconds between questions
LIMIT = 16.0  # milliseconds that the GUI thread may be busy


class Watched:
    """Mixed into a driver: the figures go to ``$XIAOER_BENCH_WATCH/NAME.json``."""

    pinger = None

    def after_start(self, desk):
        super().after_start(desk)
        file = Path(os.environ["XIAOER_BENCH_WATCH"]) / f"{self.name}.json"
        self.pinger = subprocess.Popen([self.python, __file__, desk.display_name, self.wm_class, str(file)])

    def stop(self, desk):
        self.pinger.terminate()
        self.pinger.wait()
        super().stop(desk)


class Pinger:
    """Asks one window over and over whether its program is there."""

    def __init__(self, name, wm_class):
        self.display = display.Display(name)
        self.root = self.display.screen().root
        self.root.change_attributes(event_mask=X.StructureNotifyMask | X.SubstructureNotifyMask)
        self.protocols = self.display.intern_atom("WM_PROTOCOLS")
        self.ping = self.display.intern_atom("_NET_WM_PING")
        self.wm_class = re.compile(wm_class)
        self.delays = []  # milliseconds
        self.late = []  # (seconds since the first question, milliseconds)

    def find(self, window=None):
        """A window of the program that says it answers pings."""
        for child in (window or self.root).query_tree().children:
            try:
                names = child.get_wm_class()
                if names and self.wm_class.search(" ".join(names)) and self.ping in child.get_wm_protocols():
                    return child
                if found := self.find(child):
                    return found
            except error.XError:
                continue
        return None

    def ask(self, window, number):
        """One question; False when no answer came within two seconds."""
        begin = time.perf_counter()
        data = (32, [self.ping, number, window.id, 0, 0])
        question = event.ClientMessage(window=window, client_type=self.protocols, data=data)
        window.send_event(question, event_mask=X.NoEventMask)
        self.display.flush()
        while (left := begin + 2 - time.perf_counter()) > 0:
            while self.display.pending_events():
                got = self.display.next_event()
                if self._answers(got, number):
                    self.delays.append((time.perf_counter() - begin) * 1000)
                    return True
            select.select([self.display.fileno()], [], [], left)
        return False

    def _answers(self, got, number):
        """Whether an event is the answer; the type's highest bit says that a program sent it."""
        ours = got.type & 0x7F == X.ClientMessage and got.client_type == self.protocols
        return ours and list(got.data[1][:2]) == [self.ping, number]

    def watch(self):
        """From the first time that the popup is closed again (what comes before is start-up) until we are terminated."""
        while (window := self.find()) is None:
            time.sleep(EVERY)
        for state in (X.IsViewable, X.IsUnmapped):
            while window.get_attributes().map_state != state:
                time.sleep(EVERY)
        begin, number = time.perf_counter(), 0
        while self.ask(window, number := number + 1):
            if self.delays[-1] > LIMIT:
                self.late.append((round(time.perf_counter() - begin, 3), round(self.delays[-1], 1)))
            time.sleep(EVERY)

    def figures(self):
        """What was seen, in milliseconds."""
        delays = sorted(self.delays)
        if not delays:
            return {"n": 0}
        at = {"median": 0.5, "p99": 0.99, "p999": 0.999}
        picked = {name: delays[int(share * (len(delays) - 1))] for name, share in at.items()}
        return {"n": len(delays), **picked, "max": delays[-1], "late": self.late}


def main(name, wm_class, file):
    pinger = Pinger(name, wm_class)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        pinger.watch()
    except error.ConnectionClosedError:
        pass  # the screen went before us
    finally:
        Path(file).write_text(json.dumps(pinger.figures()))


if __name__ == "__main__":
    main(*sys.argv[1:])
