"""The files that come with the program: phrases, tables, icons. Read only."""

from __future__ import annotations

from pathlib import Path

from assistant.core.errors import DataProblem

_PACKAGE = Path(__file__).resolve().parent.parent
# A wheel carries them inside the package; in the source tree they stand beside it; in the program for Windows the
# package lies in an archive, and they stand beside that.
_ROOTS = (_PACKAGE / "resources", _PACKAGE.parent / "resources", _PACKAGE.parent.parent / "resources")
_NEXT_STEP = "请重新安装小二快答。"


def path(name: str) -> Path:
    """Where the file or folder ``name`` (with ``/``) is. Raises DataProblem when it is missing."""
    root = next((root for root in _ROOTS if root.is_dir()), _ROOTS[-1])
    found = root / name
    if not found.exists():
        raise DataProblem(f"程序自带的文件“{name}”不见了。", _NEXT_STEP)
    return found


def read_text(name: str) -> str:
    """The text of the file ``name``, UTF-8. Raises DataProblem when it is missing or damaged."""
    try:
        return path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataProblem(f"程序自带的文件“{name}”读不出来。", _NEXT_STEP) from error
