"""What the user said about columns of order tables that nobody knows: see :mod:`assistant.core.column_memory`."""

from __future__ import annotations

from assistant.core.column_memory import ColumnMemory
from assistant.core.template.facts import BY_PATH

_ROOTS = ("order.", "buyer.", "receiver.", "item.", "logistics.", "shop.name")
_MADE = ("order.tail", "order.link", "receiver.phone_tail", "buyer.name")  # these stand in no table

FIELDS = tuple(path for path in BY_PATH if path.startswith(_ROOTS) and path not in _MADE)
"""What a column can hold."""

_MEMORY = ColumnMemory(FIELDS, "记住的订单表列名读不懂。", "请在读入订单表时重新选择。")
checked, known, remember = _MEMORY.checked, _MEMORY.known, _MEMORY.remember
