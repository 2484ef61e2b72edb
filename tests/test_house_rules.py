"""The house style holds for the whole tree, and each of its rules can tell good from bad."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import partial
from graphlib import TopologicalSorter
from pathlib import Path
from textwrap import dedent

import pytest

from support import house_rules as rules

ROOT = Path(__file__).resolve().parents[1]
ENGINE = ROOT / "engine"

abroad = partial(rules.strays_abroad, standard=sys.stdlib_module_names)
RULES: dict[str, rules.Rule] = {
    "words": rules.reads_words_back,
    "files": rules.touches_files,
    "clock": rules.reads_a_clock,
    "gate": rules.speaks_past_the_gate,
    "abroad": abroad,
    "total": rules.reports_while_lowering,
    "operators": rules.names_an_operator,
    "match": rules.leaves_a_match_open,
    "flags": rules.takes_a_flag,
    "nodes": rules.inherits_between_nodes,
    "names": rules.has_an_empty_name,
    "docstrings": rules.lacks_a_docstring,
    "length": rules.is_too_long,
}


def modules(*places: Path) -> Iterator[rules.Module]:
    """Read every Python file under some places, named from the place it stands in."""
    for place in places:
        for path in sorted(place.rglob("*.py")):
            parts = path.relative_to(place).with_suffix("").parts
            name = ".".join(part for part in parts if part != "__init__")
            yield rules.module(name or place.name, path.read_text(encoding="utf-8"))


def tracked() -> list[Path]:
    """List the files that belong to the project; all that is there, where git does not know."""
    listing = ["git", "ls-files", "-z", "--cached"]
    git = subprocess.run(listing, cwd=ROOT, capture_output=True, check=False)
    if git.returncode == 0:
        return [ROOT / os.fsdecode(name) for name in git.stdout.split(b"\0") if name]
    return [path for path in ROOT.rglob("*") if not path.relative_to(ROOT).parts[0].startswith(".")]


def text_of(path: Path) -> str:
    """Read a file as text; one that is gone, or is no text, has none."""
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, IsADirectoryError, UnicodeDecodeError):
        return ""


def placed_rooms() -> set[str]:
    """Give every room that the contracts give a place."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    return set(re.findall(r"\w+", " ".join(layers)))


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    """Copy the engine; a room that is not built yet is there, but empty."""
    package = tmp_path / "hjemmel"
    shutil.copytree(ENGINE / "hjemmel", package, ignore=shutil.ignore_patterns("__pycache__"))
    for room in placed_rooms() - {path.stem for path in package.glob("*.py")}:
        (package / room).mkdir(exist_ok=True)
        (package / room / "__init__.py").touch()
    return tmp_path


def lint_imports(engine: Path) -> subprocess.CompletedProcess[str]:
    """Hold the engine that stands in a folder against the contracts of `pyproject.toml`."""
    command = "from importlinter.cli import lint_imports_command as check; check()"
    arguments = ["--no-cache", "--no-logo", "--config", str(ROOT / "pyproject.toml")]
    return subprocess.run(
        [sys.executable, "-c", command, *arguments],
        cwd=engine,
        env=os.environ | {"PYTHONPATH": str(engine)},
        capture_output=True,
        text=True,
        check=False,
    )


# --- the tree --------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES)
def test_the_engine_keeps(rule: str) -> None:
    """No file of the engine breaks a rule."""
    breaches = [str(breach) for each in modules(ENGINE) for breach in RULES[rule](each)]
    assert not breaches, "\n".join(breaches)


@pytest.mark.parametrize("rule", ["names", "length"])
def test_the_tests_keep(rule: str) -> None:
    """What is asked of the engine's files as files is asked of the tests too."""
    breaches = [str(breach) for each in modules(ROOT / "tests") for breach in RULES[rule](each)]
    assert not breaches, "\n".join(breaches)


def test_rooms_import_downwards(engine: Path) -> None:
    """No room of the engine imports from a room above it."""
    linted = lint_imports(engine)
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_no_files_import_one_another_in_a_circle() -> None:
    """Whether at the top of a file or within a function; the package hands its façade out late."""
    files = {each.name: each for each in modules(ENGINE) if each.name != "hjemmel"}
    graph = {name: rules.imported_files(each, set(files)) for name, each in files.items()}
    tuple(TopologicalSorter(graph).static_order())  # CycleError tells the circle


