"""What a verdict rests on that no source says: assumed days of its wording, and of who is bound."""

from attrs import frozen

from hjemmel.core.program import Wording
from hjemmel.explain.standing import deciding_day, is_assumed
from hjemmel.explain.verdict import Verdict


@frozen
class AssumedHolder:
    """Who held a role on the day that decides, by days that no source gives."""

    role: str
    holder: str


@frozen
class Assumed:
    """The wordings that may be in force of which a day is assumed, and the holders that are."""

    wordings: tuple[Wording, ...]
    holders: tuple[AssumedHolder, ...]


def assumed_of(found: Verdict) -> Assumed:
    """What is assumed of the wordings that may be in force, and of those whom they name."""
    wordings = tuple(each for each in found.wordings if is_assumed(each))
    return Assumed(wordings, tuple(dict.fromkeys(_holders(found))))


def _holders(found: Verdict) -> list[AssumedHolder]:
    case, schema = found.case, found.case.book.program.schema
    day = deciding_day(case, found.norm) or case.day
    named = (who for each in found.wordings for who in (*each.duty_on, *each.right_of))
    roles = filter(None, map(schema.role, named))
    return [
        AssumedHolder(role.name, each.holder)
        for role in roles
        for each in role.on(day)
        if each.assumed_start or each.assumed_end or each.assumed
    ]
