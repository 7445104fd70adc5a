"""A process that starts, takes up the snapshot in a folder, answers one query and says so: measured from outside.

``python search_start.py FOLDER QUERY alone|window``
"""

from __future__ import annotations

import sys
from pathlib import Path

from assistant.core.ranking import Standing
from assistant.core.search import search
from assistant.core.writing import Writing
from assistant.storage import resources
from assistant.storage.snapshot import Snapshot


def main() -> None:
    folder, query, how = sys.argv[1:]
    if how == "window":
        from PySide6.QtWidgets import QApplication, QWidget

        app = QApplication(["bench"])  # noqa: F841 - it lives as long as the process
        shown = QWidget()
        shown.show()
    read = resources.read_text
    index = Snapshot(Path(folder)).load(Writing.parse(read("writing/readings.txt"), read("writing/simplified.txt")))
    if index is None:
        sys.exit("no snapshot")
    print([match.phrase.title for match in search(query, index, Standing())], flush=True)


main()
