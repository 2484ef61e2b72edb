"""The data dictionary «regelbok/opplysninger.md»: every word that a rule or a case can use."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from hjemmel.core import types
from hjemmel.core.nodes import Each, Fact, Node, Ref
from hjemmel.core.program import Norm, Program
from hjemmel.core.schema import ASSESSMENTS, FieldDeclaration, RecordDeclaration, Role
from hjemmel.core.walk import children_of
from hjemmel.source.moment import period_in_words

_FEW = 6
"""So many norms are named; more are counted."""
_PLAIN: Mapping[type, str] = {
    types.Truth: "ja eller nei", types.Text: "tekst", types.Date: "dato", types.Year: "årstall",
    types.Whole: "heltall", types.Fraction: "desimaltall", types.Money: "beløp",
    types.Months: "tidsrom i måneder", types.Days: "tidsrom i dager",
}  # fmt: skip
_HEAD = """\
# Opplysninger

Alt en regel kan spørre om, og alt en sak kan inneholde. Hver opplysning er erklært én gang, med
type og med hvem som oppgir den. Navnet er det som står i en regel. Nøkkelen er det som står i
[saken](../språk/saker.md).

| Du leter etter | Se |
|---|---|
"""
_RECORDS = """
## Delene av en sak

En del som er *valgfri*, finnes ikke i alle saker. Da er normene om den ikke aktuelle.
"""
_ENTRIES = """
## Oppføringer i lister

Hva hver oppføring i en liste består av.
"""
_ASSESSED = """
## Vurderinger

Det som avgjøres ved skjønn. Programmet vurderer aldri selv: det spør om den rette har gjort det, og
hva svaret ble. *Holdepunktene* er momentene kilden nevner. Nøkkelen skrives under `vurderinger` i
saken.

| Vurdering | Gjøres av | Brukes i |
|---|---|---|
"""
_TERMS = """
## Begreper

Lukkede lister: en sak kan bare bruke verdiene som står her.
"""
_ROLES = """
## Roller

En rolle har vært hos ulike organer. Dagen som avgjør, sier hvem det var.
"""
_REGISTERS = """
## Registre

