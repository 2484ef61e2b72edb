"""What can be wrong with the form of a rule file. Each docstring is the problem's page."""

from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Severity
from hjemmel.source.days import UnsureDay, day_in_words
from hjemmel.source.span import Span
from hjemmel.syntax.slips import Slip


def _error(
    code: str, message: str, span: Span, label: str, help: str, replacement: str = ""
) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, span, label, help, replacement=replacement)


@problem("NTR100", "Uventet ord eller tegn")
def unexpected(span: Span, found: str, expected: str) -> Diagnostic:
    """Linjen kan ikke leses fra det stedet som er merket.

    Meldingen sier hva som står der, og hva som kunne ha stått der.

        oppfylt når antall ulike helseforetak tjenestens steder er 1

    Her mangler «blant» foran «tjenestens steder».
    """
    return _error("NTR100", f"forsto ikke «{found}» her", span, "kan ikke stå her",
                  f"her kan det stå {expected}")  # fmt: skip


def word_in_a_matter(span: Span, found: str) -> Diagnostic:
    """A word that binds, in what somebody has assessed."""
    return _error("NTR100", f"forsto ikke «{found}» her", span, "kan ikke stå i navnet",
                  "skriv vurderingen med ordene den er erklært med; står ordet i navnet, skrives "
                  "hele navnet i «…»")  # fmt: skip


def comma_at_the_end(span: Span) -> Diagnostic:
    """A comma before a line that goes on, as in running text."""
    return _error("NTR100", "linjen slutter med komma", span, "her slutter linjen",
                  "skriv linjen uten komma; den neste begynner med «og» eller "
                  "«eller når»")  # fmt: skip


def slip(span: Span, known: Slip) -> Diagnostic:
    """A word that cannot stand there, where it is plain what was meant."""
    return _error("NTR100", f"forsto ikke «{known.words}» her", span, "kan ikke stå her",
                  known.help, known.instead)  # fmt: skip


@problem("NTR101", "Linjen begynner ikke med et linjeord")
def unknown_line_word(span: Span, found: str, suggestion: str) -> Diagnostic:
    """Det første på hver linje sier hva linjen er: «oppfylt når», «gjelder når», «krav» …

        opfylt når tjenesten har referansegruppe

    Her er «oppfylt når» skrevet feil. En setning som fortsetter på ny linje, må
    begynne med «og» eller «eller når». Begynner linjen slik det er vanlig å skrive, men ikke her
    («unntak …», «jf. …», «a) …»), sier meldingen hvordan det skrives.
    """
    help = f"mente du «{suggestion}»?" if suggestion else (
        "en setning som fortsetter på ny linje, begynner med «og» eller «eller når»"
    )  # fmt: skip
    return _error("NTR101", f"linjen begynner med «{found}», som ikke er et linjeord", span,
                  "ukjent linjeord", help, suggestion)  # fmt: skip


def foreign_line_word(span: Span, found: str, how: str) -> Diagnostic:
    """A line that begins as lawyers may well begin one, but not here."""
    return _error("NTR101", f"linjen begynner med «{found}», som ikke er et linjeord", span,
                  "sies på en annen måte", how)  # fmt: skip


@problem("NTR102", "Linjen hører ikke hjemme i blokken")
def misplaced_line(span: Span, word: str, block: str) -> Diagnostic:
    """Linjeordet finnes, men ikke i denne slags blokk.

        begrep region
          oppfylt når tjenesten er godkjent

    Et begrep har linjene «verdi» og «åpen fordi», ikke «oppfylt når».
    """
    return _error("NTR102", f"«{word}» kan ikke stå under «{block}»", span, "hører ikke hjemme her",
                  "flytt linjen, eller begynn en ny blokk foran den")  # fmt: skip


@problem("NTR105", "Linjen er ikke ferdig")
def unfinished(span: Span, expected: str) -> Diagnostic:
    """Linjen slutter før setningen er ferdig.

        oppfylt når tjenestens type er

    Her mangler det tjenestens type skal være.
    """
    return _error("NTR105", "linjen slutter for tidlig", span, "her mangler det noe",
                  f"her kan det stå {expected}")  # fmt: skip


@problem("NTR130", "Datoen kan leses på flere måter")
def unreadable_date(span: Span, day: UnsureDay) -> Diagnostic:
    """Datoer skrives slik de leses: «1. januar 2024». «01.01.2024» og «2024-01-01» blir også
    forstått, og `ntr formater` skriver dem om. Med to sifre i årstallet eller skråstrek kan det
    være tvil om hvilken dag det er:

        fra 1/2-24

    Skriv måneden med ord og hele årstallet.
    """
    meant = day_in_words(day.likely) if day.likely else ""
    help = f"mente du «{meant}»?" if meant else "skriv for eksempel «1. januar 2024»"
    return _error("NTR130", f"datoen «{day.written}» kan leses på flere måter", span,
                  "skriv måneden med ord, og hele årstallet", help, meant)  # fmt: skip


