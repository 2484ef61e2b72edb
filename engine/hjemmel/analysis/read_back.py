"""«Lest som …»: the rulebook as the engine understood it, in sentences.

An author hears here what the rules say. Everything that an author can write has
a part in it, and what could be heard in two ways is kept apart by brackets and
quotes, so that two rule files with different meaning never read back the same.
"""

from collections.abc import Collection, Iterator

from hjemmel.analysis.read_questions import cited_aloud, read_question
from hjemmel.analysis.read_schema import read_schema
from hjemmel.analysis.spoken import spoken
from hjemmel.analysis.spoken_names import a_case, named, quoted
from hjemmel.analysis.spoken_norms import place_aloud
from hjemmel.core.nodes import Node
from hjemmel.core.program import (
    Conclusion,
    Edition,
    Kind,
    Norm,
    Presumption,
    Program,
    Suspension,
    Wording,
)
from hjemmel.core.schema import RecordDeclaration, Schema
from hjemmel.provenance.book import Book, new_book
from hjemmel.source.moment import period_in_words
from hjemmel.words.outcomes import definite, requirement_lead
from hjemmel.words.periods import choice
from hjemmel.words.phrases import is_always


def read_back(program: Program) -> tuple[str, ...]:
    """The whole rulebook: its headings and remarks, what it declares, and every norm."""
    norms = (line for lines in norms_read(program).values() for line in lines)
    return (*declared(program), *norms, *presumptions_read(program))


def declared(program: Program) -> tuple[str, ...]:
    """The headings and remarks of a rulebook, and what it declares."""
    return (*program.outline, *read_schema(program.schema))


def presumptions_read(program: Program) -> tuple[str, ...]:
    """What follows and what is presumed, in sentences."""
    book = new_book(program)
    beside: tuple[Presumption | Conclusion, ...] = (*program.conclusions, *program.presumptions)
    return tuple(line for each in beside for line in read_presumption(book, each))


def aloud(program: Program, norms: Collection[str]) -> Iterator[str]:
    """Some norms, a paragraph for each wording, and an empty line after each norm."""
    book = new_book(program)
    for norm in program.norms:
        if norm.id in norms:
            yield from (*read_by_wording(book, norm), "")


def norms_read(program: Program) -> dict[str, tuple[str, ...]]:
    """Each norm in sentences, by its id."""
    book = new_book(program)
    return {norm.id: read_norm(book, norm) for norm in program.norms}


def asked_read(program: Program) -> dict[str, tuple[str, ...]]:
    """What each norm asks and when, and what is open about it, by its id; not that it always
    applies."""
    book = new_book(program)
    return {norm.id: tuple(_only_asked(book, norm)) for norm in program.norms}


def _only_asked(book: Book, norm: Norm) -> Iterator[str]:
    for each in norm.editions:
        applies, asked = _says(book, norm, each)
        yield from (applies,) if not applies.endswith(" gjelder alltid.") else ()
        yield asked
    yield from (read_question(book, norm, each)[0] for each in norm.questions)


def read_norm(book: Book, norm: Norm) -> tuple[str, ...]:
    """One norm in sentences."""
    found = [*_opening(book, norm), *(_wording(norm, each) for each in norm.wordings)]
    found += [*map(_suspension, norm.suspensions), *read_clauses(book, norm)]
    return (*found, *_asked_of(book, norm))


def read_by_wording(book: Book, norm: Norm) -> tuple[str, ...]:
    """One norm with all of a wording together, the oldest first: its days, what it rests on, and
    what it says."""
    found = [*_opening(book, norm), *_deciding(book, norm)]
    found += [
        " ".join((_wording(norm, each.wording), *_by_own(book, each), *_says(book, norm, each)))
        for each in norm.editions
    ]
    return (*found, *map(_suspension, norm.suspensions), *_asked_of(book, norm))


def _opening(book: Book, norm: Norm) -> tuple[str, ...]:
    """What the norm is called and is about, and its own words."""
    presumed = ", som kilden forutsetter uten å påby" if norm.presumption else ""
    found = [_heading(book, norm, f"{norm.kind.value} {quoted(norm.title)}{presumed}")]
    if norm.own_words:
        found.append(f"Med egne ord: {norm.own_words}")
    if asked := book.program.schema.record(norm.asked_with):
        found.append(f"Søkes med {named(asked.definite)}.")
    return tuple(found)


def _heading(book: Book, norm: Norm, called: str) -> str:
    record = book.program.schema.record(norm.subject)
    about = _about(book.program.schema, record) if record else norm.subject
    return f"{_capital(place_aloud(norm))}: {called}, om {about}. Kjennemerke: {norm.id}."


def _asked_of(book: Book, norm: Norm) -> tuple[str, ...]:
    return tuple(line for each in norm.questions for line in read_question(book, norm, each))


def read_presumption(book: Book, of: Presumption | Conclusion) -> tuple[str, ...]:
    """One presumption or conclusion in sentences."""
    norm, kind = of.norm, "slutning" if isinstance(of, Conclusion) else "formodning"
    found = [_heading(book, norm, f"{kind} {quoted(norm.title)}")]
    if norm.own_words:
        found.append(f"Med egne ord: {norm.own_words}")
    found += [_wording(norm, each) for each in norm.wordings]
    found += [*map(_suspension, norm.suspensions), *_deciding(book, norm)]
    found += [line for each in norm.editions for line in _scope(book, norm, f"{kind}en", each)]
    return (*found, _taken(book, of))


