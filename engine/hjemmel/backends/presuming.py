"""What is seen of a case with what the rulebook takes as given where nobody has told.

It is settled here, once, before anything is judged: whoever judges sees a fact that is taken as
given as any other. A condition asks only for what is told and what follows from it, and for no
norm, so there is no order to heed.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from hjemmel.backends.concluding import Concluding
from hjemmel.backends.staged.valuation import Norms, Staged, stage
from hjemmel.case.observation import Observation, Path, View
from hjemmel.case.statements import Case
from hjemmel.core.program import Presumption, Program
from hjemmel.core.told import GIVEN, as_given

IsTold = Callable[[Path], bool]


@frozen(eq=False)
class Presuming:
    """The presumptions of a program, made ready for cases."""

    program: Program
    concluding: Concluding = field(init=False, repr=False)
    staged: Staged = field(init=False, repr=False)

    @staged.default
    def _staged(self) -> Staged:
        norms = tuple(each.norm for each in self.program.presumptions)
        return stage(
            evolve(
                self.program,
                norms=norms,
                order=tuple(each.id for each in norms),
                presumptions=(),
                conclusions=(),
            )
        )

    @concluding.default
    def _concluding(self) -> Concluding:
        return Concluding(self.program)

    def __reduce__(self) -> tuple[type["Presuming"], tuple[Program]]:
        """Made ready anew where it is sent: what it is ready by cannot be sent."""
        return Presuming, (self.program,)

    def observe(self, case: Case, day: date) -> Observation:
        """What the case shows on the day, what follows, and what is taken as given besides."""
        case, seen = self.concluding.observe(case, day)
        if not self.program.presumptions:
            return seen
        in_part = self.concluding.left_open(seen.view)
        given = self.given(seen.view, lambda path: path in in_part or is_told(case, path))
        if not given:
            return seen
        return evolve(
            seen,
            view=with_given(seen.view, given),
            doubts={path: each for path, each in seen.doubts.items() if path not in given},
            sources={**seen.sources, **{path: _source(each) for path, each in given.items()}},
            presumed=given,
        )

    def given(self, view: View, told: IsTold) -> dict[Path, Presumption]:
        """The presumption that each fact has its value from, where nobody has told of it."""
        if not self.program.presumptions:
            return {}
        norms = self.staged.valuation(view).norms
        untold = [each for each in self.program.presumptions if not told(each.path)]
        return working(untold, view, norms)


def working(
    presumptions: Sequence[Presumption], view: View, norms: Norms
) -> dict[Path, Presumption]:
    """The one that gives each fact its value, where one does."""
    about: dict[Path, list[Presumption]] = {}
    for each in presumptions:
        if view.get(each.fact.subject) is not None:
            about.setdefault(each.path, []).append(each)
    found = {path: _settled(several, norms) for path, several in about.items()}
    return {path: each for path, each in found.items() if each is not None}


def is_told(case: Case, path: Path) -> bool:
    """Whether anybody has told anything of a fact, in whatever form."""
    record, name = map(str, path)
    return bool(case.records.get(record, {}).get(name))


def with_given(view: View, given: Mapping[Path, Presumption]) -> View:
    """The view with what is taken as given."""
    records: dict[str, dict[str, Any]] = {}
    for (record, name), each in given.items():
        facts = records.setdefault(str(record), dict(view[str(record)] or {}))
        facts[str(name)] = each.value
    made = type(view) if isinstance(view, dict) else dict
    noted: View = as_given(made({**view, **records}), given)
    return noted


def without(view: View, paths: Collection[Path]) -> View:
    """The view where nothing is known of some facts, and so nothing taken as given of them."""
    records = {key: record and _fewer(key, record, paths) for key, record in view.items()}
    made = type(view) if isinstance(view, dict) else dict
    return made(records)


def _fewer(key: str, record: Mapping[str, Any], paths: Collection[Path]) -> dict[str, Any]:
    left = {name: None if (key, name) in paths else value for name, value in record.items()}
    if record.get(GIVEN):
        left[GIVEN] = frozenset(each for each in record[GIVEN] if (key, each) not in paths)
    return left


def rivals_of(of: Presumption, presumptions: Sequence[Presumption]) -> list[Presumption]:
    """Those that say otherwise of the same fact."""
    return [each for each in presumptions if each.path == of.path and each.value != of.value]


def _source(of: Presumption) -> str:
    """What stands where the source of a told fact would."""
    return f"forutsatt (formodning {of.norm.title})"


def _settled(several: list[Presumption], norms: Norms) -> Presumption | None:
    """The first that works, where none that may work says otherwise."""
    working = next((each for each in several if _works(each, norms)), None)
    if working is None:
        return None
    return None if any(_may_work(each, norms) for each in rivals_of(working, several)) else working


def _works(of: Presumption, norms: Norms) -> bool:
    found = norms[of.norm.id]
    return bool(found.subject[0] and found.in_force[0] and found.applies[0])


def _may_work(of: Presumption, norms: Norms) -> bool:
    found = norms[of.norm.id]
    return not (found.subject[1] or found.in_force[1] or found.applies[1])
