"""The samples of 千牛 and 客服宝, field by field."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.core.packs.foreign import Haul, Taken
from assistant.storage.importers import recognise
from assistant.storage.importers.source import Source

SHARED = Path(__file__).resolve().parents[5] / "shared" / "samples"
QIANNIU, KEFUBAO = SHARED / "qianniu-phrases", SHARED / "kefubao"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the samples lie beside the project")

EMPTY = [("第 12 行（hp）", "没有内容，没有导入。")]
COUNTS = {
    QIANNIU / "synthetic-qianniu-phrases-gbk.csv": ("qianniu", 11, EMPTY),
    QIANNIU / "synthetic-qianniu-phrases-header2-gbk.csv": ("qianniu", 11, EMPTY),
    QIANNIU / "synthetic-qianniu-phrases-utf8bom.csv": ("qianniu", 11, EMPTY),
    QIANNIU / "synthetic-qianniu-phrases.xlsx": ("qianniu", 11, EMPTY),
    QIANNIU / "synthetic-fastword-entities-gbk.csv": ("qianniu", 11, EMPTY),
    QIANNIU / "synthetic-qianniu-quickphrase-get.json": ("qianniu", 2, []),
    QIANNIU / "synthetic-qianniu-bot-v3-gbk.csv": (
        "qianniu",
        4,
        [("第 5 行", "图片不在表格旁边的“图片”文件夹里，没有导入。")],
    ),
    QIANNIU / "synthetic-campaign-phrases-utf8bom.csv": (
        "qianniu",
        2,
        [
            ("synthetic-campaign-phrases-utf8bom.csv", "没有导入“登记日期”这一列。"),
            ("synthetic-campaign-phrases-utf8bom.csv", "没有导入“是否加入团队”这一列。"),
        ],
    ),
    KEFUBAO / "synthetic-kefubao-phrases-utf8bom.csv": ("kefubao", 4, []),
    KEFUBAO / "synthetic-kefubao-phrases.xlsx": ("kefubao", 4, []),
    KEFUBAO / "synthetic-length-in-heading-utf8bom.csv": ("kefubao", 2, []),
    KEFUBAO / "synthetic-single-required-column-utf8bom.csv": ("qianniu", 2, []),
}


def read(path: Path) -> Haul:
    source = Source(path)
    return recognise(source).read(source)


def fields(taken: Taken) -> tuple[str, str, str, tuple[str, ...]]:
    phrase = taken.phrase
    assert (phrase.tags, phrase.roles, phrase.note, phrase.hotkey, taken.pictures) == ((), (), "", "", ())
    assert (taken.disabled, len(phrase.variants), phrase.layer) == (False, 1, "personal")
    return phrase.code, phrase.title, phrase.text, phrase.category


@pytest.mark.parametrize("path", COUNTS, ids=lambda path: path.name)
def test_format_count_and_report(path: Path) -> None:
    haul = read(path)
    report = [(remark.where, remark.what) for remark in haul.report]
    assert (haul.format, len(haul.phrases), report) == COUNTS[path]
    assert len({taken.phrase.id for taken in haul.phrases}) == len(haul.phrases)


@pytest.mark.parametrize("path", [path for path, (_, count, _) in COUNTS.items() if count == 11], ids=lambda p: p.name)
def test_the_same_rows_in_five_shapes(path: Path) -> None:
    found = read(path).phrases
    assert [fields(taken) for taken in found] == [
        (
            "hy",
            "亲，您好~欢迎光临小店，请问有什么可以帮您？/:^_^",
            "亲，您好~欢迎光临小店，请问有什么可以帮您？/:^_^",
            ("售前",),
        ),
        ("zk", "在的亲，您看中哪一款了呢,可以把链接发给我哦", "在的亲，您看中哪一款了呢,可以把链接发给我哦", ("售前",)),
        (
            "cm",
            "亲亲，尺码建议如下：",
            "亲亲，尺码建议如下：\n身高155-160：S\n身高160-165：M\n身高165-170：L\n以上仅供参考",
            ("售前",),
        ),
        ("bj", '亲，已经是"活动价"了呢，直接拍下就可以啦', '亲，已经是"活动价"了呢，直接拍下就可以啦', ("售前",)),
        (
            "fh",
            "亲，下午4点前付款当天发货,4点后次日发货哦~",
            "亲，下午4点前付款当天发货,4点后次日发货哦~",
            ("发货物流",),
        ),
        (
            "kd",
            "默认发中通或圆通,不指定快递；需要顺丰补差价10元",
            "默认发中通或圆通,不指定快递；需要顺丰补差价10元",
            ("发货物流",),
        ),
        (
            "cf",
            "亲，看到您拍下还没有付款，需要帮您核对地址吗？",
            "亲，看到您拍下还没有付款，需要帮您核对地址吗？",
            ("催付",),
        ),
        (
            "",
            "亲，麻烦您核对一下收货地址：<收货地址>",
            "亲，麻烦您核对一下收货地址：{{ receiver.address }}",
            ("催付",),
        ),
        ("thuo", "支持7天无理由退换，不影响二次销售即可", "支持7天无理由退换，不影响二次销售即可", ("售后",)),
        ("退款", "亲，退款已经提交审核，1-3个工作日原路返回", "亲，退款已经提交审核，1-3个工作日原路返回", ("售后",)),
        ("999", "感谢亲的支持，满意的话记得给个五星好评哦 ✓", "感谢亲的支持，满意的话记得给个五星好评哦 ✓", ()),
    ]
    assert [taken.original for taken in found if taken.original] == ["亲，麻烦您核对一下收货地址：<收货地址>"]


def test_the_table_of_an_add_on() -> None:
    assert [fields(taken) for taken in read(QIANNIU / "synthetic-qianniu-bot-v3-gbk.csv").phrases] == [
        ("hy", "欢迎语", "亲，您好~欢迎光临小店", ("售前",)),
        ("cm", "尺码表", "身高155-160：S\n身高160-165：M", ("售前", "尺码")),
        (
            "yf",
            '质量问题运费我们承担,"非质量问题"运费自理',
            '质量问题运费我们承担,"非质量问题"运费自理',
            ("售后", "退换货", "运费"),
        ),
        ("zz", "感谢您的支持", "感谢您的支持", ()),
    ]


def test_what_the_server_answers() -> None:
    assert [fields(taken) for taken in read(QIANNIU / "synthetic-qianniu-quickphrase-get.json").phrases] == [
        ("hy", "亲，您好~欢迎光临小店", "亲，您好~欢迎光临小店", ("售前",)),
        ("thuo", "支持7天无理由退换", "支持7天无理由退换\n不影响二次销售即可", ("售后",)),
    ]


def test_a_sheet_of_a_campaign() -> None:
    assert [fields(taken) for taken in read(QIANNIU / "synthetic-campaign-phrases-utf8bom.csv").phrases] == [
        ("618A", "亲，618活动满300减50，可跨店", "亲，618活动满300减50，可跨店", ("大促",)),
        ("618B", "预售定金不退哦亲", "预售定金不退哦亲", ("大促",)),
    ]


@pytest.mark.parametrize("ending", ["-utf8bom.csv", ".xlsx"])
def test_kefubao(ending: str) -> None:
    assert [fields(taken) for taken in read(KEFUBAO / f"synthetic-kefubao-phrases{ending}").phrases] == [
        ("", "尺码推荐", "亲，身高160体重50公斤建议M码", ("售前", "尺码")),
        ("", "在吗", "在的亲，请问有什么可以帮您？", ("售前",)),
        ("", "七天无理由", "支持7天无理由退换\n吊牌完好即可", ("售后", "退换货")),
        ("", "退货请备注订单号,谢谢", "退货请备注订单号,谢谢", ("售后", "退换货")),
    ]


def test_limits_in_the_headings_and_a_single_column() -> None:
    assert [fields(taken) for taken in read(KEFUBAO / "synthetic-length-in-heading-utf8bom.csv").phrases] == [
        ("", "欢迎", "亲，您好，欢迎光临", ("售前", "问候")),
        ("", "退款时效", "退款1-3个工作日原路返回", ("售后", "退款")),
    ]
    assert [fields(taken) for taken in read(KEFUBAO / "synthetic-single-required-column-utf8bom.csv").phrases] == [
        ("", "请提供您的订单号", "请提供您的订单号", ()),
        ("", "亲，您的包裹已发出,请留意短信", "亲，您的包裹已发出,请留意短信", ()),
    ]
