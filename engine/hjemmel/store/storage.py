"""A program as bytes, so that a rulebook need not be read again to be used again.

Everything is kept: nodes and where they come from, citations, schema, wordings,
interpretations. Objects stand in tables, one a class or union of classes,
column by column, and refer to one another by row; a row only refers to rows
before it. That makes equal objects one, and lets most of the work of reading
be done by loops that Python runs itself. The bytes are JSON and nothing in
them is run.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from itertools import chain
from typing import Any, assert_never

from attrs import field, frozen

from hjemmel.core import chosen, nodes, program, schema, types, working_days
from hjemmel.core.program import Program
from hjemmel.source.citation import Citation, Level
from hjemmel.source.legal_source import LegalSource, SourceEdition
from hjemmel.source.moment import Moment
from hjemmel.source.span import Span

FORMAT = "hjemmel-program-14"
"""Changes whenever the layout below does, so that no other version's bytes are ever read."""

Tables = dict[str, list[Any]]


@frozen
class Column:
    """How one field is written, and how a whole column of it is read."""

    write: Callable[["_Writer", Any], Any]
    read: Callable[[Tables, list[Any]], Iterable[Any]]
    inside: str = ""  # the table its rows refer to


def _of_type(column: Iterable[Any], *kinds: type) -> None:
    odd = set(map(type, column)) - set(kinds)
    if odd:
        raise ValueError(f"a column holds {sorted(each.__name__ for each in odd)}")


def _rows(column: Iterable[Any]) -> None:
    """Row numbers; one too high is found when it is looked up."""
    column = list(column)
    _of_type(column, int)
    if min(column, default=0) < 0:
        raise ValueError("a row number below zero")


def _plain(*kinds: type) -> Column:
    def read(_: Tables, column: list[Any]) -> list[Any]:
        _of_type(column, *kinds)
        return column

    return Column(lambda _, value: value, read)


def _one(table: str) -> Column:
    def read(tables: Tables, column: list[Any]) -> Iterable[Any]:
        _rows(column)
        return map(tables[table].__getitem__, column)

    return Column(lambda writer, value: writer.row(table, value), read, table)


def _many(table: str) -> Column:
    def read(tables: Tables, column: list[Any]) -> Iterable[Any]:
        _of_type(column, list)
        _rows(chain.from_iterable(column))
        look_up = tables[table].__getitem__
        return (tuple(map(look_up, rows)) for rows in column)

    return Column(lambda writer, value: [writer.row(table, each) for each in value], read, table)


def _optional(column: Column) -> Column:
    """None, or a list of one."""

    def read(tables: Tables, given: list[Any]) -> Iterable[Any]:
        _of_type(given, list)
        if any(len(each) > 1 for each in given):
            raise ValueError("more than one value where there is at most one")
        found = iter(column.read(tables, [each[0] for each in given if each]))
        return (next(found) if each else None for each in given)

    return Column(lambda to, value: [] if value is None else [column.write(to, value)], read)


def _choice(kind: type[Enum]) -> Column:
    members = {each.value: each for each in kind}
    return Column(lambda _, value: value.value, lambda _, given: map(members.__getitem__, given))


def _from_text(text: str) -> nodes.Value:
    """A constant that JSON has no form for: the first letter says what it is."""
    kind, rest = text[:1], text[1:]
    match kind:
        case "t":
            return rest
        case "d":
            return date.fromisoformat(rest)
        case "n":
            return Decimal(rest)
        case _:
            raise ValueError(f"no kind of constant: {kind!r}")


def _write_value(_: object, value: nodes.Value) -> bool | int | str:
    match value:
        case bool() | int():
            return value
        case str():
            return "t" + value
        case date():
            return "d" + value.isoformat()
        case Decimal():
            return "n" + str(value)
        case _:
            assert_never(value)


def _read_values(_: Tables, column: list[Any]) -> Iterable[Any]:
    _of_type(column, bool, int, str)
    return (_from_text(each) if type(each) is str else each for each in column)


_TEXT, _NUMBER, _FLAG = _one("text"), _plain(int), _plain(bool)
_VALUE = Column(_write_value, _read_values)
_MOMENT, _SPAN, _CITED, _ORIGIN = (
    _optional(_one("moment")),
    _one("span"),
    _many("citation"),
    _one("origin"),
)
_TYPE, _NODE, _NODES = _one("type"), _one("node"), _many("node")

Layout = dict[type, tuple[Column, ...]]

