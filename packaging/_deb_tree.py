"""What a .deb holds: the program under /usr/lib/xiaoer, what desktops read, and what dpkg reads.

The wheels for every Python that the package serves lie over each other: compiled modules carry the version in their
names, all else is the same. What the package depends on is read out of the compiled files.
"""

import gzip
import hashlib
import re
import shutil
import tomllib
from collections.abc import Iterable
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

import _elf
import _payload
import _wheels
from _console import SetupError

PYTHONS = ("3.11", "3.12", "3.13")  # bookworm, noble, trixie
SITE = "usr/lib/xiaoer/site"
DOC = "usr/share/doc/xiaoer"
_OPTIONAL = ("Qt/plugins/platformthemes/",)  # Qt goes on without them where their libraries are missing
_PROGRAMS = {"usr/bin/xiaoer", "usr/share/python3/runtime.d/xiaoer.rtupdate", "DEBIAN/postinst", "DEBIAN/prerm"}
# The phrases that come with the program are Chinese, with emoji.
_BESIDES = ("fontconfig", "fonts-noto-cjk", "fonts-noto-color-emoji", "python3 (>= 3.11)", "python3 (<< 3.14)")
_COPIES = {  # packaging/debian/… → where it goes
    "xiaoer_command.py": "usr/bin/xiaoer",
    "xiaoer.desktop": "usr/share/applications/xiaoer.desktop",
    "xiaoer.metainfo.xml": "usr/share/metainfo/xiaoer.metainfo.xml",
    "lintian-overrides": "usr/share/lintian/overrides/xiaoer",
    "rtupdate": "usr/share/python3/runtime.d/xiaoer.rtupdate",
    "postinst": "DEBIAN/postinst",
    "prerm": "DEBIAN/prerm",
}
_PACKED = {  # the same for what is compressed there
    "xiaoer.1": "usr/share/man/man1/xiaoer.1.gz",
    "xiaoer.zh_CN.1": "usr/share/man/zh_CN/man1/xiaoer.1.gz",
    "changelog": f"{DOC}/changelog.gz",
}
_HEADER = re.compile(r"\S+ \((?P<version>[^)]+)\) .*?\n -- .*?>  (?P<date>[^\n]+)", re.DOTALL)


def version_and_date(changelog: str) -> tuple[str, str]:
    """Version and date (RFC 5322) of the newest entry. Raises SetupError when there is none."""
    found = _HEADER.match(changelog)
    if found is None:
        raise SetupError("packaging/debian/changelog 的第一条看不懂", "the changelog's first entry is not understood")
    return found["version"], found["date"]


def lay_out(root: Path, wheels: Iterable[Path], tree: Path) -> None:
    """Fill the empty folder ``tree``. Raises SetupError when wheels disagree about a file."""
    for wheel in wheels:
        part = tree.with_name("one-wheel")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        _wheels.unpack(wheel, part, lambda name: _payload.keeps("linux", name) or _payload.is_licence(name))
        _merge(part, tree / SITE, wheel.name)
        shutil.rmtree(part)
    others = _move_licences(tree)
    for name, source in _payload.of_ours(root).items():
        _copy(source, tree / SITE / name)
    own = root / "packaging/debian"
    for name, place in _COPIES.items():
        _copy(own / name, tree / place)
    for name, place in _PACKED.items():
        _write(tree / place, gzip.compress((own / name).read_bytes(), 9, mtime=0))
    _icons(root / "resources/icons", tree / "usr/share/icons/hicolor")
    _write(tree / DOC / "copyright", _copyright(root, others).encode())
    _control(root, tree)
    _modes(tree)


def dependencies(site: Path, table: Path) -> list[str]:
    """The packages that the compiled files under ``site`` need. Raises SetupError for a library not in ``table``."""
    packages: dict[str, str] = tomllib.loads(table.read_text("utf-8"))
    files = sorted(path for path in site.rglob("*") if path.is_file() and ".so" in path.name)
    inside = {path.name for path in files}
    wanted: set[str] = set()
    for path in files:
        if not any(part in path.as_posix() for part in _OPTIONAL):
            wanted.update(_elf.needed(path.read_bytes()))
    unknown = sorted(wanted - inside - packages.keys())
    if unknown:
        raise SetupError(f"不知道哪个系统软件包里有 {'、'.join(unknown)}", "libraries of unknown system packages")
    return sorted({packages[name] for name in wanted - inside} | set(_BESIDES))


