"""Addresses as people and forms write them, and their parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.compose import regions
from assistant.core.regions import Place, Regions
from assistant.storage import resources

REGIONS = regions()
ROWS = [
    line.split("\t") for line in resources.read_text("regions.txt").splitlines() if line and not line.startswith("#")
]
SMALL = Regions.parse("# a comment\n甲省\t乙市\t丙区 丁县\n甲省\t戊市\t\n")


@pytest.mark.parametrize(
    ("address", "province", "city", "district", "street"),
    [
        ("浙江省杭州市西湖区文三路1号", "浙江省", "杭州市", "西湖区", "文三路1号"),
        ("浙江省 杭州市  西湖区   文三路1号  2幢", "浙江省", "杭州市", "西湖区", "文三路1号 2幢"),
        ("浙江省-杭州市-西湖区-文三路1号", "浙江省", "杭州市", "西湖区", "文三路1号"),
        ("浙江省，杭州市，西湖区，文三路1号，2幢", "浙江省", "杭州市", "西湖区", "文三路1号，2幢"),
        # doubled
        ("上海 上海市 黄浦区 示例街道示例街100弄", "上海市", "上海市", "黄浦区", "示例街道示例街100弄"),
        ("天津市天津市和平区示例路", "天津市", "天津市", "和平区", "示例路"),
        ("重庆市重庆市渝中区示例镇", "重庆市", "重庆市", "渝中区", "示例镇"),
        ("北京市市辖区东城区北京路1号", "北京市", "北京市", "东城区", "北京路1号"),
        ("广东省 广东省深圳市福田区福强路", "广东省", "深圳市", "福田区", "福强路"),
        ("浙江省杭州市西湖区浙江省杭州市西湖区文三路", "浙江省", "杭州市", "西湖区", "文三路"),
        (
            "四川省成都市锦江区 示例街道四川省成都市锦江区示例大道一段1号101",
            "四川省",
            "成都市",
            "锦江区",
            "示例街道示例大道一段1号101",
        ),
        # without suffixes
        ("广东东莞市南城街道示例路1号", "广东省", "东莞市", "", "南城街道示例路1号"),
        ("广西 南宁 青秀区 民族大道1号", "广西壮族自治区", "南宁市", "青秀区", "民族大道1号"),
        ("内蒙古 呼和浩特 新城区 新华大街", "内蒙古自治区", "呼和浩特市", "新城区", "新华大街"),
        ("新疆乌鲁木齐天山区解放路", "新疆维吾尔自治区", "乌鲁木齐市", "天山区", "解放路"),
        ("宁夏银川市兴庆区", "宁夏回族自治区", "银川市", "兴庆区", ""),
        ("西藏拉萨市城关区北京中路", "西藏自治区", "拉萨市", "城关区", "北京中路"),
        ("广东 深圳 福田 福强路1号", "广东省", "深圳市", "福田区", "福强路1号"),
        ("贵州黔东南州凯里市韶山路", "贵州省", "黔东南苗族侗族自治州", "凯里市", "韶山路"),
        ("湖北恩施州恩施市舞阳坝", "湖北省", "恩施土家族苗族自治州", "恩施市", "舞阳坝"),
        ("湖北省恩施市舞阳坝", "湖北省", "恩施土家族苗族自治州", "恩施市", "舞阳坝"),
        ("云南大理大理市下关", "云南省", "大理白族自治州", "大理市", "下关"),
        ("海南省陵水县英州镇", "海南省", "陵水黎族自治县", "", "英州镇"),
        # places without districts
        ("广东省中山市东区街道1号", "广东省", "中山市", "", "东区街道1号"),
        ("海南省 儋州市 那大镇 1号", "海南省", "儋州市", "", "那大镇 1号"),
        ("甘肃省嘉峪关市新华路", "甘肃省", "嘉峪关市", "", "新华路"),
        ("河南省 省直辖县级行政区划 济源市 示例路", "河南省", "济源市", "", "示例路"),
        ("湖北省仙桃市干河街道", "湖北省", "仙桃市", "", "干河街道"),
        ("湖北省神农架林区松柏镇", "湖北省", "神农架林区", "", "松柏镇"),
        ("新疆 石河子市 北泉镇", "新疆维吾尔自治区", "石河子市", "", "北泉镇"),
        # without the level above
        ("浙江省义乌市稠城街道1号", "浙江省", "金华市", "义乌市", "稠城街道1号"),
        ("义乌市稠城街道1号", "浙江省", "金华市", "义乌市", "稠城街道1号"),
        ("杭州市西湖区文三路", "浙江省", "杭州市", "西湖区", "文三路"),
        ("上海市示例路1号", "上海市", "上海市", "", "示例路1号"),
        ("南京市江苏路1号", "江苏省", "南京市", "", "江苏路1号"),
        ("吉林市昌邑区吉林大街", "吉林省", "吉林市", "昌邑区", "吉林大街"),
        ("吉林吉林市船营区", "吉林省", "吉林市", "船营区", ""),
        # beyond the mainland
        ("香港特别行政区 九龙 油尖旺区 弥敦道1号", "香港特别行政区", "九龙", "油尖旺区", "弥敦道1号"),
        ("香港油尖旺区弥敦道1号", "香港特别行政区", "九龙", "油尖旺区", "弥敦道1号"),
        ("澳门特别行政区 澳门半岛 大堂区 新马路", "澳门特别行政区", "澳门半岛", "大堂区", "新马路"),
        ("台湾省台北市大安区忠孝东路", "台湾省", "台北市", "大安区", "忠孝东路"),
        # districts and cities that are no more, new zones
        ("浙江省杭州市江干区示例路", "浙江省", "杭州市", "江干区", "示例路"),
        ("上海市上海市闸北区示例路", "上海市", "上海市", "闸北区", "示例路"),
        ("北京市宣武区示例路", "北京市", "北京市", "宣武区", "示例路"),
        ("河北省保定市北市区示例路", "河北省", "保定市", "北市区", "示例路"),
        ("湖北省襄樊市襄阳区示例路", "湖北省", "襄樊市", "襄阳区", "示例路"),
        ("东莞市南城区示例路", "广东省", "东莞市", "南城区", "示例路"),
        ("江苏省苏州市工业园区星湖街", "江苏省", "苏州市", "工业园区", "星湖街"),
        ("陕西省西安市高新区科技路", "陕西省", "西安市", "高新区", "科技路"),
        ("内蒙古自治区锡林郭勒盟太仆寺旗宝昌镇", "内蒙古自治区", "锡林郭勒盟", "太仆寺旗", "宝昌镇"),
        ("广东省深圳市其它区示例路", "广东省", "深圳市", "", "示例路"),
        # no districts, though they end like one
        ("浙江省温州市示例超市旁", "浙江省", "温州市", "", "示例超市旁"),
        ("浙江省温州市示例小区3幢", "浙江省", "温州市", "", "示例小区3幢"),
        ("广东省东莞市谢岗镇，示例路1号", "广东省", "东莞市", "", "谢岗镇示例路1号"),
        # no region at all
        ("上海路1号", "", "", "", "上海路1号"),
        ("西湖区文三路1号", "", "", "西湖区", "文三路1号"),
        ("我在北京上班", "", "", "", "我在北京上班"),
        ("", "", "", "", ""),
    ],
)
def test_parts(address, province, city, district, street):
    place = REGIONS.split(address)
    assert (place.province, place.city, place.district, place.street) == (province, city, district, street)


def test_a_municipality_is_written_once():
    assert REGIONS.split("上海 上海市 黄浦区 示例路1号").address == "上海市黄浦区示例路1号"
    assert REGIONS.split("浙江 杭州 西湖区 文三路").address == "浙江省杭州市西湖区文三路"


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("张三浙江省杭州市西湖区文三路1号", 2),
        ("浙江杭州西湖区", 0),
        ("上海市示例路1号", 0),
        ("送到南京市江苏路1号", 2),
        ("上海路1号", None),
        ("我在北京上班", None),
        ("江苏省包邮，浙江省包邮", None),
        ("北京 上海 广州", None),
        ("", None),
    ],
)
def test_where_an_address_begins(text, begins):
    assert REGIONS.find(text) == begins


@pytest.mark.parametrize(("province", "city", "districts"), ROWS, ids=[f"{row[0]}{row[1]}" for row in ROWS])
def test_every_region_of_the_table_is_known(province, city, districts):
    for district in districts.split() or [""]:
        apart = REGIONS.split(f"{province} {city} {district} 示例路1号")
        together = REGIONS.split(f"{province}{city if city != province else ''}{district}示例路1号")
        assert apart == together == Place(province, city, district, "示例路1号")
        assert apart.region == province + (city if city != province else "") + district


def test_the_table_is_whole():
    assert len({row[0] for row in ROWS}) == 34
    assert len(ROWS) > 380
    assert sum(len(row[2].split()) for row in ROWS) > 3000
    assert not [row for row in ROWS if "直辖" in row[1] or "市辖" in row[2]]


def test_a_small_table():
    assert SMALL.split("甲省乙市丙区一号") == Place("甲省", "乙市", "丙区", "一号")
    assert SMALL.split("乙市丁县") == Place("甲省", "乙市", "丁县", "")
    assert SMALL.split("甲省戊市路边") == Place("甲省", "戊市", "", "路边")


def test_an_empty_table_knows_nothing():
    nothing = Regions.parse("")
    assert nothing.split("浙江省杭州市") == Place(street="浙江省杭州市")
    assert nothing.find("浙江省杭州市") is None


def test_a_place_is_not_shown():
    assert "西湖" not in repr(REGIONS.split("浙江省杭州市西湖区文三路1号"))


@given(
    st.text(
        st.sampled_from("浙江省杭州市西湖区上海北京路县旗州盟自治其它 ,，-1号吉林重庆恩施") | st.characters(),
        max_size=80,
    )
)
def test_nothing_is_lost_and_nothing_raises(text):
    place = REGIONS.split(text)
    assert REGIONS.split(place.address).address == place.address or not place.region
    assert "  " not in place.street
    begins = REGIONS.find(text)
    assert begins is None or 0 <= begins < len(text)
