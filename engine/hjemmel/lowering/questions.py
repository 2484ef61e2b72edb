"""Open questions: the readings that may replace a clause."""

from attrs import define, field

from hjemmel.check import problems_references
from hjemmel.check.anatomy import Asked
from hjemmel.core.nodes import Literal, Node
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
    asked: tuple[Asked, ...]
    found: list[Interpretation] = field(factory=list)

    def begin(self) -> None:
        """From here on, the clauses that questions are about are replaced."""
        self.ctx.replaced = []
        self.ctx.replacements = [
            Replacement(each.clause.clause, each.clause.span, self._lowering(each))
            for each in self.asked
            if each.clause is not None
        ]

    def end(self) -> tuple[Interpretation, ...]:
        """Report questions about clauses that the norm does not have, or has twice."""
        for each in self.ctx.replacements:
            times = self.ctx.replaced.count(each.clause)
            if times == 0 and not self.ctx.diagnostics:
                self.ctx.report(problems_references.clause_not_found(each.span))
            elif times > 1:
                self.ctx.report(problems_references.clause_ambiguous(each.span))
        self.ctx.replacements = []
        return tuple(self.found)

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
            "samstemt", *(each.replacement for each in readings), span=span, words=words
        )  # fmt: skip
        citations = lower_citations(ctx, asked.question.cited)
        self.found.append(
            Interpretation(words, self.norm, arises, tuple(readings), asked.chosen.reading,
                           citations, result.origin.id)
        )  # fmt: skip
        said = written.origin
        return ctx.apply("tolket", arises, result, written, span=said.span, words=said.words)

    def _reading(self, holds: bool | Condition) -> Node | None:
        if isinstance(holds, Condition):
            return lower_condition(self.ctx, holds)
        return Literal(holds, Truth(), self.ctx.origin())
