"""``build --windows``: the folder that runs anywhere, the same as .zip, and the installer.

Runs in the virtual environment, as root on Debian: in Wine, Windows' own Python makes the bytecode.

The embeddable CPython of python.org, signed and unchanged, beside our bytecode and the wheels' files; two launchers of
17 KB start it inside their own process. Nothing unpacks itself when it starts and no bootloader is shared with other
people's programs: those are what virus scanners take offence at.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import _debian
import _payload
import _wheels
import _windows_texts
import _wine
import _wxs
from _console import SetupError, call, say

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging" / "windows"
WORK = _wine.system(ROOT) / "program"  # where Windows can write: the checkout is read-only for it
INSIDE = r"Z:\program\Xiaoer"  # the program that is being built, as Windows sees it
TARGET = _wheels.Target("3.13", "win32", "AMD64", ("win_amd64",))
LIBRARY = "python313.dll"
TOOLS = {"x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64", "wixl": "wixl", "msibuild": "msitools"}
UNUSED_RUNTIME = re.compile(  # no network and no SQL here; what _wmi tells, nobody asks
    r"_wmi\.pyd|_ssl\.pyd|_hashlib\.pyd|libssl-3\.dll|libcrypto-3\.dll|_sqlite3\.pyd|sqlite3\.dll|winsound\.pyd|python\.cat"
)
PURE = "pure.zip"  # in lib; scanners and slow disks take their time for every single file
PATHS = f"python313.zip\n.\n../lib/{PURE}\n../lib\n"  # python313._pth: the whole import path
EARLIER = ("older", "same")  # folders of little programs that the new one has to replace
EARLY = (1980, 1, 1, 0, 0, 0)  # the time of every file in the archive


def main(arguments: list[str]) -> int:
    """Build everything into dist/, and use it if asked; returns the exit code."""
    _need_tools()
    _wine.ensure(ROOT)
    version = _version()
    folder = ROOT / "dist" / f"Xiaoer-{version}-windows-x64"
    fresh = WORK / "Xiaoer"
    shutil.rmtree(WORK, ignore_errors=True)
    lay_out(fresh)
    launchers(fresh, version)
    licences(fresh)
    compile_sources(fresh)
    gather(fresh / "lib")
    check(fresh)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(exist_ok=True)
    shutil.copytree(fresh, folder)
    archive = pack(folder)
    installer = folder.with_name(f"{folder.name}.msi")
    install_package(fresh, installer, version)
    for path in (folder, archive, installer):
        say(f"{path.relative_to(ROOT)}：{_size(path) / 1e6:.1f} MB", "built")
    if "--check" not in arguments:
        return 0
    earlier(fresh, version)
    words: list[str | Path] = [sys.executable, ROOT / "packaging" / "_windows_check.py", folder.name]
    return call(_wine.inside(ROOT, words, private=True))


def lay_out(folder: Path) -> None:
    """Python, the wheels' files that are used, and ours."""
    runtime, library = folder / "runtime", folder / "lib"
    runtime.mkdir(parents=True)
    for path in _wine.original_python(ROOT).iterdir():
        if path.is_file() and not UNUSED_RUNTIME.fullmatch(path.name):
            shutil.copyfile(path, runtime / path.name)
    (runtime / f"{Path(LIBRARY).stem}._pth").write_text(PATHS, encoding="utf-8", newline="\n")
    pins = _wheels.pins(ROOT / "packaging" / "requirements-run.lock", TARGET)
    for wheel in _wheels.fetch(Path(sys.executable), pins, TARGET, ROOT / "build" / "wheels"):
        _wheels.unpack(wheel, library, lambda name: _payload.keeps("win32", name))
    for name, path in _payload.of_ours(ROOT).items():
        (library / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, library / name)
    shutil.copyfile(HERE / "start.py", library / "xiaoer_start.py")


def launchers(folder: Path, version: str) -> None:
    """The two programs that people start."""
    icons = [ROOT / "resources" / "icons" / f"xiaoer-{size}.png" for size in _windows_texts.SIZES]
    (WORK / "xiaoer.ico").write_bytes(_windows_texts.icon(icons))
    template = (HERE / "xiaoer.manifest").read_text(encoding="utf-8")
    (WORK / "xiaoer.manifest").write_text(_windows_texts.manifest(template, version), encoding="utf-8")
    (folder / "bin").mkdir()
    _launcher(folder / "Xiaoer.exe", version, ["-mwindows"])
    _launcher(folder / "bin" / "xiaoer.exe", version, ["-mconsole", "-DCONSOLE"])


def _launcher(target: Path, version: str, options: list[str]) -> None:
    script = WORK / "launcher.rc"
    script.write_text(_windows_texts.version_script(version, target.name), encoding="utf-8")
    _do("x86_64-w64-mingw32-windres", script.name, "-O", "coff", "-o", "launcher.o")
    words = ["-municode", "-O2", "-s", "-Wall", "-Wextra", "-Werror", *options, f'-DPYTHON_DLL=L"{LIBRARY}"']
    words += ["-Wl,--no-insert-timestamp", "-o", str(target), str(HERE / "launcher.c"), "launcher.o"]
    _do("x86_64-w64-mingw32-gcc", *words)


def licences(folder: Path) -> None:
    """Everybody's terms in one place, and how to use another Qt."""
    target = folder / "licenses"
    target.mkdir()
    shutil.copyfile(ROOT / "LICENSE", target / "Xiaoer.txt")
    shutil.copyfile(folder / "runtime" / "LICENSE.txt", target / "Python.txt")
    for path in [*(ROOT / "packaging" / "licenses").glob("*.txt"), HERE / "NOTICE.txt"]:
        shutil.copyfile(path, target / path.name)
    for found in sorted((folder / "lib").glob("*.dist-info/**/*")):
        inner = found.relative_to(folder / "lib")
        if found.is_file() and _payload.is_licence(inner.as_posix()):
            owner = inner.parts[0].removesuffix(".dist-info")
            shutil.copyfile(found, target / f"{owner} {found.name}")