Institusjoner, med de andre måtene de skrives på. Skrivemåtene teller som det samme.
"""


@frozen
class Asked:
    """A field that a norm asks for, and how it is reached in a case."""

    record: str
    field: str


def asked(program: Program, norm: Norm) -> tuple[Asked, ...]:
    """The fields that a norm asks for, in the order it does so."""
    nodes = [norm.deciding, *norm.clauses]
    for question in norm.interpretations:
        nodes += [question.arises, *(each.replacement for each in question.readings)]
    found = [each for node in nodes for each in _asked(program, node, {})]
    return tuple(dict.fromkeys(found))


def _asked(program: Program, node: Node, bound: Mapping[str, str]) -> Iterator[Asked]:
    """What is asked for in a node, where `bound` are the records that the variables stand for."""
    if isinstance(node, Fact):
        record = program.schema.record(bound.get(node.subject, node.subject))
        if record and record.field(node.name):
            yield Asked(record.key, node.name)
    if isinstance(node, Each):
        kind = node.domain.type
        element = kind.element if isinstance(kind, types.Listed) else None
        if isinstance(element, types.Row):
            bound = {**bound, node.variable: element.name}
    for each in children_of(node):
        yield from _asked(program, each, bound)


def path_of(program: Program, record: RecordDeclaration, field: FieldDeclaration) -> str:
    """The key of a field in a case: `tjeneste.steder.helseforetak`."""
    if not record.entry:
        return f"{record.key}.{field.key}"
    return " ".join(f"{each}.{field.key}" for each in _lists(program, record))


def _lists(program: Program, entry: RecordDeclaration) -> list[str]:
    """The lists that have such entries."""
    return [
        f"{each.key}.{one.key}"
        for each in program.schema.records
        for one in each.fields
        if one.type == types.Listed(types.Row(entry.key))
    ]


def anchor(record: str, field: str) -> str:
    """Where a field stands in the dictionary."""
    return f"{record}.{field}"


def type_words(kind: types.Type | types.Row) -> str:
    """The type with a link to where its values stand, seen from the folder of the rulebook."""
    match kind:
        case types.Listed():
            return f"liste av {type_words(kind.element)}"
        case types.Row():
            return f"[{_spaced(kind.name)}](opplysninger.md#{kind.name})"
        case types.Enumerated():
            return f"[{kind.name}](opplysninger.md#begrep-{_key(kind.name)})"
        case types.Registered():
            return f"[{kind.name}](opplysninger.md#register-{_key(kind.name)})"
        case types.Assessed():
            return "vurdering"
        case _:
            return _PLAIN[type(kind)]


def holder_of(program: Program, field: FieldDeclaration) -> str:
    """Who holds a field; a role leads to who has had it."""
    holder = field.type.owner if isinstance(field.type, types.Assessed) else field.holder
    role = program.schema.role(holder)
    return f"[{holder}](opplysninger.md#rolle-{_key(holder)})" if role else holder


def dictionary(program: Program) -> str:
    """The whole page."""
    used: dict[Asked, list[Norm]] = {}
    for norm in program.norms:
        for each in asked(program, norm):
            used.setdefault(each, []).append(norm)
    records = program.schema.records
    groups = [each for each in records if not each.entry and each.key != ASSESSMENTS]
    entries = [each for each in records if each.entry]
    return "".join(
        (
            _HEAD,
            _contents(groups),
            _RECORDS,
            *(_record(program, each, used) for each in groups),
            _ENTRIES,
            *(_record(program, each, used) for each in entries),
            _ASSESSED,
            *_assessments(program, used),
            _ROLES,
            *map(_role, program.schema.roles),
            _TERMS,
            *_terms(program),
            _REGISTERS,
            *_registers(program),
        )
    ).replace("(opplysninger.md#", "(#")


def _contents(groups: list[RecordDeclaration]) -> str:
    first = "".join(f"| {each.definite} | [{_title(each)}](#{each.key}) |\n" for each in groups)
    return first + (
        "| hva oppføringene i en liste består av | [Oppføringer](#oppføringer-i-lister) |\n"
        "| noe som avgjøres ved skjønn | [Vurderinger](#vurderinger) |\n"
        "| hvem som har hatt en rolle | [Roller](#roller) |\n"
        "| hvilke verdier som finnes | [Begreper](#begreper) |\n"
        "| hvordan en institusjon skrives | [Registre](#registre) |\n"
    )


def _record(program: Program, of: RecordDeclaration, used: Mapping[Asked, list[Norm]]) -> str:
    kind = "Valgfri. " if of.optional else ""
    where = f"{kind}I en regel: «{of.definite}», «{of.genitive}». I en sak: `{of.key}`.\n\n"
    if of.entry:
        lists = ", ".join(f"`{each}`" for each in _lists(program, of))
        where = f"Står i {lists}.\n\n"
    rows = "".join(_field(program, of, each, used) for each in of.fields)
    return (
        f"\n### {_title(of)} {{ #{of.key} }}\n\n{where}"
        f"| Opplysning | Type | Oppgis av | Brukes i |\n|---|---|---|---|\n{rows}"
    )


def _field(
    program: Program,
    record: RecordDeclaration,
    of: FieldDeclaration,
    used: Mapping[Asked, list[Norm]],
) -> str:
    plural = f" (flertall {of.plural})" if of.plural else ""
    meaning = f"<br>*{of.meaning}*" if of.meaning else ""
    name = f"{of.name}{plural}<br>`{of.key}`{{ #{anchor(record.key, of.key)} }}{meaning}"
    norms = _users(used.get(Asked(record.key, of.key), []))
    return f"| {name} | {type_words(of.type)} | {holder_of(program, of)} | {norms} |\n"


def _users(norms: list[Norm]) -> str:
    """The norms that use a field; where they are many, how many there are on each page."""
    if len(norms) <= _FEW:
        return norm_links(norms)
    sections = [each.id.partition("/")[0] for each in norms]
    return ", ".join(
        f"[{'ERN' if each == 'ern' else each}]({page_of(each)}) ({sections.count(each)} normer)"
        for each in dict.fromkeys(sections)
    ).replace("(1 normer)", "(1 norm)")


def norm_links(norms: list[Norm]) -> str:
    """The norms by their ids, each with a link."""
    return ", ".join(f"[{each.id}]({norm_place(each)})" for each in norms) or "–"


def norm_place(norm: Norm) -> str:
    """Where a norm stands, seen from the folder of the rulebook."""
    section, _, name = norm.id.partition("/")
    return f"{page_of(section)}#{name}"


def page_of(section: str) -> str:
    """The page of a section of the law: «4-1.md», «avsnitt-2.md»."""
    return f"avsnitt-{section}.md" if section.isdigit() else f"{section}.md"


def _assessments(program: Program, used: Mapping[Asked, list[Norm]]) -> Iterator[str]:
    record = program.schema.record(ASSESSMENTS)
    for each in record.fields if record else ():
        guides = f"<br>*Holdepunkter: {'; '.join(each.guides)}*" if each.guides else ""
        name = f"{each.name}<br>`{each.key}`{{ #{anchor(ASSESSMENTS, each.key)} }}{guides}"
        norms = _users(used.get(Asked(ASSESSMENTS, each.key), []))
        yield f"| {name} | {holder_of(program, each)} | {norms} |\n"


def _role(role: Role) -> str:
    rows = "".join(
        f"| {period_in_words(each.start, each.end)} | {each.holder} |\n" for each in role.tenures
    )
    assumed = dict.fromkeys(each.assumed for each in role.tenures if each.assumed)
    notes = "".join(f"\nAntatt: {each}.\n" for each in assumed)
    name = f"{_capital(role.name)} {{ #rolle-{_key(role.name)} }}"
    return f"\n### {name}\n\n| Periode | Innehaver |\n|---|---|\n{rows}{notes}"


def _terms(program: Program) -> Iterator[str]:
    for each in program.schema.enumerations:
        values = "".join(f"- {value}\n" for value in each.values)
        why = f"\nKildens egen liste er åpen: {each.open_because}.\n" if each.open_because else ""
        yield f"\n### {_capital(each.name)} {{ #begrep-{_key(each.name)} }}\n\n{values}{why}"


def _registers(program: Program) -> Iterator[str]:
    for each in program.schema.registers:
        rows = "".join(
            f"| {entry.name} | {', '.join(entry.aliases) or '–'} |\n" for entry in each.entries
        )
        name = f"{_capital(each.name)} {{ #register-{_key(each.name)} }}"
        yield f"\n### {name}\n\n| Navn | Også skrevet |\n|---|---|\n{rows}"


def referred(program: Program, norm: Norm) -> list[Norm]:
    """The other norms that a norm builds on."""
    found = set[str]().union(*map(_referred, norm.clauses))
    return [each for each in program.norms if each.id in found - {norm.id}]


def _referred(node: Node) -> set[str]:
    below = set().union(*map(_referred, children_of(node)))
    return below | ({node.norm} if isinstance(node, Ref) else set())


def _title(record: RecordDeclaration) -> str:
    return _capital(_spaced(record.key))


def _spaced(key: str) -> str:
    return key.replace("_", " ")


def _key(name: str) -> str:
    return name.replace(" ", "-")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
