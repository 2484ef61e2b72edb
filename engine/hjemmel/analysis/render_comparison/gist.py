"""The whole in short: can any verdict be another, of which norms, and whose."""

from collections.abc import Iterator

from hjemmel.analysis.comparison.comparison import Comparison, NormDifference
from hjemmel.analysis.comparison.sorts import Sort
from hjemmel.analysis.render_comparison.blocks import Block, Points, Say, Section
from hjemmel.analysis.render_comparison.words import (
    capital,
    counted,
    names,
    norm_words,
    norms_counted,
    turned_words,
)


def gist(found: Comparison) -> Section:
    """«Kort sagt»."""
    return Section("kort", "Kort sagt", tuple(_blocks(found)))


def _blocks(found: Comparison) -> Iterator[Block]:
    yield Say(answer(found), "strong")
    told = tuple(_counts(found))
    if told:
        yield Points(told)
    tried = [e for e in (*found.norms, *found.unchanged) if e.sort is Sort.TRIED]
    if tried:
        yield Say(
            f"OBS: For {norms_counted(len(tried))} er det ikke bevist at verdiktene er de samme. "
            "Det er bare prøvd. Se under «Samme virkning».", "warning",
        )  # fmt: skip
    yield from _services(found)


def answer(found: Comparison) -> str:
    """In one sentence whether any verdict can be another."""
    if found.is_same_text:
        return "Reglene er de samme i de to utgavene. Ingen verdikt kan bli et annet."
    if found.is_only_layout and not found.may_turn:
        what = "Bare oppsett, overskrifter, merknader eller kilder er endret."
        return f"{what} Ingen verdikt kan bli et annet."
    if not found.may_turn:
        return "Reglene er skrevet om, men ingen verdikt kan bli et annet. Det er bevist."
    if any(e.sort in (Sort.CHANGED, Sort.ADDED, Sort.REMOVED) for e in found.norms):
        return "Verdikter kan bli andre enn før."
    if all(e.sort in (Sort.SAME, Sort.ASIDE) for e in (*found.norms, *found.unchanged)):
        return "Utfallet er det samme i alle saker, men verdiktene får andre ord enn før."
    return "Det er ikke funnet at noe verdikt blir et annet, men det er heller ikke bevist."


_LEADS = {
    Sort.CHANGED: ("har endret virkning", "har endret virkning"),
    Sort.ADDED: ("er ny", "er nye"),
    Sort.REMOVED: ("er borte", "er borte"),
    Sort.UNASKED: (
        "til bygger på det som er endret, og kan få et annet verdikt; det er ikke undersøkt",
        "til bygger på det som er endret, og kan få et annet verdikt; det er ikke undersøkt",
    ),
    Sort.TRIED: ("er prøvd uten at noe skiller", "er prøvd uten at noe skiller"),
    Sort.SAME: (
        "er skrevet om med samme virkning, bevist",
        "er skrevet om med samme virkning, bevist",
    ),
    Sort.ASIDE: (
        "har samme virkning, men noe annet ved den er endret",
        "har samme virkning, men noe annet ved dem er endret",
    ),
}


def _counts(found: Comparison) -> Iterator[str]:
    for sort, (one, many) in _LEADS.items():
        norms = found.sorted(sort)
        if norms:
            lead = f"{norms_counted(len(norms))} {one if len(norms) == 1 else many}"
            yield f"{capital(lead)}: {names(norm_words(each.id, found) for each in norms)}"
    yield from _as_well(found)


def _as_well(found: Comparison) -> Iterator[str]:
    moved = _told([each for each in found.norms if each.is_moved])
    if moved:
        yield f"Flyttet, eller har fått nytt kjennemerke: {moved}"
    renamed = _told([each for each in found.norms if each.is_renamed])
    if renamed:
        yield f"Har fått ny tittel: {renamed}"
    if found.beside:
        count = counted(
            len(found.beside), "formodning eller slutning", "formodninger og slutninger"
        )
        yield f"{capital(count)} er endret"
    declared = [each for each in found.declared if each.may_turn]
    if declared:
        yield f"{capital(counted(len(declared), 'erklæring', 'erklæringer'))} er endret"
    if found.sentences.lost:
        count = counted(len(found.sentences.lost), "setning i kildene", "setninger i kildene")
        yield f"{capital(count)} er ikke lenger modellert"


def _told(norms: list[NormDifference]) -> str:
    return names(_moved(each) for each in norms)


def _moved(of: NormDifference) -> str:
    before = of.old.id if of.old else of.id
    return of.id if before == of.id else f"{before} → {of.id}"


def _services(found: Comparison) -> Iterator[Block]:
    if found.services is not None:
        yield from (Say(each, "strong") for each in turned_words(found.services))
