"""Which wording was in force, where the sources give only a span for the day it changed."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from hjemmel.core.outcome import Stage
from hjemmel.core.program import Norm, Wording
from hjemmel.provenance.decisive import deciding_days, possible_editions
from hjemmel.provenance.situation import UNDECIDED, Situation
from hjemmel.source.citation import Citation
from hjemmel.source.moment import Moment, moment_in_words
from hjemmel.words.periods import period

_WHICH, _WHETHER = "hvilken ordlyd som gjaldt", "om ordlyden gjaldt"
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
    first, last = deciding_days(case, norm)
    if first is None or last is None:  # the day itself is what is missing
        return None
    editions = possible_editions(case, norm)
    wordings = tuple(each.wording for each in editions)
    spans = dict.fromkeys(_spans(wordings, first, last))
    if not spans or (stage is not Stage.IN_FORCE and not _differ(case, norm, stage)):
        return None
    cited = dict.fromkeys(one for each in wordings for one in each.all_citations)
    question = _WHICH if len(wordings) > 1 else _WHETHER
    return WhichWording(question, "; ".join(spans), tuple(map(period, wordings)), tuple(cited))


def _differ(case: Situation, norm: Norm, stage: Stage) -> bool:
    """Whether several wordings that may be in force say different things, or none may be."""
    in_force = case.norm_truth(norm.id, Stage.IN_FORCE)[0]
    clauses = {id(each.clause(stage)) for each in possible_editions(case, norm)}
    return not in_force or len(clauses) > 1


def _spans(wordings: tuple[Wording, ...], first: date, last: date) -> Iterator[str]:
    """The boundaries of which it is not known whether the day comes before or after."""
    starts = [each.start for each in wordings if each.start]
    for each in starts:
        if _is_within(each, first, last):
            yield f"{_BEGAN} {moment_in_words(each)}"
    for wording in wordings:
        end = wording.end
        if end and end.day_after not in starts and _is_within(end.day_after, first, last):
            yield f"{_ENDED} {moment_in_words(end)}"


def _is_within(start: Moment, first: date, last: date) -> bool:
    """Whether a span begins by the last of the days, and ends after the first."""
    return not start.is_known and start.first <= last and first < start.last
