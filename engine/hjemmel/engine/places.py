"""Where the names of a rule text stand: declared, mentioned, cited, and given a new one.

The texts are given by name; a file is told by the name it has in messages, with its suffix. Lines
and columns count from 1, and columns the characters of a line as it stands.
"""

from collections.abc import Callable, Mapping
from functools import cached_property

from attrs import frozen

from hjemmel.editing.cited import cited_at
from hjemmel.editing.declared import declared_in
from hjemmel.editing.library import connected, dependents
from hjemmel.editing.references import declarations, mentions
from hjemmel.editing.renaming.refused import RenameRefused
from hjemmel.editing.renaming.renaming import named_at, renamed
from hjemmel.engine.diagnostics import Range, range_of, ranges
from hjemmel.rulebooks.texts import lines_before, rulebook_name, sources_of, the_grammar
from hjemmel.source.sentences import parse_sentences
from hjemmel.source.source import Source
from hjemmel.source.span import Span

Texts = Mapping[str, str]
_NO_PLACE = RenameRefused("stedet finnes ikke i filen")


@frozen
class Location:
    """A stretch of a file."""

    file: str
    range: Range


@frozen
class Mention:
    """A place where something is named, and whether that is what declares it."""

    file: str
    range: Range
    declares: bool


@frozen
class SourceSentence:
    """A sentence of a source by its id, the line it has in the list of them, and the citation."""

    id: str
    line: int
    cited: Range


@frozen
class Renameable:
    """What stands at a place and may get a new name: where, and what it is called now."""

    range: Range
    name: str


@frozen
class Edit:
    """A text to put in the place of a range of a file."""

    file: str
    range: Range
    text: str


def declaration(texts: Texts, file: str, line: int, column: int) -> tuple[Location, ...]:
    """Where what is named at a place is declared.

    One place, or several for a group of norms; for «bygger på» the file; none where nothing is
    known of the words.
    """
    at = _At.of(texts, file, line, column)
    if at is None:
        return ()
    found = declarations(at.name, line, at.column, at.library, the_grammar())
    return tuple(Location(each.file, at.range_of(each)) for each in found)


def references(texts: Texts, file: str, line: int, column: int) -> tuple[Mention, ...]:
    """Everywhere in the files that build on each other that what is named at a place is named."""
    at = _At.of(texts, file, line, column)
    if at is None:
        return ()
    found = mentions(at.name, line, at.column, at.library, the_grammar())
    return tuple(Mention(e.span.file, at.range_of(e.span), e.declares) for e in found)


def source_sentences(
    texts: Texts, file: str, line: int, column: int, sentences: str
) -> tuple[SourceSentence, ...]:
    """The sentences that the citation at a place rests on; `sentences` is the text of the list."""
    at = _At.of(texts, file, line, column)
    if at is None:
        return ()
    declared = declared_in(connected(at.name, at.library, the_grammar()), at.library, the_grammar())
    source = at.library[at.name]
    found = cited_at(declared, source.name, line, at.column, parse_sentences(sentences))
    if found is None:
        return ()
    rows = enumerate(sentences.split("\n"), 1)
    numbers = {row.partition("\t")[0]: number for number, row in rows}
    cited = at.range_of(found.span)
    return tuple(SourceSentence(each, numbers[each], cited) for each in found.sentences)


def rename_at(texts: Texts, file: str, line: int, column: int) -> Renameable | RenameRefused:
    """What would get a new name at a place; or why nothing would."""
    at = _At.of(texts, file, line, column)
    if at is None:
        return _NO_PLACE
    found = named_at(at.name, line, at.column, at.library, the_grammar())
    if isinstance(found, RenameRefused):
        return found
    return Renameable(at.range_of(found.span), found.name)


def rename(
    texts: Texts, file: str, line: int, column: int, new: str
) -> tuple[Edit, ...] | RenameRefused:
    """The edits that give what is named at a place a new name, in all the files at hand.

    Only the form that stands there is changed: a definite for itself, a genitive with its definite.
    A norm keeps its id. It is tried out first, and refused with the reason where the rules would
    not mean what they did.
    """
    at = _At.of(texts, file, line, column)
    if at is None:
        return _NO_PLACE
    found = renamed(at.name, line, at.column, new, at.library, the_grammar())
    if isinstance(found, RenameRefused):
        return found
    return tuple(Edit(each.span.file, at.range_of(each.span), each.text) for each in found)


def builds_on(texts: Texts, file: str) -> tuple[str, ...]:
    """The files that build on a file, directly or through others."""
    library = sources_of(texts)
    found = dependents(rulebook_name(file), library, the_grammar())
    return tuple(library[name].name for name in found)


@frozen(eq=False, slots=False)
class _At:
    """A place of a text: the texts as they are read, and the column in the line as it is read."""

    name: str
    column: int
    library: dict[str, Source]

    @classmethod
    def of(cls, texts: Texts, file: str, line: int, column: int) -> "_At | None":
        library, name = sources_of(texts), rulebook_name(file)
        if name not in library or not 1 <= line <= len(library[name].lines):
            return None
        raw = library[name].raw_lines[line - 1]
        return cls(name, len(lines_before(raw, 1, column)[0]) + 1, library)

    @cached_property
    def _ranges(self) -> Mapping[str, Callable[[Span], Range]]:
        return {source.name: ranges(source) for source in self.library.values()}

    def range_of(self, span: Span) -> Range:
        """Where a stretch of a text as it is read stands in its file."""
        return self._ranges.get(span.file, range_of)(span)
