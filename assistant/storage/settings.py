"""The settings: one table of what exists, one small store of what the agent changed."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tinydb import where

from assistant.core import programs, shops, teaching
from assistant.core.errors import SettingProblem, XiaoerError
from assistant.core.hotkey import KeyCombo
from assistant.core.orders import columns as order_columns
from assistant.core.packs import columns as phrase_columns
from assistant.storage.database import Database
from assistant.storage.order_vault import DAYS

Value = str | int
_LONGEST_TEXT = 200
_LONGEST_LIST = 20_000
_LONGEST_RULES = 400_000
_LONGEST_PATH = 4_000
_LONGEST_WAIT_MS = 60_000


def _hotkey(text: str) -> str:
    return str(KeyCombo.parse(text).for_everywhere())


def _clock_time(text: str) -> str:
    found = re.fullmatch(r"([01]?[0-9]|2[0-3])[:：]([0-5][0-9])", text)
    if not found:
        raise SettingProblem(f"“{text}”不是一个时间。", "请写成 16:00 这样的 24 小时制时间。")
    return f"{int(found[1]):02}:{found[2]}"


def _days(text: str) -> str:
    found = re.fullmatch(r"([0-9]{1,4})\s*天?", text)
    if text and not found:
        raise SettingProblem(f"“{_short(text)}”不是天数。", "请写成 7 这样的整数，最多 4 位。")
    return str(int(found[1])) if found else ""


def _list(text: str) -> str:
    try:
        words = json.loads(text)
    except (ValueError, RecursionError):
        words = None
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise SettingProblem("这不是一个列表。", '请写成 ["甲", "乙"] 这样的形式。')
    return json.dumps(list(dict.fromkeys(words)))


def _programs(text: str) -> str:
    return programs.dump(programs.parse(text))


def _taught(text: str) -> str:
    return teaching.dump(teaching.parse(text))


def _shops(text: str) -> str:
    checked = []
    for shop in shops.parse(text):
        constants = {key: str(_constant(key).read(value)) for key, value in shop.constants.items() if value.strip()}
        checked.append(replace(shop, window=shop.window.strip(), constants=constants))
    return shops.dump(checked)


def _constant(key: str) -> Setting:
    setting = _setting(key)
    if not key.startswith(("shop.", "agent.")):
        raise SettingProblem(f"店铺没有“{_short(key)}”这一项。", "请在设置的“店铺与客服”一页重新填写。")
    return setting


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set. The type of ``default`` is its type; ``about`` is a sentence for the user.

    Numbers are milliseconds unless ``unit`` says otherwise, and lie in ``span``. ``check`` gives the text as it is
    stored, or raises SettingProblem. ``longest`` is in characters. What is not ``offered`` is set where it is used, not
    in the settings window.
    """

    key: str
    default: Value
    about: str
    choices: tuple[str, ...] = ()
    check: Callable[[str], str] | None = None
    longest: int = _LONGEST_TEXT
    offered: bool = True
    span: range = range(_LONGEST_WAIT_MS + 1)
    unit: str = "毫秒数"

    def read(self, value: object) -> Value:
        """``value`` as it is stored; a number may come as text. Raises SettingProblem."""
        return self._number(value) if isinstance(self.default, int) else self._text(value)

    def _number(self, value: object) -> int:
        text = str(value).strip()
        if not re.fullmatch(r"[0-9]{1,6}", text) or int(text) not in self.span:
            raise SettingProblem(
                f"设置 {self.key} 不能是“{_short(value)}”。",
                f"请填 {self.span[0]} 到 {self.span[-1]} 之间的{self.unit}。",
            )
        return int(text)

    def _text(self, value: object) -> str:
        text = value.strip() if isinstance(value, str) else None
        if text is None or len(text) > self.longest or not all(c.isprintable() for c in text):
            raise SettingProblem(
                f"设置 {self.key} 不能是“{_short(value)}”。", f"请填一行文字，最多 {self.longest} 个字。"
            )
        if self.choices and text not in self.choices:
            choices = "、".join(choice or "（空）" for choice in self.choices)
            raise SettingProblem(f"设置 {self.key} 不能是“{_short(text)}”。", f"可以选：{choices}。")
        return self.check(text) if self.check else text


