"""A case from a mapping, and the day that it is judged by."""

from collections.abc import Mapping
from datetime import date, datetime

from attrs import frozen

from hjemmel.case.statements import Case
from hjemmel.engine.errors import FactsError, Unread
from hjemmel.facts import times
from hjemmel.facts.faults import Fault, Mistake, Origin, RawCase, Remark, written
from hjemmel.facts.python_values import raw_value
from hjemmel.facts.schema import decode
from hjemmel.facts.value_problems import BAD_DATE
from hjemmel.facts.vocabulary import Vocabulary

DEFAULT_NAME = "sak"
Facts = Mapping[str, object] | Case
"""A case as it would stand in JSON, with values of Python; or one that a reader has given."""


@frozen
class Told:
    """A case that is read, what of it is not, and what is worth knowing."""

    case: Case
    unread: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()


def told_of(facts: Facts, vocabulary: Vocabulary, name: str = DEFAULT_NAME) -> Told:
    """The case; FactsError where it cannot be said what the case is."""
    if isinstance(facts, Case):
        return Told(facts)
    found = decode(RawCase(raw_value(facts), Origin("", default_id=name)), vocabulary)
    unread = tuple(map(_unread, found.faults))
    if found.case is None:
        raise FactsError(unread[0].code, _summary(unread), unread)
    return Told(found.case, unread, tuple(map(_note, found.remarks)))


def day_of(day: date | str | None, case: Case) -> date:
    """The day asked for, else the case's own. There is no clock here."""
    found = case.day if day is None else _read_day(day)
    if found is None:
        help = "gi dagen med «day», eller skriv «vurderingsdato» i saken"
        unread = Unread(BAD_DATE.code, "vurderingsdato", "ingen sier hvilken dag det gjelder", help)
        raise FactsError(unread.code, f"{unread.message}: {help}", (unread,))
    return found


def _read_day(day: date | str) -> date:
    plain = day.isoformat() if isinstance(day, date) and not isinstance(day, datetime) else day
    found = times.day(plain)
    if isinstance(found, Mistake):
        unread = Unread(found.problem.code, "day", found.reason, found.help)
        raise FactsError(unread.code, f"day: {unread.message}", (unread,))
    return found


def _unread(of: Fault) -> Unread:
    mistake = of.mistake
    return Unread(mistake.problem.code, written(of.path), mistake.reason, mistake.help)


def _note(of: Remark) -> str:
    return f"{written(of.path)}: {of.text}"


def _summary(unread: tuple[Unread, ...]) -> str:
    return "; ".join(": ".join(filter(None, (each.place, each.message))) for each in unread)
