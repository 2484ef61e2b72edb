"""A case that shows what the draft does with a norm, found and put on the bench."""

import json
from decimal import Decimal
from typing import Any

from hjemmel.analysis.boundaries.facts import as_json
from hjemmel.analysis.differences.answers import Basis, Changed, Reason, Unasked, Unchanged
from hjemmel.analysis.differences.comparing import differences
from hjemmel.analysis.differences.means import has_prover
from hjemmel.analysis.differences.replaying import Replay
from hjemmel.analysis.differences.trying import Trying
from hjemmel.analysis.render_comparison.case_words import case_told
from hjemmel.core.part import needs_of, part
from hjemmel.core.program import Norm, Program
from hjemmel.words.outcomes import called
from hjemmel.workbench import shapes
from hjemmel.workbench.bench import Workbench
from hjemmel.workbench.case_files import CaseFile
from hjemmel.workbench.effort import EFFORT
from hjemmel.workbench.told_cases import word

_NEW = "Normen er ny, så det er ingen forskjell å vise. Fyll ut en sak for å prøve den."
_GONE = "Normen er tatt bort, så det er ingen forskjell å vise."
_SAME = "Normen står likt i alle saker. Det er bevist."


def witness(bench: Workbench, norm: str) -> shapes.Witness:
    """A case in which a norm stands otherwise than before, if one is found."""
    now = bench.norm(norm)
    was = bench.changes.before(norm) if now else None
    if now is None or was is None:
        return _none(norm, _GONE if now is None else _NEW, "")
    found = _looked_for(bench, was)
    if isinstance(found, Changed):
        return _put(bench, now, found)
    if isinstance(found, Unchanged) and found.basis is not Basis.TRIED and not found.within:
        return _none(norm, _SAME, Basis.PROVED.value)
    tried = found.tried if isinstance(found, Unchanged) else 0
    told = f"Det er prøvd {tried} saker, og ingen av dem viser en forskjell. Det er ikke bevist."
    return _none(norm, told, Basis.TRIED.value)


def _looked_for(bench: Workbench, was: Norm) -> Changed | Unchanged | Unasked:
    """Tried first, which is quick; proved where that finds nothing and a solver is at hand."""
    pairing = bench.changes.pairing
    old, new = (_only(each, was.id) for each in (pairing.old, pairing.as_before))
    found = Trying(Replay.of(old, new), EFFORT, Reason.NO_PROVER).answer(was.id)
    if isinstance(found, Unchanged) and has_prover():
        (proved,) = differences(old, new, [was.id])
        assert isinstance(proved, Changed | Unchanged | Unasked)  # both versions have the norm
        return proved
    return found


def _only(program: Program, norm: str) -> Program:
    return part(program, [norm], needs_of(program))


def _put(bench: Workbench, norm: Norm, found: Changed) -> shapes.Witness:
    """The case on the bench, read as any other, with the word of each version."""
    name = f"prøve-{norm.id.replace('/', '-')}"
    raw: dict[str, Any] = json.loads(found.case, parse_float=Decimal)
    made = {"sak": name, "tittel": f"Oppdiktet sak som prøver «{called(norm)}»", **raw}
    bench.put(CaseFile(f"{name}.json", as_json(made).encode()))
    now, before = bench.held(name, bench.now).case, bench.cases(bench.before).get(name)
    was = bench.changes.was(norm.id)
    after = bench.now.verdicts(now, bench.day_of(now), {norm.id})[norm.id]
    shown = before and bench.before.verdicts(before.case, bench.day_of(before.case), {was})[was]
    return {
        "norm": norm.id,
        "found": True,
        "basis": Basis.TRIED.value,
        "text": "Saken er funnet av programmet, og vurdert etter begge utgavene.",
        "case": name,
        "told": list(case_told(found.case, bench.now.program.schema)),
        "before": word(shown) if shown else None,
        "after": word(after),
    }


def _none(norm: str, text: str, basis: str) -> shapes.Witness:
    return {"norm": norm, "found": False, "basis": basis, "text": text, "case": None, "told": [],
            "before": None, "after": None}  # fmt: skip
