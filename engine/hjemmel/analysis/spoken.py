"""What a node means, said in full: nothing left out, every grouping audible.

The author's own words are not used: this is what the engine understood.
"""

import re
from datetime import date
from typing import assert_never

from hjemmel.analysis.spoken_lists import covered, each_said, none_said
from hjemmel.analysis.spoken_names import denied, fact, happening, quoted, said_with_value, value
from hjemmel.analysis.spoken_norms import of_norms, reference
from hjemmel.core.genders import article
from hjemmel.core.nodes import (
    Apply,
    Default,
    Each,
    Fact,
    Literal,
    Node,
    Quantifier,
    Ref,
)
from hjemmel.core.operators import OPERATORS, Sense, joint, sense
from hjemmel.core.program import Interpretation
from hjemmel.core.schema import CASE, ELEMENT
from hjemmel.core.types import Enumerated
from hjemmel.provenance.book import Book
from hjemmel.words import phrases
from hjemmel.words.phrases import Names
from hjemmel.words.values import listed

_CASE_YEARS = {-1: "fjoråret", -2: "forfjor"}


def spoken(book: Book, node: Node, names: Names) -> str:
    """A truth in words."""
    match node:
        case Apply():
            return _apply(book, node, names)
        case Default():
            return _default(book, node, names)
        case Each():
            return each_said(book, node, names, spoken, grouped)
        case Ref():
            return reference(book, node)
        case Fact():
            return fact(book, node, names)
        case Literal():
            return "alltid" if phrases.is_always(node) else value(node)
        case _:
            assert_never(node)


_JOINTS = re.compile(
    r" (og|eller|der|gjelder at) |; |, (med forbehold for|med mindre|ellers) |^det er ikke slik at "
)
_QUOTED = re.compile(r"«(?:[^«»\\]|\\.)*»")


def grouped(book: Book, node: Node, names: Names) -> str:
    """A part of a larger sentence, in brackets where it has joints of its own."""
    return _bracketed(spoken(book, node, names))


def _bracketed(text: str) -> str:
    return f"({text})" if _JOINTS.search(_QUOTED.sub("«»", text)) else text


def _apply(book: Book, node: Apply, names: Names) -> str:
    if special := _in_own_words(book, node, names):
        return special
    told = [spoken(book, each, names) for each in node.arguments]
    if OPERATORS[node.operator].joins:
        return _joined(book, node, told)
    return phrases.filled(OPERATORS[node.operator].words, node, told)


def _in_own_words(book: Book, node: Apply, names: Names) -> str:
    """What is said otherwise than the table has it; nothing where that will do."""
    match sense(node):
        case Sense.NOT:
            return _denied(book, node.arguments[0], names)
        case Sense.COVERS:
            return covered(book, node, names, grouped)
        case Sense.COVERS_SPAN:
            return _covers_span(book, node, names)
        case Sense.LAST_DAY:
            return f"det senest {spoken(book, node.arguments[0], names)}"
        case Sense.IN_TIME:
            return _in_time(book, node, names)
        case Sense.ORDER:
            return _happened(book, node, names)
        case Sense.IS | Sense.IS_AMONG:
            return _with_verb(book, node, names, "")
        case Sense.YEAR_OF | Sense.YEARS_LATER:
            return _case_year(node)
        case _:  # as the table has it
            return ""


def _denied(book: Book, node: Node, names: Names) -> str:
    """The opposite of something, where it has a form of its own."""
    match node:
        case Fact():
            return denied(book, node, names)
        case Each(quantifier=Quantifier.SOME):
            return none_said(book, node, names, spoken, grouped)
        case Apply() if sense(node) in (Sense.IS, Sense.IS_AMONG):
            return _with_verb(book, node, names, "ikke ") or _negated(book, node, names)
        case Apply() if sense(node) is Sense.WORKING_DAY:
            return _filled_with(book, node, names, OPERATORS[node.operator].negated)
        case Apply() if OPERATORS[node.operator].equates or sense(node) is Sense.HOLDS_ROLE:
            return _negated(book, node, names)
        case _:  # «det er ikke slik at …»
            return ""


def _negated(book: Book, node: Apply, names: Names) -> str:
    template = OPERATORS[node.operator].negated.replace(" er ikke ", " ikke er ")
    return _filled_with(book, node, names, template)


def _filled_with(book: Book, node: Apply, names: Names, template: str) -> str:
    return phrases.filled(template, node, [spoken(book, each, names) for each in node.arguments])


def _with_verb(book: Book, node: Apply, names: Names, ikke: str) -> str:
    """«medlemmet representerer en brukerorganisasjon», of what is declared with a verb."""
    first, *values = node.arguments
    if not isinstance(first, Fact):
        return ""
    owner, verb = said_with_value(book, first, names)
    told = listed([_with_article(book, each, names) for each in values], "eller")
    return f"{owner} {ikke}{verb} {told}" if verb else ""


def _with_article(book: Book, value_of: Node, names: Names) -> str:
    """«et regionalt helseforetak», of a value that is declared in the definite form too."""
    told = spoken(book, value_of, names)
    kind = value_of.type if isinstance(value_of, Literal) else None
    if not isinstance(kind, Enumerated) or told.startswith("«"):
        return told
    term = book.program.schema.enumeration(kind.name)
    definite = dict(zip(term.values, term.definites, strict=False)).get(told, "")
    return " ".join(filter(None, (article(told, definite), told)))


_OF_DAYS = "{0} er "


