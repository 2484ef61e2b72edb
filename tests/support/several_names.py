"""A rulebook about names, and cases in which they are told in all the ways there are."""

from datetime import date
from itertools import combinations_with_replacement, product
from random import Random

from hjemmel.case.observation import View
from hjemmel.case.one_of import NoneOf, OneOf
from hjemmel.core.nodes import Each, Fact, Literal, Quantifier
from hjemmel.core.program import Program
from hjemmel.core.schema import ELEMENT
from hjemmel.core.types import Listed, Text, Truth, Whole
from random_programs.builder import Builder
from random_programs.choices import Seeded
from random_programs.programs import norm_of, schema

TOLD = (
    "a", "b", None, OneOf(("a", "b")), OneOf(("b", "c")), OneOf(("c", "d")),
    NoneOf(("a",)), NoneOf(("b", "c")),
)  # fmt: skip
_MADE = Builder(Seeded(Random(1)))
_ALWAYS = Literal(True, Truth(), _MADE.origin())


def about_names() -> Program:
    """Whether two names are the same, are among some, are in a list, and how many there are."""
    one, other, names = _fact("én", Text()), _fact("annen", Text()), _fact("navn", Listed(Text()))
    element = Fact("x", ELEMENT, Text(), _MADE.origin())
    number = Each(Quantifier.DISTINCT, "x", names, _ALWAYS, element, _MADE.origin())
    clauses = (
        _MADE.apply("er", one, other),
        _MADE.apply("er_blant", one, *(Literal(each, Text()) for each in ("a", "b"))),
        _MADE.apply("er_blant", one, Literal("b", Text()), other),
        Each(Quantifier.SOME, "x", names, _ALWAYS, _MADE.apply("er", element, one), _MADE.origin()),
        *(_MADE.apply("minst", number, Literal(least, Whole())) for least in (1, 2, 3, 4)),
    )
    norms = tuple(norm_of(f"n{at}", each, _MADE) for at, each in enumerate(clauses))
    return Program("", "", schema(_MADE), norms, tuple(each.id for each in norms))


def cases() -> list[View]:
    """All pairs of names, and all lists of four, each with one of the other."""
    return _cases(TOLD, 4)


def plain_cases() -> list[View]:
    """The same, of names that are known or not."""
    return [each for most in range(4) for each in _cases(("a", "b", None), most)]


def _cases(told: tuple[object, ...], length: int) -> list[View]:
    pairs = list(product(told, told))
    lists = [list(each) for each in combinations_with_replacement(told, length)]
    count = max(len(pairs), len(lists))
    return [_case(*pairs[at % len(pairs)], lists[at % len(lists)]) for at in range(count)]


def _case(one: object, other: object, names: object) -> View:
    facts = {"én": one, "annen": other, "navn": names}
    return {"sak": {"vurderingsdato": date(2024, 1, 1)}, "tjeneste": facts}


def _fact(name: str, kind: object) -> Fact:
    return Fact("tjeneste", name, kind, _MADE.origin())
