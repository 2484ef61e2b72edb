"""`ntr bevis`: what the rules of one rulebook come to, in all cases there can be."""

import json
import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmel.cli import terminal
from hjemmel.cli.exit_codes import FINDINGS, stop
from hjemmel.cli.loading import program_on
from hjemmel.cli.options import FILE, OPTIONS
from hjemmel.cli.progress import counted
from hjemmel.cli.telling import say, say_lines, tell
from hjemmel.core.program import Program
from hjemmel.rulebooks.shelf import Shelf, given_files, shelf

if TYPE_CHECKING:
    from hjemmel.analysis.proofs.finding import Finding, Result, Undecided
    from hjemmel.diagnostics.diagnostic import Diagnostic

_MANY = 40
"""So many norms are asked about before it is worth telling that it may take a while."""


@click.command("bevis", options_metavar=OPTIONS)
@click.argument("filer", metavar="[FIL.ntr|MAPPE]…", nargs=-1, type=FILE)
@click.option("--norm", "wanted", metavar="ID", multiple=True,
              help="bare denne normen, eller en hel bestemmelse")  # fmt: skip
@click.option(
    "--format",
    "form",
    type=click.Choice(("tekst", "json", "sarif", "github")),
    default="tekst",
    show_default=True,
    help="hva funnene skrives som",
)
@click.option("--gjennomgatt", "mark", metavar="MERKE",
              help="merk funnet som gjennomgått, så det ikke meldes før regelen blir endret; "
              "sammen med --grunn")  # fmt: skip
@click.option("--grunn", "why", metavar="TEKST",
              help="hvorfor reglene skal stå slik de gjør, til --gjennomgatt")  # fmt: skip
@click.option("--alle", "everything", is_flag=True, help="vis også funn som er gjennomgått")
def command(
    filer: tuple[Path, ...],
    wanted: tuple[str, ...],
    form: str,
    mark: str | None,
    why: str | None,
    everything: bool,
) -> None:
    """Finn det reglene sier uten å mene det, bevist for alle saker som kan fortelles.

    Normer som ikke kan oppfylles samtidig, vilkår, unntak, ordlyder og tolkninger uten betydning,
    slag som er uten regel, og utfall som er gitt på forhånd. Uten FIL spørres de regelverkene som
    følger med. Avslutter med 1 når noe er funnet som ikke er gjennomgått.
    """
    from hjemmel.analysis.proofs.finding import Finding, Undecided
    from hjemmel.cli.cases import chosen_norms
    from hjemmel.cli.reviews import not_stale, reviews_of, write_review

    if why is not None and mark is None:
        stop("--grunn hører til --gjennomgatt", "skriv merket til funnet også")
    on = shelf([os.fspath(each) for each in given_files(filer)])
    program = program_on(on)
    norms = chosen_norms(program, wanted)
    reviews = reviews_of(on)
    results = _results(on, program, norms)
    found = [each for each in results if isinstance(each, Finding)]
    if mark is not None:
        write_review(reviews, found, mark, why)
        return
    not_stale(reviews, found, norms)
    new = [each for each in found if each.mark not in reviews.marks]
    doubts = [each for each in results if isinstance(each, Undecided)]
    _tell_of_doubts(doubts)
    shown = found if everything else new
    if form == "tekst":
        _show(program, on, shown)
        _sum_up(len(norms), found, new)
    else:
        terminal.write(_rendered(on, shown, doubts, form), None)
    if new:
        sys.exit(FINDINGS)


def _results(on: Shelf, program: Program, norms: Collection[str]) -> "Sequence[Result]":
    """What was found, now or by an earlier command that asked just the same."""
    from hjemmel.analysis.differences.effort import ORDINARY
    from hjemmel.analysis.differences.means import has_prover
    from hjemmel.analysis.proofs.looking import WITHOUT_PROVER, findings
    from hjemmel.cli.kept_findings import keep_results, kept_results, place_of

    effort = ORDINARY if has_prover() else WITHOUT_PROVER
    place = place_of(on, norms, effort)
    kept = kept_results(place) if place is not None else None
    if not has_prover():
        tell(
            "merk: løseren er ikke installert, så ingenting er bevist; sakene på grensene er prøvd"
        )
        tell('  = hjelp: installer den med pip install "hjemmel[bevis]"')
    if kept is not None:
        return kept
    if len(norms) > _MANY:
        tell(f"Spør om {len(norms)} normer. Det tar omtrent et minutt første gang.")
    results = tuple(findings(program, norms, effort, counted))
    if place is not None:
        keep_results(place, results)
    return results


def _tell_of_doubts(doubts: "Sequence[Undecided]") -> None:
    """What nobody got to the end of, said beside the answer."""
    from hjemmel.analysis.proofs.render_text import open_questions

    for each in open_questions(doubts):
        tell(each)


def _show(program: Program, on: Shelf, found: "Sequence[Finding]") -> None:
    from hjemmel.analysis.proofs.render_text import below
    from hjemmel.diagnostics.render_text import render
    from hjemmel.rulebooks.library import Files

    files = Files(on)
    told = _told(on, found)
    about = frozenset(each.span.file for each in told)
    lines = {source.name: source.raw_lines for source in files.read_as(about)}
    for finding, each in zip(found, told, strict=True):
        say_lines(render(each, lines.get(each.span.file, [])))
        for line in below(program, finding):
            say(line)
        say()


def _told(on: Shelf, found: "Sequence[Finding]") -> "tuple[Diagnostic, ...]":
    from hjemmel.rulebooks.compiling import in_files
    from hjemmel.rulebooks.library import Files

    return in_files(tuple(each.told for each in found), Files(on))


def _sum_up(norms: int, found: "Sequence[Finding]", new: "Sequence[Finding]") -> None:
    from hjemmel.analysis.proofs.render_text import summary

    old = [each for each in found if each not in new]
    say(summary(norms, new, old))


def _rendered(
    on: Shelf, found: "Sequence[Finding]", doubts: "Sequence[Undecided]", form: str
) -> str:
    from hjemmel.analysis.proofs.stored import stored
    from hjemmel.cli.problems import all_problems
    from hjemmel.diagnostics import render_github, render_sarif

    told = _told(on, found)
    match form:
        case "json":
            return json.dumps(stored([*found, *doubts]), ensure_ascii=False, indent=1) + "\n"
        case "sarif":
            return render_sarif.render(told, all_problems().values())
        case _:
            return render_github.render(told)
