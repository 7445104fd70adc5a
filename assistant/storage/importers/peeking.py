"""A look at the beginning of a file, to tell formats apart without reading all of it."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Mapping
from typing import Any, Final

from assistant.core.errors import DataProblem
from assistant.storage.importers.source import Source

_FIRST: Final = re.compile(r"\s*\[\s*")


def opening(source: Source) -> str:
    """The first characters of a file, damage and a torn end left out."""
    head = source.head
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore")
    return head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "ignore")


def is_object(source: Source) -> bool:
    """Whether it looks like JSON that is an object."""
    return opening(source).lstrip().startswith("{")


def first_of_list(source: Source) -> Mapping[str, Any] | None:
    """The first entry of JSON that is a list of objects; None when it is none."""
    text = opening(source)
    start = _FIRST.match(text)
    if not start or text[start.end() : start.end() + 1] != "{":
        return None
    try:
        entry, _ = json.JSONDecoder().raw_decode(text, start.end())
    except RecursionError:
        return None
    except ValueError:  # damaged, or larger than what was looked at
        return _first_of_all(source) if source.size > len(source.head) else None
    return entry if isinstance(entry, dict) else None


def _first_of_all(source: Source) -> Mapping[str, Any] | None:
    try:
        entries = source.json()
    except DataProblem:
        return None
    return next((entry for entry in entries[:1] if isinstance(entry, dict)), None) if entries else None
