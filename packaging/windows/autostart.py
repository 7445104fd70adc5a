"""Start with the session, for trying the installer.

``on`` switches it on as the app does, with the switch of Task Manager beside it; ``is-on`` and ``is-off`` look whether
both values are there or both are gone. The exit code is 1 when not.
"""

import sys
import winreg

assert sys.platform == "win32"

CURRENT_VERSION = r"Software\Microsoft\Windows\CurrentVersion"
KEYS = (rf"{CURRENT_VERSION}\Run", rf"{CURRENT_VERSION}\Explorer\StartupApproved\Run")
NEIGHBOUR = "Neighbour"  # somebody else's program: nobody may touch its entry


def values(name: str) -> list[bool]:
    """Whether each of the two keys has a value of this name."""
    return [_has(key, name) for key in KEYS]


def _has(path: str, name: str) -> bool:
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
            winreg.QueryValueEx(key, name)
    except FileNotFoundError:
        return False
    return True


def switch_on() -> None:
    """Ours as the app does it, and the other values that Windows and other programs may have there."""
    from assistant.desktop.win32.autostart import RunKeyAutostart  # exists on Windows only

    RunKeyAutostart((r"C:\Xiaoer\Xiaoer.exe",)).set(True)
    for path, names in zip(KEYS, ((NEIGHBOUR,), (NEIGHBOUR, "Xiaoer")), strict=True):
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, path) as key:
            for name in names:
                winreg.SetValueEx(key, name, 0, winreg.REG_BINARY, bytes([2, *bytes(11)]))


if __name__ == "__main__":
    word = sys.argv[1]
    if word == "on":
        switch_on()
    ours = [word != "is-off"] * 2
    print(word, values("Xiaoer"), values(NEIGHBOUR))
    sys.exit(0 if values("Xiaoer") == ours and values(NEIGHBOUR) == [True, True] else 1)
