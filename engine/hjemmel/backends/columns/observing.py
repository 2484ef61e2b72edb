"""What is seen of very many cases that are told plainly, a column each fact.

The same, in the same order, as `concluding` and `presuming` do in one case: first what registers
know, then what follows, and then what is taken as given where nobody has told.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import TypeVar

import numpy as np
from attrs import field, frozen

from hjemmel.backends.columns.batch import Batch, Ends, Entries, Kept, Truths
from hjemmel.backends.columns.bits import FULL, Bitmap, packed
from hjemmel.backends.columns.functions import placed
from hjemmel.backends.columns.names import Codes
from hjemmel.backends.columns.operations import Known, Running
from hjemmel.backends.columns.plan import Plan, plan_of
from hjemmel.backends.columns.told import Facts, Telling, resolved
from hjemmel.backends.terms.folding import Folding
from hjemmel.backends.terms.term import Path, Sort, Term
from hjemmel.case.registered import institutions, may_follow
from hjemmel.core.nodes import Fact, Value
from hjemmel.core.program import Conclusion, Presumption, Program
from hjemmel.core.schema import CASE, PRESENCE, RecordDeclaration, Schema, Validity
from hjemmel.core.told import told_name
from hjemmel.core.types import Date, Listed, Registered, Row, Truth, Type, is_ordered, is_truth

G = TypeVar("G", Conclusion, Presumption)
DAY = (CASE, "vurderingsdato")


@frozen(eq=False)
class Seen:
    """A batch in which something else is seen of some facts; and where sources of them differ."""

    batch: Batch
    over: Mapping[Path, Facts]
    contested: Mapping[Path, Bitmap] = field(factory=dict)

    @property
    def rows(self) -> int:
        """How many cases."""
        return self.batch.rows

    def present(self, record: str) -> Bitmap:
        """Which cases have a record."""
        return self.batch.present(record)

    def truths(self, path: Path) -> Truths:
        """A yes/no fact."""
        found = self.over.get(path)
        return found if isinstance(found, Truths) else self.batch.truths(path)

    def ends(self, path: Path, sort: Sort) -> Ends:
        """A fact with an order."""
        found = self.over.get(path)
        return found if isinstance(found, Ends) else self.batch.ends(path, sort)

    def names(self, path: Path) -> Codes:
        """A name."""
        found = self.over.get(path)
        if found is None or isinstance(found, (Truths, Ends)):
            return self.batch.names(path)
        return found

    def entries(self, path: Path) -> Entries:
        """The entries of a list."""
        return self.batch.entries(path)

    def bounded(self, path: Path) -> Bitmap:
        """Whether a list is given in full, or more is known of any further entry."""
        return self.batch.bounded(path)


@frozen(eq=False)
class Observing:
    """The conditions of a program's conclusions and presumptions, ready for batches."""

    program: Program
    folding: Folding
    known: Known
    follows: Plan = field(init=False)
    given: Plan = field(init=False)

    @follows.default
    def _follows(self) -> Plan:
        return plan_of([self._works(each) for each in self.program.conclusions])

    @given.default
    def _given(self) -> Plan:
        return plan_of([self._is_given(each) for each in self.program.presumptions])

    def observe(self, batch: Batch) -> Seen:
        """What is seen, with what registers know, what follows, and what is taken as given."""
        batch, telling = Kept(batch), Telling(batch.rows, self.known.names)
        contested: dict[Path, Bitmap] = {}
        told = dict(_registered(batch, self.program.schema, telling, contested))
        for each, where in self._where(self.program.conclusions, self.follows, _seen(batch, told)):
            before = told[each.path] if each.path in told else facts_of(batch, *_at(each))
            said = telling.said(each.value, each.fact.type, where)
            _note(contested, each.path, telling.differ(before, said))
            told[each.path] = telling.together(before, said)
        seen = _seen(batch, told)
        over, given = dict(seen.over), dict(told)
        for of, where in self._where(self.program.presumptions, self.given, seen):
            (record, name), before = of.path, facts_of(seen, *_at(of))
            over[record, told_name(name)] = before
            said = telling.said(of.value, of.fact.type, where)
            # Where sources differ on whether something is so, it is told, though it is unknown.
            given[of.path] = telling.unless(given.get(of.path, before), said)
            over[of.path] = resolved(given[of.path])
        return Seen(batch, over, contested)

    def _where(self, of: Sequence[G], plan: Plan, seen: Batch) -> Iterator[tuple[G, Bitmap]]:
        """Each of them, and where it says something."""
        return zip(of, plan.run(Running(seen, self.known)), strict=True)

    def _works(self, of: Conclusion | Presumption) -> Term:
        graph, norm = self.folding.graph, self.folding.norms[of.norm.id]
        there = self.folding.truth_of(_presence(of), {})
        return graph.conj([there[0], norm.subject[0], norm.in_force[0], norm.applies[0]])

    def _is_given(self, of: Presumption) -> Term:
        """It works, and none that says otherwise of the same fact may work."""
        graph = self.folding.graph
        rivals = [each for each in self.program.presumptions
                  if each.path == of.path and each.value != of.value]  # fmt: skip
        fails = [
            graph.disj([norm.subject[1], norm.in_force[1], norm.applies[1]])
            for norm in (self.folding.norms[each.norm.id] for each in rivals)
        ]
        return graph.conj([self._works(of), *fails])


