"""The norm that a clause stands in: what a text means there, and in which words."""

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from attrs import frozen

from hjemmel.check.checking import Checking, Surroundings
from hjemmel.check.clauses import is_sound_clause
from hjemmel.check.infer_values import infer_value
from hjemmel.check.tables import Tables
from hjemmel.core.genders import Genders, genders_of
from hjemmel.core.nodes import Node
from hjemmel.core.schema import Schema
from hjemmel.lowering.clauses import lower_clause, lower_condition
from hjemmel.lowering.context import Context
from hjemmel.lowering.same import asked
from hjemmel.lowering.values import lower_value
from hjemmel.source.source import Source
from hjemmel.syntax.blocks import NormBlock
from hjemmel.syntax.lines import Latest, Requirement
from hjemmel.syntax.parse import parse
from hjemmel.syntax.tree import Clause, Condition, Expression

T = TypeVar("T")


@frozen(eq=False)
class Place:
    """A norm: what is declared around it, and the record that it is about."""

    around: Surroundings
    norm: str
    subject: str
    grammar: str

    @property
    def schema(self) -> Schema:
        """What is declared."""
        return self.around.symbols.schema

    @cached_property
    def genders(self) -> Genders:
        """The articles of the nouns that are declared."""
        return genders_of(self.schema)

    # ---- text to tree

    def clause(self, text: str) -> Clause | None:
        """The clause that a text is; None where it is none."""
        for line in self._lines(f"oppfylt når {text}"):
            if isinstance(line, Requirement):
                found = [each for clauses in line.condition.alternatives for each in clauses]
                return found[0] if len(found) == 1 else None
        return None

    def day(self, text: str) -> Expression | None:
        """The day that a text is, as it may stand after «senest»."""
        found = (each.value for each in self._lines(f"senest {text}") if isinstance(each, Latest))
        return next(found, None)

    def _lines(self, text: str) -> tuple[object, ...]:
        read = parse(Source("", f"krav k, etter k § 1\n  {text}\n"), self.grammar)
        blocks = read.value.file.blocks if read.ok else ()
        return blocks[0].lines if len(blocks) == 1 and isinstance(blocks[0], NormBlock) else ()

    # ---- tree to meaning

    def checked(self, clause: Clause) -> Tables | None:
        """What the words of a clause refer to; None where it has no meaning here."""
        ctx = self._checking()
        sound = is_sound_clause(ctx, clause) and not any(each.is_error for each in ctx.diagnostics)
        return ctx.tables if sound else None

    def agree(self, one: Clause, other: Clause) -> bool:
        """Whether two clauses ask the same here."""
        return self._agree(self._asks(one), self._asks(other))

    def agree_together(self, those: tuple[Clause, ...], one: Clause) -> bool:
        """Whether clauses joined by «og» ask what one does."""
        return self._agree(self._all_ask(those), self._asks(one))

    def are_one(self, one: Expression, other: Expression) -> bool:
        """Whether two expressions are the same value here."""
        return self._agree(self._value(one), self._value(other))

    def _agree(self, one: Node | None, other: Node | None) -> bool:
        return one is not None and other is not None and asked(one) == asked(other)

    def _asks(self, clause: Clause) -> Node | None:
        tables = self.checked(clause)
        return self._lowered(tables, lambda ctx: lower_clause(ctx, clause)) if tables else None

    def _all_ask(self, clauses: tuple[Clause, ...]) -> Node | None:
        ctx = self._checking()
        sound = all(is_sound_clause(ctx, each) for each in clauses)
        if not sound or any(each.is_error for each in ctx.diagnostics):
            return None
        joined = Condition((clauses,))
        return self._lowered(ctx.tables, lambda ctx: lower_condition(ctx, joined))

    def _value(self, value: Expression) -> Node | None:
        ctx = self._checking()
        if infer_value(ctx, value, None) is None or any(e.is_error for e in ctx.diagnostics):
            return None
        return self._lowered(ctx.tables, lambda ctx: lower_value(ctx, value))

    def _lowered(self, tables: Tables, lower: Callable[[Context], T]) -> T:
        return lower(Context(self.around.symbols, lower_clause, tables, 0))

    def _checking(self) -> Checking:
        guards = frozenset(each.key for each in self.schema.records)
        return Checking(self.around, "", self.norm, is_sound_clause, guards=guards,
                        subject=self.subject)  # fmt: skip
