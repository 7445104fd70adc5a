"""The tests under Wine. Runs in the virtual environment's Python, put ``_wine.inside``.

What Windows prints comes in its code page and leaves as UTF-8; what hangs ends after a while, and everything ends
with this process.
"""

import codecs
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import _wine
from _console import SetupError, say
from headless import boot_windows

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("tests/contract", "tests/windows")
LIMIT = 480  # seconds for all tests together; each has pytest's own
REST = 3  # seconds that the last lines may take; a program that a test left behind may hold the pipe for ever
CACHE = r"Z:\cache"
# Windows without a screen: it alone says who has the keyboard and which keys are down, as it does on a real computer.
# With X11 beneath it, X11 has a say in both, late: it lets a Ctrl go that a program has pressed.
UNSEEN = ["wine", "reg", "add", r"HKCU\Software\Wine\Drivers", "/v", "Graphics", "/d", "null", "/f"]


def main(arguments: list[str]) -> int:
    """Run pytest with these arguments, or on the folders that are meant for Windows; returns its exit code."""
    tests = arguments or [name for name in FOLDERS if (ROOT / name).exists()]
    for line in (UNSEEN, ["wineserver", "--kill"]):  # what is said there counts from the next start on
        words = [str(word) for word in _wine.chrooted(ROOT, line)]
        subprocess.run(words, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    boot_windows({**os.environ, "DISPLAY": ""})
    counts = {name: value for name, value in os.environ.items() if name.startswith("XIAOER_")}
    more = {"HYPOTHESIS_STORAGE_DIRECTORY": rf"{CACHE}\hypothesis", **counts}
    pytest = ["-m", "pytest", "-q", "-o", rf"cache_dir={CACHE}\pytest", *tests]
    limit = threading.Timer(float(os.environ.get("XIAOER_WINE_LIMIT", LIMIT)), out_of_time)
    limit.daemon = True
    limit.start()
    code = relay(_wine.windows_python(ROOT, pytest, more))
    limit.cancel()
    return code


def relay(command: list[str | Path]) -> int:
    """Run and pass on what is printed; returns the exit code."""
    child = subprocess.Popen(
        [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert child.stdout is not None
    reading = threading.Thread(target=pass_on, args=(child.stdout.fileno(),), daemon=True)
    reading.start()
    code = child.wait()
    reading.join(REST)
    return code


def pass_on(descriptor: int) -> None:
    """Print what comes until nobody is left who could write."""
    decoder = codecs.getincrementaldecoder("gb18030")("replace")
    while part := os.read(descriptor, 65536):
        print(decoder.decode(part).replace("\r\n", "\n"), end="", flush=True)


def out_of_time() -> None:
    """End everything: we are the first process of the namespace."""
    say(f"Windows 下的测试超过了 {LIMIT} 秒，已停止", "the tests under Wine took too long and were stopped", bad=True)
    os._exit(124)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as problem:
        say(*problem.args, bad=True)
        sys.exit(1)
