"""The budgets of the architecture, counted over the syntax trees; each check is first shown to bite."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILE, FUNCTION, METHODS, PARAMETERS = 400, 50, 20, 5
QT_FREE = {"core", "engine", "storage", "sync"}
ATTICS = {"utils", "helpers", "common", "misc", "platform"}
# Where an import below a `def` is the point: a driver loads only on its own system, Qt only when a window may be shown,
# ciphers and keyrings only for those who have orders remembered.
LAZY = {
    "assistant.desktop": {"open_desktop"},
    "assistant.__main__": {"main"},
    "assistant.compose": {"read_order"},
    "assistant.storage.order_vault": {"_cipher", "_unsealed"},
    "assistant.storage.system_keys": {"_backend"},
    "assistant.storage.importers.yaml_text": {"_library"},
    "assistant.storage.signing": {"_private", "_holds"},
    "assistant.storage.key_file": {"_cipher", "_unsealed"},
    "assistant.ui.trust_code": {"_matrix"},
    "assistant.exporting": {"_printed"},
    "assistant.storage.exporters.rows": {"_library"},
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def module_name(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def sources(root: Path) -> dict[str, ast.Module]:
    return {
        module_name(p, root): ast.parse(p.read_text("utf-8"), str(p)) for p in sorted(root.glob("assistant/**/*.py"))
    }


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def too_long_files(root: Path) -> list[str]:
    files = [*root.glob("assistant/**/*.py"), *root.glob("packaging/**/*.py")]
    return [p.relative_to(root).as_posix() for p in files if len(p.read_text("utf-8").splitlines()) > FILE]


def too_long_functions(tree: ast.Module) -> list[str]:
    return [f.name for f in functions(tree) if (f.end_lineno or f.lineno) - f.lineno + 1 > FUNCTION]


def too_many_methods(tree: ast.Module) -> list[str]:
    classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    return [c.name for c in classes if sum(isinstance(n, Function) for n in c.body) > METHODS]


def too_many_parameters(tree: ast.Module) -> list[str]:
    """Counted without self and cls; *args and **kwargs count one each."""
    methods = {n for c in ast.walk(tree) if isinstance(c, ast.ClassDef) for n in c.body if isinstance(n, Function)}
    found = []
    for f in functions(tree):
        names = [a.arg for a in (*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs)]
        names += [a.arg for a in (f.args.vararg, f.args.kwarg) if a]
        bound = f in methods and names[:1] in (["self"], ["cls"])
        if len(names) - bound > PARAMETERS:
            found.append(f.name)
    return found


def hidden_imports(tree: ast.Module, allowed: set[str]) -> list[str]:
    def hides(f: Function) -> bool:
        return any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(f))

    return [f.name for f in functions(tree) if f.name not in allowed and hides(f)]


def imports(name: str, tree: ast.AST, modules: set[str]) -> set[str]:
    """Modules of ours that this one imports, at whatever depth, those for type checking left out."""
    found: set[str] = set()
    for node in at_run_time(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = absolute(name, node, modules)
            found |= {full if (full := f"{base}.{alias.name}") in modules else base for alias in node.names}
    return (found & modules) - {name}


def at_run_time(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        yield node
        yield from at_run_time(node)


def absolute(name: str, node: ast.ImportFrom, modules: set[str]) -> str:
    if not node.level:
        return node.module or ""
    is_package = any(m.startswith(f"{name}.") for m in modules)
    parts = name.split(".")
    parts = parts[: len(parts) - node.level + is_package]
    return ".".join([*parts, node.module] if node.module else parts)


def cycles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Every group of modules that reach each other (depth first, one loop reported per start)."""
    found: list[list[str]] = []
    done: set[str] = set()

    def visit(node: str, path: list[str]) -> None:
        if node in path:
            found.append([*path[path.index(node) :], node])
            return
        if node in done:
            return
        for neighbour in sorted(graph.get(node, ())):
            visit(neighbour, [*path, node])
        done.add(node)

    for start in sorted(graph):
        visit(start, [])
    return found


def rooms_graph(graph: dict[str, set[str]]) -> dict[str, set[str]]:
    """The same between first-level names."""
    rooms: dict[str, set[str]] = {}
    for name, targets in graph.items():
        here = room(name)
        rooms.setdefault(here, set()).update(room(t) for t in targets if room(t) != here)
    return rooms


