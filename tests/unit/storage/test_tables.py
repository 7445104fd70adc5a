"""Files of other programs as rows: every format, what is odd about them, and thousands that are broken."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.errors import DataProblem
from assistant.core.packs.progress import Stopped
from assistant.storage import order_reader
from assistant.storage.tables import aside, frames, interpreter, xlsx_parts
from assistant.storage.tables.load import load
from assistant.storage.tables.numbers import date, floating, number
from assistant.storage.tables.reading import sheets
from assistant.storage.tables.text_file import encoding, separator

ROOT = str(Path(__file__).resolve().parents[3])
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HERE = Path(__file__).resolve().parents[3]


def rows(file: Path) -> list[list[str]]:
    """All rows of all sheets, without what is empty at their ends. Not for XLS, which is read aside only."""
    return [_trimmed(cells) for sheet in sheets(file) for _, cells in sheet]


def _trimmed(cells: Sequence[str]) -> list[str]:
    kept = list(cells)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def written(folder: Path, data: bytes, name: str = "t.csv") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def workbook(
    folder: Path, sheet: str, *, strings: str = "", styles: str = "", more: dict[str, bytes] | None = None
) -> Path:
    """An XLSX with this ``sheetData``."""
    file = folder / "t.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}"><sheets/></workbook>')
        book.writestr(
            "xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>'
        )
        if strings:
            book.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>')
        if styles:
            book.writestr("xl/styles.xml", f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>')
        for name, data in (more or {}).items():
            book.writestr(name, data)
    return file


# --- text ---


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("订单".encode("utf-8-sig"), "utf-8-sig"),
        ("订单".encode(), "utf-8"),
        ("订单编号".encode("gbk"), "gb18030"),
        ("订单编号𠀀".encode("gb18030"), "gb18030"),
        ("订单".encode("utf-16"), "utf-16"),
        ("订单编号买家会员名".encode() + b"\xff" + "实付".encode(), "utf-8"),  # one damaged character
        ("订单".encode()[:-1], "utf-8"),
        (b"", "utf-8"),
    ],
)
def test_the_encoding_is_found_out(tmp_path: Path, data: bytes, name: str) -> None:
    assert encoding(written(tmp_path, data)) == name


@pytest.mark.parametrize(
    ("head", "mark"),
    [
        ("a,b\n1,2", ","),
        ("a;b\n1,5;2", ";"),
        ("a\tb\n1\t2", "\t"),
        ('"a;b;c",d', ","),
        ("a", ","),
        ("编号\t,名称\n1\t,2", ","),
    ],
)
def test_the_separator_is_found_out(head: str, mark: str) -> None:
    assert separator(head) == mark


def test_csv_with_everything_odd(tmp_path: Path) -> None:
    data = b'a,b,c\r\n"1\r\n2","x ""y""",\r\n\r\n="007",\'8,9,10\r\n1\r\n'
    assert rows(written(tmp_path, data)) == [
        ["a", "b", "c"],
        ["1\r\n2", 'x "y"'],
        [],
        ['="007"', "'8", "9", "10"],
        ["1"],
    ]


def test_a_cell_without_end_costs_its_rows_only(tmp_path: Path) -> None:
    file = written(tmp_path, b"a,b\n1,2\n3," + b'"' + b"x" * 140_000 + b"\n4,5\n6,7\n")
    (sheet,) = sheets(file)
    assert [cells for _, cells in sheet] == [["a", "b"], ["1", "2"], ["4", "5"], ["6", "7"]]
    assert sheet.unread == [3]


# --- numbers ---


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("007", "007"),
        ("15700000001", "15700000001"),
        ("1.5700000001E10", "15700000001"),
        ("350000000000000123", "350000000000000123"),  # no floating number: the digits are the file's own
        ("350000000000000128", "3.5E+17"),  # one that a floating number has too, and so may stand for many
        ("2600000000000100000", "2.6000000000001E+18"),
        ("3.5000000000000013E+17", "3.5E+17"),
        ("0.1", "0.1"),
        ("0.30000000000000004", "0.3"),
        ("-2.50", "-2.5"),
        ("1e999", ""),
        ("x", "x"),
    ],
)
def test_a_number_keeps_its_digits_or_says_that_it_lost_them(raw: str, text: str) -> None:
    assert number(raw) == text


