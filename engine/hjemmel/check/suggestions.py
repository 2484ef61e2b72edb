"""What an unknown name may have been meant for: first in the part of the case that it is about."""

from collections.abc import Sequence

from attrs import frozen

from hjemmel.check.names import NamedFact, of_the_case
from hjemmel.core.schema import RecordDeclaration, Schema
from hjemmel.diagnostics.suggest import nearest
from hjemmel.source.span import Span

NOT_DECLARED = "erklær opplysningen, eller rett navnet"


@frozen
class Meant:
    """A fact that a name may have been meant for. `elsewhere` is the part of the case that the
    author named instead, empty where it is the same."""

    written: str
    declared: Span | None
    elsewhere: str = ""

    @property
    def question(self) -> str:
        """The suggestion as it is put to the author."""
        where = f"{self.elsewhere} har ikke noe slikt. " if self.elsewhere else ""
        return f"{where}{'M' if where else 'm'}ente du «{self.written}»?"


def replacement(of: Meant | None) -> str:
    """What may be written instead, where that is all there is to it."""
    return of.written if of and not of.elsewhere else ""


def meant_fact(schema: Schema, words: str, options: Sequence[NamedFact]) -> Meant | None:
    """The fact most like the words: of the part that they name, else of any.

    The owner is left out of the comparison: two facts of one part are not alike for that.
    """
    owner = named_owner(schema, words)
    if owner is None:
        return _nearest(words, {each.written: each for each in options}) or _nearest(
            words, _rests(schema, options)
        )
    rest = _rest(owner, words)
    own = [each for each in options if each.fact.subject == owner.key]
    return (
        _nearest(rest, _rests(schema, own))
        or _nearest(rest, _rests(schema, options), owner.definite)
        or _nearest(words, {each.written: each for each in own})
    )


def named_owner(schema: Schema, words: str) -> RecordDeclaration | None:
    """The part of the case that the words begin with: «søknadens …», «søknaden …»."""
    folded = words.casefold()
    forms = [
        (form, each)
        for each in of_the_case(schema)
        for form in (each.genitive, each.definite)
        if folded.startswith(f"{form.casefold()} ")
    ]
    return max(forms, key=lambda each: len(each[0]))[1] if forms else None


def owner_first(schema: Schema) -> str:
    """How the owner of a fact is written in front of it, with one that the rulebook has."""
    genitives = [each.genitive for each in of_the_case(schema)]
    return f"skriv eieren foran («{genitives[0]} …»), " if genitives else ""


def _rests(schema: Schema, options: Sequence[NamedFact]) -> dict[str, NamedFact]:
    """The facts by what their names are without the owner; the first of those called the same."""
    records = {each.key: each for each in of_the_case(schema)}
    found: dict[str, NamedFact] = {}
    for each in options:
        owner = records.get(each.fact.subject)
        found.setdefault(_rest(owner, each.written) if owner else each.written, each)
    return found


def _rest(owner: RecordDeclaration, words: str) -> str:
    """The words without the form of the owner that they begin with."""
    forms = sorted((owner.genitive, owner.definite), key=len, reverse=True)
    starts = (len(form) for form in forms if words.casefold().startswith(f"{form.casefold()} "))
    return words[next(starts, 0) :].strip()


def _nearest(words: str, options: dict[str, NamedFact], elsewhere: str = "") -> Meant | None:
    near = nearest(words, options)
    if not near:
        return None
    found = options[near[0]]
    return Meant(found.written, found.declared if found.declared.line else None, elsewhere)
