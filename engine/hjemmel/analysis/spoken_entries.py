"""What the entries of a list are called where something is said of each."""

from attrs import frozen

from hjemmel.core.genders import genders_of
from hjemmel.core.nodes import Fact
from hjemmel.core.schema import RecordDeclaration, Schema
from hjemmel.words.phrases import Bound, Names

ENTRY = "oppføringen"


@frozen
class Entry:
    """An entry in its definite form, and what stands before that; «ett sted», «én»; «medlemmer»."""

    noun: str
    article: str
    one: str
    many: str = ""


_ANY = Entry(ENTRY, "den", "én")


def entry_of(schema: Schema, bound: Bound) -> Entry:
    """«stedet», where that is declared and no part of the case is called the same."""
    record = schema.record(bound.record)
    if record is None or not record.one or _is_taken(schema, record):
        return _ANY
    noun = record.key.replace("_", " ")
    neuter = genders_of(schema).article(noun) == "et"
    article, one = ("det", "ett") if neuter else ("den", "én")
    counted = f"{one} {noun}" if record.many else one
    return Entry(record.one, article, counted, record.many)


def _is_taken(schema: Schema, of: RecordDeclaration) -> bool:
    """Whether another may be meant, or the form is none that stands by itself."""
    others = [each for each in schema.records if each != of]
    called = {one.casefold() for each in others for one in (each.definite, each.one, each.genitive)}
    return of.one.casefold() in called or not of.one.isalpha()


def levels_out(node: Fact, names: Names) -> int:
    """How many lists lie between a fact of an entry and the place where it is said."""
    around = list(names)
    return len(around) - 1 - around.index(node.subject) if node.subject in names else 0
