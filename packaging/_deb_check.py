"""``build --deb --check``: installs the package in fresh systems, does the main job there, and removes it again."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import _debian
import _wine
from _console import SetupError, call, call_silently, say

SUITES = ("bookworm", "trixie")
_PACKAGES = ["debootstrap", "util-linux"]


def run(root: Path, package: Path, suites: list[str]) -> int:
    """Look at ``package`` in a fresh system of each suite; 0 when all is well. Raises SetupError when there is none."""
    if not _debian.is_root():
        raise SetupError("在全新的系统里试装需要管理员权限，请用 root 运行", "trying it in a fresh system needs root")
    _debian.ensure(root, "screen")
    if lacking := _debian.missing(_PACKAGES):
        _debian.need(lacking)
    codes = [_in(root, package, suite) for suite in suites]
    return max(codes)


def _in(root: Path, package: Path, suite: str) -> int:
    # on a disk, for it grows to 1 GB, and without a blank in its name, which debootstrap cannot bear
    with tempfile.TemporaryDirectory(prefix=f"xiaoer-{suite}-", dir="/var/tmp") as place:
        userland = Path(place) / "system"
        make(suite, userland)
        return look(root, package, suite, userland)


def look(root: Path, package: Path, suite: str, userland: Path) -> int:
    """The same in a system that is there. Everything mounted and started for it is gone afterwards."""
    say(f"在全新的 {suite} 里试装", f"trying it in a fresh {suite}")
    words: list[str | Path] = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
    words += [sys.executable, root / "packaging/_deb_userland.py", userland, package, suite]
    keep = ("PATH", "PYTHONPATH", "PYTHONNOUSERSITE", "http_proxy", "https_proxy", "no_proxy")
    env = {name: os.environ[name] for name in keep if name in os.environ}
    return call(words, env={**env, "LANG": "C.UTF-8"}, cwd=root)


def make(suite: str, userland: Path) -> None:
    """A fresh Debian in the folder ``userland``. Raises SetupError."""
    say(f"准备一个全新的 {suite}", "making a fresh system")
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    # in a namespace: interrupted, debootstrap leaves mounts behind
    words: list[str | Path] = ["unshare", "--mount", "env", f"PATH={path}", "debootstrap", "--variant=minbase"]
    words += ["--force-check-gpg", f"--keyring={_wine.KEYS}", suite, userland, _wine.mirror()]
    if call_silently(words) != 0:
        raise SetupError("系统没有准备好，原因见上面几行。请检查网络。", "debootstrap failed, see above")
    shutil.copyfile("/etc/resolv.conf", userland / "etc/resolv.conf")
