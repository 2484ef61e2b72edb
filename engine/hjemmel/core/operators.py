"""The operator table: one row an operator.

A row holds its wording and the wording of its negation, its signature, and its
meaning over any algebra. Checker, backends, explanation and documentation all
read it here; nowhere else is an operator named.
"""

from collections.abc import Callable
from enum import Enum
from typing import Any

from attrs import frozen

from hjemmel.core import calendar, kleene
from hjemmel.core.algebra import Algebra

Alg = Algebra[Any, Any, Any, Any, Any]
Meaning = Any
"""A pair of bits, a pair of ends, or a symbol: what the signature says."""


class Shape(Enum):
    """What an operator takes or gives."""

    TRUTH = "påstand"
    ORDERED = "størrelse"
    SYMBOL = "navn"
    CONSTANT = "fast verdi"


@frozen
class Operator:
    """One row of the table. The last parameter may repeat when `variadic`.

    Wordings hold {0}, {1} … for the arguments, or {} for all of a variadic one's.
    """

    name: str
    words: str
    negated: str
    parameters: tuple[Shape, ...]
    result: Shape
    meaning: Callable[..., Meaning]
    variadic: bool = False


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "måneder_etter_ned": calendar.months_later_down,
    "måneder_etter_opp": calendar.months_later_up,
    "dager_etter": calendar.days_later,
    "dag_i_året": calendar.day_in_year,
    "året_for": lambda day, _: calendar.year_of(day),
    "år_senere": calendar.years_later,
    "ganger": calendar.times,
}
"""Growing functions of a value and a constant, used end by end."""


def _at_least(alg: Alg, left: Meaning, right: Meaning) -> Meaning:
    return alg.at_most(right[1], left[0]), alg.below(left[1], right[0])


def _more(alg: Alg, left: Meaning, right: Meaning) -> Meaning:
    return alg.below(right[1], left[0]), alg.at_most(left[1], right[0])


def _at_most(alg: Alg, left: Meaning, right: Meaning) -> Meaning:
    return _at_least(alg, right, left)


def _less(alg: Alg, left: Meaning, right: Meaning) -> Meaning:
    return _more(alg, right, left)


def _equal(alg: Alg, left: Meaning, right: Meaning) -> Meaning:
    same = alg.conj([alg.at_most(left[1], right[0]), alg.at_most(right[1], left[0])])
    apart = alg.disj([alg.below(left[1], right[0]), alg.below(right[1], left[0])])
    return same, apart


def _alike(alg: Alg, left: Meaning, right: Meaning) -> Meaning:
    return alg.alike(left, right), alg.unlike(left, right)


def _among(alg: Alg, value: Meaning, *allowed: Meaning) -> Meaning:
    hits = [alg.alike(value, each) for each in allowed]
    return alg.disj(hits), alg.conj([alg.unlike(value, each) for each in allowed])


def _in_time(alg: Alg, act: Meaning, last: Meaning, today: Meaning) -> Meaning:
    """Done by today and by the last day; or the last day has gone by without it.

    A planned act (after today) and one stated as not done can only have failed
    once the last day is past; an act nobody has told of never fails.
    """
    done = alg.at_most(act[1], today[0])
    past = alg.below(last[1], today[0])
    holds = alg.conj([done, alg.at_most(act[1], last[0])])
    fails = alg.conj([alg.below(last[1], act[0]), alg.disj([done, past])])
    return holds, fails


def _interpreted(alg: Alg, arises: Meaning, reading: Meaning, written: Meaning) -> Meaning:
    return kleene.choice(alg, arises, reading, written)


def _negation(_: Alg, truth: Meaning) -> Meaning:
    return kleene.negation(truth)


def _function(name: str) -> Callable[..., Meaning]:
    def meaning(alg: Alg, value: Meaning, constant: Meaning) -> Meaning:
        return alg.mapped(name, value[0], constant), alg.mapped(name, value[1], constant)

    return meaning


_T, _O, _S, _C = Shape.TRUTH, Shape.ORDERED, Shape.SYMBOL, Shape.CONSTANT

_ROWS = (
    Operator("og", "{}", "ikke både {}", (_T,), _T,
             lambda alg, *truths: kleene.conjunction(alg, truths), variadic=True),
    Operator("eller", "{}", "verken {}", (_T,), _T,
             lambda alg, *truths: kleene.disjunction(alg, truths), variadic=True),
    Operator("ikke", "ikke: {0}", "{0}", (_T,), _T, _negation),
    Operator("tolket", "{2}", "ikke: {2}", (_T, _T, _T), _T,
             _interpreted),
    Operator("samstemt", "alle lesemåter: {}", "ingen lesemåte: {}", (_T,), _T,
             lambda alg, *readings: kleene.agreement(alg, readings), variadic=True),
    Operator("er", "{0} er {1}", "{0} er ikke {1}", (_S, _S), _T, _alike),
    Operator("er_blant", "{0} er {}", "{0} er ikke {}", (_S, _S), _T, _among, variadic=True),
    Operator("lik", "{0} er {1}", "{0} er ikke {1}", (_O, _O), _T, _equal),
    Operator("minst", "{0} er minst {1}", "{0} er mindre enn {1}", (_O, _O), _T, _at_least),
    Operator("høyst", "{0} er høyst {1}", "{0} er mer enn {1}", (_O, _O), _T, _at_most),
    Operator("mer_enn", "{0} er mer enn {1}", "{0} er høyst {1}", (_O, _O), _T, _more),
    Operator("mindre_enn", "{0} er mindre enn {1}", "{0} er minst {1}", (_O, _O), _T, _less),
    Operator("tidligst", "{0} er tidligst {1}", "{0} er før {1}", (_O, _O), _T, _at_least),
    Operator("senest", "{0} er senest {1}", "{0} er etter {1}", (_O, _O), _T, _at_most),
    Operator("etter", "{0} er etter {1}", "{0} er senest {1}", (_O, _O), _T, _more),
    Operator("før", "{0} er før {1}", "{0} er tidligst {1}", (_O, _O), _T, _less),
    Operator("innen_frist", "{0} er senest {1}", "{0} er ikke senest {1}", (_O, _O, _O), _T,
             _in_time),
    Operator("seneste", "den seneste av {0} og {1}", "", (_O, _O), _O,
             lambda alg, a, b: (alg.greater(a[0], b[0]), alg.greater(a[1], b[1]))),
    Operator("tidligste", "den tidligste av {0} og {1}", "", (_O, _O), _O,
             lambda alg, a, b: (alg.lesser(a[0], b[0]), alg.lesser(a[1], b[1]))),
    *(
        Operator(name, words, "", (_O, _C), _O, _function(name))
        for name, words in (
            ("måneder_etter_ned", "samme dato {1} etter {0}, rundet ned"),
            ("måneder_etter_opp", "samme dato {1} etter {0}, rundet opp"),
            ("dager_etter", "{1} etter {0}"),
            ("dag_i_året", "{1} i {0}"),
            ("året_for", "året for {0}"),
            ("år_senere", "{1} år etter {0}"),
            ("ganger", "{1} ganger {0}"),
        )
    ),
)  # fmt: skip

OPERATORS: dict[str, Operator] = {row.name: row for row in _ROWS}
