"""`ntr vurder --hva-skal-til`: which single answers would settle most."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from hjemmel.cli import terminal
from hjemmel.cli.exit_codes import stop
from hjemmel.explain.judge import Judge, Judged
from hjemmel.source.shown import json_text

OPTION = click.option("--hva-skal-til", "what_it_takes", is_flag=True,
                      help="vis hvilke enkeltsvar som ville avgjort flest uavklarte verdikter, og "
                      "hvem som har dem (tekst og json)")  # fmt: skip
_FORMS = ("tekst", "json")


def check(is_asked: bool, form: str, days: Sequence[date], extent: str | None) -> None:
    """End the command where something does not go with what would settle most."""
    if is_asked and form not in _FORMS:
        stop(f"--hva-skal-til kan ikke skrives som {form}", "velg tekst eller json")
    if is_asked and (len(days) > 1 or extent):
        stop("--hva-skal-til gjelder én dag, og har ingen begrunnelse",
             "gi bare én --per, og ta bort --begrunnelse")  # fmt: skip


def show(judge: Judge, cases: Iterable[Judged], form: str, to: Path | None) -> None:
    """What to ask for, of all the cases."""
    from hjemmel.analysis.settling.asking import worth_asking
    from hjemmel.analysis.settling.render_asking import document, page

    judged = list(cases)
    found = worth_asking(judge, judged)
    day = max(each.day for each in judged)
    if form == "json":
        terminal.write(json_text(document(judge.program, day, found), 1) + "\n", to)
    else:
        lines = page(judge.program, day, found, len(judged), terminal.width(to))
        terminal.show(lines, to)
