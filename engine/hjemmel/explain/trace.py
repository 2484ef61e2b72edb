"""The reason of a norm: what was asked at each stage up to the deciding one, and what was found.

A reason that rests on other norms tells theirs too, but not without end. After some
references, or where the clauses on the way are deep, it says where to read on («se 9-1/x»);
and once it is long it tells no norm a second time. So it is never longer than the norms it
tells of, and the reasons of a chain of norms never hold all of the chain each.
"""

from attrs import evolve, field, frozen

from hjemmel.core.nodes import Apply, Fact, Literal, Node
from hjemmel.core.operators import Sense, sense
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Kind, Norm, Wording
from hjemmel.core.schema import CASE
from hjemmel.core.walk import height
from hjemmel.explain.clauses import Clauses
from hjemmel.explain.dated import selected
from hjemmel.explain.finding import Finding, Result, result_of, reworded
from hjemmel.explain.observed_values import remarks, unknown
from hjemmel.explain.standing import deciding_day, period, standing
from hjemmel.provenance.book import Book
from hjemmel.provenance.decisive import Marking, leaves, marking_near, stages
from hjemmel.provenance.situation import TOP, Situation, path_of
from hjemmel.source.days import day_in_words
from hjemmel.words.outcomes import breach_lead, requirement_lead
from hjemmel.words.phrases import is_always, none_of, words

MOST_LINKS = 10
"""So many references after one another are told where they stand."""

_ROOM = 60
"""So many nodes below one another, in the norms referred to, are told where they stand."""

_LONG = 100
"""A reason that has told of so many norms tells no norm again."""


def reason(case: Situation, norm: Norm, last: Stage) -> tuple[Finding, ...]:
    """The findings of the norm's stages up to and with the stage `last`."""
    marked = marking_near(case, norm, last, MOST_LINKS)
    return _Telling(case, marked).stages(norm, last)


@frozen(eq=False)
class _Telling:
    """One reason as it is told: how far in, and how many times it has told of which norms."""

    case: Situation
    marked: Marking
    links: int = MOST_LINKS
    room: int = _ROOM
    told: list[str] = field(factory=list)
    known: set[str] = field(factory=set)

    def stages(self, norm: Norm, last: Stage) -> tuple[Finding, ...]:
        """The findings of a norm."""
        return _stages(Clauses(self.case, self.marked, self.referenced), norm, last)

    def referenced(self, norm: Norm, last: Stage) -> tuple[Finding, ...] | None:
        """The findings of a norm that is referred to; None where they are to be read there."""
        room = self.room - _height(self.case.book, norm)
        again = norm.id in self.known and len(self.told) > _LONG
        if again or room < 0 or not self.links:
            return None
        self.told.append(norm.id)
        self.known.add(norm.id)
        return evolve(self, links=self.links - 1, room=room).stages(norm, last)


def _height(book: Book, norm: Norm) -> int:
    found = book.heights.get(norm.id)
    if found is None:
        found = book.heights[norm.id] = max(map(height, (norm.applies, norm.requirement)))
    return found


def _stages(told: Clauses, norm: Norm, last: Stage) -> tuple[Finding, ...]:
    case = told.case
    found: list[Finding] = []
    for stage, node in stages(norm, last):
        match stage:
            case Stage.SUBJECT:
                found += _subject(case, norm)
            case Stage.IN_FORCE:
                found.append(_in_force(case, norm))
            case Stage.APPLIES if not is_always(node):
                asked = selected(case, norm, node)
                found.append(_led("gjelder når", told.finding(asked, TOP, {})))
            case Stage.REQUIREMENT:
                asked = selected(case, norm, node)
                found.append(_asked(told, norm, asked))
            case _:  # a norm that always applies has no scope to tell of
                pass
    return tuple(found)


def _asked(told: Clauses, norm: Norm, asked: Node) -> Finding:
    """What the norm asks for; a prohibition is told by what breaks it, as its author wrote."""
    if norm.kind is Kind.PROHIBITION and isinstance(asked, Apply) and sense(asked) is Sense.NOT:
        lead = breach_lead(norm.kind, standing(told.case, norm).level)
        return _led(lead, told.finding(asked.arguments[0], TOP, {}))
    return _led(requirement_lead(norm.kind), told.finding(asked, TOP, {}))


def _led(lead: str, finding: Finding) -> Finding:
    return reworded(finding, f"{lead} {finding.what}")


def _subject(case: Situation, norm: Norm) -> list[Finding]:
    """Worth telling only where the case might not have, or has not, what the norm is about."""
    if case.norm_truth(norm.id, Stage.SUBJECT)[1]:
        what = f"saken har {none_of(case.book, norm.subject)}"
        return [Finding(what, "", "", Result.HOLDS, decisive=True)]
    declared = case.book.program.schema.record(norm.subject)
    if declared is None or not declared.optional:
        return []
    what = f"saken har {norm.subject.replace('_', ' ')}"
    return [Finding(what, "", "", Result.HOLDS, decisive=True)]


def _in_force(case: Situation, norm: Norm) -> Finding:
    truth = case.norm_truth(norm.id, Stage.IN_FORCE)
    wording = standing(case, norm).wording
    told = [_edition(case.book, each) for each in ((wording,) if wording else norm.wordings)]
    return Finding(
        "en ordlyd er i kraft",
        told[0][0] if wording else "",
        "; ".join(when for _, when in told),
        result_of(truth),
        decisive=True,
        because=_by_day(case, norm),
    )


def _edition(book: Book, wording: Wording) -> tuple[str, str]:
    """The citations of a wording and its time in force, as text; the same in every case."""
    found = book.editions.get(id(wording))
    if found is None:
        cited = "; ".join(map(str, wording.all_citations))
        found = book.editions[id(wording)] = (cited, period(wording))
    return found


def _by_day(case: Situation, norm: Norm) -> tuple[Finding, ...]:
    """The day that decides which wording is in force, unless it is the day of evaluation."""
    node = norm.deciding
    if isinstance(node, Literal) or (isinstance(node, Fact) and node.subject == CASE):
        return ()
    paths = [path_of(each, TOP) for each, _ in leaves(node, TOP) if isinstance(each, Fact)]
    day = deciding_day(case, norm)
    value = day_in_words(day) if day else unknown(case, paths[0]) if paths else "ukjent"
    result = Result.HOLDS if day else Result.UNDECIDED
    notes = tuple(note for path in paths for note in remarks(case, path))
    what = f"regnes etter {words(case.book, node, {})}"
    return (Finding(what, "", value, result, decisive=True, notes=notes),)
