"""`ntr forklar`: the whole reason for a norm, or the page of a diagnostic."""

import re
import sys
from datetime import date
from itertools import chain
from pathlib import Path

import click

from hjemmel.cli import archive_row, inputs, terminal, translations
from hjemmel.cli.cases import Intake, chosen_norms, judged
from hjemmel.cli.exit_codes import WRONG_USE, stop
from hjemmel.cli.loading import load_program
from hjemmel.cli.options import BOOKS, DAY, NORMS, NOTHING_PRESUMED, OPTIONS
from hjemmel.cli.telling import say
from hjemmel.core.outcome import Outcome
from hjemmel.explain.judge import Judge, Judged
from hjemmel.facts.source_file import unheeded


@click.command("forklar", options_metavar=OPTIONS)
@click.argument("hva", metavar="FIL|KODE", default="")
@NORMS
@click.option("--sak", "called", metavar="SAK",
              help="hvilken sak i et resultat i Parquet")  # fmt: skip
@click.option("--hva-skal-til", "what_it_takes", is_flag=True,
              help="hva som ville avgjort et uavklart verdikt, eller snudd et brutt")  # fmt: skip
@BOOKS
@DAY
@NOTHING_PRESUMED
@inputs.options
@translations.OPTION
def command(  # noqa: PLR0917 - click names them all
    hva: str,
    norms: tuple[str, ...],
    called: str | None,
    what_it_takes: bool,
    books: tuple[str, ...],
    day: date | None,
    told_only: bool,
    given: inputs.Given,
    columns: Path | None,
) -> None:
    """Forklar et verdikt eller en feilkode.

    «ntr forklar sak.json --norm 4-2/to-helseregioner» gir hele begrunnelsen. FIL kan være «-» for
    standard inn, og saken kan stå i en database (--database og --tabell).

    «ntr forklar resultat --sak oslo-7 --norm 4-2/to-helseregioner» forklarer en rad i et resultat
    som er skrevet med --format parquet.

    «ntr forklar sak.json --norm 4-2/samarbeid --hva-skal-til» viser de færreste opplysningene som
    ville avgjort verdiktet, eller de minste endringene som ville snudd det.

    «ntr forklar NTR204» forklarer feilkoden.
    """
    if re.fullmatch(r"NTR\d{3}", hva, re.IGNORECASE):
        terminal.write(_page(hva.upper()), None)
        return
    if not norms:
        stop("hvilken norm skal forklares?", "si det med --norm, for eksempel --norm "
             "4-2/ett-helseforetak")  # fmt: skip
    files = inputs.named(hva, given)
    is_result = bool(hva) and archive_row.is_result(Path(hva))
    _require_fitting(is_result, called, day, told_only)
    result = archive_row.result(Path(hva)) if is_result else None
    program = load_program(books)
    told_only = told_only if result is None else not result.account.presumptions
    program = program.without_presumptions if told_only else program
    places = inputs.places([] if is_result else files, given, program)
    said = translations.said_in(columns) if result else translations.translation(columns, places)
    wanted = chosen_norms(program, norms)
    judge = Judge.among(program, wanted)
    show = _show_what_it_takes if what_it_takes else _show
    if result is not None:
        for row in archive_row.replayed(result, called, program, wanted, said):
            show(judge, judged(row.case, judge, row.day))
        return
    intake = Intake(places, program, unheeded, said, day)
    coming = iter(intake)
    first, second = next(coming, None), next(coming, None)
    for number, case in enumerate(filter(None, chain((first, second), coming))):
        found = judged(case, judge, day)
        if second is not None:
            if number:
                say()
            say(f"── {case.title or case.id}")
            say()
        show(judge, found)
    if not intake.is_whole:
        sys.exit(WRONG_USE)


def _show(_judge: Judge, found: Judged) -> None:
    """The whole reason of each."""
    from hjemmel.render.reason_text import page

    for place, verdict in enumerate(found.verdicts):
        if place:
            say()
        terminal.show(page(verdict, terminal.width(None)), None)


def _show_what_it_takes(judge: Judge, found: Judged) -> None:
    """What would settle each, or turn it."""
    from hjemmel.analysis.settling.finding import what_it_takes
    from hjemmel.analysis.settling.render_text import page
    from hjemmel.analysis.settling.replaying import Judging

    takes_something = (Outcome.UNDECIDED, Outcome.BROKEN)
    some = [each for each in found.verdicts if each.outcome in takes_something]
    for place, verdict in enumerate(some or found.verdicts):
        if place:
            say()
        judging = Judging(judge, verdict.norm, found.case, found.day)
        terminal.show(page(judging, what_it_takes(judging), terminal.width(None)), None)


def _require_fitting(
    is_result: bool, called: str | None, day: date | None, told_only: bool
) -> None:
    """End the command where an option would have been without effect."""
    if called and not is_result:
        stop("--sak gjelder bare et resultat i Parquet", "ta den bort, eller gi resultatets mappe")
    if (day or told_only) and is_result:
        stop("en rad i et resultat forklares slik den ble vurdert",
             "ta bort --per og --uten-formodninger")  # fmt: skip


def _page(code: str) -> str:
    from hjemmel.cli.problems import all_problems
    from hjemmel.diagnostics.pages import page

    found = all_problems().get(code)
    if found is None:
        stop(f"feilkoden {code} finnes ikke", "feilkodene står i dokumentasjonen under «feil»")
    return page(found)
