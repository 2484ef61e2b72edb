"""What can be wrong with the types of values. Each docstring is the page."""

from hjemmel.check.problem import error
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.span import Span


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 'r'}"


@problem("NTR301", "Verdien har feil type")
def wrong_type(found: str, wanted: str, span: Span) -> Diagnostic:
    """De to sidene av en sammenligning må være av samme slag: dato med dato, tall med tall,
    tidsrom i måneder med tidsrom i måneder.
    """
    return error(
        "NTR301",
        f"venter {wanted}, fikk {found}",
        span,
        f"er {found}",
        "sammenlikn to verdier av samme slag",
    )


@problem("NTR303", "Relasjonen passer ikke til verdien")
def wrong_relation(relation: str, kind: str, span: Span, help: str) -> Diagnostic:
    """«er senest», «er tidligst», «er før» og «er etter» brukes om datoer. «er minst», «er høyst»,
    «er mer enn» og «er mindre enn» brukes om tall, beløp og tidsrom. Navn kan bare være like
    eller ulike.
    """
    return error("NTR303", f"«{relation}» kan ikke brukes om {kind}", span, "passer ikke", help)


@problem("NTR304", "Måneder kan regnes på to måter")
def ambiguous_months(span: Span) -> Diagnostic:
    """Ett år etter 29. februar er ingen dag i kalenderen, og én måned etter 31. januar er det
    heller ikke. Regelen må si om det rundes ned (til siste dag i måneden) eller opp (til
    første dag i neste).

        senest samme dato 1 år etter tjenestens godkjenningsdato, rundet ned
    """
    return error(
        "NTR304",
        "datoen kan falle på en dag som ikke finnes",
        span,
        "rundes dette ned eller opp?",
        "legg til «, rundet ned» eller «, rundet opp»",
    )


@problem("NTR305", "Ikke en liste")
def not_a_list(name: str, kind: str, span: Span) -> Diagnostic:
    """«blant», «antallet av» og «omfatter» brukes om opplysninger som er en «liste av …»."""
    return error(
        "NTR305",
        f"«{name}» er ikke en liste, men {kind}",
        span,
        "er ikke en liste",
        "bruk en opplysning som er «liste av …»",
    )


@problem("NTR306", "Utfallet passer ikke")
def wrong_norm_outcome(word: str, span: Span) -> Diagnostic:
    """Om en annen norm kan du si at den «er oppfylt» eller «er brutt». Du kan også bruke slagets
    eget ord: åpen, nektet, innvilget, avslått, fulgt, fullført.
    """
    return error(
        "NTR306",
        f"en norm kan ikke være «{word}»",
        span,
        "ukjent utfall",
        "skriv «er oppfylt» eller «er brutt»",
    )


@problem("NTR307", "Rad og kolonner passer ikke")
def row_width(cells: int, columns: int, span: Span) -> Diagnostic:
    """Hver rad i en tabell har én celle for hver kolonne. En celle som er «–», slipper alt
    gjennom.
    """
    return error(
        "NTR307",
        f"raden har {_counted(cells, 'celle')}, tabellen {_counted(columns, 'kolonne')}",
        span,
        "feil antall",
        "skill cellene med «|»; bruk «–» for alt",
    )


@problem("NTR308", "Påstanden er ikke ja eller nei")
def not_a_claim(name: str, kind: str, span: Span) -> Diagnostic:
    """Et ledd som bare er et navn, må være en opplysning som er «ja eller nei».

        oppfylt når tjenestens type

    Andre opplysninger sammenlignes med noe: «tjenestens type er …».
    """
    return error(
        "NTR308",
        f"«{name}» er {kind}, ikke ja eller nei",
        span,
        "ingen påstand",
        "skriv hva verdien skal være, for eksempel «er …»",
    )
