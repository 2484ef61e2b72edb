"""The outline of a rule file: headings, norms and declarations, each with where it stands."""

from collections.abc import Iterator, Sequence
from enum import Enum

from attrs import evolve, frozen

from hjemmel.source.source import Source
from hjemmel.source.span import Span
from hjemmel.syntax.blocks import (
    AssessmentBlock,
    Block,
    CalendarBlock,
    NormBlock,
    Place,
    ProcessBlock,
    RecordBlock,
    RegisterBlock,
    RoleBlock,
    RulebookHead,
    Section,
    SourceHead,
    StepLine,
    Term,
)
from hjemmel.syntax.lines import Item
from hjemmel.syntax.parse import parse


class SymbolKind(Enum):
    """What a symbol is."""

    RULEBOOK = "regelverk"
    SECTION = "paragraf"
    PLACE = "sted"
    NORM = "norm"
    STEP = "steg"
    ITEM = "strekpunkt"
    RECORD = "opplysninger om"
    ENTRY = "oppføring"
    FACT = "opplysning"
    TERM = "begrep"
    VALUE = "verdi"
    REGISTER = "register"
    INSTITUTION = "institusjon"
    ROLE = "rolle"
    ASSESSMENT = "vurdering"
    SOURCE = "kilde"
    CALENDAR = "kalender"


@frozen
class Named:
    """One entry of the outline: `span` is its name, and `last_line` where what it holds ends."""

    kind: SymbolKind
    name: str
    detail: str
    span: Span
    last_line: int
    children: tuple["Named", ...] = ()


def outline(source: Source, grammar: str) -> tuple[Named, ...]:
    """What can be read of the file, in its order: norms stand below their headings."""
    blocks = parse(source, grammar).value.file.blocks
    ends = (*(each.span.line - 1 for each in blocks[1:]), len(source.lines))
    flat = [
        found
        for block, end in zip(blocks, ends, strict=False)  # an empty file has an end, and no block
        if (found := _named(block, _last_written(source, end))) is not None
    ]
    return tuple(_nested(flat))


def _last_written(source: Source, line: int) -> int:
    """The last line up to one that has anything on it."""
    while line > 1 and not source.lines[line - 1].strip():
        line -= 1
    return line


def _nested(flat: Sequence[Named]) -> Iterator[Named]:
    """The symbols of a section below it, and those of a place in it below that."""
    for at, each in enumerate(flat):
        if each.kind is SymbolKind.SECTION:
            below = _until(flat[at + 1 :], (SymbolKind.SECTION,))
            yield _holding(each, tuple(_in_places(below)))
        elif not any(one.kind is SymbolKind.SECTION for one in flat[:at]):
            yield each


def _in_places(flat: Sequence[Named]) -> Iterator[Named]:
    for at, each in enumerate(flat):
        if each.kind is SymbolKind.PLACE:
            yield _holding(each, tuple(_until(flat[at + 1 :], (SymbolKind.PLACE,))))
        elif not any(one.kind is SymbolKind.PLACE for one in flat[:at]):
            yield each


def _until(flat: Sequence[Named], kinds: tuple[SymbolKind, ...]) -> Sequence[Named]:
    end = next((at for at, each in enumerate(flat) if each.kind in kinds), len(flat))
    return flat[:end]


def _holding(symbol: Named, children: tuple[Named, ...]) -> Named:
    last = max((each.last_line for each in children), default=symbol.last_line)
    return evolve(symbol, children=children, last_line=max(last, symbol.last_line))


def _named(block: Block, last: int) -> Named | None:  # noqa: C901, PLR0912 - a line for each kind of block
    kind = SymbolKind
    match block:
        case RulebookHead():
            return Named(kind.RULEBOOK, block.title, "", block.span, last)
        case SourceHead():
            of = block.kind.words if block.kind else ""
            return Named(kind.SOURCE, block.name, of, block.span, last)
        case Section():
            return Named(kind.SECTION, block.number, block.heading, block.span, last)
        case Place():
            return Named(kind.PLACE, block.words, "", block.span, last)
        case NormBlock():
            items = [(e.title, e.span) for e in block.lines if isinstance(e, Item)]
            below = tuple(_leaf(kind.ITEM, *each) for each in items)
            return Named(kind.NORM, block.title, block.kind, block.span, last, below)
        case ProcessBlock():
            steps = [(e.title, e.span) for e in block.lines if isinstance(e, StepLine)]
            below = tuple(_leaf(kind.STEP, *each) for each in steps)
            return Named(kind.NORM, block.title, "prosess", block.span, last, below)
        case RecordBlock():
            facts = [(e.name.words, e.name.span, e.type.name) for e in block.facts]
            below = tuple(_leaf(kind.FACT, name, span, of) for name, span, of in facts)
            what = kind.ENTRY if block.entry else kind.RECORD
            return Named(what, block.name.words, "", block.name.span, last, below)
        case Term():
            below = tuple(_leaf(kind.VALUE, e.name.words, e.name.span) for e in block.values)
            return Named(kind.TERM, block.name.words, "", block.name.span, last, below)
        case RegisterBlock():
            below = tuple(_leaf(kind.INSTITUTION, e.name, e.span) for e in block.entries)
            return Named(kind.REGISTER, block.name.words, "", block.name.span, last, below)
        case CalendarBlock():
            return Named(kind.CALENDAR, block.name.words, "", block.name.span, last)
        case RoleBlock():
            return Named(kind.ROLE, block.name.words, "", block.name.span, last)
        case AssessmentBlock():
            owner = block.owner.words
            return Named(kind.ASSESSMENT, block.matter.words, owner, block.matter.span, last)
        case _:  # what is built on, remarks and references name nothing of their own
            return None


def _leaf(kind: SymbolKind, name: str, span: Span, detail: str = "") -> Named:
    return Named(kind, name, detail, span, span.line)
