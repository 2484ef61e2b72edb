"""A run shared by a cluster: each task of Spark does a part, from its file to its file.

A task reads its own row groups. Had Spark read them and handed them over, each value would have
been moved out of columns into rows and back, which takes longer than all the rest.
"""

from functools import partial

from attrs import evolve
from pyspark import Broadcast
from pyspark.sql import SparkSession

from hjemmel.archive.parts import Counts, finished, sweep
from hjemmel.archive.spark import worker
from hjemmel.archive.work import Run


class UnseenFolderError(Exception):
    """Spark has done its work, and the result is not here: it has written somewhere else."""


def work(run: Run, spark: SparkSession) -> dict[int, Counts]:
    """What is left of a run is done. What comes back are the counts of all the parts."""
    count = len(run.account.pieces)
    done = finished(run.folder, count)
    left = [each for each in range(count) if each not in done]
    if left:
        shared = shared_by(run, spark)
        places = spark.range(0, len(left), 1, len(left))
        places.mapInArrow(partial(worker.judge, shared, left), worker.DONE).collect()
    return whole(run)


def shared_by(run: Run, spark: SparkSession) -> Broadcast[Run]:
    """The run as all processes get it, wherever they stand."""
    return spark.sparkContext.broadcast(evolve(run, folder=run.folder.resolve()))


def whole(run: Run) -> dict[int, Counts]:
    """The counts of all the parts, which must be there; what a lost task had begun is swept."""
    done = finished(run.folder, len(run.account.pieces))
    if len(done) < len(run.account.pieces):
        raise UnseenFolderError
    sweep(run.folder)
    return done
