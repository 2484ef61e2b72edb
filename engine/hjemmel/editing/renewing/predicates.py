"""What is said of an entry, as it is said after its name: «har avtale», «er ny»."""

from attrs import evolve, frozen

from hjemmel.check.said import verbs_of
from hjemmel.core.schema import FieldDeclaration, RecordDeclaration
from hjemmel.core.types import Enumerated, Registered
from hjemmel.editing.renewing.place import Place
from hjemmel.syntax import tree
from hjemmel.syntax.verbs import begins_with_verb

_ENTRY = tree.Name(tree.THE_ENTRY)


@frozen
class Predicate:
    """What is said, and why, where it cannot be."""

    said: tree.Clause | None
    why: str = ""


def predicate(place: Place, entry: RecordDeclaration | None, clause: tree.Clause) -> Predicate:
    """A clause about an entry without its subject."""
    match clause:
        case tree.Claim(name):
            words = _without_owner(entry, name.words)
            if begins_with_verb(words):
                return Predicate(_as_declared(entry, evolve(clause, name=tree.Name(words))))
        case tree.Is(tree.Name() as left, values) if _is_owner(entry, left.words):
            return Predicate(tree.Is(_ENTRY, values, clause.negated))
        case tree.Is(tree.Name() as left, values):
            return _with_value(place, entry, left, values, clause)
        case _:  # of others the subject is something else
            pass
    return Predicate(None, "det som er sagt om oppføringen, har ingen form med verb")


def _is_owner(entry: RecordDeclaration | None, words: str) -> bool:
    owners = (tree.THE_ENTRY, entry.one if entry else "")
    return words.casefold() in [each.casefold() for each in owners if each]


def _without_owner(entry: RecordDeclaration | None, words: str) -> str:
    for owner in filter(None, (tree.THE_ENTRY, entry.one if entry else "")):
        if words.casefold().startswith(f"{owner.casefold()} "):
            return words[len(owner) + 1 :]
    return words


def _as_declared(entry: RecordDeclaration | None, said: tree.Claim) -> tree.Claim:
    """A claim in the form that is declared for what rules say: «drives av en aktør»."""
    words = f"{said.name.words} {said.denied.words}" if said.denied else said.name.words
    field = _field(entry, words)
    verb = verb_of(field) if field else ""
    return evolve(said, name=tree.Name(verb), denied=None) if verb else said


def verb_of(field: FieldDeclaration) -> str:
    """What says a fact with a verb: the form that is declared so, or a name that can be no noun.

    «bygger på» and «representerer» are verbs; «sektor» and «nummer» may be.
    """
    *_, last = ("", *verbs_of(field))
    is_sure = last == field.form or " " in last or last.endswith("erer")
    return last if is_sure else ""


def _with_value(
    place: Place, entry: RecordDeclaration | None, left: tree.Name,
    values: tuple[tree.Expression, ...], clause: tree.Is,
) -> Predicate:  # fmt: skip
    """«representerer en kommune», where a verb names the fact."""
    field = _field(entry, left.words)
    named = [each for each in values if isinstance(each, tree.Name) and not each.quoted]
    if field is None or len(named) < len(values):
        return Predicate(None, "bare en verdi med navn kan sies med et verb")
    verb = verb_of(field)
    if not verb:
        return Predicate(None, f"opplysningen «{field.name}» har ingen form med verb: "
                               f"«opplysning {field.name}, …, er …»")  # fmt: skip
    first, *others = [tree.Name(_with_article(place, field, each.words)) for each in named]
    claim = tree.Claim(tree.Name(f"{verb} {first.words}"), None, clause.negated,
                       others=tuple(others))  # fmt: skip
    return Predicate(claim)


def _field(entry: RecordDeclaration | None, words: str) -> FieldDeclaration | None:
    fields = entry.fields if entry else ()
    names = [words.casefold()]
    if entry and entry.one:
        names.append(words.casefold().removeprefix(f"{entry.one.casefold()}s "))
    return next((each for each in fields if each.name.casefold() in names), None)


def _with_article(place: Place, field: FieldDeclaration, value: str) -> str:
    """A value with its article, where it is a kind of which the article is known."""
    if not isinstance(field.type, Enumerated | Registered) or isinstance(field.type, Registered):
        return value
    values = place.schema.enumeration(field.type.name).values
    known = value.casefold() in [each.casefold() for each in values]
    article = place.genders.article(value) if known else ""
    return f"{article} {value}".strip()


def denied(clause: tree.Clause) -> tree.Clause | None:
    """What a clause denies; None where it denies nothing."""
    match clause:
        case tree.Claim(name, other, True):
            words = f"{name.words} {other.words}" if other else name.words
            return tree.Claim(tree.Name(words), None, False, others=clause.others)
        case tree.Is(negated=True):
            return evolve(clause, negated=False)
        case _:  # the others say something
            return None
