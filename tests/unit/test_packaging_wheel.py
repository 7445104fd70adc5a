"""The wheel holds the whole product: built, installed elsewhere, it answers outside the source tree."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from assistant import __version__

pytest.importorskip(
    "hatchling", reason="the locked test dependencies hold the build tool: python3 packaging/dev.py test"
)

ROOT = Path(__file__).resolve().parents[2]
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]


def run(*command: str | Path, env: dict[str, str] | None = None, cwd: Path) -> str:
    done = subprocess.run([str(c) for c in command], env=env, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(*PIP, "wheel", "--no-index", "--no-build-isolation", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def test_everything_of_the_package_and_the_resources_is_inside(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    code = {p.relative_to(ROOT).as_posix() for p in ROOT.glob("assistant/**/*.py")}
    data = {f"assistant/{p.relative_to(ROOT).as_posix()}" for p in ROOT.glob("resources/**/*") if p.is_file()}
    assert data
    assert code | data <= inside
    assert not [name for name in inside if name.startswith(("tests/", "packaging/"))]


def test_the_installed_wheel_answers_outside_the_source_tree(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    site = Path(
        run(scripts / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip()
    )
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    run(*PIP, "--python", scripts / "python", "install", "--no-index", "--no-deps", wheel, cwd=tmp_path)
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    assert __version__ in run(scripts / "xiaoer", "--version", env=env, cwd=tmp_path)
    where = run(scripts / "python", "-c", "import assistant; print(assistant.__file__)", env=env, cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(site)
