"""What the engine makes of a golden page."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from attrs import frozen

from hjemmel.case.observation import Observation, View
from hjemmel.case.statements import Case
from hjemmel.core.outcome import Outcome, outcome
from hjemmel.core.program import Program
from hjemmel.diagnostics.checked import Checked
from hjemmel.engine.outcomes import decider
from hjemmel.explain.verdict import Verdict
from hjemmel.facts.faults import RawCase
from hjemmel.facts.json_file import read_json
from hjemmel.facts.schema import decode
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.pipeline import Library, compile_rules
from hjemmel.resources import folder, text
from hjemmel.source.sentences import Sentences, parse_sentences
from hjemmel.source.source import Source, read_text
from oracle import judge
from support.evaluation import assess, evaluate, judge_of

RULEBOOK = "erne"
"""The project's rulebook that builds on all the others."""


@frozen
class Judged:
    """A case, what was seen of it, and its verdicts by norm."""

    case: Case
    observation: Observation
    verdicts: dict[str, Verdict]


@lru_cache
def grammar() -> str:
    """The grammar files, joined as the parser wants them."""
    return "\n".join(
        text("grammar", each) for each in ("ntr.lark", "bokmaal.lark", "literals.lark")
    )


@lru_cache
def sentences() -> Sentences:
    """The account of the sources."""
    return parse_sentences(text("rules", "kilder/setninger.tsv"))


@lru_cache
def project() -> Library:
    """The project's rule files."""
    return {
        path.stem: read_text(path.name, path.read_text(encoding="utf-8"))
        for path in sorted(folder("rules").glob("*.ntr"))
    }


@lru_cache
def compiled(rules: tuple[tuple[str, str], ...]) -> tuple[Checked[Program], Library]:
    """A page's own rulebook, the first of its rule files; or the project's."""
    own: dict[str, Source] = {name: read_text(f"{name}.ntr", text) for name, text in rules}
    library = {**project(), **own}
    name = rules[0][0] if rules else RULEBOOK
    return compile_rules((name,), library, grammar(), sentences()), library


def program_of(rules: dict[str, str]) -> Program:
    """The program of a page, which must be without errors."""
    checked, _ = compiled(tuple(rules.items()))
    assert checked.ok, [f"{each.span} {each.code} {each.message}" for each in checked.diagnostics]
    return checked.value


def judged(program: Program, facts: str) -> Judged:
    """The verdicts of a case."""
    (raw,) = read_json(SourceFile("sak.json", "sak", facts.encode()))
    assert isinstance(raw, RawCase), raw
    told = decode(raw, Vocabulary.of(program.schema))
    case = told.case
    assert not told.faults, [(each.path, each.mistake.reason) for each in told.faults]
    assert case is not None
    assert case.day is not None, "saken sier ikke hvilken dag den vurderes etter"
    return judged_case(program, case, case.day)


def judged_case(program: Program, case: Case, day: date) -> Judged:
    """The verdicts of a case that has been read, on a day."""
    observation = judge_of(program).presuming.observe(case, day)
    valuation = evaluate(program, observation.view)
    verdicts = assess(program, observation, valuation, day)
    return Judged(case, observation, {each.norm.id: each for each in verdicts})


def outcomes(program: Program, observation: Observation) -> dict[str, dict[str, str]]:
    """The outcome of every norm by every way of finding it."""
    view = observation.view
    staged = evaluate(program, view).norms
    oracle = judge(program, view)
    return {
        "staged": {norm: outcome(found)[0].name for norm, found in staged.items()},
        "compiled": _names(_decide(program)(view)),
        "oracle": {norm: found.outcome for norm, found in oracle.judged.items()},
    }


_made: dict[str, Callable[[View], dict[str, Outcome]]] = {}


def _decide(program: Program) -> Callable[[View], dict[str, Outcome]]:
    if program.fingerprint not in _made:
        _made[program.fingerprint] = decider(program, program.by_id).decide
    return _made[program.fingerprint]


def _names(found: dict[str, Outcome]) -> dict[str, str]:
    return {norm: each.name for norm, each in found.items()}
