"""The lines of norms and processes in order, each at its indent."""

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from hjemmel.syntax import lines
from hjemmel.syntax.blocks import ProcessLine, StepLine
from hjemmel.syntax.lines import NormLine
from hjemmel.syntax.show_layout import Rows
from hjemmel.syntax.show_line import TableLine, bullets, single, table

Line = NormLine | ProcessLine

_OUT, _IN, _STEP = 2, 4, 2


def body(of: tuple[Line, ...]) -> Rows:
    """All lines of a block. Those of a list are aligned with each other, as are a table's."""
    shown: Rows = []
    for (indent, _), run in groupby(_indented(of), key=lambda each: (each[0], _run(each[1]))):
        shown += _shown([each for _, each in run], indent)
    return shown


def _run(of: Line) -> type:
    """What a line must share with its neighbours to be laid out with them."""
    return lines.TableHead if isinstance(of, lines.TableRow) else type(of)


def _shown(run: list[Line], indent: int) -> Rows:
    if items := [each for each in run if isinstance(each, lines.Item)]:
        return bullets(items, indent)
    if rows := [each for each in run if isinstance(each, TableLine)]:
        return table(rows, indent)
    alone = [each for each in run if not isinstance(each, lines.Item | TableLine)]
    return [row for each in alone for row in single(each, indent)]


def _indented(of: tuple[Line, ...]) -> Iterator[tuple[int, Line]]:
    """Each line with its indent, which is deeper in a wording, a question and a step.

    A remark stands where the line before it does.
    """
    indent, within = _OUT, _OUT
    for each in of:
        match each:
            case lines.Edition() | StepLine():
                yield _OUT, each
                indent = within = _IN
            case lines.NotInForce():
                yield _OUT, each
            case lines.Question():
                yield within, each
                indent = within + _STEP
            case lines.OwnWords() | lines.Remark():
                yield indent, each
            case _:  # the rest have one place each
                indent = _indent(each, within)
                yield indent, each


Placed = (
    lines.Mark | lines.Presumed | lines.Binds | lines.AskedWith | lines.AppliesTo | lines.Scope
    | lines.Deciding | lines.ExceptionLine | lines.Assumed | lines.Requirement | lines.TableHead
    | lines.TableRow | lines.Done | lines.Latest | lines.Item | lines.OnClause | lines.Arises
    | lines.ReadingLine | lines.Chosen | lines.ChosenDay
)  # fmt: skip


def _indent(of: Placed, within: int) -> int:
    """The indent of a line; `within` is that of the wording or step it may be part of."""
    match of:
        case lines.Mark() | lines.AskedWith() | lines.AppliesTo() | lines.Scope():
            return _OUT
        case (
            lines.Presumed() | lines.Deciding() | lines.Binds() | lines.Assumed()
            | lines.ChosenDay() | lines.Requirement() | lines.TableHead() | lines.TableRow()
            | lines.ExceptionLine() | lines.Done() | lines.Latest() | lines.Item()
        ):  # fmt: skip
            return within
        case lines.OnClause() | lines.Arises() | lines.ReadingLine() | lines.Chosen():
            return within + _STEP
        case _:
            assert_never(of)
