"""What is asked of one norm: whether it can stand each way, and whether its parts matter."""

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import field, frozen

from hjemmel.analysis.proofs import problems
from hjemmel.analysis.proofs.finding import Result
from hjemmel.analysis.proofs.idle import Idle, idle_parts
from hjemmel.analysis.proofs.rules import Rules, undecided
from hjemmel.analysis.proofs.sought import (
    APPLIES,
    BROKEN,
    MET,
    NO_RULE,
    OPEN,
    SHOWN,
    Never,
    Screened,
    Sought,
    Stands,
    weakest,
)
from hjemmel.analysis.proofs.units import each_of, units
from hjemmel.analysis.proofs.variants import asking, only
from hjemmel.core.making import all_of, within
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.core.program import Edition, Norm
from hjemmel.core.walk import nodes_of
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.words.outcomes import outcome_word
from hjemmel.words.periods import period


@frozen
class Looked:
    """What came of one norm: what was found, and which of its parts are idle.

    `silent` are where parts come from that were not asked about, because of what was found.
    """

    found: tuple[Result, ...]
    idle: tuple[Idle, ...] = ()
    silent: frozenset[int] = frozenset()


def looked(rules: Rules, norm: Norm) -> Looked:
    """All that is asked of a norm by itself."""
    return _Looking(rules, norm).looked()


@frozen(eq=False)
class _Looking:
    rules: Rules
    norm: Norm
    found: list[Result] = field(factory=list)

    def looked(self) -> Looked:
        wordings = _each_wording(self.norm)
        asker = self.rules.asker([self.norm.id], wordings)
        can = [asker.screened(self._stands(so)) for so in (MET, BROKEN, OPEN)]
        parts = units(self.norm)
        if all(isinstance(each, Never) for each in can):
            self._tell(problems.never_applies(self.norm), can, ())
            return Looked(tuple(self.found), silent=frozenset(e.id for e in each_of(parts)))
        lives = [asker.screened((Stands(each.id, APPLIES),)) for each in wordings]
        dead = self._wordings(lives)
        stuck = self._stuck(*can)
        self._undated()
        silent = {e.id for e in parts if (stuck and e.stage is Stage.REQUIREMENT) or e.id in dead}
        idle, doubts = idle_parts(self.rules, self.norm, [e for e in parts if e.id not in silent])
        return Looked((*self.found, *doubts), idle, frozenset(silent))

    # --- as a whole ----------------------------------------------------------------------

    def _stuck(self, met: Screened, broken: Screened, is_open: Screened) -> bool:
        """Whether what it asks makes no difference; told."""
        norm = self.norm
        self._doubted("NTR602", met)
        self._doubted("NTR603", broken)
        match met, broken, is_open:
            case Never(), Never(), _:
                self._tell(problems.never_met(norm), [met, broken], self._stands(OPEN))
            case Never(), _, Never():
                self._foregone(Outcome.BROKEN, [met, is_open])
            case _, Never(), Never():
                self._foregone(Outcome.MET, [broken, is_open])
            case Never(), _, _:
                self._tell(problems.never_met(norm), [met], self._stands(APPLIES))
            case _, Never(), _:
                self._tell(problems.never_broken(norm), [broken], self._stands(APPLIES))
            case _:  # it can be met, and it can fail
                return False
        return True

    def _foregone(self, outcome: Outcome, never: Iterable[Screened]) -> None:
        word = outcome_word(self.norm, self.norm.wordings[-1], outcome)
        self._tell(problems.foregone(self.norm, word), never, self._stands(APPLIES))

    def _stands(self, so: frozenset[tuple[Outcome, Stage]]) -> Sought:
        return (Stands(self.norm.id, so),)

    def _tell(self, told: Diagnostic, answers: Iterable[Screened], sought: Sought) -> None:
        never = weakest(each for each in answers if isinstance(each, Never))
        shown = self.rules.shown([self.norm.id], (), sought) if sought else None
        self.found.append(self.rules.finding(told, (self.norm.id,), never, shown))

    def _doubted(self, code: str, answer: Screened) -> None:
        if (doubt := undecided(code, self.norm.id, [answer])) is not None:
            self.found.append(doubt)

    # --- wordings ------------------------------------------------------------------------

    def _wordings(self, lives: Sequence[Screened]) -> frozenset[int]:
        """Where the parts come from that stand only in wordings that never apply; told."""
        dead: list[Edition] = []
        for answer, edition in zip(lives, self.norm.editions, strict=False):
            self._doubted("NTR607", answer)
            if isinstance(answer, Never):
                dead.append(edition)
                wording = edition.wording
                told = problems.idle_wording(self.norm, period(wording))
                days = (wording.start, wording.end)
                made = self.rules.finding(told, (self.norm.id,), answer, None, days)
                self.found.append(made)
        return _origins(dead) - _origins(each for each in self.norm.editions if each not in dead)

    def _undated(self) -> None:
        """Cases in which no wording is in force, though each is decided by a day of its own."""
        if len(self.norm.days) < 2:
            return
        first, last = _ends(self.norm)
        days = all_of(within(day, first, last) for day in self.norm.days)
        between = asking(self.norm, "dager", days)
        sought = (*self._stands(NO_RULE), Stands(between.id, MET))
        shown = self.rules.shown([self.norm.id], [between], sought)
        if shown is not None:
            told = problems.undated(self.norm)
            self.found.append(self.rules.finding(told, (self.norm.id,), SHOWN, shown))


def _each_wording(norm: Norm) -> list[Norm]:
    """The norm with each of its wordings alone, where it has several."""
    if len(norm.editions) < 2:
        return []
    return [only(norm, f"ordlyd {at}", each) for at, each in enumerate(norm.editions, 1)]


def _origins(editions: Iterable[Edition]) -> frozenset[int]:
    nodes = (node for each in editions for clause in each.clauses for node in nodes_of(clause))
    return frozenset(each.origin.id for each in nodes)


def _ends(norm: Norm) -> tuple[date | None, date | None]:
    """From when some wording surely has begun, until when one surely is not at its end."""
    starts = [each.start.last for each in norm.wordings if each.start]
    ends = [each.end.first for each in norm.wordings if each.end]
    is_open = len(starts) < len(norm.wordings), len(ends) < len(norm.wordings)
    first = None if is_open[0] else min(starts)
    return first, None if is_open[1] else max(ends)
