"""How a rule text looks in an editor: colours, what may be folded, and the one layout."""

from collections.abc import Mapping

from attrs import frozen

from hjemmel.editing.colours import stretches
from hjemmel.editing.declared import declared_in
from hjemmel.editing.folding import folds
from hjemmel.editing.layout import layout
from hjemmel.editing.line_words import Colour
from hjemmel.engine.diagnostics import Range, ranges
from hjemmel.engine.editor import HERE
from hjemmel.rulebooks.texts import rulebook_name, source_of, sources_of, the_grammar


@frozen
class Coloured:
    """A stretch of a line, what it is, and whether that is where it is declared."""

    range: Range
    colour: Colour
    declares: bool


@frozen
class Fold:
    """Lines that may be folded; the first is still shown."""

    start_line: int
    end_line: int


@frozen
class TextEdit:
    """A text to put in the place of a range."""

    range: Range
    text: str


def colours(texts: Mapping[str, str], file: str) -> tuple[Coloured, ...]:
    """What every stretch of a file is, in order; none of them overlap.

    `texts` are the file and those that it builds on, by name.
    """
    library, name, grammar = sources_of(texts), rulebook_name(file), the_grammar()
    source = library[name]
    found = stretches(source, declared_in((name,), library, grammar), grammar)
    where = ranges(source)
    return tuple(Coloured(where(each.span), each.colour, each.declares) for each in found)


def folding(text: str, name: str = HERE) -> tuple[Fold, ...]:
    """What of a rule text may be folded, as far as it can be read."""
    return tuple(Fold(*each) for each in folds(source_of(name, text), the_grammar()))


def format_edits(text: str, name: str = HERE) -> tuple[TextEdit, ...] | None:
    """What makes a rule text stand in the one layout; None where it has errors."""
    source = source_of(name, text)
    found = layout(source, the_grammar())
    if found is None:
        return None
    end, lines = "\r\n" if "\r\n" in text else "\n", source.raw_lines
    edits = []
    for each in found:
        if each.end <= len(lines):
            where = Range(each.first, 1, each.end, 1)
            edits.append(TextEdit(where, "".join(f"{line}{end}" for line in each.text)))
        else:  # up to the end of the text, where no line end stands
            first = max(each.first - 1, 1)
            start = len(lines[first - 1]) + 1 if each.first > 1 else 1
            where = Range(first, start, len(lines), len(lines[-1]) + 1)
            before = end if each.first > 1 and each.text else ""
            edits.append(TextEdit(where, before + end.join(each.text)))
    return tuple(edits)