def test_floating_numbers_and_days() -> None:
    assert [floating(x) for x in (1.0, 0.5, 1e15, float("nan"), -3.0)] == ["1", "0.5", "1E+15", "", "-3"]
    assert date(45446.5) == "2024-06-03 12:00:00"
    assert date(43984.5, from_1904=True) == "2024-06-03 12:00:00"
    assert [date(0.25), date(-1), date(1e9)] == ["06:00:00", "", ""]


# --- XLSX ---


def test_xlsx_of_a_spreadsheet(tmp_path: Path) -> None:
    file = tmp_path / "t.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("一")
        sheet.write_row(1, 1, ["<&>\"'", "_x000D_", " 两边 ", "行\n行"])
        sheet.write_row(4, 0, [1, 2.5, True])
        sheet.write_datetime(
            5, 0, datetime.fromisoformat("2024-06-03T09:15:20"), book.add_format({"num_format": "yyyy-mm-dd"})
        )
        sheet.write_rich_string(6, 0, "粗", book.add_format({"bold": True}), "细", "尾")
        sheet.write_formula(7, 0, '="和"', value="和")
        book.add_worksheet("空")
        book.add_worksheet("二").write(0, 0, "末")
    assert rows(file) == [
        ["", "<&>\"'", "_x000D_", " 两边 ", "行\n行"],
        ["1", "2.5", "TRUE"],
        ["2024-06-03 09:15:20"],
        ["粗细尾"],
        ["和"],
        ["末"],
    ]
    assert [(table.name, len(table.rows)) for table in load(file)] == [("一", 5), ("空", 0), ("二", 1)]


TEXTS = '<si><t>甲</t></si><si><r><t>a</t></r><r><t xml:space="preserve"> b</t></r><rPh><t>x</t></rPh></si><si><t>c&amp;d</t></si>'


@pytest.mark.parametrize(
    ("sheet", "cells"),
    [
        (
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>',
            ["甲", "a b", "c&d"],
        ),
        ('<row><c t="s"><v>0</v></c><c/><c t="s"><v>1</v></c></row>', ["甲", "", "a b"]),
        ('<row><c r="B7" t="s"><v>0</v></c><c r="C8" s="1"/></row>', ["", "甲"]),
        ('<row r="7"><c r="B8" t="s"><v>0</v></c></row>', ["", "甲"]),
        ("<row r='1'><c t='s' r='B1'><v>0</v></c></row>", ["", "甲"]),
        ('<row r="1"/><row r="2"><c r="B2" t="s"><v>0</v></c></row>', ["", "甲"]),
        (
            '<row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="b"><v>0</v></c></row>',
            ["", "", "FALSE"],
        ),
        ('<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> x</t></is></c></row>', [" x"]),
        ('<row r="1"><c r="A1" t="inlineStr"><is><t>x\r\ny\rz\n</t></is></c></row>', ["x\ny\nz\n"]),
        ('<row r="1"><c r="A1" t="inlineStr"><is><r><t>x</t></r><r><t>y&lt;</t></r></is></c></row>', ["xy<"]),
        ('<row r="1"><c r="A1" t="str"><f>1</f><v>x</v></c><c r="XFD1"><v>1</v></c></row>', ["x"]),
        ('<row r="1048576"><c r="C1048576"><v>350000000000000123</v></c></row>', ["", "", "350000000000000123"]),
        ('<row r="1" spans="1:2" x14ac:dyDescent="0.2"><c r="A1" s="1"/><c r="B1" s="2"><v>1</v></c></row>', ["", "1"]),
    ],
)
def test_xlsx_in_other_writings(tmp_path: Path, sheet: str, cells: list[str]) -> None:
    file = workbook(tmp_path, sheet, strings=TEXTS)
    assert rows(file) == [cells]


def test_xlsx_with_prefixes_and_dates(tmp_path: Path) -> None:
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" s="1"><x:v>45446.5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    styles = '<numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>'
    file = workbook(tmp_path, "", styles=styles, more={"xl/worksheets/sheet2.xml": sheet.encode()})
    assert rows(file) == [["2024-06-03 12:00:00"]]


