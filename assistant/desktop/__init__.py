"""The system behind ports: one driver folder a system, chosen here and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from assistant.core.errors import DesktopProblem
from assistant.core.ports import Desktop


def open_desktop(environ: Mapping[str, str], platform: str = sys.platform) -> Desktop:
    """The driver for this session. Only the chosen one is imported.

    Raises DesktopProblem when a display is named but can't be reached.
    """
    if platform.startswith("linux") and environ.get("DISPLAY"):
        from assistant.desktop.x11.driver import open_x11  # noqa: PLC0415

        return open_x11(environ)
    if platform == "win32" and sys.platform == "win32":
        from assistant.desktop.win32.driver import open_win32  # noqa: PLC0415

        return open_win32(environ)
    from assistant.desktop.null.driver import open_null  # noqa: PLC0415

    return open_null(_why(environ, platform))


def _why(environ: Mapping[str, str], platform: str) -> str:
    if platform.startswith("linux"):
        if environ.get("WAYLAND_DISPLAY"):
            return "这个 Wayland 会话没有 XWayland，快捷键和自动粘贴还不能用，选中的回复会复制到剪贴板。"
        raise DesktopProblem("没有图形桌面。", "请在桌面会话里启动，或运行 python3 packaging/dev.py run 看演示。")
    system = {"darwin": "macOS"}.get(platform, platform)
    return f"{system} 的快捷键和自动粘贴还没有做好，选中的回复会复制到剪贴板。"
