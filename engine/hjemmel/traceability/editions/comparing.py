"""A new text held against the account: what became of every sentence."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, evolve, field, frozen

from hjemmel.source.provisions import provision, sign_of
from hjemmel.traceability.editions.document import Document
from hjemmel.traceability.editions.fates import Basis, Change, Fate
from hjemmel.traceability.editions.fitting import fitted
from hjemmel.traceability.editions.matching import Pairer, Pairing, paired
from hjemmel.traceability.editions.places import Stated, stated, voted
from hjemmel.traceability.editions.shifts import Shifts
from hjemmel.traceability.editions.typography import key
from hjemmel.traceability.ledger import Entry

_A_SHARE = 0.4
"""A source is in a document where so much of it is: a guide may print a regulation in boxes."""
_AMENDED = re.compile(r"0?\s*(?:Endret|Tilføyd|Opphevet|Føyd til) (?:ved|med) ")


@frozen
class Outside:
    """What in the document was held against nothing: where it stands, and how many sentences."""

    place: str
    sentences: tuple[str, ...]


@frozen
class Edition:
    """What became of every sentence, in the order of the new text; those gone, where they stood.

    `sources` are those that the text is an edition of, `is_guessed` where nobody said so.
    """

    changes: tuple[Change, ...]
    sources: tuple[str, ...]
    is_guessed: bool
    outside: tuple[Outside, ...] = ()
    notes: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    def of(self, *fates: Fate) -> tuple[Change, ...]:
        """The changes of some kinds."""
        return tuple(each for each in self.changes if each.fate in fates)

    @property
    def differs(self) -> bool:
        """Whether anything is otherwise."""
        return any(each.differs for each in self.changes)


@frozen
class Asked:
    """What a text is held against: the account, old texts by id, and the source, if it is said.

    `names` are what the sources are called in citations.
    Of an `is_extract` nothing is gone because a whole provision is not in it.
    """

    entries: Mapping[str, Entry]
    texts: Mapping[str, str] = field(factory=dict)
    source: str = ""
    names: Mapping[str, str] = field(factory=dict)
    is_extract: bool = field(default=False, kw_only=True)


def compare_edition(document: Document, asked: Asked) -> Edition | None:
    """What became of the sentences; None where nothing says which source the text is of."""
    current = {each: of for each, of in asked.entries.items() if of.is_current}
    found = _stated(document, current)
    sources = (asked.source,) if asked.source else _guessed(found, current)
    if not sources:
        return None
    entries = {each: of for each, of in current.items() if of.source in sources}
    now, outside = _inside(found, entries, current)
    pairing = paired(entries, now, asked.texts)
    made = _Made(entries, now, pairing, asked)
    return Edition(
        tuple(made.changes()), sources, not asked.source, outside, document.notes, made.absent
    )


def divided(document: Document, asked: Asked) -> Mapping[str, str]:
    """The texts of the account's sentences, as far as a document has them: an older edition."""
    current = {each: of for each, of in asked.entries.items() if of.is_current}
    found = _stated(document, current)
    sources = (asked.source,) if asked.source else _guessed(found, current)
    entries = {each: of for each, of in current.items() if of.source in sources}
    now, _ = _inside(found, entries, current)
    pairs = Pairer(entries, now, {})
    pairs.known()
    list(pairs.by_place())
    return {old: now[number].unit.written or now[number].text
            for old, (number, _) in pairs.at.items()}  # fmt: skip


def _stated(document: Document, entries: Mapping[str, Entry]) -> tuple[Stated, ...]:
    known = frozenset(each.fingerprint for each in entries.values())
    units = fitted(document.blocks, known)
    homes = {each.fingerprint: provision(each.provision) for each in entries.values()}
    return voted(stated(document.blocks, units), homes)


def _guessed(found: Sequence[Stated], entries: Mapping[str, Entry]) -> tuple[str, ...]:
    """The source with most sentences in the text, and others that are mostly in it."""
    prints = {each.unit.print_ for each in found if each.unit.print_}
    has = Counter(each.source for each in entries.values() if each.fingerprint in prints)
    size = Counter(each.source for each in entries.values())
    if not has:
        return ()
    first = has.most_common(1)[0][0]
    others = (each for each in has if has[each] >= max(2, _A_SHARE * size[each]))
    return tuple(dict.fromkeys((first, *others)))


