"""What every converter of another program's macros is built of: text that stays text, facts, questions, dates.

All of it can be put side by side in any order: no piece ends in a way that makes a sign of a template together with
what follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from assistant.core.packs import patterns
from assistant.core.packs.patterns import Shift
from assistant.core.template.proofread import MAX_TAG

YES, NO = "要", "不要"
_NAME_LENGTH = 40  # characters of a question's name
_MAX_CHOICES = 50
_CHINESE = "\u2e80"  # from here on one sign is a word
_NOWHERE: Final = Shift()

# ``{`` that would begin something of ours together with what follows, or with the next piece.
_SIGNS: Final = re.compile(r"\{{1,500}(?=%|\Z)|\{{2,500}")
_PLAIN_NAME: Final = re.compile(r"[^\W\d]\w*")
_WORDS: Final = frozenset(
    ("and", "or", "not", "contains", "in", "true", "false", "nil", "null", "none", "blank", "empty", "undefined")
) | {"if", "else", "unless", "with", "for", "as", "reversed", "limit", "offset", "cols", "continue"}  # of the language
_BRACES: Final = str.maketrans({"{": "(", "}": ")", '"': "'", "\\": "/"})
_WIDE: Final = re.compile(r"\s{50}")
_BROKEN: Final = re.compile(
    r"[\ud800-\udfff]|[^\S\n\t \u3000\u00a0\u1680\u2000-\u200a\u202f\u205f]|[\x00-\x08\x0e-\x1f\x7f]"
)


@dataclass(frozen=True, slots=True)
class Converted:
    """A text of another program as a template. ``remarks`` are sentences on what is said in another way, or not said.

    ``disabled`` is what must not be sent as it stands, such as a program that was not run. ``others`` are further
    wordings that say the same, where the program would choose one at random.
    """

    text: str = field(repr=False)
    remarks: tuple[str, ...] = ()
    disabled: bool = False
    others: tuple[str, ...] = field(default=(), repr=False)


def clean(text: str) -> str:
    """``text`` with ``\\n`` for a line break and without what can't be stored: control signs, halves of pairs."""
    if text.isprintable():  # one line of ordinary signs, as most texts are
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return _BROKEN.sub("", text)


def literal(text: str) -> str:
    """A template that says exactly ``text``, line breaks as ``\\n``."""
    return _SIGNS.sub(lambda signs: f'{{{{ "{signs[0]}" }}}}', text)


def name_of(text: str) -> str:
    """``text`` as the name of a question: one line, not empty, not long, without the signs of templates."""
    name = " ".join(clean(text).translate(_BRACES).split())[:_NAME_LENGTH].strip()
    return name or "内容"


def asked(name: str) -> str:
    """How a template writes the question ``name``, a name of :func:`name_of`."""
    plain = _PLAIN_NAME.fullmatch(name) and name.casefold() not in _WORDS
    return f"input.{name}" if plain else f'input["{name}"]'


def show(path: str, filters: Iterable[str] = ()) -> str:
    """``{{ path | filter | … }}``."""
    return f"{{{{ {' | '.join((path, *filters))} }}}}"


def quoted(text: str) -> str | None:
    """``text`` as a template writes it between quotes; None when it can't be written there."""
    sign = "'" if '"' in text else '"'
    if sign in text or "}}" in text or "%}" in text or text.endswith("}") or _WIDE.search(text):
        return None
    return f"{sign}{text}{sign}"


def question(name: str, default: str = "", choices: Sequence[str] = ()) -> str | None:
    """A question to the agent, with what stands in the form at first.

    ``name`` may be anything. None when the default or a choice can't be written, or there are too many: then the
    caller keeps the original wording and says so.
    """
    filters = _question_filters(default, choices)
    if filters is None:
        return None
    text = show(asked(name_of(name)), filters)
    return text if len(text) <= MAX_TAG else None


def _question_filters(default: str, choices: Sequence[str]) -> list[str] | None:
    wanted = list(dict.fromkeys(choice for choice in choices if choice.strip()))
    written = [quoted(text) for text in (*wanted, default)]
    if None in written or len(wanted) > _MAX_CHOICES:
        return None
    options = ", ".join(text for text in written[:-1] if text)
    return [*([f"choices: {options}"] if options else []), *([f"prefill: {written[-1]}"] if default else [])]