@settings(max_examples=60)
@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8), max_size=6),
        max_size=6,
    )
)
def test_what_was_written_is_read(table: list[list[str]]) -> None:
    data = BytesIO()
    with xlsxwriter.Workbook(data, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        for r, row in enumerate(table):
            for c, cell in enumerate(row):
                sheet.write_string(r, c, cell)
    file = Path(TEMPORARY[0]) / "written.xlsx"
    file.write_bytes(data.getvalue())
    assert list(filter(None, rows(file))) == list(filter(None, map(_trimmed, table)))


TEMPORARY: list[str] = []


@pytest.fixture(autouse=True, scope="module")
def _temporary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    TEMPORARY.append(str(tmp_path_factory.mktemp("tables")))
    yield
    TEMPORARY.clear()


def test_only_wanted_columns_are_the_same_there(tmp_path: Path) -> None:
    line = "".join(f'<c r="{letter}{{0}}" t="s"><v>{n % 3}</v></c>' for n, letter in enumerate("ABCDEF"))
    gaps = '<c r="A{0}" t="s"><v>0</v></c><c r="E{0}" t="inlineStr"><is><t>e</t></is></c><c r="F{0}"/>'
    file = workbook(
        tmp_path,
        "".join(f'<row r="{n}">{(gaps if n % 2 else line).format(n)}</row>' for n in range(1, 9)),
        strings=TEXTS,
    )
    whole = rows(file)
    opened = sheets(file)  # which closes the file at its end
    sheet = next(opened)
    sheet.wanted = [0, 2, 4]
    for full, (_, part) in zip(whole, sheet, strict=True):
        assert [part[at] if at < len(part) else "" for at in (0, 2, 4)] == [
            full[at] if at < len(full) else "" for at in (0, 2, 4)
        ]


# --- others, and what is no table ---


def test_html_and_the_xml_of_2003(tmp_path: Path) -> None:
    page = "<html><meta charset=gb2312><table><tr><th>订单编号<th>买家<tr><td>35&#48;<td>a<br>b</table>".encode("gbk")
    assert rows(written(tmp_path, page, "t.xls")) == [["订单编号", "买家"], ["350", "a\nb"]]
    old = '<?xml version="1.0"?><Workbook xmlns:ss="u"><Row><Cell><Data>甲</Data></Cell><Cell ss:Index="3"><Data>乙</Data></Cell></Row></Workbook>'
    assert rows(written(tmp_path, old.encode(), "t.xls")) == [["甲", "", "乙"]]


def test_xls_with_a_gap_at_its_start(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("甲")
    for place, cell in {(2, 1): "x", (3, 2): 1.5, (4, 1): True, (5, 1): 2600000000000100001}.items():
        sheet.write(*place, cell)
    book.save(str(tmp_path / "t.csv"))
    (table,) = load(tmp_path / "t.csv")
    assert table.rows == [[], [], ["", "x"], ["", "", "1.5"], ["", "TRUE"], ["", "2.6000000000001E+18"]]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "是空的"),
        (b" \n ", "是空的"),
        (b"%PDF-1.7 ...", "不是认识的表格"),
        (b"\x00\x01\x02" * 50, "不是认识的表格"),
        (b"PK\x03\x04broken", "打不开"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "打不开"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "有密码"),
    ],
)
def test_what_is_no_table_is_told_in_a_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    with pytest.raises(DataProblem, match=sentence):
        load(written(tmp_path, data))


