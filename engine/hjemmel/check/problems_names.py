"""What can be wrong with names. Each docstring is the problem's page."""

from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note, Severity
from hjemmel.source.span import Span


def _error(code: str, message: str, span: Span, label: str, help: str, *notes: Note) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, span, label, help, notes)


@problem("NTR201", "Navnet er erklært to ganger")
def declared_twice(what: str, name: str, span: Span, first: Span) -> Diagnostic:
    """Et begrep, en opplysning, en rolle eller en norm kan bare erklæres én gang.

    To opplysninger kan ha samme navn når de hører til hver sin gruppe, som «søknadens dato»
    og «årsrapportens dato». To normer i samme paragraf må ha hver sin tittel.
    """
    return _error(
        "NTR201",
        f"{what} «{name}» er erklært to ganger",
        span,
        "erklært her også",
        "gi det ene et annet navn, eller ta det bort",
        Note(first, "første gang"),
    )


@problem("NTR202", "Filen som det bygges på, finnes ikke")
def missing_file(name: str, span: Span, suggestion: str) -> Diagnostic:
    """«bygger på» nevner en annen regelfil i samme mappe, uten «.ntr» til slutt.

        bygger på ord_kap4

    Her må filen «ord_kap4.ntr» ligge i samme mappe, eller følge med programmet.
    """
    help = f"mente du «{suggestion}»?" if suggestion else "legg filen i samme mappe som denne"
    return _error("NTR202", f"fant ikke regelfilen «{name}.ntr»", span, "finnes ikke", help)


@problem("NTR203", "Regelfiler bygger på hverandre i ring")
def circular_files(chain: str, span: Span) -> Diagnostic:
    """Bygger en fil på en annen, kan ikke den andre bygge på den første, heller ikke gjennom
    en tredje. Flytt det filene deler, til en egen fil.
    """
    return _error(
        "NTR203",
        f"filene bygger på hverandre i ring: {chain}",
        span,
        "slutter ringen",
        "flytt det filene deler, til en egen fil",
    )


@problem("NTR204", "Ukjent navn")
def unknown_name(
    name: str, span: Span, suggestion: str, near: Span | None, where: str
) -> Diagnostic:
    """Alle ord i en regel er erklært på forhånd. Et ord som ikke er erklært, kan ikke brukes.
    Derfor blir en skrivefeil aldri til en ny opplysning.

        oppfylt når antall ulike helsefortak blant tjenestens steder er 1

    Meldingen foreslår det nærmeste navnet som er erklært. Opplysninger skrives med
    eieren foran («tjenestens type», «søknadens mottaker»). Om oppføringene i en liste
    skrives de uten («representerer er brukerorganisasjon»).
    """
    help = (
        f"mente du «{suggestion}»?"
        if suggestion
        else (f"{where}erklær opplysningen, eller rett navnet")
    )
    notes = (Note(near, "mente du denne?"),) if near and suggestion else ()
    return _error("NTR204", f"«{name}» er ikke erklært", span, "er ikke erklært", help, *notes)


@problem("NTR205", "Tall skrevet med bokstaver")
def spelled_number(word: str, digit: str, span: Span) -> Diagnostic:
    """Tall i vilkår skrives med siffer: «er 2», ikke «er to»."""
    return _error(
        "NTR205",
        f"tallet «{word}» er skrevet med bokstaver",
        span,
        "skriv siffer",
        f"skriv «{digit}»",
    )


@problem("NTR206", "Feil organ vurderer")
def wrong_assessor(matter: str, owner: str, span: Span, declared: Span) -> Diagnostic:
    """En vurdering gjøres av den som er erklært å ha den.

        vurdering behovet har falt bort, gjøres av myndigheten

    Da kan en norm si «myndigheten har vurdert at behovet har falt bort», men ikke at noen
    andre har gjort det.
    """
    return _error(
        "NTR206",
        f"«{matter}» vurderes av {owner}",
        span,
        "har ikke denne vurderingen",
        f"skriv «{owner} har vurdert at …»",
        Note(declared, "erklært her"),
    )


