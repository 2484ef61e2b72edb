"""The functions of the core as Python text; the short ones are written out, which is faster."""

from typing import Any

from hjemmel.core.algebra import Constant
from hjemmel.core.nodes import Op
from hjemmel.core.operators import OPERATORS, Sense
from hjemmel.core.working_days import InCalendar

Call = tuple[str, tuple[Any, ...]]
"""Text with {0} for the value and {1}, {2} … for constants; and the constants."""


def call(function: Op, argument: Constant) -> Call:
    """The function on a value and a constant."""
    match OPERATORS[function].sense, argument:
        case Sense.YEARS_LATER, int():
            return "({0} + {1})", (argument,)
        case Sense.TIMES, int():
            return "({0} * {1})", (argument,)
        case Sense.YEAR_OF, _:
            return "{0}.year", ()
        case Sense.DAY_IN_YEAR, int():
            return "date({0}, {1}, {2})", divmod(argument, 100)
        case _, InCalendar(number):  # the calendar is bound to the function, see `runtime`
            return f"{function}({{0}}, {{1}})", (number,)
        case _:  # by its name, which is one of the core's own and no rulebook's
            return f"{function}({{0}}, {{1}})", (argument,)
