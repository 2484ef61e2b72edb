"""Names and values as the sentences read back say them: in quotes where they could be misheard."""

import re

from hjemmel.analysis.spoken_entries import ENTRY, entry_of, levels_out
from hjemmel.core.genders import genders_of
from hjemmel.core.nodes import Fact, Literal
from hjemmel.core.schema import CASE, ELEMENT, PRESENCE, FieldDeclaration, RecordDeclaration, Schema
from hjemmel.core.types import Assessed, Date, Enumerated, Registered, Text, Truth
from hjemmel.provenance.book import Book
from hjemmel.words import phrases
from hjemmel.words.phrases import Names
from hjemmel.words.predicates import predicate, verb_form
from hjemmel.words.values import shown

_PLAIN = re.compile(r"(?=.*[^\W\d])[\w§&-][\w.&/-]*( [\w&-][\w.&/-]*)*(?<!\.)")
_BINDING = re.compile(
    r"\b(er|ikke|og|eller|enten|blant|der|ellers|ytre|har vurdert at|åpen fordi|betyr|antatt|"
    r"gjelder at|med mindre|innen fristen|omfatter|unntaket)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(minst|høyst|mer enn|mindre enn|senest|tidligst|før|etter|det lesemåtene|den seneste av|"
    r"den tidligste av|samme dato|året etter|året før|kalenderåret|antall ulike|antallet av|"
    r"ingen|intet|alle|det for|den dagen|alt i|hver av|\d+ ganger)\b", re.IGNORECASE,
)  # fmt: skip
_HOLDING = re.compile(
    r"\b(har|ligger hos|fra|til og med|uten tidsgrense|også skrevet)\b", re.IGNORECASE
)
_TAKEN = {"alltid", "ja", "nei", "saken", "vurderingsdagen", "vurderingsåret", "fjoråret",
          "ingen institusjoner", ENTRY}  # fmt: skip
"""Words that stand for something else than what is declared."""


def quoted(text: str) -> str:
    """The text in quotes, with its own marked, so that it ends where it ends."""
    marked = text.replace("\\", "\\\\").replace("«", "\\«").replace("»", "\\»")
    return f"«{marked}»"


def named(name: str) -> str:
    """A name as it stands; in quotes where it, or a part of it, could be heard as more."""
    heard = _BINDING.search(name) or _LEADING.match(name) or name.casefold() in _TAKEN
    return quoted(name) if heard or not _PLAIN.fullmatch(name) else name


def held(name: str) -> str:
    """A name that stands before or after «har», or before the days of a tenure."""
    return quoted(name) if _HOLDING.search(name) else named(name)


def value(node: Literal) -> str:
    """A value written in the rule; a text always in quotes."""
    match node.type:
        case Text():
            return quoted(str(node.value))
        case Enumerated() | Registered():
            return named(str(node.value))
        case _:  # the others are said in figures, or are «ja» and «nei»
            return shown(node.value, node.type)


def a_case(schema: Schema, key: str) -> str:
    """«en søknad», «et vedtak»; without an article where nothing declared tells of it."""
    noun = key.replace("_", " ")
    return " ".join(filter(None, (genders_of(schema).article(noun), named(noun))))


def fact(book: Book, node: Fact, names: Names) -> str:
    """A fact of the case or of an entry, by the names that are declared."""
    if node.name == PRESENCE:
        return f"saken har {a_case(book.program.schema, node.subject)}"
    if node.subject == CASE:
        return "vurderingsdagen"
    owner = _owner(book, node, names)
    if node.name == ELEMENT:
        return owner
    record, declared = _declared(book, node, names)
    if record is None or declared is None:
        return named(phrases.short_name(book, node, names))
    match node.type:
        case Assessed():
            return f"{named(node.type.owner)} har vurdert at {named(declared.name)}"
        case Truth():
            return f"{owner} {_claimed(declared)}"
        case Date() if happened := _event(record, declared, owner):
            return f"den dagen {happened}"
        case _ if record.entry:
            return f"{_genitive(owner)} {named(declared.name)}"
        case _:
            return f"{named(record.genitive)} {named(declared.name)}"


def denied(book: Book, node: Fact, names: Names) -> str:
    """The opposite of a truth of the case; nothing where only «det er ikke slik at» says it."""
    if node.name == PRESENCE:
        return f"saken ikke har {a_case(book.program.schema, node.subject)}"
    _, declared = _declared(book, node, names)
    if declared is None:
        return ""
    match node.type:
        case Assessed():
            owner = named(node.type.owner)
            return f"{owner} har vurdert at det ikke er slik at {named(declared.name)}"
        case Truth() if not _claimed(declared).startswith("«"):
            return f"{_owner(book, node, names)} ikke {_claimed(declared)}"
        case _:  # a name in quotes is said as it is
            return ""


def happening(book: Book, node: Fact, names: Names) -> str:
    """«søknaden ble sendt», of a day that is declared to be said so; else nothing."""
    record, declared = _declared(book, node, names)
    if record is None or declared is None or not isinstance(node.type, Date):
        return ""
    return _event(record, declared, _owner(book, node, names))


def said_with_value(book: Book, node: Fact, names: Names) -> tuple[str, str]:
    """«medlemmet» and «representerer», of what a verb says together with its value."""
    record, declared = _declared(book, node, names)
    if record is None or declared is None or isinstance(node.type, (Date, Truth, Assessed)):
        return "", ""
    single = "" if " " in declared.name else verb_form(declared.name)
    verb = verb_form(declared.form) or single
    alone = any(isinstance(each.type, Truth) and each.name.startswith(f"{verb} ")
                for each in record.fields)  # fmt: skip
    if not verb or alone or named(verb) != verb:
        return "", ""
    return _owner(book, node, names), verb


def column_of(book: Book, node: Fact, names: Names) -> str:
    """What a fact of an entry is called of several."""
    _, declared = _declared(book, node, names)
    if declared is None:
        return named(phrases.short_name(book, node, names))
    return named(declared.plural or declared.name)


def _declared(
    book: Book, node: Fact, names: Names
) -> tuple[RecordDeclaration | None, FieldDeclaration | None]:
    bound = names.get(node.subject)
    record = book.program.schema.record(bound.record if bound else node.subject)
    return record, record.field(node.name) if record else None


def _owner(book: Book, node: Fact, names: Names) -> str:
    """Who a fact is of: a part of the case, or an entry of a list around."""
    bound = names.get(node.subject)
    if bound is None:
        record = book.program.schema.record(node.subject)
        return named(record.definite if record else node.subject)
    entry = entry_of(book.program.schema, bound)
    out = levels_out(node, names)
    return f"{entry.article} {'ytre ' * out}{entry.noun}" if out else entry.noun


def _genitive(owner: str) -> str:
    return f"{owner}{'’' if owner.endswith('s') else 's'}"


def _claimed(declared: FieldDeclaration) -> str:
    """«har referansegruppe», «er godkjent»; a quoted name is said as it is."""
    name = verb_form(declared.form) or declared.name
    told = named(name)
    return told if told != name else predicate(name)


def _event(record: RecordDeclaration, declared: FieldDeclaration, owner: str) -> str:
    """What happened on a day: «søknaden ble sendt», «fagrådet behandlet søknaden»."""
    form = declared.form
    if verb_form(form):
        return f"{owner} {named(form)}" if named(form) == form else ""
    told = " " in form and not form.casefold().startswith(("den ", "det ", "de "))
    return form if told and not record.entry and named(form) == form else ""
