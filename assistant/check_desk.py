"""What the check of phrases works with here: the words of the shop, its tables, its chat programs, the files it has."""

from __future__ import annotations

from collections.abc import Collection, Generator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from assistant import compose
from assistant.core.errors import NotFound, SettingProblem
from assistant.core.guard.words import GuardWords
from assistant.core.model import Profile
from assistant.core.packs import checking
from assistant.core.packs.check_rules import BY_NAME, Remarked
from assistant.core.packs.checking import Ground
from assistant.core.packs.foreign import Remark
from assistant.core.packs.progress import Progress
from assistant.core.tables.table import Table
from assistant.engine.session import Rules
from assistant.storage.attachments import Attachments
from assistant.storage.check_sources import Subject
from assistant.storage.packs import Opened
from assistant.storage.paths import Paths
from assistant.storage.stores import Stores

_SHORTEST: Final = 4  # characters of a constant of the shop that is no data of a buyer


def open_checks(stores: Stores, rules: Rules, paths: Paths) -> CheckDesk:
    """The desk over these stores."""
    return CheckDesk(stores, rules, Attachments(paths.home / "attachments"))


class CheckDesk:
    """Checks packs and the library by what this shop has set. Every method is safe on any thread."""

    def __init__(self, stores: Stores, rules: Rules, files: Attachments) -> None:
        self._stores = stores
        self._rules = rules
        self._files = files

    def ground(
        self,
        subject: Subject | None = None,
        targets: Sequence[str] = (),
        today: date | None = None,
        without: Collection[str] = (),
    ) -> Ground:
        """For a ``subject``, or for what the library holds. ``targets`` are names of chat programs, none for all.

        Raises SettingProblem for a rule or a chat program that nobody knows.
        """
        if unknown := next((name for name in without if name not in BY_NAME), ""):
            raise SettingProblem(f"没有“{unknown[:40]}”这条检查规则。", "可以用 xiaoer check --rules 查看所有规则。")
        words = compose.guard_of(self._stores.rules)().words.words
        return Ground(
            templates=self._rules.templates,
            words=GuardWords((*words, *subject.words)) if subject else GuardWords(words),
            wording=compose.wording(),
            fold=compose.folded,
            today=today or datetime.now().astimezone().date(),
            tables=subject.tables if subject else self._tables(),
            has_file=subject.has_file if subject else self._has_file,
            targets=self._profiles(targets),
            all_targets=not targets,
            fine=self._own(),
            without=frozenset(without),
        )

    def of_library(self) -> Generator[float, None, tuple[Remarked, ...]]:
        """Everything in the library, in small pieces of work."""
        return checking.search(self._stores.library.phrases, self.ground())

    def of_pack(self, opened: Opened, progress: Progress) -> Sequence[Remark]:
        """What there is to say of a pack that may be installed: phrase by phrase, for people. Raises Stopped."""
        pack = opened.pack
        tables = {**self._tables(), **{table.name: table for table in pack.tables}}
        subject = Subject(
            pack.manifest.name, pack.phrases, tables, lambda digest: digest in pack.attachments, pack.rules.words
        )
        titles = {phrase.id: phrase.title for phrase in pack.phrases}
        found = checking.check(pack.phrases, self.ground(subject), progress)
        return [Remark(titles[one.phrase], one.sentence) for one in sorted(found, key=lambda one: one.severity.rank)]

    def _tables(self) -> Mapping[str, Table]:
        return compose.tables_of(self._stores.tables)()

    def _has_file(self, digest: str) -> bool:
        try:
            self._files.path(digest)
        except NotFound:
            return False
        return True

    def _profiles(self, names: Sequence[str]) -> list[Profile]:
        targets = self._rules.targets
        found = []
        for name in names or targets.names():
            profile = targets.named(name)
            if profile is None:
                raise SettingProblem(f"没有叫“{name[:40]}”的聊天程序。", f"可以写：{'、'.join(targets.names())}。")
            found.append(profile)
        return found

    def _own(self) -> tuple[str, ...]:
        """What the shop has set as its own, whole and in its parts: the phone in a return address is no buyer's."""
        settings: Mapping[str, Any] = self._stores.settings.all()
        whole = [str(value) for key, value in settings.items() if key.startswith(("shop.", "agent."))]
        parts = dict.fromkeys((*whole, *(part for value in whole for part in value.split())))
        return tuple(part for part in parts if len(part) >= _SHORTEST)
