"""Finding phrases while somebody types: by code, title, pinyin, tag and text, also when the fingers slip.

:func:`search` looks through an :class:`Index`; what it finds explains itself (:class:`Match`).
"""

from assistant.core.search.arrange import Arranged, Column, Order, arranged, rearranged
from assistant.core.search.browse import Listing, browse
from assistant.core.search.engine import search
from assistant.core.search.index import Index
from assistant.core.search.match import Match, Span
from assistant.core.search.plain import plain
from assistant.core.search.view import EVERYTHING, Scope

__all__ = [
    "EVERYTHING", "Arranged", "Column", "Index", "Listing", "Match", "Order", "Scope", "Span",
    "arranged", "browse", "plain", "rearranged", "search",
]  # fmt: skip
