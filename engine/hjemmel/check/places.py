"""What stands at a place in a rule file, and where that is declared."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import evolve, frozen

from hjemmel.check.declarations import declarations, named_in
from hjemmel.check.references import FactReference, NormReference, Reference
from hjemmel.check.rulebook import CheckedRulebook
from hjemmel.check.tables import Use
from hjemmel.source.span import Span


@frozen(eq=False, slots=False)
class Places:
    """The names of a checked rulebook, by place and by what they refer to."""

    rulebook: CheckedRulebook

    def at(self, file: str, line: int, column: int) -> Use | None:
        """The shortest name at a place; None where none stands that refers to something."""
        here = [use for use in self._by_line.get((file, line), ()) if _covers(use.span, column)]
        return min(here, key=lambda use: use.span.end - use.span.column, default=None)

    def are_known(self, file: str, line: int) -> bool:
        """Whether any name in the line refers to something: then the line could be read."""
        return (file, line) in self._by_line

    def declared(self, of: Reference) -> Span | None:
        """Where the name of something is declared; None for the day, numbers, days and texts."""
        match of:
            case FactReference():
                return self._declared.get(evolve(of, subject=of.record))
            case NormReference(norms):
                return self._declared.get(NormReference(norms[:1]))
            case _:  # the others are the same wherever they are named
                return self._declared.get(of)

    @cached_property
    def uses(self) -> Sequence[Use]:
        """Every name that refers to something, where it stands: each once, in the files' order.

        What is understood without being written stands nowhere.
        """
        found = dict.fromkeys(use for uses in self._by_line.values() for use in uses)
        return sorted((use for use in found if use.span.line), key=lambda use: use.span.order)

    def is_declared_at(self, use: Use) -> bool:
        """Whether the name that stands there is what declares it."""
        return use in self._declaring

    @cached_property
    def _declaring(self) -> frozenset[Use]:
        return frozenset(self._declarations)

    @cached_property
    def _declarations(self) -> Sequence[Use]:
        """The names of what is declared, where it is declared; norms by their titles."""
        book = self.rulebook
        norms = (Use(norm.head.span, NormReference((norm.head.id,))) for norm in book.norms)
        return (*norms, *declarations(book.files, book.symbols.schema))

    @cached_property
    def _declared(self) -> Mapping[Reference, Span]:
        """The first place where each thing is declared."""
        return {use.reference: use.span for use in reversed(self._declarations)}

    @cached_property
    def _by_line(self) -> Mapping[tuple[str, int], Sequence[Use]]:
        book = self.rulebook
        uses = [
            *self._declarations,
            *named_in(book.files, book.symbols.schema),
            *book.outside.uses,
            *(use for norm in book.norms for use in norm.tables.uses),
        ]
        lines: dict[tuple[str, int], list[Use]] = {}
        for use in uses:
            lines.setdefault((use.span.file, use.span.line), []).append(use)
        return lines


def _covers(span: Span, column: int) -> bool:
    return span.column <= column < span.end
