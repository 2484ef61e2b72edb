"""What is missing where a norm is undecided: which fact, why, and who can settle it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from attrs import frozen

from hjemmel.case.assessment import nobody, whoever
from hjemmel.case.observation import Doubt, Path, Unknown
from hjemmel.case.statements import nowhere
from hjemmel.core.nodes import Apply, Fact, Node, Ref
from hjemmel.core.operators import Sense, last_day_of, sense
from hjemmel.core.outcome import Outcome, Stage
from hjemmel.core.program import Interpretation, Norm
from hjemmel.core.schema import CASE
from hjemmel.core.working_days import Calendar
from hjemmel.explain.by_calendar import beyond
from hjemmel.explain.unknown_facts import doubt_of, located, name_of, path_text
from hjemmel.explain.which_wording import WhichWording, which_wording
from hjemmel.provenance.besides import CALENDAR, LAST_DAY, QUESTION, WHO, asks_calendar
from hjemmel.provenance.causes import Part, Traced
from hjemmel.provenance.decisive import asked_of_given, is_comparison, leaves, stage_parts
from hjemmel.provenance.situation import TOP, UNDECIDED, Here, Situation, path_of, value_at
from hjemmel.source.citation import Citation
from hjemmel.source.days import day_in_words
from hjemmel.source.span import Span

_KINDS = tuple(Unknown)
_DEADLINES = (Sense.IN_TIME, Sense.LAST_DAY)


@frozen(cache_hash=True)
class Missing:
    """One thing that is missing.

    `about` is the fact's path as text and `name` what it is called; for a question of
    interpretation `about` is the question, and there is no path. `cell` is where the fact
    stands or should be written, in a case that comes from a table.
    """

    about: str
    kind: Unknown
    holder: str = ""
    words: str = ""
    path: Path = ()
    name: str = ""
    readings: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    cell: str = ""


def missing(case: Situation, norm: Norm, outcome: Outcome, stage: Stage) -> tuple[Missing, ...]:
    """What an undecided norm lacks at its first undecided stage, kind by kind."""
    if outcome is not Outcome.UNDECIDED:
        return ()
    found = _lacks(case, (norm.id, stage))
    return tuple(each for each, _ in sorted(found.items(), key=_order))


_Truth = tuple[str, Stage]
_Lacks = Mapping[Missing, Span]
"""What one of a norm's truths lacks, each with the first place in the source that asks for it."""


def _lacks(case: Situation, wanted: _Truth) -> _Lacks:
    """What a truth lacks. Each that it rests on is looked into once, and before it.

    Norms may refer to one another in a chain as long as anybody likes.
    """
    searches: dict[_Truth, _Searched] = {}
    waiting = [] if wanted in case.lacks else [wanted]
    while waiting:
        truth = waiting[-1]
        if truth not in searches:
            searches[truth] = _searched(case, truth)
        unknown = [each for each in searches[truth].references if each not in case.lacks]
        waiting += unknown
        if not unknown:
            case.lacks.setdefault(truth, _gathered(case, searches[truth]))
            waiting.pop()
    found: _Lacks = case.lacks[wanted]
    return found


@frozen(eq=False)
class _Searched:
    """What a search of one truth came upon in the norm itself, and the truths it was led to."""

    found: tuple[tuple[Missing, Span], ...]
    references: tuple[_Truth, ...]


def _searched(case: Situation, truth: _Truth) -> _Searched:
    """What is found, or was found in a case that showed the norm the same."""
    norm, stage = truth
    if case.observation.place_of is not nowhere:  # what is missing has a cell of its own
        return _search(case, truth)
    return case.remembered(norm, ("søkt", stage), lambda: _search(case, truth))


def _search(case: Situation, truth: _Truth) -> _Searched:
    norm, stage = case.book.norms[truth[0]], truth[1]
    search = _Search(case)
    if stage is Stage.IN_FORCE:
        for day in norm.days:
            search.found += _beyond_calendar(case, day, TOP)
    search.search(stage_parts(case, norm, stage))
    if stage is Stage.REQUIREMENT and case.withheld(norm.id):
        search.found += [(_only_given(case, each), norm.span)
                         for each in asked_of_given(case, norm, stage)]  # fmt: skip
    if open_wording := which_wording(case, norm, stage):
        search.found.append((_wording(open_wording), norm.span))
    return _Searched(tuple(search.found), tuple(search.references))


