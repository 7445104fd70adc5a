"""Chat programs are data; the data that ships makes sense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import DataProblem
from assistant.core.model import Window
from assistant.core.programs import Ways
from assistant.engine.targets import Targets
from assistant.storage import resources

SHIPPED = Targets(resources.read_text("targets.toml"))


def window(program: str, title: str) -> Window:
    return Window(1, 1, program, title)


@pytest.mark.parametrize(
    ("program", "title", "profile", "dialect", "buyer"),
    [
        ("hexchat", "Dialog with xiaoyu @ irc - HexChat", "hexchat", "unicode", "xiaoyu"),
        ("chromium", "(3) 客服工作台", "web", "unicode", ""),
        ("google-chrome", "飞鸽客服", "web_douyin", "douyin", ""),
        ("xterm", "xterm", "xterm", "unicode", ""),
        ("wechat", "微信", "wechat", "wechat", ""),
        ("aliworkbench.exe", "星河旗舰店:小满 - 接待中心", "wangwang", "wangwang", ""),
        ("notepad", "无标题", "fallback", "unicode", ""),
    ],
)
def test_a_window_is_recognised(program: str, title: str, profile: str, dialect: str, buyer: str) -> None:
    target = SHIPPED.of(window(program, title))
    assert (target.profile.name, target.profile.dialect, target.buyer) == (profile, dialect, buyer)


def test_unread_counters_are_no_other_chat_but_another_name_is() -> None:
    target = SHIPPED.of(window("chromium", "小雨 - 聊天"))
    assert SHIPPED.same_chat(target, window("chromium", "(12) 小雨 - 聊天"))
    assert not SHIPPED.same_chat(target, window("chromium", "小云 - 聊天"))
    assert not SHIPPED.same_chat(target, Window(2, 2, "chromium", "小雨 - 聊天"))


def test_profiles_are_found_by_name_and_by_dialect() -> None:
    assert all(SHIPPED.named(name) for name in SHIPPED.names())
    assert SHIPPED.named("wangwang")
    assert SHIPPED.named("unicode")
    assert SHIPPED.named("nobody") is None


@pytest.mark.parametrize(
    "toml",
    ["", "=", "[fallback]\n", '[fallback]\nlabel="x"\n[a]\nlabel="a"\nprogram="("', '[fallback]\nlabel="x"\nnonsense=1',
     '[fallback]\nlabel="x"\npaste_keys="hyper+v"', '[fallback]\nlabel="x"\n[a]\nlabel="a"\nlike="b"',
     'not_nicks=["("]\n[fallback]\nlabel="x"', '[fallback]\nlabel="x"\nbuyer="("', 'fallback=1'],
    ids=["empty", "no toml", "no label", "bad pattern", "unknown key", "bad keys", "like nothing", "bad nobody", "bad buyer",
         "no table"],
)  # fmt: skip
def test_damaged_data_is_one_sentence(toml: str) -> None:
    with pytest.raises(DataProblem):
        Targets(toml)


@given(st.text(max_size=40), st.text(max_size=80))
def test_any_window_has_a_target(program: str, title: str) -> None:
    target = SHIPPED.of(window(program, title))
    assert SHIPPED.same_chat(target, target.window)


def test_what_the_agent_set_for_a_program_holds_at_once() -> None:
    own: dict[str, Ways] = {}
    targets = Targets(resources.read_text("targets.toml"), lambda: own)
    window = Window(1, 1, "hexchat", "Dialog with mei @ net")
    assert targets.of(window).profile.paste_keys == "ctrl+v"
    own["hexchat"] = Ways(paste_keys="shift+insert", waits={"read": 9})
    assert targets.of(window).profile.paste_keys == targets.named("hexchat").paste_keys == "shift+insert"
    assert targets.of(window).profile.waits["read"] == 9
    own["fallback"] = Ways(send_keys="ctrl+return")
    assert targets.of(Window(2, 2, "other", "")).profile.send_keys == "ctrl+return"
    assert [p.paste_keys for p in targets.shipped if p.name == "hexchat"] == ["ctrl+v"]
