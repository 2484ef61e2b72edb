"""A program's meaning in one case after another, and the verdicts, for tests."""

from datetime import date
from functools import lru_cache

from hjemmel.backends.staged.valuation import Valuation
from hjemmel.case.observation import Observation, View
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judge
from hjemmel.explain.verdict import Verdict, verdict
from hjemmel.provenance.situation import Situation


class _Same:
    """A program that is the same as itself only; its content takes long to compare."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.program is self.program

    def __hash__(self) -> int:
        return id(self.program)


@lru_cache(maxsize=4)
def _judge(of: _Same) -> Judge:
    return Judge.of(of.program)


def judge_of(program: Program) -> Judge:
    """The judge of a program; those of the latest are kept."""
    return _judge(_Same(program))


def evaluate(program: Program, view: View) -> Valuation:
    """What the program means in one case."""
    return judge_of(program).staged.valuation(view)


def assess(program: Program, seen: Observation, found: Valuation, day: date) -> tuple[Verdict, ...]:
    """The verdicts of one case, in the order of the law."""
    book = judge_of(program).book
    book.meet()
    situation = Situation(book, found, seen, day)
    return tuple(verdict(situation, norm) for norm in program.norms)
