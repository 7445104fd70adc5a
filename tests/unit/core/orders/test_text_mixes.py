"""Copied text as it comes: parts missing, in another order, with lines around them; and what is no order at all."""

from __future__ import annotations

import json

import pytest

from assistant.compose import read_order, regions
from assistant.core.orders import text as order_text
from assistant.core.orders.order import Item
from assistant.core.regions import Regions
from assistant.storage import resources

HOME = "浙江省杭州市西湖区文三路1号"
PLACE = {"province": "浙江省", "city": "杭州市", "district": "西湖区", "street": "文三路1号", "address": HOME}
ZHANG = {"name": "张三", "phone": "13800138000", **PLACE}
ID = "3500000000000001234"


def flat(**roots: dict[str, str]) -> dict[str, str]:
    return {f"{root}.{name}": value for root, facts in roots.items() for name, value in facts.items() if value}


@pytest.mark.parametrize(
    "text",
    [
        f"张三，13800138000，{HOME}",
        f"张三 13800138000 {HOME}",
        f"张三13800138000{HOME}",
        f"张三\t13800138000\t{HOME}",
        f"张三/13800138000/{HOME}",
        f"张三; 13800138000; {HOME}；",
        f"{HOME}，张三，13800138000",
        f"{HOME} 张三 13800138000",
        f"{HOME} (张三 收) 13800138000",
        f"{HOME}（收货人：张三 13800138000）",
        f"13800138000 张三 {HOME}",
        f"13800138000 {HOME} 张三",
        f"13800138000，{HOME}，张三",
        f"张三\n13800138000\n{HOME}",
        f"\n张三\n\n13800138000\n\n{HOME}\n",
        f"{HOME}\n13800138000\n张三",
        f"13800138000\n张三\n{HOME}",
        f"{HOME}\n张三 13800138000",
        "张三\n13800138000\n浙江省 杭州市 西湖区\n文三路1号",
        "张三, 13800138000, , 浙江省 杭州市 西湖区 文三路1号, 000000",
        "张三; 13800138000; 浙江省; 杭州市; 西湖区; 文三路1号",
        "张三　１３８００１３８０００　浙江省　杭州市　西湖区　文三路１号",
        "张三 +86 138 0013 8000 浙江 杭州 西湖 文三路1号",
        f"张三，0086-138-0013-8000，{HOME}",
        f"张三，(86)13800138000，{HOME}".replace("(86)", "86"),
        f"张三，13800138000，0571-88888888，{HOME}",
        f"张三，0571-88888888，13800138000，{HOME}",
        f"张三（先生） 13800138000 {HOME}",
        f"张三女士，13800138000，{HOME}",
        f"张三收 13800138000 {HOME}",
        f"张 三，13800138000，{HOME}",
        f"张三 男 13800138000 {HOME}",
        f"张三，13800138000，{HOME}，请放门口",
        f"张三，13800138000，{HOME}，麻烦尽快发货",
        f"收货人：张三 电话：13800138000 地址：{HOME}",
        f"姓名:张三，电话:138-0013-8000，地址:{HOME}",
        f"电话13800138000，地址{HOME}，姓名张三",
        f"收货人：张三，13800138000，{HOME}",
        f"收货信息：张三，13800138000，{HOME}",
        f"收货人信息\n张三，86-13800138000，{HOME}",
        f"收货人\n张三\n手机\n13800138000\n地址\n{HOME}",
        f"收货人\t张三\n手机号码\t13800138000\n收货地址\t{HOME}",
        f"【收货人】张三\n【电话】13800138000\n【地址】{HOME}",
        f"亲，麻烦核对：\n收货人：张三\n手机：13800138000\n地址：{HOME}\n谢谢",
        "收货人：张三\n手机：86-13800138000\n所在地区：浙江省 杭州市 西湖区\n详细地址：文三路1号",
        f"收货人：张三\n手机：13800138000\n所在地区：浙江省 杭州市 西湖区\n详细地址：{HOME}",
        "省：浙江省\n市：杭州市\n区：西湖区\n详细地址：文三路1号\n姓名：张三\n电话：13800138000",
        f"tb小雨天 2025-06-01 10:20:30\n张三 13800138000 {HOME}",
        "张三，13800138000，杭州市西湖区文三路1号",
        "张三，13800138000，杭州西湖区文三路1号",
        "杭州 西湖区 文三路1号 张三 13800138000",
        f"收货人：张三，手机：13800138000，地址：{HOME}，帮我改一下地址",
        f"收货人：张三（13800138000）\n地址：{HOME}",
        f"张三，13800138000，{HOME} 复制",
        f"地点 {HOME} 联系人 张三 电话 13800138000",
        f"手机：13800138000  备用电话：13900139000\n收货人：张三\n地址：{HOME}",
        f"📍{HOME} 📞13800138000 👤张三",
        f"👤张三 📱13800138000\n📍{HOME}",
        f"张三，138****8000，{HOME}\n张三，13800138000，{HOME}",
        f"收货人：张*\r\n电话：138********\r\n张三，13800138000，{HOME}",
        f"改地址：{HOME} 张三 13800138000",
        f"原地址：{HOME}，张三，13800138000",
        f"第1个：张三，13800138000，{HOME}",
        f"张三，13800138000，{HOME}\n在吗",
        f"张三，13800138000，{HOME}\n张三，13800138000，{HOME}",
        f"张三，13800138000，{HOME}，张三，13800138000",
        f"2025-06-01 10:00:00 快件已由快递员李四(13900139000)派送中\n张三，13800138000，{HOME}",
    ],
)
def test_one_receiver_in_many_ways(text):
    order = read_order(text)
    assert order is not None
    assert dict(order.facts) == flat(receiver=ZHANG)
    assert order.items == ()


