"""The declared names that fit at a place, by the word that stands before it."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from hjemmel.check.names import of_the_case
from hjemmel.check.said import verbs_of
from hjemmel.check.types import BUILT_IN, shown
from hjemmel.core.schema import ASSESSMENTS
from hjemmel.core.types import Enumerated, Listed, Registered, Row, Type, is_truth
from hjemmel.editing.declared import Declared
from hjemmel.syntax.next_words import Reached
from hjemmel.syntax.verbs import begins_with_verb

_EQUALS = ("ER", "ER_IKKE")
_VALUE_OF = (*_EQUALS, "ELLER")
_OF_ENTRIES = {"BLANT", "ANTALL_ULIKE", "DER", "OG_DER", "KOMMA_DER", "GJELDER_AT", "OG_AT"}
_CLAIMS = {
    "GJELDER_NAR", "UTFALL_NAR", "BETYR_AT",
    "LEGGES_TIL_GRUNN_AT", "FOLGER_AT", "OPPSTAR_NAR", "FOR_LEDDET", "OG_LINJE", "ELLER_NAR",
    "REGNES_ETTER", "SENEST", "UTFORT", "REGNES_MED_NAR", "ENTEN", "KOMMA_ELLER", "DER", "OG_DER",
    "KOMMA_DER", "GJELDER_AT", "OG_AT", "ETTER_TABELLEN", "STOLPE", "KOLON", "ANTALL_ULIKE",
}  # fmt: skip


@frozen
class Name:
    """A declared name, what it is the name of, and a word about it.

    A sentence («tjenesten er godkjent») has words of the language in it, and is never quoted.
    """

    name: str
    what: str
    detail: str = ""
    is_sentence: bool = False


def names_for(before: Reached, text: str, declared: Declared) -> Iterator[Name]:
    """The names that fit after what is read. Where the type asked for is known, only its values.

    What is read after «der» and «gjelder at» is about the entries of any list.
    """
    terminals = before.before_name or ("",)
    if _cites(terminals):
        return _sources(declared)
    if terminals[-1] == "DET_ER":
        return _impersonal(declared)
    return _of_facts(before, text, terminals, declared)


_CITING = frozenset({"KOMMA_ETTER", "KOMMA_JF", "GAR_FORAN"})
"""What a list of sources, or of places in them, comes after."""


def _cites(terminals: Sequence[str]) -> bool:
    """Whether a source is named next: first in a citation, or after another."""
    is_listed = terminals[-1] == "KOMMA" and not _CITING.isdisjoint(terminals)
    return is_listed or terminals[-1] in (*_CITING, "NORMMENGDE")


def _of_facts(
    before: Reached, text: str, terminals: Sequence[str], declared: Declared
) -> Iterator[Name]:
    match terminals[-1]:
        case "GJELDER_FOR" | "SOKES_MED":
            yield from _parts(declared, "definite")
        case "SAKEN_HAR":
            yield from _parts(declared, "key")
        case "IKKE" if terminals[-2:-1] == ("SAKEN_HAR",):
            yield from _parts(declared, "key")
        case "HAR_VURDERT_AT" | "HAR_AVVIST_AT":
            yield from _assessments(declared)
        case "ER" | "LISTE_AV" if "OPPLYSNING" in terminals:
            yield from _types(declared)
        case "KOMMA_OPPGIS_AV" | "KOMMA_GJORES_AV":
            yield from _holders(declared)
        case "BLANT" | "ANTALLET_AV":
            yield from (each for each in _facts(declared, terminals) if each.detail == "en liste")
        case terminal if terminal in _VALUE_OF:
            yield from _after_is(_name_before(before, text), terminals, declared)
        case terminal if terminal in _CLAIMS or terminal.startswith("ER_"):
            yield from _facts(declared, terminals)
            yield from _owners(declared)
        case _:  # a name that is being declared, or free text
            return


def _sources(declared: Declared) -> Iterator[Name]:
    """What may be cited, the highest first; those that need no declaration where there is none."""
    sources = declared.rulebook.symbols.sources
    heads = [(level, sources.head(level)) for level in sources.levels]
    some = [(level, head) for level, head in heads if head is not None]
    for level, head in some or heads:
        kind = head.kind.words if head and head.kind else ""
        yield Name(level.name, "kilde", kind)


def _parts(declared: Declared, form: str) -> Iterator[Name]:
    for each in declared.schema.records:
        if not each.entry and each.key != ASSESSMENTS:
            name = each.definite if form == "definite" else each.key.replace("_", " ")
            yield Name(name, "del av saken")


def _assessments(declared: Declared) -> Iterator[Name]:
    record = declared.schema.record(ASSESSMENTS)
    for each in record.fields if record else ():
        yield Name(each.name, "vurdering", f"gjøres av {each.holder}")


def _types(declared: Declared) -> Iterator[Name]:
    schema = declared.schema
    named = [each for each in BUILT_IN if " " not in each]  # the others are words of the language
    named += [each.name for each in schema.enumerations]
    named += [each.name for each in schema.registers]
    named += [each.key.replace("_", " ") for each in schema.records if each.entry]
    yield from (Name(each, "type") for each in named)


def _holders(declared: Declared) -> Iterator[Name]:
    known = [each.name for each in declared.schema.roles]
    known += [fact.holder for each in declared.schema.records for fact in each.fields]
    yield from (Name(each, "den som har det") for each in dict.fromkeys(known) if each)


def _owners(declared: Declared) -> Iterator[Name]:
    record = declared.schema.record(ASSESSMENTS)
    for owner in dict.fromkeys(each.holder for each in (record.fields if record else ())):
        yield Name(owner, "den som har det", "har vurdert at …")


def _facts(declared: Declared, terminals: Sequence[str]) -> Iterator[Name]:
    """The facts of the case; those of entries where something is said of a list."""
    entries = {each.key for each in declared.schema.records if each.entry}
    of_lists = not _OF_ENTRIES.isdisjoint(terminals)
    for each in declared.paths:
        if (of_lists or each.fact.subject not in entries) and not is_truth(each.fact.type):
            yield Name(each.written, "opplysning", shown(each.fact.type))
    for each in declared.claims:
        if (of_lists or each.fact.subject not in entries) and is_truth(each.fact.type):
            yield Name(each.written, "opplysning", shown(each.fact.type))
    for owner, name in _states(declared):
        yield Name(f"{owner} er {name}", "opplysning", is_sentence=True)


def _impersonal(declared: Declared) -> Iterator[Name]:
    """What may be said after «det er»: «godkjent», «levert rapport for» hvert år."""
    yield from (Name(state, "opplysning") for _, state in _states(declared))
    for record in of_the_case(declared.schema):
        for each in record.fields:
            for verb in verbs_of(each):
                if isinstance(each.type, Listed) and verb.startswith("har "):
                    yield Name(verb.removeprefix("har "), "opplysning", shown(each.type))


def _states(declared: Declared) -> Iterator[tuple[str, str]]:
    """What a part of the case may be: «tjenesten», «godkjent»."""
    for record in of_the_case(declared.schema):
        for each in record.fields:
            if is_truth(each.type) and not begins_with_verb(each.name):
                yield record.definite, each.name


def _name_before(before: Reached, text: str) -> str:
    """The name that «er» stands after, in small letters."""
    words = before.words
    at = max((n for n, each in enumerate(words) if each.terminal in _EQUALS), default=0)
    first = at
    while first and words[first - 1].terminal in ("ORD", "STRENG"):
        first -= 1
    return " ".join(text[words[first].start : words[at].start].split()).casefold()


def _after_is(name: str, terminals: Sequence[str], declared: Declared) -> Iterator[Name]:
    """What a part of the case may be, or the values that a fact may have."""
    states = [Name(state, "opplysning") for owner, state in _states(declared)
              if owner.casefold() == name]  # fmt: skip
    kinds = [each.fact.type for each in declared.paths if each.written.casefold() == name]
    yield from states or _values(kinds[0] if kinds else None, terminals, declared)


def _values(
    kind: Type | Row | None, terminals: Sequence[str], declared: Declared
) -> Iterator[Name]:
    match kind.element if isinstance(kind, Listed) else kind:
        case Enumerated(name):
            values = declared.schema.enumeration(name).values
            return (Name(each, "verdi", f"av «{name}»") for each in values)
        case Registered(name):
            entries = declared.schema.register(name).entries
            return (Name(each.name, "verdi", f"i «{name}»") for each in entries)
        case None:
            return _all_values(declared)
        case other:
            facts, wanted = _facts(declared, terminals), shown(other)
            return (each for each in facts if each.detail == wanted)


def _all_values(declared: Declared) -> Iterator[Name]:
    for each in declared.schema.enumerations:
        yield from (Name(value, "verdi", f"av «{each.name}»") for value in each.values)
