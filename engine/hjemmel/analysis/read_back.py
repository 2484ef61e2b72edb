"""«Lest som …»: the rulebook as the engine understood it, in sentences.

An author hears here what the rules say. Everything that an author can write has
a part in it, and what could be heard in two ways is kept apart by brackets and
quotes, so that two rule files with different meaning never read back the same.
"""

from collections.abc import Collection, Iterator

from hjemmel.analysis.read_schema import read_schema
from hjemmel.analysis.spoken import spoken
from hjemmel.analysis.spoken_names import named, quoted
from hjemmel.core.nodes import Node
from hjemmel.core.program import (
    Conclusion,
    Edition,
    Interpretation,
    Norm,
    Presumption,
    Program,
    Wording,
)
from hjemmel.core.schema import RecordDeclaration, Schema
from hjemmel.provenance.book import Book, new_book
from hjemmel.source.citation import Citation
from hjemmel.source.moment import period_in_words
from hjemmel.words.outcomes import requirement_lead
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
            yield from (*_in_paragraphs(book, norm), "")


def norms_read(program: Program) -> dict[str, tuple[str, ...]]:
    """Each norm in sentences, by its id."""
    book = new_book(program)
    return {norm.id: read_norm(book, norm) for norm in program.norms}


def read_norm(book: Book, norm: Norm) -> tuple[str, ...]:
    """One norm in sentences."""
    found = [*_opening(book, norm), *map(_wording, norm.wordings), *read_clauses(book, norm)]
    return (*found, *_asked_of(book, norm))


def _in_paragraphs(book: Book, norm: Norm) -> tuple[str, ...]:
    """One norm with all of a wording together: its days, what it rests on, and what it says."""
    found = [*_opening(book, norm), _deciding(book, norm)]
    found += [
        " ".join((_wording(each.wording), *_says(book, norm, each))) for each in norm.editions
    ]
    return (*found, *_asked_of(book, norm))


def _opening(book: Book, norm: Norm) -> tuple[str, ...]:
    """What the norm is called and is about, and its own words."""
    record = book.program.schema.record(norm.subject)
    about = _about(book.program.schema, record) if record else norm.subject
    presumed = " (som kilden forutsetter uten å påby)" if norm.presumption else ""
    found = [
        f"{norm.place}: {norm.kind.value}{presumed} {quoted(norm.title)} ({norm.id}), om {about}."
    ]
    if norm.own_words:
        found.append(f"Med egne ord: {norm.own_words}")
    return tuple(found)


def _asked_of(book: Book, norm: Norm) -> tuple[str, ...]:
    return tuple(line for each in norm.questions for line in _interpretation(book, each))


def read_presumption(book: Book, of: Presumption | Conclusion) -> tuple[str, ...]:
    """One presumption or conclusion in sentences."""
    norm, kind, lead = of.norm, "formodning", "Legges til grunn når ingen har fortalt om det"
    if isinstance(of, Conclusion):
        kind, lead = "slutning", "Da følger"
    record = book.program.schema.record(norm.subject)
    about = _about(book.program.schema, record) if record else norm.subject
    found = [f"{norm.place}: {kind} {quoted(norm.title)} ({norm.id}), om {about}."]
    if norm.own_words:
        found.append(f"Med egne ord: {norm.own_words}")
    found += [_wording(each) for each in norm.wordings]
    found += _scopes(book, norm)
    taken = spoken(book, norm.editions[0].requirement, {})
    return (*found, f"{lead}: {taken}.")


def _about(schema: Schema, record: RecordDeclaration) -> str:
    """What a norm is about; with its name in the case where another is called the same."""
    alike = [each for each in schema.records if each.definite == record.definite]
    return f"{named(record.definite)}{f' ({record.key})' if len(alike) > 1 else ''}"


def read_clauses(book: Book, norm: Norm) -> Iterator[str]:
    """What decides the edition, and what each says; with several, of which days."""
    yield _deciding(book, norm)
    for edition in norm.editions:
        yield from _scope(book, norm, edition)
        yield _asked(book, norm, edition.requirement)


def _scopes(book: Book, norm: Norm) -> list[str]:
    """What decides the edition, and when each applies."""
    scopes = (line for each in norm.editions for line in _scope(book, norm, each))
    return [_deciding(book, norm), *scopes]


def _deciding(book: Book, norm: Norm) -> str:
    return f"Hvilken ordlyd som gjelder, avgjøres av {spoken(book, norm.deciding, {})}."


def _scope(book: Book, norm: Norm, edition: Edition) -> Iterator[str]:
    """When an edition applies; with several, of which days."""
    if len(norm.editions) > 1:
        yield f"I ordlyden {period_in_words(edition.wording.start, edition.wording.end)}:"
    yield _applies(book, norm, edition)


def _says(book: Book, norm: Norm, edition: Edition) -> tuple[str, str]:
    return _applies(book, norm, edition), _asked(book, norm, edition.requirement)


def _applies(book: Book, norm: Norm, edition: Edition) -> str:
    """When it applies; of what the case need not have, also that it has it."""
    record = book.program.schema.record(norm.subject)
    when = [f"saken har {named(norm.subject.replace('_', ' '))}"]
    whole = when if record and record.optional else []
    if not is_always(edition.applies):
        whole = [*whole, spoken(book, edition.applies, {})]
    return f"Gjelder når {', og når '.join(whole)}." if whole else "Gjelder alltid."


def _asked(book: Book, norm: Norm, asked: Node) -> str:
    """What it takes; for a prohibition what breaks it, as its author wrote."""
    if norm.kind.forbids:
        return f"Brutt når {spoken(book, asked, {})}."
    lead = requirement_lead(norm.kind)
    return f"{lead[0].upper()}{lead[1:]} {spoken(book, asked, {})}."


def _wording(wording: Wording) -> str:
    days = [name for name, assumed in (("første dag", wording.assumed_start),
                                       ("siste dag", wording.assumed_end)) if assumed]  # fmt: skip
    assumed = f" Antatt {' og '.join(days)}: {wording.assumed}." if wording.assumed else ""
    period = period_in_words(wording.start, wording.end)
    bound = "".join(f" {told}." for told in _binding(wording))
    taken = choice(wording)
    chosen = f" {taken[0].upper()}{taken[1:]}." if taken else ""
    own = f" Med egne ord: {wording.own_words}" if wording.own_words else ""
    cited = _cited(wording.all_citations)
    return f"Ordlyd {period}, etter {cited}.{assumed}{chosen}{bound}{own}"


def _binding(wording: Wording) -> Iterator[str]:
    """Whom it binds, each by name."""
    for lead, names in (("Plikten ligger på", wording.duty_on),
                        ("Retten ligger hos", wording.right_of)):  # fmt: skip
        if names:
            yield f"{lead} {' og '.join(map(named, names))}"


def _cited(citations: tuple[Citation, ...]) -> str:
    return "; ".join(f"{each}{_sentences(each)}" for each in citations)


def _sentences(of: Citation) -> str:
    """The sentences that a citation covers; nothing where the sources are not accounted for."""
    return f" [{' '.join(of.sentences)}]" if of.sentences else ""


def _interpretation(book: Book, question: Interpretation) -> list[str]:
    chosen = question.chosen or "ingen"
    found = [f"Åpent spørsmål: {question.question} Etter {_cited(question.citations)}."]
    found.append(f"Oppstår når {spoken(book, question.arises, {})}.")
    found += [f"Lesemåte {quoted(each.words)}: {spoken(book, each.replacement, {})}."
              for each in question.readings]  # fmt: skip
    return [*found, f"Valgt: {chosen}."]
