"""An error in a rule file, as the pages of problems word it."""

from hjemmel.diagnostics.diagnostic import Diagnostic, Note, Severity
from hjemmel.source.span import Span


def error(code: str, message: str, span: Span, label: str, help: str, *notes: Note) -> Diagnostic:
    """A finding that stops the rulebook from being used."""
    return Diagnostic(code, Severity.ERROR, message, span, label, help, notes)
