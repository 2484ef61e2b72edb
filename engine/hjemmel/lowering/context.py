"""What lowering carries with it while it goes through a norm."""

from collections.abc import Callable

from attrs import define, evolve, field, frozen

from hjemmel.check.names import Bound
from hjemmel.check.symbols import Symbols
from hjemmel.core.nodes import Apply, Fact, Literal, Node, Op, Origin
from hjemmel.core.types import Truth
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.citation import Citation
from hjemmel.source.sentences import Sentences
from hjemmel.source.span import NOWHERE, Span
from hjemmel.syntax.tree import Clause, NormGroup, NormName


@frozen
class Replacement:
    """A clause that an open question is about, and how to lower what replaces it."""

    clause: Clause
    lower: Callable[[Node], Node]


@define
class Context:
    """The state of lowering one rulebook.

    `norm_of` and `group_of` find other norms. `guards` are the optional records that
    the clause in hand can count on. `used` gathers what rules refer to.
    """

    symbols: Symbols
    sentences: Sentences | None
    norm_of: Callable[[NormName], str | None]
    group_of: Callable[[NormGroup], list[str]]
    unread: tuple[str, ...] = ()
    diagnostics: list[Diagnostic] = field(factory=list)
    used: set[tuple[str, str]] = field(factory=set)
    bound: tuple[Bound, ...] = ()
    guards: frozenset[str] = frozenset()
    replacements: list[Replacement] = field(factory=list)
    place: str = ""
    norm: str = ""
    _count: int = 0

    def origin(
        self, span: Span = NOWHERE, words: str = "", citations: tuple[Citation, ...] = ()
    ) -> Origin:
        """A new origin, numbered in the order met."""
        self._count += 1
        return Origin(self._count, span, words, citations)

    def report(self, diagnostic: Diagnostic) -> None:
        """Keep a finding, with its place in the law; once, however often its line is lowered."""
        if diagnostic not in self.diagnostics:
            self.diagnostics.append(evolve(diagnostic, place=self.place))

    def was_lost(self, words: str) -> bool:
        """True where the words stand in a part of the file that could not be read."""
        folded = words.casefold()
        return any(folded in " ".join(text.casefold().split()) for text in self.unread)

    def is_untyped(self, fact: Fact) -> bool:
        """True where the fact's type is unknown: then nothing about it is worth saying here."""
        bound = {each.variable: getattr(each.element, "name", "") for each in self.bound}
        return (bound.get(fact.subject, fact.subject), fact.name) in self.symbols.untyped

    def variable(self) -> str:
        """A fresh name for a list entry; no record can be called that."""
        return f"{len(self.bound) + 1}. oppføring"

    # ---- nodes that every construct needs

    def apply(self, operator: Op, *arguments: Node, span: Span = NOWHERE, words: str = "") -> Node:
        """An operator on its arguments."""
        return Apply(operator, tuple(arguments), self.origin(span, words))

    def all_of(self, nodes: list[Node], span: Span = NOWHERE, words: str = "") -> Node:
        """«og»; a single node is itself."""
        return nodes[0] if len(nodes) == 1 else self.apply(Op.AND, *nodes, span=span, words=words)

    def any_of(self, nodes: list[Node], span: Span = NOWHERE, words: str = "") -> Node:
        """«eller»; a single node is itself."""
        return nodes[0] if len(nodes) == 1 else self.apply(Op.OR, *nodes, span=span, words=words)

    def true(self) -> Node:
        """What always holds."""
        return Literal(True, Truth(), self.origin())
