"""Replace every source file in a folder by its bytecode. Run by the very Python version that is to read it.

Without sources there is one file to open for each module and nothing to compare, and nothing is ever written into the
program's folder. The bytecode holds paths relative to the folder, so it is the same wherever it is made.
"""

import py_compile
import sys
from pathlib import Path


def main(folder: Path) -> None:
    """Compile what is below ``folder``; a file that cannot be compiled ends the build."""
    for source in sorted(folder.rglob("*.py")):
        py_compile.compile(
            str(source),
            cfile=str(source.with_suffix(".pyc")),
            dfile=source.relative_to(folder).as_posix(),
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        source.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
