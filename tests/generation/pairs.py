"""Pairs of a rulebook and facts, from a seed or from choices written down."""

from collections.abc import Iterator, Sequence
from random import Random

from attrs import frozen

from generation.choices import Choices, Replayed, Seeded
from generation.programs import program
from generation.situations import Situation, situation
from hjemmel.core.program import Program

VIEWS_EACH = 3
"""How many situations a random rulebook is tried on."""


@frozen
class Pair:
    """A rulebook, facts, and the choices that give them again."""

    number: int
    program: Program
    situation: Situation
    choices: Sequence[int]


def pairs(seed: int, count: int) -> Iterator[Pair]:
    """So many pairs; the rulebook is a new one for every few. Each rulebook has its own seed."""
    for start in range(0, count, VIEWS_EACH):
        source = Seeded(Random(f"{seed}/{start}"))
        rulebook = program(source)
        before = len(source.made)
        made_of_rulebook = source.made[:before]
        for number in range(start, min(start + VIEWS_EACH, count)):
            del source.made[before:]
            facts = situation(source, rulebook.schema)
            yield Pair(number, rulebook, facts, (*made_of_rulebook, *source.made[before:]))


def pair_from(choices: Choices) -> tuple[Program, Situation]:
    """One rulebook and one situation."""
    rulebook = program(choices)
    return rulebook, situation(choices, rulebook.schema)


def replayed(numbers: Sequence[int]) -> tuple[Program, Situation]:
    """The pair that choices written down give."""
    return pair_from(Replayed(numbers))
