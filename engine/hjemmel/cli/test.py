"""`ntr test`: cases with expected verdicts, and how much of the rules they try."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmel.cli import screen
from hjemmel.cli.ending import FINDINGS, WRONG_USE
from hjemmel.cli.options import BOOKS, FILE, OPTIONS

if TYPE_CHECKING:
    from hjemmel.analysis.coverage import NormCoverage
    from hjemmel.analysis.page_results import PageResult
    from hjemmel.cli.pages import PageFile


@click.command("test", options_metavar=OPTIONS)
@click.argument("stier", metavar="[STI]…", nargs=-1, type=FILE)
@BOOKS
@click.option("--junit", "junit", metavar="FIL", type=FILE,
              help="skriv resultatet som JUnit XML også, for byggetjenere")  # fmt: skip
@click.option("--oppdater", "update", is_flag=True,
              help="skriv «tekst» i sidene på nytt, og ikke noe annet")  # fmt: skip
@click.option("--dekning", "covering", is_flag=True,
              help="vis hvor mye av reglene sakene prøver")  # fmt: skip
@click.option("--format", "form", type=click.Choice(("tekst", "json")), default="tekst",
              show_default=True, help="hva resultatet skrives som")  # fmt: skip
def command(
    stier: tuple[Path, ...],
    books: tuple[str, ...],
    junit: Path | None,
    update: bool,
    covering: bool,
    form: str,
) -> None:
    """Prøv reglene mot saker der svaret er skrevet ned på forhånd.

    STI er en side i Markdown, eller en mappe med sider. Uten STI prøves de sidene som følger med
    prosjektet. Hver side har saker (```sak) og det du venter at svaret blir (```verdikt).
    """
    from hjemmel.cli.pages import found, judged

    files = found(stier)
    results = [judged(each, books) for each in files]
    if update:
        results = [_updated(*pair) for pair in zip(files, results, strict=True)]
    if junit is not None:
        from hjemmel.analysis.render_junit import render

        screen.write(render(results), junit)
    covered = _covered(results, books) if covering else None
    (_json if form == "json" else _text)(results, covered, books)
    _end(results)


def _end(results: Sequence["PageResult"]) -> None:
    if any(each.faults for each in results):
        sys.exit(WRONG_USE)
    if any(each.broken or each.stale for each in results):
        sys.exit(FINDINGS)


def _updated(file: "PageFile", result: "PageResult") -> "PageResult":
    """The page with its printed texts written anew, and which they were."""
    if not result.stale:
        return result
    from attrs import evolve

    from hjemmel.cases.rewriting import rewritten

    screen.write_bytes(rewritten(result.page, file.text, result.stale).encode(), file.path)
    for line in sorted(result.stale):
        click.echo(f"{file.name}:{line}: «tekst» er skrevet på nytt", err=True)
    return evolve(result, stale={})


def _cases(results: Sequence["PageResult"]) -> list["PageResult"]:
    """The pages that try the shared rulebook, and not rules of their own."""
    return [each for each in results if not each.page.rules]


def _covered(results: Sequence["PageResult"], books: tuple[str, ...]) -> tuple["NormCoverage", ...]:
    from hjemmel.analysis.coverage import coverage
    from hjemmel.cli.cases import chosen_norms
    from hjemmel.cli.pages import shared_program

    program = shared_program(books)
    cases = [one.asked for each in _cases(results) for one in each.tried]
    return coverage(program, cases, chosen_norms(program, (), books))


def _text(
    results: Sequence["PageResult"],
    covered: tuple["NormCoverage", ...] | None,
    books: tuple[str, ...],
) -> None:
    from hjemmel.analysis.render_trials import summary, text

    for page in results:
        for fault in page.faults:
            click.echo(f"feil: {fault.page}:{fault.line}: {fault.reason}", err=True)
            if fault.help:
                click.echo(f"  = hjelp: {fault.help}", err=True)
    if lines := text(results, screen.width(None)):
        screen.show([*lines, ()], None)
    if covered is not None:
        from hjemmel.analysis import render_coverage
        from hjemmel.cli.pages import shared_program
        from hjemmel.explain.book import book_of

        tried = sum(len(each.tried) for each in _cases(results))
        book = book_of(shared_program(books))
        lines = render_coverage.text(book, covered, tried, screen.width(None))
        screen.show([*lines, ()], None)
    click.echo(summary(results))


def _json(
    results: Sequence["PageResult"],
    covered: tuple["NormCoverage", ...] | None,
    books: tuple[str, ...],
) -> None:
    from hjemmel.analysis.render_trials import document

    content = document(results)
    if covered is not None:
        from hjemmel.analysis import render_coverage
        from hjemmel.cli.pages import shared_program
        from hjemmel.explain.book import book_of

        tried = sum(len(each.tried) for each in _cases(results))
        book = book_of(shared_program(books))
        content["dekning"] = render_coverage.document(book, covered, tried)
    screen.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n", None)
