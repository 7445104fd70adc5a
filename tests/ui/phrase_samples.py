"""Phrases made up for tests and timings: many, alike in shape, all different."""

from __future__ import annotations

from assistant.core.model import Phrase, Variant

_KINDS = [
    (("售前接待", "热情招呼"), "开场问候", "hy", "亲，{{ 买家 }}您好，欢迎光临小店，我是客服{{ 客服 }}，有什么可以帮您？", ("售前",)),
    (("售前接待", "尺码推荐"), "尺码推荐（身高体重）", "cm", "亲亲，按您的身高{{ input.身高 }}，建议选 M 码，上身更合适哦", ("售前",)),
    (("售前接待", "商议价格"), "讲价的婉拒", "yj", "亲，这个价格已经是活动价了，小二可以帮您申请一张三元的优惠券，您看行吗", ("售前",)),
    (("订单处理", "核实订单"), "核对收货地址", "dz", "亲，麻烦核对一下收货信息：\n{{ receiver.name }}\n{{ receiver.address }}\n没有问题的话马上为您安排", ("售中",)),
    (("订单处理", "催付提醒"), "付款提醒", "cf", "亲，您拍下的宝贝还没有付款，今天 16:00 前付款当天就能发出，库存不多，别错过啦", ("售中",)),
    (("物流发货", "发货时间"), "什么时候发货", "fh", "现货 48 小时内发出，下单时间早的话当天就能走，发出后会有短信通知您", ("售前", "售后")),
    (("物流发货", "物流查询"), "包裹到哪里了", "wl", "您的包裹由{{ logistics.company }}承运，单号 {{ order.id }}，预计明天送到，请保持电话畅通", ("售后",)),
    (("售后服务", "退货退款"), "七天无理由退货说明", "th", "收到后七天内不影响二次销售都可以退换，运费险会自动赔付，请放心购买哦", ("售后",)),
    (("售后服务", "质量问题"), "质量问题的致歉与补发", "zl", "非常抱歉给您带来不便，请拍一张照片发我，小二核实后马上为您补发或者退款", ("售后",)),
    (("售后服务", "中差评"), "中评回访", "zp", "看到您的评价很抱歉，哪里让您不满意请告诉小二，我们一定给您一个满意的答复", ("投诉",)),
    (("礼貌道别",), "道别与求好评", "db", "感谢亲的支持，满意的话记得给小店一个五星好评，祝您生活愉快", ()),
]  # fmt: skip


def phrases(count: int) -> list[Phrase]:
    made = []
    for number in range(count):
        category, title, code, text, roles = _KINDS[number % len(_KINDS)]
        turn = number // len(_KINDS)
        made.append(
            Phrase(
                id=f"p{number}",
                code=f"{code}{turn}" if turn else code,
                title=f"{title} {turn}" if turn else title,
                variants=(Variant(text, tone="亲切"), Variant(f"您好！{text}", tone="专业")),
                category=category,
                tags=(category[-1],),
                roles=roles,
            )
        )
    return made