TABLES: dict[str, Layout] = {
    "span": {Span: (_TEXT, _NUMBER, _NUMBER, _NUMBER)},
    "level": {Level: (_TEXT, _NUMBER, _TEXT, _FLAG, _TEXT)},
    "citation": {Citation: (_one("level"), _TEXT, _TEXT, _many("text"), _FLAG)},
    "origin": {nodes.Origin: (_NUMBER, _SPAN, _TEXT, _CITED)},
    "type": {
        **dict.fromkeys((types.Truth, types.Text, *types.ORDERED), ()),
        **dict.fromkeys((types.Enumerated, types.Registered, types.Assessed), (_TEXT,)),
        types.Row: (_TEXT,),
        types.Listed: (_TYPE,),
    },
    "node": {
        nodes.Literal: (_VALUE, _TYPE, _ORIGIN),
        nodes.Fact: (_TEXT, _TEXT, _TYPE, _ORIGIN),
        nodes.Ref: (_TEXT, _choice(nodes.Standing), _ORIGIN),
        nodes.Apply: (_choice(nodes.Op), _NODES, _ORIGIN),
        nodes.Default: (_NODES, _NODE, _NODE, _ORIGIN),
        nodes.Each: (_choice(nodes.Quantifier), _TEXT, _NODE, _NODE, _NODE, _ORIGIN),
    },
    "field": {
        schema.FieldDeclaration: (
            _TEXT, _TEXT, _TYPE, _TEXT, _TEXT, _many("text"), _SPAN, _TEXT, _TEXT,
        ),
    },
    "record": {
        schema.RecordDeclaration: (
            _TEXT, _TEXT, _TEXT, _many("field"), _FLAG, _FLAG, _SPAN, _TEXT, _TEXT,
        ),
    },
    "moment": {Moment: (_VALUE, _VALUE)},
    "validity": {schema.Validity: (_MOMENT, _MOMENT, _TEXT)},
    "enumeration": {
        schema.Enumeration: (
            _TEXT, _many("text"), _TEXT, _SPAN, _many("text"), _many("validity"),
        ),
    },
    "known": {schema.Known: (_TEXT, _VALUE, _one("validity"))},
    "entry": {
        schema.RegisterEntry: (_TEXT, _many("text"), _one("validity"), _many("known")),
    },
    "register": {schema.Register: (_TEXT, _many("entry"), _SPAN)},
    "chosen": {chosen.ChosenDay: (_VALUE, _one("moment"), _TEXT, _FLAG)},
    "tenure": {
        schema.Tenure: (
            _MOMENT, _MOMENT, _many("text"), _TEXT, _choice(schema.Joint), _FLAG, _FLAG,
            _many("chosen"),
        ),
    },
    "role": {schema.Role: (_TEXT, _many("tenure"), _SPAN)},
    "day off": {
        working_days.DayOff: (_NUMBER, _NUMBER, _optional(_NUMBER), _TEXT),
    },
    "calendar": {
        working_days.Calendar: (_TEXT, _NUMBER, _NUMBER, _many("day off"), _SPAN),
    },
    "schema": {
        schema.Schema: (
            _many("record"), _many("enumeration"), _many("register"), _many("role"),
            _optional(_one("calendar")),
        ),
    },
    "wording": {
        program.Wording: (
            _MOMENT, _MOMENT, _CITED, _TEXT, _FLAG, _FLAG, _CITED, _many("text"), _many("text"),
            _many("chosen"), _TEXT, _FLAG,
        ),
    },
    "reading": {program.Reading: (_TEXT, _NODE)},
    "edition": {program.Edition: (_one("wording"), _NODE, _NODE, _optional(_NODE))},
    "suspension": {program.Suspension: (_one("moment"), _MOMENT, _CITED)},
    "interpretation": {
        program.Interpretation: (
            _TEXT, _TEXT, _NODE, _many("reading"), _optional(_TEXT), _CITED, _NUMBER,
        ),
    },
    "norm": {
        program.Norm: (
            _TEXT, _TEXT, _choice(program.Kind), _TEXT, _TEXT, _TEXT, _NODE,
            _many("edition"), _TEXT, _many("interpretation"), _many("suspension"), _TEXT, _SPAN,
        ),
    },
    "presumption": {program.Presumption: (_one("norm"), _NODE, _VALUE)},
    "conclusion": {program.Conclusion: (_one("norm"), _NODE, _VALUE)},
    "source_edition": {SourceEdition: (_one("moment"), _MOMENT, _FLAG)},
    "legal_source": {
        LegalSource: (_one("level"), _TEXT, _TEXT, _MOMENT, _many("source_edition")),
    },
    "program": {
        Program: (
            _TEXT, _TEXT, _one("schema"), _many("norm"), _many("text"), _many("text"),
            _many("presumption"), _many("legal_source"), _many("conclusion"),
        ),
    },
}  # fmt: skip
"""Every class with its fields in the order of its declaration; a table after those it refers to."""


def dump(of: Program) -> bytes:
    """The program as bytes."""
    writer = _Writer()
    writer.row("program", of)
    content = {"format": FORMAT, "text": writer.texts(), "tables": writer.tables}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def load(content: bytes) -> Program:
    """The program that was dumped; ValueError on anything else."""
    try:
        given = json.loads(content)
        if given["format"] != FORMAT:
            raise ValueError(f"the format is {given['format']!r}, not {FORMAT!r}")
        found = _read(given["text"], given["tables"])
    except ValueError:
        raise
    except (LookupError, TypeError, AttributeError, InvalidOperation, RecursionError) as fault:
        raise ValueError(f"not a stored program: {fault!r}") from fault
    return found


