"""The reasons of norms in many cases at once, and as they are found case by case."""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from hjemmel.backends.columns.evaluator import Columns, Where, columns
from hjemmel.backends.terms.term import Path, Term
from hjemmel.case.observation import Observation, Unknown, View
from hjemmel.core.outcome import outcome
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import CASE
from hjemmel.core.told import GIVEN
from hjemmel.explain.missing import Missing, missing
from hjemmel.provenance.besides import WHICH, WHO, Beside
from hjemmel.provenance.decisive import marking
from hjemmel.provenance.marks import Marking
from hjemmel.provenance.situation import Situation
from support.evaluation import judge_of

Reasons = dict[str, set[Path]]
"""The facts by norm, without the numbers of the entries that they stand in."""


@frozen(eq=False)
class AtOnce:
    """What decides, and what is missing, ready for many cases."""

    ready: Columns
    program: Program
    keys: Sequence[tuple[str, Hashable]]
    where: Where

    def reasons(self, views: Sequence[View]) -> Iterator[dict[str, set[Any]]]:
        """What there is of them in each case."""
        bits = self.where.rows(self.ready.batch(views))
        for at in range(len(views)):
            found: dict[str, set[Any]] = {norm.id: set() for norm in self.program.norms}
            for row, (norm, path) in enumerate(self.keys):
                if bits[row, at]:
                    found[norm].add(path)
            yield found


def decisive_at_once(program: Program) -> AtOnce:
    """The decisive facts of all norms."""
    return _ready(program, lambda marks: marks.decisive)


def missing_at_once(program: Program) -> AtOnce:
    """The missing facts of all norms."""
    return _ready(program, lambda marks: marks.missing)


def awaited_at_once(program: Program) -> AtOnce:
    """The acts of all norms that there is still time for."""
    return _ready(program, lambda marks: marks.awaited)


def besides_at_once(program: Program) -> AtOnce:
    """What is missing of all norms besides facts."""
    return _ready(program, lambda marks: marks.open_besides)


def _ready(
    program: Program, of: Callable[[Marking], Callable[[Norm], Mapping[Any, Term]]]
) -> AtOnce:
    ready = columns(program, [norm.id for norm in program.norms])
    ask = of(Marking(program, ready.folding))
    found = {(norm.id, path): bit for norm in program.norms for path, bit in ask(norm).items()}
    return AtOnce(ready, program, list(found), ready.where(list(found.values())))


def besides_in(program: Program, view: View) -> dict[str, set[Beside]]:
    """What is missing besides facts as the explanation finds it, without days and wordings."""
    return {norm: {(each.kind, _plain(each.about)) for each in lacks if not each.path}
            for norm, lacks in _lacks(program, view)}  # fmt: skip


def awaited_in(program: Program, view: View) -> Reasons:
    """The acts that there is still time for."""
    return {norm: {_unnumbered(each.path) for each in lacks
                   if each.path and each.kind is Unknown.PENDING}
            for norm, lacks in _lacks(program, view)}  # fmt: skip


def _lacks(program: Program, view: View) -> Iterator[tuple[str, tuple[Missing, ...]]]:
    case = situation(program, view)
    for norm in program.norms:
        yield norm.id, missing(case, norm, *outcome(case.valuation.norms[norm.id]))


def _plain(about: str) -> str:
    if about.startswith(WHO):
        return re.sub(r" \d+\. [a-zæøå]+ \d+$", "", about)
    return WHICH if about == "om ordlyden gjaldt" else about


def decisive_in(program: Program, view: View) -> Reasons:
    """The decisive facts as they are found in one case."""
    case = situation(program, view)
    found: Reasons = {}
    for norm in program.norms:
        _, stage = outcome(case.valuation.norms[norm.id])
        found[norm.id] = {_unnumbered(each) for each in marking(case, norm, stage).places}
    return found


def missing_in(program: Program, view: View) -> Reasons:
    """The missing facts as the explanation finds them in one case."""
    return {norm: {_unnumbered(each.path) for each in lacks if each.path}
            for norm, lacks in _lacks(program, view)}  # fmt: skip


def without_absent(program: Program, view: View, found: Reasons) -> Reasons:
    """A fact of a record that the case lacks is missing as the record itself."""
    gone = {each.key for each in program.schema.records
            if each.optional and view.get(each.key) is None}  # fmt: skip
    return {
        norm: {path[:1] if path[0] in gone else path for path in paths}
        for norm, paths in found.items()
    }


def situation(program: Program, view: View) -> Situation:
    """The view as a case; a presumption fills what it is noted to."""
    judge = judge_of(program)
    judge.book.meet()
    given = {(key, name) for key, record in view.items()
             for name in (record or {}).get(GIVEN, ())}  # fmt: skip
    bare = {key: record and {name: each for name, each in record.items()
                             if name != GIVEN and (key, name) not in given}
            for key, record in view.items()}  # fmt: skip
    presumed = judge.presuming.given(bare, lambda path: path not in given) if given else {}
    assert set(presumed) == given
    seen = Observation(view, {}, {}, presumed=presumed)
    return Situation(judge.book, judge.staged.valuation(view), seen, view[CASE]["vurderingsdato"])


def _unnumbered(path: Sequence[str | int]) -> Path:
    return tuple(part for part in path if isinstance(part, str))
