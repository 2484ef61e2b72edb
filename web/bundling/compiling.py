"""Compile what the page carries, in Pyodide's own Python. `NAMED` is given by who runs it.

The engine keeps its docstrings, for its messages are made of some of them.
"""

import io
import json
import os
import py_compile
import sys
import zipfile

sys.path.insert(0, "/build")
from closure import reached  # noqa: E402 - it stands beside

SITE, OWN, STANDARD = "/build/site", "/build/own", "/lib/python314.zip"
ENTRIES = ("hjemmel.workbench.protocol",)
PYODIDE = ("_pyodide/", "pyodide/")


def text_files(folder: str) -> dict[str, bytes]:
    """What stands below a folder, by its path there."""
    found = {}
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            with open(path, "rb") as opened:
                found[os.path.relpath(path, folder)] = opened.read()
    return found


def compiled(content: bytes, name: str, optimize: int) -> bytes:
    """The byte code of a file, which says nothing of when it was made."""
    with open("/build/one.py", "wb") as out:
        out.write(content)
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile("/build/one.py", cfile="/build/one.pyc", dfile=name, optimize=optimize,
                       doraise=True, invalidation_mode=mode)  # fmt: skip
    with open("/build/one.pyc", "rb") as made:
        return made.read()


def zipped(files: dict[str, bytes]) -> bytes:
    """For the way out of Pyodide only."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as out:
        for name, content in files.items():
            out.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def main() -> str:
    """Write `/build/standard.zip` and `/build/engine.zip`; tell what they hold."""
    for wheel in os.listdir("/build/wheels"):
        zipfile.ZipFile(f"/build/wheels/{wheel}").extractall(SITE)
    library, own = text_files(SITE), text_files(OWN)
    with zipfile.ZipFile(STANDARD) as opened:
        standard = {n: opened.read(n) for n in opened.namelist() if n.endswith(".py")}
    everything = {**standard, **library, **own}
    texts = {k: v.decode() for k, v in everything.items() if k.endswith(".py")}
    pyodide = [n[:-3].replace("/", ".").removesuffix(".__init__")
               for n in standard if n.startswith(PYODIDE)]  # fmt: skip
    wanted = reached((*ENTRIES, *pyodide), texts, frozenset(standard))
    plain = {k: compiled(v, k, 2) for k, v in standard.items() if k in wanted}
    engine = {k: compiled(v, k, 0 if k in own else 2) for k, v in {**library, **own}.items() if k in wanted}
    engine |= {k: v for k, v in own.items() if "/_resources/" in k}
    engine |= {k: v for k, v in library.items() if k.endswith(".lark")}
    for name, files in (("standard", plain), ("engine", engine)):
        with open(f"/build/{name}.zip", "wb") as out:
            out.write(zipped({(k[:-3] + ".pyc" if k.endswith(".py") else k): v for k, v in files.items()}))
    missing = sorted(e for e in ENTRIES if e.replace(".", "/") + ".py" not in engine)
    return json.dumps({"standard": len(plain), "engine": len(engine), "missing": missing})


main()
