"""Open questions: the readings that may replace a clause."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from attrs import define, field

from hjemmel.check import problems_references
from hjemmel.check.norm_structure import Asked
from hjemmel.core.nodes import Literal, Node, Op
from hjemmel.core.program import Interpretation, Reading
from hjemmel.core.types import Truth
from hjemmel.lowering.citations import lower_citations
from hjemmel.lowering.clauses import lower_condition
from hjemmel.lowering.context import Context, Replacement
from hjemmel.syntax.tree import Condition


@define
class Questions:
    """The open questions of one norm, lowered as their clauses are met."""

    ctx: Context
    norm: str
    found: list[Interpretation] = field(factory=list)

    @contextmanager
    def replacing(self, asked: Iterable[Asked]) -> Iterator[None]:
        """Within this, the clauses that these questions are about are replaced."""
        outer, self.ctx.replacements = self.ctx.replacements, [
            Replacement(each.clause.clause, self._lowering(each))
            for each in asked
            if each.clause is not None
        ]  # fmt: skip
        yield
        self.ctx.replacements = outer

    def _lowering(self, asked: Asked):  # type: ignore[no-untyped-def]
        def lower(written: Node) -> Node:
            inner, self.ctx.replacements = self.ctx.replacements, []
            node = self._replaced(asked, written)
            self.ctx.replacements = inner
            return node

        return lower

    def _replaced(self, asked: Asked, written: Node) -> Node:
        ctx = self.ctx
        arises = lower_condition(ctx, asked.arises.condition) if asked.arises else None
        if arises is None or not asked.readings or asked.chosen is None:
            return written
        readings = []
        for each in asked.readings:
            node = self._reading(each.holds)
            if node is None:
                return written
            readings.append(Reading(each.name, node))
        chosen = next((e for e in readings if e.words == asked.chosen.reading), None)
        if asked.chosen.reading is not None and chosen is None:
            names = ", ".join(f"«{each.words}»" for each in readings)
            ctx.report(
                problems_references.unknown_reading(asked.chosen.reading, asked.chosen.span, names)
            )
            return written
        span, words = asked.question.span, asked.question.text
        result = chosen.replacement if chosen else ctx.apply(
            Op.AGREED, *(each.replacement for each in readings), span=span, words=words
        )  # fmt: skip
        citations = lower_citations(ctx, asked.question.cited)
        self.found.append(
            Interpretation(words, self.norm, arises, tuple(readings), asked.chosen.reading,
                           citations, result.origin.id)
        )  # fmt: skip
        said = written.origin
        return ctx.apply(Op.READ_AS, arises, result, written, span=said.span, words=said.words)

    def _reading(self, holds: bool | Condition) -> Node | None:
        if isinstance(holds, Condition):
            return lower_condition(self.ctx, holds)
        return Literal(holds, Truth(), self.ctx.origin())
