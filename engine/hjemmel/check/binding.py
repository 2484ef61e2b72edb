"""Whom a norm binds or gives a right, and what it is asked with: said once, where it is so."""

from collections.abc import Iterator, Sequence

from hjemmel.check import problems_structure
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.syntax import lines as written

_BINDS_NOBODY = ("definisjon", *written.JUDGING_NOTHING)
_ASKED_FOR = "adgang"


def asking_problems(lines: Sequence[written.NormLine], kind: str) -> Iterator[Diagnostic]:
    """What it is asked with, of a norm that gives no access."""
    for line in lines:
        if isinstance(line, written.AskedWith) and kind != _ASKED_FOR:
            because = "bare en adgang kan noen bli nektet"
            help = "skriv linjen i adgangen det søkes om"
            yield problems_structure.idle_line("søkes med", because, help, line.span)


def binding_problems(lines: Sequence[written.NormLine], kind: str) -> Iterator[Diagnostic]:
    """The same side twice: for the whole norm and a wording of it, or twice in one of them."""
    common: dict[str, written.Binds] = {}
    here = common
    for line in lines:
        if isinstance(line, written.Edition):
            here = dict(common)
        elif isinstance(line, written.Binds):
            if kind in _BINDS_NOBODY:
                because = f"en {kind} binder ingen"
                help = "skriv linjen i normen som krever noe, eller gir en rett"
                yield problems_structure.idle_line(line.lead, because, help, line.span)
            elif line.side in here:
                first = here[line.side].span
                yield problems_structure.line_twice(line.lead, line.span, first)
            here.setdefault(line.side, line)
