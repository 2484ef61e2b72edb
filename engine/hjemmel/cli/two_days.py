"""`ntr vurder` with two days: what differs between them, and why."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from hjemmel import __version__
from hjemmel.case.statements import Case
from hjemmel.cli import terminal
from hjemmel.cli.exit_codes import stop
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judge, Judged
from hjemmel.explain.verdict import Verdict

if TYPE_CHECKING:
    from hjemmel.compare.changes import Comparison

Hear = Callable[[Iterable[Verdict]], None]

_MOST = 2
_FORMATS = ("tekst", "json", "jsonl", "csv")


@frozen
class Form:
    """How a comparison is written, and where; the norms are those that were asked for by name."""

    name: str
    to: Path | None
    norms: tuple[str, ...]


@frozen(eq=False)
class Compared:
    """A case judged by the later day, and what differs from the earlier one."""

    later: Judged
    comparison: "Comparison"

    @property
    def case(self) -> Case:
        """The case."""
        return self.later.case


def check(days: Sequence[date], form: str) -> None:
    """End the command where the days given cannot be compared, or not be written so."""
    if len(days) > _MOST:
        stop(f"--per er gitt {len(days)} ganger", "gi én dag, eller to dager som skal sammenlignes")
    if len(set(days)) < len(days):
        stop(f"--per er gitt to ganger med samme dag, {days[0]}",
             "gi to ulike dager, eller bare den ene")  # fmt: skip
    if len(days) == _MOST and form not in _FORMATS:
        stop(f"en sammenligning av to dager kan ikke skrives som {form}",
             "bruk --format tekst, json, jsonl eller csv")  # fmt: skip


def show(
    cases: Iterable[Case], program: Program, days: Sequence[date], norms: frozenset[str],
    form: Form, hear: Hear,
) -> None:  # fmt: skip
    """Write what differs between the days in each case; the verdicts of the later are heard."""
    judge = Judge.of(program)
    found = (_compared(each, judge, sorted(days), norms) for each in cases)
    _writer(form)(program, _heard(found, hear), form.to)


def _heard(found: Iterable[Compared], hear: Hear) -> Iterator[Compared]:
    for each in found:
        hear(each.later.verdicts)
        yield each


def _compared(case: Case, judge: Judge, days: Sequence[date], norms: frozenset[str]) -> Compared:
    from hjemmel.compare.changes import compare

    before, after = (judge.situation(case, each) for each in days)
    found = compare(case, before, after, norms)
    return Compared(Judged(case, after, tuple(found.later)), found)


def _writer(form: Form) -> Callable[[Program, Iterator[Compared], Path | None], None]:
    match form.name:
        case "json":
            return _json
        case "jsonl":
            return _jsonl
        case "csv":
            return _csv
        case _:
            return _each if form.norms else _text


def _text(program: Program, found: Iterator[Compared], to: Path | None) -> None:
    """Of many cases a table, unless some norms were asked for."""
    cases = list(found)
    (_each if len(cases) == 1 else _counts)(program, cases, to)


def _each(program: Program, found: Iterable[Compared], to: Path | None) -> None:
    """A page for each case."""
    from hjemmel.render.changes_text import changes_page
    from hjemmel.render.lines import Line
    from hjemmel.render.verdict_text import headings

    lines: list[Line] = []
    for each in found:
        title = headings(program, each.later.observation, each.case.title or each.case.id)
        page = changes_page(title, each.comparison, terminal.width(to))
        lines += [(), (), *page] if lines else page
    terminal.show(lines, to)


def _counts(program: Program, found: Iterable[Compared], to: Path | None) -> None:
    """One page for many cases: how many for each norm."""
    from hjemmel.render.change_counts import counts_page

    comparisons = [each.comparison for each in found]
    terminal.show(counts_page(program, comparisons, terminal.width(to)), to)


def _documents(program: Program, found: Iterator[Compared]) -> Iterator[dict[str, Any]]:
    from hjemmel.render.changes_json import comparison_document

    for each in found:
        yield comparison_document(
            each.case.id, each.case.title, program, __version__, each.comparison
        )


def _json(program: Program, found: Iterator[Compared], to: Path | None) -> None:
    from hjemmel.cli.documents import write_json

    write_json(_documents(program, found), to)


def _jsonl(program: Program, found: Iterator[Compared], to: Path | None) -> None:
    from hjemmel.cli.documents import write_jsonl

    write_jsonl(_documents(program, found), to)


def _csv(_: Program, found: Iterator[Compared], to: Path | None) -> None:
    from hjemmel.cli.documents import write_csv

    write_csv(_tables(found), to)


def _tables(found: Iterator[Compared]) -> Iterator[Iterable[Sequence[str]]]:
    """The head, and what differs in each case."""
    from hjemmel.render.change_rows import CHANGE_HEADER, change_rows

    yield (CHANGE_HEADER,)
    for each in found:
        yield change_rows(each.case.id, each.case.title, each.comparison)
