"""A program comes back from bytes whole, and nothing else does."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import attrs
import pytest
from attrs import evolve

from hjemmel.core import schema
from hjemmel.core.nodes import Apply, Literal, Node, Op, Origin, Ref, Standing
from hjemmel.core.program import Norm, Program, Wording
from hjemmel.core.types import Fraction, Listed, Text
from hjemmel.source.citation import Citation, Level
from hjemmel.source.span import Span
from hjemmel.store.storage import TABLES, dump, load
from random_programs.choices import Seeded
from random_programs.programs import program as random_program
from unit.backends.small_rulebook import apply, fact, number, requiring, text


def _differences(one: Any, other: Any, path: str = "") -> str:
    """The first place where two values differ, also in what equality leaves out."""
    if type(one) is not type(other):
        return f"{path}: {one!r} {other!r}"
    if attrs.has(type(one)):
        names = [each.name for each in attrs.fields(type(one))]
        told = (_differences(getattr(one, n), getattr(other, n), f"{path}.{n}") for n in names)
        return next(filter(None, told), "")
    if isinstance(one, tuple) and len(one) == len(other):
        told = (_differences(*pair, f"{path}[{i}]")
                for i, pair in enumerate(zip(one, other, strict=True)))  # fmt: skip
        return next(filter(None, told), "")
    return "" if repr(one) == repr(other) else f"{path}: {one!r} {other!r}"


def test_random_programs_come_back() -> None:
    """With everything in them, and giving the same bytes again."""
    for seed in range(100):
        program = random_program(Seeded(Random(seed)))
        back = load(dump(program))
        assert not _differences(program, back)
        assert dump(back) == dump(program)


def test_everything_that_can_be_said_comes_back() -> None:
    """Spans, citations, words, dates, tenures, aliases; and texts of any letters."""
    span = Span("a.ntr", 3, 4, 9)
    cited = Citation(Level.GUIDE, "pkt. 4.1", "nr. 2", ("v1", "v2"))
    origin = Origin(7, span, "«ordene» \ud800 \n {0}", (cited,))
    node = Apply(Op.IS, (fact("a", Text()), Literal("x", Text(), origin)), origin)
    amounts = [Literal(value, Fraction()) for value in (Decimal("1.10"), 1, -(10**30))]
    program = requiring(node, *(apply("lik", fact("n", Fraction()), each) for each in amounts))
    wordings = (Wording(date(2018, 1, 1), None, (cited,), "fordi", False, True),)
    declared = schema.Schema(
        (schema.RecordDeclaration("r", "en", "ens", (
            schema.FieldDeclaration("f", "f", Listed(Text()), "h", "m", ("g",), span),), True),),
        (schema.Enumeration("e", ("a", "b"), "fordi", span),),
        (schema.Register("h", (schema.RegisterEntry("OUS", ("Oslo",)),)),),
        (schema.Role("myndighet", (schema.Tenure(None, date(2020, 1, 1), "Hdir", "?"),)),),
    )  # fmt: skip
    norms = (evolve(program.norms[0].with_wordings(wordings), span=span), *program.norms[1:])
    whole = evolve(program, name="navn", fingerprint="f" * 64, schema=declared, norms=norms)
    assert not _differences(whole, load(dump(whole)))


def test_every_field_of_every_class_has_a_column() -> None:
    """A field added to the core must be stored."""
    for layout in TABLES.values():
        for kind, columns in layout.items():
            assert len(columns) == len(attrs.fields(kind)), kind
            assert [each.name for each in attrs.fields(kind)] == list(kind.__match_args__)


def test_equal_parts_become_one() -> None:
    """What is written many times in the rules is kept once."""
    program = requiring(*(apply("er", fact("a", Text()), text("x")) for _ in range(3)))
    back = load(dump(program))
    assert back.norms[0].editions[0].requirement is back.norms[2].editions[0].requirement


def test_a_deep_program_comes_back() -> None:
    """Deeper than the fold itself goes."""
    node: Any = fact("a")
    for _ in range(5000):
        node = apply("ikke", node)
    depth, back = 0, load(dump(requiring(node))).norms[0].editions[0].requirement
    while isinstance(back, Apply):
        depth, back = depth + 1, back.arguments[0]
    assert depth == 5000


Change = Callable[[dict[str, Any]], object]

CHANGES: dict[str, Change] = {
    "format": lambda given: given.update(format="hjemmel-program-0"),
    "no text": lambda given: given.pop("text"),
    "text is a number": lambda given: given["text"].append(3),
    "no program": lambda given: given["tables"].pop("program"),
    "row too high": lambda given: _cells(given, "norm", "Norm", 6).append(_pop(given, 6) + 999),
    "row below zero": lambda given: _cells(given, "norm", "Norm", 6).append(-1 - _pop(given, 6)),
    "row is a truth": lambda given: _cells(given, "norm", "Norm", 6).append(bool(_pop(given, 6))),
    "row is a fraction": lambda given: _cells(given, "norm", "Norm", 6).append(
        _pop(given, 6) + 0.5
    ),
    "a column is short": lambda given: _cells(given, "norm", "Norm", 2).pop(),
    "no kind of that name": lambda given: _cells(given, "norm", "Norm", 2).__setitem__(0, "x"),
    "a flag is a number": lambda given: _cells(given, "wording", "Wording", 4).__setitem__(0, 1),
    "a node too few": lambda given: given["tables"]["node"]["order"].pop(),
    "a node too many": lambda given: given["tables"]["node"]["order"].append(0),
    "no such kind of node": lambda given: given["tables"]["node"]["order"].append(9),
    "nodes before their parts": lambda given: given["tables"]["node"]["order"].reverse(),
    "a bare constant": lambda given: _cells(given, "node", "Literal", 0).__setitem__(0, "xyz"),
    "a bad day": lambda given: _cells(given, "node", "Literal", 0).__setitem__(0, "d2024-02-30"),
    "a bad number": lambda given: _cells(given, "node", "Literal", 0).__setitem__(0, "nabc"),
    "a float": lambda given: _cells(given, "node", "Literal", 0).__setitem__(0, 1.5),
    "no such operator": lambda given: _cells(given, "node", "Apply", 0).__setitem__(0, "l"),
}


def _cells(given: dict[str, Any], table: str, kind: str, column: int) -> list[Any]:
    found: list[Any] = given["tables"][table]["columns"][kind][column]
    return found


def _pop(given: dict[str, Any], column: int) -> int:
    found: int = _cells(given, "norm", "Norm", column).pop()
    return found


@pytest.mark.parametrize("change", CHANGES)
def test_anything_odd_is_refused(change: str) -> None:
    """Always with ValueError, so that a cache need know of no other fault."""
    content = json.loads(dump(requiring(apply("lik", fact("n", Fraction()), number(3)))))
    CHANGES[change](content)
    with pytest.raises(ValueError, match=r"\w"):
        load(json.dumps(content).encode())


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"3", b"null", b"\xff\xfe", b"[" * 100000])
def test_no_program_at_all_is_refused(content: bytes) -> None:
    """Whatever was found where a program should be."""
    with pytest.raises(ValueError, match=r"\w"):
        load(content)


def _asking(norm: Norm, requirement: Node) -> Norm:
    (edition,) = norm.editions
    return evolve(norm, editions=(evolve(edition, requirement=requirement),))


def test_a_program_whose_names_name_nothing_is_refused() -> None:
    """The tables may be right and the program still none."""
    program = requiring(fact("a"))
    norm = _asking(program.norms[0], Ref("borte", Standing.MET))
    odd: list[Program] = [
        evolve(program, norms=(norm,)),
        evolve(program, order=()),
        evolve(program, norms=program.norms * 2, order=program.order * 2),
    ]
    for each in odd:
        with pytest.raises(ValueError, match=r"\w"):
            load(dump(each))
