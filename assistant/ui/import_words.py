"""What the formats are called that phrases are imported from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def format_name(name: str) -> str:
    """The name of a reader as users know it; itself when it is another."""
    tr = QCoreApplication.translate
    known = {
        "jsonl": tr("ImportWords", "小二快答的导出文件"), "xiaoer": tr("ImportWords", "小二快答话术包"),
        "qianniu": tr("ImportWords", "千牛快捷短语"), "kefubao": tr("ImportWords", "客服宝"),
        "table": tr("ImportWords", "表格"), "textblaze": "Text Blaze", "espanso": "espanso",
        "textexpander": "TextExpander", "beeftext": "Beeftext", "autokey": "AutoKey", "raycast": "Raycast",
        "alfred": "Alfred", "macos": tr("ImportWords", "macOS 文本替换"), "gboard": tr("ImportWords", "Gboard 词典"),
        "clippings": "Clippings",
    }  # fmt: skip
    return known.get(name, name)
