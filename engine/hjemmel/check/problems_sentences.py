"""What can be wrong with sentences of a group. Each docstring is the page."""

from hjemmel.check.problem import error
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Severity
from hjemmel.source.span import Span


@problem("NTR241", "«alle … ikke» kan leses på to måter")
def two_scopes(word: str, span: Span) -> Diagnostic:
    """«alle stedene har ikke avtale» kan bety at ingen av dem har avtale, eller at ikke alle har
    det. Det samme gjelder «hver», «ingen» og «minst halvparten» med «ikke».

        oppfylt når alle steder ikke har avtale om drift

    Skriv «ingen steder har avtale om drift», eller «minst ett sted ikke har avtale om drift».
    """
    return error(
        "NTR241",
        f"«{word} … ikke» kan leses på to måter",
        span,
        "gjelder «ikke» hver av dem, eller alle under ett?",
        "skriv «ingen …», eller «minst ett … ikke …»",
    )


@problem("NTR242", "Uklart hvilken opplysning i oppføringen som menes")
def no_one_field(entry: str, kind: str, fields: tuple[str, ...], span: Span) -> Diagnostic:
    """«hver helseregion har et sted» forutsetter at et sted har nøyaktig én opplysning av slaget
    helseregion. Har det flere, vet ingen hvilken av dem som menes.

        oppfylt når hver helseregion har et sted

    Skriv «helseregion blant stedene omfatter hver helseregion», med navnet på opplysningen.
    """
    named = ", ".join(f"«{each}»" for each in fields) if fields else "ingen"
    return error(
        "NTR242",
        f"«{entry}» har {named} av slaget «{kind}», ikke nøyaktig én",
        span,
        "hvilken opplysning?",
        f"skriv «… blant … omfatter hver {kind}» med navnet på opplysningen",
    )


@problem("NTR243", "Setningen sier ikke noe som er erklært")
def says_nothing(words: str, span: Span, help: str) -> Diagnostic:
    """En setning om en gruppe nevner en liste, og så noe som er erklært om oppføringene i den.

        oppfylt når alle steder har avtale om drivt

    «steder» er en liste av sted, men et sted har ikke noe som heter «har avtale om drivt».
    """
    return error("NTR243", f"«{words}» sier ikke noe som er erklært", span, "ukjent", help)


@problem("NTR244", "Komma mangler etter det som er satt inn")
def comma_missing(words: str, span: Span, rest: str) -> Diagnostic:
    """Det som står etter «som», slutter med komma. Ellers går det i ett med det som blir sagt.

        oppfylt når alle steder som drives av en privat aktør har avtale om drift

    Skriv «alle steder som drives av en privat aktør, har avtale om drift».
    """
    help = f"sett komma: «…, {rest}»" if rest else "skriv komma, og så det som skal gjelde dem"
    return error(
        "NTR244", f"«{words}» sier ikke hva som gjelder", span, "hvor slutter dette?", help
    )


@problem("NTR246", "Antallet kan ikke telles slik")
def uncountable(words: str, span: Span, help: str) -> Diagnostic:
    """Et antall er av oppføringer i en liste («tjenesten har minst to steder»), av ulike verdier i
    dem («tjenesten har steder ved minst to helseforetak»), eller et tall som er erklært
    («virksomheten har minst 250 ansatte»).
    """
    return error("NTR246", f"«{words}» sier ikke hva som telles", span, "hva telles?", help)


@problem("NTR247", "Ordet foran passer ikke til substantivet")
def disagrees(words: str, wanted: str, span: Span) -> Diagnostic:
    """Den bestemte formen som er erklært, viser kjønnet: «sted, stedet» er intetkjønn, «tjeneste,
    tjenesten» er det ikke. «én», «ett», «en», «et», «hver», «hvert» og «intet» skal passe til det,
    og «alle» til flertallet.

        oppfylt når minst én sted har avtale

    Skriv «minst ett sted». Meningen er den samme, så regelverket kan brukes som det er. Er ingen
    bestemt form erklært, vet programmet ikke kjønnet, og sier ikke noe.
    """
    return Diagnostic(
        "NTR247",
        Severity.WARNING,
        f"«{words}» passer ikke sammen",
        span,
        f"skal være «{wanted}»",
        f"skriv «{wanted}»",
    )
