"""What the emitted source may never be: injected, too deep, different from time to time, wrong."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from attrs import evolve

from hjemmel.backends.compiled.constants import constant_text
from hjemmel.backends.compiled.runtime import FASTER, namespace
from hjemmel.backends.compiled.source import compile_outcomes, source_of
from hjemmel.case.observation import PartialList, View, members_in
from hjemmel.case.one_of import OneOf
from hjemmel.core.nodes import Each, Fact, Literal, Node, Quantifier
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from hjemmel.core.types import Fraction, Listed, Row, Text, Truth, Type, Whole
from random_programs.choices import Seeded
from random_programs.programs import program as random_program
from random_programs.situations import situation
from unit.backends.small_rulebook import (
    SUBJECT,
    YES,
    apply,
    case,
    decider,
    disagreements,
    each,
    entry,
    fact,
    norm,
    number,
    requiring,
    rulebook,
    text,
)

HOSTILE = (
    "'", '"', "\\", "\n", "\r", "'''", '"""', "{0}", "{", "}}", "%s", "\u2028", "\ud800", "\x00",
    "']; raise SystemExit; ['", "\\'; raise SystemExit #", "\n    raise SystemExit\n", "__import__",
    "# comment", "f'{view}'", "", "*", "0",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_names_and_values_are_never_run(name: str) -> None:
    """Whatever a rulebook or a case calls things, the functions decide and do nothing else."""
    record, word, words, rows = (f"{name}{ending}" for ending in ("r", "w", "l", "t"))
    same = apply("er", entry("", Text()), text(name))
    nodes = (
        apply("er", Fact(record, word, Text()), text(name)),
        apply("er_blant", Fact(record, word, Text()), text(name), text("a" + name)),
        each(Quantifier.SOME, Fact(record, words, Listed(Text())), same),
        each(Quantifier.ALL, Fact(record, rows, Listed(Row(name))),
             apply("er", entry(word, Text()), text(name))),
    )  # fmt: skip
    norms = (evolve(norm(f"{name}{i}", node), subject=record) for i, node in enumerate(nodes))
    program = rulebook(*norms)
    facts = {word: name, words: [name], rows: [{word: name}]}
    views: list[View] = [{**case(), record: each} for each in (facts, {}, None)]
    assert not disagreements(program, views)
    assert set(decider(program)(views[0]).values()) == {Outcome.MET}


def test_emitted_source_has_no_builtins() -> None:
    """Even if something got in, there would be nothing to call."""
    assert namespace(None)["__builtins__"] == {}


def test_only_values_that_rules_hold_become_constants() -> None:
    """A subclass could write anything as its `repr`."""

    class Sly(str):
        __slots__ = ()

        def __repr__(self) -> str:
            return "exit()"

    for value in (Sly("a"), datetime(2024, 1, 1), 1.5, [1]):  # noqa: DTZ001 - it is refused
        with pytest.raises(TypeError):
            constant_text(value)
    world = {"date": date, "Decimal": Decimal}
    for value in (True, None, -3, "a'\n\\", date(2024, 2, 29), Decimal("1.10")):
        back = eval(constant_text(value), world)
        assert (type(back), str(back)) == (type(value), str(value))


def test_values_that_python_holds_equal_stay_apart() -> None:
    """1, 1.0 and True are different constants."""
    amounts = [Literal(value, Fraction()) for value in (1, Decimal("1.0"), Decimal("1.00"))]
    nodes = [apply("lik", fact("n", Fraction()), amount) for amount in amounts]
    assert not disagreements(requiring(*nodes, fact("n")), [case(n=1), case(n=Decimal(1))])


def source(program: Program) -> str:
    """The function as Python text."""
    return source_of(program, names(program))


def names(program: Program) -> list[str]:
    """The norms by id, in the order of the law."""
    return [each.id for each in program.norms]


def nobody(view: View) -> dict[str, Outcome]:
    """Who must not be asked."""
    raise AssertionError(view)


def _deep(depth: int) -> Node:
    node: Node = fact("a")
    for level in range(depth):
        other = fact("b" if level % 2 else "c")
        node = apply("og" if level % 2 else "eller", apply("ikke", node), other)
    return node


def test_a_deep_rule_compiles() -> None:
    """As deep as the fold itself can go."""
    views = [
        case(a=a, b=b, c=c) for a in (True, None) for b in (True, False) for c in (False, None)
    ]
    assert not disagreements(requiring(_deep(120)), views)


def test_a_wide_rule_compiles() -> None:
    """Hundreds of facts in one clause."""
    node = apply("og", *(fact(f"f{number}") for number in range(600)))
    whole = dict.fromkeys((f"f{number}" for number in range(600)), True)
    assert not disagreements(requiring(node), [case(**whole), case(**whole | {"f599": False})])


