"""The backends and the oracle on the same pair."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from hjemmel.case.observation import View
from hjemmel.core import outcome as outcomes
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from oracle import Judgement, Three, judge
from random_programs.backends import Answers, Backend, Meanings
from random_programs.coverage import Coverage, of_judgement, of_program
from random_programs.pairs import Pair, pairs
from random_programs.shrinking import shrunk
from random_programs.situations import Situation
from support.oracle_conclusions import left_open, with_concluded
from support.oracle_facts import shown
from support.oracle_presumptions import with_presumed


@frozen
class Disagreement:
    """One norm on which a backend and the oracle differ."""

    backend: str
    norm: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.backend}, {self.norm}:\n  {self.found}\n  oracle: {self.expected}"


def disagreements(
    view: View, answers: Mapping[str, Answers], judged: Mapping[str, Judgement]
) -> Iterator[Disagreement]:
    """All that the backends say otherwise than the oracle."""
    for name, answer in answers.items():
        try:
            yield from _of_one(name, answer, view, judged)
        except Exception as fault:  # whatever breaks a backend is a finding
            yield Disagreement(name, "all", f"{type(fault).__name__}: {fault}", "answers")


def _of_one(
    name: str, answer: Answers, view: View, judged: Mapping[str, Judgement]
) -> Iterator[Disagreement]:
    found = answer.outcomes(view)
    if set(found) != set(judged):
        yield Disagreement(name, "all", f"norms {sorted(found)}", f"norms {sorted(judged)}")
    for norm in set(found) & set(judged):
        if found[norm].name != judged[norm].outcome:
            yield Disagreement(name, norm, found[norm].name, judged[norm].outcome)
    meanings = answer.meanings(view) if answer.meanings else {}
    for norm in set(meanings) & set(judged):
        told = judgement(meanings, norm)
        if told != judged[norm]:
            yield Disagreement(name, norm, str(told), str(judged[norm]))


def judgement(meanings: Meanings, norm: str) -> Judgement | str:
    """A backend's answer in the oracle's words."""
    meaning = meanings[norm]
    truths = (meaning.subject, meaning.in_force, meaning.applies, meaning.requirement,
              meaning.somewhere)  # fmt: skip
    if any(holds and fails for holds, fails in truths):
        return f"both holds and fails: {meaning}"
    result, stage = outcomes.outcome(meaning)
    return Judgement(result.name, stage.name, *(_three(*pair) for pair in truths))


def _three(holds: bool, fails: bool) -> Three:
    return True if holds else False if fails else None


def prepared(program: Program, backends: Mapping[str, Backend]) -> dict[str, Answers]:
    """Every backend with the rulebook read; one that cannot read it answers with its fault."""
    return {name: _read(backend, program) for name, backend in backends.items()}


def _read(backend: Backend, program: Program) -> Answers:
    try:
        return backend(program)
    except Exception as fault:  # whatever breaks a backend is a finding
        broken = fault

    def fail(_: View) -> Mapping[str, Outcome]:
        raise broken

    return Answers(fail)


# --- a whole run -----------------------------------------------------------------------------


@frozen
class Failure:
    """A pair on which somebody differs from the oracle."""

    pair: Pair
    found: tuple[Disagreement, ...]


@frozen
class Run:
    """What a run came to."""

    coverage: Coverage
    failure: Failure | None
    rulebooks: int


def run(seed: int, count: int, backends: Mapping[str, Backend]) -> Run:
    """Pairs from a seed, until one fails."""
    coverage, rulebooks = Coverage(), 0
    program: Program | None = None
    features: set[str] = set()
    answers: dict[str, Answers] = {}
    for pair in pairs(seed, count):
        if pair.program is not program:
            program, rulebooks = pair.program, rulebooks + 1
            answers, features = prepared(program, backends), of_program(program)
        oracle = judge(program, expected_view(pair), told_view(pair))
        coverage.add(features | of_judgement(program, pair.situation, oracle))
        found = tuple(disagreements(pair.situation.view, answers, oracle.judged))
        if found:
            return Run(coverage, Failure(pair, found), rulebooks)
    return Run(coverage, None, rulebooks)


def expected_view(pair: Pair) -> View:
    """The facts as the oracle sees them, with what is taken as given."""
    untold = told_nothing_of(pair.program, pair.situation)
    return with_presumed(pair.program, told_view(pair), untold)


def told_view(pair: Pair) -> View:
    """The facts as told, as the oracle sees them: of a stated case it makes its own view."""
    facts = pair.situation
    if facts.case is not None:
        fuller = with_concluded(pair.program, facts.case, facts.day)
        return shown(fuller, pair.program.schema, facts.day)
    return facts.told or facts.view


def told_nothing_of(program: Program, facts: Situation) -> set[tuple[str, str]]:
    """The facts that nobody has told of, as the case or the view has it; and no register knows.

    Of what may follow from a day told in part, something is told.
    """
    asked = {(each.fact.subject, each.fact.name) for each in program.presumptions}
    told: list[Mapping[str, Any]] = [facts.told or facts.view]
    if facts.case is not None:
        fuller = with_concluded(program, facts.case, facts.day)
        told = [fuller.records, shown(fuller, program.schema, facts.day)]
        asked -= left_open(program, fuller, facts.day)
    return {(key, name) for key, name in asked
            if all((each.get(key) or {}).get(name) in (None, ()) for each in told)}  # fmt: skip


def smallest(failure: Failure, backends: Mapping[str, Backend]) -> Failure:
    """The same failure on a pair cut down to the part that matters."""
    blamed = {each.backend.split(" ")[0] for each in failure.found}
    suspects = {name: backend for name, backend in backends.items() if name in blamed}

    def found(program: Program, view: View) -> tuple[Disagreement, ...]:
        judged = judge(program, view).judged
        return tuple(disagreements(view, prepared(program, suspects), judged))

    pair = failure.pair
    if not found(pair.program, pair.situation.view):  # it lies in how the case was seen
        return failure
    program, view = shrunk(pair.program, pair.situation.view, lambda *pair: bool(found(*pair)))
    facts = evolve(pair.situation, view=view)
    return Failure(Pair(pair.number, program, facts), found(program, view))
