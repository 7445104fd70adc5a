"""Property lists of Apple's programs, in XML or binary, from somebody else."""

from __future__ import annotations

import plistlib
import struct
from typing import Any, Final
from xml.parsers.expat import ExpatError

from assistant.core.errors import DataProblem

_LARGEST = 20 << 20  # bytes
_MOST_MARKS = 400_000  # of XML: what it takes in time and memory
BINARY: Final = b"bplist00"
_TRAILER = 32  # bytes at the end of the binary form
_BROKEN = (
    plistlib.InvalidFileException,
    ExpatError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    struct.error,
    MemoryError,
)


def loaded(data: bytes, name: str) -> Any:
    """What stands in it. Raises DataProblem, also for one that would fill the memory."""
    if len(data) > _LARGEST or _count(data) > _MOST_MARKS:
        raise DataProblem(f"{name} 里的内容太多，没有读取。", "请分成几个文件后再试。")
    try:
        return plistlib.loads(data)
    except RecursionError:
        raise DataProblem(f"{name} 嵌套太深，没有读取。", "请在原来的软件里重新导出。") from None
    except _BROKEN:
        raise DataProblem(f"{name} 不是完整的 plist，可能已经损坏。", "请在原来的软件里重新导出。") from None


def _count(data: bytes) -> int:
    if not data.startswith(BINARY):
        return data.count(b"<")
    if len(data) < _TRAILER:
        return 0
    return int.from_bytes(data[-_TRAILER + 8 : -_TRAILER + 16], "big")
