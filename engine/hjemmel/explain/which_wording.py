"""Which wording was in force, where the sources give only a span for the day it changed."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from hjemmel.core.outcome import Stage
from hjemmel.core.program import Edition, Norm
from hjemmel.provenance.besides import WHICH
from hjemmel.provenance.decisive import deciding_days, possible_editions
from hjemmel.provenance.situation import UNDECIDED, Situation
from hjemmel.source.citation import Citation
from hjemmel.source.moment import Moment, moment_in_words
from hjemmel.words.periods import period

_WHETHER = "om ordlyden gjaldt"
_BEGAN, _ENDED = "begynte", "sluttet"


@frozen
class WhichWording:
    """The question, the spans that it turns on in words, and the wordings that it is between."""

    question: str
    spans: str
    wordings: tuple[str, ...]
    citations: tuple[Citation, ...]


def which_wording(case: Situation, norm: Norm, stage: Stage) -> WhichWording | None:
    """What is open for want of a day in the sources; None where nothing is, or it matters not."""
    if stage is Stage.SUBJECT or case.norm_truth(norm.id, stage) != UNDECIDED:
        return None
    editions = possible_editions(case, norm)
    wordings = tuple(each.wording for each in editions)
    starts = [each.start for each in wordings if each.start]
    spans = dict.fromkeys(span for each in editions for span in _spans(case, norm, each, starts))
    if not spans or (stage is not Stage.IN_FORCE and not _differ(case, norm, stage)):
        return None
    cited = dict.fromkeys(one for each in wordings for one in each.all_citations)
    question = WHICH if len(wordings) > 1 else _WHETHER
    return WhichWording(question, "; ".join(spans), tuple(map(period, wordings)), tuple(cited))


def _differ(case: Situation, norm: Norm, stage: Stage) -> bool:
    """Whether several wordings that may be in force say different things, or none may be."""
    in_force = case.norm_truth(norm.id, Stage.IN_FORCE)[0]
    clauses = {id(each.clause(stage)) for each in possible_editions(case, norm)}
    return not in_force or len(clauses) > 1


def _spans(
    case: Situation, norm: Norm, edition: Edition, starts: Sequence[Moment]
) -> Iterator[str]:
    """The boundaries of which it is not known whether the day comes before or after."""
    first, last = deciding_days(case, norm.day_of(edition))
    if first is None or last is None:  # the day itself is what is missing
        return
    start, end = edition.wording.start, edition.wording.end
    if start and _is_within(start, first, last):
        yield f"{_BEGAN} {moment_in_words(start)}"
    if end and end.day_after not in starts and _is_within(end.day_after, first, last):
        yield f"{_ENDED} {moment_in_words(end)}"


def _is_within(start: Moment, first: date, last: date) -> bool:
    """Whether a span begins by the last of the days, and ends after the first."""
    return not start.is_known and start.first <= last and first < start.last
