"""What can be wrong with the lines of a norm and where it stands. Each docstring is the page."""

from hjemmel.check.problem import error
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note, Severity
from hjemmel.source.span import Span


@problem("NTR120", "Normen mangler en linje")
def missing_line(kind: str, line: str, span: Span) -> Diagnostic:
    """En norm må si hva som skal til. Hvilken linje det er, følger av slaget: krav og vilkår
    har «oppfylt når», forbud «brutt når», adgang «åpen når», frist «utført» og «senest».

    Også en tabell uten rader og en tolkning uten lesemåter mangler en linje.
    """
    return error(
        "NTR120",
        f"normen ({kind}) mangler linjen «{line}»",
        span,
        "er ikke ferdig",
        f"legg til «{line} …»",
    )


@problem("NTR121", "Linjen står på feil sted i normen")
def line_order(line: str, before: str, span: Span) -> Diagnostic:
    """Linjene i en norm står i fast rekkefølge, så den leses likt hver gang: kjennemerke, med
    egne ord, forutsatt, plikten, retten, søkes med, gjelder for, gjelder når, regnes etter, hva
    som skal til, unntak, tolkning. Flytt linjen dit den hører hjemme.

    Har normen flere ordlyder, står det som gjelder alle, foran den første «fra».
    """
    return error(
        "NTR121",
        f"«{line}» står for langt ned",
        span,
        f"skal stå før «{before}»",
        "flytt linjen opp",
    )


@problem("NTR122", "Linjen står to ganger")
def line_twice(line: str, span: Span, first: Span) -> Diagnostic:
    """Linjen kan bare stå én gang i normen, eller én gang i hver ordlyd.

        gjelder når tjenesten er godkjent
        gjelder når tjenesten har referansegruppe

    Skal begge være oppfylt, bind dem sammen med «og». Er den ene nok, skriv «eller når».
    """
    return error(
        "NTR122",
        f"«{line}» står to ganger",
        span,
        "andre gang",
        "slå dem sammen med «og» eller «eller når»",
        Note(first, "første gang"),
    )


@problem("NTR123", "Linjen har ingen virkning")
def idle_line(line: str, because: str, help: str, span: Span) -> Diagnostic:
    """Linjen kan leses, men en annen linje gjør at den aldri blir brukt. Da er noe ment annerledes
    enn det er skrevet, og meldingen sier hvordan det kan skrives.

        kjennemerke 4-2/x
        – første krav: tjenesten er god

    Her får hvert strekpunkt sin egen norm, så kjennemerket hører ikke til noen av dem.
    """
    return error(
        "NTR123",
        f"«{line}» har ingen virkning: {because}",
        span,
        "blir ikke brukt",
        help,
    )


def before_the_wordings(line: str, span: Span) -> Diagnostic:
    """What it takes, said before the first wording of a norm whose wordings say it themselves."""
    return error(
        "NTR123",
        f"«{line}» har ingen virkning: hver ordlyd sier selv hva som skal til",
        span,
        "blir ikke brukt",
        "er dette det som gjaldt før den første ordlyden, flytt alt det gamle inn under en egen "
        "«fra … til og med …» foran den",
    )


@problem("NTR161", "Ordet passer ikke til slaget")
def wrong_outcome_word(kind: str, word: str, right: str, span: Span) -> Diagnostic:
    """Hvert slag norm har sitt ord: krav «oppfylt når», forbud «brutt når», adgang «åpen når»,
    avgjørelse «innvilges når», varsel «varsles når», anbefaling «fulgt når», konstatering
    «slås fast når», definisjon «betyr at», steg «fullført når».
    """
    return error(
        "NTR161",
        f"{kind} har «{right}», ikke «{word}»",
        span,
        "feil ord for slaget",
        f"skriv «{right}»",
    )


@problem("NTR162", "Linjen hører til en annen linje")
def stray_line(line: str, needs: str, span: Span) -> Diagnostic:
    """Noen linjer kan bare stå etter en annen: «rad» etter en tabell, og «for leddet»,
    «oppstår når», «lesemåte» og «valgt» etter en tolkning.
    """
    return error(
        "NTR162", f"«{line}» uten «{needs}»", span, "hører ikke til noe", f"skriv «{needs}» foran"
    )


@problem("NTR163", "Kjennemerket er ikke gyldig")
def bad_mark(mark: str, span: Span) -> Diagnostic:
    """Et kjennemerke er stedet, en skråstrek og et navn uten mellomrom: «4-2/ett-helseforetak»."""
    return error(
        "NTR163",
        f"«{mark}» er ikke et kjennemerke",
        span,
        "ikke gyldig",
        "skriv det som «4-2/ett-helseforetak», uten mellomrom",
    )


@problem("NTR164", "Normen står ikke under noen overskrift")
def no_heading(title: str, span: Span) -> Diagnostic:
    """Normer står under den paragrafen de hører til, som i forskriften. Overskriften gir dem
    også kjennemerket.
    """
    return error(
        "NTR164",
        f"«{title}» står ikke under noen overskrift",
        span,
        "hvilken paragraf?",
        "skriv «§ …» eller «avsnitt …» over normen",
    )


@problem("NTR165", "Normen står under en annen paragraf enn den viser til")
def another_section(
    title: str, heading: str, cited: str, norm: str, span: Span, section: Span
) -> Diagnostic:
    """Normen får kjennemerket fra overskriften den står under. Viser den bare til en annen
    paragraf, er enten hjemmelen skrevet feil, eller normen står på feil sted, og kjennemerket blir
    misvisende.

    En norm som også viser til paragrafen den står under, eller bare til veilederen eller nettsiden,
    gir ingen advarsel.
    """
    return Diagnostic(
        "NTR165",
        Severity.WARNING,
        f"«{title}» står under {heading}, men viser til {cited}",
        span,
        f"kjennemerket er {norm}",
        f"rett hjemmelen, eller flytt normen dit «{cited}» hører hjemme",
        (Note(section, "overskriften"),),
    )


@problem("NTR168", "Tittelen leses ikke etter slaget")
def title_unlike_kind(kind: str, title: str, why: str, lead: str, span: Span) -> Diagnostic:
    """Slaget og tittelen leses som ett: «krav om ett helseforetak», «frist for søknaden».

        frist søknadsfrist, etter veileder pkt. 4.1 nr. 9
        vilkår alle tre for godkjenning, etter forskrift § 4-3

    Den første sier «frist» to ganger. Den andre sier ikke hva vilkåret er for, før til slutt:
    «vilkår for godkjenning». Er normen i bruk, beholder den navnet sitt med `kjennemerke`.
    """
    return Diagnostic(
        "NTR168",
        Severity.WARNING,
        f"«{kind} {title}» {why}",
        span,
        "leses ikke etter slaget",
        f"skriv «{kind} {lead} …»; er normen i bruk, behold navnet med «kjennemerke»",
    )


@problem("NTR302", "Normen står under feil overskrift")
def wrong_place(title: str, place: str, cited: str, span: Span, heading: Span) -> Diagnostic:
    """Normen viser til et annet ledd eller punkt enn det den står under. Reglene skal stå i
    samme rekkefølge som i kilden, så de er lette å finne igjen.
    """
    return error(
        "NTR302",
        f"«{title}» står under «{place}», men viser til {cited}",
        span,
        "feil sted",
        "flytt normen, eller rett hjemmelen",
        Note(heading, "overskriften"),
    )
