"""The nouns of the product, as frozen values.

They travel one way: ``Window`` and ``Target`` (where), ``Phrase`` and ``Variant`` (what),
``Draft`` (the filled text), ``Receipt`` (what became of it), ``Activation`` (the trace of it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a phrase. ``text`` is a Liquid template.

    ``extra`` is a JSON object of what a newer version wrote: carried along, never looked into.
    """

    text: str
    tone: str = ""  # "" any, else 亲切 | 专业 | 活泼
    language: str = "zh-CN"  # BCP 47: zh-CN, zh-TW, en
    script: str = ""  # ISO 15924, where the language does not settle it: Hans, Hant, Latn
    extra: str = ""


class SendMode(StrEnum):
    """What choosing a phrase does, whatever key it was chosen with; DEFAULT leaves it to the key."""

    DEFAULT = ""
    PASTE = "paste"
    SEND = "send"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or a file of a phrase. ``hash`` is the SHA-256 of its content in hex, where it is stored."""

    hash: str
    name: str  # with its ending, as the agent sees it
    kind: str = ""  # MIME type, "" when unknown


@dataclass(frozen=True, slots=True)
class Origin:
    """What a personal copy was made from: the phrase's id, and the digest of its content at that time."""

    id: str
    digest: str


@dataclass(frozen=True, slots=True)
class PriorUse:
    """How much a phrase was used before it came to us, so that it ranks from the first day."""

    count: int
    last: float  # seconds since the epoch; 0 when unknown


@dataclass(frozen=True, slots=True)
class Phrase:
    """A reply that an agent can send.

    Variants of the same tone and language are equal wordings: a buyer who hears the phrase twice
    should hear another one. ``category`` is the path from the root, e.g. ``("处理售后", "退换货")``.
    ``roles`` empty means every role. ``valid_from`` and ``valid_until`` are the first and the last day on which it
    may be said, None when there is no such limit. ``hotkey`` is a :class:`assistant.core.hotkey.KeyCombo` as text, ""
    for none. ``extra`` is a JSON object of what a newer version wrote: carried along, never looked into. A ``disabled``
    phrase is kept and shown in the library only, until somebody has looked it through: never offered, never sent.
    """

    id: str
    code: str
    title: str
    variants: tuple[Variant, ...]
    category: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    note: str = ""
    layer: str = "starter"  # starter < team < personal
    valid_from: date | None = None
    valid_until: date | None = None
    attachments: tuple[Attachment, ...] = ()
    hotkey: str = ""
    send: SendMode = SendMode.DEFAULT
    origin: Origin | None = None  # of a personal copy
    extra: str = ""
    disabled: bool = False

    def valid_on(self, day: date) -> bool:
        """Whether it may be said on ``day``."""
        return not (self.valid_from and day < self.valid_from) and not (self.valid_until and day > self.valid_until)

    @property
    def text(self) -> str:
        """The first wording; what lists and search show."""
        return self.variants[0].text


@dataclass(frozen=True, slots=True)
class Window:
    """A window of another program as the system names it. Compared by ``handle`` and ``title``.

    ``handle`` is the top-level window, ``focus`` the window inside it that had the keyboard. ``elevated`` says that
    its program runs with more rights than we have: Windows lets nothing that we press reach it.
    """

    handle: int
    focus: int
    program: str  # WM_CLASS on X11, process name without .exe on Windows; lower case
    title: str
    pid: int = 0
    kind: str = ""  # the window's class on Windows
    elevated: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known about a chat program (one entry of ``resources/targets.toml``).

    Keys are :class:`assistant.core.hotkey.KeyCombo` strings such as ``ctrl+v``. Waits are milliseconds.
    """

    name: str
    label: str
    dialect: str = "unicode"  # column of emoticons.csv
    paste_keys: str = "ctrl+v"
    send_keys: str = "return"
    primary: bool = False  # the paste keys paste X11's primary selection
    newline: str = "\n"
    buyer: str = ""  # regular expression over the title with a group "nick"
    title_noise: tuple[str, ...] = ()  # patterns that come and go in a title: unread counters, typing marks
    max_length: int = 0  # characters in one message; 0 = unknown
    max_emoticons: int = 0  # in one message; 0 = unknown
    waits: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Target:
    """The chat that the popup was opened over: its window, its program's profile, its buyer if readable."""

    window: Window
    profile: Profile
    buyer: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A filled reply, ready for one target."""

    phrase: str  # phrase id
    variant: int
    text: str
    send: bool = False  # press the program's send key after the paste


class Outcome(StrEnum):
    """How a use of a phrase ended."""

    PASTED = "pasted"
    SENT = "sent"
    COPIED = "copied"  # not typed anywhere; the text waits in the clipboard
    FAILED = "failed"  # not typed, and the clipboard could not be set either


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a draft. ``reason`` is a sentence for the agent, empty when all went well."""

    outcome: Outcome
    reason: str = ""
    milliseconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Activation:
    """The trace of one use: identifiers and times, never a text, a title or a buyer."""

    phrase: str
    variant: int
    at: float  # seconds since the epoch
    outcome: Outcome
    profile: str = ""
    milliseconds: float = 0.0  # from the hotkey to the end
    chat: str = ""  # same token, same conversation; drawn anew in every run and derived from nothing
