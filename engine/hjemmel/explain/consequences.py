"""What the outcome of a norm can lead to: the norms that refer to it, and what they came to.

Note: it is no part of what is remembered of a verdict, for it rests on more facts than the norm
itself can see.
"""

from collections.abc import Mapping

from attrs import frozen

from hjemmel.backends.staged.valuation import stage
from hjemmel.core.nodes import Ref
from hjemmel.core.outcome import Outcome
from hjemmel.core.part import needs_of, part, referred
from hjemmel.core.program import Norm
from hjemmel.core.walk import nodes_of
from hjemmel.explain.standing import Standing, standing
from hjemmel.explain.verdict import Verdict
from hjemmel.provenance.book import Book, new_book
from hjemmel.provenance.decisive import marking_near, possible_editions
from hjemmel.provenance.situation import Situation

_RAISES = (Outcome.BROKEN, Outcome.UNDECIDED)


@frozen(eq=False)
class Consequence:
    """A norm that refers to the one asked of, and how it stands."""

    norm: Norm
    stands: Standing

    @property
    def is_settled(self) -> bool:
        """Whether the other is in fact decided by it; else it is undecided, and may yet be."""
        return self.stands.outcome is not Outcome.UNDECIDED


def consequences(found: Verdict) -> tuple[Consequence, ...]:
    """Of a norm that fails, or is undecided, in the order of the law: those that it decides, and
    those that are undecided and ask for it."""
    if found.outcome not in _RAISES:
        return ()
    naming = _naming(found.case.book).get(found.norm.id, ())
    if not naming:
        return ()
    case = _seen_by(found.case, found.norm.id, naming)
    others = (Consequence(case.book.norms[each], standing(case, case.book.norms[each]))
              for each in naming)  # fmt: skip
    return tuple(each for each in others if _follows(case, found.norm, each))


def _follows(case: Situation, norm: Norm, of: Consequence) -> bool:
    other, stands = of.norm, of.stands
    if stands.outcome is Outcome.NO_RULE:
        return False
    clauses = (clause for each in possible_editions(case, other) for clause in each.clauses)
    asking = {node.origin.id for clause in clauses for node in nodes_of(clause)
              if isinstance(node, Ref) and node.norm == norm.id}  # fmt: skip
    if stands.outcome is Outcome.UNDECIDED:
        return bool(asking)
    decisive = marking_near(case, other, stands.stage, 0).nodes
    return any(number in asking for number, _ in decisive)


def _naming(book: Book) -> Mapping[str, tuple[str, ...]]:
    """The norms that name each norm themselves, in the order of the law."""
    if not book.naming:
        found: dict[str, tuple[str, ...]] = {}
        for norm in book.program.norms:
            for each in referred(norm):
                found[each] = (*found.get(each, ()), norm.id)
        book.naming.append(found)
    return book.naming[0]


def _seen_by(case: Situation, norm: str, naming: tuple[str, ...]) -> Situation:
    """The case as those others see it, which need not be among the norms that were judged."""
    if all(each in case.valuation.norms for each in naming):
        return case
    program = case.book.program
    if norm not in case.book.beyond:
        needed = part(program, naming, needs_of(program))
        case.book.beyond[norm] = (new_book(program), stage(needed))
    book, staged = case.book.beyond[norm]
    return Situation(book, staged.valuation(case.observation.view), case.observation, case.day)
