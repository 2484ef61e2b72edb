"""Values named one by one, all but one of them: the last may have been forgotten.

Naming most of a list of at least four is seldom meant as anything but naming them all. Where it is
meant, the value left out is mostly the one that takes the rest («annen …»), or the author can say
just as well which one it is not. A list that its source leaves open is never taken to be all.
"""

import re
from collections.abc import Sequence

from hjemmel.check import problems_logic
from hjemmel.check.checking import Checking
from hjemmel.check.forms import ClosedList, Form, Forms, named_in, without_values
from hjemmel.core.types import Enumerated
from hjemmel.source.span import Span
from hjemmel.syntax.tree import Clause

_FEWEST = 4
_THE_REST = re.compile(r"(annen|annet|andre|øvrig\w*|ingen|intet|ukjent\w*)\b", re.IGNORECASE)


def check_named(ctx: Checking, kind: ClosedList, named: set[object], span: Span) -> None:
    """«er A, B eller C» of four: warn of the one that is left out."""
    missing = _missing(ctx, kind, named)
    if missing is not None:
        ctx.report(problems_logic.one_left_out(missing, kind.name, len(named), span))


def check_parallel(ctx: Checking, alternatives: Sequence[tuple[Clause, ...]], span: Span) -> None:
    """Conjunctions that differ only in one value, and together name all values but one."""
    if len(alternatives) < _FEWEST - 1:
        return
    forms = Forms(ctx.tables, ctx.schema, ctx.questions)
    groups: dict[Form, tuple[ClosedList, set[object]]] = {}
    for form in map(forms.of, alternatives):
        named = set(named_in(form))
        if len(named) == 1:
            ((kind, value),) = named
            groups.setdefault(without_values(form), (kind, set()))[1].add(value)
    for kind, values in groups.values():
        missing = _missing(ctx, kind, values)
        if missing is not None:
            ctx.report(problems_logic.one_left_out(missing, kind.name, len(values), span))


def _missing(ctx: Checking, kind: ClosedList, named: set[object]) -> str | None:
    """The one value that is not named, where that is worth a word."""
    if isinstance(kind, Enumerated):
        term = ctx.schema.enumeration(kind.name)
        known = () if term.open_because else term.values
    else:
        known = tuple(entry.name for entry in ctx.schema.register(kind.name).entries)
    left = [value for value in known if value not in named]
    if len(known) < _FEWEST or len(left) != 1 or _THE_REST.match(left[0]):
        return None
    return left[0]
