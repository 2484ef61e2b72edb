"""Which facts a template asks for: all, those of some norms, or what would settle something."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click
from attrs import frozen

from hjemmel.case.statements import Case
from hjemmel.cli import inputs, translations
from hjemmel.cli.cases import Intake, chosen_norms, judged, today
from hjemmel.cli.exit_codes import stop
from hjemmel.cli.options import DAY, FILE, NORMS
from hjemmel.cli.telling import tell
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judge
from hjemmel.explain.verdict import missing
from hjemmel.facts.given import Misgiven, case_given
from hjemmel.facts.narrowed import asked_at, asked_for, narrowed, with_lists
from hjemmel.facts.provisions import Asked
from hjemmel.facts.source_file import unheeded

_GIVEN = click.option(
    "--gitt", "given", metavar="OPPLYSNING=VERDI", multiple=True,
    help="bare det normene spør om når dette er gitt: «tjeneste.type=annen tjeneste», eller "
    "«søknad» for en sak som har en søknad",
)  # fmt: skip
_CASES = click.option(
    "--sak", "cases", metavar="FIL", type=FILE,
    help="bare det som mangler for å avgjøre noe i disse sakene",
)  # fmt: skip
_ASIDE = (Outcome.NOT_APPLICABLE, Outcome.NO_RULE)


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that make a template shorter."""
    for each in (translations.OPTION, DAY, _CASES, _GIVEN, NORMS):
        command = each(command)
    return command


@frozen
class Narrowing:
    """What somebody has asked the template to be about."""

    norms: tuple[str, ...]
    given: tuple[str, ...]
    cases: Path | None
    day: date | None
    columns: Path | None

    @property
    def is_none(self) -> bool:
        """Whether the template is of all there is."""
        return not self.norms and not self.given and self.cases is None

    def of(self, program: Program) -> Program:
        """The program with the facts that the template then asks for."""
        if self.given and self.cases is not None:
            stop("--gitt og --sak gjelder hver sin slags mal", "ta bort den ene")
        if self.is_none:
            return program
        wanted = chosen_norms(program, self.norms)
        asked = self._asked(program, wanted)
        if not asked:
            stop("det er ingenting å spørre om", "alt er avgjort, eller ingen norm gjelder")
        short = narrowed(program, asked)
        tell(f"merk: {_facts(short)} av {_facts(program)} opplysninger er med i malen")
        return short

    def _asked(self, program: Program, wanted: frozenset[str]) -> frozenset[Asked]:
        if self.cases is not None:
            return self._lacking(program, wanted, self.cases)
        if self.given:
            return _open_norms(program, wanted, self.given, self.day)
        return asked_for(program, wanted)

    def _lacking(self, program: Program, wanted: frozenset[str], file: Path) -> frozenset[Asked]:
        """What is missing where a norm is not decided."""
        files = inputs.files_in([file], inputs.NOTHING_GIVEN, ())
        places = inputs.places(files, inputs.NOTHING_GIVEN, program)
        said = translations.translation(self.columns, places)
        judge = Judge.among(program, wanted)
        found: set[Asked] = set()
        for case in Intake(places, program, unheeded, said, self.day):
            for verdict in judged(case, judge, self.day).verdicts:
                for each in missing(verdict):
                    found |= asked_at(program, each.path)
        return with_lists(program, found)


def _open_norms(
    program: Program, wanted: frozenset[str], given: Sequence[str], day: date | None
) -> frozenset[Asked]:
    """What the norms ask for that may matter where something is given, and what was given."""
    case = case_given(given, program.schema)
    if isinstance(case, Misgiven):
        stop(case.reason, case.help)
    verdicts = judged(case, Judge.of(program), day or today()).verdicts
    aside = {each.norm.id for each in verdicts if each.outcome in _ASIDE}
    return asked_for(program, wanted, aside) | _told(program, case)


def _told(program: Program, case: Case) -> frozenset[Asked]:
    paths = [(record, key) for record, facts in case.records.items() for key in facts]
    return frozenset[Asked]().union(*(asked_at(program, each) for each in paths))


def _facts(program: Program) -> int:
    return sum(len(each.fields) for each in program.schema.records)
