from __future__ import annotations

from pathlib import Path

import pytest

from assistant.core.errors import DataProblem
from assistant.storage import resources


@pytest.fixture
def roots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    wheel, source = tmp_path / "assistant" / "resources", tmp_path / "resources"
    monkeypatch.setattr(resources, "_ROOTS", (wheel, source))
    source.mkdir()
    (source / "a.txt").write_bytes("\ufeff源码".encode())
    return wheel, source


def test_found_beside_the_package_in_the_source_tree(roots: tuple[Path, Path]) -> None:
    assert resources.path("a.txt") == roots[1] / "a.txt"
    assert resources.read_text("a.txt") == "源码"


def test_found_inside_the_package_of_a_wheel(roots: tuple[Path, Path]) -> None:
    roots[0].mkdir(parents=True)
    (roots[0] / "a.txt").write_text("安装包", encoding="utf-8")
    assert resources.read_text("a.txt") == "安装包"


def test_missing_and_damaged_are_told_in_a_sentence(roots: tuple[Path, Path]) -> None:
    with pytest.raises(DataProblem, match=r"“no/such\.toml”不见了。请重新安装"):
        resources.path("no/such.toml")
    (roots[1] / "bad.txt").write_bytes(b"\xff\xfe\xfd")
    (roots[1] / "folder").mkdir()
    for name in ("bad.txt", "folder"):
        with pytest.raises(DataProblem, match=f"“{name}”读不出来"):
            resources.read_text(name)


def test_the_real_folder_is_there() -> None:
    assert resources.path(".").is_dir()
