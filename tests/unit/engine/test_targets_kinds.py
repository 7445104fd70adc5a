"""Windows as Windows names them: process without .exe, class, title; and their neighbours, which are something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import DataProblem
from assistant.core.model import Window
from assistant.core.programs import Ways
from assistant.core.teaching import Taught
from assistant.engine.targets import Targets
from assistant.storage import resources

TOML = resources.read_text("targets.toml")
SHIPPED = Targets(TOML)
NOBODY = ""
QT_3, QT_4, CHROMIUM = "WeChatMainWndForPC", "Qt51514QWindowIcon", "Chrome_WidgetWin_1"
PDD = "g_wszPDDWindowClass{E77EAED1-21E4-4F21-AE4C-50A6AE1E47A4}"
NOTHING_BUT_A_CLASS = """
[fallback]
label = "f"
[old]
label = "o"
kind = "^Old$"
[both]
label = "b"
program = "^chat$"
kind = "^Chat"
not_chats = ["ChatSettings"]
buyer = "(?P<nick>.+)"
buyer_kinds = "Wnd$"
[page]
label = "p"
program = "^chat$"
"""


def window(program: str, kind: str, title: str) -> Window:
    return Window(1, 1, program, title, kind=kind)


@pytest.mark.parametrize(
    ("program", "kind", "title", "profile", "nick"),
    [
        ("aliworkbench", "Qt5152QWindowIcon", "tb940472610424-接待中心", "wangwang", NOBODY),
        ("aliworkbench", "Qt5152QWindowIcon", "千牛接待台", "wangwang", NOBODY),
        ("aliworkbench", "Qt5152QWindowToolSaveBits", "消息提醒", "wangwang", NOBODY),
        ("aliim", "StandardFrame", "阿里旺旺 - 星河旗舰店", "wangwang", NOBODY),
        ("aliwangwangfan", "Qt5152QWindowIcon", "旺旺粉丝", "wangwang", NOBODY),
        ("qntool", "Qt5152QWindowIcon", "千牛工作台", "fallback", NOBODY),
        ("wechat", QT_3, "微信", "wechat", NOBODY),
        ("wechat", "ChatWnd", "小雨天", "wechat", "小雨天"),
        ("wechat", "ChatWnd", "星河售后群(12)", "wechat", NOBODY),
        ("weixin", QT_4, "小雨天", "wechat", "小雨天"),
        ("weixin", "Qt673QWindowIcon", "小雨天", "wechat", "小雨天"),
        ("weixin", QT_4, "Weixin", "wechat", NOBODY),
        ("weixin", QT_4, "图片和视频", "wechat", NOBODY),
        ("weixin", QT_4, "朋友圈", "wechat", NOBODY),
        ("weixin", QT_4, "微信发送给", "wechat", NOBODY),
        ("weixin", QT_4, "设置备注和标签", "wechat", NOBODY),
        ("weixin", "Qt51514QWindowToolSaveBits", "小雨天", "wechat", NOBODY),
        ("weixin", "Qt51514QWindowPopupDropShadowSaveBits", "Weixin", "wechat", NOBODY),
        ("wechat", "Chrome_WidgetWin_0", "小雨天", "wechat_page", NOBODY),
        ("wechatappex", "Chrome_WidgetWin_0", "小雨天", "wechat_page", NOBODY),
        ("wechatdevtools", CHROMIUM, "小雨天", "fallback", NOBODY),
        ("wxwork", "WeWorkWindow", "企业微信", "wecom", NOBODY),
        ("wxwork", "WwStandaloneConversationWnd", "小雨天", "wecom", NOBODY),
        ("wxworkweb", CHROMIUM, "小雨天", "wecom", NOBODY),
        ("wxdrive", CHROMIUM, "微盘", "fallback", NOBODY),
        ("qq", "TXGuiFoundation", "小雨天", "qq", "小雨天"),
        ("qq", "TXGuiFoundation", "小雨天等3个会话", "qq", "小雨天"),
        ("qq", "TXGuiFoundation", "TXMenuWindow", "qq", NOBODY),
        ("qq", "TXGuiFoundation", "TXFloatingWnd", "qq", NOBODY),
        ("qq", CHROMIUM, "小雨天", "qq", "小雨天"),
        ("qq", CHROMIUM, "QQ", "qq", NOBODY),
        ("qq", "CTXOPConntion_Class", "小雨天", "qq", NOBODY),
        ("tim", "TXGuiFoundation", "小雨天", "qq", "小雨天"),
        ("qqmusic", "TXGuiFoundation", "小雨天", "fallback", NOBODY),
        ("timeline", "TXGuiFoundation", "小雨天", "fallback", NOBODY),
        ("dingtalk", "StandardFrame_DingTalk", "钉钉", "dingtalk", NOBODY),
        ("dingtalk", "DtMainFrameView", "小雨天", "dingtalk", NOBODY),
        ("dingtalkhelper", "StandardFrame", "小雨天", "fallback", NOBODY),
        ("feishu", CHROMIUM, "飞书", "feishu", NOBODY),
        ("lark", CHROMIUM, "小雨天", "feishu", NOBODY),
        ("starlark", CHROMIUM, "小雨天", "fallback", NOBODY),
        ("doudian", CHROMIUM, "抖店工作台", "douyin", NOBODY),
        ("doudian", CHROMIUM, "抖店工作台-商家消息窗口", "douyin", NOBODY),
        ("douyin", CHROMIUM, "抖音", "fallback", NOBODY),
        ("pddworkbench", PDD, "拼多多工作台", "pinduoduo", NOBODY),
        ("pddworkbench2", PDD, "拼多多工作台", "pinduoduo", NOBODY),
        ("pddservice", "MsgRemindDlg", "MsgStrengthenRemindDlg", "fallback", NOBODY),
        ("jdm_dd_workbench", "JMMainFrameBase", "咚咚融合工作台", "jingdong", NOBODY),
        ("jmworkstation", "JMMainFrameBase", "jd_465d1abd3ee76", "jingdong", NOBODY),
        ("jmcoreservice", "JMMainFrameBase", "京麦", "fallback", NOBODY),
        ("chrome", CHROMIUM, "飞鸽客服系统 - Google Chrome", "web_douyin", NOBODY),
        ("msedge", CHROMIUM, "拼多多商家后台 和另外 3 个页面 - 个人 - Microsoft\u200b Edge", "web_pinduoduo", NOBODY),
        ("firefox", "MozillaWindowClass", "京东咚咚 — Mozilla Firefox", "web_jingdong", NOBODY),
        ("360se", "360se6_Frame", "客服 - 360安全浏览器 13.1", "web", NOBODY),
        ("360chromex", CHROMIUM, "飞鸽客服 - 360极速浏览器X 22.3", "web_douyin", NOBODY),
        ("qqbrowser", "QQBrowser_WidgetWin_1", "飞鸽客服 - QQ浏览器", "web_douyin", NOBODY),
        ("sogouexplorer", "SE_SogouExplorerFrame", "飞鸽客服 - 搜狗高速浏览器", "web_douyin", NOBODY),
        ("quark", CHROMIUM, "飞鸽客服", "web_douyin", NOBODY),
        ("brave", CHROMIUM, "阿里旺旺网页版 - Brave", "web_wangwang", NOBODY),
        ("opera", CHROMIUM, "客服 - Opera", "web", NOBODY),
        ("vivaldi", CHROMIUM, "客服 - Vivaldi", "web", NOBODY),
        ("quarkclouddrive", CHROMIUM, "客服", "fallback", NOBODY),
        ("360zip", "Q360ZipClass", "客服", "fallback", NOBODY),
        ("windowsterminal", "CASCADIA_HOSTING_WINDOW_CLASS", "小雨天", "console", NOBODY),
        ("cmd", "ConsoleWindowClass", "C:\\Windows\\System32\\cmd.exe", "console", NOBODY),
        ("python", "ConsoleWindowClass", "小雨天 - 练习", "console", NOBODY),
        ("cmd", "Notepad", "无标题 - 记事本", "fallback", NOBODY),
        ("alacritty", "Window Class", "小雨天", "terminal", NOBODY),
        ("notepad", "Notepad", "*无标题 - 记事本", "fallback", NOBODY),
        ("wordpad", "WordPadClass", "文档 - 写字板", "fallback", NOBODY),
        ("winword", "OpusApp", "文档1 - Word", "fallback", NOBODY),
        ("xiaoer", "Qt683QWindowIcon", "小雨天 - 练习聊天", "practice", "小雨天"),
        ("pythonw", "Qt683QWindowIcon", "小雨天 - 练习聊天", "practice", "小雨天"),
        ("pythonw", "Qt683QWindowIcon", "小雨天 - 我的程序", "fallback", NOBODY),
    ],
)
def test_a_window_on_windows(program: str, kind: str, title: str, profile: str, nick: str) -> None:
    target = SHIPPED.of(window(program, kind, title))
    assert (target.profile.name, target.buyer) == (profile, nick)


WECHAT_ASIDE = [
    "WeChatLoginWndForPC", "SettingWnd", "SnsWnd", "ImagePreviewWnd", "FileListMgrWnd", "FileManagerWnd", "FavNoteWnd",
    "ContactManagerWindow", "ContactProfileWnd", "SelectContactWnd", "ChatRoomAnnouncementWnd", "VoipTrayWnd",
    "ILinkVoipTrayWnd", "AudioWnd", "ILinkAudioWnd", "VoipWnd", "H5SubscriptionProfileWnd", "#32770", "#32768",
]  # fmt: skip


@pytest.mark.parametrize("kind", WECHAT_ASIDE)
def test_where_nobody_is_talked_to_nobody_is_named_whatever_was_taught(kind: str) -> None:
    taught = Targets(TOML, taught=lambda: [Taught("wechat")])
    aside, chat = taught.of(window("wechat", kind, "小雨天")), taught.of(window("wechat", "ChatWnd", "小雨天"))
    assert (aside.profile.name, aside.buyer, chat.buyer) == ("wechat", NOBODY, "小雨天")


def test_a_class_that_nobody_has_seen_names_nobody_until_it_is_taught() -> None:
    rules: list[Taught] = []
    targets = Targets(TOML, taught=lambda: rules)
    unknown = window("wechat", "ChatWndOfTomorrow", "小雨天")
    assert targets.of(unknown).buyer == NOBODY
    rules.append(Taught("wechat"))
    assert targets.of(unknown).buyer == "小雨天"


def test_dialogs_are_not_remembered_as_titles_to_teach_from() -> None:
    targets = Targets(TOML)
    for kind in ("#32770", "SnsWnd", "ChatWnd"):
        targets.of(window("wechat", kind, f"标题 {kind}"))
    (wechat,) = targets.seen.glimpses()
    assert wechat.titles == ("标题 ChatWnd",)


@pytest.mark.parametrize(
    ("program", "kind", "profile", "nick"),
    [
        ("any", "Old", "old", NOBODY),
        ("any", "Older", "fallback", NOBODY),
        ("any", "", "fallback", NOBODY),
        ("chat", "ChatWnd", "both", "x"),
        ("chat", "ChatBox", "both", NOBODY),
        ("chat", "ChatSettings", "both", NOBODY),
        ("chat", "", "both", "x"),
        ("chat", "Viewer", "page", NOBODY),
        ("chatter", "ChatWnd", "fallback", NOBODY),
    ],
)
def test_program_and_class_must_both_match_where_there_is_a_class(
    program: str, kind: str, profile: str, nick: str
) -> None:
    target = Targets(NOTHING_BUT_A_CLASS).of(window(program, kind, "x"))
    assert (target.profile.name, target.buyer) == (profile, nick)


@pytest.mark.parametrize(
    "line", ['title="x"', 'kind="("', 'program="x"\nbuyer_kinds="("', 'program="x"\nnot_chats=["("]']
)
def test_a_table_that_matches_by_nothing_or_nonsense_is_damage(line: str) -> None:
    with pytest.raises(DataProblem):
        Targets(f'[fallback]\nlabel="f"\n[a]\nlabel="a"\n{line}')


def test_how_they_want_it_on_windows() -> None:
    def ways(program: str, kind: str, title: str) -> tuple[str, str, int]:
        profile = SHIPPED.of(window(program, kind, title)).profile
        return profile.paste_keys, profile.send_keys, profile.waits.get("quiet", 0)

    assert ways("weixin", QT_4, "微信") == ("ctrl+v", "return", 250)
    assert ways("cmd", "ConsoleWindowClass", "x")[0] == "shift+insert"
    assert {ways(program, CHROMIUM, "x")[2] for program in ("wxwork", "qq", "feishu", "doudian", "chrome")} == {250}
    own = Targets(TOML, lambda: {"wechat": Ways(send_keys="ctrl+return")})
    assert own.of(window("weixin", QT_4, "微信")).profile.send_keys == "ctrl+return"


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=60))
def test_any_class_has_a_target_and_no_dialog_a_buyer(program: str, kind: str, title: str) -> None:
    target = SHIPPED.of(window(program, kind, title))
    assert SHIPPED.same_chat(target, target.window)
    assert SHIPPED.of(window(program, "#32770", title)).buyer == NOBODY
