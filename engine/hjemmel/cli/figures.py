"""What draws figures, where the library for it is installed."""

from hjemmel.render.report.figures import Draw, Spec

EXTRA = "figurer"
"""The extra of the package that has the library."""


def drawer() -> Draw | None:
    """Something that draws; nothing where there is no library for it."""
    try:
        import vl_convert
    except ImportError:
        return None

    def draw(spec: Spec) -> str:
        drawn: str = vl_convert.vegalite_to_svg(dict(spec))
        return drawn

    return draw
