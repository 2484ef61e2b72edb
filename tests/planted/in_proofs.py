"""Wrong versions of what makes formulas of terms, and of what is seen of what is told."""

from collections.abc import Callable, Sequence
from typing import Any
from unittest.mock import patch

from hjemmel.backends.symbolic import functions, names, observed, running
from hjemmel.backends.symbolic.days import Day
from hjemmel.backends.symbolic.facts import Truth
from hjemmel.backends.symbolic.functions import Functions
from hjemmel.backends.symbolic.logic import conj, disj, equal, negation
from hjemmel.backends.symbolic.observed import Claim, Presumed
from hjemmel.backends.symbolic.running import RUNNERS, Places, Running
from hjemmel.backends.symbolic.version import _Seeing
from hjemmel.backends.terms.term import Do, Term
from planted.fault import Fault

PROOFS = "bevis"


def _running(do: Do, replacement: Callable[..., Any]) -> Callable[[], Any]:
    """One kind of term run otherwise."""
    return lambda: patch.dict(RUNNERS, {do: replacement})


def _patched(of: Any, name: str, replacement: Any) -> Callable[[], Any]:
    return lambda: patch.object(of, name, replacement)


def all_but_the_first(run: Running, term: Term, places: Places) -> Any:
    """Leaves the first entry out."""
    return conj(parts[0] for _, parts in run.each(term, places)[1:])


def only_the_first(run: Running, term: Term, places: Places) -> Any:
    """Looks at one entry."""
    return disj(parts[0] for _, parts in run.each(term, places)[:1])


def unknown_is_other(left: Any, right: Any, _codes: Any) -> Any:
    """Two names that are not known to be the same are different."""
    return negation(names.alike(left, right))


def every_side_rounded_down(of: Any, months: int) -> tuple[Day, Day]:
    """A month without the day always gives its last one."""
    down, _ = MONTHS_LATER(of, months)
    return down, down


MONTHS_LATER = functions.months_later


def no_end_of_the_calendar(_self: Any, _function: Any, _argument: Any, _of: Any) -> bool:
    """Takes every day for one that the calendar covers."""
    return True


def later_wins(of: Truth, said: Sequence[Claim]) -> Truth:
    """What follows goes before what is told."""
    yes, no = (disj(bit for bit, value in said if value is each) for each in (True, False))
    return Truth(
        disj([of.told, yes, no]),
        disj([yes, conj([of.yes, negation(no)])]),
        disj([conj([no, negation(yes)]), conj([of.no, negation(yes)])]),
    )


def presumed_over_told(self: Presumed, key: Any) -> tuple[Any, Sequence[Claim]]:
    """Takes as given also what is asked for as it is told."""
    path, at = key
    own = (*path[:-1], self.as_told.get(path[-1], path[-1]))
    return (own, at), self.given((own, at))


def all_untold(self: _Seeing, of: Any) -> Any:
    """Takes as given what is told, too."""
    return True


def counted_with_unknown(entries: Any) -> Any:
    """A name that is not known counts as one of its own."""
    found = []
    for at, (counts, name) in enumerate(entries):
        before = [conj([c, equal(n.code, name.code)]) for c, n in entries[:at]]
        found.append(conj([counts, negation(disj(before))]))
    return names.total(found)


def strictly_less(run: Running, term: Term, places: Places) -> Any:
    """Forgets that the same is no more."""
    left, right = run.parts(term, places)
    return running._size(left) < running._size(right)


FAULTS = [
    Fault(PROOFS, "an entry left out", _running(Do.EVERY, all_but_the_first)),
    Fault(PROOFS, "one entry alone", _running(Do.SOME, only_the_first)),
    Fault(PROOFS, "the bound itself", _running(Do.AT_MOST, strictly_less)),
    Fault(PROOFS, "unknown names differ", _patched(names, "unlike", unknown_is_other)),
    Fault(PROOFS, "unknown names counted", _patched(names, "_different", counted_with_unknown)),
    Fault(PROOFS, "rounded one way", _patched(functions, "months_later", every_side_rounded_down)),
    Fault(PROOFS, "no end of the calendar", _patched(Functions, "answers", no_end_of_the_calendar)),
    Fault(PROOFS, "what follows wins", _patched(observed, "with_truth", later_wins)),
    Fault(PROOFS, "presumed though told", _patched(_Seeing, "_untold", all_untold)),
    Fault(PROOFS, "told alone forgotten", _patched(Presumed, "_asked", presumed_over_told)),
]