def room(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def qt_modules(tree: ast.Module) -> set[str]:
    """``QtCore``, ``QtWidgets`` …; ``""`` for Qt as a whole."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    parts = [name.split(".") for name in names]
    return {part[1] if len(part) > 1 else "" for part in parts if part[0] in ("PySide6", "shiboken6")}


def attics(root: Path) -> list[str]:
    places = [*root.glob("assistant/**/*.py"), *root.glob("assistant/**/")]
    found = [str(p.relative_to(root)) for p in places if p.stem in ATTICS]
    shadow = root / "packaging" / "__init__.py"
    return sorted(found + (["packaging/__init__.py"] if shadow.exists() else []))


SOURCES = sources(ROOT)
GRAPH = {name: imports(name, tree, set(SOURCES)) for name, tree in SOURCES.items()}
every_module = pytest.mark.parametrize("name", sorted(SOURCES))


@every_module
def test_functions_classes_and_parameters_stay_small(name: str) -> None:
    tree = SOURCES[name]
    assert too_long_functions(tree) == []
    assert too_many_methods(tree) == []
    assert too_many_parameters(tree) == []


@every_module
def test_imports_stand_at_the_top(name: str) -> None:
    assert hidden_imports(SOURCES[name], LAZY.get(name, set())) == []


@every_module
def test_qt_stays_where_it_belongs(name: str) -> None:
    if room(name) in QT_FREE:
        assert qt_modules(SOURCES[name]) == set()
    if room(name) == "desktop":
        assert qt_modules(SOURCES[name]) <= {"QtCore", "QtGui"}


def test_files_stay_small() -> None:
    assert too_long_files(ROOT) == []


def test_no_import_cycles() -> None:
    assert cycles(GRAPH) == []
    assert cycles(rooms_graph(GRAPH)) == []


def test_no_attics_and_no_shadowed_library() -> None:
    assert attics(ROOT) == []


# --- the checks themselves


def lines(count: int) -> str:
    return "\n".join(f"    x{n} = {n}" for n in range(count))


@pytest.mark.parametrize(("body", "found"), [(FUNCTION - 1, []), (FUNCTION, ["f"])])
def test_a_long_function_is_found(body: int, found: list[str]) -> None:
    assert too_long_functions(ast.parse(f"def f():\n{lines(body)}")) == found


@pytest.mark.parametrize(("count", "found"), [(METHODS, []), (METHODS + 1, ["C"])])
def test_a_class_with_many_methods_is_found(count: int, found: list[str]) -> None:
    body = "\n".join(f"    def m{n}(self): ..." for n in range(count))
    assert too_many_methods(ast.parse(f"class C:\n{body}")) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def f(a, b, c, d, e): ...", []),
        ("def f(a, b, c, d, e, g): ...", ["f"]),
        ("def f(a, /, b, *, c, d, e, g): ...", ["f"]),
        ("def f(a, b, c, d, *e, **g): ...", ["f"]),
        ("def f(self, a, b, c, d, e): ...", ["f"]),
        ("class C:\n def f(self, a, b, c, d, e): ...", []),
        ("class C:\n async def f(cls, a, b, c, d, e, g): ...", ["f"]),
    ],
)
def test_parameters_are_counted_without_self(source: str, found: list[str]) -> None:
    assert too_many_parameters(ast.parse(source)) == found


def test_a_hidden_import_is_found() -> None:
    tree = ast.parse("import os\ndef f():\n    if 1:\n        import json\ndef g():\n    from a import b\ndef h(): ...")
    assert hidden_imports(tree, set()) == ["f", "g"]
    assert hidden_imports(tree, {"f"}) == ["g"]


def test_imports_are_resolved() -> None:
    modules = {
        "assistant",
        "assistant.core",
        "assistant.core.model",
        "assistant.ui",
        "assistant.ui.popup",
        "assistant.app",
    }
    tree = ast.parse(
        "import assistant.app, os\nfrom assistant.core import model, errors\nfrom . import popup\nfrom ..core.model import Phrase\n"
        "if TYPE_CHECKING:\n    import assistant.ui\n"
    )
    expected = {"assistant.app", "assistant.core", "assistant.core.model", "assistant.ui.popup"}
    assert imports("assistant.ui", tree, modules) == expected
    assert imports("assistant.ui.model", tree, modules) == expected


def test_a_cycle_is_found_also_between_rooms() -> None:
    assert cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c", "a"]]
    assert cycles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []
    graph = {"p.x.one": {"p.y.one"}, "p.y.two": {"p.x.two"}, "p.x.two": set(), "p.y.one": set()}
    assert cycles(graph) == []
    assert cycles(rooms_graph(graph)) == [["x", "y", "x"]]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import PySide6.QtCore", {"QtCore"}),
        ("from PySide6 import QtCore, QtGui", {"QtCore", "QtGui"}),
        ("def f():\n from PySide6.QtWidgets import QWidget", {"QtWidgets"}),
        ("import PySide6", {""}),
        ("from pyside import x\nfrom . import PySide6", set()),
    ],
)
def test_qt_is_found(source: str, found: set[str]) -> None:
    assert qt_modules(ast.parse(source)) == found


def test_long_files_and_attics_are_found(tmp_path: Path) -> None:
    for name in ("assistant/core/good.py", "assistant/core/utils.py", "assistant/misc/x.py", "packaging/__init__.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x = 1\n" * FILE)
    (tmp_path / "packaging/long.py").write_text("x = 1\n" * (FILE + 1))
    assert too_long_files(tmp_path) == ["packaging/long.py"]
    assert attics(tmp_path) == ["assistant/core/utils.py", "assistant/misc", "packaging/__init__.py"]
