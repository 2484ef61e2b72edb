"""Norms that pages know by a name that the rules no longer have: most often a title was changed."""

from collections.abc import Collection, Iterator, Sequence

from attrs import evolve, frozen

from hjemmel.analysis.page_results import PageResult
from hjemmel.core.program import Norm, Program
from hjemmel.diagnostics.kinship import say_the_same
from hjemmel.diagnostics.suggest import TYPO, alike, nearest
from hjemmel.expectations.checking import unknown_norm
from hjemmel.expectations.page import Fault

_KIN = 0.6
"""So much of what two titles say is the same where one may be the other."""


def asked_once(results: Sequence[PageResult], program: Program) -> list[PageResult]:
    """The results, each norm that is not there asked about once, in the first page that names it.

    A norm of the same provision that no page names may be the one: then keeping its id is what to
    do, and not to change every page.
    """
    named = {name for each in results if not each.page.rules for name in _named(each)}
    known = frozenset(named & {each.id for each in program.norms})
    new = [each for each in program.norms if each.id not in named]
    asked: set[str] = set()
    return [_asked(each, _Names(known, new, asked)) for each in results]


@frozen
class _Names:
    """The norms that pages name, those that none does, and the names asked about so far."""

    known: frozenset[str]
    new: Sequence[Norm]
    asked: set[str]


def _asked(result: PageResult, names: _Names) -> PageResult:
    if result.page.rules or not result.faults:
        return result
    faults = [_answered(each, names) for each in result.faults]
    return evolve(result, faults=tuple(faults))


def _answered(fault: Fault, names: _Names) -> Fault:
    name = unknown_norm(fault)
    if not name or _is_mistyped(name, names.known):
        return fault
    if name in names.asked:
        return evolve(fault, help="")
    names.asked.add(name)
    meant = _meant(name, names.new)
    if meant is None:
        return fault
    help = (
        f"er «{meant.title}» den samme normen med ny tittel, behold navnet: skriv "
        f"«kjennemerke {name}» under tittelen. Ellers heter den {meant.id} i sakene også"
    )
    return evolve(fault, help=help)


def _is_mistyped(name: str, known: Collection[str]) -> bool:
    """Whether it is all but the name of a norm that is there, and that pages name."""
    near = nearest(name, known)
    return bool(near) and alike(name, near[0]) >= TYPO


def _meant(name: str, new: Sequence[Norm]) -> Norm | None:
    """The norm that may have had the name: of the same provision, and named nowhere."""
    provision, _, title = name.rpartition("/")
    here = [each for each in new if each.id.rpartition("/")[0] == provision]
    if len(here) == 1:
        return here[0]
    words = title.replace("-", " ")
    scored = [(say_the_same(words, each.title), each) for each in here]
    best = max(scored, key=lambda each: each[0], default=(0.0, None))
    return best[1] if best[0] >= _KIN else None


def _named(result: PageResult) -> Iterator[str]:
    yield from (each.norm for trial in result.page.trials for each in trial.expected)
    yield from (each.norm for each in result.page.listed)
