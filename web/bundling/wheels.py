"""Fetch the wheels that the page carries, as the project's own list pins them.

Run by pip's Python: `python wheels.py FOLDER`. One list of versions and hashes serves both the
project's environment and the page, so that the engine is tried with what the page holds.
"""

import re
import subprocess
import sys
from pathlib import Path

LIST = Path(__file__).resolve().parents[2] / "requirements" / "dev.txt"
PURE = ("attrs", "lark", "xlsxwriter")
COMPILED = ("python-calamine",)
PYODIDE = (
    "--platform", "pyemscripten_2026_0_wasm32",
    "--python-version", "314", "--implementation", "cp", "--abi", "cp314",
)  # fmt: skip


def pinned(names: tuple[str, ...]) -> str:
    """The lines of the list about these: a version, and the hash of every file of it."""
    blocks = re.split(r"\n(?=[\w-]+==)", LIST.read_text(encoding="utf-8"))
    found = {block.split("==")[0]: block for block in blocks}
    return "\n".join(found[name] for name in names)


def fetch(names: tuple[str, ...], folder: Path, *options: str) -> None:
    """Let pip take down the wheels of these, and no others."""
    wanted = folder / "wanted.txt"
    wanted.write_text(pinned(names), encoding="utf-8")
    subprocess.run(  # noqa: S603 - pip, and names of our own
        [sys.executable, "-m", "pip", "download", "-qq", "--disable-pip-version-check", "--no-deps",
         "--require-hashes", "--only-binary", ":all:", "--dest", str(folder), *options,
         "--requirement", str(wanted)],
        check=True,
    )  # fmt: skip
    wanted.unlink()


def main(folder: Path) -> None:
    """Fetch all that the page carries, unless it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    fetch(PURE, folder)
    fetch(COMPILED, folder, *PYODIDE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
