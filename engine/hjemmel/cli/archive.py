"""`ntr vurder --format parquet`: very many cases, to a table with the reasons."""

import importlib.util
import sys
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NoReturn, assert_never

from attrs import evolve, frozen

from hjemmel import __version__
from hjemmel.cli import archive_spark
from hjemmel.cli.cases import tell_of_edition
from hjemmel.cli.exit_codes import FINDINGS, WRONG_USE, stop
from hjemmel.cli.gathered import Gathered
from hjemmel.cli.progress import Progress, is_wanted
from hjemmel.cli.telling import say, tell
from hjemmel.core.program import Program
from hjemmel.facts.faults import Edition, Mistake, Note, Rejected, Unread
from hjemmel.facts.headings import Headings
from hjemmel.facts.names import listed
from hjemmel.facts.parquet_file import BrokenTableError
from hjemmel.facts.reading import FORMATS
from hjemmel.facts.source_file import TABLE, Place
from hjemmel.facts.translation import Translation
from hjemmel.facts.vocabulary import Vocabulary

if TYPE_CHECKING:
    from hjemmel.archive.account import Account
    from hjemmel.archive.deciding import Deciding
    from hjemmel.archive.engines import Engine
    from hjemmel.archive.parts import Counts
    from hjemmel.archive.work import Heed, Run


@frozen
class Asked:
    """What the command was asked for: of which files, by what day, to where, by which engine."""

    places: tuple[Place, ...]
    norms: frozenset[str]
    day: date | None
    why: bool
    to: Path
    goes_on: bool
    presumptions: bool
    engine: str | None
    spark: archive_spark.OnSpark | None


def judge(asked: Asked, program: Program, translation: Translation) -> NoReturn:
    """Judge all rows, tell how it went, and end the command."""
    _require_files(asked.places)
    engine = _engine(asked)
    from hjemmel.archive import work
    from hjemmel.archive.parts import same_names

    begun = monotonic()
    account = _as_begun(_account(asked, program, translation), asked.to)
    run = work.Run(program, account, translation, asked.to, engine, asked.places)
    _require_folder(run, asked.goes_on)
    progress = Progress(None) if is_wanted(writes_along=False) else None
    shared = min(work.processes(), len(account.pieces))
    try:
        by = work.begin(run)
        done = _done(asked, run, by, progress.more if progress else _unheeded)
    except KeyboardInterrupt:
        tell(f"avbrutt; det som er ferdig, ligger i {asked.to}")
        tell("  = hjelp: den samme kommandoen med --fortsett gjør resten")
        raise
    except BrokenTableError:
        stop("en av filene er ødelagt, og kan ikke leses til ende",
             "hent den på nytt der den kom fra, og velg en ny mappe med --ut")  # fmt: skip
    except BrokenExecutor:
        stop("en av prosessene ble stanset av maskinen, kanskje fordi minnet tok slutt",
             "det som er ferdig, er ikke tapt; den samme kommandoen med --fortsett gjør resten",
             )  # fmt: skip
    except OSError as wrong:
        stop(f"kan ikke skrive til {asked.to}: {wrong}", "det som er ferdig, er ikke tapt; "
             "den samme kommandoen med --fortsett gjør resten")  # fmt: skip
    finally:
        if progress:
            progress.end()
    _tell_aside(run)
    undated = sum(each.undated for each in done.values())
    if undated:
        which = "én sak" if undated == 1 else f"{undated} saker"
        tell(f"merk: {which} uten vurderingsdato; bruker i dag, {account.judged_on}")
    doubles = same_names(run.folder, done)
    if doubles:
        rows = "én rad" if doubles == 1 else f"{doubles} rader"
        tell(f"merk: {rows} heter det samme som en annen; hver av dem er vurdert")
    from hjemmel.cli.archive_summary import in_processes, is_grave, lines

    how = asked.spark.told() if asked.spark else in_processes(run, shared)
    for line in lines(run, tuple(done.values()), how, monotonic() - begun):
        say(line)
    if any(each.set_aside or each.unread for each in done.values()):
        sys.exit(WRONG_USE)
    sys.exit(FINDINGS if is_grave(run, tuple(done.values())) else 0)


def _done(asked: Asked, run: "Run", by: "Deciding", heed: "Heed") -> "dict[int, Counts]":
    """What is left of a run is done, here or by Spark; the counts of all the parts."""
    if asked.spark:
        return archive_spark.work(asked.spark, run, by)
    from hjemmel.archive import work

    return work.work(run, by, heed, work.processes())


def _unheeded(rows: int, cases: int) -> None:
    del rows, cases


def _require_files(places: Sequence[Place]) -> None:
    for each in places:
        if each.path is None and each.form != TABLE:
            stop("--format parquet leser ikke fra standard inn", "lagre sakene i en fil først")
        if each.form not in (*FORMATS, TABLE):
            stop(f"{each.path} leses ikke",
                 f"saker leses fra filer som slutter på {listed(FORMATS)}")  # fmt: skip
        if each.path is not None and not each.path.is_file():
            stop(f"finner ikke {each.path}", "sjekk navnet")
    try:
        from hjemmel.archive import work
    except ImportError:
        stop("Parquet kan ikke skrives uten tillegget for kolonner",
             'skriv pip install "hjemmel[kolonner]"')  # fmt: skip
    del work


