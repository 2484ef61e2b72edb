"""The lines of a norm in the newer forms."""

from collections.abc import Callable
from typing import TypeVar

from attrs import define, evolve, field

from hjemmel.editing.renewing.clauses import renewed, renewed_day
from hjemmel.editing.renewing.every import said_of_every
from hjemmel.editing.renewing.left import Left
from hjemmel.editing.renewing.place import Place
from hjemmel.syntax import lines, tree
from hjemmel.syntax.blocks import NormBlock, ProcessBlock, ProcessLine

Line = lines.NormLine | ProcessLine
T = TypeVar("T", bound=Line)


@define
class _Renewing:
    """A norm whose lines are gone through, and what has been left as it was."""

    place: Place
    left: list[Left] = field(factory=list)

    def clause(self, clause: tree.Clause) -> tree.Clause:
        """A clause as it is to be written."""
        new = renewed(self.place, clause)
        self.left += new.left
        return new.clause

    def asked_about(self, of: tree.Clause | lines.Latest) -> tree.Clause | lines.Latest:
        """What a question is about, as it is to be written: the same as where it stands."""
        return self.line(of) if isinstance(of, lines.Latest) else self.clause(of)

    def condition(self, of: tree.Condition) -> tree.Condition:
        """Every clause of a condition as it is to be written."""
        joined = [said_of_every(self.place, each) for each in of.alternatives]
        parts = tuple(tuple(map(self.clause, each)) for each in joined)
        return evolve(of, alternatives=parts)

    def line(self, of: T) -> T:
        """A line as it is to be written: one of the same kind."""
        new = self._line(of)
        assert isinstance(new, type(of))
        return new

    def _line(self, of: Line) -> Line:
        match of:
            case lines.Requirement("legges til grunn"):  # there a fact is said as it is declared
                return of
            case (
                lines.Scope(condition) | lines.Requirement(condition=condition)
                | lines.Arises(condition) | lines.Item(condition=condition)
                | lines.ExceptionLine(condition=condition)
            ):  # fmt: skip
                return evolve(of, condition=self.condition(condition))
            case lines.ReadingLine(holds=tree.Condition() as condition):
                return evolve(of, holds=self.condition(condition))
            case lines.ReadingLine(holds=lines.Latest() as latest):
                return evolve(of, holds=self.line(latest))
            case lines.OnClause():
                return evolve(of, clause=self.asked_about(of.clause))
            case lines.Deciding(value) | lines.Latest(value):
                return evolve(of, value=renewed_day(self.place, value))
            case _:  # the others say nothing that has a newer form
                return of


Renewed = tuple[NormBlock | ProcessBlock, tuple[Left, ...]]


def renewed_block(of: NormBlock | ProcessBlock, placed: Callable[[], Place]) -> Renewed:
    """A norm with its lines as they are to be written, and which of them stay as they were."""
    work = _Renewing(placed())
    match of:
        case NormBlock():
            norm_lines = tuple(map(work.line, of.lines))
            return evolve(of, lines=norm_lines), _once(work.left)
        case _:  # it is a process
            steps = tuple(map(work.line, of.lines))
            return evolve(of, lines=steps), _once(work.left)


def _once(left: list[Left]) -> tuple[Left, ...]:
    return tuple(dict.fromkeys(left))