def _gathered(case: Situation, search: _Searched) -> _Lacks:
    """All that a search came upon, itself or in the norms it was led to."""
    found = dict[Missing, Span]()
    led_to = (pair for each in search.references for pair in case.lacks[each].items())
    for lack, span in chain(search.found, led_to):
        found[lack] = min(found.get(lack, span), span)
    return found


def kinds(lacks: tuple[Missing, ...]) -> tuple[Unknown, ...]:
    """The kinds of unknown among them, in the fixed order."""
    present = {each.kind for each in lacks}
    return tuple(kind for kind in _KINDS if kind in present)


def with_holder(kind: Unknown, holder: str) -> str:
    """«hos tjenesten»: who has what is missing.

    For what is pending one may wait for others than the one who will tell of it, so there it
    says only that: «oppgis av tjenesten».
    """
    return f"oppgis av {holder}" if kind is Unknown.PENDING else f"hos {holder}"


def _order(found: tuple[Missing, Span]) -> tuple[int, Span, Path]:
    """Kinds in their fixed order; then place in the source, then path."""
    return _KINDS.index(found[0].kind), found[1], found[0].path


class _Search:
    """A walk down the undecided parts of one norm, noting the norms that it is led to."""

    def __init__(self, case: Situation) -> None:
        self.case = case
        self.row = case.valuation.nodes.run.row
        self.found: list[tuple[Missing, Span]] = []
        self.seen: set[tuple[int, object]] = set()
        self.clauses: dict[int, Interpretation] = {}
        self.references: dict[_Truth, None] = {}

    def walk(self, undecided: Traced, here: Here) -> None:
        """Look for what is missing below an undecided node."""
        node, key = undecided.node, (undecided.number, here.position)
        if isinstance(node, Fact):
            self.found.append((_fact(self.case, path_of(node, here)), node.origin.span))
            return
        if key in self.seen:
            return
        if node.origin.id >= 0:
            self.seen.add(key)
        if isinstance(node, Ref):
            self._reference(node)
            return
        if isinstance(node, Apply):
            self._clause(node, here)
            if sense(node) is Sense.HOLDS_ROLE:
                self.found += [(each, node.origin.span) for each in _holder(self.case, node, here)]
            if is_comparison(node):
                self.found += _beyond_calendar(self.case, node, here)
            if sense(node) in _DEADLINES:
                self.found += [
                    (each, node.origin.span) for each in _deadline(self.case, node, here)
                ]
                return
        parts = undecided.parts
        if undecided.is_bounded and undecided.is_bounded(self.case, self.row, here):
            parts = undecided.parts_in_entries
        self.search(parts(self.case, self.row, here))

    def search(self, parts: Iterable[Part]) -> None:
        """Look for what is missing below parts that may be undecided."""
        for part, here in parts:
            if not part.is_settled(self.case, self.row, here):
                self.walk(part, here)

    def _reference(self, ref: Ref) -> None:
        for stage in Stage:
            if self.case.norm_truth(ref.norm, stage) == UNDECIDED:
                self.references[ref.norm, stage] = None

    def _clause(self, node: Apply, here: Here) -> None:
        """An open question is missing where its readings are known to give different results."""
        open_questions = self.case.book.interpretations
        found = self.clauses.get(node.origin.id) or open_questions.get(node.origin.id)
        if sense(node) is Sense.READ_AS and found:
            self.clauses[node.arguments[1].origin.id] = found
        elif sense(node) is Sense.AGREED:
            truths = {self.case.truth(each, here) for each in node.arguments} - {UNDECIDED}
            if len(truths) > 1:
                self.found.append((_question(found, node.origin.words), node.origin.span))


def _beyond_calendar(case: Situation, node: Node, here: Here) -> Iterator[tuple[Missing, Span]]:
    """What the rulebook's calendar does not say, since it does not have the days."""
    by = case.book.program.schema.calendar
    if by is None:
        return
    for unsaid in beyond(case, asks_calendar(node), here):
        words = f"gjelder {_years(by)}, og sier ikke {unsaid}"
        found = Missing(CALENDAR, Unknown.MISSING, words=words, name=f"kalenderen {by.name}")
        yield found, node.origin.span


def _years(of: Calendar) -> str:
    if of.first == of.last:
        return f"bare {of.first}"
    return f"fra {of.first} til og med {of.last}"


def _wording(found: WhichWording) -> Missing:
    return Missing(
        found.question,
        Unknown.INTERPRETATION,
        words=found.spans,
        readings=found.wordings,
        citations=found.citations,
    )


