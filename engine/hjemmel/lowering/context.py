"""What lowering carries with it while it goes through a norm."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from attrs import define, field, frozen

from hjemmel.check.symbols import Symbols
from hjemmel.check.tables import Tables
from hjemmel.core.nodes import Apply, Fact, Literal, Node, Op, Origin, Ref, Standing
from hjemmel.core.schema import CASE
from hjemmel.core.types import Date, Truth
from hjemmel.source.citation import Citation
from hjemmel.source.span import NOWHERE, Span
from hjemmel.syntax.lines import Cited, Latest
from hjemmel.syntax.tree import Clause, Condition, Name, NormGroup, NormName

LowerReading = Callable[[bool | Condition | Latest], Node]
"""The clause as it is by what a reading says."""


@frozen
class Replacement:
    """What an open question is about, and how to lower what replaces it: from what is written, and
    from each reading."""

    clause: Clause | Latest
    lower: Callable[[Node, LowerReading], Node]


@define
class Context:
    """The state of lowering one norm.

    `tables` are what the checker has found of it. `lower_clause` lowers a clause: a value may count
    the entries of a list for which clauses hold, and a clause is about values. `count` is the
    number of the last node. `days` lower the day that decides the wording anew, the last of them.
    `words_used` are the numbers of the references to definitions whose word is used.
    """

    symbols: Symbols
    lower_clause: Callable[["Context", Clause], Node]
    tables: Tables
    count: int
    replacements: list[Replacement] = field(factory=list)
    days: list[Callable[[], Node]] = field(factory=list)
    words_used: set[int] = field(factory=set)

    def deciding(self) -> Node:
        """The day that decides the wording that is being lowered, once more."""
        if self.days:
            return self.days[-1]()
        return Fact(CASE, "vurderingsdato", Date(), self.origin())

    @contextmanager
    def decided_by(self, lower: Callable[[], Node]) -> Iterator[None]:
        """Within this, it is this day that decides the wording."""
        self.days.append(lower)
        yield
        self.days.pop()

    def origin(
        self, span: Span = NOWHERE, words: str = "", citations: tuple[Citation, ...] = ()
    ) -> Origin:
        """A new origin, numbered in the order met."""
        self.count += 1
        return Origin(self.count, span, words, citations)

    def as_read(self, clause: Clause | Latest, written: Node, reading: LowerReading) -> Node:
        """A clause; where a question is open about it, with the readings that replace it."""
        for question in self.replacements:
            if question.clause == clause:
                return question.lower(written, reading)
        return written

    # ---- what the checker has found

    def fact(self, node: object, span: Span, words: str) -> Fact:
        """The fact that a node refers to."""
        reference = self.tables.fact(node)
        return Fact(reference.subject, reference.name, reference.type, self.origin(span, words))

    def list_of(self, name: Name) -> Fact:
        """The list that a name refers to."""
        return self.fact(name, name.span, name.words)

    def norm_of(self, name: NormName) -> str:
        """The norm that is named."""
        return self.tables.norms(name)[0]

    def group_of(self, group: NormGroup) -> tuple[str, ...]:
        """The norms of a group, besides the one that speaks of it."""
        return self.tables.norms(group)

    def citations(self, cited: Cited) -> tuple[Citation, ...]:
        """The citations with the sentences that they cover."""
        return self.tables.citations[cited]

    # ---- nodes that every construct needs

    def defined(self, definition: NormName, span: Span, words: str) -> Node:
        """A word by its definition."""
        node = Ref(self.norm_of(definition), Standing.MET, self.origin(span, words))
        self.words_used.add(node.origin.id)
        return node

    def apply(self, operator: Op, *arguments: Node, span: Span = NOWHERE, words: str = "") -> Node:
        """An operator on its arguments."""
        return Apply(operator, tuple(arguments), self.origin(span, words))

    def all_of(self, nodes: list[Node], span: Span = NOWHERE, words: str = "") -> Node:
        """«og»; a single node is itself."""
        return nodes[0] if len(nodes) == 1 else self.apply(Op.AND, *nodes, span=span, words=words)

    def any_of(self, nodes: list[Node], span: Span = NOWHERE, words: str = "") -> Node:
        """«eller»; a single node is itself."""
        return nodes[0] if len(nodes) == 1 else self.apply(Op.OR, *nodes, span=span, words=words)

    def negated(self, node: Node, span: Span, words: str) -> Node:
        """«ikke»."""
        return self.apply(Op.NOT, node, span=span, words=words)

    def true(self) -> Node:
        """What always holds."""
        return Literal(True, Truth(), self.origin())
