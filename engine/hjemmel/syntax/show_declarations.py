"""The head of a file, and what declares its words, as text."""

from collections.abc import Callable
from typing import assert_never

from hjemmel.source.moment import moment_in_words, period_in_words
from hjemmel.syntax import blocks, lines
from hjemmel.syntax.build_declarations import FACT_WORDS, genitive_of
from hjemmel.syntax.holding import of_all
from hjemmel.syntax.show_layout import Rows, in_columns, line
from hjemmel.syntax.show_names import name, source_words, words
from hjemmel.syntax.show_values import citation, day, day_of_month, from_to
from hjemmel.syntax.tree import Name

Head = blocks.RulebookHead | blocks.Uses | blocks.SourceHead
Declaration = (
    blocks.CalendarBlock | blocks.Term | blocks.RegisterBlock | blocks.RoleBlock
    | blocks.RecordBlock | blocks.AssessmentBlock
)  # fmt: skip


def head(of: Head) -> Rows:
    """What a file says about itself."""
    match of:
        case blocks.RulebookHead(title):
            return [f"regelverk {title}"]
        case blocks.Uses(file):
            is_plain = file and not file.endswith(".ntr")
            return [f"bygger på {file}" if is_plain else f"bygger på {file}.ntr"]
        case blocks.SourceHead():
            return _source(of)
        case _:
            assert_never(of)


def _source(of: blocks.SourceHead) -> Rows:
    """A source with what is said of it, in the order in which a reader meets it."""
    names = ", ".join(source_words(each) for each in (of.name, of.definite) if each)
    start = f", gjelder fra {moment_in_words(of.start)}" if of.start else ""
    rows = [line(2, word, said) for word, said in _of_source(of) if said]
    rows += [f"  utgave {_edition(each)}" for each in of.editions]
    rows += [_assumed(each) for each in (of.assumed,) if each]
    rows += [f"  valgt {day(each.day)}, {each.text}" for each in of.chosen]
    return [f"kilde {names}{start}", *rows]


def _of_source(of: blocks.SourceHead) -> tuple[tuple[str, str], ...]:
    return (
        ("slag", of.kind.words if of.kind else ""),
        ("full tittel", of.title),
        ("vises til som", citation(of.example) if of.example else ""),
        ("går foran", ", ".join(source_words(each.words) for each in of.precedes)),
        ("brudd heter", of.failure.words if of.failure else ""),
    )


def _edition(of: blocks.SourceEdition) -> str:
    return from_to(of.start, of.end) + ("" if of.is_read else ", ikke lest")


def declaration(of: Declaration) -> Rows:
    """A declaration, one line for each thing in it."""
    match of:
        case blocks.CalendarBlock():
            return _calendar(of)
        case blocks.Term():
            return _term(of)
        case blocks.RegisterBlock(register, entries):
            rows = (row for each in entries for row in _institution(each))
            return [f"register {name(register)}", *rows]
        case blocks.RoleBlock():
            return _role(of)
        case blocks.RecordBlock():
            return _record(of)
        case blocks.AssessmentBlock(matter, owner, guides):
            first = f"vurdering {name(matter)}, gjøres av {name(owner)}"
            return [first, *(f"  holdepunkt {each}" for each in guides)]
        case _:
            assert_never(of)


def _calendar(of: blocks.CalendarBlock) -> Rows:
    years = f"fra {of.first} til og med {of.last}"
    return [f"kalender {name(of.name)}, {years}", *map(_day_off, of.days_off)]


def _day_off(of: blocks.DayOffLine) -> str:
    when = day_of_month(of.month, of.day)
    year = "hvert år" if of.year is None else f"{of.year}"
    return f"  fridag {when} {year}" + (f", {of.name}" if of.name else "")


def _term(of: blocks.Term) -> Rows:
    values = [
        f"  verdi {_forms(each.name, each.definite.words)}{_valid(each.valid, words)}"
        for each in of.values
    ]
    why = [f"  åpen fordi {of.open_because}"] if of.open_because else []
    return [f"begrep {name(of.name)}", *values, *why]


