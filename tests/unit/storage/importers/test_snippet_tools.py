"""Files of Raycast, Alfred, macOS, Gboard, Text Blaze and Clippings, field by field; and those that nobody can read."""

from __future__ import annotations

import json
import plistlib
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from assistant.core.errors import DataProblem
from assistant.core.packs.foreign import Haul, Taken
from assistant.storage.importers import alfred, clippings, gboard, macos_text, raycast, refused, textblaze
from assistant.storage.importers.source import Source

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "samples"
with_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples lie beside the project")
READERS = {
    module.IMPORTER.name: module.IMPORTER
    for module in (alfred, clippings, gboard, macos_text, raycast, textblaze, refused)
}

Fields = tuple[str, str, tuple[str, ...], str, bool]


def read(path: Path, format_: str) -> Haul:
    source = Source(path)
    assert READERS[format_].recognises(source)
    return READERS[format_].read(source)


def fields(taken: Taken) -> Fields:
    phrase = taken.phrase
    return phrase.code, phrase.title, phrase.category, phrase.text, taken.disabled


def told(haul: Haul) -> list[tuple[str, str]]:
    return [(remark.where, remark.what) for remark in haul.report]


@with_samples
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("alfred/Funny Quotes.alfredsnippets", 7),
        ("alfred/Funny Quotes", 3),
        ("alfred/Funny Quotes/Saturn [9BD50C62-F721-40AF-B14E-40E1BE99FC4E].json", 1),
        ("alfred/synthetic-with-prefix.alfredsnippets", 2),
        ("clippings/clippings-tb-plchldrs.json", 2),
        ("clippings/export.csv", 4),
        ("clippings/text-snippets.json", 4),
        ("gboard/synthetic-gboard-dictionary-v1.txt", 2),
        ("gboard/synthetic-gboard-dictionary-v2.txt", 1),
        ("macos-text-replacement/WCAG 2.2 - Links.plist", 9),
        ("macos-text-replacement/WCAG 2.2 - Links - HTML.plist", 9),
        ("macos-text-replacement/synthetic-NSUserReplacementItems.plist", 2),
        ("raycast/git.json", 3),
        ("raycast/common_words.json", 15),
        ("raycast/currency.json", 8),
        ("raycast/synthetic-placeholders.json", 3),
        ("textblaze/synthetic-textblaze-export.json", 2),
    ],
)
def test_every_sample_has_its_count(name: str, count: int) -> None:
    haul = read(SAMPLES / name, name.split("/", maxsplit=1)[0])
    assert len(haul.phrases) == count
    assert len({taken.phrase.id for taken in haul.phrases}) == count
    assert read(SAMPLES / name, name.split("/", maxsplit=1)[0]) == haul


CURSOR = "“{cursor}”用不上，已去掉。"
NO_CATEGORY: tuple[str, ...] = ()


