"""``xiaoer order`` and ``xiaoer render --order``: what leads and scripts get."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from assistant import cli

CARD = "订单号：3500000000000001234\n收货人：林小雨\n手机号码：13800001234\n所在地区：浙江省杭州市西湖区\n详细地址：文三路1号\n"
HEADINGS = "订单编号,买家会员名,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,物流公司,物流单号,确认收货时间"
ROWS = [
    '"=""3500000000000000001""",小雨天,88.00,交易成功,林小雨,浙江省 杭州市 西湖区 文三路1号,\'13800001234,2026-06-01 10:20:30,2026-06-01 10:25:00,纯棉T恤,圆通快递,YT1234567890123,2026-06-04 12:30:00',
    '"=""3500000000000000002""",小雨天,9.90,"买家已付款，等待卖家发货",林小雨,浙江省 杭州市 西湖区 文三路1号,\'13800001234,2026-07-01 10:20:30,2026-07-01 10:25:00,船袜,,,',
    '"=""3500000000000000003""",阿哲,9.90,等待买家付款,阿哲,广东省 深圳市 南山区 科苑路2号,\'13900005678,2026-07-02 10:20:30,,帽子,,,',
]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XIAOER_HOME", str(tmp_path / "home"))


@pytest.fixture
def card(tmp_path: Path) -> Path:
    file = tmp_path / "card.txt"
    file.write_text(CARD, "utf-8")
    return file


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "ExportOrderList.csv"
    file.write_bytes("\r\n".join([HEADINGS, *ROWS, ""]).encode("gb18030"))
    return file


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.run(cli.parse(list(words)))
    out, err = capsys.readouterr()
    return code, out.strip(), err.strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_copied_order_as_json(encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "card.txt"
    file.write_bytes(CARD.encode(encoding))
    code, out, _ = run(capsys, "order", "parse", str(file), "--json")
    told = json.loads(out)
    assert code == 0
    assert told["order"] == {"id": "3500000000000001234"}
    assert told["receiver"] == {
        "name": "林小雨", "phone": "13800001234", "province": "浙江省", "city": "杭州市", "district": "西湖区",
        "street": "文三路1号", "address": "浙江省杭州市西湖区文三路1号",
    }  # fmt: skip
    assert set(told) == {"order", "receiver"}


def test_a_copied_order_for_people(card: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "order", "parse", str(card))
    assert code == 0
    assert "订单号：3500000000000001234" in out.splitlines()
    assert "收货人：林小雨" in out.splitlines()


def test_text_without_an_order(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def type_in(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))

    type_in("亲，什么时候发货呀？")
    assert run(capsys, "order", "parse", "-", "--json")[:2] == (0, "{}")
    type_in("")
    assert run(capsys, "order", "parse", "-")[:2] == (0, "没有认出订单。")
    type_in(CARD)
    assert json.loads(run(capsys, "order", "parse", "-", "--json")[1])["receiver"]["name"] == "林小雨"


def test_tables_as_json(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "notes.csv"
    other.write_text("标题,内容\n甲,乙\n", "utf-8")
    code, out, _ = run(capsys, "order", "table", str(table), str(other), "--json")
    told = json.loads(out)
    assert code == 0
    assert set(told) == {"orders", "count", "skipped"}
    assert told["count"] == len(told["orders"]) == 3
    first = told["orders"][0]
    assert first["order"]["id"] == "3500000000000000001"
    assert first["receiver"]["city"] == "杭州市"
    assert first["buyer"] == {"nick": "小雨天"}
    assert first["items"] == [{"title": "纯棉T恤"}]
    assert {(one["file"], one["row"]) for one in told["skipped"]} == {("notes.csv", 0)}
    assert all(one["why"].endswith("。") for one in told["skipped"])


def test_tables_for_people(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "order", "table", str(table))
    assert (code, out) == (0, "读到 3 个订单，跳过 0 行。")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("order", "parse", "/nowhere.txt"), "读不出来"),
        (("order", "table", "/nowhere.csv"), "读不出来"),
        (("render", "{{ 订单号 }}", "--order", "/nowhere.csv"), "读不出来"),
        (("render", "没有这个编码"), "没有这个编码"),
        (("render", "{{ 定单号 }}"), "最接近的是“订单号”"),
        (("render", "{{ 订单号 }}"), "还缺：订单号（order.id）"),
        (("render", "{{ 订单号 }}", "--target", "火箭"), "没有叫“火箭”的聊天程序"),
    ],
)
def test_what_goes_wrong_is_one_sentence(words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (1, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_a_template_is_filled_from_copied_text(card: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = "{{ 买家 }}：{{ 收货人 | 隐藏姓名 }} {{ 订单尾号 }} {{ 收货地址 | 隐藏地址 }}{% emo 微笑 %}"
    code, out, _ = run(capsys, "render", source, "--order", str(card), "--buyer", "小雨天", "--target", "wangwang")
    assert (code, out) == (0, "小雨天：林** 1234 浙江省杭州市西湖区****/:^_^")


def test_a_phrase_is_filled_with_the_buyer_s_newest_order(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = "{{ 商品 }}{{ 订单状态 }}，共{{ 订单数 }}单"
    assert run(capsys, "render", source, "--order", str(table), "--buyer", "小雨天")[1] == "船袜待发货，共2单"
    assert run(capsys, "render", source, "--order", str(table), "--buyer", "阿哲")[1] == "帽子待付款，共1单"
    code, out, _ = run(capsys, "render", "wfh", "--order", str(table), "--buyer", "小雨天", "--target", "wangwang")
    assert code == 0
    assert "单号稍后更新" in out


def test_whose_order_it_is_must_be_told(table: Path, card: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "render", "{{ 商品 }}", "--order", str(table))
    assert (code, "有 3 个订单" in err, "--buyer" in err) == (1, True, True)
    code, _, err = run(capsys, "render", "{{ 商品 }}", "--order", str(table), "--buyer", "小雨")
    assert (code, "没有这位买家的订单" in err) == (1, True)
    card.write_text(f"买家：阿哲\n{CARD}", "utf-8")
    code, _, err = run(capsys, "render", "{{ 收货人 }}", "--order", str(card), "--buyer", "小雨天")
    assert (code, "另一位买家" in err) == (1, True)
    assert run(capsys, "render", "{{ 买家 }}", "--order", str(card))[1] == "阿哲"


@pytest.mark.skipif(
    not (Path(__file__).resolve().parents[3] / "shared" / "samples").is_dir(), reason="the samples are not here"
)
def test_every_sample_of_copied_text_is_an_order(capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(__file__).resolve().parents[3] / "shared" / "samples" / "clipboard-text"
    for file in sorted(folder.glob("*.txt")):
        code, out, _ = run(capsys, "order", "parse", str(file), "--json")
        assert code == 0
        assert json.loads(out)["receiver"]["name"], file.name
