"""Places in rule files and places in the law. Used by all rooms, uses none."""

from hjemmel.source.citation import Citation, Level
from hjemmel.source.source import Source, read_text
from hjemmel.source.span import Span

__all__ = ["Citation", "Level", "Source", "Span", "read_text"]
