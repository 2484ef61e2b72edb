"""Which answers settle most, in words and as data: by who has them."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from hjemmel.analysis.settling.asking import Worth
from hjemmel.core.program import Program
from hjemmel.core.types import Assessed
from hjemmel.explain.unknown_facts import located, name_of, path_text
from hjemmel.render.lines import Line, Segment, wrapped
from hjemmel.render.reason_text import item
from hjemmel.words.values import listed

_SHOWN, _NAMED = 30, 4
"""So many facts are shown, and so many services by name."""
_HOW = ("«Sikkert» er verdikter som blir avgjort hva svaret enn blir, «kanskje» de som bare noen "
        "svar avgjør. Hvert svar er vurdert på nytt. Lister er ikke med.")  # fmt: skip


def page(program: Program, day: date, found: Sequence[Worth], cases: int, width: int) -> list[Line]:
    """Whom to ask for what, those first who can settle most."""
    lines: list[Line] = [(Segment("Svar som avgjør mest", "heading"),)]
    many = _counted(cases, "sak", "saker")
    told = f"{many}. Ett svar om gangen, og alt annet som det er. {_HOW}"
    lines += [*((Segment(part, "muted"),) for part in wrapped(told, width)), ()]
    if not found:
        lines.append((Segment("Ikke noe enkelt svar avgjør noe."),))
    shown = found[:_SHOWN]
    for holder, group in _by_holder(program, day, shown):
        lines.append((Segment(f"spør {holder}", "heading"),))
        for each in group:
            lines += _worth(program, each, width)
        lines.append(())
    if len(found) > len(shown):
        more = f"{len(found) - len(shown)} opplysninger til avgjør noe; --format json har alle."
        lines.append((Segment(more, "muted"),))
    return lines


def document(program: Program, day: date, found: Sequence[Worth]) -> list[dict[str, object]]:
    """The same as data, all of it."""
    return [
        {
            "opplysning": path_text(each.fact),
            "navn": name_of(program.schema, each.fact),
            "hos": holder_of(program, day, each),
            "sikkert": each.surely,
            "høyst": each.at_most,
            "alle_svar_er_prøvd": each.is_every_answer,
            "saker": [
                {"sak": one.case, "sikkert": list(one.surely), "kanskje": list(one.perhaps)}
                for one in each.cases
            ],
        }
        for each in found
    ]


def holder_of(program: Program, day: date, of: Worth) -> str:
    """Who has the answer, on the day."""
    _, declared, _ = located(program.schema, of.fact)
    if declared is None:
        return ""
    who = declared.type.owner if isinstance(declared.type, Assessed) else declared.holder
    role = program.schema.role(who)
    return (role.holder_on(day) if role else None) or who


def _by_holder(
    program: Program, day: date, found: Sequence[Worth]
) -> Iterator[tuple[str, list[Worth]]]:
    """Those who have answers, the most useful first."""
    order: dict[str, int] = {}
    for each in found:
        order.setdefault(holder_of(program, day, each), len(order))
    at = sorted(found, key=lambda each: order[holder_of(program, day, each)])
    for holder, group in groupby(at, key=lambda each: holder_of(program, day, each)):
        yield holder or "den som vet det", list(group)


def _worth(program: Program, of: Worth, width: int) -> Iterator[Line]:
    _, declared, _ = located(program.schema, of.fact)
    name = name_of(program.schema, of.fact)
    is_assessed = declared is not None and isinstance(declared.type, Assessed)
    yield from item("–", f"vurderingen «{name}»" if is_assessed else name, "value", 2, width)
    yield from item(" ", _gain(of), "value", 2, width)


def _gain(of: Worth) -> str:
    sure = _counted(of.surely, "verdikt", "verdikter")
    perhaps = of.at_most - of.surely
    where = of.sure_cases or tuple(each.case for each in of.cases)
    names = list(where[:_NAMED])
    if len(where) > _NAMED:
        names.append(f"{len(where) - _NAMED} til")
    told = f"sikkert {sure} i {_counted(len(of.sure_cases), 'sak', 'saker')}"
    told = told if of.surely else "sikkert ingen"
    told += f", kanskje {perhaps}{' til' if of.surely else ''}" if perhaps else ""
    tried = "" if of.is_every_answer else " (svarene ved reglenes grenser er prøvd)"
    return f"avgjør {told}{tried}: {listed(names)}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
