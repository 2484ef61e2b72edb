"""What may come next where somebody is writing."""

import re
from collections.abc import Iterator
from enum import Enum

from attrs import evolve, frozen

from hjemmel.editing.candidates import names_for
from hjemmel.editing.cursor import Cursor
from hjemmel.editing.declared import Declared
from hjemmel.syntax.lexicon import keywords
from hjemmel.syntax.next_words import Reached, reached
from hjemmel.syntax.parse import block_heads
from hjemmel.syntax.show_names import words as written

_NAME, _END = "ORD", "$END"
_LONGEST = 6
"""So many words the longest phrase of the language has."""
_ON_ITS_OWN_LINE = {"OG_LINJE": "og", "ELLER_NAR": "eller når"}


class Offer(Enum):
    """What is offered: a word of the language, or something that is declared."""

    KEYWORD = "ord i språket"
    FACT = "opplysning"
    VALUE = "verdi"
    PART = "del av saken"
    ASSESSMENT = "vurdering"
    TYPE = "type"
    HOLDER = "den som har det"
    SOURCE = "kilde"


@frozen
class Completion:
    """A text that may stand from a column of the line, from 1, to the cursor."""

    text: str
    offer: Offer
    column: int
    detail: str = ""


def completions(at: Cursor, declared: Declared, grammar: str) -> tuple[Completion, ...]:
    """The words and names that may stand at the cursor, each once; names before words."""
    if reached(at.context, grammar).stuck is not None:  # a line before has a mistake in it
        at = evolve(at, context=at.head)
    if at.at_line_start:
        found = [*_line_words(at, "", grammar)]
    else:
        found = [*_names(at, declared, grammar), *_keywords(at, grammar)]
    return tuple(dict.fromkeys(found))


# --- the words of the language ---------------------------------------------------------------


def _line_words(at: Cursor, typed: str, grammar: str) -> Iterator[Completion]:
    """The words that may open the line."""
    column = len(at.before) - len(typed) + 1
    ended = reached(at.context, grammar) if at.context else None
    if ended is None or _END in ended.accepts:
        yield from _spelled(block_heads(grammar), typed, column, grammar)
    if ended is not None:
        inside = reached(f"{at.head}\n  ", grammar)
        yield from _spelled(inside.accepts, typed, column, grammar)
        for terminal, words in _ON_ITS_OWN_LINE.items():
            if terminal in ended.accepts and words.startswith(typed.casefold()):
                yield Completion(words, Offer.KEYWORD, column)


def _keywords(at: Cursor, grammar: str) -> Iterator[Completion]:
    """Words of the language after what is written, or begun by the last words of it."""
    start = len(at.text) - len(at.before)
    here = reached(at.text, grammar)
    if here.stuck is not None:
        typed = at.text[here.stuck :].lstrip()
        if here.stuck >= start and "\n" not in typed:
            if not at.before[: here.stuck - start].strip():
                yield from _line_words(at, typed, grammar)
            else:
                yield from _spelled(here.accepts, typed, _column(at, typed), grammar)
        return
    if at.before.endswith(" "):
        yield from _spelled(here.accepts, "", len(at.before) + 1, grammar)
    for word in here.words[-_LONGEST:]:
        typed = at.text[word.start :]
        if word.start >= start and not typed.endswith(" "):
            accepts = reached(at.text[: word.start], grammar).accepts
            yield from _spelled(accepts, typed, _column(at, typed), grammar)


def _spelled(
    terminals: frozenset[str], typed: str, column: int, grammar: str
) -> Iterator[Completion]:
    words = keywords(grammar)
    begun = " ".join(typed.split()).casefold()
    for terminal in sorted(terminals):
        for each in words.get(terminal, ()):
            if each.startswith(begun) and each != begun and re.search(r"[a-zæøå]", each):
                yield Completion(each, Offer.KEYWORD, column)


def _column(at: Cursor, typed: str) -> int:
    return len(at.before) - len(typed) + 1


# --- what is declared ------------------------------------------------------------------------


def _names(at: Cursor, declared: Declared, grammar: str) -> Iterator[Completion]:
    """The declared names that fit, and begin with what is written of one."""
    here = reached(at.text, grammar)
    begins = _name_begins(at, here, grammar)
    if begins is None:
        return
    typed = at.text[begins:]
    begun = " ".join(typed.replace("«", "").split()).casefold()
    before = reached(at.text[:begins], grammar)
    for each in names_for(before, at.text[:begins], declared):
        if each.name.casefold().startswith(begun) and each.name.casefold() != begun:
            text = each.name if each.is_sentence else written(each.name)
            yield Completion(text, Offer(each.what), _column(at, typed), each.detail)


def _name_begins(at: Cursor, here: Reached, grammar: str) -> int | None:
    """Where the name at the cursor begins, if one may stand there."""
    start = len(at.text) - len(at.before)
    if here.stuck is not None:
        begins = here.stuck if at.text[here.stuck :].lstrip().startswith("«") else None
    else:
        begins = here.name[0].start if here.name else len(at.text)
    if begins is None or begins < start or not at.text[start:begins].strip():
        return None
    return begins if _NAME in reached(at.text[:begins], grammar).accepts else None
