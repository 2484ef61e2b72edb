"""Counts and what is covered: «… har steder ved nøyaktig to …», «hver region har …»."""

from attrs import evolve

from hjemmel.check.tables import Tables
from hjemmel.core.schema import FieldDeclaration
from hjemmel.editing.renewing.left import Offer
from hjemmel.editing.renewing.lists import ONE, KnownList, list_called
from hjemmel.editing.renewing.place import Place
from hjemmel.editing.renewing.predicates import predicate, verb_of
from hjemmel.syntax import tree
from hjemmel.syntax.show_expressions import clause as in_words

_JOINTS = ("av", "i", "ved", "fra", "til", "på", "hos", "for", "med")
_WORDS = {"minst": "minst", "høyst": "høyst", "inntil": "høyst", "mer enn": "mer enn",
          "mindre enn": "færre enn"}  # fmt: skip

Count = tree.CountOf | tree.CountDistinct


def many(clause: tree.Clause) -> tuple[Count, tree.Quantity] | None:
    """What is counted in «antallet av L er minst 2», and how many there are to be."""
    match clause:
        case tree.Bound(tree.CountOf() | tree.CountDistinct() as count, relation, tree.Number(at)):
            word = _WORDS[relation]
        case tree.Is(tree.CountOf() | tree.CountDistinct() as count, (tree.Number(at),), False):
            word = "nøyaktig"
        case _:  # it counts nothing, or up to what only the case tells
            return None
    return (count, tree.Quantity(word, int(at))) if at.isdigit() and int(at) else None


def counted(place: Place, count: Count, of: tree.Quantity, tables: Tables) -> Offer:
    """«tjenesten har minst to steder», «tjenesten har steder ved nøyaktig to helseforetak»."""
    if isinstance(count, tree.CountDistinct):
        return _different(place, count.column, of, tables)
    known = list_called(place, count.source, tables)
    if known is None:
        return Offer((), "listen står i en oppføring")
    if known.entry is None and verb_of(known.field) and not count.filters:
        return _listed(known, of)
    number, group = known.had(of)
    if not group:
        return Offer((), known.lacking(of))
    return _counted(known, "har", number, group, count.filters)


def _different(
    place: Place, column: tree.Name | tree.Column, of: tree.Quantity, tables: Tables
) -> Offer:
    if isinstance(column, tree.Name):
        return Offer((), "det er verdiene i en liste uten oppføring som telles")
    known = list_called(place, column.source, tables)
    if known is None or known.entry is None:
        return Offer((), "det er verdiene i en liste uten oppføring som telles")
    if column.filters:
        return Offer((), "bare noen av oppføringene telles")
    field = next(each for each in known.entry.fields if each.key == tables.fact(column.field).name)
    joint = _joint(field)
    if not joint:
        return Offer((), f"opplysningen «{field.name}» har ingen form med verb og «ved», «i» "
                         f"eller «fra»: «opplysning {field.name}, …, er …»")  # fmt: skip
    article = place.genders.article(column.field.words)
    number = evolve(of, spelled=ONE.get(article, "")) if of.number == 1 else of
    return _counted(known, f"har {known.field.name} {joint}", number, column.field.words, ())


def _joint(field: FieldDeclaration) -> str:
    """«ved» of «ligger ved»."""
    last = verb_of(field).split()[-1:]
    return "".join(each for each in last if each in _JOINTS)


def _listed(known: KnownList, of: tree.Quantity) -> Offer:
    """«har levert rapport for minst 2 driftsår»: values have no other noun than the list's. Its
    last word alone, but where that is a length of time, which has to be quoted: «år»."""
    owner = tree.Name(f"{known.record.definite} {verb_of(known.field)}")
    nouns = dict.fromkeys((known.field.name.rpartition(" ")[2], known.field.name))
    texts = (in_words(tree.Counted(owner, of, tree.Name(each), ())) for each in nouns)
    return Offer(tuple(sorted(texts, key=lambda text: "«" in text)))


def _counted(
    known: KnownList, verb: str, of: tree.Quantity, group: str, filters: tuple[tree.Clause, ...]
) -> Offer:
    owner = tree.Name(f"{known.record.definite} {verb}")
    return Offer((in_words(tree.Counted(owner, of, tree.Name(group), filters)),))


def covered(place: Place, clause: tree.CoversEach, tables: Tables) -> Offer:
    """«hver region er blant L», «hver region har et medlem i gruppen»."""
    word = "hvert" if place.genders.article(clause.enumeration.words) == "et" else "hver"
    each = clause.enumeration.words
    if isinstance(clause.left, tree.Name):
        return Offer((f"{word} {each} er blant {clause.left.words}",))
    known = list_called(place, clause.left.source, tables)
    if known is None:
        return Offer((), "listen står i en oppføring")
    if not known.one:
        return Offer((), known.lacking(tree.Quantity("minst", 1)))
    filters = clause.left.filters
    found = [predicate(place, known.entry, one).said for one in filters]
    said = tuple(one for one in found if one is not None)
    picked = said if len(said) == len(filters) else filters
    start = tree.Name(f"{each} har {known.one}")
    return Offer((in_words(tree.OfEntries(tree.Quantity(word, 0), start, picked, None)),))


def series(place: Place, clause: tree.CoversSpan, tables: Tables) -> Offer:
    """«driften har levert rapport for hvert år fra A til og med B»."""
    if not isinstance(clause.left, tree.Name):
        return Offer((), "det er en opplysning i hver oppføring som dekker tiden")
    known = list_called(place, clause.left, tables)
    if known is None:
        return Offer((), "listen står i en oppføring")
    verb = verb_of(known.field)
    if not verb:
        name = known.field.name
        return Offer((), f"opplysningen «{name}» har ingen form med verb: "
                         f"«opplysning {name}, …, er …»")  # fmt: skip
    said = tree.Name(f"{known.record.definite} {verb}")
    return Offer((in_words(tree.HasEach(said, clause.unit, clause.first, clause.last)),))
