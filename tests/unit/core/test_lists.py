"""Quantifiers: the examples of the definition, one list at a time."""

from datetime import date
from typing import Any

import pytest

from hjemmel.case.observation import PartialList
from hjemmel.core.nodes import Apply, Each, Fact, Literal, Node, Op, Origin, Quantifier
from hjemmel.core.program import Edition, Kind, Norm, Program, Wording
from hjemmel.core.schema import Enumeration, FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Date, Enumerated, Listed, Row, Text, Truth, Whole
from support.evaluation import evaluate

VALUE = {"+": (True, False), "-": (False, True), "?": (False, False)}
FACT = {"+": True, "-": False, "?": None}

PLACES = Listed(Row("sted"))
SCHEMA = Schema(
    records=(
        RecordDeclaration(
            "tjeneste", "tjenesten", "tjenestens", (FieldDeclaration("steder", "steder", PLACES),)
        ),
        RecordDeclaration(
            "sted",
            "stedet",
            "stedets",
            (
                FieldDeclaration("med", "med", Truth()),
                FieldDeclaration("vel", "vel", Truth()),
                FieldDeclaration("navn", "navn", Text()),
                FieldDeclaration("slag", "slag", Enumerated("slag")),
            ),
            entry=True,
        ),
    ),
    enumerations=(Enumeration("slag", ("a", "b", "c")),),
)


def asked(quantifier: Quantifier, body: Node, places: list[dict[str, Any]] | None) -> Any:
    """What a quantifier gives on a list, among the members that are `med`."""
    domain = Fact("tjeneste", "steder", PLACES, Origin(1))
    question = Each(quantifier, "x", domain, Fact("x", "med", Truth(), Origin(2)), body, Origin(3))
    truthlike = quantifier in (Quantifier.ALL, Quantifier.SOME)
    size = Apply(Op.AT_LEAST, (question, Literal(0, Whole(), Origin(5))), Origin(4))
    always = Literal(True, Truth(), Origin(6))
    norm = Norm(
        id="n", title="", kind=Kind.DUTY, place="", rulebook="", subject="tjeneste",
        deciding=Literal(date(2024, 1, 1), Date(), Origin(7)),
        editions=(Edition(Wording(None, None, ()), always, question if truthlike else size),),
    )  # fmt: skip
    program = Program("", "", SCHEMA, (norm,), ("n",))
    return evaluate(program, {"tjeneste": {"steder": places}}).nodes[3, ()]


WELL = Fact("x", "vel", Truth(), Origin(7))


def members(told: str) -> list[dict[str, Any]]:
    """«++ +?» is two members: (is a member, the body holds) of each."""
    return [{"med": FACT[each[0]], "vel": FACT[each[1]]} for each in told.split()]


# members: alle, noen, antall; and the same of a list known in part
TRUTHS = [
    ("", "+", "-", (0, 0), "?", "?"),
    ("++", "+", "+", (1, 1), "?", "+"),
    ("+-", "-", "-", (0, 0), "-", "?"),
    ("+?", "?", "?", (0, 1), "?", "?"),
    ("-+", "+", "-", (0, 0), "?", "?"),
    ("--", "+", "-", (0, 0), "?", "?"),
    ("-?", "+", "-", (0, 0), "?", "?"),
    ("?+", "+", "?", (0, 1), "?", "?"),
    ("?-", "?", "-", (0, 0), "?", "?"),
    ("??", "?", "?", (0, 1), "?", "?"),
    ("++ +-", "-", "+", (1, 1), "-", "+"),
    ("++ +?", "?", "+", (1, 2), "?", "+"),
    ("+- +?", "-", "?", (0, 1), "-", "?"),
    ("++ ?+ -+", "+", "+", (1, 2), "?", "+"),
]


@pytest.mark.parametrize(("told", "every", "some", "count", "all_of_more", "some_of_more"), TRUTHS)
def test_all_some_and_count(
    told: str,
    every: str,
    some: str,
    count: tuple[int, int],
    all_of_more: str,
    some_of_more: str,
) -> None:
    """Sure and possible members, and bodies that hold, fail or are unknown."""
    whole, in_part = members(told), PartialList(members(told))
    assert asked(Quantifier.ALL, WELL, whole) == VALUE[every]
    assert asked(Quantifier.SOME, WELL, whole) == VALUE[some]
    assert asked(Quantifier.COUNT, WELL, whole) == count
    assert asked(Quantifier.ALL, WELL, in_part) == VALUE[all_of_more]
    assert asked(Quantifier.SOME, WELL, in_part) == VALUE[some_of_more]
    assert asked(Quantifier.COUNT, WELL, in_part) == (count[0], None)


def test_a_list_not_given() -> None:
    """Unknown, with no end to its count; but of an enumeration there are only so many values."""
    assert asked(Quantifier.ALL, WELL, None) == VALUE["?"]
    assert asked(Quantifier.SOME, WELL, None) == VALUE["?"]
    assert asked(Quantifier.COUNT, WELL, None) == (0, None)
    assert asked(Quantifier.DISTINCT, NAME, None) == (0, None)
    assert asked(Quantifier.DISTINCT, SORT, None) == (0, 3)


NAME = Fact("x", "navn", Text(), Origin(8))
SORT = Fact("x", "slag", Enumerated("slag"), Origin(9))


def valued(told: str) -> list[dict[str, Any]]:
    """«+a ??» is a sure member with value a, and a possible one with none known."""
    return [
        {"med": FACT[is_in], **dict.fromkeys(("navn", "slag"), None if value == "?" else value)}
        for is_in, value in told.split()
    ]


# members: antall ulike of an open name, of an enumeration of three; in part the same
DISTINCT = [
    ("", (0, 0), (0, 0), (0, None), (0, 3)),
    ("+a", (1, 1), (1, 1), (1, None), (1, 3)),
    ("+a +a", (1, 1), (1, 1), (1, None), (1, 3)),
    ("+a +b", (2, 2), (2, 2), (2, None), (2, 3)),
    ("+?", (1, 1), (1, 1), (1, None), (1, 3)),
    ("+? +?", (1, 2), (1, 2), (1, None), (1, 3)),
    ("+a +?", (1, 2), (1, 2), (1, None), (1, 3)),
    ("+a ?a", (1, 1), (1, 1), (1, None), (1, 3)),
    ("+a ?b", (1, 2), (1, 2), (1, None), (1, 3)),
    ("?a ?a", (0, 1), (0, 1), (0, None), (0, 3)),
    ("??", (0, 1), (0, 1), (0, None), (0, 3)),
    ("+a -b", (1, 1), (1, 1), (1, None), (1, 3)),
    ("+a +b +c +?", (3, 4), (3, 3), (3, None), (3, 3)),
    ("+? +? +? +?", (1, 4), (1, 3), (1, None), (1, 3)),
]


@pytest.mark.parametrize(("told", "open_", "closed", "open_more", "closed_more"), DISTINCT)
def test_distinct(told: str, open_: Any, closed: Any, open_more: Any, closed_more: Any) -> None:
    """From what is surely different to all that the possible members could have."""
    whole, in_part = valued(told), PartialList(valued(told))
    assert asked(Quantifier.DISTINCT, NAME, whole) == open_
    assert asked(Quantifier.DISTINCT, SORT, whole) == closed
    assert asked(Quantifier.DISTINCT, NAME, in_part) == open_more
    assert asked(Quantifier.DISTINCT, SORT, in_part) == closed_more
