"""A name that is known, not known, one of several, or none of some."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from hjemmel.backends.symbolic.logic import Bit, Size, conj, disj, either, equal, negation, total

REST = -1
"""The names that nobody can think of: those that a name may be that is only known not to be
some."""


@frozen(eq=False)
class Name:
    """Its number where it is `known`, and where `several` is set, those that it may be."""

    code: Size
    known: Bit
    several: Bit = False
    among: Mapping[int, Bit] = field(factory=dict)

    def may_be(self, code: int) -> Bit:
        """Something is known of it, and that it is this one is not ruled out."""
        is_one = conj([self.known, equal(self.code, code)])
        return disj([is_one, conj([self.several, self.among.get(code, False)])])


def alike(left: Name, right: Name) -> Bit:
    """Both known, and the same."""
    return conj([left.known, right.known, equal(left.code, right.code)])


def unlike(left: Name, right: Name, codes: Sequence[int]) -> Bit:
    """They surely are different."""
    both = conj([left.known, right.known, negation(equal(left.code, right.code))])
    if left.several is False and right.several is False:
        return both
    told = conj([disj([each.known, each.several]) for each in (left, right)])
    is_open = disj([left.several, right.several])
    return disj([both, conj([told, is_open, _apart(left, right, codes)])])


def _apart(left: Name, right: Name, codes: Sequence[int]) -> Bit:
    shared = (conj([left.may_be(each), right.may_be(each)]) for each in (*codes, REST))
    return negation(disj(shared))


def within(value: Name, allowed: Sequence[Name], codes: Sequence[int]) -> Bit:
    """Each that it may be is one of those allowed that are known."""
    single = disj([alike(value, each) for each in allowed])
    if value.several is False:
        return single
    every = [negation(value.among.get(REST, False))]
    for code in codes:
        one = disj([conj([each.known, equal(each.code, code)]) for each in allowed])
        every.append(disj([negation(value.among.get(code, False)), one]))
    return disj([single, conj([value.several, *every])])


Entries = Sequence[tuple[Bit, Name]]
"""For each entry of a list, whether it counts, and its name."""


def least(entries: Entries, codes: Sequence[int]) -> Size:
    """How many different names there are at the least."""
    known, others = _different(entries), []
    has = _had(entries, codes)
    for counts, name in entries:
        if name.known is True:
            continue
        nothing = conj([counts, negation(name.known), negation(_is_one_of(name))])
        others.append(conj([nothing, equal(known, 0)]))
        if name.several is not False:
            met = disj(conj([name.among.get(code, False), bit]) for code, bit in has.items())
            others.append(conj([counts, _is_one_of(name), negation(met)]))
    return known + either(disj(others), 1, 0)


def most(entries: Entries, codes: Sequence[int]) -> Size:
    """How many there may be at the most."""
    known = _different(entries)
    unknown = [conj([c, negation(n.known), negation(_is_one_of(n))]) for c, n in entries]
    several = [(conj([c, _is_one_of(n)]), n) for c, n in entries]
    if all(each is False for each, _ in several):
        return known + total(unknown)
    has, found = _had(entries, codes), known + total(unknown)
    found = found + total(
        conj([bit, disj(conj([name.among.get(code, False), negation(had)])
                        for code, had in has.items())])
        for bit, name in several
    )  # fmt: skip
    together = total(
        disj([had, *(conj([bit, name.among.get(code, False)]) for bit, name in several)])
        for code, had in has.items()
    )
    is_closed = conj([negation(disj(unknown)), _is_less(together, found)])
    return either(is_closed, together, found)


def _had(entries: Entries, codes: Sequence[int]) -> dict[int, Bit]:
    """For each name that an entry may have, whether one of those that count is known to have it."""
    if all(name.among for _, name in entries):
        codes = sorted({code for _, name in entries for code in name.among} - {REST})
    return {
        code: disj(conj([c, n.known, equal(n.code, code)]) for c, n in entries) for code in codes
    }


def _is_less(left: Size, right: Size) -> Bit:
    return left < right


def _is_one_of(name: Name) -> Bit:
    """It is one of several; what it only is not, says nothing here."""
    return conj([name.several, negation(name.among.get(REST, False))])


def _different(entries: Entries) -> Size:
    """How many different names that are known: each counts where it is met first."""
    found: list[Any] = []
    for at, (counts, name) in enumerate(entries):
        before = [conj([c, n.known, equal(n.code, name.code)]) for c, n in entries[:at]]
        found.append(conj([counts, name.known, negation(disj(before))]))
    return total(found)