def _taken(book: Book, of: Presumption | Conclusion) -> str:
    """What is taken as given, or follows."""
    follows = isinstance(of, Conclusion)
    lead = "Da følger det at" if follows else "Har ingen fortalt om det, legges det til grunn at"
    return f"{lead} {spoken(book, of.norm.editions[0].requirement, {})}."


def beside_read(program: Program) -> dict[str, tuple[str, ...]]:
    """What is taken as given and what follows, and when, by its id; not that it always does."""
    book = new_book(program)
    beside: tuple[Presumption | Conclusion, ...] = (*program.conclusions, *program.presumptions)
    return {each.norm.id: (*_when(book, each.norm), _taken(book, each)) for each in beside}


def _when(book: Book, norm: Norm) -> Iterator[str]:
    for each in norm.editions:
        applies = _applies(book, norm, "dette", each)
        yield from (applies,) if not applies.endswith(" gjelder alltid.") else ()


def _about(schema: Schema, record: RecordDeclaration) -> str:
    """What a norm is about; with its name in the case where another is called the same."""
    alike = [each for each in schema.records if each.definite == record.definite]
    return f"{named(record.definite)}{f' ({record.key})' if len(alike) > 1 else ''}"


def read_clauses(book: Book, norm: Norm) -> Iterator[str]:
    """What decides the edition, and what each says; with several, of which days."""
    yield from _deciding(book, norm)
    for edition in norm.editions:
        yield from _scope(book, norm, definite(norm.kind), edition)
        yield _asked(book, norm, edition.requirement)


def _deciding(book: Book, norm: Norm) -> Iterator[str]:
    """The day that decides the edition; and which goes first, where each may have its own."""
    if norm.deciding in norm.days:
        yield f"Hvilken ordlyd som gjelder, avgjøres av {spoken(book, norm.deciding, {})}."
    if len(norm.days) > 1:
        yield "Er flere i kraft, hver etter sin dag, går den som begynner sist, foran."


def _scope(book: Book, norm: Norm, called: str, edition: Edition) -> Iterator[str]:
    """When an edition applies; with several, of which days."""
    if len(norm.editions) > 1:
        yield f"I ordlyden {period_in_words(edition.wording.start, edition.wording.end)}:"
    yield from _by_own(book, edition)
    yield _applies(book, norm, called, edition)


def _by_own(book: Book, edition: Edition) -> Iterator[str]:
    """The day that decides whether an edition is in force, where it has its own."""
    if edition.deciding is not None:
        yield f"Om ordlyden gjelder, avgjøres av {spoken(book, edition.deciding, {})}."


def _says(book: Book, norm: Norm, edition: Edition) -> tuple[str, str]:
    applies = _applies(book, norm, definite(norm.kind), edition)
    return applies, _asked(book, norm, edition.requirement)


def _applies(book: Book, norm: Norm, called: str, edition: Edition) -> str:
    """When it applies; of what the case need not have, also that it has it."""
    record = book.program.schema.record(norm.subject)
    when = [f"saken har {a_case(book.program.schema, norm.subject)}"]
    whole = when if record and record.optional else []
    if not is_always(edition.applies):
        whole = [*whole, spoken(book, edition.applies, {})]
    lead = f"{_capital(called)} gjelder"
    return f"{lead} når {', og når '.join(whole)}." if whole else f"{lead} alltid."


def _asked(book: Book, norm: Norm, asked: Node) -> str:
    """What it takes; for a prohibition what breaks it, as its author wrote."""
    return f"{_lead(norm)} {spoken(book, asked, {})}."


def _lead(norm: Norm) -> str:
    """«Kravet er oppfylt når», «Det varsles når», ««nasjonal tjeneste» betyr at»."""
    called = _capital(definite(norm.kind))
    match norm.kind:
        case Kind.PROHIBITION:
            return f"{called} er brutt når"
        case Kind.DEFINITION:
            return f"{quoted(norm.title)} betyr at"
        case Kind.NOTICE | Kind.STATEMENT | Kind.DECISION:
            return f"Det {requirement_lead(norm.kind)}"
        case _:  # the others are something when what they ask for is so
            return f"{called} er {requirement_lead(norm.kind)}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _wording(norm: Norm, wording: Wording) -> str:
    days = [name for name, assumed in (("første", wording.assumed_start),
                                       ("siste", wording.assumed_end)) if assumed]  # fmt: skip
    assumed = f" {_capital(' og '.join(days))} dag er antatt: {wording.assumed}." if days else ""
    period = period_in_words(wording.start, wording.end)
    bound = "".join(f" {told}." for told in _binding(wording))
    taken = choice(wording)
    chosen = f" {_capital(taken)}." if taken else ""
    own = f" Med egne ord: {wording.own_words}" if wording.own_words else ""
    cited = cited_aloud(wording.all_citations)
    presumes = wording.presumed and not norm.presumption
    presumed = " Kilden forutsetter det uten å påby det." if presumes else ""
    return f"Ordlyd {period}, etter {cited}.{presumed}{assumed}{chosen}{bound}{own}"


def _suspension(of: Suspension) -> str:
    cited = f", etter {cited_aloud(of.citations)}" if of.citations else ""
    return f"Ikke i kraft {period_in_words(of.start, of.end)}{cited}."


def _binding(wording: Wording) -> Iterator[str]:
    """Whom it binds, each by name."""
    for lead, names in (("Plikten ligger på", wording.duty_on),
                        ("Retten ligger hos", wording.right_of)):  # fmt: skip
        if names:
            yield f"{lead} {' og '.join(map(named, names))}"
