"""Where each sentence of a new text stands: the provision, and the part of it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, evolve, field, frozen

from hjemmel.source.parts import LETTERS, ORDINALS
from hjemmel.source.provisions import provision, provision_in, sign_of
from hjemmel.traceability.editions.document import Block, Role
from hjemmel.traceability.editions.fitting import Unit

_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+\S")
_NAMED = re.compile(r"(?:artikkel|vedlegg)\s+\S+", re.IGNORECASE)
POINT = "pkt."


@frozen
class Stated:
    """A sentence where it stands: `places` are the provisions around it, by what numbers them.

    A guide may print the regulation in a box, so a sentence can stand in «pkt. 4.1» and «§ 4-1».
    """

    unit: Unit
    section: int
    heading: str
    places: Mapping[str, str]
    part: str = ""

    @property
    def text(self) -> str:
        """The sentence."""
        return self.unit.text

    def place(self, sign: str) -> str:
        """The provision of one kind around it, if any."""
        return self.places.get(sign, "")

    @property
    def own_place(self) -> str:
        """The innermost provision around it."""
        return next(reversed(tuple(self.places.values())), "")


def stated(blocks: Sequence[Block], units: Sequence[Unit]) -> tuple[Stated, ...]:
    """The sentences with their places, as far as headings say them."""
    taken = {each.block for each in units}
    is_numbered = any(
        place_of(each.text) for n, each in enumerate(blocks)
        if each.role is Role.HEADING and n not in taken
    )  # fmt: skip
    at = _At()
    where: list[_At] = []
    for number, block in enumerate(blocks):
        if block.role is Role.HEADING and number not in taken:
            at = at.under(block, is_numbered)
        else:
            at = at.past(block)
        where.append(at)
    return tuple(_stated(each, where[each.block]) for each in units)


def _stated(unit: Unit, at: "_At") -> Stated:
    return Stated(unit, at.section, at.heading, at.places, at.part)


@frozen
class _At:
    """How far the reading has come."""

    section: int = 0
    heading: str = ""
    places: Mapping[str, str] = field(factory=dict)
    paragraph: int = 0
    items: tuple[tuple[str, int], ...] = ()

    def under(self, block: Block, is_numbered: bool) -> "_At":
        """Below a heading. One without a number opens no section where others have numbers."""
        place = place_of(block.text)
        if not place and is_numbered and self.places:
            return evolve(self, heading=block.text, items=())
        if not place:
            return _At(self.section + 1, block.text)
        sign = sign_of(place)
        kept = {} if sign == POINT else {s: p for s, p in self.places.items() if s == POINT}
        return _At(self.section + 1, block.text, {**kept, sign: place})

    def past(self, block: Block) -> "_At":
        """At the next paragraph or item."""
        if block.role is not Role.ITEM:
            return evolve(self, paragraph=self.paragraph + 1, items=())
        kind, number = _kind_of(block.marker)
        kinds = [each for each, _ in self.items]
        if kind in kinds:
            outer = self.items[: kinds.index(kind)]
            count = number or self.items[len(outer)][1] + 1
        else:
            outer, count = self.items, number or 1
        return evolve(self, paragraph=max(self.paragraph, 1), items=(*outer, (kind, count)))

    @property
    def part(self) -> str:
        """«første ledd bokstav a»; nothing where no such words are known."""
        steps = [_ordinal(self.paragraph, "ledd"), *(_item(*each) for each in self.items)]
        return " ".join(filter(None, steps))


def place_of(heading: str) -> str:
    """The provision that a heading names: «§ 4-2», «pkt. 4.1»; nothing where it names none."""
    if heading.startswith("§"):
        return provision(provision_in(heading))
    if found := _NAMED.match(heading):
        return provision(found[0])
    if found := _NUMBERED.match(heading):
        return f"{POINT} {found[1]}"
    return ""


def _kind_of(marker: str) -> tuple[str, int]:
    """What an item is called, and its number where the marker says it."""
    bare = marker.strip("().")
    if bare.isdecimal():
        return "nr.", int(bare)
    if len(bare) == 1 and bare in LETTERS:
        return "bokstav", LETTERS.index(bare) + 1
    return "strekpunkt", 0


def _item(kind: str, number: int) -> str:
    match kind:
        case "bokstav":
            return f"bokstav {LETTERS[number - 1]}"
        case "nr.":
            return f"nr. {number}"
        case _:
            return _ordinal(number, kind)


def _ordinal(number: int, unit: str) -> str:
    return f"{ORDINALS[number - 1]} {unit}" if 0 < number <= len(ORDINALS) else ""


@define
class _Votes:
    """Which provision the known sentences of a section are of."""

    counts: dict[str, int] = field(factory=dict)


def voted(found: Sequence[Stated], homes: Mapping[str, str]) -> tuple[Stated, ...]:
    """The sentences, where a section without a number has the place of those known in it.

    `homes` is the provision of each sentence that the account knows, by its fingerprint.
    """
    votes: dict[int, _Votes] = {}
    for each in found:
        if not each.places and each.unit.print_ in homes:
            counts = votes.setdefault(each.section, _Votes()).counts
            home = homes[each.unit.print_]
            counts[home] = counts.get(home, 0) + 1
    chosen = {section: max(of.counts, key=lambda each: of.counts[each])
              for section, of in votes.items()}  # fmt: skip
    return tuple(_placed(found, chosen))


def _placed(found: Sequence[Stated], chosen: Mapping[int, str]) -> Iterator[Stated]:
    for each in found:
        place = chosen.get(each.section)
        yield each if each.places or not place else evolve(each, places={sign_of(place): place})
