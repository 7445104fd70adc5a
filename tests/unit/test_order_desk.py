"""The orders in memory, read from real tables: all or nothing, masked where they are shown, remembered when wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.core.errors import DataProblem, SettingProblem, XiaoerError
from assistant.order_desk import OrderDesk
from assistant.storage.order_batches import Batch, dump
from assistant.storage.order_vault import Vault
from assistant.storage.settings import Settings
from assistant.ui.orders_access import Job, Report, Source, Strange
from tests.unit.storage.test_order_vault import Keys

DAY = 86_400.0
NOW = 1_750_000_000.0
HEADINGS = "订单编号,买家会员名,收货人姓名,联系手机,收货地址,订单状态,订单创建时间,店铺名称"
ROW = '="{id}",{nick},{name},\'{phone},浙江省 杭州市 西湖区 文三路{id}号,交易成功,2025-06-0{day} 10:00:00,{shop}'
PEOPLE = (
    ("tb小雨天", "林小雨", "13800001234"),
    ("阿明2008", "陈明", "13900005678"),
    ("tb小雨天", "林小雨", "13800001234"),
)


class Later:
    """A background that works when it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.at_once = True

    def run(
        self, op: Callable[[], Any], success: Callable[[Any], None], failure: Callable[[XiaoerError], None]
    ) -> None:
        def work() -> None:
            try:
                result = op()
            except XiaoerError as problem:
                failure(problem)
            else:
                success(result)

        if self.at_once:
            work()
        else:
            self.waiting.append(work)

    def step(self) -> None:
        self.waiting.pop(0)()


class World:
    def __init__(self, home: Path) -> None:
        self.home = home
        self.keys = Keys()
        self.clock = NOW
        self.later = Later()
        self.settings = Settings(home / "settings.json")
        self.path = home / "orders.vault"
        self.problems: list[str] = []
        self.reports: list[Report] = []
        self.desk = self.start()

    def start(self) -> OrderDesk:
        """A program that has just begun."""
        desk = OrderDesk(self.settings, Vault(self.path, self.keys), self.later.run, lambda: self.clock)
        desk.begin(self.problems.append)
        return desk

    def table(
        self, name: str, first: int = 1, count: int = 3, shop: str = "小雨的店", headings: str = HEADINGS
    ) -> Path:
        rows = [
            ROW.format(id=3500000000000000000 + first + n, nick=nick, name=who, phone=phone, day=n + 1, shop=shop)
            for n, (nick, who, phone) in enumerate(PEOPLE[:count])
        ]
        path = self.home / name
        path.write_bytes("\r\n".join([headings, *rows, ""]).encode("gb18030"))
        return path

    def read(self, *files: Path, job: Job | None = None) -> None:
        self.desk.read(files, job or Job(), self.reports.append, self.failed)

    def survey(self, *files: Path) -> list[Strange]:
        found: list[Strange] = []
        self.desk.survey(files, found.extend, self.failed)
        return found

    def remember(self, *, on: bool = True) -> None:
        self.desk.memory.remember(on, lambda: None, self.failed)

    def failed(self, problem: XiaoerError) -> None:
        self.problems.append(str(problem))


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def numbers(desk: OrderDesk, nick: str = "tb小雨天") -> list[str]:
    return [order.id[-2:] for order in desk.book.of_buyer(nick)]


def test_at_first_there_are_none_and_nothing_is_kept(world: World) -> None:
    assert (world.desk.count, world.desk.sources, world.desk.places()) == (0, [], ())
    assert world.desk.find("tb小雨天") == []
    assert world.keys.key is None
    assert not world.path.exists()


def test_a_table_is_read_and_counted(world: World) -> None:
    told: list[int] = []
    world.desk.on_change(lambda: told.append(world.desk.count))
    world.read(world.table("ExportOrderList1.csv"))
    assert (world.problems, world.reports, told) == ([], [Report(3, 1)], [3])
    assert world.desk.sources == [Source("ExportOrderList1.csv", 3, NOW)]
    assert world.desk.places() == [("小雨的店", 3)]
    assert numbers(world.desk) == ["03", "01"]
    assert not world.path.exists()


def test_a_second_table_comes_on_top_and_nothing_counts_twice(world: World) -> None:
    world.read(world.table("a.csv"))
    world.clock += 60
    world.read(world.table("b.csv", first=3, count=2, shop="阿哲的店"))
    assert world.desk.count == 4
    assert [source.name for source in world.desk.sources] == ["b.csv", "a.csv"]
    assert dict(world.desk.places()) == {"小雨的店": 2, "阿哲的店": 2}


def test_what_is_shown_of_an_order_is_masked(world: World) -> None:
    world.read(world.table("a.csv"))
    hits = world.desk.find("5678")
    assert [(h.who, h.receiver, h.phone_tail, h.number_tail, h.day, h.where) for h in hits] == [
        ("阿明2008", "陈*", "5678", "0002", "2025-06-02", "小雨的店")
    ]
    assert [hit.number_tail for hit in world.desk.find("林小雨")] == ["0003", "0001"]
    assert "陈明" not in repr(hits)
    assert "13900005678" not in repr(hits)


