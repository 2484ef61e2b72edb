"""What can be wrong with files and what they declare. Each docstring is the page."""

import re

from hjemmel.check.problem import error
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note, Severity
from hjemmel.source.span import Span


@problem("NTR201", "Navnet er erklært to ganger")
def declared_twice(what: str, name: str, span: Span, first: Span) -> Diagnostic:
    """Et begrep, en opplysning, en rolle eller en norm kan bare erklæres én gang.

    To opplysninger kan ha samme navn når de hører til hver sin gruppe, som «søknadens dato»
    og «årsrapportens dato». To normer i samme paragraf må ha hver sin tittel.
    """
    return error(
        "NTR201",
        f"{what} «{name}» er erklært to ganger",
        span,
        "erklært her også",
        "gi det ene et annet navn, eller ta det bort",
        Note(first, "første gang"),
    )


@problem("NTR240", "Formen er den samme som navnet")
def no_other_form(form: str, span: Span) -> Diagnostic:
    """Etter navnet kan det stå én form til, som reglene også kan bruke: den bestemte formen, eller
    det som blir sagt med et verb. Er formen lik navnet, har den ingen virkning.

        opplysning steder, steder, er liste av sted, oppgis av tjenesten

    Skriv «steder, stedene», eller bare «steder».
    """
    return error(
        "NTR240",
        f"formen «{form}» er den samme som navnet",
        span,
        "sier ikke noe nytt",
        "skriv den andre formen av navnet, eller ta den bort",
    )


@problem("NTR245", "Ordene gjør en setning tvetydig")
def two_meanings(sentence: str, span: Span, first: Span) -> Diagnostic:
    """To erklæringer kan til sammen gjøre at samme setning sier to ting. Da kan ingen regel bruke
    den, og feilen er i ordene, ikke i regelen.

        opplysninger om tjeneste, tjenesten
          opplysning grunnlag, bygger på, er grunnlag, oppgis av eieren
          opplysning bygger på avtale er ja eller nei, oppgis av eieren

    Er «avtale» en verdi av grunnlag, kan «tjenesten bygger på avtale» være begge deler. Gi den ene
    opplysningen et annet navn, eller ta bort den andre formen.
    """
    return Diagnostic(
        "NTR245",
        Severity.WARNING,
        f"«{sentence}» kan bety to ting",
        span,
        "sier det også",
        "gi den ene opplysningen, eller delen den hører til, et annet navn",
        (Note(first, "sier det samme"),),
    )


@problem("NTR202", "Filen som det bygges på, finnes ikke")
def missing_file(name: str, span: Span, suggestion: str) -> Diagnostic:
    """«bygger på» nevner en annen regelfil i samme mappe, uten «.ntr» til slutt.

        bygger på ord_kap4

    Her må filen «ord_kap4.ntr» ligge i samme mappe, eller følge med programmet.
    """
    help = f"mente du «{suggestion}»?" if suggestion else "legg filen i samme mappe som denne"
    return error("NTR202", f"fant ikke regelfilen «{name}.ntr»", span, "finnes ikke", help)


@problem("NTR230", "To regelfiler har samme navn på regelverket")
def rulebooks_of_one_name(title: str, span: Span, first: Span) -> Diagnostic:
    """Filene som brukes sammen, må ha hvert sitt navn etter «regelverk», ellers vet ingen hvilken
    av dem et svar gjelder. Oftest er den ene en kopi av den andre, og skulle ikke vært med.

        regelverk nasjonale tjenester

    Gi den ene et annet navn, eller ta bort filen som ikke skal brukes.
    """
    return error(
        "NTR230",
        f"to regelfiler heter «{title}»: {first.file} og {span.file}",
        span,
        "heter det samme",
        "gi den ene et annet navn, eller bruk bare den ene filen",
        Note(first, "den andre filen med dette navnet"),
    )


@problem("NTR203", "Regelfiler bygger på hverandre i ring")
def circular_files(chain: str, span: Span) -> Diagnostic:
    """Bygger en fil på en annen, kan ikke den andre bygge på den første, heller ikke gjennom
    en tredje. Flytt det filene deler, til en egen fil.
    """
    return error(
        "NTR203",
        f"filene bygger på hverandre i ring: {chain}",
        span,
        "slutter ringen",
        "flytt det filene deler, til en egen fil",
    )


@problem("NTR210", "Erklært, men ikke brukt")
def unused(what: str, name: str, span: Span) -> Diagnostic:
    """Ingen regel bruker det som er erklært. Da spørres det etter noe ingen trenger,
    eller en regel mangler.
    """
    return Diagnostic(
        "NTR210",
        Severity.WARNING,
        f"{what} «{name}» brukes ikke av noen regel",
        span,
        "brukes ikke",
        "skriv regelen som mangler, eller ta den bort",
    )


_TYPES_BY_OTHER_NAMES = {
    "kroner": "beløp", "penger": "beløp", "sum": "beløp", "tall": "heltall", "antall": "heltall",
    "prosent": "desimaltall", "år": "årstall", "dag": "dato", "tid": "dato", "navn": "tekst",
    "måneder": "tidsrom i måneder", "dager": "tidsrom i dager", "tidsrom": "tidsrom i måneder",
    "ja eller ikke": "ja eller nei", "sant": "ja eller nei",
}  # fmt: skip
"""What people call the types."""


