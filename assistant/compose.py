"""Puts stores, engine and rules together; what the tray app and the command line have in common."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from assistant.core import programs, samples, shops
from assistant.core import teaching as taught_rules
from assistant.core.completion import Completer
from assistant.core.emoticons import Emoticons
from assistant.core.errors import TemplateProblem
from assistant.core.guard import rules as guard_rules
from assistant.core.guard.words import GuardWords
from assistant.core.model import Phrase
from assistant.core.naming import Naming
from assistant.core.orders.order import Order
from assistant.core.ports import Desktop, UsageSink
from assistant.core.programs import Ways
from assistant.core.regions import Regions
from assistant.core.review import Reviewer
from assistant.core.search import Index
from assistant.core.tables.places import locator
from assistant.core.tables.table import Table as LeadTable
from assistant.core.teaching import Taught
from assistant.core.template.calendar import Calendar
from assistant.core.template.filling import Rendered, Templates
from assistant.core.template.values import Table
from assistant.core.vocabulary import Background, Vocabularies, Vocabulary
from assistant.core.writing import Writing
from assistant.engine.injector import Hands
from assistant.engine.orders import NoOrders, OrderSource
from assistant.engine.reply import Reply
from assistant.engine.session import Desk, Rules
from assistant.engine.targets import Targets
from assistant.storage import resources
from assistant.storage.attachments import Attachments
from assistant.storage.opening import Files
from assistant.storage.paths import Paths
from assistant.storage.phrases import Library
from assistant.storage.rules import RuleBook, shipped
from assistant.storage.settings import Settings
from assistant.storage.snapshot import stamp_of
from assistant.storage.stores import Stores
from assistant.storage.table_store import TableStore
from assistant.ui.editor_tools import EditorTools, Faces, FileShelf, Known, Preview, Program
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.teach_access import Teaching

_RECENT = 24  # emoticons that the picker shows again
_WAITS = ("focus", "release", "read", "save_clipboard")  # the settings paste.…_ms


class SystemClock:
    """ports.Clock of the real time."""

    def now(self) -> float:
        """Seconds since the epoch."""
        return time.time()

    def monotonic(self) -> float:
        """Seconds that never go back."""
        return time.monotonic()

    def pause(self, milliseconds: int) -> None:
        """Sleep."""
        time.sleep(milliseconds / 1000)


def load_rules(own: Callable[[], Mapping[str, Ways]] = dict, taught: Callable[[], Sequence[Taught]] = tuple) -> Rules:
    """Read them from the resources; ``own`` is what the agent set for chat programs, ``taught`` where nicks stand.

    Raises DataProblem when the program is damaged.
    """
    emoticons = Emoticons.parse(resources.read_text("emoticons.csv"))
    calendar = Calendar.parse(resources.read_text("holidays.tsv"))
    templates = Templates(emoticons, time.monotonic, calendar)
    return Rules(Targets(resources.read_text("targets.toml"), own, taught), templates, read_order)


@lru_cache(maxsize=1)
def writing() -> Writing:
    """The tables of characters. Raises DataProblem when the program is damaged."""
    return Writing.parse(resources.read_text("writing/readings.txt"), resources.read_text("writing/simplified.txt"))


@lru_cache(maxsize=1)
def regions() -> Regions:
    """China's provinces, cities and districts. Raises DataProblem when the program is damaged."""
    return Regions.parse(resources.read_text("regions.txt"))


@lru_cache(maxsize=1)
def wording() -> GuardWords:
    """Wordings that could be kinder. Raises DataProblem when the program is damaged."""
    return GuardWords.parse(resources.read_text("guard/wording.tsv"))


def read_order(text: str) -> Order | None:
    """The one order that a copied text tells of; None for any other text. Raises DataProblem as :func:`regions`."""
    from assistant.core.orders import text as order_text  # noqa: PLC0415 (its patterns cost, and most copies are none)

    return order_text.read(text, regions)


def folded(text: str) -> str:
    """A text in the form in which texts are compared: nothing but its letters, in one script and case."""
    return writing().bare(writing().fold(text))


def stamp(paths: Paths, library: Library) -> str:
    """Stands for the files that an index is made from, without reading them."""
    own = Files(paths.library)
    return stamp_of([own.library, own.ops, *library.sources, *sorted(resources.path("writing").iterdir())])


def index_of(phrases: Iterable[Phrase], *, texts: bool = True) -> Index:
    """Phrases ready for searching, with all that is asked of an index at first. Seconds for a hundred thousand."""
    index = Index.build(phrases, writing(), texts=texts)
    _ = index.filing
    return index


@dataclass(frozen=True, slots=True)
class Around:
    """What lies on the desk beside the settings, each asked anew each time."""

    guard: Callable[[], guard_rules.Rules] = guard_rules.Rules
    orders: Callable[[], OrderSource] = NoOrders
    tables: Callable[[], Mapping[str, Table]] = dict


