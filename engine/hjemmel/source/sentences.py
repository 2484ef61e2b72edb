"""The sentences of the sources, known by id and citation; the texts stay outside."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from itertools import product

from attrs import field, frozen

from hjemmel.source.citation import Citation
from hjemmel.source.parts import ITEMS, Path, Step, meet, path_of
from hjemmel.source.provisions import provision

Days = Mapping[str, tuple[date | None, date | None]]


@frozen
class Sentences:
    """Which sentences each source has: id, then the source, the provision and the part of it.

    A sentence of a guide has its number as part. One of a law has «første ledd», «nr. 1 bokstav
    b» …; the sentence that leads in to a list has the part that the list belongs to. `days` are the
    first and the last day of those that the source has not always had.
    """

    parts: Mapping[str, tuple[str, str, str]] = field(factory=dict)
    days: Days = field(factory=dict)
    _by_provision: Mapping[tuple[str, str], Mapping[str, Path]] = field(
        init=False, repr=False, eq=False
    )

    @_by_provision.default
    def _indexed(self) -> Mapping[tuple[str, str], Mapping[str, Path]]:
        """The part that each sentence of a provision is of."""
        found: dict[tuple[str, str], dict[str, Path]] = {}
        for sentence, (source, place, part) in self.parts.items():
            here = found.setdefault((source, provision(place)), {})
            here[sentence] = path_of(f"nr. {part}" if part.isdecimal() else part)
        return found

    @cached_property
    def _sources(self) -> frozenset[str]:
        return frozenset(source for source, _, _ in self.parts.values())

    def cited(self, citation: Citation) -> tuple[str, ...]:
        """The ids that a citation covers; none where the source has no such place."""
        here = self._by_provision.get((citation.level.value, citation.provision), {})
        wanted = path_of(citation.part)
        if not wanted:
            return tuple(here)
        covered: set[str] = set()
        for one in _each(wanted):
            found = _covered(here, one, self.days)
            if not found:
                return ()
            covered |= found
        return tuple(each for each in here if each in covered)

    def knows(self, source: str) -> bool:
        """Whether there is any account of a source; where there is none, it may say anything."""
        return source in self._sources

    def extent(self, source: str, place: str) -> int:
        """How many sentences a provision has."""
        return len(self._by_provision.get((source, place), ()))

    def provisions(self, source: str) -> tuple[str, ...]:
        """The provisions of a source, in its order."""
        return tuple(place for of, place in self._by_provision if of == source)

    def parts_of(self, source: str, place: str) -> tuple[str, ...]:
        """The parts of a provision that have sentences, each once, as they are written."""
        found = (part for of, where, part in self.parts.values()
                 if (of, provision(where)) == (source, place))  # fmt: skip
        return tuple(dict.fromkeys(found))

    def is_numbered(self, source: str, place: str) -> bool:
        """Whether the sentences of a provision are known by their numbers alone."""
        here = self._by_provision.get((source, place), {})
        return bool(here) and all(len(p) == 1 and p[0].unit == "nr." for p in here.values())


def _each(wanted: Path) -> Iterator[Path]:
    """The places that a citation names, one by one: «bokstav a og b» are two."""
    choices = [[Step(each.unit, frozenset((n,)), "") for n in sorted(each.numbers)]
               for each in wanted]  # fmt: skip
    return (tuple(each) for each in product(*choices))


def _covered(here: Mapping[str, Path], wanted: Path, days: Days) -> set[str]:
    """The sentences of one place, and what leads in to it; none where there is no such place."""
    inside = {each for each, path in here.items()
              if len(path) >= len(wanted) and meet(path, wanted)}  # fmt: skip
    if not inside and wanted[-1].unit == "punktum":
        inside = _by_count(here, wanted, days)
    if not inside:
        return set()
    return inside | {each for each, path in here.items() if _leads_in(path, wanted)}


def _by_count(here: Mapping[str, Path], wanted: Path, days: Days) -> set[str]:
    """A «punktum» where the account has no such part: the sentences of the part, counted.

    Where the part has had several editions they are counted in each.
    """
    *around, last = wanted
    of_part = [each for each, path in here.items()
               if len(path) == len(around) and meet(path, tuple(around))]  # fmt: skip
    (number,) = last.numbers
    begun = (days.get(each, _OPEN)[0] for each in of_part)
    firsts = {date.min, *filter(None, begun)}
    editions = ([each for each in of_part if _had(days.get(each, _OPEN), day)] for day in firsts)
    return {each for edition in editions for each in edition[number - 1 : number]}


_OPEN: tuple[date | None, date | None] = (None, None)


def _had(period: tuple[date | None, date | None], day: date) -> bool:
    since, until = period
    return (since is None or since <= day) and (until is None or day <= until)


def _leads_in(path: Path, wanted: Path) -> bool:
    """Whether a sentence leads in to the list that the place is an item of."""
    is_wider = len(path) < len(wanted) and meet(path, wanted)
    return is_wider and wanted[len(path)].unit in ITEMS


@lru_cache(maxsize=8)
def parse_sentences(text: str) -> Sentences:
    """Read the account of the sources: tab-separated id, source, provision, part, fingerprint.

    Of the same text it is the same object, by which norms checked against it are known again.
    """
    parts: dict[str, tuple[str, str, str]] = {}
    for line in filter(None, text.split("\n")[1:]):
        sentence, source, place, part, *_ = line.split("\t")
        parts[sentence] = source, place, part
    return Sentences(parts)
