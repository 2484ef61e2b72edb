"""The rulebooks of a shelf, compiled."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import evolve

from hjemmel.core.program import Program
from hjemmel.files.refused import Refused
from hjemmel.rulebooks.library import Files
from hjemmel.rulebooks.shelf import Shelf, account, grammar
from hjemmel.rulebooks.unusable import NOT_FOUND, NOT_READ, UnusableError

if TYPE_CHECKING:
    from hjemmel.diagnostics.checked import Checked
    from hjemmel.diagnostics.diagnostic import Diagnostic
    from hjemmel.source.sentences import Sentences
    from hjemmel.source.source import Source
    from hjemmel.source.span import Span


def compiled(on: Shelf) -> "Checked[Program]":
    """The rulebooks of a shelf compiled now."""
    from hjemmel.pipeline import compile_rules

    require(on)
    return compile_rules(on.names, Files(on), grammar(on.read), sentences_of(on))


def require(on: Shelf) -> None:
    """Refuse where a rulebook asked for is not on the shelf, or cannot be read."""
    for name in on.names:
        if name not in on.files:
            raise UnusableError(NOT_FOUND, f"fant ikke regelverket «{name}»",
                                f"regelverkene er {', '.join(sorted(on.files))}; en egen fil "
                                "skrives med «.ntr» til slutt")  # fmt: skip
        content = on.read(on.files[name])
        if isinstance(content, Refused):
            raise UnusableError(NOT_READ, f"{on.files[name]}: {content.reason}", content.help)


def sentences_of(on: Shelf) -> "Sentences | None":
    """The sentences that the citations of a rulebook are checked against, if it has any."""
    from hjemmel.traceability.reading import Unreadable, read_sentences

    place = account(on)
    found = read_sentences(place, on.read) if place else None
    if isinstance(found, Unreadable):
        raise UnusableError(NOT_READ, found.reason, found.help)
    return found


def in_files(found: tuple["Diagnostic", ...], files: Files) -> tuple["Diagnostic", ...]:
    """Diagnostics by the columns of the files as they stand, and not of the text as it is read."""
    about = {span.file for each in found for span in _spans(each)}
    return in_sources(found, files.read_as(frozenset(about)))


def in_sources(
    found: tuple["Diagnostic", ...], sources: Iterable["Source"]
) -> tuple["Diagnostic", ...]:
    """The same, with the texts at hand."""
    by_name = {source.name: source for source in sources}

    def moved(span: "Span") -> "Span":
        return by_name[span.file].in_file(span) if span.file in by_name else span

    return tuple(
        evolve(each, span=moved(each.span),
               notes=tuple(evolve(note, span=moved(note.span)) for note in each.notes))
        for each in found
    )  # fmt: skip


def _spans(of: "Diagnostic") -> "tuple[Span, ...]":
    return (of.span, *(each.span for each in of.notes))
