"""What can be wrong with the names of facts and values. Each docstring is the page."""

from attrs import evolve

from hjemmel.check.problem import error
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note, Severity
from hjemmel.source.span import Span
from hjemmel.syntax.show_names import words


@problem("NTR204", "Ukjent navn")
def unknown_name(
    name: str, span: Span, help: str, near: Span | None, meant: str = ""
) -> Diagnostic:
    """Alle ord i en regel er erklært på forhånd. Et ord som ikke er erklært, kan ikke brukes.
    Derfor blir en skrivefeil aldri til en ny opplysning.

        oppfylt når antall ulike helsefortak blant tjenestens steder er 1

    Meldingen foreslår det nærmeste navnet som er erklært, først i den delen av saken som er nevnt.
    Opplysninger skrives med eieren foran («tjenestens type», «søknadens mottaker»). Om
    oppføringene i en liste skrives de uten («representerer er brukerorganisasjon»).

    Er opplysningen en tekst, står teksten den sammenlignes med, i hermetegn: «tjenestens navn er
    «Nordlys»». Uten hermetegn er det et navn, og må være erklært.
    """
    notes = (Note(near, "mente du denne?"),) if near else ()
    found = error("NTR204", f"«{name}» er ikke erklært", span, "er ikke erklært", help, *notes)
    return evolve(found, replacement=meant and words(meant))


@problem("NTR205", "Tall skrevet med bokstaver")
def spelled_number(word: str, digit: str, span: Span) -> Diagnostic:
    """Tall over tolv skrives med siffer: «er minst 20», ikke «er minst tjue». «er minst to» blir
    forstått, og `ntr formater` skriver det «er minst 2».
    """
    message = f"tallet «{word}» er skrevet med bokstaver"
    found = error("NTR205", message, span, "skriv siffer", f"skriv «{digit}»")
    return evolve(found, replacement=digit)


@problem("NTR206", "Feil organ vurderer")
def wrong_assessor(matter: str, owner: str, span: Span, declared: Span) -> Diagnostic:
    """En vurdering gjøres av den som er erklært å ha den.

        vurdering behovet har falt bort, gjøres av myndigheten

    Da kan en norm si «myndigheten har vurdert at behovet har falt bort», men ikke at noen
    andre har gjort det.
    """
    return error(
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
    return error(
        "NTR207",
        f"«{matter}» er en vurdering",
        span,
        "hvem har vurdert det?",
        f"skriv «{owner} har vurdert at {matter}»",
    )


@problem("NTR208", "Verdien finnes ikke i begrepet")
def unknown_value(value: str, term: str, span: Span, suggestion: str, allowed: str) -> Diagnostic:
    """Et begrep har en lukket liste av verdier, og bare de kan brukes.

        oppfylt når tjenestens type er nasjonal behandlingstjenste

    Her mangler en «e». Skal begrepet ha en verdi til, legges den til der det er erklært.
    """
    help = f"mente du «{suggestion}»?" if suggestion else f"verdiene er {allowed}"
    found = error("NTR208", f"«{value}» er ingen verdi av «{term}»", span, "ukjent verdi", help)
    return evolve(found, replacement=suggestion and words(suggestion))


@problem("NTR209", "Flertydig navn")
def ambiguous(name: str, options: str, span: Span) -> Diagnostic:
    """Navnet kan leses på flere måter. To lesninger er en feil, aldri et stille valg.

    Skriv hele navnet med eieren foran, eller gi det ene et annet navn.
    """
    return error(
        "NTR209",
        f"«{name}» kan bety flere ting: {options}",
        span,
        "flertydig",
        "skriv hele navnet med eieren foran, eller gi den ene et annet navn",
    )


@problem("NTR219", "Ukjent gruppe av opplysninger")
def unknown_record(name: str, span: Span, suggestion: str) -> Diagnostic:
    """«gjelder for» og «saken har» nevner en del av saken, som er erklært med «opplysninger om»."""
    help = f"mente du «{suggestion}»?" if suggestion else "erklær gruppen med «opplysninger om»"
    found = error("NTR219", f"«{name}» er ingen gruppe av opplysninger", span, "ukjent", help)
    return evolve(found, replacement=suggestion)


@problem("NTR220", "Opplysning som saken kan mangle")
def unguarded(name: str, record: str, span: Span) -> Diagnostic:
    """Ikke alle saker har denne gruppen av opplysninger. Regelen må si hva som gjelder da.

        oppfylt når søknadens år er 2024

    Handler normen om søknaden, skriv «gjelder for søknaden». Ellers skriver du «saken har
    søknad» som eget ledd foran.
    """
    return error(
        "NTR220",
        f"ikke alle saker har {record}",
        span,
        f"«{name}» kan mangle helt",
        f"skriv «gjelder for {record}», eller leddet «saken har …» foran",
    )


@problem("NTR221", "«er» mangler")
def missing_is(words: str, said: str, span: Span) -> Diagnostic:
    """En ja/nei-opplysning som ikke begynner med et verb, brukes med «er».

        gjelder når tjenesten godkjent

    Skriv «tjenesten er godkjent», ikke «tjenestens godkjent». Om en oppføring i en liste:
    «oppføringen er henvist».
    """
    return error(
        "NTR221",
        f"«{words}» er ingen setning",
        span,
        "mangler «er»",
        f"skriv «{said}»",
    )


@problem("NTR227", "Innehaveren av rollen står ikke i lista")
def holder_is_no_value(role: str, holder: str, span: Span, declared: Span) -> Diagnostic:
    """En rolle kan brukes som verdi: «mottakeren er myndigheten». Da må hver innehaver av rollen
    være en verdi som opplysningen kan ha. Ellers kan det aldri holde i den tiden.

        begrep mottaker
          verdi departementet

        rolle myndigheten
          innehaver fra 1. januar 2022 til og med 31. desember 2023 er Helsedirektoratet
          innehaver fra 1. januar 2024 er departementet

    Her mangler Helsedirektoratet blant verdiene.
    """
    return error(
        "NTR227",
        f"«{holder}» har rollen «{role}», men er ikke en verdi her",
        span,
        "en innehaver mangler blant verdiene",
        f"legg «{holder}» til blant verdiene, eller skriv navnet likt",
        Note(declared, "rollen er erklært her"),
    )


@problem("NTR225", "Nesten navnet på et annet organ")
def nearly_a_body(name: str, meant: str, span: Span, other: Span) -> Diagnostic:
    """De som har en rolle eller oppgir en opplysning, skrives med navnet. Et navn som er skrevet
    litt feil, blir et organ til, og det rette organets vurderinger teller ikke.

        innehaver fra 1. januar 2024 er departmentet

    Er de to virkelig ulike, kan advarselen stå, eller det ene få et tydeligere navn.
    """
    return Diagnostic(
        "NTR225",
        Severity.WARNING,
        f"«{name}» er bare nevnt her, men ligner på «{meant}»",
        span,
        f"mente du «{meant}»?",
        "rett navnet, eller gi det et som er tydelig ulikt",
        (Note(other, "nevnt her"),),
    )
