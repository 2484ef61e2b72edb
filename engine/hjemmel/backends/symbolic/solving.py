"""Asking a solver, so far as it may work on it: the same question always gets the same answer."""

from collections.abc import Collection, Iterable, Sequence
from enum import Enum
from typing import Any

import z3
from attrs import define, frozen

from hjemmel.backends.symbolic.logic import Bit, implied
from hjemmel.backends.symbolic.space import Space
from hjemmel.backends.terms.term import Path

_SPENT = "rlimit count"


class Refusal(Enum):
    """Why there is no case."""

    NONE = "det finnes ingen"
    SPENT = "løseren brukte opp det den hadde"


@frozen(eq=False)
class Model:
    """A case that was found."""

    found: Any

    def bit(self, of: Bit) -> bool:
        """Whether a bit is set in it."""
        return of if isinstance(of, bool) else z3.is_true(self._of(of))

    def whole(self, of: Any) -> int:
        """A whole number in it."""
        return of if isinstance(of, int) else int(self._of(of).as_long())

    def ratio(self, of: Any) -> tuple[int, int]:
        """A number in it, as one whole number over another."""
        found = self._of(of)
        if z3.is_int_value(found):
            return int(found.as_long()), 1
        return int(found.numerator_as_long()), int(found.denominator_as_long())

    def _of(self, of: Any) -> Any:
        return self.found.eval(of, model_completion=True)


@define
class Solver:
    """Asks in one space. `left` is the work that it still may do, as the solver counts it."""

    space: Space
    left: int
    spent: int = 0

    def ask(self, wanted: Iterable[Bit], about: Collection[Path] | None = None) -> Model | Refusal:
        """A case in which all of this is so; `about` are all the facts that it asks for, where they
        are known: others are left untold."""
        valid = self.space.valid if about is None else self.space.valid_of(about)
        asked = [*valid, *wanted]
        if any(each is False for each in asked):
            return Refusal.NONE
        if self.left <= 0:
            return Refusal.SPENT
        solver = self._made(asked)
        answer = solver.check()
        self._spend(solver)
        if answer == z3.sat:
            return Model(solver.model())
        return Refusal.NONE if answer == z3.unsat else Refusal.SPENT

    def most(
        self, wanted: Iterable[Bit], hoped: Sequence[Bit], about: Collection[Path]
    ) -> "tuple[int, ...] | Refusal":
        """As many of what is hoped for as can be so in one case in which what is wanted is, by
        their numbers: no other can be added to those. What goes first is kept first."""
        left = {at: each for at, each in enumerate(hoped) if each is not False}
        asked = [*self.space.valid_of(about), *wanted]
        if any(each is False for each in asked):
            return Refusal.NONE
        solver = self._made(asked)
        marks = {at: z3.Bool(f"håpet!{at}", self.space.context) for at in left}
        solver.add(*(implied(marks[at], each) for at, each in left.items() if each is not True))
        while (answer := solver.check(*(marks[at] for at in left))) == z3.unsat:
            core = {each.get_id() for each in solver.unsat_core()}
            against = [at for at in left if marks[at].get_id() in core]
            if not against:
                break
            del left[against[-1]]
        self._spend(solver)
        if answer == z3.sat:
            return tuple(left)
        return Refusal.NONE if answer == z3.unsat else Refusal.SPENT

    def core(self, wanted: Iterable[Bit], assumed: Sequence[Bit]) -> "tuple[int, ...] | Refusal":
        """Which of what is assumed is enough to leave no case, by their numbers; `NONE` where there
        is a case all the same."""
        asked = [*self.space.valid, *wanted]
        if any(each is False for each in asked):
            return ()
        if self.left <= 0:
            return Refusal.SPENT
        solver = self._made(asked)
        marks = [z3.Bool(f"antatt!{number}", self.space.context) for number in range(len(assumed))]
        solver.add(*(implied(mark, each) for mark, each in zip(marks, assumed, strict=True)
                     if each is not True))  # fmt: skip
        answer = solver.check(*marks)
        self._spend(solver)
        if answer == z3.unsat:
            numbers = {mark.get_id(): number for number, mark in enumerate(marks)}
            return tuple(sorted(numbers[each.get_id()] for each in solver.unsat_core()))
        return Refusal.NONE if answer == z3.sat else Refusal.SPENT

    def _made(self, asked: Iterable[Bit]) -> Any:
        solver = z3.SimpleSolver(ctx=self.space.context)
        solver.set("rlimit", self.left)
        solver.add(*(each for each in asked if each is not True))
        return solver

    def _spend(self, solver: Any) -> None:
        """A context counts on from one question to the next."""
        counted = solver.statistics()
        now = int(counted.get_key_value(_SPENT)) if _SPENT in counted.keys() else 0  # noqa: SIM118 - it is no mapping
        self.left -= max(now - self.spent, 0)
        self.spent = max(now, self.spent)
