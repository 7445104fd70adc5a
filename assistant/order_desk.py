"""The orders in memory: read from tables in the background, taken over all at once, remembered where that is wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.core.errors import DataProblem, XiaoerError
from assistant.core.orders import columns as order_columns
from assistant.core.orders import table as order_table
from assistant.core.orders.book import OrderBook
from assistant.core.orders.order import Order
from assistant.core.orders.records import AT, NONE, PLATFORM, TORN, unpacked
from assistant.core.template.facts import BY_PATH
from assistant.order_memory import Done, Failed, OrderMemory, Run
from assistant.storage import order_files
from assistant.storage.addresses import Addresses
from assistant.storage.order_batches import Batch
from assistant.storage.order_files import Glance, Reading
from assistant.storage.order_vault import Vault
from assistant.storage.order_watch import Incoming, Sight
from assistant.storage.settings import Settings
from assistant.storage.system_keys import SystemKeys
from assistant.ui.orders_access import Column, FieldName, Hit, Job, Report, Skips, Source, Strange

_SHOWN = 20  # orders that a search shows
_VALUES = 3  # of a column that somebody is asked about
_TAIL = 4
_SHOP = AT["shop.name"]
_COLUMNS = "orders.columns"

Counts = Sequence[tuple[str, int]]


class _Fresh:
    """Orders that are to be taken over unless the ``job`` is cancelled before; ``make`` gives them, elsewhere."""

    def __init__(self, make: Callable[[], OrderBook], sources: Sequence[Source], job: Job) -> None:
        self._make = make
        self._records: Sequence[bytes] | None = None
        self.sources = sources
        self.job = job

    def over(self, base: OrderBook, split: Addresses) -> OrderBook:
        """A book of both, where these are the newer. Three whole books at once would take much memory."""
        if self._records is None:
            book = self._make()
            if not len(base):
                return book
            self._records = tuple(book.records())
            book.clear()
        both = OrderBook(split)
        for record in (*base.records(), *self._records):
            both.put(record)
        return both


@dataclass(frozen=True, slots=True)
class _Loaded:
    """All orders together, and what to tell of them."""

    book: OrderBook = field(repr=False)
    places: Counts


class OrderDesk:
    """Implements :class:`assistant.ui.orders_access.OrdersAccess`. ``run`` does one thing after the other elsewhere.

    :attr:`book` is another one after every reading: ask for it anew. It is never changed.
    """

    def __init__(self, settings: Settings, vault: Vault, run: Run, now: Callable[[], float]) -> None:
        self._settings = settings
        self._run = run
        self._now = now
        self._split = Addresses()
        self._loaded = self._none = _Loaded(OrderBook(self._split), ())
        self._sources: list[Source] = []
        self._headings: dict[Path, tuple[str, ...]] = {}
        self._listeners: list[Callable[[], None]] = []
        self.memory = OrderMemory(settings, vault, run, now, self._whole)

    @property
    def book(self) -> OrderBook:
        """The orders that are loaded; may be none."""
        return self._loaded.book

    def begin(self, say: Callable[[str], None]) -> None:
        """Load what is remembered; ``say`` tells the user what went wrong."""

        def failed(problem: XiaoerError) -> None:
            say(str(problem))

        def found(batches: Sequence[Batch], notice: str) -> None:
            if notice:
                say(notice)
            if batches:
                sources = [Source(name, count, batch.at) for batch in batches for name, count in batch.sources]
                fresh = _Fresh(lambda: _unpacked(batches, self._split), sources, Job())
                self._take(fresh, lambda: None, failed)

        self.memory.load(found, failed)

    @property
    def count(self) -> int:
        """How many orders there are."""
        return len(self.book)

    @property
    def sources(self) -> Sequence[Source]:
        """Where they were read, the newest first."""
        return self._sources

    def places(self) -> Counts:
        """Shops, or platforms where no shop is known, with the number of their orders, the most first."""
        return self._loaded.places

    def find(self, text: str) -> Sequence[Hit]:
        """A few orders, the newest first."""
        return [_hit(order) for order in self.book.find(text)[:_SHOWN]]

    def fields(self) -> Sequence[FieldName]:
        """What a column can hold."""
        return [FieldName(path, BY_PATH[path].label) for path in order_columns.FIELDS]

    def survey(self, files: Sequence[Path], done: Callable[[Sequence[Strange]], None], failed: Failed) -> None:
        """Look at the headings; ``done`` gets the tables that somebody has to explain first."""

        def seen(glances: Sequence[tuple[Path, Glance]]) -> None:
            self._headings |= {file: glance.headings for file, glance in glances}
            done([strange for file, glance in glances if (strange := self._strange(file, glance))])

        self._run(lambda: _glances(files), seen, failed)

    def explain(self, headings: Sequence[str], columns: Mapping[str, str]) -> None:
        """Remember what the columns of such a table are."""
        self._settings.set(_COLUMNS, order_columns.remember(self._settings.text(_COLUMNS), headings, columns))

    def read(self, files: Sequence[Path], job: Job, done: Callable[[Report], None], failed: Failed) -> None:
        """Read tables; a cancelled job ends in neither ``done`` nor ``failed``."""
        said, headings = self._settings.text(_COLUMNS), dict(self._headings)
        name = "\n".join(dict.fromkeys(file.name for file in files))

        def refused(problem: XiaoerError) -> None:
            if not job.cancelled:
                failed(problem)

        def work() -> tuple[Report, OrderBook, Batch] | None:
            readings = _readings(_groups(files, said, headings), job, self._split)
            if readings is None:
                return None
            book = _together((reading.book for reading in readings), self._split)
            kept = book.pack() if self.memory.state[0] else b""
            return _report(readings, len(files), len(book)), book, Batch(self._now(), ((name, len(book)),), kept)

        def worked(result: tuple[Report, OrderBook, Batch] | None) -> None:
            if result is None or job.cancelled:
                return
            report, book, batch = result

            def taken() -> None:
                if batch.orders:
                    self.memory.keep(batch, refused)
                done(report)

            if report.orders:
                fresh = _Fresh(lambda: book, [Source(name, report.orders, batch.at)], job)
                self._take(fresh, taken, refused)
            else:
                done(report)

        self._run(work, worked, refused)

    def clear(self, done: Done, failed: Failed) -> None:
        """Have no orders, neither here nor remembered."""
        self._loaded = self._none
        self._sources = []
        self._changed()
        if self.memory.state[0]:
            self.memory.forget(done, failed)
        else:
            done()

    def incoming(self, folder: Path) -> Callable[[], Sight]:
        """Looks into a folder for new tables of orders."""
        return Incoming(folder, self._recognise, self._now).look

    def on_change(self, changed: Callable[[], None]) -> None:
        """Call it whenever there are other orders."""
        self._listeners.append(changed)

    def _take(self, fresh: _Fresh, then: Done, failed: Failed) -> None:
        """Put fresh orders over those that are loaded, all at once."""
        base = self._loaded

        def merged(loaded: _Loaded) -> None:
            if fresh.job.cancelled:
                return
            if self._loaded is not base:  # others came in between
                self._take(fresh, then, failed)
                return
            self._loaded = loaded
            self._sources = sorted([*fresh.sources, *self._sources], key=lambda source: -source.at)
            self._changed()
            then()

        self._run(lambda: _counted(fresh.over(base.book, self._split), self._split), merged, failed)

    def _whole(self) -> Callable[[], Sequence[Batch]]:
        """All that is loaded, as if it were read now: its days begin when somebody wants it remembered."""
        book, at = self.book, self._now()
        sources = tuple((source.name, source.count) for source in self._sources)
        return lambda: [Batch(at, sources, book.pack())] if len(book) else []

    def _strange(self, file: Path, glance: Glance) -> Strange | None:
        said = order_columns.known(self._settings.text(_COLUMNS), glance.headings)
        found = order_table.recognise(glance.headings, said)
        usable = found.usable if found else False
        if usable and (said is not None or not glance.unknown):
            return None
        columns = tuple(_column(glance, heading) for heading in glance.unknown)
        return Strange(file, glance.headings, columns, () if usable else _missing(glance)) if columns else None

    def _recognise(self, file: Path) -> bool:
        try:
            glance = order_files.look(file)
        except DataProblem:
            return False
        self._headings[file] = glance.headings  # so that it can be read without another look
        return glance.usable or order_columns.known(self._settings.text(_COLUMNS), glance.headings) is not None

    def _changed(self) -> None:
        for listener in self._listeners:
            listener()


def open_desk(settings: Settings, file: Path, run: Run, now: Callable[[], float]) -> OrderDesk:
    """A desk whose remembered orders lie in ``file``, with their key in the keyring of the system."""
    return OrderDesk(settings, Vault(file, SystemKeys("xiaoer", str(file))), run, now)


def _glances(files: Sequence[Path]) -> list[tuple[Path, Glance]]:
    """A look at each; what cannot be read is told by the reading."""
    seen = []
    for file in files:
        try:
            seen.append((file, order_files.look(file)))
        except DataProblem:
            continue
    return seen


def _groups(
    files: Sequence[Path], said: str, headings: Mapping[Path, Sequence[str]]
) -> list[tuple[list[Path], Mapping[str, str]]]:
    """Files side by side for which the same was said about columns; what was said of one table is true of no other."""
    groups: list[tuple[list[Path], Mapping[str, str]]] = []
    for file in files:
        columns = order_columns.known(said, headings[file]) if file in headings else None
        if groups and groups[-1][1] == (columns or {}):
            groups[-1][0].append(file)
        else:
            groups.append(([file], columns or {}))
    return groups


def _readings(
    groups: Sequence[tuple[list[Path], Mapping[str, str]]], job: Job, split: Addresses
) -> list[Reading] | None:
    """Read each group; None when the job was cancelled. Raises DataProblem when there is nothing to read."""
    whole, before, readings = sum(len(files) for files, _ in groups), 0, []
    problems: list[DataProblem] = []
    for files, columns in groups:

        def progress(share: float, before: int = before, own: int = len(files)) -> bool:
            return job((before + share * own) / whole)

        try:
            reading = order_files.read(files, columns, progress, split)
        except DataProblem as problem:
            problems.append(problem)
        else:
            if reading is None:
                return None
            readings.append(reading)
        before += len(files)
    if not readings and problems:
        raise problems[0]
    return readings


def _together(books: Iterable[OrderBook], split: Addresses) -> OrderBook:
    """One book of several, the later ones the newer; they are used up."""
    together: OrderBook | None = None
    for book in books:
        if together is None:
            together = book
        else:
            for record in book.records():
                together.put(record)
    return OrderBook(split) if together is None else together


def _unpacked(batches: Sequence[Batch], split: Addresses) -> OrderBook:
    return _together((OrderBook.unpack(batch.orders, split) for batch in batches), split)


def _counted(book: OrderBook, split: Addresses) -> _Loaded:
    book.mentions("--")  # gathers what it needs for that, here and not in the GUI thread
    split("")  # the same
    return _Loaded(book, Counter(map(_place, book.records())).most_common())


def _place(record: bytes) -> str:
    told = unpacked(record)
    return told[_SHOP] if told[_SHOP] not in ("", NONE, TORN) else told[PLATFORM]


def _report(readings: Iterable[Reading], files: int, orders: int) -> Report:
    skips: list[Skips] = []
    for reading in readings:
        rows: dict[tuple[str, str], list[int]] = {}
        for skipped in reading.skipped:
            rows.setdefault((skipped.why, skipped.file), []).append(skipped.row)
        skips += [Skips(why, file, tuple(found), len(found)) for (why, file), found in rows.items()]
        if (more := reading.skipped_rows - len(reading.skipped)) > 0:
            skips.append(Skips("还有更多", "", (), more))
        skips += [Skips(_NO_COLUMN, file.name) for file in reading.needs_mapping]
        skips += [Skips(refused.sentence, refused.file) for refused in reading.refused]
    return Report(orders, files, tuple(skips))


_NO_COLUMN = "还不知道哪一列是订单号，没有读入"


def _column(glance: Glance, heading: str) -> Column:
    at = glance.headings.index(heading)
    values = [row[at] for row in glance.rows if at < len(row) and row[at].strip()]
    return Column(heading, tuple(values[:_VALUES]))


def _missing(glance: Glance) -> tuple[str, ...]:
    """Labels of what nobody has found in a table whose orders cannot be told apart."""
    told = set(glance.recognised.values())
    wanted = ("order.id", *(() if told & {"buyer.nick", "receiver.name"} else ("buyer.nick",)))
    return tuple(BY_PATH[path].label for path in wanted if path not in told)


def _hit(order: Order) -> Hit:
    """What may be shown of an order."""
    receiver, phone = order.get("receiver.name"), order.get("receiver.phone")
    return Hit(
        who=order.nick,
        receiver=f"{receiver[:1]}*" if receiver else "",
        phone_tail=phone[-_TAIL:],
        number_tail="".join(filter(str.isdigit, order.id))[-_TAIL:],
        state=order.state or order.get("order.status"),
        day=order.get("order.created_at")[:10],
        where=order.get("shop.name") or order.platform,
    )
