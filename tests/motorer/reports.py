"""Reports for a browser to open: of the real services, and of very many made from them."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from random import Random

from attrs import evolve

from hjemmel.cli.cases import Intake, judged
from hjemmel.cli.inputs import places
from hjemmel.cli.report import report
from hjemmel.core.program import Program
from hjemmel.core.schema import CASE
from hjemmel.explain.verdict import verdict
from hjemmel.facts.source_file import unheeded
from hjemmel.render.portfolio import CaseVerdicts
from support.evaluation import judge_of
from support.golden_run import program_of
from support.real_cases import golden_observations
from support.reasons_at_once import situation
from support.varied_services import Services

PORTFOLIO = Path(__file__).resolve().parents[2] / "data" / "portefolje.jsonl"
DAYS = (date(2021, 6, 1), date(2024, 6, 1), date(2026, 10, 1))
FEW, MANY, VARIED = 49, 5_000, 60
SEED = 20_240_604


def few() -> str:
    """The report of the services of the project."""
    program = program_of({})
    judge, cases = judge_of(program), Intake(places([PORTFOLIO], None), program, unheeded)
    told = (
        CaseVerdicts(each.id, each.title, judged(each, judge, DAYS[1]).verdicts) for each in cases
    )
    return "".join(report(program, told, ""))


def many() -> str:
    """That of thousands: varied services on several days, again and again under other names."""
    program = program_of({})
    varied = [*_varied(program)]
    told = (
        evolve(each, id=f"T-{number}", title=f"Tjeneste nr. {number}")
        for number, each in enumerate(islice(cycle(varied), MANY))
    )
    return "".join(report(program, told, ""))


def _varied(program: Program) -> Iterator[CaseVerdicts]:
    real = [each.view for each in golden_observations()]
    for view in Services(program, real, DAYS, Random(SEED)).views(VARIED):
        case = situation(program, view)
        assert case.day == view[CASE]["vurderingsdato"]
        yield CaseVerdicts("", "", tuple(verdict(case, norm) for norm in program.norms))