@problem("NTR207", "Vurdering uten den som vurderer")
def assessment_without_owner(matter: str, owner: str, span: Span) -> Diagnostic:
    """En vurdering kan ikke stå alene som et faktum. Regelen skal si hvem som vurderer.

        oppfylt når behovet har falt bort

    Skriv «myndigheten har vurdert at behovet har falt bort».
    """
    return _error(
        "NTR207",
        f"«{matter}» er en vurdering",
        span,
        "hvem har vurdert det?",
        f"skriv «{owner} har vurdert at {matter}»",
    )


@problem("NTR221", "«er» mangler")
def missing_is(words: str, said: str, span: Span) -> Diagnostic:
    """En ja/nei-opplysning som ikke begynner med et verb, brukes med «er».

        gjelder når tjenesten godkjent

    Skriv «tjenesten er godkjent», ikke «tjenestens godkjent». Om en oppføring i en liste:
    «oppføringen er henvist».
    """
    return _error(
        "NTR221",
        f"«{words}» er ingen setning",
        span,
        "mangler «er»",
        f"skriv «{said}»",
    )


@problem("NTR222", "Navnet er opptatt")
def reserved(name: str, span: Span) -> Diagnostic:
    """Noen navn har hver sak fra før: sak, tittel, vurderingsdato og vurderinger."""
    return _error(
        "NTR222", f"«{name}» er opptatt", span, "har hver sak fra før", "gi gruppen et annet navn"
    )


@problem("NTR208", "Verdien finnes ikke i begrepet")
def unknown_value(value: str, term: str, span: Span, suggestion: str, allowed: str) -> Diagnostic:
    """Et begrep har en lukket liste av verdier, og bare de kan brukes.

        oppfylt når tjenestens type er nasjonal behandlingstjenste

    Her mangler en «e». Skal begrepet ha en verdi til, legges den til der det er erklært.
    """
    help = f"mente du «{suggestion}»?" if suggestion else f"verdiene er {allowed}"
    return _error("NTR208", f"«{value}» er ingen verdi av «{term}»", span, "ukjent verdi", help)


@problem("NTR209", "Flertydig navn")
def ambiguous(name: str, options: str, span: Span) -> Diagnostic:
    """Navnet kan leses på flere måter. To lesninger er en feil, aldri et stille valg.

    Skriv hele navnet med eieren foran, eller gi det ene et annet navn.
    """
    return _error(
        "NTR209",
        f"«{name}» kan bety flere ting: {options}",
        span,
        "flertydig",
        "skriv hele navnet med eieren foran, eller gi den ene et annet navn",
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
        "ta den bort, eller skriv regelen som mangler",
    )


@problem("NTR211", "Ukjent type")
def unknown_type(name: str, span: Span, suggestion: str) -> Diagnostic:
    """En opplysning er «ja eller nei», «tekst», «dato», «årstall», «heltall», «desimaltall»,
    «beløp», «tidsrom i måneder», «tidsrom i dager», et begrep, et register, eller en
    «liste av» et begrep, et register, tekst, årstall eller en oppføring.
    """
    help = f"mente du «{suggestion}»?" if suggestion else "erklær begrepet, eller rett typen"
    return _error("NTR211", f"typen «{name}» finnes ikke", span, "ukjent type", help)


@problem("NTR212", "Ukjent norm")
def unknown_norm(name: str, span: Span, suggestion: str) -> Diagnostic:
    """En henvisning til en annen norm nevner paragrafen og tittelen, slik tittelen er skrevet:

        oppfylt når § 4-3 «helsegevinst» er oppfylt

    Er tittelen endret, må henvisningen endres med den.
    """
    help = f"mente du {suggestion}?" if suggestion else "rett henvisningen"
    return _error("NTR212", f"fant ingen norm {name}", span, "finnes ikke", help)


