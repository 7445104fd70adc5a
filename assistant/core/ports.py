"""What the engine needs from the outside, in its own words.

Drivers under ``assistant.desktop`` and stores under ``assistant.storage`` implement these; ``tests/fakes.py``
does so too, and one contract suite holds both to the same promises. All durations are milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.core.hotkey import KeyCombo
from assistant.core.misses import Miss
from assistant.core.model import Activation, Window


class Loan(Protocol):
    """The clipboard while our text is in it: every format of the old content is kept aside."""

    @property
    def complete(self) -> bool:
        """Whether all of the old content could be kept; False when its owner did not answer."""

    def read_since(self, mark: float, timeout: int) -> bool:
        """Wait until somebody has read our text after ``mark`` (a value of :meth:`mark`)."""

    def mark(self) -> float:
        """Now, in this loan's own time; take it just before the paste keys go out."""

    def give_back(self, quiet: int = 0) -> None:
        """Put the old content back, every format of it. Somebody who copied meanwhile wins.

        It is announced when the reader has asked for nothing for ``quiet`` ms: some programs read a text several
        times and drop the paste when the clipboard changes in between. Others see the old content at once.
        """

    def keep(self) -> None:
        """Leave our text in the clipboard: the paste failed and the agent will paste it by hand."""


@dataclass(frozen=True, slots=True)
class Copied:
    """The last time that the user copied something: when, and which window had the keyboard then."""

    at: float  # time.monotonic() seconds
    window: Window | None


class Clipboard(Protocol):
    """The system clipboard."""

    def copied(self) -> Copied | None:
        """When and where its content was copied; None when that was before our time, or the content is ours."""

    def text(self, timeout: int) -> str | None:
        """The text in it, or None when it holds none or its owner does not answer in time."""

    def put(self, text: str) -> None:
        """Copy ``text``, marked private for clipboard histories."""

    def prefetch(self) -> None:
        """Read the present content ahead in the background, so that :meth:`lend` takes no time."""

    def lend(self, text: str, reader: Window | None, save_timeout: int, *, primary: bool = False) -> Loan:
        """Keep the old content aside and offer ``text``, marked private.

        ``reader`` is the window that is going to paste it; ``primary`` lends X11's primary selection too, for
        programs that paste that one. The offer stands when this returns.
        Raises DesktopProblem when the clipboard cannot be taken.
        """


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the screen in the system's own pixels, whatever the scale of its monitor."""

    x: int
    y: int
    width: int
    height: int


class Windows(Protocol):
    """Other programs' windows."""

    def active(self) -> Window | None:
        """The window that gets what is typed now; None when there is none."""

    def refresh(self, window: Window) -> Window | None:
        """The same window with today's title; None when it is gone."""

    def activate(self, window: Window) -> None:
        """Ask for the keyboard focus to go to ``window``. May take effect later or never."""

    def wait_active(self, window: Window, timeout: int) -> bool:
        """Wait until ``window`` gets what is typed."""

    def caret(self, window: Window) -> Box | None:
        """Where its text cursor is; None when the system or the program does not tell."""


class Keyboard(Protocol):
    """The user's keys and ours."""

    def wait_released(self, timeout: int) -> bool:
        """Wait until the user holds no modifier, Return or Space."""

    def press(self, combos: Sequence[KeyCombo], into: Window) -> bool:
        """Press the combinations if, at that very moment, ``into`` has the keyboard and its known title.

        Check and key presses are one step that nothing can come between, where the system allows it.
        Returns False, with nothing pressed, when they did not hold.
        """


@dataclass(frozen=True, slots=True)
class Press:
    """One press of a global hotkey.

    ``window`` had the keyboard at the press. What is typed from the press on is held back until the popup
    has the keyboard, or until :attr:`let_go` is called, whichever is first. ``hands_over`` says that the driver gives
    the popup the keyboard itself when it is on the screen: it must not take it.
    """

    combo: KeyCombo
    window: Window | None
    at: float  # time.monotonic() seconds
    let_go: Callable[[], None]
    hands_over: bool = False


class Hotkeys(Protocol):
    """Global hotkeys. Callbacks come on a thread of the driver."""

    def grab(self, combo: KeyCombo, pressed: Callable[[Press], None]) -> None:
        """Register; raises HotkeyTaken when somebody else holds it."""

    def ungrab(self, combo: KeyCombo) -> None:
        """Give it up; unknown combinations are ignored."""

    def hand_to(self, popup: int) -> None:
        """Name the native window that gets the keyboard, and what was typed ahead, after a press."""

    def free(self, combos: Sequence[KeyCombo]) -> list[KeyCombo]:
        """Those that nobody holds at this moment."""


class Autostart(Protocol):
    """Start with the session."""

    def enabled(self) -> bool:
        """Whether the app starts with the session."""

    def set(self, on: bool) -> None:
        """Switch it; raises ReadOnly when the entry cannot be written."""


@dataclass(frozen=True, slots=True)
class Desktop:
    """A system's driver. ``lacks`` says in one sentence what it can't do; empty when it can do all."""

    name: str
    clipboard: Clipboard
    windows: Windows
    keyboard: Keyboard
    hotkeys: Hotkeys
    autostart: Autostart
    close: Callable[[], None]
    lacks: str = ""


class UsageSink(Protocol):
    """Where activations go."""

    def append(self, activation: Activation) -> None:
        """Keep it. Never raises: a full disk must not stop a reply."""


class MissSink(Protocol):
    """Where queries go that found nothing."""

    def append(self, miss: Miss) -> None:
        """Keep it. Never raises."""


class Clock(Protocol):
    """Time, so that core and engine have none of their own."""

    def now(self) -> float:
        """Seconds since the epoch."""

    def monotonic(self) -> float:
        """Seconds that never go back."""

    def pause(self, milliseconds: int) -> None:
        """Let that much time pass; never on the GUI thread."""
