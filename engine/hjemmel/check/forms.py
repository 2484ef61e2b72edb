"""What a clause says, apart from how it is written: two that say the same have equal forms.

A form is made of names by what they refer to, values by what they are, and words for the rest.
"""

from collections.abc import Hashable, Iterator

import attrs

from hjemmel.check.norm_structure import Asked
from hjemmel.check.references import Constant
from hjemmel.check.tables import Tables
from hjemmel.core.schema import Schema
from hjemmel.core.types import Enumerated, Registered, Truth
from hjemmel.syntax import tree

Form = Hashable
ClosedList = Enumerated | Registered
_SAME = {"inntil": "høyst"}
"""Relations that are another word for one."""


@attrs.frozen
class Forms:
    """The forms of clauses that have been checked, where some questions are open about them."""

    tables: Tables
    schema: Schema
    questions: tuple[Asked, ...]

    def of(self, node: object) -> Form:
        """The form of a node, or of several; one by itself is as if it stood alone."""
        if isinstance(node, tuple):
            return self.of(node[0]) if len(node) == 1 else tuple(map(self.of, node))
        if not isinstance(node, tree.Clause):
            return self._written(node)
        written = self._clause(self.tables.said(node))
        for asked in self.questions:
            if asked.clause and asked.clause.clause == node:
                return self._interpreted(asked, written)
        return written

    def _interpreted(self, asked: Asked, written: Form) -> Form:
        chosen = asked.chosen.reading if asked.chosen else None
        readings = [reading.holds for reading in asked.readings if chosen in (None, reading.name)]
        plain = attrs.evolve(self, questions=())
        arises = plain.of(asked.arises.condition) if asked.arises else None
        return "tolket", arises, tuple(map(plain.of, readings)), written

    def _clause(self, clause: tree.Clause) -> Form:
        fact = self.tables.references.get(clause)
        match clause:
            case tree.Claim() | tree.CaseHas():
                return _denied(fact) if clause.negated else fact
            case tree.Judged():
                return fact if clause.positive else _denied(fact)
            case tree.Is():
                said = fact or self._equality(clause)
                return _denied(said) if clause.negated else said
            case tree.Bound():
                relation = _SAME.get(clause.relation, clause.relation)
                return relation, self.of(clause.left), self.of(clause.right)
            case tree.Exists():
                return clause.quantity, self.of(clause.source), self.of(clause.filters)
            case tree.ForEach():
                among = self.of(clause.filters) if clause.filters else ()
                return clause.quantity, self.of(clause.source), self.of(clause.body), among
            case tree.CoversEach():
                lists = self.of((clause.left, *clause.others))
                return "omfatter hver", lists, self._values_of(clause.enumeration)
            case _:  # these say what their parts say
                return self._written(clause)

    def _equality(self, clause: tree.Is) -> Form:
        left = self.of(clause.left)
        if isinstance(clause.left, (tree.NormName, tree.NormGroup)):
            return "utfall", left, self.tables.outcomes.get(clause)
        if self.tables.types.get(clause.left) == Truth():
            constant = self.tables.constant(clause.values[0])
            return left if constant and constant.value else _denied(left)
        return "er", left, self.of(clause.values)

    def _values_of(self, named: tree.Name) -> Form:
        match getattr(self.tables.references.get(named), "type", None):
            case Enumerated() as kind:
                values = self.schema.enumeration(kind.name).values
            case Registered() as kind:
                values = tuple(entry.name for entry in self.schema.register(kind.name).entries)
            case _:  # not a name of a list, which is reported
                return named
        return tuple(Constant(value, kind) for value in values)

    def _written(self, node: object) -> Form:
        reference = self.tables.references.get(node)
        if isinstance(node, tree.NormGroup):
            return node.quantity, reference
        if reference is not None:
            return reference
        if not attrs.has(kind := type(node)):
            return node
        parts = (part.name for part in attrs.fields(kind) if part.eq)
        return kind.__name__, *(self.of(getattr(node, part)) for part in parts)


def _denied(form: Form) -> Form:
    return "ikke", form


def named_in(form: Form) -> Iterator[tuple[ClosedList, object]]:
    """The values of closed lists in a form, each with its list."""
    match form:
        case Constant(value, Enumerated() | Registered() as kind):
            yield kind, value
        case tuple():
            for part in form:
                yield from named_in(part)
        case _:  # what is no value of a list names none
            return


def without_values(form: Form) -> Form:
    """The form with the values of closed lists left open, so that those that differ in them alone
    are equal."""
    match form:
        case Constant(_, Enumerated() | Registered() as kind):
            return kind
        case tuple():
            return tuple(map(without_values, form))
        case _:  # nothing is left open
            return form
