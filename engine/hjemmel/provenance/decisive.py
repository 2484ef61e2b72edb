"""What decides: the nodes and facts without which the outcome would not be what it is.

Of every node it is known which of its parts gave it its meaning (see `causes`), and everything
else follows by walking.

Two rules go beyond the plain ones, so that a replay meets the same outcome:

- A settled comparison needs all the facts of its operands, also the unknown
  ones, since an operand may be settled enough («ikke utført» is after any past
  day) without being settled.
- A deadline that is still open needs its last day, though that is known: it is
  why the case waits.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import assert_never

from attrs import define, evolve, field, frozen

from hjemmel.backends.presuming import rivals_of, without
from hjemmel.backends.staged.row import Row
from hjemmel.backends.staged.valuation import Position, Staged
from hjemmel.case.observation import Path
from hjemmel.core.nodes import Apply, Fact, Node, Ref
from hjemmel.core.operators import OPERATORS
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Edition, Norm
from hjemmel.core.told import presumable, shown_name
from hjemmel.provenance.causes import Part, Traced, tracing_of
from hjemmel.provenance.leaves import leaves_of
from hjemmel.provenance.situation import TOP, Here, Situation, path_of, presence
from hjemmel.source.span import Span

_STAGES = tuple(Stage)
_OF_CONDITION = (Stage.SUBJECT, Stage.IN_FORCE, Stage.APPLIES)
"""The stages that say whether a presumption or a conclusion works."""


@frozen(eq=False)
class Marking:
    """The decisive nodes, and the decisive facts with the place that first asked for each."""

    nodes: frozenset[tuple[int, Position]]
    places: dict[Path, Span]

    @property
    def facts(self) -> tuple[Path, ...]:
        """The decisive facts by place in the source, then by path."""
        return tuple(sorted(self.places, key=lambda path: (self.places[path].order, path)))

    def marks(self, node: Node, here: Here) -> bool:
        """Whether a node is decisive."""
        return (node.origin.id, here.position) in self.nodes


def marking(case: Situation, norm: Norm, last: Stage) -> Marking:
    """What decides a norm whose outcome was settled, or left open, at the stage `last`."""
    return marking_near(case, norm, last, len(case.book.norms))


def marking_near(case: Situation, norm: Norm, last: Stage, links: int) -> Marking:
    """What decides a norm, in itself and in norms no more than so many references away."""
    walk = _Walk(case, case.valuation.nodes.run.row)
    for stage in asked_stages(case, norm, last):
        walk.down(stage_parts(case, norm, stage))
    while walk.beyond and links:
        references, walk.beyond[:] = walk.beyond[:], []
        for each in references:
            walk.down(_standing(case, each))
        links -= 1
    for path in _by_told(case, norm, last, walk):
        walk.places.setdefault(path, norm.span)
    for ground in (_given_by, _followed_from):  # what is taken as given may rest on what follows
        for path in [*walk.places]:
            walk.down(ground(case, path))
        for path in [*walk.places]:
            if by := case.observation.registered.get(path):
                _place(walk.places, by, walk.places[path])
    return Marking(frozenset(walk.nodes), walk.places)


def asked_of_given(case: Situation, norm: Norm, stage: Stage) -> tuple[Path, ...]:
    """What is taken as given among all that gave a norm the truth that is shown at a stage."""
    walk = _Walk(case, case.valuation.nodes.run.row)
    walk.down(stage_parts(case, norm, stage))
    while walk.beyond:
        walk.down(_standing(case, walk.beyond.pop()))
    found = Marking(frozenset(walk.nodes), walk.places).facts
    return tuple(each for each in found if each in case.observation.presumed)


def _by_told(case: Situation, norm: Norm, last: Stage, walk: "_Walk") -> Iterable[Path]:
    """What makes norms fail by what is told alone, where they do: that may be more than what makes
    them fail as they are shown."""
    if not case.observation.presumed:
        return ()
    named = {
        each.norm
        for each in walk.references
        if case.norm_truth(each.norm, Stage.REQUIREMENT)[1]
        and Stage.REQUIREMENT in _deciding_stages(case, each)
    }
    if last is Stage.REQUIREMENT and case.norm_truth(norm.id, last)[1]:
        named.add(norm.id)
    failing = [each for each in sorted(named) if case.valuation.norms.has(shown_name(each))]
    if not failing:
        return ()
    told = told_alone(case)
    apart = _Walk(told, told.valuation.nodes.run.row)
    for each in failing:
        apart.down(stage_parts(told, told.book.norms[each], Stage.REQUIREMENT))
    while apart.beyond:
        apart.down(_standing(told, apart.beyond.pop()))
    return apart.places


def told_alone(case: Situation) -> Situation:
    """The case with nothing taken as given."""
    seen = case.observation
    view = without(seen.view, seen.presumed)
    run = case.valuation.nodes.run
    found = Staged(run.stager, presumable(case.book.program)).valuation(view)
    return Situation(case.book, found, evolve(seen, view=view, presumed={}), case.day)


@define(eq=False)
class _Walk:
    """A walk down what decides. What is referred to waits until all that is nearer is seen."""

    case: Situation
    row: Row
    nodes: set[tuple[int, Position]] = field(factory=set)
    places: dict[Path, Span] = field(factory=dict)
    beyond: list[Ref] = field(factory=list)
    columns: set[tuple[Path, object]] = field(factory=set)
    references: list[Ref] = field(factory=list)

    def down(self, parts: Iterable[Part]) -> None:
        """Mark the parts and what is below them."""
        for each, here in parts:
            node, key = each.node, (each.number, here.position)
            if isinstance(node, Fact):
                _place(self.places, path_of(node, here), node.origin.span)
                self.nodes.add(key)
            elif key not in self.nodes:
                self.nodes.add(key)
                if isinstance(node, Ref):
                    self.beyond.append(node)
                    self.references.append(node)
                else:
                    self.down(self._below(each, here))

    def _below(self, each: Traced, here: Here) -> Iterable[Part]:
        looked = each.looked_up
        found = looked(self.case, self.row, here, self.columns) if looked else None
        return each.parts(self.case, self.row, here) if found is None else found


def _given_by(case: Situation, path: Path) -> list[Part]:
    """What makes a presumption work that a fact has its value from, and no other one."""
    given = case.observation.presumed.get(path)
    if given is None:
        return []
    found = [part for stage in _OF_CONDITION for part in stage_parts(case, given.norm, stage)]
    for other in rivals_of(given, case.book.program.presumptions):
        fails = (each for each in _OF_CONDITION if case.norm_truth(other.norm.id, each)[1])
        found += stage_parts(case, other.norm, next(fails))
    return found


def _followed_from(case: Situation, path: Path) -> list[Part]:
    """What makes the conclusions work that say something of a fact that was not told."""
    found = case.observation.concluded.get(path, ())
    return [
        part
        for each in found
        for stage in _OF_CONDITION
        for part in stage_parts(case, each.norm, stage)
    ]


def _place(places: dict[Path, Span], path: Path, span: Span) -> None:
    """The first place in the source is the one that counts."""
    before = places.get(path)
    if before is None or (before is not span and span.order < before.order):
        places[path] = span


def asked_stages(case: Situation, norm: Norm, last: Stage) -> tuple[Stage, ...]:
    """The stages that were asked, where `last` decided: not whether a wording is in force, where
    the norm applies under none."""
    if last is Stage.APPLIES and case.applies_nowhere(norm.id):
        return Stage.SUBJECT, Stage.APPLIES
    return _STAGES[: _STAGES.index(last) + 1]


def _standing(case: Situation, ref: Ref) -> list[Part]:
    """What gave a norm that is referred to the standing it has."""
    norm = case.book.norms[ref.norm]
    stages = _deciding_stages(case, ref)
    return [part for stage in stages for part in stage_parts(case, norm, stage)]


def _deciding_stages(case: Situation, ref: Ref) -> tuple[Stage, ...]:
    """The stages of a norm that is referred to, that gave it the standing it has."""
    deciding = tracing_of(case).reading.deciding(ref)(case.valuation.nodes.run.row)
    return tuple(stage for stage, decides in zip(_STAGES, deciding, strict=True) if decides)


def stage_parts(case: Situation, norm: Norm, stage: Stage) -> list[Part]:
    """The parts that gave a norm the truth it has at a stage."""
    tracing = tracing_of(case)
    return [(tracing.of(each), TOP) for each in _stage_nodes(case, norm, stage)]


def _stage_nodes(case: Situation, norm: Norm, stage: Stage) -> list[Node]:
    match stage:
        case Stage.SUBJECT:
            return [presence(norm.subject)]
        case Stage.IN_FORCE:
            return _dating(case, norm)
        case Stage.APPLIES | Stage.REQUIREMENT:
            return _of_edition(case, norm, stage)
        case _:
            assert_never(stage)


def _dating(case: Situation, norm: Norm) -> list[Node]:
    """The days that pick the edition, where any of them has a first or last day."""
    if any(case.norm_truth(norm.id, Stage.IN_FORCE)):
        return _picking(case, norm)
    return [
        leaf
        for day in _days_of(norm, possible_editions(case, norm))
        for leaf in _unsettled(case, leaves_of(day))
    ]


def _unsettled(case: Situation, found: Iterable[Node]) -> list[Node]:
    """Those of the leaves of a day that are; all where it is the period that is not known."""
    leaves = list(found)
    return [each for each in leaves if not case.settled(each, TOP)] or leaves


def _picking(case: Situation, norm: Norm) -> list[Node]:
    """The days without which another edition might be in force.

    Before one that surely is, the days of those that began earlier make no difference.
    """
    return [leaf for day in _days_of(norm, picked_among(case, norm)) for leaf in leaves_of(day)]


def _days_of(norm: Norm, editions: Iterable[Edition]) -> tuple[Node, ...]:
    """The days of some editions, each once, where those have any end."""
    dated = (each for each in editions if each.wording.start or each.wording.end)
    return tuple({id(day): day for day in map(norm.day_of, dated)}.values())


def _of_edition(case: Situation, norm: Norm, stage: Stage) -> list[Node]:
    """What the edition in force says; and the day that picked it, where that settles the stage.

    Where the day leaves open which one it is, what any that it may be says may be part of it.
    """
    editions = asked_editions(case, norm, stage)
    clauses = [each.clause(stage) for each in editions]
    is_nowhere = stage is Stage.APPLIES and case.applies_nowhere(norm.id)
    if len(norm.editions) == 1 or is_nowhere:
        return clauses
    if any(case.shown_truth(norm.id, stage)):
        return [*_picking(case, norm), *clauses]
    unknown = [each for each in clauses if not case.settled(each, TOP)]
    is_known = len(editions) == 1 and case.norm_truth(norm.id, Stage.IN_FORCE)[0]
    return unknown if is_known else [*_dating(case, norm), *unknown]


def asked_editions(case: Situation, norm: Norm, stage: Stage) -> tuple[Edition, ...]:
    """The editions that a stage is about: all of them, where the norm applies under none."""
    if len(norm.editions) == 1 or (stage is Stage.APPLIES and case.applies_nowhere(norm.id)):
        return norm.editions
    return possible_editions(case, norm)


def possible_editions(case: Situation, norm: Norm) -> tuple[Edition, ...]:
    """The editions that may be in force, each by the day that decides it.

    One that surely is so goes before those that began earlier.
    """
    found: list[Edition] = []
    for each in reversed(norm.editions):
        days = deciding_days(case, norm.day_of(each))
        if each.wording.may_cover(*days):
            found.append(each)
        if each.wording.covers(*days):
            break
    return tuple(reversed(found))


def picked_among(case: Situation, norm: Norm) -> tuple[Edition, ...]:
    """The editions whose days say which of them is in force: from the last that surely is on."""
    for at, each in reversed(list(enumerate(norm.editions))):
        if each.wording.covers(*deciding_days(case, norm.day_of(each))):
            return norm.editions[at:]
    return norm.editions


def edition_in_force(case: Situation, norm: Norm) -> Edition | None:
    """The edition that is in force; None where none is, or it is not known which."""
    if not case.norm_truth(norm.id, Stage.IN_FORCE)[0]:
        return None
    if len(norm.editions) == 1:
        return norm.editions[0]
    possible = possible_editions(case, norm)
    return possible[0] if len(possible) == 1 else None


def deciding_days(case: Situation, deciding: Node) -> tuple[date | None, date | None]:
    """The first and last that a deciding day may be; None is open."""
    value = case.value(deciding, TOP)
    first, last = value if isinstance(value, tuple) else (value, value)
    return first, last


def leaves(node: Node, here: Here) -> Iterator[tuple[Node, Here]]:
    """The facts and counts that an operand is worked out from."""
    return ((each, here) for each in leaves_of(node))


def is_comparison(node: Node) -> bool:
    """True for an operator that makes a truth of things that are none."""
    return isinstance(node, Apply) and OPERATORS[node.operator].compares
