"""Compile what the page carries, in the very Python that is to run it: Pyodide's own.

The engine keeps its docstrings, for some of its messages are made of them.
"""

import io
import json
import py_compile
import sys
import zipfile
from pathlib import Path

BUILD = Path("/build")
SITE, OWN, STANDARD = BUILD / "site", BUILD / "own", Path("/lib/python314.zip")
sys.path.insert(0, str(BUILD))
from closure import reached  # noqa: E402 - it is handed over beside this

ENTRIES = ("hjemmel.workbench.protocol",)
PYODIDE = ("_pyodide/", "pyodide/")
WITH_DOCSTRINGS, WITHOUT = 0, 2
Contents = dict[str, bytes]


def below(folder: Path) -> Contents:
    """What stands below a folder, by its path there."""
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


def compiled(content: bytes, name: str, optimize: int) -> bytes:
    """The byte code of a file, which says nothing of when it was made."""
    source, made = BUILD / "one.py", BUILD / "one.pyc"
    source.write_bytes(content)
    py_compile.compile(
        str(source), cfile=str(made), dfile=name, optimize=optimize, doraise=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )  # fmt: skip
    return made.read_bytes()


def all_compiled(files: Contents, wanted: set[str], optimize: int) -> Contents:
    """The byte code of those that are wanted."""
    return {f"{name}c": compiled(files[name], name, optimize) for name in files if name in wanted}


def zipped(files: Contents) -> bytes:
    """All of it as one, for the way out of Pyodide only."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as out:
        for name, content in files.items():
            out.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def standard_library() -> Contents:
    """The modules of it, as Pyodide brings them."""
    with zipfile.ZipFile(STANDARD) as of:
        return {each: of.read(each) for each in of.namelist() if each.endswith(".py")}


def modules(files: Contents, prefixes: tuple[str, ...]) -> list[str]:
    """The names of the modules whose files begin so."""
    stems = (each[:-3] for each in files if each.startswith(prefixes))
    return [each.replace("/", ".").removesuffix(".__init__") for each in stems]


def main() -> str:
    """Write `standard.zip` and `engine.zip`; tell which entries are not there."""
    for wheel in (BUILD / "wheels").iterdir():
        zipfile.ZipFile(wheel).extractall(SITE)
    standard, library, own = standard_library(), below(SITE), below(OWN)
    everything = {**standard, **library, **own}
    texts = {name: each.decode() for name, each in everything.items() if name.endswith(".py")}
    entries = (*ENTRIES, *modules(standard, PYODIDE))
    wanted = reached(entries, texts, frozenset(standard))
    engine = all_compiled(own, wanted, WITH_DOCSTRINGS) | all_compiled(library, wanted, WITHOUT)
    engine |= {name: each for name, each in own.items() if "/_resources/" in name}
    engine |= {name: each for name, each in library.items() if name.endswith(".lark")}
    (BUILD / "standard.zip").write_bytes(zipped(all_compiled(standard, wanted, WITHOUT)))
    (BUILD / "engine.zip").write_bytes(zipped(engine))
    missing = [each for each in ENTRIES if f"{each.replace('.', '/')}.pyc" not in engine]
    return json.dumps({"missing": missing})


main()