@pytest.mark.parametrize(
    "text",
    [
        f"310000 {HOME} 张三 13800138000",
        f"310000{HOME} 张三 13800138000",
        f"张三 13800138000 {HOME} 310000",
        f"张三 13800138000 {HOME}(310000)",
        f"张三，13800138000，{HOME}，310000 ",
        f"张三\n13800138000\n{HOME}\n310000",
        f"收货地址：{HOME}(310000)\n收货人：张三\n电话：13800138000",
        f"收货地址：{HOME} 310000\n收货人：张三\n电话：13800138000",
        f"邮政编码：310000\n收货人：张三\n电话：13800138000\n地址：{HOME}",
        f"姓名:张三，电话:13800138000，地址:{HOME}，邮编：310000",
        f"{HOME} 13800138000 张三 310000",
    ],
)
def test_a_postcode_at_either_end(text):
    order = read_order(text)
    assert order is not None
    assert dict(order.facts) == flat(receiver=ZHANG | {"zip": "310000"})


@pytest.mark.parametrize(
    ("told", "phone", "ext"),
    [
        ("15700000001-1234", "15700000001", "1234"),
        ("15700000001转1234", "15700000001", "1234"),
        ("15700000001 转 1234", "15700000001", "1234"),
        ("15700000001，转1234", "15700000001", "1234"),
        ("15700000001（转1234）", "15700000001", "1234"),
        ("15700000001分机1234", "15700000001", "1234"),
        ("15700000001[1234]", "15700000001", "1234"),
        ("15700000001-1234（虚拟号）", "15700000001", "1234"),
        ("4001234567转8899", "4001234567", "8899"),
        ("400-123-4567 转 8899", "4001234567", "8899"),
        ("01234567890（虚拟号）", "01234567890", ""),
        ("01234567890(虚拟号）", "01234567890", ""),
        ("0571-88888888", "057188888888", ""),
        ("0571 88888888转123", "057188888888", "123"),
        ("010-12345678", "01012345678", ""),
        ("138****0000", "138****0000", ""),
        ("138＊＊＊＊0000", "138****0000", ""),
        ("138xxxx0000", "138****0000", ""),
        ("+86-13800138000", "13800138000", ""),
        ("86 13800138000", "13800138000", ""),
        ("138 0013 8000", "13800138000", ""),
    ],
)
def test_phones(told, phone, ext):
    for text in (f"张三，{told}，{HOME}", f"张三 {told} {HOME}", f"收货人：张三\n电话：{told}\n地址：{HOME}"):
        order = read_order(text)
        assert order is not None
        assert dict(order.facts) == flat(receiver=ZHANG | {"phone": phone, "phone_ext": ext})


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("买买提·艾则孜", "买买提·艾则孜"),
        ("阿卜杜·热合曼·吐尔逊", "阿卜杜·热合曼·吐尔逊"),
        ("John Smith", "John Smith"),
        ("欧阳娜娜", "欧阳娜娜"),
        ("谢霆锋", "谢霆锋"),
        ("张*", "张*"),
        ("张**", "张**"),
        ("*三", "*三"),
        ("测*甲", "测*甲"),
        ("张＊", "张*"),
        ("王", "王"),
        ("李女士", "李女士"),
        ("李小红女士", "李小红"),
        ("王大明（收）", "王大明"),
        ("小可爱❤", "小可爱❤"),
        ("A座小王", "A座小王"),
    ],
)
def test_names(told, name):
    for text in (f"{told}，13800138000，{HOME}", f"收货人：{told}\n电话：13800138000\n地址：{HOME}"):
        order = read_order(text)
        assert order is not None
        assert dict(order.facts) == flat(receiver=ZHANG | {"name": name})


