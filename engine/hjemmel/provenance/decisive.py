"""What decides: the nodes and facts without which the outcome would not be what it is.

One question is asked of every node: given its meaning, which of its parts
gave it that meaning? `parts` answers, and everything else follows by walking.

Two rules go beyond the plain ones, so that a replay meets the same outcome:

- A settled comparison needs all the facts of its operands, also the unknown
  ones, since an operand may be settled enough («ikke utført» is after any past
  day) without being settled.
- A deadline that is still open needs its last day, though that is known: it is
  why the case waits.
"""

from collections.abc import Iterator
from typing import assert_never

from attrs import frozen

from hjemmel.backends.staged.valuation import Position
from hjemmel.case.observation import Path
from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Quantifier, Ref
from hjemmel.core.operators import OPERATORS, Sense, sense
from hjemmel.core.outcome import Stage, standing_parts
from hjemmel.core.program import Edition, Norm
from hjemmel.provenance.lookup import Looked, few, looked_up
from hjemmel.provenance.situation import TOP, UNDECIDED, Here, Pair, Situation, path_of, presence
from hjemmel.source.span import Span

Part = tuple[Node, Here]
Term = tuple[Pair, Part]
_STAGES = tuple(Stage)


@frozen(eq=False)
class Marking:
    """The decisive nodes, and the decisive facts with the place that first asked for each."""

    nodes: frozenset[tuple[int, Position]]
    places: dict[Path, Span]

    @property
    def facts(self) -> tuple[Path, ...]:
        """The decisive facts by place in the source, then by path."""
        return tuple(sorted(self.places, key=lambda path: (self.places[path], path)))

    def marks(self, node: Node, here: Here) -> bool:
        """Whether a node is decisive."""
        return (node.origin.id, here.position) in self.nodes


def stages(last: Stage) -> tuple[Stage, ...]:
    """The stages of a norm up to and with the deciding one."""
    return _STAGES[: _STAGES.index(last) + 1]


def marking(case: Situation, norm: Norm, last: Stage) -> Marking:
    """What decides a norm whose outcome was settled, or left open, at the stage `last`."""
    return marking_near(case, norm, last, len(case.book.norms))


def marking_near(case: Situation, norm: Norm, last: Stage, links: int) -> Marking:
    """What decides a norm, in itself and in norms no more than so many references away."""
    nodes: set[tuple[int, Position]] = set()
    places: dict[Path, Span] = {}
    waiting = [part for stage in stages(last) for part in stage_parts(case, norm, stage)]
    beyond: list[Part] = []
    columns: set[tuple[Path, object]] = set()
    while waiting or (beyond and links):
        if not waiting:
            waiting, beyond, links = beyond, [], links - 1
        node, here = waiting.pop()
        key = (node.origin.id, here.position)
        if isinstance(node, Fact):
            _place(places, path_of(node, here), node.origin.span)
        elif key in nodes:
            continue
        if node.origin.id >= 0:  # what a rule does not say has no number of its own
            nodes.add(key)
        if isinstance(node, Ref):
            beyond += parts(case, node, here)
        elif isinstance(node, Each) and (looked := looked_up(case, node, here)) is not None:
            waiting += _looked(case, node, here, looked, columns)
        elif not isinstance(node, (Fact, Literal)):
            waiting += parts(case, node, here)
    return Marking(frozenset(nodes), places)


def _looked(
    case: Situation, node: Each, here: Here, looked: Looked, columns: set[tuple[Path, object]]
) -> list[Part]:
    """The parts of «noen er v»; entries that decide for many values are given for one of them."""
    path = path_of(node.domain, here)
    truth = case.truth(node, here)
    found: list[Part] = [(node.domain, here), *leaves(looked.where.value, here)]
    if not truth[1]:
        shown = few(node, here, looked)
        found += [(node.body, each) for each in shown if case.truth(node.body, each) == truth]
    key = ((*path, looked.where.column.name), _ANY if truth[1] else looked.value)
    if key not in columns and truth != UNDECIDED:
        columns.add(key)
        deciding = range(looked.items) if truth[1] else looked.having
        found += [(looked.where.column, here.entering(node.variable, each, path))
                  for each in deciding]  # fmt: skip
    return found