def _institution(of: blocks.Institution) -> Rows:
    others = f", også skrevet {', '.join(of.aliases)}" if of.aliases else ""
    known = (
        f"    opplyst {name(each.fact)} er {name(each.value)}{_valid(each.valid, words)}"
        for each in of.known
    )
    return [f"  institusjon {of.name}{others}{_valid(of.valid, str)}", *known]


def _valid(of: blocks.ValidLine | None, named: Callable[[str], str]) -> str:
    """«, fra 1. mars 2025», «, til og med 31. desember 2024, avløst av …»."""
    if of is None:
        return ""
    after = f", avløst av {named(of.successor)}" if of.successor else ""
    return f", {period_in_words(of.start, of.end)}{after}"


def _role(of: blocks.RoleBlock) -> Rows:
    """The holders, each with what is assumed about it where that was written."""
    shared = of_all(of)
    own: list[lines.Assumed | lines.ChosenDay] = [*of.assumed, *of.chosen]
    found = [(each.span.line, _holder(each)) for each in of.holders]
    found += [(each.span.line, _below(each)) for each in own if each not in shared]
    rows = [row for _, row in sorted(found, key=lambda each: each[0])]
    return [f"rolle {name(of.name)}", *rows, *map(_assumed, shared)]


def _holder(of: blocks.Holder) -> str:
    *first, last = map(name, of.holders)
    who = f"{', '.join(first)} {of.joint} {last}" if first else last
    return f"  innehaver {from_to(of.start, of.end)} er {who}"


def _below(of: lines.Assumed | lines.ChosenDay) -> str:
    """A line about the holder above it."""
    match of:
        case lines.Assumed():
            return f"  {_assumed(of)}"
        case lines.ChosenDay(chosen, text):
            return f"    valgt {day(chosen)}, {text}"
        case _:
            assert_never(of)


def _assumed(of: lines.Assumed) -> str:
    return f"  antatt {of.which}, {of.text}"


# ---- records


def _record(of: blocks.RecordBlock) -> Rows:
    optional = [f"  valgfri {of.optional}"] if of.optional else []
    return [_record_head(of), *optional, *_facts(of.facts, of.remarks)]


def _record_head(of: blocks.RecordBlock) -> str:
    if of.entry:
        return f"oppføring {_forms(of.name, of.definite, of.plural)}"
    genitive = "" if of.genitive == genitive_of(of.definite) else of.genitive
    return f"opplysninger om {_forms(of.name, of.definite, genitive)}"


def _forms(of: Name, *others: str) -> str:
    """A name with its other forms, as far as they are declared."""
    return ", ".join((name(of), *(words(each) for each in others if each)))


def _facts(of: tuple[blocks.FactLine, ...], remarks: tuple[lines.Remark, ...]) -> Rows:
    """The facts as a table, each with its meaning below it, and remarks where they stood."""
    rows = in_columns([_fact(each) for each in of], " ")
    shown: list[tuple[int, Rows]] = []
    for row, each in zip(rows, of, strict=True):
        meaning = [f"    betyr {each.meaning}"] if each.meaning else []
        shown.append((each.span.line, [row, *meaning]))
    shown += [(each.span.line, [f"  merknad {each.text}"]) for each in remarks]
    return [row for _, rows in sorted(shown, key=lambda each: each[0]) for row in rows]


def _fact(of: blocks.FactLine) -> tuple[str, str, str]:
    other = f", i flertall {words(of.plural)}," if of.plural else ""
    other = f", {name(of.form)}," if of.form.words else other
    return (
        f"  opplysning {name(of.name)}{other}",
        f"er {_fact_type(of.type)},",
        f"oppgis av {name(of.holder)}",
    )


def _fact_type(of: blocks.FactType) -> str:
    if of.listed:
        return f"liste av {words(of.name)}"
    return of.name if of.name in FACT_WORDS.values() else words(of.name)
