"""«Lest som …»: the rulebook as the engine understood it, in sentences.

An author hears here what the rules say. Everything that an author can write has
a part in it, so that two rule files that differ in more than layout never read
back the same.
"""

from datetime import date

from hjemmel.analysis.spoken import spoken
from hjemmel.core.nodes import Apply
from hjemmel.core.program import Interpretation, Kind, Norm, Program, Wording
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import (
    Assessed,
    Date,
    Days,
    Fraction,
    Listed,
    Money,
    Months,
    Row,
    Text,
    Truth,
    Type,
    Whole,
    Year,
)
from hjemmel.explain.book import Book, book_of
from hjemmel.explain.phrases import is_always
from hjemmel.explain.wording import requirement_lead
from hjemmel.source.citation import Citation
from hjemmel.source.days import day_in_words

_TYPES: dict[type, str] = {
    Truth: "ja eller nei", Text: "tekst", Date: "dato", Year: "årstall", Whole: "heltall",
    Fraction: "desimaltall", Money: "beløp", Months: "tidsrom i måneder", Days: "tidsrom i dager",
}  # fmt: skip


def read_back(program: Program) -> tuple[str, ...]:
    """The whole rulebook: its headings and remarks, what it declares, and every norm."""
    book = book_of(program)
    norms = [line for norm in program.norms for line in read_norm(book, norm)]
    return (*program.outline, *_schema(program.schema), *norms)


def read_norm(book: Book, norm: Norm) -> tuple[str, ...]:
    """One norm in sentences."""
    record = book.program.schema.record(norm.subject)
    about = record.definite if record else norm.subject
    presumed = ", forutsatt" if norm.presumption else ""
    found = [f"{norm.place}: {norm.kind.value}{presumed} «{norm.title}» ({norm.id}), om {about}."]
    if norm.own_words:
        found.append(f"Med egne ord: {norm.own_words}")
    found += [_wording(each) for each in norm.wordings]
    found.append(f"Hvilken ordlyd som gjelder, avgjøres av {spoken(book, norm.deciding, {})}.")
    always = is_always(norm.applies)
    found.append("Gjelder alltid." if always else f"Gjelder når {spoken(book, norm.applies, {})}.")
    found.append(_asked(book, norm))
    found += [line for each in norm.interpretations for line in _interpretation(book, each)]
    return tuple(found)


def _asked(book: Book, norm: Norm) -> str:
    """What it takes; for a prohibition what breaks it, as its author wrote."""
    asked = norm.requirement
    if norm.kind is Kind.PROHIBITION and isinstance(asked, Apply) and asked.operator == "ikke":
        return f"Brutt når {spoken(book, asked.arguments[0], {})}."
    lead = requirement_lead(norm.kind)
    return f"{lead[0].upper()}{lead[1:]} {spoken(book, asked, {})}."


def _wording(wording: Wording) -> str:
    days = [name for name, assumed in (("første dag", wording.assumed_start),
                                       ("siste dag", wording.assumed_end)) if assumed]  # fmt: skip
    assumed = f" Antatt {' og '.join(days)}: {wording.assumed}." if wording.assumed else ""
    period = _period(wording.start, wording.end)
    return f"Ordlyd {period}, etter {_cited(wording.all_citations)}.{assumed}"


def _period(start: date | None, end: date | None) -> str:
    """The days of a wording or a tenure; both are part of it."""
    first = f"fra {day_in_words(start)}" if start else ""
    last = f"til og med {day_in_words(end)}" if end else ""
    return " ".join(filter(None, (first, last))) or "uten tidsgrense"


def _cited(citations: tuple[Citation, ...]) -> str:
    return "; ".join(f"{each} [{' '.join(each.sentences)}]" for each in citations)


def _interpretation(book: Book, question: Interpretation) -> list[str]:
    chosen = question.chosen or "ingen"
    found = [f"Åpent spørsmål: {question.question} Etter {_cited(question.citations)}."]
    found.append(f"Oppstår når {spoken(book, question.arises, {})}.")
    found += [f"Lesemåte «{each.words}»: {spoken(book, each.replacement, {})}."
              for each in question.readings]  # fmt: skip
    return [*found, f"Valgt: {chosen}."]


def _schema(schema: Schema) -> list[str]:
    found = []
    for term in schema.enumerations:
        why = f" Åpen fordi {term.open_because}." if term.open_because else ""
        found.append(f"Begrepet {term.name} er {' · '.join(term.values)}.{why}")
    for register in schema.registers:
        for entry in register.entries:
            names = f", også skrevet {', '.join(entry.aliases)}" if entry.aliases else ""
            found.append(f"Registeret {register.name} har {entry.name}{names}.")
    for role in schema.roles:
        found += [
            f"Rollen {role.name} har {tenure.holder} {_period(tenure.start, tenure.end)}."
            + (f" Antatt {tenure.assumed}." if tenure.assumed else "")
            for tenure in role.tenures
        ]
    return found + [line for record in schema.records for line in _record(record)]


def _record(record: RecordDeclaration) -> list[str]:
    kind = "valgfri gruppe" if record.optional else "oppføring" if record.entry else "gruppe"
    forms = f"{record.key}, {record.definite}, {record.genitive}"
    return [f"Opplysninger ({kind}): {forms}.", *map(_field, record.fields)]


def _field(field: FieldDeclaration) -> str:
    guides = f" Holdepunkter: {'; '.join(field.guides)}." if field.guides else ""
    meaning = f" Betyr {field.meaning}." if field.meaning else ""
    plural = f" (flertall {field.plural})" if field.plural else ""
    return (
        f"– {field.name}{plural}: {_type(field.type)}, oppgis av {field.holder}.{meaning}{guides}"
    )


def _type(kind: Type | Row) -> str:
    match kind:
        case Listed():
            return f"liste av {_type(kind.element)}"
        case Assessed():
            return f"vurdering av {kind.owner}"
        case _:
            return getattr(kind, "name", "").replace("_", " ") or _TYPES[type(kind)]