def test_no_file_points_out_of_the_project() -> None:
    """No text names a machine, a package registry or the way the text came about."""
    breaches = [
        str(breach)
        for path in tracked()
        for breach in rules.foreign_words(str(path.relative_to(ROOT)), text_of(path))
    ]
    assert not breaches, "\n".join(breaches)


def test_a_reason_for_a_long_file_goes_when_the_file_is_short() -> None:
    """No file is excused that needs no excuse; `pytest -s` shows the table of the largest."""
    sizes = {each.name: len(each.text.splitlines()) for each in modules(ENGINE, ROOT / "tests")}
    largest = sorted(sizes.items(), key=lambda item: -item[1])
    print("", *(f"{lines:5}  {name}" for name, lines in largest[:10]), sep="\n")
    excused = {name for name in rules.LONG_WITH_A_REASON if name in sizes}
    assert all(sizes[name] > rules.MOST_LINES for name in excused)


def test_every_allowed_flag_is_still_there() -> None:
    """The list of flags with a reason names no flag that has gone."""
    named = {flag.partition(":")[0] for flag in rules.FLAGS_WITH_A_REASON}
    assert named <= {each.name for each in modules(ENGINE)}


# --- the rules -------------------------------------------------------------------------------

# Rule, module, a text that keeps the rule, and one that breaks it.
EXAMPLES = [
    ("operators", "hjemmel.explain.x", "sense(node) is Sense.NOT", "node.operator is Op.NOT"),
    ("operators", "hjemmel.render.x", "a.operator == b.operator", 'node.operator == "og"'),
    (
        "operators",
        "hjemmel.analysis.x",
        "match x:\n    case Apply(_, (a, b)): pass",
        "match x:\n    case Apply('og' | 'eller'): pass",
    ),
    ("words", "hjemmel.explain.x", "isinstance(step.role, Exempt)", "what.startswith('unntak')"),
    ("words", "hjemmel.compare.x", "first.seen == second.seen", "import re"),
    ("files", "hjemmel.core.x", "from pathlib import PurePath", "open('x')"),
    ("files", "hjemmel.explain.x", "text.lower()", "path.read_text()"),
    ("files", "hjemmel.syntax.x", "import io", "import os"),
    ("files", "hjemmel.pipeline", "read(source)", "Path('x')"),
    ("gate", "hjemmel.cli.x", "tell(text)", "click.echo(text)"),
    ("gate", "hjemmel.facts.x", "say(text)", "print(text)"),
    ("clock", "hjemmel.core.x", "date(2024, 1, 1)", "date.today()"),
    ("clock", "hjemmel.facts.x", "now(case)", "datetime.datetime.now()"),
    ("abroad", "hjemmel.core.x", "import attrs, json", "import lark"),
    ("abroad", "hjemmel.facts.x", "import hjemmel.core", "import click"),
    ("abroad", "hjemmel.facts.x", "def f():\n    import xlsxwriter", "import xlsxwriter"),
    (
        "abroad",
        "hjemmel.facts.x",
        "if TYPE_CHECKING:\n    import ruamel.yaml",
        "import ruamel.yaml",
    ),
    ("abroad", "hjemmel.syntax.x", "from lark import Lark", "import unheard_of"),
    ("total", "hjemmel.lowering.x", "ctx.apply(op)", "ctx.report(problem)"),
    ("total", "hjemmel.lowering.x", "import hjemmel.check.tables", "import hjemmel.diagnostics"),
    (
        "total",
        "hjemmel.lowering.x",
        "from hjemmel.check import tables",
        "from hjemmel.check import problems_names",
    ),
    (
        "match",
        "hjemmel.core.x",
        "match x:\n    case 1: pass\n    case other: assert_never(other)",
        "match x:\n    case 1: pass\n    case 2: pass",
    ),
    (
        "match",
        "hjemmel.core.x",
        "match x:\n    case 1: pass\n    case _: pass  # other numbers say nothing",
        "match x:\n    case 1: pass\n    case _: pass",
    ),
    (
        "match",
        "hjemmel.core.x",
        "match x:\n    case _: raise ValueError",
        "match x:\n    case _ if x > 1: raise ValueError",
    ),
    ("flags", "hjemmel.core.x", "def f(value: bool): ...", "def f(loud: bool = False): ..."),
    (
        "flags",
        "hjemmel.core.x",
        "def f(n: int = 1): ...",
        "def f(*, loud: bool | None = True): ...",
    ),
    ("flags", "hjemmel.core.x", "x: bool = True", "async def f(a, loud: 'bool' = True): ..."),
    ("nodes", "hjemmel.core.nodes", "class A(Protocol): ...", "class A(B): ..."),
    ("nodes", "hjemmel.syntax.tree", "class A(enum.StrEnum): ...", "class A(tree.B): ..."),
    ("docstrings", "hjemmel.core.x", "", "x = 1"),
    ("docstrings", "hjemmel.core.x", "'M.'\ndef _f(): ...", "'M.'\ndef f(): ..."),
    ("docstrings", "hjemmel.core.x", "'M.'\nclass A: 'A.'", "'M.'\nclass A: ..."),
    ("length", "hjemmel.core.x", "x\n" * 400, "x\n" * 401),
]


