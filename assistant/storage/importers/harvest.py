"""What a reader of one file collects, phrase by phrase, and the rules that all of them share."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.core.errors import DataProblem
from assistant.core.model import Phrase, Variant
from assistant.core.packs.foreign import Haul, Picture, Remark, Taken
from assistant.core.packs.macros import Converted, clean, literal
from assistant.core.template.proofread import MAX_SOURCE

LONGEST = 5 * MAX_SOURCE  # characters of a phrase that is taken at all
_MOST_PHRASES = 200_000
_MOST_CHARACTERS = 20_000_000  # of all phrases
_MOST_REMARKS = 5_000
_TITLE = 40  # characters of a title that is made of the text


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase as the other program has it; ``text`` with its macros, ``more`` are further wordings.

    ``where`` is what the report calls it, its title by default.
    """

    text: str = field(repr=False)
    title: str = ""
    code: str = ""
    category: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ""
    disabled: bool = False
    note: str = ""
    more: tuple[str, ...] = field(default=(), repr=False)
    pictures: tuple[Picture, ...] = ()
    where: str = ""


def as_it_is(text: str) -> Converted:
    """For programs without macros."""
    return Converted(literal(clean(text)))


class Harvest:
    """Phrases and remarks in the order of the file."""

    def __init__(self, format_: str) -> None:
        self._format = format_
        self._characters = 0
        self._taken: list[Taken] = []
        self._report: list[Remark] = []
        self._seen: Counter[str] = Counter()

    def note(self, where: str, what: str) -> None:
        """Report ``what``."""
        if len(self._report) < _MOST_REMARKS:
            self._report.append(Remark(where[:_TITLE], what))

    def take(self, entry: Entry, convert: Callable[[str], Converted] = as_it_is) -> None:
        """Take one phrase, its text turned into a template by ``convert``; an empty one is left out and reported.

        Raises DataProblem for more than anybody has.
        """
        self._count(entry)
        text = clean(entry.text)
        title = " ".join(clean(entry.title).split()) or _first_line(text)
        where = entry.where or title or clean(entry.code) or f"第 {len(self._taken) + 1} 条"
        if not text.strip():
            self.note(where, "没有内容，没有导入。")
        elif len(text) > LONGEST:
            self.note(where, "内容太长，没有导入。")
        else:
            self._add(entry, where, (title, text), convert)

    def haul(self) -> Haul:
        """Everything so far."""
        return Haul(self._format, tuple(self._taken), tuple(self._report))

    def _count(self, entry: Entry) -> None:
        self._characters += len(entry.text)
        if self._characters > _MOST_CHARACTERS or len(self._taken) >= _MOST_PHRASES:
            raise DataProblem("里面的话术太多，没有读取。", "请分成几个文件后再试。")

    def _add(self, entry: Entry, where: str, words: tuple[str, str], convert: Callable[[str], Converted]) -> None:
        title, text = words
        found = convert(text) if len(text) <= MAX_SOURCE else as_it_is(text)
        wordings = (found.text, *found.others)
        too_long = max(map(len, wordings)) > MAX_SOURCE
        for remark in found.remarks:
            self.note(where, remark)
        if too_long:
            self.note(where, f"内容超过 {MAX_SOURCE} 字，已停用，请拆成几条。")
        texts = (*wordings, *(convert(one).text for one in entry.more if one.strip()))
        phrase = Phrase(
            self._id(entry, title),
            self._code(entry.code, where),
            title,
            tuple(Variant(text, language=entry.language) if entry.language else Variant(text) for text in texts),
            tuple(name for name in (" ".join(clean(part).split()) for part in entry.category) if name),
            tuple(tag for tag in (" ".join(clean(tag).split()) for tag in entry.tags) if tag),
            note=clean(entry.note).strip(),
            layer="personal",
        )
        disabled = entry.disabled or found.disabled or too_long
        self._taken.append(Taken(phrase, entry.pictures, disabled, "" if wordings == (text,) else text))

    def _code(self, code: str, where: str) -> str:
        plain = clean(code).strip()
        if len(plain.split()) > 1:
            self.note(where, "编码里的空格换成了“-”。")
        return "-".join(plain.split())

    def _id(self, entry: Entry, title: str) -> str:
        """The same when the same file is read again, even with another text."""
        key = "\0".join((*entry.category, entry.code or f"\1{title}")).encode("utf-8", "replace")
        digest = hashlib.blake2s(key, digest_size=8).hexdigest()
        self._seen[digest] += 1
        count = self._seen[digest]
        return f"personal:{self._format}-{digest}" + (f"-{count}" if count > 1 else "")


def _first_line(text: str) -> str:
    line = next((line for line in text[:LONGEST].split("\n") if line.strip()), "")
    return " ".join(line.split())[:_TITLE]