def compile_sources(folder: Path) -> None:
    """Bytecode instead of sources, made by the Python that comes with the program."""
    words = [r"Z:\src\packaging\windows\compile.py", f"{INSIDE}\\lib"]
    code = call(_wine.inside(ROOT, _wine.windows_python(ROOT, words), private=True))
    if code != 0 or any((folder / "lib").rglob("*.py")):
        raise SetupError("字节码没有编译成功，见上面几行。", "The sources could not be compiled, see above.")


def gather(library: Path) -> None:
    """Everything that is nothing but bytecode, in one archive that Python imports from."""
    pure = [top for top in sorted(library.iterdir()) if {path.suffix for path in _files(top)} == {".pyc"}]
    with zipfile.ZipFile(library / PURE, "w") as archive:
        for path in [path for top in pure for path in _files(top)]:
            archive.writestr(zipfile.ZipInfo(path.relative_to(library).as_posix(), EARLY), path.read_bytes())
    for top in pure:
        shutil.rmtree(top) if top.is_dir() else top.unlink()


def check(folder: Path) -> None:
    """Nothing is missing: every module can be imported, Qt starts, and a table is read in a process of its own."""
    table = WORK / "订单.csv"
    table.write_text("订单编号,买家会员名,宝贝标题\n1234567890123456789,小雨,雨伞\n", encoding="utf-8-sig")
    tried = (
        ["runtime\\python.exe", r"Z:\src\packaging\windows\check.py"],
        ["bin\\xiaoer.exe", "--version"],
        ["bin\\xiaoer.exe", "order", "table", f"{INSIDE}\\..\\{table.name}"],
    )
    before = {path: path.stat().st_mtime_ns for path in _files(folder)}
    for program, *words in tried:
        command = ["wine", f"{INSIDE}\\{program}", *words]
        home = {"XIAOER_HOME": r"C:\check"}  # in a drive that is gone afterwards
        if call(_wine.inside(ROOT, _wine.chrooted(ROOT, command, home), private=True)) != 0:
            raise SetupError("做好的程序运行不起来，见上面几行。", "The built program does not run, see above.")
    if before != {path: path.stat().st_mtime_ns for path in _files(folder)}:
        raise SetupError("程序运行时改动了自己的文件夹。", "The program wrote into its own folder.")


def pack(folder: Path) -> Path:
    """The folder as .zip: the same bytes for the same content."""
    archive = folder.with_name(f"{folder.name}.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for path in _files(folder):
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", EARLY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # made on Windows, as far as others can tell
            target.writestr(entry, path.read_bytes(), compresslevel=9)
    return archive


def install_package(folder: Path, target: Path, version: str) -> None:
    """The .msi of a built folder, which lies in the working folder."""
    names = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    packed = hashlib.sha256(Path(_wxs.__file__).read_bytes())
    for name, path in names.items():
        packed.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    content = packed.hexdigest()
    text = _wxs.source(version, list(names), folder.name, "xiaoer.ico", content)
    (WORK / "xiaoer.wxs").write_text(text, encoding="utf-8")
    (WORK / "shortcut.idt").write_text(_wxs.shortcut_property(), encoding="ascii", newline="")
    (WORK / "codepage.idt").write_text(f"\r\n\r\n{_wxs.CODE_PAGE}\t_ForceCodepage\r\n", encoding="ascii", newline="")
    _do("wixl", "--arch", "x64", "--output", "xiaoer.msi", "xiaoer.wxs")
    package = "{" + _wxs.identity(f"package {version} {content}") + "}"
    _do(
        "msibuild",
        "xiaoer.msi",
        "-i",
        "shortcut.idt",
        "-i",
        "codepage.idt",
        "-s",
        "Xiaoer",
        "Xiaoer",
        _wxs.LANGUAGE,
        package,
    )
    for query in (*_wxs.replaced(version), *_wxs.chinese()):
        _do("msibuild", "xiaoer.msi", "-q", query)
    shutil.move(WORK / "xiaoer.msi", target)


def earlier(fresh: Path, version: str) -> None:
    """What people may have when the new installer comes: an older version, and another build of this one."""
    for name, number in zip(EARLIER, ("0.0.1", version), strict=True):
        folder = WORK / name
        folder.mkdir()
        shutil.copyfile(fresh / _wxs.PROGRAM, folder / _wxs.PROGRAM)
        (folder / f"{name}.txt").write_text(name, encoding="utf-8")
        install_package(folder, WORK / f"{name}.msi", number)


def _files(folder: Path) -> list[Path]:
    return [folder] if folder.is_file() else sorted(path for path in folder.rglob("*") if path.is_file())


def _size(path: Path) -> int:
    return sum(one.stat().st_size for one in _files(path))


def _do(*words: str) -> None:
    env = {**os.environ, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "315532800"}
    done = subprocess.run(words, cwd=WORK, env=env, stdin=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        raise SetupError(f"{words[0]} 失败，见上面几行。", f"{words[0]} failed, see above.")


def _need_tools() -> None:
    lacking = [package for program, package in TOOLS.items() if shutil.which(program) is None]
    if lacking:
        _debian.need(lacking)


def _version() -> str:
    text = (ROOT / "assistant" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if found is None:
        raise SetupError("assistant/__init__.py 里没有版本号。", "No version in assistant/__init__.py.")
    return found[1]


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as problem:
        say(*problem.args, bad=True)
        sys.exit(1)
