"""Which article a noun has, as far as the declared forms say: none is guessed."""

from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from hjemmel.core.schema import ASSESSMENTS, FieldDeclaration, Schema
from hjemmel.core.types import Listed

_SHORTEST = 5
"""A word that others end in, «behandlingstjeneste» in «tjeneste», has at least so many letters."""


@frozen
class Genders:
    """The article of each noun of which a definite form is declared, by its last word."""

    known: dict[str, str]

    def article(self, noun: str) -> str:
        """«en» or «et»; empty where nothing declared tells."""
        last = noun.casefold().split()[-1]
        if last in self.known:
            return self.known[last]
        within = {self.known[each] for each in self.known
                  if len(each) >= _SHORTEST and last.endswith(each)}  # fmt: skip
        return within.pop() if len(within) == 1 else ""


@lru_cache(maxsize=4)
def genders_of(schema: Schema) -> Genders:
    """What the declared forms of a schema say; nothing of a noun of which they say two things."""
    found: dict[str, set[str]] = {}
    for noun, definite in _forms(schema):
        told = article(noun, definite)
        if noun and told:
            found.setdefault(noun.casefold().split()[-1], set()).add(told)
    return Genders({noun: told.pop() for noun, told in found.items() if len(told) == 1})


def _forms(schema: Schema) -> Iterator[tuple[str, str]]:
    """Nouns with their definite forms."""
    for record in schema.records:
        if record.key != ASSESSMENTS:
            yield record.key.replace("_", " "), record.one if record.entry else record.definite
        yield from ((each.name, each.form) for each in record.fields if not _is_several(each))
    for term in schema.enumerations:
        yield from zip(term.values, term.definites, strict=False)


def _is_several(field: FieldDeclaration) -> bool:
    """«barn, barna»: of several, «-a» tells no gender."""
    return isinstance(field.type, Listed) and field.form.endswith("a")


def article(noun: str, definite: str) -> str:
    """«et» of «medlem, medlemmet» and «det regionale helseforetaket», «en» of «tjenesten»."""
    first, _, rest = definite.casefold().partition(" ")
    if rest:
        return {"den": "en", "det": "et"}.get(first, "")
    stem = noun.casefold().removesuffix("e")
    if not first.startswith(stem) or first == noun.casefold():
        return ""
    known = {"en": "en", "a": "en", "et": "et"}
    return next((told for ending, told in known.items() if first.endswith(ending)), "")
