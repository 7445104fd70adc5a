"""Wheels of the locked versions for another system than ours: chosen, fetched with their hashes, unpacked.

Runs in the virtual environment, whose pip it uses: a bare Python need not have one.
"""

import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pip._vendor.packaging.requirements import Requirement  # what pip itself reads the lock files with

from _console import SetupError, call

_OS = {"win32": "nt"}  # sys.platform → os.name, where it is not posix
_SYSTEM = {"win32": "Windows", "linux": "Linux", "darwin": "Darwin"}
_DATA = ("purelib", "platlib")  # the parts of a wheel's data folder that belong on the import path


@dataclass(frozen=True)
class Target:
    """The Python that the wheels are for."""

    python: str  # "3.13"
    system: str  # its sys.platform
    machine: str  # its platform.machine()
    platforms: tuple[str, ...]  # platform tags of the wheels, the dearest first

    def marks(self) -> dict[str, str]:
        """The environment markers there."""
        return {
            "os_name": _OS.get(self.system, "posix"),
            "sys_platform": self.system,
            "platform_system": _SYSTEM[self.system],
            "platform_machine": self.machine,
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "platform_release": "",
            "platform_version": "",
            "extra": "",
        }


def pins(lock: Path, target: Target) -> list[str]:
    """The lines of a lock file that hold for ``target``: name, version and hashes, without the marker."""
    return [line for line, requirement in _requirements(lock) if _holds(requirement, target)]


def fetch(python: Path, wanted: list[str], target: Target, folder: Path) -> list[Path]:
    """Have the wheels of these pins in ``folder``, by the pip of ``python``. Raises SetupError.

    What lies there already is taken without the network, if its hash is right.
    """
    folder.mkdir(parents=True, exist_ok=True)
    listing = folder / f"wanted-{target.python}-{target.platforms[0]}.txt"
    listing.write_text("\n".join(wanted) + "\n", encoding="utf-8")
    chosen = folder / f"cp{target.python.replace('.', '')}-{target.platforms[0]}"
    fresh = chosen.with_name(f"{chosen.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    words: list[str | Path] = [python, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    words += ["--only-binary", ":all:", "--python-version", target.python, "--implementation", "cp"]
    words += [part for name in target.platforms for part in ("--platform", name)]
    words += ["--requirement", listing, "--dest", fresh]
    near: list[str | Path] = [*words, "--no-index", "--find-links", chosen]
    env = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    if (not chosen.is_dir() or call(near, env=env) != 0) and call(words, env=env) != 0:
        raise SetupError(
            "软件包没有下载完整，原因见上面几行。请检查网络后再运行一次。",
            "The wheels could not be fetched, see above. Check the network, then try again.",
        )
    shutil.rmtree(chosen, ignore_errors=True)
    fresh.rename(chosen)
    return sorted(chosen.glob("*.whl"))


def unpack(wheel: Path, folder: Path, keep: Callable[[str], bool] = lambda _: True) -> None:
    """Lay the importable files of a wheel out in ``folder``: those for which ``keep`` says so, by path with ``/``."""
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            name = _place(entry.filename)
            if entry.is_dir() or name is None or not keep(name):
                continue
            target = folder / name
            if not target.resolve().is_relative_to(folder.resolve()):
                raise SetupError(f"{wheel.name} 里的路径不对：{name}", "a path in a wheel leads out of the folder")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(entry))


def _place(name: str) -> str | None:
    """Where a wheel's file goes on the import path; None for what goes elsewhere, such as programs."""
    top, _, rest = name.partition("/")
    if not top.endswith(".data"):
        return name
    part, _, inner = rest.partition("/")
    return inner if part in _DATA else None


def _requirements(lock: Path) -> Iterator[tuple[str, Requirement]]:
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith(("#", "-")):
            continue
        hashes = re.findall(r"--hash=\S+", line)
        requirement = Requirement(line.partition(" --hash")[0].strip())
        bare = f"{requirement.name}{requirement.specifier}"
        yield " ".join([bare, *hashes]), requirement


def _holds(requirement: Requirement, target: Target) -> bool:
    return requirement.marker is None or bool(requirement.marker.evaluate(target.marks()))
