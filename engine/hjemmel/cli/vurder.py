"""`ntr vurder`: verdicts on one case or many, one at a time."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path

import click
from attrs import define

from hjemmel.case.statements import Case
from hjemmel.cli import archive_spark, inputs, shown_verdicts, translations, two_days, worth_asking
from hjemmel.cli.answers import ALONG, ANSWERS, Form
from hjemmel.cli.cases import Intake, chosen_norms, judged
from hjemmel.cli.exit_codes import FINDINGS, WRONG_USE, stop
from hjemmel.cli.loading import program_on
from hjemmel.cli.options import BOOKS, DAYS, FILE, NORMS, NOTHING_PRESUMED, OPTIONS, TO
from hjemmel.cli.output import require_place
from hjemmel.cli.progress import Progress, is_wanted
from hjemmel.core.effect import is_finding
from hjemmel.explain.judge import Judge, Judged
from hjemmel.explain.verdict import Verdict
from hjemmel.facts.source_file import unheeded
from hjemmel.rulebooks.shelf import shelf
from hjemmel.words.outcomes import NOT_OPEN

_TABLE = "parquet"
_FORMATS = (*ANSWERS, _TABLE)
_ENGINES = ("kolonner", "duckdb", archive_spark.ENGINE)
_EXTENTS = ("ingen", "kort", "hel")
_WHOLE = "hel"


@click.command("vurder", options_metavar=OPTIONS)
@click.argument("filer", metavar="FIL…", nargs=-1, type=FILE)
@BOOKS
@DAYS
@NORMS
@shown_verdicts.options
@NOTHING_PRESUMED
@inputs.options
@translations.OPTION
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="tekst",
    help="hva resultatet skrives som",
    show_default=True,
)
@click.option("--begrunnelse", "extent", type=click.Choice(_EXTENTS),
              help="hvor mye av begrunnelsen json og jsonl har med: ingen, kort (én linje) eller "
              "hel (uten --begrunnelse); parquet: ingen, eller det som avgjør")  # fmt: skip
@TO
@worth_asking.OPTION
@click.option("--fortsett", "goes_on", is_flag=True,
              help="gjør ferdig et resultat i Parquet som er begynt")  # fmt: skip
@click.option("--motor", "engine", type=click.Choice(_ENGINES),
              help="hva svært mange saker regnes med (--format parquet)")  # fmt: skip
@archive_spark.options
@click.option("--feil-ved", "grave", metavar="ORD", multiple=True,
              type=click.Choice(("nektet", "varsles", "uavklart")),
              help="regn også dette som funn (nektet, varsles, uavklart)")  # fmt: skip
def command(  # noqa: PLR0917 - click names them all
    filer: tuple[Path, ...],
    books: tuple[str, ...],
    days: tuple[date, ...],
    norms: tuple[str, ...],
    words: tuple[str, ...],
    levels: tuple[str, ...],
    told_only: bool,
    given: inputs.Given,
    columns: Path | None,
    form: str,
    extent: str | None,
    to: Path | None,
    what_it_takes: bool,
    goes_on: bool,
    engine: str | None,
    master: str | None,
    spark_by: str | None,
    grave: tuple[str, ...],
) -> None:
    """Vurder saker mot regelverket.

    FIL er JSON, JSONL, YAML, CSV, Excel eller Parquet, en mappe med slike, eller «-» for standard
    inn. Saker i en database: --database og --tabell. Én sak gir en side, flere gir en oversikt.

    Svært mange saker: --format parquet --ut MAPPE; raskest fra Parquet.

    Med to --per sammenlignes dagene. Da gjelder sluttkoden den seneste av dem.
    """
    worth_asking.check(what_it_takes, form, days, extent)
    two_days.check(days, form)
    choice = shown_verdicts.choice(words, levels)
    _require_fitting(form, extent, days, choice)
    _require_table(form, to, grave, choice)
    _require_only_for_table(form, {"--fortsett": goes_on, "--motor": engine})
    spark = archive_spark.asked(engine, master, spark_by)
    if form == "xlsx" and to is None:
        stop("Excel kan ikke skrives til skjermen", "si hvor med --ut verdikter.xlsx")
    filer = inputs.files_in(filer, given, translations.read_by_name(columns))
    on = shelf(books)
    named = (*inputs.read_by_name(filer, given), *translations.read_by_name(columns))
    require_place(None if form == _TABLE else to, (*named, *on.files.values()))
    program = program_on(on)
    program = program.without_presumptions if told_only else program
    places = inputs.places(filer, given, program)
    said = translations.translation(columns, places)
    choice = shown_verdicts.among_sources(choice, program)
    wanted = chosen_norms(program, norms)
    if form == _TABLE and to is not None:
        from hjemmel.cli import archive

        why, day = extent != "ingen", next(iter(days), None)
        asked = archive.Asked(
            tuple(places), wanted, day, why, to, goes_on, not told_only, engine, spark
        )
        archive.judge(asked, program, said)
    progress = Progress(inputs.size(places)) if is_wanted(to is None and form in ALONG) else None
    heed = progress.heed if progress else unheeded
    intake = Intake(places, program, heed, said, next(iter(days), None))
    cases = _begun(progress.along(intake) if progress else iter(intake))
    heard = Heard(grave)
    if len(days) > 1:
        how = two_days.Form(form, to, norms)
        two_days.show(cases, program, days, wanted, how, heard.hear)
    else:
        judge = Judge.among(program, wanted)
        answers = (judged(case, judge, next(iter(days), None)) for case in cases)
        shown = choice.among(_heard(answers, heard))
        if what_it_takes:
            worth_asking.show(judge, shown, form, to)
        else:
            ANSWERS[form](program, shown, Form(extent or _WHOLE, choice.told, to))
    if not intake.is_whole:
        sys.exit(WRONG_USE)
    if heard.is_grave:
        sys.exit(FINDINGS)


def _require_fitting(
    form: str, extent: str | None, days: tuple[date, ...], choice: shown_verdicts.Choice
) -> None:
    """End the command where an option would have been without effect."""
    if len(days) > 1 and (extent or not choice.is_all):
        stop("--begrunnelse, --utfall og --niva gjelder ikke en sammenligning av to dager",
             "gi bare én --per, eller ta dem bort")  # fmt: skip
    if extent and form not in ("json", "jsonl", _TABLE):
        stop(f"--begrunnelse gjelder bare json, jsonl og parquet, ikke {form}",
             "skriv --format jsonl, eller ta bort --begrunnelse")  # fmt: skip


def _require_table(
    form: str,
    to: Path | None,
    grave: tuple[str, ...],
    choice: shown_verdicts.Choice,
) -> None:
    """End the command where something does not go with a table of very many cases."""
    if form == _TABLE and to is None:
        stop("Parquet kan ikke skrives til skjermen", "si hvor med --ut resultat")
    if form == _TABLE and not (choice.is_all and not grave):
        stop("--utfall, --niva og --feil-ved gjelder ikke --format parquet",
             "ta dem bort; tabellen har alle verdiktene")  # fmt: skip


def _require_only_for_table(form: str, given: Mapping[str, object]) -> None:
    """End the command where an option is given that is only for very many cases."""
    wrong = [name for name, value in given.items() if value]
    if wrong and form != _TABLE:
        stop(f"{wrong[0]} gjelder bare --format parquet", "ta den bort")


_ASKED_FOR = {"nektet": ("nektet", NOT_OPEN)}
"""The words that stand for others too: an access is closed whether somebody has asked or not."""


@define
class Heard:
    """Whether any of the verdicts so far is a finding, or one of the words asked for."""

    grave: tuple[str, ...]
    is_grave: bool = False

    def hear(self, verdicts: Iterable[Verdict]) -> None:
        """Some verdicts more."""
        self.is_grave = self.is_grave or any(
            is_finding(each.effect) or each.word in self._words for each in verdicts
        )

    @property
    def _words(self) -> tuple[str, ...]:
        return tuple(word for each in self.grave for word in _ASKED_FOR.get(each, (each,)))


def _heard(judged: Iterator[Judged], heard: Heard) -> Iterator[Judged]:
    for each in judged:
        heard.hear(each.verdicts)
        yield each


def _begun(cases: Iterator[Case]) -> Iterator[Case]:
    """The cases; where there are none, nothing is written."""
    first = next(cases, None)
    if first is None:
        sys.exit(WRONG_USE)
    return chain((first,), cases)
