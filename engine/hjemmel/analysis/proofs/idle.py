"""The parts of a norm that make no difference: without them it stands the same in every case."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from hjemmel.analysis.proofs.asker import Asker
from hjemmel.analysis.proofs.finding import Undecided
from hjemmel.analysis.proofs.rules import Rules, undecided
from hjemmel.analysis.proofs.sought import BROKEN, MET, Apart, Never, Screened, Stands
from hjemmel.analysis.proofs.units import Role, Unit, each_of
from hjemmel.analysis.proofs.variants import asking, called, exchanged, true_or_false
from hjemmel.core.program import Norm
from hjemmel.source.span import Span

CODES = {Role.CONDITION: "NTR605", Role.EXCEPTION: "NTR606"}


@frozen
class Idle:
    """A part that may as well always hold, or, where `value` is false, never.

    It `is_bound` where it can be nothing else, whatever else is asked: it may still be unknown.
    """

    unit: Unit
    value: bool
    never: Never
    is_bound: bool = False

    @property
    def spans(self) -> frozenset[Span]:
        """Where it is written, and all that it is made of."""
        return frozenset(each.node.origin.span for each in each_of((self.unit,)))


def idle_parts(
    rules: Rules, norm: Norm, units: Sequence[Unit]
) -> tuple[tuple[Idle, ...], tuple[Undecided, ...]]:
    """Those that can all be left out together, those that are bound to hold, or to fail, and what
    could not be settled."""
    asking = _Asking.of(rules, norm, units)
    found = [each for unit in units for each in asking.idle(unit)]
    free = [each for each in found if not each.is_bound]
    bound = [each for each in found if each.is_bound]
    return (*_together(rules, norm, free), *bound), asking.doubts


@frozen(eq=False)
class _Asking:
    """The parts of one norm, each left out by itself."""

    norm: Norm
    asker: Asker
    doubted: dict[str, Undecided]

    @classmethod
    def of(cls, rules: Rules, norm: Norm, units: Sequence[Unit]) -> "_Asking":
        parts = list(each_of(tuple(units)))
        variants = [each for unit in parts for each in _variants(norm, unit)]
        return cls(norm, rules.asker([norm.id], variants), {})

    @property
    def doubts(self) -> tuple[Undecided, ...]:
        return tuple(self.doubted.values())

    def idle(self, unit: Unit) -> Iterator[Idle]:
        """The part, if it is idle, else those of its own parts that are."""
        for value in _values(unit):
            answer = self._asked(unit, value)
            if isinstance(answer, Never):
                yield Idle(unit, value, answer)
                return
        bound = self._bound(unit) if unit.inner else None
        if bound is not None:
            yield bound
            return
        for each in unit.inner:
            yield from self.idle(each)

    def _bound(self, unit: Unit) -> Idle | None:
        """The part, where what it joins can only hold, or only fail."""
        part = called(self.norm.id, _part(unit))
        for value, so in ((True, BROKEN), (False, MET)):
            answer = self.asker.screened((Stands(part, so),))
            if isinstance(answer, Never):
                return Idle(unit, value, answer, is_bound=True)
        return None

    def _asked(self, unit: Unit, value: bool) -> Screened:
        answer = self.asker.screened((Apart(self.norm.id, _name(self.norm, unit, value)),))
        code = CODES[unit.role]
        if (doubt := undecided(code, self.norm.id, [answer])) is not None:
            self.doubted.setdefault(code, doubt)
        return answer


def _together(rules: Rules, norm: Norm, found: Sequence[Idle]) -> Iterable[Idle]:
    """As many as can be left out at once: of two that say the same, one is needed."""
    if len(found) < 2 or _can_go(rules, norm, found):
        return found
    kept: list[Idle] = []
    for each in reversed(found):
        if _can_go(rules, norm, [*kept, each]):
            kept.append(each)
    return reversed(kept)


def _can_go(rules: Rules, norm: Norm, some: Sequence[Idle]) -> bool:
    parts = {each.unit.id: true_or_false(each.value) for each in some}
    variant = exchanged(norm, "uten flere", parts)
    answer = rules.asker([norm.id], [variant]).screened((Apart(norm.id, variant.id),))
    return isinstance(answer, Never)


def _values(unit: Unit) -> tuple[bool, ...]:
    """What may stand in its place: an exception that is not there never holds."""
    return (False,) if unit.role is Role.EXCEPTION else (True, False)


def _variants(norm: Norm, unit: Unit) -> Iterator[Norm]:
    """The norm without the part, and, where it joins others, the part by itself."""
    yield from (_without(norm, unit, value) for value in _values(unit))
    if unit.inner:
        yield asking(norm, _part(unit), unit.node)


def _part(unit: Unit) -> str:
    return f"{unit.id} alene"


def _without(norm: Norm, unit: Unit, value: bool) -> Norm:
    return exchanged(norm, _variant(unit, value), {unit.id: true_or_false(value)})


def _name(norm: Norm, unit: Unit, value: bool) -> str:
    return called(norm.id, _variant(unit, value))


def _variant(unit: Unit, value: bool) -> str:
    return f"{unit.id} {'holder' if value else 'svikter'}"
