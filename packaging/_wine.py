"""Windows on Linux: a small Debian with Wine in ``build/windows``, and in it a Windows Python with the locked wheels.

Root on Debian or Ubuntu only: a system is installed into a folder and entered by chroot. Whatever is mounted for that
is mounted in a namespace of the one command that needs it, so nothing stands when it ends, however it ends, and every
process of Windows ends with it. The system and the Python have a stamp each, written last: an interrupted set-up
is done again, and with both in place no network is used.
"""

import hashlib
import os
import platform
import shutil
import signal
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import _debian
import _venv
from _console import SetupError, answer, call, call_silently, child_env, say

PLACE = Path("build/windows")
SUITE = "trixie"  # its Wine 10 is the first in Debian on which Qt 6 starts
ARCHIVE = "http://deb.debian.org/debian"
KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"
PACKAGES = ("wine", "wine64", "fonts-noto-cjk", "libgl1", "locales")
WHEELS = "windows"  # lock file of what Windows' Python gets
PYTHON = "python-for-windows"  # lock file of that Python itself
INTERPRETER = r"Z:\python\python.exe"
SLIM = (
    "path-exclude=/usr/share/doc/*\npath-exclude=/usr/share/man/*\npath-exclude=/usr/share/locale/*\nforce-unsafe-io\n"
)
# A computer as the customers have it: Chinese, with code page 936. Wine takes that from the locale, and the way that
# names of files are written on the disk as well.
LOCALE = "zh_CN.UTF-8"
SYSTEM_ENV = {
    "HOME": "/root",
    "LC_ALL": LOCALE,
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree,mshtml=",  # nobody here asks for .NET and a browser, and both would be downloaded
    "WINEPREFIX": "/prefix",
    "PYTHONPATH": r"Z:\src;Z:\site",
    "PYTHONPYCACHEPREFIX": r"Z:\cache\compiled",
}


def why_not() -> tuple[str, str] | None:
    """Why Windows cannot be made here, in two languages; None when it can."""
    if not sys.platform.startswith("linux") or platform.machine() != "x86_64" or not shutil.which("apt-get"):
        return (
            "Windows 环境只能在 x86-64 的 Debian 或 Ubuntu 上准备",
            "Wine is set up on Debian or Ubuntu, x86-64, only",
        )
    if not _debian.is_root():
        return "准备 Windows 环境需要管理员权限，请用 root 运行", "setting up Wine needs root"
    if answer([*_namespace(private=True), "true"]) is None:
        return "这个容器不允许挂载，不能准备 Windows 环境", "this container forbids mounts, which Wine's set-up needs"
    return None


def ensure(root: Path) -> None:
    """Make everything of Windows be there. Raises SetupError."""
    if (reason := why_not()) is not None:
        raise SetupError(*reason)
    python = _venv.ensure(root, "test")  # its pip fetches, its X library works the keys
    if ready(root):
        return
    _debian.ensure(root, "windows")
    with _venv.alone(root):
        if not _system_ready(root):
            _make_system(root)
        if not _python_ready(root):
            _make_python(root, python)


def ready(root: Path) -> bool:
    """Whether everything is there for these very pins."""
    return _system_ready(root) and _python_ready(root)


def tests(root: Path, python: Path, arguments: Sequence[str]) -> list[str | Path]:
    """The line that runs tests under Wine; the exit code is pytest's."""
    return inside(root, [python, root / "packaging" / "wine_tests.py", *arguments], private=True)


def memory(root: Path) -> Path:
    """Where pytest under Wine remembers what failed."""
    return system(root) / "cache" / "pytest"


def inside(root: Path, command: Sequence[str | Path], *, private: bool, pristine: bool = False) -> list[str | Path]:
    """The line that runs a command of this system with everything mounted, see ``_mounted.py``.

    ``private``: a network and screens of its own. ``pristine``: what Windows writes stays; else it is gone afterwards.
    """
    script = root / "packaging" / "_mounted.py"
    options = [*(["--private"] if private else []), *(["--pristine"] if pristine else [])]
    return [*_namespace(private=private), sys.executable, script, *options, root, system(root), *command]


