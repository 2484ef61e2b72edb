"""Which wording of a norm is in force in a case, and what follows: level, citations, word."""

from datetime import date

from attrs import evolve, frozen

from hjemmel.core.effect import Effect, effect_of
from hjemmel.core.nodes import Node
from hjemmel.core.outcome import NormMeaning, Outcome, Stage, outcome
from hjemmel.core.program import Kind, Norm, Suspension, Wording, is_presumed
from hjemmel.explain.unread import unread
from hjemmel.provenance.decisive import deciding_days, possible_editions
from hjemmel.provenance.situation import TOP, Situation
from hjemmel.source.citation import Citation, Level
from hjemmel.words.outcomes import NOT_OPEN, UNREAD, word


@frozen(eq=False)
class Standing:
    """How a norm stands: its outcome, where that was decided, by which wording, what that is.

    `wordings` are those that may be in force, where one is: mostly that one.

    Each is made once in a program (see `standing`), so the same one is the same object.
    """

    outcome: Outcome
    stage: Stage
    wordings: tuple[Wording, ...]
    level: Level
    effect: Effect
    word: str

    @property
    def wording(self) -> Wording | None:
        """The wording in force; None where none is, or it is not settled which."""
        return self.wordings[0] if len(self.wordings) == 1 else None


def standing(case: Situation, norm: Norm) -> Standing:
    """How the norm stands in the case."""
    known: Standing | None = case.standings.get(norm.id)
    if known is None:
        known = case.standings[norm.id] = _standing(case, norm)
    return known


def _standing(case: Situation, norm: Norm) -> Standing:
    """One of the few ways in which the norm can stand, each made once a program."""
    truths = case.valuation.norms.bits(norm.id)
    only_one = len(norm.wordings) == 1  # which is then the one in force, if any is
    found = () if only_one else wordings_in_force(case, norm)
    is_unread = case.book.program.has_unread and _is_unread(case, norm)
    asked = is_asked_for(case, norm)
    key = (norm.id, truths, is_unread, asked, *map(norm.wordings.index, found))
    known: Standing | None = case.book.standings.get(key)
    if known is None:
        found = wordings_in_force(case, norm)
        known = _made(norm, case.valuation.norms[norm.id], found)
        if is_unread and known.outcome is Outcome.NO_RULE:
            known = evolve(known, word=UNREAD)
        if not asked and known.effect is Effect.REFUSAL:
            known = evolve(known, effect=Effect.NONE, word=NOT_OPEN)
        case.book.standings[key] = known
    return known


def is_asked_for(case: Situation, norm: Norm) -> bool:
    """Whether it is answered to somebody: what is no access, is whoever asks."""
    if norm.kind is not Kind.PERMISSION:
        return True
    return bool(norm.asked_with) and case.observation.view.get(norm.asked_with) is not None


def _is_unread(case: Situation, norm: Norm) -> bool:
    """Whether no wording is in force, and an edition of that day was not read."""
    gone = case.norm_truth(norm.id, Stage.IN_FORCE)[1]
    return gone and bool(unread(case, norm, ()))


def _made(norm: Norm, truths: NormMeaning, wordings: tuple[Wording, ...]) -> Standing:
    found, stage = outcome(truths)
    level = lowest(wordings) if wordings else norm.highest_level
    presumed = is_presumed(wordings or norm.wordings, level)
    effect = effect_of(norm.kind, level, found)
    return Standing(found, stage, wordings, level, effect, word(norm.kind, level, found, presumed))


def wordings_in_force(case: Situation, norm: Norm) -> tuple[Wording, ...]:
    """The wording in force on the deciding day, or those of which it is not known which is.

    None where none is, or that is not known.
    """
    if not case.norm_truth(norm.id, Stage.IN_FORCE)[0]:
        return ()
    if len(norm.wordings) == 1:
        return norm.wordings
    return tuple(each.wording for each in possible_editions(case, norm))


def deciding_day(case: Situation, deciding: Node) -> date | None:
    """A day that decides whether a wording is in force, where it is known."""
    value = case.value(deciding, TOP)
    if isinstance(value, tuple):
        value = value[0] if value[0] == value[1] else None
    return value if isinstance(value, date) else None


def suspensions(case: Situation, norm: Norm) -> tuple[Suspension, ...]:
    """Why no wording is in force, where that is since it is not on the days that decide."""
    if not norm.suspensions or not case.norm_truth(norm.id, Stage.IN_FORCE)[1]:
        return ()
    days = [deciding_days(case, each) for each in norm.days]
    return tuple(
        each
        for each in norm.suspensions
        if any(first and last and each.covers(first, last) for first, last in days)
    )


def citations(norm: Norm, wordings: tuple[Wording, ...]) -> tuple[Citation, ...]:
    """The citations of the wordings that may be in force, or of all where none is known to be."""
    cited = (one for each in wordings or norm.wordings for one in each.all_citations)
    return tuple(dict.fromkeys(cited))


def lowest(wordings: tuple[Wording, ...]) -> Level:
    """The lowest level of several wordings: it is not known that they rest on any higher."""
    return max((each.level for each in wordings), key=lambda level: level.rank)


def is_assumed(wording: Wording) -> bool:
    """Whether any of the wording's days is an assumption."""
    return bool(wording.assumed_start or wording.assumed_end or wording.assumed)
