"""The answers of `ntr vurder`, as a page or for other programs, written as the cases come."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from hjemmel import __version__
from hjemmel.cli import terminal
from hjemmel.cli.exit_codes import stop
from hjemmel.cli.output import write_file
from hjemmel.cli.telling import tell
from hjemmel.core.program import Program
from hjemmel.explain.judge import Judged

if TYPE_CHECKING:
    from hjemmel.render.portfolio import CaseVerdicts

ALONG = ("csv", "jsonl", "json")
"""The formats in which a case is written as soon as it is judged."""


@frozen
class Form:
    """How much is told of why, which verdicts only are shown, and where the answers go."""

    extent: str
    only: str
    to: Path | None


def _text(program: Program, judged: Iterator[Judged], form: Form) -> None:
    first, second = next(judged), next(judged, None)
    if second is not None:
        _table(program, chain((first, second), judged), form)
        return
    from hjemmel.render.verdict_text import case_page, headings

    title = headings(program, first.observation, first.case.title or first.case.id)
    title = (*title, *filter(None, [form.only]))
    page = case_page(title, first.day, first.verdicts, terminal.width(form.to))
    terminal.show(page, form.to)


def _table(program: Program, judged: Iterable[Judged], form: Form) -> None:
    from hjemmel.render.portfolio import tally_of
    from hjemmel.render.portfolio_table import MOST_LINES, page

    tally = tally_of(program.norms, MOST_LINES)
    first: date | None = None
    for each in judged:
        first = first or each.day
        if each.verdicts or not program.norms:
            tally.add(_verdicts(each))
    found = evolve(tally.whole(), only=form.only)
    if not found.is_of_one_day:
        tell("merk: sakene er vurdert hver sin dag; bruk --per for å vurdere alle per én")
    assert first is not None
    terminal.show(page(program.name, first, found, terminal.width(form.to)), form.to)


def _verdicts(judged: Judged) -> "CaseVerdicts":
    from hjemmel.render.portfolio import CaseVerdicts

    return CaseVerdicts(judged.case.id, judged.case.title, judged.verdicts)


def _documents(
    program: Program, judged: Iterator[Judged], form: Form
) -> Iterator[dict[str, object]]:
    from hjemmel.render.verdict_json import entries, framed

    for each in judged:
        verdicts = entries(each.verdicts, form.extent)
        yield framed(each.case.id, each.case.title, program, each.day, __version__, verdicts)


def _json(program: Program, judged: Iterator[Judged], form: Form) -> None:
    from hjemmel.cli.documents import write_json

    write_json(_documents(program, judged, form), form.to)


def _jsonl(program: Program, judged: Iterator[Judged], form: Form) -> None:
    from hjemmel.cli.documents import write_jsonl

    write_jsonl(_documents(program, judged, form), form.to)


def _tables(judged: Iterator[Judged]) -> Iterator[Sequence[tuple[str, ...]]]:
    """The head, and what each case comes to."""
    from hjemmel.render.rows import HEADER, rows

    yield (HEADER,)
    for each in judged:
        yield rows(_verdicts(each), each.day)


def _csv(_: Program, judged: Iterator[Judged], form: Form) -> None:
    from hjemmel.cli.documents import write_csv

    write_csv(_tables(judged), form.to)


def _xlsx(program: Program, judged: Iterator[Judged], form: Form) -> None:
    assert form.to is not None
    try:
        content = _workbook(program, judged, form)
    except ImportError:
        stop("Excel kan ikke skrives uten tillegget for Excel",
             'skriv pip install "hjemmel[excel]", eller bruk --format csv')  # fmt: skip
    write_file(content, form.to)


def _workbook(program: Program, judged: Iterator[Judged], form: Form) -> bytes:
    from hjemmel.cli.workbook import LONGEST_CELL, TooLongError
    from hjemmel.cli.workbook_sheets import Sheets

    sheets = Sheets(program, __version__, form.only)
    try:
        for each in judged:
            sheets.add(_verdicts(each), each.day)
        content = sheets.content()
    except TooLongError as odd:
        sheets.workbook.content()  # closed, for it holds files of its own
        stop(f"saken «{odd.case}»: «{odd.column}» har mer enn {LONGEST_CELL} tegn, som er det en "
             "celle i Excel har plass til", "bruk --format csv, der alt får plass")  # fmt: skip
    for told in sheets.left.told:
        tell(f"merk: {told}")
    return content


def _html(program: Program, judged: Iterator[Judged], form: Form) -> None:
    first, second = next(judged), next(judged, None)
    if second is not None:
        from hjemmel.cli.report import report

        cases = map(_verdicts, chain((first, second), judged))
        terminal.pour(report(program, cases, form.only), form.to)
        return
    from hjemmel.render.case_html import page

    made = page(program, first.day, __version__, _verdicts(first), form.only)
    terminal.pour(made, form.to)


ANSWERS: dict[str, Callable[[Program, Iterator[Judged], Form], None]] = {
    "tekst": _text,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "xlsx": _xlsx,
    "html": _html,
}