@with_samples
@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        (
            "alfred/Funny Quotes.alfredsnippets",
            1,
            (
                "!invention",
                "Invention, my dear",
                ("Funny Quotes",),
                (
                    '"Invention, my dear friends, is 93% perspiration, 6% electricity, 4% evaporation, and 2% '
                    'butterscotch ripple." – Willy Wonka'
                ),
                False,
            ),
        ),
        (
            "alfred/Funny Quotes",
            2,
            (
                "!saturn",
                "Saturn",
                ("Funny Quotes",),
                (
                    '"The scientific theory I like best is that the rings of Saturn are composed entirely of lost '
                    'airline luggage." - Mark Russell'
                ),
                False,
            ),
        ),
        (
            "alfred/synthetic-with-prefix.alfredsnippets",
            0,
            ("", "Clip", ("synthetic-with-prefix",), "{clipboard:1} {{ clipboard }}", False),
        ),
        (
            "alfred/synthetic-with-prefix.alfredsnippets",
            1,
            (
                ";tk",
                "退款时效",
                ("synthetic-with-prefix",),
                '亲，退款1-3个工作日原路返回 {{ 此刻 | date: "%Y/%-m/%-d" }} ',
                False,
            ),
        ),
        (
            "clippings/clippings-tb-plchldrs.json",
            0,
            (
                "E",
                "Email placeholders",
                NO_CATEGORY,
                (
                    'The subject is "{{ input.SUBJECT }}"\n'
                    "The email is from {{ input.FROM }}\n"
                    "The name of the sender is {{ input.FROM_NAME }}\n"
                    "The sender email address is {{ input.FROM_EMAIL }}\n"
                    "The email is being sent to {{ input.TO }}\n"
                    "The email is being sent to these people: {{ input.TO_NAME }}\n"
                    "The email is being sent to these addresses: {{ input.TO_EMAIL }}\n"
                    "The email is being CC'd to {{ input.CC }}\n"
                    "The email is being CC'd to these people: {{ input.CC_NAME }}\n"
                    "The email is being CC'd to these addresses: {{ input.CC_EMAIL }}"
                ),
                False,
            ),
        ),
        (
            "clippings/export.csv",
            1,
            (
                "",
                "HTML-formatted clipping",
                NO_CATEGORY,
                "HTML-formatted clipping\n\nThe quick brown fox jumps over the lazy dog.",
                False,
            ),
        ),
        (
            "clippings/export.csv",
            2,
            ("", "Clipping with line breaks", NO_CATEGORY, "The quick brown fox\njumps over the \nlazy dog.", False),
        ),
        (
            "clippings/export.csv",
            3,
            ("", "Clipping with predefined placeholder", NO_CATEGORY, "Today's date is {{ now.date }}.", False),
        ),
        (
            "clippings/text-snippets.json",
            2,
            (
                "",
                "With Asian characters",
                NO_CATEGORY,
                "你好嗎？ How are you?\n我很好, 你呢？  I am fine, and you?",
                False,
            ),
        ),
        (
            "clippings/text-snippets.json",
            3,
            ("", "HTML-formatted Sample", NO_CATEGORY, "The quick brown fox  jumps over the lazy dog.", False),
        ),
        ("gboard/synthetic-gboard-dictionary-v1.txt", 0, ("thx", "Thank you", NO_CATEGORY, "Thank you", False)),
        (
            "gboard/synthetic-gboard-dictionary-v1.txt",
            1,
            ("tk", "退款1-3个工作日原路返回", NO_CATEGORY, "退款1-3个工作日原路返回", False),
        ),
        (
            "gboard/synthetic-gboard-dictionary-v2.txt",
            0,
            ("fh", "下午4点前付款当天发货", NO_CATEGORY, "下午4点前付款当天发货", False),
        ),
        (
            "macos-text-replacement/WCAG 2.2 - Links.plist",
            0,
            (
                "2.4.11-l",
                "https://www.w3.org/TR/WCAG22/#focus-not-",
                NO_CATEGORY,
                "https://www.w3.org/TR/WCAG22/#focus-not-obscured-minimum",
                False,
            ),
        ),
        (
            "macos-text-replacement/WCAG 2.2 - Links - HTML.plist",
            5,
            (
                "3.2.6-h",
                '<a href="https://www.w3.org/TR/WCAG22/#c',
                NO_CATEGORY,
                '<a href="https://www.w3.org/TR/WCAG22/#consistent-help">SC 3.2.6 Consistent Help (Level A)</a>',
                False,
            ),
        ),
        (
            "macos-text-replacement/synthetic-NSUserReplacementItems.plist",
            1,
            ("tk", "退款1-3个工作日", NO_CATEGORY, "退款1-3个工作日\n原路返回", True),
        ),
        (
            "raycast/git.json",
            1,
            ("gitcommit", "Git Commit Message", NO_CATEGORY, 'git add . && git commit -am ""', False),
        ),
        ("raycast/common_words.json", 14, ("immd", "Immediately", NO_CATEGORY, "immediately", False)),
        ("raycast/currency.json", 5, ("rupeeindia", "Indian Rupee", NO_CATEGORY, "₹", False)),
        (
            "raycast/synthetic-placeholders.json",
            1,
            (
                "",
                "称呼",
                NO_CATEGORY,
                (
                    '{{ input.称呼 | prefill: "亲" }}，{{ clipboard | strip }} '
                    '{{ 此刻 | after: "7天" | date: "%Y-%m-%d" }}'
                ),
                False,
            ),
        ),
        ("raycast/synthetic-placeholders.json", 2, ("!qt", "嵌套", NO_CATEGORY, "亲，退款1-3个工作日原路返回 ", False)),
        (
            "textblaze/synthetic-textblaze-export.json",
            0,
            (
                "/refund",
                "Refund time",
                ("Customer Service",),
                'Hi {{ input.customer | prefill: "there" }}, your refund takes 1-3 working days. ',
                False,
            ),
        ),
        (
            "textblaze/synthetic-textblaze-export.json",
            1,
            ("/today", "Date", ("Customer Service",), '{{ 此刻 | date: "%Y-%m-%d" }}', False),
        ),
    ],
)
def test_phrases_of_the_samples(name: str, number: int, expected: Fields) -> None:
    assert fields(read(SAMPLES / name, name.split("/", maxsplit=1)[0]).phrases[number]) == expected


