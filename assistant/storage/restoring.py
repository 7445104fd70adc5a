"""Making a copy of the library when the agent asks for it, and going back to one, as a step that can be undone."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path as File

from assistant.core.categories import Category, Path
from assistant.core.edits import Edit, Follow, Put, PutCategory, Remove, Restore
from assistant.core.errors import DataProblem
from assistant.storage.atomic import problem_of
from assistant.storage.backups import Backup
from assistant.storage.library_file import read
from assistant.storage.migrations import SCHEMA, TooNew
from assistant.storage.opening import Files, fill
from assistant.storage.phrases import Changed, Library
from assistant.storage.shelf import Shelf


def back_up(library: Library, path: File) -> bool:
    """Copy the library, whose file is ``path``; False when the newest copy is of this very state, or nothing is there.

    Takes as long as writing the whole library. Raises DataProblem when there is no room for it.
    """
    files = Files(path)
    library.keeper.flush(fold=True)
    if library.problem:
        raise library.problem
    if not path.exists():
        return False
    before = files.backups.all()
    files.backups.keep(path, library.sequence, time.time())
    return files.backups.all()[:1] != before[:1]


def restore(library: Library, backup: Backup, label: str) -> Changed:
    """Bring the agent's own phrases back to how they were in ``backup``, as one step called ``label``.

    Phrases made since go to the trash. Where a phrase stands among the others stays as it is. Raises DataProblem for a
    copy that cannot be read, and nothing is changed then.
    """
    then = Shelf()
    try:
        contents = read(backup.path)
        if contents.meta.schema > SCHEMA:
            raise TooNew
        fill(then, contents)
    except OSError as error:
        raise problem_of(error, backup.path) from error
    except (ValueError, RecursionError) as error:
        raise DataProblem(f"备份“{backup.path.name}”读不出来。", "话术库没有改动，请换一份备份。") from error
    return library.edit([*_gone(library, then), *_back(library, then)], label)


def _gone(library: Library, then: Shelf) -> Iterator[Edit]:
    """What is there now and was not then."""
    for phrase in library.phrases:
        if phrase.layer == "personal" and phrase.id not in then.own:
            hidden = phrase.id in then.trash or library.lower(phrase.id) is None
            yield Remove(phrase.id) if hidden else Follow(phrase.id)
        elif phrase.layer != "personal" and phrase.id in then.trash:
            yield Remove(phrase.id)


def _back(library: Library, then: Shelf) -> Iterator[Edit]:
    """What was there then and is not now."""
    for phrase, _ in library.trash:
        if phrase.id not in then.trash and phrase.id not in then.own and library.lower(phrase.id):
            yield Restore(phrase.id)
            if phrase.layer == "personal":
                yield Follow(phrase.id)
    now = {phrase.id: phrase for phrase in library.phrases if phrase.layer == "personal"}
    for key, entry in then.own.items():
        if now.get(key) != entry.phrase:
            yield Put(entry.phrase)
    known = set(_paths(library.categories))
    for path in sorted(then.arranged, key=len):
        if path not in known:
            yield PutCategory(path)


def _paths(tree: Iterable[Category]) -> Iterator[Path]:
    for category in tree:
        yield category.path
        yield from _paths(category.children)
