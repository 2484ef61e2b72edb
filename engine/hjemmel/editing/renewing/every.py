"""«hver region har et av stedene eller er blant de øvrige», where each is named by itself."""

from collections.abc import Iterator

from attrs import frozen

from hjemmel.check.references import Constant
from hjemmel.check.tables import Tables
from hjemmel.core.types import Enumerated, Registered
from hjemmel.editing.renewing.lists import list_called
from hjemmel.editing.renewing.place import Place
from hjemmel.syntax import tree

Clauses = tuple[tree.Clause, ...]


@frozen
class _Kind:
    """What several clauses must share to be one: a closed list, and what its values are had by."""

    values: Enumerated | Registered
    said: tuple[str, ...]


def said_of_every(place: Place, clauses: Clauses) -> Clauses:
    """The clauses, with those that together say the same of every value as one."""
    kinds = [_kind(place, each) for each in clauses]
    for kind in dict.fromkeys(each for each in kinds if each is not None):
        those = tuple(each for each, of in zip(clauses, kinds, strict=True) if of == kind)
        found = place.clause(f"hver {kind.values.name} {' eller '.join(kind.said)}")
        if len(those) > 1 and found is not None and place.agree_together(those, found):
            others = [each for each in clauses if not any(each is one for one in those)]
            others.insert(clauses.index(those[0]), found)
            return said_of_every(place, tuple(others))
    return clauses


def _kind(place: Place, clause: tree.Clause) -> _Kind | None:
    if not isinstance(clause, tree.Either):
        return None
    tables = place.checked(clause)
    if tables is None:
        return None
    parts = [_part(place, each, tables) for each in clause.clauses]
    found = [each for each in parts if each is not None]
    values = {of for of, _ in found}
    if len(found) < len(parts) or len(values) > 1:
        return None
    return _Kind(values.pop(), tuple(said for _, said in found))


def _part(
    place: Place, clause: tree.Clause, tables: Tables
) -> tuple[Enumerated | Registered, str] | None:
    """The closed list of which one value is in a list, and how it is said of each."""
    match clause:
        case tree.Exists(tree.Quantity("minst", 1), source, (tree.Is(_, (value,), False),)):
            kind = _kind_of(value, tables)
            said = next(_said(place, source, tables), "")
            return (kind, said) if kind and said else None
        case _:  # something else is said
            return None


def _kind_of(value: tree.Expression, tables: Tables) -> Enumerated | Registered | None:
    constant = tables.references.get(value)
    if isinstance(constant, Constant) and isinstance(constant.type, (Enumerated, Registered)):
        return constant.type
    return None


def _said(place: Place, source: tree.Name, tables: Tables) -> Iterator[str]:
    known = list_called(place, source, tables)
    if known is not None:
        yield f"har {known.one}" if known.one else f"er blant {known.path}"
