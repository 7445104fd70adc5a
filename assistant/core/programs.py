"""What the agent has set for single chat programs, over what the program's profile says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from assistant.core.errors import SettingProblem
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Profile

NEWLINES = ("\n", " ")  # a line break as it is, or one line
_LONGEST_WAIT_MS = 60_000
_KEYS = {"paste_keys", "send_keys", "newline", "waits"}


@dataclass(frozen=True, slots=True)
class Ways:
    """How one program wants it. What is empty, or no wait here, is as the profile says. Waits are milliseconds."""

    paste_keys: str = ""
    send_keys: str = ""
    newline: str = ""
    waits: Mapping[str, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.paste_keys or self.send_keys or self.newline or self.waits)

    def over(self, profile: Profile) -> Profile:
        """The profile with these in place of its own."""
        return replace(
            profile,
            paste_keys=self.paste_keys or profile.paste_keys,
            send_keys=self.send_keys or profile.send_keys,
            newline=self.newline or profile.newline,
            waits={**profile.waits, **self.waits},
        )


@lru_cache(maxsize=4)
def parse(text: str) -> Mapping[str, Ways]:
    """Read what :func:`dump` wrote: ways by the names of profiles. Raises SettingProblem for anything else."""
    try:
        tables = json.loads(text)
        return {str(name): _ways(table) for name, table in tables.items()}
    except (ValueError, RecursionError, AttributeError, TypeError, KeyError) as error:
        raise SettingProblem("聊天程序的粘贴方式读不懂。", "请在设置的“聊天程序”一页重新填写。") from error


def dump(ways: Mapping[str, Ways]) -> str:
    """As one line of text; programs without anything of their own are left out."""
    return json.dumps({name: _table(own) for name, own in ways.items() if own})


def _ways(table: Mapping[str, Any]) -> Ways:
    if set(table) - _KEYS or table.get("newline", "") not in ("", *NEWLINES):
        raise KeyError
    keys = {name: str(KeyCombo.parse(table[name])) for name in ("paste_keys", "send_keys") if table.get(name)}
    waits = {str(name): _wait(figure) for name, figure in table.get("waits", {}).items()}
    return Ways(**keys, newline=table.get("newline", ""), waits=waits)


def _wait(figure: object) -> int:
    if not isinstance(figure, int) or isinstance(figure, bool) or not 0 <= figure <= _LONGEST_WAIT_MS:
        raise ValueError
    return figure


def _table(own: Ways) -> dict[str, object]:
    parts = {name: getattr(own, name) for name in sorted(_KEYS - {"waits"})}
    return {name: value for name, value in parts.items() if value} | ({"waits": dict(own.waits)} if own.waits else {})
