"""A rulebook ready for cases."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import frozen

from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program
from hjemmel.engine.cases import DEFAULT_NAME, Facts, day_of, told_of
from hjemmel.engine.diagnostics import Diagnostic
from hjemmel.engine.errors import FactsError
from hjemmel.engine.judgements import WIDTH, Judgement, judged
from hjemmel.engine.norms import Norm, norm_of
from hjemmel.engine.questions import Question, questions_of
from hjemmel.engine.unknown import unknown_norm
from hjemmel.explain.judge import Judge
from hjemmel.facts.case_schema import json_schema
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.store import storage

if TYPE_CHECKING:
    from hjemmel.engine.outcomes import Decider


@frozen(eq=False, repr=False)
class Rulebook:
    """A rulebook without errors, with all that it builds on. It never changes.

    It may be used by several threads at once, and be sent to another process. `warnings` are what
    was worth saying of its files when it was compiled; `program` is the engine's own form of it,
    which may be another in the next version.
    """

    program: Program
    warnings: tuple[Diagnostic, ...] = ()

    @property
    def name(self) -> str:
        """The names of its rule files, as they were asked for."""
        return self.program.name

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the texts of all its files: two with the same give the same verdicts."""
        return self.program.fingerprint

    @cached_property
    def norms(self) -> tuple[Norm, ...]:
        """Its norms, in the order of the law."""
        return tuple(map(norm_of, self.program.norms))

    def norm(self, norm_id: str) -> Norm:
        """One of them; UnknownNormError where there is none of this id."""
        found = self._by_id.get(norm_id)
        if found is None:
            raise unknown_norm(norm_id, self._by_id)
        return found

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The facts it wants of a case."""
        return questions_of(self.program)

    def case_schema(self) -> dict[str, object]:
        """The form of a case as JSON Schema, as `ntr skjema` writes it."""
        return json_schema(self.program.schema)

    def judge(self, facts: Facts, day: date | str | None = None) -> Judgement:
        """The verdicts on a case by a day: the one given, else the `vurderingsdato` of the case.

        FactsError where it cannot be said what the case is, or which day. What is merely not read
        counts as unknown, and stands in `unread`.
        """
        return self._judged(facts, day, DEFAULT_NAME)

    def judge_many(
        self, cases: Iterable[Facts], day: date | str | None = None
    ) -> Iterator[Judgement | FactsError]:
        """Each case in turn, when it is asked for. A case that cannot be read gives its error."""
        for number, facts in enumerate(cases, start=1):
            try:
                yield self._judged(facts, day, f"{DEFAULT_NAME}-{number}")
            except FactsError as wrong:
                yield wrong

    def outcomes(
        self,
        cases: Iterable[Facts],
        day: date | str | None = None,
        norms: Iterable[str] | None = None,
    ) -> Iterator[dict[str, Outcome] | FactsError]:
        """How each norm stands in each case in turn, without reasons: the quick way for very many.

        By norm id, in the order of the law; of the `norms` of these ids, else of all. A case that
        cannot be read gives its error. UnknownNormError where there is no norm of an id.
        """
        if norms is None:
            return self._outcomes(self._decider, cases, day)
        from hjemmel.engine.outcomes import decider

        return self._outcomes(decider(self.program, map(self._known, norms)), cases, day)

    def _outcomes(
        self, decider: "Decider", cases: Iterable[Facts], day: date | str | None
    ) -> Iterator[dict[str, Outcome] | FactsError]:
        for number, facts in enumerate(cases, start=1):
            try:
                case = told_of(facts, self._vocabulary, f"{DEFAULT_NAME}-{number}").case
                yield decider.outcomes(case, day_of(day, case))
            except FactsError as wrong:
                yield wrong

    def _known(self, norm_id: str) -> str:
        return self.norm(norm_id).id

    @cached_property
    def _decider(self) -> "Decider":
        from hjemmel.engine.outcomes import decider

        return decider(self.program, self._by_id)

    def explain(self, judgement: Judgement, norm_id: str, width: int = WIDTH) -> str:
        """The whole reason for one norm, as `ntr forklar` writes it, in lines of so many signs."""
        return judgement.explain(norm_id, width)

    def _judged(self, facts: Facts, day: date | str | None, name: str) -> Judgement:
        told = told_of(facts, self._vocabulary, name)
        return judged(self, told.case, day_of(day, told.case), told.unread, told.notes)

    @cached_property
    def judge_of(self) -> Judge:
        """The program made ready for cases."""
        return Judge.of(self.program)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary.of(self.program.schema)

    @cached_property
    def _by_id(self) -> dict[str, Norm]:
        return {each.id: each for each in self.norms}

    def __repr__(self) -> str:
        return f"Rulebook({self.name!r}, {len(self.program.norms)} norms)"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (storage.dump(self.program), self.warnings)


def _restored(content: bytes, warnings: tuple[Diagnostic, ...]) -> Rulebook:
    return Rulebook(storage.load(content), warnings)
