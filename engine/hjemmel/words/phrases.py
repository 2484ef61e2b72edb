"""What a node asks, in words: the author's own where there are any, else the tables'."""

import re
from collections.abc import Mapping
from typing import assert_never

from attrs import frozen

from hjemmel.core.nodes import (
    Apply,
    Default,
    Each,
    Fact,
    Literal,
    Node,
    Op,
    Quantifier,
    Ref,
    Standing,
)
from hjemmel.core.operators import OPERATORS, Sense, period_of, sense
from hjemmel.core.outcome import Outcome
from hjemmel.core.schema import CASE, ELEMENT, PRESENCE, RecordDeclaration
from hjemmel.core.types import Assessed, Listed, Row, Truth, Year, months_in
from hjemmel.provenance.book import Book
from hjemmel.words.outcomes import word
from hjemmel.words.predicates import claim, predicate, property_of
from hjemmel.words.values import day_of_year, grouped, listed, shown


@frozen
class Bound:
    """What a variable stands for: an entry of the list `listed`, a record of the kind `record`."""

    record: str
    listed: str


Names = Mapping[str, Bound]
"""The variables around a node."""

_SLOT = re.compile(r"\{(\d*)\}")
_LONGEST = 70
_BY_YEAR = ("året etter", "året før")
_JOINED = (Sense.ALL, Sense.ANY, Sense.COVERS, Sense.READ_AS, Sense.AGREED)
_JUNCTIONS = {
    Sense.ALL: ("og", "alt dette holder"),
    Sense.COVERS: ("og", "alt dette holder"),
    Sense.ANY: ("eller", "minst ett av dette holder"),
}
"""The parts of a joined clause that is too long to be said in a line: its joint, and a lead."""


def words(book: Book, node: Node, names: Names) -> str:
    """What the node asks or names."""
    if node.origin.words:
        return node.origin.words
    number = node.origin.id
    found = book.phrases.get(number) if number >= 0 else None
    if found is None:
        found = book.phrases[number] = _words(book, node, names)
    return found


def denied(book: Book, node: Node, names: Names) -> str:
    """The opposite of what the node asks."""
    if isinstance(node, Fact) and node.name == PRESENCE:
        return f"saken har {none_of(book, node.subject)}"
    if isinstance(node, Apply) and not node.origin.words:
        if sense(node) is Sense.NOT:
            return words(book, node.arguments[0], names)
        if sense(node) not in _JUNCTIONS:
            return _filled(book, OPERATORS[node.operator].negated, node, names)
    return f"ikke: {words(book, node, names)}"


def cited(book: Book, node: Node) -> str:
    """The citations of the node itself."""
    if not node.origin.citations:
        return ""
    number = node.origin.id
    found = book.citations.get(number)
    if found is None:
        found = book.citations[number] = "; ".join(map(str, node.origin.citations))
    return found


def entering(book: Book, each: Each, names: Names) -> Names:
    """The names inside a quantifier."""
    element = each.domain.type.element if isinstance(each.domain.type, Listed) else None
    record = element.name if isinstance(element, Row) else ""
    return {**names, each.variable: Bound(record, short_name(book, each.domain, names))}


def is_always(node: Node) -> bool:
    """True for a condition that is no condition."""
    return isinstance(node, Literal) and node.value is True


def short_name(book: Book, fact: Fact, names: Names) -> str:
    """A fact's own name, without whose it is."""
    if fact.name == PRESENCE or fact.subject == CASE:
        return words(book, fact, names)
    if fact.name == ELEMENT:
        return names[fact.subject].listed if fact.subject in names else fact.subject
    declared = _record(book, fact, names)
    found = declared.field(fact.name) if declared else None
    return found.name if found else fact.name.replace("_", " ")


def none_of(book: Book, key: str) -> str:
    """«ingen søknad», «ikke noe vedtak»."""
    declared = book.program.schema.record(key)
    neuter = declared is not None and declared.definite.endswith("et")
    return f"{'ikke noe' if neuter else 'ingen'} {key.replace('_', ' ')}"


