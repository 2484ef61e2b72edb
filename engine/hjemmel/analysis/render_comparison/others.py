"""What is another than the effect: assumptions, titles, citations, sentences, declarations."""

from collections.abc import Iterator

from hjemmel.analysis.comparison.aspects import Aspect, Difference
from hjemmel.analysis.comparison.comparison import BesideDifference, Comparison
from hjemmel.analysis.comparison.declarations import Redeclared
from hjemmel.analysis.comparison.sentences import Sentence
from hjemmel.analysis.comparison.sorts import Sort
from hjemmel.analysis.render_comparison.blocks import (
    Block,
    Part,
    Points,
    Rows,
    Say,
    Section,
)
from hjemmel.analysis.render_comparison.effects import read_lines
from hjemmel.analysis.render_comparison.words import (
    capital,
    difference_words,
    heading,
    norm_words,
)
from hjemmel.words.values import listed

_GROUNDS = (
    Aspect.ASSUMED, Aspect.CHOSEN, Aspect.PRESUMED, Aspect.READING, Aspect.NOT_ASKED,
)  # fmt: skip


def grounds(found: Comparison) -> Section | None:
    """What norms assume, presume, choose and leave open, where that is another."""
    parts = [
        Part(heading(each.norm), (Points(tuple(map(difference_words, told))),))
        for each in found.norms
        if (told := [one for one in each.aspects if one.aspect in _GROUNDS])
    ]
    title = "Antatt, forutsatt og tolkning"
    return Section("grunnlag", title, tuple(parts)) if parts else None


def others(found: Comparison) -> Section | None:
    """All else that is another of a norm, those with another effect included."""
    parts = []
    for each in found.norms:
        told = [one for one in each.aspects if one.aspect not in _GROUNDS]
        blocks: list[Block] = [Points(tuple(map(difference_words, told)))] if told else []
        if each.sort is Sort.ASIDE and each.read and not each.aspects:
            blocks.append(read_lines(each.read))
        if blocks:
            parts.append(Part(heading(each.norm), tuple(blocks)))
    return Section("annet", "Annet ved normene", tuple(parts)) if parts else None


def source_sentences(found: Comparison) -> Section | None:
    """Sentences that norms modelled before and do not now, and those that are new."""
    blocks = [
        *_sentences(found, found.sentences.lost, "Ikke lenger modellert", "før modellert i"),
        *_sentences(found, found.sentences.new, "Nå modellert", "modellert i"),
    ]
    return Section("setninger", "Setninger i kildene", tuple(blocks)) if blocks else None


def _sentences(
    found: Comparison, of: tuple[Sentence, ...], title: str, where: str
) -> Iterator[Block]:
    if of:
        rows = tuple(
            (each.id, listed([norm_words(norm, found) for norm in each.norms]),
             listed(list(each.mentioned)) or "–")
            for each in of
        )  # fmt: skip
        yield Part(title, (Rows(("setning", where, "bare sitert i"), rows),))


def declarations(found: Comparison) -> Section | None:
    """Presumptions and conclusions, and what is declared."""
    parts = [*map(_beside, found.beside), *map(_declared, found.declared)]
    title = "Formodninger, slutninger og erklæringer"
    return Section("erklæringer", title, tuple(parts)) if parts else None


def _beside(of: BesideDifference) -> Part:
    blocks: list[Block] = []
    if of.old is None:
        blocks.append(Say(f"Ny {of.called}.", "strong"))
    elif of.new is None:
        blocks.append(Say(f"{capital(of.called)}en er borte.", "strong"))
    elif not of.own:
        blocks.append(Say("Det som legges til grunn, er det samme."))
    if of.aspects:
        blocks.append(Points(tuple(map(difference_words, of.aspects))))
    if of.read:
        blocks.append(read_lines(of.read))
    return Part(f"{capital(of.called)} {heading(of.norm)}", tuple(blocks))


def _declared(of: Redeclared) -> Part:
    lines = read_lines(Difference(Aspect.READ, of.before, of.after))
    return Part(capital(f"{of.sort.value} {of.name}".rstrip()), (lines,))
