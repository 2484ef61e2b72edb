"""What has another effect, what has come and gone, and what was found to stand the same."""

import re
from collections.abc import Iterator

from hjemmel.analysis.comparison.aspects import Difference
from hjemmel.analysis.comparison.causes import Cause
from hjemmel.analysis.comparison.comparison import Comparison, NormDifference
from hjemmel.analysis.comparison.sorts import Sort
from hjemmel.analysis.comparison.texts import Part as Of
from hjemmel.analysis.comparison.texts import word_changes
from hjemmel.analysis.differences.answers import Unchanged
from hjemmel.analysis.read_back import read_norm
from hjemmel.analysis.render_comparison.blocks import (
    Block,
    Facts,
    Fold,
    Lines,
    Marked,
    Part,
    Points,
    Say,
    Section,
    Sides,
)
from hjemmel.analysis.render_comparison.case_words import case_told
from hjemmel.analysis.render_comparison.words import (
    basis_words,
    capital,
    cause_words,
    difference_words,
    heading,
    names,
    norm_words,
    norms_counted,
    through,
)
from hjemmel.core.declared import joined
from hjemmel.provenance.book import new_book
from hjemmel.words.values import listed


def changed(found: Comparison) -> Section | None:
    """Each norm with another effect: how it is read, and the smallest case that turns."""
    norms = sorted(found.sorted(Sort.CHANGED), key=lambda each: not each.own)
    if not norms and not found.sorted(Sort.UNASKED):
        return None
    own = tuple(_part(each, found) for each in norms if each.own)
    derived = tuple(_part(each, found) for each in norms if not each.own)
    return Section("virkning", "Endret virkning", (*own, *_derived(derived), *_unasked(found)))


def _part(of: NormDifference, found: Comparison) -> Part:
    return Part(heading(of.norm), tuple(_changed(of, found)), "changed")


def _derived(parts: tuple[Part, ...]) -> Iterator[Block]:
    """Those that are not written otherwise; many of them say much that has been said."""
    if len(parts) <= _FEW:
        yield from parts
        return
    lead = (
        f"{capital(norms_counted(len(parts)))} er ikke skrevet om, men bygger på det som er endret"
    )
    yield Fold(lead, parts, "derived")


def _unasked(found: Comparison) -> Iterator[Block]:
    """Those that rest on the same, when enough of them have been shown; under what they rest on."""
    by: dict[tuple[Cause, ...], list[str]] = {}
    for each in found.sorted(Sort.UNASKED):
        by.setdefault(each.causes, []).append(each.id)
    for causes, norms in by.items():
        told = listed([cause_words(each, found) for each in causes])
        count = norms_counted(len(norms))
        yield Part(f"… og {count} til bygger på det: {told}", (
            Say("De kan få et annet verdikt. Det er ikke undersøkt i hvilke saker.", "warning"),
            Say(f"{names(norm_words(each, found) for each in norms)}."),
        ), "changed")  # fmt: skip


def _changed(of: NormDifference, found: Comparison) -> Iterator[Block]:
    if told := through(of, found):
        yield Say(told)
    if of.aspects:
        yield Points(tuple(map(difference_words, of.aspects)))
    if of.read:
        yield Say("Slik leses normen:", "lead")
        yield read_lines(of.read)
    if of.seen is not None and of.seen.before and of.seen.after:
        yield Say(f"Vist av {of.seen.name} i porteføljen:", "lead")
        yield Sides(("Før", "Nå"), of.seen.before, of.seen.after)
    seen = of.witness
    if seen is None:
        return
    least = "Den minste saken der svaret blir et annet" if seen.is_smallest else (
        "En sak der svaret blir et annet (det er ikke bevist at den er den minste)")  # fmt: skip
    yield Say(f"{least}:", "lead")
    schema = joined(found.old.program.schema, found.new.program.schema)
    yield Facts(case_told(seen.case, schema), seen.case)
    yield Sides(("Før", "Nå"), seen.before, seen.after)


