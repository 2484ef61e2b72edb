"""A program looked up by id, and the words of its nodes as they are found."""

from collections.abc import Hashable, Mapping
from typing import Any

from attrs import field, frozen

from hjemmel.core.program import Interpretation, Norm, Program
from hjemmel.provenance.memory import Memory

_FEW = 2
"""For so few cases it does not pay to look at what each norm can ask for."""


@frozen(eq=False)
class Book:
    """A program with what every case of it asks for again and again.

    `phrases` and `citations` fill up as nodes are put into words: a node's words are the same in
    every case. So do `plans`, of how each norm is told of, `standings`, the ways in which it can
    stand, and `tracing`, how it is found what decides. `memory` is there once there are more than
    a few cases. `naming` is which norms name each norm, and `beyond` those made ready besides.
    `carried` are the program's editions as they have been carried to another day.
    """

    program: Program
    norms: Mapping[str, Norm]
    interpretations: Mapping[int, Interpretation]
    phrases: dict[int, str] = field(factory=dict)
    citations: dict[int, str] = field(factory=dict)
    plans: dict[str, Any] = field(factory=dict)
    standings: dict[Hashable, Any] = field(factory=dict)
    tracing: list[Any] = field(factory=list)
    memory: list[Memory] = field(factory=list)
    met: list[None] = field(factory=list)
    naming: list[Mapping[str, tuple[str, ...]]] = field(factory=list)
    beyond: dict[str, Any] = field(factory=dict)
    carried: dict[Hashable, Any] = field(factory=dict)

    def meet(self) -> None:
        """One more case. From the third on, what is told of a norm is kept for the next."""
        if len(self.met) < _FEW:
            self.met.append(None)
        elif not self.memory:
            self.memory.append(Memory(self.program))


def new_book(program: Program) -> Book:
    """The book of a program, with nothing in it yet."""
    interpretations = {each.clause: each for norm in program.norms for each in norm.interpretations}
    return Book(program, {norm.id: norm for norm in program.norms}, interpretations)
