"""«a er rollen», where it is by a chosen day that somebody held the role."""

from datetime import date

from hjemmel.case.assessment import choices
from hjemmel.core.nodes import Apply
from hjemmel.core.operators import Sense, sense
from hjemmel.explain.finding import Finding, HolderChosen
from hjemmel.explain.site import Tell, Telling
from hjemmel.provenance.situation import Here


def with_holder(node: Apply, tell: Tell) -> Tell:
    """The finding of «a er rollen», with the chosen day that decides who held it."""
    if sense(node) is not Sense.HOLDS_ROLE:
        return tell
    _, day, named = node.arguments

    def told_with(told: Telling, here: Here, given: bool) -> Finding:
        found = tell(told, here, given)
        role = told.case.book.program.schema.role(str(told.case.value(named, here)))
        value = told.case.value(day, here)
        first, last = value if isinstance(value, tuple) else (value, value)
        if role is None or not isinstance(first, date) or first != last:
            return found
        notes = tuple(map(HolderChosen, choices(role, first)))
        return found._replace(notes=(*found.notes, *notes)) if notes else found

    return told_with
