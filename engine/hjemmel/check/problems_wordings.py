"""What can be wrong with what belongs to one wording of a norm. Each docstring is the page."""

from hjemmel.check.problem import error
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note, Severity
from hjemmel.source.span import Span


@problem("NTR418", "Den valgte dagen er ikke i tidsrommet")
def outside_the_span(spans: str, span: Span) -> Diagnostic:
    """Sier kildene bare at en grense er en dag i et tidsrom, kan regelverket velge en dag i det.
    Linjen står under ordlyden, innehaveren eller kilden med grensen. Da er det den dagen som
    gjelder, og svaret sier at den er valgt.

        fra en dag mellom 1. januar 2024 og 5. april 2024
          valgt       1. januar 2024, rundskrivet omtaler «delegeringen for 2024»

    Dagen må være i tidsrommet, og hver grense kan bare få én.
    """
    where = f"den må være {spans}" if spans else "her er ingen grense i et tidsrom"
    return error(
        "NTR418",
        "dagen kan ikke velges her",
        span,
        where,
        "velg en dag i tidsrommet, eller rett «fra» og «til og med»",
    )


def chosen_twice(span: Span, first: Span) -> Diagnostic:
    """A second day for the same boundary."""
    return error(
        "NTR418",
        "grensen har alt en dag",
        span,
        "to dager for én grense",
        "la bare den ene stå",
        Note(first, "valgt her"),
    )


@problem("NTR412", "Linjen gjelder hele normen, men står under en ordlyd")
def under_a_wording(line: str, wording: str, help: str, span: Span, first: Span) -> Diagnostic:
    """Det som står under «fra …», hører til den ordlyden: unntak, tolkninger, egne ord, «forutsatt»
    og «regnes etter» også. To linjer gjelder alltid hele normen: «kjennemerke» og «gjelder for». De
    står foran den første ordlyden, så ingen tror at de bare gjelder en av dem.

        fra 1. januar 2024
          gjelder for søknaden
          oppfylt når søknaden er kort

    Et unntak som gjelder alle ordlydene, står foran den første «fra».
    """
    return error(
        "NTR412",
        f"«{line}» gjelder hele normen, men står under ordlyden {wording}",
        span,
        "gjelder ikke bare denne ordlyden",
        help,
        Note(first, "den første ordlyden"),
    )


@problem("NTR414", "Spørsmålet er ikke stilt i alle ordlydene")
def lost_question(wordings: str, span: Span, missing: tuple[Span, ...]) -> Diagnostic:
    """En tolkning foran den første ordlyden gjelder alle ordlydene, og leddet må stå i hver av dem.
    En tolkning under en ordlyd gjelder bare den. Står det samme leddet i en ordlyd til, må
    spørsmålet være stilt der også. Ellers ville det som er uavklart, bli avgjort i det stille.

    Er spørsmålet avgjort i den ene ordlyden, gjentas tolkningen der, med lesemåten som er valgt.
    """
    return error(
        "NTR414",
        f"leddet står ikke i ordlyden {wordings}",
        span,
        "spørsmålet faller bort der",
        "gjengi leddet der også, eller flytt tolkningen inn under den ordlyden den gjelder",
        *(Note(each, "leddet står ikke her") for each in missing),
    )


def question_elsewhere(here: str, there: str, span: Span) -> Diagnostic:
    """The clause stands in another wording than the one that the question stands below."""
    return error(
        "NTR414",
        f"leddet står ikke i ordlyden {here}, som tolkningen står under",
        span,
        f"står i ordlyden {there}",
        "flytt tolkningen inn under den ordlyden leddet står i, eller foran den første «fra» om "
        "den gjelder alle",
    )


def unasked(here: str, there: str, span: Span) -> Diagnostic:
    """The clause stands in another wording too, where nobody asks."""
    return error(
        "NTR414",
        f"leddet står også i ordlyden {there}, der spørsmålet ikke er stilt",
        span,
        f"gjelder bare ordlyden {here}",
        "gjelder spørsmålet alle ordlydene, flytt tolkningen opp foran den første «fra»; "
        "er det avgjort i en av dem, gjenta tolkningen der og skriv lesemåten etter «valgt»",
    )