ORDERS = [
    (
        f"收货人：张三\n电话：15700000001\n分机号：1234\n地址：{HOME}",
        flat(receiver=ZHANG | {"phone": "15700000001", "phone_ext": "1234"}),
        (),
        "",
    ),
    (f"收货人：张三\n电话：13800138000\n分机号：²\n地址：{HOME}", flat(receiver=ZHANG), (), ""),
    (
        (
            f"订单编号：{ID}\n订单状态：买家已付款，等待卖家发货\n买家昵称：tb小雨天\n付款时间：2025-06-01 10:25:00\n"
            "商品：示例汤锅 20厘米 ×2\n规格：红色\n实收款：￥1,288.5"
        ),
        flat(
            order={"id": ID, "status": "买家已付款，等待卖家发货", "paid_at": "2025-06-01 10:25:00", "paid": "1288.50"},
            buyer={"nick": "tb小雨天"},
        ),
        (Item("示例汤锅 20厘米", "红色", "2"),),
        "",
    ),
    (f"订单号：{ID} 复制", flat(order={"id": ID}), (), ""),
    (f"订单号{ID}", flat(order={"id": ID}), (), ""),
    (f"订单编号\n{ID}\n交易状态\n交易成功", flat(order={"id": ID, "status": "交易成功"}), (), ""),
    (f"{ID}\n张三，13800138000，{HOME}", flat(receiver=ZHANG, order={"id": ID}), (), ""),
    (f"{ID}，张三，13800138000，{HOME}", flat(receiver=ZHANG, order={"id": ID}), (), ""),
    (f"订单号：{ID}，张三，13800138000，{HOME}", flat(receiver=ZHANG, order={"id": ID}), (), ""),
    (f"张三，13800138000，{HOME}\n订单号：{ID}", flat(receiver=ZHANG, order={"id": ID}), (), ""),
    (
        "订单编号 250601-123456789012345\n商品 毛巾 x3\n收件人 李*\n手机号 18412345678转1234",
        flat(
            order={"id": "250601-123456789012345"},
            receiver={"name": "李*", "phone": "18412345678", "phone_ext": "1234"},
        ),
        (Item("毛巾", "", "3"),),
        "pdd",
    ),
    (
        f"250601-123456789012345\n张三，13800138000，{HOME}",
        flat(order={"id": "250601-123456789012345"}, receiver=ZHANG),
        (),
        "pdd",
    ),
    (
        "京东订单号：123456789012\n客户姓名：王五\n联系电话：+86 13800138000",
        flat(order={"id": "123456789012"}, receiver={"name": "王五", "phone": "13800138000"}),
        (),
        "jd",
    ),
    (
        f"旺旺：tb小雨天\n张三，13800138000，{HOME}\n已发货",
        flat(buyer={"nick": "tb小雨天"}, receiver=ZHANG, order={"status": "已发货"}),
        (),
        "taobao",
    ),
    (
        f"运单号：75300000001234（中通快递）\n订单编号：{ID}\n收货人：张三",
        flat(logistics={"company": "中通快递", "no": "75300000001234"}, order={"id": ID}, receiver={"name": "张三"}),
        (),
        "",
    ),
    (
        f"圆通速递 YT1234567890123\n订单编号：{ID}",
        flat(logistics={"company": "圆通速递", "no": "YT1234567890123"}, order={"id": ID}),
        (),
        "",
    ),
    (
        f"物流公司：顺丰速运\n物流单号：SF1234567890123\n订单编号：{ID}\n发货时间：2025/6/1 9:05",
        flat(
            logistics={"company": "顺丰速运", "no": "SF1234567890123"},
            order={"id": ID, "shipped_at": "2025-06-01 09:05:00"},
        ),
        (),
        "",
    ),
    (
        f"订单编号：{ID}\n成交时间：2025年6月1日\n张三，13800138000，{HOME}\n宝贝：示例 ￥12.00 ×1\n备注：老客，送小样",
        flat(order={"id": ID, "created_at": "2025-06-01", "memo": "老客，送小样"}, receiver=ZHANG),
        (Item("示例", "", "1", "12.00"),),
        "",
    ),
    (
        f"亲! 请核对下订单哦：\n订单号：{ID}\n示例汤锅 20厘米 ×1\n示例碗 4个装 ×12\n实付: 88元\n收货信息: 张三,浙江省,杭州市,西湖区,文三路1号,13800138000,310000",
        flat(order={"id": ID, "paid": "88.00", "status": "已付款"}, receiver=ZHANG | {"zip": "310000"}),
        (Item("示例汤锅 20厘米", "", "1"), Item("示例碗 4个装", "", "12")),
        "",
    ),
    (
        f"订单编号：{ID}\n商品：衬衫\n颜色：白色\n尺码：M\n数量：2件\n商品：裤子\n规格：黑色 L\n数量：1",
        flat(order={"id": ID}),
        (Item("衬衫", "颜色:白色;尺码:M", "2"), Item("裤子", "黑色 L", "1")),
        "",
    ),
    (
        f"订单状态: 等待买家付款\n订单编号: {ID}\n应付: 88\n收货人: 李*",
        flat(order={"id": ID, "status": "等待买家付款", "amount": "88.00"}, receiver={"name": "李*"}),
        (),
        "",
    ),
    (
        f"订单号: {ID} 下单时间: 2025-06-01 10:00:00 支付金额: ￥88",
        flat(order={"id": ID, "created_at": "2025-06-01 10:00:00", "paid": "88.00", "status": "已付款"}),
        (),
        "",
    ),
    (
        f"收货人:张三\n电话:13800138000\n收货地址：{HOME}\n卖家备注：要退货地址",
        flat(receiver=ZHANG, order={"memo": "要退货地址"}),
        (),
        "",
    ),
    (f"张三，{HOME}", flat(receiver={key: value for key, value in ZHANG.items() if key != "phone"}), (), ""),
    (f"{HOME}手机13800138000", flat(receiver=PLACE | {"phone": "13800138000"}), (), ""),
    (f"寄这里\n13800138000\n{HOME}", flat(receiver=PLACE | {"phone": "13800138000"}), (), ""),
    (f"张三，13800138000，{HOME}，订单{ID}", flat(receiver=ZHANG, order={"id": ID}), (), ""),
    (
        "义乌市稠城街道1号 张三 13800138000",
        flat(
            receiver={
                "name": "张三",
                "phone": "13800138000",
                "province": "浙江省",
                "city": "金华市",
                "district": "义乌市",
                "street": "稠城街道1号",
                "address": "浙江省金华市义乌市稠城街道1号",
            }
        ),
        (),
        "",
    ),
    (
        f"13800138000 {HOME}（靠近地铁）",
        flat(
            receiver=PLACE
            | {"phone": "13800138000", "street": "文三路1号（靠近地铁）", "address": f"{HOME}（靠近地铁）"}
        ),
        (),
        "",
    ),
    (
        f"实付款：¥88.00(含运费：¥10.00)\n订单号：{ID}",
        flat(order={"id": ID, "paid": "88.00", "status": "已付款"}),
        (),
        "",
    ),
    (
        f"订单号:{ID};买家:tb小雨天;实付:88;状态:待发货",
        flat(order={"id": ID, "paid": "88.00", "status": "待发货"}, buyer={"nick": "tb小雨天"}),
        (),
        "",
    ),
    (
        f"{ID}\ttb小雨天\t张三\t13800138000\t{HOME}",
        flat(order={"id": ID}, receiver=ZHANG),
        (),
        "",
    ),
    (f"13800138000\n{HOME}", flat(receiver=PLACE | {"phone": "13800138000"}), (), ""),
    ("联系人：张三\n电话：13800138000", flat(receiver={"name": "张三", "phone": "13800138000"}), (), ""),
    (
        "测试丁[1234]\n15700000003",
        flat(receiver={"name": "测试丁", "phone": "15700000003", "phone_ext": "1234"}),
        (),
        "",
    ),
    (
        f"张三[1234]\n15700000001-5678\n{HOME}[1234]",
        flat(receiver=ZHANG | {"phone": "15700000001", "phone_ext": "5678"}),
        (),
        "",
    ),
    (
        "收件人: 张*\n手机号: 138****0000\n收货地址: 浙江省杭州市西湖区****",
        flat(
            receiver={
                "name": "张*",
                "phone": "138****0000",
                **PLACE,
                "street": "****",
                "address": "浙江省杭州市西湖区****",
            }
        ),
        (),
        "",
    ),
    (
        "陈大文，13800138000，广东省,东莞市,谢岗镇,示例路1号",
        flat(
            receiver={
                "name": "陈大文",
                "phone": "13800138000",
                "province": "广东省",
                "city": "东莞市",
                "street": "谢岗镇示例路1号",
                "address": "广东省东莞市谢岗镇示例路1号",
            }
        ),
        (),
        "",
    ),
]


