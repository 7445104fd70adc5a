"""An order read from text that an agent copied: an order panel, an address card, in any of their shapes.

:func:`read` is all that others need. Nothing here raises, and text that is no order, or could be several, gives None:
a chip with somebody else's address would be worse than none.
"""

from assistant.core.orders.text.reader import LONGEST, read

__all__ = ("LONGEST", "read")
