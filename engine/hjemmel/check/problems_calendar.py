"""What can be wrong with the calendar of a rulebook, and with asking for it. Each docstring is the
page."""

from hjemmel.check.problem import error
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note
from hjemmel.source.span import Span


@problem("NTR260", "Regelverket har ingen kalender")
def no_calendar(span: Span) -> Diagnostic:
    """Hvilke dager som er virkedager, står i en kalender som hører til regelverket. Den sier hvilke
    år den gjelder, og hvilke dager som er fri i tillegg til lørdager og søndager.

        kalender norske helligdager, fra 2024 til og med 2025
          fridag 17. mai hvert år, grunnlovsdagen
          fridag 29. mars 2024, langfredag
    """
    return error(
        "NTR260",
        "regelverket har ingen kalender å finne virkedagene i",
        span,
        "spør etter virkedager",
        "erklær en kalender («kalender norske helligdager, fra 2024 til og med 2030»)",
    )


@problem("NTR261", "Mer enn én kalender")
def second_calendar(span: Span, first: Span) -> Diagnostic:
    """Et regelverk har én kalender, så ingen er i tvil om hvilken en virkedag er regnet etter. Det
    gjelder også når regelverket er fordelt på flere filer.
    """
    return error(
        "NTR261",
        "regelverket har mer enn én kalender",
        span,
        "en kalender til",
        "samle fridagene i én kalender",
        Note(first, "den første kalenderen"),
    )


@problem("NTR440", "Fridagen er utenfor kalenderens år")
def day_off_outside(day: str, years: str, span: Span, calendar: Span) -> Diagnostic:
    """En kalender sier hvilke år den gjelder. En fridag i et annet år ville ikke ha virkning.

    kalender norske helligdager, fra 2024 til og med 2025
      fridag 29. mars 2024, langfredag
      fridag 18. april 2025, langfredag
    """
    return error(
        "NTR440",
        f"{day} er ikke i kalenderens år ({years})",
        span,
        "utenfor kalenderen",
        "rett datoen, eller la kalenderen gjelde flere år",
        Note(calendar, "årene kalenderen gjelder"),
    )
