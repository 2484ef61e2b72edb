"""«det finnes minst 1 blant L der …» and «for alle blant L gjelder at …», said of the entries."""

from collections.abc import Iterator

from hjemmel.check.tables import Tables
from hjemmel.editing.renewing.left import Offer
from hjemmel.editing.renewing.lists import KnownList, list_called
from hjemmel.editing.renewing.place import Place
from hjemmel.editing.renewing.predicates import Predicate, denied, predicate
from hjemmel.syntax import tree
from hjemmel.syntax.show_expressions import clause as in_words

_ENTRY = tree.Name(tree.THE_ENTRY)
_NOT_KNOWN = Offer((), "listen står i en oppføring")
_ALL = tree.Quantity("alle", 0)
_NONE = tree.Quantity("ingen", 0)


def exists(place: Place, clause: tree.Exists, tables: Tables) -> Offer:
    """«minst ett sted har avtale»; «A er blant L»; «tjenesten har minst to steder der …»."""
    if among := _among(clause):
        return Offer((in_words(among),))
    known = list_called(place, clause.source, tables)
    if known is None:
        return _NOT_KNOWN
    said = _said(place, known, clause.quantity, clause.filters)
    had = tuple(_had(known, clause))
    return Offer((*said.texts, *had), said.why or known.lacking(clause.quantity))


def _among(clause: tree.Exists) -> tree.Among | None:
    """«det finnes minst 1 blant L der oppføringen er A»."""
    many = clause.quantity
    if not (many.word == "ingen" or (many.word, many.number) == ("minst", 1)):
        return None
    match clause.filters:
        case (tree.Is(left, (value,), False),) if left == _ENTRY:
            return tree.Among(value, clause.source, many.word == "ingen")
        case _:  # more is asked than whether it is there
            return None


def _had(known: KnownList, clause: tree.Exists) -> Iterator[str]:
    """«tjenesten har minst to steder der …»."""
    many, group = known.had(clause.quantity)
    if group and many.number:
        owner = tree.Name(f"{known.record.definite} har")
        yield in_words(tree.Counted(owner, many, tree.Name(group), clause.filters))


def for_each(place: Place, clause: tree.ForEach, tables: Tables) -> Offer:
    """«alle steder som …, har avtale», «ingen av stedene …»."""
    known = list_called(place, clause.source, tables)
    if known is None:
        return _NOT_KNOWN
    many, body = clause.quantity, clause.body
    match many.word:
        case "alle" if len(body) > 1:
            return Offer((), "det sier flere ting om hver: skriv dem som hvert sitt ledd")
        case "alle" if other := denied(body[0]):
            return _said(place, known, _NONE, (other,))
        case "ingen":
            return _of_none(place, known, body)
        case _:  # so many of them
            return _said(place, known, many, body)


def _of_none(place: Place, known: KnownList, body: tuple[tree.Clause, ...]) -> Offer:
    """None that are so and not so: all that are so, are so too."""
    for at, each in enumerate(body):
        if other := denied(each):
            rest = (*body[:at], *body[at + 1 :], other)
            return _said(place, known, _ALL, rest)
    return _said(place, known, _NONE, body)


def _said(
    place: Place, known: KnownList, many: tree.Quantity, clauses: tuple[tree.Clause, ...]
) -> Offer:
    """The last clause said of those that the others pick out."""
    number, group = known.counted(many)
    if many.word == "alle" and any(isinstance(each, tree.Is) for each in clauses):
        each, of_each = known.each
        number, group = (each, of_each) if of_each else (number, group)
    if not group:
        return Offer((), known.lacking(many))
    if not clauses or (number.number == 0 and number.word in ("høyst", "nøyaktig", "minst")):
        return Offer(())
    found = [predicate(place, known.entry, each) for each in clauses]
    *filters, said = [each.said for each in found]
    if said is None or None in filters:
        return Offer((), _why(found))
    picked = tuple(each for each in filters if each is not None)
    return Offer((_sentence(number, group, picked, said),))


def _why(found: list[Predicate]) -> str:
    return next(each.why for each in found if each.said is None)


def _sentence(
    many: tree.Quantity, group: str, picked: tuple[tree.Clause, ...], said: tree.Clause
) -> str:
    return in_words(tree.OfEntries(many, tree.Name(group), picked, said))
