"""What a process that reads tables may use, whatever its file says."""

MEMORY = 1 << 30  # bytes of address space, on Windows of memory that is committed
SECONDS = 300  # of computing
