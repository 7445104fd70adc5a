"""How strict the guard is, and the words that a shop has written down itself: ``rules.json``, in two layers.

The team's layer is what a lead has said; the agent's own can only be stricter
(:func:`assistant.core.guard.rules.merged`).
What a newer version wrote, and what is unusable, stays in the file until the layer is set anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from tinydb import where
from tinydb.queries import QueryInstance

from assistant.core.errors import SettingProblem, XiaoerError
from assistant.core.guard.rules import BY_NAME, OWN, Layer, Rules, Severity, merged, together
from assistant.core.guard.words import GuardWords, Word
from assistant.storage import resources
from assistant.storage.database import Database

TEAM, PERSONAL = "team", "personal"
_MOST_WORDS = 500
_LONGEST: Final = {"text": 40, "why": 100, "instead": 60}  # characters


class RuleBook:
    """The rules as they hold now. ``rules`` is safe to ask from every thread, a change from one at a time.

    ``shipped`` are the words that come with the program, which :meth:`ship` may bring later. A file that cannot be
    written leaves the changes in memory and says why in :attr:`problem`.
    """

    def __init__(self, path: Path, shipped: Iterable[Word] = ()) -> None:
        self._shipped = tuple(shipped)
        self._database = Database(path)
        self._callbacks: list[Callable[[], None]] = []
        self._packs = Layer()
        self._layers = {name: self._stored(name) for name in (TEAM, PERSONAL)}
        self._rules = self._merged()

    @property
    def rules(self) -> Rules:
        """Both layers over what comes with the program."""
        return self._rules

    @property
    def problem(self) -> XiaoerError | None:
        """Why the newest changes are not on disk; None when they are."""
        return self._database.problem

    @property
    def notice(self) -> str:
        """What was wrong with the file when it was read, "" when nothing was."""
        return self._database.notice

    def ship(self, words: Iterable[Word]) -> None:
        """Look also for these, which come with the program."""
        self._shipped = tuple(words)
        self._rules = self._merged()

    def set_team(self, layers: Iterable[Layer]) -> None:
        """Have what the packs of the team say over what the file says of the team."""
        packs = together(layers)
        if packs != self._packs:
            self._packs = packs
            self._rules = self._merged()
            self._tell()

    def layer(self, name: str = PERSONAL) -> Layer:
        """What one layer says."""
        return self._team() if name == TEAM else self._layers[name]

    def set_severity(self, rule: str, severity: Severity | None, layer: str = PERSONAL) -> None:
        """How strictly a rule holds in a layer; None leaves it to the others.

        Raises SettingProblem for a rule that does not exist, and for one that the team holds more strictly.
        """
        if rule not in BY_NAME:
            raise SettingProblem(f"没有“{rule[:40]}”这条检查规则。", "请在设置的“发送前检查”一页选择。")
        if severity is not None and layer == PERSONAL and severity not in self._rules.choices(rule):
            raise SettingProblem(f"“{BY_NAME[rule].label}”不能放宽。", "这是团队的要求，请找主管修改。")
        table, place = self._database.table("severities"), _of(layer) & (where("rule") == rule)
        table.remove(place)
        if severity is not None:
            table.insert({"layer": layer, "rule": rule, "severity": severity.name.lower()})
        self._changed(layer)

    def set_words(self, words: Sequence[Word], layer: str = PERSONAL) -> None:
        """A layer's own words, in their order; of two alike the last counts.

        Raises SettingProblem for one that is not whole, and nothing is changed.
        """
        checked = {word.text: word for word in map(_checked, words)}
        if len(checked) > _MOST_WORDS:
            raise SettingProblem(f"自己的敏感词最多 {_MOST_WORDS} 个。", "请先删去不用的。")
        table = self._database.table("words")
        table.remove(_of(layer))
        table.insert_multiple([{"layer": layer, **_document(word)} for word in checked.values()])
        self._changed(layer)

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call this after every change, in the thread that made it."""
        self._callbacks.append(callback)

    def reload(self) -> None:
        """Read the file again."""
        self._database.reload()
        for name in self._layers:
            self._layers[name] = self._stored(name)
        self._rules = self._merged()
        self._tell()

    def _changed(self, layer: str) -> None:
        self._database.save()
        self._layers[layer] = self._stored(layer)
        self._rules = self._merged()
        self._tell()

    def _tell(self) -> None:
        for callback in self._callbacks:
            callback()

    def _merged(self) -> Rules:
        return merged(self._team(), self._layers[PERSONAL], self._shipped)

    def _team(self) -> Layer:
        return together((self._layers[TEAM], self._packs))

    def _stored(self, layer: str) -> Layer:
        severities = {}
        for document in self._database.table("severities").search(_of(layer)):
            level = Severity.named(str(document.get("severity")))
            if level is not None:
                severities[str(document.get("rule"))] = level
        words = _words_of(self._database.table("words").search(_of(layer)))
        return Layer(severities, tuple(words[:_MOST_WORDS]))


def layer_record(layer: Layer) -> dict[str, Any]:
    """A layer as a JSON object, as packs carry it."""
    severities = {rule: level.name.lower() for rule, level in sorted(layer.severities.items())}
    return {"severities": severities, "words": [_document(word) for word in layer.words]}


def layer_of(record: Mapping[str, Any]) -> Layer:
    """The other way; rules and words that cannot be understood are left out."""
    named = {str(rule): Severity.named(str(level)) for rule, level in dict(record.get("severities") or {}).items()}
    severities = {rule: level for rule, level in named.items() if level is not None}
    return Layer(severities, tuple(_words_of(record.get("words") or ())[:_MOST_WORDS]))


def shipped() -> tuple[Word, ...]:
    """The words that come with the program. Raises DataProblem when it is damaged."""
    return GuardWords.parse(resources.read_text("guard/words.tsv")).words


def _words_of(documents: Iterable[Any]) -> list[Word]:
    words = []
    for document in documents:
        try:
            words.append(_checked(_word(document)))
        except (SettingProblem, TypeError):
            continue
    return words


def _of(layer: str) -> QueryInstance:
    found: QueryInstance = where("layer") == layer
    return found


def _checked(word: Word) -> Word:
    trimmed = replace(word, text=word.text.strip(), why=word.why.strip().rstrip("。"), instead=word.instead.strip())
    if not trimmed.text or not any(sign.isalnum() for sign in trimmed.text):
        raise SettingProblem("敏感词还是空的。", "请填写要留意的词语。")
    for name, longest in _LONGEST.items():
        if len(getattr(trimmed, name)) > longest:
            raise SettingProblem(f"“{trimmed.text[:10]}”这一行太长了。", f"请缩短到 {longest} 个字以内。")
    return replace(trimmed, why=trimmed.why or "店铺不希望这样说", category=trimmed.category or OWN)


def _document(word: Word) -> dict[str, Any]:
    texts = {"word": word.text, "why": word.why, "instead": word.instead, "category": word.category}
    return {**texts, "platforms": list(word.platforms), "fine": list(word.fine)}


def _word(document: Any) -> Word:
    text, why, instead, category = (str(document.get(key) or "") for key in ("word", "why", "instead", "category"))
    platforms, fine = (tuple(map(str, document.get(key) or ())) for key in ("platforms", "fine"))
    return Word(text, why, instead, category, platforms, fine)
