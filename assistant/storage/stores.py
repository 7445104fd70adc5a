"""Everything that is kept, opened together for the composition root."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from assistant.core.errors import DataProblem
from assistant.core.packs.installed import Installed
from assistant.storage import resources
from assistant.storage.misses import Misses
from assistant.storage.paths import Paths
from assistant.storage.phrases import Library
from assistant.storage.rules import RuleBook
from assistant.storage.settings import Settings
from assistant.storage.table_store import TableStore
from assistant.storage.trust_store import TrustStore
from assistant.storage.usage import Usage


@dataclass(frozen=True, slots=True)
class Stores:
    """The open stores. ``notices`` are sentences that the user should see once."""

    settings: Settings
    library: Library
    usage: Usage
    misses: Misses
    rules: RuleBook
    tables: TableStore
    trust: TrustStore
    notices: tuple[str, ...]


def open_stores(paths: Paths, *, library_later: bool = False) -> Stores:
    """Open and load everything below ``paths`` (as :meth:`Paths.ensure` returned them). Never raises.

    Damaged files are moved aside; where nothing can be written the stores work in memory. With ``library_later`` the
    caller loads the library, and sees to its notices.
    """
    settings, library, usage = Settings(paths.settings), Library(paths.library), Usage(paths.usage)
    rules, tables, trust = RuleBook(paths.rules), _tables(paths), TrustStore(paths.trust)
    library.on_packs = partial(_follow, rules, tables)
    if not library_later:
        library.load()
    problems = (paths.problem, settings.problem, library.problem, rules.problem, tables.problem, trust.problem)
    notices = (*settings.notices, *library.notices, rules.notice, *tables.notices, trust.notice)
    told = dict.fromkeys(filter(None, (*notices, *(str(problem) for problem in problems if problem))))
    return Stores(settings, library, usage, Misses(paths.misses), rules, tables, trust, tuple(told))


def _follow(rules: RuleBook, tables: TableStore, packs: Sequence[Installed]) -> None:
    """Have the rules and tables of the team be those of its packs, the newest pack over the others."""
    rules.set_team(pack.rules for pack in packs)
    tables.set_team(table for pack in packs for table in pack.tables)


def _tables(paths: Paths) -> TableStore:
    try:
        return TableStore(paths.tables, resources.path("starter/tables.json"))
    except DataProblem:
        return TableStore(paths.tables)
