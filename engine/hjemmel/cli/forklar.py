"""`ntr forklar`: the whole reason for a norm, or the page of a diagnostic."""

import re
from datetime import date
from pathlib import Path

import click

from hjemmel.cli import screen
from hjemmel.cli.cases import Day, chosen_norms, judge, read
from hjemmel.cli.loading import load_program, stop


@click.command("forklar")
@click.argument("hva", metavar="FIL|KODE")
@click.option("--norm", "norms", metavar="ID", multiple=True, help="normen som skal forklares")
@click.option("--regelverk", "books", metavar="R", multiple=True,
              help="regelverk ved navn eller fil (alle når ingen er nevnt)")
@click.option("--per", "day", metavar="DATO", type=Day(),
              help="dagen det vurderes per (ellers sakens vurderingsdato, ellers i dag)")  # fmt: skip
def command(
    hva: str, norms: tuple[str, ...], books: tuple[str, ...], day: date | None
) -> None:
    """Forklar et verdikt eller en feilkode.

    «ntr forklar sak.json --norm 4-2/to-helseregioner» gir hele begrunnelsen.
    «ntr forklar NTR204» forklarer feilkoden.
    """
    if re.fullmatch(r"NTR\d{3}", hva, re.I):
        screen.write(_page(hva.upper()), None)
        return
    if not norms:
        stop("hvilken norm skal forklares?", "si det med --norm, for eksempel --norm "
             "4-2/ett-helseforetak")  # fmt: skip
    from hjemmel.explain.render_reason import page

    program = load_program(books)
    wanted = chosen_norms(program, norms, books)
    for case in read([Path(hva)], program).cases:
        for verdict in judge(case, program, day, wanted).verdicts:
            screen.show(page(verdict, screen.width()), None)


def _page(code: str) -> str:
    from hjemmel.cli.problems import all_problems
    from hjemmel.diagnostics.pages import page

    found = all_problems().get(code)
    if found is None:
        stop(f"feilkoden {code} finnes ikke", "feilkodene står i dokumentasjonen under «feil»")
    return page(found)
