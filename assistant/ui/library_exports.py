"""What leaves the library window for files."""

from __future__ import annotations

from assistant.ui.export_sheet import ExportSheet, sources_of
from assistant.ui.inputs import Ink
from assistant.ui.library_commands import Place
from assistant.ui.library_editing import Editing


def open_export(editing: Editing, place: Place) -> ExportSheet:
    """Ask what to export and how: the chosen phrases when there are several, this category, or all."""
    chosen = place.table.chosen()
    phrases = tuple(chosen.phrases()) if len(chosen) > 1 else ()
    tools = editing.tools
    sheet = ExportSheet(tools.exports, place.colours(), place.window)
    sheet.exported.connect(lambda sentence: editing.said.emit(sentence, Ink.GOOD))
    sheet.offer(sources_of(phrases, place.category(), lambda: tools.access.phrases))
    sheet.open()
    return sheet
