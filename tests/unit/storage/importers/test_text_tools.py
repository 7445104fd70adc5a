"""Files of espanso, TextExpander, Beeftext and AutoKey: every sample, and what the samples do not show."""

from __future__ import annotations

import json
import plistlib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from assistant.core.errors import DataProblem
from assistant.core.packs.foreign import Haul, Taken
from assistant.core.packs.progress import Stopped
from assistant.storage.importers import beeftext_macros, espanso_macros, others, recognise
from assistant.storage.importers.others import Others, Snippet
from assistant.storage.importers.source import Source
from tests.unit.storage.importers.test_text_tools_macros import TEMPLATES

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "samples"
with_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples lie beside the project")

Fields = tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...], bool]


def read(path: Path, format_: str) -> Haul:
    source = Source(path)
    importer = recognise(source)
    assert importer.name == format_
    haul = importer.read(source)
    assert haul.format == format_
    return haul


def sample(name: str) -> Haul:
    return read(SAMPLES / name, name.partition("/")[0])


def fields(taken: Taken) -> Fields:
    phrase = taken.phrase
    wordings = tuple(variant.text for variant in phrase.variants)
    return phrase.code, phrase.title, phrase.category, phrase.tags, wordings, taken.disabled


def plain(code: str, title: str, category: tuple[str, ...], text: str, *tags: str) -> Fields:
    return code, title, category, tags, (text,), False


def told(haul: Haul) -> list[tuple[str, str]]:
    return [(remark.where, remark.what) for remark in haul.report]


COUNTS = {
    "espanso/better-typography": 14,
    "espanso/brand-names": 61,
    "espanso/common-phrases": 84,
    "espanso/dadjoke": 1,
    "espanso/discord-snippet": 20,
    "espanso/espanso-dice": 10,
    "espanso/french-politeness": 24,
    "espanso/good-morning": 2,
    "espanso/greetings-english": 12,
    "espanso/html-utils-package": 40,
    "espanso/jekyll-yaml": 1,
    "espanso/kaomoji": 775,
    "espanso/llm-prompts": 8,
    "espanso/lorem": 8,
    "espanso/oasis-is-framework": 2,
    "espanso/single-steno": 26,
    "espanso/synthetic-edge-cases": 14,
    "textexpander/jekyll.textexpander": 2,
    "textexpander/CSS3.textexpander": 11,
    "textexpander/iOSMarkdown.textexpander": 10,
    "textexpander/csv/CSS3.csv": 11,
    "textexpander/csv/Critic.csv": 5,
    "textexpander/csv/iOS-Markdown.csv": 10,
    "textexpander/csv/Characters.csv": 32,
    "textexpander/csv/HTML-Type-Entities.csv": 12,
    "textexpander/csv/WCAG 2_2 - Links.csv": 9,
    "textexpander/csv/synthetic-two-column-heading.csv": 2,
    "textexpander/csv/synthetic-semicolon.csv": 1,
    "beeftext/bsn-tinas-comboList-v4.json": 31,
    "beeftext/synthetic-Beeftext-v7.btbackup": 1,
    "beeftext/synthetic-comboList-v10.json": 2,
    "beeftext/synthetic-combos.csv": 2,
    "autokey/dotted-json-layout": 5,
    "autokey/synthetic-macros": 4,
    "autokey/visible-json-layout": 4,
}


@with_samples
@pytest.mark.parametrize("name", COUNTS)
def test_every_sample_comes_in_whole_and_compiles(name: str) -> None:
    haul = sample(name)
    assert len(haul.phrases) == COUNTS[name]
    assert len({taken.phrase.id for taken in haul.phrases}) == COUNTS[name]
    wordings = [variant.text for taken in haul.phrases for variant in taken.phrase.variants]
    assert [text for text in wordings if TEMPLATES.problems(text)] == []


@with_samples
@pytest.mark.parametrize("name", sorted(name for name in COUNTS if name.startswith("espanso/")))
def test_one_file_of_a_package_holds_the_same_matches(name: str) -> None:
    file = next((SAMPLES / name).rglob("package.yml"))
    assert len(read(file, "espanso").phrases) == COUNTS[name]


