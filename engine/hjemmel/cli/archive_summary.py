"""What came of judging very many cases, in a few lines."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hjemmel.core.effect import effect_of, is_finding
from hjemmel.core.outcome import Outcome
from hjemmel.source.days import day_in_words
from hjemmel.words.outcomes import called

if TYPE_CHECKING:
    from hjemmel.archive.parts import Counts
    from hjemmel.archive.work import Run

_BY = {"kolonner": "Regnet i kolonner", "duckdb": "Regnet i DuckDB"}
_MOST = 5
"""So many norms are named."""


def in_processes(run: "Run", processes: int) -> str:
    """What the run was worked out with, by so many processes."""
    by = "én prosess" if processes < 2 else f"{processes} prosesser"
    return f"{_BY[run.engine.value]}, {by}"


def lines(run: "Run", done: Sequence["Counts"], how: str, seconds: float) -> Iterator[str]:
    """How many, by what, how the norms stand, which fail most, and where the result is."""
    account, cases = run.account, sum(each.rows for each in done)
    day = "hver per sin dag" if account.is_own_day else f"per {day_in_words(account.judged_on)}"
    yield f"{account.rulebook} · {_many(cases, 'sak', 'saker')} · {day}"
    yield ""
    totals = outcomes(run, done)
    whole = sum(sum(each.values()) for each in totals.values())
    for outcome in Outcome:
        count = sum(each[outcome] for each in totals.values())
        yield f"  {outcome.value:<14}{_number(count):>15}  {100 * count / max(whole, 1):5.1f} %"
    for outcome in (Outcome.BROKEN, Outcome.UNDECIDED):
        yield from _most(run, totals, outcome)
    yield ""
    yield f"{how}: {max(seconds, 0.1):.1f} sekunder."
    yield f"Resultatet ligger i {run.folder}, en rad for hver sak og en kolonne for hver norm."
    if len(account.norms) < len(run.program.norms):
        yield "I tabellene er bare det normene som er valgt, spør om, lest."
    if account.why:
        yield f"Begrunnelsen for en rad: ntr forklar {run.folder} --sak SAK --norm NORM"
    aside, unread = (sum(getattr(each, name) for each in done) for name in ("set_aside", "unread"))
    if aside or unread:
        told = f"{_many(aside, 'rad', 'rader')} satt til side, "
        told += f"{_many(unread, 'opplysning', 'opplysninger')} ikke lest"
        yield f"{told}; alle står i {run.folder}/del-*-ikke-lest.jsonl"


def outcomes(run: "Run", done: Sequence["Counts"]) -> dict[str, dict[Outcome, int]]:
    """How often each norm came out so."""
    found = {norm: dict.fromkeys(Outcome, 0) for norm in run.account.norms}
    for each in done:
        for norm, counts in zip(run.account.norms, each.outcomes(), strict=True):
            for outcome, count in counts.items():
                found[norm][outcome] += count
    return found


def is_grave(run: "Run", done: Sequence["Counts"]) -> bool:
    """Whether any of the verdicts is a finding; what a norm fails by does not depend on level."""
    totals = outcomes(run, done)
    failing = [run.program.by_id[norm] for norm, of in totals.items() if of[Outcome.BROKEN]]
    return any(is_finding(effect_of(each.kind, each.highest_level, Outcome.BROKEN))
               for each in failing)  # fmt: skip


def _most(run: "Run", totals: dict[str, dict[Outcome, int]], outcome: Outcome) -> Iterator[str]:
    """The norms that most often came out so."""
    counted = sorted(totals, key=lambda norm: -totals[norm][outcome])[:_MOST]
    named = [each for each in counted if totals[each][outcome]]
    if named:
        yield ""
        yield f"Oftest «{outcome.value}»:"
    for each in named:
        yield f"  {_number(totals[each][outcome]):>15}  {called(run.program.by_id[each])} ({each})"


def _many(count: int, one: str, several: str) -> str:
    return f"{_number(count)} {one if count == 1 else several}"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", " ")
