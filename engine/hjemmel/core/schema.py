"""What a case may say: the declared facts, words, registers, roles."""

from collections.abc import Collection
from datetime import date
from enum import Enum

from attrs import evolve, field, frozen

from hjemmel.core.chosen import ChosenDay
from hjemmel.core.types import Assessed, Enumerated, Registered, Type
from hjemmel.core.working_days import Calendar
from hjemmel.source.moment import Moment, moment
from hjemmel.source.span import NOWHERE, Span

ASSESSMENTS = "vurderinger"
CASE = "sak"
ELEMENT = ""  # the name under which a list of plain values binds its element
PRESENCE = "*"  # the name under which the presence of a record is asked for


@frozen
class FieldDeclaration:
    """One fact: its key in a case, its name in the rules, its type and who holds it.

    `plural` is what it is called of a list, and `form` the other form that rules may use.
    """

    key: str
    name: str
    type: Type
    holder: str = ""
    meaning: str = ""
    guides: tuple[str, ...] = ()
    span: Span = field(default=NOWHERE, eq=False)
    plural: str = ""
    form: str = ""


@frozen
class RecordDeclaration:
    """A group of facts, or the shape of a list's entries.

    `key` names it in a case. `definite` and `genitive` are its forms in rules
    («søknaden», «søknadens»). An optional record needs the guard «saken har …».
    `one` and `many` are what rules call an entry («medlemmet») and several («medlemmer»).
    """

    key: str
    definite: str
    genitive: str
    fields: tuple[FieldDeclaration, ...]
    optional: bool = False
    entry: bool = False
    span: Span = field(default=NOWHERE, eq=False)
    one: str = ""
    many: str = ""

    def field(self, key: str) -> FieldDeclaration | None:
        """The field with this key."""
        return next((each for each in self.fields if each.key == key), None)


@frozen
class Validity:
    """From when to when a name is in use, as far as that is known, and what took over."""

    start: Moment | None = None
    end: Moment | None = None
    successor: str = ""

    def lacks(self, day: date) -> bool:
        """Whether the day is surely outside it."""
        before = self.start is not None and day < self.start.first
        return before or (self.end is not None and self.end.last < day)

    def covers(self, day: date) -> bool:
        """Whether the day is surely within it."""
        begun = self.start is None or self.start.last <= day
        return begun and (self.end is None or day <= self.end.first)


ALWAYS = Validity()


@frozen
class Enumeration:
    """A closed list of values. `open_because` says why the law's own list is open.

    `definites` are how rules speak of each value as the one known, empty where there is no such
    form; or there is none at all.
    """

    name: str
    values: tuple[str, ...]
    open_because: str = ""
    span: Span = field(default=NOWHERE, eq=False)
    definites: tuple[str, ...] = ()
    validities: tuple[Validity, ...] = ()


KnownValue = bool | str | date
"""What a register may know: whether something is so, a name, a text, or a day."""


@frozen
class Known:
    """What a register knows of an institution: the key of a fact, its value, and when it is so."""

    fact: str
    value: KnownValue
    validity: Validity = ALWAYS


@frozen
class RegisterEntry:
    """An institution's official name, the other ways it is written, and what is known of it."""

    name: str
    aliases: tuple[str, ...] = ()
    validity: Validity = ALWAYS
    known: tuple[Known, ...] = ()


@frozen
class Register:
    """A list of institutions in which two spellings are never two institutions."""

    name: str
    entries: tuple[RegisterEntry, ...]
    span: Span = field(default=NOWHERE, eq=False)


class Joint(Enum):
    """How several hold a role at once: each by itself, or only together."""

    EITHER = "eller"
    TOGETHER = "og"


def _names(of: str | tuple[str, ...]) -> tuple[str, ...]:
    """One name, or several."""
    return (of,) if isinstance(of, str) else of


