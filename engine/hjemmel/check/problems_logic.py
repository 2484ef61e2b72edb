"""What can be wrong with periods and logic. Each docstring is the page."""

from hjemmel.check.problem import error
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note, Severity
from hjemmel.source.span import Span


@problem("NTR401", "To ordlyder gjelder samtidig")
def overlap(first_end: str, next_start: str, span: Span, first: Span) -> Diagnostic:
    """Hver dag har høyst én ordlyd. Den første må slutte dagen før den neste begynner.
    Uten «til og med» gjør den det.

        fra 1. januar 2022 til og med 31. desember 2023
        fra 1. januar 2024

    Her møtes de, uten å overlappe. Er grensen bare kjent som et tidsrom («fra en dag i
    2024»), må det være klart hvilken ordlyd som kom først.
    """
    return error(
        "NTR401",
        f"to ordlyder gjelder samtidig: den ene til {first_end}, den neste fra {next_start}",
        span,
        "begynner for tidlig",
        "la den første slutte dagen før",
        Note(first, "gjelder fortsatt"),
    )


def unordered(one: str, other: str, span: Span, first: Span) -> Diagnostic:
    """Two that begin on the same day, or of which either may be the first."""
    return error(
        "NTR401",
        f"det er ikke sikkert hvilken ordlyd som er den første: {one} og {other}",
        span,
        "kan begynne samtidig",
        "la ordlydene begynne i hver sitt tidsrom",
        Note(first, "begynner her"),
    )


@problem("NTR402", "Hull mellom ordlyder")
def gap(first_end: str, next_start: str, span: Span, first: Span) -> Diagnostic:
    """Mellom to ordlyder må det ikke være dager uten ordlyd: begynner den neste 1. januar, slutter
    den første 31. desember. Før den første og etter den siste kan det være tomt.
    """
    return error(
        "NTR402",
        f"ingen ordlyd gjelder mellom {first_end} og {next_start}",
        span,
        "begynner for sent",
        "la ordlydene møtes",
        Note(first, "slutter her"),
    )


@problem("NTR403", "Normer viser til hverandre i ring")
def circular_norms(chain: str, span: Span) -> Diagnostic:
    """En norm kan ikke avhenge av seg selv, heller ikke gjennom andre normer."""
    return error(
        "NTR403",
        f"normene viser til hverandre i ring: {chain}",
        span,
        "slutter ringen",
        "la en av normene si selv det som den viser til den neste for",
    )


@problem("NTR404", "Alltid oppfylt")
def always_true(term: str, span: Span) -> Diagnostic:
    """Leddet nevner hver verdi begrepet har, og er derfor alltid oppfylt. Da er en verdi kommet med
    som ikke skulle det, eller leddet skulle sagt noe annet.
    """
    return error(
        "NTR404",
        f"leddet nevner alle verdiene av «{term}»",
        span,
        "alltid oppfylt",
        "rett verdiene, så bare de som er ment, står der",
    )


@problem("NTR405", "Perioden slutter før den begynner")
def backwards(start: str, end: str, span: Span) -> Diagnostic:
    """Dagen etter «fra» må være før dagen etter «til og med», eller den samme."""
    return error(
        "NTR405",
        f"perioden slutter ({end}) før den begynner ({start})",
        span,
        "bakvendt",
        "bytt om datoene, eller rett den ene",
    )


def backward_span(first: str, last: str, span: Span) -> Diagnostic:
    """A boundary between two days, the later of them written first."""
    return error(
        "NTR405",
        f"«en dag mellom» {first} og {last}: den siste dagen er før den første",
        span,
        "bakvendt",
        "skriv den første dagen først",
    )


@problem("NTR406", "Aldri oppfylt")
def never_true(number: str, least: str, span: Span) -> Diagnostic:
    """Tallet kan aldri nås: begrepet har ikke så mange verdier.

        oppfylt når antall ulike funksjon blant tjenestens oppdrag er 3

    Har «funksjon» to verdier, kan antallet høyst være 2.
    """
    return error(
        "NTR406",
        f"kan aldri være {number}: begrepet har {least} verdier",
        span,
        "umulig",
        "rett tallet",
    )


@problem("NTR407", "Utenfor kalenderen")
def beyond_calendar(what: str, span: Span) -> Diagnostic:
    """Datoer og årstall ligger mellom 1800 og 2199, og et tidsrom er høyst 200 år."""
    return error(
        "NTR407",
        f"{what} ligger utenfor kalenderen",
        span,
        "så langt regnes det ikke",
        "bruk år fra 1800 til 2199, og tidsrom på høyst 200 år",
    )


def too_long(span: Span) -> Diagnostic:
    """A length of time that no calendar holds."""
    return error(
        "NTR407",
        "tidsrommet er lengre enn 200 år",
        span,
        "så langt regnes det ikke",
        "skriv et kortere tidsrom",
    )


@problem("NTR410", "Tabellen dekker ikke alle verdier")
def uncovered(values: str, term: str, span: Span) -> Diagnostic:
    """En verdi som ikke står i noen rad, gir aldri treff. Er det meningen, kan advarselen stå. Du
    kan også legge til en rad, eller en rad med «–», som slipper alt gjennom.
    """
    return Diagnostic(
        "NTR410",
        Severity.WARNING,
        f"tabellen har ingen rad for {values}",
        span,
        f"dekker ikke hele «{term}»",
        "legg til en rad, eller en rad med «–»",
    )


@problem("NTR411", "To rader slipper gjennom det samme")
def rows_overlap(span: Span, first: Span) -> Diagnostic:
    """To rader treffer de samme verdiene. Da er den ene overflødig, eller en verdi er skrevet
    feil.
    """
    return error(
        "NTR411",
        "to rader slipper gjennom det samme",
        span,
        "overlapper",
        "rett en av cellene, så radene treffer hver sitt",
        Note(first, "denne raden"),
    )


@problem("NTR416", "Alle verdiene unntatt én er nevnt")
def one_left_out(missing: str, term: str, named: int, span: Span) -> Diagnostic:
    """Regelen nevner alle verdiene i listen unntatt én. Oftest er den siste glemt, for eksempel når
    fire regioner er nevnt hver for seg og én linje er borte.

        oppfylt når tjenestens region er Nord eller Midt eller Vest

    Skal verdien ikke være med, er det klarere å si det: «er ikke Sør-Øst». Verdier som tar resten
    («annen …»), og lister som kilden lar stå åpne, gir ingen advarsel.
    """
    return Diagnostic(
        "NTR416",
        Severity.WARNING,
        f"{named} av {named + 1} verdier av «{term}» er nevnt, «{missing}» mangler",
        span,
        "er den glemt?",
        f"ta med «{missing}»; skal den ikke med, er det klarere å si at verdien ikke er den",
    )
