"""Phrases as JSON objects: the form that the library file, the starter pack and JSONL imports share.

``{"id", "code", "category": [...], "title", "text" | "variants": [{"text", "tone", "language", "script"}],
"tags": [...], "roles": [...], "note", "valid_from", "valid_until", "attachments": [{"hash", "name", "kind"}],
"hotkey", "send", "origin": {"id", "digest"}, "disabled", "use_count", "last_used"}``; days are ISO dates. Only
``title`` and one of ``text`` and ``variants`` are needed. Keys that are not listed are of a newer version: they are
kept, not read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import chain
from typing import Any

from assistant.core.model import Attachment, Origin, Phrase, PriorUse, SendMode, Variant

Record = Mapping[str, Any]

_DEEPEST = 100
_VARIANT_KEYS = frozenset({"text", "tone", "language", "script"})
# "place" belongs to the library, see assistant/storage/lines.py.
_KEYS = frozenset(
    [
        "id",
        "code",
        "category",
        "title",
        "text",
        "variants",
        "tags",
        "roles",
        "note",
        "valid_from",
        "valid_until",
        "attachments",
        "hotkey",
        "send",
        "origin",
        "disabled",
        "use_count",
        "last_used",
        "place",
    ]
)
_PLAIN_KEYS = _KEYS - {"attachments", "hotkey", "send", "origin", "disabled"}


class RecordError(ValueError):
    """A record that is no phrase; says why, in words for the user, and quotes none of its text."""


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
    phrase = Phrase(
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
    return phrase if record.keys() <= _PLAIN_KEYS else _with_rest(phrase, record)


def record_of(phrase: Phrase, prior: PriorUse | None = None) -> dict[str, Any]:
    """The object that :func:`phrase_of` and :func:`prior_use_of` read back; empty parts are left out.

    ``id``, ``code`` and ``category`` come first.
    """
    record: dict[str, Any] = {"id": phrase.id, "code": phrase.code}
    if phrase.category:
        record["category"] = list(phrase.category)
    record["title"] = phrase.title
    if phrase.variants == (Variant(phrase.text),):
        record["text"] = phrase.text
    else:
        record["variants"] = [_variant_record(variant) for variant in phrase.variants]
    for key in ("tags", "roles"):
        if values := getattr(phrase, key):
            record[key] = list(values)
    for key in ("note", "hotkey"):
        if text := getattr(phrase, key):
            record[key] = text
    for key in ("valid_from", "valid_until"):
        if day := getattr(phrase, key):
            record[key] = day.isoformat()
    _add_rest(record, phrase)
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


def _with_rest(phrase: Phrase, record: dict[str, Any]) -> Phrase:
    """What few phrases have. Parts that cannot be understood are kept as if of a newer version."""
    unread = {key: value for key, value in record.items() if key not in _KEYS}
    attachments = _attachments(record.get("attachments"))
    if attachments is None:
        unread["attachments"] = record["attachments"]
    send, origin = _send(record.get("send")), _origin(record.get("origin"))
    if send is None:
        unread["send"] = record["send"]
    if origin is None and record.get("origin") is not None:
        unread["origin"] = record["origin"]
    return replace(
        phrase,
        attachments=attachments or (),
        hotkey=_text(record, "hotkey").strip(),
        send=send or SendMode.DEFAULT,
        origin=origin,
        extra=_packed(unread),
        disabled=record.get("disabled") is True,
    )


def _add_rest(record: dict[str, Any], phrase: Phrase) -> None:
    if phrase.extra:
        record |= json.loads(phrase.extra)
    if phrase.attachments:
        record["attachments"] = [{"hash": a.hash, "name": a.name, "kind": a.kind} for a in phrase.attachments]
    if phrase.send:
        record["send"] = phrase.send.value
    if phrase.origin:
        record["origin"] = {"id": phrase.origin.id, "digest": phrase.origin.digest}
    if phrase.disabled:
        record["disabled"] = True


def _attachments(given: object) -> tuple[Attachment, ...] | None:
    if given is None:
        return ()
    if not isinstance(given, list):
        return None
    found = []
    for one in given:
        if not isinstance(one, dict) or not one.keys() <= {"hash", "name", "kind"}:
            return None
        values = (one.get("hash"), one.get("name"), one.get("kind", ""))
        if not all(isinstance(value, str) for value in values) or not values[0]:
            return None
        found.append(Attachment(*values))  # type: ignore[arg-type]
    return tuple(found)


def _send(given: object) -> SendMode | None:
    try:
        return SendMode(given or "")  # type: ignore[arg-type]
    except ValueError:
        return None


def _origin(given: object) -> Origin | None:
    if not isinstance(given, dict) or given.keys() != {"id", "digest"}:
        return None
    if not all(isinstance(value, str) for value in given.values()):
        return None
    return Origin(given["id"], given["digest"])


def _variants(record: Record) -> tuple[Variant, ...]:
    given = record.get("variants")
    if given is None:
        return (Variant(_body(record)),)
    if not isinstance(given, list) or not given or not all(isinstance(v, dict) for v in given):
        raise RecordError('variants 应是 [{"text": …}] 这样的列表')
    return tuple(map(_variant, given))


def _variant(record: dict[str, Any]) -> Variant:
    text, tone, language = _body(record), _text(record, "tone").strip(), _text(record, "language").strip() or "zh-CN"
    if record.keys() <= {"text", "tone", "language"}:
        return Variant(text, tone, language)
    unread = {key: value for key, value in record.items() if key not in _VARIANT_KEYS}
    return Variant(text, tone, language, _text(record, "script").strip(), _packed(unread))


def _variant_record(variant: Variant) -> dict[str, Any]:
    record = json.loads(variant.extra) if variant.extra else {}
    record["text"] = variant.text
    for key in ("tone", "script"):
        if value := getattr(variant, key):
            record[key] = value
    if variant.language != "zh-CN":
        record["language"] = variant.language
    return record


def _packed(unread: dict[str, Any]) -> str:
    level: list[object] = [unread]
    for _ in range(_DEEPEST):
        if not level:
            return json.dumps(unread, sort_keys=True) if unread else ""
        inner = (one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list))
        level = [*chain.from_iterable(inner)]
    # Where it can be read depends on how deep the reader is: nobody should find out later than here.
    raise RecordError("括号嵌套太深")


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