@problem("NTR132", "Dagen finnes ikke")
def no_such_day(span: Span, found: str, why: str) -> Diagnostic:
    """Måneden har ikke så mange dager, som i «31. november 2023», eller den finnes ikke.

    29. februar er bare en dag i skuddår. Er året ikke skrevet («29. februar i søknadens år»), må
    dagen finnes hvert år; «29. februar i 2024» er i orden.
    """
    help = "skriv 28. februar eller 1. mars" if why.endswith("år") else "rett dagen eller måneden"
    return _error("NTR132", f"{found} {why}", span, "denne dagen finnes ikke", help)


def no_such_month(span: Span, found: str, suggestion: str) -> Diagnostic:
    """A day of something that is no month."""
    help = f"mente du «{suggestion}»?" if suggestion else "skriv måneden helt ut: «1. januar 2024»"
    return _error("NTR132", f"«{found}» er ingen måned", span, "denne måneden finnes ikke", help,
                  suggestion)  # fmt: skip


@problem("NTR133", "Tallet har for mange sifre")
def too_many_digits(span: Span) -> Diagnostic:
    """Tall regnes helt nøyaktig, og kan ha høyst 28 sifre."""
    return _error("NTR133", "tallet har mer enn 28 sifre", span, "så langt regnes det ikke",
                  "rett tallet")  # fmt: skip


@problem("NTR140", "«og» midt i en linje")
def inline_and(span: Span) -> Diagnostic:
    """«og» mellom to påstander står først på en egen linje. Hører ordet til et navn,
    skrives hele navnet i «…».

        oppfylt når myndigheten har vurdert at prognose og livskvalitet blir bedre

    Er dette én vurdering, skriv «prognose og livskvalitet blir bedre» i hermetegn, her
    og der den er erklært. Er det to påstander, begynn en ny linje med «og».
    """
    return _error("NTR140", "«og» kan ikke stå midt i en linje", span, "bindeord",
                  "ny påstand: begynn en ny linje med «og». Del av et navn: "
                  "skriv navnet i «…»")  # fmt: skip


@problem("NTR141", "«eller» mellom påstander")
def inline_or(span: Span) -> Diagnostic:
    """Midt i en linje skiller «eller» bare verdier etter «er».

        oppfylt når tjenesten er godkjent eller tjenesten har referansegruppe

    Mellom påstander skriver du «eller når» på egen linje, eller «enten …, eller …» på
    samme linje, med komma foran «eller».
    """
    return _error("NTR141", "«eller» skiller her bare verdier etter «er»", span, "bindeord",
                  "ny påstand: skriv «eller når» på egen linje, eller "
                  "«enten …, eller …» med komma")  # fmt: skip


@problem("NTR152", "Tegn i stedet for ord")
def symbol(span: Span, found: str) -> Diagnostic:
    """Reglene skrives med ord, så de kan leses opp.

        oppfylt når antallet av tjenestens steder >= 2

    Skriv «er minst» for «>=», «er høyst» for «<=» og «er» for «=». Det som ellers måtte
    stå i parentes, får en egen definisjon.
    """
    return _error("NTR152", f"tegnet «{found}» brukes ikke", span, "skriv det med ord",
                  "skriv «er minst», «er høyst», «er mer enn», «er mindre enn» eller "
                  "«er»")  # fmt: skip


@problem("NTR153", "Setningen er for innfløkt")
def too_deep(span: Span, what: str) -> Diagnostic:
    """En setning med mer enn tjue «der» inni hverandre kan ingen lese opp, og heller ikke mer enn
    tjue unntak fra hverandre.

    Gi delene navn: en definisjon eller en egen norm som setningen kan vise til.
    """
    return _error("NTR153", "setningen er for innfløkt til å leses opp", span,
                  f"for mange «{what}»", "del den opp, og gi delene navn")  # fmt: skip


@problem("NTR160", "Normen sier ikke hva den bygger på")
def uncited(span: Span, title: str) -> Diagnostic:
    """Hver norm viser til kilden sin med «, etter …» i første linje.

        krav ett helseforetak, etter forskrift § 4-2 første ledd

    Flere kilder skilles med komma.
    """
    return _error("NTR160", f"«{title}» sier ikke hvilken kilde normen bygger på", span,
                  "mangler «, etter …»",
                  "skriv for eksempel «, etter forskrift § 4-2 første ledd»")  # fmt: skip


@problem("NTR166", "Linjen kan ikke stå her")
def idle_line(span: Span, line: str, because: str) -> Diagnostic:
    """Linjen ville ikke hatt noen virkning der den står: «betyr» hører til opplysningen foran, og
    «valgfri», «åpen fordi» og «betyr» kan bare stå én gang hver.
    """
    return _error("NTR166", f"«{line}» kan ikke stå her: {because}", span, "ville ikke blitt brukt",
                  "flytt linjen, eller slå den sammen med en annen")  # fmt: skip


@problem("NTR167", "Merknaden står midt i et vilkår")
def remark_inside(span: Span) -> Diagnostic:
    """En merknad er en egen linje, og kan ikke skille «og» eller «eller når» fra det de fortsetter.

        oppfylt når tjenesten har fagråd
          merknad Rådet ble opprettet i 2020.
          og tjenesten har referansegruppe

    Skriv merknaden foran «oppfylt når», eller etter hele vilkåret.
    """
    return _error("NTR167", "merknaden står midt i et vilkår", span, "skiller leddene",
                  "flytt merknaden foran vilkåret, eller etter hele vilkåret")  # fmt: skip
