"""An edition carried to another day: what separates a change of law from the passing of time.

Both are asked alone: the new day under the old edition, as if no change had come, and the
old day under the new one, as if the change had come just then. An edition is the wordings in
force and who holds each role; what the case says of its own days is left as it is.
"""

from collections.abc import Collection, Hashable, Iterator
from datetime import date, timedelta
from typing import Any, TypeVar

from attrs import evolve, frozen

from hjemmel.backends.presuming import Presuming
from hjemmel.backends.staged.valuation import Staged, stage
from hjemmel.case.statements import Case
from hjemmel.compare.role_changes import is_open_on, tenure_on
from hjemmel.core.nodes import Literal, Node
from hjemmel.core.part import needs_of, part
from hjemmel.core.program import Conclusion, Norm, Presumption, Program
from hjemmel.core.schema import Role, Schema, Tenure
from hjemmel.core.types import Date
from hjemmel.provenance.book import Book
from hjemmel.provenance.situation import TOP, Situation
from hjemmel.source.moment import Moment

Given = TypeVar("Given", Presumption, Conclusion)


@frozen(eq=False)
class _Ready:
    """A program under a carried edition, made ready for every case in which that is the edition."""

    book: Book
    presuming: Presuming
    staged: Staged


def carried(case: Case, edition: Situation, norms: Collection[str], day: date) -> Situation:
    """The case on `day`, under the wordings that `norms` had in the situation `edition`.

    Only these norms, and those that they refer to, mean anything there.
    """
    ready = _ready(edition, norms, day)
    seen = ready.presuming.observe(case, day)
    return Situation(ready.book, ready.staged.valuation(seen.view), seen, day)


def _ready(edition: Situation, norms: Collection[str], day: date) -> _Ready:
    book = edition.book
    kept = [_kept(edition, each) if each.id in norms else each for each in book.program.norms]
    presumed = tuple(_kept_given(edition, each) for each in book.program.presumptions)
    concluded = tuple(_kept_given(edition, each) for each in book.program.conclusions)
    norms_kept = (*kept, *(each.norm for each in presumed), *(each.norm for each in concluded))
    key = edition.day, day, frozenset(norms), tuple(map(_days, norms_kept))
    if key not in book.carried:
        schema = _schema(book.program.schema, edition.day, day)
        program = evolve(book.program, norms=tuple(kept), schema=schema,
                         presumptions=presumed, conclusions=concluded)  # fmt: skip
        book.carried[key] = _made(book, program, norms)
    ready: _Ready = book.carried[key]
    return ready


def _days(of: Norm) -> Hashable:
    """The days that decide the edition, where they are held fast."""
    deciding: list[Any] = [of.deciding, *(each.deciding for each in of.editions)]
    return tuple(each.value if isinstance(each, Literal) else None for each in deciding)


def _made(book: Book, program: Program, norms: Collection[str]) -> _Ready:
    # What was told under the other edition is not what is told under this one.
    by_id = {each.id: each for each in program.norms}
    own = Book(program, by_id, book.interpretations, book.phrases, book.citations)
    wanted = part(program, norms, needs_of(program))
    return _Ready(own, Presuming(program), stage(wanted))


def _kept(edition: Situation, norm: Norm) -> Norm:
    """The norm with the edition it had, whatever the days that decide: those days stay."""
    editions = tuple(
        each if each.deciding is None else evolve(each, deciding=_held(edition, each.deciding))
        for each in norm.editions
    )
    return evolve(norm, deciding=_held(edition, norm.deciding), editions=editions)


def _held(edition: Situation, deciding: Node) -> Node:
    """A day that decides as it was, where it was known."""
    value = edition.value(deciding, TOP)
    if isinstance(value, tuple):  # of «ikke utført» the first counts; else it must be one day
        value = value[0] if value[1] in (None, value[0]) else None
    return Literal(value, Date()) if isinstance(value, date) else deciding


def _kept_given(edition: Situation, of: Given) -> Given:
    """What follows or is taken as given is so by the edition, whichever norms are carried."""
    return evolve(of, norm=_kept(edition, of.norm))


def _schema(schema: Schema, held: date, day: date) -> Schema:
    """Every role is held on `day` by the body that had it on the day `held`."""
    return evolve(schema, roles=tuple(_role(each, held, day) for each in schema.roles))


def _role(role: Role, held: date, day: date) -> Role:
    if is_open_on(role, held):  # whoever it may have been, it may still be
        return role
    tenure, first = tenure_on(role, held), min(held, day)
    if tenure is None:
        return evolve(role, tenures=tuple(_until(role, first)))
    # The change may come already then; a day that is open before it stays as open as it was.
    start = tenure.start and _at_the_latest(tenure.start, first)
    before = _until(role, start.last) if start else ()
    return evolve(role, tenures=(*before, evolve(tenure, start=start, end=None)))


def _until(role: Role, day: date) -> Iterator[Tenure]:
    """The tenures from before the day, none of them lasting until then."""
    for each in role.tenures:
        if each.start is None or each.start.last < day:
            last = day - timedelta(days=1)
            yield evolve(each, end=_at_the_latest(each.end, last) if each.end else last)


def _at_the_latest(moment: Moment, day: date) -> Moment:
    """A day, none of those it may be after the one given."""
    return Moment(min(moment.first, day), min(moment.last, day))
