"""Where a sentence stands now, where that is another place than the account has."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from hjemmel.source.parts import Path, path_of
from hjemmel.source.provisions import provision, sign_of
from hjemmel.traceability.editions.fates import Shift
from hjemmel.traceability.editions.matching import Pairer, Pairing
from hjemmel.traceability.editions.places import Stated
from hjemmel.traceability.ledger import Entry


@frozen
class Shifts:
    """The order of the sentences of each provision, before and now.

    A number that the account itself has given is compared by the order of its sentences; a part
    of a law, by what the text says, where something in the provision is otherwise at all.
    """

    entries: Mapping[str, Entry]
    now: Sequence[Stated]
    steady: frozenset[str]
    homes: Mapping[int, str]
    ranks: Mapping[int, int]
    before: Mapping[str, int]
    names: Mapping[str, str]

    @classmethod
    def of(
        cls,
        entries: Mapping[str, Entry],
        now: Sequence[Stated],
        pairing: Pairing,
        names: Mapping[str, str],
    ) -> "Shifts":
        """The orders."""
        pairer = Pairer(entries, now, {}, dict(pairing.at))
        olds: dict[str, list[str]] = {}
        for old in entries:
            olds.setdefault(pairer.home(old), []).append(old)
        steady = {each for of in olds.values() for each in pairer.steady(of)}
        homes = _homes(pairer, pairing)
        ranks: dict[int, int] = {}
        counts: dict[str, int] = {}
        for number, home in sorted(homes.items()):
            ranks[number] = counts[home] = counts.get(home, 0) + 1
        before = {old: at for of in olds.values() for at, old in enumerate(of, 1)}
        return cls(entries, now, frozenset(steady), homes, ranks, before, names)

    def shift(self, old: str, number: int) -> Shift | None:
        """Where a sentence has come from and gone to; None where it stands as it stood."""
        entry, each = self.entries[old], self.now[number]
        home = provision(entry.provision)
        place = each.place(sign_of(home))
        if place and place != home:
            return Shift(self.stood(old), self.told(number, entry.source), is_moved=True)
        if not place:
            return None
        if old not in self.steady:
            return Shift(self.stood(old), self.told(number, entry.source), is_moved=True)
        if self.ranks.get(number) == self.before[old]:
            return None
        if not entry.part.isdecimal() and not _differ(path_of(entry.part), path_of(each.part)):
            return None
        return Shift(self.stood(old), self.told(number, entry.source), is_moved=False)

    def stood(self, old: str) -> str:
        """Where a sentence of the account stands, by what its source is called."""
        entry = self.entries[old]
        name = self.names.get(entry.source, entry.source)
        return f"{name}{entry.place.removeprefix(entry.source)}"

    def told(self, number: int, source: str) -> str:
        """Where a new sentence stands, in the way that the account tells of such."""
        name = self.names.get(source, source)
        return " ".join(filter(None, (name, self.place(number), self.part(number, "nr. "))))

    def place(self, number: int) -> str:
        """The provision that a new sentence is of; empty where nothing says which."""
        return self.homes.get(number) or self.now[number].own_place

    def source(self, number: int) -> str:
        """The source that a new sentence is of: that of its provision, or of such provisions."""
        place = self.place(number)
        same = (e.source for e in self.entries.values() if provision(e.provision) == place)
        alike = (e.source for e in self.entries.values()
                 if sign_of(provision(e.provision)) == sign_of(place))  # fmt: skip
        every = (e.source for e in self.entries.values())
        return next(iter((*same, *alike, *every)), "")

    def part(self, number: int, before_number: str = "") -> str:
        """The part that a new sentence has: a number where its provision is numbered so."""
        place = self.place(number)
        here = [each.part for each in self.entries.values() if provision(each.provision) == place]
        like = here or [each.part for each in self.entries.values()
                        if sign_of(provision(each.provision)) == sign_of(place)]  # fmt: skip
        if like and all(each.isdecimal() for each in like):
            return f"{before_number}{self.ranks.get(number, 0)}"
        part = self.now[number].part
        is_single = not any(each.part.startswith("andre ledd") for n, each in enumerate(self.now)
                            if self.place(n) == place)  # fmt: skip
        names_none = here and not any("ledd" in each for each in here)
        if is_single and (names_none or not here):
            return part.removeprefix("første ledd").strip()
        return part


def _homes(pairer: Pairer, pairing: Pairing) -> Mapping[int, str]:
    """The provision that each new sentence is of: its own, or that of its known neighbours."""
    known = {number: old for old, (number, _) in pairing.at.items()}
    found: dict[int, str] = {}
    last: dict[int, str] = {}
    for number, each in enumerate(pairer.now):
        old = known.get(number)
        if old is not None and pairer.is_home_now(old):
            found[number] = last[each.section] = pairer.home(old)
        elif old is not None:
            sign = sign_of(pairer.home(old))
            found[number] = each.place(sign) or each.own_place
        else:
            found[number] = last.get(each.section) or each.own_place
    return found


def _differ(one: Path, another: Path) -> bool:
    """Whether two parts are two, as far as both name the same steps."""
    steps = {each.unit: each.numbers for each in another}
    return any(each.unit in steps and steps[each.unit] != each.numbers for each in one)