def _inside(
    found: Sequence[Stated], entries: Mapping[str, Entry], current: Mapping[str, Entry]
) -> tuple[tuple[Stated, ...], tuple[Outside, ...]]:
    """The sentences that belong to the sources, and what else stands in the document."""
    ours = {each.fingerprint for each in entries.values()}
    others = {each.fingerprint for each in current.values()} - ours
    signs = {sign_of(provision(each.provision)) for each in entries.values()}
    chapters = {_chapter(provision(each.provision)) for each in entries.values()}
    begun = False
    inside: list[Stated] = []
    outside: dict[str, list[str]] = {}
    for each in found:
        is_known = each.unit.print_ in ours
        begun = begun or is_known
        own = [place for sign, place in each.places.items() if sign in signs]
        is_ours = any(_chapter(place) in chapters for place in own) if own else begun
        if each.unit.print_ in others:
            outside.setdefault("setninger fra en annen kilde", []).append(each.text)
        elif _AMENDED.match(each.text):
            outside.setdefault("noter om endringer", []).append(each.text)
        elif is_known or (is_ours and (own or not each.places)):
            inside.append(each)
        else:
            where = each.own_place or each.heading or "foran den første kjente setningen"
            outside.setdefault(where, []).append(each.text)
    return tuple(inside), tuple(Outside(at, tuple(told)) for at, told in outside.items())


def _chapter(place: str) -> str:
    """The chapter of «§ 4-2»; what has no chapter in its number, is of one and the same."""
    return place.partition("-")[0] if place.startswith("§") and "-" in place else sign_of(place)


@define
class _Made:
    """Puts the changes together."""

    entries: Mapping[str, Entry]
    now: Sequence[Stated]
    pairing: Pairing
    asked: Asked
    shifts: Shifts = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.shifts = Shifts.of(self.entries, self.now, self.pairing, self.asked.names)

    def changes(self) -> Iterator[Change]:
        """Those of the new text in its order, each followed by what is gone after it."""
        by_number = {number: old for old, (number, _) in self.pairing.at.items()}
        gone_after = self._gone_after()
        yield from (self._gone(each) for each in gone_after.pop("", ()))
        for number, each in enumerate(self.now):
            old = by_number.get(number, "")
            yield self._of(old, number) if old else self._new(number, each)
            yield from (self._gone(one) for one in gone_after.pop(old, ()) if old)
        yield from (self._gone(each) for rest in gone_after.values() for each in rest)

    @property
    def absent(self) -> tuple[str, ...]:
        """The provisions of which the new text has nothing."""
        found = dict.fromkeys(provision(each.provision) for each in self.entries.values())
        return tuple(each for each in found if not self._is_there(each))

    def _is_there(self, place: str) -> bool:
        return any(each.place(sign_of(place)) == place for each in self.now) or any(
            provision(self.entries[old].provision) == place for old in self.pairing.at
        )

    def _gone_after(self) -> dict[str, list[str]]:
        """The sentences without a pair, by the one before them in the account that has one."""
        found: dict[str, list[str]] = {}
        before = ""
        skipped = self.absent if self.asked.is_extract else ()
        for old, entry in self.entries.items():
            if old in self.pairing.at:
                before = old
            elif provision(entry.provision) not in skipped:
                found.setdefault(before, []).append(old)
        return found

    def _of(self, old: str, number: int) -> Change:
        _, basis = self.pairing.at[old]
        now, entry = self.now[number], self.entries[old]
        before = self.pairing.texts.get(old)
        is_same = now.unit.print_ == entry.fingerprint
        if is_same and now.unit.is_exact:
            fate, before = Fate.SAME, now.unit.written
        elif is_same or (before is not None and key(before) == key(now.text)):
            fate, before = Fate.SIGNS, before or now.unit.written
        else:
            fate = Fate.CHANGED
        found = Change(fate, basis, old, now, before, self.shifts.shift(old, number))
        return evolve(
            self._placed(found, number), place=self.shifts.stood(old), source=entry.source
        )

    def _new(self, number: int, now: Stated) -> Change:
        unsure = any(number in news for _, news in self.pairing.doubtful)
        fate = Fate.UNSETTLED if unsure else Fate.NEW
        source = self.shifts.source(number)
        found = self._placed(Change(fate, Basis.PLACE, now=now, source=source), number)
        return evolve(found, place=self.shifts.told(number, source))

    def _placed(self, change: Change, number: int) -> Change:
        return evolve(change, home=self.shifts.place(number), part=self.shifts.part(number))

    def _gone(self, old: str) -> Change:
        unsure = any(old in olds for olds, _ in self.pairing.doubtful)
        fate = Fate.UNSETTLED if unsure else Fate.GONE
        return Change(fate, Basis.PLACE, old, before=self.pairing.texts.get(old),
                      place=self.shifts.stood(old))  # fmt: skip
