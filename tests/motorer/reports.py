"""Reports for a browser to open: of the real services, and of very many made from them."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from attrs import evolve

from hjemmel.cli.cases import Intake, chosen_norms, judged
from hjemmel.cli.report import report
from hjemmel.explain.judge import Judge
from hjemmel.facts.reading import place_of
from hjemmel.facts.source_file import unheeded
from hjemmel.render.portfolio import CaseVerdicts
from support.evaluation import judge_of
from support.golden_run import program_of

PORTFOLIO = Path(__file__).resolve().parents[2] / "data" / "portefolje.jsonl"
DAY = date(2024, 6, 1)
DAYS = (date(2021, 6, 1), DAY, date(2026, 10, 1))
NORMS = ("4-2", "4-4")
FEW, MANY = 49, 5_000
SEED, LEFT_OUT = 20_240_604, 0.15


def few() -> str:
    """The report of the services of the project."""
    program = program_of({})
    return "".join(report(program, _judged(PORTFOLIO, judge_of(program), (DAY,)), ""))


def many() -> str:
    """That of thousands: services with some facts changed, on several days, again and again under
    other names. Some norms are enough: all of them take minutes."""
    program = program_of({})
    judge = Judge.among(program, chosen_norms(program, NORMS))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "saker.jsonl"
        file.write_text("".join(_changed(Random(SEED))), "utf-8")
        cases = [*_judged(file, judge, DAYS)]
    told = (
        evolve(each, id=f"T-{number}", title=f"Tjeneste nr. {number}")
        for number, each in enumerate(islice(cycle(cases), MANY))
    )
    return "".join(report(program, told, ""))


def _judged(file: Path, judge: Judge, days: tuple[date, ...]) -> Iterator[CaseVerdicts]:
    cases = Intake([place_of(file)], judge.program, unheeded)
    for each, day in zip(cases, cycle(days), strict=False):
        yield CaseVerdicts(each.id, each.title, judged(each, judge, day).verdicts)


def _changed(random: Random) -> Iterator[str]:
    for line in PORTFOLIO.read_text("utf-8").splitlines():
        case: dict[str, Any] = json.loads(line)
        parts = {
            name: {key: fact for key, fact in part.items() if random.random() >= LEFT_OUT}
            if isinstance(part, dict)
            else part
            for name, part in case.items()
        }
        yield json.dumps(parts, ensure_ascii=False) + "\n"
