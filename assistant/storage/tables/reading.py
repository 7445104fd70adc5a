"""One function over all formats. What a file is decides its content: names lie often."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.core.errors import DataProblem
from assistant.storage.tables import html, text_file, xls, xlsx
from assistant.storage.tables.sheet import Sheet, foreign, locked

_HEAD = 1 << 16
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds an XLSX with a password
_MARKUP = (b"<table", b"<html", b"<!doctype html", b"<workbook", b":workbook", b"<tr")
_FOREIGN = (b"%PDF", b"{\\rtf", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


def sheets(path: Path) -> Iterator[Sheet]:
    """The sheets of a file, one after the other: the rows of one are read before the next is asked for.

    Raises DataProblem, here or while rows are read, for a file that is missing, empty, damaged, locked or no table.
    XLS files are for processes of their own only (see :mod:`assistant.storage.tables.aside`).
    """
    head = _head(path)
    if head.startswith(_OLE):
        if _mentions(path, _ENCRYPTED):
            raise locked(path.name)
        yield from xls.sheets(path)
    elif head.startswith(_ZIP):
        yield from xlsx.sheets(path)
    elif head.startswith(_FOREIGN):
        raise foreign(path.name)
    elif _is_markup(head):
        yield html.HtmlSheet(path)
    else:
        yield text_file.TextSheet(path)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise DataProblem(f"读不到文件 {path.name}。", "请检查路径和权限。") from error
    if not head.strip():
        raise DataProblem(f"文件 {path.name} 是空的。", "请重新导出一次。")
    return head


def _is_markup(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    lower = head.lower()
    return start == b"<" and any(sign in lower for sign in _MARKUP)


def _mentions(path: Path, sign: bytes) -> bool:
    """Whether ``sign`` stands somewhere in the file."""
    rest = b""
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            if sign in rest + chunk:
                return True
            rest = chunk[-len(sign) :]
    return False
