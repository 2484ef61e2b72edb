"""Problems as data: what is wrong, where it stands, and what to do."""

from hjemmel.diagnostics.checked import Checked
from hjemmel.diagnostics.diagnostic import Diagnostic, Note, Severity

__all__ = ["Checked", "Diagnostic", "Note", "Severity"]
