"""Which modules a page must carry: all that can be reached from some entries by `import`.

Runs in Pyodide's own Python, which the page is to run. Our own code and the libraries are followed
also where they import inside a function; the standard library only where it does so at the top, for
what is further in is mostly for servers and debuggers. What is imported from C, or by a name put
together, is named in `UNSEEN`.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping

UNSEEN = (
    "_colorize", "_strptime", "ast", "asyncio", "asyncio.base_events", "bz2", "calendar",
    "difflib", "encodings.aliases", "encodings.ascii", "encodings.charmap", "encodings.cp1252",
    "encodings.cp437", "encodings.idna", "encodings.latin_1", "encodings.raw_unicode_escape",
    "encodings.unicode_escape", "encodings.utf_16", "encodings.utf_16_be", "encodings.utf_16_le",
    "encodings.utf_8", "encodings.utf_8_sig", "gzip", "importlib.metadata", "importlib.resources",
    "linecache", "lzma", "shutil", "site", "stringprep", "sysconfig", "tempfile", "tokenize",
    "traceback", "warnings", "xml.parsers.expat", "zoneinfo",
)  # fmt: skip


def path_of(module: str, files: Mapping[str, str]) -> str | None:
    """The file of a module, if it is one of these."""
    stem = module.replace(".", "/")
    return next((each for each in (f"{stem}.py", f"{stem}/__init__.py") if each in files), None)


def imported(text: str, name: str, *, is_package: bool, also_inside: bool) -> Iterator[str]:
    """The modules that a text imports, and what may be a module of a package it imports from."""
    tree = ast.parse(text)
    nodes = ast.walk(tree) if also_inside else _at_the_top(tree)
    for node in nodes:
        match node:
            case ast.Import(names):
                yield from (each.name for each in names)
            case ast.ImportFrom(module, names, level):
                base = _base(name, level, is_package=is_package)
                whole = ".".join(filter(None, (base, module)))
                yield whole
                yield from (f"{whole}.{each.name}" for each in names)
            case _:
                pass


def _base(name: str, level: int, *, is_package: bool) -> str:
    if not level:
        return ""
    parts = name.split(".") if is_package else name.split(".")[:-1]
    return ".".join(parts[: len(parts) - level + 1])


def _at_the_top(tree: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(tree):
        yield child
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _at_the_top(child)


def reached(entries: Iterable[str], files: Mapping[str, str], standard: frozenset[str]) -> set[str]:
    """The files of all modules that can be reached; `standard` are the standard library's."""
    waiting, found = [*entries, *UNSEEN], set()
    while waiting:
        module = waiting.pop()
        if "." in module:
            waiting.append(module.rpartition(".")[0])
        path = path_of(module, files)
        if path is None or path in found:
            continue
        found.add(path)
        package = path.endswith("__init__.py")
        waiting.extend(
            imported(files[path], module, is_package=package, also_inside=path not in standard)
        )
    return found
