"""What is declared otherwise: facts, terms, registers, roles, sources, headings and remarks."""

from collections.abc import Iterator, Mapping
from enum import Enum

from attrs import evolve, frozen

from hjemmel.analysis.read_schema import read_schema
from hjemmel.core.program import Program
from hjemmel.core.schema import Schema
from hjemmel.source.legal_source import LegalSource, SourceEdition
from hjemmel.source.moment import period_in_words


class Sort(Enum):
    """What is declared."""

    RECORD = "opplysninger om"
    FACT = "opplysning"
    TERM = "begrep"
    REGISTER = "register"
    ROLE = "rolle"
    CALENDAR = "kalender"
    SOURCE = "kilde"
    OUTLINE = "overskrifter og merknader"


@frozen
class Declared:
    """One thing as it is declared: in sentences, in full, and the names that rules know it by."""

    lines: tuple[str, ...]
    whole: object
    names: frozenset[str]


@frozen
class Redeclared:
    """One thing that is declared otherwise; without lines on a side, it is not declared there."""

    sort: Sort
    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    names: frozenset[str] = frozenset()

    @property
    def may_turn(self) -> bool:
        """Whether it can decide how a norm stands."""
        return self.sort not in (Sort.SOURCE, Sort.OUTLINE)


_OTHERWISE = "erklært på en annen måte"


def redeclared(old: Program, new: Program) -> tuple[Redeclared, ...]:
    """All that is declared otherwise, or in one of the two only, in the order of the old."""
    if (old.schema, old.sources, old.outline) == (new.schema, new.sources, new.outline):
        return ()
    before, after = dict(_declared(old)), dict(_declared(new))
    found = (_redeclared(each, before, after) for each in dict.fromkeys((*before, *after)))
    return tuple(each for each in found if each is not None)


_Key = tuple[Sort, str]


def _redeclared(
    key: _Key, before: Mapping[_Key, Declared], after: Mapping[_Key, Declared]
) -> Redeclared | None:
    nothing = Declared((), None, frozenset())
    was, now = before.get(key, nothing), after.get(key, nothing)
    if was.whole == now.whole:
        return None
    lost = tuple(each for each in was.lines if each not in now.lines)
    new = tuple(each for each in now.lines if each not in was.lines)
    if not lost and not new:
        lost, new = (_OTHERWISE,), (_OTHERWISE,)
    return Redeclared(*key, lost, new, was.names | now.names)


def _declared(of: Program) -> Iterator[tuple[_Key, Declared]]:
    yield from _of_schema(of.schema)
    for source in of.sources:
        whole = (source, source.level.rank, source.level.cited)
        yield (Sort.SOURCE, source.level.value), Declared(_source(source), whole, frozenset())
    outline = tuple(_outlined(of))
    yield (Sort.OUTLINE, ""), Declared(outline, outline, frozenset())


def _outlined(of: Program) -> Iterator[str]:
    """Headings and remarks; what the file of the rulebook is called, is none of them."""
    own = tuple(f"Regelverket {each}: " for each in of.name.split(", "))
    for line in of.outline:
        lead = next((each for each in own if line.startswith(each)), "")
        yield f"Regelverket: {line.removeprefix(lead)}" if lead else line


def _of_schema(of: Schema) -> Iterator[tuple[_Key, Declared]]:
    if of.calendar:
        lines = read_schema(Schema(calendar=of.calendar))
        yield (Sort.CALENDAR, of.calendar.name), Declared(tuple(lines), of.calendar, frozenset())
    for term in of.enumerations:
        lines = read_schema(Schema(enumerations=(term,)))
        yield (Sort.TERM, term.name), Declared(tuple(lines), term, frozenset({term.name}))
    for register in of.registers:
        lines = read_schema(Schema(registers=(register,)))
        known = {one.fact for each in register.entries for one in each.known}
        names = frozenset({register.name, *known})
        yield (Sort.REGISTER, register.name), Declared(tuple(lines), register, names)
    for role in of.roles:
        lines = read_schema(Schema(roles=(role,)))
        yield (Sort.ROLE, role.name), Declared(tuple(lines), role, frozenset({role.name}))
    yield from _of_records(of)


def _of_records(of: Schema) -> Iterator[tuple[_Key, Declared]]:
    for record in of.records:
        bare = evolve(record, fields=())
        head = tuple(read_schema(Schema(records=(bare,))))
        yield (Sort.RECORD, record.key), Declared(head, bare, frozenset({record.key}))
        for each in record.fields:
            lines = read_schema(Schema(records=(evolve(record, fields=(each,)),)))
            told = tuple(line for line in lines if line not in head)
            name = f"{record.key}.{each.key}"
            yield (Sort.FACT, name), Declared(told, each, frozenset({each.key}))


def _source(of: LegalSource) -> tuple[str, ...]:
    binds = "binder" if of.level.binds else "binder ikke"
    cited = f", vises til som «{of.level.cited}»" if of.level.cited else ""
    title = f" ({of.title})" if of.title else ""
    kind = f", slag: {of.kind}" if of.kind else ""
    start = f", gjelder {period_in_words(of.start, None)}" if of.start else ""
    lead = f"Kilden «{of.level.value}»{title}{cited}{kind}{start}; {binds}, og det som svikter, "
    editions = (
        f"Utgave {period_in_words(each.start, each.end)}, {_read(each)}." for each in of.editions
    )
    return (f"{lead}heter «{of.level.failure}».", f"Rang blant kildene: {of.level.rank + 1}.",
            *editions)  # fmt: skip


def _read(of: SourceEdition) -> str:
    return "lest" if of.is_read else "ikke lest"
