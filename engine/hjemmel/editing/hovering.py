"""What a word in a rule file means."""

import re
from collections.abc import Iterator

from attrs import frozen

from hjemmel.check.heads import Head
from hjemmel.check.names import Found
from hjemmel.check.types import shown
from hjemmel.core.schema import ASSESSMENTS
from hjemmel.editing.cursor import line_word
from hjemmel.editing.declared import Declared
from hjemmel.source.span import Span
from hjemmel.syntax.lexicon import keywords

WORDS_PAGE = "språk/ord.md"
_PROSE = {"REGELVERK", "MERKNAD", "MED_EGNE_ORD", "BETYR", "FORUTSATT", "ANTATT", "VALGFRI",
          "HOLDEPUNKT", "APEN_FORDI", "TOLKNING"}  # fmt: skip


@frozen
class Meaning:
    """What stands at a place, from a column to before another, and what there is to say of it.

    `about` is what it is; `page` where in the documentation the words of the language stand.
    """

    start: int
    end: int
    about: str
    name: str
    type: str = ""
    holder: str = ""
    meaning: str = ""
    citations: tuple[str, ...] = ()
    declared: Span | None = None
    page: str = ""


def meaning_at(
    line: str, number: int, column: int, declared: Declared, grammar: str, file: str
) -> Meaning | None:
    """The longest name at the column; else the word of the language."""
    opener = line_word(line, grammar)
    is_prose = opener is not None and opener.terminal in _PROSE
    heads = [each for each in declared.heads if each.span.file == file and each.span.line == number]
    found = [] if is_prose else [*_names(line, declared), *_norms(line, declared.heads)]
    found += [meaning for head in heads for meaning in _titles(line, head)]
    found += [] if is_prose else _declarations(declared, file, number)
    here = [each for each in found if each.start <= column < each.end]
    if here:
        return max(here, key=lambda each: each.end - each.start)
    words = _words(line, grammar, is_prose)
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


def _declarations(declared: Declared, file: str, number: int) -> Iterator[Meaning]:
    """The facts that are declared on the line itself."""
    for record in declared.schema.records:
        for fact in record.fields:
            if (fact.span.file, fact.span.line) == (file, number):
                yield Meaning(fact.span.column, fact.span.end, "opplysning", fact.name,
                              shown(fact.type), fact.holder, fact.meaning,
                              declared=fact.span)  # fmt: skip


def _fact(found: Found, start: int, end: int, declared: Declared) -> Meaning:
    told = declared.declaration(found)
    kind = shown(found.fact.type)
    if told is None:
        return Meaning(start, end, "opplysning", found.written, kind)
    _, fact = told
    return Meaning(
        start, end, "opplysning", found.written, kind, fact.holder, fact.meaning, (), fact.span
    )


def _norms(line: str, heads: tuple[Head, ...]) -> Iterator[Meaning]:
    """References to norms: «§ 4-2 «to helseforetak»»."""
    for head in heads:
        for start, end in _places(line, head.reference):
            yield _norm(head, start, end)


def _titles(line: str, head: Head) -> Iterator[Meaning]:
    for start, end in _places(line, head.title):
        yield _norm(head, start, end)


def _norm(head: Head, start: int, end: int) -> Meaning:
    editions = head.anatomy.editions if head.anatomy else ()
    cited = [each.edition.cited for each in editions if each.edition]
    citations = [str(each) for some in (head.cited, *cited) for each in some.citations]
    return Meaning(start, end, head.kind, head.title, head.id,
                   citations=tuple(dict.fromkeys(citations)), declared=head.span)  # fmt: skip


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
