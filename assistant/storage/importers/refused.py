"""Files of programs that nobody else can read: encrypted ones, databases of running programs. Each has a way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NoReturn

from assistant.core.errors import DataProblem
from assistant.storage.importers.source import Source


@dataclass(frozen=True, slots=True)
class _Kind:
    """``start`` are the first bytes, "" for any; ``inside`` stands near them."""

    suffixes: tuple[str, ...]
    start: bytes
    inside: bytes
    sentence: str
    way_out: str


_PHRASEEXPRESS = "请在 PhraseExpress 里把话术复制到表格，存成 CSV 后再导入。"
_MACOS = "请在“系统设置 → 键盘 → 文本替换”里全选，拖到桌面，再导入得到的 plist 文件。"
_KINDS: Final = (
    _Kind((".pxp",), b"", b"", "是 PhraseExpress 的加密文件，别的软件读不了。", _PHRASEEXPRESS),
    _Kind((), b"PK\x03\x04", b"phrases.pxp", "是 PhraseExpress 的加密文件，别的软件读不了。", _PHRASEEXPRESS),
    _Kind((), b"PK\x03\x04", b"pwd.xml", "是 PhraseExpress 的加密文件，别的软件读不了。", _PHRASEEXPRESS),
    _Kind((".pexdb",), b"", b"", "是 PhraseExpress 的数据库，不能直接读取。", _PHRASEEXPRESS),
    _Kind(
        (".rayconfig",),
        b"",
        b"",
        "是 Raycast 的加密备份，别的软件读不了。",
        "请在 Raycast 里运行 Export Snippets，再导入得到的 JSON 文件。",
    ),
    _Kind((), b"SQLite format 3\0", b"ZTEXTREPLACEMENTENTRY", "是系统正在使用的文本替换数据库，不能直接读取。", _MACOS),
    _Kind(
        (),
        b"SQLite format 3\0",
        b"",
        "是某个软件正在使用的数据库，不能直接读取。",
        "请在原来的软件里导出话术，再导入导出的文件。",
    ),
)
_ENDS_AT = 4_096  # bytes of the head that are looked through


class _Refused:
    name = "refused"

    def recognises(self, source: Source) -> bool:
        """By the ending or the first bytes."""
        return _kind(source) is not None

    def read(self, source: Source) -> NoReturn:
        """Raises DataProblem, always."""
        kind = _kind(source)
        raise DataProblem(f"{source.name} {kind.sentence if kind else '读不了。'}", kind.way_out if kind else "")


def _kind(source: Source) -> _Kind | None:
    return next((kind for kind in _KINDS if not source.is_folder and _fits(kind, source)), None)


def _fits(kind: _Kind, source: Source) -> bool:
    if kind.suffixes:
        return source.suffix in kind.suffixes
    reach = len(source.head) if kind.start.startswith(b"SQLite") else _ENDS_AT
    return source.head.startswith(kind.start) and kind.inside in source.head[:reach]


IMPORTER = _Refused()
