"""Small rulebooks and what the backends say of them, for the tests of the backends."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from hjemmel.backends.compiled.source import Decide, compile_outcomes
from hjemmel.case.observation import PartialList, View
from hjemmel.core.nodes import Apply, Each, Fact, Literal, Node, Op, Quantifier
from hjemmel.core.outcome import Outcome, outcome
from hjemmel.core.program import Edition, Kind, Norm, Program, Wording
from hjemmel.core.schema import CASE, Enumeration, Schema
from hjemmel.core.types import Date, Enumerated, Listed, Row, Text, Truth, Type, Whole
from hjemmel.core.working_days import Calendar, DayOff
from support.evaluation import evaluate

SUBJECT = "tjeneste"
TODAY = Fact(CASE, "vurderingsdato", Date())
DAY = date(2024, 2, 29)
CALENDAR = Calendar("dager", 2023, 2024, (DayOff(2, 29, 2024), DayOff(3, 1)))
COLOURS = Enumeration("farge", ("rød", "grønn", "blå"))
YES = Literal(True, Truth())


def fact(name: str, kind: Type | None = None) -> Fact:
    """A fact of the service; a yes/no one unless told."""
    return Fact(SUBJECT, name, kind or Truth())


def apply(operator: str, *arguments: Node) -> Apply:
    """An operator on its arguments."""
    return Apply(Op(operator), arguments)


def text(value: str) -> Literal:
    """A word."""
    return Literal(value, Text())


def number(value: int) -> Literal:
    """A number."""
    return Literal(value, Whole())


def day(year: int, month: int, day_of_month: int) -> Literal:
    """A day."""
    return Literal(date(year, month, day_of_month), Date())


def entry(name: str, kind: Type | None = None) -> Fact:
    """A fact of the list entry at hand; with the empty name, the entry itself."""
    return Fact("x", name, kind or Truth())


def each(quantifier: Quantifier, domain: Fact, body: Node, where: Node = YES) -> Each:
    """A question to a list."""
    return Each(quantifier, "x", domain, where, body)


def norm(norm_id: str, requirement: Node, applies: Node = YES, deciding: Node = TODAY) -> Norm:
    """A norm for the service. Where another day decides, it is in force from 2024 on."""
    wording = Wording(None if deciding is TODAY else date(2024, 1, 1), None, ())
    edition = Edition(wording, applies, requirement)
    return Norm(norm_id, norm_id, Kind.DUTY, "", "", SUBJECT, deciding, (edition,))


def rulebook(*norms: Norm) -> Program:
    """The norms, each of which may refer to those before it."""
    return Program(
        "",
        "",
        Schema(enumerations=(COLOURS,), calendar=CALENDAR),
        norms,
        tuple(each.id for each in norms),
    )


def requiring(*requirements: Node) -> Program:
    """One norm for each requirement."""
    return rulebook(*(norm(f"n{i}", requirement) for i, requirement in enumerate(requirements)))


def case(**facts: Any) -> View:
    """A case with a service of which this is known."""
    return {CASE: {"vurderingsdato": DAY}, SUBJECT: facts}


ABSENT: View = {CASE: {"vurderingsdato": DAY}, SUBJECT: None}

TRUTHS = (True, False, None)
COUNTS = (0, 1, 2, 3, None, (1, 2), (2, None), (None, 1))
DAYS = (DAY, date(2023, 8, 31), date(2019, 2, 28), date(2024, 3, 1), None, (DAY, None))
COLOUR = (*COLOURS.values[:2], None)
LISTS: tuple[list[Any] | None, ...] = (
    None, [], ["rød"], ["rød", "rød"], ["rød", None], ["blå", "grønn"], [None, None],
    PartialList(), PartialList(["rød"]), PartialList(["blå", None]),
)  # fmt: skip
ROWS: tuple[list[Any] | None, ...] = (
    None, [], [{}], [{"a": True, "n": 2, "farge": "rød"}], [{"a": False, "n": 2, "farge": "blå"}],
    [{"a": True, "n": None}, {"a": None, "n": (1, 3), "farge": "rød"}],
    [{"a": True, "d": (DAY, None), "farge": "rød"}, {"a": True, "n": 1, "farge": None}],
    PartialList([{"a": True, "n": 3, "farge": "grønn"}, {"a": False}]),
)  # fmt: skip

LIST_OF_COLOURS, LIST_OF_ROWS = Listed(Enumerated("farge")), Listed(Row("rad"))


def disagreements(program: Program, views: Iterable[View]) -> list[str]:
    """Where the compiled function says otherwise than the evaluator."""
    decide = decider(program)
    return [told for view in views for told in _differences(program, decide, view)]


def decider(program: Program) -> Decide:
    """The compiled function; the evaluator decides what it leaves to another."""
    return compile_outcomes(program, [each.id for each in program.norms],
                            lambda view: evaluated(program, view))  # fmt: skip


def evaluated(program: Program, view: View) -> dict[str, Outcome]:
    """What the evaluator says."""
    norms = evaluate(program, view).norms
    return {each.id: outcome(norms[each.id])[0] for each in program.norms}


def _differences(program: Program, decide: Decide, view: View) -> Iterable[str]:
    found, wanted = decide(view), evaluated(program, view)
    if found != wanted:
        yield f"{view}:\n  {found}\n  {wanted}"
