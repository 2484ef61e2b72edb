"""What an editor asks of a rule file that may be half written."""

from collections.abc import Mapping

from attrs import frozen

from hjemmel.editing.completion import Offer, completions
from hjemmel.editing.cursor import cursor_at
from hjemmel.editing.declared import Declared, declared
from hjemmel.editing.hovering import meaning_at
from hjemmel.editing.outline import Named, SymbolKind, outline
from hjemmel.engine.diagnostics import Range, range_of
from hjemmel.rulebooks.texts import lines_before, source_of, sources_of, the_grammar
from hjemmel.source.columns import column_in_file
from hjemmel.source.source import Source
from hjemmel.source.span import Span

HERE = "denne"
NO_OTHERS: Mapping[str, str] = {}


@frozen
class Symbol:
    """One entry of a file's outline: `range` is its name, `whole` all that belongs to it."""

    kind: SymbolKind
    name: str
    detail: str
    range: Range
    whole: Range
    children: tuple["Symbol", ...] = ()


@frozen
class Completion:
    """A text that may take the place of a range, which ends at the cursor."""

    text: str
    kind: Offer
    range: Range
    detail: str = ""


@frozen
class Hover:
    """What the words in a range mean.

    `about` says what they are (opplysning, vurdering, verdi, begrep, register, rolle, del av saken,
    oppføring, den som har det, a kind of norm, ord i språket). `type` is the type of a fact, what a
    value is of, or the id of a norm. `declared` is where: a file and
    a range of it. `page` is the page of the documentation about a word of the language.
    """

    range: Range
    about: str
    name: str
    type: str
    holder: str
    meaning: str
    citations: tuple[str, ...]
    file: str
    declared: Range | None
    page: str

    @property
    def text(self) -> str:
        """All of it in a few lines."""
        lines = (
            f"{self.about}: {self.name}",
            self.type,
            f"hos {self.holder}" if self.holder else "",
            self.meaning,
            *self.citations,
        )
        return "\n".join(filter(None, lines))


def symbols(text: str, name: str = HERE) -> tuple[Symbol, ...]:
    """The outline of a rule file, as far as it can be read: norms stand below their headings.

    `name` is what the file is called; what is remembered of its text goes by that.
    """
    source = source_of(name, text)
    return tuple(_symbol(each, source) for each in outline(source, the_grammar()))


def complete(
    text: str, line: int, column: int, others: Mapping[str, str] = NO_OTHERS, name: str = HERE
) -> tuple[Completion, ...]:
    """What may stand before a column of a line, both from 1: words of the language, and names.

    `others` are the texts that it builds on, by name, and `name` is what they know it by. Names are
    those that are declared, where the grammar lets a name stand; it is not seen to that each would
    be right there.
    """
    grammar = the_grammar()
    at = cursor_at(lines_before(text, line, column), grammar)
    raw = _raw_line(text, line)
    return tuple(
        Completion(each.text, each.offer, _up_to(raw, line, each.column, column), each.detail)
        for each in completions(at, _declared(text, others, name), grammar)
    )


def hover(
    text: str, line: int, column: int, others: Mapping[str, str] = NO_OTHERS, name: str = HERE
) -> Hover | None:
    """What the words at a column of a line mean, both from 1; None where nothing is known of them.

    A name means what it refers to where it stands, and `declared` is where that is declared. In a
    line that cannot be read it goes by the words: of two facts that are written alike it takes the
    first declared.
    """
    source, grammar, raw = source_of(name, text), the_grammar(), _raw_line(text, line)
    if not 1 <= line <= len(source.lines):
        return None
    plain = len(lines_before(raw, 1, column)[0]) + 1
    known, plain_line = _declared(text, others, name), source.lines[line - 1]
    found = meaning_at(plain_line, line, plain, known, grammar, source.name)
    if found is None:
        return None
    start, end = (column_in_file(raw, each) for each in (found.start, found.end))
    place = found.declared
    return Hover(
        Range(line, start, line, end),
        found.about,
        found.name,
        found.type,
        found.holder,
        found.meaning,
        found.citations,
        place.file if place and place.file != source.name else "",
        range_of(source.in_file(place)) if place else None,
        found.page,
    )


def _declared(text: str, others: Mapping[str, str], name: str) -> Declared:
    library = {**sources_of(others), name: source_of(name, text)}
    return declared(name, library, the_grammar())


def _symbol(of: Named, source: Source) -> Symbol:
    name = source.in_file(of.span)
    lines = source.raw_lines
    end = len(lines[of.last_line - 1].rstrip()) + 1
    whole = Range(name.line, 1, of.last_line, end)
    children = tuple(_symbol(each, source) for each in of.children)
    return Symbol(of.kind, of.name, of.detail, range_of(name), whole, children)


def _raw_line(text: str, line: int) -> str:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    return lines[line - 1] if 1 <= line <= len(lines) else ""


def _up_to(raw: str, line: int, start: int, column: int) -> Range:
    return range_of(Span("", line, column_in_file(raw, start), column))
