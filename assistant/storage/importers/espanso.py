"""espanso: one YAML file, a package (also a folder of its versions), a whole match folder or the config folder.

Of several versions of a package the newest is read. Files whose names begin with ``_`` are read only where another
one imports them. A picture is taken when it lies in what was chosen, wherever its path says that it is.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Final

from assistant.core.errors import DataProblem
from assistant.core.packs import macros
from assistant.core.packs.foreign import Haul, Picture
from assistant.core.packs.progress import Stopped
from assistant.storage.importers import yaml_text
from assistant.storage.importers.espanso_macros import Shelf, Values, converted, effect, heading, named
from assistant.storage.importers.harvest import Entry, Harvest
from assistant.storage.importers.limits import LARGEST_PICTURE
from assistant.storage.importers.peeking import opening
from assistant.storage.importers.source import Reader, Source, decoded

_MOST_TEXT = 60 << 20  # bytes of all files together
_MOST_PICTURES = 60 << 20  # bytes
_HEAD = 100_000  # bytes of a file that tell what it is
_LOOKED_AT = 10  # files of a folder that tell what it is
_SUFFIXES: Final = (".yml", ".yaml")
_MANIFEST: Final = "_manifest.yml"
_KEYS: Final = re.compile(r"^[\"']?(?:matches|global_vars)[\"']?\s{0,20}:", re.MULTILINE)
_VERSION: Final = re.compile(r"\d{1,6}(?:\.\d{1,6}){1,3}", re.ASCII)
_USERS: Final = re.compile(r"^(?:\$CONFIG|%CONFIG%)/")
_IMAGE: Final = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp")
_EVERY = 1_000  # matches after which the progress is told
_ONLY_PICTURE = "请看图片。"


class _Espanso:
    name = "espanso"

    def recognises(self, source: Source) -> bool:
        """By the manifest of a package, else by the keys of its files."""
        if not (source.is_folder or source.is_archive):
            return source.suffix in _SUFFIXES and bool(_KEYS.search(opening(source)))
        files = [*source.files("*.y*ml")]
        if any(posixpath.basename(name) == _MANIFEST for name, _ in files):
            return True
        heads = (read()[:_HEAD].decode("utf-8", "ignore") for _, read in files[:_LOOKED_AT])
        return any(_KEYS.search(head) for head in heads)

    def read(self, source: Source) -> Haul:
        """Every match. A broken file of a folder is reported and left out; DataProblem for a single one."""
        harvest = Harvest(self.name)
        if source.is_folder or source.is_archive:
            files = dict(source.files("*"))
            book = _Book(harvest, files, source)
            book.load(_chosen(files, harvest))
        else:
            book = _Book(harvest, {source.name: source.data}, source)
            book.load([source.name], strict=True)
        book.take()
        return harvest.haul()


def _chosen(files: Iterable[str], harvest: Harvest) -> list[str]:
    """The files that espanso would read of its own accord."""
    names = [name for name in files if name.lower().endswith(_SUFFIXES)]
    if any(_parts(name)[:-1].count("match") for name in names):
        names = [name for name in names if "config" not in _parts(name)[:-1]]
    outdated = _outdated(names)
    for folder in outdated:
        harvest.note(folder, "有更新的版本，这个版本没有导入。")
    return [name for name in names if not name.startswith(tuple(f"{folder}/" for folder in outdated))]


def _outdated(names: list[str]) -> list[str]:
    """Folders of packages beside which a newer version lies."""
    versions: dict[str, list[str]] = {}
    for name in names:
        folder, _, file = name.rpartition("/")
        if file == _MANIFEST and _VERSION.fullmatch(_parts(folder)[-1]):
            versions.setdefault(posixpath.dirname(folder), []).append(folder)
    ordered = (sorted(folders, key=_version) for folders in versions.values())
    return [folder for folders in ordered for folder in folders[:-1]]


def _version(folder: str) -> tuple[int, ...]:
    return tuple(int(part) for part in _parts(folder)[-1].split("."))


def _parts(name: str) -> list[str]:
    return name.split("/")


class _Book:
    """The files of one import, and what their references mean."""

    def __init__(self, harvest: Harvest, files: Mapping[str, Reader], source: Source) -> None:
        self._source = source
        self._harvest = harvest
        self._files = files
        self._documents: dict[str, Values] = {}
        self._titles: dict[str, str] = {}
        self._pictures: dict[str, Picture | None] = {}
        self._shelf = Shelf()
        self._size = 0

    def load(self, names: Iterable[str], *, strict: bool = False) -> None:
        """Read the files and those that they import."""
        waiting = [name for name in names if not posixpath.basename(name).startswith("_")]
        manifests = [name for name in names if posixpath.basename(name) == _MANIFEST]
        for name in manifests:
            title = (self._document(name, strict) or {}).get("title")
            self._titles[posixpath.dirname(name)] = title if isinstance(title, str) else ""
        seen = set(waiting)
        for number, name in enumerate(waiting):
            self._told(number / len(waiting) / 2)
            found = self._document(name, strict)
            if found is None:
                continue
            self._documents[name] = found
            for wanted in self._imports(name, found):
                if wanted not in seen:
                    seen.add(wanted)
                    waiting.append(wanted)

    def _document(self, name: str, strict: bool) -> Values | None:
        """What stands in a file; None, with a remark, for one that can't be read, and for an empty one."""
        try:
            data = self._files[name]()
            self._size += len(data)
            if self._size > _MOST_TEXT:
                raise DataProblem(f"所有文件加起来太大（超过 {_MOST_TEXT >> 20} MB）。", "请选里面的一个文件夹。")
            found = yaml_text.loaded(decoded(data, name), name)
        except DataProblem as problem:
            if strict or self._size > _MOST_TEXT:
                raise
            self._harvest.note(name, f"没有导入：{problem.sentence}")
            return None
        return found if isinstance(found, dict) else None

    def _imports(self, name: str, document: Values) -> Iterable[str]:
        wanted = document.get("imports")
        for path in wanted if isinstance(wanted, list) else ():
            plain = str(path).replace("\\", "/")
            inside = posixpath.normpath(posixpath.join(posixpath.dirname(name), plain))
            if inside in self._files:
                yield inside
            else:
                self._harvest.note(name, f"它引入的文件 {posixpath.basename(plain)[:40]} 不在这里面，没有导入。")

    def take(self) -> None:
        """Every match of every file, now that all variables and triggers are known."""
        for document in self._documents.values():
            for name, variable in named(document.get("global_vars")).items():
                self._shelf.variables.setdefault(name, variable)
            for match in _matches(document):
                for trigger in _triggers(match):
                    self._shelf.matches.setdefault(trigger, match)
        done, total = 0, sum(len(_matches(document)) for document in self._documents.values())
        for name, document in self._documents.items():
            nearby = named(document.get("global_vars"))
            category = self._category(name)
            for match in _matches(document):
                if not done % _EVERY:
                    self._told((1 + done / total) / 2)
                done += 1
                self._take(match, nearby, category)

    def _told(self, done: float) -> None:
        """Tell how far it is. Raises Stopped when nobody wants the rest."""
        if not self._source.progress(done):
            raise Stopped

    def _take(self, match: Values, nearby: Mapping[str, Values], category: tuple[str, ...]) -> None:
        kind, text = effect(match)
        triggers = _triggers(match)
        label = match.get("label")
        code = triggers[0] if triggers else ""
        title = (label.strip() if isinstance(label, str) else "") or heading(match, code)
        where = title or macros.clean(text[:200]).strip().partition("\n")[0]
        pictures: tuple[Picture, ...] = ()
        lost = False
        if not kind and isinstance(match.get("image_path"), str):
            pictures, lost = self._picture(match["image_path"], where)
            text = _ONLY_PICTURE
        terms = match.get("search_terms")
        tags = (*triggers[1:], *(term for term in (terms if isinstance(terms, list) else ()) if isinstance(term, str)))
        if "regex" in match:
            self._harvest.note(where, "按正则表达式触发，这里没有编码，请按标题来找。")
        if kind in ("html", "markdown"):
            self._harvest.note(where, "粗体等格式去掉了，只留文字。")
        entry = Entry(text, title, code, category, tags, disabled=lost, pictures=pictures, where=where)
        self._harvest.take(entry, partial(converted, match=match, nearby=nearby, shelf=self._shelf))

    def _picture(self, path: str, where: str) -> tuple[tuple[Picture, ...], bool]:
        """The picture of a match, and whether it is missing."""
        plain = _USERS.sub("", path.replace("\\", "/"))
        if plain not in self._pictures:
            self._pictures[plain] = self._found(plain)
        picture = self._pictures[plain]
        if picture is None:
            self._harvest.note(where, "图片不在这里面，或者太大，没有导入；话术已停用。")
        else:
            self._harvest.note(where, f"只有图片的话术加了一句“{_ONLY_PICTURE}”。")
        return ((picture,) if picture else ()), picture is None

    def _found(self, path: str) -> Picture | None:
        parts = [part for part in path.split("/") if part]
        if not parts or not parts[-1].lower().endswith(_IMAGE):
            return None
        tails = ("/".join(parts[start:]) for start in range(len(parts)))
        name = next((found for tail in tails for found in self._ending(tail)), None)
        try:
            data = self._files[name]() if name else b""
        except DataProblem:
            return None
        together = len(data) + sum(len(one.data) for one in self._pictures.values() if one)
        fits = 0 < len(data) <= LARGEST_PICTURE and together <= _MOST_PICTURES
        return Picture(parts[-1], data) if fits else None

    def _ending(self, tail: str) -> list[str]:
        return [name for name in self._files if name == tail or name.endswith(f"/{tail}")]

    def _category(self, name: str) -> tuple[str, ...]:
        """The package's title, or the folders below the match folder; then the file's name unless it is the main."""
        folder, _, file = name.rpartition("/")
        stem = posixpath.splitext(file)[0]
        last = () if stem == "package" else (stem,)
        if folder in self._titles:
            return (self._titles[folder] or _package(folder), *last)
        parts = [part for part in folder.split("/") if part]
        if "match" in parts:
            parts = parts[parts.index("match") + 1 :]
        return (*parts, *last)


def _package(folder: str) -> str:
    """The name of a package by its folder."""
    parts = [part for part in _parts(folder) if part and not _VERSION.fullmatch(part)]
    return parts[-1] if parts else ""


def _matches(document: Values) -> list[Values]:
    found = document.get("matches")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _triggers(match: Values) -> list[str]:
    one: Any = match.get("trigger")
    several: Any = match.get("triggers")
    given = [one, *(several if isinstance(several, list) else [several])]
    return [text for text in given if isinstance(text, str) and text.strip()]


IMPORTER = _Espanso()
