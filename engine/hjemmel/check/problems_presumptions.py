"""What can be wrong with presumptions and conclusions. Each docstring is the page."""

from attrs import frozen

from hjemmel.check.problem import error
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note
from hjemmel.source.span import Span


@frozen
class Words:
    """How a kind of what is no norm to judge by is spoken of.

    `weaker` is what says nothing of the facts that it may rest on.
    """

    kind: str
    definite: str
    said: str
    weaker: str


PRESUMPTION = Words("formodning", "formodningen", "legges til grunn", "formodning")
CONCLUSION = Words("slutning", "slutningen", "følger", "slutning eller formodning")


@problem("NTR430", "Linjen hører ikke til i en formodning eller slutning")
def not_a_line_of(of: Words, line: str, span: Span) -> Diagnostic:
    """En formodning sier hva som legges til grunn når ingen har fortalt om det. En slutning sier
    hva som sikkert følger av det som er fortalt. De krever ingenting, så de har verken tabell,
    strekpunkter, frist eller tolkning.

        formodning om godkjenning, etter nettside pkt. 1 nr. 1
          gjelder når            tjenesten står på listen
          legges til grunn at    tjenesten er godkjent

        slutning om avvikling, etter forskriften § 4-1 fjerde ledd
          gjelder når            avviklingen er senest vurderingsdagen
          følger at              tjenesten er avviklet

    Det som legges til grunn eller følger, er det samme i alle ordlydene, og står foran den første.
    Ellers, skriv én for hver.
    """
    return error(
        "NTR430",
        f"en {of.kind} kan ikke ha linjen «{line}» her",
        span,
        "hører ikke til her",
        "skriv den i en norm av et annet slag",
    )


@problem("NTR431", "Det som legges til grunn eller følger, er ikke én opplysning")
def not_one_fact(of: Words, span: Span) -> Diagnostic:
    """En formodning legger til grunn én opplysning, og det er én opplysning som følger av en
    slutning: at noe er så eller ikke så, eller at det er én bestemt verdi.

        legges til grunn at tjenesten er godkjent
        legges til grunn at tjenesten ikke har fagråd
        følger at tjenestens type er nasjonal tjeneste

    «Minst 2», «A eller B» og «etter 1. mai» er ingen bestemt verdi. Er det flere ting,
    skriv én for hver.
    """
    return error(
        "NTR431",
        f"det som {of.said}, må være én opplysning og én verdi",
        span,
        "er ikke én opplysning",
        "skriv «… er …», «… har …» eller «… er ikke …» om én opplysning",
    )


@problem("NTR432", "Dette kan ikke legges til grunn eller følge")
def not_sayable(of: Words, what: str, span: Span) -> Diagnostic:
    """Det er opplysninger om saken som kan legges til grunn eller følge. En vurdering må være gjort
    av den som skal gjøre den, så den kan ingen forutsette eller slutte seg til. En liste, en
    oppføring i en liste, hvordan andre normer står, og vurderingsdagen kan det heller ikke være.
    """
    can, never = ("legges til grunn", "forutsettes") if of is PRESUMPTION else ("følge", "følge")
    return error(
        "NTR432",
        f"{what} kan ikke {can}",
        span,
        f"kan ikke {never}",
        "nevn en opplysning om saken",
    )


@problem("NTR433", "En formodning eller slutning hviler på noe som ikke er fortalt")
def rests_on_untold(of: Words, what: str, span: Span, other: Note | None) -> Diagnostic:
    """Vilkåret for en slutning ser bare det noen har fortalt. Det kan ikke spørre om noe som selv
    følger av en slutning eller legges til grunn, og ikke om hvordan andre normer står. Vilkåret for
    en formodning ser det som er fortalt og det som følger av det, men ikke noe som selv legges til
    grunn. Da har de ingen rekkefølge, og går aldri i ring.

    Spør i vilkåret etter det som er fortalt, slik det er.
    """
    return error(
        "NTR433",
        f"vilkåret for {of.definite} spør om {what}",
        span,
        "er ikke bare det som er fortalt",
        f"spør om opplysninger som ingen {of.weaker} gjelder",
        *((other,) if other else ()),
    )


@problem("NTR434", "To formodninger eller to slutninger om det samme")
def said_twice(of: Words, title: str, span: Span, first: Span) -> Diagnostic:
    """To formodninger eller to slutninger gjelder samme opplysning under samme vilkår. Sier de det
    samme, er den ene overflødig. Sier de ulike ting, blir ingenting lagt til grunn, eller
    opplysningen er alltid i strid med seg selv.
    """
    return error(
        "NTR434",
        f"{of.definite} «{title}» gjelder samme opplysning under samme vilkår som en annen",
        span,
        "sier det samme, eller noe annet"
        if of is CONCLUSION
        else "legger til grunn det samme, eller noe annet",
        "la dem gjelde under ulike vilkår, eller slå dem sammen",
        Note(first, f"den andre {of.definite}"),
    )


@problem("NTR435", "«er oppgitt» står utenfor en slutning")
def told_outside(span: Span) -> Diagnostic:
    """«Er oppgitt» sier at noen har fortalt hvilken dag noe skjedde. Det holder når dagen er kjent,
    og er ellers ukjent: at ingen har fortalt noe, er aldri et svar. Derfor kan bare en slutning
    spørre om det.

        slutning om fastsatt virketid, etter forskriften § 4-1 andre ledd
          gjelder når  tjenestens siste virkedag er oppgitt
          følger at    tjenesten har fastsatt virketid

    I andre normer, spør etter opplysningen selv, eller etter det som følger av at den er oppgitt.
    """
    return error(
        "NTR435",
        "bare en slutning kan spørre om en dag er oppgitt",
        span,
        "er ikke en slutning",
        "spør etter opplysningen selv",
    )