_ANY = object()
"""Stands for every value: a value that no entry has is told apart from all of them."""


def _place(places: dict[Path, Span], path: Path, span: Span) -> None:
    """The first place in the source is the one that counts."""
    before = places.get(path)
    if before is None or (before is not span and span < before):
        places[path] = span


def parts(case: Situation, node: Node, here: Here) -> list[Part]:
    """The parts that gave a node the meaning it has."""
    match node:
        case Literal() | Fact():
            return []
        case Ref():
            return _standing(case, node)
        case Default():
            return _default(case, node, here)
        case Each():
            return [(node.domain, here), *_members(case, node, here)]
        case Apply():
            return _apply(case, node, here)
        case _:
            assert_never(node)


def _standing(case: Situation, ref: Ref) -> list[Part]:
    """What gave a norm that is referred to the standing it has."""
    norm, value = case.book.norms[ref.norm], case.truth(ref, TOP)
    truths = standing_parts(case.valuation.norms[ref.norm], ref.standing)
    deciding = [stage for stage, truth in truths if value[0] or truth == value]
    return [part for stage in deciding for part in stage_parts(case, norm, stage)]


def stage_parts(case: Situation, norm: Norm, stage: Stage) -> list[Part]:
    """The parts that gave a norm the truth it has at a stage."""
    match stage:
        case Stage.SUBJECT:
            return [(presence(norm.subject), TOP)]
        case Stage.IN_FORCE:
            return _dating(case, norm)
        case Stage.APPLIES:
            return _of_edition(case, norm, [each.applies for each in norm.editions])
        case Stage.REQUIREMENT:
            return _of_edition(case, norm, [each.requirement for each in norm.editions])
        case _:
            assert_never(stage)


def _dating(case: Situation, norm: Norm) -> list[Part]:
    """The day that picks the edition, where any of them has a first or last day."""
    if all(each.start is each.end is None for each in norm.wordings):
        return []
    parts = list(leaves(norm.deciding, TOP))
    if any(case.norm_truth(norm.id, Stage.IN_FORCE)):
        return parts
    return [part for part in parts if not case.settled(*part)] or parts


def _of_edition(case: Situation, norm: Norm, clauses: list[Node]) -> list[Part]:
    """What the edition in force says, and the day that picked it.

    Where the day leaves that open, what any of them says may be part of it.
    """
    if len(clauses) == 1:
        return [(clauses[0], TOP)]
    edition = edition_in_force(case, norm)
    asked = clauses if edition is None else [clauses[norm.editions.index(edition)]]
    return [*_dating(case, norm), *((clause, TOP) for clause in asked)]


def edition_in_force(case: Situation, norm: Norm) -> Edition | None:
    """The edition that the deciding day picks; None where it picks none, or is not known."""
    if len(norm.editions) == 1:
        return norm.editions[0] if case.norm_truth(norm.id, Stage.IN_FORCE)[0] else None
    value = case.value(norm.deciding, TOP)
    first, last = value if isinstance(value, tuple) else (value, value)
    return next((each for each in norm.editions if each.wording.covers(first, last)), None)


def leaves(node: Node, here: Here) -> Iterator[Part]:
    """The facts and counts that an operand is worked out from."""
    match node:
        case Fact() | Each():
            yield node, here
        case Apply():
            for argument in node.arguments:
                yield from leaves(argument, here)
        case Literal() | Ref() | Default():
            return
        case _:
            assert_never(node)


def is_comparison(node: Node) -> bool:
    """True for an operator that makes a truth of things that are none."""
    return isinstance(node, Apply) and OPERATORS[node.operator].compares


