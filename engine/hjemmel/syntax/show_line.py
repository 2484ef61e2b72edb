"""Each line of a norm or a process as text; a bullet list and a table as a whole."""

from collections.abc import Sequence
from typing import assert_never

from hjemmel.syntax import lines
from hjemmel.syntax.blocks import StepLine
from hjemmel.syntax.show_expressions import clause, compared, expression, measured, one_of
from hjemmel.syntax.show_layout import CONTENT, Rows, condition, in_columns, line
from hjemmel.syntax.show_names import name
from hjemmel.syntax.show_values import cited, day, from_to
from hjemmel.syntax.tree import Clause

Conditional = (
    lines.Scope | lines.Requirement | lines.Arises | lines.ExceptionLine | lines.ReadingLine
)
Prose = (
    lines.Mark
    | lines.OwnWords
    | lines.Presumed
    | lines.Remark
    | lines.Assumed
    | lines.Question
    | lines.ChosenDay
)
Valued = (
    lines.Binds
    | lines.AskedWith
    | lines.AppliesTo
    | lines.Deciding
    | lines.Done
    | lines.Latest
    | lines.OnClause
    | lines.Chosen
)
Part = lines.Edition | lines.NotInForce | StepLine
TableLine = lines.TableHead | lines.TableRow


def single(of: Conditional | Prose | Valued | Part, indent: int) -> Rows:
    """A line that stands for itself."""
    match of:
        case (
            lines.Scope() | lines.Requirement() | lines.Arises() | lines.ExceptionLine()
            | lines.ReadingLine()
        ):  # fmt: skip
            return _conditional(of, indent)
        case (
            lines.Mark() | lines.OwnWords() | lines.Presumed() | lines.Remark()
            | lines.Assumed() | lines.Question() | lines.ChosenDay()
        ):  # fmt: skip
            return [line(indent, *_prose(of))]
        case (
            lines.Binds() | lines.AskedWith() | lines.AppliesTo() | lines.Deciding() | lines.Done()
            | lines.Latest() | lines.OnClause() | lines.Chosen()
        ):  # fmt: skip
            return [line(indent, *_valued(of))]
        case lines.Edition(start, end, by):
            return [" " * indent + from_to(start, end) + cited(by)]
        case lines.NotInForce(start, end, by):
            return [" " * indent + f"ikke i kraft {from_to(start, end)}{cited(by)}"]
        case StepLine(letter, title, by):
            return [line(indent, f"steg {letter}", title + cited(by), indent)]
        case _:
            assert_never(of)


def _conditional(of: Conditional, indent: int) -> Rows:
    match of:
        case lines.Scope(when):
            return condition(indent, "gjelder når", when)
        case lines.Requirement():
            return condition(indent, of.lead, of.condition)
        case lines.Arises(when):
            return condition(indent, "oppstår når", when)
        case lines.ExceptionLine():
            return _exception(of, indent)
        case lines.ReadingLine():
            return _reading(of, indent)
        case _:
            assert_never(of)


def _exception(of: lines.ExceptionLine, indent: int) -> Rows:
    word = "men likevel" if of.parent else "med mindre"
    against = f", tross {of.parent}" if of.parent else ""
    named = line(indent, word, f"{of.name}{against}{cited(of.cited)}:")
    return condition(indent, named.lstrip(), of.condition)


def _reading(of: lines.ReadingLine, indent: int) -> Rows:
    named = line(indent, "lesemåte", f"{of.name}:")
    match of.holds:
        case True:
            return [f"{named} regnes med"]
        case False:
            return [f"{named} regnes ikke med"]
        case lines.Latest():
            return [" ".join((named, *_valued(of.holds)))]
        case when:
            return condition(indent, f"{named.lstrip()} regnes med når", when)


def _prose(of: Prose) -> tuple[str, str]:
    match of:
        case lines.Mark(text):
            return "kjennemerke", text
        case lines.OwnWords(text):
            return "med egne ord", text
        case lines.Presumed(text):
            return "forutsatt", text
        case lines.Remark(text):
            return "merknad", text
        case lines.ChosenDay(chosen, text):
            return "valgt", f"{day(chosen)}, {text}"
        case lines.Assumed(which, text):
            return "antatt", f"{which}, {text}"
        case lines.Question(text, by):
            return "tolkning", text + cited(by)
        case _:
            assert_never(of)


def _valued(of: Valued) -> tuple[str, str]:
    match of:
        case lines.Binds(_, who):
            *first, last = map(name, who)
            return of.lead, f"{', '.join(first)} og {last}" if first else last
        case lines.AskedWith(record):
            return "søkes med", name(record)
        case lines.AppliesTo(record):
            return "gjelder for", name(record)
        case lines.Deciding(value, or_today):
            otherwise = ", ellers vurderingsdagen" if or_today else ""
            return "regnes etter", f"{expression(value)}{otherwise}"
        case lines.Done(act):
            return "utført", expression(act)
        case lines.Latest(value):
            return "senest", expression(value)
        case lines.OnClause():
            return "for leddet", _asked_about(of.clause)
        case lines.Chosen(reading):
            return "valgt", "ingen" if reading is None else reading
        case _:
            assert_never(of)


def _asked_about(of: Clause | lines.Latest) -> str:
    return " ".join(_valued(of)) if isinstance(of, lines.Latest) else clause(of)


# ---- what is laid out together


def bullets(of: Sequence[lines.Item], indent: int) -> Rows:
    """Parallel norms, aligned on what follows their titles."""
    titles = [f"– {each.title}{cited(each.cited)}:" for each in of]
    column = indent + max(map(len, titles)) + 1
    return [
        row
        for title, each in zip(titles, of, strict=True)
        for row in condition(indent, title, each.condition, column)
    ]


def table(of: Sequence[TableLine], indent: int) -> Rows:
    """A decision table, its cells in columns."""
    words = [_table_word(each) for each in of]
    column = max(CONTENT, indent + max(map(len, words)) + 1)
    rows = in_columns([_cells(each) for each in of], " | ")
    return [line(indent, word, row, column) for word, row in zip(words, rows, strict=True)]


def _table_word(of: TableLine) -> str:
    return "rad" if isinstance(of, lines.TableRow) else f"{of.word} etter tabellen"


def _cells(of: TableLine) -> tuple[str, ...]:
    match of:
        case lines.TableHead(_, columns):
            return tuple(expression(each) for each in columns)
        case lines.TableRow(cells):
            return tuple(_cell(each) for each in cells)
        case _:
            assert_never(of)


def _cell(of: lines.Cell) -> str:
    listed = one_of(tuple(map(measured if of.relation else compared, of.values)))
    return f"{of.relation} {listed}".strip() or "–"
