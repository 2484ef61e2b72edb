"""Whether an assessment counts on a day: it was made by then, by the body that held the role."""

from datetime import date

from hjemmel.case.statements import Assessment
from hjemmel.core.schema import Schema
from hjemmel.source.days import day_in_words


def holder_of(owner: str, schema: Schema, day: date) -> str:
    """Who can make an assessment on the day: whoever holds the role, else its owner."""
    role = schema.role(owner)
    return (role.holder_on(day) if role else None) or owner


def objection(made: Assessment, owner: str, schema: Schema, today: date) -> str | None:
    """Why an assessment that is the owner's does not count today; None where it does."""
    if made.day is not None and made.day > today:
        return f"vurdert {day_in_words(made.day)}, etter vurderingsdagen"
    day = made.day or today
    role = schema.role(owner)
    entitled = role.holder_on(day) if role else owner
    by = owner if made.by is None else schema.canonical(made.by)
    if entitled is None:
        return f"ingen var {owner} {day_in_words(day)}"
    if by not in (entitled, owner):
        return f"vurdert av {made.by}, som ikke var {owner} {day_in_words(day)}"
    return None
