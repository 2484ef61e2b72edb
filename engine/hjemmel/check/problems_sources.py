"""What can be wrong with the sources and with how they are cited. Each docstring is the page."""

from collections.abc import Sequence

from hjemmel.check.problem import error
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note
from hjemmel.source.span import Span


@problem("NTR250", "Ukjent kilde")
def unknown_source(name: str, span: Span, near: str, known: Sequence[str]) -> Diagnostic:
    """En hjemmel nevner kilden ved navnet den har etter «kilde», eller ved formen etter kommaet.

        kilde vedtekter, vedtektene, gjelder fra 1. januar 2020
          slag vedtekt

    Da er både «vedtektene § 3» og «vedtekter § 3» hjemler. Tre kilder kan brukes uten å være
    erklært: forskrift, veileder og nettside.
    """
    choice = f"mente du «{near}»?" if near else f"kildene er {', '.join(known)}"
    help = f"{choice}; en ny kilde føres opp med «kilde {name}» og «slag …»"
    return error("NTR250", f"det er ikke erklært noen kilde «{name}»", span, "ukjent kilde", help)


@problem("NTR251", "Ukjent slag kilde")
def unknown_kind(word: str, span: Span, near: str, known: Sequence[str]) -> Diagnostic:
    """Slaget sier hvilken rang kilden har, og hva det heter når en norm i den svikter.

        kilde parkeringsforskriften
          slag lokal forskrift

    Står det samme i to kilder, er det den høyeste som teller. Er rekkefølgen en annen enn slagene
    sier, skrives det med «går foran».
    """
    help = f"mente du «{near}»?" if near else f"skriv {', '.join(known[:-1])} eller {known[-1]}"
    return error("NTR251", f"«{word}» er ikke et slag kilde", span, "ukjent slag", help)


@problem("NTR254", "Kilden sier ikke hva slags kilde den er")
def no_kind(name: str, span: Span, known: Sequence[str]) -> Diagnostic:
    """Slaget avgjør rangen til kilden, og hva det heter når en norm i den svikter. Derfor må det
    stå under hver kilde, så nær som de tre som ikke trenger å være erklært: forskrift, veileder og
    nettside.

        kilde havneloven
          slag lov
    """
    return error(
        "NTR254",
        f"det står ikke hva slags kilde «{name}» er",
        span,
        "slaget mangler",
        f"skriv «slag …» under: {', '.join(known[:-1])} eller {known[-1]}",
    )


@problem("NTR252", "Kildene går foran hverandre i ring")
def circular_sources(names: str, span: Span) -> Diagnostic:
    """«går foran» sier at en kilde har høyere rang enn en annen. To kilder kan ikke begge gå foran
    den andre, heller ikke gjennom en tredje.
    """
    return error(
        "NTR252",
        f"kildene går foran hverandre: {names}",
        span,
        "går i ring",
        "rett ett av «går foran», så bare én av dem går først",
    )


@problem("NTR253", "Kilden vises til på en annen måte")
def cited_otherwise(cited: str, example: str, span: Span, head: Span) -> Diagnostic:
    """Etter «vises til som» står det hvordan en hjemmel i kilden skrives: med paragraf, artikkel,
    kapittel, vedlegg eller punkt. Da er en hjemmel som skrives på en annen måte, en skrivefeil.

        kilde parkeringsforskriften
          slag          lokal forskrift
          vises til som § 12 a andre ledd bokstav b

    Et helt kapittel eller et vedlegg kan det alltid vises til.
    """
    return error(
        "NTR253",
        f"«{cited}» er ikke slik kilden vises til",
        span,
        f"skrives som «{example}»",
        "rett hjemmelen, eller det som står etter «vises til som»",
        Note(head, "kilden"),
    )
