"""Whether an assessment counts on a day: it was made by then, by the body that held the role."""

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from hjemmel.case.statements import Assessment
from hjemmel.core.schema import Role, Schema, Tenure
from hjemmel.source.days import day_in_words
from hjemmel.source.moment import moment_in_words

_TOGETHER = re.compile(r", | og ")


@frozen
class Objection:
    """Why an assessment does not count; or that it depends on who of several had the role."""

    words: str
    depends: bool = False


def holder_of(owner: str, schema: Schema, day: date) -> str:
    """Who can make an assessment on the day: whoever holds the role, else its owner."""
    role = schema.role(owner)
    return (role.holder_on(day) if role else None) or owner


def objection(made: Assessment, owner: str, schema: Schema, today: date) -> Objection | None:
    """Why an assessment that is the owner's does not count today; None where it does."""
    if made.day is not None and made.day > today:
        return Objection(f"vurdert {day_in_words(made.day)}, etter vurderingsdagen")
    day, role = made.day or today, schema.role(owner)
    makers = frozenset(_makers(made, schema)) or {owner}
    if role is None:
        return None if owner in makers else _by_another(made, owner, day)
    held, when = role.on(day), day_in_words(day)
    if not held:
        return Objection(nobody(owner, day))
    enough = [owner in makers or each.could_act(makers) for each in held]
    if all(enough) and role.is_held_on(day):
        return None
    if any(enough):
        return Objection(f"{whoever(role, held, day)}; vurdert {when}", depends=True)
    return _too_few(held, makers, when) or _by_another(made, owner, day)


def nobody(owner: str, day: date) -> str:
    """«ingen er kjent som myndigheten 1. mai 2010»: the sources that were read name no one."""
    return f"ingen er kjent som {owner} {day_in_words(day)}"


def _makers(made: Assessment, schema: Schema) -> Iterator[str]:
    """Those who made it, each by its official name; a text may name several."""
    for name in made.by:
        parts = _TOGETHER.split(name)
        known = [schema.body(each) for each in parts]
        if schema.body(name) is None and len(parts) > 1 and all(known):
            yield from filter(None, known)
        else:
            yield schema.canonical(name)


def _by_another(made: Assessment, owner: str, day: date) -> Objection:
    by = " og ".join(made.by)
    return Objection(f"vurdert av {by}, som ikke var {owner} {day_in_words(day)}")


def _too_few(
    held: tuple[Tenure, ...], makers: frozenset[str] | set[str], when: str
) -> Objection | None:
    """What was made by some of those who only together could."""
    for each in held:
        made = [name for name in each.holders if name in makers]
        if made:
            lacking = [name for name in each.holders if name not in makers]
            told = f"vurdert av {' og '.join(made)} {when}, uten {' og '.join(lacking)}"
            return Objection(told)
    return None


def choices(role: Role, day: date) -> tuple[str, ...]:
    """«departementet var myndigheten fra 1. januar 2024 (valgt: en dag i 2024, …)»."""
    return tuple(
        f"{each.holder} var {role.name} {'til og med' if one.is_last else 'fra'} "
        f"{day_in_words(one.day)} (valgt: {moment_in_words(one.within)}, {one.why})"
        for each, one in role.choices_on(day)
    )


def chosen_for(made: Assessment, owner: str, schema: Schema, today: date) -> tuple[str, ...]:
    """The chosen days that decide who could make it."""
    role = schema.role(owner)
    return choices(role, made.day or today) if role else ()


def whoever(role: Role, held: tuple[Tenure, ...], day: date) -> str:
    """«myndigheten var enten A, eller B; skiftet kom en dag mellom …»."""
    who = list(dict.fromkeys(each.holder for each in held))
    if not role.is_held_on(day):
        who.append("ingen som er kjent")
    ends = (at for each in held for at in (each.end and each.end.day_after, each.start)
            if at and not at.is_known and at.first <= day <= at.last)  # fmt: skip
    changes = dict.fromkeys(moment_in_words(each) for each in ends)
    several = ", eller ".join(who)
    return f"{role.name} var enten {several}; skiftet kom {' og '.join(changes)}"
