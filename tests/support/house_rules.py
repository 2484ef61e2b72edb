"""The house rules that no ready-made tool checks, each as a function from a module to its breaches.

A rule reads one module and gives the places that break it, so that every rule can be tried on a few
lines of text (`test_house_rules.py` does) as well as on the whole engine.
"""

import ast
import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from attrs import frozen

Function = ast.FunctionDef | ast.AsyncFunctionDef
N = TypeVar("N", bound=ast.AST)


@frozen
class Module:
    """One file of the engine: its dotted name, its text, and the text parsed."""

    name: str
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The part of the engine it belongs to: `core` for `hjemmel.core.nodes`."""
        return self.name.partition(".")[2].partition(".")[0]


@frozen
class Breach:
    """A place that breaks a rule."""

    module: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.what}"


Rule = Callable[[Module], Iterator[Breach]]


def module(name: str, text: str) -> Module:
    """Read a module from its text."""
    return Module(name, text, ast.parse(text, filename=name))


# --- what a room may touch -------------------------------------------------------------------

FILE_ROOMS = {
    "archive", "cli", "facts", "files", "traceability", "resources", "rulebooks", "server",
}  # fmt: skip
FILE_MODULES = {"glob", "os", "shutil", "socket", "subprocess", "tempfile", "urllib"}
FILE_CALLS = {
    "Path", "fdopen", "glob", "iterdir", "mkdir", "open", "read_bytes", "read_text", "rglob",
    "unlink", "write_bytes", "write_text",
}  # fmt: skip


def touches_files(of: Module) -> Iterator[Breach]:
    """Only commands, servers, archives, the readers of facts and sources, and `resources` do."""
    if of.room in FILE_ROOMS:
        return
    for name, line, _ in imports(of.tree):
        if name in FILE_MODULES:
            yield Breach(of.name, line, f"imports {name}, but only {rooms(FILE_ROOMS)} touch files")
    for call in found(of.tree, ast.Call):
        if called(call) in FILE_CALLS:
            yield Breach(of.name, call.lineno, f"calls {called(call)}(), which touches files")


CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "monotonic", "perf_counter", "localtime"}
CLOCK_OWNERS = {"date", "datetime", "time"}


def reads_a_clock(of: Module) -> Iterator[Breach]:
    """The day is an input: only the command line knows what day it is."""
    if of.room == "cli":
        return
    for call in found(of.tree, ast.Call):
        match call.func:
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
                if owner in CLOCK_OWNERS and name in CLOCKS:
                    yield Breach(of.name, call.lineno, f"reads a clock: {owner}.{name}()")
            case _:
                continue


# Where each foreign package may be used, and whether it must wait until it is needed.
EVERYWHERE = {"attr", "attrs", "hjemmel"}
PLACES = {
    "lark": ({"syntax"}, "at once"),
    "click": ({"cli"}, "at once"),
    "pypdf": ({"traceability"}, "at once"),
    "python_calamine": ({"facts", "cli"}, "on use"),
    "xlsxwriter": ({"facts", "cli"}, "on use"),
    "ruamel": ({"facts", "cli"}, "on use"),
    "numpy": ({"archive", "backends"}, "at once"),
    "pyarrow": ({"archive", "backends", "facts"}, "at once"),
    "duckdb": ({"backends"}, "at once"),
    "pyspark": ({"archive"}, "at once"),
    "py4j": ({"archive"}, "at once"),
    "sqlalchemy": ({"facts"}, "on use"),
    "z3": ({"backends"}, "at once"),
    "vl_convert": ({"cli"}, "on use"),
    "lsprotocol": ({"server"}, "at once"),
    "pygls": ({"server"}, "at once"),
    "pygments": ({"editing"}, "at once"),
}


def strays_abroad(of: Module, standard: frozenset[str]) -> Iterator[Breach]:
    """Each foreign package has its room, and an extra is imported by the function that needs it."""
    for name, line, waits in imports(of.tree):
        if name in standard or name in EVERYWHERE:
            continue
        where, when = PLACES.get(name, (set[str](), "at once"))
        if of.room not in where:
            yield Breach(of.name, line, f"imports {name}, which belongs in {rooms(where)}")
        elif when == "on use" and not waits:
            yield Breach(of.name, line, f"imports {name}, an extra, before it is needed")


MOUTHS = {"hjemmel.cli.telling", "hjemmel.cli.terminal"}
WAYS_OUT = {"echo", "secho", "print"}


def speaks_past_the_gate(of: Module) -> Iterator[Breach]:
    """What reaches a screen goes through the modules that see to it that it can be seen."""
    if of.name in MOUTHS:
        return
    for call in found(of.tree, ast.Call):
        if called(call) in WAYS_OUT:
            yield Breach(of.name, call.lineno, f"calls {called(call)}(), past cli/telling.py")


WORDLESS = {"explain", "compare"}
WAYS_TO_READ_WORDS = {
    "startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "split",
    "rsplit", "splitlines", "fullmatch",
}  # fmt: skip


def reads_words_back(of: Module) -> Iterator[Breach]:
    """Reasons and comparisons are data: what is put in words at the edge is never read again."""
    if of.room not in WORDLESS:
        return
    for name, line in imported(of.tree):
        if name == "re":
            yield Breach(of.name, line, "imports re, but a reason is data and no words")
    for call in found(of.tree, ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr in WAYS_TO_READ_WORDS:
            yield Breach(of.name, call.lineno, f"calls {call.func.attr}(), which reads words")


def reports_while_lowering(of: Module) -> Iterator[Breach]:
    """Lowering is total: what there is to report, the checker has reported."""
    if of.room != "lowering":
        return
    for name, line in imported(of.tree):
        parts = name.split(".")
        if "diagnostics" in parts or any(each.startswith("problem") for each in parts):
            yield Breach(of.name, line, f"imports {name}, but lowering has nothing to report")
    for call in found(of.tree, ast.Call):
        if called(call) == "report":
            yield Breach(of.name, call.lineno, "calls report(), but lowering has nothing to report")


def imported_files(of: Module, files: set[str]) -> set[str]:
    """The files of the engine that a file imports, wherever in it, when it runs."""
    reached: set[str] = set()
    typing = [each for each in found(of.tree, ast.If) if ast.unparse(each.test) == "TYPE_CHECKING"]
    unreal = {line for each in typing for line in found(each, ast.ImportFrom)}
    for each in (line for line in found(of.tree, ast.ImportFrom) if line not in unreal):
        for name in each.names:
            inner = f"{each.module}.{name.name}"
            reached.add(inner if inner in files else str(each.module))
    return reached & files - {of.name}


WHERE_OPERATORS_ARE_NAMED = {"hjemmel.core.nodes", "hjemmel.core.operators", "hjemmel.core.making"}
ROOMS_THAT_NAME_OPERATORS = {"lowering", "words"}


def names_an_operator(of: Module) -> Iterator[Breach]:
    """What is to be known of an operator stands in its row; others ask the row, not its name."""
    if of.name in WHERE_OPERATORS_ARE_NAMED or of.room in ROOMS_THAT_NAME_OPERATORS:
        return
    for each in ast.walk(of.tree):
        match each:
            case ast.Attribute(value=ast.Name(id="Op")):
                yield Breach(of.name, each.lineno, f"names the operator {each.attr}")
            case ast.Compare(left=ast.Attribute(attr="operator"), comparators=[ast.Constant()]):
                yield Breach(of.name, each.lineno, "compares an operator with a name")
            case ast.MatchClass(cls=ast.Name(id="Apply"), patterns=[first, *_]) if _is_named(first):
                yield Breach(of.name, each.lineno, "matches an operator by its name")
            case _:  # says nothing of operators
                pass


def _is_named(pattern: ast.pattern) -> bool:
    return any(isinstance(part, ast.MatchValue) for part in ast.walk(pattern))


# --- how code is written ---------------------------------------------------------------------


def leaves_a_match_open(of: Module) -> Iterator[Breach]:
    """A `match` ends with a case that takes the rest, and that says what the rest means.

    It calls `assert_never`, raises or returns; or a comment on the case gives the reason.
    """
    lines = of.text.splitlines()
    for each in found(of.tree, ast.Match):
        last = each.cases[-1]
        if not isinstance(last.pattern, ast.MatchAs) or last.pattern.pattern or last.guard:
            yield Breach(of.name, each.lineno, "match without a last case that takes the rest")
        elif not is_deliberate(last.body[-1]) and "#" not in lines[last.pattern.lineno - 1]:
            yield Breach(of.name, last.pattern.lineno, "last case neither closes nor says why")


def is_deliberate(statement: ast.stmt) -> bool:
    """Whether a last case ends in a way that cannot be an oversight."""
    match statement:
        case ast.Raise() | ast.Return():
            return True
        case ast.Expr(value=ast.Call() as call):
            return called(call) == "assert_never"
        case _:
            return False


# `module:function.parameter` → why a flag is right there.
FLAGS_WITH_A_REASON: dict[str, str] = {}


def takes_a_flag(of: Module) -> Iterator[Breach]:
    """A truth value with a default is a flag, and a function with a flag is two functions."""
    if of.room == "cli":
        return
    for function in found(of.tree, ast.FunctionDef, ast.AsyncFunctionDef):
        for parameter, default in defaults(function):
            name = f"{of.name}:{function.name}.{parameter.arg}"
            if is_flag(parameter, default) and name not in FLAGS_WITH_A_REASON:
                yield Breach(of.name, parameter.lineno, f"flag {name}: make it two functions")


def is_flag(parameter: ast.arg, default: ast.expr | None) -> bool:
    """Whether a parameter is declared a truth value and has one as its default."""
    annotation = ast.unparse(parameter.annotation) if parameter.annotation else ""
    truth = isinstance(default, ast.Constant) and isinstance(default.value, bool)
    return truth and "bool" in re.findall(r"\w+", annotation)


def defaults(function: Function) -> Iterator[tuple[ast.arg, ast.expr | None]]:
    """Pair every parameter of a function with its default."""
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    missing: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults))
    yield from zip(positional, [*missing, *arguments.defaults], strict=True)
    yield from zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)


TREES = {"hjemmel.syntax.tree", "hjemmel.core.nodes"}
PLAIN_BASES = {"object", "Enum", "IntEnum", "StrEnum", "Protocol", "Generic"}


def inherits_between_nodes(of: Module) -> Iterator[Breach]:
    """A union says which kinds of node there are; no kind is a kind of another."""
    if of.name not in TREES:
        return
    for each in found(of.tree, ast.ClassDef):
        for base in each.bases:
            plain = ast.unparse(base).split("[")[0].rpartition(".")[2]
            if plain not in PLAIN_BASES:
                yield Breach(of.name, each.lineno, f"node {each.name} inherits from {plain}")


EMPTY_NAMES = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}


def has_an_empty_name(of: Module) -> Iterator[Breach]:
    """A file is named after what it holds."""
    for part in of.name.split("."):
        if part in EMPTY_NAMES:
            yield Breach(of.name, 1, f"«{part}» says nothing about what the file holds")


def lacks_a_docstring(of: Module) -> Iterator[Breach]:
    """Every module, and every public class and function of it, says what it is for."""
    if of.text.strip() and not ast.get_docstring(of.tree):
        yield Breach(of.name, 1, "no docstring")
    for each in of.tree.body:
        if (
            isinstance(each, Function | ast.ClassDef)
            and not each.name.startswith("_")
            and "overload" not in map(ast.unparse, each.decorator_list)
            and not ast.get_docstring(each)
        ):
            yield Breach(of.name, each.lineno, f"no docstring on {each.name}")


MOST_LINES = 400
# Files that may be longer → why.
LONG_WITH_A_REASON = {
    "oracle": "the whole meaning a second time, to be read in one go and sharing nothing",
}


def is_too_long(of: Module) -> Iterator[Breach]:
    """A file that has outgrown its limit is two files."""
    length = len(of.text.splitlines())
    if length > MOST_LINES and of.name not in LONG_WITH_A_REASON:
        yield Breach(of.name, length, f"{length} lines, more than {MOST_LINES}")


# --- words that belong to the workplace, not to the project ----------------------------------

# One letter of each stands in brackets, so that the list does not find itself.
FOREIGN_WORDS = re.compile(
    r"(?<![\w.])/(?:[w]ork|[r]oot|[h]ome|[U]sers)/"  # paths of one machine
    r"|[p]ypi\.org|[p]ythonhosted\.org"  # addresses of a package registry
    r"|sub-?[a]gents?\b|developers.? [s]ession|[C]laude|[C]hatGPT"  # how the text came about
    r"|\b(?:[i]ssue|[f]ixes|[c]loses|PR) #\d+",  # numbers that mean nothing in a clone
    re.IGNORECASE,
)


def foreign_words(name: str, text: str) -> Iterator[Breach]:
    """Nothing in the project points out of it, to a machine or to how it was made."""
    for number, line in enumerate(text.splitlines(), start=1):
        for each in FOREIGN_WORDS.finditer(line):
            yield Breach(name, number, f"«{each[0]}»")


# --- reading Python --------------------------------------------------------------------------


def found(tree: ast.AST, *kinds: type[N]) -> Iterator[N]:
    """Find every node of the given kinds."""
    return (node for node in ast.walk(tree) if isinstance(node, kinds))


def called(call: ast.Call) -> str:
    """The last word of what is called: `read_text` in `path.read_text()`."""
    return ast.unparse(call.func).rpartition(".")[2]


def imports(tree: ast.AST) -> Iterator[tuple[str, int, bool]]:
    """Give each imported top-level name, its line, and whether it waits until it is needed.

    It waits inside a function; under `if TYPE_CHECKING` it never happens, which is as good.
    """
    waiting = {
        inner
        for outer in ast.walk(tree)
        if isinstance(outer, Function)
        or (isinstance(outer, ast.If) and ast.unparse(outer.test).endswith("TYPE_CHECKING"))
        for inner in ast.walk(outer)
    }
    for node in found(tree, ast.Import, ast.ImportFrom):
        names = (
            [each.name for each in node.names] if isinstance(node, ast.Import) else [node.module]
        )
        for name in filter(None, names):
            yield name.partition(".")[0], node.lineno, node in waiting


def imported(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Give each imported name in full, and its line."""
    for node in found(tree, ast.Import, ast.ImportFrom):
        start = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
        yield from ((f"{start}{each.name}", node.lineno) for each in node.names)


def rooms(names: set[str]) -> str:
    """Name some rooms in a sentence."""
    return ", ".join(sorted(names)) or "no room yet"
