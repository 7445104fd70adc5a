"""The verified paste, written once for every system.

Each step is asked for and then looked at; no step trusts that the one before took effect. When one does not hold,
nothing is typed, the reply waits in the clipboard, and the receipt says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from assistant.core.errors import DesktopProblem, PasteRefused
from assistant.core.hotkey import KeyCombo
from assistant.core.model import Draft, Outcome, Receipt, Target, Window
from assistant.core.ports import Clipboard, Clock, Keyboard, Loan, Windows
from assistant.engine.targets import Targets

_TRIES = 3  # titles that change while we look (blinking counters) get another look
_AT_ONCE = 60  # ms within which a chat program usually takes the text
_BY_HAND = "回复已放进剪贴板，请自己粘贴。"
_ELEVATED = "这个聊天程序是以管理员身份运行的，Windows 不让小二快答往里面粘贴。"
_WAY_OUT = "想自动粘贴，请关掉它再正常打开（不选“以管理员身份运行”），或者也以管理员身份启动小二快答。"


@dataclass(frozen=True, slots=True)
class Waits:
    """How long each step may take, in milliseconds. Every wait ends as soon as its condition holds."""

    save_clipboard: int = 600  # an owner of the old clipboard content that shows no sign of life
    focus: int = 800  # the window manager gives the chat window the keyboard
    release: int = 3000  # the user lets go of Ctrl, Alt, Shift, Return
    read: int = 1500  # the chat program takes the text
    quiet: int = 60  # the chat program asks for nothing more before the clipboard changes again
    before_send: int = 60  # the chat program puts what it took into its input line; nothing tells when it has

    @classmethod
    def of(cls, *given: Mapping[str, int]) -> Waits:
        """The defaults with other figures, the last ones winning: the user's, then those of a program."""
        known = {f.name for f in fields(cls)}
        return cls(**{k: v for figures in given for k, v in figures.items() if k in known})


def out_of_reach() -> PasteRefused:
    """What there is to say over a chat whose program has more rights than we have."""
    return PasteRefused(_ELEVATED, _WAY_OUT)


@dataclass(frozen=True, slots=True)
class Hands:
    """The ports that a paste works with."""

    clipboard: Clipboard
    windows: Windows
    keyboard: Keyboard
    clock: Clock


class Injector:
    """Brings a draft into its target. ``figures`` are the waits that the user has set."""

    def __init__(self, hands: Hands, targets: Targets, figures: Callable[[], Mapping[str, int]] = dict) -> None:
        self._hands = hands
        self._targets = targets
        self._figures = figures

    def inject(self, draft: Draft, target: Target, leave: Callable[[], None] = lambda: None) -> Receipt:
        """Paste ``draft`` into ``target``, and send it if it says so. Never raises for what a desktop may do.

        ``leave`` says that our window may go. It is called, perhaps more than once, when the chat has taken the text or
        is too slow to wait for: not before the user's keys are up, since a Return that is let go over the chat could
        send what stands there, and better not before the read, since a window that goes away makes the chat repaint.
        """
        started = self._hands.clock.monotonic()
        try:
            outcome, reason = self._paste(draft, target, leave)
        except DesktopProblem as e:
            leave()
            outcome, reason = Outcome.FAILED, str(e)
        return Receipt(outcome, reason, (self._hands.clock.monotonic() - started) * 1000)

    def _paste(self, draft: Draft, target: Target, leave: Callable[[], None]) -> tuple[Outcome, str]:
        waits = Waits.of(self._figures(), target.profile.waits)
        hands = self._hands
        text = draft.text.replace("\n", target.profile.newline)
        if target.window.elevated:
            hands.clipboard.put(text)
            leave()
            return Outcome.COPIED, f"{out_of_reach().sentence}{_BY_HAND}{out_of_reach().next_step}"
        loan = hands.clipboard.lend(text, target.window, waits.save_clipboard, primary=target.profile.primary)
        try:
            self._type(loan, target, waits, leave)
        except PasteRefused as refused:
            loan.keep()
            return Outcome.COPIED, str(refused)
        except BaseException:
            loan.give_back()
            raise
        finally:
            leave()
        try:
            sent = self._send(target, waits) if draft.send else True
        finally:
            loan.give_back(waits.quiet)
        notes = [] if sent else ["已粘贴，但窗口变了，没有发送。请看一眼再按发送键。"]
        notes += [] if loan.complete else ["原来的剪贴板没有响应，没能恢复。"]
        return Outcome.SENT if draft.send and sent else Outcome.PASTED, "".join(notes)

    def _type(self, loan: Loan, target: Target, waits: Waits, leave: Callable[[], None]) -> None:
        """Press the paste keys and see the text taken, or PasteRefused."""
        if not self._hands.keyboard.wait_released(waits.release):
            raise PasteRefused("Ctrl、Alt、Shift 或回车键一直按着，没有粘贴。", _BY_HAND)
        mark = self._press(loan, target, waits, leave)
        if loan.read_since(mark, _AT_ONCE):
            return
        leave()
        if not loan.read_since(mark, waits.read):
            raise PasteRefused("聊天窗口没有接收粘贴。", "请确认光标在输入框里；" + _BY_HAND)

    def _press(self, loan: Loan, target: Target, waits: Waits, leave: Callable[[], None]) -> float:
        """Press the paste keys into the target; the mark from which its read counts."""
        hands = self._hands
        paste = KeyCombo.parse(target.profile.paste_keys)
        # Mostly the chat is as it was: give it the focus and press at once. The press itself checks both.
        hands.windows.activate(target.window)
        mark = loan.mark()
        if hands.keyboard.press([paste], target.window):
            return mark
        leave()
        for _ in range(_TRIES):
            now = self._ready(target, waits)
            mark = loan.mark()
            if hands.keyboard.press([paste], now):
                return mark
        raise PasteRefused("聊天窗口抢不到键盘焦点，没有粘贴。", _BY_HAND)

    def _ready(self, target: Target, waits: Waits) -> Window:
        """The target with the keyboard focus and the same chat in it, or PasteRefused."""
        hands = self._hands
        now = hands.windows.refresh(target.window)
        if now is None:
            raise PasteRefused("聊天窗口已经关闭，没有粘贴。", _BY_HAND)
        if not self._targets.same_chat(target, now):
            raise PasteRefused("聊天窗口换了对话，没有粘贴。", _BY_HAND)
        if not hands.windows.wait_active(now, 0):
            hands.windows.activate(now)
            if not hands.windows.wait_active(now, waits.focus):
                raise PasteRefused("聊天窗口没有回到前台，没有粘贴。", _BY_HAND)
        return now

    def _send(self, target: Target, waits: Waits) -> bool:
        hands = self._hands
        hands.clock.pause(waits.before_send)
        now = hands.windows.refresh(target.window)
        if now is None or not self._targets.same_chat(target, now):
            return False
        return hands.keyboard.press([KeyCombo.parse(target.profile.send_keys)], now)