@problem("NTR211", "Ukjent type")
def unknown_type(name: str, span: Span, suggestion: str) -> Diagnostic:
    """En opplysning er «ja eller nei», «tekst», «dato», «årstall», «heltall», «desimaltall»,
    «beløp», «tidsrom i måneder», «tidsrom i dager», et begrep, et register, eller en
    «liste av» et begrep, et register, tekst, årstall eller en oppføring.
    """
    listed = re.match(r"(?:liste (?:over|med|på)|flere|mange) (.+)", name)
    usual = f"liste av {listed[1]}" if listed else _TYPES_BY_OTHER_NAMES.get(name.casefold(), "")
    meant = usual or suggestion
    help = f"mente du «{meant}»?" if meant else "erklær begrepet, eller rett typen"
    return error("NTR211", f"typen «{name}» finnes ikke", span, "ukjent type", help)


@problem("NTR222", "Navnet er opptatt")
def reserved(name: str, span: Span) -> Diagnostic:
    """Noen navn har hver sak fra før: sak, tittel, vurderingsdato og vurderinger."""
    return error(
        "NTR222", f"«{name}» er opptatt", span, "har hver sak fra før", "gi gruppen et annet navn"
    )


@problem("NTR235", "To navn ser like ut")
def look_alikes(name: str, other: str, span: Span, first: Span) -> Diagnostic:
    """Navnene er skrevet ulikt, men med tegn som mange skrifter tegner likt: 0 og O, 1 og l og I.
    En leser vet da ikke hvilket av dem en regel viser til.

        verdi kode 10
        verdi kode lO

    Er begge ment, gi det ene et navn som ikke kan forveksles. Det er en advarsel og ingen feil, for
    to navn kan være riktige og likevel ligne. Bokstaver fra andre alfabeter er alltid en feil
    (NTR177).
    """
    return Diagnostic(
        "NTR235",
        Severity.WARNING,
        f"«{name}» ser ut som «{other}», men er et annet navn",
        span,
        "kan forveksles",
        "skriv det likt om det samme er ment; ellers gi det ene et annet navn",
        (Note(first, "ligner dette"),),
    )


@problem("NTR223", "Dette ser ikke ut som et navn")
def no_name(name: str, kind: str, help: str, span: Span) -> Diagnostic:
    """Alt etter «også skrevet» er skrivemåter av navnet. En dato, et tall, en periode eller en
    hjemmel som kommer dit, ville blitt enda et navn, uten noen virkning.

        institusjon Fjellheim sykehus, også skrevet Fjellheim, gjelder fra 1. januar 2028

    Språket kan ikke si hvilke dager en institusjon eller en verdi gjelder. Det samme gjelder
    verdiene i et begrep og navnene på opplysninger.
    """
    return error("NTR223", f"navnet «{name}» ser ut som {kind}", span, f"er dette {kind}?", help)


@problem("NTR224", "Linjen står ikke under noen innehaver")
def below_no_holder(span: Span) -> Diagnostic:
    """«antatt» og «valgt» i en rolle står under innehaveren som har dagen, slik de gjør under en
    ordlyd.

        innehaver fra 1. januar 2022 til og med 31. desember 2023 er Helsedirektoratet
          antatt siste dag, kildene sier bare «for 2024» om departementet
        innehaver fra 1. januar 2024 er departementet

    Står den eneste «antatt» etter den siste av flere innehavere, gjelder den dem alle.
    """
    return error(
        "NTR224",
        "linjen står foran den første innehaveren",
        span,
        "hører ikke til noen innehaver",
        "flytt linjen til under innehaveren som har dagen",
    )


@problem("NTR236", "Registeret sier noe om en opplysning det ikke kan kjenne")
def no_such_fact(name: str, span: Span, suggestion: str) -> Diagnostic:
    """«Opplyst» under en institusjon sier hva registeret vet om den. Det følger for hver post eller
    oppføring som nevner én institusjon i registeret, og som selv har opplysningen.

        register helseforetak
          institusjon Helse Bergen HF
            opplyst helseregion er Helse Vest

        oppføring sted
          opplysning helseforetak er helseforetak, oppgis av tjenesten
          opplysning helseregion er helseregion, oppgis av tjenesten

    Flere regelverk kan bygge på samme register, så en opplysning som ingen post har, er ingen feil
    i seg selv. Den sies fra om når den ligner på en som finnes. Nevner en post to institusjoner,
    sier registeret ingenting om den: det er ikke gitt hvem av dem opplysningen gjelder.
    """
    return error(
        "NTR236",
        f"ingen post med en institusjon herfra har «{name}»",
        span,
        "finnes ikke",
        f"mente du «{suggestion}»?",
    )


@problem("NTR237", "Det registeret sier, er ikke en verdi av opplysningen")
def not_that_value(fact: str, value: str, span: Span) -> Diagnostic:
    """Det som er «opplyst» under en institusjon, må være en verdi opplysningen kan ha: ja eller
    nei, en verdi i et begrep, en institusjon i et register, eller tekst.

        institusjon Diakonhjemmet Sykehus
          opplyst drives av privat ideell aktør er ja

    Tall, beløp, dager og lister kan ikke stå i et register.
    """
    return error(
        "NTR237",
        f"«{value}» er ikke en verdi av «{fact}»",
        span,
        "kan det ikke være",
        "skriv ja, nei eller et navn som er erklært",
    )
