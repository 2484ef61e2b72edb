"""The functions of the core as Python text; the short ones are written out, which is faster."""

from typing import Any

from hjemmel.core.nodes import Op

Call = tuple[str, tuple[Any, ...]]
"""Text with {0} for the value and {1}, {2} … for constants; and the constants."""


def call(function: Op, argument: Any) -> Call:
    """The function on a value and a constant."""
    match function, argument:
        case Op.YEARS_LATER, int():
            return "({0} + {1})", (argument,)
        case Op.TIMES, int():
            return "({0} * {1})", (argument,)
        case Op.YEAR_OF, _:
            return "{0}.year", ()
        case Op.DAY_IN_YEAR, int():
            return "date({0}, {1}, {2})", divmod(argument, 100)
        case _:  # by its name, which is one of the core's own and no rulebook's
            return f"{function}({{0}}, {{1}})", (argument,)