def _happened(book: Book, node: Apply, names: Names) -> str:
    """«søknaden ble sendt senest 1. mars 2024»; nothing of what is no day that is said so."""
    act, day = node.arguments
    if isinstance(day, Literal) and day.value == date.max:  # no other is one that every day is by
        return f"{spoken(book, act, names)} er oppgitt"
    happened = happening(book, act, names) if isinstance(act, Fact) else ""
    if not happened or OPERATORS[node.operator].equates:
        return ""
    relation = OPERATORS[node.operator].words.removeprefix(_OF_DAYS)
    return f"{happened} {relation.replace('{1}', spoken(book, day, names))}"


def _in_time(book: Book, node: Apply, names: Names) -> str:
    """«søknaden ble sendt innen fristen 15. januar 2024»."""
    act, last, today = node.arguments
    happened = happening(book, act, names) if isinstance(act, Fact) else ""
    done = happened or f"{spoken(book, act, names)} er"
    by_today = isinstance(today, Fact) and today.subject == CASE
    seen = "" if by_today else f", sett fra {spoken(book, today, names)}"
    return f"{done} innen fristen, som er {spoken(book, last, names)}{seen}"


def _case_year(node: Apply) -> str:
    """The years that are named by the day of evaluation."""
    match node.arguments:
        case (Fact(subject=subject), _) if sense(node) is Sense.YEAR_OF and subject == CASE:
            return "vurderingsåret"
        case (Apply() as year, Literal(value=int(steps))) if _case_year(year) == "vurderingsåret":
            return _CASE_YEARS.get(steps, "")
        case _:  # another year
            return ""


def _covers_span(book: Book, node: Apply, names: Names) -> str:
    """A list with every year, quarter or month; its filter is what is asked besides the ends."""
    different, first, last = node.arguments
    assert isinstance(different, Each)
    inner = phrases.entering(book, different, names)
    asked = different.where.arguments[2:] if isinstance(different.where, Apply) else ()
    where = f" der ({spoken(book, asked[0], inner)})" if asked else ""
    body, listed_in = different.body, fact(book, different.domain, names)
    is_entry = isinstance(body, Fact) and body.name == ELEMENT
    column = "" if is_entry else f"{spoken(book, body, inner)} blant "
    ends = (spoken(book, each, names) for each in (first, last))
    return phrases.covering_words(f"{column}{listed_in}{where}", different, *ends)


def _joined(book: Book, node: Apply, told: list[str]) -> str:
    said = joint(node)
    match said:
        case Sense.ALL | Sense.COVERS:
            return " og ".join(map(_bracketed, told))
        case Sense.ANY:
            return _either(node, told)
        case Sense.SOME_NORM | Sense.NO_NORM:
            return of_norms(book, node, told)
        case Sense.NOT:
            return f"det er ikke slik at {_bracketed(told[0])}"
        case Sense.READ_AS:
            return _read_as(book, node, told)
        case Sense.AGREED:
            return f"det lesemåtene er enige om: {'; '.join(map(_bracketed, told))}"
        case _:
            assert_never(said)


def _read_as(book: Book, node: Apply, told: list[str]) -> str:
    """What is written, with the question that is open about it."""
    asked = book.interpretations.get(node.arguments[1].origin.id)
    if asked is None:
        return f"({told[1]}) der ({told[0]}), ellers ({told[2]})"
    return f"{_bracketed(told[2])}, med forbehold for {question_called(book, asked)}"


def question_called(book: Book, asked: Interpretation) -> str:
    """«spørsmålet «…»»; with its number where the norm has another with the same words."""
    questions = book.norms[asked.norm].questions
    alike = [each for each in questions if each.question == asked.question]
    number = f" nr. {alike.index(asked) + 1}" if len(alike) > 1 else ""
    inner = asked.question.replace("«", "‘").replace("»", "’")
    return f"spørsmålet{number} «{inner}»"


def _either(node: Apply, told: list[str]) -> str:
    """One of the parts. A last day is no part that can hold: it is when the others must."""
    parts = list(zip(node.arguments, told, strict=True))
    held = [_bracketed(said) for part, said in parts if not _is_last_day(part)]
    days = [
        said if _is_one_day(part) else f"({said})" for part, said in parts if _is_last_day(part)
    ]
    return ", og ".join([" eller ".join(held), *days])


def _is_last_day(node: Node) -> bool:
    """Whether a last day is all that it says, whichever way it is read."""
    if isinstance(node, Apply) and sense(node) is Sense.READ_AS:
        return _is_one_day(node.arguments[2])
    return _is_one_day(node)


def _is_one_day(node: Node) -> bool:
    return isinstance(node, Apply) and sense(node) is Sense.LAST_DAY


def _default(book: Book, node: Default, names: Names) -> str:
    parts = [e for e in (node.condition, node.consequence) if not phrases.is_always(e)]
    told = " og ".join(grouped(book, each, names) for each in parts) or "alltid"
    name = node.origin.words.removeprefix("unntak: ") if node.origin.words else ""
    cited = "; ".join(map(str, node.origin.citations))
    source = f", etter {cited}" if cited else ""
    lead = f"unntaket {quoted(name)}{source}: " if name else f"etter {cited}: " if cited else ""
    # Always in brackets: an exception from an exception must not sound like one beside it.
    exceptions = "".join(f", med mindre ({spoken(book, each, names)})" for each in node.exceptions)
    return f"{lead}{told}{exceptions}"
