"""What rule files say besides norms and declarations: titles, headings and remarks."""

from collections.abc import Iterator, Sequence

from hjemmel.source.days import day_in_words
from hjemmel.source.moment import moment_in_words
from hjemmel.source.provisions import referred_to
from hjemmel.syntax.blocks import (
    LikewiseBlock,
    NormBlock,
    Place,
    ProcessBlock,
    RecordBlock,
    RulebookHead,
    RuleFile,
    Section,
    SourceHead,
    Uses,
)
from hjemmel.syntax.lines import Item, Remark


def outline(files: Sequence[RuleFile]) -> tuple[str, ...]:
    """One line for each, in the order of the files."""
    return tuple(line for file in files for line in _file(file))


def _file(file: RuleFile) -> Iterator[str]:  # noqa: C901 - a line each
    for block in file.blocks:
        match block:
            case RulebookHead():
                yield f"Regelverket {file.name}: {block.title}."
            case Uses():
                yield f"{file.name} bygger på {block.file}."
            case SourceHead():
                yield from _source(block)
            case Section():
                yield f"{block.number} {block.heading}."
            case Place():
                yield f"{block.words}."
            case Remark():
                yield f"Merknad: {block.text}"
            case RecordBlock():
                yield from (f"Valgfri: {block.optional}." for _ in block.optional[:1])
                yield from (f"Merknad: {each.text}" for each in block.remarks)
            case ProcessBlock():
                yield f"Prosess: {block.title}, etter {block.cited}."
                yield from (f"Merknad: {e.text}" for e in block.lines if isinstance(e, Remark))
            case LikewiseBlock():
                named = (f"{referred_to(e.section)} «{e.title}»" for e in block.norms)
                yield f"Gjelder tilsvarende, etter {block.cited}: {', '.join(named)}."
                yield from (each.text for each in block.remarks)
            case NormBlock():
                yield from _norm(block)
            case _:  # norms and declarations are read back from their meaning
                pass


def _source(block: SourceHead) -> Iterator[str]:
    start = f" gjelder fra {moment_in_words(block.start)}" if block.start else ""
    assumed = f" Antatt {block.assumed.which}: {block.assumed.text}." if block.assumed else ""
    assumed += "".join(f" Valgt {day_in_words(e.day)}: {e.text}." for e in block.chosen)
    titled = f", {block.title}" if block.title else ""
    after = "," if titled and start else ""
    yield f"{block.name}{titled}{after}{start}.{assumed}"
    for each in block.editions:
        end = f" til og med {moment_in_words(each.end)}" if each.end else ""
        unread = "" if each.is_read else ", ikke lest"
        yield f"Utgave av {block.name} fra {moment_in_words(each.start)}{end}{unread}."


def _norm(block: NormBlock) -> Iterator[str]:
    """What a norm says besides its rule: its head where it is many, and its remarks."""
    if any(isinstance(each, Item) for each in block.lines):
        yield f"Flere {block.kind} {block.title}, etter {block.cited}."
    yield from (f"Merknad: {each.text}" for each in block.lines if isinstance(each, Remark))
