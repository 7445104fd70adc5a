"""Every change of the library that the window makes: done in the background, one step each, told in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, Signal

from assistant.core.edits import Edit, Put
from assistant.core.errors import NotFound, XiaoerError
from assistant.core.model import Phrase
from assistant.ui.inputs import Ink
from assistant.ui.library_access import Effect, LibraryAccess, LibraryTools
from assistant.ui.library_rows import Chosen


class Editing(QObject):
    """Does steps one after the other; ``said`` tells how each ended, ``stepped`` that others can be undone now."""

    said = Signal(str, object)  # sentence, Ink
    stepped = Signal()

    def __init__(self, tools: LibraryTools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self._under_way = 0

    @property
    def access(self) -> LibraryAccess:
        """The library."""
        return self.tools.access

    @property
    def busy(self) -> bool:
        """Whether a step has not ended yet."""
        return self._under_way > 0

    def do(self, edits: Callable[[], Iterable[Edit]], label: str, then: Callable[[Effect], None] | None = None) -> None:
        """Do what ``edits`` gives (asked in the background) as one step; ``then`` hears what it did."""

        def step() -> Effect:
            return self.access.edit(edits(), label)

        def told(effect: Effect) -> str:
            return self.tr("{label}，已完成。").format(label=label) if _any(effect) else ""

        self._run(step, told, then)

    def each(self, chosen: Chosen, change: Callable[[Phrase], Phrase], label: str) -> None:
        """Change all chosen phrases as one step."""
        self.do(lambda: [Put(new) for old in fresh(self.access, chosen) if (new := change(old)) != old], label)

    def put(self, phrase: Phrase) -> None:
        """Keep a phrase as it was edited; nothing happens when it is just the same."""
        title = phrase.title.strip() or phrase.code
        self.do(lambda: [Put(phrase)], self.tr("修改“{title}”").format(title=title))

    def undo(self) -> None:
        """Take the last step back."""
        label = self.access.steps.undo_label
        if label:
            self._run(self.access.undo, lambda _: self.tr("已撤销：{label}").format(label=label))

    def redo(self) -> None:
        """Do again what was taken back last."""
        label = self.access.steps.redo_label
        if label:
            self._run(self.access.redo, lambda _: self.tr("已重做：{label}").format(label=label))

    def _run(
        self,
        step: Callable[[], Effect],
        told: Callable[[Effect], str],
        then: Callable[[Effect], None] | None = None,
    ) -> None:
        self._under_way += 1

        def done(effect: Effect) -> None:
            self._under_way -= 1
            sentence, problem = told(effect), self.access.problem
            if problem:
                self.said.emit(str(problem), Ink.DANGER)
            elif sentence:
                self.said.emit(sentence, Ink.MUTED)
            if then:
                then(effect)
            self.stepped.emit()

        def failed(problem: XiaoerError) -> None:
            self._under_way -= 1
            self.said.emit(str(problem), Ink.DANGER)
            self.stepped.emit()

        self.tools.run(step, done, failed)


def fresh(access: LibraryAccess, chosen: Chosen) -> Iterator[Phrase]:
    """The chosen phrases as the library has them by now; those that are gone are left out."""
    for phrase in chosen.phrases():
        try:
            yield access.get(phrase.id)
        except NotFound:
            continue


def _any(effect: Effect) -> bool:
    return bool(len(effect.put) or len(effect.removed))