def test_another_zip_a_bomb_and_entities(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as file:
        file.writestr("readme.txt", "x")
    with pytest.raises(DataProblem, match="不是认识的表格"):
        load(tmp_path / "a.xlsx")
    bomb = workbook(tmp_path, "<row>" + " " * (xlsx_parts._BOMB_FROM + 1) + "</row>")
    with pytest.raises(DataProblem, match="太大"):
        load(bomb)
    evil = f'<!DOCTYPE a [<!ENTITY b "c">]><workbook xmlns="{MAIN}"/>'.encode()
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as file:
        file.writestr("xl/workbook.xml", evil)
    with pytest.raises(DataProblem, match="不是认识的表格"):
        load(tmp_path / "b.xlsx")


# --- the process aside ---


def stub(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> str:
    """A reader that does ``body``."""
    (folder / "stub_reader.py").write_text(
        f"import os, sys, time\nsys.path.insert(1, {ROOT!r})\nfrom assistant.storage.tables import frames\n{body}\n",
        "utf-8",
    )
    monkeypatch.setattr(interpreter, "_HOME", folder)
    return "stub_reader"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("os.abort()", "读不出来"),
        ("sys.stdout.buffer.write(b'z' * 500)", "读不出来"),
        ("time.sleep(60)", "没有进展"),
        ("frames.write(sys.stdout.buffer, frames.PROBLEM, '坏了。\\n再来。'.encode())", "坏了。再来。"),
    ],
)
def test_a_reader_that_fails_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, sentence: str
) -> None:
    name = stub(tmp_path, monkeypatch, body)
    with pytest.raises(DataProblem, match=sentence):
        list(aside.run(name, (), lambda _: True, patience=0.5))


def test_a_reader_is_ended_when_nobody_wants_it_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "while True: frames.write(sys.stdout.buffer, b'q', b'x' * 100_000)"
    begun: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def watched(*args: object, **more: object) -> subprocess.Popen[bytes]:
        begun.append(start(*args, **more))  # type: ignore[call-overload]
        return begun[-1]

    monkeypatch.setattr(subprocess, "Popen", watched)
    told = aside.run(stub(tmp_path, monkeypatch, body), (), lambda _: True)
    assert next(told) == (b"q", b"x" * 100_000)
    told.close()  # type: ignore[attr-defined]
    with pytest.raises(Stopped):
        list(aside.run("stub_reader", (), lambda _: len(begun) < 2))
    assert [process.poll() is not None for process in begun] == [True, True]


@pytest.mark.parametrize(
    ("beside", "launcher", "chosen"),
    [
        (["pythonw.exe", "python.exe", "app.exe"], "app.exe", "pythonw.exe"),
        (["python.exe", "app.exe"], "app.exe", "python.exe"),
        (["pythonw.exe", "app.exe"], "", "app.exe"),  # started by an interpreter
        (["app.exe"], "app.exe", "app.exe"),
    ],
)
def test_the_interpreter_lies_beside_the_exe_that_started_us(
    tmp_path: Path, beside: list[str], launcher: str, chosen: str
) -> None:
    for name in beside:
        (tmp_path / name).write_bytes(b"")
    environ = {"XIAOER_LAUNCHER": str(tmp_path / launcher)} if launcher else {}
    ours = str(tmp_path / "app.exe")
    assert interpreter.interpreter(ours, environ, "win32") == str(tmp_path / chosen)
    assert interpreter.interpreter(ours, environ, "linux") == ours


@pytest.mark.skipif(sys.platform != "win32", reason="the job of Windows")
def test_a_reader_ends_with_the_job_that_holds_it() -> None:
    from assistant.storage.tables.job import Job

    sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(100)"], stdin=subprocess.DEVNULL)
    job = Job(1 << 30, 300)
    assert job.hold(int(sleeper._handle))  # type: ignore[attr-defined]
    job.close()
    assert sleeper.wait(20) is not None


@given(st.binary(max_size=80))
def test_any_bytes_from_the_pipe_are_frames_or_none(data: bytes) -> None:
    for kind, body in frames.read(BytesIO(data)):
        assert len(kind) == 1
        assert body in data


# --- thousands of broken ones ---

CSV = (
    '订单编号,买家会员名,收货地址,联系手机,宝贝标题\n="35000000000000001","测试买家","浙江省 杭州市 1号","\'13800138000","a，b"\n'
    * 3
)


def broken(good: bytes, rng: random.Random) -> bytes:
    """A copy with some bytes changed, cut, doubled or moved."""
    data = bytearray(good)
    for _ in range(rng.randrange(1, 6)):
        at, size = rng.randrange(len(data) + 1), rng.randrange(1, 40)
        match rng.randrange(5):
            case 0:
                data[at : at + 1] = rng.randbytes(1)
            case 1:
                del data[at : at + size]
            case 2:
                data[at:at] = data[at : at + size] * rng.randrange(1, 200)
            case 3:
                data[at:at] = rng.choice((b'"', b"\0", b",", b"\n", b"<", b"&", b"</row>", b"\xff\xfe", b"9" * 30))
            case _:
                del data[at:]
        data = data or bytearray(b"x")
    return bytes(data)


