"""Verdicts and their reasons in a compact form: what is told alike of many cases stands once.

The numbers refer to lists: a verdict to its texts, to its norm and to the steps of its reason, and
a step to those below it. A browser makes a case of it when the case is opened.
"""

import base64
import json
import zlib
from collections.abc import Hashable, Sequence
from typing import Any

from attrs import define, field, frozen

from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Norm
from hjemmel.explain.finding import Result
from hjemmel.explain.verdict import Verdict, full_word, missing, told_of
from hjemmel.render.binding_words import binding
from hjemmel.render.marks import in_full
from hjemmel.render.missing_words import lacking
from hjemmel.render.portfolio import CaseVerdicts
from hjemmel.render.summary import gist
from hjemmel.render.told import Told, told_reason
from hjemmel.render.verdict_text import provision, role_of
from hjemmel.source.days import day_in_words
from hjemmel.source.shown import shown
from hjemmel.words.outcomes import called

QUIET = (Outcome.NOT_APPLICABLE, Outcome.NO_RULE)
"""Of what is not asked in a case, the line is enough; its steps are not kept."""
_SIGNS = (Result.HOLDS, Result.FAILS, Result.UNDECIDED)
_OUTCOMES = tuple(Outcome)
_BROWSERS_DEFLATE = -15
"""The window of a stream that browsers call «deflate-raw»."""


@define(eq=False)
class Kept:
    """Things of one kind, each once, by number."""

    numbers: dict[Hashable, int] = field(factory=dict)

    def number(self, of: Hashable) -> int:
        """Its number: a new one where it is met for the first time."""
        return self.numbers.setdefault(of, len(self.numbers))


@define(eq=False)
class Tellings:
    """What is told of the cases so far."""

    texts: Kept = field(factory=Kept)
    norms: Kept = field(factory=Kept)
    steps: Kept = field(factory=Kept)
    verdicts: Kept = field(factory=Kept)
    cases: list[tuple[int, ...]] = field(factory=list)
    about: list[str] = field(factory=list)

    def add(self, case: CaseVerdicts) -> None:
        """One case more."""
        day = f", vurdert per {day_in_words(case.day)}" if case.day else ""
        self.about.append(shown(f"Sak {case.id}{day}"))
        self.cases.append(tuple(map(self._number, case.verdicts)))

    def packed(self, order: Sequence[int]) -> str:
        """All of it as text that a page can hold, the cases in this order."""
        made = {
            "tekster": list(self.texts.numbers),
            "normer": list(self.norms.numbers),
            "steg": list(self.steps.numbers),
            "svar": list(self.verdicts.numbers),
            "utfall": [each.value for each in _OUTCOMES],
            "om": [self.about[each] for each in order],
            "saker": [self.cases[each] for each in order],
        }
        data = json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()
        packer = zlib.compressobj(9, zlib.DEFLATED, _BROWSERS_DEFLATE)
        return base64.b64encode(packer.compress(data) + packer.flush()).decode("ascii")

    def _number(self, verdict: Verdict) -> int:
        # Remembered for this report alone, whose numbers they are; the words are let go of.
        return told_of(verdict, self, lambda: self._made(verdict))

    def _made(self, verdict: Verdict) -> int:
        return self.verdicts.number(self._verdict(verdict.norm, _told_of(verdict)))

    def _verdict(self, norm: Norm, told: "_Telling") -> Hashable:
        number = self.texts.number
        head = (
            provision(norm),
            called(norm),
            norm.kind.value if called(norm) == norm.title else "",
        )
        return (
            self.norms.number((norm.id, *map(shown, head))),
            told.outcome,
            number(told.role),
            number(told.word),
            number(told.says),
            number(told.cited),
            number(told.own_words),
            tuple(map(number, told.notes)),
            tuple(map(number, told.lacks)),
            tuple(map(self._step, told.steps)),
        )

    def _step(self, told: Told) -> int:
        number = self.texts.number
        asides = [told.citation, f"kilde: {told.source}" if told.source else "", *told.notes]
        return self.steps.number(
            (
                _SIGNS.index(told.result),
                int(told.decisive),
                number(shown(told.what)),
                number(shown(told.value)),
                tuple(number(shown(text)) for text in asides if text),
                tuple(map(self._step, told.because)),
            )
        )


@frozen
class _Telling:
    """One verdict in words."""

    outcome: int
    role: str
    word: str
    says: str
    cited: str
    own_words: str
    notes: tuple[str, ...]
    lacks: tuple[str, ...]
    steps: tuple[Told, ...]


def _told_of(verdict: Verdict) -> _Telling:
    lacks = missing(verdict)
    cited = "; ".join((*map(str, verdict.citations), *binding(verdict)))
    steps = () if verdict.outcome in QUIET else told_reason(verdict)
    # What is missing stands in a list; the line would say it once more.
    says, notes = ("", tuple(in_full(verdict))) if lacks else (gist(verdict), ())
    return _Telling(
        _OUTCOMES.index(verdict.outcome),
        role_of(verdict),
        shown(full_word(verdict, lacks)),
        shown(says),
        shown(cited),
        shown(verdict.own_words),
        tuple(map(shown, notes)),
        tuple(shown(lacking(each)) for each in lacks),
        steps,
    )


def unpacked(packed: str) -> dict[str, Any]:
    """What was packed, for those who have no browser."""
    made: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(packed), _BROWSERS_DEFLATE))
    return made
