"""`ntr vurder`: verdicts on one case or many."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import define

from hjemmel import __version__
from hjemmel.cli import screen, two_days
from hjemmel.cli.cases import Intake, Judged, chosen_norms, judge
from hjemmel.cli.ending import FINDINGS, WRONG_USE, stop
from hjemmel.cli.loading import program_on
from hjemmel.cli.options import BOOKS, DAYS, FILE, OPTIONS, TO
from hjemmel.cli.output import require_place, write_file
from hjemmel.cli.rulebooks import shelf
from hjemmel.cli.telling import tell
from hjemmel.core.case import Case
from hjemmel.core.program import Program
from hjemmel.explain.effect import is_finding
from hjemmel.explain.verdict import Verdict
from hjemmel.facts.reading import place_of
from hjemmel.files.reading import as_on_disk

if TYPE_CHECKING:
    from hjemmel.explain.portfolio import CaseVerdicts

_FORMATS = ("tekst", "json", "jsonl", "csv", "xlsx", "html")


@click.command("vurder", options_metavar=OPTIONS)
@click.argument("filer", metavar="FIL…", nargs=-1, required=True, type=FILE)
@BOOKS
@DAYS
@click.option("--norm", "norms", metavar="ID", multiple=True, help="bare denne normen")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="tekst",
    help="hva resultatet skrives som",
    show_default=True,
)
@TO
@click.option("--feil-ved", "grave", metavar="ORD", multiple=True,
              type=click.Choice(("nektet", "varsles", "uavklart")),
              help="regn også dette som funn (nektet, varsles, uavklart)")  # fmt: skip
def command(  # noqa: PLR0917 - click names them all
    filer: tuple[Path, ...],
    books: tuple[str, ...],
    days: tuple[date, ...],
    norms: tuple[str, ...],
    form: str,
    to: Path | None,
    grave: tuple[str, ...],
) -> None:
    """Vurder saker mot regelverket.

    FIL er JSON, JSONL, YAML, CSV eller Excel. Én sak gir en side, flere gir en oversikt.

    Med to --per sammenlignes dagene. Da gjelder sluttkoden den seneste av dem.
    """
    two_days.check(days, form)
    if form == "xlsx" and to is None:
        stop("Excel kan ikke skrives til skjermen", "si hvor med --ut verdikter.xlsx")
    on = shelf(books)
    require_place(to, (*map(as_on_disk, filer), *on.files.values()))
    program = program_on(on)
    wanted = chosen_norms(program, norms)
    intake = Intake([place_of(each) for each in filer], program)
    cases = _begun(iter(intake))
    heard = Heard(grave)
    if len(days) > 1:
        how = two_days.Form(form, to, norms)
        two_days.show(cases, program, days, wanted, how, heard.hear)
    else:
        judged = (judge(case, program, next(iter(days), None), wanted) for case in cases)
        _SHOW[form](program, _heard(judged, heard), to)
    if not intake.is_whole:
        sys.exit(WRONG_USE)
    if heard.is_grave:
        sys.exit(FINDINGS)


@define
class Heard:
    """Whether any of the verdicts so far is a finding, or one of the words asked for."""

    grave: tuple[str, ...]
    is_grave: bool = False

    def hear(self, verdicts: Iterable[Verdict]) -> None:
        """Some verdicts more."""
        self.is_grave = self.is_grave or any(
            is_finding(each.effect) or each.word in self.grave for each in verdicts
        )


def _heard(judged: Iterator[Judged], heard: Heard) -> Iterator[Judged]:
    for each in judged:
        heard.hear(each.verdicts)
        yield each


def _begun(cases: Iterator[Case]) -> Iterator[Case]:
    """The cases; where there are none, nothing is written."""
    first = next(cases, None)
    if first is None:
        sys.exit(WRONG_USE)
    return chain((first,), cases)


def _text(program: Program, judged: Iterator[Judged], to: Path | None) -> None:
    first, second = next(judged), next(judged, None)
    if second is not None:
        _table(program, chain((first, second), judged), to)
        return
    from hjemmel.explain.render_text import case_page, headings

    title = headings(program, first.observation, first.case.title or first.case.id)
    screen.show(case_page(title, first.day, first.verdicts, screen.width(to)), to)


def _table(program: Program, judged: Iterable[Judged], to: Path | None) -> None:
    from hjemmel.explain.portfolio import Tally
    from hjemmel.explain.render_table import MOST_LINES, page

    tally = Tally(MOST_LINES)
    days: dict[date, None] = {}
    for each in judged:
        days[each.day] = None
        tally.add(_verdicts(each))
    if len(days) > 1:
        tell("merk: sakene er vurdert hver sin dag; bruk --per for å vurdere alle per én")
    screen.show(page(program.name, next(iter(days)), tally.whole(), screen.width(to)), to)


def _verdicts(judged: Judged) -> "CaseVerdicts":
    from hjemmel.explain.portfolio import CaseVerdicts

    return CaseVerdicts(judged.case.id, judged.case.title, judged.verdicts)


def _documents(program: Program, judged: Iterator[Judged]) -> Iterator[dict[str, object]]:
    from hjemmel.explain.render_json import document

    for each in judged:
        yield document(each.case.id, each.case.title, program, each.day, __version__, each.verdicts)


def _json(program: Program, judged: Iterator[Judged], to: Path | None) -> None:
    from hjemmel.cli.documents import write_json

    write_json(_documents(program, judged), to)


def _jsonl(program: Program, judged: Iterator[Judged], to: Path | None) -> None:
    from hjemmel.cli.documents import write_jsonl

    write_jsonl(_documents(program, judged), to)


def _tables(judged: Iterator[Judged]) -> Iterator[Sequence[tuple[str, ...]]]:
    """The head, and what each case comes to."""
    from hjemmel.explain.rows import HEADER, rows

    yield (HEADER,)
    for each in judged:
        yield rows(_verdicts(each), each.day)


def _csv(_: Program, judged: Iterator[Judged], to: Path | None) -> None:
    from hjemmel.cli.documents import write_csv

    write_csv(_tables(judged), to)


def _xlsx(_: Program, judged: Iterator[Judged], to: Path | None) -> None:
    assert to is not None
    found = [row for table in _tables(judged) for row in table]
    try:
        content = _workbook(found)
    except ImportError:
        stop("Excel kan ikke skrives uten tillegget for Excel",
             'skriv pip install "hjemmel[excel]", eller bruk --format csv')  # fmt: skip
    write_file(content, to)


def _workbook(found: Sequence[tuple[str, ...]]) -> bytes:
    from hjemmel.cli.workbook import LONGEST_CELL, too_long, verdict_workbook

    if (odd := too_long(found)) is not None:
        row, name = odd
        stop(f"saken «{row[0]}»: «{name}» har mer enn {LONGEST_CELL} tegn, som er det en celle i "
             "Excel har plass til", "bruk --format csv, der alt får plass")  # fmt: skip
    return verdict_workbook(found)


def _html(program: Program, judged: Iterator[Judged], to: Path | None) -> None:
    from hjemmel.explain.render_html import page

    first = next(judged)
    cases = map(_verdicts, chain((first,), judged))
    screen.pour(page(program, first.day, __version__, cases), to)


_SHOW = {"tekst": _text, "json": _json, "jsonl": _jsonl, "csv": _csv, "xlsx": _xlsx,
         "html": _html}  # fmt: skip