# --- espanso, field by field

EDGES = ("Edge cases",)


@with_samples
def test_espanso_edge_cases() -> None:
    haul = sample("espanso/synthetic-edge-cases")
    assert [fields(taken) for taken in haul.phrases] == [
        plain(":hi", "欢迎语", EDGES, "亲，欢迎光临测试小店~  请问有什么可以帮您？", "你好", "在吗"),
        plain(":tk", "亲，退款已提交", EDGES, "亲，退款已提交\n1-3个工作日原路返回", ";退款"),
        plain("", "您的单号是", EDGES, "您的单号是 {{ input.no }}"),
        plain(
            ":addr",
            "收件人:",
            EDGES,
            '收件人: {{ input.name }}\n快递: {{ input.courier | choices: "中通", "圆通", "顺丰" | prefill: "中通" }}\n'
            "备注: {{ input.note }}\n",
        ),
        plain(":due", "最晚退货日：", EDGES, '最晚退货日：{{ 此刻 | after: "7天" | date: "%Y年%m月%d日" }}'),
        plain(
            ":pick",
            ":pick",
            EDGES,
            '{% assign 选用 = input.output | choices: "发货前", "发货后" %}{% for 份 in 选用 %}{% case 份 %}'
            '{% when "发货前" %}还没有发货哦{% when "发货后" %}已经发货啦{% endcase %}{% endfor %}',
        ),
        (":rnd", ":rnd", EDGES, (), ("亲，{{ clipboard }}", "亲亲，{{ clipboard }}", "客官，{{ clipboard }}"), False),
        plain(":nest", "谢谢", EDGES, "亲，欢迎光临测试小店~  请问有什么可以帮您？ 谢谢"),
        (":img", ":img", EDGES, (), ("请看图片。",), True),
        plain(":html", "重要", EDGES, "重要"),
        plain(":md", "重要", EDGES, "重要"),
        plain(":lit", "literal not_a_var", EDGES, 'literal {{ "{{" }} not_a_var }}'),
        plain(":hi", "同一触发词的第二条", EDGES, "在的亲"),
        (":run", ":run", EDGES, (), ('{{ "{{" }}out}}',), True),
    ]
    assert [taken.original for taken in haul.phrases[8:11]] == ["", "<b>重要</b>", "**重要**"]
    assert haul.phrases[0].original == "亲，欢迎光临{{shop}}~ $|$ 请问有什么可以帮您？"
    assert told(haul) == [
        ("欢迎语", "“$|$”用不上，已去掉。"),
        ("您的单号是", "按正则表达式触发，这里没有编码，请按标题来找。"),
        (":rnd", "随机的内容改成了几种说法，发送时换着用。"),
        ("谢谢", "“$|$”用不上，已去掉。"),
        ("谢谢", "话术“:hi”的内容直接放进来了，以后改它不会跟着变。"),
        (":img", "图片不在这里面，或者太大，没有导入；话术已停用。"),
        ("重要", "粗体等格式去掉了，只留文字。"),
        ("重要", "粗体等格式去掉了，只留文字。"),
        (":run", "“{{out}}”会运行程序或访问网络，这里从不运行，话术已停用。"),
    ]


@with_samples
def test_espanso_greetings_and_typography() -> None:
    haul = sample("espanso/greetings-english")
    category = haul.phrases[0].phrase.category
    assert [fields(haul.phrases[at]) for at in (0, 2, 8)] == [
        plain(",dt", "Dear team,", category, "Dear {{ clipboard }} team,\n\n\n"),
        plain(",kr", "Kind regards,", category, "Kind regards,"),
        plain("!ty", "Thank you!", category, "Thank you!"),
    ]
    haul = sample("espanso/better-typography")
    assert fields(haul.phrases[0]) == plain(';"', ';"', ("Better Typography",), "“”")
    assert fields(haul.phrases[13])[4] == ("{{ input.num1 }}⁄{{ input.num2 }}",)
    haul = sample("espanso/espanso-dice")
    assert haul.phrases[0].phrase.tags == (".r d2",)
    assert haul.phrases[0].phrase.code == ".roll-d2"
    assert [variant.text for variant in haul.phrases[0].phrase.variants] == ["d2: 1", "d2: 2"]


