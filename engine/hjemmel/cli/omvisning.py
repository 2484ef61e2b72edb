"""`ntr omvisning`: what the program can do, on one screen."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from hjemmel.cli import terminal
from hjemmel.cli.answers import ANSWERS, Form
from hjemmel.cli.cases import Intake, chosen_norms, judged
from hjemmel.cli.exit_codes import WRONG_USE, stop
from hjemmel.cli.inputs import NOTHING_GIVEN, places
from hjemmel.cli.loading import program_on
from hjemmel.cli.options import BOOKS, DAY, FILE, OPTIONS
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judge, Judged
from hjemmel.explain.verdict import Verdict
from hjemmel.facts.source_file import unheeded
from hjemmel.render import tour
from hjemmel.render.lines import Line
from hjemmel.render.portfolio import CaseVerdicts
from hjemmel.rulebooks.shelf import shelf

_WIDEST = 100


@click.command("omvisning", options_metavar=OPTIONS)
@click.argument("saker", metavar="SAKER", type=FILE)
@click.argument("portefolje", metavar="PORTEFØLJE", type=FILE)
@BOOKS
@DAY
@click.option("--les", "aloud", metavar="ID", required=True, help="normen som leses høyt")
@click.option("--vis", "shown", metavar="ID", multiple=True, required=True,
              help="en norm som vises i sakene")  # fmt: skip
@click.option("--rapport", "report", metavar="FIL", type=FILE, required=True,
              help="hvor hele porteføljen skrives som en side (HTML)")  # fmt: skip
def command(  # noqa: PLR0917 - click names them all
    saker: Path,
    portefolje: Path,
    books: tuple[str, ...],
    day: date | None,
    aloud: str,
    shown: tuple[str, ...],
    report: Path,
) -> None:
    """Vis på én skjerm hva programmet kan.

    SAKER er den samme saken flere ganger: først som den er, så med én ting annerledes. Den første
    vises med normene i --vis; de andre med dem som da får et annet svar. PORTEFØLJE vurderes hel og
    vises på fem linjer, og hele siden skrives til --rapport.
    """
    program = program_on(shelf(books))
    width = min(terminal.width(None), _WIDEST)
    terminal.show(
        [*_aloud(program, aloud, width), *_cases(program, saker, day, shown, width)], None
    )
    terminal.show(_portfolio(program, portefolje, day, report, width), None)


def _aloud(program: Program, name: str, width: int) -> Iterator[Line]:
    """A norm in sentences."""
    from hjemmel.analysis.read_back import asked_read

    norm, *others = chosen_norms(program, [name])
    if others:
        stop(f"«{name}» er flere normer", "nevn én av dem")
    yield tour.title("En regel, lest høyt")
    said = (tour.called_in_full(program.norm(norm)), *asked_read(program)[norm])
    yield from tour.told(" ".join(said), width)


def _cases(
    program: Program, file: Path, day: date | None, names: Sequence[str], width: int
) -> Iterator[Line]:
    """The case, and what is otherwise where one thing of it is."""
    wanted = chosen_norms(program, names)
    cases = _judged(program, Judge.among(program, wanted), file, day)
    first = next(cases)
    yield from tour.heading(_called(first))
    yield from tour.verdicts(_as_named(first.verdicts, names), width)
    before = {each.norm.id: each.word for each in first.verdicts}
    for each in cases:
        changed = [one for one in each.verdicts if before[one.norm.id] != one.word]
        yield tour.title(_called(each))
        yield from tour.otherwise(_as_named(changed, names), width)


def _called(of: Judged) -> str:
    return of.case.title or of.case.id


def _as_named(found: Sequence[Verdict], names: Sequence[str]) -> list[Verdict]:
    """The verdicts in the order that their norms were asked for."""
    order = {name: place for place, name in enumerate(names)}
    return sorted(found, key=lambda each: order.get(each.norm.id, len(order)))


def _portfolio(
    program: Program, file: Path, day: date | None, report: Path, width: int
) -> Iterator[Line]:
    """The portfolio in five lines; the whole page is written as it is judged."""
    tally = tour.Tally()
    found = _tallied(_judged(program, Judge.of(program), file, day), tally)
    ANSWERS["html"](program, found, Form("hel", "", report))
    yield from tour.heading(f"Porteføljen {file.name}")
    for each in tour.in_short(tally):
        yield from tour.told(each, width)
    yield from tour.told(f"rapporten: {report.as_posix()}", width)


def _tallied(found: Iterator[Judged], tally: tour.Tally) -> Iterator[Judged]:
    for each in found:
        tally.add(CaseVerdicts(each.case.id, each.case.title, each.verdicts))
        yield each


def _judged(program: Program, judge: Judge, file: Path, day: date | None) -> Iterator[Judged]:
    intake = Intake(places([file], NOTHING_GIVEN, program), program, unheeded)
    for each in intake:
        yield judged(each, judge, each.day or day)
    if not intake.is_whole:
        sys.exit(WRONG_USE)