def samples(folder: Path) -> dict[str, bytes]:
    table = [line.split(",") for line in CSV.splitlines()]
    with xlsxwriter.Workbook(folder / "s.xlsx") as book:
        sheet = book.add_worksheet()
        for r, row in enumerate(table):
            sheet.write_row(r, 0, row)
    inner = "".join(f'<row r="{r}"><c r="A{r}" t="inlineStr"><is><t>{r}</t></is></c></row>' for r in range(1, 6))
    old = xlwt.Workbook()
    first = old.add_sheet("a")
    for r, row in enumerate(table):
        for c, cell in enumerate(row):
            first.write(r, c, cell)
    old.save(str(folder / "s.xls"))
    return {
        "csv": CSV.encode(),
        "gbk": CSV.encode("gbk"),
        "html": f"<table><tr><td>{CSV.replace(',', '<td>')}</table>".encode(),
        "xlsx": (folder / "s.xlsx").read_bytes(),
        "inline": workbook(folder, inner).read_bytes(),
        "xls": (folder / "s.xls").read_bytes(),
    }


def fuzz(folder: Path, count: int, kinds: Sequence[str], read: Callable[[Path], object]) -> float:
    """Read ``count`` broken files of each kind; the longest time that one took, in seconds."""
    good, slowest, rng = samples(folder), 0.0, random.Random(1)
    for kind in kinds:
        for _ in range(count):
            deep = kind in ("xlsx", "inline") and rng.random() < 0.7
            data = (inside if deep else broken)(good[kind], rng)
            file = written(folder, data, "broken")
            begin = time.process_time()
            read(file)
            slowest = max(slowest, time.process_time() - begin)
    return slowest


def inside(good: bytes, rng: random.Random) -> bytes:
    """A ZIP that is sound, around one part that is not."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(good)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        names = old.namelist()
        unlucky = rng.choice([name for name in names if name.startswith("xl/")])
        for name in names:
            new.writestr(name, broken(old.read(name), rng) if name == unlucky else old.read(name))
    return out.getvalue()


def as_orders(file: Path) -> None:
    """What the process aside does, here."""
    with suppress(DataProblem):
        order_reader.work(BytesIO(), ["{}", str(file)])


def test_some_broken_tables(tmp_path: Path) -> None:
    fuzz(tmp_path, 60, ("csv", "gbk", "html", "xlsx", "inline"), as_orders)


@pytest.mark.slow
@pytest.mark.timeout(550)
def test_thousands_of_broken_tables(tmp_path: Path) -> None:
    slowest = fuzz(tmp_path, 1_900, ("csv", "gbk", "html", "xlsx", "inline"), as_orders)
    assert slowest < 1.0


SURVIVOR = """
import sys
from io import BytesIO
from assistant.core.errors import DataProblem
from assistant.storage import order_reader
from assistant.storage.tables import reader
reader._limit()
for name in sys.argv[1:]:
    print(name, flush=True)
    try:
        order_reader.work(BytesIO(), ["{}", name])
    except DataProblem:
        pass
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes limit themselves elsewhere only")
def test_hundreds_of_broken_xls_end_at_most_their_process(tmp_path: Path) -> None:
    """The library panics on some, and on others asks for more memory than there may be; that is the end of the process
    aside (one sentence for the user), and neither takes long."""
    good, rng = samples(tmp_path)["xls"], random.Random(1)
    left = [str(written(tmp_path, broken(good, rng), f"{n}.xls")) for n in range(150)]
    deaths, quiet = 0, {**os.environ, "RUST_BACKTRACE": "0"}
    while left:
        done = subprocess.run(
            [sys.executable, "-c", SURVIVOR, *left],
            cwd=HERE,
            env=quiet,
            capture_output=True,
            text=True,
            check=False,
            timeout=100,
        )
        if done.returncode == 0:
            break
        assert "memory allocation" in done.stderr or "capacity overflow" in done.stderr, done.stderr[-400:]
        left = left[len(done.stdout.splitlines()) :]
        deaths += 1
    assert deaths < 50  # most are told by the library itself
