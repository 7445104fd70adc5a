"""Taking phrases of a file into the library, with one sentence about it."""

from __future__ import annotations

from pathlib import Path

from assistant.core.errors import DataProblem
from assistant.storage.importers import jsonl
from assistant.storage.phrases import Library

_SHOWN = 3  # reasons that are spelled out


def import_file(library: Library, path: Path) -> str:
    """Import a JSONL file; the sentence tells what was taken and what was left out. Raises DataProblem."""
    try:
        data = path.read_bytes()
    except OSError as e:
        raise DataProblem(f"读不到文件 {path.name}。", "请检查路径和权限。") from e
    parsed = jsonl.parse(data)
    if not parsed.phrases:
        raise DataProblem(f"文件 {path.name} 里没有话术。", "需要每行一条 JSON，含 code、title 和 text。")
    report = library.import_phrases(parsed.phrases, parsed.usage)
    told = [f"新增 {report.added} 条，更新 {report.replaced} 条，相同 {report.unchanged} 条。"]
    left_out = [f"第 {b.number} 行：{b.reason}。" for b in parsed.bad] + list(report.skipped)
    if left_out:
        told.append(f"有 {len(left_out)} 条没有导入：{''.join(left_out[:_SHOWN])}")
    if library.problem:
        told.append(str(library.problem))
    return "".join(told)