@with_samples
def test_espanso_forms_and_choices_of_real_packages() -> None:
    haul = sample("espanso/french-politeness")
    assert fields(haul.phrases[6])[4] == ('{{ input.dear | choices: "Cher", "Chère" }}\u202f{{ input.name }},\n',)
    assert fields(haul.phrases[3])[:2] == ("msr", "monsieur,")
    assert haul.phrases[3].phrase.tags == ("m.",)
    haul = sample("espanso/jekyll-yaml")
    assert fields(haul.phrases[0])[4] == (
        '---\ndate: {{ 此刻 | date: "%Y-%m-%d" }}\nauthor: YourName\ntags:\ncategory:\ntitle:\n---',
    )
    haul = sample("espanso/good-morning")
    assert [taken.disabled for taken in haul.phrases] == [True, True]


def tree(path: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        place = path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def matches(*pairs: tuple[str, str]) -> str:
    return "matches:\n" + "".join(f"  - {{trigger: '{code}', replace: '{text}'}}\n" for code, text in pairs)


def test_a_config_folder_of_espanso(tmp_path: Path) -> None:
    chosen = tree(
        tmp_path / "espanso",
        {
            "config/default.yml": "matches: wrong\n",
            "match/base.yml": "imports: [_own.yml, ../else.yml]\n" + matches(("on", "{{shop}}"), (":b", "2")),
            "match/_own.yml": "global_vars: [{name: shop, type: echo, params: {echo: 小店}}]\n" + matches((":o", "3")),
            "match/_unused.yml": matches((":u", "4")),
            "match/team/after.yml": matches((":t", "{{shop}}5")),
            "match/broken.yml": "matches: [",
            "match/empty.yml": "",
            "match/packages/hi/0.9.0/_manifest.yml": "title: 旧\n",
            "match/packages/hi/0.9.0/package.yml": matches((":old", "6")),
            "match/packages/hi/0.10.0/_manifest.yml": "title: 打招呼\n",
            "match/packages/hi/0.10.0/package.yml": matches((":new", "7")),
            "match/packages/hi/0.10.0/more.yml": matches((":more", "8")),
        },
    )
    haul = read(chosen, "espanso")
    assert [fields(taken) for taken in haul.phrases] == [
        plain("on", "on", ("base",), "小店"),
        plain(":b", "2", ("base",), "2"),
        plain(":more", "8", ("打招呼", "more"), "8"),
        plain(":new", "7", ("打招呼",), "7"),
        plain(":t", ":t", ("team", "after"), "小店5"),
        plain(":o", "3", ("_own",), "3"),
    ]
    assert told(haul) == [
        ("match/packages/hi/0.9.0", "有更新的版本，这个版本没有导入。"),
        ("match/base.yml", "它引入的文件 else.yml 不在这里面，没有导入。"),
        ("match/broken.yml", "没有导入：match/broken.yml 不是正确的 YAML。"),
    ]


def test_pictures_of_espanso_come_from_what_was_chosen(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"no")
    rows = "".join(
        f"  - {{trigger: '{number}', image_path: '{path}'}}\n"
        for number, path in enumerate(
            ["$CONFIG/images/a.png", "C:\\\\x\\\\a.png", "../secret.png", "/etc/passwd", "b.yml"]
        )
    )
    chosen = tree(tmp_path / "match", {"b.yml": "matches:\n" + rows, "images/a.png": b"\x89PNG"})
    haul = read(chosen, "espanso")
    assert [[(one.name, one.data) for one in taken.pictures] for taken in haul.phrases] == [
        [("a.png", b"\x89PNG")],
        [("a.png", b"\x89PNG")],
        [],
        [],
        [],
    ]
    assert [taken.disabled for taken in haul.phrases] == [False, False, True, True, True]


def test_an_archive_of_espanso_and_traps_of_yaml(tmp_path: Path) -> None:
    rows = "\n".join(
        f"  - {{trigger: {text}, replace: {text}, wrod: true}}" for text in ("on", "no", "12:30", "1.10", "007")
    )
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as archive:
        archive.writestr("pack/package.yml", f"name: x\nmatches:\n{rows}\n  - {{trigger: e, replace: ''}}\n  - plain\n")
        archive.writestr("pack/_manifest.yml", "name: pack\n")
    haul = read(tmp_path / "pack.zip", "espanso")
    assert [(taken.phrase.code, taken.phrase.text) for taken in haul.phrases] == [
        (text, text) for text in ("on", "no", "12:30", "1.10", "007")
    ]
    assert haul.phrases[0].phrase.category == ("pack",)
    assert told(haul) == [("e", "没有内容，没有导入。")]


@pytest.mark.parametrize("text", ["matches: !!python/object:os.x {}", "matches: [", "matches: " + "[" * 1_000])
def test_a_bad_file_of_espanso_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yml").write_text(text, "utf-8")
    with pytest.raises(DataProblem):
        read(tmp_path / "a.yml", "espanso")


def test_a_long_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(matches(*((f":{number}", "x") for number in range(2_001))), "utf-8")
    source = Source(tmp_path / "a.yml")
    seen: list[float] = []
    source.progress = lambda done: seen.append(round(done, 2)) is None
    recognise(source).read(source)
    assert seen == [0.0, 0.5, 0.75, 1.0]
    source.progress = lambda done: done < 0.6
    with pytest.raises(Stopped):
        recognise(source).read(source)


# --- TextExpander

JEKYLL = (
    '---\ntitle: "{{ input["Post Title"] }}"\ndate: %snippet:jkldate%\ntoc: '
    '{{ input["Table of Contents?"] | choices: "true", "false" | prefill: "true" }}'
    '{% assign 选用 = input["Tags?"] | choices: "要", "不要" | prefill: "要" | remove: "不要" %}'
    "{% for 份 in 选用 %}\ntags:\n    - <TAG>{% endfor %}"
    '{% assign 选用 = input["Categories?"] | choices: "要", "不要" | prefill: "要" | remove: "不要" %}'
    "{% for 份 in 选用 %}\ncategories:\n    - <CATEGORY>{% endfor %}\n---"
)


@with_samples
def test_textexpander_samples_field_by_field() -> None:
    haul = sample("textexpander/CSS3.textexpander")
    assert fields(haul.phrases[0]) == plain(
        ",,rgba", "RGBA", ("CSS3",), "rgba({{ input.r }}, {{ input.g }}, {{ input.b }}, {{ input.float }})"
    )
    assert fields(haul.phrases[3]) == plain(",nth", "nth-of-type", ("CSS3",), "nth-of-type()")
    assert told(haul) == [("nth-of-type", "“%|”用不上，已去掉。")]
    haul = sample("textexpander/iOSMarkdown.textexpander")
    assert fields(haul.phrases[0]) == plain("/cl", "/cl", ("iOS Markdown",), "[]({{ clipboard }})")
    haul = sample("textexpander/jekyll.textexpander")
    assert fields(haul.phrases[0]) == (
        "jklfm",
        "YAML Front Matter",
        ("Jekyll",),
        (),
        (JEKYLL,),
        True,
    )
    assert haul.phrases[1].disabled


@with_samples
def test_textexpander_tables_field_by_field() -> None:
    haul = sample("textexpander/csv/Critic.csv")
    assert [fields(taken) for taken in haul.phrases] == [
        plain(";com", "Comment", ("Critic",), "{>><<}"),
        plain(";del", "Deletion", ("Critic",), "{----}"),
        plain(";hi", "Highlight", ("Critic",), "{====}{>><<}"),
        plain(";ins", "Insertion", ("Critic",), "{++++}"),
        plain(";sub", "Substitution", ("Critic",), "{~~~> ~~}"),
    ]
    haul = sample("textexpander/csv/synthetic-two-column-heading.csv")
    name = ("synthetic-two-column-heading",)
    assert [fields(taken) for taken in haul.phrases] == [
        plain(";thx", "Thank you,", name, "Thank you, {{ input.Name }}"),
        plain(";date", ";date", name, '{{ 此刻 | after: "1天" | date: "%Y-%m-%d" }}'),
    ]
    haul = sample("textexpander/csv/synthetic-semicolon.csv")
    assert [fields(taken) for taken in haul.phrases] == [
        plain(
            ";hallo",
            "Begrüßung",
            ("synthetic-semicolon",),
            'Guten Tag {{ input.Name }},\nvielen Dank "{{ clipboard }}"',
        )
    ]


def snippet(code: str, text: str, kind: int = 0, **more: Any) -> dict[str, Any]:
    return {"abbreviation": code, "plainText": text, "snippetType": kind, "label": "", **more}


def test_the_older_settings_of_textexpander(tmp_path: Path) -> None:
    content = {
        "groupsTE2": [{"uuidString": "g", "name": "售后", "snippetUUIDs": ["1", "3"]}],
        "snippetsTE2": [
            snippet("a", "甲", uuidString="1"),
            snippet("b", "echo", 3, uuidString="2"),
            snippet("c", "", 5, htmlText="<p>乙<b>%clipboard</b></p><p>丙</p>", uuidString="3"),
            snippet("d", ""),
            "none",
        ],
    }
    (tmp_path / "Settings.xml").write_bytes(plistlib.dumps(content))
    haul = read(tmp_path / "Settings.xml", "textexpander")
    assert [fields(taken) for taken in haul.phrases] == [
        plain("a", "甲", ("售后",), "甲"),
        ("b", "echo", (), (), ("echo",), True),
        plain("c", "乙", ("售后",), "乙{{ clipboard }}\n\n丙"),
    ]
    assert haul.phrases[2].original == "<p>乙<b>%clipboard</b></p><p>丙</p>"


@pytest.mark.parametrize(
    "content",
    [
        '<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><plist><string>&b;</string></plist>',
        "<plist><array>" * 50_000,
        "not a list at all",
        "<plist><string>x</string></plist>",
    ],
)
def test_bad_lists_of_textexpander_are_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.textexpander").write_text(content, "utf-8")
    with pytest.raises(DataProblem):
        read(tmp_path / "a.textexpander", "textexpander")


@pytest.mark.parametrize(
    "content",
    [
        "编码,内容,标题\n1,a%|,b\n",
        "尺码,身高,体重\nS,150,40\n",
        "a,b\nc,d\n",
        '"title","content","code"\n"a%|","b","c"\n',
    ],
)
def test_other_tables_are_not_taken_for_textexpander(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.csv").write_text(content, "utf-8")
    assert recognise(Source(tmp_path / "a.csv")).name not in ("textexpander", "beeftext")


# --- Beeftext


@with_samples
def test_beeftext_samples_field_by_field() -> None:
    haul = sample("beeftext/synthetic-comboList-v10.json")
    last = '{{ 此刻 | date: "%Y-%m-%d" }} {{ 此刻 | date: "%H:%M:%S" }} {{ clipboard }} #{envVar:USERNAME} #{upper:zz/x} \n\n'
    assert [fields(taken) for taken in haul.phrases] == [
        plain("zz/退款", "退款时效", ("售后",), f"亲，退款1-3个工作日原路返回。{last}"),
        ("zz/结尾", "zz/结尾", ("售后",), (), (last,), True),
    ]
    assert haul.phrases[1].phrase.note == "signature"
    haul = sample("beeftext/synthetic-Beeftext-v7.btbackup")
    assert [fields(taken) for taken in haul.phrases] == [
        plain(
            "//hi",
            "greeting",
            ("Default Group",),
            'Hi {{ input.Name }},\n\nThank you for your message of {{ 此刻 | after: "-1天" | date: "%Y-%m-%d" }}.\n\n',
        )
    ]
    haul = sample("beeftext/synthetic-combos.csv")
    assert [fields(taken) for taken in haul.phrases] == [
        plain("//hi", "greeting", (), "Hi {{ input.Name }},\nthanks"),
        plain("//ty", "Thank you, again", (), "Thank you, again"),
    ]


@with_samples
def test_a_real_list_of_beeftext() -> None:
    haul = sample("beeftext/bsn-tinas-comboList-v4.json")
    assert [fields(haul.phrases[at]) for at in (0, 3, 4, 13)] == [
        plain("mlt1", "mlt", ("Default Group",), "Mổ ngang đoạn dưới tử cung lấy thai"),
        plain("\\zed", "zed", ("Default Group",), '{{ 此刻 | date: "%Y%m%d%H%M" }}'),
        plain("1TH", "THAI /7 TUẦN", ("Phòng khám",), "THAI /7 TUẦN"),
        plain(
            "\\SACL",
            "Siêu âm : CN : g, CTC : mm",
            ("Bệnh án điện tử",),
            'Siêu âm : CN : {{ input["Cân nặng"] }} g, CTC : {{ input["Kênh CTC"] }} mm',
        ),
    ]


def test_old_versions_of_beeftext_and_switched_off_groups(tmp_path: Path) -> None:
    content = {
        "fileFormatVersion": 1,
        "combos": [
            {"comboText": "old", "substitutionText": "旧"},
            {"keyword": "h", "snippet": "<b>粗</b>{{", "useHtml": True, "group": "g"},
            {"keyword": "", "snippet": "无编码", "group": "unknown"},
            {"keyword": "x"},
            7,
        ],
        "groups": [{"uuid": "g", "name": "组", "enabled": False}],
    }
    (tmp_path / "a.json").write_text(json.dumps(content), "utf-8")
    haul = read(tmp_path / "a.json", "beeftext")
    assert [fields(taken) for taken in haul.phrases] == [
        plain("old", "旧", (), "旧"),
        ("h", "粗{{", ("组",), (), ('粗{{ "{{" }}',), True),
        plain("", "无编码", (), "无编码"),
    ]
    assert told(haul) == [
        ("粗{{", "在 Beeftext 里没有启用，导入后也停用。"),
        ("粗{{", "粗体等格式去掉了，只留文字。"),
        ("x", "没有内容，没有导入。"),
    ]


def test_rows_of_beeftext_without_three_cells_are_reported(tmp_path: Path) -> None:
    rows = "".join(f"k{number},#{{clipboard}},n\n" for number in range(20))
    (tmp_path / "a.csv").write_text(rows + "short,row\n", "utf-8")
    haul = read(tmp_path / "a.csv", "beeftext")
    assert len(haul.phrases) == 20
    assert told(haul) == [("第 21 行", "不是三格（关键字、内容、名称），没有导入。")]


@pytest.mark.parametrize("content", ["{}", "[", '{"combos": 3}', '{"combos":' + "[" * 50_000, "\x00"])
def test_bad_backups_of_beeftext_are_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.btbackup").write_text(content, "utf-8")
    with pytest.raises(DataProblem):
        read(tmp_path / "a.btbackup", "beeftext")


# --- AutoKey


@with_samples
def test_autokey_samples_field_by_field() -> None:
    haul = sample("autokey/synthetic-macros")
    assert [fields(taken) for taken in haul.phrases] == [
        plain(";jt", "今天日期", ("售后",), '今天是{{ 此刻 | date: "%Y-%m-%d" }}\n'),
        (
            "",
            "宏",
            ("售后",),
            (),
            ("<script name=x args=a,b> <system command='echo never run this'> <file name=note.txt>",),
            True,
        ),
        plain(";tk", "退款时效", ("售后",), "亲，退款1-3个工作日原路返回，谢谢", ";退款"),
        plain("", "没有设置文件", (), "这条短语没有同名的 json，名称取文件名"),
    ]
    assert ("今天日期", "快捷键 <ctrl>+<alt>+d 没有导入，可以在编辑里重新设置。") in told(haul)
    haul = sample("autokey/visible-json-layout")
    assert [fields(taken) for taken in haul.phrases] == [
        plain("adr", "Home Address", ("My Phrases", "Addresses"), "22 Avenue Street\nBrisbane\nQLD\n4000"),
        plain("qq", "First phrase", ("My Phrases",), "Test phrase number one!"),
        plain("", "Second phrase", ("My Phrases",), "Test phrase number two!"),
        plain("", "Third phrase", ("My Phrases",), "Test phrase number three!"),
    ]
    haul = sample("autokey/dotted-json-layout")
    assert [fields(taken)[:3] for taken in haul.phrases] == [
        ("!def", "definition", ("custom_scripts",)),
        ("!enum", "enumerate", ("custom_scripts",)),
        ("!fig", "figure", ("custom_scripts",)),
        ("!item", "itemize", ("custom_scripts",)),
        ("!thm", "theorem", ("custom_scripts",)),
    ]
    assert haul.phrases[3].phrase.text == "%\n\\begin{itemize}%\n\t\\item\n\\end{itemize}%\n%\n"


def test_scripts_and_broken_files_of_autokey_are_reported(tmp_path: Path) -> None:
    phrase = {"type": "phrase", "modes": [], "description": "", "abbreviation": {"abbreviation": "old"}}
    chosen = tree(
        tmp_path / "data",
        {
            "folder.json": json.dumps({"type": "folder", "modes": [], "title": "我的"}),
            "a.txt": "甲",
            "a.json": json.dumps(phrase),
            "b.txt": "乙",
            "b.json": "[" * 50_000,
            "c.txt": b"\x00\x01",
            "run.py": "never",
            "run.json": json.dumps({"type": "script", "modes": []}),
            "loose.py": "never",
        },
    )
    haul = read(chosen, "autokey")
    assert [fields(taken) for taken in haul.phrases] == [
        plain("old", "a", ("我的",), "甲"),
        plain("", "b", ("我的",), "乙"),
    ]
    assert told(haul) == [
        ("b.json", "设置没有读出来：b.json 的括号嵌套太深，没有读取。"),
        ("c.txt", "没有导入：c.txt 不是文字文件。"),
        ("run.py", "这是程序，这里从不运行，没有导入。"),
    ]


# --- what would never end


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.yml", "matches:\n  - replace: '"), ("a.textexpander", "<plist>"), ("a.btbackup", '{"combos": ["')],
)
def test_a_line_of_200_megabytes_is_refused(tmp_path: Path, name: str, start: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.write(start.encode())
        file.truncate(200 << 20)
    with pytest.raises(DataProblem, match="太大"):
        recognise(Source(tmp_path / name)).read(Source(tmp_path / name))


def test_what_snippets_take_in_is_bounded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(others, "_MOST_TAKEN", 5_000)
    combos = [{"keyword": f"k{number}", "snippet": "#{combo:big}"} for number in range(100)]
    combos.append({"keyword": "big", "snippet": "大" * 1_000})
    (tmp_path / "a.json").write_text(json.dumps({"combos": combos}), "utf-8")
    haul = read(tmp_path / "a.json", "beeftext")
    whole = [taken for taken in haul.phrases[:100] if taken.phrase.text == "大" * 1_000]
    assert len(whole) == 5
    assert haul.phrases[99].phrase.text == "#{combo:big}"


def test_what_variables_bring_in_is_bounded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(espanso_macros, "_MOST_WRITTEN", 5_000)
    head = "global_vars:\n  - {name: x, type: echo, params: {echo: '" + "大" * 500 + "'}}\n"
    pairs = [(f":{number}", "{{x}}") for number in range(50)]
    (tmp_path / "a.yml").write_text(head + matches(*pairs), "utf-8")
    haul = read(tmp_path / "a.yml", "espanso")
    assert haul.phrases[0].phrase.text == "大" * 500
    assert sum(taken.phrase.text == "大" * 500 for taken in haul.phrases) == 5
    assert haul.phrases[49].phrase.text == '{{ "{{" }}x}}'


def test_references_that_fan_out_end() -> None:
    combos = Others(
        (name, Snippet(f"#{{combo:{after}}}" * 100)) for name, after in zip("abcdef", "bcdefg", strict=True)
    )
    said = beeftext_macros.converted("#{combo:a}" * 100, combos)
    assert said.text.count("#{combo:") < 25_000
