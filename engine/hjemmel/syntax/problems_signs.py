"""Signs in a rule file that a reader cannot see, or takes for others. Each docstring is a page."""

from collections.abc import Iterator

from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Severity
from hjemmel.source.look_alikes import like_latin, misleading
from hjemmel.source.shown import shown
from hjemmel.source.signs import (
    BLANK,
    CONTROL,
    DIGIT,
    DIRECTION,
    LETTER,
    LINE,
    MARK,
    UNDEFINED,
    UNSEEN,
    Sign,
    name_of,
    plain,
)
from hjemmel.source.source import Source
from hjemmel.source.span import Span


def sign_problems(source: Source) -> Iterator[Diagnostic]:
    """Every such sign of a file, and those in its name."""
    name = plain(source.name.rsplit("/", 1)[-1])
    broken = [Sign(name.index("\n"), "\n", LINE)] if "\n" in name else []
    yield from (file_name(source.name, each) for each in (*broken, *misleading(name)))
    for line, sign in source.misleading:
        span = Span(source.name, line, sign.at + 1, sign.at + 2)
        yield _PROBLEMS[sign.kind.name](span, sign)


def _error(code: str, span: Span, sign: Sign, help: str) -> Diagnostic:
    message = f"her står et {sign.kind.name}: {name_of(sign.char)}"
    return Diagnostic(code, Severity.ERROR, message, span, sign.kind.harm, help)


HIDING = frozenset({"NTR170", "NTR171", "NTR172", "NTR173", "NTR174"})
"""The codes of signs that are left out when the rest of their line is read."""

_DELETE = "slett tegnet, eller skriv linjen på nytt"


@problem("NTR170", "Retningstegn")
def direction(span: Span, sign: Sign) -> Diagnostic:
    """Tegnet vises ikke, men snur rekkefølgen på det som står etter det. Da kan en leser se ett
    tall og programmet lese et annet.

        oppfylt når antallet av tjenestens steder er ‹U+202E›12‹U+202C›

    Her vises 21, men det står 12. Slike tegn kan ikke stå noe sted i en regelfil, heller ikke i fri
    tekst og overskrifter.
    """
    return _error("NTR170", span, sign, _DELETE)


@problem("NTR171", "Usynlig tegn")
def unseen(span: Span, sign: Sign) -> Diagnostic:
    """Tegnet vises ikke, eller ser ut som et mellomrom. To navn kan da se like ut uten å være det.

        opplysning god‹U+200B›kjent er ja eller nei, oppgis av søkeren

    Det gjelder myk bindestrek, nullbredde-tegn, variantvelgere, merketegn og blanke bokstaver. De
    følger ofte med når tekst limes inn fra en nettside. Hardt mellomrom, tynt mellomrom og hard
    bindestrek regnes som vanlig mellomrom og bindestrek, og kan stå.
    """
    return _error("NTR171", span, sign, _DELETE)


@problem("NTR172", "Styretegn")
def control(span: Span, sign: Sign) -> Diagnostic:
    """Tegnet er ikke et skrifttegn, men en ordre til en skjerm eller en skriver: nulltegn, slett
    bakover, ESC. Tabulator regnes som mellomrom, og kan stå.

        krav god‹U+001B›[31mkjent, etter forskrift § 4-2
    """
    return _error("NTR172", span, sign, _DELETE)


@problem("NTR173", "Skjult linjeskift")
def line_break(span: Span, sign: Sign) -> Diagnostic:
    """Tegnet er et linjeskift for noen programmer og ikke for andre. En linje kan da være skjult i
    slutten av en annen.

        med egne ord  Begge må stå i søknaden.‹U+2028›  gjelder når tjenesten er avviklet

    Det gjelder linjeskilletegn, avsnittstegn, sideskift, loddrett tabulator, NEL og vognretur uten
    linjeskift etter. Linjer slutter med LF, eller med CR og LF som i Windows.
    """
    return _error("NTR173", span, sign, "skriv et vanlig linjeskift, eller slett tegnet")


@problem("NTR174", "Tegn uten fast utseende")
def undefined(span: Span, sign: Sign) -> Diagnostic:
    """Tegnet er ikke i bruk i Unicode, eller til privat bruk. Hva det ser ut som, kommer an på
    maskinen. Oftest er det et ikon fra et tekstbehandlingsprogram.

        merknad ‹U+F0B7› Gjelder begge helseforetak.
    """
    return _error("NTR174", span, sign, "slett tegnet, eller skriv det du mener med ord")


@problem("NTR175", "Løst tilleggstegn")
def mark(span: Span, sign: Sign) -> Diagnostic:
    """Tegnet legges oppå tegnet foran uten å bli én bokstav sammen med det. Det kan stryke over
    eller dekke et siffer. Aksenter og ringen over å, som blir én bokstav med den under, kan stå.

        oppfylt når antallet av tjenestens steder er 1‹U+0338›
    """
    return _error("NTR175", span, sign, "slett tegnet, eller skriv bokstaven på nytt")


@problem("NTR176", "Siffer som ikke er 0–9")
def digit(span: Span, sign: Sign) -> Diagnostic:
    """Tall skrives med 0–9. Sifre i andre skrifter kan se ut som andre tall enn de er.

        oppfylt når antallet av tjenestens steder er ৪

    Dette sifferet er bengalsk og betyr 4, men ligner 8. Det samme gjelder romertall som ett tegn
    (Ⅳ) og sifre i full bredde eller i ring. Hevet og senket skrift (m², CO₂) og brøktegn kan stå.
    """
    return _error("NTR176", span, sign, "skriv tallet med sifrene 0–9")


@problem("NTR177", "Bokstav som ligner en annen")
def letter(span: Span, sign: Sign) -> Diagnostic:
    """Bokstaven hører til et annet alfabet, men ligner en av våre. Den står i et ord med latinske
    bokstaver, eller i et ord der alle bokstavene ligner våre.

        opplysning godkjеnt er ja eller nei, oppgis av søkeren

    Her er den første «е» kyrillisk, og navnet er et annet enn «godkjent». Greske bokstaver som ikke
    ligner våre, kan stå: «μg», «β-blokker». Det kan også ord som er skrevet helt i et annet alfabet
    og synlig er det.
    """
    like = like_latin(sign.char)
    help = f"skriv «{like}» på nytt med tastaturet" if like else "skriv ordet på nytt"
    return _error("NTR177", span, sign, help)


@problem("NTR178", "Skjult tegn i navnet på filen")
def file_name(file: str, sign: Sign) -> Diagnostic:
    """Navnet på regelfilen har et tegn som ikke vises eller ligner et annet, som et retningstegn
    eller en kyrillisk bokstav. Et regelverk som bygger på filen, måtte skrevet det samme tegnet.

    Gi filen et nytt navn.
    """
    return Diagnostic(
        "NTR178",
        Severity.ERROR,
        f"navnet på filen har et {sign.kind.name}: {name_of(sign.char)} ({sign.kind.harm})",
        Span(file, 0, 1, 1),
        "",
        f"gi «{shown(file.rsplit('/', 1)[-1])}» et nytt navn",
    )


_PROBLEMS = {
    DIRECTION.name: direction,
    UNSEEN.name: unseen,
    BLANK.name: unseen,
    CONTROL.name: control,
    LINE.name: line_break,
    UNDEFINED.name: undefined,
    MARK.name: mark,
    DIGIT.name: digit,
    LETTER.name: letter,
}
