"""A session of Spark, on this machine or a cluster, that says nothing where it is not asked.

What Spark and Java write stands in a log, which is kept where something goes wrong.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

from attrs import frozen
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from hjemmel.facts.parquet_file import BrokenTableError

TRIES = 4
"""So often is a part tried before all of it is given up, as on a cluster."""
_LOCAL = re.compile(r"^local(?:\[([0-9]+|\*)\])?$")
_NAMED = re.compile(r"^(?:Caused by: )?[\w.$]*(?:Error|Exception): .")
_LONGEST = 300
_STACK = "-Xss64m"
"""A query is made of expressions in expressions, and Java goes through them one in another."""


class NoJavaError(Exception):
    """Spark runs in Java, and there is none here that it can run in."""


@frozen
class SparkEndedError(Exception):
    """Spark gave up. What it says itself stands in its log."""

    reason: str
    log: Path


@contextmanager
def session(master: str) -> Iterator[SparkSession]:
    """A session, ended afterwards; what ends it on Spark's side is `SparkEndedError`."""
    if not has_java():
        raise NoJavaError
    handle, name = mkstemp(prefix="spark-", suffix=".log")
    log = Path(name)
    try:
        opened = _opened(master, handle, name)
    except (PySparkException, Py4JError) as wrong:
        if "JAVA_GATEWAY_EXITED" in str(wrong):
            raise NoJavaError from wrong
        raise _ended(wrong, log) from wrong
    finally:
        os.close(handle)
    try:
        yield opened
    except (PySparkException, Py4JError) as wrong:
        raise _ended(wrong, log) from wrong
    finally:
        opened.stop()
    log.unlink(missing_ok=True)


def _opened(master: str, log: int, name: str) -> SparkSession:
    builder = SparkSession.builder.appName("hjemmel").config("spark.ui.showConsoleProgress", False)
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", 65_536)
    if is_local := _LOCAL.match(master):
        master = f"local[{is_local[1] or 1},{TRIES}]"
        # The processes of Python that Spark begins here are to find what this one does.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        path = os.pathsep.join(each for each in sys.path if each)
        builder = builder.config("spark.executorEnv.PYTHONPATH", path)
        # What is not alike in this is another process: one of a session before would take what
        # is shared now for what was shared then, for both have the same number.
        builder = builder.config("spark.executorEnv.HJEMMEL_SPARK", name)
        builder = builder.config("spark.ui.enabled", False).config("spark.driver.memory", "4g")
        builder = builder.config("spark.driver.host", "127.0.0.1")
        builder = builder.config("spark.driver.bindAddress", "127.0.0.1")
    builder = builder.master(master).config("spark.driver.extraJavaOptions", _STACK)
    with _written_to(log):
        return builder.getOrCreate()


@contextmanager
def _written_to(log: int) -> Iterator[None]:
    """What is begun meanwhile writes to a file, and does so for as long as it runs."""
    kept = [(each, os.dup(each)) for each in (1, 2)]
    for each, _ in kept:
        os.dup2(log, each)
    try:
        yield
    finally:
        for each, before in kept:
            os.dup2(before, each)
            os.close(before)


def has_java() -> bool:
    """Whether there is a Java, of whatever age."""
    home = os.environ.get("JAVA_HOME")
    at = Path(home, "bin", "java") if home else None
    return shutil.which(at or "java") is not None


def _ended(wrong: Exception, log: Path) -> Exception:
    """What a fault on Spark's side is to us. All that it says stands in the log."""
    said = str(wrong)
    with log.open("a", encoding="utf-8") as file:
        file.write(said)
    if BrokenTableError.__name__ in said:
        return BrokenTableError()
    lines = [each.strip() for each in said.splitlines() if each.strip()]
    named = [each for each in lines if _NAMED.match(each)]
    reason = named[-1] if named else next(iter(lines), type(wrong).__name__)
    return SparkEndedError(reason[:_LONGEST], log)