SETTINGS: tuple[Setting, ...] = (
    Setting("hotkey", "ctrl+alt+space", "在任何窗口里呼出小二快答的快捷键。", check=_hotkey),
    Setting("theme", "auto", "界面的明暗，auto 跟随系统。", ("auto", "light", "dark")),
    Setting(
        "role", "", "您的岗位，弹窗先列出这个岗位的话术；空着就全部列出。", ("", "售前", "售中", "售后", "投诉", "技术")
    ),
    Setting("tone", "", "喜欢的语气，话术有这种说法时优先用它。", ("", "亲切", "专业", "活泼")),
    Setting("language", "zh-CN", "话术有多种语言的说法时优先用哪一种。", ("zh-CN", "zh-TW", "en")),
    Setting("ui.language", "auto", "界面的语言，auto 跟随系统。", ("auto", "zh-CN", "zh-TW", "en")),
    Setting("popup.place", "caret", "弹窗出现的位置：光标旁、鼠标旁或屏幕中央。", ("caret", "mouse", "center")),
    Setting("popup.size", "normal", "弹窗的大小。", ("normal", "large")),
    Setting("popup.text", "normal", "弹窗里文字的大小。", ("normal", "large", "huge")),
    Setting("popup.digits", "alt", "在弹窗里按 Alt 加数字还是只按数字来选第几条。", ("alt", "plain")),
    Setting("popup.pinned", "[]", "置顶的话术，按它们的编号。", check=_list, longest=_LONGEST_LIST, offered=False),
    Setting("shop.name", "", "店铺名，话术里写作 {{ 店铺名 }}。"),
    Setting("shop.address_word", "亲", "对买家的称呼。"),
    Setting("shop.self", "小二", "客服的自称。"),
    Setting("shop.ship_cutoff", "16:00", "当天发货的截单时间。", check=_clock_time),
    Setting("shop.courier", "", "默认的快递公司。"),
    Setting("shop.hours", "", "客服在线的时间，例如 9:00-23:00。"),
    Setting("shop.return_address", "", "退货的收件地址。"),
    Setting("shop.return_days", "7", "签收后几天内可以退货。", check=_days),
    Setting("shop.price_days", "15", "付款后几天内可以价保。", check=_days),
    Setting("shop.warranty_days", "", "签收后质保多少天。", check=_days),
    Setting("agent.name", "", "您的花名。"),
    Setting("shops", "[]", "其他店铺，按聊天窗口的标题分辨。", check=_shops, longest=_LONGEST_LIST, offered=False),
    Setting("paste.focus_ms", 800, "粘贴前，最多等聊天窗口回到前面多少毫秒。"),
    Setting("paste.release_ms", 3000, "粘贴前，最多等您松开按键多少毫秒。"),
    Setting("paste.read_ms", 1500, "粘贴后，最多等聊天窗口取走文字多少毫秒。"),
    Setting("paste.save_clipboard_ms", 600, "粘贴前，最多等原来的剪贴板内容存好多少毫秒。"),
    Setting(
        "paste.programs", "{}", "各聊天程序自己的粘贴方式。", check=_programs, longest=_LONGEST_LIST, offered=False
    ),
    Setting("targets.taught", "[]", "窗口标题里哪里是买家。", check=_taught, longest=_LONGEST_RULES, offered=False),
    Setting("orders.remember", "no", "退出以后是否还记住订单，加密存在这台电脑上。", ("no", "yes"), offered=False),
    Setting("orders.days", 7, "订单最多记住几天。", offered=False, span=DAYS, unit="天数"),
    Setting("orders.folder", "", "留意哪个文件夹里新导出的订单表。", longest=_LONGEST_PATH, offered=False),
    Setting("orders.auto", "no", "新导出的订单表是否不问就读入。", ("no", "yes"), offered=False),
    Setting(
        "orders.columns",
        "{}",
        "订单表里不认识的列各是什么。",
        check=order_columns.checked,
        longest=_LONGEST_LIST,
        offered=False,
    ),
    Setting(
        "import.columns",
        "{}",
        "导入的话术表里不认识的列各是什么。",
        check=phrase_columns.checked,
        longest=_LONGEST_LIST,
        offered=False,
    ),
    Setting("first_start.done", "", "首次引导是否已经看过。", ("", "yes"), offered=False),
)
_BY_KEY = {setting.key: setting for setting in SETTINGS}


