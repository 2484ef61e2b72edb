"""The sheet that is read first: what to do, and what the template was made from."""

from collections.abc import Iterator, Sequence

from hjemmel.facts.annotated_values import AT_LEAST, PENDING
from hjemmel.facts.cells import NONE
from hjemmel.facts.patterns import NOT_DONE
from hjemmel.facts.sheet_roles import CASES
from hjemmel.facts.template_basis import TemplateBasis
from hjemmel.facts.workbook import FINGERPRINT, RULEBOOK
from hjemmel.source.days import day_in_words

Advice = tuple[str, str]
"""Two cells beside one another; a heading has no second."""

TITLE = "Skjema for saker"


def advice(basis: TemplateBasis, lists: Sequence[str]) -> list[Advice]:
    """All rows of the sheet, where `lists` are the sheets of lists."""
    return [
        (TITLE, ""),
        ("Slik gjør du", ""),
        *_steps(lists),
        ("Hva du kan skrive i en celle", ""),
        *_ANSWERS,
        ("Hva skjemaet er laget fra", ""),
        *_made_from(basis),
    ]


def _steps(lists: Sequence[str]) -> Iterator[Advice]:
    steps = [
        (
            f"Skriv hver sak på sin egen rad i arket «{CASES}», under forklaringene. "
            "Gi saken et navn i den første kolonnen. Ingen saker kan ha samme navn."
        ),
        (
            "Svar på det du vet. Over hver kolonne står spørsmålet, og bestemmelsene som spør. "
            "Merk en celle for å se hvordan den fylles ut."
        ),
        *_of_lists(lists),
        "Du kan flytte eller slette kolonner, men ikke endre navnene på rad 4.",
        "Lagre arbeidsboken, for eksempel som «mal.xlsx», og kjør: ntr vurder mal.xlsx",
        (
            "Svaret sier hva som mangler, og hvilken celle det skal stå i. Fyll ut og kjør på "
            "nytt. Med flere saker får du en oversikt. Da får du alt som mangler i hver sak, med: "
            "ntr vurder mal.xlsx --format xlsx --ut svar.xlsx"
        ),
    ]
    for number, step in enumerate(steps, start=1):
        yield f"{number}.", step


def _of_lists(lists: Sequence[str]) -> Iterator[str]:
    if lists:
        sheets = ", ".join(f"«{each}»" for each in lists)
        yield (
            f"Lister har egne ark: {sheets}. Skriv en rad for hver oppføring, "
            "og velg saken den hører til i den første kolonnen."
        )


_ANSWERS: tuple[Advice, ...] = (
    ("tom celle", "Opplysningen er ikke oppgitt. Det er aldri det samme som nei."),
    ("ja, nei", "Svar på et spørsmål. Nei er et svar, en tom celle er det ikke."),
    (NONE, "Om en liste: Du vet at den er tom."),
    (
        AT_LEAST,
        (
            f"Om en liste: Du kjenner noe av den, men det kan være mer. Skriv «{AT_LEAST}: A; B». "
            f"Har listen et eget ark, skriver du bare «{AT_LEAST}» i arket «{CASES}»."
        ),
    ),
    (NOT_DONE, "Om en dato: Det som skulle gjøres, er ikke gjort."),
    (
        "mars 2024, 2024",
        (
            "Om en dato: Du kjenner bare måneden eller året. Skriv en apostrof foran, som "
            "«'mars 2024», så Excel ikke gjør det om til en dag."
        ),
    ),
    (PENDING, f"Noe er til behandling. Skriv «{PENDING}: hva du venter på»."),
    ("A; B", "Flere verdier i samme celle skrives med semikolon mellom."),
    (
        "vurderinger",
        (
            "Ja eller nei er hva vurderingen ble. I kolonnene «av», «dato» og «grunnlag» kan du "
            "skrive hvem som vurderte, når og hvorfor. De kan stå tomme."
        ),
    ),
    (
        "Finnes det en …?",
        (
            "Ikke alle saker har en søknad, et nettverk og så videre. Skriv ja eller nei. Er "
            "cellen tom, og du ikke svarer på noe om søknaden, regnes saken for å ikke ha noen."
        ),
    ),
    (
        "kilder",
        (
            "Vil du si hvor en opplysning kommer fra, legger du til en kolonne med samme navn og "
            "«.kilde» til slutt. Med «.grad» sier du hvor mye kilden veier."
        ),
    ),
)


def _made_from(basis: TemplateBasis) -> Iterator[Advice]:
    yield RULEBOOK, basis.program.name
    if basis.newest:
        yield "Nyeste ordlyd", f"Gjelder fra {day_in_words(basis.newest)}"
    yield "Programversjon", basis.engine
    yield FINGERPRINT, basis.program.fingerprint
    yield (
        "",
        (
            "Fingeravtrykket lar programmet si fra når regelverket er endret etter at skjemaet ble "
            "laget. La det stå."
        ),
    )
