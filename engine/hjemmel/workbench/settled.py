"""«Hva skal til», as data: what would settle an open verdict, or turn one that fails."""

from collections.abc import Callable
from typing import assert_never

from hjemmel.analysis.settling.answers import Basis, Settled, Settling, Step, Turning, Ways
from hjemmel.analysis.settling.finding import what_it_takes
from hjemmel.analysis.settling.render_text import (
    NOTHING_OPEN,
    ONLY_AHEAD,
    grounds,
    nothing_settles,
    nothing_turns,
    rests_on,
)
from hjemmel.analysis.settling.replaying import Judging
from hjemmel.analysis.settling.step_words import StepWords
from hjemmel.render.missing_words import lacking
from hjemmel.render.verdict_text import role_of
from hjemmel.workbench import shapes
from hjemmel.workbench.bench import Workbench
from hjemmel.workbench.problem import RefusedError


def settling(bench: Workbench, name: str, norm: str) -> shapes.Settling:
    """What it takes in a case that a norm stands otherwise, by the draft."""
    by, of = bench.now, bench.norm(norm)
    if of is None:
        raise RefusedError(f"normen «{norm}» er tatt bort", "velg en som står i reglene nå")
    case = bench.held(name, by).case
    judging = Judging(by.judge, of, case, bench.day_of(case))
    words, found = StepWords(judging), what_it_takes(judging)
    match found:
        case Settling():
            return {
                "sort": "avgjøre",
                "text": "" if found.ways else nothing_settles(found),
                "ways": [_ways(each, words.answer) for each in found.ways],
                "needed": None if found.needed is None else list(map(words.fact, found.needed)),
                "open_still": list(map(lacking, found.open_still)),
                **_rests_on(found),
            }
        case Turning():
            ways = [_ways(found.ways, words.step)] if found.ways.found else []
            return {
                "sort": "snu",
                "text": ONLY_AHEAD if ways else f"{nothing_turns(found)} {ONLY_AHEAD}",
                "ways": ways,
                "needed": None,
                "open_still": [],
                **_rests_on(found),
            }
        case Settled():
            return {"sort": "ingenting", "text": NOTHING_OPEN, "ways": [], "needed": None,
                    "open_still": [], "proved": True, "grounds": ""}  # fmt: skip
        case _:
            assert_never(found)


def _ways(of: Ways, said: Callable[[Step], str]) -> shapes.Way:
    first, *_ = of.found
    return {
        "word": first.verdict.word,
        "role": role_of(first.verdict),
        "cited": rests_on(of),
        "ways": [[said(step) for step in way.steps] for way in of.found],
        "is_all": of.is_all,
    }


def _rests_on(found: Settling | Turning) -> shapes.Grounds:
    return {"proved": found.basis is Basis.PROVED, "grounds": grounds(found)}
