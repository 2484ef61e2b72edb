"""What no case shows, and whether any could, for people and for programs."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import assert_never

from hjemmel.analysis.boundaries.facts import written
from hjemmel.analysis.render_coverage import asked, lead, outcome_word, place
from hjemmel.analysis.uncovered import Gap, Why
from hjemmel.provenance.book import Book
from hjemmel.render.lines import Line, Segment, wrapped
from hjemmel.words.phrases import words

_HANGING = 4
_WAYS = {True: "når det holder", False: "når det ikke holder"}


def text(book: Book, found: Sequence[Gap], width: int) -> list[Line]:
    """First what a case could show, then what none can, each with the reason."""
    possible = [each for each in found if each.witness is not None]
    unsearched = [each for each in found if each.limit is not None]
    impossible = [each for each in found if each.why is not None]
    lines: list[Line] = []
    if possible:
        lines += [(Segment("Dette kan en sak vise, men ingen gjør det", "heading"),), ()]
        lines += [line for each in possible for line in _gap(book, each, width)]
        lines.append(())
    if unsearched:
        lines += [(Segment("Ikke undersøkt: om noen sak kan vise dette", "heading"),), ()]
        lines += [line for each in unsearched for line in _gap(book, each, width)]
        lines.append(())
    if impossible:
        lines += [(Segment("Dette kan ingen sak vise", "heading"),)]
        told = "Prøvd i alle saker på hver side av hver grense, med lister på inntil tre."
        lines += [(Segment(told, "muted"),), ()]
        lines += _impossible(book, impossible, width)
        lines.append(())
    return lines


def _impossible(book: Book, found: Sequence[Gap], width: int) -> Iterator[Line]:
    """Norm by norm, each reason once, with all that it is the reason for."""
    for (norm, reason), group in groupby(
        found, key=lambda each: (each.norm.id, _reason(book, each))
    ):
        first, *rest = wrapped(reason, width - _HANGING)
        yield (Segment(f"  {norm}  ", "norm"), Segment(first))
        yield from ((Segment(" " * _HANGING), Segment(part)) for part in rest)
        for told in _together(book, tuple(group)):
            first, *rest = wrapped(told, width - _HANGING - 2)
            yield (Segment("    – "), Segment(first, "muted"))
            yield from ((Segment(" " * (_HANGING + 2)), Segment(part, "muted")) for part in rest)


def _together(book: Book, found: Sequence[Gap]) -> Iterator[str]:
    """What is impossible, a condition that decides alone neither way only once."""
    for _, group in groupby(found, key=_asked_of):
        first, *rest = group
        yield _never_alone(book, first) if rest else about(book, first)


def summary(found: Sequence[Gap], shown: int) -> str:
    """«789 av 789 mulige utfall og vilkår er vist (100 %) · 55 er umulige»."""
    possible = sum(each.why is None for each in found)
    percent = 100 * shown // (shown + possible) if shown + possible else 100
    told = f"{shown} av {shown + possible} mulige utfall og vilkår er vist ({percent} %)"
    unsearched = sum(each.limit is not None for each in found)
    impossible = len(found) - possible
    told += f" · {unsearched} er ikke undersøkt" if unsearched else ""
    return f"{told} · {impossible} er umulige" if impossible else told


def document(book: Book, found: Sequence[Gap]) -> list[dict[str, object]]:
    """The same as data."""
    return [
        {
            "norm": each.norm.id,
            "hva": about(book, each),
            "umulig": each.why and each.why.value,
            "grunn": _reason(book, each),
            "ikke_undersøkt": each.limit and each.limit.value,
            "sak": each.witness and written(each.witness, book.program.schema),
        }
        for each in found
    ]


def _asked_of(gap: Gap) -> object:
    """What a gap is of, whichever way."""
    return gap.outcome or (gap.condition and gap.condition.node.origin.id)


def _gap(book: Book, gap: Gap, width: int) -> Iterator[Line]:
    first, *rest = wrapped(about(book, gap), width - _HANGING)
    yield (Segment(f"  {gap.norm.id}  ", "norm"), Segment(first))
    yield from ((Segment(" " * _HANGING), Segment(part)) for part in rest)
    for part in wrapped(_reason(book, gap), width - _HANGING):
        yield (Segment(" " * _HANGING), Segment(part, "muted"))


def about(book: Book, gap: Gap) -> str:
    """What is not shown: an outcome, or that a condition decides."""
    if gap.outcome is not None:
        return f"utfallet «{outcome_word(gap.norm, gap.outcome)}»"
    return f"{_condition(book, gap)} avgjør alene {_WAYS[gap.way]}"


def _never_alone(book: Book, gap: Gap) -> str:
    return f"{_condition(book, gap)} avgjør alene, verken når det holder eller når det ikke holder"


def _condition(book: Book, gap: Gap) -> str:
    assert gap.condition is not None
    told = f"{lead(gap.norm, gap.condition)} «{asked(book, gap.condition.node)}»"
    return f"{told}{place(gap.condition.node)}"


def _reason(book: Book, gap: Gap) -> str:
    match gap.why:
        case Why.QUESTION:
            return ("hører til et åpent spørsmål: er det alene om å være annerledes, er svaret "
                    "uavklart, ikke snudd")  # fmt: skip
        case Why.JOINED:
            return "slik vilkårene er satt sammen, er det aldri det eneste som avgjør"
        case Why.COUPLED:
            return _couplings(book, gap)
        case None if gap.witness is not None:
            return f"en sak som ville vist det: {written(gap.witness, book.program.schema)}"
        case None if gap.limit is not None:
            return f"{gap.limit.value}; skriv en sak som viser det"
        case None:  # nothing was asked of it
            return ""
        case _:
            assert_never(gap.why)


def _couplings(book: Book, gap: Gap) -> str:
    if not gap.couplings and gap.following:
        told = ", ".join(each.norm.title for each in gap.following)
        return f"følger av slutningen {told}"
    if not gap.couplings:
        return "det følger av når normen er i kraft og gjelder"
    first = gap.couplings[0]
    fact, other = words(book, first.shared, {}), asked(book, first.other)
    return f"«{other}» spør også om {fact}, og de to kan ikke være hver sin vei her"