def exception_words(text: str) -> str:
    """«unntak: …», however much of it the text has already."""
    return f"unntak: {text.removeprefix('unntak: ')}"


def chosen_words(reading: str) -> str:
    """Which reading of an open question a rulebook takes."""
    return f"lesemåten «{reading}» er valgt"


def about_norm(book: Book, ref: Ref) -> str:
    """How a norm is asked to stand: ««to helseregioner» er oppfylt»."""
    norm = book.norms[ref.norm]
    asked = Outcome.MET if ref.standing is Standing.MET else Outcome.BROKEN
    return (
        f"«{norm.title}» {predicate(word(norm.kind, norm.highest_level, asked, norm.presumption))}"
    )


def _words(book: Book, node: Node, names: Names) -> str:
    match node:
        case Literal():
            return shown(node.value, node.type)
        case Fact():
            return _fact(book, node, names)
        case Ref():
            return about_norm(book, node)
        case Default():
            return _default(book, node, names)
        case Each():
            return _each(book, node, names)
        case Apply(_, (Each() as different, first, last)) if sense(node) is Sense.COVERS_SPAN:
            ends = (words(book, each, names) for each in (first, last))
            return covering_words(words(book, different.domain, names), different, *ends)
        case Apply():
            return _filled(book, OPERATORS[node.operator].words, node, names)
        case _:
            assert_never(node)


def _fact(book: Book, fact: Fact, names: Names) -> str:
    if fact.name == PRESENCE:
        return f"saken har {fact.subject.replace('_', ' ')}"
    if fact.subject == CASE:
        return "vurderingsdagen"
    record = _record(book, fact, names)
    declared = record.field(fact.name) if record else None
    if record is None or declared is None:
        return short_name(book, fact, names)
    match fact.type:
        case Truth():
            return claim(record, declared.name)
        case Assessed():
            return f"{fact.type.owner} har vurdert at {declared.name}"
        case _:
            return property_of(record, declared)


def _record(book: Book, fact: Fact, names: Names) -> RecordDeclaration | None:
    bound = names.get(fact.subject)
    return book.program.schema.record(bound.record if bound else fact.subject)


def _default(book: Book, node: Default, names: Names) -> str:
    conditions = [each for each in (node.condition, node.consequence) if not is_always(each)]
    told = [words(book, each, names) for each in conditions]
    return listed([*told, "ingen unntak gjelder"] if node.exceptions else told) or "alltid"


def _each(book: Book, node: Each, names: Names) -> str:
    domain = words(book, node.domain, names)
    inner = entering(book, node, names)
    where = "" if is_always(node.where) else f" der {words(book, node.where, inner)}"
    if node.quantifier is Quantifier.DISTINCT:
        body = ""
        if isinstance(node.body, Fact) and node.body.name != ELEMENT:
            body = f"{short_name(book, node.body, inner)} blant "
        return f"antall ulike {body}{domain}{where}"
    body = "" if is_always(node.body) else words(book, node.body, inner)
    if node.quantifier is Quantifier.COUNT:
        both = " og " if where and body else " der " if body else ""
        return f"antall {domain}{where}{both}{body}"
    return f"{node.quantifier.value} {domain}{where}: {body or 'finnes'}"


def covering_words(listed: str, different: Each, first: str, last: str) -> str:
    """«tjenestens rapporterte år dekker hvert år fra 2021 til og med fjoråret»."""
    each = {12: "hvert år", 3: "hvert kvartal", 1: "hver måned"}[_months_of(different.body)]
    return f"{listed} dekker {each} fra {first} til og med {last}"


def _filled(book: Book, template: str, node: Apply, names: Names) -> str:
    told = [words(book, each, names) for each in node.arguments]
    if sense(node) in _JUNCTIONS:
        return _joined(node, told, template)
    return filled(template, node, told)