def test_loops_deeper_than_python_takes_are_interpreted() -> None:
    """Python nests 20 loops at the most."""
    node: Node = Fact("x21", "a", Truth())
    for level in reversed(range(22)):
        outer = SUBJECT if level == 0 else f"x{level - 1}"
        where = Fact(f"x{level}", "a", Truth())
        node = Each(Quantifier.SOME, f"x{level}", Fact(outer, "l", Listed(Row("r"))), where, node)
    rows: dict[str, Any] = {"a": True}
    for _ in range(22):
        rows = {"a": True, "l": [rows]}
    assert not disagreements(requiring(node), [case(**rows), case()])


def test_only_what_is_asked_for_is_worked_out() -> None:
    """A norm that is not wanted, and that none of those refers to, leaves nothing in the source."""
    program = requiring(fact("a"), fact("unødig"))
    first = names(program)[0]
    assert "unødig" not in source_of(program, [first])
    assert list(compile_outcomes(program, [first], nobody)(case(a=True))) == [first]


@pytest.mark.parametrize(
    ("kind", "odd"), [(Whole(), (1, 3)), (Whole(), (1, None)), (Listed(Text()), PartialList(["a"]))]
)
def test_what_is_known_in_part_is_left_to_another(kind: Type, odd: object) -> None:
    """Also in an entry of a list; what no norm wanted asks for is not looked at."""
    node = number_is(1) if kind == Whole() else each(Quantifier.SOME, fact("n", kind), YES)
    within = apply("lik", entry("n", Whole()), number(1))
    if kind != Whole():
        within = each(Quantifier.SOME, entry("n", kind), YES)
    rows = each(Quantifier.SOME, fact("l", Listed(Row("r"))), within)
    program = requiring(node, rows, fact("a"))
    left = compile_outcomes(program, names(program), lambda _: {"overlatt": Outcome.MET})
    assert left(case(n=odd)) == left(case(l=[{"n": odd}])) == {"overlatt": Outcome.MET}
    apart = compile_outcomes(program, names(program)[2:], nobody)
    assert list(apart(case(n=odd, a=True)).values()) == [Outcome.MET]


def test_the_same_program_gives_the_same_source() -> None:
    """Made twice, by two objects, in one process."""
    for seed in range(20):
        first, second = (random_program(Seeded(Random(seed))) for _ in range(2))
        assert source(first) == source(second)


def test_names_of_facts_do_not_order_the_source() -> None:
    """Facts are read in the order of the rules, whatever hash their names have."""
    one = source(requiring(fact("b"), fact("a"), apply("og", fact("a"), fact("b"))))
    lines = [line.strip() for line in one.splitlines()]
    assert lines.index("v0 = r0['b']") < lines.index("v1 = r0['a']")


def test_a_fact_that_no_rule_needs_is_not_read() -> None:
    """Constants are worked out beforehand."""
    assert "unødig" not in source(requiring(apply("eller", YES, fact("unødig"))))


def test_each_fact_is_read_once() -> None:
    """However many norms ask for it."""
    program = requiring(*(apply("er", fact("type", Text()), text(word)) for word in "abc"))
    assert source(program).count("r0['type']") == 1


def test_faster_functions_are_the_same_functions() -> None:
    """Over every day of four years, and months both ways."""
    for usual, faster in FASTER.items():
        for ordinal in range(date(2023, 1, 1).toordinal(), date(2027, 1, 1).toordinal()):
            start = date.fromordinal(ordinal)
            for months in (-13, -1, 0, 1, 3, 12, 60):
                assert faster(start, months) == usual(start, months)


def _plain(value: Any) -> Any:
    """The value with nothing open in it, which is what most cases are."""
    if isinstance(value, tuple):
        return value[0]
    if isinstance(value, OneOf):
        return min(value)
    if isinstance(value, PartialList):
        return [_plain(each) for each in value[: members_in(value)]]
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return value


def test_random_rulebooks_on_plain_facts() -> None:
    """The function agrees, without ever leaving it to another."""
    for seed in range(150):
        choices = Seeded(Random(seed))
        program = random_program(choices)
        views = [_plain(situation(choices, program.schema).view) for _ in range(3)]
        assert not disagreements(program, views)
        decide = compile_outcomes(program, names(program), nobody)
        for view in views:
            decide(view)


def test_random_rulebooks_on_any_facts() -> None:
    """With intervals and partial lists, which are left to another."""
    for seed in range(150):
        choices = Seeded(Random(1000 + seed))
        program = random_program(choices)
        views = [situation(choices, program.schema).view for _ in range(3)]
        assert not disagreements(program, views)


def test_the_order_of_results_is_that_of_the_law() -> None:
    """`order` only says which norm must be worked out first."""
    program = rulebook(norm("a", fact("a")), norm("b", number_is(1)))
    turned = evolve(program, norms=program.norms[::-1])
    assert list(decider(turned)(case())) == ["b", "a"]


def number_is(wanted: int) -> Node:
    """A requirement on a number."""
    return apply("lik", fact("n", Whole()), number(wanted))
