"""Which norm of one version is which of the other, also where it has got another id.

A norm is known by its id. One whose id is gone is held to be one that is new, where both have the
same title, or ask the same, or stand at the same place and are called nearly the same.
"""

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from hjemmel.analysis.comparison.asking import asked
from hjemmel.core.nodes import Node, Ref
from hjemmel.core.program import Edition, Interpretation, Norm, Program
from hjemmel.core.walk import rebuilt
from hjemmel.diagnostics.kinship import say_the_same

_KIN = 0.7
"""So much of what two titles say is the same where they may be one norm's."""


@frozen(eq=False)
class Pairing:
    """Both versions, the new one also with the ids that its norms had before.

    `was` has the former id of each norm that has got another, by the one it has now.
    """

    old: Program
    new: Program
    as_before: Program
    was: Mapping[str, str]

    @classmethod
    def of(cls, old: Program, new: Program) -> "Pairing":
        """Both versions, held together."""
        was = dict(_pairs(old, new))
        return cls(old, new, _renamed(new, was) if was else new, was)

    def now(self, before: str) -> str:
        """The id that a norm has now, by the one it had."""
        return next((now for now, was in self.was.items() if was == before), before)

    def pairs(self) -> Iterator[tuple[Norm | None, Norm | None]]:
        """Each norm as it was and is, in the order of the new; last those that are gone."""
        for each in self.new.norms:
            yield self.old.by_id.get(self.was.get(each.id, each.id)), each
        kept = self.as_before.by_id
        yield from ((each, None) for each in self.old.norms if each.id not in kept)


def _pairs(old: Program, new: Program) -> Iterator[tuple[str, str]]:
    gone = [each for each in old.norms if each.id not in new.by_id]
    come = [each for each in new.norms if each.id not in old.by_id]
    for is_same in (_is_all_the_same, _has_same_title, _asks_the_same, _is_kin):
        for before in tuple(gone):
            alike = [each for each in come if is_same(before, each)]
            if len(alike) == 1:
                gone.remove(before)
                come.remove(alike[0])
                yield alike[0].id, before.id


def _is_all_the_same(one: Norm, other: Norm) -> bool:
    return _has_same_title(one, other) and _asks_the_same(one, other)


def _has_same_title(one: Norm, other: Norm) -> bool:
    return one.kind is other.kind and one.title.casefold() == other.title.casefold()


def _asks_the_same(one: Norm, other: Norm) -> bool:
    return one.kind is other.kind and asked(one) == asked(other)


def _is_kin(one: Norm, other: Norm) -> bool:
    is_here = one.place == other.place and one.kind is other.kind
    return is_here and say_the_same(one.title, other.title) >= _KIN


def _renamed(program: Program, was: Mapping[str, str]) -> Program:
    def name(of: str) -> str:
        return was.get(of, of)

    def node(of: Node) -> Node:
        return evolve(of, norm=name(of.norm)) if isinstance(of, Ref) else rebuilt(of, node)

    def edition(of: Edition) -> Edition:
        deciding = None if of.deciding is None else node(of.deciding)
        return evolve(
            of, applies=node(of.applies), requirement=node(of.requirement), deciding=deciding
        )

    def question(of: Interpretation) -> Interpretation:
        readings = tuple(evolve(each, replacement=node(each.replacement)) for each in of.readings)
        return evolve(of, norm=name(of.norm), arises=node(of.arises), readings=readings)

    def norm(of: Norm) -> Norm:
        return evolve(
            of, id=name(of.id), deciding=node(of.deciding),
            editions=tuple(map(edition, of.editions)),
            interpretations=tuple(map(question, of.interpretations)),
        )  # fmt: skip

    return evolve(
        program, norms=tuple(map(norm, program.norms)), order=tuple(map(name, program.order))
    )
