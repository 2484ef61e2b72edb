"""What differs between two days in a case, and whether the law or the day is why.

Where the edition is another, it is asked what the day would do alone, under the old edition,
and what the new edition would do alone, on the old day (see `carried`).
"""

from collections.abc import Collection, Iterator
from datetime import date
from enum import Enum

from attrs import frozen

from hjemmel.case.statements import Case
from hjemmel.compare.amendments import Amendment, amendments, is_raised
from hjemmel.compare.answers import Answer, answer_of
from hjemmel.compare.counterfactual import carried
from hjemmel.compare.elapsed import steps
from hjemmel.compare.step_changes import StepChange
from hjemmel.core.program import Norm
from hjemmel.explain.finding import addressed
from hjemmel.explain.verdict import Verdict, missing, reason, verdict
from hjemmel.provenance.situation import Situation


class Effect(Enum):
    """What made the verdict another, where the edition changed and the day passed."""

    NONE = "ingen"
    EDITION = "ordlyden"
    DAY = "dagen"
    TOGETHER = "begge sammen"
    EACH = "hver for seg"


@frozen(eq=False)
class Change:
    """One norm that differs between the days.

    `by_day` is the answer under the old edition on the new day, `by_edition` under the new
    edition on the old day; `steps` what the passing of days turned.
    """

    before: Verdict
    after: Verdict
    amendment: Amendment = Amendment()
    effect: Effect = Effect.DAY
    by_day: Answer | None = None
    by_edition: Answer | None = None
    steps: tuple[StepChange, ...] = ()

    @property
    def norm(self) -> Norm:
        """The norm."""
        return self.after.norm

    @property
    def is_turned(self) -> bool:
        """Whether the answer is another."""
        return answer_of(self.before) != answer_of(self.after)

    @property
    def is_asked(self) -> bool:
        """Whether the case raises the norm on one of the days, or answers otherwise of it."""
        return self.is_turned or is_raised(self.before.case, self.after.case, self.norm)

    @property
    def is_told_by_another(self) -> bool:
        """Whether what is missing is now held by others, though the answer is the same."""
        first, second = (
            [(each.about, each.holder) for each in missing(found)]
            for found in (self.before, self.after)
        )
        return first != second


@frozen(eq=False)
class Comparison:
    """A case on two days: where the edition is another, where only the day is, and the rest."""

    days: tuple[date, date]
    edition: tuple[Change, ...]
    day: tuple[Change, ...]
    same: tuple[Change, ...]

    @property
    def later(self) -> Iterator[Verdict]:
        """Every verdict of the later day."""
        return (each.after for each in (*self.edition, *self.day, *self.same))


def compare(case: Case, before: Situation, after: Situation, norms: Collection[str]) -> Comparison:
    """The norms on both days, in the order of the law."""
    amended = amendments(case, before, after)
    wanted = [each for each in after.book.program.norms if each.id in norms]
    alone = _Alone.of(case, before, after, amended)
    edition = [alone.change(each, amended[each.id]) for each in wanted if each.id in amended]
    rest = [_passed(before, after, each) for each in wanted if each.id not in amended]
    return Comparison(
        (before.day, after.day),
        tuple(edition),
        tuple(each for each in rest if each.effect is Effect.DAY),
        tuple(each for each in rest if each.effect is Effect.NONE),
    )


def _passed(before: Situation, after: Situation, norm: Norm) -> Change:
    """A norm with one edition: nothing but the day can have made it another."""
    first, second = verdict(before, norm), verdict(after, norm)
    if _answer(first) == _answer(second):
        return Change(first, second, effect=Effect.NONE)
    return Change(first, second, steps=steps(before, after, norm.id))


def _answer(found: Verdict) -> tuple[object, ...]:
    """A verdict with its decisive steps and what it lacks, not whom to ask for that."""
    steps_of = addressed(reason(found))
    told = ((at, each.seen, each.result) for at, each in steps_of if each.decisive)
    lacks = ((each.about, each.kind) for each in missing(found))
    return found.outcome, found.stage, found.word, tuple(told), tuple(lacks)


@frozen(eq=False)
class _Alone:
    """The two days, and each of the two causes alone."""

    before: Situation
    after: Situation
    by_day: Situation
    by_edition: Situation

    @classmethod
    def of(
        cls, case: Case, before: Situation, after: Situation, amended: Collection[str]
    ) -> "_Alone":
        """Both causes alone, or the days themselves where no edition is another."""
        if not amended:
            return cls(before, after, after, before)
        by_day = carried(case, before, amended, after.day)
        return cls(before, after, by_day, carried(case, after, amended, before.day))

    def change(self, norm: Norm, amendment: Amendment) -> Change:
        """An amended norm, with what each cause does alone."""
        first, second = verdict(self.before, norm), verdict(self.after, norm)
        day, edition = (
            answer_of(verdict(each, each.book.norms[norm.id]))
            for each in (self.by_day, self.by_edition)
        )
        effect = _effect(answer_of(first), answer_of(second), day, edition)
        told = self._steps(norm.id, effect)
        return Change(first, second, amendment, effect, day, edition, told)

    def _steps(self, norm: str, effect: Effect) -> tuple[StepChange, ...]:
        match effect:
            case Effect.NONE | Effect.EDITION:
                return ()
            case Effect.TOGETHER:
                return steps(self.by_edition, self.after, norm)
            case _:  # what the day does by itself, or only with the other edition
                alone = steps(self.before, self.by_day, norm)
                return alone or steps(self.by_edition, self.after, norm)


def _effect(before: Answer, after: Answer, by_day: Answer, by_edition: Answer) -> Effect:
    match by_day == before, by_edition == before:
        case True, True:
            return Effect.NONE if before == after else Effect.TOGETHER
        case True, False if by_edition == after:
            return Effect.EDITION
        case False, True if by_day == after:
            return Effect.DAY
        case _:
            return Effect.EACH
