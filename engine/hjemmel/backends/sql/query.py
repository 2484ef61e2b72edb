"""The text of a query: what is used more than once is a column of its own, one level above what it
needs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from hjemmel.backends.sql.expressions import Expression

LONGEST = 100_000
"""So many characters of text may one expression have, before it becomes a column."""


@frozen(eq=False)
class _Column:
    """A column that is made, and those that it is made of."""

    name: str
    text: str
    reads: frozenset[str]


@frozen(eq=False)
class Query:
    """Expressions over a table, to be written as one query."""

    outputs: Mapping[str, Expression]
    source: str
    """The table, with what is set beside it."""
    row: str
    """The column that tells the rows apart."""
    always: Sequence[str]
    """The columns of what is set beside the table."""
    level: str
    """What a level is, of `{0}`."""
    levels: dict[Expression, int] = field(factory=dict)
    texts: dict[Expression, str] = field(factory=dict)
    reads: dict[Expression, frozenset[str]] = field(factory=dict)
    """The columns that each reads."""
    needed: list[Expression] = field(init=False)
    uses: Counter[Expression] = field(init=False)

    @needed.default
    def _needed(self) -> list[Expression]:
        """An expression has a greater number than its parts."""
        found: dict[int, Expression] = {}
        waiting = list(self.outputs.values())
        while waiting:
            each = waiting.pop()
            if each.number not in found:
                found[each.number] = each
                waiting += each.parts
        return [found[number] for number in sorted(found)]

    @uses.default
    def _uses(self) -> Counter[Expression]:
        return Counter(_occurrences(self.needed)) + Counter(self.outputs.values())

    def text(self) -> str:
        """All of it; nothing in it is told by anybody."""
        made = self._made()
        source, found = self.source, list[str]()
        left = self._left(made)
        for level, (columns, kept) in enumerate(zip(made, left, strict=True), 1):
            new = [f"{each.text} AS {each.name}" for each in columns]
            some = ", ".join([*kept, *new])
            select = f"SELECT {some} FROM {source}"
            found.append(f"l{level} AS {self.level.format(select)}")
            source = f"l{level}"
        wanted = (f"{self.texts[each]} AS {_quoted(name)}" for name, each in self.outputs.items())
        head = "WITH " + ",\n".join(found) + "\n" if found else ""
        some = ", ".join([self.row, *wanted])
        return f"{head}SELECT {some} FROM {source}"

    def _made(self) -> list[list["_Column"]]:
        """The columns that are made, level by level."""
        made: list[list[_Column]] = []
        for each in self.needed:
            text = each.text.format(*(self.texts[part] for part in each.parts)) if (
                each.parts) else each.text  # fmt: skip
            level = max((self.levels[part] for part in each.parts), default=0)
            reads = frozenset[str]().union(*(self.reads[part] for part in each.parts))
            if each.is_column:
                reads = frozenset((text,))
            elif self._is_column(each, text):
                column = _Column(f"t{each.number}", text, reads)
                made += [[]] if level == len(made) else []
                made[level].append(column)
                text, level, reads = column.name, level + 1, frozenset((column.name,))
            self.levels[each], self.texts[each], self.reads[each] = level, text, reads
        return made

    def _left(self, made: Sequence[Sequence["_Column"]]) -> list[list[str]]:
        """For each level, the columns from before it that are read after it."""
        read = frozenset[str]().union(*(self.reads[each] for each in self.outputs.values()))
        found = []
        for columns in reversed(made):
            before = read - {each.name for each in columns}
            found.append([self.row, *self.always, *sorted(before)])
            read = before.union(*(each.reads for each in columns))
        return found[::-1]

    def _is_column(self, each: Expression, text: str) -> bool:
        if each.entries or not each.parts:
            return False
        return self.uses[each] > 1 or len(text) > LONGEST


def _occurrences(some: Iterable[Expression]) -> Iterable[Expression]:
    return (part for each in some for part in each.parts)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
