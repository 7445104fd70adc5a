"""Phrases as JSON objects: the form that the library file, the starter pack and JSONL imports share.

``{"id", "code", "category": [...], "title", "text" | "variants": [{"text", "tone", "language"}], "tags": [...],
"roles": [...], "note", "valid_from", "valid_until", "use_count", "last_used"}``; days are ISO dates; only ``title`` and one of ``text`` and ``variants`` are needed,
keys that are not listed are ignored.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from assistant.core.model import Phrase, Variant

Record = Mapping[str, Any]


class RecordError(ValueError):
    """A record that is no phrase; says why, in words for the user, and quotes none of its text."""


@dataclass(frozen=True, slots=True)
class PriorUse:
    """How much a phrase was used before it came to us, so that it ranks from the first day."""

    count: int
    last: float  # seconds since the epoch; 0 when unknown


def phrase_of(record: object, layer: str) -> Phrase:
    """The phrase in ``record``. Raises RecordError when it is none.

    Without an id of its own it gets one that stays the same when the same file is read again.
    """
    if not isinstance(record, dict):
        raise RecordError("不是一条话术（应是 {…}）")
    title = _text(record, "title").strip()
    if not title:
        raise RecordError("缺少标题 title")
    variants = _variants(record)
    code = _text(record, "code").strip()
    if code and len(code.split()) > 1:
        raise RecordError("编码 code 里不能有空格")
    category = _texts(record, "category")
    return Phrase(
        _text(record, "id").strip() or f"{layer}:{code or _digest(*category, title, variants[0].text)}",
        code,
        title,
        variants,
        category,
        _texts(record, "tags"),
        _texts(record, "roles"),
        _text(record, "note"),
        layer,
        _day(record, "valid_from"),
        _day(record, "valid_until"),
    )


def record_of(phrase: Phrase, prior: PriorUse | None = None) -> dict[str, Any]:
    """The object that :func:`phrase_of` and :func:`prior_use_of` read back; empty parts are left out."""
    record: dict[str, Any] = {"id": phrase.id, "code": phrase.code, "title": phrase.title}
    if phrase.category:
        record["category"] = list(phrase.category)
    if phrase.variants == (Variant(phrase.text),):
        record["text"] = phrase.text
    else:
        record["variants"] = [_variant_record(variant) for variant in phrase.variants]
    for key in ("tags", "roles"):
        if values := getattr(phrase, key):
            record[key] = list(values)
    if phrase.note:
        record["note"] = phrase.note
    for key in ("valid_from", "valid_until"):
        if day := getattr(phrase, key):
            record[key] = day.isoformat()
    if prior:
        record["use_count"] = prior.count
        record["last_used"] = datetime.fromtimestamp(prior.last, UTC).isoformat() if prior.last else None
    return record


def prior_use_of(record: Record) -> PriorUse | None:
    """The use that ``record`` tells of; None when there is none or it cannot be read: no reason to lose a phrase."""
    count = record.get("use_count")
    if not isinstance(count, int) or isinstance(count, bool) or not 0 < count < 2**53:
        return None
    try:
        last = datetime.fromisoformat(record["last_used"]).timestamp()
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        last = 0.0
    return PriorUse(count, max(last, 0.0))


def _variants(record: Record) -> tuple[Variant, ...]:
    given = record.get("variants")
    if given is None:
        return (Variant(_body(record)),)
    if not isinstance(given, list) or not given or not all(isinstance(v, dict) for v in given):
        raise RecordError('variants 应是 [{"text": …}] 这样的列表')
    return tuple(Variant(_body(v), _text(v, "tone").strip(), _text(v, "language").strip() or "zh-CN") for v in given)


def _variant_record(variant: Variant) -> dict[str, str]:
    record = {"text": variant.text}
    if variant.tone:
        record["tone"] = variant.tone
    if variant.language != "zh-CN":
        record["language"] = variant.language
    return record


def _body(record: Record) -> str:
    text = _text(record, "text")
    if not text or text.isspace():
        raise RecordError("缺少正文 text")
    return text.replace("\r\n", "\n") if "\r" in text else text


def _text(record: Record, key: str) -> str:
    value = record.get(key, "")
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    raise RecordError(f"{key} 应是文字")


def _texts(record: Record, key: str) -> tuple[str, ...]:
    values = record.get(key)
    if not values:
        return ()
    try:
        # str.strip is also the check that each is a str, in a fifth of the time.
        return tuple(filter(None, map(str.strip, values if isinstance(values, list) else [values])))
    except TypeError:
        raise RecordError(f"{key} 应是文字的列表") from None


def _day(record: Record, key: str) -> date | None:
    text = _text(record, key).strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise RecordError(f"{key} 应是日期，例如 2026-11-30") from None


def _digest(*parts: str) -> str:
    return hashlib.blake2s("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