@frozen
class Tenure:
    """Who held a role from `start` to `end`, both inclusive; None is open-ended.

    `assumed` says why a day that the sources do not give is as it is; the flags say which of the
    two are so, also by what is assumed of who held it before or after. `chosen` are days taken
    of a span.
    """

    start: Moment | None = field(converter=moment)
    end: Moment | None = field(converter=moment)
    holders: tuple[str, ...] = field(converter=_names)
    assumed: str = ""
    joint: Joint = Joint.EITHER
    assumed_start: bool = False
    assumed_end: bool = False
    chosen: tuple[ChosenDay, ...] = ()

    @property
    def holder(self) -> str:
        """Those who held it, in words: «A eller B», «A og B»."""
        *first, last = self.holders
        return f"{', '.join(first)} {self.joint.value} {last}" if first else last

    @property
    def any_of(self) -> tuple[str, ...]:
        """Each of whom is enough: the holders, or all of them as one where they are joint."""
        return self.holders if self.joint is Joint.EITHER else (self.holder,)

    def covers(self, day: date) -> bool:
        """Whether it surely lasted on the day."""
        begun = self.start is None or self.start.last <= day
        return begun and (self.end is None or day <= self.end.first)

    def may_cover(self, day: date) -> bool:
        """Whether it may have lasted on the day."""
        begun = self.start is None or self.start.first <= day
        return begun and (self.end is None or day <= self.end.last)

    def could_act(self, bodies: Collection[str]) -> bool:
        """Whether what these did together is done by whoever held it."""
        held = (each in bodies for each in self.holders)
        return all(held) if self.joint is Joint.TOGETHER else any(held)


@frozen
class Role:
    """A function that different bodies hold at different times."""

    name: str
    tenures: tuple[Tenure, ...]
    span: Span = field(default=NOWHERE, eq=False)

    def on(self, day: date) -> tuple[Tenure, ...]:
        """The tenures that may be the one on the day."""
        return tuple(each for each in self.tenures if each.may_cover(day))

    def choices_on(self, day: date) -> tuple[tuple[Tenure, ChosenDay], ...]:
        """The days chosen without which it would be open who held it on the day."""
        return tuple((each, one) for each in self.tenures for one in each.chosen
                     if one.decides(day))  # fmt: skip

    def is_held_on(self, day: date) -> bool:
        """Whether somebody surely held it on the day, whoever it was."""
        runs: list[Tenure] = []
        for each in self.tenures:
            before = runs[-1] if runs else None
            if before and before.end and before.end.day_after == each.start:
                runs[-1] = evolve(before, end=each.end)
            else:
                runs.append(each)
        return any(each.covers(day) for each in runs)

    def holder_on(self, day: date) -> str | None:
        """Who held the role on the day, in words; all of whom it may be, where that is open."""
        held = dict.fromkeys(one for each in self.on(day) for one in each.any_of)
        *first, last = held or ("",)
        return (f"{', '.join(first)} eller {last}" if first else last) or None


def _folded(name: str) -> str:
    """As names are compared: case and blanks carry no meaning."""
    return " ".join(name.split()).casefold()


@frozen(cache_hash=True)
class Schema:
    """Everything a rulebook declares about its facts."""

    records: tuple[RecordDeclaration, ...] = ()
    enumerations: tuple[Enumeration, ...] = ()
    registers: tuple[Register, ...] = ()
    roles: tuple[Role, ...] = ()
    calendar: Calendar | None = None

    def record(self, key: str) -> RecordDeclaration | None:
        """The record with this key."""
        return next((each for each in self.records if each.key == key), None)

    def may_lack(self, key: str) -> bool:
        """Whether a case may be without the record."""
        record = self.record(key)
        return record is not None and record.optional

    def enumeration(self, name: str) -> Enumeration:
        """The enumeration with this name, which the checker has seen to exist."""
        return next(each for each in self.enumerations if each.name == name)

    def register(self, name: str) -> Register:
        """The register with this name, which the checker has seen to exist."""
        return next(each for each in self.registers if each.name == name)

    def validity(self, kind: Type, name: object) -> Validity:
        """From when to when a value of an enumeration or a register is in use."""
        match kind:
            case Enumerated():
                term = self.enumeration(kind.name)
                found = dict(zip(term.values, term.validities, strict=False))
            case Registered():
                entries = self.register(kind.name).entries
                found = {each.name: each.validity for each in entries}
            case _:  # what is no name is always in use
                return ALWAYS
        return found.get(str(name), ALWAYS)

    def canonical(self, name: str) -> str:
        """A body's official name, where a register or a role knows it by this one."""
        return self.body(name) or name

    def body(self, name: str) -> str | None:
        """The official name of what a register or a role knows by this one."""
        wanted = _folded(name)
        for register in self.registers:
            for entry in register.entries:
                if wanted in map(_folded, (entry.name, *entry.aliases)):
                    return entry.name
        held = (one for role in self.roles for each in role.tenures for one in each.holders)
        owners = (each.type.owner for record in self.records for each in record.fields
                  if isinstance(each.type, Assessed))  # fmt: skip
        roles = (each.name for each in self.roles)
        known = (*roles, *held, *owners)
        return next((each for each in known if _folded(each) == wanted), None)

    def role(self, name: str) -> Role | None:
        """The role with this name, if it is a role and not a body."""
        return next((each for each in self.roles if each.name == name), None)
