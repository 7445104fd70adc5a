"""What the reader of order tables and its starter know of each other: kinds of frames, all in JSON but ROWS.

FILE     the place of the file that comes now
TABLE    a sheet whose headings are known: {"whole_rows", "unknown"}
ROWS     packed records with RECORD_END between
SKIPPED  {"count", "rows": [[number, why]]}: "rows" ends after MOST_SKIPPED of them
MAPPING  a sheet of orders that only the user can explain: {"unknown"}
REFUSED  why nothing of the file was read
GLANCE   the fields of a Glance
"""

READER = "assistant.storage.order_reader"  # not imported: what may break stays out of this process
FILE, TABLE, ROWS, SKIPPED, MAPPING, REFUSED, GLANCE = b"f", b"t", b"r", b"k", b"m", b"x", b"g"
LOOK = "--look"
MOST_SKIPPED = 1_000  # of all files
NO_ORDERS = "文件 {} 里没有找到订单：没有认识的列名。"
