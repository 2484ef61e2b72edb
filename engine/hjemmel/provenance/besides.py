"""What may be open besides facts, as terms: as the explanation tells in one case.

A question that the sources leave open, who held a role, which wording was in force, what a calendar
does not say, and a last day that has not come.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from attrs import field, frozen

from hjemmel.backends.terms.folding import End, Ends
from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.term import Term
from hjemmel.case.observation import Unknown
from hjemmel.core.nodes import Apply, Fact, Literal, Node
from hjemmel.core.operators import OPERATORS, Sense, last_day_of, sense
from hjemmel.core.outcome import Stage
from hjemmel.core.program import Interpretation, Norm, Program
from hjemmel.core.schema import CASE
from hjemmel.core.types import Date
from hjemmel.core.walk import nodes_of
from hjemmel.core.working_days import Calendar
from hjemmel.provenance.leaves import leaves_of
from hjemmel.provenance.stages import Dated, StageParts
from hjemmel.provenance.worlds import TOP, Scope, World, undecided
from hjemmel.source.moment import Moment

Beside = tuple[Unknown, str]
"""What kind of unknown it is, and what it is about."""
LAST_DAY, CALENDAR = "siste dag", "kalenderen"
WHO, WHICH, QUESTION = "hvem som var", "hvilken ordlyd som gjaldt", "åpent spørsmål"


@frozen(eq=False)
class Besides:
    """What may be open besides facts, of the nodes and norms of a program in one world."""

    program: Program
    world: World
    questions: Mapping[int, Interpretation] = field(init=False)

    @questions.default
    def _questions(self) -> Mapping[int, Interpretation]:
        return open_questions(self.program)

    @property
    def _graph(self) -> Graph:
        return self.world.folding.graph

    def of_node(self, node: Node, scope: Scope) -> Iterator[tuple[Beside, Term]]:
        """What may be open of a node, each with where it is so."""
        if not isinstance(node, Apply):
            return
        match sense(node):
            case Sense.AGREED:
                yield self._of_readings(node, scope)
            case Sense.HOLDS_ROLE:
                yield self._of_holder(node, scope)
            case Sense.IN_TIME | Sense.LAST_DAY if not _acts(node):
                yield (Unknown.PENDING, LAST_DAY), self._of_last_day(node, scope)
            case _:  # nothing but what it is made of
                pass
        if OPERATORS[node.operator].compares:
            yield from self._of_calendar(node, scope)

    def _of_readings(self, node: Apply, scope: Scope) -> tuple[Beside, Term]:
        """An open question: its readings are known to give different results."""
        truths = [self.world.truth(each, scope) for each in node.arguments]
        both = [self._graph.disj(each[side] for each in truths) for side in (0, 1)]
        of = self.questions.get(node.origin.id)
        asked = of.question if of else node.origin.words or QUESTION
        return (Unknown.INTERPRETATION, asked), self._graph.conj(both)

    def _of_holder(self, node: Apply, scope: Scope) -> tuple[Beside, Term]:
        """Who had a role on a known day, where that is not known and nothing else is."""
        name, day, named = node.arguments
        assert isinstance(named, Literal)
        known = [self.world.settled(each, scope) for each in (name, day)]
        return (Unknown.INTERPRETATION, f"{WHO} {named.value}"), self._graph.conj(known)

    def _of_last_day(self, node: Apply, scope: Scope) -> Term:
        """A last day that has not come, where no fact is missing that it is worked out from."""
        told = [self.world.settled(leaf, scope) for leaf in leaves_of(last_day_of(node))
                if isinstance(leaf, Fact)]  # fmt: skip
        return self._graph.conj([self.not_past(node, scope), *told])

    def not_past(self, node: Apply, scope: Scope) -> Term:
        """The last day of a deadline is known, and has not gone by."""
        last, today = last_day_of(node), node.arguments[-1]
        days = [self.world.meaning(each, scope) for each in (today, last)]
        to_come = self.world.folding.at_most(days[0][1], days[1][0])
        return self._graph.conj([self.world.settled(last, scope), to_come])

    # --- calendars -----------------------------------------------------------------------

    def _of_calendar(self, node: Node, scope: Scope) -> Iterator[tuple[Beside, Term]]:
        by = self.program.schema.calendar
        for each in asks_calendar(node) if by else ():
            assert by is not None
            yield (Unknown.MISSING, CALENDAR), self._unanswered(each, by, scope)

    def _unanswered(self, node: Apply, by: Calendar, scope: Scope) -> Term:
        days: Ends = self.world.meaning(node.arguments[0], scope)
        if sense(node) is Sense.WORKING_DAY:
            return self._graph.disj(self._outside(each, by) for each in days)
        answers: Ends = self.world.meaning(node, scope)
        return self._graph.disj(
            self._graph.conj([day.known, self._graph.negation(answer.known)])
            for day, answer in zip(days, answers, strict=True)
        )

    def _outside(self, day: End, by: Calendar) -> Term:
        first, last = (
            by.working[0].replace(month=1, day=1),
            by.working[-1].replace(month=12, day=31),
        )
        below = self.world.folding.below
        return self._graph.disj([below(day, self._day(first)), below(self._day(last), day)])

    def _day(self, day: date) -> End:
        return self.world.folding.end(Literal(day, Date()))

    # --- wordings ------------------------------------------------------------------------

    def of_stage(self, norm: Norm, stage: Stage) -> Iterator[tuple[Beside, Term]]:
        """Which wording was in force, where only a span is given for the day that it changed."""
        if stage is Stage.SUBJECT:
            return
        truth, dated = (
            dict(self.world.norm(norm.id).stages)[stage],
            StageParts(self.world, norm).dated,
        )
        spans = [self._within(norm, each, dated) for each in dated]
        matters = [undecided(self.world.folding, truth), self._graph.disj(spans)]
        if stage is not Stage.IN_FORCE:
            matters.append(self._differ(norm, dated, stage))
        yield (Unknown.INTERPRETATION, WHICH), self._graph.conj(matters)
        if stage is Stage.IN_FORCE:
            for day in norm.days:
                yield from self._of_calendar(day, TOP)

    def _differ(self, norm: Norm, dated: Sequence[Dated], stage: Stage) -> Term:
        """None may be in force, or several that say different things."""
        pairs = [
            self._graph.conj([one.possible, other.possible])
            for one, other in combinations(dated, 2)
            if one.edition.clause(stage) is not other.edition.clause(stage)
        ]
        none = self._graph.negation(self.world.norm(norm.id).in_force[0])
        return self._graph.disj([none, *pairs])

    def _within(self, norm: Norm, each: Dated, others: Sequence[Dated]) -> Term:
        """It may be in force, and a day may come before or after an end of it."""
        days: Ends = self.world.meaning(norm.day_of(each.edition), TOP)
        start, end, found = each.edition.wording.start, each.edition.wording.end, list[Term]()
        if start and not start.is_known:
            found.append(self._spanned(start, days))
        if end and not end.is_known:
            follows = [other.possible for other in others
                       if other.edition.wording.start == end.day_after]  # fmt: skip
            last = self._graph.negation(self._graph.disj(follows))
            found.append(self._graph.conj([last, self._spanned(end.day_after, days)]))
        return self._graph.conj([each.possible, self._graph.disj(found)])

    def _spanned(self, start: Moment, days: Ends) -> Term:
        """A span begins by the last of the days, and ends after the first."""
        low, high = days
        begins = self.world.folding.at_most(self._day(start.first), high)
        return self._graph.conj(
            [low.known, begins, self.world.folding.below(low, self._day(start.last))]
        )


def open_questions(program: Program) -> Mapping[int, Interpretation]:
    """The questions by the node that stands for the clause they are about, or for its readings."""
    found = {each.clause: each for norm in program.norms for each in norm.interpretations}
    for norm in program.norms:
        for clause in norm.clauses:
            for node in nodes_of(clause):
                if isinstance(node, Apply) and sense(node) is Sense.READ_AS:
                    asked = found.get(node.origin.id)
                    if asked is not None:
                        found[node.arguments[1].origin.id] = asked
    return found


def asks_calendar(node: Node) -> tuple[Apply, ...]:
    """The parts of a comparison, or of a day, that ask the calendar; not of a list in it."""
    if not isinstance(node, Apply):
        return ()
    below = (each for part in node.arguments for each in asks_calendar(part))
    return (*((node,) if OPERATORS[node.operator].by_calendar else ()), *below)


def _acts(node: Apply) -> list[Fact]:
    """The facts of the act of a deadline; what is only a last day has none."""
    if sense(node) is Sense.LAST_DAY:
        return []
    return [leaf for leaf in leaves_of(node.arguments[0])
            if isinstance(leaf, Fact) and leaf.subject != CASE]  # fmt: skip