@with_samples
def test_what_the_samples_report() -> None:
    assert told(read(SAMPLES / "raycast/synthetic-placeholders.json", "raycast")) == [
        ("退款时效", CURSOR),
        ("嵌套", "提到的其他片段，内容直接放了进来，以后改那一条不会跟着变。"),
        ("嵌套", CURSOR),
    ]
    assert told(read(SAMPLES / "alfred/synthetic-with-prefix.alfredsnippets", "alfred")) == [
        ("Clip", "“{clipboard:1}”没有对应的写法，按原文保留。"),
        ("退款时效", CURSOR),
    ]
    assert told(
        read(SAMPLES / "macos-text-replacement/synthetic-NSUserReplacementItems.plist", "macos-text-replacement")
    ) == [("tk", "在原来的系统里没有启用，导入后也停用。")]


@with_samples
def test_originals_are_kept_only_where_ours_says_it_in_another_way() -> None:
    first, second, _ = read(SAMPLES / "raycast/synthetic-placeholders.json", "raycast").phrases
    assert first.original == "亲，退款1-3个工作日原路返回 {cursor}"
    assert "{argument" in second.original
    assert [taken.original for taken in read(SAMPLES / "raycast/git.json", "raycast").phrases] == ["", "", ""]


def as_json(folder: Path, content: object, name: str = "export.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return path


def archive(path: Path, members: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


def snippet(**values: object) -> str:
    return json.dumps({"AlfredSnippet": {"snippet": "好的", "keyword": "hd", **values}})


def test_raycast_reports_what_is_no_snippet(tmp_path: Path) -> None:
    content = [{"name": "a", "text": "好"}, {"name": "b", "text": "  "}, 7, {"name": "c"}]
    haul = read(as_json(tmp_path, content), "raycast")
    assert [fields(taken) for taken in haul.phrases] == [("", "a", (), "好", False)]
    assert told(haul) == [
        ("b", "没有内容，没有导入。"),
        ("第 3 条", "没有文字，没有导入。"),
        ("第 4 条", "没有文字，没有导入。"),
    ]


def test_phrases_without_a_name_are_called_by_their_first_line_and_never_share_an_id(tmp_path: Path) -> None:
    content = [{"name": "", "text": "\n 您好 \n在的", "keyword": "a b"}, {"name": "", "text": "您好", "keyword": "a b"}]
    haul = read(as_json(tmp_path, content), "raycast")
    assert [taken.phrase.title for taken in haul.phrases] == ["您好", "您好"]
    assert [taken.phrase.code for taken in haul.phrases] == ["a-b", "a-b"]
    assert len({taken.phrase.id for taken in haul.phrases}) == 2
    assert told(haul) == [("您好", "编码里的空格换成了“-”。")] * 2


def test_a_phrase_too_long_for_a_template_comes_in_disabled(tmp_path: Path) -> None:
    content = [{"name": "长", "text": "{cursor}" + "长" * 20_000}, {"name": "太长", "text": "长" * 100_001}]
    haul = read(as_json(tmp_path, content), "raycast")
    (taken,) = haul.phrases
    assert taken.disabled
    assert told(haul) == [("长", "内容超过 20000 字，已停用，请拆成几条。"), ("太长", "内容太长，没有导入。")]


def test_alfred_names_in_utf8_without_the_flag(tmp_path: Path) -> None:
    path = tmp_path / "客服.alfredsnippets"
    name = "退款 [1].json".encode()
    stand_in = "x" * len(name)
    path.write_bytes(archive(path, {stand_in: snippet()}).read_bytes().replace(stand_in.encode(), name))
    (taken,) = read(path, "alfred").phrases
    assert fields(taken) == ("hd", "退款", ("客服",), "好的", False)


def test_alfred_folder_of_folders_with_prefixes_of_their_own(tmp_path: Path) -> None:
    root = tmp_path / "库"
    for folder, prefix in (("甲", "!"), ("乙", "")):
        (root / folder).mkdir(parents=True)
        (root / folder / "话 [1].json").write_text(snippet(), "utf-8")
        (root / folder / "info.plist").write_bytes(
            plistlib.dumps({"snippetkeywordprefix": prefix, "snippetkeywordsuffix": "#"})
        )
    (root / "乙" / "坏 [2].json").write_text("{", "utf-8")
    haul = read(root, "alfred")
    assert [fields(taken)[:3] for taken in haul.phrases] == [
        ("hd#", "话", ("库", "乙")),
        ("!hd#", "话", ("库", "甲")),
    ]
    assert told(haul) == [("坏", "没有导入：乙/坏 [2].json 不是完整的 JSON，可能已经损坏。")]


def test_macos_lists_of_every_kind(tmp_path: Path) -> None:
    entries = [{"phrase": "好 {{", "shortcut": "hd"}, {"phrase": 7, "shortcut": "x"}]
    for number, (content, form) in enumerate(
        [
            (entries, plistlib.FMT_BINARY),
            ({"NSUserDictionaryReplacementItems": entries, "other": 1}, plistlib.FMT_XML),
            ({"NSUserReplacementItems": [{"on": 1, "replace": "hd", "with": "好 {{"}]}, plistlib.FMT_BINARY),
        ]
    ):
        path = tmp_path / f"{number}.plist"
        path.write_bytes(plistlib.dumps(content, fmt=form))
        (taken,) = read(path, "macos-text-replacement").phrases
        assert fields(taken) == ("hd", "好 {{", (), '好 {{ "{{" }}', False)


def test_gboard_in_its_archive_and_with_written_tabs(tmp_path: Path) -> None:
    text = "# Gboard Dictionary version:2\n# Gboard Dictionary format:shortcut\\tword\\tlanguage_tag\\tpos_tag\n"
    path = archive(
        tmp_path / "PersonalDictionary.zip", {"dictionary.txt": text + "tk\\t退款 {{\\tzh-TW\\t\r\nx\n\\t好的\\t\n"}
    )
    haul = read(path, "gboard")
    assert [fields(taken)[0] for taken in haul.phrases] == ["tk", ""]
    assert [taken.phrase.variants[0].language for taken in haul.phrases] == ["zh-TW", "zh-CN"]
    assert [taken.phrase.text for taken in haul.phrases] == ['退款 {{ "{{" }}', "好的"]
    assert told(haul) == [("第 4 行", "没有内容，没有导入。")]


def test_clippings_in_folders_of_any_depth(tmp_path: Path) -> None:
    entry: object = {"name": "里", "content": "好 $[快递{中通|圆通}]"}
    for level in range(60):
        entry = {"name": f"层{level}", "children": [entry, {"name": f"第{level}", "content": "好"}]}
    content = {"version": "6.1", "createdBy": "Clippings/mx", "userClippingsRoot": [entry, 7]}
    haul = read(as_json(tmp_path, content), "clippings")
    assert len(haul.phrases) == 61
    assert haul.phrases[0].phrase.text == '好 {{ input.快递 | choices: "中通", "圆通" }}'
    assert haul.phrases[-1].phrase.category == ("层59",)
    assert told(haul) == [("", "有一项不是文字片段，没有导入。")]


def test_flat_clippings_find_their_folders_and_leave_circles(tmp_path: Path) -> None:
    content = [
        {"id": "1", "type": "folder", "parent": "0", "name": "售后"},
        {"id": "2", "type": "folder", "parent": "1", "name": "退款"},
        {"id": "3", "type": "text", "parent": "2", "name": "a", "text": "好"},
        {"id": "4", "type": "folder", "parent": "4", "name": "圈"},
        {"id": "5", "type": "text", "parent": "4", "name": "b", "text": "好"},
    ]
    first, second = read(as_json(tmp_path, content), "clippings").phrases
    assert first.phrase.category == ("售后", "退款")
    assert set(second.phrase.category) == {"圈"}


def test_text_blaze_programs_come_in_disabled(tmp_path: Path) -> None:
    snippets = [{"name": "a", "shortcut": "/a", "text": "{urlload: https://x; done=1} 好"}, 3, {"html": "<p>好</p>"}]
    haul = read(as_json(tmp_path, {"folders": [{"name": "夹", "snippets": snippets}, {}]}), "textblaze")
    assert [fields(taken) for taken in haul.phrases] == [
        ("/a", "a", ("夹",), "{urlload: https://x; done=1} 好", True),
        ("", "好", ("夹",), "好", False),
    ]
    assert [what for _, what in told(haul)] == [
        "“{urlload: https://x; done=1}”会运行程序或访问网络，这里从不运行，话术已停用。",
        "有一项不是文字片段，没有导入。",
        "网页格式（HTML）改成了纯文字。",
        "读不懂，没有导入。",
    ]


def test_what_nobody_can_read_is_refused_with_a_way_out(tmp_path: Path) -> None:
    database = tmp_path / "TextReplacements.db"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("create table ZTEXTREPLACEMENTENTRY (ZPHRASE, ZSHORTCUT)")
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("create table t (a)")
    files = {
        archive(tmp_path / "x.pxp", {"pwd.xml": b"1"}): "PhraseExpress 的加密文件",
        archive(tmp_path / "x.zip", {"phrases.pxp": b"1"}): "PhraseExpress 的加密文件",
        tmp_path / "x.pexdb": "PhraseExpress 的数据库",
        tmp_path / "x.rayconfig": "Raycast 的加密备份",
        database: "文本替换数据库",
        other: "正在使用的数据库",
    }
    for path, sentence in files.items():
        if not path.exists():
            path.write_bytes(b"\x00\x01")
        with pytest.raises(DataProblem) as problem:
            read(path, "refused")
        assert path.name in problem.value.sentence
        assert sentence in problem.value.sentence
        assert "导入" in problem.value.next_step
