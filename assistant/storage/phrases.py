"""The phrase library: the starter pack that comes with the program, under the agent's own phrases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.core.errors import DataProblem, NotFound, XiaoerError
from assistant.core.model import Phrase, PriorUse
from assistant.storage import resources
from assistant.storage.database import Database
from assistant.storage.importers import jsonl
from assistant.storage.records import RecordError, phrase_of, prior_use_of, record_of

_TABLE = "phrases"
_REASONS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did. ``skipped`` holds a sentence for each phrase that was left out."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    skipped: tuple[str, ...] = ()


class Library:
    """All phrases, in memory. A personal phrase takes the place of the starter's with the same id.

    For one thread at a time. Changes that cannot be written stay in memory; :attr:`problem` says why.
    """

    def __init__(self, path: Path, starter: Path | None = None) -> None:
        """``path`` is the agent's file, ``starter`` the folder of the starter pack (the program's own by default)."""
        self._database = Database(path)
        self._starter = starter
        self._phrases: dict[str, Phrase] = {}
        self._usage: dict[str, PriorUse] = {}
        self._notices: list[str] = []
        self._fresh = True

    @property
    def problem(self) -> XiaoerError | None:
        """Why the newest changes are not on disk; None when they are."""
        return self._database.problem

    @property
    def notices(self) -> list[str]:
        """Sentences about files and phrases that could not be read by the last :meth:`load`."""
        return [notice for notice in (self._database.notice, *self._notices) if notice]

    @property
    def usage(self) -> Mapping[str, PriorUse]:
        """How much phrases were used before they were imported, by id."""
        return self._usage

    def load(self) -> list[Phrase]:
        """Read everything (again) and return it in its order: categories as they first appear."""
        if not self._fresh:
            self._database.reload()
        self._fresh = False
        self._phrases, self._usage, self._notices = {}, {}, []
        self._load_starter()
        self._load_personal()
        return list(self._phrases.values())

    @property
    def phrases(self) -> list[Phrase]:
        """Everything that is loaded, in its order."""
        return list(self._phrases.values())

    def by_code(self, code: str) -> Phrase:
        """The phrase with ``code``, whatever its case; a personal one first. Raises NotFound."""
        wanted = code.strip().casefold()
        found = [p for p in self._phrases.values() if p.code and p.code.casefold() == wanted]
        if not found:
            raise NotFound(f"没有编码为“{code.strip()}”的话术。", "请检查编码，或在弹窗里搜索。")
        return next((p for p in found if p.layer == "personal"), found[0])

    def import_phrases(self, phrases: Iterable[Phrase], usage: Mapping[str, PriorUse] | None = None) -> Report:
        """Make ``phrases`` the agent's own; one with a known id takes its place.

        ``usage`` is how much they were used so far, by id.
        """
        wanted: dict[str, Phrase] = {}
        skipped = []
        for phrase in phrases:
            if reason := _unfit(phrase):
                skipped.append(f"“{phrase.title or phrase.code}”：{reason}。")
            else:
                wanted[phrase.id] = replace(phrase, layer="personal")
        records = {key: record_of(phrase, (usage or {}).get(key)) for key, phrase in wanted.items()}
        added, replaced, unchanged = self._store(records)
        self._phrases |= wanted
        self._usage |= {key: prior for key, prior in (usage or {}).items() if key in wanted}
        return Report(added, replaced, unchanged, tuple(skipped))

    def _store(self, records: dict[str, dict[str, Any]]) -> tuple[int, int, int]:
        table = self._database.table(_TABLE)
        known = {document.get("id"): document for document in table.all()}
        changed = {key: record for key, record in records.items() if key in known and known[key] != record}
        new = [record for key, record in records.items() if key not in known]

        def take_over(document: Any) -> None:
            record = changed[document["id"]]
            document.clear()
            document.update(record)

        # One pass over the table for each kind: TinyDB rebuilds it at every call.
        if changed:
            table.update(take_over, lambda document: document.get("id") in changed)
        if new:
            table.insert_multiple(new)
        if new or changed:
            self._database.save()
        return len(new), len(changed), len(records) - len(new) - len(changed)

    def _load_starter(self) -> None:
        try:
            files = sorted((self._starter or resources.path("starter")).glob("*.jsonl"))
        except DataProblem as problem:
            self._notices.append(str(problem))
            return
        for file in files:
            try:
                parsed = jsonl.parse(file.read_bytes(), "starter")
            except OSError:
                self._notices.append(f"自带话术“{file.name}”读不出来。请重新安装小二快答。")
                continue
            self._phrases |= {phrase.id: phrase for phrase in parsed.phrases}
            self._usage |= parsed.usage
            if parsed.bad:
                self._notices.append(
                    _summary(f"自带话术“{file.name}”", [f"第 {b.number} 行：{b.reason}" for b in parsed.bad])
                )

    def _load_personal(self) -> None:
        bad = []
        for document in self._database.table(_TABLE):
            try:
                phrase = phrase_of(document, "personal")
            except RecordError as reason:
                bad.append(f"第 {document.doc_id} 条：{reason}")
                continue
            self._phrases[phrase.id] = phrase
            if prior := prior_use_of(document):
                self._usage[phrase.id] = prior
        if bad:
            self._notices.append(_summary("您的话术库", bad))


def _unfit(phrase: Phrase) -> str:
    if not phrase.id or not phrase.title.strip():
        return "缺少编号或标题"
    if not phrase.variants or not all(variant.text.strip() for variant in phrase.variants):
        return "缺少正文"
    return ""


def _summary(where: str, reasons: list[str]) -> str:
    more = "……" if len(reasons) > _REASONS_SHOWN else ""
    return f"{where}里有 {len(reasons)} 条读不懂，已跳过：{'；'.join(reasons[:_REASONS_SHOWN])}{more}。"
