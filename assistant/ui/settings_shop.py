"""The page of shops and agent: constants that phrases use, for one shop or several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from assistant.core import shops
from assistant.core.shops import Shop
from assistant.ui.ask_button import AskButton
from assistant.ui.bubble import Bubble
from assistant.ui.controls import ActionButton
from assistant.ui.inputs import HEIGHT, Entry
from assistant.ui.select import Select
from assistant.ui.settings_rows import Page, SettingsAccess
from assistant.ui.theme import Theme

WINDOW = "window"


class ShopSettings:
    """The constants of one shop at a time: 0 is the first, whose constants are settings of their own."""

    def __init__(self, settings: SettingsAccess) -> None:
        self._settings = settings
        self.at = 0

    @property
    def others(self) -> tuple[Shop, ...]:
        """The shops besides the first."""
        return shops.parse(str(self._settings.get("shops")))

    @property
    def shop(self) -> Shop | None:
        """The shop that is looked at, None for the first; it may have been removed elsewhere."""
        others = self.others
        self.at = min(self.at, len(others))
        return others[self.at - 1] if self.at else None

    def first(self, key: str) -> str:
        """A constant of the first shop."""
        return str(self._settings.get(key))

    def get(self, key: str) -> str | int:
        """A constant of this shop, or the words in its windows' titles."""
        shop = self.shop
        if key == WINDOW:
            return shop.window if shop else ""
        return shop.constants.get(key, "") if shop else self._settings.get(key)

    def set(self, key: str, value: object) -> str | int:
        """Change it. Raises SettingProblem, and nothing is changed."""
        shop = self.shop
        if shop is None:
            return self._settings.set(key, value)
        text = str(value)
        new = replace(shop, window=text) if key == WINDOW else replace(shop, constants={**shop.constants, key: text})
        self._keep([new if number == self.at else other for number, other in enumerate(self.others, 1)])
        return self.get(key)

    def all(self) -> Mapping[str, str | int]:
        """Every setting."""
        return self._settings.all()

    def add(self, name: str) -> None:
        """A new shop, which is looked at from now on."""
        self._keep([*self.others, Shop("", {"shop.name": name})])
        self.at = len(self.others)

    def remove(self) -> None:
        """The shop that is looked at goes; the first stays."""
        self._keep([other for number, other in enumerate(self.others, 1) if number != self.at])
        self.at = 0

    def _keep(self, others: list[Shop]) -> None:
        self._settings.set("shops", shops.dump(others))


class ShopPage(Page):
    """Shop and agent, with a sentence that uses them."""

    def __init__(self, settings: SettingsAccess, theme: Theme) -> None:
        self._shops = ShopSettings(settings)
        super().__init__(self.tr("店铺与客服"), self._shops, theme)
        self.add_note(self.tr("话术里用到的固定内容，在这里填一次就好。开了几家店，就按聊天窗口的标题自动选用。"))
        self._add_choice()
        self.example = Bubble("", self.tr("我"), theme, own=True)
        self._column.addWidget(self.example)
        self._add_rows()
        self.fill()

    def refresh(self) -> None:
        """Show the shop that is looked at."""
        others = self._shops.others
        shop = self._shops.shop
        first = self._shops.first("shop.name") or self.tr("我的店铺")
        names = [other.name or self.tr("（没有名字）") for other in others]
        self.picker.clear()  # a shop that is gone is not to be kept as a value
        self.picker.offer([(str(number), name) for number, name in enumerate((first, *names))])
        self.picker.show_value(str(self._shops.at))
        self.remove.setVisible(shop is not None)
        self.rows[WINDOW].setVisible(shop is not None)
        for key, row in self.rows.items():
            if isinstance(row.control, Entry) and key != WINDOW:
                row.control.setPlaceholderText(self._shops.first(key) if shop else "")
        super().refresh()
        self._show_example()

    def keep(self, key: str) -> None:
        """Set it, and name the shop anew in the list."""
        super().keep(key)
        if key == "shop.name" and self.rows[key].is_well:
            self.refresh()

    def _add_choice(self) -> None:
        self.picker = Select(self.theme)
        self.picker.setFixedHeight(HEIGHT)
        self.picker.settled.connect(lambda: self._look_at(int(self.picker.value())))
        row = self.add_row(self.picker, self.tr("店铺"))
        self.add = ActionButton(self.tr("添加店铺"), self.theme)
        self.add.clicked.connect(self._add)
        self.remove = AskButton(self.tr("删除"), self.tr("真的删除？"), self.theme)
        self.remove.confirmed.connect(self._remove)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        for button in (self.add, self.remove):
            row.add_beside(button)

    def _add_rows(self) -> None:
        tr = self.tr
        for key, label, hint in (
            (
                WINDOW,
                tr("窗口标题里有"),
                tr("聊天窗口的标题里有这些字就用这家店，几个词用逗号隔开；空着就按店铺名认。"),
            ),
            ("shop.name", tr("店铺名"), ""),
            ("agent.name", tr("您的花名"), ""),
            ("shop.address_word", tr("称呼买家"), tr("例如 亲、客官、您。")),
            ("shop.self", tr("客服自称"), tr("例如 小二、小店、客服。")),
            ("shop.ship_cutoff", tr("截单时间"), tr("这个时间以前付款当天发货，例如 16:00。")),
            ("shop.courier", tr("默认快递"), ""),
            ("shop.hours", tr("在线时间"), tr("例如 9:00-23:00。")),
            ("shop.return_address", tr("退货地址"), tr("收件人、电话和地址写成一行。")),
            ("shop.return_days", tr("退货天数"), tr("签收后几天内可以退货，话术里的“可退货”按它计算。")),
            ("shop.price_days", tr("价保天数"), tr("付款后几天内可以价保。")),
            ("shop.warranty_days", tr("质保天数"), tr("签收后质保多少天；没有质保就空着。")),
        ):
            entry = Entry(self.theme)
            entry.textChanged.connect(lambda _: self._show_example())
            self.add_setting(key, entry, label, hint)

    def _look_at(self, number: int) -> None:
        self.setFocus()  # what is being typed is settled for the shop that it was typed for
        self._shops.at = number
        self.refresh()

    def _add(self) -> None:
        self.setFocus()
        self._shops.add(self.tr("新店铺"))
        self.refresh()
        name = self.rows["shop.name"].control
        if isinstance(name, Entry):
            name.setFocus()
            name.selectAll()

    def _remove(self) -> None:
        self._shops.remove()
        self.refresh()

    def _show_example(self) -> None:
        said = {key: self._said(key) for key in self.rows if key != WINDOW}
        name = said.get("agent.name")
        text = self.tr(
            "{word}，您好，欢迎光临{shop}{agent}。今天 {cutoff} 前付款当天{courier}发出，有问题随时找{own}～"
        )
        self.example.show_text(
            text.format(
                word=said.get("shop.address_word") or self.tr("亲"),
                shop=said.get("shop.name") or self.tr("小店"),
                agent=self.tr("，我是{name}").format(name=name) if name else "",
                cutoff=said.get("shop.ship_cutoff") or "16:00",
                courier=self.tr("由{name}").format(name=said["shop.courier"]) if said.get("shop.courier") else "",
                own=said.get("shop.self") or self.tr("小二"),
            )
        )

    def _said(self, key: str) -> str:
        control = self.rows[key].control
        written = control.value().strip() if isinstance(control, Entry) else ""
        return written or (self._shops.first(key) if self._shops.at else "")
