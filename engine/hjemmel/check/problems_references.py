"""What can be wrong with what a norm refers to. Each docstring is the page."""

from hjemmel.check.problem import error
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note
from hjemmel.source.span import Span


@problem("NTR212", "Ukjent norm")
def unknown_norm(name: str, span: Span, help: str, near: Span | None) -> Diagnostic:
    """En henvisning til en annen norm nevner paragrafen og tittelen, slik tittelen er skrevet:

        oppfylt når § 4-3 «helsegevinst» er oppfylt

    Er tittelen endret, må henvisningen endres med den. Forslaget er en norm i den paragrafen som er
    nevnt. Ligner ingen av dem, står det hvilke normer paragrafen har, og om en norm et annet sted
    heter det samme. Den kan være noe helt annet.
    """
    notes = (Note(near, "står her"),) if near else ()
    return error("NTR212", f"fant ingen norm {name}", span, "finnes ikke", help, *notes)


@problem("NTR213", "Ingen normer på stedet")
def empty_group(words: str, span: Span) -> Diagnostic:
    """«alle krav i forskrift § 4-2» må treffe minst én norm. Den må være av slaget som er
    nevnt, stå på stedet som er nevnt, og ha den nevnte kilden som sin høyeste. Et krav som
    bare bygger på veilederen, er ikke et krav i forskriften.
    """
    return error(
        "NTR213",
        f"det finnes ingen {words}",
        span,
        "treffer ingen norm",
        "rett slaget, kilden eller stedet",
    )


@problem("NTR214", "Ukjent sted i kilden")
def unknown_citation(citation: str, span: Span, known: str) -> Diagnostic:
    """Hjemmelen viser til et sted som ikke står i listen over setningene i kilden, for eksempel et
    nummer etter det siste i punktet. Meldingen sier hva listen har.

    Er stedet nytt, fordi kilden har fått en ny bestemmelse eller en ny setning, føres setningene
    opp i `kilder/setninger.tsv` ved siden av regelfilene, en linje for hver: id, kilde, sted, del
    og fingeravtrykk, med tabulator mellom.

        V2#11  veileder  pkt. 2  11  7d793037a0760186

    `ntr dekning --kilde tekster.tsv` sier hvilket fingeravtrykk en ny setning har. Etterpå skrives
    normen den gir, eller setningen settes til side i `utenfor.tsv` med en grunn.
    """
    return error("NTR214", f"kilden har ikke «{citation}»", span, "finnes ikke i kilden", known)


@problem("NTR215", "Ukjent unntak")
def unknown_exception(name: str, span: Span, suggestion: str) -> Diagnostic:
    """«men likevel …, tross X» må nevne et unntak X i samme norm, med navnet det fikk etter
    «med mindre».

        med mindre nyopprettet: tjenestens opprettelsesdato er etter 1. januar 2024
        men likevel erfaren, tross nyopprettet: tjenesten er godkjent
    """
    help = f"mente du «{suggestion}»?" if suggestion else "skriv navnet som i «med mindre navn: …»"
    return error("NTR215", f"normen har ikke unntaket «{name}»", span, "ukjent unntak", help)


@problem("NTR216", "Leddet finnes ikke i normen")
def clause_not_found(span: Span) -> Diagnostic:
    """En tolkning gjelder ett ledd i normen, gjengitt ord for ord etter «for leddet». Er leddet
    endret siden tolkningen ble skrevet, må spørsmålet ses på igjen.
    """
    return error(
        "NTR216",
        "leddet står ikke i normen",
        span,
        "finner ikke leddet",
        "gjengi leddet slik det står i normen, ord for ord",
    )


@problem("NTR217", "Leddet står flere steder i normen")
def clause_ambiguous(span: Span) -> Diagnostic:
    """En tolkning må gjelde nøyaktig ett ledd. Del normen i to, så leddet bare står ett sted i
    den normen tolkningen hører til.
    """
    return error(
        "NTR217",
        "leddet står flere steder i normen",
        span,
        "flertydig ledd",
        "del normen, så leddet bare står ett sted",
    )


@problem("NTR218", "Ukjent lesemåte")
def unknown_reading(name: str, span: Span, readings: str) -> Diagnostic:
    """«valgt» nevner en av lesemåtene, eller «ingen»."""
    return error(
        "NTR218",
        f"«{name}» er ingen av lesemåtene",
        span,
        "ukjent lesemåte",
        f"lesemåtene er {readings}, eller skriv «ingen»",
    )
