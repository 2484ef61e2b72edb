"""What the draft does to the cases, before and now."""

from collections import Counter
from collections.abc import Iterator

from attrs import define, field

from hjemmel.analysis.comparison.comparing import elsewhere
from hjemmel.analysis.elsewhere.render_passed_by import document
from hjemmel.explain.verdict import Verdict, told_of
from hjemmel.render.told import flat, told_reason
from hjemmel.rulebooks.texts import SUFFIX
from hjemmel.workbench import shapes
from hjemmel.workbench.bench import Workbench
from hjemmel.workbench.case_files import Held
from hjemmel.workbench.told_cases import is_quiet, word
from hjemmel.workbench.told_rules import read_back


@define
class _Tally:
    """What the cases come to, so far."""

    rows: list[shapes.Turned] = field(factory=list)
    raised: Counter[str] = field(factory=Counter)
    why: Counter[str] = field(factory=Counter)

    def add(self, held: Held, norm: str, was: Verdict | None, now: Verdict | None) -> None:
        """A norm in a case, by the id that it has now, or had."""
        if not any(each and not is_quiet(each) for each in (was, now)):
            if was is None or now is None or was.word == now.word:
                return
        else:
            self.raised[norm] += 1
        before, after = (word(each) if each else None for each in (was, now))
        if (before and before[0]) != (after and after[0]):
            self.rows.append({"case": held.case.id, "title": held.title, "norm": norm,
                              "before": before, "after": after})  # fmt: skip
        elif was and now and _decided_by(was) != _decided_by(now):
            self.why[norm] += 1


def compared(bench: Workbench) -> shapes.Compared:
    """Every case by both versions, of the norms that may stand otherwise."""
    change = bench.changes
    pairs = [*((change.was(each) if change.before(each) else None, each)
               for each in change.affected), *((each, None) for each in change.gone)]  # fmt: skip
    tally, count = _Tally(), 0
    for held, was, now in _verdicts(bench, pairs):
        count += 1
        for before, after in pairs:
            tally.add(held, after or before or "", was.get(before or ""), now.get(after or ""))
    direct = change.direct
    return {
        "current": bench.is_current,
        "rows": tally.rows,
        "affected": list(change.affected),
        "direct": list(direct),
        "gone": list(change.gone),
        "cases": count,
        "raised": dict(tally.raised),
        "why": dict(tally.why),
        "read": {each: read_back(bench, each) for each in (*direct, *change.gone)},
        "elsewhere": _elsewhere(bench),
    }


def _elsewhere(bench: Workbench) -> list[shapes.Elsewhere]:
    """Where what is changed still stands as it was, as a review tells it."""
    if not bench.edited:
        return []
    found = document(bench.now.program, elsewhere(bench.changes.pairing))
    return [
        {
            "why": each["hvorfor"],
            "by": each["endret_i"],
            "places": [
                {"norm": at["norm"], "place": at["sted"],
                 "file": at["fil"].removesuffix(SUFFIX), "line": at["linje"], "read": at["lest"]}
                for at in each["steder"]
            ],
        }
        for each in found
    ]  # fmt: skip


_Pair = tuple[str | None, str | None]
"""The id of a norm before, and now."""


def _verdicts(
    bench: Workbench, pairs: list[_Pair]
) -> Iterator[tuple[Held, dict[str, Verdict], dict[str, Verdict]]]:
    """Each case with what the base and the draft say of it; nothing by what cannot read it."""
    before, now = bench.before, bench.now
    old = {was for was, _ in pairs if was}
    new = {is_now for _, is_now in pairs if is_now}
    known = bench.cases(before)
    for held, day in bench.every():
        was = known.get(held.case.id)
        yield (
            held,
            before.verdicts(was.case, bench.day_of(was.case), old) if was and old else {},
            now.verdicts(held.case, day, new) if new else {},
        )


def _decided_by(of: Verdict) -> tuple[object, ...]:
    """What decides an answer, in words: where another of these, the reason is another."""
    return told_of(of, "avgjørende i ord", lambda: (of.stage, *_deciding(of)))


def _deciding(of: Verdict) -> Iterator[object]:
    for each in flat(told_reason(of)):
        if each.decisive:
            yield each.what, each.value, each.result
