"""Whose verdicts are others, by what caused it."""

from collections.abc import Iterator, Sequence

from hjemmel.analysis.comparison.causes import By, Cause
from hjemmel.analysis.comparison.comparison import Comparison
from hjemmel.analysis.comparison.services import Flip, Services, Turn
from hjemmel.analysis.render_comparison.blocks import (
    Block,
    Fold,
    Part,
    Points,
    Rows,
    Say,
    Section,
)
from hjemmel.analysis.render_comparison.words import (
    capital,
    cause_words,
    counted,
    names,
    norm_words,
)
from hjemmel.source.days import day_in_words
from hjemmel.words.values import listed

_WHY_SAME = {
    Turn.WORD: "samme utfall, men et annet ord",
}


def affected(found: Comparison) -> Section | None:
    """The services of a portfolio, where one was given."""
    of = found.services
    if of is None:
        return None
    blocks = [*_turned(found, of), *_grounds(found, of), *_unread(of)]
    return Section("tjenester", "Hvem som berøres", tuple(blocks))


def by_cause(found: Comparison, flips: Sequence[Flip]) -> dict[Cause, list[Flip]]:
    """The flips under what caused them; a norm that asks of several, under the first."""
    groups: dict[Cause, list[Flip]] = {}
    for each in flips:
        norm = found.by_id(each.norm)
        causes = norm.causes if norm else ()
        groups.setdefault(causes[0] if causes else Cause(By.NORM, each.norm), []).append(each)
    return groups


def _turned(found: Comparison, of: Services) -> Iterator[Block]:
    count = capital(counted(of.count, "tjeneste", "tjenester"))
    yield Say(f"{count} er vurdert etter begge utgavene, {per(of)}.", "muted")
    if of.is_unturned:
        yield Say("Ingen verdikt er endret.")
    else:
        turned = capital(counted(len(of.turned), "tjeneste", "tjenester"))
        yield Say(f"{turned} får et annet verdikt. Tjenestene står under det som er endret.")
    yield from _by_cause(found, [e for e in of.flips if e.turn in (Turn.OUTCOME, Turn.WORD)])
    lacking = [each for each in of.flips if each.turn is Turn.LACKS]
    if lacking:
        told = "Svaret er fortsatt uavklart, men det som mangler, er noe annet enn før."
        yield Fold("Fortsatt uavklart", (Say(told), *_by_cause(found, lacking)))


def per(of: Services) -> str:
    """The day that services are judged by, or that they have days of their own."""
    if len(of.days) == 1:
        return f"per {day_in_words(of.days[0])}"
    return "hver per sin egen vurderingsdato"


def _by_cause(found: Comparison, flips: Sequence[Flip]) -> Iterator[Block]:
    for cause, group in by_cause(found, flips).items():
        title = capital(f"på grunn av {cause_words(cause, found)}")
        services = dict.fromkeys(each.name for each in group)
        told = f"{capital(counted(len(services), 'tjeneste', 'tjenester'))}."
        rows = Rows(("norm", "før", "nå", "tjenester"), tuple(_rows(found, group)))
        yield Part(title, (Say(told, "muted"), rows), "changed")


def _rows(found: Comparison, flips: Sequence[Flip]) -> Iterator[tuple[str, ...]]:
    groups: dict[tuple[str, tuple[str, str], Turn], list[str]] = {}
    for each in flips:
        groups.setdefault((each.norm, each.words, each.turn), []).append(each.name)
    for (norm, (before, after), turn), services in groups.items():
        note = f" ({_WHY_SAME[turn]})" if turn in _WHY_SAME else ""
        yield norm_words(norm, found), before, f"{after}{note}", names(services)


def _grounds(found: Comparison, of: Services) -> Iterator[Block]:
    """Where the verdict is the same, and what it rests on is not."""
    groups: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for each in of.flips:
        if each.lost or each.new:
            groups.setdefault((each.norm, each.lost, each.new), []).append(each.name)
    if not groups:
        return
    rows = tuple(
        (norm_words(norm, found), "; ".join(lost) or "–", "; ".join(new) or "–", names(services))
        for (norm, lost, new), services in groups.items()
    )
    lead = "Svaret hviler på noe annet enn før: det som er antatt, forutsatt, valgt eller tolket."
    head = ("norm", "ikke lenger", "nytt", "tjenester")
    yield Part("Det svarene hviler på", (Say(lead), Rows(head, rows)))


def _unread(of: Services) -> Iterator[Block]:
    told: list[str] = []
    if of.only_before:
        told.append(f"Kan bare leses med de gamle reglene: {names(of.only_before)}")
    if of.only_after:
        told.append(f"Kan bare leses med de nye reglene: {names(of.only_after)}")
    for label, each in zip(("gamle", "nye"), of.readings, strict=True):
        lost = [counted(each.set_aside, "sak er satt til side", "saker er satt til side")
                if each.set_aside else "",
                counted(each.unread, "opplysning er ikke lest", "opplysninger er ikke lest")
                if each.unread else ""]  # fmt: skip
        if any(lost):
            told.append(f"Med de {label} reglene: {listed([e for e in lost if e])}")
    if told:
        yield Say("Ikke alt i porteføljen kunne leses:", "warning")
        yield Points(tuple(told))