def _merge(part: Path, site: Path, wheel: str) -> None:
    for path in sorted(part.rglob("*")):
        target = site / path.relative_to(part)
        if path.is_dir():
            continue
        if target.exists() and target.read_bytes() != path.read_bytes():
            raise SetupError(f"{wheel} 里的 {path.name} 与别的包冲突", "two wheels disagree about a file")
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)


def _move_licences(tree: Path) -> str:
    """Put the libraries' licences where Debian's users look; returns the list of libraries for the copyright file."""
    rows = []
    for info in sorted((tree / SITE).glob("*.dist-info")):
        about = HeaderParser().parsestr((info / "METADATA").read_text("utf-8"))
        name = about["Name"]
        for path in sorted(info.rglob("*")):
            if path.is_file() and _payload.is_licence(path.relative_to(tree / SITE).as_posix()):
                inner = path.relative_to(info)
                _copy(path, tree / DOC / "licences" / name / "-".join(inner.parts[inner.parts[0] == "licenses" :]))
                path.unlink()
        shutil.rmtree(info / "licenses", ignore_errors=True)
        rows.append(f" {name} {about['Version']}: {_licence_of(about)}")
    return "\n".join(rows)


def _licence_of(about: Message) -> str:
    """The licence's name from a wheel's metadata: the expression, a short name, or the classifiers."""
    short = str(about["License-Expression"] or about["License"] or "")
    if short and "\n" not in short:
        return short
    words = [text.rpartition(" :: ")[2] for text in about.get_all("Classifier", []) if text.startswith("License :: ")]
    return "，".join(words) or "see its file"


def _icons(icons: Path, hicolor: Path) -> None:
    for path in sorted(icons.iterdir()):
        if found := re.fullmatch(r"xiaoer-(\d+)\.png", path.name):
            _copy(path, hicolor / f"{found[1]}x{found[1]}/apps/xiaoer.png")
    _copy(icons / "xiaoer.svg", hicolor / "scalable/apps/xiaoer.svg")


def _copyright(root: Path, others: str) -> str:
    licence = (root / "LICENSE").read_text("utf-8")
    ours = next(line for line in licence.splitlines() if line.startswith("Copyright"))
    body = "\n".join(f" {line}".rstrip() or " ." for line in licence.strip().splitlines())
    form = (root / "packaging/debian/copyright.in").read_text("utf-8")
    qt = next((row.split()[1].rstrip(":") for row in others.splitlines() if row.startswith(" PySide6")), "6")
    return form.format(ours=ours, licence=body, qt=qt, others=others)


def _control(root: Path, tree: Path) -> None:
    own = root / "packaging/debian"
    version, _ = version_and_date((own / "changelog").read_text("utf-8"))
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and "DEBIAN" not in path.parts]
    sums = [f"{hashlib.md5(p.read_bytes(), usedforsecurity=False).hexdigest()}  {p.relative_to(tree)}\n" for p in files]
    _write(tree / "DEBIAN/md5sums", "".join(sums).encode())
    # as dpkg-gencontrol counts: each file in whole KiB, each folder one
    size = sum(-(-path.stat().st_size // 1024) for path in files) + sum(path.is_dir() for path in tree.rglob("*"))
    depends = ", ".join(dependencies(tree / SITE, own / "libraries.toml"))
    form = (own / "control.in").read_text("utf-8")
    _write(tree / "DEBIAN/control", form.format(version=version, size=size, depends=depends).encode())


def _modes(tree: Path) -> None:
    """The same rights whoever builds, whatever the umask."""
    tree.chmod(0o755)
    for path in tree.rglob("*"):
        program = path.is_dir() or path.relative_to(tree).as_posix() in _PROGRAMS
        path.chmod(0o755 if program else 0o644)


def _copy(source: Path, target: Path) -> None:
    _write(target, source.read_bytes())


def _write(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
