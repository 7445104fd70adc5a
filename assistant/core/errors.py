"""Everything that can go wrong on purpose, each with a sentence for the user and a next step.

    XiaoerError
    ├── TemplateProblem      a phrase's template is broken or too greedy (line, reason)
    ├── DataProblem          a file of ours or of a user is unreadable
    │   └── ReadOnly         nothing can be written where the data lives
    ├── SettingProblem       an unknown setting or an impossible value
    ├── HotkeyTaken          the combination belongs to somebody else
    ├── NotFound             no phrase with that code, no such file
    └── DesktopProblem       the system does not let us: no display, no clipboard, connection lost
        └── PasteRefused     a step of the paste did not hold; nothing was typed

Messages never carry a buyer's fact or a phrase's text: identifiers, line numbers and reasons only.
"""

from __future__ import annotations


class XiaoerError(Exception):
    """Root. ``sentence`` tells what happened, ``next_step`` what the user can do."""

    def __init__(self, sentence: str, next_step: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.sentence}{self.next_step}"


class TemplateProblem(XiaoerError):
    """A template that cannot be rendered. ``line`` counts from 1; 0 when no line is to blame.

    ``span`` are the place of the first wrong character and the place after the last, None when that is not known;
    ``instead`` is what was probably meant there. ``unknown`` is the kind of a name that nobody knows: 字段, 表格…
    """

    span: tuple[int, int] | None = None
    instead: str | None = None
    unknown: str = ""

    def __init__(self, reason: str, line: int = 0, next_step: str = "请在话术编辑里修改后再试。") -> None:
        where = f"第 {line} 行：" if line else ""
        super().__init__(f"话术模板有误，{where}{reason}。", next_step)
        self.reason = reason
        self.line = line

    def at(self, start: int, end: int, instead: str | None = None) -> TemplateProblem:
        """Itself, knowing its place."""
        self.span, self.instead = (start, end), instead
        return self


class DataProblem(XiaoerError):
    """A data file that cannot be read or written."""


class ReadOnly(DataProblem):
    """The data folder cannot be written."""


class SettingProblem(XiaoerError):
    """A setting that does not exist or a value that it cannot take."""


class HotkeyTaken(XiaoerError):
    """Another program holds the key combination. ``free`` lists combinations that are not taken."""

    def __init__(self, combo: str, free: tuple[str, ...] = ()) -> None:
        step = f"可以改用 {'、'.join(free)}。" if free else "请在设置里换一个组合。"
        super().__init__(f"快捷键 {combo} 已被其他程序占用，暂时不能呼出小二快答。", step)
        self.combo = combo
        self.free = free


class NotFound(XiaoerError):
    """Something that was named does not exist."""


class DesktopProblem(XiaoerError):
    """The desktop does not let us do something."""


class PasteRefused(DesktopProblem):
    """A step of the verified paste did not hold. Nothing was typed."""
