"""The cases of the bench as data: each in a line, each with its verdicts, and each reason."""

import json
from collections import Counter
from typing import Any

from hjemmel.analysis.boundaries.facts import as_json
from hjemmel.analysis.differences.told_case import raw_of
from hjemmel.engine.verdicts import Step, verdict_of
from hjemmel.explain.verdict import Verdict, full_word, missing
from hjemmel.render.binding_words import binding
from hjemmel.render.missing_words import lacking
from hjemmel.render.portfolio import CaseVerdicts, category, first
from hjemmel.render.summary import gist
from hjemmel.render.unasked import UNASKED
from hjemmel.render.verdict_text import citation, headings, provision, role_of
from hjemmel.words.outcomes import called
from hjemmel.workbench import shapes
from hjemmel.workbench.bench import Workbench
from hjemmel.workbench.case_files import Held
from hjemmel.workbench.told_rules import file_of
from hjemmel.workbench.uploads import rejected
from hjemmel.workbench.version import Version

_COUNTED = ("brutt", "fraveket", "ikke oppfylt", "uavklart", "nektet", "oppfylt")


def word(of: Verdict) -> shapes.Word:
    """The word of a verdict, and its role."""
    return full_word(of, missing(of)), role_of(of)


def is_quiet(of: Verdict) -> bool:
    """Whether the case does not raise the norm."""
    return of.outcome in UNASKED


def portfolio(bench: Workbench) -> shapes.Portfolio:
    """All cases, each in a line."""
    lines: list[shapes.CaseLine] = []
    by = bench.now
    for held, day in bench.every():
        case = held.case
        found = tuple(by.verdicts(case, day).values())
        counts = Counter(map(category, found))
        kind = headings(by.program, by.observation(case, day), "")
        lines.append({
            "id": case.id,
            "title": held.title,
            "own": held.file.own,
            "kind": kind[0] if kind else "",
            "day": day.isoformat(),
            "counts": {each.replace(" ", "_"): counts[each] for each in _COUNTED},  # type: ignore[typeddict-item]
            "first": first(CaseVerdicts(case.id, case.title, found)),
        })  # fmt: skip
    aside = [each for file in bench.files if not file.own for each in by.reading(file).rejected]
    return {
        "cases": lines,
        "rejected": list(map(rejected, aside)),
        "day": bench.day.isoformat() if bench.day else None,
    }


def case_page(bench: Workbench, name: str) -> shapes.CasePage:
    """A case with all its verdicts."""
    by = bench.now
    held = bench.held(name, by)
    case, day = held.case, bench.day_of(held.case)
    before = _before(bench, name)
    return {
        "id": case.id,
        "title": held.title,
        "own": held.file.own,
        "head": list(headings(by.program, by.observation(case, day), held.title)),
        "day": day.isoformat(),
        "told": told(held, by),
        "verdicts": [_line(each, before.get(each.norm.id))
                     for each in by.verdicts(case, day).values()],
    }  # fmt: skip


def told(held: Held, by: Version) -> dict[str, Any]:
    """A case as JSON would have it, by the names that rules and forms know."""
    raw: dict[str, Any] = json.loads(as_json(raw_of(held.case, by.program.schema)))
    return raw


def _before(bench: Workbench, name: str) -> dict[str, shapes.Word]:
    """The words that norms that may stand otherwise had, by the ids they have now."""
    change, was = bench.changes, bench.cases(bench.before).get(name)
    ids = {change.was(each): each for each in change.affected if change.before(each)}
    if was is None or not ids:
        return {}
    found = bench.before.verdicts(was.case, bench.day_of(was.case), ids)
    return {ids[each]: word(verdict) for each, verdict in found.items()}


def _line(of: Verdict, before: shapes.Word | None) -> shapes.VerdictLine:
    now, quiet = word(of), is_quiet(of)
    return {
        "norm": of.norm.id,
        "title": called(of.norm),
        "kind": of.norm.kind.value,
        "provision": provision(of.norm),
        "cited": citation(of),
        "word": now[0],
        "role": now[1],
        "quiet": quiet,
        "gist": "" if quiet else gist(of),
        "before": before if before and before[0] != now[0] else None,
    }


# --- reasons ---------------------------------------------------------------------------------


def reason(bench: Workbench, name: str, norm: str) -> shapes.Reason:
    """The whole reason of a norm in a case, before and now."""
    now, change = bench.norm(norm), bench.changes
    was = change.before(norm) if now else bench.before.norm(norm)
    held = bench.held(name, bench.now)
    shown = now or was
    assert shown is not None  # else it is no norm, and refused
    may_differ = now is None or norm in change.affected
    return {
        "case": held.case.id,
        "case_title": held.title,
        "norm": norm,
        "title": called(shown),
        "kind": shown.kind.value,
        "provision": provision(shown),
        "file": file_of(shown.span),
        "line": shown.span.line,
        "before": _side_before(bench, name, was.id) if was and may_differ else None,
        "after": _side(_verdict(bench, name, norm)) if now else None,
    }


def _verdict(bench: Workbench, name: str, norm: str) -> Verdict:
    case = bench.held(name, bench.now).case
    return bench.now.verdicts(case, bench.day_of(case), {norm})[norm]


def _side_before(bench: Workbench, name: str, norm: str) -> shapes.Side | None:
    held = bench.cases(bench.before).get(name)
    if held is None:
        return None
    found = bench.before.verdicts(held.case, bench.day_of(held.case), {norm})
    return _side(found[norm])


def _side(of: Verdict) -> shapes.Side:
    outer, (said, role) = verdict_of(of), word(of)
    cited = of.citations
    return {
        "word": said,
        "role": role,
        "gist": gist(of),
        "level": of.level.value,
        "cited": list(dict.fromkeys(map(str, cited))),
        "sentences": list(dict.fromkeys(one for each in cited for one in each.sentences)),
        "own_words": of.own_words,
        "binds": list(binding(of)),
        "rests_on": [f"{each.ground.value}: {each.words}" for each in outer.rests_on],
        "reason": list(map(_step, outer.reason)),
        "missing": [
            {"about": each.about, "kind": each.kind.value, "name": each.name,
             "holder": each.holder, "cell": each.cell, "text": lacking(each)}
            for each in missing(of)
        ],
    }  # fmt: skip


def _step(of: Step) -> shapes.Step:
    return {
        "what": of.what,
        "citation": of.citation,
        "value": of.value,
        "result": of.result.value,
        "decisive": of.decisive,
        "because": list(map(_step, of.because)),
        "notes": list(of.notes),
        "source": of.source,
    }
