"""What is found wrong, where, and how it is handed back."""

from collections.abc import Mapping

from attrs import field, frozen

from hjemmel.case.statements import Case, PlaceOf, nowhere
from hjemmel.facts.names import printable
from hjemmel.facts.problem import Problem

Path = tuple[str | int, ...]
"""The way into a record: keys and positions."""


@frozen
class Mistake:
    """What is wrong with one value, before anybody knows where it stands."""

    problem: Problem
    reason: str
    help: str = ""


@frozen
class Fault:
    """A mistake at its place in a record."""

    path: Path
    mistake: Mistake


@frozen
class Remark:
    """Something worth knowing about what stands at a place in a record."""

    path: Path
    text: str


@frozen
class Unusable:
    """Stands in a raw record for what the reader could not read.

    The decoder reports it where it stands, so that it costs no more than that. `same_as` is the
    cell it is merged with, if it is.
    """

    mistake: Mistake
    same_as: str = ""


@frozen
class Rejected:
    """Something that is not read: a fact, a record, or a whole file (`record` is then empty).

    `record` says which record of the file, `place` the exact cell, line or path.
    A record with several faults gives several of these.
    """

    file: str
    record: str
    place: str
    field: str
    reason: str
    code: str
    help: str = ""


@frozen
class Note:
    """Something worth knowing that sets nothing aside."""

    file: str
    place: str
    text: str


@frozen
class Edition:
    """The rulebook that the template of a file was made from: its name and its fingerprint."""

    file: str
    place: str
    rulebook: str
    fingerprint: str


@frozen
class Reading:
    """What a file gave: the cases that were read, and what was set aside.

    `rejected` are the records set aside; `unread` is what is not read of the cases.
    """

    cases: tuple[Case, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    unread: tuple[Rejected, ...] = ()
    notes: tuple[Note, ...] = ()
    edition: "Edition | None" = None

    @property
    def set_aside(self) -> int:
        """How many records were set aside; a file that cannot be read counts as one."""
        return len({(each.file, each.record) for each in self.rejected})


@frozen
class Origin:
    """Where a raw record stands: the file, which record, and the places of its parts.

    `place_of` is for facts that may not be there; see `Case`. `elsewhere` has the places of what
    does not stand in the file.
    """

    file: str
    record: str = ""
    default_id: str = ""
    places: Mapping[Path, str] = field(factory=dict, eq=False)
    place_of: PlaceOf = field(default=nowhere, eq=False, repr=False)
    elsewhere: Mapping[Path, str] = field(factory=dict, eq=False)

    def place(self, path: Path) -> str:
        """The most exact place known for a part of the record."""
        found = _nearest(self.elsewhere, path) or _nearest(self.places, path)
        if found is not None:
            return found
        if self.places or not path:
            return self.record
        return f"{self.record}: {written(path)}" if self.record else written(path)

    def note(self, remark: Remark) -> Note:
        """The remark as it is handed back."""
        return Note(self.file, self.place(remark.path), remark.text)

    def rejected(self, fault: Fault) -> Rejected:
        """The fault as it is handed back."""
        mistake = fault.mistake
        return Rejected(
            self.file,
            self.record,
            self.place(fault.path),
            written(fault.path),
            mistake.reason,
            mistake.problem.code,
            mistake.help,
        )


@frozen
class RawCase:
    """A record as it was read, before the schema has been asked.

    `faults` are those that only the reader of the format can see; with a `fatal` one it cannot
    be said what the case is.
    """

    raw: object
    origin: Origin
    faults: tuple[Fault, ...] = ()
    fatal: tuple[Fault, ...] = ()
    remarks: tuple[Remark, ...] = ()


@frozen
class Unread:
    """A part of a file that is not read, though its cases are."""

    what: Rejected


Found = RawCase | Rejected | Unread | Note | Edition
"""What reading a file gives, one after another."""


def written(path: Path) -> str:
    """The path as it is written: `tjeneste.steder[1].helseregion`."""
    text = ""
    for each in path:
        step = each if isinstance(each, int) else printable(each)
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _nearest(places: Mapping[Path, str], path: Path) -> str | None:
    for end in range(len(path) if places else 0, 0, -1):
        for known in (path[:end], _unmarked(path[:end])):
            if (found := places.get(known)) is not None:
                return found
    return None


def _unmarked(path: Path) -> Path:
    """The path without the steps into a wrapper, which a cell does not have."""
    return tuple(each for each in path if each not in ("verdi", "minst"))


def rejected_file(file: str, mistake: Mistake, place: str = "") -> Rejected:
    """A whole file, or what remains of it from `place`, set aside."""
    return Rejected(file, place, place, "", mistake.reason, mistake.problem.code, mistake.help)
