"""How much of another program's file is believed. Honest files stay far below; see each user for what happens above."""

LARGEST_TABLE = 80 << 20  # bytes of a CSV, XLSX or XLS: what can be looked through in two seconds
LARGEST_FILE = 50 << 20  # bytes of any other file, and of a member of an archive
MOST_FILES = 20_000  # in a folder or an archive
MOST_TOGETHER = 500 << 20  # bytes of all files of a folder or an archive
DEEPEST = 20  # folders in each other
MOST_RATIO = 100  # times that a member or a whole archive may grow
RATIO_FROM = 1 << 20  # bytes below which nobody asks how much something grew
LARGEST_DIRECTORY = 4 << 20  # bytes of the list of an archive's members
MOST_BRACKETS, MOST_COMMAS = 600_000, 3_000_000  # in a JSON file: what it takes in memory
LONGEST_LINE = 2 << 20  # bytes of a line of a table
MOST_ROWS = 200_000  # of a table, and lines of our own format
LARGEST_PICTURE = 20 << 20  # bytes of a picture of a phrase
