"""Two versions of a rulebook held together, with the services that are judged by both."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hjemmel.cli import inputs
from hjemmel.cli.cases import today
from hjemmel.cli.loading import program_on
from hjemmel.cli.progress import counted
from hjemmel.cli.versions import Given
from hjemmel.rulebooks.library import Files, reached

if TYPE_CHECKING:
    from hjemmel.analysis.comparison.comparing import Portfolio
    from hjemmel.analysis.comparison.comparison import Comparison, Version
    from hjemmel.core.program import Program


def compared(
    old: Given, new: Given, files: Sequence[Path], day: date | None
) -> "tuple[Comparison, bool]":
    """All that differs, and whether all services could be read by both."""
    from hjemmel.analysis.comparison.comparing import comparison

    versions = as_version(old), as_version(new)
    if not files:
        return comparison(*versions, along=counted), True
    portfolio = portfolio_of([each.program for each in versions], files, day)
    is_whole = not any(each.set_aside or each.unread for each in portfolio.readings)
    return comparison(*versions, portfolio, along=counted), is_whole


def as_version(of: Given) -> "Version":
    """A version with its program. Ends the command where it has errors."""
    from hjemmel.analysis.comparison.comparison import Version

    program = program_on(of.on)
    files = Files(of.on)
    texts = {name: files[name].text for name in reached(of.on)}
    return Version(of.label, program, texts)


def portfolio_of(
    programs: "Sequence[Program]", files: Sequence[Path], day: date | None
) -> "Portfolio":
    """The services as each version reads them."""
    from hjemmel.analysis.comparison.comparing import Portfolio
    from hjemmel.analysis.comparison.services import Reading
    from hjemmel.cli.cases import Intake
    from hjemmel.facts.source_file import unheeded

    def reading(program: "Program") -> Reading:
        places = inputs.places(files, inputs.NOTHING_GIVEN, program)
        intake = Intake(places, program, unheeded, per=day)
        cases = tuple(intake)
        return Reading(cases, intake.set_aside, intake.unread)

    new = reading(programs[1])
    same = programs[0].schema == programs[1].schema
    old = new if same else reading(programs[0])
    return Portfolio((old, new), lambda case: day or case.day or today())