def test_rows_that_are_none_are_grouped_by_reason(world: World) -> None:
    path = world.table("a.csv")
    path.write_bytes(
        path.read_bytes() + ',,,,,,,\r\n="",谁,某人,\'13800009999,,,,\r\n3.5E+18,谁,某人,,,,,\r\n'.encode("gb18030")
    )
    world.read(path)
    [report] = world.reports
    assert report.orders == 3
    assert sorted((skips.file, skips.rows, skips.count) for skips in report.skips) == [
        ("a.csv", (6,), 1),
        ("a.csv", (7,), 1),
    ]
    assert "某人" not in repr(report)


def test_a_file_that_is_no_table_of_orders_is_told_and_the_rest_is_read(world: World) -> None:
    other = world.home / "工资.csv"
    other.write_text("姓名,工资\n甲,1\n", "utf-8")
    world.read(other)
    assert (world.desk.count, len(world.problems)) == (0, 1)
    world.read(world.table("a.csv"), other)
    assert world.desk.count == 3
    assert [(skips.file, skips.count) for skips in world.reports[-1].skips] == [("工资.csv", 0)]


def test_a_cancelled_reading_takes_nothing_and_says_nothing(world: World) -> None:
    job = Job()
    job.cancel()
    world.read(world.table("a.csv"), job=job)
    assert (world.desk.count, world.reports, world.problems) == (0, [], [])


def test_cancelling_in_the_last_moment_takes_nothing(world: World) -> None:
    world.later.at_once = False
    job = Job()
    world.read(world.table("a.csv"), job=job)
    world.later.step()
    job.cancel()
    while world.later.waiting:
        world.later.step()
    assert (world.desk.count, world.reports) == (0, [])


def test_readings_that_overlap_lose_nothing(world: World) -> None:
    world.later.at_once = False
    world.read(world.table("a.csv"))
    world.read(world.table("b.csv", first=11))
    while world.later.waiting:
        world.later.step()
    assert (world.desk.count, len(world.reports)) == (6, 2)


def test_the_book_that_somebody_holds_never_changes(world: World) -> None:
    world.read(world.table("a.csv"))
    held = world.desk.book
    world.read(world.table("b.csv", first=11))
    assert (len(held), len(world.desk.book)) == (3, 6)


def test_clearing_forgets_all(world: World) -> None:
    world.remember()
    world.read(world.table("a.csv"))
    world.desk.clear(lambda: world.problems.append("cleared"), world.failed)
    assert (world.desk.count, world.desk.sources, world.desk.places(), world.problems) == (0, [], (), ["cleared"])
    assert (world.path.exists(), world.keys.key) == (False, None)


STRANGE = HEADINGS.replace("订单编号", "内部单").replace("买家会员名", "客户是谁").replace("收货人姓名", "货给谁")


def test_unknown_columns_are_asked_about_until_somebody_has_said_what_they_are(world: World) -> None:
    path = world.table("a.csv", headings=STRANGE)
    [strange] = world.survey(path)
    assert strange.file == path
    assert [column.heading for column in strange.columns] == ["内部单", "客户是谁", "货给谁"]
    assert strange.columns[1].values == ("tb小雨天", "阿明2008", "tb小雨天")
    assert strange.missing == ("订单号", "买家昵称")
    assert "小雨" not in repr(strange)
    world.desk.explain(strange.headings, {"内部单": "order.id", "客户是谁": "buyer.nick", "货给谁": ""})
    assert world.survey(path) == []
    world.read(path)
    assert numbers(world.desk) == ["03", "01"]
    assert world.desk.book.of_buyer("阿明2008")[0].get("receiver.name") == ""
    assert OrderDesk(
        Settings(world.home / "settings.json"), Vault(world.path, world.keys), world.later.run, lambda: NOW
    ).fields()


def test_what_was_said_of_one_table_is_true_of_no_other(world: World) -> None:
    strange, plain = world.table("a.csv", headings=STRANGE), world.table("b.csv", first=11)
    [asked] = world.survey(strange, plain)
    world.desk.explain(asked.headings, {"内部单": "order.id", "客户是谁": "buyer.nick", "货给谁": "receiver.name"})
    world.survey(strange, plain)
    world.read(strange, plain)
    assert world.reports == [Report(6, 2)]
    assert numbers(world.desk) == ["13", "03", "11", "01"]


def test_a_usable_table_with_a_new_column_is_asked_about_once(world: World) -> None:
    path = world.table("a.csv", headings=HEADINGS.replace("店铺名称", "哪家小店"))
    [strange] = world.survey(path)
    assert (strange.missing, [column.heading for column in strange.columns]) == ((), ["哪家小店"])
    world.desk.explain(strange.headings, {"哪家小店": ""})
    assert world.survey(path) == []


def test_a_table_that_nobody_explained_is_told_of_as_not_read(world: World) -> None:
    world.read(world.table("a.csv", headings=STRANGE))
    told = world.problems or [skips.reason for skips in world.reports[-1].skips]
    assert any("订单号" in reason for reason in told)
    assert world.desk.count == 0


