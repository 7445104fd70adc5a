"""What of the wheels goes into a built program: a list of what is used, for Qt, and of what is not, for the rest.

Qt's wheel is 190 MB, of which the program uses a fifth. A test holds the list of Qt modules against what the sources
import; that nothing is missing underneath is seen when ``dev.py build`` tries the built program.
"""

import re
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

MODULES = {  # sys.platform → modules of PySide6
    "win32": ("QtCore", "QtGui", "QtWidgets", "QtNetwork"),
    "linux": ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtDBus"),
}
_CRT = ("msvcp140*.dll", "vcruntime140*.dll")
_QT = {  # beside those modules and the Python files
    "win32": (
        *_CRT,
        "pyside6.abi3.dll",
        "Qt6{Core,Gui,Widgets,Network}.dll",
        "plugins/platforms/qwindows.dll",
        "plugins/platforms/qoffscreen.dll",
        "plugins/styles/*.dll",
        "plugins/imageformats/{qgif,qico,qjpeg}.dll",
        "translations/qtbase_{en,zh_CN,zh_TW}.qm",
    ),
    "linux": (
        "libpyside6.abi3.so.*",
        "Qt/lib/libQt6{Core,Gui,Widgets,Network,DBus,XcbQpa}.so.*",
        "Qt/lib/libicu*.so.*",
        "Qt/plugins/platforms/lib{qxcb,qoffscreen}.so",
        "Qt/plugins/platforminputcontexts/lib{compose,ibus}*.so",
        "Qt/plugins/platformthemes/*.so",
        "Qt/plugins/xcbglintegrations/*.so",
        "Qt/plugins/imageformats/lib{qgif,qico,qjpeg}.so",
        "Qt/translations/qtbase_{en,zh_CN,zh_TW}.qm",
    ),
}
_SHIBOKEN = {"win32": ("*.py", "*.pyd", *_CRT, "shiboken6.abi3.dll"), "linux": ("*.py", "*.abi3.so", "libshiboken6.*")}
_UNUSED = (  # of the other wheels
    "*.pyi",
    "*/py.typed",
    "*.dist-info/RECORD",
    "*.dist-info/WHEEL",
    "*.dist-info/INSTALLER",
    "*.dist-info/top_level.txt",
    "*.dist-info/sboms/*",
    "*/tests/*",
    "babel/locale-data/*",  # but see _LOCALES
    "tzdata/zoneinfo/*",  # who asks for a zone by its name, babel, asks pytz
    "*.c",
    "*.h",
    "*.pxd",
    "*.pyx",
)
_LOCALES = re.compile(r"babel/locale-data/((root|en|en_US|zh\w*)\.dat|LICENSE\.unicode)")
_SOURCES = ("assistant", "resources")
_NO_SOURCES = ("__pycache__", ".DS_Store", "py.typed")


def keeps(system: str, name: str) -> bool:
    """Whether the file ``name`` of a wheel, as it lies on the import path with ``/``, is part of the program."""
    path = PurePosixPath(name)
    top, rest = path.parts[0], "/".join(path.parts[1:])
    if top == "PySide6":
        return _of_qt(system, rest)
    if top == "shiboken6":
        return any(fnmatchcase(rest, pattern) for pattern in _SHIBOKEN[system])
    if _LOCALES.fullmatch(name):
        return True
    return not any(fnmatchcase(name, pattern) for pattern in _UNUSED)


def of_ours(root: Path) -> dict[str, Path]:
    """Our own files: where they lie in the program, and where in the checkout."""
    found: dict[str, Path] = {}
    for top in _SOURCES:
        for path in sorted((root / top).rglob("*")):
            inner = path.relative_to(root)
            if path.is_file() and not set(_NO_SOURCES) & set(inner.parts) and path.suffix != ".pyc":
                found[inner.as_posix()] = path
    return found


def is_licence(name: str) -> bool:
    """Whether a file of a wheel is a licence, a notice or a list of authors."""
    path = PurePosixPath(name)
    words = ("licen", "copying", "notice", "authors")
    return path.parts[0].endswith(".dist-info") and any(word in path.name.lower() for word in words)


def _of_qt(system: str, rest: str) -> bool:
    if "/" not in rest and rest.endswith(".py"):
        return True
    if rest.startswith("Qt") and (found := re.fullmatch(r"(Qt\w+?)(\.abi3)?\.(pyd|so)", rest)):
        return found[1] in MODULES[system]
    return any(fnmatchcase(rest, pattern) for one in _QT[system] for pattern in _alternatives(one))


def _alternatives(pattern: str) -> list[str]:
    """``a{b,c}d`` is ``abd`` and ``acd``."""
    before, brace, rest = pattern.partition("{")
    if not brace:
        return [pattern]
    inner, _, after = rest.partition("}")
    return [f"{before}{word}{after}" for word in inner.split(",")]
