"""The functions of the core as Python text; the short ones are written out, which is faster."""

from typing import Any

Call = tuple[str, tuple[Any, ...]]
"""Text with {0} for the value and {1}, {2} … for constants; and the constants."""


def call(function: str, argument: Any) -> Call:
    """The function on a value and a constant."""
    match function, argument:
        case "år_senere", int():
            return "({0} + {1})", (argument,)
        case "ganger", int():
            return "({0} * {1})", (argument,)
        case "året_for", _:
            return "{0}.year", ()
        case "dag_i_året", int():
            return "date({0}, {1}, {2})", divmod(argument, 100)
        case _:  # by its name, which is one of the core's own and no rulebook's
            return f"{function}({{0}}, {{1}})", (argument,)
