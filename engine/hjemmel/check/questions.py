"""Whether each open question is asked wherever its clause stands."""

from collections.abc import Iterator

import attrs
from attrs import frozen

from hjemmel.check import problems_readings, problems_references, problems_wordings
from hjemmel.check.norm_structure import Anatomy, Asked, Part
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.suggest import alike
from hjemmel.syntax.lines import Item, Latest, OnClause
from hjemmel.syntax.show_expressions import expression
from hjemmel.syntax.show_values import from_to
from hjemmel.syntax.tree import Clause, Condition


@frozen
class _Place:
    """A wording, or the whole of a norm without any: the questions asked there, and its clauses."""

    part: Part
    asked: tuple[Asked, ...]
    clauses: tuple[object, ...]

    @property
    def shown(self) -> str:
        edition = self.part.edition
        return from_to(edition.start, edition.end) if edition else ""

    def asks(self, clause: Clause | Latest) -> bool:
        return any(each.clause and each.clause.clause == clause for each in self.asked)


def question_problems(anatomy: Anatomy, item: Item | None) -> Iterator[Diagnostic]:
    """Questions about a clause that is not there, or is there twice, or is there unasked."""
    common = anatomy.common
    if not any(part.questions for part in (common, *anatomy.editions)):
        return
    places = [_place(anatomy, part, item) for part in anatomy.editions or (common,)]
    for asked in _of_the_norm(anatomy):
        yield from _of_all(asked, places)
    for place in places if len(places) > 1 else ():
        for asked in place.part.questions:
            yield from _of_one(asked, place, [each for each in places if each is not place])


def clauses_in(of: object) -> Iterator[object]:
    """Every clause in a condition, also those within others."""
    if isinstance(of, tuple):
        for each in of:
            yield from clauses_in(each)
    elif attrs.has(kind := type(of)):
        if isinstance(of, Clause):
            yield of
        for each in attrs.fields(kind):
            yield from clauses_in(getattr(of, each.name))


def common_conditions(common: Part) -> tuple[Condition, ...]:
    """What the norm says of when it applies, whatever the wording."""
    scope = (common.scope.condition,) if common.scope else ()
    return (*scope, *(each.condition for each in common.exceptions))


def _of_the_norm(anatomy: Anatomy) -> list[Asked]:
    """The questions of the whole norm; with one wording it is all the same."""
    only = anatomy.editions if len(anatomy.editions) == 1 else ()
    return [*anatomy.common.questions, *(each for part in only for each in part.questions)]


def _place(anatomy: Anatomy, part: Part, item: Item | None) -> _Place:
    common = anatomy.common
    scope = part.scope or common.scope
    asking = part if part.says_something else common
    conditions = [each.condition for each in (scope, item or asking.requirement) if each]
    own = [] if part is common else part.exceptions
    conditions += [each.condition for each in (*common.exceptions, *own)]
    asked = common.questions if part is common else [*common.questions, *part.questions]
    days = [asking.latest] if asking.latest and item is None else []
    return _Place(part, tuple(asked), (*clauses_in(tuple(conditions)), *days))


def _of_all(asked: Asked, places: list[_Place]) -> Iterator[Diagnostic]:
    """A question of the whole norm: its clause stands once in every wording."""
    if asked.clause is None:
        return
    clause, span = asked.clause.clause, asked.clause.span
    without = [each for each in places if clause not in each.clauses]
    if len(without) == len(places):
        yield _not_found(asked.clause, places)
    elif without:
        shown = " og ".join(each.shown for each in without)
        missing = tuple(each.part.edition.span for each in without if each.part.edition)
        yield problems_wordings.lost_question(shown, span, missing)
    elif any(each.clauses.count(clause) > 1 for each in places):
        yield problems_references.clause_ambiguous(span)


def _not_found(asked: OnClause, places: list[_Place]) -> Diagnostic:
    """What is asked about stands nowhere; of a last day, the one most like it is shown."""
    if not isinstance(asked.clause, Latest):
        return problems_references.clause_not_found(asked.span)
    day = f"senest {expression(asked.clause.value)}"
    others = [each for place in places for each in place.clauses if isinstance(each, Latest)]
    if not others:
        return problems_readings.no_such_day(asked.span)
    shown = {f"senest {expression(each.value)}": each.span for each in others}
    near = max(shown, key=lambda each: alike(day, each))
    return problems_readings.another_day(day, near, asked.span, shown[near])


def _of_one(asked: Asked, place: _Place, others: list[_Place]) -> Iterator[Diagnostic]:
    """A question of one wording: its clause stands there once, and in no other unasked."""
    if asked.clause is None:
        return
    clause, span = asked.clause.clause, asked.clause.span
    others = [each for each in others if clause in each.clauses]
    if clause not in place.clauses:
        if others:
            yield problems_wordings.question_elsewhere(place.shown, others[0].shown, span)
        else:
            yield _not_found(asked.clause, [place])
    elif place.clauses.count(clause) > 1:
        yield problems_references.clause_ambiguous(span)
    else:
        for each in others:
            if not each.asks(clause):
                yield problems_wordings.unasked(place.shown, each.shown, span)
