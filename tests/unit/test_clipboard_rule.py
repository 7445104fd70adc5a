"""The interface leaves the system's clipboard to Qt's own code and to the driver; see ``assistant.ui.pasteboard``.

A thread of this process answers whoever reads what it has copied, and needs Python's lock for that: a call of Qt's
clipboard from Python, or an override through which Qt reaches its clipboard with the lock held, waits for itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Qt's widgets that copy, cut or paste by themselves when they get the keys for it.
COPYING = {
    "QLineEdit", "QPlainTextEdit", "QTextEdit", "QTextBrowser", "QComboBox", "QSpinBox", "QAbstractItemView",
    "QListView", "QListWidget", "QTableView", "QTableWidget", "QTreeView", "QTreeWidget",
}  # fmt: skip
ON_THE_WAY = {
    "event", "keyPressEvent", "contextMenuEvent", "canInsertFromMimeData", "insertFromMimeData",
    "createMimeDataFromSelection",
}  # fmt: skip
ASKED_ONLY_WITHOUT_A_TEXT = {("_Receiver", "insertFromMimeData")}
SOURCES = {path.name: ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "assistant/ui").glob("*.py"))}


def asks_clipboard(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.Attribute) and node.attr in ("clipboard", "QClipboard") for node in _qt(tree))


def _qt(tree: ast.Module) -> Iterator[ast.AST]:
    """What is taken from a name of Qt's; a port is called differently."""
    for node in ast.walk(tree):
        base = node.value if isinstance(node, ast.Attribute) else None
        if isinstance(base, ast.Call):
            base = base.func
        name = base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "")
        if name.startswith("Q") or name in ("qApp", "instance"):
            yield node


def imports_clipboard(tree: ast.Module) -> bool:
    return any(
        alias.name == "QClipboard"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    )


def classes(trees: Mapping[str, ast.Module]) -> dict[str, list[ast.ClassDef]]:
    found: dict[str, list[ast.ClassDef]] = {}
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append(node)
    return found


def bases(name: str, known: Mapping[str, list[ast.ClassDef]], seen: frozenset[str] = frozenset()) -> set[str]:
    if name in seen:
        return set()
    above = {base.id for each in known.get(name, ()) for base in each.bases if isinstance(base, ast.Name)}
    return above | {one for base in above for one in bases(base, known, seen | {name})}


def held_up(trees: Mapping[str, ast.Module]) -> set[tuple[str, str]]:
    """Classes with a text or a list, and the overrides in them, or in what they are made of, that hold the lock."""
    known = classes(trees)
    found = set()
    for name in known:
        family = {name, *bases(name, known)}
        if family & COPYING:
            own = {node for each in family for node in known.get(each, ())}
            made = {part.name for node in own for part in node.body if isinstance(part, ast.FunctionDef)}
            found |= {(name, method) for method in made & ON_THE_WAY}
    return found


def test_the_interface_never_asks_for_qts_clipboard() -> None:
    for bad in (
        "QGuiApplication.clipboard().text()",
        "QApplication.clipboard()",
        "QApplication.instance().clipboard()",
    ):
        assert asks_clipboard(ast.parse(bad)), bad
    assert not asks_clipboard(ast.parse("desktop.clipboard.put('')"))
    assert imports_clipboard(ast.parse("from PySide6.QtGui import QClipboard"))
    assert {name for name, tree in SOURCES.items() if asks_clipboard(tree) or imports_clipboard(tree)} == set()


def test_widgets_with_a_text_filter_their_keys_and_override_nothing_on_the_way() -> None:
    bad = "class A(QLineEdit): pass\nclass B(A):\n    def keyPressEvent(self, event): pass"
    assert held_up({"bad": ast.parse(bad)}) == {("B", "keyPressEvent")}
    mixed = "class M:\n    def event(self, event): pass\nclass C(M, QListWidget): pass"
    assert held_up({"bad": ast.parse(mixed)}) == {("C", "event")}
    assert held_up({"good": ast.parse("class P(QWidget):\n    def keyPressEvent(self, event): pass")}) == set()
    assert held_up(SOURCES) == ASKED_ONLY_WITHOUT_A_TEXT
