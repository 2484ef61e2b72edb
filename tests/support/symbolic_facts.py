"""One case fixed in a solver: every variable of what may be told is as it is there."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from hjemmel.backends.symbolic.fixing import Fixing
from hjemmel.backends.symbolic.functions import Tables
from hjemmel.backends.symbolic.logic import alike, conj, disj, negation
from hjemmel.backends.symbolic.question import Among, Asked, asked
from hjemmel.backends.symbolic.solving import Model, Refusal, Solver
from hjemmel.backends.symbolic.telling import Extent
from hjemmel.backends.symbolic.version import Version
from hjemmel.backends.terms.graph import Graph
from hjemmel.backends.terms.standings import decided
from hjemmel.core.program import Program
from hjemmel.core.schema import Schema
from hjemmel.core.types import Listed
from oracle import Judgement, Three
from random_programs.situations import Situation

WORK = 50_000_000
SPENT = "arbeidet ble brukt opp"


@frozen(eq=False)
class Fixed:
    """A program, and what is told in one case: the view, and where anything at all is told."""

    program: Program
    fixing: Fixing

    @classmethod
    def of(cls, program: Program, facts: Situation) -> "Fixed":
        """What is told, before registers, conclusions and presumptions have had their say."""
        if facts.case is not None:
            return cls(program, Fixing.of(facts.case, program.schema, facts.day))
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
        return cls(alone, Fixing(view, frozenset(told)))

    def disagreement(self, tables: Tables, judged: Mapping[str, Judgement]) -> str | None:
        """What a solver says otherwise of the norms than is expected, if anything."""
        version = Version.of(self.program, Graph())
        norms = {each: version.folding.norms[each] for each in judged}
        graph = version.folding.graph
        terms = [term for each in norms.values() for term in decided(graph, each).values()]
        terms += [bit for each in norms.values() for truth in _truths(each) for bit in truth]
        none = dict.fromkeys(_all_lists(self.program.schema), 0)
        longest = {**none, **self.fixing.longest()}
        among = Among(Extent.EVERY, self.fixing.names(), longest)
        open_facts = asked([version], [terms], self.program.schema, tables, among)
        expected = {
            norm: self._expected(open_facts, norms[norm], each) for norm, each in judged.items()
        }
        fixing = [*self.fixing.records(open_facts).values(),
                  *self.fixing.facts(open_facts).values()]  # fmt: skip
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


def _truths(of: Any) -> tuple[Any, ...]:
    return of.subject, of.in_force, of.applies, of.requirement, of.somewhere


def _pair(of: Three) -> tuple[bool, bool]:
    return of is True, of is False


def _all_lists(schema: Schema) -> Iterator[tuple[str, ...]]:
    for record in schema.records:
        for each in record.fields:
            if isinstance(each.type, Listed):
                yield (record.key, each.key)
