"""The translations of the interface: bring them up to the sources, and make what the program reads.

Qt's own reader of Python loses the context where ``tr`` has another name, so the sentences are found by Python's own
parser and handed to it one by one.
"""

import ast
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import _venv
from _console import SetupError, say

LANGUAGES = ("en", "zh_TW")
_NAMES = ("tr", "translate")


def run(root: Path) -> int:
    """Update the .ts files and compile them; 0 when nothing is left to translate."""
    tools = _venv.ensure(root, "run").parent
    folder = root / "resources" / "translations"
    folder.mkdir(exist_ok=True)
    files = [folder / f"xiaoer_{language}.ts" for language in LANGUAGES]
    with tempfile.TemporaryDirectory() as temporary:
        listed = Path(temporary) / "sentences.py"
        found = sorted(set(sentences(root / "assistant" / "ui")))
        listed.write_text("".join(f"translate({json(c)}, {json(s)})\n" for c, s in found), encoding="utf-8")
        for file in files:
            language = file.stem.removeprefix("xiaoer_")
            options = ["-no-obsolete", "-locations", "none", "-source-language", "zh_CN", "-target-language", language]
            _call(tools, "lupdate", str(listed), *options, "-ts", str(file))
    left = 0
    for file in files:
        compile_to(file, file.with_suffix(".qm"), tools)
        left += file.read_text("utf-8").count('type="unfinished"')
    if left:
        say(f"还有 {left} 句没有翻译", f"{left} sentences are not translated", bad=True)
    return int(left > 0)


def sentences(folder: Path) -> Iterator[tuple[str, str]]:
    """Context and source of everything that is handed to ``tr`` and ``translate``. Raises SetupError."""
    for file in sorted(folder.rglob("*.py")):
        yield from _in(ast.parse(file.read_text("utf-8")), "", file.name)


def compile_to(source: Path, target: Path, tools: Path) -> None:
    """Make the file that the program reads, with Qt's tools from the folder ``tools``."""
    _call(tools, "lrelease", "-silent", str(source), "-qm", str(target))


def json(text: str) -> str:
    """As a literal in double quotes, which is what Qt's reader understands."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _in(node: ast.AST, context: str, file: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.ClassDef):
        context = node.name
    if isinstance(node, ast.Call):
        yield from _sentence(node, context, file)
    for child in ast.iter_child_nodes(node):
        yield from _in(child, context, file)


def _sentence(call: ast.Call, context: str, file: str) -> Iterator[tuple[str, str]]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    texts = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    if name not in _NAMES or not texts:
        if name == "tr":
            raise SetupError(f"{file} 第 {call.lineno} 行的 tr 里不是一句话", "tr without a literal")
        return
    words = [text for text in texts if isinstance(text, str)]
    if len(words) == len(call.args) == 1 and name == "tr":
        yield context, words[0]
    elif len(words) == len(call.args) == 2:
        yield words[0], words[1]


def _call(tools: Path, tool: str, *arguments: str) -> None:
    program = tools / f"pyside6-{tool}{'.exe' if os.name == 'nt' else ''}"
    if not program.exists():
        raise SetupError(f"找不到 {program}", "a tool of Qt is missing")
    done = subprocess.run([str(program), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(f"pyside6-{tool} 出错：{done.stderr[-500:]}", "the tool failed")
