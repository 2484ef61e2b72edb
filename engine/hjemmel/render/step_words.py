"""What a step of a reason asks, in words."""

from typing import assert_never

from hjemmel.explain.finding import Finding
from hjemmel.explain.seen import Entry, Periods
from hjemmel.explain.steps import (
    Agreed,
    Always,
    Asked,
    AtStart,
    Breach,
    Clause,
    Counted,
    CountedFrom,
    Covers,
    Exempt,
    Has,
    HasNot,
    InForce,
    OfNorm,
    OfWording,
    OneValue,
    Opposite,
    Part,
    ReadAs,
    Requirement,
    Scope,
    Step,
)
from hjemmel.provenance.book import Book
from hjemmel.words.outcomes import breach_lead, requirement_lead
from hjemmel.words.phrases import denied, exception_words, none_of, short_name, words
from hjemmel.words.values import listed, shown


def step_in_words(book: Book, finding: Finding) -> str:
    """«oppfylt når …», «unntak: …», «steder nr. 2 (Haukeland): …»."""
    step = finding.step
    if finding.entry is None:
        return _in_role(step, asked_in_words(book, step.asked))
    label = _entry(book, step, finding.entry)
    if isinstance(step.role, Counted):
        return label
    return f"{label}: {asked_in_words(book, step.asked)}"


def authority(finding: Finding) -> str:
    """The citations of the step; of a norm in force, those of its wording, or wordings."""
    seen, citations = finding.seen, finding.step.citations
    if isinstance(seen, Periods) and seen.is_settled:
        cited = (one for each in seen.wordings for one in each.all_citations)
        citations = tuple(dict.fromkeys(cited))
    return "; ".join(map(str, citations)) if citations else ""


def asked_in_words(book: Book, asked: Asked) -> str:
    """What is asked, whatever it is to the step it stands under."""
    match asked:
        case Clause(node=node, names=names):
            return words(book, node, names)
        case Opposite(node=node, denied=inner, names=names):
            return node.origin.words or denied(book, inner, names)
        case Always(holds=holds):
            return "alltid" if holds else "aldri"
        case OfNorm(norm=norm, said=said):
            return said or f"«{norm.title}»"
        case Covers(said=said):
            return said or _covering(book, asked)
        case OneValue(value=value, type=kind):
            return shown(value, kind)
        case OfWording():
            return "ordlyden som er i kraft, sier det"
        case Agreed(said=said):
            return said or "lesemåtene gir samme svar"
        case _:
            return _at_start(book, asked)


def _at_start(book: Book, asked: AtStart) -> str:
    match asked:
        case Has(record=record):
            return f"saken har {record.replace('_', ' ')}"
        case HasNot(record=record):
            return f"saken har {none_of(book, record)}"
        case InForce():
            return "en ordlyd er i kraft"
        case CountedFrom(node=node):
            return f"regnes etter {words(book, node, {})}"
        case _:
            assert_never(asked)


def _covering(book: Book, asked: Covers) -> str:
    values = [shown(each.value, each.type) for each in asked.values]
    return f"{words(book, asked.domain, asked.names)} omfatter {listed(values)}"


def _in_role(step: Step, text: str) -> str:
    match step.role:
        case Part() | Counted():
            return text
        case Scope():
            return f"gjelder når {text}"
        case Requirement(kind=kind):
            return f"{requirement_lead(kind)} {text}"
        case Breach(kind=kind, level=level):
            return f"{breach_lead(kind, level)} {text}"
        case Exempt():
            return exception_words(text)
        case ReadAs(number=number, words=said, is_bare=is_bare):
            label = f"lesemåten «{said}»" if said else f"lesemåte {number}"
            return label if is_bare else f"{label}: {text}"
        case _:
            assert_never(step.role)


def _entry(book: Book, step: Step, entry: Entry) -> str:
    """«steder nr. 2 (Haukeland universitetssjukehus)»: by its number and first name."""
    assert step.domain is not None
    label = f"{short_name(book, step.domain.fact, step.domain.names)} nr. {entry.number}"
    return f"{label} ({entry.identity})" if entry.identity else label
