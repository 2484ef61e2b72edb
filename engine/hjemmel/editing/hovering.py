"""What a word in a rule file means."""

import re
from collections.abc import Iterator

from hjemmel.check.heads import Head
from hjemmel.check.names import NamedFact
from hjemmel.check.types import shown
from hjemmel.core.schema import ASSESSMENTS
from hjemmel.editing.declared import Declared
from hjemmel.editing.meaning import Meaning, meaning_of, norm_meaning
from hjemmel.editing.prose import is_prose
from hjemmel.syntax.lexicon import keywords

WORDS_PAGE = "språk/ord.md"


def meaning_at(
    line: str, number: int, column: int, declared: Declared, grammar: str, file: str
) -> Meaning | None:
    """What the name at the column refers to; else the word of the language.

    Where a line could not be read, it goes by the words: the longest name at the column, and of two
    facts that are written alike the first declared.
    """
    use = declared.places.at(file, number, column)
    meaning = meaning_of(use.reference, use.span, declared) if use else None
    if meaning is not None:
        return meaning
    free = is_prose(line, grammar)
    is_read = declared.places.are_known(file, number)
    names = [] if free or is_read else [*_names(line, declared), *_norms(line, declared.heads)]
    here = [each for each in names if each.start <= column < each.end]
    if here:
        return max(here, key=lambda each: each.end - each.start)
    words = _words(line, grammar, free)
    return next((each for each in words if each.start <= column < each.end), None)


def _names(line: str, declared: Declared) -> Iterator[Meaning]:
    for each in declared.names:
        for start, end in _places(line, each.written):
            yield _fact(each, start, end, declared)
    record = declared.schema.record(ASSESSMENTS)
    for fact in record.fields if record else ():
        for start, end in _places(line, fact.name):
            guides = "; ".join(fact.guides)
            yield Meaning(start, end, "vurdering", fact.name, shown(fact.type), fact.holder,
                          guides, declared=fact.span)  # fmt: skip
    for term in declared.schema.enumerations:
        for value in term.values:
            for start, end in _places(line, value):
                of = f"av «{term.name}»"
                yield Meaning(start, end, "verdi", value, of, declared=term.span)


def _fact(found: NamedFact, start: int, end: int, declared: Declared) -> Meaning:
    kind, fact = shown(found.fact.type), declared.field_of(found.fact.record, found.fact.name)
    if fact is None:
        return Meaning(start, end, "opplysning", found.written, kind)
    return Meaning(
        start, end, "opplysning", found.written, kind, fact.holder, fact.meaning, (), fact.span
    )


def _norms(line: str, heads: tuple[Head, ...]) -> Iterator[Meaning]:
    """References to norms: «§ 4-2 «to helseforetak»»."""
    for head in heads:
        for start, end in _places(line, head.reference):
            yield norm_meaning(head, start, end)


def _words(line: str, grammar: str, only_first: bool) -> Iterator[Meaning]:
    """The words of the language in the line, the longest first."""
    indent = len(line) - len(line.lstrip())
    spelled = {each for words in keywords(grammar).values() for each in words}
    for each in sorted(spelled, key=lambda words: (-len(words), words)):
        for start, end in _places(line, each):
            if not only_first or start == indent + 1:
                yield Meaning(start, end, "ord i språket", each, page=WORDS_PAGE)


def _places(line: str, words: str) -> Iterator[tuple[int, int]]:
    """Where whole words stand in a line, by columns from 1."""
    if words.split(" ", maxsplit=1)[0].casefold() not in line.casefold():
        return
    pattern = r" +".join(map(re.escape, words.split()))
    for found in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", line, re.IGNORECASE):
        yield found.start() + 1, found.end() + 1
