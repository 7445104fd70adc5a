"""The journal of activations: ``{"phrase", "variant", "at", "outcome", "profile", "ms", "chat"}`` a line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assistant.core.model import Activation, Outcome
from assistant.storage.journal import Form, Journal, finite


class Usage(Journal[Activation]):
    """Every use, without a limit (:class:`assistant.core.ports.UsageSink`)."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, Form(_written, _read))


def _written(activation: Activation) -> dict[str, Any]:
    return {
        "phrase": activation.phrase,
        "variant": activation.variant,
        "at": activation.at,
        "outcome": activation.outcome.value,
        "profile": activation.profile,
        "ms": activation.milliseconds,
        "chat": activation.chat,
    }


def _read(record: Any) -> Activation:
    return Activation(
        str(record["phrase"]),
        int(record["variant"]),
        finite(record["at"]),
        Outcome(record["outcome"]),
        str(record["profile"]),
        finite(record["ms"]),
        str(record.get("chat", "")),  # older records have none
    )