@pytest.mark.parametrize(("text", "facts", "items", "platform"), ORDERS, ids=range(len(ORDERS)))
def test_orders(text, facts, items, platform):
    order = read_order(text)
    assert order is not None
    assert dict(order.facts) == facts
    assert order.items == items
    assert order.platform == platform


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n ",
        "您好，在的",
        "亲，您的订单号：35000000000000001 已经发出",
        f"亲，订单号：{ID} 已发货，中通快递 75300000001234",
        f"订单号：{ID} 什么时候发货呀",
        "13800138000",
        "电话：13800138000",
        "张三 13800138000",
        "张三 13800138000 13900139000",
        HOME,
        f"收货地址：{HOME}",
        f"您好，{HOME}",
        ID,
        "350000000001",
        "张三",
        "收货人：张三",
        "张三，上海",
        "上海 北京 广州",
        "实付: 88.00元",
        "订单状态：已发货",
        "旺旺：tb小雨天",
        "商品:毛巾 数量:2",
        "亲，商品：很好",
        "毛巾 20 x 30 两条",
        "姓名：\n电话：\n地址：",
        "客服：小鱼\n时间：2025-06-01",
        f"【交接·快递】中通快递 75300000001234 订单{ID}\n问题：破损\n买家已安抚，请向快递索赔。",
        "订单编号\t买家会员名\t收货人姓名\n3500000000000001234\ttb1\t张三",
        "【淘宝】https://m.tb.cn/h.abc?tk=xyz CZ0001 「示例」点击链接直接打开",
        # somebody talks
        f"会议通知：时间 2025-06-01 地点 {HOME} 联系人 张三 电话 13800138000",
        f"我要改地址 13800138000 张三 {HOME}",
        f"发张三 13800138000 {HOME}",
        f"换成13800138000 {HOME}",
        f"亲 请帮我把这个订单{ID}退款",
        "小王：13800138000 有事打这个电话",
        f"我在{HOME}，电话13800138000，麻烦快点发货",
        f"地址是{HOME}，电话是13800138000，姓名张三",
        f"订单号：{ID}，我的地址是{HOME}，电话13800138000",
        f"亲，您的收货信息是：张三，13800138000，{HOME}，请核对",
        f"亲，我们的地址是{HOME}，电话0571-88888888",
        "满200减20，仅限今天，浙江省内包邮",
        "江苏省包邮，浙江省包邮，上海市包邮",
        # somebody else's
        "退货地址：浙江省杭州市余杭区仓前街道2号 退货组 13900005678",
        f"请寄回：{HOME} 张三 13900005678",
        f"退货地址\n{HOME}\n张三\n13800138000",
        f"发货地：{HOME} 电话13800138000",
        f"收件人：张三\n寄件人：李四\n电话：13800138000\n地址：{HOME}",
        f"自提地址：{HOME} 电话：0571-88888888",
        f"名称：示例公司\n税号：91330100MA00000000\n地址：{HOME}\n电话：0571-88888888",
        # several
        f"原地址：{HOME} 新地址：江苏省南京市鼓楼区中山路1号",
        f"张三，13800138000，{HOME}\n李四，13900139000，江苏省南京市鼓楼区中山路1号",
        f"张三，13800138000，{HOME}\n李四，13900139000，{HOME}",
        f"张三，13800138000，{HOME}\n李四，13800138000，{HOME}",
        f"张三，13800138000，{HOME}\n张三，13800138000，江苏省南京市鼓楼区中山路1号",
        f"{HOME} 张三 13800138000 江苏省南京市鼓楼区中山路1号 李四 13900139000",
        f"收货人：张三\n电话：13800138000\n地址：{HOME}\n收货人：李四\n电话：13900139000\n地址：{HOME}",
        "收货人：张三\n电话：13800138000\n收货人：李四\n电话：13900139000",
        "订单号：3500000000000001\n订单号：3500000000000002",
        f"张三，138****8000，{HOME}\n张三，13900138000，{HOME}",
        # tracking, links, code, other numbers
        "2025-06-01 10:00:00 【杭州市】快递员张三(13800138000)正在为您派送",
        "2025-06-01 10:00:00 【杭州市】已到达\n2025-06-01 09:00:00 【上海市】已离开 浙江省杭州市西湖区",
        "中通快递 75300000001234\n圆通快递 YT1234567890123",
        "运单号：75300000001234\n物流公司：中通快递",
        "顺丰 SF1234567890123 张三 13800138000",
        f"快递员 张三 13800138000 {HOME}网点",
        f"https://item.taobao.com/item.htm?id={ID}",
        f"SELECT * FROM orders WHERE id={ID};",
        "def f(x):\n    return 35000000000000001",
        '"phone": "13800138000", "name": "张三"',
        "110101199003078515",
        "银行卡 6222020200112233446 张三",
        "[图片]",
        "1" * 4000,
    ],
)
def test_no_order(text):
    assert read_order(text) is None


@pytest.mark.parametrize("personal", ["11010519491231002X", "6222020200112233446"])
def test_numbers_of_persons_and_cards_are_no_order_numbers(personal):
    order = read_order(f"张三，13800138000，{HOME}，{personal}")
    assert order is None or not order.id


def test_long_text_is_not_even_looked_at():
    def never() -> Regions:
        raise AssertionError

    card = f"张三，13800138000，{HOME}"
    assert order_text.read(card + " " * (order_text.LONGEST - len(card)), regions) is not None
    assert order_text.read(card + " " * (order_text.LONGEST + 1 - len(card)), never) is None
    assert order_text.read("ok", never) is None


def starter() -> list[str]:
    files = sorted(resources.path("starter").glob("*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line]
    texts = [variant["text"] for row in rows for variant in row.get("variants", [])]
    return texts + [row["text"] for row in rows if "text" in row]


def test_no_phrase_of_the_starter_pack_is_an_order():
    assert len(starter()) > 500
    assert [text for text in starter() if read_order(text)] == []


def test_what_is_too_long_for_a_phone_is_none():
    order = read_order(f"张三，138********831，{HOME}")
    assert order is not None
    assert "receiver.phone" not in order.facts
