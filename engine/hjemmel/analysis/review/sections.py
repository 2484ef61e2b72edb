"""The page of a change gone through, section by section."""

from collections.abc import Iterator
from pathlib import PurePath

from hjemmel.analysis.expectations import found_in_words
from hjemmel.analysis.page_results import PageResult
from hjemmel.analysis.proofs.finding import Finding
from hjemmel.analysis.proofs.render_text import resting
from hjemmel.analysis.render_comparison.blocks import (
    Block,
    Excerpt,
    Facts,
    Page,
    Part,
    Points,
    Rows,
    Say,
    Section,
)
from hjemmel.analysis.render_comparison.case_words import case_told
from hjemmel.analysis.render_comparison.gist import answer
from hjemmel.analysis.render_comparison.sections import besides, effects
from hjemmel.analysis.render_comparison.words import capital, counted, turned_words
from hjemmel.analysis.review.review import Mistake, Review
from hjemmel.analysis.trials import Broken
from hjemmel.core.schema import Schema
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.expectations.unfilled import Proposed


def page(of: Review) -> Page:
    """The whole."""
    against = of.against or "ingenting; si hva med --mot"
    about = (f"Regler: {of.rules}", f"Holdt mot: {against}")
    return Page("Gjennomgang av reglene", about, tuple(_sections(of)))


def _sections(of: Review) -> Iterator[Section]:
    differs = of.comparison is not None and not of.comparison.is_same_text
    first, then = (_gist(of), _mistakes(of)), (_cases(of), _proposed(of), _findings(of))
    yield from (each for each in first if each is not None)
    if of.comparison is not None and differs:
        yield from effects(of.comparison)
    yield from (each for each in then if each is not None)
    if of.comparison is not None and differs:
        yield from besides(of.comparison)


def _gist(of: Review) -> Section:
    blocks: list[Block] = [Say(each, "strong") for each in _first(of)]
    told = tuple(_counts(of))
    return Section("kort", "Kort sagt", (*blocks, *([Points(told)] if told else [])))


def _first(of: Review) -> Iterator[str]:
    if of.is_stopped:
        yield "Reglene kan ikke brukes før feilene er rettet. Resten ser du når de er det."
        return
    if of.comparison is not None:
        yield answer(of.comparison)
        if of.comparison.services is not None:
            yield from turned_words(of.comparison.services)
    if of.is_clean:
        yield "Det er ingenting å rette, og ingen saker å skrive."


def _counts(of: Review) -> Iterator[str]:
    """What there is to do, most pressing first."""
    errors = [each for each in of.mistakes if each.told.is_error]
    if errors:
        yield f"{len(errors)} feil å rette"
    if rest := len(of.mistakes) - len(errors):
        yield counted(rest, "advarsel å se på", "advarsler å se på")
    if of.unheld:
        yield counted(
            of.unheld, "sak får ikke lenger svaret som er ventet",
            "saker får ikke lenger svaret som er ventet",
        )  # fmt: skip
    if of.proposed:
        yield counted(len(of.proposed), "sak å skrive", "saker å skrive")
    if of.findings:
        yield counted(len(of.findings), "funn i de endrede normene", "funn i de endrede normene")
    if of.undecided:
        yield f"{counted(of.undecided, 'spørsmål', 'spørsmål')} om normene ble ikke avgjort"
    found = of.comparison
    if found is not None and found.elsewhere:
        places = {at.norm.id for each in found.elsewhere for at in each.places}
        yield counted(len(places), "norm å se på under «Andre steder»",
                      "normer å se på under «Andre steder»")  # fmt: skip


# --- mistakes and findings -------------------------------------------------------------------


def _mistakes(of: Review) -> Section | None:
    if not of.mistakes:
        return None
    parts = tuple(Part(_title(each.told), tuple(_mistake(each))) for each in of.mistakes)
    return Section("feil", "Feil og advarsler", parts)


def _title(of: Diagnostic) -> str:
    return f"{capital(of.severity.value)} {of.code}: {of.message}"


def _mistake(of: Mistake) -> Iterator[Block]:
    span = of.told.span
    where = f"{span.file} linje {span.line}" if span.line else span.file
    yield Say(f"{where}. {of.told.place}" if of.told.place else where, "muted")
    if of.line:
        at, end = span.column - 1, max(span.end - 1, span.column)
        yield Excerpt(of.line[:at], of.line[at:end], of.line[end:], of.told.label)
    for note in of.told.notes:
        yield Say(f"{note.span}: {note.text}")
    if of.told.help:
        yield Say(f"Hjelp: {of.told.help}")


def _findings(of: Review) -> Section | None:
    if not of.findings:
        return None
    assert of.comparison is not None
    schema = of.comparison.new.program.schema
    parts = tuple(Part(_title(each.told), tuple(_finding(each, schema))) for each in of.findings)
    lead = Say(
        "Sett i de normene som er endret, for alle saker som kan fortelles. Skal det være slik, "
        "kan funnet merkes som gjennomgått med «ntr bevis --gjennomgatt»."
    )
    return Section("funn", "Det reglene sier uten å mene det", (lead, *parts))


def _finding(of: Finding, schema: Schema) -> Iterator[Block]:
    yield Say(f"{', '.join(of.norms)}. {of.told.place}", "muted")
    yield Say(capital(resting(of.rests_on)))
    if of.shown is not None:
        yield Facts(case_told(of.shown.case, schema), of.shown.case)
    if of.told.help:
        yield Say(f"Hjelp: {of.told.help}")
    yield Say(f"Merke: {of.mark}", "muted")


# --- cases -----------------------------------------------------------------------------------


def _cases(of: Review) -> Section | None:
    """The pages that are broken, or cannot be tried."""
    faults = tuple(
        f"{one.page} linje {one.line}: {one.reason}" for each in of.results for one in each.faults
    )
    rows = tuple(_broken(one) for each in of.results for one in each.broken)
    lists = tuple(_listed(of.results))
    blocks: list[Block] = [*([Points(faults)] if faults else []),
                           *([Rows(_HEAD, rows)] if rows else []),
                           *([Points(lists)] if lists else [])]  # fmt: skip
    if not blocks:
        return None
    lead = Say("Har loven endret svaret, er det saken som skal rettes. Ellers er det regelen.")
    return Section("saker", "Saker som ikke får svaret som er ventet", (lead, *blocks))


_HEAD = ("side", "sak", "norm", "ventet", "svaret er nå")


def _broken(of: Broken) -> tuple[str, ...]:
    where = f"{PurePath(of.page).name} linje {of.expected.line}"
    said = (of.expected.norm, of.expected.said, found_in_words(of.verdict))
    return where, of.trial.heading or "–", *said


def _listed(results: tuple[PageResult, ...]) -> Iterator[str]:
    for each in results:
        for one in each.deviations:
            yield f"{one.page} linje {one.line}, listen over normer: {one.norm}: {one.wrong}"


def _proposed(of: Review) -> Section | None:
    if not of.proposed:
        return None
    assert of.comparison is not None
    schema = of.comparison.new.program.schema
    parts = tuple(Part(each.norm, tuple(_proposal(each, schema))) for each in of.proposed)
    lead = Say("Sakene er funnet av programmet. Hva svaret skal være, står i kildene, og det er "
               "du som skriver det: «ntr gjennomgang --foresla MAPPE» lager sidene.")  # fmt: skip
    return Section("nye-saker", "Saker å skrive", (lead, *parts))


def _proposal(of: Proposed, schema: Schema) -> Iterator[Block]:
    yield Say(f"{capital(of.shows)}.")
    yield Facts(case_told(of.case, schema), of.case)
