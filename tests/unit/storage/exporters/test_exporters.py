"""What each exporter writes, letter by letter, and what it says it has lost."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.core.errors import DataProblem, NotFound
from assistant.core.model import Attachment, Phrase, Variant
from assistant.core.packs import outward
from assistant.core.packs.foreign import Remark
from assistant.core.packs.progress import Stopped
from assistant.storage import exporters
from assistant.storage.exporters import espanso, excel, kefubao, markdown, qianniu, rows, textexpander, work, yaml_text
from assistant.storage.exporters.work import Exporter
from assistant.storage.tables import load
from tests.unit.storage.exporters import samples
from tests.unit.storage.exporters.samples import FULL, HOSTILE, PICTURE, PNG, phrase

SMILE = samples.EMOTICONS.face("微笑", "wangwang").code
UNICODE_SMILE = samples.EMOTICONS.face("微笑", "unicode").code
EVERY = pytest.mark.parametrize("exporter", exporters.EXPORTERS, ids=lambda one: one.name)


def written(exporter: Exporter, phrases: Sequence[Phrase], folder: Path, **more: object) -> Path:
    path = folder / f"out{exporter.suffix}"
    exporter.write(phrases, path, samples.work(**more))
    return path


def lost(exporter: Exporter, *phrases: Phrase, **more: object) -> set[str]:
    return {remark.what for remark in exporter.losses(phrases, samples.work(**more))}


def csv_rows(path: Path, encoding: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode(encoding), newline="")))


def test_qianniu_is_written_as_its_program_writes_it(tmp_path: Path) -> None:
    told = (phrase("hy", "欢迎", "亲，您好~", category=("售前",)), phrase("cm", "尺码", '身高155\n要"S"码'), FULL)
    data = written(qianniu.CSV, told, tmp_path).read_bytes()
    assert data.decode("gb18030") == (
        "快捷短语编码,快捷短语,快捷短语分组\r\n"
        "hy,亲，您好~,售前\r\n"
        'cm,"身高155\n要""S""码",\r\n'
        f"tk,亲，【买家昵称】的退款1-3天到账{SMILE},售后=>退款=>时效\r\n"
    )


def test_qianniu_tells_what_it_loses() -> None:
    assert lost(qianniu.CSV, FULL) == {
        work.PARTS["tags"][0], work.PARTS["roles"][0], work.PARTS["note"][0], work.PARTS["days"][0],
        work.PARTS["attachments"][0], work.PARTS["hotkey"][0], work.PARTS["send"][0], work.PARTS["wordings"][0],
        work.PARTS["tones"][0], outward.FACTS, outward.FACES, qianniu.DEEP, qianniu.TITLE,
            }  # fmt: skip
    assert lost(qianniu.CSV, phrase("hy", "您好", "您好，在的")) == set()


def test_qianniu_warns_of_lengths_and_signs() -> None:
    assert lost(qianniu.CSV, phrase("abcd", "a" * 430, "a" * 430)) == set()
    assert lost(qianniu.CSV, phrase("abcde", "a" * 431, "a" * 431)) == {
        "编码超过 4 个字，旧版千牛会截短。",
        "内容超过 430 个字，旧版千牛会截短。",
    }
    odd = phrase("a", "a", "a✓😊✓")
    assert lost(qianniu.CSV, odd) == {"有 GBK 以外的字符 U+2713、U+1F60A，千牛可能显示成问号。"}
    assert lost(qianniu.XLSX, odd) == set()
    assert lost(qianniu.CSV, phrase("f", "=", "=1")) == {rows.FORMULA}
    assert lost(qianniu.XLSX, phrase("f", "=", "=1")) == set()


def test_kefubao_has_a_row_for_each_wording(tmp_path: Path) -> None:
    table = load.load(written(kefubao.KEFUBAO, (FULL, phrase("x", "无分类", "正文")), tmp_path))[0]
    assert table.rows == [
        ["一级分类（必填）", "二级分类（选填）", "话术标题（选填）", "话术内容（必填）"],
        ["售后", "退款=>时效", "退款时效", f"亲，【买家昵称】的退款1-3天到账{UNICODE_SMILE}"],
        ["售后", "退款=>时效", "退款时效", "Refunds take 1-3 days."],
        ["未分类", "", "无分类", "正文"],
    ]
    assert {kefubao.DEEP, kefubao.SEVERAL} <= lost(kefubao.KEFUBAO, FULL)
    assert kefubao.NONE in lost(kefubao.KEFUBAO, phrase("", "无分类", "正文"))


def test_excel_says_everything(tmp_path: Path) -> None:
    table = load.load(written(excel.EXCEL, (FULL, phrase("x", "停", "正文", disabled=True)), tmp_path))[0]
    heading, first, second, third = table.rows
    assert heading == [name for name, _ in excel.COLUMNS]
    assert first == [
        "tk", "退款时效", "售后 › 退款 › 时效", FULL.text, "亲切", "zh-CN", "退款、时效", "售后", "先看订单状态",
        "2026-01-02", "2026-12-31", "ctrl+alt+t", "copy", "尺码表.png", "", "personal:full",
    ]  # fmt: skip
    assert second[3:6] == ["Refunds take 1-3 days.", "专业", "en"]
    assert third[-2:] == ["是", "personal:x"]
    assert lost(excel.EXCEL, FULL) == {excel.FILES}
    assert lost(excel.EXCEL, phrase("a", "a", " a ", category=("甲›乙",))) == {excel.BLANKS, excel.NAMES}


@pytest.mark.parametrize("exporter", [excel.EXCEL, kefubao.KEFUBAO, qianniu.XLSX], ids=lambda one: one.name)
def test_no_cell_of_a_workbook_is_anything_but_a_text(exporter: Exporter, tmp_path: Path) -> None:
    table = load.load(written(exporter, HOSTILE, tmp_path))[0]
    column = table.rows[0].index(next(name for name in table.rows[0] if name.startswith(("正文", "话术内容", "快捷短语"))
                                      and "编码" not in name))  # fmt: skip
    cells = [row[column] for row in table.rows[1:]]
    plain = [
        text for one in HOSTILE if exporter is not excel.EXCEL for text in [qianniu.row_of(one, samples.work())[1]]
    ]
    assert cells == (plain or [one.text for one in HOSTILE])


def test_espanso_writes_a_package(tmp_path: Path) -> None:
    asking = phrase(
        "ask", "询问", '{{ 买家 }}，{{ input.天数 | prefill: "3" }}天{{ input.快递 | choices: "中通", "圆通" }}'
        '{{ now | plus_days: 1 | date: "%m月%d日 %A" }}', tags=("发货",),
    )  # fmt: skip
    place = written(espanso.ESPANSO, (FULL, asking, phrase("", "没 编码", "x")), tmp_path, picture=lambda _: PNG)
    assert sorted(one.relative_to(place).as_posix() for one in place.rglob("*")) == [
        "README.md", "_manifest.yml", "images", "images/1-尺码表.png", "package.yml",
    ]  # fmt: skip
    assert place.joinpath("images", "1-尺码表.png").read_bytes() == PNG
    assert yaml.safe_load(place.joinpath("_manifest.yml").read_text("utf-8")) == {
        "name": "out", "title": "小二快答话术", "description": "小二快答话术，由小二快答导出", "version": "1.0.0",
        "author": "xiaoer", "tags": ["chinese", "customer-service"],
    }  # fmt: skip
    head = {"trigger": ":tk", "search_terms": ["退款", "时效"]}
    form = {
        "layout": "买家昵称: [[买家昵称]]",
    }
    assert yaml.safe_load(place.joinpath("package.yml").read_text("utf-8"))["matches"] == [
        head | {
            "label": "退款时效", "replace": f"亲，{{{{form1.买家昵称}}}}的退款1-3天到账{UNICODE_SMILE}",
            "vars": [{"name": "form1", "type": "form", "params": form}],
        },
        head | {"label": "退款时效（专业）", "replace": "Refunds take 1-3 days."},
        head | {"label": "退款时效（图片）", "image_path": "$CONFIG/match/packages/out/images/1-尺码表.png"},
        {
            "trigger": ":ask", "search_terms": ["发货"], "label": "询问",
            "replace": "{{form1.买家昵称}}，{{form1.天数}}天{{form1.快递}}{{date1}}",
            "vars": [
                {"name": "date1", "type": "date",
                 "params": {"format": "%m月%d日 %A", "offset": 86400, "locale": "zh-CN"}},
                {"name": "form1", "type": "form", "params": {
                    "layout": "买家昵称: [[买家昵称]]\n天数: [[天数]]\n快递: [[快递]]",
                    "fields": {"天数": {"default": "3"}, "快递": {"type": "choice", "values": ["中通", "圆通"]}},
                }},
            ],
        },
        {"trigger": ":没编码", "label": "没 编码", "replace": "x"},
    ]  # fmt: skip


def test_espanso_tells_what_it_loses() -> None:
    told = lost(espanso.ESPANSO, replace(FULL, attachments=(PICTURE, Attachment("b" * 64, "a.pdf", "application/pdf"))))
    assert {espanso.FILLED, espanso.NOT_A_PICTURE, espanso.NO_PICTURE, outward.FACES} <= told
    assert lost(espanso.ESPANSO, phrase("", "a", "a$|$b")) == {espanso.NO_CODE, espanso.CURSOR}


@pytest.mark.parametrize(
    ("name", "slug"), [("tmall-pack", "tmall-pack"), ("我的 Pack 2", "pack-2"), ("话术", "xiaoer-phrases")]
)
def test_packages_are_named_as_they_may_be(name: str, slug: str) -> None:
    assert espanso.slug_of(name) == slug


def test_a_folder_of_something_else_is_never_replaced(tmp_path: Path) -> None:
    place = tmp_path / "out"
    place.mkdir()
    place.joinpath("mine.txt").write_text("mine")
    with pytest.raises(DataProblem, match="没有动它"):
        written(espanso.ESPANSO, HOSTILE, tmp_path)
    place.joinpath("_manifest.yml").write_text("name: out")
    written(espanso.ESPANSO, HOSTILE, tmp_path)
    assert not place.joinpath("mine.txt").exists()
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_textexpander_writes_three_quoted_columns(tmp_path: Path) -> None:
    asking = phrase(
        "ask", "询问", '100%{{ input.称呼 | prefill: "亲" }}\n{{ input.快递 | choices: "中通", "圆通" | prefill: "圆通" }}'
        '{{ now | plus_days: 1 | date: "%Y-%-m-%d" }}',
    )  # fmt: skip
    data = written(textexpander.TEXTEXPANDER, (FULL, asking), tmp_path, prefix=";").read_bytes()
    assert data.decode("utf-8") == (
        "\ufeff"
        f'";tk","亲，%filltext:name=买家昵称%的退款1-3天到账{UNICODE_SMILE}","退款时效"\r\n'
        '"","Refunds take 1-3 days.","退款时效（专业）"\r\n'
        '";ask","100%%%filltext:name=称呼:default=亲%\n%fillpopup:name=快递:中通:default=圆通%%@+1D%Y-%m-%d","询问"\r\n'
    )
    assert lost(textexpander.TEXTEXPANDER, asking) == {textexpander.ZEROS}


def test_textexpander_tells_what_it_loses() -> None:
    odd = phrase("a", "a", '{{ input.甲 | prefill: "1:2" }}{{ input.乙 | a_date }}{{ 今天 }}{{ now | plus_days: 1 }}')
    assert lost(textexpander.TEXTEXPANDER, odd) == {
        textexpander.SIGNS, textexpander.DATE_ASKED, textexpander.SHIFTS, textexpander.ZEROS,
    }  # fmt: skip


def test_a_handbook_shows_everything_and_runs_nothing(tmp_path: Path) -> None:
    path = written(
        exporters.named("handbook"), (FULL, *HOSTILE), tmp_path, picture=lambda _: PNG, today=date(2026, 6, 8)
    )
    page = path.read_text("utf-8")
    assert '<li><a href="#c1">售后 › 退款 › 时效</a><span>1</span></li>' in page
    assert '<h2 id="c1">售后 › 退款 › 时效</h2>' in page
    assert '<h3><span class="code">tk</span>退款时效</h3>' in page
    assert '<p class="tone">亲切</p>' in page
    assert '<p class="tone">专业，英文</p>' in page
    assert f'<p class="text">亲，【买家昵称】的退款1-3天到账{UNICODE_SMILE}</p>' in page
    assert '<p class="note">先看订单状态</p>' in page
    assert '<img alt="尺码表.png" src="data:image/png;base64,iVBOR' in page
    assert "有效期：2026-01-02 至 2026-12-31" in page
    assert f"共 {1 + len(HOSTILE)} 条话术，2026年6月8日。" in page
    assert "<script" not in page
    assert "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;" in page


def test_markdown_says_every_text_letter_by_letter(tmp_path: Path) -> None:
    text = written(markdown.MARKDOWN, (FULL, *HOSTILE), tmp_path).read_text("utf-8")
    assert text.startswith("# 小二快答话术\n\n## 售后 › 退款 › 时效\n\n### tk 退款时效\n\n**亲切**\n\n```text\n亲，")
    assert "\n````text\n```\n# 不是标题\n```\n````\n" in text
    assert "\n### md \\# \\*标题\\* \\[x\\]\\(y\\)\n" in text
    assert (
        "- 备注：先看订单状态\n- 标签：退款、时效\n- 岗位：售后\n- 有效期：2026\\-01\\-02 至 2026\\-12\\-31\n" in text
    )


def test_chapters_keep_what_belongs_together_together() -> None:
    paths = [("售后", "退款"), ("售前",), ("售后",), (), ("售后", "换货")]
    told = [phrase(str(n), str(n), "x", category=path) for n, path in enumerate(paths)]
    found = exporters.handbook.book.chapters(told)
    assert [one.path for one in found] == [("售后",), ("售后", "退款"), ("售后", "换货"), ("售前",), ("未分类",)]


def test_lines_of_ours_lose_nothing_but_files(tmp_path: Path) -> None:
    line = json.loads(written(exporters.JSONL, (FULL,), tmp_path).read_text("utf-8"))
    assert line["attachments"] == [{"hash": "a" * 64, "name": "尺码表.png", "kind": "image/png"}]
    assert lost(exporters.JSONL, FULL) == {exporters.jsonl.FILES}
    assert lost(exporters.JSONL, *HOSTILE) == set()


@EVERY
def test_disabled_phrases_stay_out_of_other_programs(exporter: Exporter, tmp_path: Path) -> None:
    off = phrase("off", "停用的", "不要发这一句", disabled=True)
    path = written(exporter, (off, phrase("on", "在用", "可以发")), tmp_path)
    found = "".join(
        one.read_bytes().decode("utf-8", "ignore") for one in ([path] if path.is_file() else path.iterdir())
    )
    if exporter.suffix not in (".xlsx", ".xiaoer"):
        assert ("不要发这一句" in found) is (exporter.name == "jsonl")
    told = lost(exporter, off)
    assert any("停用" in what for what in told) is (exporter.name not in ("jsonl", "excel", "xiaoer"))


@EVERY
def test_what_is_stopped_leaves_everything_as_it_was(exporter: Exporter, tmp_path: Path) -> None:
    path = written(exporter, HOSTILE, tmp_path)
    before = [(one, one.read_bytes()) for one in sorted(tmp_path.rglob("*")) if one.is_file()]
    with pytest.raises(Stopped):
        exporter.write(HOSTILE, path, samples.work(progress=lambda _: False))
    assert [(one, one.read_bytes()) for one in sorted(tmp_path.rglob("*")) if one.is_file()] == before
    with pytest.raises(Stopped):
        exporter.losses(HOSTILE, samples.work(progress=lambda _: False))


@EVERY
def test_what_cannot_be_written_is_one_sentence(exporter: Exporter, tmp_path: Path) -> None:
    with pytest.raises(DataProblem):
        exporter.write(HOSTILE, tmp_path / "没有" / f"a{exporter.suffix}", samples.work())


@EVERY
def test_progress_goes_up_to_the_end(exporter: Exporter, tmp_path: Path) -> None:
    seen: list[float] = []
    many = [phrase(str(n), str(n), "x") for n in range(200)]

    def note(share: float) -> bool:
        seen.append(share)
        return True

    exporter.write(many, tmp_path / f"a{exporter.suffix}", samples.work(progress=note))
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0.0, 1.0)
    assert len(seen) >= 4


@pytest.mark.parametrize(
    ("name", "format_"),
    [("a.csv", "qianniu"), ("a.XLSX", "excel"), ("a.htm", "handbook"), ("a.md", "markdown"), ("a", "espanso"),
     ("a.jsonl", "jsonl")],
)  # fmt: skip
def test_a_suffix_means_a_format(name: str, format_: str) -> None:
    assert exporters.meant(Path(name)).name == format_


def test_an_unknown_format_is_one_sentence() -> None:
    with pytest.raises(NotFound, match="jsonl、xiaoer、excel"):
        exporters.meant(Path("a.doc"))
    with pytest.raises(NotFound, match="jsonl、xiaoer、excel"):
        exporters.named("word")


def test_remarks_are_told_together() -> None:
    found = [Remark("a", "甲"), Remark("b", "乙"), Remark("c", "乙"), Remark("", "丙")]
    assert exporters.grouped(found) == [("乙", ["b", "c"]), ("甲", ["a"]), ("丙", [])]


# --- whatever the text


class Tags(HTMLParser):
    """Every tag with the names of its attributes, and what a reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[tuple[str, str]] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add((tag, " ".join(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


TEXT = st.text(st.characters(codec="utf-8"), max_size=80)


@given(st.lists(st.lists(TEXT, min_size=3, max_size=3), max_size=4), st.booleans())
def test_cells_of_csv_come_back(table: list[list[str]], quoted: bool) -> None:
    data = b"".join(rows.csv_bytes(table, "utf-8", quoted=quoted)).decode()
    assert list(csv.reader(io.StringIO(data, newline=""))) == table


VALUES = st.recursive(
    TEXT | st.integers(-9, 9) | st.booleans(),
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(TEXT, inner, min_size=1, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(TEXT, VALUES, min_size=1, max_size=3))
@example({word: word for word in ("y", "n", "yes", "no", "on", "off", "true", "false", "null", "ok")})
def test_yaml_comes_back(value: dict[str, yaml_text.Value]) -> None:
    assert yaml.safe_load("\n".join((*yaml_text.dump(value), ""))) == value


@given(st.text(alphabet=" \n#:-|>&*!%'\"\\ab中\t", max_size=30))
def test_yaml_that_looks_like_yaml_comes_back(text: str) -> None:
    assert yaml.safe_load("\n".join((*yaml_text.dump({"a": [text, {"b": text}]}), ""))) == {"a": [text, {"b": text}]}


@given(TEXT)
def test_html_has_no_tags_of_a_phrase(text: str) -> None:
    one = Phrase("id", text, text or "x", (Variant(text or "x"),), (text,), (text,), (), text)
    page = "".join(exporters.handbook.pages([one], samples.work(title=text)))
    reader = Tags()
    reader.feed(page)
    reader.close()
    assert reader.tags <= {
        ("html", "lang"), ("head", ""), ("meta", "charset"), ("meta", "http-equiv content"), ("meta", "name content"),
        ("title", ""), ("style", ""), ("body", ""), ("h1", ""), ("h2", ""), ("h2", "id"), ("h3", ""), ("p", "class"),
        ("nav", ""), ("ol", ""), ("li", ""), ("a", "href"), ("span", ""), ("span", "class"), ("article", ""),
    }  # fmt: skip
    said = (text or "x").replace("\r\n", "\n").replace("\r", "\n")
    assert said in reader.text.replace("\r", "\n")


@given(TEXT)
def test_fences_hold_whatever_stands_in_them(text: str) -> None:
    first, *body, last = markdown.fenced(text)
    assert "\n".join(body) == text.replace("\r", "\n")
    assert first == f"{last}text"
    assert all(last not in line for line in body)


@given(TEXT)
def test_no_sign_of_markdown_is_left_bare(text: str) -> None:
    told = markdown.inline(text)
    assert "\n" not in told
    bare = told.replace("\\\\", "")
    for sign in "`*_[]<>#":
        assert bare.replace(f"\\{sign}", "").count(sign) == 0
