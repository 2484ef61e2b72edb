"""The whole reason of one verdict, as an indented tree."""

from collections.abc import Iterator

from hjemmel.explain.finding import Result
from hjemmel.explain.presumed import Presumed, concluded, presumed
from hjemmel.explain.verdict import Verdict, full_word, missing
from hjemmel.render.binding_words import binding
from hjemmel.render.consequence_words import listed_below
from hjemmel.render.lines import Line, Segment, wrapped
from hjemmel.render.missing_words import lacking
from hjemmel.render.presumed_words import called as called_of
from hjemmel.render.presumed_words import taken
from hjemmel.render.told import Told, told_findings, told_reason
from hjemmel.render.verdict_text import role_of
from hjemmel.words.outcomes import called

_SIGNS = {Result.HOLDS: "✓", Result.FAILS: "✗", Result.UNDECIDED: "?"}
_ROLES = {Result.HOLDS: "met", Result.FAILS: "broken", Result.UNDECIDED: "undecided"}
_STEP = 2
_DEEPEST = 0.5  # of the page: deeper steps stand no further in


def page(verdict: Verdict, width: int) -> list[Line]:
    """The norm, its word, its sources, every step of the reason, and what is missing."""
    lacks = missing(verdict)
    lines = list(head(verdict, full_word(verdict, lacks), width))
    lines.append(())
    lines += steps(verdict, width)
    if lacks:
        lines += [(), (Segment("Hva som mangler", "heading"),)]
        for lack in lacks:
            lines += item("–", lacking(lack), "undecided", 0, width)
    for heading, several in listed_below(verdict):
        lines += [(), (Segment(heading, "heading"),)]
        for told in several:
            lines += item("–", told, "value", 0, width)
    return [*lines, *_given(verdict, width), *_questions(verdict, width)]


def steps(verdict: Verdict, width: int) -> list[Line]:
    """Every step of the reason, and nothing else."""
    return [line for finding in told_reason(verdict) for line in _tree(finding, 0, width)]


def head(verdict: Verdict, word: str, width: int) -> Iterator[Line]:
    """The norm, its word, its sources, and whom it binds."""
    norm = verdict.norm
    for part in wrapped(f"{norm.id} · {called(norm)}", width):
        yield (Segment(part, "heading"),)
    yield (Segment(f"{norm.kind.value}: "), Segment(word, role_of(verdict)))
    for cited in verdict.citations:
        yield from item("hjemmel:", str(cited), "citation", 0, width)
    for told in binding(verdict):
        yield from item("–", told, "value", 0, width)
    if verdict.own_words:
        yield from item("med egne ord:", verdict.own_words, "value", 0, width)


def _given(verdict: Verdict, width: int) -> Iterator[Line]:
    """What follows, and what is taken as given because nobody has told: by what, and why."""
    followed = concluded(verdict)
    yield from _grounds(verdict, "Følger av det som er fortalt", followed, width)
    given = presumed(verdict)
    yield from _grounds(verdict, "Forutsatt, fordi ingen har fortalt noe annet", given, width)


def _grounds(
    verdict: Verdict, heading: str, found: tuple[Presumed, ...], width: int
) -> Iterator[Line]:
    if not found:
        return
    book = verdict.case.book
    yield ()
    yield (Segment(heading, "heading"),)
    for each in found:
        yield from item("–", f"{taken(book, each)} ({called_of(each)})", "value", 0, width)
        for cited in each.citations:
            yield from item("hjemmel:", str(cited), "citation", 2, width)
        for finding in told_findings(book, each.because):
            yield from _tree(finding, 1, width)


def _tree(finding: Told, depth: int, width: int) -> list[Line]:
    indent = min(depth * _STEP, int(width * _DEEPEST))
    value = f": {finding.value}" if finding.value else ""
    mark = " ◀" if finding.decisive and not finding.because else ""
    sign, role = _SIGNS[finding.result], _ROLES[finding.result]
    lines = item(sign, f"{finding.what}{value}{mark}", role, indent, width)
    for kind, text in _asides(finding):
        lines += item(f"  {kind}", text, "muted", indent, width)
    for each in finding.because:
        lines += _tree(each, depth + 1, width)
    return lines


def _asides(finding: Told) -> Iterator[tuple[str, str]]:
    if finding.citation:
        yield "hjemmel:", finding.citation
    if finding.source:
        yield "kilde:", finding.source
    for note in finding.notes:
        yield "merk:", note


def item(sign: str, text: str, role: str, indent: int, width: int) -> list[Line]:
    """A sign and a text that hangs under its own beginning."""
    start = indent + len(sign) + 1
    first, *rest = wrapped(text, width - start)
    begun: Line = (Segment(" " * indent), Segment(sign, role), Segment(f" {first}"))
    return [begun, *((Segment(" " * start), Segment(part)) for part in rest)]


def _questions(verdict: Verdict, width: int) -> Iterator[Line]:
    if not verdict.norm.interpretations:
        return
    yield ()
    yield (Segment("Åpne spørsmål i kildene", "heading"),)
    for each in verdict.norm.questions:
        yield from item("–", each.question, "", 0, width)
        for reading in each.readings:
            taken = " (valgt)" if reading.words == each.chosen else ""
            yield from item("lesemåte:", f"{reading.words}{taken}", "", 2, width)
        for cited in each.citations:
            yield from item("hjemmel:", str(cited), "citation", 2, width)