def read_lines(of: Difference) -> Lines:
    """Sentences that are gone, and then those there are, in their order: each by itself, or as a
    change of one that was nearly the same."""
    was: dict[int, str] = {}
    gone: list[Marked] = []
    for before in of.before:
        left = [at for at in range(len(of.after)) if at not in was]
        at = max(left, key=lambda at: _nearness(before, of.after[at]), default=None)
        if at is None or _likeness(before, of.after[at]) < _ALIKE:
            gone.append(Marked("-", ((Of.OUT, before),)))
        else:
            was[at] = before
    now = (Marked("~", word_changes(was[at], each)) if at in was else Marked("+", ((Of.IN, each),))
           for at, each in enumerate(of.after))  # fmt: skip
    return Lines((*gone, *now))


_ALIKE = 0.5
_FEW = 1


def _nearness(before: str, after: str) -> tuple[bool, float]:
    """How near two sentences are: nearest are wordings that begin on the same day."""
    begins = [re.match(_BEGINNING, each) for each in (before, after)]
    is_one = None not in begins and begins[0][0] == begins[1][0]  # type: ignore[index]
    return is_one, _likeness(before, after)


_BEGINNING = r"Ordlyd fra .*?(?=,| til og med )"


def _likeness(before: str, after: str) -> float:
    same = sum(len(text) for part, text in word_changes(before, after) if part is Of.SAME)
    return 2 * same / max(len(before) + len(after), 1)


def come_and_gone(found: Comparison) -> Section | None:
    """The norms that only one version has, as they are read."""
    parts = tuple(
        Part(heading(each.norm), tuple(_whole(each, found)), "added" if each.new else "removed")
        for each in found.sorted(Sort.ADDED, Sort.REMOVED)
    )
    return Section("nye", "Normer som er kommet til eller tatt bort", parts) if parts else None


def _whole(of: NormDifference, found: Comparison) -> Iterator[Block]:
    is_new = of.new is not None
    yield Say("Ny norm." if is_new else "Normen er borte.", "strong")
    read = read_norm(new_book((found.new if is_new else found.old).program), of.norm)
    part, sign = (Of.IN, "+") if is_new else (Of.OUT, "-")
    yield Lines(tuple(Marked(sign, ((part, each),)) for each in read))


def unchanged(found: Comparison) -> Section | None:
    """What is written otherwise, or asks of what is, and stands the same: proved, or only tried."""
    blocks = [*_tried(found), *_same(found), *_counted(found)]
    return Section("uendret", "Samme virkning", tuple(blocks)) if blocks else None


def _tried(found: Comparison) -> Iterator[Block]:
    tried = [e for e in (*found.norms, *found.unchanged) if e.sort is Sort.TRIED]
    if tried:
        yield Say("Ikke bevist. Her kan det finnes saker som får et annet verdikt:", "warning")
    for each in tried:
        assert isinstance(each.answer, Unchanged)
        yield Part(heading(each.norm), tuple(_why(each, found, basis_words(each.answer))))


def _same(found: Comparison) -> Iterator[Block]:
    for each in found.sorted(Sort.SAME):
        told = "Skrevet om. Bevist: normen står likt i alle saker."
        yield Part(heading(each.norm), tuple(_why(each, found, told)), "same")


def _why(of: NormDifference, found: Comparison, told: str) -> Iterator[Block]:
    yield Say(capital(told))
    if by := through(of, found):
        yield Say(by)
    if of.read:
        yield read_lines(of.read)


def _counted(found: Comparison) -> Iterator[Block]:
    rest = [each for each in found.unchanged if each.sort is not Sort.TRIED]
    if rest:
        told = names(norm_words(each.id, found) for each in rest)
        lead = f"{capital(norms_counted(len(rest)))} bygger på noe som er endret"
        yield Fold(f"{lead}, og er bevist å stå likt i alle saker", (Say(told),))
