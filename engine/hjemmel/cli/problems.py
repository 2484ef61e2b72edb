"""Every problem that the program can report, from all rooms."""

from typing import Any

from hjemmel.check import (
    problems_anatomy,
    problems_declarations,
    problems_logic,
    problems_names,
    problems_references,
    problems_types,
    problems_wordings,
)
from hjemmel.diagnostics.catalogue import CATALOGUE
from hjemmel.facts.problems import ALL
from hjemmel.syntax import problems as problems_syntax
from hjemmel.syntax import problems_signs

_ROOMS = (
    problems_syntax,
    problems_signs,
    problems_anatomy,
    problems_declarations,
    problems_logic,
    problems_names,
    problems_references,
    problems_types,
    problems_wordings,
)
"""Imported so that their problems are in the catalogue."""


def all_problems() -> dict[str, Any]:
    """Code to what has a code, a title and a page."""
    found: dict[str, Any] = {**CATALOGUE, **{each.code: each for each in ALL}}
    return dict(sorted(found.items()))