@frozen
class _Writer:
    """The tables as they fill up."""

    tables: dict[str, dict[str, Any]] = field(factory=dict)
    numbers: dict[str, dict[Any, int]] = field(factory=dict)
    known: dict[tuple[str, int], int] = field(factory=dict)

    def texts(self) -> list[str]:
        """All texts, in the order of their numbers."""
        return list(self.numbers.get("text", ()))

    def row(self, table: str, value: Any) -> int:
        """The row that holds the value, added if there is none."""
        numbers = self.numbers.setdefault(table, {})
        if table == "text":
            return numbers.setdefault(value, len(numbers))
        found = self.known.get((table, id(value)))
        if found is None:
            # Inner nodes first, without recursion: a rule may be as deep as it likes.
            waiting = [value]
            while waiting:
                inner = [each for each in _inner(table, waiting[-1])
                         if (table, id(each)) not in self.known]  # fmt: skip
                if inner:
                    waiting += inner
                else:
                    done = waiting.pop()
                    self.known[table, id(done)] = self._added(table, numbers, done)
            found = self.known[table, id(value)]
        return found

    def _added(self, table: str, numbers: dict[Any, int], value: Any) -> int:
        kind = type(value)
        columns = TABLES[table][kind]
        fields = [getattr(value, name) for name in kind.__match_args__]
        cells = [column.write(self, each) for column, each in zip(columns, fields, strict=True)]
        # As text, since 1, True and 1.0 are the same key but not the same value.
        key = kind.__name__ + repr(cells)
        if key not in numbers:
            numbers[key] = len(numbers)
            self._appended(table, kind, cells)
        return numbers[key]

    def _appended(self, table: str, kind: type, cells: list[Any]) -> None:
        made = self.tables.setdefault(table, {"order": [], "columns": {}})
        if len(TABLES[table]) > 1:
            made["order"].append(list(TABLES[table]).index(kind))
        columns = made["columns"].setdefault(kind.__name__, [[] for _ in cells])
        for column, cell in zip(columns, cells, strict=True):
            column.append(cell)


def _inner(table: str, value: Any) -> Iterator[Any]:
    """The objects of the same table that a value holds."""
    columns = TABLES[table][type(value)]
    for name, column in zip(type(value).__match_args__, columns, strict=True):
        if column.inside == table:
            held = getattr(value, name)
            yield from held if isinstance(held, tuple) else (held,)


def _read(texts: list[Any], given: dict[str, Any]) -> Program:
    _of_type(texts, str)
    tables: Tables = {"text": texts}
    for name, layout in TABLES.items():
        tables[name] = []
        if name in given:
            _fill(tables, name, layout, given[name])
    if len(tables["program"]) != 1:
        raise ValueError("not exactly one program")
    found: Program = tables["program"][0]
    _check_order(found)
    _check_nodes(tables["node"], {norm.id for norm in found.norms})
    return found


def _fill(tables: Tables, name: str, layout: Layout, given: dict[str, Any]) -> None:
    """Rows are made one by one as `order` asks for them, so each finds those before it."""
    order, columns = given["order"], given["columns"]
    if len(layout) == 1:
        ((kind, fields),) = layout.items()
        tables[name].extend(_made(tables, kind, fields, columns[kind.__name__]))
        return
    _rows(order)
    makers = [_made(tables, kind, layout[kind], columns.get(kind.__name__)) for kind in layout]
    counts = [order.count(number) for number in range(len(makers))]
    lengths = [len(columns[kind.__name__][0]) if layout[kind] and kind.__name__ in columns else
               counts[number] for number, kind in enumerate(layout)]  # fmt: skip
    if counts != lengths or sum(counts) != len(order):
        raise ValueError(f"the rows of {name} are not as many as it says")
    add = tables[name].append
    for number in order:
        add(next(makers[number]))


def _made(
    tables: Tables, kind: type, layout: tuple[Column, ...], columns: list[list[Any]] | None
) -> Iterator[Any]:
    if not layout:
        return iter(kind, None)
    if columns is None:
        return iter(())
    if len({len(each) for each in columns}) != 1:
        raise ValueError(f"the columns of {kind.__name__} differ in length")
    read = (column.read(tables, cells) for column, cells in zip(layout, columns, strict=True))
    return map(kind, *read)


def _check_order(found: Program) -> None:
    ids = [norm.id for norm in found.norms]
    if len(set(ids)) != len(ids) or sorted(ids) != sorted(found.order):
        raise ValueError("the order is not one of all the norms")


def _check_nodes(found: list[nodes.Node], norms: set[str]) -> None:
    """What the tables alone do not say: that names name something, and what stands where."""
    odd = {each.norm for each in found if type(each) is nodes.Ref} - norms
    odd |= {each.variable for each in found
            if type(each) is nodes.Each and type(each.domain) is not nodes.Fact}  # fmt: skip
    odd |= {str(each.value) for each in found
            if type(each) is nodes.Literal and type(each.type) in _NOT_OF_ONE_VALUE}  # fmt: skip
    if odd:
        raise ValueError(f"nodes that no rulebook has: {sorted(odd)}")


_NOT_OF_ONE_VALUE: tuple[type, ...] = (types.Listed, types.Row)
