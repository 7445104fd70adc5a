"""Orders behind windows that need none of the real ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from assistant.storage.settings import Settings
from assistant.ui.orders_access import Column, FieldName, Hit, OrderTools, Report, Skips, Source, Strange
from tests.ui.pasteboards import fake_pasteboard

NOW = 1_750_000_000.0
FIELDS = (
    FieldName("order.id", "订单号"),
    FieldName("buyer.nick", "买家昵称"),
    FieldName("receiver.name", "收货人"),
    FieldName("receiver.phone", "手机"),
)
STRANGE = Strange(
    Path("/下载/店小蜜导出0615.xlsx"),
    ("单号", "客户", "备用电话", "仓库", "金额"),
    (
        Column("单号", ("3500000000000001234", "3500000000000001235")),
        Column("客户", ("tb小雨天", "阿明2008")),
        Column("备用电话", ("13800001234",)),
        Column("仓库"),
    ),
    ("订单号", "买家昵称"),
)
REPORT = Report(
    1_234,
    2,
    (
        Skips("订单号为空", "ExportOrderList202506.csv", (5, 8, 12), 3),
        Skips("这一行的列数和表头不一样", "ExportOrderList202506.csv", tuple(range(20, 40)), 20),
        Skips("这个文件不是订单表", "工资表.xlsx"),
    ),
)
HITS = (
    Hit("tb小雨天", "林*", "1234", "1234", "待发货", "2025-06-01", "taobao"),
    Hit("tb小雨天", "林*", "1234", "0077", "已签收", "2025-05-02", "taobao"),
    Hit("", "阿*", "", "9001", "", "", "pdd"),
)


@dataclass(frozen=True)
class Seen:
    ready: tuple[Path, ...] = ()
    coming: bool = False


@dataclass
class FakeOrders:
    """Notes what it was asked; what takes time waits in ``later`` when ``slow``, and each look takes from ``sights``."""

    count: int = 0
    sources: list = field(default_factory=list)
    strange: list = field(default_factory=list)
    report: Report = REPORT
    did: list = field(default_factory=list)
    later: list = field(default_factory=list)
    sights: list = field(default_factory=list)
    slow: bool = False
    problem: Exception | None = None
    state: tuple = (False, 7)
    listeners: list = field(default_factory=list)

    def fill(self):
        self.count = 1_300
        self.sources = [
            Source("ExportOrderList202506151420.csv", 1_234, NOW - 60),
            Source("orders_export2025-06-14.csv", 66, NOW - 86_400),
        ]
        return self

    def places(self):
        return [("taobao", 1_234), ("pdd", 66)] if self.count else []

    def find(self, text):
        return [hit for hit in HITS if text in hit.who or text == hit.phone_tail]

    def fields(self):
        return FIELDS

    def survey(self, files, done, failed):
        self.did.append(("survey", *files))
        self._soon(lambda: done(list(self.strange)), failed)

    def explain(self, headings, columns):
        self.did.append(("explain", tuple(headings), dict(columns)))

    def read(self, files, job, done, failed):
        self.did.append(("read", *files))
        self.job = job

        def end():
            if not job.cancelled:
                self.fill()
                self._changed()
                done(self.report)

        self._soon(end, failed)

    def clear(self, done, failed):
        self.did.append(("clear",))
        self.count, self.sources = 0, []
        self._changed()
        done()

    def remember(self, on, done, failed):
        self.did.append(("remember", on))
        if self.problem:
            failed(self.problem)
        else:
            self.state = (on, self.state[1])
            done()

    def set_days(self, days, failed):
        if self.problem:
            raise self.problem
        self.state = (self.state[0], int(days))

    def forget(self, done, failed):
        self.did.append(("forget",))
        done()

    def expire(self, failed):
        self.did.append(("expire",))

    def incoming(self, folder):
        self.did.append(("incoming", folder))
        return lambda: self.sights.pop(0) if self.sights else Seen()

    def on_change(self, changed):
        self.listeners.append(changed)

    def go_on(self):
        """Let what waits come to its end."""
        waiting, self.later = self.later, []
        for end in waiting:
            end()

    def _changed(self):
        for listener in self.listeners:
            listener()

    def _soon(self, end, failed):
        if self.problem:
            failed(self.problem)
        elif self.slow:
            self.later.append(end)
        else:
            end()


def tools(access, folder, run):
    return OrderTools(access, access, Settings(folder / "settings.json"), run, lambda: NOW, fake_pasteboard())
