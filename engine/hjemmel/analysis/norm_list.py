"""The norms of a program held against a list of them that somebody wrote."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from hjemmel.core.program import Norm, Program, Wording
from hjemmel.expectations.page import Listed
from hjemmel.source.citation import Citation
from hjemmel.source.moment import period_in_words


@frozen
class Deviation:
    """Where the list and the rules differ, and how."""

    page: str
    line: int
    norm: str
    wrong: str
    paste: tuple[str, ...] = ()
    """The lines that say what the rules say."""


def deviations(program: Program, listed: Sequence[Listed]) -> tuple[Deviation, ...]:
    """All that differs. A list that is there names every norm; without one nothing differs."""
    if not listed:
        return ()
    known = {each.id for each in program.norms}
    strange = [
        Deviation(each.page, each.line, each.norm, "regelverket har ikke denne normen")
        for each in listed if each.norm not in known
    ]  # fmt: skip
    return (*strange, *unlisted(program.norms, listed))


def unlisted(norms: Iterable[Norm], listed: Sequence[Listed]) -> Iterator[Deviation]:
    """Where norms differ from what the list says of them."""
    for norm in norms:
        lines = [each for each in listed if each.norm == norm.id]
        if not lines:
            told = "normen står ikke i listen"
            yield Deviation(listed[0].page, listed[0].line, norm.id, told, lines_of(norm))
        elif len(lines) != len(norm.wordings):
            count = f"normen har {len(norm.wordings)} ordlyder, listen {len(lines)}"
            yield Deviation(lines[0].page, lines[0].line, norm.id, count, lines_of(norm))
        else:
            yield from _differing(norm, lines)


def lines_of(norm: Norm) -> tuple[str, ...]:
    """The norm as the list has it: a line for each wording, with its days where there are more."""
    return tuple(_line(norm, each) for each in norm.wordings)


def _line(norm: Norm, wording: Wording) -> str:
    cited = ", ".join(map(str, wording.all_citations))
    told = f"{norm.id}: {norm.kind.value} · {wording.level.value} · {cited}"
    days = period_in_words(wording.start, wording.end)
    return f"{told} · {days}" if len(norm.wordings) > 1 else told


def _are_those(cited: Sequence[Citation], wanted: Sequence[str]) -> bool:
    """Whether citations are those that somebody wrote, whichever form of the source he used."""
    return len(cited) == len(wanted) and all(
        each in citation.forms for citation, each in zip(cited, wanted, strict=True)
    )


def _differing(norm: Norm, lines: Sequence[Listed]) -> Iterator[Deviation]:
    for wording, line in zip(norm.wordings, lines, strict=True):
        days = period_in_words(wording.start, wording.end)
        has = {
            "slag": (norm.kind.value, line.kind),
            "nivå": (wording.level.value, line.level),
            "perioden": (days, line.period or days),
        }
        cited = wording.all_citations
        if not _are_those(cited, line.citations):
            has["hjemmel"] = (", ".join(map(str, cited)), ", ".join(line.citations))
        for what, (found, wanted) in has.items():
            if found != wanted:
                told = f"{what} er {found}, listen sier {wanted}"
                yield Deviation(line.page, line.line, norm.id, told, (_line(norm, wording),))
