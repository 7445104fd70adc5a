"""Several shops at one desk: which one a chat belongs to, by the title of its window."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.core.errors import SettingProblem

_BETWEEN = re.compile(r"[,，、;；]+")
_MOST = 50


@dataclass(frozen=True, slots=True)
class Shop:
    """What is another in this shop: constants by field path; the rest is as in the first shop.

    ``window`` holds words, divided by commas, one of which stands in the titles of this shop's chats; without any,
    it is the shop's name that does.
    """

    window: str = ""
    constants: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """As the agent calls it; may be empty."""
        return self.constants.get("shop.name", "")

    def owns(self, title: str) -> bool:
        """Whether the title of a window says that its chat is one of this shop's."""
        words = [word.strip().casefold() for word in _BETWEEN.split(self.window or self.name)]
        return any(word in title.casefold() for word in words if word)


@lru_cache(maxsize=4)
def parse(text: str) -> tuple[Shop, ...]:
    """Read what :func:`dump` wrote. Raises SettingProblem for anything else."""
    try:
        tables = json.loads(text)
        if not isinstance(tables, list) or len(tables) > _MOST:
            raise ValueError
        return tuple(_shop(table) for table in tables)
    except (ValueError, RecursionError, AttributeError, TypeError, KeyError) as error:
        raise SettingProblem("店铺列表读不懂。", "请在设置的“店铺与客服”一页重新填写。") from error


def dump(shops: Sequence[Shop]) -> str:
    """As one line of text."""
    return json.dumps([{"window": shop.window, "constants": dict(shop.constants)} for shop in shops])


def constants_for(first: Mapping[str, str], shops: Sequence[Shop], title: str) -> Mapping[str, str]:
    """The constants for a chat whose window has this title: ``first``, unless it belongs to one of ``shops``."""
    shop = next((shop for shop in shops if shop.owns(title)), None)
    return {**first, **{key: text for key, text in shop.constants.items() if text}} if shop else first


def _shop(table: Mapping[str, object]) -> Shop:
    window, constants = table["window"], table["constants"]
    if not isinstance(window, str) or not isinstance(constants, dict) or set(table) != {"window", "constants"}:
        raise TypeError
    if not all(isinstance(text, str) for text in constants.values()):
        raise TypeError
    return Shop(window, constants)