def _engine(asked: Asked) -> "Engine":
    """The engine that is asked for, else columns: they are the fastest here, at every size."""
    from hjemmel.archive.engines import Engine

    if asked.spark:
        archive_spark.require(asked.spark, asked.places)
        return Engine.COLUMNS
    engine = Engine(asked.engine) if asked.engine else Engine.COLUMNS
    if engine is Engine.DUCKDB and importlib.util.find_spec("duckdb") is None:
        stop("DuckDB er ikke installert", 'skriv pip install "hjemmel[sql]", eller ta bort --motor')
    return engine


def _account(asked: Asked, program: Program, translation: Translation) -> "Account":
    from hjemmel.archive.account import Account, of_columns, source_at
    from hjemmel.archive.work import is_table, pieces_of

    headings = Headings(Vocabulary.of(program.schema), translation)
    for each in asked.places:
        if is_table(each) and each.path is not None:
            _require_readable(each.path, headings)
    pieces = [piece for at, each in enumerate(asked.places) for piece in pieces_of(at, each)]
    if not pieces:
        stop("ingen saker i filen", "«ntr skjema» viser hvordan en sak skrives")
    day = asked.day or date.today()  # noqa: DTZ011 - the day where the user is
    norms = tuple(each.id for each in program.norms if each.id in asked.norms)
    return Account(
        __version__, program.name, program.fingerprint, asked.presumptions,
        of_columns(translation), day.isoformat(), asked.day is None, norms,
        tuple(map(source_at, asked.places)), tuple(pieces), asked.why,
    )  # fmt: skip


def _as_begun(account: "Account", folder: Path) -> "Account":
    """With the day that rows without one were given when the run was begun, if it was."""
    from hjemmel.archive.account import read_account

    there = read_account(folder)
    if there is None or not (there[0].is_own_day and account.is_own_day):
        return account
    return evolve(account, day=there[0].day)


def _require_readable(path: Path, headings: Headings) -> None:
    """End the command where a table's columns cannot be read surely."""
    from hjemmel.facts.parquet_file import told_in

    told = told_in(str(path), path.name, headings)
    if isinstance(told, Mistake):
        stop(f"{path}: {told.reason}", told.help)
    _tell_of_columns([*told.wrong, *told.lost])
    if told.wrong:
        stop(f"{path} kan ikke leses sikkert før overskriftene er rettet",
             "rett dem, eller si hva de betyr med --kolonner")  # fmt: skip


def _tell_of_columns(of: Sequence[Rejected]) -> None:
    gathered = Gathered(tell, True)
    for each in of:
        gathered.fault(each)
    gathered.end()


def _require_folder(run: "Run", goes_on: bool) -> None:
    """End the command where the folder has something else, or a run that it is not told to end."""
    from hjemmel.archive.account import read_account

    folder = run.folder
    there = read_account(folder)
    if folder.exists() and not folder.is_dir():
        stop(f"{folder} er en fil, og resultatet er en mappe", "velg et annet navn med --ut")
    if there is None:
        if folder.is_dir() and any(not each.name.startswith(".") for each in folder.iterdir()):
            stop(f"mappen {folder} har noe annet i seg", "velg en annen med --ut")
        return
    if not goes_on:
        stop(f"{folder} har et resultat fra før",
             "gjør ferdig det som er begynt, med --fortsett, eller velg en annen mappe med --ut",
             )  # fmt: skip
    if there[0] != run.account:
        stop(f"{folder} er begynt med noe annet: {_difference(there[0], run.account)}",
             "velg en annen mappe med --ut")  # fmt: skip


def _difference(was: "Account", now: "Account") -> str:
    told = (
        ("fingerprint", "regelverket er et annet"),
        ("sources", "filene er andre, eller endret siden"),
        ("day", "dagen er en annen"),
        ("is_own_day", "dagen er en annen"),
        ("norms", "normene er andre"),
        ("why", "--begrunnelse er en annen"),
        ("columns", "--kolonner er en annen"),
        ("presumptions", "--uten-formodninger er en annen"),
    )
    return next((words for name, words in told if getattr(was, name) != getattr(now, name)),
                "programmet er et annet")  # fmt: skip


def _tell_aside(run: "Run") -> None:
    from hjemmel.archive.parts import told_aside

    gathered = Gathered(tell, False)
    for each in told_aside(run.folder, range(len(run.account.pieces))):
        match each:
            case Note():
                gathered.note(each)
            case Unread(what):
                gathered.fault(what)
            case Rejected():
                gathered.fault(each)
            case Edition():
                tell_of_edition(each, run.program)
            case _:
                assert_never(each)
    gathered.end()
