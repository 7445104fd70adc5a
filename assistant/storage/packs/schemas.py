"""The JSON Schemas of the files in a pack, and what does not fit them as a sentence."""

from __future__ import annotations

import json
from functools import cache

from assistant.core.errors import DataProblem
from assistant.core.packs.schema import Check, compiled
from assistant.storage import resources

NAMES = ("manifest", "phrases", "categories", "tables", "rules")


@cache
def check_of(name: str, part: str = "") -> Check:
    """The check of the file ``name``.json, or of a ``part`` among its definitions. Raises DataProblem when damaged."""
    schema = json.loads(resources.read_text(f"schemas/pack-{name}.schema.json"))
    return compiled({**schema["$defs"][part], "$defs": schema["$defs"]} if part else schema)


def require(name: str, value: object) -> None:
    """Raises DataProblem when ``value`` is not what belongs into the file ``name``.json."""
    if said := check_of(name)(value):
        raise DataProblem(f"话术包里的 {name}.json 不合格式：{said}。", "请让制作者检查后重新导出。")
