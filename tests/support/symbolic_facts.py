"""One case fixed in a solver: every variable of what may be told is as it is there."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import z3
from attrs import evolve, frozen

from hjemmel.backends.symbolic.days import Day, place_of
from hjemmel.backends.symbolic.functions import Tables
from hjemmel.backends.symbolic.logic import alike, conj, disj, negation
from hjemmel.backends.symbolic.names import REST
from hjemmel.backends.symbolic.question import Among, Asked, asked
from hjemmel.backends.symbolic.solving import Model, Refusal, Solver
from hjemmel.backends.symbolic.telling import Extent, Told
from hjemmel.backends.symbolic.version import Version
from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.standings import decided
from hjemmel.case.observation import PartialList, View, members_in, observe
from hjemmel.case.one_of import NoneOf, OneOf
from hjemmel.core.program import Program
from hjemmel.core.schema import CASE, ELEMENT, Schema
from hjemmel.core.types import Listed, is_symbolic
from oracle import Judgement, Three
from random_programs.situations import Situation

WORK = 50_000_000
SPENT = "arbeidet ble brukt opp"


@frozen(eq=False)
class Fixed:
    """A program, and what is told in one case: the view, and where anything at all is told."""

    program: Program
    view: View
    told: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, program: Program, facts: Situation) -> "Fixed":
        """What is told, before registers, conclusions and presumptions have had their say."""
        if facts.case is not None:
            view = observe(facts.case, program.schema, facts.day).view
            told = {(key, name) for key, record in facts.case.records.items()
                    for name, said in record.items() if said}  # fmt: skip
            return cls(program, view, frozenset(told))
        # A view is what is seen: nothing follows any more, but something may be taken as given.
        view = facts.told or facts.view
        registers = tuple(
            evolve(each, entries=tuple(evolve(e, known=()) for e in each.entries))
            for each in program.schema.registers
        )
        records = tuple(evolve(each, optional=not each.entry) for each in program.schema.records)
        schema = evolve(program.schema, registers=registers, records=records)
        alone = evolve(program, conclusions=(), schema=schema)
        told = {(key, name) for key, record in view.items()
                for name, value in (record or {}).items() if value is not None}  # fmt: skip
        return cls(alone, view, frozenset(told))

    def disagreement(self, tables: Tables, judged: Mapping[str, Judgement]) -> str | None:
        """What a solver says otherwise of the norms than is expected, if anything."""
        version = Version.of(self.program, Graph())
        norms = {each: version.folding.norms[each] for each in judged}
        graph = version.folding.graph
        terms = [term for each in norms.values() for term in decided(graph, each).values()]
        terms += [bit for each in norms.values() for truth in _truths(each) for bit in truth]
        among = Among(Extent.EVERY, tuple(_names(self.view)), _longest(self.view, self.program))
        open_facts = asked([version], [terms], self.program.schema, tables, among)
        expected = {
            norm: self._expected(open_facts, norms[norm], each) for norm, each in judged.items()
        }
        fixing = list(self._fixing(open_facts))
        solver = Solver(open_facts.space, WORK)
        if not isinstance(solver.ask(fixing), Model):
            return "slik kan ingen sak være"
        found = solver.ask([*fixing, negation(conj(expected.values()))])
        match found:
            case Refusal.NONE:
                return None
            case Model():
                return ", ".join(norm for norm, bit in expected.items() if not found.bit(bit))
            case _:
                return SPENT

    def _expected(self, facts: Asked, norm: Any, judged: Judgement) -> Any:
        run, found = facts.runnings[0], facts.bits(0, norm)
        way = [bit for (result, stage), bit in found.items()
               if (result.name, stage.name) == (judged.outcome, judged.stage)]  # fmt: skip
        three = (judged.subject, judged.in_force, judged.applies, judged.requirement,
                 judged.somewhere)  # fmt: skip
        pairs = zip(_truths(norm), map(_pair, three), strict=True)
        truths = [alike(run.of(bit), wanted) for pair, of in pairs
                  for bit, wanted in zip(pair, of, strict=True)]  # fmt: skip
        return conj([disj(way), *truths])

    # --- one variable after another ------------------------------------------------------

    def _fixing(self, facts: Asked) -> Iterator[Any]:
        for record, bit in facts.telling.records.items():
            yield alike(bit, self.view.get(record) is not None)
        for told in list(facts.telling.told.values()):
            value = self._value(told.key)
            yield alike(told.told, self._is_told(told.key, value))
            if isinstance(told.kind, Listed):
                yield from self._of_list(facts, told, value)
            elif is_symbolic(told.kind):
                yield from _of_name(facts, told, value)
            elif isinstance(value, bool) or (told.last is None and not isinstance(told.value, Day)):
                yield alike(told.known, value is not None)
                if value is not None:
                    yield alike(told.value, value)
            else:
                yield from _of_size(told, value)

    def _is_told(self, key: Any, value: Any) -> bool:
        path, at = key
        if path[0] == CASE:
            return True
        return (path in self.told) if not at else value is not None

    def _of_list(self, facts: Asked, told: Told, value: Any) -> Iterator[Any]:
        listing = facts.telling.listing(told.key)
        some = value if value is not None else []
        is_whole = value is not None and not isinstance(value, PartialList)
        yield alike(told.whole, is_whole)
        for number, (exists, member) in enumerate(zip(listing.exists, listing.member, strict=True)):
            yield alike(exists, number < len(some))
            yield alike(member, number < members_in(some))

    def _value(self, key: Any) -> Any:
        path, at = key
        numbers = iter(at)
        found: Any = self.view.get(path[0])
        for name in path[1:]:
            if isinstance(found, list):
                number = next(numbers)
                found = found[number] if number < len(found) else None
            if name != ELEMENT:
                found = None if found is None else found.get(name)
        return found


def _of_name(facts: Asked, told: Told, value: Any) -> Iterator[Any]:
    codes = facts.space.codes
    is_known = value is not None and not isinstance(value, (OneOf, NoneOf))
    yield alike(told.known, is_known)
    if is_known:
        yield told.value == codes[value]
    yield alike(told.several, isinstance(value, (OneOf, NoneOf)))
    if isinstance(value, (OneOf, NoneOf)):
        inside = isinstance(value, OneOf)
        names = {code: name for name, code in codes.items()}
        for code, bit in told.among.items():
            is_in = code != REST and names[code] in value
            yield alike(bit, is_in if inside else not is_in)


def _of_size(told: Told, value: Any) -> Iterator[Any]:
    low, high = value if isinstance(value, tuple) else (value, value)
    yield alike(told.known, high is not None)
    yield alike(told.not_done, low is not None and high is None)
    yield alike(told.spread, low is not None and high is not None and low != high)
    if low is not None:
        yield _is(told.value, low)
    if high is not None and high != low:
        yield _is(told.last, high)


def _is(variable: Any, value: Any) -> Any:
    if isinstance(value, date):
        return variable.place == place_of(value)
    if isinstance(value, int):
        return variable == value
    return variable == z3.RealVal(str(Fraction(value)), variable.ctx)


def _truths(of: Any) -> tuple[Any, ...]:
    return of.subject, of.in_force, of.applies, of.requirement, of.somewhere


def _pair(of: Three) -> tuple[bool, bool]:
    return of is True, of is False


def _names(of: Any) -> Iterator[str]:
    """All texts in a view."""
    match of:
        case str():
            yield of
        case OneOf() | NoneOf():
            yield from sorted(of)
        case dict():
            for each in of.values():
                yield from _names(each)
        case list():
            for each in of:
                yield from _names(each)
        case _:
            return


def _longest(view: View, program: Program) -> dict[tuple[str, ...], int]:
    """The longest list at each place."""
    found: dict[tuple[str, ...], int] = {}
    for record, facts in view.items():
        _lists(facts, (record,), found)
    for each in _all_lists(program.schema):
        found.setdefault(each, 0)
    return found


def _lists(facts: Any, at: tuple[str, ...], found: dict[tuple[str, ...], int]) -> None:
    for name, value in (facts or {}).items() if isinstance(facts, dict) else ():
        if isinstance(value, list):
            path = (*at, name)
            found[path] = max(found.get(path, 0), len(value))
            for each in value:
                _lists(each, path, found)


def _all_lists(schema: Schema) -> Iterator[tuple[str, ...]]:
    for record in schema.records:
        for each in record.fields:
            if isinstance(each.type, Listed):
                yield (record.key, each.key)
