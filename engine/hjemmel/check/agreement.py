"""«minst én sted»: a word that does not agree with its noun, as far as forms are declared."""

from collections.abc import Iterator

from hjemmel.check import problems_sentences
from hjemmel.check.checking import Checking
from hjemmel.check.runs import has_article
from hjemmel.core.genders import genders_of
from hjemmel.core.schema import Schema
from hjemmel.source.span import Span
from hjemmel.syntax import tree

_BY_GENDER = {
    "én": ("én", "ett"),
    "ett": ("én", "ett"),
    "hver": ("hver", "hvert"),
    "hvert": ("hver", "hvert"),
    "en": ("en", "et"),
    "ei": ("en", "et"),
    "et": ("en", "et"),
}
"""What stands before a noun, of each gender: common, neuter. «ei» is one with «en»."""


def check_agreement(ctx: Checking, clause: tree.Clause) -> None:
    """Warn of each word in a sentence that has the other gender, or the other number."""
    for word, noun, span in _pairs(clause):
        wanted = _wanted(ctx.schema, word, noun)
        if wanted:
            ctx.report(problems_sentences.disagrees(f"{word} {noun}", wanted, span))


def _pairs(clause: tree.Clause) -> Iterator[tuple[str, str, Span]]:
    """Each word that follows the gender or number of a noun, with the first word after it."""
    match clause:
        case tree.OfEntries(quantity, group) | tree.Counted(_, quantity, group):
            word = quantity.spelled if quantity.number == 1 else quantity.word
            yield word, group.words.split()[0], clause.span
        case tree.EachHas(word, group):
            yield word, group.words.split()[0], clause.span
        case tree.Is(_, values):
            for each in values:
                if isinstance(each, tree.Name) and has_article(each.words):
                    article, _, noun = each.words.partition(" ")
                    yield article, noun, each.span
        case _:  # no such word is in it
            return


def _wanted(schema: Schema, word: str, noun: str) -> str:
    """How the two should be written; empty where they agree, or nothing declared tells."""
    lower = word.casefold()
    if lower == "alle":
        return _in_plural(schema, word, noun)
    gender = genders_of(schema).article(noun) if lower in _BY_GENDER or lower == "intet" else ""
    if not gender:
        return ""
    if lower == "intet":
        return f"ingen {noun}" if gender == "en" else ""
    common, neuter = _BY_GENDER[lower]
    right = neuter if gender == "et" else common
    agrees = right == lower or (lower == "ei" and gender == "en")
    return "" if agrees else f"{right} {noun}"


def _in_plural(schema: Schema, word: str, noun: str) -> str:
    for each in schema.records:
        if each.many and noun.casefold() == each.key.casefold() != each.many.casefold():
            return f"{word} {each.many}"
    return ""