@problem("NTR413", "Dagen er antatt i den ene ordlyden og ikke i den andre")
def half_assumed(here: str, there: str, span: Span, other: Span) -> Diagnostic:
    """Den siste dagen i en ordlyd og den første i den neste er samme grense. Sier kildene ikke
    hvilken dag det var, er begge antatt.

        fra 1. januar 2022 til og med 31. desember 2023
          antatt siste dag, kilden sier bare «for 2024»
        fra 1. januar 2024
          antatt første dag, kilden sier bare «for 2024»

    Det samme gjelder den dagen kilden selv tar til: er den antatt der kilden er erklært, er den
    antatt i ordlyden som begynner den dagen.
    """
    return Diagnostic(
        "NTR413",
        Severity.WARNING,
        f"{here} er ikke antatt, men det er {there.rstrip(',')}",
        span,
        "samme grense",
        "skriv «antatt» under denne også; er dagen kjent, skriv kilden som sier den",
        (Note(other, "antatt her"),),
    )


@problem("NTR415", "Ordlyden begynner før kilden")
def before_its_source(source: str, first: str, span: Span, declared: Span) -> Diagnostic:
    """En ordlyd kan ikke gjelde før kilden den bygger på. Den dagen kilden gjelder fra, står i
    hodet på ordfilen («kilde veileder, gjelder fra …»).

    Er det den øverste kilden som er eldre, må ordlyden vise til den.
    """
    return Diagnostic(
        "NTR415",
        Severity.WARNING,
        f"ordlyden begynner før {source}, som gjelder fra {first}",
        span,
        "før kilden",
        "rett dagen, eller vis til kilden som gjaldt da",
        (Note(declared, "kilden"),),
    )


@problem("NTR419", "Regelen slutter, og ingen kilde sier når")
def ends_unsaid(last: str, label: str, span: Span) -> Diagnostic:
    """Den siste ordlyden i en norm har en siste dag. Da slutter regelen, og noe må si det:

    - hjemmelen for ordlyden: «fra … til og med …, etter …»
    - en utgave av en kilde den bygger på, som slutter den dagen («utgave … til og med …»), eller en
      ny utgave dagen etter
    - en kilde som gjelder fra dagen etter («gjelder fra …»), når den dagen ikke er antatt
    - «antatt siste dag» eller «valgt», med grunnen

    Er det en annen bestemmelse som gjør at den falt bort, skriver du «ikke i kraft fra …, etter …».
    Uten siste dag må den ha hjemmelen.

    Gjelder regelen fremdeles, skal «til og med» bort.

        fra 1. januar 2022 til og med 31. desember 2023
          antatt siste dag, kilden nevner ikke kravet etter 2023
    """
    return Diagnostic(
        "NTR419",
        Severity.WARNING,
        f"regelen slutter {last}, og ingen kilde sier det",
        span,
        label,
        "skriv «antatt siste dag, …» med grunnen, eller hjemmelen etter datoen; gjelder regelen "
        "fremdeles, skriv ordlyden uten «til og med»",
    )


@problem("NTR417", "Virkeområdet står både foran ordlydene og under en av dem")
def two_scopes(wording: str, span: Span, first: Span) -> Diagnostic:
    """Et «gjelder når» foran ordlydene gjelder dem alle. Har en ordlyd sitt eget, er det uklart om
    begge skal holde, eller bare det siste.

    Skriv hele virkeområdet under hver ordlyd, eller alt foran den første.
    """
    return error(
        "NTR417",
        f"«gjelder når» står både foran ordlydene og under ordlyden {wording}",
        span,
        "begge, eller bare dette?",
        "skriv hele «gjelder når» under hver ordlyd, eller alt foran den første",
        Note(first, "gjelder alle ordlydene"),
    )
