"""A comparison as an Excel workbook: what differs, whose verdicts turn, and both lists of them."""

from collections.abc import Iterator, Mapping, Sequence

from hjemmel.analysis.comparison.comparison import Comparison, NormDifference
from hjemmel.analysis.comparison.services import Services
from hjemmel.analysis.differences.answers import Unchanged
from hjemmel.analysis.render_comparison.affected import by_cause
from hjemmel.analysis.render_comparison.blocks import Points, Say
from hjemmel.analysis.render_comparison.gist import gist
from hjemmel.analysis.render_comparison.words import (
    basis_words,
    cause_words,
    difference_words,
    through,
)
from hjemmel.case.statements import Case
from hjemmel.cli.workbook import Paged, Workbook
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judge
from hjemmel.render.portfolio import CaseVerdicts
from hjemmel.render.rows import HEADER, rows
from hjemmel.words.outcomes import called

_NORMS = {"norm": 30, "før het": 30, "tittel": 40, "sted": 20, "hva": 24, "grunnlag": 40,
          "bygger på": 50, "annet": 70, "sak": 60, "før": 18, "nå": 18}  # fmt: skip
_FLIPS = {"sak": 14, "tittel": 44, "norm": 30, "hva": 26, "før": 22, "nå": 22, "på grunn av": 40,
          "ikke lenger": 50, "nytt": 50}  # fmt: skip
_VERDICTS = {"tittel": 40, "normtittel": 30, "hjemmel": 30}
_WRAPPED = ("grunnlag", "bygger på", "annet", "sak", "på grunn av", "ikke lenger", "nytt")


def workbook(found: Comparison) -> bytes:
    """The whole file."""
    book = Workbook()
    _page(book, "kort sagt", {"kort sagt": 120}, _short(found), ("kort sagt",))
    _page(book, "normer", _NORMS, (_norm(each, found) for each in found.norms), _WRAPPED)
    if found.services:
        _page(book, "tjenester", _FLIPS, _flips(found, found.services), _WRAPPED)
        widths = {name: _VERDICTS.get(name, 14) for name in HEADER}
        sides = zip(("verdikter før", "verdikter nå"), (found.old, found.new),
                    found.services.readings, strict=True)  # fmt: skip
        for name, version, reading in sides:
            told = _verdicts(version.program, found.services, reading.cases)
            _page(book, name, widths, told, ())
    return book.content()


def _page(
    book: Workbook, name: str, widths: Mapping[str, int], told: Iterator[Sequence[str]],
    wrapped: Sequence[str],
) -> None:  # fmt: skip
    sheet = book.book.add_worksheet(name)
    paged = Paged(book.book, book.shape, sheet, [[*widths]], [*widths.values()])
    looks = {place: book.shape.wrapped for place, each in enumerate(widths) if each in wrapped}
    for each in told:
        paged.write(each, looks)
    paged.end()


def _short(found: Comparison) -> Iterator[tuple[str]]:
    yield (f"Før: {found.old.label}",)
    yield (f"Nå: {found.new.label}",)
    for block in gist(found).blocks:
        match block:
            case Say(told):
                yield (told,)
            case Points(texts):
                yield from ((each,) for each in texts)
            case _:  # the gist has nothing else
                continue


def _norm(of: NormDifference, found: Comparison) -> tuple[str, ...]:
    seen = of.witness
    return (
        of.id,
        of.old.id if of.old and of.old.id != of.id else "",
        called(of.norm),
        of.norm.place,
        of.sort.value,
        basis_words(of.answer) if isinstance(of.answer, Unchanged) else "",
        through(of, found),
        "; ".join(map(difference_words, of.aspects)),
        seen.case if seen else "",
        seen.before.word if seen else "",
        seen.after.word if seen else "",
    )


def _flips(found: Comparison, of: Services) -> Iterator[tuple[str, ...]]:
    for cause, flips in by_cause(found, of.flips).items():
        for each in flips:
            yield (each.service, each.title, each.norm, each.turn.value, *each.words,
                   cause_words(cause, found), "; ".join(each.lost), "; ".join(each.new)
                   )  # fmt: skip


def _verdicts(program: Program, of: Services, cases: Sequence[Case]) -> Iterator[tuple[str, ...]]:
    judge = Judge.of(program)
    for case in cases:
        assert of.day is not None
        day = of.day(case)
        yield from rows(CaseVerdicts(case.id, case.title, judge.judged(case, day).verdicts), day)
