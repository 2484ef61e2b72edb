"""`ntr vurder`: verdicts on one case or many."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from hjemmel import __version__
from hjemmel.cli import screen, two_days
from hjemmel.cli.cases import Judged, chosen_norms, judge, read
from hjemmel.cli.ending import FINDINGS, WRONG_USE, stop
from hjemmel.cli.loading import program_on
from hjemmel.cli.options import BOOKS, DAYS, FILE, OPTIONS, TO
from hjemmel.cli.output import require_place, write_file
from hjemmel.cli.rulebooks import shelf
from hjemmel.cli.telling import tell
from hjemmel.core.program import Program
from hjemmel.explain.effect import is_finding
from hjemmel.explain.verdict import Verdict
from hjemmel.files.reading import as_on_disk

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
    found = read(filer, program)
    if not found.cases:
        sys.exit(WRONG_USE)
    if len(days) > 1:
        verdicts = two_days.show(found.cases, program, days, wanted, two_days.Form(form, norms), to)
    else:
        judged = [judge(case, program, next(iter(days), None), wanted) for case in found.cases]
        _SHOW[form](program, judged, to)
        verdicts = [each for case in judged for each in case.verdicts]
    if not found.is_whole:
        sys.exit(WRONG_USE)
    if any(_is_finding(each, grave) for each in verdicts):
        sys.exit(FINDINGS)


def _is_finding(verdict: Verdict, grave: tuple[str, ...]) -> bool:
    return is_finding(verdict.effect) or verdict.word in grave


def _text(program: Program, judged: Sequence[Judged], to: Path | None) -> None:
    if len(judged) > 1:
        _table(program, judged, to)
        return
    from hjemmel.explain.render_text import case_page, headings

    one = judged[0]
    title = headings(program, one.observation, one.case.title or one.case.id)
    screen.show(case_page(title, one.day, one.verdicts, screen.width(to)), to)


def _table(program: Program, judged: Sequence[Judged], to: Path | None) -> None:
    from hjemmel.explain.portfolio import CaseVerdicts, portfolio
    from hjemmel.explain.render_table import page

    cases = [CaseVerdicts(e.case.id, e.case.title, e.verdicts) for e in judged]
    if len({each.day for each in judged}) > 1:
        tell("merk: sakene er vurdert hver sin dag; bruk --per for å vurdere alle per én")
    screen.show(page(program.name, judged[0].day, portfolio(cases), screen.width(to)), to)


def _documents(program: Program, judged: Sequence[Judged]) -> list[dict[str, object]]:
    from hjemmel.explain.render_json import document

    return [
        document(each.case.id, each.case.title, program, each.day, __version__, each.verdicts)
        for each in judged
    ]


def _json(program: Program, judged: Sequence[Judged], to: Path | None) -> None:
    from hjemmel.cli.documents import write_json

    write_json(_documents(program, judged), to)


def _jsonl(program: Program, judged: Sequence[Judged], to: Path | None) -> None:
    from hjemmel.cli.documents import write_jsonl

    write_jsonl(_documents(program, judged), to)


def _rows(judged: Sequence[Judged]) -> list[tuple[str, ...]]:
    from hjemmel.explain.portfolio import CaseVerdicts
    from hjemmel.explain.rows import HEADER, rows

    found = [tuple(HEADER)]
    for each in judged:
        found += rows(CaseVerdicts(each.case.id, each.case.title, each.verdicts), each.day)
    return found


def _csv(_: Program, judged: Sequence[Judged], to: Path | None) -> None:
    from hjemmel.cli.documents import write_csv

    write_csv(_rows(judged), to)


def _xlsx(_: Program, judged: Sequence[Judged], to: Path | None) -> None:
    assert to is not None
    try:
        content = _workbook(_rows(judged))
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


def _html(program: Program, judged: Sequence[Judged], to: Path | None) -> None:
    from hjemmel.explain.portfolio import CaseVerdicts
    from hjemmel.explain.render_html import page

    cases = [CaseVerdicts(e.case.id, e.case.title, e.verdicts) for e in judged]
    screen.write(page(program, judged[0].day, __version__, cases), to)


_SHOW = {"tekst": _text, "json": _json, "jsonl": _jsonl, "csv": _csv, "xlsx": _xlsx,
         "html": _html}  # fmt: skip
