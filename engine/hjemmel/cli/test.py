"""`ntr test`: cases with expected verdicts, and how much of the rules they try."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import define

from hjemmel.cli import terminal
from hjemmel.cli.exit_codes import FINDINGS, WRONG_USE
from hjemmel.cli.options import BOOKS, FILE, OPTIONS
from hjemmel.cli.output import require_place, rewrite_file
from hjemmel.cli.telling import say_lines, tell
from hjemmel.rulebooks.shelf import shelf
from hjemmel.source.shown import json_text

if TYPE_CHECKING:
    from hjemmel.analysis.coverage import NormCoverage
    from hjemmel.analysis.page_results import PageResult
    from hjemmel.cli.pages import PageFile, Rulebook
    from hjemmel.cli.thorough import Gaps, Mutation
    from hjemmel.core.program import Program


@click.command("test", options_metavar=OPTIONS)
@click.argument("stier", metavar="[STI]…", nargs=-1, type=FILE)
@BOOKS
@click.option("--junit", "junit", metavar="FIL", type=FILE,
              help="skriv resultatet som JUnit XML også, for byggetjenere")  # fmt: skip
@click.option("--oppdater", "update", is_flag=True,
              help="skriv «tekst» i sidene på nytt, og ikke noe annet")  # fmt: skip
@click.option("--dekning", "covering", is_flag=True,
              help="vis hvor mye av reglene sakene prøver")  # fmt: skip
@click.option("--mutasjon", "mutating", is_flag=True,
              help="endre reglene litt, og se om sakene merker det")  # fmt: skip
@click.option("--grundig", "thorough", is_flag=True,
              help="begge deler, og om det som ikke er vist, kan vises av noen sak")  # fmt: skip
@click.option("--foresla", "proposing", metavar="MAPPE", type=FILE,
              help="skriv sider med saker for det ingen sak viser, uten svar")  # fmt: skip
@click.option("--format", "form", type=click.Choice(("tekst", "json")), default="tekst",
              show_default=True, help="hva resultatet skrives som")  # fmt: skip
def command(  # noqa: PLR0917 - one for each option
    stier: tuple[Path, ...],
    books: tuple[str, ...],
    junit: Path | None,
    update: bool,
    covering: bool,
    mutating: bool,
    thorough: bool,
    proposing: Path | None,
    form: str,
) -> None:
    """Prøv reglene mot saker der svaret er skrevet ned på forhånd.

    STI er en side i Markdown, eller en mappe med sider. Har mappen regelfiler, er det dem som
    prøves. Uten STI prøves mappen du står i, når den har regelfiler, ellers de sidene som følger
    med prosjektet. Hver side har saker (```sak) og det du venter at svaret blir (```verdikt).

    Med --mutasjon endres reglene litt, én endring om gangen: en grense, en dag, et «og», en
    hjemmel. Hver endring som gir et annet svar i noen sak, skal en av sakene merke.

    Med --foresla skrives en side for hver norm som mangler saker. Svaret fyller du ut selv.
    """
    from hjemmel.cli.pages import Rulebook, found, judged, own_rules

    own = () if books else own_rules(stier)
    files = found(stier or tuple(map(Path, own)))
    rulebook = Rulebook(shelf(books or own))
    require_place(junit, (*(each.path for each in files), *rulebook.on.files.values()))
    results = _asked([judged(each, rulebook) for each in files], rulebook)
    if update:
        results = [_updated(*pair) for pair in zip(files, results, strict=True)]
    if junit is not None:
        from hjemmel.analysis.render_junit import render

        terminal.write(render(results), junit)
    tests = _Tests(results, rulebook)
    if covering or thorough or proposing:
        tests.cover()
    if thorough or proposing:
        tests.find_gaps()
    if mutating or thorough:
        tests.mutate()
    (_json if form == "json" else _text)(tests)
    if proposing:
        from hjemmel.cli.proposing import propose

        judge = tests.rulebook.judge
        propose(judge, tests.covered or (), tests.gaps, tests.mutation, proposing)
    _end(tests)


@define
class _Tests:
    """The pages judged, and what is asked about them."""

    results: "list[PageResult]"
    rulebook: "Rulebook"
    covered: "tuple[NormCoverage, ...] | None" = None
    gaps: "Gaps | None" = None
    mutation: "Mutation | None" = None

    @property
    def program(self) -> "Program":
        """The rulebook of the pages without rules of their own."""
        return self.rulebook.program

    @property
    def cases(self) -> "list[PageResult]":
        """The pages that try the shared rulebook, and not rules of their own."""
        return [each for each in self.results if not each.page.rules]

    @property
    def norms(self) -> frozenset[str]:
        """The norms of the rulebooks asked for and of all they build on."""
        from hjemmel.cli.cases import chosen_norms

        return chosen_norms(self.program, ())

    def cover(self) -> None:
        """How much of the rules the cases try."""
        from hjemmel.analysis.coverage import coverage

        cases = [one.asked for each in self.cases for one in each.tried]
        self.covered = coverage(self.program, cases, self.norms)

    def find_gaps(self) -> None:
        """What they do not try, and whether any case could."""
        from hjemmel.cli.thorough import find_gaps

        self.gaps = find_gaps(self.program, self.covered or ())

    def mutate(self) -> None:
        """The rules changed a little; only cases that hold can tell."""
        from hjemmel.cli.thorough import mutate

        if not any(each.faults or each.unheld for each in self.cases):
            self.mutation = mutate(self.rulebook.judge, self.cases, self.norms)
        else:
            tell("merk: reglene endres ikke før alle sakene holder")


def _end(tests: _Tests) -> None:
    if any(each.faults for each in tests.results):
        sys.exit(WRONG_USE)
    asked = (each for each in (tests.gaps, tests.mutation) if each is not None)
    if any(each.unheld or each.stale for each in tests.results) or not all(
        each.passed for each in asked
    ):
        sys.exit(FINDINGS)


def _asked(results: "list[PageResult]", rulebook: "Rulebook") -> "list[PageResult]":
    """A norm that pages know by another name is asked about once."""
    if not any(each.faults and not each.page.rules for each in results):
        return results
    from hjemmel.analysis.renamed import asked_once

    return asked_once(results, rulebook.program)


def _updated(file: "PageFile", result: "PageResult") -> "PageResult":
    """The page with its printed texts written anew, and which they were."""
    if not result.stale:
        return result
    from attrs import evolve

    from hjemmel.expectations.rewriting import rewritten
    from hjemmel.files.text_form import MARK

    text = rewritten(result.page, file.text, result.stale)
    mark = MARK if file.data.startswith(MARK) else b""
    rewrite_file(mark + text.encode(), file.path, file.data)
    for line in sorted(result.stale):
        tell(f"{file.name}:{line}: «tekst» er skrevet på nytt")
    return evolve(result, stale={})


def _text(tests: _Tests) -> None:
    from hjemmel.analysis.render_trials import summary, text

    for page in tests.results:
        for fault in page.faults:
            tell(f"feil: {fault.page}:{fault.line}: {fault.reason}")
            if fault.help:
                tell(f"  = hjelp: {fault.help}")
    if lines := text(tests.results, terminal.width(None)):
        terminal.show([*lines, ()], None)
    if tests.covered is not None:
        _text_of_coverage(tests, tests.covered)
    say_lines(summary(tests.results))
    if tests.gaps is not None:
        from hjemmel.cli.thorough import show_gaps

        show_gaps(tests.rulebook.judge, tests.gaps)
    if tests.mutation is not None:
        from hjemmel.cli.thorough import show_mutation

        show_mutation(tests.program, tests.mutation)


def _text_of_coverage(tests: _Tests, covered: "tuple[NormCoverage, ...]") -> None:
    from hjemmel.analysis import render_coverage

    tried = sum(len(each.tried) for each in tests.cases)
    book = tests.rulebook.judge.book
    terminal.show([*render_coverage.text(book, covered, tried, terminal.width(None)), ()], None)


def _json(tests: _Tests) -> None:
    from hjemmel.analysis.render_trials import document

    content = document(tests.results)
    if tests.covered is not None:
        from hjemmel.analysis import render_coverage

        book = tests.rulebook.judge.book
        tried = sum(len(each.tried) for each in tests.cases)
        content["dekning"] = render_coverage.document(book, tests.covered, tried)
    if tests.gaps is not None:
        from hjemmel.analysis import render_gaps

        content["ikke_vist"] = render_gaps.document(tests.rulebook.judge.book, tests.gaps.found)
    if tests.mutation is not None:
        from hjemmel.analysis.mutation import render

        content["mutasjon"] = render.document(tests.program, tests.mutation.found)
    terminal.write(json_text(content, 1) + "\n", None)
