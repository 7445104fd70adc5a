"""Exporting from the library window: what, how, what gets lost, where to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from assistant.core.errors import DataProblem
from assistant.ui.export_access import ExportTools, Extra, Format, Loss
from assistant.ui.export_sheet import ExportSheet, sources_of
from assistant.ui.orders_access import Job
from assistant.ui.theme import light
from tests.ui.phrase_samples import phrases

FORMATS = (
    Format("csv", "千牛", "三列", ".csv"),
    Format("book", "手册", "给新人", ".html", Extra.TITLE),
    Format("espanso", "程序包", "文件夹", "", Extra.PREFIX),
)


class Exporter:
    """Answers when it is told to."""

    def __init__(self) -> None:
        self.waiting = []
        self.seen = []
        self.found = {"csv": [Loss("标签没有地方写。", 5, ("a 甲", "b 乙")), Loss("不能再导入。")]}
        self.jobs = []

    def tools(self) -> ExportTools:
        return ExportTools(FORMATS, self.losses, self.write, lambda *what: self.waiting.append(what))

    def losses(self, wish, job):
        self.jobs.append(job)
        return None if job.cancelled else self.found.get(wish.format.name, [])

    def write(self, wish, path, job):
        self.seen.append((wish.format.name, wish.extra, len(wish.phrases()), path.name))
        if path.name == "wrong.csv":
            raise DataProblem("写不进去。", "请检查。")
        return "" if job.cancelled else "已导出。"

    def answer(self) -> None:
        for op, success, failure in self.waiting:
            try:
                success(op())
            except DataProblem as problem:
                failure(problem)
        self.waiting.clear()


@pytest.fixture
def exporter():
    return Exporter()


@pytest.fixture
def sheet(app, exporter):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    made = ExportSheet(exporter.tools(), light(), window)
    every = phrases(30)
    made.offer(sources_of(every[:3], every[0].category, lambda: every))
    made.open()
    yield made
    made.reject()
    window.deleteLater()


def lines(sheet) -> list[str]:
    return [sheet.list.item(row).text() for row in range(sheet.list.count())]


def choose(select, value) -> None:
    select.show_value(value)
    select.settled.emit()


def test_losses_are_shown_before_anything_is_written(sheet, exporter) -> None:
    assert not sheet.way_on.isEnabled()
    assert sheet.progress.isVisibleTo(sheet)
    exporter.answer()
    assert lines(sheet) == ["标签没有地方写。\n5 条：a 甲、b 乙…", "不能再导入。"]
    assert sheet.heading.text() == "这样导出，下面这些会变："
    assert sheet.way_on.isEnabled()
    assert exporter.seen == []


def test_another_format_is_looked_at_anew_and_asks_its_own_question(sheet, exporter) -> None:
    choose(sheet.format, "book")
    assert exporter.waiting[0][0]() is None  # the first look was cancelled
    exporter.answer()
    assert lines(sheet) == []
    assert sheet.heading.text() == "这样导出，什么都不会丢。"
    assert sheet.extra.isVisibleTo(sheet)
    choose(sheet.format, "espanso")
    assert (sheet.extra.accessibleName(), sheet.extra.text()) == ("编码前缀", ":")
    choose(sheet.format, "csv")
    assert not sheet.extra.isVisibleTo(sheet)


def test_what_was_chosen_is_written_and_its_folder_can_be_opened(sheet, exporter, tmp_path, monkeypatch) -> None:
    told, opened = [], []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    sheet.exported.connect(told.append)
    choose(sheet.format, "espanso")
    choose(sheet.what, "all")
    sheet.extra.setText(";")
    exporter.answer()
    sheet.write(tmp_path / "pack")
    assert not sheet.what.isEnabled()
    exporter.answer()
    assert exporter.seen == [("espanso", ";", 30, "pack")]
    assert told == ["已导出。"]
    assert sheet.heading.text() == "已导出。"
    assert sheet.way_on.isHidden()
    sheet.folder.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_a_failure_is_said_and_another_place_can_be_chosen(sheet, exporter, tmp_path) -> None:
    exporter.answer()
    sheet.write(tmp_path / "wrong.csv")
    exporter.answer()
    assert sheet.note.text() == "写不进去。请检查。"
    assert sheet.way_on.isEnabled()
    assert sheet.format.isEnabled()


def test_leaving_cancels_what_goes_on(sheet, exporter, tmp_path) -> None:
    exporter.answer()
    sheet.write(tmp_path / "a.csv")
    told = []
    sheet.exported.connect(told.append)
    sheet.reject()
    exporter.answer()
    assert told == []
    assert isinstance(exporter.jobs[-1], Job)


def test_where_to_is_asked_with_the_ending_of_the_format(sheet, exporter) -> None:
    exporter.answer()
    sheet.way_on.click()
    dialog = sheet.findChild(QFileDialog)
    assert dialog.defaultSuffix() == "csv"
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.reject()


def test_what_is_offered_goes_by_what_is_chosen() -> None:
    every = phrases(30)
    path = every[0].category
    found = sources_of((), path, lambda: every)
    assert [key for key, _, _ in found] == ["category", "all"]
    assert {one.category[: len(path)] for one in found[0][2]()} == {path}
    assert [key for key, _, _ in sources_of((), (), lambda: every)] == ["all"]


def test_the_window_exports_what_is_chosen_in_it(library_desk, tmp_path) -> None:
    library_desk.choose(0, 2)
    sheet = library_desk.window.export()
    library_desk.settle()
    assert sheet.what.currentText() == "选中的 3 条"
    assert sheet.way_on.isEnabled()
    sheet.write(tmp_path / "out.jsonl")
    library_desk.settle()
    assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == 3
    assert library_desk.said() == "已导出 3 条话术到 out.jsonl。"
    sheet.reject()
