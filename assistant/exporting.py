"""What the window and the command line export with: every format, the means to write it, what was written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant import compose
from assistant.core.errors import DataProblem, XiaoerError
from assistant.core.model import Attachment, Phrase
from assistant.core.packs.foreign import Remark
from assistant.core.packs.outward import Cutter
from assistant.core.packs.progress import Progress, Stopped
from assistant.engine.session import Rules
from assistant.storage import exporters
from assistant.storage.attachments import Attachments
from assistant.storage.exporters import handbook_print
from assistant.storage.exporters.handbook import HANDBOOK
from assistant.storage.exporters.work import Exporter, Work, put
from assistant.storage.paths import Paths
from assistant.storage.stores import Stores
from assistant.ui.editor_tools import Background
from assistant.ui.export_access import ExportTools, Extra, Format, Loss, Wish
from assistant.ui.orders_access import Job

if TYPE_CHECKING:
    from assistant.core.packs.leaves import Cover
    from assistant.ui.handbook_pdf import Leaves

NOTHING: Final = DataProblem("没有可以导出的话术。", "请先新增或导入话术。")


_PLACES: Final = 3  # phrases that a loss names
_EXTRAS: Final = {
    **dict.fromkeys(("espanso", "textexpander"), Extra.PREFIX),
    **dict.fromkeys(("xiaoer", "handbook", "pdf", "markdown"), Extra.TITLE),
}


@dataclass(frozen=True, slots=True)
class HandbookPdf:
    """The handbook as it is printed."""

    name: str = "pdf"
    label: str = "新人手册（PDF）"
    about: str = "同一本手册，排成 A4 的 PDF，带目录和页码，可以直接打印。"
    suffix: str = ".pdf"

    def losses(self, phrases: Sequence[Phrase], work: Work) -> tuple[Remark, ...]:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        return HANDBOOK.losses(phrases, work)

    def write(self, phrases: Sequence[Phrase], path: Path, work: Work) -> None:
        """See :class:`assistant.storage.exporters.work.Exporter`."""
        halves = iter((_half(work, 0.0), _half(work, 0.5)))
        pdf = _printed(handbook_print.cover(phrases, work), lambda: handbook_print.leaves(phrases, next(halves)))
        put(path, pdf)


EXPORTERS: Final[tuple[Exporter, ...]] = (*exporters.EXPORTERS, HandbookPdf())


class Exports:
    """Exports what the library shows. Everything here reads or writes files: not for the GUI thread."""

    def __init__(self, stores: Stores, rules: Rules, paths: Paths, today: Callable[[], date]) -> None:
        self._library = stores.library
        self._constants = compose.desk_of(stores.settings)
        self._emoticons = rules.templates.emoticons
        self._files = Attachments(paths.home / "attachments")
        self._today = today

    def chosen(self, *, own: bool = False, category: Sequence[str] = ()) -> Sequence[Phrase]:
        """The phrases of the library in its order: all, the agent's ``own``, or those below a category.

        Raises DataProblem when there are none.
        """
        depth, path = len(category), tuple(category)
        found: Sequence[Phrase] = self._library.phrases
        if own or path:
            found = [one for one in found if (one.layer == "personal" or not own) and one.category[:depth] == path]
        if not found:
            raise NOTHING
        return found

    def losses(self, exporter: Exporter, phrases: Sequence[Phrase], work: Work) -> tuple[Remark, ...]:
        """What would be lost. Raises Stopped."""
        return exporter.losses(phrases, work)

    def write(self, exporter: Exporter, phrases: Sequence[Phrase], path: Path, work: Work) -> str:
        """Write the file or the folder; a sentence about it. Raises DataProblem and Stopped."""
        exporter.write(phrases, path, work)
        return f"已导出 {len(phrases)} 条话术到 {path.name}。"

    def work(self, progress: Progress, *, title: str = "", prefix: str = ":") -> Work:
        """The means of one export, with the shop's settings as they are now."""
        known = Work(Cutter(self._emoticons, self._constants().constants))
        return replace(
            known,
            picture=self._picture,
            usage=self._library.usage,
            title=title or known.title,
            prefix=prefix,
            today=self._today(),
            progress=progress,
        )

    def _picture(self, attachment: Attachment) -> bytes | None:
        try:
            return self._files.path(attachment.hash).read_bytes()
        except (OSError, XiaoerError):
            return None

    # --- for windows

    def tools(self, run: Background) -> ExportTools:
        """The same for a window; ``run`` does work elsewhere."""
        return ExportTools([_shown(one) for one in EXPORTERS], self._losses, self._written, run)

    def _losses(self, wish: Wish, job: Job) -> Sequence[Loss] | None:
        exporter, work = self._of(wish, job)
        try:
            found = exporters.grouped(self.losses(exporter, _some(wish), work))
        except Stopped:
            return None
        return [Loss(what, len(places), tuple(places[:_PLACES])) for what, places in found]

    def _written(self, wish: Wish, path: Path, job: Job) -> str:
        exporter, work = self._of(wish, job)
        try:
            return self.write(exporter, _some(wish), path, work)
        except Stopped:
            return ""

    def _of(self, wish: Wish, job: Job) -> tuple[Exporter, Work]:
        title = wish.extra if wish.format.extra is Extra.TITLE else ""
        prefix = wish.extra if wish.format.extra is Extra.PREFIX else ""
        return exporters.named(wish.format.name, EXPORTERS), self.work(job, title=title, prefix=prefix)


def _shown(exporter: Exporter) -> Format:
    return Format(
        exporter.name, exporter.label, exporter.about, exporter.suffix, _EXTRAS.get(exporter.name, Extra.NONE)
    )


def _some(wish: Wish) -> Sequence[Phrase]:
    phrases = wish.phrases()
    if not phrases:
        raise NOTHING
    return phrases


def open_tools(stores: Stores, rules: Rules, paths: Paths, run: Background) -> ExportTools:
    """What the window of the running app exports with."""
    return Exports(stores, rules, paths, lambda: datetime.now().astimezone().date()).tools(run)


def _half(work: Work, start: float) -> Work:
    return replace(work, progress=lambda share: work.progress(start + share / 2))


def _printed(cover: Cover, leaves: Leaves) -> bytes:
    # Only who prints needs Qt, and on Linux it must not look for a display.
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    from assistant.ui.handbook_pdf import pdf_of  # noqa: PLC0415

    running = QGuiApplication.instance() or QGuiApplication(["xiaoer"])
    try:
        return pdf_of(cover, leaves)
    finally:
        del running


def told(remarks: Iterable[Remark], most: int = _PLACES) -> list[str]:
    """What gets lost, a line for each sentence, with the first places where it does."""
    lines = []
    for what, places in exporters.grouped(remarks):
        named = "、".join(places[:most])
        count = f"（{len(places)} 条：{named}{'…' if len(places) > most else ''}）" if places else ""
        lines.append(f"{what}{count}")
    return lines


__all__ = ["EXPORTERS", "Exports", "Stopped", "told"]
