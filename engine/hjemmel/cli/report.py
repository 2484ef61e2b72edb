"""The report of a portfolio: gathered as the cases come, and put together with how it looks."""

from collections.abc import Iterable, Iterator
from importlib.resources import files

from hjemmel import __version__
from hjemmel.cli.figures import EXTRA, drawer
from hjemmel.core.program import Program
from hjemmel.render.portfolio import CaseVerdicts
from hjemmel.render.report.gathering import Gathering, is_shown
from hjemmel.render.report.page import Made, page
from hjemmel.render.report.tellings import Tellings


def report(program: Program, cases: Iterable[CaseVerdicts], only: str) -> Iterator[str]:
    """The page in parts; of a case no more is held than its row, and what is told of it."""
    gathering, tellings = Gathering(program), Tellings()
    for case in cases:
        if is_shown(case, program):
            gathering.add(case)
            tellings.add(case)
    found = gathering.whole()
    packed = tellings.packed([each.number for each in found.services])
    style, script = looks()
    return page(found, Made(__version__, only, drawer(), style, script, packed, EXTRA))


def looks() -> tuple[str, str]:
    """The style and the script of the page."""
    place = files("hjemmel.render.report")
    style, script = (place.joinpath(f"report.{kind}").read_text("utf-8") for kind in ("css", "js"))
    return style, script
