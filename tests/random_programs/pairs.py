"""Pairs of a rulebook and facts."""

from collections.abc import Iterator
from random import Random

from attrs import frozen

from hjemmel.core.program import Program
from random_programs.choices import Choices, Seeded
from random_programs.presumptions import concluded, presumed, silent
from random_programs.programs import program
from random_programs.situations import Situation, situation

SITUATIONS_EACH = 2
"""How many situations a random rulebook is tried on."""


@frozen
class Pair:
    """A rulebook, and facts for it."""

    number: int
    program: Program
    situation: Situation


def pairs(seed: int, count: int) -> Iterator[Pair]:
    """So many pairs, the same for the same seed; the rulebook is a new one for every few."""
    for start in range(0, count, SITUATIONS_EACH):
        choices = Seeded(Random(f"{seed}/{start}"))
        rulebook = program(choices)
        for number in range(start, min(start + SITUATIONS_EACH, count)):
            yield Pair(number, rulebook, facts_of(choices, rulebook))


def pair_from(choices: Choices) -> tuple[Program, Situation]:
    """One rulebook and one situation."""
    rulebook = program(choices)
    return rulebook, facts_of(choices, rulebook)


def facts_of(choices: Choices, rulebook: Program) -> Situation:
    """What is told, with what follows from it and what is taken as given besides."""
    told = silent(choices, rulebook, situation(choices, rulebook.schema))
    return presumed(rulebook, concluded(rulebook, told))
