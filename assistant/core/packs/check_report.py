"""What the check found, as text for people, as JSON, and as SARIF 2.1.0 for the tools of a lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from assistant.core.model import Phrase
from assistant.core.packs.check_rules import RULES, Remarked, Severity
from assistant.core.packs.checking import counts

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
LABELS: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "建议"}
_SIGNS: Final = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands: a file, its first line there counted from 1 (0: unknown), and the way in its JSON."""

    file: str = ""
    line: int = 0
    pointer: str = ""


Places = Callable[[str], Place]
"""By the id of a phrase."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything that reports are made from. ``name`` is what was checked, ``bad`` are lines that are no phrases."""

    name: str
    phrases: Mapping[str, Phrase] = field(repr=False)
    found: Sequence[Remarked] = field(repr=False)
    places: Places = field(default=lambda _: Place(), repr=False)
    bad: Sequence[tuple[Place, str]] = ()


def summary(checked: Checked) -> str:
    """One line: how many of each."""
    told = counts(checked.found)
    size = f"{len(checked.phrases):,} 条话术"
    if not checked.found and not checked.bad:
        return f"检查了 {size}，没有发现问题。"
    parts = [f"{LABELS[severity]} {count}" for severity, count in told.items() if count]
    if checked.bad:
        parts.insert(0, f"读不懂 {len(checked.bad)} 行")
    return f"检查了 {size}：{'，'.join(parts)}。"


def text(checked: Checked) -> Iterator[str]:
    """Lines for people, phrase by phrase, and the counts."""
    for place, why in checked.bad:
        yield f"✗ {place.file} 第 {place.line} 行：{why}"
    last = ""
    for one in checked.found:
        phrase = checked.phrases[one.phrase]
        if one.phrase != last:
            last = one.phrase
            place = checked.places(one.phrase)
            line = f"  {place.file}:{place.line}" if place.line else ""
            code = f" [{phrase.code}]" if phrase.code else ""
            yield f"{phrase.title}{code}{line}"
        yield f"  {_SIGNS[one.severity]} {_where(phrase, one)}{one.sentence}{_advice(one)}  ({one.rule})"
    yield summary(checked)


def _where(phrase: Phrase, one: Remarked) -> str:
    return f"第 {one.variant + 1} 种说法：" if one.variant >= 0 and len(phrase.variants) > 1 else ""


def _advice(one: Remarked) -> str:
    return f" → {one.suggestion}" if one.suggestion else ""


def as_json(checked: Checked) -> dict[str, Any]:
    """One object: counts, and the findings in their order."""
    return {
        "checked": checked.name,
        "phrases": len(checked.phrases),
        "counts": {str(severity): count for severity, count in counts(checked.found).items()},
        "unreadable": [{"file": place.file, "line": place.line, "why": why} for place, why in checked.bad],
        "findings": [_record(checked, one) for one in checked.found],
    }


def _record(checked: Checked, one: Remarked) -> dict[str, Any]:
    phrase, place = checked.phrases[one.phrase], checked.places(one.phrase)
    record: dict[str, Any] = {
        "rule": one.rule,
        "severity": str(one.severity),
        "phrase": one.phrase,
        "code": phrase.code,
        "title": phrase.title,
        "variant": one.variant,
        "start": one.start,
        "end": one.end,
        "message": one.sentence,
        "suggestion": one.suggestion,
    }
    if place.file:
        record |= {"file": place.file, "line": place.line, "pointer": _pointer(place, one, phrase)}
    return record


def _pointer(place: Place, one: Remarked, phrase: Phrase) -> str:
    """Where in the JSON: ``/3/variants/0/text``, or ``/3/text`` where there is but one plain wording."""
    if one.variant < 0:
        return place.pointer
    alone = len(phrase.variants) == 1
    return f"{place.pointer}/text" if alone else f"{place.pointer}/variants/{one.variant}/text"


def as_sarif(checked: Checked, version: str) -> dict[str, Any]:
    """A log with one run. ``version`` is that of the program."""
    used = {one.rule for one in checked.found}
    rules = [rule for rule in RULES if rule.name in used]
    numbers = {rule.name: number for number, rule in enumerate(rules)}
    driver = {
        "name": "xiaoer check",
        "version": version,
        "semanticVersion": version,
        "language": "zh-CN",
        "rules": [
            {
                "id": rule.name,
                "shortDescription": {"text": rule.label},
                "fullDescription": {"text": rule.about},
                "defaultConfiguration": {"level": str(rule.severity)},
            }
            for rule in rules
        ],
    }
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(checked, one, numbers[one.rule]) for one in checked.found],
    }
    if checked.bad:
        run["invocations"] = [{"executionSuccessful": False, "toolExecutionNotifications": _unread(checked.bad)}]
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(checked: Checked, one: Remarked, number: int) -> dict[str, Any]:
    phrase, place = checked.phrases[one.phrase], checked.places(one.phrase)
    pointer = _pointer(place, one, phrase)
    where: dict[str, Any] = {
        "logicalLocations": [
            {"name": phrase.title, "fullyQualifiedName": pointer or f"/{one.phrase}", "kind": "element"}
        ]
    }
    if place.file:
        where["physicalLocation"] = _physical(place)
    sentence = f"{phrase.title}：{_where(phrase, one)}{one.sentence}"
    result: dict[str, Any] = {
        "ruleId": one.rule,
        "ruleIndex": number,
        "level": str(one.severity),
        "message": {"text": sentence},
        "locations": [where],
        "properties": {
            "phrase": one.phrase,
            "code": phrase.code,
            "variant": one.variant,
            "start": one.start,
            "end": one.end,
        },
    }
    if one.suggestion:
        result["properties"]["suggestion"] = one.suggestion
    return result


def _physical(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line:
        physical["region"] = {"startLine": place.line}
    return physical


def _uri(path: str) -> str:
    """A path as a URI reference: what may not stand in one is written as its bytes in hex."""
    plain = path.replace("\\", "/")
    return "".join(
        sign
        if sign.isascii() and (sign.isalnum() or sign in "-._~/")
        else "".join(f"%{byte:02X}" for byte in sign.encode())
        for sign in plain
    )


def _unread(bad: Iterable[tuple[Place, str]]) -> list[dict[str, Any]]:
    return [
        {"level": "error", "message": {"text": why}, "locations": [{"physicalLocation": _physical(place)}]}
        for place, why in bad
    ]