def _apply(case: Situation, node: Apply, here: Here) -> list[Part]:
    value = case.truth(node, here)
    match sense(node):
        case Sense.ALL | Sense.COVERS:
            return _and(value, _terms(case, node.arguments, here))
        case Sense.ANY | Sense.SOME_NORM:
            return _or(value, _terms(case, node.arguments, here))
        case Sense.NO_NORM:
            return _or(_not(value), _terms(case, node.arguments, here))
        case Sense.NOT:
            return [(node.arguments[0], here)]
        case Sense.AGREED:
            return [(each, here) for each in node.arguments]
        case Sense.READ_AS:
            return _interpreted(case, node, here)
        case Sense.IS | Sense.IS_AMONG | Sense.ORDER:
            return _compared(case, node, here, value)
        case Sense.IN_TIME | Sense.LAST_DAY:
            return _operands(node, here)
        case (
            Sense.EXTREME | Sense.MOVED | Sense.DAY_IN_YEAR | Sense.YEAR_OF
            | Sense.YEARS_LATER | Sense.TIMES
        ):  # fmt: skip
            return []  # gives no truth; the leaves of a comparison are asked for themselves
        case other:
            assert_never(other)


def _interpreted(case: Situation, node: Apply, here: Here) -> list[Part]:
    """The clause that counts, and why it does; the other one only when that is open."""
    arises, then, written = node.arguments
    value, asked = case.truth(node, here), case.truth(arises, here)
    if asked == UNDECIDED:
        if value != UNDECIDED:
            return [(then, here), (written, here)]
        return _and(value, _terms(case, node.arguments, here))
    taken = (then if asked[0] else written, here)
    return [taken] if value == UNDECIDED else [(arises, here), taken]


def _operands(node: Apply, here: Here) -> list[Part]:
    return [part for each in node.arguments for part in leaves(each, here)]


def _compared(case: Situation, node: Apply, here: Here, value: Pair) -> list[Part]:
    everything = _operands(node, here)
    if value != UNDECIDED:
        return everything
    unsettled = [each for each in node.arguments if not case.settled(each, here)]
    found = [part for each in unsettled for part in leaves(each, here)]
    return [part for part in found if not case.settled(*part)] or everything


def _default(case: Situation, node: Default, here: Here) -> list[Part]:
    terms = _terms(case, (node.condition, node.consequence), here)
    denied = [(_not(truth), part) for truth, part in _terms(case, node.exceptions, here)]
    return _and(case.truth(node, here), terms + denied)


def _members(case: Situation, node: Each, here: Here) -> list[Part]:
    found: list[Part] = []
    whole = case.truth(node, here) if node.quantifier in _TRUTHS else UNDECIDED
    looked = None if whole[1] else looked_up(case, node, here)
    for inner in few(node, here, looked) if looked else case.entries(node, here):
        where: Part = (node.where, inner)
        body: Part = (node.body, inner)
        belongs = case.truth(*where)
        match node.quantifier:
            case Quantifier.DISTINCT:
                found += [where] if belongs[1] else [where, body]
            case Quantifier.COUNT:
                terms = [(belongs, where), (case.truth(*body), body)]
                found += _and(_conjunction(terms), terms)
            case Quantifier.SOME:
                terms = [(belongs, where), (case.truth(*body), body)]
                found += _deciding_member(_not(whole), terms)
            case Quantifier.ALL:
                terms = [(belongs, where), (_not(case.truth(*body)), body)]
                found += _deciding_member(whole, terms)
            case _:
                assert_never(node.quantifier)
    return found


_TRUTHS = (Quantifier.ALL, Quantifier.SOME)


def _deciding_member(none: Pair, terms: list[Term]) -> list[Part]:
    """The parts of one member in «ingen»: none of the members is both in the list and so."""
    member = _conjunction(terms)
    return _and(member, terms) if none[0] or member == _not(none) else []


def _terms(case: Situation, nodes: tuple[Node, ...], here: Here) -> list[Term]:
    return [(case.truth(node, here), (node, here)) for node in nodes]


def _and(value: Pair, terms: list[Term]) -> list[Part]:
    if value[0]:
        return [part for _, part in terms]
    return [part for truth, part in terms if truth == value]


def _or(value: Pair, terms: list[Term]) -> list[Part]:
    return _and(_not(value), [(_not(truth), part) for truth, part in terms])


def _not(truth: Pair) -> Pair:
    return truth[1], truth[0]


def _conjunction(terms: list[Term]) -> Pair:
    return all(truth[0] for truth, _ in terms), any(truth[1] for truth, _ in terms)