class Settings:
    """What the agent set, over the defaults. Reading is safe from every thread, :meth:`set` from one at a time.

    A file that cannot be written leaves the changes in memory and says why in :attr:`problem`.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(path)
        self._callbacks: list[Callable[[str, Value], None]] = []
        self._values, self._unusable = self._stored()

    @property
    def problem(self) -> XiaoerError | None:
        """Why the newest changes are not on disk; None when they are."""
        return self._database.problem

    @property
    def notices(self) -> list[str]:
        """Sentences about what was wrong in the file when it was read."""
        return [notice for notice in (self._database.notice, *self._unusable) if notice]

    def get(self, key: str) -> Value:
        """The value of ``key``. Raises SettingProblem for a key that does not exist."""
        return self._values.get(key, _setting(key).default)

    def text(self, key: str) -> str:
        """The value of a setting that is text."""
        return str(self.get(key))

    def number(self, key: str) -> int:
        """The value of a setting that is a number."""
        return int(self.get(key))

    def words(self, key: str) -> tuple[str, ...]:
        """The value of a setting that is a list."""
        return tuple(json.loads(self.text(key)))

    def set(self, key: str, value: object) -> Value:
        """Change ``key`` and return the value as stored. Raises SettingProblem; nothing is changed then."""
        checked = _setting(key).read(value)
        before = self.get(key)
        self._values[key] = checked
        self._database.table("settings").upsert({"key": key, "value": checked}, where("key") == key)
        self._database.save()
        if checked != before:
            self._tell(key)
        return checked

    def set_words(self, key: str, words: Sequence[str]) -> None:
        """Change a setting that is a list; a word counts once. Raises SettingProblem when it is too long."""
        self.set(key, json.dumps(list(words)))

    def all(self) -> dict[str, Value]:
        """Every setting with its value, in the order of the table."""
        return {setting.key: self.get(setting.key) for setting in SETTINGS}

    def on_change(self, callback: Callable[[str, Value], None]) -> None:
        """Call ``callback(key, value)`` after every change, in the thread that made it."""
        self._callbacks.append(callback)

    def reload(self) -> None:
        """Read the file again and tell what changed."""
        before = self.all()
        self._database.reload()
        self._values, self._unusable = self._stored()
        for key, value in self.all().items():
            if value != before[key]:
                self._tell(key)

    def _tell(self, key: str) -> None:
        for callback in self._callbacks:
            callback(key, self.get(key))

    def _stored(self) -> tuple[dict[str, Value], list[str]]:
        # What a newer version wrote, and what is unusable, stays in the file until the agent sets it anew.
        values: dict[str, Value] = {}
        unusable: list[str] = []
        for document in self._database.table("settings").all():
            setting = _BY_KEY.get(str(document.get("key")))
            if setting is None:
                continue
            try:
                values[setting.key] = setting.read(document.get("value"))
            except SettingProblem as problem:
                unusable.append(f"{problem.sentence}先用默认值“{setting.default}”。")
        return values, unusable


def _setting(key: str) -> Setting:
    try:
        return _BY_KEY[key]
    except KeyError:
        near = difflib.get_close_matches(key, _BY_KEY, n=1, cutoff=0.5)
        step = f"是不是 {near[0]}？" if near else f"可以设置的有：{'、'.join(_BY_KEY)}。"
        raise SettingProblem(f"没有叫“{_short(key)}”的设置。", step) from None


def _short(value: object) -> str:
    text = "".join(c if c.isprintable() else " " for c in str(value))
    return text if len(text) <= 40 else text[:40] + "…"
