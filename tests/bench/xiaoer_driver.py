"""小二快答 for the bench: how it is given a library, started and stopped."""

import json
import os
import subprocess
import sys
from pathlib import Path

from base import Driver  # the bench puts its own folder on the path

ROOT = Path(__file__).resolve().parents[2]


class Xiaoer(Driver):
    """The tray app with its own library of the bench's phrases."""

    name = "xiaoer"
    note = "this project: tray app, key grab, pre-built popup, verified paste"
    wm_class = r"(?i)xiaoer"
    wm_title = "小二快答"

    def load(self, phrases):
        self.env = {"XIAOER_HOME": str(self.home / "xiaoer"), "PYTHONPATH": str(ROOT), "XIAOER_FIRST_START": "0"}
        rows = [{"code": p["code"], "category": p["path"], "title": p["title"], "text": p["text"]} for p in phrases]
        if any("{{" in row["text"] or "{%" in row["text"] for row in rows):
            raise ValueError("a text of the bench holds template marks, so it would not be pasted as it stands")
        library = self.work / "library.jsonl"
        library.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
        self._tell("settings", "set", "hotkey", self.hotkey)
        self._tell("import", library)

    def argv(self):
        return [self.python, "-m", "assistant", "tray"]

    def stop(self, desk):
        self._tell("quit", env=desk.env, check=False)

    def _tell(self, *arguments, env=None, check=True):
        command = [self.python, "-m", "assistant", *map(str, arguments)]
        env = env or {**os.environ, "HOME": str(self.home), **self.env}
        subprocess.run(command, env=env, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=check, timeout=120)


DRIVER = Xiaoer
