"""小二快答 for the bench: how it is given a library, started and stopped."""

import json
import os
import subprocess
import sys
from pathlib import Path

from base import Driver  # type: ignore[import-not-found]  # the bench puts its own folder on the path

ROOT = Path(__file__).resolve().parents[2]


class Xiaoer(Driver):  # type: ignore[misc]
    """The tray app with its own library of the bench's phrases."""

    name = "xiaoer"
    note = "this project: tray app, key grab, pre-built popup, verified paste"
    wm_class = r"(?i)xiaoer"
    wm_title = "小二快答"

    def load(self, phrases):
        self.env = {"XIAOER_HOME": str(self.home / "xiaoer"), "PYTHONPATH": str(ROOT)}
        rows = [
            {"code": p["code"], "category": p["path"], "title": p["title"], "text": p["text"]}
            for p in phrases
            if _plain(p["text"])
        ]
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


def _plain(text):
    """The bench expects the text as it stands, so it must not mean anything to the template language."""
    if "{{" in text or "{%" in text:
        raise ValueError("a phrase of the bench holds template marks")
    return True


DRIVER = Xiaoer
