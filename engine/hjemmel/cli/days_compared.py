"""`ntr sammenlign` with one rulebook and two days: which norms have another wording in force."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from hjemmel.cli import comparison_pages, inputs
from hjemmel.cli.exit_codes import FINDINGS, WRONG_USE, stop
from hjemmel.cli.loading import program_on
from hjemmel.cli.output import require_place
from hjemmel.cli.versions import version

if TYPE_CHECKING:
    from hjemmel.analysis.comparison.days import DaysCompared
    from hjemmel.core.program import Program

_FORMATS = ("tekst", "md", "html", "json")


def run(
    given: Sequence[str], days: Sequence[date], files: Sequence[Path], form: str, to: Path | None
) -> NoReturn:
    """The whole command."""
    _check(given, days, form)
    on = version(given[0])
    filer = inputs.files_in(files, inputs.NOTHING_GIVEN, ()) if files else ()
    require_place(to, (*inputs.read_by_name(filer), *on.on.files.values()))
    program = program_on(on.on)
    first, second = sorted(days)
    found = _compared(on.label, program, (first, second), filer)
    _show(found, form, to)
    if found.set_aside or found.unread:
        sys.exit(WRONG_USE)
    sys.exit(FINDINGS if found.may_turn else 0)


def _check(given: Sequence[str], days: Sequence[date], form: str) -> None:
    if len(given) != 1:
        stop(f"to dager sammenlignes i ett regelverk, men {len(given)} er oppgitt",
             "skriv ntr sammenlign REGELVERK --per DATO --per DATO")  # fmt: skip
    if len(days) != 2 or len(set(days)) != 2:
        stop("ett regelverk sammenlignes på to ulike dager, eller med en annen utgave",
             "gi --per to ganger, eller skriv ntr sammenlign GAMMEL NY")  # fmt: skip
    if form not in _FORMATS:
        stop(f"en sammenligning av to dager kan ikke skrives som {form}",
             "bruk --format tekst, md, html eller json")  # fmt: skip


def _compared(
    label: str, program: "Program", days: tuple[date, date], files: Sequence[Path]
) -> "DaysCompared":
    from attrs import evolve

    from hjemmel.analysis.comparison.days import on_two_days, turned
    from hjemmel.cli.cases import Intake
    from hjemmel.facts.source_file import unheeded

    found = on_two_days(label, program, days)
    if not files:
        return found
    places = inputs.places(files, inputs.NOTHING_GIVEN, program)
    intake = Intake(places, program, unheeded, per=days[1])
    cases = tuple(intake)
    by_edition, by_day = turned(program, cases, days)
    return evolve(found, by_edition=by_edition, by_day=by_day, count=len(cases),
                  set_aside=intake.set_aside, unread=intake.unread)  # fmt: skip


def _show(found: "DaysCompared", form: str, to: Path | None) -> None:
    if form == "json":
        from hjemmel import __version__
        from hjemmel.analysis.render_comparison.days_document import document
        from hjemmel.cli import terminal
        from hjemmel.source.shown import json_text

        terminal.write(json_text(document(found, __version__), 1) + "\n", to)
        return
    from hjemmel.analysis.render_comparison.days import page

    comparison_pages.show(page(found), form, to, (found.program.fingerprint,))
