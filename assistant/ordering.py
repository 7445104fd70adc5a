"""Orders on the command line: ``xiaoer order`` reads them, ``xiaoer render --order`` fills a phrase with one.

What is to be filled is a phrase by its code, or, when no phrase has that code and it is no single word, a template.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from assistant import compose
from assistant.core import nicks, variants
from assistant.core.errors import DataProblem, NotFound, SettingProblem
from assistant.core.model import Profile, Target, Window
from assistant.core.orders.book import OrderBook
from assistant.core.orders.goods import Goods
from assistant.core.orders.order import Order
from assistant.core.orders.records import order_of, unpacked
from assistant.core.template import context
from assistant.core.template.facts import BY_PATH, FACTS
from assistant.core.template.filling import Rendered
from assistant.engine.session import Rules
from assistant.storage import order_files
from assistant.storage.addresses import Addresses
from assistant.storage.order_files import Reading
from assistant.storage.stores import Stores

STDIN: Final = "-"
_TABLES: Final = frozenset((".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".htm", ".html"))
_SENTENCE: Final = re.compile(r"[\s{}，。！？、；：～~,!?;:]")  # no code has any of these
_LONGEST: Final = 1_000_000  # bytes of a copied text
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NO_ORDER: Final = "没有认出订单。"
_UNMAPPED: Final = "没有认出订单号这一列，请在订单窗口里指定。"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to fill, for whom, and with what. ``order`` is a file of copied text or a table, ``buyer`` may be empty."""

    what: str
    profile: Profile
    order: Path | None
    buyer: str
    answers: Mapping[str, str]


def parse_text(source: str, as_json: bool, stdin: Callable[[], bytes]) -> str:
    """The order that a file or the standard input tells of, for people or as JSON; ``{}`` when it tells of none."""
    data = stdin() if source == STDIN else _bytes(Path(source))
    order = compose.read_order(_decoded(data))
    if as_json:
        return _json(order.as_json() if order else {})
    return "\n".join(_lines(order)) if order else _NO_ORDER


def read_tables(files: list[Path], as_json: bool) -> str:
    """The orders of exported tables, and what of them was left aside and why."""
    reading = _reading(files)
    skipped: list[dict[str, object]] = [{"file": one.file, "row": one.row, "why": one.why} for one in reading.skipped]
    skipped += [{"file": one.file, "row": 0, "why": one.sentence} for one in reading.refused]
    skipped += [{"file": file.name, "row": 0, "why": _UNMAPPED} for file in reading.needs_mapping]
    if as_json:
        orders = [order.as_json() for order in _all(reading.book)]
        return _json({"orders": orders, "count": len(orders), "skipped": skipped})
    lines = [f"读到 {reading.count} 个订单，跳过 {reading.skipped_rows} 行。"]
    for one in skipped:
        place = f"第 {one['row']} 行：" if one["row"] else ""
        lines.append(f"{one['file']}  {place}{one['why']}")
    if reading.unknown:
        lines.append(f"没有用到的列：{'、'.join(reading.unknown)}")
    return "\n".join(lines)


def fill(stores: Stores, rules: Rules, wanted: Wanted) -> Rendered:
    """Fill a phrase or a template. Raises TemplateProblem, NotFound for what does not exist, DataProblem."""
    desk = compose.desk_of(stores.settings)()
    order, others = _order(wanted) if wanted.order else (None, ())
    window = Window(0, 0, "", "")
    known = context.Sources(
        now=datetime.now().astimezone(),
        target=Target(window, wanted.profile, wanted.buyer),
        constants=desk.constants_for(window),
        order_facts=order,
        orders=others,
        answers=wanted.answers,
        tables=compose.tables_of(stores.tables)(),
    )
    text = _template(stores, wanted.what, (desk.tone, desk.language))
    return rules.templates.render(text, context.build(known), wanted.profile.dialect)


def _template(stores: Stores, what: str, liked: tuple[str, str]) -> str:
    try:
        phrase = stores.library.by_code(what)
    except NotFound:
        if _SENTENCE.search(what):
            return what
        raise
    return phrase.variants[variants.choose(phrase, *liked, [])].text


def _order(wanted: Wanted) -> tuple[Order, tuple[Order, ...]]:
    """The order to tell of, and all that a table tells of this buyer."""
    file = wanted.order or Path()
    order = None if file.suffix.lower() in _TABLES else compose.read_order(_decoded(_bytes(file)))
    if order is None:
        return _of_table(file, wanted.buyer)
    if wanted.buyer and order.nick and not nicks.same(order.nick, wanted.buyer):
        raise NotFound(f"“{file.name}”是另一位买家的订单。", "请检查 --buyer。")
    return order, ()


def _of_table(file: Path, buyer: str) -> tuple[Order, tuple[Order, ...]]:
    book = _reading([file]).book
    orders = book.of_buyer(buyer) if buyer else _all(book)
    if not orders:
        sentence = f"“{file.name}”里没有这位买家的订单。" if buyer else f"“{file.name}”里没有订单。"
        raise NotFound(sentence, "请检查文件和 --buyer。")
    if not buyer and len(orders) > 1:
        raise SettingProblem(f"“{file.name}”里有 {len(orders)} 个订单。", "请用 --buyer 写明买家昵称。")
    return orders[0], orders


def _reading(files: list[Path]) -> Reading:
    for file in files:
        if not file.is_file():
            raise DataProblem(f"文件“{file.name}”读不出来。", "请检查路径。")
    reading = order_files.read(files)
    if reading is None:
        raise DataProblem("没有读完订单表。", "请再试一次。")
    return reading


def _all(book: OrderBook) -> tuple[Order, ...]:
    split = Addresses()
    return tuple(order_of(unpacked(record), split) for record in book.records())


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_LONGEST)
    except OSError as error:
        raise DataProblem(f"文件“{file.name}”读不出来。", "请检查路径。") from error


def _decoded(data: bytes) -> str:
    """A mark decides; else UTF-8 if it is that; else GB18030."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked:
        return data.decode(marked, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _lines(order: Order) -> list[str]:
    known = [f"{fact.label}：{order.get(fact.path)}" for fact in FACTS if order.get(fact.path)]
    more = [f"{path}：{text}" for path, text in order.facts.items() if path not in BY_PATH and text]
    goods = ["商品：", *Goods(order.items).splitlines()] if order.items else []
    return [*known, *more, *goods]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