_NOTHING = Around()


def engine(settings: Settings, usage: UsageSink, rules: Rules, desktop: Desktop, beside: Around = _NOTHING) -> Reply:
    """The engine over a driver."""
    hands = Hands(desktop.clipboard, desktop.windows, desktop.keyboard, SystemClock())
    return Reply(hands, rules, usage, desk_of(settings, beside))


def tables_of(store: TableStore) -> Callable[[], Mapping[str, LeadTable]]:
    """The lead's tables by name, asked anew each time; cities are known to lie in their provinces."""
    store.place_with(_full_place)
    return lambda: store.by_name


def _full_place(text: str) -> str | None:
    return locator(regions())(text)


def guard_of(book: RuleBook) -> Callable[[], guard_rules.Rules]:
    """The rules of the guard as they hold, asked anew each time. Raises DataProblem when the program is damaged."""
    book.ship(shipped())
    return lambda: book.rules


def around(stores: Stores, orders: Callable[[], OrderSource]) -> Around:
    """What lies on the desk of these stores. Raises DataProblem when the program is damaged."""
    return Around(guard_of(stores.rules), orders, tables_of(stores.tables))


def desk_of(settings: Settings, beside: Around = _NOTHING) -> Callable[[], Desk]:
    """What the shop and the agent have set, and what lies around, asked anew each time."""

    def desk() -> Desk:
        known = settings.all()
        constants = {k: str(v) for k, v in known.items() if k.startswith(("shop.", "agent."))}
        waits = {name: settings.number(f"paste.{name}_ms") for name in _WAITS}
        more = shops.parse(settings.text("shops"))
        return Desk(
            constants,
            settings.text("tone"),
            settings.text("language"),
            waits,
            more,
            orders=beside.orders(),
            tables=beside.tables(),
            guard=beside.guard(),
        )

    return desk


def ways_of(settings: Settings) -> Callable[[], Mapping[str, Ways]]:
    """What the agent has set for chat programs, asked anew each time."""
    return lambda: programs.parse(settings.text("paste.programs"))


def taught_in(settings: Settings) -> Callable[[], Sequence[Taught]]:
    """Where nicks stand in titles, as the agent has taught it, asked anew each time."""
    return lambda: taught_rules.parse(settings.text("targets.taught"))


def teaching(settings: Settings, targets: Targets) -> Teaching:
    """What the dialog that teaches works with."""
    return Teaching(
        taught_in(settings),
        lambda rules: settings.set("targets.taught", taught_rules.dump(rules)),
        targets.read,
        targets.seen.glimpses,
    )


def editor_tools(
    stores: Stores, rules: Rules, paths: Paths, background: Background, pasteboard: Pasteboard
) -> EditorTools:
    """What the phrase editor asks for, over these stores; ``background`` runs what reads or writes files."""
    library, emoticons = stores.library, rules.templates.emoticons
    tables = tables_of(stores.tables)
    reviewer = Reviewer(rules.templates, emoticons, guard_of(stores.rules)().words, tables, wording())
    words = Vocabularies(
        lambda: Vocabulary.of(library.phrases, library.categories), lambda: library.revision, background
    )
    files = Attachments(paths.home / "attachments")
    recent: deque[str] = deque(maxlen=_RECENT)
    profiles = [profile for name in rules.targets.names() if (profile := rules.targets.named(name))]
    return EditorTools(
        Preview(
            lambda *what: _rendered(desk_of(stores.settings, Around(tables=tables))(), rules, what),
            tuple((sample.name, sample.label) for sample in samples.SAMPLES),
            tuple(Program(profile.name, profile.label, profile.dialect) for profile in profiles),
        ),
        reviewer.review,
        Completer(emoticons, Naming(writing()), lambda: tuple(tables().values())),
        Known(
            lambda: words.now().tags,
            lambda: words.now().categories,
            lambda: words.now().roles,
            lambda code, key: words.now().code_taken(code, key),
        ),
        FileShelf(files.keep, files.path, files.named, background),
        Faces(emoticons, lambda: tuple(recent), lambda name: _lately(recent, name)),
        pasteboard,
    )


def _rendered(desk: Desk, rules: Rules, what: tuple[Phrase, int, str, str]) -> Rendered | TemplateProblem:
    phrase, number, order, program = what
    profile = rules.targets.named(program)
    known = samples.facts(order, datetime.now().astimezone(), desk.constants, desk.tables)
    try:
        return rules.templates.render(phrase.variants[number].text, known, profile.dialect if profile else "unicode")
    except TemplateProblem as problem:
        return problem


def _lately(recent: deque[str], name: str) -> None:
    if name in recent:
        recent.remove(name)
    recent.appendleft(name)
