"""What a rulebook declares, as the engine understood it, in sentences."""

from collections.abc import Iterator

from hjemmel.analysis.spoken_names import held, named, quoted
from hjemmel.core.chosen import ChosenDay
from hjemmel.core.schema import (
    ALWAYS,
    ASSESSMENTS,
    FieldDeclaration,
    KnownValue,
    RecordDeclaration,
    RegisterEntry,
    Schema,
    Tenure,
    Validity,
)
from hjemmel.core.types import (
    Assessed,
    Date,
    Days,
    Fraction,
    Listed,
    Money,
    Month,
    Months,
    Quarter,
    Row,
    Text,
    Truth,
    Type,
    Whole,
    Year,
)
from hjemmel.core.working_days import Calendar, DayOff
from hjemmel.source.moment import moment_in_words, period_in_words
from hjemmel.words.values import day_of_year, listed

_TYPES: dict[type, str] = {
    Truth: "ja eller nei", Text: "tekst", Date: "dato", Year: "årstall",
    Quarter: "kvartal", Month: "måned", Whole: "heltall",
    Fraction: "desimaltall", Money: "beløp", Months: "tidsrom i måneder", Days: "tidsrom i dager",
}  # fmt: skip


def read_schema(schema: Schema) -> list[str]:
    """Its calendar, terms, registers and roles, and what can be told."""
    found = _calendar(schema.calendar) if schema.calendar else []
    for term in schema.enumerations:
        why = f" Åpen fordi {term.open_because}." if term.open_because else ""
        count = len(term.values)
        definites = term.definites or ("",) * count
        validities = term.validities or (ALWAYS,) * count
        values = listed([*map(_value, term.values, definites, validities)], "eller")
        found.append(f"Begrepet {named(term.name)} er {values}.{why}")
    for register in schema.registers:
        none = f"Registeret {held(register.name)} har ingen institusjoner."
        found += [_entry(register.name, each) for each in register.entries] or [none]
    for role in schema.roles:
        none = f"Rollen {held(role.name)} har ingen innehaver."
        found += [_tenure(role.name, each) for each in role.tenures] or [none]
    return found + [line for record in schema.records for line in _record(record)]


def _value(value: str, definite: str, validity: Validity) -> str:
    told = [f"også {named(definite)}"] if definite else []
    told += [_in_use(validity).removeprefix(", ")] if validity != ALWAYS else []
    return f"{named(value)} ({'; '.join(told)})" if told else named(value)


def _in_use(of: Validity) -> str:
    """«, fra 1. mars 2025, avløst av …»; nothing of what is always in use."""
    after = f", avløst av {held(of.successor)}" if of.successor else ""
    return "" if of == ALWAYS else f", {period_in_words(of.start, of.end)}{after}"


def _calendar(of: Calendar) -> list[str]:
    lead = f"Kalenderen {held(of.name)} gjelder fra {of.first} til og med {of.last}."
    return [lead, *(f"Fri {_day_off(each)}." for each in of.days_off)]


def _day_off(of: DayOff) -> str:
    year = "hvert år" if of.year is None else str(of.year)
    name = f" {quoted(of.name)}" if of.name else ""
    return f"{day_of_year(of.month * 100 + of.day)} {year}{name}"


def _entry(register: str, entry: RegisterEntry) -> str:
    names = f", også skrevet {', '.join(map(held, entry.aliases))}" if entry.aliases else ""
    known = "".join(
        f" Opplyst {each.fact.replace('_', ' ')}: {_known_value(each.value)}"
        f"{_in_use(each.validity)}."
        for each in entry.known
    )
    said = f"Registeret {held(register)} har {held(entry.name)}{names}{_in_use(entry.validity)}."
    return said + known


def _known_value(of: KnownValue) -> str:
    return ("ja" if of else "nei") if isinstance(of, bool) else str(of)


def _tenure(role: str, tenure: Tenure) -> str:
    which, _, why = tenure.assumed.partition(": ")
    assumed = f" {which[0].upper()}{which[1:]} er antatt: {why}." if why else ""
    chosen = "".join(f" {_choice(each)}." for each in tenure.chosen)
    return (
        f"Rollen {held(role)} ligger hos {_held_by(tenure)} "
        f"{period_in_words(tenure.start, tenure.end)}.{assumed}{chosen}"
    )


def _choice(of: ChosenDay) -> str:
    which = "Siste" if of.is_last else "Første"
    return f"{which} dag er valgt ({moment_in_words(of.within)}): {of.why}"


def _held_by(tenure: Tenure) -> str:
    *first, last = map(held, tenure.holders)
    return f"{', '.join(first)} {tenure.joint.value} {last}" if first else last


def _record(record: RecordDeclaration) -> list[str]:
    noun = record.key.replace("_", " ")
    told = [f"i {form} form {named(words)}" if form == "bestemt" else f"i {form} {named(words)}"
            for form, words in _forms(record) if words and words != noun]  # fmt: skip
    forms = f" ({', '.join(told)})" if told else ""
    fields = [line for each in record.fields for line in _field(each)]
    if record.key == ASSESSMENTS:
        return ["Disse vurderingene gjøres:", *fields]
    lead = "En sak kan ha" if record.optional else "En sak har"
    if record.entry:
        first = f"En oppføring som heter {named(noun)}{forms}, har disse opplysningene:"
    else:
        first = f"{lead} opplysninger om {named(noun)}{forms}:"
    return [first, *fields]


def _forms(record: RecordDeclaration) -> Iterator[tuple[str, str]]:
    """The forms that are declared of a part of the case, each with what it is."""
    yield "bestemt", record.one if record.entry else record.definite
    yield "eieform", "" if record.entry else record.genitive
    yield "flertall", record.many


def _field(field: FieldDeclaration) -> list[str]:
    meaning = f" Betyr {field.meaning}." if field.meaning else ""
    plural = f" (flertall {named(field.plural)})" if field.plural else ""
    plural += f" (også {named(field.form)})" if field.form else ""
    holder = named(field.holder)
    first = f"– {named(field.name)}{plural}: {_type(field.type)}, oppgis av {holder}.{meaning}"
    return [first, *(f"  Holdepunkt: {each}." for each in field.guides)]


def _type(kind: Type | Row) -> str:
    match kind:
        case Listed():
            return f"liste av {_type(kind.element)}"
        case Assessed():
            return f"vurdering av {named(kind.owner)}"
        case _:
            declared = getattr(kind, "name", "").replace("_", " ")
            return named(declared) if declared else _TYPES[type(kind)]
