"""Which chat program a window belongs to, and who is being talked to in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from assistant.core.errors import DataProblem, XiaoerError
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Profile, Target, Window
from assistant.core.programs import Ways

_KNOWN = {f.name for f in fields(Profile)} - {"name"} | {"program", "title", "tried"}


@dataclass(frozen=True, slots=True)
class _Rule:
    program: re.Pattern[str]
    title: re.Pattern[str]
    profile: Profile


class Targets:
    """The profiles of ``resources/targets.toml``. Raises DataProblem for a file that makes no sense.

    ``own`` is what the agent has set for some of them, asked anew each time.
    """

    def __init__(self, toml: str, own: Callable[[], Mapping[str, Ways]] = dict) -> None:
        self._own = own
        try:
            tables = tomllib.loads(toml)
            self._rules = [_rule(name, table) for name, table in tables.items() if name != "fallback"]
            self._fallback = _profile("fallback", tables["fallback"])
        except (tomllib.TOMLDecodeError, re.error, KeyError, TypeError, XiaoerError) as e:
            raise DataProblem("聊天程序资料 targets.toml 有误。", "请重新安装小二快答。") from e

    def of(self, window: Window) -> Target:
        """The target that a window is."""
        profile = self._match(window)
        title = self.plain_title(window.title, profile)
        found = re.search(profile.buyer, title) if profile.buyer else None
        return Target(window, profile, found["nick"].strip() if found else "")

    def same_chat(self, target: Target, now: Window) -> bool:
        """Whether a later look at the window still shows the same chat, whatever its unread counter says."""
        before, after = (self.plain_title(w.title, target.profile) for w in (target.window, now))
        return now.handle == target.window.handle and before == after

    def plain_title(self, title: str, profile: Profile) -> str:
        """A title without what changes by itself."""
        for noise in profile.title_noise:
            title = re.sub(noise, "", title)
        return title.strip()

    def _match(self, window: Window) -> Profile:
        for rule in self._rules:
            if rule.program.search(window.program) and rule.title.search(window.title):
                return self._owned(rule.profile)
        return self._owned(self._fallback)

    def names(self) -> list[str]:
        """The names of all profiles."""
        return [profile.name for profile in self.shipped]

    @property
    def shipped(self) -> tuple[Profile, ...]:
        """All profiles as they come with the program."""
        return self._fallback, *(rule.profile for rule in self._rules)

    def named(self, name: str) -> Profile | None:
        """The profile of that name, for previews."""
        found = next((p for p in self.shipped if name in (p.name, p.dialect)), None)
        return self._owned(found) if found else None

    def _owned(self, profile: Profile) -> Profile:
        ways = self._own().get(profile.name)
        return ways.over(profile) if ways else profile


def _rule(name: str, table: Mapping[str, Any]) -> _Rule:
    return _Rule(re.compile(table["program"]), re.compile(table.get("title", "")), _profile(name, table))


def _profile(name: str, table: Mapping[str, Any]) -> Profile:
    unknown = set(table) - _KNOWN
    if unknown:
        raise KeyError(*unknown)
    plain = {k: v for k, v in table.items() if k not in ("program", "title", "title_noise", "tried")}
    for keys in ("paste_keys", "send_keys"):
        KeyCombo.parse(plain.get(keys, "return"))
    return Profile(name=name, title_noise=tuple(table.get("title_noise", ())), **plain)
