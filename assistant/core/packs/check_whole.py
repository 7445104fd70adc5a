"""What the check says of phrases among others: days, codes, hotkeys, files, and the same said twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from assistant.core.errors import SettingProblem
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Phrase
from assistant.core.packs.check_likeness import Likeness
from assistant.core.packs.check_rules import Remarked

_CROWD = 20  # phrases with the same code that are compared with one more

_ALIKE: Final = ("same", "similar")


class Mark(NamedTuple):
    """What must be known of a phrase that others are compared with."""

    id: str
    code: str
    title: str
    first: date | None
    last: date | None


class WholeCheck:
    """Checks phrases one after the other; each is compared with those before it."""

    def __init__(self, today: date | None, has_file: Callable[[str], bool] | None, fold: Callable[[str], str]) -> None:
        self._today = today
        self._has_file = has_file
        self._fold = fold
        self._marks: list[Mark] = []
        self._codes: dict[Hashable, list[int]] = {}
        self._hotkeys: dict[Hashable, list[int]] = {}
        self._likeness = Likeness()

    def remarks(self, phrase: Phrase, *, compare: bool = True) -> Iterator[Remarked]:
        """Everything about this one; without ``compare`` texts are not compared."""
        number = len(self._marks)
        self._marks.append(Mark(phrase.id, phrase.code, phrase.title, phrase.valid_from, phrase.valid_until))
        yield from self._days(phrase)
        yield from self._files(phrase)
        if phrase.code and not phrase.disabled:
            yield from self._clash("code-clash", self._codes, phrase.code.casefold(), number, f"编码“{phrase.code}”")
        if phrase.hotkey and not phrase.disabled:
            yield from self._hotkey(phrase, number)
        if compare:
            yield from self._alike(phrase, number)

    def _days(self, phrase: Phrase) -> Iterator[Remarked]:
        first, last = phrase.valid_from, phrase.valid_until
        if first and last and first > last:
            yield Remarked("dates", phrase.id, f"有效期从 {first} 到 {last}，开始在结束之后。")
        elif last and self._today and last < self._today:
            yield Remarked("expired", phrase.id, f"{last} 就到期了。")

    def _files(self, phrase: Phrase) -> Iterator[Remarked]:
        for attachment in phrase.attachments:
            if self._has_file and not self._has_file(attachment.hash):
                yield Remarked("picture", phrase.id, f"附件“{attachment.name}”的文件不在。")

    def _hotkey(self, phrase: Phrase, number: int) -> Iterator[Remarked]:
        try:
            combo = KeyCombo.parse(phrase.hotkey)
        except SettingProblem:
            yield Remarked("hotkey", phrase.id, f"“{phrase.hotkey[:40]}”不是一个快捷键。")
            return
        if not combo.global_safe:
            yield Remarked("hotkey", phrase.id, f"快捷键“{combo.label}”缺少 Ctrl、Alt 或 Super。")
        yield from self._clash("hotkey-clash", self._hotkeys, str(combo), number, f"快捷键“{combo.label}”")

    def _clash(
        self, rule: str, known: dict[Hashable, list[int]], key: Hashable, number: int, what: str
    ) -> Iterator[Remarked]:
        """The first earlier one with the same key that is valid on some of the same days."""
        others = known.setdefault(key, [])
        mine = self._marks[number]
        for other in others:
            theirs = self._marks[other]
            if self._meet(mine, theirs):
                yield Remarked(rule, mine.id, f"{what}和{_named(theirs)}相同{_when(mine, theirs)}。")
                break
        if len(others) < _CROWD:
            others.append(number)

    def _meet(self, one: Mark, other: Mark) -> bool:
        """Whether there may be a day, today or later, on which both are valid."""
        first = max(filter(None, (one.first, other.first, self._today)), default=None)
        last = min(filter(None, (one.last, other.last)), default=None)
        return first is None or last is None or first <= last

    def _alike(self, phrase: Phrase, number: int) -> Iterator[Remarked]:
        seen: dict[tuple[str, str, str], int] = {}
        told: set[int] = set()
        for variant, wording in enumerate(phrase.variants):
            folded = self._fold(wording.text)
            if not folded:
                continue
            first = seen.setdefault((wording.text.strip(), wording.tone, wording.language), variant)
            if first != variant:
                yield Remarked("same-wording", phrase.id, f"和第 {first + 1} 种说法一模一样。", variant)
                continue
            for other, rule, share in self._like(folded, number):
                if other not in told:
                    told.add(other)
                    how = "说的一样" if rule == _ALIKE[0] else f"几乎一样（{share:.0%}）"
                    yield Remarked(rule, phrase.id, f"和{_named(self._marks[other])}{how}。", variant)

    def _like(self, folded: str, number: int) -> Iterable[tuple[int, str, float]]:
        same = self._likeness.same(folded, number)
        if same is not None:
            return [(same, _ALIKE[0], 1.0)]
        near = max(self._likeness.near(folded, number), key=lambda one: one[1], default=None)
        return [(near[0], _ALIKE[1], near[1])] if near else []


def _when(one: Mark, other: Mark) -> str:
    return "，有效期又重叠" if any((one.first, one.last, other.first, other.last)) else ""


def _named(mark: Mark) -> str:
    return f"“{mark.title}”（{mark.code}）" if mark.code else f"“{mark.title}”"
