"""A run worked out by Spark's own SQL: the parts are surveyed, and then asked, all in one query."""

import pickle
from functools import partial

from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from hjemmel.archive.deciding import Deciding
from hjemmel.archive.parts import Counts, finished
from hjemmel.archive.spark import asking, worker
from hjemmel.archive.spark.question import question_of
from hjemmel.archive.spark.spreading import shared_by, whole
from hjemmel.archive.spark.survey import Survey, together
from hjemmel.archive.work import Run
from hjemmel.backends.sql.printed import CASES
from hjemmel.backends.sql.spark import SETTINGS, variables


class AnotherEditionError(Exception):
    """The machines of the cluster have another edition of what is here, or of Python."""


def work(run: Run, by: Deciding, spark: SparkSession) -> dict[int, Counts]:
    """What is left of a run is done. What comes back are the counts of all the parts."""
    done = finished(run.folder, len(run.account.pieces))
    left = [each for each in range(len(run.account.pieces)) if each not in done]
    if left:
        _ask(run, by, spark, left)
    return whole(run)


def _ask(run: Run, by: Deciding, spark: SparkSession, left: list[int]) -> None:
    for name, value in SETTINGS.items():
        spark.conf.set(name, value)
    question, shared = question_of(by), shared_by(run, spark)
    places = spark.range(0, len(left), 1, len(left))
    looked = places.mapInArrow(partial(asking.survey, shared, left), asking.SURVEYED).collect()
    if any(each["merke"] != question.mark for each in looked):
        raise AnotherEditionError
    surveys: dict[int, Survey] = {each["del"]: pickle.loads(each["funnet"]) for each in looked}
    all_ = together(question, surveys.values())
    query = question.printed(all_.shape)
    for each in variables(all_.answers):
        spark.sql(each)
    asked = asking.Asked(query.leaves, all_.places)
    seen = places.mapInArrow(partial(asking.observe, shared, left, asked),
                             from_arrow_schema(asked.schema()))  # fmt: skip
    seen.createOrReplaceTempView(CASES)
    beside = {at: asking.Beside(each.undated, each.aside) for at, each in surveys.items()}
    answered = spark.sql(question.packed(query.text))
    answered.mapInArrow(partial(asking.write, shared, left, beside), worker.DONE).collect()