def _question(found: Interpretation | None, words: str) -> Missing:
    if found is None:
        return Missing(words or QUESTION, Unknown.INTERPRETATION)
    return Missing(
        found.question,
        Unknown.INTERPRETATION,
        readings=tuple(each.words for each in found.readings),
        citations=found.citations,
    )


def _holder(case: Situation, node: Apply, here: Here) -> Iterator[Missing]:
    """Who had a role on a known day, where that is not known and nothing else is."""
    name, day, named = node.arguments
    role = case.book.program.schema.role(str(case.value(named, here)))
    at = case.value(day, here)
    at = at[0] if isinstance(at, tuple) else at
    if role is None or not isinstance(at, date):
        return
    if case.settled(name, here) and case.settled(day, here):
        held = role.on(at)
        yield Missing(
            f"{WHO} {role.name} {day_in_words(at)}",
            Unknown.INTERPRETATION,
            words=whoever(role, held, at),
            readings=tuple(dict.fromkeys(each.holder for each in held)),
        )


def _fact(case: Situation, asked: Path) -> Missing:
    """An unknown fact, by what was observed of it or of what it stands in."""
    path, doubt = doubt_of(case, asked)
    return _lacking(case, path, doubt)


def _lacking(case: Situation, seen: Path, doubt: Doubt) -> Missing:
    path = case.observation.as_told(seen)
    name = name_of(case.book.program.schema, path)
    role = case.book.program.schema.role(doubt.holder)
    holder = role.holder_on(case.day) if role else doubt.holder
    words = doubt.words
    if holder is None and doubt.kind is Unknown.DISCRETION:
        words = words or nobody(doubt.holder, case.day)
    cell = case.observation.place_of(seen)
    return Missing(
        path_text(path), doubt.kind, holder or doubt.holder, words, path, name, cell=cell
    )


def _only_given(case: Situation, path: Path) -> Missing:
    """What is taken as given, and would break the norm if it were told."""
    words = "er bare forutsatt, og det som er forutsatt, bryter ikke noe"
    schema = case.book.program.schema
    _, declared, _ = located(schema, path)
    holder = declared.holder if declared else ""
    return Missing(path_text(path), Unknown.MISSING, holder, words, path, name_of(schema, path),
                   cell=case.observation.place_of(path))  # fmt: skip


def _deadline(case: Situation, node: Apply, here: Here) -> tuple[Missing, ...]:
    """An open deadline: not yet past, or nobody has told of the act, or its day is unknown."""
    last = last_day_of(node)
    day = case.value(last, here) if case.settled(last, here) else None
    day = day[0] if isinstance(day, tuple) else day
    not_past = day if isinstance(day, date) and case.day <= day else None
    found = [_fact(case, path) for path in _unsettled(case, last, here)]
    for leaf, inner in leaves(node.arguments[0], here) if sense(node) is Sense.IN_TIME else ():
        if not isinstance(leaf, Fact) or leaf.subject == CASE:
            continue
        if not_past or not case.settled(leaf, inner):  # one that is known is no more than awaited
            found += _act(case, path_of(leaf, inner), not_past)
    if not found and not_past:  # there is no act to wait for, only the day
        found.append(Missing(LAST_DAY, Unknown.PENDING, words=_until(not_past)))
    return tuple(found)


def _unsettled(case: Situation, node: Node, here: Here) -> Iterator[Path]:
    for leaf, inner in leaves(node, here):
        if isinstance(leaf, Fact) and not case.settled(leaf, inner):
            yield path_of(leaf, inner)


def _until(last: date) -> str:
    return f"fristen er {day_in_words(last)}"


def _act(case: Situation, asked: Path, last: date | None) -> Iterator[Missing]:
    """The act of a deadline, where `last` is a last day that has not gone by."""
    seen = value_at(case.observation.view, asked)
    if isinstance(seen, date):
        if last:
            words = f"planlagt {day_in_words(seen)}; {_until(last)}"
            yield _lacking(case, asked, Doubt(Unknown.PENDING, words=words))
        return
    path, doubt = doubt_of(case, asked)
    if last and doubt.kind in (Unknown.MISSING, Unknown.PENDING):
        words = "; ".join(filter(None, (doubt.words, _until(last))))
        doubt = Doubt(Unknown.PENDING, doubt.holder, words)
    yield _lacking(case, path, doubt)
