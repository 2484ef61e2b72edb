"""Wrong versions of what is seen of a case."""

from typing import Any

from attrs import evolve

from hjemmel.backends import concluding, presuming
from hjemmel.case import assessment, contested, observation, registered
from hjemmel.case.observation import _Seen
from hjemmel.case.statements import Grade, Unreadable
from hjemmel.core import semantics
from hjemmel.core.schema import CASE, Joint
from hjemmel.source.moment import Moment

LEFT_POSSIBLE, COMMON = contested.left_possible, contested.common_entries
SEEN_FACT, SEEN_ENTRIES, OBSERVE = _Seen.fact, _Seen._entries, observation.observe
SEEN_CONTENT = _Seen.content


def first_of_the_month(seen: Any, content: Any, *more: Any) -> Any:
    """A day of which only the month or the year is told is the first of it."""
    return SEEN_CONTENT(seen, content.first if isinstance(content, Moment) else content, *more)


def whole_but_for_the_strange(seen: Any, entries: Any, *more: Any) -> Any:
    """Known in part only where somebody said so."""
    found = SEEN_ENTRIES(seen, entries, *more)
    return list(found) if entries.complete else found


def readable_sources_only(seen: Any, statements: Any, *more: Any) -> Any:
    """The others decide."""
    kept = tuple(each for each in statements if not isinstance(each.content, Unreadable))
    return SEEN_FACT(seen, kept, *more)


def first_source_is_right(contents: Any, *_: Any) -> Any:
    """Of sources that differ, the first decides."""
    return LEFT_POSSIBLE(contents[:1], *_)


def whole_though_contested(contents: Any) -> Any:
    """What lists that differ share is all there is."""
    found = COMMON(contents)
    return found and evolve(found, complete=True)


def untold_is_absent(case: Any, schema: Any, day: Any) -> Any:
    """As if every record were optional."""
    seen = OBSERVE(case, schema, day)
    view = {key: each if key == CASE or key in case.records else None
            for key, each in seen.view.items()}  # fmt: skip
    return evolve(seen, view=view)


GIVEN = presuming.Presuming.given


def added_to_what_is_told(own: Any, view: Any, _told: Any) -> Any:
    """Takes as given also what somebody has told of."""
    return GIVEN(own, view, lambda _: False)


def whoever_comes_first(several: Any, norms: Any) -> Any:
    """Does not look at whether another may say otherwise."""
    return next((each for each in several if presuming._works(each, norms)), None)


def given_unless_it_fails(of: Any, norms: Any) -> bool:
    """Works where nobody knows whether it does."""
    return presuming._may_work(of, norms)


IS_NEWS, WEIGHT = concluding._is_news, concluding._weight


def only_where_nobody_told(of: Any, told: Any) -> bool:
    """Lets what is told go before what follows."""
    return not told and IS_NEWS(of, told)


def follows_unless_it_fails(of: Any, norms: Any) -> bool:
    """Follows where nobody knows whether it does."""
    found = norms[of.norm.id]
    return not (found.subject[1] or found.in_force[1] or found.applies[1])


def always_official(_: Any) -> Any:
    """What follows weighs more than what a party told."""
    return Grade.OFFICIAL


WITH = registered._with


def register_only_where_nobody_told(told: Any, *more: Any) -> Any:
    """Lets what is told go before the register."""
    return told or WITH(told, *more)


def at_any_time(*_: Any) -> bool:
    """As if what a register knows were always so."""
    return True


OBJECTION, IS_ALONE = assessment.objection, semantics._is_alone


def whoever_it_may_have_been(made: Any, owner: Any, schema: Any, day: Any) -> Any:
    """Counts where one of those who may have held the role could have made it."""
    found = OBJECTION(made, owner, schema, day)
    return None if found and found.depends else found


def one_of_them_is_enough(tenure: Any, bodies: Any) -> bool:
    """As if nobody held a role only together with another."""
    return any(each in bodies for each in tenure.holders)


def somebody_always_has_it(_: Any, __: Any) -> bool:
    """As if no role was ever without a holder."""
    return True


def each_of_several(alg: Any, value: Any, tenure: Any, kind: Any, schema: Any) -> Any:
    """As if those who hold a role together held it each alone."""
    return IS_ALONE(alg, value, evolve(tenure, joint=Joint.EITHER), kind, schema)
