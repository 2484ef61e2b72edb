"""What the program says of itself, also where Python leaves docstrings out (`-OO`).

Pages of diagnostics and the help of commands are docstrings. Then they are read from the source,
which stands beside.
"""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType


def written_in(module: ModuleType) -> Mapping[str, str]:
    """The docstrings of a module's functions by name; none where it came without its source."""
    import ast

    try:
        tree = ast.parse(Path(module.__file__ or "").read_bytes())
    except OSError:
        return {}
    functions = (each for each in tree.body if isinstance(each, ast.FunctionDef))
    return {each.name: ast.get_docstring(each) or "" for each in functions}
