#!/usr/bin/python3 -IS
"""Starts 小二快答 with its own libraries alone: nothing of the user's or of other packages' Python is looked at."""

import os
import sys

SITE = "/usr/lib/xiaoer/site"

for name in [name for name in os.environ if name.startswith("PYTHON")]:
    del os.environ[name]  # ignored here by -I; so the readers that we start do not follow them either
os.environ["XIAOER_LAUNCHER"] = "/usr/bin/xiaoer"
sys.path.insert(0, SITE)

from assistant.__main__ import main  # noqa: E402 (found only now)

sys.exit(main())
