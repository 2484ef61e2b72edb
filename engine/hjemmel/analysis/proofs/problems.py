"""What can be proved to be odd in a rulebook. Each docstring is the page."""

from hjemmel.core.nodes import Node
from hjemmel.core.program import Interpretation, Norm
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note, Severity
from hjemmel.source.span import Span
from hjemmel.words.values import listed


@problem("NTR601", "Normene kan ikke oppfylles samtidig")
def contradictory(one: Norm, other: Norm) -> Diagnostic:
    """To normer gjelder i samme sak, og er begge i kraft. Hver av dem kan oppfylles alene, men den
    ene kan bare være oppfylt der den andre ikke er det.

        oppfylt når tjenesten har steder ved nøyaktig ett helseforetak
        …
        oppfylt når tjenesten har steder ved nøyaktig to helseforetak

    Saken som vises, er den minste der begge gjelder. Oftest er den ene normens «gjelder når» for
    vid. Skal den ene gå foran den andre, må det stå i reglene: som et unntak, eller i virkeområdet.
    """
    return _told(
        "NTR601",
        f"«{one.title}» og «{other.title}» kan gjelde i samme sak, men aldri begge være oppfylt",
        one.span,
        "denne normen",
        "rett den ene, eller si i «gjelder når» hvilken av dem som gjelder hvor",
        Note(other.span, "den andre normen"),
    )


@problem("NTR602", "Normen kan aldri bli oppfylt")
def never_met(norm: Norm) -> Diagnostic:
    """Det finnes ingen sak der normen gjelder og er oppfylt. Oftest utelukker to ledd hverandre,
    her eller i en definisjon det blir vist til, eller en grense er snudd.

        oppfylt når tjenesten er godkjent
          og        tjenesten ikke er godkjent

    Saken som vises, er den minste der normen gjelder.
    """
    return _told(
        "NTR602",
        f"«{norm.title}» kan aldri bli oppfylt",
        norm.span,
        "ingen sak oppfyller dette",
        "se etter ledd som utelukker hverandre, og etter grenser som er snudd",
    )


@problem("NTR603", "Normen kan aldri bli brutt")
def never_broken(norm: Norm) -> Diagnostic:
    """Det finnes ingen sak der normen gjelder og ikke er oppfylt. Da stiller den ikke noe krav.

        oppfylt når tjenestens plasser er minst 4
        eller når   tjenestens plasser er mindre enn 6

    Det kan være ment slik: en lesemåte som er valgt, kan gjøre en liste åpen. Da kan funnet merkes
    som gjennomgått, med grunnen.
    """
    return _told(
        "NTR603",
        f"«{norm.title}» kan aldri svikte",
        norm.span,
        "ingen sak strider mot dette",
        "se etter alternativer som til sammen dekker alt",
    )


@problem("NTR604", "Normen gjelder aldri")
def never_applies(norm: Norm) -> Diagnostic:
    """Det finnes ingen sak der normen er i kraft og gjelder. Det den krever, blir aldri spurt om.

        gjelder når tjenestens type er nasjonal
        med mindre  stor: tjenestens type er nasjonal

    Se etter vilkår som utelukker hverandre, etter et unntak som alltid virker, og etter en periode
    som dagen i «regnes etter» aldri kan være i.
    """
    return _told(
        "NTR604",
        f"«{norm.title}» gjelder aldri",
        norm.span,
        "gjelder ikke i noen sak",
        "rett «gjelder når», unntakene eller dagene normen er i kraft",
    )


@problem("NTR605", "Vilkåret har ingen betydning")
def idle(norm: Norm, node: Node, said: str, follows: str) -> Diagnostic:
    """Tas vilkåret bort, står normen likt i hver eneste sak, også der noe er ukjent. Det følger av
    resten av normen, eller av det som er slått fast om opplysningen andre steder.

        gjelder når tjenestens type er nasjonal
          og        tjenestens type ikke er flerregional

    Det kan også være noe som er føyd sammen slik at det aldri kan svikte, eller aldri holde: «har
    navn eller har ikke navn».

    Oftest er en verdi feil, eller «og» og «eller» er byttet om. Er det skrevet for leserens skyld,
    kan funnet merkes som gjennomgått, med grunnen. Et vilkår i en definisjon, eller et som flere
    normer har felles, blir bare nevnt når det er uten betydning for dem alle.
    """
    return _told(
        "NTR605",
        f"«{said}» har ingen betydning i «{norm.title}»: {follows}",
        node.origin.span,
        "forandrer ikke svaret i noen sak",
        "rett det som er ment annerledes, eller ta det bort",
    )


