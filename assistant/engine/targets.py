"""Which chat program a window belongs to, and who is being talked to in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from assistant.core import teaching, titles
from assistant.core.errors import DataProblem, XiaoerError
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Profile, Target, Window
from assistant.core.programs import Ways
from assistant.core.teaching import Taught
from assistant.engine.seen import Seen

# Of a rule; all else is the profile's.
_OWN = {"program", "kind", "title", "tried", "like", "browser", "buyer_kinds", "not_chats", "not_nicks"}
_KNOWN = {f.name for f in fields(Profile)} - {"name"} | _OWN
_MARKED = ("program", "kind", "title", "tried", "like")  # what is said anew by each table


@dataclass(frozen=True, slots=True)
class _Rule:
    """Patterns over a window's class hold for windows that have one: on X11 none has."""

    program: re.Pattern[str] | None  # None: the class alone says it
    kind: re.Pattern[str]
    title: re.Pattern[str]
    profile: Profile
    browser: bool = False  # its windows end with the browser's own words
    named: re.Pattern[str] = re.compile("")  # classes of the windows whose titles name the buyer
    not_chats: tuple[re.Pattern[str], ...] = ()  # classes
    nobody: tuple[re.Pattern[str], ...] = ()

    def owns(self, window: Window) -> bool:
        """Whether the window is one of this program's, whatever its title."""
        if not window.kind:
            return self.program is not None and bool(self.program.search(window.program))
        ours = self.program is None or self.program.search(window.program)
        return bool(ours and self.kind.search(window.kind))

    def names_in(self, kind: str) -> bool:
        """Whether the title of a window of this class names the buyer by the profile's own pattern."""
        return bool(self.profile.buyer) and (not kind or bool(self.named.search(kind)))


class Targets:
    """The profiles of ``resources/targets.toml``. Raises DataProblem for a file that makes no sense.

    ``own`` is what the agent has set for some of them, ``taught`` where nicks stand in titles; both are asked anew
    each time. The titles that were looked at are in :attr:`seen`, in memory only.
    """

    def __init__(
        self,
        toml: str,
        own: Callable[[], Mapping[str, Ways]] = dict,
        taught: Callable[[], Sequence[Taught]] = tuple,
    ) -> None:
        self._own = own
        self._taught = taught
        self.seen = Seen()
        try:
            tables = tomllib.loads(toml)
            self._nobody = _patterns(tables.pop("not_nicks", ()))
            self._not_chats = _patterns(tables.pop("not_chats", ()))
            rules = {name: _rule(name, table, tables) for name, table in tables.items()}
            self._fallback = rules.pop("fallback")
            self._rules = list(rules.values())
            self._browsers = {name for name, rule in rules.items() if rule.browser}
        except (tomllib.TOMLDecodeError, re.error, KeyError, TypeError, AttributeError, XiaoerError) as e:
            raise DataProblem("聊天程序资料 targets.toml 有误。", "请重新安装小二快答。") from e

    def of(self, window: Window) -> Target:
        """The target that a window is. Dialogs and viewers are their program's, but nobody is talked to in them."""
        rule = self._match(window)
        if self._is_no_chat(rule, window.kind):
            return Target(window, self._owned(rule.profile))
        self.seen.note(rule.profile.label, window)
        return Target(window, self._owned(rule.profile), self._read(rule, self._taught(), window))

    def read(self, taught: Sequence[Taught], program: str, title: str) -> str:
        """Who a chat's title names; empty for nobody. What was taught about a program puts its profile's rule out."""
        window = Window(0, 0, program, title)
        return self._read(self._match(window), taught, window)

    def same_chat(self, target: Target, now: Window) -> bool:
        """Whether a later look at the window still shows the same chat, whatever its unread counter says."""
        before, after = (self.plain_title(w.title, target.profile) for w in (target.window, now))
        return now.handle == target.window.handle and before == after

    def plain_title(self, title: str, profile: Profile) -> str:
        """A title without what changes by itself."""
        return _plain(title, profile, browser=profile.name in self._browsers)

    def names(self) -> list[str]:
        """The names of all profiles."""
        return [profile.name for profile in self.shipped]

    @property
    def shipped(self) -> tuple[Profile, ...]:
        """All profiles as they come with the program."""
        return self._fallback.profile, *(rule.profile for rule in self._rules)

    def named(self, name: str) -> Profile | None:
        """The profile of that name, for previews."""
        found = next((p for p in self.shipped if name in (p.name, p.dialect)), None)
        return self._owned(found) if found else None

    def _match(self, window: Window) -> _Rule:
        for rule in self._rules:
            if rule.owns(window) and rule.title.search(self.plain_title(window.title, rule.profile)):
                return rule
        return self._fallback

    def _is_no_chat(self, rule: _Rule, kind: str) -> bool:
        return bool(kind) and any(each.fullmatch(kind) for each in (*self._not_chats, *rule.not_chats))

    def _read(self, rule: _Rule, taught: Sequence[Taught], window: Window) -> str:
        nick = teaching.nick(taught, window.program, window.title)
        if nick is None:
            plain = self.plain_title(window.title, rule.profile)
            found = re.fullmatch(rule.profile.buyer, plain) if rule.names_in(window.kind) else None
            nick = found["nick"].strip() if found else ""
        words = nick.casefold()
        nobody = any(each.fullmatch(words) for each in (*self._nobody, *rule.nobody))
        return "" if nobody or len(nick) > teaching.LONGEST else nick

    def _owned(self, profile: Profile) -> Profile:
        ways = self._own().get(profile.name)
        return ways.over(profile) if ways else profile


def _plain(title: str, profile: Profile, *, browser: bool) -> str:
    if browser:
        title = title[: titles.page_end(title)]
    for noise in profile.title_noise:
        title = re.sub(noise, "", title)
    return title.strip()


def _rule(name: str, table: Mapping[str, Any], tables: Mapping[str, Mapping[str, Any]]) -> _Rule:
    given = {} if "like" not in table else {k: v for k, v in tables[table["like"]].items() if k not in _MARKED}
    whole = {**given, **table}
    if "like" in table:
        whole.setdefault("program", tables[table["like"]]["program"])
    program = whole.get("program")
    if program is None and name != "fallback":
        whole["kind"]  # one of the two must be there
    return _Rule(
        None if program is None else re.compile(program),
        re.compile(whole.get("kind", "")),
        re.compile(whole.get("title", "")),
        _profile(name, whole),
        whole.get("browser") is True,
        re.compile(whole.get("buyer_kinds", "")),
        _patterns(whole.get("not_chats", ())),
        _patterns(whole.get("not_nicks", ())),
    )


def _patterns(sources: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(source) for source in sources)


def _profile(name: str, table: Mapping[str, Any]) -> Profile:
    unknown = set(table) - _KNOWN
    if unknown:
        raise KeyError(*unknown)
    plain = {k: v for k, v in table.items() if k not in _OWN | {"title_noise"}}
    for keys in ("paste_keys", "send_keys"):
        KeyCombo.parse(plain.get(keys, "return"))
    re.compile(plain.get("buyer", ""))
    return Profile(name=name, title_noise=tuple(table.get("title_noise", ())), **plain)
