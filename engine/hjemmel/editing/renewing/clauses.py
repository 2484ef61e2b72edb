"""A clause, or a day, in the newer form where it has one that asks the same."""

from attrs import evolve, frozen

from hjemmel.check.tables import Tables
from hjemmel.editing.renewing.counts import counted, covered, many, series
from hjemmel.editing.renewing.days import clamped, day_with_named_years, with_named_years
from hjemmel.editing.renewing.groups import exists, for_each
from hjemmel.editing.renewing.kinds import is_kind, what_it_is
from hjemmel.editing.renewing.left import Left, Offer
from hjemmel.editing.renewing.place import Place
from hjemmel.syntax import tree
from hjemmel.syntax.show_expressions import clause as in_words
from hjemmel.syntax.show_expressions import expression

_OTHER = "den nye setningen ville ikke sagt det samme her"


@frozen
class NewClause:
    """A clause as it is to be written, and what of it stays as it was."""

    clause: tree.Clause
    left: tuple[Left, ...] = ()


def renewed(place: Place, clause: tree.Clause) -> NewClause:
    """The clause in the newer form; itself where it has none."""
    if isinstance(clause, tree.Either):
        parts = [renewed(place, each) for each in clause.clauses]
        whole = evolve(clause, clauses=tuple(each.clause for each in parts))
        return NewClause(whole, tuple(each for part in parts for each in part.left))
    now = _first_that_agrees(place, clause, (in_words(with_named_years(clause)),)) or clause
    tables = place.checked(now)
    offer = _offered(place, now, tables) if tables else None
    if offer is None:
        return NewClause(now)
    found = _first_that_agrees(place, now, offer.texts)
    if found is not None:
        return NewClause(found)
    why = offer.why or _OTHER
    return NewClause(now, (Left(clause.span.line, in_words(now), why),))


def _first_that_agrees(
    place: Place, clause: tree.Clause, texts: tuple[str, ...]
) -> tree.Clause | None:
    """The first text that is read as a clause, other than it is, that asks the same."""
    for text in texts:
        found = place.clause(text)
        if found is not None and found != clause and place.agree(clause, found):
            return found
    return None


def _offered(place: Place, clause: tree.Clause, tables: Tables) -> Offer | None:
    """The newer forms of a clause; None where it is written in no older form."""
    match clause:
        case tree.Is() if is_kind(clause, tables):
            return what_it_is(place, clause, tables)
        case tree.Exists():
            return exists(place, clause, tables)
        case tree.ForEach():
            return for_each(place, clause, tables)
        case tree.CoversEach():
            return covered(place, clause, tables)
        case tree.CoversSpan():
            return series(place, clause, tables)
        case tree.Is() | tree.Bound() if found := many(clause):
            return counted(place, *found, tables)
        case _:  # it has one form
            return None


def renewed_day(place: Place, day: tree.Expression) -> tree.Expression:
    """A day as it is to be written after «senest» or «regnes etter»."""
    for each in (day_with_named_years(clamped(day)), day_with_named_years(day)):
        found = place.day(expression(each))
        if found is not None and found != day and place.are_one(day, found):
            return found
    return day
