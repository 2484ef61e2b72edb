"""Every problem that the program can report, from all rooms."""

from typing import Any

from attrs import evolve

from hjemmel.analysis.contradictions import problems as problems_contradictions
from hjemmel.analysis.proofs import problems as problems_proofs
from hjemmel.check import (
    problems_calendar,
    problems_declarations,
    problems_logic,
    problems_names,
    problems_presumptions,
    problems_readings,
    problems_references,
    problems_sentences,
    problems_sources,
    problems_structure,
    problems_types,
    problems_wordings,
)
from hjemmel.cli.docstrings import written_in
from hjemmel.diagnostics.catalogue import CATALOGUE, Entry
from hjemmel.facts.problems import ALL
from hjemmel.syntax import problems as problems_syntax
from hjemmel.syntax import problems_signs

_ROOMS = (
    problems_syntax,
    problems_signs,
    problems_structure,
    problems_calendar,
    problems_contradictions,
    problems_declarations,
    problems_logic,
    problems_names,
    problems_presumptions,
    problems_proofs,
    problems_readings,
    problems_references,
    problems_sentences,
    problems_sources,
    problems_types,
    problems_wordings,
)
"""Imported so that their problems are in the catalogue."""


def all_problems() -> dict[str, Any]:
    """Code to what has a code, a title and a page."""
    found: dict[str, Any] = {**_with_pages(), **{each.code: each for each in ALL}}
    return dict(sorted(found.items()))


def _with_pages() -> dict[str, Entry]:
    """The catalogue; its pages are read from the source where Python has left them out."""
    if all(each.page for each in CATALOGUE.values()):
        return CATALOGUE
    pages = {name: page for room in _ROOMS for name, page in written_in(room).items()}
    return {code: evolve(each, page=pages.get(each.function) or _NO_PAGE)
            for code, each in CATALOGUE.items()}  # fmt: skip


_NO_PAGE = """Siden er ikke med når programmet kjøres med «python -OO» uten kildekoden.

Kjør det uten -OO, eller les siden i dokumentasjonen under «feil»."""
