"""Which services of a portfolio get another answer, and of which norms.

Each version reads the services by what it declares. A service that only one of them could read is
told of by name: nothing can be said of how it turns.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from enum import Enum

from attrs import field, frozen

from hjemmel.analysis.comparison.pairing import Pairing
from hjemmel.analysis.heeded import JUDGED, Along, unseen
from hjemmel.backends.presuming import Presuming
from hjemmel.case.statements import Case
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Program, is_presumed
from hjemmel.explain.judge import Judge
from hjemmel.explain.presumed import presumed
from hjemmel.explain.verdict import Verdict, full_word, missing
from hjemmel.words.periods import assumption, choice

Day = Callable[[Case], date]
QUIET = (Outcome.NOT_APPLICABLE, Outcome.NO_RULE)


@frozen(eq=False)
class Reading:
    """The services as one version read them, and how many could not be read, whole or in part."""

    cases: tuple[Case, ...]
    set_aside: int = 0
    unread: int = 0


class Turn(Enum):
    """What is another of an answer."""

    OUTCOME = "utfallet"
    WORD = "ordet for det samme utfallet"
    LACKS = "det som mangler"
    GROUNDS = "det svaret hviler på"


@frozen(eq=False)
class Flip:
    """A service whose answer of a norm is another; `norm` by the id it has now, or had.

    `words` are those of the two verdicts, «–» where the version has no such norm; `lost` and `new`
    are what the answers rest on that the sources do not say outright.
    """

    service: str
    title: str
    norm: str
    turn: Turn
    words: tuple[str, str]
    before: Verdict | None = field(repr=False)
    after: Verdict | None = field(repr=False)
    lost: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the service is called."""
        return f"{self.title} ({self.service})" if self.title else self.service


@frozen(eq=False)
class Services:
    """How a portfolio turns. `count` services were judged by both; some only one could read."""

    flips: tuple[Flip, ...]
    count: int
    only_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()
    readings: tuple[Reading, Reading] = field(default=(Reading(()), Reading(())), repr=False)
    day: Day | None = field(default=None, repr=False)

    @property
    def is_unturned(self) -> bool:
        """Whether no verdict is another."""
        return not self.turned

    @property
    def turned(self) -> tuple[str, ...]:
        """The services with another verdict, by name."""
        found = (each.name for each in self.flips if each.turn in (Turn.OUTCOME, Turn.WORD))
        return tuple(dict.fromkeys(found))

    @property
    def still_open(self) -> tuple[str, ...]:
        """The other services of which something else is missing than before, by name."""
        found = (each.name for each in self.flips if each.turn is Turn.LACKS)
        return tuple(each for each in dict.fromkeys(found) if each not in self.turned)

    @property
    def days(self) -> tuple[date, ...]:
        """The days that they are judged by, each once."""
        if self.day is None:
            return ()
        return tuple(sorted({self.day(each) for each in self.readings[1].cases}))


NO_WORD = "–"


@frozen(eq=False)
class Judging:
    """The day that services are judged by, what each version takes as given, and how the work is
    followed."""

    day: Day
    ready: tuple[Presuming, Presuming]
    along: Along = unseen


def services(
    pairing: Pairing,
    norms: Collection[str],
    readings: tuple[Reading, Reading],
    by: Judging,
) -> Services:
    """What turns, of the norms with these ids (those that they have now, or had)."""
    before, after = (_by_key(each.cases) for each in readings)
    both = [key for key in after if key in before]
    pairs = [
        (was.id if was else None, now.id if now else None)
        for was, now in pairing.pairs()
        if (now or was).id in norms  # type: ignore[union-attr]
    ]
    old = _Version.of(pairing.old, [was for was, _ in pairs if was], by.ready[0])
    new = _Version.of(pairing.new, [now for _, now in pairs if now], by.ready[1])
    flips: list[Flip] = []
    for key in by.along(both, len(both), JUDGED):
        on = by.day(after[key])
        was, now = old.verdicts(before[key], on), new.verdicts(after[key], on)
        found = (_flip(after[key], was.get(a or ""), now.get(b or "")) for a, b in pairs)
        flips += [each for each in found if each is not None]
    return Services(
        tuple(flips), len(both),
        tuple(_name(before[each]) for each in before if each not in after),
        tuple(_name(after[each]) for each in after if each not in before), readings, by.day,
    )  # fmt: skip


@frozen(eq=False)
class _Version:
    """One version, ready to judge some of its norms; none where it has none of them."""

    judge: Judge | None
    presuming: Presuming

    @classmethod
    def of(cls, program: Program, norms: Collection[str], presuming: Presuming) -> "_Version":
        return cls(Judge.among(program, norms) if norms else None, presuming)

    def verdicts(self, case: Case, day: date) -> Mapping[str, Verdict]:
        if self.judge is None:
            return {}
        situation = self.judge.seeing(self.presuming.observe(case, day), day)
        return {each.norm.id: each for each in self.judge.verdicts(situation)}


def _by_key(cases: Iterable[Case]) -> dict[tuple[str, int], Case]:
    """The services by their names; of several with one name, by how many stood before."""
    met: dict[str, int] = {}
    found: dict[tuple[str, int], Case] = {}
    for each in cases:
        found[each.id, met.setdefault(each.id, 0)] = each
        met[each.id] += 1
    return found


def _name(of: Case) -> str:
    return f"{of.title} ({of.id})" if of.title else of.id


def _flip(case: Case, before: Verdict | None, after: Verdict | None) -> Flip | None:
    of = after or before
    assert of is not None
    if before is None or after is None:
        if of.outcome in QUIET:
            return None
        words = (_word(before), _word(after))
        return Flip(case.id, case.title, of.norm.id, Turn.OUTCOME, words, before, after)
    lost, new = _difference(grounds(before), grounds(after))
    words = (_word(before), _word(after))
    turn = _turn(before, after, words, bool(lost or new))
    if turn is None:
        return None
    return Flip(case.id, case.title, of.norm.id, turn, words, before, after, lost, new)


def _turn(
    before: Verdict, after: Verdict, words: tuple[str, str], grounds_differ: bool
) -> Turn | None:
    if before.outcome is not after.outcome:
        return Turn.OUTCOME
    if before.word != after.word or before.effect is not after.effect:
        return Turn.WORD
    if words[0] != words[1] or _lacks(before) != _lacks(after):
        return Turn.LACKS
    return Turn.GROUNDS if grounds_differ else None


def _lacks(of: Verdict) -> list[object]:
    return [(each.about, each.kind, each.holder) for each in missing(of)]


def _word(of: Verdict | None) -> str:
    return full_word(of, missing(of)) if of else NO_WORD


def grounds(of: Verdict) -> tuple[str, ...]:
    """What an answer rests on that the sources do not say outright, each in words."""
    if of.outcome in QUIET:
        return ()
    found = [f"antatt: {told}" for each in of.wordings if (told := assumption(each))]
    found += [f"valgt: {told}" for each in of.wordings if (told := choice(each))]
    if is_presumed(of.wordings or of.norm.wordings, of.level):
        found.append("forutsatt: kilden forutsetter normen uten å påby den")
    for each in presumed(of):
        found.append(f"forutsatt: {each.by.norm.title} ({each.by.norm.id})")
    found += [f"tolkning: {each.question} {each.chosen}" for each in of.norm.questions
              if each.chosen]  # fmt: skip
    return tuple(dict.fromkeys(found))


def _difference(
    before: tuple[str, ...], after: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lost = tuple(each for each in before if each not in after)
    return lost, tuple(each for each in after if each not in before)
