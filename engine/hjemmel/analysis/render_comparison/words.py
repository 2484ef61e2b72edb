"""How a comparison is worded."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from hjemmel.analysis.comparison.aspects import Aspect, Difference
from hjemmel.analysis.comparison.causes import By, Cause
from hjemmel.analysis.comparison.comparison import Comparison, NormDifference
from hjemmel.analysis.comparison.services import Services
from hjemmel.analysis.differences.answers import Basis, Unchanged
from hjemmel.core.program import Norm
from hjemmel.render.verdict_text import provision
from hjemmel.words.outcomes import called
from hjemmel.words.values import listed

MOST_NAMED = 60
"""So many names a line gives; then how many more there are."""


def counted(count: int, one: str, many: str) -> str:
    """«ingen normer», «1 norm», «9 normer»."""
    return f"{count or 'ingen'} {one if count == 1 else many}"


def norms_counted(count: int) -> str:
    """«9 normer»."""
    return counted(count, "norm", "normer")


def capital(text: str) -> str:
    """With a capital first."""
    return text[:1].upper() + text[1:]


def names(of: Iterable[str]) -> str:
    """All names, or the first and how many more."""
    told = list(of)
    if len(told) <= MOST_NAMED:
        return listed(told)
    return f"{', '.join(told[:MOST_NAMED])} og {len(told) - MOST_NAMED} til"


MOST_IN_SHORT = 6


def in_short(of: Iterable[str]) -> str:
    """A few names, and how many more: for what is to be read at a glance."""
    told = list(of)
    if len(told) <= MOST_IN_SHORT:
        return listed(told)
    return f"{', '.join(told[: MOST_IN_SHORT - 1])} og {len(told) - MOST_IN_SHORT + 1} til"


def turned_words(of: Services) -> Iterator[str]:
    """Whose verdicts are others, in short: how many services, and the first of them."""
    all_of = f"Porteføljen har {counted(of.count, 'tjeneste', 'tjenester')}"
    if of.is_unturned:
        yield f"{all_of}: ingen verdikt er endret."
    else:
        count = counted(len(of.turned), "tjeneste", "tjenester")
        yield f"{all_of}: {count} får et annet verdikt: {in_short(of.turned)}."
    if of.still_open:
        count = counted(len(of.still_open), "tjeneste", "tjenester")
        yield f"{capital(count)} er fortsatt uavklart, men mangler noe annet enn før."


def heading(of: Norm) -> str:
    """«4-1/søknadsfrist · frist for søknaden · § 4-1»."""
    return f"{of.id} · {called(of)} · {provision(of)}"


def basis_words(of: Unchanged) -> str:
    """«bevist», or loudly that it is not."""
    if of.basis is not Basis.TRIED and not of.within:
        return "bevist"
    if of.basis is not Basis.TRIED:
        lists = listed([f"{'.'.join(map(str, path))} ({most})" for path, most in of.within.items()])
        return f"bevist bare for lister på høyst så mange oppføringer: {lists}"
    why = f", fordi {of.reason.value}" if of.reason else ""
    return f"PRØVD, ikke bevist{why}; {of.tried} saker er prøvd uten at noe skiller"


def cause_words(of: Cause, found: Comparison) -> str:
    """What is written otherwise, as a reader knows it."""
    match of.by:
        case By.NORM:
            return norm_words(of.id, found)
        case By.BESIDE:
            beside = next((e for e in found.beside if e.norm.id == of.id), None)
            return f"{beside.called} {of.id} ({provision(beside.norm)})" if beside else of.id
        case By.DECLARED:
            return of.id
        case _:
            assert_never(of.by)


def norm_words(norm: str, found: Comparison) -> str:
    """A norm by its id, as it is called now or was."""
    of = found.new.program.by_id.get(norm) or found.old.program.by_id.get(norm)
    return f"{norm} ({provision(of)})" if of else norm


def through(of: NormDifference, found: Comparison) -> str:
    """«bygger på 2/godkjent (§ 4-1)»; empty where the norm itself is what is written otherwise."""
    if of.own or not of.causes:
        return ""
    told = listed([cause_words(each, found) for each in of.causes])
    return f"Normen er ikke skrevet om. Den bygger på det som er endret: {told}."


_LOST_AND_NEW = {
    Aspect.ASSUMED: ("Ikke lenger antatt", "Nå antatt"),
    Aspect.CHOSEN: ("Ikke lenger valgt dag", "Ny valgt dag"),
    Aspect.PRESUMED: ("Ikke lenger forutsatt", "Nå forutsatt"),
    Aspect.READING: ("Tolkning som er borte", "Ny tolkning"),
    Aspect.NOT_ASKED: (
        "Tolkningen hørte til en annen ordlyd",
        "Tolkningen hører til en annen ordlyd",
    ),
    Aspect.CITATIONS: ("Hjemmel som er borte", "Ny hjemmel"),
    Aspect.OWN_WORDS: ("Egne ord som er borte", "Nye egne ord"),
    Aspect.DUTY: ("Plikten ligger ikke lenger på", "Plikten ligger nå på"),
    Aspect.RIGHT: ("Retten ligger ikke lenger hos", "Retten ligger nå hos"),
    Aspect.SUSPENDED: ("Pausen er borte", "Ny pause"),
}


def difference_words(of: Difference) -> str:
    """«tittel: «a» → «b»», «tolkning som er borte: …»."""
    if of.before and of.after:
        return f"{capital(of.aspect.value)}: {_said(of.before)} → {_said(of.after)}"
    lost, new = _LOST_AND_NEW.get(
        of.aspect, (f"{capital(of.aspect.value)}, ikke lenger", f"{capital(of.aspect.value)}, nytt")
    )
    return f"{lost}: {_said(of.before)}" if of.before else f"{new}: {_said(of.after)}"


def _said(texts: Sequence[str]) -> str:
    return "; ".join(f"«{each}»" for each in texts)