@pytest.mark.parametrize(("rule", "name", "good", "bad"), EXAMPLES)
def test_a_rule_tells_good_from_bad(rule: str, name: str, good: str, bad: str) -> None:
    """Each rule lets the good text pass and stops the bad one."""
    assert not list(RULES[rule](rules.module(name, good)))
    assert list(RULES[rule](rules.module(name, bad)))


def test_a_name_that_says_nothing_is_found() -> None:
    """A file is stopped for its own name and for that of its folder."""
    assert not list(RULES["names"](rules.module("hjemmel.core.kleene", "")))
    assert list(RULES["names"](rules.module("hjemmel.core.utils", "")))
    assert list(RULES["names"](rules.module("hjemmel.common.kleene", "")))


def test_every_rule_has_an_example() -> None:
    """No rule is left without a proof that it can fail."""
    assert {rule for rule, *_ in EXAMPLES} | {"names"} == set(RULES)


@pytest.mark.parametrize(
    ("room", "line", "contract"),
    [
        ("core", "import hjemmel.backends", "A room imports only from rooms below it"),
        ("core", "import hjemmel.resources", "The core imports nothing of ours but source"),
        ("explain", "import hjemmel.syntax", "Only the compile chain knows what the author wrote"),
        ("syntax", "import hjemmel.core", "The syntax does not know the core"),
        (
            "check",
            "import hjemmel.core.nodes",
            "The checker knows types and declarations, but no meaning",
        ),
        ("lowering", "import hjemmel.diagnostics", "Lowering has nothing to report"),
        ("lowering", "import hjemmel.check.problems_names", "Lowering has nothing to report"),
        ("attic", "", "A room imports only from rooms below it"),
    ],
)
def test_a_contract_between_rooms_can_be_broken(
    engine: Path, room: str, line: str, contract: str
) -> None:
    """One import the wrong way, or a room without a place, breaks the contract it should."""
    (engine / "hjemmel" / room).mkdir(exist_ok=True)
    (engine / "hjemmel" / room / "__init__.py").touch()
    (engine / "hjemmel" / room / "wrong.py").write_text(line + "\n", encoding="utf-8")

    linted = lint_imports(engine)

    assert linted.returncode == 1
    assert f"{contract} BROKEN" in " ".join(linted.stdout.split())


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("kilder/normer.tsv", "/{}/main/x"),
        ("work/main", "see /{}/main"),
    ],
)
def test_a_path_of_one_machine_is_found(good: str, bad: str) -> None:
    """A path within the project passes; one that starts at the top of a machine does not."""
    assert not list(rules.foreign_words("x", good))
    assert list(rules.foreign_words("x", bad.format("work")))


def test_where_a_text_came_from_is_found() -> None:
    """The place of a foreign word is its line."""
    text = dedent("""\
        first line
        as a {} wrote
    """)
    assert not list(rules.foreign_words("x", text.format("lawyer")))
    assert [breach.line for breach in rules.foreign_words("x", text.format("sub" + "agent"))] == [2]
