"""What two conditions are to each other: held against every value that there is."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from hjemmel.analysis.contradictions.claims import Claim, claim, exclude, implies
from hjemmel.analysis.contradictions.looking import contradictions
from hjemmel.backends.plain import Plain
from hjemmel.core.nodes import Apply, Fact, Literal, Node, Op
from hjemmel.core.operators import OPERATORS
from hjemmel.core.schema import Enumeration, Schema
from hjemmel.core.types import Enumerated, Fraction, Text, Type, Whole
from support.golden_run import program_of

SCHEMA = Schema(enumerations=(Enumeration("slag", ("a", "b", "c")),))
ORDERED = ("lik", "minst", "høyst", "mer_enn", "mindre_enn")
KINDS: list[tuple[Type, list[Any], list[Any], tuple[str, ...]]] = [
    (Whole(), [2, 3, 4], list(range(7)), ORDERED),
    (Fraction(), [Decimal(2), Decimal(3)], [Decimal(n) / 2 for n in range(10)], ORDERED),
    (Enumerated("slag"), ["a", "b", "c"], ["a", "b", "c"], ("er",)),
    (Text(), ["a", "b"], ["a", "b", "x"], ("er",)),
]


def truth(node: Node, value: Any) -> bool:
    """Whether a comparison holds of a value."""
    assert isinstance(node, Apply)
    other = node.arguments[1]
    assert isinstance(other, Literal)
    pair = ((value, value), (other.value, other.value))
    found = OPERATORS[node.operator].meaning(Plain(), *(
        (value, other.value) if node.operator == "er" else pair))  # fmt: skip
    return bool(found[0])


def claims(kind: Type, written: Iterable[Any], operators: Iterable[str]) -> list[Claim]:
    """Every comparison of one fact, held and denied."""
    fact = Fact("ting", "x", kind)
    nodes = [Apply(each, (fact, Literal(value, kind)))  # type: ignore[arg-type]
             for each, value in product(operators, written)]  # fmt: skip
    return [claim(each, holds, SCHEMA, each) for each in nodes for holds in (True, False)]


@pytest.mark.parametrize(("kind", "written", "values", "operators"), KINDS)
def test_two_comparisons(
    kind: Type, written: list[Any], values: list[Any], operators: tuple[str, ...]
) -> None:
    """They exclude each other just where no value meets both, and the one implies the other just
    where each value that meets the one meets the other."""
    every = claims(kind, written, operators)
    meets = {
        id(each): {value for value in values if truth(each.node, value) is each.holds}
        for each in every
    }
    for first, second in product(every, repeat=2):
        told = (first.node, first.holds, second.node, second.holds)
        assert exclude(first, second) == (not meets[id(first)] & meets[id(second)]), told
        assert implies(first, second) == (meets[id(first)] <= meets[id(second)]), told


def test_a_condition_and_its_denial() -> None:
    """Whatever it asks."""
    fact = Fact("ting", "åpen", Literal(True, Whole()).type)
    yes = claim(fact, True, SCHEMA, fact)
    no = claim(Apply(Op.NOT, (fact,)), True, SCHEMA, fact)
    assert exclude(yes, no)
    assert not implies(yes, no)


FACTS = """\
regelverk prøve

begrep slag
  verdi nasjonal
  verdi flerregional
  verdi lokal

opplysninger om tjeneste, tjenesten, tjenestens
  opplysning åpen er ja eller nei, oppgis av tjenesten
  opplysning slag er slag, oppgis av tjenesten
  opplysning plasser er heltall, oppgis av tjenesten
  opplysning andel er desimaltall, oppgis av tjenesten
  opplysning start er dato, oppgis av tjenesten

§ 4-2 Prøve

"""
FINE = [
    """\
krav hver for seg, etter forskrift § 4-2
  gjelder når tjenestens slag er nasjonal eller flerregional
  oppfylt når tjenestens slag er nasjonal
    og        tjenestens plasser er minst 3
  eller når   tjenestens slag er flerregional
    og        tjenestens plasser er høyst 2
  med mindre  tidlig: tjenestens start er før 1. mars 2024
""",
    """\
krav imellom, etter forskrift § 4-2
  oppfylt når tjenestens andel er mer enn 0,3
    og        tjenestens andel er mindre enn 0,31
    og        tjenestens plasser er ikke 3
    og        tjenestens plasser er minst 3
""",
    """\
krav en ordlyd snevrer inn, etter forskrift § 4-2
  gjelder når tjenestens plasser er minst 3
  fra 1. januar 2020 til og med 31. desember 2021
    oppfylt når tjenestens plasser er minst 4
  fra 1. januar 2022
    oppfylt når tjenesten er åpen
""",
]


@pytest.mark.parametrize("norm", FINE)
def test_nothing_is_told_of_what_can_be(norm: str) -> None:
    """A warning is a proof, so what only looks alike gives none."""
    assert contradictions(program_of({"prøve": FACTS + norm})) == ()


def test_the_rules_of_the_project_have_none() -> None:
    """Nothing in them rules out or repeats what stands beside it."""
    assert contradictions(program_of({})) == ()


NEGATED = {
    "krav": ("oppfylt når", "tjenesten er åpen", "tjenesten er ikke åpen", True),
    "forbud": ("brutt når", "tjenesten er åpen", "tjenesten er ikke åpen", True),
}


@pytest.mark.parametrize("kind", NEGATED)
@pytest.mark.parametrize("turned", [False, True])
def test_a_denied_requirement_is_asked_as_it_is_written(kind: str, turned: bool) -> None:
    """A duty that denies its own scope is never met; a prohibition of what is so is not odd."""
    lead, scope, asked, told = NEGATED[kind]
    if turned:
        scope, told = asked, False
    text = f"{kind} x, etter forskrift § 4-2\n  gjelder når {scope}\n  {lead} {asked}\n"
    found = [each.code for each in contradictions(program_of({"prøve": FACTS + text}))]
    assert ("NTR420" in found) is told
