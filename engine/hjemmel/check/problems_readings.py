"""What can be wrong with a question about a last day. Each docstring is the page."""

from hjemmel.check.problem import error
from hjemmel.diagnostics.catalogue import problem
from hjemmel.diagnostics.diagnostic import Diagnostic, Note
from hjemmel.source.span import Span


@problem("NTR228", "Normen har ikke den siste dagen")
def no_such_day(span: Span) -> Diagnostic:
    """En tolkning kan gjelde siste dag i en frist, eller i et krav med en siste dag. Da står dagen
    etter «for leddet», gjengitt ord for ord slik den står etter «senest» i normen:

        frist for rapporten, etter forskriften § 2
          utført        rapportens leveringsdato
          senest        1. mars i rapportens år
          tolkning      Gjelder dagen som står, når den er en fridag?, etter forskriften § 2
            for leddet  senest 1. mars i rapportens år
            oppstår når 1. mars i rapportens år er en fridag
            lesemåte    dagen som står: senest 1. mars i rapportens år
            lesemåte    neste virkedag: senest første virkedag fra 1. mars i rapportens år
            valgt       ingen

    Er dagen endret siden tolkningen ble skrevet, må spørsmålet ses på igjen. Et «senest» inne i et
    vilkår («… er senest 1. mars») er et ledd som andre, og gjengis helt.
    """
    help = "tolkningen må gjelde et ledd som står i normen, gjengitt ord for ord"
    return error("NTR228", "normen har ingen siste dag", span, "finner ingen «senest»", help)


def another_day(day: str, written: str, span: Span, near: Span) -> Diagnostic:
    """The norm has a last day, but not the one that is quoted."""
    return error(
        "NTR228",
        f"siste dag i normen er ikke «{day}»",
        span,
        "en annen dag",
        f"gjengi den ord for ord: for leddet {written}",
        Note(near, "siste dag i normen"),
    )


@problem("NTR229", "Lesemåten passer ikke til det spørsmålet gjelder")
def no_last_day(reading: str, span: Span) -> Diagnostic:
    """Gjelder spørsmålet siste dag («for leddet senest …»), sier hver lesemåte hvilken dag som er
    den siste. En dag er ikke noe som holder eller ikke, så «regnes med» og «regnes ikke med» sier
    ingen ting om den.

        for leddet  senest 1. mars i rapportens år
        lesemåte    dagen som står: senest 1. mars i rapportens år
        lesemåte    neste virkedag: senest første virkedag fra 1. mars i rapportens år

    Gjelder spørsmålet et annet ledd, er det omvendt: lesemåten er «regnes med», «regnes ikke med»
    eller «regnes med når …», aldri «senest».
    """
    return error(
        "NTR229",
        f"lesemåten «{reading}» sier ikke hvilken dag som er den siste",
        span,
        "spørsmålet gjelder siste dag",
        "skriv dagen etter kolonet: «senest …»",
    )


def last_day_of_clause(span: Span) -> Diagnostic:
    """A last day for a clause that has none."""
    return error(
        "NTR229",
        "lesemåten er en siste dag, men leddet er ingen frist",
        span,
        "spørsmålet gjelder et ledd som holder eller ikke",
        "skriv «regnes med når …» med et vilkår, for eksempel «… er senest …»",
    )