def chrooted(root: Path, command: Sequence[str | Path], more: Mapping[str, str] | None = None) -> list[str | Path]:
    """The line that runs a command of the Debian in the folder, to be put ``inside``."""
    env = {**SYSTEM_ENV, **(more or {})}
    pairs = [f"{name}={value}" for name, value in env.items()]
    return ["chroot", system(root), "/usr/bin/env", "-i", "--chdir=/src", *pairs, *command]


def windows_python(root: Path, arguments: Sequence[str], more: Mapping[str, str] | None = None) -> list[str | Path]:
    """The line that runs Windows' Python, to be put ``inside``. The checkout is its ``Z:\\src``."""
    return chrooted(root, ["wine", INTERPRETER, *arguments], more)


def boot(root: Path, more: Mapping[str, str]) -> list[str | Path]:
    """The line that starts the services of Windows, to be run first, ``inside`` and with its output thrown away.

    Else the first program starts them, and they hold its output open for ever.
    """
    return chrooted(root, ["wineboot"], more)


def system(root: Path) -> Path:
    """The root folder of the Debian with Wine; ``Z:\\`` of Windows."""
    return root / PLACE / "system"


def original_python(root: Path) -> Path:
    """The embeddable Python for Windows with all its files as its makers signed them."""
    return root / PLACE / "python"


def _namespace(*, private: bool) -> list[str | Path]:
    """Mounts and processes of our own; they go when the first process goes, and that goes with us."""
    words = ["unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child"]
    return [*words, *(["--net", "--ipc"] if private else []), "--"]


def _stamp(root: Path, name: str) -> Path:
    return root / PLACE / f"ready-{name}"


def _system_seal() -> str:
    return hashlib.sha256(repr((SUITE, PACKAGES, SLIM, LOCALE)).encode()).hexdigest()


def _python_seal(root: Path) -> str:
    seal = hashlib.sha256(_system_seal().encode())
    for lock in (WHEELS, PYTHON):
        seal.update(_venv.lock_file(root, lock).read_bytes())
    return seal.hexdigest()


def _is(stamp: Path, seal: str) -> bool:
    try:
        return stamp.read_text("utf-8") == seal
    except OSError:
        return False


def _system_ready(root: Path) -> bool:
    return _is(_stamp(root, "system"), _system_seal())


def _python_ready(root: Path) -> bool:
    return _is(_stamp(root, "python"), _python_seal(root))


def _make_system(root: Path) -> None:
    say("准备 Windows 环境：下载并安装 Wine，约 2 GB，请稍候", "setting up Wine, about 2 GB")
    for name in ("system", "python"):
        _stamp(root, name).unlink(missing_ok=True)
    place = system(root)
    _remove(place)
    place.mkdir(parents=True)
    # In a namespace: it mounts and unmounts by itself, and interrupted between the two it would leave a mount.
    # Below /mnt: it cannot work in a folder whose name has a blank.
    words: list[str | Path] = [*_namespace(private=False), "sh", "-c", 'mount --bind "$1" /mnt && shift && exec "$@"']
    words += ["sh", place, "debootstrap", "--variant=minbase", "--arch=amd64"]
    words += [f"--keyring={KEYS}", "--force-check-gpg", SUITE, "/mnt", mirror()]
    _must(call_silently(words, env=_plain_env(), grace=0))
    (place / "etc/dpkg/dpkg.cfg.d/slim").write_text(SLIM, "utf-8")
    shutil.copyfile("/etc/resolv.conf", place / "etc/resolv.conf")
    for folder in ("src", "prefix", "pristine", "cache"):
        (place / folder).mkdir()
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", *_proxies(), "apt-get", "-qq"]
    steps = [
        [*apt, "install", "-y", "--no-install-recommends", *PACKAGES],
        ["apt-get", "clean"],
        ["localedef", "--inputfile", LOCALE.partition(".")[0], "--charmap", LOCALE.partition(".")[2], LOCALE],
        ["sh", "-c", "wineboot --init && wineserver --wait"],  # in one: the registry is written last
    ]
    for command in steps:
        _must(call_silently(inside(root, chrooted(root, command), private=False, pristine=True), grace=0))
    _stamp(root, "system").write_text(_system_seal(), "utf-8")


