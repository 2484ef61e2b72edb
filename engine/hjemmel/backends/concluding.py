"""What is seen of a case with what follows from what is told.

It is settled once, before anything is taken as given or judged. A conclusion says what follows as
one more source does, which weighs as much as those that told: what was told otherwise is a
conflict. Its condition asks only for what is told, and for no norm, so there is no order to heed.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import evolve, field, frozen

from hjemmel.backends.left_open import left_open
from hjemmel.backends.staged.valuation import Norms, Staged, stage
from hjemmel.case.observation import Observation, Path, View, observe
from hjemmel.case.registered import with_registered
from hjemmel.case.statements import Case, Grade, Record, Statement, Unreadable
from hjemmel.case.telling import comparable
from hjemmel.core.program import Conclusion, Program

_GRADES = tuple(Grade)
_TOLD = "opplyst"


@frozen(eq=False)
class Concluding:
    """The conclusions of a program, made ready for cases."""

    program: Program
    staged: Staged = field(init=False, repr=False)

    @staged.default
    def _staged(self) -> Staged:
        norms = tuple(each.norm for each in self.program.conclusions)
        order = tuple(each.id for each in norms)
        alone = evolve(self.program, norms=norms, order=order, presumptions=(), conclusions=())
        return stage(alone)

    def observe(self, case: Case, day: date) -> tuple[Case, Observation]:
        """The case with what follows, and what it shows on the day."""
        case = with_registered(case, self.program.schema, day)
        seen = observe(case, self.program.schema, day)
        if not self.program.conclusions:
            return case, seen
        found = self._following(case, seen.view)
        if not found:
            return case, seen
        fuller = with_following(case, found)
        return fuller, evolve(observe(fuller, self.program.schema, day), concluded=found)

    def left_open(self, view: View) -> frozenset[Path]:
        """The facts of which something is told in part, by a day that they follow from."""
        if not self.program.conclusions:
            return frozenset()
        return left_open(self.program.conclusions, view, self.staged.valuation(view).norms)

    def _following(self, case: Case, view: View) -> dict[Path, tuple[Conclusion, ...]]:
        """The conclusions that say something of a fact that is not told already."""
        norms = self.staged.valuation(view).norms
        found: dict[Path, tuple[Conclusion, ...]] = {}
        for each in working(self.program.conclusions, view, norms):
            if _is_news(each, _told(case, each)):
                found[each.path] = (*found.get(each.path, ()), each)
        return found


def working(conclusions: Iterable[Conclusion], view: View, norms: Norms) -> tuple[Conclusion, ...]:
    """Those that surely apply, in a case that has what they are about."""
    there = (each for each in conclusions if view.get(each.fact.subject) is not None)
    return tuple(each for each in there if _works(each, norms))


def with_following(case: Case, found: Mapping[Path, tuple[Conclusion, ...]]) -> Case:
    """The case with one more statement for each that says something."""
    records: dict[str, Record] = dict(case.records)
    for several in found.values():
        for each in several:
            record = records.get(each.fact.subject, {})
            told = tuple(map(_named, record.get(each.fact.name, ())))
            said = Statement(each.value, called(each), _weight(told))
            records[each.fact.subject] = {**record, each.fact.name: (*told, said)}
    return evolve(case, records=records)


def called(of: Conclusion) -> str:
    """What stands where the source of a told fact would."""
    return f"følger av slutningen {of.norm.title}"


def _works(of: Conclusion, norms: Norms) -> bool:
    found = norms[of.norm.id]
    return bool(found.subject[0] and found.in_force[0] and found.applies[0])


def _told(case: Case, of: Conclusion) -> tuple[Statement, ...]:
    return case.records.get(of.fact.subject, {}).get(of.fact.name, ())


def _is_news(of: Conclusion, told: tuple[Statement, ...]) -> bool:
    """Whether the weightiest that told can be read, and any of them says something else."""
    if any(isinstance(each.content, Unreadable) for each in told):
        return False
    weight = _weight(told)
    said = {comparable(each.content) for each in told if each.grade is weight}
    return said != {comparable(of.value)}


def _weight(told: tuple[Statement, ...]) -> Grade:
    """The highest grade that is given."""
    return min((each.grade for each in told), key=_GRADES.index, default=Grade.OFFICIAL)


def _named(told: Statement) -> Statement:
    return told if told.source else evolve(told, source=_TOLD)
