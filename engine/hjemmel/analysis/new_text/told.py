"""The words for what a new text means, shared by the ways to write them down."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from hjemmel.analysis.new_text.work import Case, Task, Touched, Work
from hjemmel.traceability.editions.comparing import Edition
from hjemmel.traceability.editions.fates import Basis, Change, Fate

MOST_CASES = 4
"""So many cases are named; of more, how many there are."""


@frozen
class Told:
    """What was read, and what is to be done; `names` are what the sources are called."""

    name: str
    edition: Edition
    tasks: tuple[Task, ...]
    names: Mapping[str, str]


HEADINGS = {
    Work.NUMBERS: "Endret, og en norm som bygger på den, skriver tall eller dager",
    Work.CHANGED: "Endret, og normer bygger på den",
    Work.REFERS: "Uendret, men viser til et sted der det nå står noe annet",
    Work.UNSETTLED: "Kan ikke avgjøres uten den gamle teksten",
    Work.NEW: "Ny setning uten norm",
    Work.GONE: "Borte, og normer gjelder fortsatt",
    Work.UNCITED: "Endret eller borte, uten at noen norm viser til den",
    Work.PLACE: "Samme ord på et nytt sted",
    Work.SIGNS: "Bare tegn og skrivemåte er endret",
}
ADVICE = {
    Work.NUMBERS: "se om tallet eller dagen i normen skal endres; gi i så fall den gamle ordlyden "
    "en siste dag, og skriv en ny",
    Work.CHANGED: "les setningen sammen med normene; sier den noe annet, gi den gamle ordlyden en "
    "siste dag, og skriv en ny",
    Work.REFERS: "se hva setningen nå viser til, og om normen fortsatt gjør det samme",
    Work.UNSETTLED: "les setningene, eller gi den gamle teksten med --gammel",
    Work.NEW: "skriv en norm, eller sett setningen til side med en grunn i utenfor.tsv",
    Work.GONE: "se om normen har annen hjemmel; har den ikke det, slutter ordlyden den dagen "
    "setningen falt bort",
    Work.UNCITED: "se om grunnen i utenfor.tsv fortsatt passer, og om setningen nå gir en norm",
    Work.PLACE: "bare hjemlene skal rettes; ordene er de samme",
    Work.SIGNS: "ingen norm skal endres; bare fingeravtrykket er et annet",
}


def read_as(told: Told) -> str:
    """Which source the text is held against, and why."""
    sources = " og ".join(told.names.get(each, each) for each in told.edition.sources)
    if not told.edition.is_guessed:
        return f"{told.name} er holdt mot {sources}."
    return f"{told.name} er holdt mot {sources}, fordi setningene er kjent igjen derfra."


def counted(edition: Edition) -> str:
    """«21 uendret · 1 endret · 1 ny · 2 har fått nytt nummer»."""
    words = {
        Fate.SAME: "uendret", Fate.SIGNS: "med bare andre tegn", Fate.CHANGED: "endret",
        Fate.NEW: "ny", Fate.GONE: "borte", Fate.UNSETTLED: "ikke avgjort",
    }  # fmt: skip
    plural = {Fate.NEW: "nye"}
    found = []
    for fate, word in words.items():
        count = len(edition.of(fate))
        if count or fate is Fate.SAME:
            found.append(f"{count} {plural.get(fate, word) if count != 1 else word}")
    shifts = [each.shift for each in edition.changes if each.shift is not None]
    moved = sum(each.is_moved for each in shifts)
    if moved:
        found.append(f"{moved} flyttet")
    if len(shifts) > moved:
        found.append(f"{len(shifts) - moved} med nytt nummer")
    return " · ".join(found)


def named(change: Change) -> str:
    """The id and the place of a sentence; a new one has only the place."""
    return "  ".join(filter(None, (change.old, change.place)))


def doubt(change: Change) -> str:
    """What is not known for certain, or how it is known where that needs a word."""
    match change.fate, change.basis:
        case Fate.CHANGED, Basis.FOUND:
            return "Den gamle teksten er funnet igjen: den har fingeravtrykket i redegjørelsen."
        case Fate.CHANGED, Basis.PLACE:
            return (
                "Paret etter sted og rekkefølge. Uten den gamle teksten kan ordene ikke "
                "sammenlignes, og det kan være en ny setning i stedet for en som er borte."
            )
        case Fate.UNSETTLED, _ if change.old:
            return "Endret eller borte."
        case Fate.UNSETTLED, _:
            return "Ny, eller en av setningene ved siden av, endret."
        case _:  # the rest is told by its heading
            return ""


def reference(of: Task) -> str:
    """What a sentence refers to that is elsewhere now, where that is what the task is about."""
    return f"Viser til «{of.refers}», der det nå står noe annet." if of.refers else ""


def norm_words(of: Touched) -> str:
    """«frist «for søknaden» (4-1/søknadsfrist), regler.ntr linje 7; skriver 15. januar»."""
    kind = "" if of.models else "jf. "
    told = f"{kind}{of.norm.kind.value} «{of.norm.title}» ({of.norm.id}), {of.where}"
    if of.values:
        told += f"; skriver {', '.join(of.values)}"
    return told if of.in_force else f"{told}; gjelder ikke lenger"


def case_words(cases: Sequence[Case]) -> str:
    """«saker.md linje 8 «En vanlig søknad», og 3 til»."""
    shown = (
        f"{each.page} linje {each.line}" + (f" «{each.heading}»" if each.heading else "")
        for each in cases[:MOST_CASES]
    )
    more = f" og {len(cases) - MOST_CASES} til" if len(cases) > MOST_CASES else ""
    return ", ".join(shown) + more


def place_words(change: Change) -> str:
    """«§ 3 bokstav b står nå i § 3 bokstav c»."""
    if change.shift is None:
        return ""
    verb = "er flyttet til" if change.shift.is_moved else "står nå som"
    return f"{change.shift.before} {verb} {change.shift.now}"


def stretch_words(task: Task) -> tuple[str, ...]:
    """The new places of a task; numbers one after another as one: «nr. 2 til 4 står nå som …»."""
    shifts = [each.shift for each in task.changes if each.shift is not None]
    pairs = [(_numbered(each.before), _numbered(each.now)) for each in shifts]
    first, last = pairs[0], pairs[-1]
    is_run = all((a[1] - b[1], c[1] - d[1]) == (1, 1) for (b, d), (a, c) in pairwise(pairs))
    if len(pairs) < 2 or not is_run or first[0][0] == "":
        return tuple(map(place_words, task.changes))
    before, now = (f"{at[0]} nr. {at[1]} til {to[1]}" for at, to in zip(first, last, strict=True))
    return (f"{before} står nå som {now.removeprefix(first[0][0]).strip()}",)


def _numbered(place: str) -> tuple[str, int]:
    """The provision and the number of «veilederen pkt. 4.1 nr. 9»."""
    before, _, number = place.rpartition(" nr. ")
    return (before, int(number)) if number.isdecimal() else ("", 0)


def outside_words(edition: Edition) -> tuple[str, ...]:
    """What in the text was held against nothing, place by place."""
    return tuple(
        f"{each.place}: {_sentences(len(each.sentences))}, «{_short(each.sentences[0])}»"
        for each in edition.outside
    )


_SHORT = 60


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"


def unknown(told: Told) -> str:
    """What could not be told without the old text, if anything."""
    blind = [each for each in told.edition.of(Fate.CHANGED) if each.before is None]
    unsure = told.edition.of(Fate.UNSETTLED)
    if not blind and not unsure:
        return ""
    parts = []
    if blind:
        parts.append(f"hvilke ord som er endret i {_sentences(len(blind))}")
    if unsure:
        parts.append(f"hva som er nytt, endret og borte blant {len(unsure)} setninger")
    return (
        "Redegjørelsen har bare fingeravtrykk, så dette kan ikke sies: "
        f"{' eller '.join(parts)}. Gi den gamle teksten med --gammel, så kan det avgjøres."
    )


def _sentences(count: int) -> str:
    return f"{count} {'setning' if count == 1 else 'setninger'}"
