"""One version of a rulebook: its terms, what they read, and what is seen of a case by it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from hjemmel.backends.symbolic.days import place_of
from hjemmel.backends.symbolic.facts import Key
from hjemmel.backends.symbolic.functions import Functions
from hjemmel.backends.symbolic.logic import Bit, at_most, conj, disj, equal, negation
from hjemmel.backends.symbolic.observed import Claim, Claimed, Presumed
from hjemmel.backends.symbolic.running import Running
from hjemmel.backends.symbolic.telling import Telling
from hjemmel.backends.terms.folding import Folding
from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.standings import (
    Standing,
    decided,
    entering,
    folded_into,
    with_more,
)
from hjemmel.backends.terms.term import Do, Frame, Path, Sort, Term
from hjemmel.case.registered import institutions, may_follow
from hjemmel.core.declared import record_at
from hjemmel.core.nodes import Fact
from hjemmel.core.outcome import NormMeaning
from hjemmel.core.program import Conclusion, Norm, Presumption, Program
from hjemmel.core.schema import CASE, PRESENCE, RegisterEntry, Validity
from hjemmel.core.told import Entering, presumable, told_name
from hjemmel.core.types import Date, is_ordered
from hjemmel.core.walk import nodes_of

_READS = (Do.YES, Do.NO, Do.LOW, Do.HIGH, Do.NAMED, Do.BOUNDED)
DAY: Path = (CASE, "vurderingsdato")
_OF_A_RECORD = 2
"""How long the path of a fact is that stands in no list."""


@frozen(eq=False)
class Version:
    """A program in a graph that another may be in."""

    program: Program
    folding: Folding
    as_told: Mapping[str, str]
    """The names of facts as told, each with the fact's own."""
    ways: dict[NormMeaning, Mapping[Standing, Term]] = field(factory=dict)
    read: dict[int, frozenset[Path]] = field(factory=dict)
    behind: dict[Path, frozenset[Path]] = field(factory=dict)

    @classmethod
    def of(cls, program: Program, graph: Graph) -> "Version":
        """The program as terms of the graph."""
        names = {told_name(name): name for _, name in presumable(program)}
        return cls(program, folded_into(graph, program), names)

    def with_more(self, norms: Iterable[Norm]) -> "Version":
        """The version with further norms, which refer to its own."""
        more = with_more(self.folding, self._entering, norms)
        return Version(self.program, more, self.as_told, self.ways, self.read, self.behind)

    @cached_property
    def _entering(self) -> Entering:
        return entering(self.folding, self.program)

    def standings(self, norm: str) -> Mapping[Standing, Term]:
        """How a norm comes to stand."""
        meant = self.folding.norms[norm]
        if meant not in self.ways:
            self.ways[meant] = decided(self.folding.graph, meant)
        return self.ways[meant]

    # --- what is read --------------------------------------------------------------------

    def about(self, wanted: Iterable[Term]) -> frozenset[Path]:
        """All facts whose being told otherwise may make some terms another."""
        direct = frozenset[Path]().union(*map(self._read, wanted))
        return frozenset[Path]().union(*map(self._behind, direct))

    def _read(self, wanted: Term) -> frozenset[Path]:
        """The facts that a term asks for, itself or by its parts."""
        waiting = [wanted]
        while waiting:
            term = waiting[-1]
            left = [each for each in term.parts if each.number not in self.read]
            if left:
                waiting += left
                continue
            waiting.pop()
            parts = (self.read[each.number] for each in term.parts)
            self.read[term.number] = frozenset(self._own(term)).union(*parts)
        return self.read[wanted.number]

    def _own(self, term: Term) -> Iterator[Path]:
        if term.do in _READS:
            yield self.own(term.data)
        elif isinstance(term.data, Frame):
            yield term.data.path

    def _behind(self, path: Path) -> frozenset[Path]:
        """A fact, the lists it stands in, and all that says something of one of these."""
        if path not in self.behind:
            found, waiting = set[Path](), [path]
            while waiting:
                at = waiting.pop()
                if at not in found:
                    found.add(at)
                    waiting += [at[:-1]] if len(at) > _OF_A_RECORD else []
                    waiting += self._naming(at)
                    terms = (one for each in self._beside(at) for one in self._condition(each))
                    waiting += frozenset[Path]().union(*map(self._read, terms))
            self.behind[path] = frozenset({*found, DAY})
        return self.behind[path]

    def needed(self, wanted: Iterable[Term]) -> list[Term]:
        """Some terms, all that they are made of, and what decides how their facts are seen."""
        found: dict[int, Term] = {}
        waiting, beside = list(wanted), set[str]()
        while waiting:
            term = waiting.pop()
            if term.number in found:
                continue
            found[term.number] = term
            waiting += term.parts
            if term.do in _READS:
                for each in self._beside(self.own(term.data)):
                    if each.id not in beside:
                        beside.add(each.id)
                        waiting += self._condition(each)
        return [found[number] for number in sorted(found)]

    def own(self, path: Path) -> Path:
        """The path of a fact, also where it is asked for as it is told."""
        return (*path[:-1], self.as_told.get(path[-1], path[-1]))

    def paths(self, terms: Iterable[Term]) -> frozenset[Path]:
        """The facts and records that terms read, and what a register knows them by."""
        some = list(terms)
        read = {self.own(each.data) for each in some if each.do in _READS}
        read |= {(each.data, PRESENCE) for each in some if each.do is Do.PRESENT}
        return frozenset(read).union(*(self._naming(each) for each in read))

    def _beside(self, path: Path) -> Iterator[Norm]:
        """What is written as a norm and says something of a fact."""
        return (each.norm for each in self.said_of(path))

    def said_of(self, path: Path) -> list[Conclusion | Presumption]:
        """What surely follows of a fact, and what may be taken as given of it."""
        return [each for each in self._beside_norms if each.path == path]

    @property
    def _beside_norms(self) -> tuple[Conclusion | Presumption, ...]:
        return (*self.program.conclusions, *self.program.presumptions)

    def _condition(self, norm: Norm) -> list[Term]:
        meaning = self.folding.norms[norm.id]
        return [*meaning.subject, *meaning.in_force, *meaning.applies]

    def _naming(self, path: Path) -> set[Path]:
        return {(*path[:-1], key) for key, _ in self.knowing(path)}

    def knowing(self, path: Path) -> Iterator[tuple[str, RegisterEntry]]:
        """The facts by which registers know another, each with an entry that knows it."""
        declared = record_at(path, self.program.schema)
        for key, register in institutions(declared) if declared else ():
            if path[-1] != key and declared and may_follow(declared, path[-1], register):
                for each in self.program.schema.register(register).entries:
                    if any(known.fact == path[-1] for known in each.known):
                        yield key, each

    @property
    def names_said(self) -> Iterator[str]:
        """The names that are said of facts beside what is told."""
        entries = (each for register in self.program.schema.registers for each in register.entries)
        known = (each.value for entry in entries for each in entry.known)
        for value in (*(each.value for each in self._beside_norms), *known):
            if isinstance(value, str):
                yield value

    # --- what is seen --------------------------------------------------------------------

    def running(self, telling: Telling, functions: Functions) -> Running:
        """The terms over what is seen where so much is told."""
        return _Seeing(self, telling, functions).running


