"""Which cells of a table are plain."""

import pyarrow as pa
import pytest

from hjemmel.archive.plain import Reading
from hjemmel.core.schema import Schema
from hjemmel.core.types import Date, Truth, Whole
from hjemmel.facts.parquet_file import Told
from hjemmel.facts.vocabulary import Vocabulary


@pytest.fixture
def reading() -> Reading:
    """Of a file whose columns are of no matter."""
    return Reading(Told(None, (), (), Vocabulary.of(Schema())))


def test_a_value_means_the_same_only_where_it_is_of_the_same_kind(reading: Reading) -> None:
    """To Python, «true» is 1; as a whole number it is none."""
    numbers, odd = reading.scalar(pa.array([1, None, 2]), Whole())
    assert (numbers.to_pylist(), odd.tolist()) == ([1, None, 2], [False, False, False])
    none, odd = reading.scalar(pa.array([True, None]), Whole())
    assert (none.to_pylist(), odd.tolist()) == ([None, None], [True, False])


def test_days_and_truths_in_text_are_read_and_what_is_part_of_a_day_is_odd(
    reading: Reading,
) -> None:
    """As in any other file."""
    days, odd = reading.scalar(pa.array(["2024-03-15", "2024", "tull"]), Date())
    assert [str(each) for each in days.to_pylist()] == ["2024-03-15", "None", "None"]
    assert odd.tolist() == [False, True, True]
    truths, odd = reading.scalar(pa.array(["ja", "Nei", "kanskje"]), Truth())
    assert (truths.to_pylist(), odd.tolist()) == ([True, False, None], [False, False, True])
