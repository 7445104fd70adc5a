"""Titles as the programs write them, and who is named in them: nobody rather than the wrong one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.model import Window
from assistant.core.teaching import Taught, teach
from assistant.engine.targets import Targets
from assistant.storage import resources

TOML = resources.read_text("targets.toml")
SHIPPED = Targets(TOML)
NOBODY = ""


def buyer(program: str, title: str, *taught: Taught) -> str:
    return Targets(TOML, taught=lambda: taught).of(Window(1, 1, program, title)).buyer


@pytest.mark.parametrize(
    ("program", "title", "nick"),
    [
        ("hexchat", "Dialog with xiaoyu @ irc - HexChat", "xiaoyu"),
        ("hexchat", "Dialog with tb1234567_2012 @ 星河 - HexChat", "tb1234567_2012"),
        ("hexchat", "(***) Dialog with 小雨 @ 星河 - HexChat", "小雨"),
        ("hexchat", "Dialog with t**8 @ net - HexChat", "t**8"),
        ("hexchat", "Dialog with [a-z]+ @ net - HexChat", "[a-z]+"),
        ("hexchat", "Dialog with 😀雨 @ net - HexChat", "😀雨"),
        ("hexchat", "Dialog with 店铺:小二 @ net - HexChat", "店铺:小二"),
        ("hexchat", "agent @ 星河 / #desk (+nt) - HexChat", NOBODY),
        ("hexchat", "HexChat", NOBODY),
        ("hexchat", "agent @ net / Dialog with 小雨 @ net - HexChat", NOBODY),
        ("hexchat", "Dialog with @ net - HexChat", NOBODY),
        ("hexchat", "Dialog with 正在输入… @ net - HexChat", NOBODY),
        ("pidgin", "小雨 天", "小雨 天"),
        ("pidgin", "(*) tb1234567_2012", "tb1234567_2012"),
        ("pidgin", "[3] 小雨天", "小雨天"),
        ("pidgin.exe", "Dialog with x @ net - HexChat", "Dialog with x @ net - HexChat"),
        ("pidgin", "x - 接待中心", NOBODY),
        ("pidgin", "#desk", NOBODY),
        ("pidgin", "Buddy List", NOBODY),
        ("pidgin", "好友列表", NOBODY),
        ("pidgin", "(3)", NOBODY),
        ("pidgin", "Offline", NOBODY),
        ("aliworkbench.exe", "tb1234567_2012 - 接待中心", NOBODY),
        ("aliworkbench.exe", "星河旗舰店:小满 - 接待中心", NOBODY),
        ("aliworkbench.exe", "星河旗舰店:小满-千牛工作台", NOBODY),
        ("aliworkbench.exe", "千牛接待台", NOBODY),
        ("new_aliworkbench.exe", "千牛工作台", NOBODY),
        ("aliim.exe", "阿里旺旺 - 星河旗舰店", NOBODY),
        ("weixin.exe", "微信", NOBODY),
        ("wechat.exe", "小雨天", "小雨天"),
        ("wechat", "tb1234567_2012", "tb1234567_2012"),
        ("weixin.exe", "李女士 💐 3号楼", "李女士 💐 3号楼"),
        ("weixin.exe", "x - 接待中心", NOBODY),
        ("weixin.exe", "WeChat", NOBODY),
        ("weixin.exe", "Weixin", NOBODY),
        ("weixin.exe", "文件传输助手", NOBODY),
        ("weixin.exe", "星河售后群(12)", NOBODY),
        ("weixin.exe", "星河售后群（12）", NOBODY),
        ("weixin.exe", "小雨天的聊天记录", NOBODY),
        ("weixin.exe", "朋友圈", NOBODY),
        ("weixin.exe", "登录", NOBODY),
        ("wechatappex.exe", "小雨天", NOBODY),
        ("wechatappex", "星河小程序", NOBODY),
        ("qq.exe", "QQ", NOBODY),
        ("qq.exe", "小雨天", "小雨天"),
        ("qq", "小雨天等3个会话", "小雨天"),
        ("qq.exe", "t**8", "t**8"),
        ("qq.exe", "QQ邮箱", NOBODY),
        ("tim.exe", "TXMenuWindow", NOBODY),
        ("qq.exe", "小雨天的资料", NOBODY),
        ("qq.exe", "消息管理器", NOBODY),
        ("qq.exe", "星河群(201)", NOBODY),
        ("wxwork.exe", "企业微信", NOBODY),
        ("wxwork.exe", "小雨天", NOBODY),
        ("dingtalk.exe", "钉钉", NOBODY),
        ("com.alibabainc.dingtalk", "小雨天", NOBODY),
        ("feishu.exe", "飞书", NOBODY),
        ("bytedance-feishu", "小雨天", NOBODY),
        ("doudian.exe", "抖店工作台", NOBODY),
        ("pddworkbench.exe", "拼多多商家工作台", NOBODY),
        ("pddwebworkbench.exe", "星河专营店", NOBODY),
        ("jdm_dd_workbench.exe", "jd_465d1abd3ee76", NOBODY),
        ("咚咚.exe", "咚咚融合工作台", NOBODY),
        ("chrome.exe", "飞鸽客服系统 - Google Chrome", NOBODY),
        ("chrome.exe", "(12) 小雨天 - 客服 - Google Chrome", NOBODY),
        ("msedge.exe", "拼多多商家后台 和另外 3 个页面 - 个人 - Microsoft\u200b Edge", NOBODY),
        ("firefox", "小雨天 — Mozilla Firefox", NOBODY),
        ("xiaoer", "小雨天 - 练习聊天", "小雨天"),
        ("xiaoer", "x - 练习聊天 - 练习聊天", "x - 练习聊天"),
        ("xiaoer", "练习聊天", NOBODY),
        ("xterm", "小雨天", NOBODY),
        ("notepad", "小雨天 - 接待中心", NOBODY),
    ],
)
def test_who_a_title_names(program: str, title: str, nick: str) -> None:
    assert buyer(program, title) == nick


@pytest.mark.parametrize(
    ("program", "title", "name"),
    [
        ("chrome.exe", "(3) 飞鸽客服系统 - Google Chrome", "web_douyin"),
        ("msedge.exe", "飞鸽客服系统 和另外 3 个页面 - 个人 - Microsoft\u200b Edge", "web_douyin"),
        ("msedge.exe", "飞鸽客服系统 - [InPrivate] - Microsoft\u200b Edge", "web_douyin"),
        ("firefox", "抖店 - 飞鸽 — Mozilla Firefox 隐私浏览", "web_douyin"),
        ("chromium", "拼多多商家后台 - Chromium", "web_pinduoduo"),
        ("chromium", "京麦工作台-京东商家一站式工作台 - Chromium", "web_jingdong"),
        ("chromium", "京东咚咚 - Chromium", "web_jingdong"),
        ("google-chrome", "阿里旺旺网页版 - Google Chrome", "web_wangwang"),
        ("google-chrome", "飞鸽传书的故事 - 博客 - Google Chrome", "web"),
        ("google-chrome", "飞鸽 - 京东咚咚 - Google Chrome", "web_jingdong"),
        ("360se.exe", "客服 - 360安全浏览器 13.1", "web"),
        ("wxwork.exe", "企业微信", "wecom"),
        ("wechatappex.exe", "小程序", "wechat_page"),
        ("doudian.exe", "抖店工作台", "douyin"),
        ("pddwebworkbench.exe", "拼多多商家工作台", "pinduoduo"),
        ("jmworkstation.exe", "jd_x", "jingdong"),
        ("com.alibabainc.dingtalk", "钉钉", "dingtalk"),
        ("bytedance-feishu", "飞书", "feishu"),
        ("knowledge", "飞鸽客服系统", "fallback"),
        ("qqmusic.exe", "小雨天", "fallback"),
    ],
)
def test_whose_window_it_is(program: str, title: str, name: str) -> None:
    assert SHIPPED.of(Window(1, 1, program, title)).profile.name == name


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("小雨 - 客服 - Google Chrome", "(2) 小雨 - 客服 - Google Chrome"),
        ("小雨 - 客服 和另外 3 个页面 - 个人 - Microsoft\u200b Edge", "小雨 - 客服 和另外 4 个页面 - 个人 - Microsoft\u200b Edge"),
        ("小雨 - 客服 - 个人 - Microsoft\u200b Edge", "小雨 - 客服 and 1 more page - Personal - Microsoft Edge"),
        ("小雨 — Mozilla Firefox", "【3条新消息】小雨 — Mozilla Firefox"),
    ],
)  # fmt: skip
def test_what_a_browser_adds_is_no_other_chat(before: str, after: str) -> None:
    target = SHIPPED.of(Window(1, 1, "chrome", before))
    assert SHIPPED.same_chat(target, Window(1, 1, "chrome", after))
    assert not SHIPPED.same_chat(target, Window(1, 1, "chrome", after.replace("小雨", "小云")))


def made(program: str, title: str, nick: str) -> Taught:
    start = title.index(nick)
    rule = teach(program, title, start, start + len(nick))
    assert rule
    return rule


def test_what_was_taught_wins_over_what_comes_with_the_program() -> None:
    rule = made("hexchat", "Dialog with shop @ 小雨 - HexChat", "小雨")
    assert buyer("hexchat", "Dialog with shop @ 小云 - HexChat", rule) == "小云"
    assert buyer("hexchat", "agent @ net / #desk - HexChat", rule) == NOBODY
    assert buyer("pidgin", "小雨", rule) == "小雨"


def test_a_program_that_nobody_knows_can_be_taught() -> None:
    rule = made("kefu.exe", "与 小雨天 的会话", "小雨天")
    target = Targets(TOML, taught=lambda: [rule]).of(Window(1, 1, "kefu.exe", "(5) 与 t**8 的会话"))
    assert (target.buyer, target.profile.name) == ("t**8", "fallback")


def test_nobody_can_be_taught_too() -> None:
    assert buyer("weixin.exe", "小雨天", Taught("weixin.exe", nobody=True)) == NOBODY
    assert buyer("wechat.exe", "小雨天", Taught("weixin.exe", nobody=True)) == "小雨天"


@pytest.mark.parametrize(
    "nick", ["首页", "接待中心", "聊天", "正在输入…", "(3)", "3条新消息", "千牛", "新标签页", "***", "WeChat"]
)
def test_names_of_programs_and_states_are_nobody_whoever_made_the_rule(nick: str) -> None:
    rule = made("chromium", "小雨 - 飞鸽客服系统 - Chromium", "小雨")
    assert buyer("chromium", "小云 - 飞鸽客服系统 - Chromium", rule) == "小云"
    assert buyer("chromium", f"{nick} - 飞鸽客服系统 - Chromium", rule) == NOBODY


def test_a_taught_page_is_still_the_desk_it_was() -> None:
    rule = made("chromium", "小雨 - 飞鸽客服系统 - Chromium", "小雨")
    target = Targets(TOML, taught=lambda: [rule]).of(Window(1, 1, "chromium", "小云 - 飞鸽客服系统 - Chromium"))
    assert (target.profile.dialect, target.buyer) == ("douyin", "小云")


@pytest.mark.parametrize(
    "evil", ["x - 飞鸽客服系统", "小雨 - 飞鸽客服系统 - Chromium", "x - Google Chrome", "小雨)", "a.*"]
)
def test_a_nick_that_looks_like_a_title_is_nobody_elses(evil: str) -> None:
    rule = made("chromium", "小雨 - 飞鸽客服系统 - Chromium", "小雨")
    assert buyer("chromium", f"{evil} - 飞鸽客服系统 - Chromium", rule) in (evil, NOBODY)
    assert buyer("weixin.exe", evil) in (evil, NOBODY)
    assert buyer("hexchat", f"Dialog with {evil} @ net - HexChat") in (evil, NOBODY)


def test_rules_are_asked_anew_each_time() -> None:
    rules: list[Taught] = []
    targets = Targets(TOML, taught=lambda: rules)
    window = Window(1, 1, "kefu.exe", "小雨 在线咨询")
    assert targets.of(window).buyer == NOBODY
    rules.append(made("kefu.exe", "小云 在线咨询", "小云"))
    assert targets.of(window).buyer == "小雨"


def test_titles_that_were_seen_are_remembered_a_few_of_each_program() -> None:
    targets = Targets(TOML)
    for n in range(12):
        targets.of(Window(1, 1, "chromium", f"买家{n} - 客服 - Chromium"))
    targets.of(Window(2, 2, "kefu.exe", "甲"))
    targets.of(Window(2, 2, "kefu.exe", "乙"))
    targets.of(Window(2, 2, "kefu.exe", "甲"))
    targets.of(Window(0, 0, "", ""))
    kefu, chromium = targets.seen.glimpses()
    assert (kefu.program, kefu.label, kefu.titles) == ("kefu.exe", "当前窗口", ("甲", "乙"))
    assert chromium.titles == tuple(f"买家{n} - 客服 - Chromium" for n in range(11, 3, -1))
    assert "买家" not in repr(chromium)
    for n in range(40):
        targets.of(Window(1, 1, f"p{n}", "x"))
    assert [glimpse.program for glimpse in targets.seen.glimpses()] == [f"p{n}" for n in range(39, 15, -1)]


@given(st.text(max_size=60))
def test_wangwang_and_the_desks_never_name_anybody_untaught(title: str) -> None:
    for program in ("aliworkbench.exe", "pddworkbench.exe", "jdm_dd_workbench.exe", "doudian.exe", "chromium"):
        assert buyer(program, title) == NOBODY


@given(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=20))
def test_whatever_the_nick_is_it_is_read_whole_or_not_at_all(nick: str) -> None:
    assert buyer("hexchat", f"Dialog with {nick} @ net - HexChat") in (nick, NOBODY)
    assert buyer("xiaoer", f"{nick} - 练习聊天") in (nick, NOBODY)
    assert buyer("weixin.exe", nick) in (nick, NOBODY)