@problem("NTR213", "Ingen normer på stedet")
def empty_group(words: str, span: Span) -> Diagnostic:
    """«alle krav i forskrift § 4-2» må treffe minst én norm. Den må være av slaget som er
    nevnt, stå på stedet som er nevnt, og ha den nevnte kilden som sin høyeste. Et krav som
    bare bygger på veilederen, er ikke et krav i forskriften.
    """
    return _error(
        "NTR213",
        f"det finnes ingen {words}",
        span,
        "treffer ingen norm",
        "rett slaget, kilden eller stedet",
    )


@problem("NTR214", "Ukjent sted i kilden")
def unknown_citation(citation: str, span: Span, known: str) -> Diagnostic:
    """Hjemmelen viser til et sted kilden ikke har, for eksempel et nummer etter det siste i
    punktet. Meldingen sier hvor mange nummer stedet har.
    """
    return _error("NTR214", f"kilden har ikke «{citation}»", span, "finnes ikke i kilden", known)


@problem("NTR215", "Ukjent unntak")
def unknown_exception(name: str, span: Span, suggestion: str) -> Diagnostic:
    """«men likevel …, tross X» må nevne et unntak X i samme norm, med navnet det fikk etter
    «med mindre».

        med mindre nyopprettet: tjenestens opprettelsesdato er etter 1. januar 2024
        men likevel erfaren, tross nyopprettet: tjenesten er godkjent
    """
    help = f"mente du «{suggestion}»?" if suggestion else "skriv navnet som i «med mindre navn: …»"
    return _error("NTR215", f"normen har ikke unntaket «{name}»", span, "ukjent unntak", help)


@problem("NTR216", "Leddet finnes ikke i normen")
def clause_not_found(span: Span) -> Diagnostic:
    """En tolkning gjelder ett ledd i normen, gjengitt ord for ord etter «for leddet». Er leddet
    endret siden tolkningen ble skrevet, må spørsmålet ses på igjen.
    """
    return _error(
        "NTR216",
        "leddet står ikke i normen",
        span,
        "finner ikke leddet",
        "gjengi leddet slik det står i normen, ord for ord",
    )


@problem("NTR217", "Leddet står flere steder i normen")
def clause_ambiguous(span: Span) -> Diagnostic:
    """En tolkning må gjelde nøyaktig ett ledd. Del normen i to, så leddet bare står ett sted i
    den normen tolkningen hører til.
    """
    return _error(
        "NTR217",
        "leddet står flere steder i normen",
        span,
        "flertydig ledd",
        "del normen, så leddet bare står ett sted",
    )


@problem("NTR218", "Ukjent lesemåte")
def unknown_reading(name: str, span: Span, readings: str) -> Diagnostic:
    """«valgt» nevner en av lesemåtene, eller «ingen»."""
    return _error(
        "NTR218",
        f"«{name}» er ingen av lesemåtene",
        span,
        "ukjent lesemåte",
        f"lesemåtene er {readings}, eller skriv «ingen»",
    )


@problem("NTR219", "Ukjent gruppe av opplysninger")
def unknown_record(name: str, span: Span, suggestion: str) -> Diagnostic:
    """«gjelder for» og «saken har» nevner en del av saken, som er erklært med «opplysninger om»."""
    help = f"mente du «{suggestion}»?" if suggestion else "erklær gruppen med «opplysninger om»"
    return _error("NTR219", f"«{name}» er ingen gruppe av opplysninger", span, "ukjent", help)


@problem("NTR220", "Opplysning som saken kan mangle")
def unguarded(name: str, record: str, span: Span) -> Diagnostic:
    """Ikke alle saker har denne gruppen av opplysninger. Regelen må si hva som gjelder da.

        oppfylt når søknadens år er 2024

    Handler normen om søknaden, skriv «gjelder for søknaden». Ellers skriver du «saken har
    søknad» som eget ledd foran.
    """
    return _error(
        "NTR220",
        f"ikke alle saker har {record}",
        span,
        f"«{name}» kan mangle helt",
        f"skriv «gjelder for {record}», eller leddet «saken har …» foran",
    )