def test_remembered_orders_are_there_after_a_restart(world: World) -> None:
    world.read(world.table("a.csv"))
    world.remember()
    world.clock += 60
    world.read(world.table("b.csv", first=11))
    again = world.start()
    assert (again.count, numbers(again), world.problems) == (6, numbers(world.desk), [])
    assert [(source.name, source.count) for source in again.sources] == [("b.csv", 3), ("a.csv", 3)]
    assert again.places() == [("小雨的店", 6)]
    for place in world.home.rglob("*"):
        for fact in ("林小雨", "13800001234", "tb小雨天", "文三路"):
            if place.is_file() and place.suffix != ".csv":
                assert fact.encode() not in place.read_bytes()
                assert fact.encode("gb18030") not in place.read_bytes()


def test_each_reading_has_days_of_its_own(world: World) -> None:
    world.remember()
    world.read(world.table("a.csv"))
    world.clock += 4 * DAY
    world.read(world.table("b.csv", first=11))
    world.clock += 4 * DAY
    world.desk.memory.expire(world.failed)
    assert [source.name for source in world.start().sources] == ["b.csv"]
    world.clock += 4 * DAY
    assert world.start().count == 0
    assert (world.path.exists(), world.keys.key) == (False, None)


def test_days_that_are_over_while_the_program_was_off_count_too(world: World) -> None:
    world.remember()
    world.read(world.table("a.csv"))
    world.clock += 4 * DAY
    world.read(world.table("b.csv", first=11))
    world.clock += 4 * DAY
    assert [source.name for source in world.start().sources] == ["b.csv"]


def test_fewer_days_take_away_at_once(world: World) -> None:
    world.remember()
    world.read(world.table("a.csv"))
    world.clock += 2 * DAY
    world.desk.memory.set_days("1", world.failed)
    assert world.desk.memory.state == (True, 1)
    assert not world.path.exists()
    assert world.desk.count == 3
    with pytest.raises(SettingProblem, match="1 到 90 之间的天数"):
        world.desk.memory.set_days("91", world.failed)


def test_forgetting_deletes_what_is_kept_and_nothing_else(world: World) -> None:
    world.remember()
    world.read(world.table("a.csv"))
    world.desk.memory.forget(lambda: None, world.failed)
    assert (world.path.exists(), world.keys.key, world.desk.count) == (False, None, 3)
    world.read(world.table("b.csv", first=11))
    assert [source.name for source in world.start().sources] == ["b.csv"]


def test_switching_off_deletes_too(world: World) -> None:
    world.remember()
    world.read(world.table("a.csv"))
    world.remember(on=False)
    assert (world.path.exists(), world.desk.memory.state[0], world.desk.count) == (False, False, 3)


def test_switched_off_elsewhere_it_is_deleted_too(world: World) -> None:
    world.remember()
    world.read(world.table("a.csv"))
    world.settings.set("orders.remember", "no")
    assert (world.path.exists(), world.keys.key) == (False, None)


def test_switched_off_while_the_program_did_not_run_it_is_deleted_at_the_start(world: World) -> None:
    world.remember()
    world.read(world.table("a.csv"))
    world.settings = Settings(world.home / "settings.json")
    world.settings.set("orders.remember", "no")
    assert world.path.exists()
    assert world.start().count == 0
    assert not world.path.exists()


def test_without_a_keyring_it_stays_switched_off_and_nothing_is_written(world: World) -> None:
    world.keys.locked = True
    world.read(world.table("a.csv"))
    world.remember()
    assert world.desk.memory.state[0] is False
    assert "订单只留在内存里" in world.problems[0]
    assert not world.path.exists()
    assert world.desk.count == 3


def test_a_keyring_that_is_locked_at_the_start_is_told_and_nothing_is_lost(world: World) -> None:
    world.remember()
    world.read(world.table("a.csv"))
    world.keys.locked = True
    assert world.start().count == 0
    assert "密钥环不能用" in world.problems[-1]
    world.keys.locked = False
    assert world.start().count == 3


def test_orders_of_another_form_are_told_and_the_program_goes_on(world: World) -> None:
    world.remember()
    world.keys.key = world.keys.key or b"k" * 32
    Vault(world.path, world.keys).save(dump([Batch(NOW, (("a", 1),), b"no book")]), 7, NOW)
    assert world.start().count == 0
    assert "请重新读入订单表" in world.problems[-1]


def test_only_tables_of_orders_are_recognised_in_a_folder(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "下载"
    folder.mkdir()
    look = world.desk.incoming(folder)
    look()
    world.table("下载/ExportOrderList1.csv")
    (folder / "工资.csv").write_text("姓名,工资\n甲,1\n", "utf-8")
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 nothing")
    look()
    assert look().ready == (folder / "ExportOrderList1.csv",)
    assert look().ready == ()


def test_a_broken_disk_does_not_stop_a_reading(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.remember()

    def refuse(*_: object) -> None:
        raise DataProblem("磁盘已满。")

    monkeypatch.setattr(Vault, "save", refuse)
    world.read(world.table("a.csv"))
    assert (world.desk.count, world.problems) == (3, ["磁盘已满。"])
    assert world.reports == [Report(3, 1)]
