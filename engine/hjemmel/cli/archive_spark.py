"""`ntr vurder --motor spark`: very many cases shared by the machines of a cluster."""

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import click
from attrs import frozen

from hjemmel.cli.exit_codes import stop
from hjemmel.facts.source_file import Place

if TYPE_CHECKING:
    from hjemmel.archive.deciding import Deciding
    from hjemmel.archive.parts import Counts
    from hjemmel.archive.work import Run

ENGINE = "spark"
_MASTER, _WITH = "--master", "--spark-med"
_ARROW, _SQL = "arrow", "sql"
_REST = "det som er ferdig, er ikke tapt; den samme kommandoen med --fortsett gjør resten"


@frozen
class OnSpark:
    """Where Spark runs, and what decides there: columns in the workers, or Spark's own SQL."""

    master: str
    by: str

    def told(self) -> str:
        """As the summary says it."""
        return f"Regnet på Spark ({self.master}) {_TOLD[self.by]}"


_TOLD = {_ARROW: "i kolonner", _SQL: "i SQL"}


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a command that may run on Spark."""
    command = click.option(
        _WITH, "spark_by", type=click.Choice((_ARROW, _SQL)),
        help="hva Spark regner med: arrow (kolonner, raskest) eller sql",
    )(command)  # fmt: skip
    return click.option(
        _MASTER, "master", metavar="ADRESSE",
        help="hvor Spark kjører, som local[2] eller spark://…; ellers denne maskinen",
    )(command)  # fmt: skip


def asked(engine: str | None, master: str | None, by: str | None) -> OnSpark | None:
    """What the options ask for; the command ends where they do not go together."""
    if engine != ENGINE:
        given: Mapping[str, object] = {_MASTER: master, _WITH: by}
        wrong = [name for name, value in given.items() if value]
        if wrong:
            stop(f"{wrong[0]} gjelder bare --motor spark", "ta den bort")
        return None
    return OnSpark(master or "local[*]", by or _ARROW)


def require(on: OnSpark, places: Sequence[Place]) -> None:
    """End the command where there is no Spark to run on, or a place that it does not take."""
    from hjemmel.archive.work import is_table

    other = [each for each in places if not is_table(each)]
    if other and on.by == _SQL:
        stop(f"{_WITH} sql leser bare Parquet, ikke {other[0].name}",
             f"ta bort {_WITH}; da leses andre filer én sak om gangen")  # fmt: skip
    missing = [each for each in ("pyspark", "pandas") if importlib.util.find_spec(each) is None]
    if missing:
        stop("Spark er ikke installert",
             'skriv pip install "hjemmel[spark]", eller ta bort --motor')  # fmt: skip
    from hjemmel.archive.spark.session import has_java

    if not has_java():
        _stop_without_java()


def work(on: OnSpark, run: "Run", by: "Deciding") -> "dict[int, Counts]":
    """Do what is left of a run; the command ends where Spark gives up."""
    from hjemmel.archive.spark import querying, spreading
    from hjemmel.archive.spark.session import NoJavaError, SparkEndedError, session

    try:
        with session(on.master) as spark:
            return spreading.work(run, spark) if on.by == _ARROW else querying.work(run, by, spark)
    except NoJavaError:
        _stop_without_java()
    except SparkEndedError as ended:
        stop(f"Spark ga opp: {ended.reason}", _REST, f"  = logg: {ended.log}")
    except spreading.UnseenFolderError:
        stop(f"Spark ble ferdig, men skrev ikke til {run.folder} slik den ses herfra",
             "velg med --ut en mappe som alle maskinene i klyngen ser")  # fmt: skip
    except querying.AnotherEditionError:
        stop("maskinene i klyngen har en annen utgave av hjemmel enn denne",
             "installer den samme overalt")  # fmt: skip


def _stop_without_java() -> NoReturn:
    stop("Spark trenger Java, og kan ikke starte det her",
         "installer Java 17 eller nyere (JAVA_HOME sier hvor), eller ta bort --motor")  # fmt: skip
