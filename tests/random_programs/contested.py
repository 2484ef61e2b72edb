"""Names that are one of several, in the views that backends see."""

from typing import Any

from hjemmel.case.observation import View
from hjemmel.case.one_of import ContestedView, OneOf


def marked(view: View) -> View:
    """The view, marked where some name in it is one of several."""
    return ContestedView(view) if _has_names(view) else dict(view)


def _has_names(seen: Any) -> bool:
    match seen:
        case OneOf():
            return True
        case dict():
            return any(map(_has_names, seen.values()))
        case list():
            return any(map(_has_names, seen))
        case _:
            return False