def _note(contested: dict[Path, Bitmap], path: Path, where: Bitmap) -> None:
    """That sources of a fact differ somewhere; of what stands in lists, in any entry."""
    rows = np.bitwise_or.reduce(where.reshape(-1, where.shape[-1]), axis=0)
    contested[path] = contested[path] | rows if path in contested else rows


def _seen(batch: Batch, told: Mapping[Path, Facts]) -> Seen:
    return Seen(batch, {path: resolved(each) for path, each in told.items()})


def facts_of(batch: Batch, path: Path, kind: Type) -> Facts:
    """A fact of a type."""
    if is_truth(kind):
        return batch.truths(path)
    if is_ordered(kind):
        return batch.ends(path, Sort.DAY if isinstance(kind, Date) else Sort.NUMBER)
    return batch.names(path)


def _at(of: Conclusion | Presumption) -> tuple[Path, Type]:
    return of.path, of.fact.type


def _presence(of: Conclusion | Presumption) -> Fact:
    return Fact(of.fact.subject, PRESENCE, Truth())


# --- what registers know ---------------------------------------------------------------------


def _registered(
    batch: Batch, schema: Schema, telling: Telling, contested: dict[Path, Bitmap]
) -> Iterator[tuple[Path, Facts]]:
    """The facts that registers know something of, with what they know."""
    if not any(each.known for register in schema.registers for each in register.entries):
        return
    day = batch.ends(DAY, Sort.DAY)
    looking = _Looking(batch, schema, telling, day, contested)
    for declared in schema.records:
        if not declared.entry:
            yield from looking.record((declared.key,), declared)


@frozen(eq=False)
class _Looking:
    """The look at what the registers know."""

    batch: Batch
    schema: Schema
    telling: Telling
    day: Ends
    contested: dict[Path, Bitmap]

    def record(self, at: Path, declared: RecordDeclaration) -> Iterator[tuple[Path, Facts]]:
        """What is known of the institutions that a record names, and the entries in it."""
        for each in declared.fields:
            if isinstance(each.type, Listed) and isinstance(each.type.element, Row):
                inner = self.schema.record(each.type.element.name)
                assert inner is not None
                yield from self.record((*at, each.key), inner)
        for key, register in institutions(declared):
            entries = self.schema.register(register).entries
            facts = dict.fromkeys(known.fact for entry in entries for known in entry.known)
            for fact in facts:
                if fact != key and may_follow(declared, fact, register):
                    yield self._fact(at, key, fact, declared)

    def _fact(
        self, at: Path, key: str, fact: str, declared: RecordDeclaration
    ) -> tuple[Path, Facts]:
        """One fact, by the institution that stands under a key."""
        field_of, named = declared.field(fact), declared.field(key)
        assert field_of is not None
        assert named is not None
        assert isinstance(named.type, Registered)
        path, codes = (*at, fact), self.batch.names((*at, key))
        found = facts_of(self.batch, path, field_of.type)
        for (value, validity), several in self._saying(named.type.name, fact).items():
            here = reduce(np.logical_or, [codes == each for each in several])
            where = packed(here) & self._covers(validity)
            if where.any():
                said = self.telling.said(value, field_of.type, where)
                _note(self.contested, path, self.telling.differ(found, said))
                found = self.telling.together(found, said)
        return path, found

    def _saying(self, register: str, fact: str) -> Mapping[tuple[Value, Validity], list[int]]:
        """The numbers of the institutions of which a register says the same of a fact."""
        found: dict[tuple[Value, Validity], list[int]] = {}
        for entry in self.schema.register(register).entries:
            for known in entry.known:
                if known.fact == fact:
                    same = found.setdefault((known.value, known.validity), [])
                    same.append(self.telling.names.number(entry.name))
        return found

    def _covers(self, period: Validity) -> Bitmap:
        """Whether the day is surely within it."""
        day, found = self.day.low, FULL
        if period.start is not None:
            found = found & packed(day >= placed(period.start.last))
        if period.end is not None:
            found = found & packed(day <= placed(period.end.first))
        return found
