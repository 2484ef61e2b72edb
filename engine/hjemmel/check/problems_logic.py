"""What can be wrong with types, structure, periods and logic. Each docstring is the page."""

from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note, Severity
from hjemmel.source.span import Span


def _error(code: str, message: str, span: Span, label: str, help: str, *notes: Note) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, span, label, help, notes)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 'r'}"


@problem("NTR120", "Normen mangler en linje")
def missing_line(kind: str, line: str, span: Span) -> Diagnostic:
    """En norm må si hva som skal til. Hvilken linje det er, følger av slaget: krav og vilkår
    har «oppfylt når», forbud «brutt når», adgang «åpen når», frist «utført» og «senest».

    Også en tabell uten rader og en tolkning uten lesemåter mangler en linje.
    """
    return _error(
        "NTR120",
        f"normen ({kind}) mangler linjen «{line}»",
        span,
        "er ikke ferdig",
        f"legg til «{line} …»",
    )


@problem("NTR121", "Linjen står på feil sted i normen")
def line_order(line: str, before: str, span: Span) -> Diagnostic:
    """Linjene i en norm står i fast rekkefølge, så den leses likt hver gang: kjennemerke, med
    egne ord, forutsatt, gjelder for, gjelder når, regnes etter, ordlyder (fra …), hva som
    skal til, unntak, tolkning. Flytt linjen dit den hører hjemme.

    Bare «gjelder når» og det som skal til, kan være ulikt fra ordlyd til ordlyd. Resten gjelder
    hele normen: unntakene står etter den siste ordlyden, de andre linjene før den første.
    """
    return _error(
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
    return _error(
        "NTR122",
        f"«{line}» står to ganger",
        span,
        "andre gang",
        "slå dem sammen med «og» eller «eller når»",
        Note(first, "første gang"),
    )


@problem("NTR123", "Linjen har ingen virkning")
def idle_line(line: str, because: str, span: Span) -> Diagnostic:
    """Linjen kan leses, men en annen linje gjør at den aldri blir brukt. Da er enten den ene
    overflødig, eller noe er ment annerledes enn det er skrevet.

        kjennemerke 4-2/x
        – første krav: tjenesten er god

    Her får hvert strekpunkt sin egen norm, så kjennemerket hører ikke til noen av dem.
    """
    return _error(
        "NTR123",
        f"«{line}» har ingen virkning: {because}",
        span,
        "blir ikke brukt",
        "ta den bort, eller skriv det som er ment",
    )


@problem("NTR161", "Ordet passer ikke til slaget")
def wrong_outcome_word(kind: str, word: str, right: str, span: Span) -> Diagnostic:
    """Hvert slag norm har sitt ord: krav «oppfylt når», forbud «brutt når», adgang «åpen når»,
    avgjørelse «innvilges når», varsel «varsles når», anbefaling «fulgt når», konstatering
    «slås fast når», definisjon «betyr at», steg «fullført når».
    """
    return _error(
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
    return _error(
        "NTR162", f"«{line}» uten «{needs}»", span, "hører ikke til noe", f"skriv «{needs}» foran"
    )


@problem("NTR163", "Kjennemerket er ikke gyldig")
def bad_mark(mark: str, span: Span) -> Diagnostic:
    """Et kjennemerke er stedet, en skråstrek og et navn uten mellomrom: «4-2/ett-helseforetak»."""
    return _error(
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
    return _error(
        "NTR164",
        f"«{title}» står ikke under noen overskrift",
        span,
        "hvilken paragraf?",
        "skriv «§ …» eller «avsnitt …» over normen",
    )


@problem("NTR301", "Verdien har feil type")
def wrong_type(found: str, wanted: str, span: Span) -> Diagnostic:
    """De to sidene av en sammenligning må være av samme slag: dato med dato, tall med tall,
    tidsrom i måneder med tidsrom i måneder.
    """
    return _error(
        "NTR301",
        f"venter {wanted}, fikk {found}",
        span,
        f"er {found}",
        "sammenlikn to verdier av samme slag",
    )


@problem("NTR302", "Normen står under feil overskrift")
def wrong_place(title: str, place: str, cited: str, span: Span, heading: Span) -> Diagnostic:
    """Normen viser til et annet ledd eller punkt enn det den står under. Reglene skal stå i
    samme rekkefølge som i kilden, så de er lette å finne igjen.
    """
    return _error(
        "NTR302",
        f"«{title}» står under «{place}», men viser til {cited}",
        span,
        "feil sted",
        "flytt normen, eller rett hjemmelen",
        Note(heading, "overskriften"),
    )


@problem("NTR303", "Relasjonen passer ikke til verdien")
def wrong_relation(relation: str, kind: str, span: Span, help: str) -> Diagnostic:
    """«er senest», «er tidligst», «er før» og «er etter» brukes om datoer. «er minst», «er høyst»,
    «er mer enn» og «er mindre enn» brukes om tall, beløp og tidsrom. Navn kan bare være like
    eller ulike.
    """
    return _error("NTR303", f"«{relation}» kan ikke brukes om {kind}", span, "passer ikke", help)


@problem("NTR304", "Måneder kan regnes på to måter")
def ambiguous_months(span: Span) -> Diagnostic:
    """Ett år etter 29. februar er ingen dag i kalenderen, og én måned etter 31. januar er det
    heller ikke. Regelen må si om det rundes ned (til siste dag i måneden) eller opp (til
    første dag i neste).

        senest samme dato 1 år etter tjenestens godkjenningsdato, rundet ned
    """
    return _error(
        "NTR304",
        "datoen kan falle på en dag som ikke finnes",
        span,
        "rundes dette ned eller opp?",
        "legg til «, rundet ned» eller «, rundet opp»",
    )


@problem("NTR305", "Ikke en liste")
def not_a_list(name: str, kind: str, span: Span) -> Diagnostic:
    """«blant», «antallet av» og «omfatter» brukes om opplysninger som er en «liste av …»."""
    return _error(
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
    return _error(
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
    return _error(
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
    return _error(
        "NTR308",
        f"«{name}» er {kind}, ikke ja eller nei",
        span,
        "ingen påstand",
        "skriv hva verdien skal være, for eksempel «er …»",
    )


@problem("NTR401", "To ordlyder gjelder samtidig")
def overlap(first_end: str, next_start: str, span: Span, first: Span) -> Diagnostic:
    """Hver dag har høyst én ordlyd. Den første må slutte dagen før den neste begynner.

        fra 1. januar 2022 til og med 31. desember 2023
        fra 1. januar 2024

    Her møtes de, uten å overlappe.
    """
    return _error(
        "NTR401",
        f"to ordlyder gjelder samtidig: den ene til {first_end}, den neste fra {next_start}",
        span,
        "begynner for tidlig",
        "la den første slutte dagen før",
        Note(first, "gjelder fortsatt"),
    )


@problem("NTR402", "Hull mellom ordlyder")
def gap(first_end: str, next_start: str, span: Span, first: Span) -> Diagnostic:
    """Mellom to ordlyder må det ikke være dager uten ordlyd: begynner den neste 1. januar, slutter
    den første 31. desember. Før den første og etter den siste kan det være tomt.
    """
    return _error(
        "NTR402",
        f"ingen ordlyd gjelder mellom {first_end} og {next_start}",
        span,
        "begynner for sent",
        "la ordlydene møtes",
        Note(first, "slutter her"),
    )


@problem("NTR403", "Normer viser til hverandre i ring")
def circular_norms(chain: str, span: Span) -> Diagnostic:
    """En norm kan ikke avhenge av seg selv, heller ikke gjennom andre normer."""
    return _error(
        "NTR403",
        f"normene viser til hverandre i ring: {chain}",
        span,
        "slutter ringen",
        "ta bort en av henvisningene",
    )


@problem("NTR404", "Alltid oppfylt")
def always_true(term: str, span: Span) -> Diagnostic:
    """Leddet nevner hver verdi begrepet har, og er derfor alltid oppfylt. Enten er det en feil,
    eller så kan leddet tas bort.
    """
    return _error(
        "NTR404",
        f"leddet nevner alle verdiene av «{term}»",
        span,
        "alltid oppfylt",
        "ta bort leddet, eller en av verdiene",
    )


@problem("NTR405", "Perioden slutter før den begynner")
def backwards(start: str, end: str, span: Span) -> Diagnostic:
    """Dagen etter «fra» må være før dagen etter «til og med», eller den samme."""
    return _error(
        "NTR405",
        f"perioden slutter ({end}) før den begynner ({start})",
        span,
        "bakvendt",
        "bytt om datoene, eller rett den ene",
    )


@problem("NTR406", "Aldri oppfylt")
def never_true(number: str, least: str, span: Span) -> Diagnostic:
    """Tallet kan aldri nås: begrepet har ikke så mange verdier.

        oppfylt når antall ulike funksjon blant tjenestens oppdrag er 3

    Har «funksjon» to verdier, kan antallet høyst være 2.
    """
    return _error(
        "NTR406",
        f"kan aldri være {number}: begrepet har {least} verdier",
        span,
        "umulig",
        "rett tallet",
    )


@problem("NTR407", "Utenfor kalenderen")
def beyond_calendar(what: str, span: Span) -> Diagnostic:
    """Datoer og årstall ligger mellom 1800 og 2199, og et tidsrom er høyst 200 år."""
    return _error(
        "NTR407",
        f"{what} ligger utenfor kalenderen",
        span,
        "så langt regnes det ikke",
        "bruk år fra 1800 til 2199, og tidsrom på høyst 200 år",
    )


@problem("NTR410", "Tabellen dekker ikke alle verdier")
def uncovered(values: str, term: str, span: Span) -> Diagnostic:
    """En verdi som ikke står i noen rad, gir aldri treff. Er det meningen, kan advarselen stå. Du
    kan også legge til en rad, eller en rad med «–», som slipper alt gjennom.
    """
    return Diagnostic(
        "NTR410",
        Severity.WARNING,
        f"tabellen har ingen rad for {values}",
        span,
        f"dekker ikke hele «{term}»",
        "legg til en rad, eller en rad med «–»",
    )


@problem("NTR411", "To rader slipper gjennom det samme")
def rows_overlap(span: Span, first: Span) -> Diagnostic:
    """To rader treffer de samme verdiene. Da er den ene overflødig, eller en verdi er skrevet
    feil.
    """
    return _error(
        "NTR411",
        "to rader slipper gjennom det samme",
        span,
        "overlapper",
        "ta bort den ene, eller rett en av cellene",
        Note(first, "denne raden"),
    )
