"""Importing: what the files were recognised as, what would come of them, where it goes, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from assistant.ui.arrival_report import RemarkSheet
from assistant.ui.arrival_sheet import ArrivalSheet, row_of
from assistant.ui.bulk_sheets import MoveSheet
from assistant.ui.controls import ActionButton
from assistant.ui.import_mapping import ImportMapping
from assistant.ui.import_words import format_name
from assistant.ui.inputs import Ink, Note
from assistant.ui.packs_access import Category, ImportAccess, Kind, Preview, Read, Strange, Wish
from assistant.ui.pasteboard import Pasteboard
from assistant.ui.select import Select
from assistant.ui.sheet import Tick
from assistant.ui.theme import Theme

_OWN, _OTHER, _BELOW = "", "other", "below"


class ImportSheet(ArrivalSheet):
    """Call :meth:`begin`, then :meth:`open`."""

    def __init__(self, access: ImportAccess, pasteboard: Pasteboard, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, access, pasteboard, parent)
        self._access = access
        self._files: Sequence[Path] = ()
        self._category: Category = ()
        self._found: Read | None = None
        self.ask(self.tr("导入话术"), self.tr("导入"))
        label = Note(self.tr("放到"), theme, self)
        label.setWordWrap(False)
        self.place = Select(theme, self)
        self.place.setAccessibleName(self.tr("放到哪个分类"))
        self.twice = Tick(self.tr("重复的也导入"), theme, self)
        self.report = ActionButton("", theme, self)
        self.head.addLayout(row_of(label, self.place, self.twice, QWidget(self), self.report, stretch=3))
        self._options = (label, self.place, self.twice, self.report)
        self._show_options(shown=False)
        self._offer_places()
        self.place.settled.connect(self._place_chosen)
        self.twice.toggled.connect(lambda _: self._plan())
        self.report.clicked.connect(self._show_report)
        self.way_on.clicked.connect(self._apply)
        self.way_on.setEnabled(False)

    def begin(self, files: Sequence[Path]) -> None:
        """Read these files and folders."""
        self._files = files
        names = "、".join(file.name for file in files[:3]) + ("…" if len(files) > 3 else "")
        self.hint.say(names, Ink.MUTED)
        job = self.work(self.tr("正在读取… {percent}%"))
        self._access.read(files, job, self.alive(self._read), self.alive(self.fail))

    def _read(self, read: Read) -> None:
        self.rest()
        self._found = read
        if read.strange:
            self._ask(read.strange)
            return
        kind = format_name(read.format) if read.format else self.tr("几种格式")
        told = self.tr("{file} · 识别为：{format} · {count} 条话术")
        self.hint.say(told.format(file=read.name, format=kind, count=f"{read.count:,}"), Ink.MUTED)
        self.report.setText(self.tr("改动和遗漏 {count}").format(count=f"{len(read.report):,}"))
        self.report.updateGeometry()
        self._show_options(shown=True)
        self._plan()

    def _ask(self, strange: Strange) -> None:
        sheet = ImportMapping(strange, self._access.fields(), self.colours, self)
        sheet.explained.connect(lambda columns: self._access.explain(strange, columns))
        sheet.accepted.connect(lambda: self.begin(self._files))
        sheet.rejected.connect(self.reject)
        sheet.open()

    def _plan(self) -> None:
        wish = Wish(self._category, duplicates=self.twice.isChecked())
        job = self.work(self.tr("正在和话术库比较… {percent}%"))
        self._access.plan(wish, job, self.alive(self._planned), self.alive(self.fail))

    def _planned(self, preview: Preview) -> None:
        self.show_preview(preview)
        kinds = (Kind.NEW, Kind.CHANGED, *((Kind.DUPLICATE,) if self.twice.isChecked() else ()))
        coming = sum(map(preview.count, kinds))
        self.twice.setVisible(bool(preview.count(Kind.DUPLICATE)) or self.twice.isChecked())
        self.way_on.setText(self.tr("导入 {count} 条").format(count=f"{coming:,}") if coming else self.tr("导入"))
        self.way_on.updateGeometry()
        self.way_on.setEnabled(coming > 0)
        self.note.say("" if coming else self.tr("没有要导入的：都在话术库里了。"), Ink.MUTED)

    def _apply(self) -> None:
        job = self.work(self.tr("正在导入… {percent}%"))
        self._show_options(shown=False)
        self._access.apply(job, self.applied, self.alive(self.fail))

    def _offer_places(self) -> None:
        options = [(_OWN, self.tr("文件里的分类"))]
        if self._category:
            options.append((_BELOW, self.tr("“{path}”下面").format(path=" › ".join(self._category))))
        self.place.offer([*options, (_OTHER, self.tr("选一个分类…"))])
        self.place.show_value(_BELOW if self._category else _OWN)

    def _place_chosen(self) -> None:
        value = self.place.value()
        if value == _OTHER:
            self._access.categories(self.alive(self._choose_place), self.alive(self.fail))
        elif value == _OWN:
            self._put_below(())

    def _choose_place(self, categories: Sequence[Category]) -> None:
        sheet = MoveSheet(self._found.count if self._found else 0, categories, self._access.fold, self.colours, self)
        sheet.chosen.connect(self._put_below)
        sheet.rejected.connect(self._offer_places)
        sheet.open()

    def _put_below(self, category: Category) -> None:
        self._category = category
        self._offer_places()
        self._plan()

    def _show_options(self, *, shown: bool) -> None:
        for part in self._options:
            part.setVisible(shown)
        self.report.setVisible(shown and bool(self._found and self._found.report))

    def _show_report(self) -> None:
        if self._found:
            hint = self.tr("导入时改写了什么，什么没有带过来。改写过的话术都留着原文。")
            RemarkSheet(self._found.report, self.pasteboard, self.colours, self).tell(self.tr("改动和遗漏"), hint)
