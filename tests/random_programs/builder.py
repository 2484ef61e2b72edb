"""What random rulebooks are built with: numbered nodes, and facts declared as they are needed."""

from typing import assert_never

from attrs import evolve, field, frozen

from hjemmel.core.nodes import Apply, Default, Each, Fact, Literal, Node, Op, Origin, Ref, Value
from hjemmel.core.schema import CASE, ELEMENT, FieldDeclaration
from hjemmel.core.types import Assessed, Date, Listed, Row, Scalar, Truth, Type
from random_programs.choices import Choices, chance, pick
from random_programs.values import pool

_TURNED = {"og": "eller", "eller": "og"}
CASE_RECORDS = ("tjeneste", "søknad")
ENTRY_RECORDS = ("sted", "enhet")


@frozen
class Bound:
    """A variable of a quantifier, and what its entries are."""

    variable: str
    kind: Scalar | Row


Scope = tuple[Bound, ...]


@frozen
class Builder:
    """A rulebook under construction."""

    choices: Choices
    fields: dict[str, list[FieldDeclaration]] = field(
        factory=lambda: {name: [] for name in (*CASE_RECORDS, *ENTRY_RECORDS)}
    )
    norms: list[str] = field(factory=list)
    clauses: list[tuple[Scope, Node]] = field(factory=list)
    numbered: list[int] = field(factory=list)

    def origin(self) -> Origin:
        """The next number."""
        self.numbered.append(len(self.numbered))
        return Origin(self.numbered[-1])

    def literal(self, value: Value, kind: Scalar | None = None) -> Literal:
        """A value written in the rule; a truth unless its type is given."""
        return Literal(value, kind or Truth(), self.origin())

    def any_literal(self, kind: Scalar) -> Literal:
        """Any value of the type."""
        return self.literal(pick(self.choices, pool(kind)), kind)

    def apply(self, operator: str, *arguments: Node) -> Apply:
        """An operator on its arguments."""
        return Apply(Op(operator), arguments, self.origin())

    def today(self) -> Fact:
        """The day of evaluation."""
        return Fact(CASE, "vurderingsdato", Date(), self.origin())

    def fact(self, kind: Type, scope: Scope) -> Fact:
        """A fact of the type: of a bound entry, the entry itself, or of a record of the case."""
        elements = [each for each in scope if each.kind == kind]
        if elements and chance(self.choices, 70):
            return Fact(pick(self.choices, elements).variable, ELEMENT, kind, self.origin())
        subjects = [(name, name) for name in CASE_RECORDS]
        rows = [(each.variable, each.kind.name) for each in scope if isinstance(each.kind, Row)]
        if rows and chance(self.choices, 75):
            subjects = rows
        subject, record = subjects[0 if chance(self.choices, 60) else -1]
        if not _may_hold(record, kind):
            subject = record = CASE_RECORDS[0]
        return Fact(subject, self._declared(record, kind), kind, self.origin())

    def again(self, scope: Scope) -> Node | None:
        """A condition said before, that can be said here too."""
        fitting = [node for at, node in self.clauses if at == scope[: len(at)]]
        return self.copied(pick(self.choices, fitting)) if fitting else None

    def other_way_round(self, scope: Scope) -> Node | None:
        """The denial of what was said before, said of its parts: «verken A eller B»."""
        joined = [
            node for at, node in self.clauses
            if at == scope[: len(at)] and isinstance(node, Apply) and node.operator in _TURNED
        ]  # fmt: skip
        if not joined:
            return None
        chosen = pick(self.choices, joined)
        parts = (self.apply("ikke", self.copied(each)) for each in chosen.arguments)
        return self.apply(_TURNED[chosen.operator], *parts)

    def copied(self, node: Node) -> Node:
        """The same node once more, numbered anew."""
        match node:
            case Literal() | Fact() | Ref():
                return evolve(node, origin=self.origin())
            case Apply():
                arguments = tuple(self.copied(each) for each in node.arguments)
                return Apply(node.operator, arguments, self.origin())
            case Default():
                exceptions = tuple(self.copied(each) for each in node.exceptions)
                condition, consequence = self.copied(node.condition), self.copied(node.consequence)
                return Default(exceptions, condition, consequence, self.origin())
            case Each():
                domain, where = evolve(node.domain, origin=self.origin()), self.copied(node.where)
                body = self.copied(node.body)
                return evolve(node, domain=domain, where=where, body=body, origin=self.origin())
            case _:
                assert_never(node)

    def _declared(self, record: str, kind: Type) -> str:
        """The key of a fact of the type, declared before or now."""
        alike = [each.key for each in self.fields[record] if each.type == kind]
        if alike and chance(self.choices, 60):
            return pick(self.choices, alike)
        key = f"{type(kind).__name__.lower()}_{len(self.fields[record])}"
        holder = kind.owner if isinstance(kind, Assessed) else "søkeren"
        self.fields[record].append(FieldDeclaration(key, key, kind, holder))
        return key


def _may_hold(record: str, kind: Type) -> bool:
    """Entries hold no entries of their own sort, so that no list is endless."""
    if record in CASE_RECORDS or not isinstance(kind, Listed) or not isinstance(kind.element, Row):
        return True
    return ENTRY_RECORDS.index(record) < ENTRY_RECORDS.index(kind.element.name)
