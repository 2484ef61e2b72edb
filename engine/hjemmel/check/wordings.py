"""What belongs to one wording of a norm, and what to all of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from hjemmel.check import problems_wordings
from hjemmel.check.dated import source_days
from hjemmel.check.norm_structure import Anatomy, Part
from hjemmel.check.sources import Sources
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.moment import Moment, moment_in_words
from hjemmel.source.span import Span
from hjemmel.syntax import lines as written
from hjemmel.syntax.lines import Cited
from hjemmel.syntax.show_values import from_to

_OF_THE_WHOLE: dict[type, str] = {
    written.Mark: "kjennemerke",
    written.AskedWith: "søkes med",
    written.AppliesTo: "gjelder for",
}
_FIRST, _LAST = ("første dag", "begge dager"), ("siste dag", "begge dager")
_UP = "flytt linjen opp foran den første «fra»"
_SPLIT = f"{_UP}; skal det være ulikt fra ordlyd til ordlyd, del normen i to"


def begins(part: Part) -> date:
    """The first day that a wording may be in force."""
    assert part.edition is not None  # each of the editions of an anatomy has one
    return part.edition.start.first


def wording_problems(anatomy: Anatomy) -> Iterator[Diagnostic]:
    """Two scopes for one wording, and a boundary that is assumed from one side only."""
    common = anatomy.common.scope
    for part in anatomy.editions:
        if common and part.scope and part.edition:
            shown = from_to(part.edition.start, part.edition.end)
            yield problems_wordings.two_scopes(shown, part.scope.span, common.span)
    dated = [(each, each.edition) for each in anatomy.editions if each.edition]
    for (part, edition), (after, following) in pairwise(
        sorted(dated, key=lambda e: e[1].start.first)
    ):
        if edition.end is not None:
            last, first = _assumed(part, _LAST), _assumed(after, _FIRST)
            end = f"siste dag, {moment_in_words(edition.end)},"
            start = f"første dag, {moment_in_words(following.start)},"
            if last and not first:
                yield problems_wordings.half_assumed(start, end, following.span, last)
            elif first and not last:
                yield problems_wordings.half_assumed(end, start, edition.span, first)


def first_day_problems(part: Part, cited: Cited, sources: Sources) -> Iterator[Diagnostic]:
    """A wording that begins before what it rests on, or on a day that was assumed there."""
    edition = part.edition
    levels = [level for each in cited.citations if (level := sources.level(each.source))]
    heads = [(source_days(head)[0], head) for each in levels if (head := sources.head(each))]
    dated = [(start, head) for start, head in heads if start]
    if edition is None or not dated or len(dated) < len(heads):
        return
    first, source = min(dated, key=lambda each: each[0].first)
    if edition.start.first < first.first:
        shown = moment_in_words(first)
        yield problems_wordings.before_its_source(source.name, shown, edition.span, source.span)
    elif edition.start == first and source.assumed and not _assumed(part, _FIRST):
        here = f"første dag, {moment_in_words(edition.start)},"
        there = f"den dagen «{source.name}» gjelder fra,"
        yield problems_wordings.half_assumed(here, there, edition.span, source.span)


def gone_unsaid(gap: written.NotInForce, anatomy: Anatomy) -> Diagnostic | None:
    """That a norm is gone, and nothing says by what: no citation, and no wording that follows."""
    days = [each.edition.start.first for each in anatomy.editions if each.edition]
    follows = any(each > gap.start.first for each in days)
    if gap.end is not None or gap.cited.citations or follows:
        return None
    last = moment_in_words(gap.start.day_before)
    return problems_wordings.ends_unsaid(last, "det som tar den bort", gap.span)


def last_day_problems(part: Part, cited: Cited, sources: Sources) -> Iterator[Diagnostic]:
    """A last wording that ends on a day that nothing speaks for."""
    edition = part.edition
    if edition is None or edition.end is None or edition.cited.citations:
        return
    if edition.end.last < edition.start.first:  # which is told of by itself
        return
    chosen = any(edition.end.may_be(each.day) and not edition.end.is_known for each in part.chosen)
    if _assumed(part, _LAST) or chosen or _is_an_end(edition.end, cited, sources):
        return
    yield problems_wordings.ends_unsaid(
        moment_in_words(edition.end), "den siste ordlyden", edition.span
    )


def _is_an_end(day: Moment, cited: Cited, sources: Sources) -> bool:
    """Whether an edition of what is cited ends on the day, or a source begins on the day after."""
    levels = [level for each in cited.citations if (level := sources.level(each.source))]
    editions = [e for each in levels if (head := sources.head(each)) for e in head.editions]
    begin = [each.start for each in editions]
    heads = [head for head in sources.heads.values() if not head.assumed]
    begin += [first for head in heads if (first := source_days(head)[0])]
    return day.day_after in begin or day in [each.end for each in editions]


def _assumed(part: Part, which: tuple[str, str]) -> Span | None:
    """Where it is said that the first or the last day is assumed."""
    return next((each.span for each in part.assumed if each.which in which), None)


def lines_under_wordings(lines: Sequence[written.NormLine]) -> Iterator[Diagnostic]:
    """Lines of the whole norm that would be heard as one wording's."""
    editions = [each for each in lines if isinstance(each, written.Edition)]
    here = ""
    for line in lines:
        match line:
            case written.Edition(start, end):
                here = from_to(start, end)
            case _ if here and type(line) in _OF_THE_WHOLE:
                word = _OF_THE_WHOLE[type(line)]
                yield problems_wordings.under_a_wording(
                    word, here, _SPLIT, line.span, editions[0].span
                )
            case _:  # the others are of the wording they stand below
                pass
