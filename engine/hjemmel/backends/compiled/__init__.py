"""The compiled backend: a program as Python source, for many cases one at a time."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hjemmel.backends.compiled.functions import CODES, Compiled
    from hjemmel.backends.compiled.source import compile_program

__all__ = ["CODES", "Compiled", "compile_program"]

_PLACES = {"CODES": "functions", "Compiled": "functions", "compile_program": "source"}


def __getattr__(name: str) -> Any:
    """A part when it is asked for: to run stored functions, nothing that emits is imported."""
    if name not in _PLACES:
        raise AttributeError(f"no {name} in {__name__}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
