"""A window with a QPlainTextEdit, asked over standard input: ``text``, ``clear``, ``title NEW``; answers in hex."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QPlainTextEdit


def main() -> int:
    """Run until standard input ends."""
    app = QApplication(["qteditor"])
    edit = QPlainTextEdit()
    edit.setWindowTitle("编辑框")
    edit.resize(600, 400)
    edit.setUndoRedoEnabled(False)

    def serve() -> None:
        verb, _, rest = sys.stdin.readline().rstrip("\n").partition(" ")
        answer = ""
        if not verb:
            app.quit()
        elif verb == "text":
            answer = edit.toPlainText()
        elif verb == "clear":
            edit.clear()
        elif verb == "title":
            edit.setWindowTitle(rest)
        sys.stdout.write(answer.encode("utf-8", "surrogatepass").hex() + "\n")
        sys.stdout.flush()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(serve)
    edit.show()
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
