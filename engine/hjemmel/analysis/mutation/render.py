"""What became of the mutants, for people and for programs."""

from collections.abc import Iterator, Sequence

from hjemmel.analysis.boundaries.facts import written
from hjemmel.analysis.mutation.fates import Alive, Equivalent, Fate, score
from hjemmel.analysis.mutation.mutant import Mutant, NormMutant
from hjemmel.core.program import Program
from hjemmel.render.lines import Line, Segment, wrapped

_HANGING = 4


def text(program: Program, found: Sequence[Fate], width: int) -> list[Line]:
    """The mutants that no case notices, and those that none could notice."""
    alive = [each for each in found if isinstance(each, Alive)]
    same = [each for each in found if isinstance(each, Equivalent)]
    lines: list[Line] = []
    if alive:
        lines += [(Segment("Endringer i reglene som ingen sak merker", "heading"),), ()]
        lines += [line for each in alive for line in _alive(program, each, width)]
        lines.append(())
    if same:
        lines += [(Segment("Endringer som ikke endrer noe svar", "heading"),)]
        told = "Prøvd i alle saker på hver side av hver grense, med lister på inntil tre."
        lines += [(Segment(told, "muted"),), ()]
        lines += [line for each in same for line in _told(each.mutant, width)]
        lines.append(())
    return lines


def summary(found: Sequence[Fate]) -> str:
    """«2 100 av 2 100 endringer merkes av en sak (100 %) · 40 endrer ikke noe svar»."""
    sums = score(found)
    tellable = sums.killed + sums.alive
    told = f"{sums.killed} av {tellable} endringer i reglene merkes av en sak ({sums.percent} %)"
    if not sums.equivalent:
        return told
    share = f"{100 * sums.equivalent / sums.all:.1f}".replace(".", ",")
    return f"{told} · {sums.equivalent} til ({share} %) endrer ikke noe svar"


def document(program: Program, found: Sequence[Fate]) -> dict[str, object]:
    """The same as data."""
    sums = score(found)
    return {
        "endringer": sums.all,
        "merket": sums.killed,
        "uten_virkning": sums.equivalent,
        "ikke_merket": [
            {
                **_data(each.mutant),
                "sak": each.witness and written(each.witness, program.schema),
                "ikke_undersøkt": each.limit and each.limit.value,
            }
            for each in found if isinstance(each, Alive)
        ],
        "like": [_data(each.mutant) for each in found if isinstance(each, Equivalent)],
    }  # fmt: skip


def _alive(program: Program, found: Alive, width: int) -> Iterator[Line]:
    yield from _told(found.mutant, width)
    for part in filter(None, wrapped(_why(program, found), width - _HANGING)):
        yield (Segment(" " * _HANGING), Segment(part, "muted"))


def _why(program: Program, found: Alive) -> str:
    if found.witness is not None:
        return f"en sak som ville merket det: {written(found.witness, program.schema)}"
    if found.limit is not None:
        return f"ikke undersøkt om noen sak kan merke det: {found.limit.value}"
    return ""


def _told(mutant: Mutant, width: int) -> Iterator[Line]:
    first, *rest = wrapped(f"{about(mutant)}: {mutant.told}", width - _HANGING)
    yield (Segment(f"  {mutant.change.value}  ", "norm"), Segment(first))
    yield from ((Segment(" " * _HANGING), Segment(part)) for part in rest)


def about(mutant: Mutant) -> str:
    """The norm or role, and where it stands."""
    name = mutant.norm.id if isinstance(mutant, NormMutant) else f"rollen {mutant.role.name}"
    place = f" ({mutant.span.file} linje {mutant.span.line})" if mutant.span.line else ""
    return f"{name}{place}"


def _data(mutant: Mutant) -> dict[str, object]:
    return {
        "hva": mutant.change.value,
        "om": mutant.norm.id if isinstance(mutant, NormMutant) else mutant.role.name,
        "endring": mutant.told,
        "fil": mutant.span.file,
        "linje": mutant.span.line,
    }
