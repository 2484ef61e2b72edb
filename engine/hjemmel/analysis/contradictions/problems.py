"""What can be wrong with a rule that is well formed. Each docstring is the page."""

from hjemmel.core.nodes import Node
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note, Severity

_IMPOSSIBLE = "umulig ved siden av det andre"


@problem("NTR420", "Vilkårene utelukker hverandre")
def never_together(node: Node, other: Node) -> Diagnostic:
    """To vilkår som begge må holde, kan aldri holde samtidig. Da kan det de står i, aldri bli
    oppfylt.

        oppfylt når tjenestens type er nasjonal
          og        tjenestens type er flerregional

    Var det ment som to måter å oppfylle det på, skal det andre stå under «eller når». Vilkåret kan
    også stå i en definisjon som det blir vist til, eller i «gjelder når».
    """
    return _warning(
        "NTR420",
        f"«{_said(node)}» og «{_said(other)}» kan aldri holde samtidig",
        node,
        _IMPOSSIBLE,
        "rett det ene; er det to muligheter, skal det stå «eller når» mellom dem",
        Note(other.origin.span, "det andre vilkåret"),
    )


@problem("NTR421", "Alternativene dekker alt")
def always_one(node: Node, other: Node) -> Diagnostic:
    """To alternativer dekker til sammen alt som er mulig, så det er alltid oppfylt eller ukjent, og
    kan aldri svikte. Da er en av grensene en annen enn den skulle være.

        oppfylt når tjenestens plasser er minst 4
        eller når   tjenestens plasser er mindre enn 6
    """
    return _warning(
        "NTR421",
        f"«{_said(other)}» eller «{_said(node)}» kan aldri svikte",
        node,
        "dekker resten",
        "rett det ene alternativet, så de to ikke dekker alt",
        Note(other.origin.span, "det andre alternativet"),
    )


@problem("NTR422", "Unntaket kan aldri virke")
def dead_exception(node: Node, other: Node) -> Diagnostic:
    """Vilkåret for unntaket kan ikke holde der normen gjelder. Da gjør unntaket ingen forskjell.

    gjelder når tjenestens type er nasjonal
    med mindre  flere regioner: tjenestens type er flerregional
    """
    return _warning(
        "NTR422",
        f"unntaket kan aldri virke: «{_said(other)}» utelukker det",
        node,
        "holder aldri der normen gjelder",
        "rett vilkåret for unntaket, eller «gjelder når»",
        Note(other.origin.span, "dette må holde for at normen skal gjelde"),
    )


@problem("NTR423", "Unntaket virker alltid")
def total_exception(node: Node, other: Node) -> Diagnostic:
    """Vilkåret for unntaket holder alltid der normen gjelder. Da gjelder normen aldri.

    gjelder når tjenesten er godkjent
    med mindre  godkjent: tjenesten er godkjent
    """
    return _warning(
        "NTR423",
        f"unntaket virker alltid: det følger av «{_said(other)}»",
        node,
        "holder alltid der normen gjelder, så normen gjelder aldri",
        "rett vilkåret for unntaket, eller «gjelder når»",
        Note(other.origin.span, "dette må holde for at normen skal gjelde"),
    )


@problem("NTR424", "Spørsmålet kan aldri oppstå")
def never_arises(node: Node, other: Node) -> Diagnostic:
    """«oppstår når» kan ikke holde der normen gjelder, så tolkningen blir aldri prøvd.

    gjelder når tjenestens type er nasjonal
    …
      oppstår når tjenestens type er flerregional
    """
    return _warning(
        "NTR424",
        f"spørsmålet kan aldri oppstå: «{_said(other)}» utelukker det",
        node,
        "holder aldri der normen gjelder",
        "rett «oppstår når», eller «gjelder når»",
        Note(other.origin.span, "dette må holde for at normen skal gjelde"),
    )


@problem("NTR425", "Leddet sier ikke noe mer")
def repeated(node: Node, other: Node) -> Diagnostic:
    """Leddet følger av et annet ledd som også må holde. Oftest er en verdi feil. Er det meningen å
    si det to ganger, forandrer det ikke svaret.

    oppfylt når tjenestens plasser er minst 4
      og        tjenestens plasser er minst 3
    """
    return _warning(
        "NTR425",
        f"«{_said(node)}» følger av «{_said(other)}»",
        node,
        "sier ikke noe mer",
        "rett den verdien som er ment annerledes; sier de to det samme, er svaret det samme",
        Note(other.origin.span, "av dette"),
    )


@problem("NTR426", "Ordlyden kan aldri brukes")
def never_in_force(node: Node, period: str) -> Diagnostic:
    """Dagen som avgjør ordlyden, må være en annen for at normen skal gjelde. Da blir ordlyden aldri
    brukt.

    gjelder når  søknadens dato er før 1. januar 2020
    regnes etter søknadens dato
    fra 1. januar 2022
    """
    return _warning(
        "NTR426",
        f"ordlyden {period} kan aldri brukes: «{_said(node)}» utelukker den",
        node,
        "utelukker dagene i ordlyden",
        "rett dagene, eller la vilkåret gjelde bare den ordlyden det er ment for",
    )


@problem("NTR427", "Den gamle verdien står igjen i en annen norm")
def left_behind(
    node: Node, old: str, new: str, start: str, title: str, changed: Node
) -> Diagnostic:
    """En annen norm om den samme delen av saken har fått en ny dag, et nytt tidsrom, et nytt beløp,
    en ny liste eller et nytt tall, og denne skriver fortsatt det gamle. Et tall regnes bare som
    det samme når det gjelder det samme: «minst ti medlemmer» to steder, men ikke ti av noe annet.

        fra 1. januar 2027
          senest 1. februar i søknadens år

    Skriver en annen norm om søknaden «15. januar i søknadens år», kan den være glemt. Ingenting
    sier at de to må være like. Er den gamle verdien ment, kan advarselen stå.
    """
    message = f"«{old}» ble {new} fra {start} i «{title}», men står fortsatt her"
    help_text = "er det den samme bestemmelsen, får denne normen også en ny ordlyd fra den dagen"
    note = Note(changed.origin.span, "endret her")
    return _warning("NTR427", message, node, "den gamle verdien", help_text, note)


def _warning(
    code: str, message: str, node: Node, label: str, help_text: str, *notes: Note
) -> Diagnostic:
    span = node.origin.span
    return Diagnostic(code, Severity.WARNING, message, span, label, help_text, notes)


def _said(node: Node) -> str:
    return node.origin.words or "det som står her"
