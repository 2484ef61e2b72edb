"""Sentences of a group as text: «alle steder som …, har …», «hver region har …»."""

from collections.abc import Callable
from typing import assert_never

from hjemmel.syntax import tree
from hjemmel.syntax.numerals import in_words
from hjemmel.syntax.show_names import group, name
from hjemmel.syntax.verbs import begins_with_verb, denied_at

Shown = Callable[[tree.Clause], str]
Sentence = tree.OfEntries | tree.EachHas | tree.Counted | tree.Impersonal


def sentence(of: Sentence, set_in: Shown, clause: Shown) -> str:
    """A sentence; `set_in` shows a clause after «der», and `clause` one that stands alone."""
    match of:
        case tree.OfEntries():
            return _of_entries(of, set_in, clause)
        case tree.EachHas(word, of_whom, parts):
            return " eller ".join(_of_each(f"{word} {group(of_whom)}", of_whom, parts, clause))
        case tree.Counted(owner, quantity, of_what, filters):
            passing = _filters(filters, set_in)
            return f"{name(owner)} {_many(quantity)} {group(of_what)}{passing}"
        case tree.Impersonal(said):
            return f"det er {name(said) if isinstance(said, tree.Name) else clause(said)}"
        case _:
            assert_never(of)


def _of_each(
    start: str, of_whom: tree.Name, parts: tuple[tree.Clause, ...], clause: Shown
) -> list[str]:
    """What is said of each. «hver region er blant … eller har …» begins without an «eller», where
    the name of the group says nothing itself."""
    said = [_said(each, clause) for each in parts]
    match parts:
        case (tree.Among(), _, *_) if denied_at(of_whom.words.split()) is None:
            return [f"{start} {said[0]}", *said[1:]]
        case _:
            return [start, *said]


def _of_entries(of: tree.OfEntries, set_in: Shown, clause: Shown) -> str:
    start = f"{_many(of.quantity)} {group(of.group)}{_filters(of.filters, set_in)}"
    start = " eller ".join([start, *map(name, of.others)])
    if of.said is None:
        return start
    return f"{start}{',' if of.filters else ''} {_said(of.said, clause)}"


def _many(of: tree.Quantity) -> str:
    if not of.number:
        return of.word
    return f"{of.word} {of.spelled if of.number == 1 and of.spelled else in_words(of.number)}"


def _filters(of: tuple[tree.Clause, ...], set_in: Shown) -> str:
    """« som …», where all is said of the entries themselves; else « der …»."""
    if not of:
        return ""
    if all(map(_is_of_entry, of)):
        return f" som {' og som '.join(_said(each, set_in) for each in of)}"
    return f" der {' og der '.join(map(set_in, of))}"


def _is_of_entry(of: tree.Clause) -> bool:
    """Whether a clause has the entry for a subject that goes without saying."""
    match of:
        case tree.Is(left=left) | tree.Bound(left=left) | tree.Among(value=left):
            return left == _ENTRY
        case tree.Claim(claimed):
            return begins_with_verb(claimed.words)
        case _:  # the others are about the case
            return False


_ENTRY = tree.Name(tree.THE_ENTRY)


def _said(of: tree.Clause, shown: Shown) -> str:
    """What is said, without the subject that goes without saying."""
    match of:
        case tree.Claim(claimed, denied, negated=True):
            words = " ".join(filter(None, (claimed.words, denied.words if denied else "")))
            at = denied_at(words.split())
            whole = f"ikke {name(tree.Name(words))}"
            return whole if denied is None or at == 1 else shown(of)
        case _:
            return shown(of).removeprefix(f"{tree.THE_ENTRY} ")
