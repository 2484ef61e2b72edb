"""The compiled backend: a program as Python source, for many cases one at a time."""

from hjemmel.backends.compiled.compiled import Compiled, compile_program
from hjemmel.backends.compiled.forms import CODES

__all__ = ["CODES", "Compiled", "compile_program"]
