"""What the watchdog sees of a program that does nothing: the part of the X server and of the machine."""

import sys
from pathlib import Path

from bare_qt import BareQt

sys.path.insert(0, str(Path(__file__).resolve().parent))
from watched import Watched


class WatchedBareQt(Watched, BareQt):
    """The floor under watch."""


DRIVER = WatchedBareQt
