"""The first module of the built program: the launcher runs it, it starts the package."""

import io
import sys
from pathlib import Path


def main() -> int:
    """Run the app or a command; returns the exit code."""
    sys.executable = str(Path(sys.base_prefix, "pythonw.exe"))  # until now it names the launcher, which is no Python
    silent = sys.stderr is None  # a program with windows only, started by hand
    said = io.StringIO()
    if silent:
        sys.stdout = sys.stderr = said
    try:
        from assistant.__main__ import main as run

        code = run()
    except Exception as problem:
        if not silent:
            raise
        said.write(f"小二快答没有启动：{problem!r}\n请重新安装；您的话术和设置都还在。")
        code = 1
    if silent and code and said.getvalue():
        _show(said.getvalue())
    return code


def _show(text: str) -> None:
    import ctypes

    ctypes.windll.user32.MessageBoxW(None, text, "小二快答", 0x10)  # type: ignore[attr-defined,unused-ignore]


if __name__ == "__main__":
    sys.exit(main())
