"""The norms of a rulebook, as those outside see them."""

from datetime import date

from attrs import frozen

from hjemmel.core import program
from hjemmel.core.program import Kind
from hjemmel.source.citation import Citation, Level
from hjemmel.words.periods import assumption


@frozen
class Edition:
    """A wording of a norm, in force from `start` to `end`, both days in it; None is open.

    `assumed` says which of the days the sources do not give, and why; empty where they do.
    """

    start: date | None
    end: date | None
    level: Level
    citations: tuple[Citation, ...]
    assumed: str = ""


@frozen
class OpenQuestion:
    """A question that the sources leave open; `chosen` is the reading taken, if any is."""

    question: str
    readings: tuple[str, ...]
    chosen: str | None
    citations: tuple[Citation, ...]


@frozen
class Norm:
    """A norm: its id never changes, `title` may. `presumed`: the source takes it for granted."""

    id: str
    title: str
    kind: Kind
    place: str
    rulebook: str
    subject: str
    own_words: str
    presumed: bool
    editions: tuple[Edition, ...]
    open_questions: tuple[OpenQuestion, ...]

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels of its editions, highest first, each once."""
        found = {each.level for each in self.editions}
        return tuple(sorted(found, key=lambda level: level.rank))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What any of its editions rests on, each once."""
        return tuple(dict.fromkeys(one for each in self.editions for one in each.citations))


def norm_of(norm: program.Norm) -> Norm:
    """A norm of a program."""
    return Norm(
        norm.id,
        norm.title,
        norm.kind,
        norm.place,
        norm.rulebook,
        norm.subject,
        norm.own_words,
        norm.presumption,
        tuple(map(edition_of, norm.wordings)),
        tuple(map(_question, norm.questions)),
    )


def edition_of(wording: program.Wording) -> Edition:
    """A wording of a program."""
    citations = wording.all_citations
    start = wording.start.first if wording.start else None
    end = wording.end.last if wording.end else None
    return Edition(start, end, wording.level, citations, assumption(wording))


def _question(of: program.Interpretation) -> OpenQuestion:
    return OpenQuestion(
        of.question, tuple(each.words for each in of.readings), of.chosen, of.citations
    )
