"""Cases from files, one at a time, judged."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import define, field

from hjemmel.case.statements import Case
from hjemmel.cli.exit_codes import stop
from hjemmel.cli.gathered import Gathered
from hjemmel.cli.telling import tell
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judge, Judged
from hjemmel.facts.first_places import FirstPlaces
from hjemmel.facts.reading import (
    STREAMED,
    Edition,
    Heed,
    Note,
    Rejected,
    Told,
    Unread,
    stream_cases,
)
from hjemmel.facts.source_file import Place
from hjemmel.facts.translation import NOTHING_SAID, Translation
from hjemmel.source.provisions import id_of, provision


@define(eq=False)
class Intake:
    """The cases of some files as they come. What could not be read is told, and counted."""

    files: Sequence[Place]
    program: Program
    heed: Heed
    translation: Translation = NOTHING_SAID
    per: date | None = None
    cases: int = 0
    set_aside: int = 0
    unread: int = 0
    known: FirstPlaces = field(factory=FirstPlaces)

    @property
    def is_whole(self) -> bool:
        """Whether all that stands in the files is read, as far as they have been gone through."""
        return not self.set_aside and not self.unread

    def __iter__(self) -> Iterator[Case]:
        """The cases; last what they came to."""
        for file in self.files:
            gathered = Gathered(tell, file.form in STREAMED)
            try:
                yield from self._of(file, gathered)
            finally:  # also where whoever asked for the cases has seen enough
                gathered.end()
        self._sum_up()

    def _of(self, file: Place, gathered: Gathered) -> Iterator[Case]:
        records = FirstPlaces()
        for told in stream_cases(file, self.program.schema, self.heed, self.translation, self.per):
            if isinstance(told, Case):
                self._count(told)
                yield told
            else:
                self._tell(told, records, gathered)

    def _count(self, case: Case) -> None:
        self.cases += 1
        if len(self.files) > 1 and (first := self.known.first(case.id, case.origin)):
            tell(f"merk: saken «{case.id}» står både i {first} og i {case.origin}")

    def _tell(self, told: Told, records: FirstPlaces, gathered: Gathered) -> None:
        """What is told of a file; a record with several faults is set aside once."""
        match told:
            case Rejected():
                self.set_aside += records.first(told.record, "") is None
                gathered.fault(told)
            case Unread(what):
                self.unread += 1
                gathered.fault(what)
            case Note():
                gathered.note(told)
            case Edition():
                tell_of_edition(told, self.program)
            case _:  # a case, which has an answer of its own
                return

    def _sum_up(self) -> None:
        if self.cases and not self.is_whole:
            aside = [f"{self.set_aside} satt til side"] if self.set_aside else []
            what = "opplysning" if self.unread == 1 else "opplysninger"
            lost = [f"{self.unread} {what} ikke lest"] if self.unread else []
            tell(", ".join([*aside, f"{_counted(self.cases)} lest", *lost]))
        elif not self.cases and not self.set_aside:
            stop("ingen saker i filen", "«ntr skjema» viser hvordan en sak skrives")


def _counted(cases: int) -> str:
    return f"{cases} {'sak' if cases == 1 else 'saker'}"


def tell_of_edition(made: Edition, program: Program) -> None:
    """Say so where a template was made from another rulebook, or another edition of this one."""
    if made.fingerprint == program.fingerprint:
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


def judged(case: Case, judge: Judge, day: date | None) -> Judged:
    """The verdicts of a case by a day; the clock is read only where nobody gave a day."""
    return judge.judged(case, day or case.day or today())


def chosen_norms(program: Program, wanted: Sequence[str]) -> frozenset[str]:
    """The norms to show: those asked for by id or provision, else all, and what it builds on."""
    known = [each.id for each in program.norms]
    if not wanted:
        return frozenset(known)
    return frozenset(norm for each in wanted for norm in _named(known, each))


def _named(known: Sequence[str], name: str) -> list[str]:
    """The norm of that name, or all of a provision: «4-2», «§ 12 a», «artikkel 6», «ern»."""
    plain = id_of(provision(name.replace("\u00a0", " ")))
    found = [each for each in known if each == plain or each.startswith(f"{plain}/")]
    if not found:
        stop(f"regelverket har ingen norm «{name}»", _advice(known, plain))
    return found


def _advice(known: Sequence[str], plain: str) -> str:
    from hjemmel.diagnostics.suggest import nearest

    is_provision = "/" not in plain and any(each.isdecimal() for each in plain.split("-"))
    if not is_provision and (near := nearest(plain, known)):
        return f"mente du «{near[0]}»?"
    provisions = dict.fromkeys(each.rpartition("/")[0] for each in known)
    told = ", ".join(filter(None, provisions))
    return f"bestemmelsene er {told}; «ntr kontroller --lest» viser alle normene"


_today: list[date] = []


def today() -> date:
    """The day it is, read once."""
    if not _today:
        _today.append(date.today())  # noqa: DTZ011 - the day where the user is
        tell(f"merk: ingen vurderingsdato er oppgitt; bruker i dag, {_today[0]}")
    return _today[0]
