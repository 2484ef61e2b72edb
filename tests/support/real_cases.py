"""The cases of the golden pages, as they are seen by the project's own rulebook."""

from functools import lru_cache

from hjemmel.case.observation import Observation
from hjemmel.core.program import Program
from hjemmel.facts.faults import RawCase
from hjemmel.facts.json_file import read_json
from hjemmel.facts.schema import decode
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.vocabulary import Vocabulary
from support.evaluation import judge_of
from support.golden_file import pages
from support.golden_run import program_of


@lru_cache
def golden_observations() -> tuple[Observation, ...]:
    """What is seen of each case of the pages that have no rules of their own, on its day."""
    program = program_of({})
    facts = [trial.facts for page in pages("vurder") if not page.rules for trial in page.trials]
    found = (_seen(program, each) for each in facts)
    return tuple(each for each in found if each is not None)


def _seen(program: Program, facts: str) -> Observation | None:
    (raw,) = read_json(SourceFile("sak.json", "sak", facts.encode()))
    case = decode(raw, Vocabulary.of(program.schema)).case if isinstance(raw, RawCase) else None
    if case is None or case.day is None:
        return None
    return judge_of(program).presuming.observe(case, case.day)
