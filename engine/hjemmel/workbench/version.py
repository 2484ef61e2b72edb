"""One version of the rules on the bench, and what cases come to by it.

What is found is kept with the version, and a version never changes: another text is another
version, so nothing kept can be out of date.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property

from attrs import field, frozen

from hjemmel.case.observation import Observation
from hjemmel.case.statements import Case
from hjemmel.core.part import needs_of
from hjemmel.core.program import Norm, Program
from hjemmel.engine.rulebook import Rulebook
from hjemmel.explain.judge import Judge
from hjemmel.explain.verdict import Verdict, verdict
from hjemmel.facts.faults import Reading
from hjemmel.provenance.situation import Situation
from hjemmel.workbench.case_files import CaseFile, Held

Verdicts = dict[str, Verdict]
_At = tuple[int, date]
"""A case by its identity, and a day. The case is kept by the reading that it is from."""


@frozen(eq=False)
class Version:
    """A rulebook ready for the cases of the bench."""

    rulebook: Rulebook
    readings: dict[CaseFile, Reading] = field(factory=dict, repr=False)
    _seen: dict[_At, Observation] = field(factory=dict, repr=False)
    _whole: dict[_At, Situation] = field(factory=dict, repr=False)
    _verdicts: dict[_At, Verdicts] = field(factory=dict, repr=False)
    _parts: dict[frozenset[str], Judge] = field(factory=dict, repr=False)

    @classmethod
    def after(cls, rulebook: Rulebook, other: "Version") -> "Version":
        """A version that reads cases as another does, where what is declared is the same."""
        is_same = rulebook.program.schema == other.program.schema
        return cls(rulebook, other.readings if is_same else {})

    @property
    def program(self) -> Program:
        """What the rules mean."""
        return self.rulebook.program

    @property
    def judge(self) -> Judge:
        """A judge of all its norms."""
        return self.rulebook.judge_of

    @cached_property
    def needs(self) -> Mapping[str, frozenset[str]]:
        """The norms that each norm refers to, itself among them."""
        return needs_of(self.program)

    def norm(self, norm: str) -> Norm | None:
        """A norm by its id."""
        return self.program.by_id.get(norm)

    # ---- cases

    def reading(self, file: CaseFile) -> Reading:
        """What this version reads of a file."""
        if file not in self.readings:
            self.readings[file] = file.read_by(self.program.schema)
        return self.readings[file]

    def cases(self, files: Iterable[CaseFile]) -> dict[str, Held]:
        """All the cases by their names; of several with one name the last."""
        found: dict[str, Held] = {}
        for file in files:
            for case in self.reading(file).cases:
                found.pop(case.id, None)
                found[case.id] = Held(case, file)
        return found

    def verdicts(self, case: Case, day: date, norms: Collection[str] | None = None) -> Verdicts:
        """The verdicts of the norms of these ids, else of all, in the order of the law."""
        known = self._verdicts.setdefault((id(case), day), {})
        wanted = [e for e in self.program.norms if norms is None or e.id in norms]
        lacks = [each for each in wanted if each.id not in known]
        if lacks:
            judge = self._judge_of(lacks)
            situation = self._situation(judge, case, day)
            known.update((each.id, verdict(situation, each)) for each in lacks)
        return {each.id: known[each.id] for each in wanted}

    def observation(self, case: Case, day: date) -> Observation:
        """What is seen of a case on a day."""
        at = (id(case), day)
        if at not in self._seen:
            self._seen[at] = self.judge.presuming.observe(case, day)
        return self._seen[at]

    def _judge_of(self, norms: Collection[Norm]) -> Judge:
        """One of all, where there are many; else of those that are asked for and what they need."""
        if self._whole or 2 * len(norms) > len(self.program.norms):
            return self.judge
        ids = frozenset(each.id for each in norms)
        if ids not in self._parts:
            self._parts[ids] = Judge(self.program, tuple(norms))
        return self._parts[ids]

    def _situation(self, judge: Judge, case: Case, day: date) -> Situation:
        at = (id(case), day)
        if at in self._whole:
            return self._whole[at]
        found = judge.seeing(self.observation(case, day), day)
        if judge is self.judge:
            self._whole[at] = found
        return found