@problem("NTR606", "Unntaket forandrer aldri noe")
def idle_exception(norm: Norm, node: Node, said: str, follows: str) -> Diagnostic:
    """Tas unntaket bort, står normen likt i hver eneste sak. Enten kan det ikke holde der normen
    ellers gjelder, eller så gir det samme svar som uten.

        gjelder når tjenestens type er nasjonal
        med mindre  to regioner: tjenestens type er flerregional
    """
    return _told(
        "NTR606",
        f"unntaket «{said}» forandrer aldri noe i «{norm.title}»: {follows}",
        node.origin.span,
        "gjør ingen forskjell i noen sak",
        "rett vilkåret for unntaket, eller ta det bort",
    )


@problem("NTR607", "Ordlyden kommer aldri til anvendelse")
def idle_wording(norm: Norm, period: str) -> Diagnostic:
    """Normen har flere ordlyder, og én av dem gjelder ikke i noen sak. Oftest krever virkeområdet
    en annen dag enn dem ordlyden er i kraft.

        gjelder når  søknadens dato er før 1. januar 2020
        regnes etter søknadens dato
        fra 1. januar 2022
    """
    return _told(
        "NTR607",
        f"ordlyden {period} i «{norm.title}» gjelder aldri i noen sak",
        norm.span,
        "har en ordlyd som aldri blir brukt",
        "rett dagene i ordlyden, eller det som står i «gjelder når»",
    )


@problem("NTR608", "Tolkningen har ingen betydning")
def idle_question(norm: Norm, asked: Interpretation, node: Node, follows: str) -> Diagnostic:
    """Spørsmålet oppstår aldri, eller lesemåtene gir det samme svaret i hver eneste sak. Da er det
    ikke noe å velge mellom.

      tolkning      Teller satellitter med?
        oppstår når tjenestens plasser er minst 4
        lesemåte    ja: regnes med når tjenestens plasser er minst 3
        lesemåte    nei: regnes med

    Se etter en lesemåte som ikke sier det den er ment å si, og etter «oppstår når».
    """
    return _told(
        "NTR608",
        f"«{asked.question}» har ingen betydning i «{norm.title}»: {follows}",
        node.origin.span,
        "leddet som spørsmålet gjelder",
        "rett lesemåtene eller «oppstår når»",
    )


@problem("NTR609", "Et slag er uten regel")
def left_out(
    norms: tuple[Norm, ...], provision: str, fact: str, missing: tuple[str, ...]
) -> Diagnostic:
    """Normene i en bestemmelse er delt etter en opplysning med faste verdier, og ingen av dem
    gjelder for en av verdiene, selv om andre bestemmelser gjelder for den.

        gjelder når tjenestens type er nasjonal
        …
        gjelder når tjenestens type er flerregional

    Er verdiene tre, kan den tredje være glemt. Gjelder bestemmelsen etter ordene bare de andre,
    kan funnet merkes som gjennomgått, med grunnen.
    """
    told = listed([f"«{each}»" for each in missing])
    return _told(
        "NTR609",
        f"ingen norm etter {provision} gjelder når {fact} er {told}",
        norms[0].span,
        "en av normene i bestemmelsen",
        "skal den verdien ha en regel, mangler den; skal den ikke det, kan funnet merkes",
        *(Note(each.span, "en annen") for each in norms[1:3]),
    )


@problem("NTR610", "En dag er uten ordlyd")
def undated(norm: Norm) -> Diagnostic:
    """Ordlydene avgjøres av hver sin dag, og det finnes saker der ingen av dem er i kraft, selv om
    alle dagene ligger mellom den første og den siste ordlyden. Hull mellom ordlyder som avgjøres av
    samme dag, sier «ntr kontroller» fra om.
    """
    return _told(
        "NTR610",
        f"«{norm.title}» er uten ordlyd i noen saker mellom den første og den siste ordlyden",
        norm.span,
        "ingen ordlyd er i kraft",
        "la ordlydene møtes, eller skriv «ikke i kraft» der det er ment slik",
    )


@problem("NTR611", "Utfallet avhenger ikke av noe")
def foregone(norm: Norm, outcome: str) -> Diagnostic:
    """Hver gang normen gjelder, får den det samme utfallet, hva saken enn sier. Da er det ingenting
    å vurdere.

        oppfylt når tjenestens type er nasjonal eller flerregional eller annet
    """
    return _told(
        "NTR611",
        f"«{norm.title}» er alltid {outcome} der den gjelder",
        norm.span,
        "det samme i alle saker",
        "se etter et ledd som alltid holder, eller et som aldri kan holde",
    )


def _told(
    code: str, message: str, span: Span, label: str, help_text: str, *notes: Note
) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, span, label, help_text, notes)
