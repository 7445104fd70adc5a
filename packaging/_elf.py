"""Which shared libraries a compiled file asks for. Only what wheels for x86_64 hold: 64 bits, little-endian.

The layout is that of the System V ABI, chapters 4 and 5: https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html
"""

import struct

_MAGIC = b"\x7fELF\x02\x01"  # 64 bits, little-endian
_LOAD, _DYNAMIC = 1, 2  # p_type
_END, _NEEDED, _STRINGS = 0, 1, 5  # d_tag
_SEGMENT = struct.Struct("<II6Q")  # type, flags, offset, address, physical address, bytes in the file and in memory, …
_ENTRY = struct.Struct("<qQ")  # tag, value


def is_elf(data: bytes) -> bool:
    """Whether these are the first bytes of such a file."""
    return data.startswith(_MAGIC)


def needed(data: bytes) -> list[str]:
    """The names of the libraries, as written in the file. Raises ValueError for anything else or a damaged file."""
    if not is_elf(data):
        raise ValueError("not a 64-bit little-endian ELF file")
    try:
        return _needed(data)
    except (struct.error, UnicodeDecodeError) as problem:
        raise ValueError("damaged ELF file") from problem


def _needed(data: bytes) -> list[str]:
    (start,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    segments = [_SEGMENT.unpack_from(data, start + size * number) for number in range(count)]
    loaded = [(address, offset, length) for kind, _, offset, address, _, length, _, _ in segments if kind == _LOAD]
    entries: list[tuple[int, int]] = []
    for kind, _, offset, _, _, length, _, _ in segments:
        if kind == _DYNAMIC:
            entries += _ENTRY.iter_unpack(data[offset : offset + length - length % _ENTRY.size])
    strings = next((value for tag, value in entries if tag == _STRINGS), None)
    if strings is None:
        return []
    base = _place(strings, loaded)
    return [_text(data, base + value) for tag, value in _before_end(entries) if tag == _NEEDED]


def _before_end(entries: list[tuple[int, int]]) -> list[tuple[int, int]]:
    tags = [tag for tag, _ in entries]
    return entries[: tags.index(_END)] if _END in tags else entries


def _place(address: int, loaded: list[tuple[int, int, int]]) -> int:
    """Where in the file what is at ``address`` in memory lies."""
    for begin, offset, length in loaded:
        if begin <= address < begin + length:
            return address - begin + offset
    raise ValueError("damaged ELF file")


def _text(data: bytes, at: int) -> str:
    end = data.find(b"\0", at)
    if end < 0:
        raise ValueError("damaged ELF file")
    return data[at:end].decode("utf-8")