def _make_python(root: Path, python: Path) -> None:
    say("准备 Windows 环境：Python 和锁定的依赖", "setting up Wine: Python and the locked dependencies")
    _stamp(root, "python").unlink(missing_ok=True)
    for stale in (original_python(root), *(system(root) / name for name in ("python", "site", "cache"))):
        _remove(stale)
    (system(root) / "cache").mkdir()
    env = {**child_env(root), "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    pip: list[str | Path] = [python, "-m", "pip"]
    common: list[str | Path] = ["--quiet", "--no-deps", "--require-hashes"]
    wanted: list[str | Path] = ["--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp"]
    wanted += ["--only-binary", ":all:", "--no-compile", "--target", system(root) / "site"]
    wheels: list[str | Path] = ["--requirement", _venv.lock_file(root, WHEELS)]
    _must(call([*pip, "install", *common, *wanted, *wheels], env=env, cwd=root))
    with tempfile.TemporaryDirectory() as folder:
        source: list[str | Path] = ["--no-binary", ":all:", "--no-build-isolation", "--dest", folder]
        source += ["--requirement", _venv.lock_file(root, PYTHON)]
        _must(call([*pip, "download", *common, *source], env=env, cwd=root))
        (archive,) = Path(folder).glob("*.tar.gz")
        _unpack(archive, root)
    _stamp(root, "python").write_text(_python_seal(root), "utf-8")


def _unpack(package: Path, root: Path) -> None:
    """The Python for Windows out of its package: as it is, and for Wine one that is like an installed one."""
    prefix = "cp313/"
    with tarfile.open(package) as outer:
        (member,) = (member for member in outer if member.name.endswith("/data.zip"))
        data = outer.extractfile(member)
        assert data is not None
        with zipfile.ZipFile(data) as archive:
            for name in archive.namelist():
                if name.startswith(prefix) and not name.endswith("/"):
                    path = original_python(root) / name.removeprefix(prefix)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(archive.read(name))
    # A ._pth file makes it ignore PYTHONPATH; _wmi calls what Wine lacks, and the library does without.
    shutil.copytree(original_python(root), system(root) / "python", ignore=shutil.ignore_patterns("*._pth", "_wmi.pyd"))


def mirror() -> str:
    """The archive that this Debian uses; Debian's own where this is another system."""
    listing = answer(["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]) or ""
    return next((uri.rstrip("/") for uri in listing.splitlines() if uri.rstrip("/").endswith("/debian")), ARCHIVE)


def _plain_env() -> dict[str, str]:
    """Ours, with the folder of ``debootstrap``, which lies on no user's path."""
    return {**os.environ, "PATH": f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8"}


def _proxies() -> list[str]:
    return [f"{name}={os.environ[name]}" for name in ("http_proxy", "https_proxy", "no_proxy") if name in os.environ]


def _must(code: int) -> None:
    if code != 0:
        raise SetupError(
            "Windows 环境没有准备好，原因见上面几行。请检查网络后再运行一次。",
            "Wine could not be set up, see above. Check the network and try again.",
        )


def _remove(folder: Path) -> None:
    """Delete, unless something is mounted below: that would be deleted as well. Raises SetupError."""
    below = f"{folder}/"
    mounts = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines()
    points = [_unescaped(row.split(" ")[4]) for row in mounts]
    if standing := [point for point in points if f"{point}/".startswith(below)]:
        raise SetupError(f"请先卸载 {'、'.join(standing)}", "Something is mounted there, please unmount it first.")
    if folder.exists():
        shutil.rmtree(folder)


def _unescaped(point: str) -> str:
    r"""A mount point as the kernel writes it: blanks and the like as ``\040``."""
    return (
        point.encode("utf-8", "surrogateescape").decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")
    )


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        ensure(Path(sys.argv[1]))
    except SetupError as problem:
        say(*problem.args, bad=True)
        sys.exit(1)
