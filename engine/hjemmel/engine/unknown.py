"""A norm that nobody has."""

from collections.abc import Iterable

from hjemmel.diagnostics.suggest import nearest
from hjemmel.engine.errors import UnknownNormError

CODE = "NTR212"


def unknown_norm(norm_id: str, known: Iterable[str]) -> UnknownNormError:
    """What is raised, with the nearest that there is."""
    near = nearest(norm_id, known)
    hint = f"; mente du «{near[0]}»?" if near else ""
    return UnknownNormError(CODE, f"regelverket har ingen norm «{norm_id}»{hint}")
