"""What the launchers carry inside them: icon, version and manifest."""

import struct
from pathlib import Path

SIZES = (16, 20, 24, 32, 48, 64, 256)  # pixels; what Windows asks for at its usual scales
_DIRECTORY, _ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")
_PNG = b"\x89PNG\r\n\x1a\n"
_RC = """#pragma code_page(65001)
1 ICON "xiaoer.ico"
1 24 "xiaoer.manifest"
1 VERSIONINFO
FILEVERSION {numbers}
PRODUCTVERSION {numbers}
FILEOS 0x40004L
FILETYPE 0x1L
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "080404b0"
    BEGIN
      VALUE "CompanyName", "Xiaoer"
      VALUE "FileDescription", "小二快答"
      VALUE "FileVersion", "{version}"
      VALUE "InternalName", "{name}"
      VALUE "LegalCopyright", "MIT License"
      VALUE "OriginalFilename", "{name}"
      VALUE "ProductName", "小二快答"
      VALUE "ProductVersion", "{version}"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x804, 0x4b0
  END
END
"""


def numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers that Windows wants of a version such as ``1.2.3``. Raises ValueError for other kinds."""
    parts = [int(part) for part in version.split(".")]
    if len(parts) > 4 or not all(0 <= part < 1 << 16 for part in parts):
        raise ValueError(version)
    first, second, third, fourth = [*parts, 0, 0, 0, 0][:4]
    return first, second, third, fourth


def version_script(version: str, name: str) -> str:
    """The resource script of the launcher ``name``; icon and manifest lie beside it."""
    return _RC.format(numbers=",".join(map(str, numbers(version))), version=version, name=name)


def manifest(template: str, version: str) -> str:
    """The manifest with the version filled in."""
    return template.replace("@VERSION@", ".".join(map(str, numbers(version))))


def icon(pictures: list[Path]) -> bytes:
    """One .ico of square PNG files. Windows reads PNGs in it since Vista. Raises ValueError for other pictures."""
    datas = [path.read_bytes() for path in pictures]
    at = _DIRECTORY.size + len(datas) * _ENTRY.size
    head = [_DIRECTORY.pack(0, 1, len(datas))]
    for path, data in zip(pictures, datas, strict=True):
        width, height = struct.unpack_from(">II", data, 16)
        if not data.startswith(_PNG) or width != height or width > 256:  # a size is one byte
            raise ValueError(path.name)
        head.append(_ENTRY.pack(width % 256, height % 256, 0, 0, 1, 32, len(data), at))
        at += len(data)
    return b"".join([*head, *datas])
