"""What an editor says about a phrase while it is being written: remarks with their places and ways out.

Grave remarks keep the template from working. The others are advice: faces that nobody meant, wordings that a shop
should not use, the same wording twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from assistant.core.emoticons import Emoticons
from assistant.core.errors import TemplateProblem
from assistant.core.guard.words import NOTHING, GuardWords
from assistant.core.model import Phrase
from assistant.core.pieces import scan
from assistant.core.template.filling import Templates
from assistant.core.template.values import Table

_SEEN_IN: Final = {"wangwang": "旺旺", "wechat": "微信", "qq": "QQ", "douyin": "抖音"}
_MANY = 50  # remarks on one wording that are enough
_LONGEST_FIX = 40  # characters of a torn sign that can be closed where it stands


@dataclass(frozen=True, slots=True)
class Fix:
    """Put ``text`` in the place of the characters from ``start`` to before ``end``; ``label`` says it on a button."""

    label: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the wording with the number ``wording``, or about the phrase (-1). An empty place is none."""

    sentence: str
    wording: int = -1
    start: int = 0
    end: int = 0
    fix: Fix | None = None
    grave: bool = False


class Reviewer:
    """Reads phrases."""

    def __init__(
        self,
        templates: Templates,
        emoticons: Emoticons,
        words: GuardWords,
        tables: Callable[[], Mapping[str, Table] | None] = lambda: None,
        wording: GuardWords = NOTHING,
    ) -> None:
        """``tables`` are those that there are, asked anew each time; None where nobody knows.

        ``wording`` are wordings that could be kinder: told here, never when a reply is sent.
        """
        self._templates = templates
        self._tables = tables
        self._emoticons = emoticons
        self._words = GuardWords((*wording.words, *words.words))  # a word of both is the guard's

    def review(self, phrase: Phrase) -> list[Remark]:
        """Everything there is to say, wording by wording and from left to right, then the phrase as a whole."""
        found: list[Remark] = []
        for number, variant in enumerate(phrase.variants):
            remarks = (*self._broken(variant.text, number), *self._advice(variant.text, number))
            found += sorted(remarks[:_MANY], key=lambda remark: remark.start)
        return [*found, *_about(phrase)]

    def _broken(self, source: str, number: int) -> Iterator[Remark]:
        for problem in self._templates.problems(source, self._tables()):
            start, end = problem.span or _line(source, problem.line)
            yield Remark(f"{problem.reason}。", number, start, end, _fix(source, problem), grave=True)

    def _advice(self, source: str, number: int) -> Iterator[Remark]:
        for first, last in scan(source).plain:
            text = source[first:last]
            for face in self._emoticons.accidents(text):
                start, end = first + face.start, first + face.end
                sentence = f"“{source[start:end]}”在{_SEEN_IN[face.dialect]}里会变成表情“{face.name}”。"
                tag = f"{{% emo {face.name} %}}"
                yield Remark(sentence, number, start, end, Fix("改成表情", start, end, tag))
            for word in self._words.found(text):
                start, end = first + word.start, first + word.end
                fix = Fix(f"改成“{word.instead}”", start, end, word.instead) if word.instead else None
                yield Remark(f"“{word.word}”：{word.why}。", number, start, end, fix)


def _line(source: str, line: int) -> tuple[int, int]:
    """Where the line, counted from 1, starts and ends; everything for 0."""
    if line < 1:
        return 0, len(source)
    start = 0
    for _ in range(line - 1):
        start = source.find("\n", start) + 1
    end = source.find("\n", start)
    return start, end if end >= 0 else len(source)


def _fix(source: str, problem: TemplateProblem) -> Fix | None:
    if problem.span is None:
        return None
    start, end = problem.span
    if problem.instead is not None:
        return Fix(f"改成“{problem.instead}”", start, end, problem.instead)
    pieces = scan(source)
    torn = source[start:end]
    if torn.startswith("{{") and "}}" not in torn and 2 < len(torn.strip()) <= _LONGEST_FIX:
        return Fix("补上 }}", start, end, f"{torn.rstrip()} }}}}")
    if pieces.blocks and pieces.blocks[-1][1].start == start:
        closing = f"{{% end{pieces.blocks[-1][0]} %}}"
        return Fix(f"补上 {closing}", len(source), len(source), closing)
    if torn.lstrip("{%- ").startswith("end") and (last := source.find("%}", start)) >= 0:
        return Fix("删去", start, last + 2, "")
    return None


def _about(phrase: Phrase) -> Iterator[Remark]:
    if phrase.valid_from and phrase.valid_until and phrase.valid_from > phrase.valid_until:
        yield Remark("有效期的开始在结束之后，这条话术哪天都不能用。", grave=True)
    seen: dict[tuple[str, str, str], int] = {}
    for number, variant in enumerate(phrase.variants):
        first = seen.setdefault((variant.text.strip(), variant.tone, variant.language), number)
        if first != number and variant.text.strip():
            yield Remark(f"和第 {first + 1} 种说法一模一样。", number)
