"""What is to be done when a source has a new text, in the order in which to do it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum

from attrs import evolve, field, frozen

from hjemmel.analysis.elsewhere.written import Kind, of_clauses
from hjemmel.core.program import Norm, Program
from hjemmel.expectations.page import Page
from hjemmel.source.provisions import provision
from hjemmel.traceability.citing import Citing, citing
from hjemmel.traceability.editions.comparing import Edition
from hjemmel.traceability.editions.fates import Change, Fate
from hjemmel.traceability.editions.places import Stated
from hjemmel.traceability.editions.references import misled
from hjemmel.traceability.editions.typography import clean, unmarked
from hjemmel.traceability.editions.words import Piece, touches_numbers, word_difference
from hjemmel.traceability.ledger import Ledger


class Work(Enum):
    """What kind of work a change gives, the first to be done first; the value is its name."""

    NUMBERS = "endret, og en norm skriver tall eller dager"
    CHANGED = "endret, og normer bygger på den"
    REFERS = "uendret, men viser til et sted der det står noe annet"
    UNSETTLED = "ikke avgjort"
    NEW = "ny setning uten norm"
    GONE = "borte, og normer gjelder fortsatt"
    UNCITED = "endret eller borte, uten at noen norm viser til den"
    PLACE = "samme ord på et nytt sted"
    SIGNS = "bare tegn og skrivemåte er endret"


@frozen
class Touched:
    """A norm that a sentence touches: where it is written, and what numbers and days it writes."""

    norm: Norm
    models: bool
    values: tuple[str, ...]
    in_force: bool

    @property
    def where(self) -> str:
        """The file and the line."""
        return f"{self.norm.span.file} linje {self.norm.span.line}"


@frozen
class Case:
    """A case that says what is expected of norms: where it is, and which of the norms."""

    page: str
    line: int
    heading: str
    norms: tuple[str, ...]


@frozen
class Task:
    """Changes to do something about, together: the norms and the cases to look at.

    `refers` is what an unchanged sentence calls a place where something else stands now.
    `stretch` are further sentences with the same to do. `beside` are the norms of the sentences
    on both sides of a new one.
    """

    work: Work
    change: Change
    norms: tuple[Touched, ...] = ()
    cases: tuple[Case, ...] = ()
    beside: tuple[Touched, ...] = ()
    pieces: tuple[Piece, ...] = ()
    refers: str = ""
    stretch: tuple[Change, ...] = field(default=(), repr=False)

    @property
    def changes(self) -> tuple[Change, ...]:
        """All that it is about."""
        return (self.change, *self.stretch)


def tasks(
    program: Program, ledger: Ledger, edition: Edition, pages: Sequence[Page], since: date | None
) -> tuple[Task, ...]:
    """The work, in order. `since` is the day of the new text, where it is known."""
    made = _Work(program, ledger, edition, citing(program, ledger.days), _cases(pages), since)
    order = list(Work)
    found = sorted(made.tasks(), key=lambda each: (order.index(each.work), _rank(each)))
    return tuple(_together(found))


def _rank(of: Task) -> int:
    """Among changes that norms write numbers for, those in which a number differs go first."""
    return 0 if of.work is not Work.NUMBERS or touches_numbers(of.pieces) else 1


def _cases(pages: Iterable[Page]) -> Mapping[str, Sequence[Case]]:
    """The cases by the norms that they say something of."""
    found: dict[str, list[Case]] = {}
    for page in pages:
        for trial in page.trials:
            names = tuple(dict.fromkeys(each.norm for each in trial.expected))
            case = Case(page.name, trial.line, trial.heading, names)
            for each in names:
                found.setdefault(each, []).append(case)
    return found


@frozen
class _Work:
    """What the work is found from."""

    program: Program
    ledger: Ledger
    edition: Edition
    cited: Citing
    by_norm: Mapping[str, Sequence[Case]]
    since: date | None

    def tasks(self) -> Iterator[Task]:
        """One task for each change, and another where the sentence has moved besides."""
        referring = misled(self.edition, self.ledger.sentences)
        for at, change in enumerate(self.edition.changes):
            if change.fate is not Fate.SAME:
                yield self._task(at, change)
            if change.shift is not None:
                yield self._made(Work.PLACE, change)
            if change.old in referring:
                yield evolve(
                    self._made(Work.REFERS, change), refers=referring[change.old], pieces=()
                )

    def _task(self, at: int, change: Change) -> Task:
        match change.fate:
            case Fate.CHANGED:
                return self._changed(change)
            case Fate.GONE:
                norms = self.touched(change.old)
                is_held = any(each.in_force for each in norms)
                return self._made(Work.GONE if is_held else Work.UNCITED, change)
            case Fate.NEW:
                return self._made(Work.NEW, change, self._beside(at))
            case Fate.SIGNS:
                return self._made(Work.SIGNS, change)
            case _:  # what cannot be told is to be looked at, whichever it is
                return self._made(Work.UNSETTLED, change, self._beside(at))

    def _changed(self, change: Change) -> Task:
        norms = self.touched(change.old)
        if not norms:
            return self._made(Work.UNCITED, change)
        has_values = any(each.values and each.models for each in norms)
        return self._made(Work.NUMBERS if has_values else Work.CHANGED, change)

    def _made(self, work: Work, change: Change, beside: tuple[Touched, ...] = ()) -> Task:
        norms = self.touched(change.old) if change.old else ()
        about = [each.norm.id for each in norms or beside]
        if work in (Work.PLACE, Work.SIGNS):
            return Task(work, change, norms)  # no verdict can be another
        cases = dict.fromkeys(case for each in about for case in self.by_norm.get(each, ()))
        pieces = _pieces(change)
        return Task(work, change, norms, tuple(cases), beside, pieces)

    def touched(self, sentence: str) -> tuple[Touched, ...]:
        """The norms that cite a sentence, those that model it first."""
        models = self.cited.modelled.get(sentence, ())
        known = {each.id: each for each in (*self.program.norms, *self.program.beside)}
        return tuple(
            Touched(known[each], each in models, _values(known[each]), self._in_force(known[each]))
            for each in self.cited.of(sentence)
        )

    def _in_force(self, norm: Norm) -> bool:
        """Whether the norm is in force when the new text is, or some day after."""
        return any(each.may_cover(self.since, None) for each in norm.wordings)

    def _beside(self, at: int) -> tuple[Touched, ...]:
        """The norms of the nearest sentences of the account, in the same provision."""
        changes = self.edition.changes
        before = next((each for each in reversed(changes[:at]) if each.old), None)
        after = next((each for each in changes[at + 1 :] if each.old), None)
        here = changes[at].now
        near = (each.old for each in (before, after) if each and self._is_near(each, here))
        found = {one.norm.id: one for old in near for one in self.touched(old)}
        return tuple(found.values())

    def _is_near(self, of: Change, here: Stated | None) -> bool:
        if here is None or of.now is None:
            return True
        home = provision(self.ledger.sentences[of.old].provision)
        return home in here.places.values() or of.now.section == here.section


def _pieces(change: Change) -> tuple[Piece, ...]:
    if change.now is None or change.before is None:
        return ()
    return word_difference(unmarked(clean(change.before)), change.now.text)


def _values(norm: Norm) -> tuple[str, ...]:
    """The numbers, days, lengths of time and amounts that a norm writes."""
    found = (value for value, _ in of_clauses((*norm.days, *norm.clauses)))
    return tuple(dict.fromkeys(each.told for each in found if each.kind not in _NAMES))


_NAMES = (Kind.BODY, Kind.LIST)
"""What is written and not counted with."""


def _together(found: Sequence[Task]) -> Iterator[Task]:
    """The tasks, new places of sentences one after another as one."""
    waiting: list[Task] = []
    for each in found:
        if waiting and not _follows(waiting[-1], each):
            yield _joined(waiting)
            waiting = []
        waiting.append(each)
    if waiting:
        yield _joined(waiting)


def _follows(one: Task, other: Task) -> bool:
    """Whether two sentences of a provision have both only got another number."""
    a, b = one.change.shift, other.change.shift
    if a is None or b is None or not one.work is other.work is Work.PLACE:
        return False
    return not (a.is_moved or b.is_moved) and _home(a.before) == _home(b.before)


def _home(place: str) -> str:
    return place.rpartition(" nr. ")[0] if " nr. " in place else place


def _joined(waiting: Sequence[Task]) -> Task:
    first, *rest = waiting
    if not rest:
        return first
    norms = {each.norm.id: each for task in waiting for each in task.norms}
    stretch = tuple(each.change for each in rest)
    return Task(first.work, first.change, tuple(norms.values()), stretch=stretch)
