"""Open questions: the readings that may replace a clause."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from attrs import define, field

from hjemmel.check.norm_structure import Asked
from hjemmel.core.nodes import Node, Op
from hjemmel.core.program import Interpretation, Reading
from hjemmel.lowering.clauses import lower_condition
from hjemmel.lowering.context import Context, LowerReading, Replacement


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
            Replacement(question.clause.clause, self._lowering(question))
            for question in asked
            if question.clause is not None
        ]  # fmt: skip
        yield
        self.ctx.replacements = outer

    def _lowering(self, asked: Asked) -> Callable[[Node, LowerReading], Node]:
        def lower(written: Node, reading: LowerReading) -> Node:
            inner, self.ctx.replacements = self.ctx.replacements, []
            node = self._replaced(asked, written, reading)
            self.ctx.replacements = inner
            return node

        return lower

    def _replaced(self, asked: Asked, written: Node, reading: LowerReading) -> Node:
        ctx, chosen = self.ctx, asked.chosen
        assert asked.arises is not None and chosen is not None  # the checker has seen to it
        arises = lower_condition(ctx, asked.arises.condition)
        readings = tuple(Reading(line.name, reading(line.holds)) for line in asked.readings)
        span, words = asked.question.span, asked.question.text
        taken = [each.replacement for each in readings if each.words == chosen.reading]
        result = taken[0] if taken else ctx.apply(
            Op.AGREED, *(each.replacement for each in readings), span=span, words=words
        )  # fmt: skip
        self.found.append(
            Interpretation(words, self.norm, arises, readings, chosen.reading,
                           ctx.citations(asked.question.cited), result.origin.id)
        )  # fmt: skip
        origin = written.origin
        return ctx.apply(Op.READ_AS, arises, result, written, span=origin.span, words=origin.words)
