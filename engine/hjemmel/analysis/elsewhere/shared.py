"""Where norms write the same.

Who changes one of them wants to see the others. Nothing says that they must be the same.
"""

from attrs import field, frozen

from hjemmel.analysis.elsewhere.written import Kind, Written, of_norm
from hjemmel.core.nodes import Node
from hjemmel.core.program import Norm, Program
from hjemmel.source.span import Span


@frozen
class Place:
    """A norm that writes a value, and the condition that it stands in."""

    norm: Norm
    condition: Node = field(eq=False)

    @property
    def span(self) -> Span:
        """Where the condition stands."""
        return self.condition.origin.span


@frozen
class Shared:
    """A value, and where several norms write it."""

    value: Written
    places: tuple[Place, ...]

    @property
    def norms(self) -> tuple[str, ...]:
        """The norms, each once."""
        return tuple(dict.fromkeys(each.norm.id for each in self.places))


def shared(program: Program, norms: frozenset[str]) -> tuple[Shared, ...]:
    """The values that one of the norms writes and some other norm too, the most telling first."""
    found: dict[Written, dict[tuple[str, Span], Place]] = {}
    for norm in program.norms:
        for value, condition in of_norm(norm):
            place = Place(norm, condition)
            found.setdefault(value, {}).setdefault((norm.id, place.span), place)
    every = (Shared(value, tuple(places.values())) for value, places in found.items())
    kept = [each for each in every if len(each.norms) > 1 and norms & set(each.norms)]
    lists = {(name, each.norms) for each in kept for name in each.value.values}
    order = list(Kind)
    alone = (each for each in kept if (each.value.told, each.norms) not in lists)
    return tuple(sorted(alone, key=lambda each: (order.index(each.value.kind), len(each.norms),
                                                each.value.told)))  # fmt: skip
