"""Templates to fill in: the facts a rulebook asks for."""

from pathlib import Path

from hjemmel.facts.case_schema import json_schema
from hjemmel.facts.csv_text import MARK, csv_text
from hjemmel.facts.faults import Mistake, Rejected, rejected_file
from hjemmel.facts.file_problems import MISSING_LIBRARY, UNREADABLE_FILE
from hjemmel.facts.template_basis import TemplateBasis
from hjemmel.facts.template_columns import explanations, headings, table_columns
from hjemmel.facts.template_workbook import workbook
from hjemmel.files.writing import write

__all__ = ["TemplateBasis", "csv_template", "json_schema", "xlsx_template"]


def csv_template(basis: TemplateBasis) -> str:
    """The headings and their explanations, for Norwegian Excel: semicolons and UTF-8."""
    columns = table_columns(basis)
    return MARK + csv_text((headings(columns), explanations(columns)), "\r\n")


def xlsx_template(basis: TemplateBasis, path: Path) -> Rejected | None:
    """Write the workbook to fill in; what comes back is why it could not be written."""
    try:
        data = workbook(basis)
    except ImportError:
        hint = 'skriv pip install "hjemmel[excel]", eller lag malen som CSV'
        missing = Mistake(MISSING_LIBRARY, "Excel kan ikke skrives uten tillegget for Excel", hint)
        return rejected_file(path.as_posix(), missing)
    refused = write(data, path)
    if refused is None:
        return None
    hint = "sjekk at mappen finnes, og at filen ikke er åpen i Excel"
    reason = Mistake(UNREADABLE_FILE, f"malen kan ikke lagres her: {refused.reason}", hint)
    return rejected_file(path.as_posix(), reason)
