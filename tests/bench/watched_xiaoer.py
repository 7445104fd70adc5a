"""小二快答 under the watchdog."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from watched import Watched
from xiaoer_driver import Xiaoer


class WatchedXiaoer(Watched, Xiaoer):
    """The product under watch."""


DRIVER = WatchedXiaoer
