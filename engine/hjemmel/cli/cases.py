"""Cases from files, judged."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from attrs import frozen

from hjemmel.backends.interpreter import evaluate
from hjemmel.cli.loading import stop
from hjemmel.core.case import Case
from hjemmel.core.observation import Observation, observe
from hjemmel.core.program import Program
from hjemmel.explain.verdict import Verdict, assess
from hjemmel.facts.reading import read_cases


@frozen
class Judged:
    """A case with the day it was judged by and its verdicts."""

    case: Case
    day: date
    observation: Observation
    verdicts: tuple[Verdict, ...]


@frozen
class Read:
    """The cases of some files, and how many records were set aside."""

    cases: tuple[Case, ...]
    set_aside: int


def read(files: Sequence[Path], program: Program) -> Read:
    """The cases of the files; what could not be read is told on stderr."""
    cases: list[Case] = []
    set_aside = 0
    for file in files:
        reading = read_cases(file, program.schema)
        cases += reading.cases
        set_aside += reading.set_aside
        for each in reading.rejected:
            where = ", ".join(filter(None, (each.file, each.place, each.field)))
            click.echo(f"feil[{each.code}]: {where}: {each.reason}", err=True)
            if each.help:
                click.echo(f"  = hjelp: {each.help}", err=True)
        for note in reading.notes:
            click.echo(f"merk: {note.file}, {note.place}: {note.text}", err=True)
    if set_aside:
        kept = f"{len(cases)} {'sak' if len(cases) == 1 else 'saker'} lest"
        click.echo(f"{set_aside} satt til side, {kept}", err=True)
    return Read(tuple(cases), set_aside)


def judge(case: Case, program: Program, day: date | None, norms: tuple[str, ...]) -> Judged:
    """The verdicts of a case by a day; the clock is read only where nobody gave a day."""
    when = day or case.day or today()
    observation = observe(case, program.schema, when)
    valuation = evaluate(program, observation.view)
    found = assess(program, observation, valuation, when)
    return Judged(case, when, observation,
                  tuple(each for each in found if not norms or each.norm.id in norms))  # fmt: skip


def chosen_norms(program: Program, wanted: tuple[str, ...], books: tuple[str, ...]) -> tuple[str, ...]:
    """The norms to show: those asked for by id, else those of the rulebooks asked for."""
    known = [each.id for each in program.norms]
    for each in wanted:
        if each not in known:
            from hjemmel.diagnostics.suggest import nearest

            near = nearest(each, known)
            help = f"mente du «{near[0]}»?" if near else "se «ntr kontroller --lest»"
            stop(f"regelverket har ingen norm «{each}»", help)
    if wanted:
        return wanted
    stems = {Path(each).stem for each in books}
    return tuple(each.id for each in program.norms if not stems or each.rulebook in stems)


_today: list[date] = []


def today() -> date:
    """The day it is, read once."""
    if not _today:
        _today.append(date.today())  # noqa: DTZ011 - the day where the user is
        click.echo(f"merk: ingen vurderingsdato er oppgitt; bruker i dag, {_today[0]}", err=True)
    return _today[0]


class Day(click.ParamType[date]):
    """A day as «2024-06-01»."""

    name = "dato"

    def convert(self, value: object, param: object, ctx: object) -> date:
        """The day, or a message that says how to write one."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            stop(f"«{value}» er ingen dato", "skriv datoen som 2024-06-01")
