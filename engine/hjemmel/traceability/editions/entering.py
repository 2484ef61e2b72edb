"""A new edition entered in the account: new sentences with ids and a first day, old ones ended.

Nothing is taken out: a sentence that is gone or changed stays, with its last day, for the wordings
that were written from it. What has the same words in a new place is accounted for as before.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from attrs import define, field, frozen

from hjemmel.source.provisions import provision, sign_of
from hjemmel.traceability.editions.comparing import Edition
from hjemmel.traceability.editions.fates import Change, Fate
from hjemmel.traceability.editions.places import POINT
from hjemmel.traceability.fingerprints import fingerprint, section
from hjemmel.traceability.ledger import Ledger
from hjemmel.traceability.reading import COLUMNS, DAYS, SENTENCES

Row = dict[str, str]
_POINT = re.compile(r"pkt\. (\d+)")


@frozen
class Entered:
    """A line that comes, or one that is otherwise: the file, the line before and the line now."""

    file: str
    before: str
    now: str


@frozen
class NewAccount:
    """The new texts of the two files, and the lines in which they differ."""

    sentences: str
    set_aside: str
    lines: tuple[Entered, ...]


def entered(
    edition: Edition, ledger: Ledger, sentences: str, set_aside: str, since: date
) -> NewAccount:
    """The account with an edition that is in force from a day; the texts are those of its files."""
    made = _Account(ledger, edition, since, _rows(sentences))
    for change in edition.changes:
        made.take(change)
    heading = list(made.columns)
    text = "\n".join(["\t".join(heading), *(_line(each, heading) for each in made.rows)]) + "\n"
    aside = set_aside.rstrip("\n") + "\n" + "".join(f"{each}\n" for each in made.aside)
    return NewAccount(text, aside, tuple(made.lines(heading)))


@define
class _Account:
    """The rows as they become."""

    ledger: Ledger
    edition: Edition
    since: date
    rows: list[Row]
    columns: tuple[str, ...] = field(init=False)
    aside: list[str] = field(factory=list)
    was: dict[str, Row] = field(init=False)
    ids: set[str] = field(init=False)
    last: str = ""

    def __attrs_post_init__(self) -> None:
        has = self.rows[0].keys() if self.rows else COLUMNS[SENTENCES]
        self.columns = tuple(dict.fromkeys((*has, *DAYS)))
        self.was = {each["id"]: dict(each) for each in self.rows}
        self.ids = set(self.was)

    def take(self, change: Change) -> None:
        """Enter what became of one sentence."""
        self.last = change.old or self.last
        is_elsewhere = change.shift is not None and self._needs_a_place(change)
        match change.fate:
            case Fate.SIGNS if change.now is not None and not is_elsewhere:
                self._row(change.old)["fingeravtrykk"] = fingerprint(change.now.text)
            case Fate.SAME | Fate.SIGNS if not is_elsewhere:
                pass  # as it was; a number that the account has given, it keeps
            case Fate.SAME | Fate.SIGNS:
                self._end(change.old)
                self._account_for(self._enter(change), change.old)
            case Fate.GONE:
                self._end(change.old)
            case _:  # changed, new, or not to be told apart: the old ends, and the new begins
                if change.old:
                    self._end(change.old)
                if change.now is not None:
                    self._enter(change)

    def _needs_a_place(self, change: Change) -> bool:
        """Whether the place is another, and not only the number that the account has given it."""
        assert change.shift is not None
        entry = self.ledger.sentences[change.old]
        return not entry.part.isdecimal() or change.home != provision(entry.provision)

    def _row(self, sentence: str) -> Row:
        return next(each for each in self.rows if each["id"] == sentence)

    def _end(self, sentence: str) -> None:
        self._row(sentence)["til"] = (self.since - timedelta(days=1)).isoformat()

    def _enter(self, change: Change) -> str:
        assert change.now is not None
        source, place, part = self._placed(change)
        name = self._free(self._section(source, place))
        if not part or part.isdecimal():
            part = self._number(change, source, place, name) if part else part
        row = {
            "id": name, "kilde": source, "sted": place, "del": part,
            "fingeravtrykk": fingerprint(change.now.text), "fra": self.since.isoformat(),
            "til": "",
        }  # fmt: skip
        names = [each["id"] for each in self.rows]
        self.rows.insert(names.index(self.last) + 1 if self.last else 0, row)
        self.ids.add(name)
        self.last = name
        return name

    def _placed(self, change: Change) -> tuple[str, str, str]:
        """The source, the provision and the part that the line is to have."""
        if change.old and (change.shift is None or not self._needs_a_place(change)):
            entry = self.ledger.sentences[change.old]
            return entry.source, entry.provision, entry.part
        return change.source, change.home or self._next_point(change.source), change.part

    def _next_point(self, source: str) -> str:
        """The number after the last of a source whose sections have no numbers of their own."""
        places = (each["sted"] for each in self.rows if each["kilde"] == source)
        numbers = [int(found[1]) for each in places if (found := _POINT.fullmatch(each))]
        return f"{POINT} {max(numbers, default=0) + 1}"

    def _section(self, source: str, place: str) -> str:
        """What ids of a provision begin with: as those it has, or in the way of another one."""
        of_source = [each for each in self.rows if each["kilde"] == source]
        for each in of_source:
            if provision(each["sted"]) == provision(place):
                return section(each["id"])
        for each in of_source:
            if sign_of(provision(each["sted"])) == sign_of(provision(place)):
                name = section(each["id"])
                return name.removesuffix(_number_of(each["sted"])) + _number_of(place)
        return source[:1].upper() + _number_of(place)

    def _free(self, of: str) -> str:
        taken = [int(each.partition("#")[2]) for each in self.ids if section(each) == of]
        return f"{of}#{max(taken, default=0) + 1}"

    def _number(self, change: Change, source: str, place: str, name: str) -> str:
        """The number of a numbered sentence: the one it has, or the next that is free."""
        if change.old and change.shift is None:
            return self.ledger.sentences[change.old].part
        here = (
            each["del"] for each in self.rows if (each["kilde"], each["sted"]) == (source, place)
        )
        taken = [int(each) for each in here if each.isdecimal()]
        return str(max(max(taken, default=0) + 1, int(name.partition("#")[2])))

    def _account_for(self, name: str, old: str) -> None:
        """What is said again in a new place, is accounted for as it was."""
        before = self.ledger.set_aside.get(old)
        ground = str(before) if before else f"gjentar {old}"
        note = before.note if before else f"De samme ordene som i {old}, på et nytt sted."
        self.aside.append(f"{name}\t{ground}\t{note}")

    def lines(self, heading: Sequence[str]) -> Iterator[Entered]:
        """The lines in which the files differ."""
        for each in self.rows:
            before = self.was.get(each["id"])
            was = _line(before, heading) if before else ""
            if was != (now := _line(each, heading)):
                yield Entered(SENTENCES, was, now)
        yield from (Entered("utenfor.tsv", "", each) for each in self.aside)


def _number_of(place: str) -> str:
    """The number of a provision as ids have it: «4-2», «12a», «4.1»."""
    found = provision(place)
    return "".join(found.removeprefix(sign_of(found)).split())


def _rows(text: str) -> list[Row]:
    heading, *lines = (line.split("\t") for line in text.split("\n") if line)
    return [dict(zip(heading, cells, strict=True)) for cells in lines]


def _line(row: Mapping[str, str], heading: Sequence[str]) -> str:
    return "\t".join(row.get(each, "") for each in heading)