def optional(name: str, text: str, wanted: bool = True) -> str:
    """``text``, a template, only if the agent wants it. The question is always asked, ``wanted`` stands there first.

    A plain ``{% if %}`` would never ask, since what is missing counts as false: a loop over the answer does.
    """
    ask = f'{asked(name_of(name))} | choices: "{YES}", "{NO}" | prefill: "{YES if wanted else NO}" | remove: "{NO}"'
    return f"{{% assign 选用 = {ask} %}}{{% for 份 in 选用 %}}{text}{{% endfor %}}"


def chosen(name: str, options: Sequence[tuple[str, str]]) -> str | None:
    """One of several texts: the agent sees the first of each pair and sends the second. None when that can't be asked.

    The loop makes sure that it is asked, see :func:`optional`.
    """
    texts: dict[str, str] = {}
    for label, text in options:
        texts.setdefault(name_of(label), text)
    labels = ", ".join(f'"{label}"' for label in texts)
    opening = f"{{% assign 选用 = {asked(name_of(name))} | choices: {labels} %}}"
    if not 0 < len(texts) <= _MAX_CHOICES or len(opening) > MAX_TAG:
        return None
    cases = "".join(f'{{% when "{label}" %}}{literal(text)}' for label, text in texts.items())
    return f"{opening}{{% for 份 in 选用 %}}{{% case 份 %}}{cases}{{% endcase %}}{{% endfor %}}"


@lru_cache(maxsize=256)
def date(kind: str, pattern: str, shift: Shift = _NOWHERE) -> str | None:
    """The time of the reply, moved by ``shift``, as ``pattern`` shows it; ``kind`` is one of patterns.KINDS.

    None when we can't show it: then the caller keeps the original wording and says so.
    """
    codes = patterns.converted(kind, pattern)
    text = quoted(codes) if codes else None
    return show("此刻", (*(f'after: "{step}"' for step in shift.steps), f"date: {text}")) if text else None


class Notes:
    """Remarks on one text, each once."""

    def __init__(self) -> None:
        self._found: dict[str, None] = {}
        self.disabled = False

    @property
    def found(self) -> tuple[str, ...]:
        """In order."""
        return tuple(self._found)

    def say(self, what: str) -> None:
        """Note ``what``."""
        self._found[what] = None

    def kept(self, macro: str) -> None:
        """Note that ``macro`` stands in the phrase as it was."""
        self.say(f"“{_short(macro)}”没有对应的写法，按原文保留。")

    def dropped(self, macro: str) -> None:
        """Note that ``macro`` was left out."""
        self.say(f"“{_short(macro)}”用不上，已去掉。")

    def never_run(self, macro: str) -> None:
        """Note that ``macro`` is a program, and disable the phrase."""
        self.disabled = True
        self.say(f"“{_short(macro)}”会运行程序或访问网络，这里从不运行，话术已停用。")


def rewritten(
    text: str, macro: re.Pattern[str], say: Callable[[re.Match[str], Notes], str | None], notes: Notes | None = None
) -> Converted:
    """``text`` with what ``say`` makes of each ``macro``; where it says None the macro stays as text."""
    notes = notes or Notes()
    parts: list[str] = []
    position = 0
    source = clean(text)
    for found in macro.finditer(source):
        ours = say(found, notes)
        if ours is not None:
            parts += [literal(source[position : found.start()]), ours]
            position = found.end()
    parts.append(literal(source[position:]))
    return Converted("".join(parts), notes.found, notes.disabled)


def heading(text: str, macro: re.Pattern[str], otherwise: str = "") -> str:
    """What to call a phrase without a title: its first line, if that says something without its macros."""
    source = clean(text)
    bare = macro.sub("", source)
    lines = bare.split("\n")
    first = " ".join(next((line for line in lines if line.strip()), "").split())[:_NAME_LENGTH]
    weight = sum(1 + (sign >= _CHINESE) for sign in first if sign.isalnum())
    return first if bare == source or weight > 1 else otherwise


def _short(macro: str) -> str:
    line = " ".join(macro.split())
    return line if len(line) <= _NAME_LENGTH else f"{line[: _NAME_LENGTH - 1]}…"
