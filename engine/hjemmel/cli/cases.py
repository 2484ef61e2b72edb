"""Cases from files, judged."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from attrs import frozen

from hjemmel.backends.staged.valuation import evaluate
from hjemmel.cli.ending import stop
from hjemmel.cli.telling import tell
from hjemmel.core.case import Case
from hjemmel.core.observation import Observation, observe
from hjemmel.core.program import Program
from hjemmel.explain.verdict import Verdict, assess
from hjemmel.facts.reading import Edition, Reading, Rejected, read_cases


@frozen
class Judged:
    """A case with the day it was judged by and its verdicts."""

    case: Case
    day: date
    observation: Observation
    verdicts: tuple[Verdict, ...]


@frozen
class Read:
    """The cases of some files, how many records were set aside, and how much is not read."""

    cases: tuple[Case, ...]
    set_aside: int
    unread: int

    @property
    def is_whole(self) -> bool:
        """Whether all that stands in the files is read."""
        return not self.set_aside and not self.unread


def read(files: Sequence[Path], program: Program) -> Read:
    """The cases of the files; what could not be read is told on stderr."""
    cases: list[Case] = []
    set_aside = unread = 0
    for file in files:
        reading = read_cases(file, program.schema)
        _tell(reading)
        _tell_of_edition(reading.edition, program)
        _tell_of_repetition(reading.cases, cases)
        cases += reading.cases
        set_aside += reading.set_aside
        unread += len(reading.unread)
    if cases and (set_aside or unread):
        aside = [f"{set_aside} satt til side"] if set_aside else []
        lost = [f"{unread} {'opplysning' if unread == 1 else 'opplysninger'} ikke lest"]
        told = [*aside, f"{_counted(len(cases))} lest", *(lost if unread else [])]
        tell(", ".join(told))
    elif not cases and not set_aside:
        stop("ingen saker i filen", "«ntr skjema» viser hvordan en sak skrives")
    return Read(tuple(cases), set_aside, unread)


def _counted(cases: int) -> str:
    return f"{cases} {'sak' if cases == 1 else 'saker'}"


def _tell(reading: Reading) -> None:
    for each in (*reading.rejected, *reading.unread):
        tell(f"feil[{each.code}]: {_place(each)}: {each.reason}")
        if each.help:
            tell(f"  = hjelp: {each.help}")
    for note in reading.notes:
        tell(f"merk: {note.file}, {note.place}: {note.text}")


def _tell_of_edition(made: Edition | None, program: Program) -> None:
    """Say so where a template was made from another rulebook, or another edition of this one."""
    if made is None or made.fingerprint == program.fingerprint:
        return
    if made.rulebook in ("", program.name):
        other = "en annen utgave av regelverket enn den som brukes nå"
        todo = "Lag en ny"
    else:
        other = f"regelverket «{made.rulebook}», men sakene vurderes etter «{program.name}»"
        todo = "Velg det samme med --regelverk, eller lag en ny"
    advice = f"sakene blir vurdert likevel, men spørsmål kan ha kommet til. {todo} mal med"
    command = "«ntr skjema --format xlsx --ut mal.xlsx», og flytt svarene over"
    tell(f"merk: {made.file}, {made.place}: skjemaet er laget fra {other}")
    tell(f"  = hjelp: {advice} {command}")


def _place(of: Rejected) -> str:
    """File, place and field; the place may have the field in it already."""
    field = "" if of.place.endswith(of.field) else of.field
    return ", ".join(filter(None, (of.file, of.place, field)))


def _tell_of_repetition(new: Sequence[Case], before: Sequence[Case]) -> None:
    known = {each.id: each.origin for each in before}
    for each in new:
        if each.id in known:
            places = f"{known[each.id]} og i {each.origin}"
            tell(f"merk: saken «{each.id}» står både i {places}")


def judge(case: Case, program: Program, day: date | None, norms: frozenset[str]) -> Judged:
    """The verdicts of a case by a day; the clock is read only where nobody gave a day."""
    when = day or case.day or today()
    observation = observe(case, program.schema, when)
    valuation = evaluate(program, observation.view)
    found = assess(program, observation, valuation, when)
    return Judged(case, when, observation, tuple(each for each in found if each.norm.id in norms))


def chosen_norms(program: Program, wanted: Sequence[str]) -> frozenset[str]:
    """The norms to show: those asked for by id, else all of the rulebook and what it builds on."""
    known = [each.id for each in program.norms]
    for each in wanted:
        if each not in known:
            from hjemmel.diagnostics.suggest import nearest

            near = nearest(each, known)
            help_text = (
                f"mente du «{near[0]}»?" if near else "«ntr kontroller --lest» viser dem alle"
            )
            stop(f"regelverket har ingen norm «{each}»", help_text)
    return frozenset(wanted or known)


_today: list[date] = []


def today() -> date:
    """The day it is, read once."""
    if not _today:
        _today.append(date.today())  # noqa: DTZ011 - the day where the user is
        tell(f"merk: ingen vurderingsdato er oppgitt; bruker i dag, {_today[0]}")
    return _today[0]