def filled(template: str, node: Apply, told: list[str]) -> str:
    """The wording of an operator with what is told of its arguments in it."""
    constant = node.arguments[-1]
    if sense(node) is Sense.DAY_IN_YEAR and isinstance(constant, Literal):
        day = day_of_year(int(str(constant.value)))
        return f"{day} {told[0]}" if told[0].startswith(_BY_YEAR) else f"{day} i {told[0]}"
    if sense(node) in (Sense.PERIOD_OF, Sense.END_OF) and isinstance(constant, Literal):
        return _of_period(sense(node), int(str(constant.value)), told[0])
    if sense(node) is Sense.WORKING_DAYS and isinstance(constant, Literal):
        return _working_days(node.operator, int(str(constant.value)), told[0])
    if sense(node) is Sense.YEARS_LATER and isinstance(constant, Literal):
        return _periods_later(node.arguments[0], int(str(constant.value)), told[0])
    if sense(node) is Sense.MOVED and isinstance(constant, Literal):
        return _shifted(template, told, constant)
    fixed = [int(number) for number in _SLOT.findall(template) if number]
    rest = listed(told[max(fixed, default=-1) + 1 :], "eller")
    return _SLOT.sub(lambda slot: told[int(slot[1])] if slot[1] else rest, template)


def _working_days(counting: Op, count: int, day: str) -> str:
    """«første virkedag etter», «5 virkedager før», «siste virkedag til og med»."""
    which = "første" if count > 0 else "siste"
    if counting is Op.WORKING_DAYS_FROM:
        return f"{which} virkedag {'fra' if count > 0 else 'til og med'} {day}"
    side = "etter" if count > 0 else "før"
    counted = f"{which} virkedag" if abs(count) == 1 else f"{grouped(abs(count))} virkedager"
    return f"{counted} {side} {day}"


_PERIODS = {12: ("året", "år"), 3: ("kvartalet", "kvartaler"), 1: ("måneden", "måneder")}
"""What there are so many months in: the one, and several."""


def _of_period(way_of: Sense, months: int, told: str) -> str:
    """«kvartalet for 1. mai 2024», «utgangen av 2024»."""
    lead = f"{_PERIODS[months][0]} for" if way_of is Sense.PERIOD_OF else "utgangen av"
    return f"{lead} {told}"


def _months_of(node: Node) -> int:
    """How many months there are in each of those that are counted; years, if nothing else."""
    return months_in(period_of(node) or Year())


def _periods_later(base: Node, steps: int, told: str) -> str:
    """«året etter 2024», «kvartalet før …», «3 måneder etter …»."""
    one, several = _PERIODS[_months_of(base)]
    way = "før" if steps < 0 else "etter"
    if abs(steps) > 1:
        return f"{abs(steps)} {several} {way} {told}"
    if isinstance(base, Apply) and sense(base) is Sense.YEAR_OF:
        return f"kalenderåret {way} {told.removeprefix('året for ')}"
    # The quarter after a day is the one after that which the day is in.
    return f"{one} {way} {told if one == 'året' else told.removeprefix(f'{one} for ')}"


def _shifted(template: str, told: list[str], constant: Literal) -> str:
    """«13 måneder før», never «-13 måneder etter»."""
    steps = int(str(constant.value))
    way = "før" if steps < 0 else "etter"
    parts = (told[0], shown(-steps, constant.type) if steps < 0 else told[1])
    return _SLOT.sub(lambda slot: parts[int(slot[1])], template.replace("etter", way))


def _joined(node: Apply, told: list[str], template: str) -> str:
    """«A og B» where that is short and plain; else a lead to the parts below."""
    joint, lead = _JUNCTIONS[sense(node)]
    text = template.replace("{}", listed(told, joint))
    if len(text) <= _LONGEST and not any(map(_is_joined, node.arguments)):
        return text
    return lead


def _is_joined(node: Node) -> bool:
    joined = isinstance(node, Default) or (isinstance(node, Apply) and sense(node) in _JOINED)
    return joined and not node.origin.words
