"""Every kind of problem that facts can have."""

from hjemmel.facts.file_problems import (
    BROKEN_SYNTAX,
    DUPLICATE_CASE,
    DUPLICATE_KEY,
    EMPTY_FILE,
    MISSING_LIBRARY,
    READER_FAULT,
    TOO_DEEP,
    UNREADABLE_FILE,
    WRONG_ENCODING,
)
from hjemmel.facts.problem import Problem
from hjemmel.facts.sign_problems import MISTAKEN_SIGN, UNSEEN_SIGN
from hjemmel.facts.table_problems import (
    BAD_CELL,
    MERGED_CELLS,
    ROW_WITHOUT_CASE,
    UNEQUAL_LENGTHS,
)
from hjemmel.facts.value_problems import (
    BAD_DATE,
    BAD_WRAPPER,
    OUT_OF_RANGE,
    UNKNOWN_KEY,
    UNKNOWN_VALUE,
    WRONG_TYPE,
)

__all__ = ["ALL", "Problem"]

ALL: tuple[Problem, ...] = (
    UNREADABLE_FILE,
    BROKEN_SYNTAX,
    UNKNOWN_KEY,
    WRONG_TYPE,
    UNKNOWN_VALUE,
    BAD_DATE,
    OUT_OF_RANGE,
    DUPLICATE_KEY,
    DUPLICATE_CASE,
    MISSING_LIBRARY,
    BAD_WRAPPER,
    UNEQUAL_LENGTHS,
    BAD_CELL,
    TOO_DEEP,
    WRONG_ENCODING,
    EMPTY_FILE,
    MERGED_CELLS,
    ROW_WITHOUT_CASE,
    UNSEEN_SIGN,
    MISTAKEN_SIGN,
    READER_FAULT,
)
"""In the order of their codes."""
