"""What looks like a receiver's name, and what looks like somebody talking."""

from __future__ import annotations

import re
from typing import Final

_HAN: Final = r"[\u3400-\u9fff]"
_STRICT: Final = re.compile(
    rf"{_HAN}{{2,4}}|{_HAN}{{1,3}}\*{{1,3}}{_HAN}{{0,2}}|\*{{1,3}}{_HAN}{{1,3}}"  # 张三, 张*, *三
    rf"|{_HAN}{{1,12}}(?:[·•・.]{_HAN}{{1,12}}){{1,4}}"
    r"|[A-Za-z][A-Za-z.'’-]{0,20}(?: [A-Za-z][A-Za-z.'’-]{0,20}){0,3}"
)
_FREE: Final = re.compile(rf"(?=.*(?:{_HAN}|[A-Za-z]))[^\s,，;；。!！?？:：/\\@]{{1,16}}")
_SPACED: Final = re.compile(rf"({_HAN}) {{1,4}}({_HAN}{{1,2}})")
_TITLE: Final = re.compile(r"[ ]?(?:[(（](?:先生|女士|小姐|太太|男|女|收)[)）]|先生|女士|小姐|太太|[ ]收)$")
_RECEIVES: Final = re.compile(r"(?<=..)[(（]?收[)）]?$")
_WORD_BEFORE: Final = re.compile(
    r"^(?:收货人姓名|收件人姓名|收货人|收件人|联系人|姓名|名字|买家|收(?=[ :：]))[ :：]*|"
    r"[ ,，]{0,4}(?:手机号码|手机号|手机|联系电话|电话号码|电话|联系方式|收货地址|详细地址|地址|邮编|tel|TEL|Tel)"
    r"[ :：.]{0,4}$"
)
_SPEAKS: Final = re.compile(
    r"^[发改换补][^·•]|[我你您咱俺吗呢吧啊哦噢呀嘛嗯请咋啥怎帮]|谢谢|多谢|感谢|亲爱|^亲|哪[里个些]|[这那][个里儿边]|寄|会议|通知|招聘|面试|如下|以下|上面|下面|麻烦|什么|住在|家住|人在|改[成为到]|为什么|可以|不要|没有|已经|现在|今天|明天|尽快|快点|帮忙|"
    r"地址|电话|手机|收货|发货|发到|寄到|送到|快递|退货|退款|换货|客服|亲亲|好的|[?？!！。]"
)
_REMARK: Final = re.compile(
    r"谢谢|感谢|麻烦|请|帮[我忙]|一下|改[成为到]|快点|尽快|发货|不要|给我|我[的在要是]|你|您|打电话|上门|门口|[吗呢吧啊哦呀]$"
)
# Where a parcel shall be left, or what stands nearby: behind an address these are no names.
_NEARBY: Final = re.compile(
    r"近|旁边|对面|地铁|楼[上下]|物业|前台|驿站|超市|代收|自提|丰巢|菜鸟|柜|门卫|保安|传达|收发|[东南西北大侧后前]门|出口"
)
# Words of the length of a name that stand on panels and in chats.
_PANEL_WORDS: Final = (
    "时间 地点 日期 你好 您好 亲 在吗 在的 好的 谢谢 收到 复制 查看 详情 修改 备注 编辑 展开 收起 默认 "
    "公司 学校 家里 商品 宝贝 订单 规格 数量 颜色 尺码 已付款 待发货 已发货 待付款 已签收 "
    "已完成 已关闭 交易成功 交易关闭 物流 淘宝 天猫 京东 拼多多 抖音 快手 微信 支付宝 中国 "
    "顺丰 中通 圆通 申通 韵达 极兔 邮政 德邦 转 分机 虚拟号 手机号 电话 地址 邮编 收件人 "
    "收货人 固话 姓名 联系人 保密 未知 红色 白色 黑色 蓝色 绿色 粉色 黄色 灰色 紫色 均码 "
    "大号 小号 中号 顺丰速运 顺丰快递 买家 卖家 改地址 新地址 收货信息 地址如下 "
    "改 换 发 寄 转 送 补 加 新 旧 原 老 另 收 退 到 至 从 把"
)
_NO_NAME: Final = frozenset(_PANEL_WORDS.split())
_ENDS_OTHERWISE: Final = tuple(
    "省市区县镇乡路街号楼室弄巷栋幢座层苑厦厂店校院园村组屯庄寨社站柜点馆局所场口处部铺户外内旁"
)


def strict(token: str) -> bool:
    """Whether ``token`` has the form of a name, and can hardly be anything else where a name is awaited."""
    name = clean(token)
    return (
        bool(_STRICT.fullmatch(name))
        and _fits(name)
        and not _NEARBY.search(name)
        and not name.endswith(_ENDS_OTHERWISE)
    )


def free(token: str) -> bool:
    """Whether ``token`` can be a name where commas or lines set it apart: many receivers go by a nick."""
    name = clean(token)
    return bool(_STRICT.fullmatch(name) or _FREE.fullmatch(name)) and _fits(name) and not re.search(r"\d{5}", name)


def clean(token: str) -> str:
    """A name without the words around it: the label before, the title behind. 王女士 stays: there is no more of it."""
    name = token.strip(" \t,，;；:：、|/-\"'“”【】📍📞☎📱👤🏠📮\ufe0f")
    name = _WORD_BEFORE.sub("", name)
    name = _RECEIVES.sub("", name).strip()
    short = _TITLE.sub("", name).strip()
    name = short if len(short) > 1 else name
    spaced = _SPACED.fullmatch(name)
    return spaced[1] + spaced[2] if spaced else name


def speaks(piece: str) -> bool:
    """Whether this is a part of a sentence, and not of a card."""
    return bool(_SPEAKS.search(_WORD_BEFORE.sub("", piece.strip()))) or len(piece.strip()) > 24


def remark(token: str) -> bool:
    """Whether this, behind an address, tells the courier what to do."""
    return bool(_REMARK.search(token))


def _fits(name: str) -> bool:
    return bool(name) and name not in _NO_NAME and not _SPEAKS.search(name)