@frozen(eq=False)
class _Seeing:
    """From what is told to what is seen."""

    version: Version
    telling: Telling
    functions: Functions
    registered: Claimed = field(init=False)
    following: Running = field(init=False)
    concluded: Claimed = field(init=False)
    presuming: Running = field(init=False)
    given: dict[Path, Sequence[Claim]] = field(factory=dict)

    @registered.default
    def _registered(self) -> Claimed:
        return Claimed(self.telling.space, self.telling, self._known)

    @following.default
    def _following(self) -> Running:
        return Running(self.telling.space, self.registered, self.functions)

    @concluded.default
    def _concluded(self) -> Claimed:
        return Claimed(self.telling.space, self.registered, self._follows)

    @presuming.default
    def _presuming(self) -> Running:
        return Running(self.telling.space, self.concluded, self.functions)

    @property
    def running(self) -> Running:
        """What is seen at last."""
        version, space = self.version, self.telling.space
        facts = Presumed(space, self.concluded, self._given, version.as_told)
        return Running(space, facts, self.functions)

    def _known(self, key: Key) -> Sequence[Claim]:
        """What registers know, by the institutions that are named beside the fact."""
        (path, at), found = key, list[Claim]()
        for name, entry in self.version.knowing(path):
            named = self.telling.named(((*path[:-1], name), at)).name
            is_it = conj([named.known, equal(named.code, self.telling.space.code(entry.name))])
            found += [
                (conj([is_it, self._covers(known.validity)]), known.value)
                for known in entry.known
                if known.fact == path[-1]
            ]
        return found

    def _covers(self, of: Validity) -> Bit:
        today = self.telling.today.place
        begun = of.start is None or at_most(place_of(of.start.last), today)
        return conj([begun, of.end is None or at_most(today, place_of(of.end.first))])

    def _follows(self, key: Key) -> Sequence[Claim]:
        """What surely follows."""
        return [
            (self._works(each, self.following), each.value)
            for each in self.version.program.conclusions
            if (each.path, ()) == key
        ]

    def _works(self, of: Conclusion | Presumption, by: Running) -> Bit:
        norm, there = self._norm(of), self.telling.present(of.fact.subject)
        return conj([there, *(by.of(each[0]) for each in norm)])

    def _may_work(self, of: Conclusion | Presumption, by: Running) -> Bit:
        return negation(disj(by.of(each[1]) for each in self._norm(of)))

    def _norm(self, of: Conclusion | Presumption) -> tuple[tuple[Term, Term], ...]:
        meaning = self.version.folding.norms[of.norm.id]
        return meaning.subject, meaning.in_force, meaning.applies

    def _given(self, key: Key) -> Sequence[Claim]:
        """What is taken as given of a fact that nobody has told of, and nothing says otherwise."""
        path, at = key
        several = [e for e in self.version.program.presumptions if (e.path, ()) == (path, at)]
        if path not in self.given:
            self.given[path] = [
                (conj([self._untold(each), self._works(each, self.presuming),
                       *(negation(self._may_work(other, self.presuming))
                         for other in several if other.value != each.value)]), each.value)
                for each in several
            ]  # fmt: skip
        return self.given[path]

    def _untold(self, of: Presumption) -> Bit:
        kind, key = of.fact.type, (of.path, ())
        if is_ordered(kind):
            sort = Sort.DAY if isinstance(kind, Date) else Sort.NUMBER
            told = self.concluded.interval(key, sort).told
        else:
            is_name = not isinstance(of.value, bool)
            told = (self.concluded.named(key) if is_name else self.concluded.truth(key)).told
        return conj([negation(told), negation(disj(self._left_open(of.path)))])

    def _left_open(self, path: Path) -> Iterator[Bit]:
        """Where something is told of a fact in part, by a size it follows from."""
        for each in self.version.program.conclusions:
            if each.path == path:
                between = disj(self._in_part(fact) for fact in _asked(each))
                yield conj([self._may_work(each, self.presuming), between])

    def _in_part(self, fact: Fact) -> Bit:
        if not is_ordered(fact.type) or self.version.program.schema.record(fact.subject) is None:
            return False
        sort = Sort.DAY if isinstance(fact.type, Date) else Sort.NUMBER
        found = self.concluded.interval(((fact.subject, fact.name), ()), sort)
        ends = (getattr(each, "place", each) for each in (found.low, found.high))
        return conj([found.low_known, found.high_known, negation(equal(*ends))])


def _asked(of: Conclusion) -> Iterator[Fact]:
    nodes = (node for clause in of.norm.clauses for node in nodes_of(clause))
    return (each for each in nodes if isinstance(each, Fact) and each.name != PRESENCE)
