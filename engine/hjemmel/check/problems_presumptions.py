"""What can be wrong with presumptions. Each docstring is the page."""

from hjemmel.check.problem import error
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note
from hjemmel.source.span import Span


@problem("NTR430", "Linjen hører ikke til i en formodning")
def not_of_a_presumption(line: str, span: Span) -> Diagnostic:
    """En formodning sier hva som legges til grunn når ingen har fortalt om det, og når den gjelder.
    Den krever ingenting, så den har verken tabell, strekpunkter, frist eller tolkning.

        formodning om godkjenning, etter nettside pkt. 1 nr. 1
          gjelder når            tjenesten står på listen
          legges til grunn at    tjenesten er godkjent

    Det som legges til grunn, er det samme i alle ordlydene, og står foran den første. Ellers,
    skriv én formodning for hver.
    """
    return error(
        "NTR430",
        f"en formodning kan ikke ha linjen «{line}» her",
        span,
        "hører ikke til her",
        "skriv den i en norm av et annet slag",
    )


@problem("NTR431", "Det som legges til grunn, er ikke én opplysning")
def not_one_fact(span: Span) -> Diagnostic:
    """En formodning legger til grunn én opplysning: at noe er så eller ikke så, eller at det er én
    bestemt verdi.

        legges til grunn at tjenesten er godkjent
        legges til grunn at tjenesten ikke har fagråd
        legges til grunn at tjenestens type er nasjonal tjeneste

    «Minst 2», «A eller B» og «etter 1. mai» er ingen bestemt verdi. Er det flere ting,
    skriv én formodning for hver.
    """
    return error(
        "NTR431",
        "det som legges til grunn, må være én opplysning og én verdi",
        span,
        "er ikke én opplysning",
        "skriv «… er …», «… har …» eller «… er ikke …» om én opplysning",
    )


@problem("NTR432", "Dette kan ikke legges til grunn")
def not_presumable(what: str, span: Span) -> Diagnostic:
    """Det er opplysninger om saken som kan legges til grunn. En vurdering må være gjort av den som
    skal gjøre den, så den kan ingen forutsette. En liste, en oppføring i en liste, hvordan andre
    normer står, og vurderingsdagen kan heller ikke legges til grunn.
    """
    return error(
        "NTR432",
        f"{what} kan ikke legges til grunn",
        span,
        "kan ikke forutsettes",
        "legg til grunn en opplysning om saken",
    )


@problem("NTR433", "En formodning hviler på noe som ikke er fortalt")
def rests_on_untold(what: str, span: Span, other: Span | None) -> Diagnostic:
    """Vilkåret for en formodning ser bare det noen har fortalt. Det kan ikke spørre om noe som selv
    kan legges til grunn, og ikke om hvordan andre normer står, for de kan hvile på formodninger.
    Ellers kunne to formodninger hvile på hverandre.

    Spør i vilkåret etter det som er fortalt, slik det er.
    """
    notes = (Note(other, "legges til grunn her"),) if other else ()
    return error(
        "NTR433",
        f"vilkåret for formodningen spør om {what}",
        span,
        "er ikke bare det som er fortalt",
        "spør om opplysninger som ingen formodning gjelder",
        *notes,
    )


@problem("NTR434", "To formodninger om det samme")
def presumed_twice(title: str, span: Span, first: Span) -> Diagnostic:
    """To formodninger gjelder samme opplysning under samme vilkår. Sier de det samme, er den ene
    overflødig; sier de ulike ting, blir ingenting lagt til grunn.
    """
    return error(
        "NTR434",
        f"formodningen «{title}» gjelder samme opplysning under samme vilkår som en annen",
        span,
        "legger til grunn det samme, eller noe annet",
        "la dem gjelde under ulike vilkår, eller slå dem sammen",
        Note(first, "den andre formodningen"),
    )
