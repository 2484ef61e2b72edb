"""Days and years by the names that say most."""

import attrs

from hjemmel.check.names import THE_DAY
from hjemmel.syntax import tree

_THIS_YEAR = tree.Name("vurderingsåret")
_YEARS = {-1: tree.Name("fjoråret"), -2: tree.Name("forfjor")}


def with_named_years(of: tree.Clause) -> tree.Clause:
    """What is written with every year by its name: «fjoråret» of «året før kalenderåret for …»."""
    named = _renamed(of)
    assert isinstance(named, tree.Clause)
    return named


def day_with_named_years(of: tree.Expression) -> tree.Expression:
    """The same of a day or a year."""
    named = _renamed(of)
    assert isinstance(named, tree.Expression)
    return named


def _renamed(of: object) -> object:
    if isinstance(of, tuple):
        return tuple(map(_renamed, of))
    if not attrs.has(kind := type(of)):
        return of
    parts = {each.name: getattr(of, each.name) for each in attrs.fields(kind)}
    new = {name: _renamed(part) for name, part in parts.items()}
    return _named(of if new == parts else kind(**new))


def _named(of: object) -> object:
    match of:
        case tree.YearOf(tree.Name(words)) if words.casefold() == THE_DAY:
            return _THIS_YEAR
        case tree.YearAfter(number, base) if base == _THIS_YEAR and number in _YEARS:
            return _YEARS[number]
        case tree.YearAfter(1 | -1 as number, tree.YearAfter(inner, base)) if (
            base == _THIS_YEAR and number + inner in _YEARS
        ):
            return _YEARS[number + inner]
        case tree.YearAfter(number, tree.YearOf(day)):
            return tree.YearAfter(number, day)
        case tree.YearAfter(-1, tree.Name("fjoråret")):
            return _YEARS[-2]
        case _:  # it has no other name
            return of


def clamped(of: tree.Expression) -> tree.Expression:
    """«B, men tidligst C og aldri etter A» of «den tidligste av A og den seneste av B og C»."""
    match of:
        case tree.Extreme(which, bound, tree.Extreme(other, one, two)) if which != other:
            base, limit = (two, one) if _is_written(one) and not _is_written(two) else (one, two)
            first = "tidligst" if other == "seneste" else "senest"
            return tree.Clamped(base, first, limit, bound)
        case _:  # it is not kept within two bounds
            return of


def _is_written(of: tree.Expression) -> bool:
    return isinstance(of, (tree.Day, tree.DayIn))
