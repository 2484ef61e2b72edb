"""The account as text."""

import textwrap
from collections.abc import Iterator

from hjemmel.source.shown import shown as in_one_line
from hjemmel.traceability.account import Account, Line
from hjemmel.traceability.finding import Finding, Lack
from hjemmel.traceability.fingerprints import Comparison
from hjemmel.traceability.shown import Shown

_HEADINGS = {
    Lack.UNACCOUNTED: "Setninger uten norm og uten grunn",
    Lack.AWAITED: "Setninger som venter på en norm",
    Lack.DOUBLED: "Setninger som er både modellert og satt til side",
    Lack.UNDECLARED: "Kilder i setninger.tsv som ikke er erklært i reglene",
    Lack.UNKNOWN: "Setninger som ikke finnes i setninger.tsv",
    Lack.MISSING: "Normer som ikke er skrevet ennå",
    Lack.UNSOURCED: "Normer uten setning",
    Lack.UNCITED: "Normer som ikke bygger på alle setningene sine",
    Lack.UNASKED: "Normer som bygger på en setning uten å spørre om noe",
    Lack.OVERSTATED: "Normer som bygger på en setning de bare skal nevne",
    Lack.DIFFERENT: "Normer med et annet nivå eller slag enn det som er ført opp",
    Lack.UNLISTED: "Normer som ikke er ført opp",
    Lack.CHANGED: "Setninger med ny ordlyd",
    Lack.MOVED: "Setninger med nytt nummer",
    Lack.NEW: "Nye setninger",
    Lack.GONE: "Setninger som er borte",
}
_ADVICE = {
    Lack.UNACCOUNTED: "skriv en norm som viser til setningen, eller sett den til side med en grunn "
    "i utenfor.tsv",
    Lack.AWAITED: "setningen er gjort rede for når normen er skrevet",
    Lack.DOUBLED: "ta linjen ut av utenfor.tsv, eller ta hjemmelen ut av normen",
    Lack.UNDECLARED: "skriv navnet slik det står etter «kilde», eller før opp kilden i regelfilen",
    Lack.UNKNOWN: "rett id-en, eller ta den bort",
    Lack.MISSING: "skriv normen, eller gi den tilbake kjennemerket sitt; en norm kan deles, men "
    "ikke tas bort",
    Lack.UNSOURCED: "skriv hvilken setning i kilden normen bygger på, etter ordet «etter»",
    Lack.UNCITED: "ta setningene inn blant hjemlene til normen; det normen sier, står etter "
    "«etter», det den bare nevner, etter «jf.»",
    Lack.UNASKED: "skriv vilkåret som setningen gir, eller flytt den til «jf.»",
    Lack.OVERSTATED: "flytt setningen til «jf.», eller ta den ut av kolonnen «sitert» i normer.tsv",
    Lack.DIFFERENT: "rett normen, eller rett linjen i normer.tsv",
    Lack.UNLISTED: "før normen opp i normer.tsv; er den en del av en norm som står der, får den "
    "kjennemerket til hele normen med bindestrek og et ord bak",
    Lack.CHANGED: "les setningen på nytt, se om reglene fortsatt sier det samme, og legg inn det "
    "nye fingeravtrykket",
    Lack.MOVED: "ordlyden er den samme; rett numrene i hjemlene og i setninger.tsv",
    Lack.NEW: "før setningen opp i setninger.tsv, og skriv en norm eller sett den til side",
    Lack.GONE: "se om normen fortsatt har hjemmel, og hvilken dag den i så fall mistet den",
}


def summary(found: Account) -> str:
    """The whole account in one line."""
    waiting = found.count(Lack.AWAITED)
    return (
        f"{found.accounted} av {len(found.lines)} setninger gjort rede for: "
        f"{found.modelled} modellert, {found.mentioned} bare sitert, "
        f"{found.set_aside} satt til side"
        + (f"; {waiting} venter på en norm" if waiting else "")
        + f"; {found.present} av {found.expected} normer "
        f"({found.norms} med deler); {found.count(Lack.UNSOURCED)} uten setning"
    )


def render(
    found: Account, changed: tuple[Finding, ...], comparison: Comparison | None, width: int
) -> str:
    """The summary, and what is wrong."""
    lines = [summary(found)]
    if comparison is not None:
        lines.append(
            f"{len(comparison.same)} av {len(found.lines)} setninger leses som før i kilden"
        )
    findings = (*found.findings, *changed)
    for lack, heading in _HEADINGS.items():
        of_it = [each for each in findings if each.lack is lack]
        if of_it:
            lines += ["", *_wrapped(heading, width, 0)]
            lines += [line for each in of_it for line in _finding(each, width)]
            lines += _wrapped(f"= hjelp: {_ADVICE[lack]}", width, 2)
    return "\n".join(lines) + "\n"


def side_by_side(found: Account, shown: Shown, width: int) -> str:
    """Each sentence, and below it the norms that cite it, as the program has understood them."""
    return "\n".join(line for each in found.lines for line in (*_side(each, shown, width), ""))


def _finding(of: Finding, width: int) -> list[str]:
    norms = f"se {', '.join(of.norms)}" if of.norms else ""
    said = " · ".join(filter(None, (of.said, norms)))
    return _wrapped(f"{of.id}  {said}", width, 2)


def _side(line: Line, shown: Shown, width: int) -> Iterator[str]:
    yield in_one_line(f"{line.sentence}  {line.place}")
    text = shown.texts.get(line.sentence)
    if text:
        yield from _wrapped(f"«{text}»", width, 2)
    for norm in line.norms:
        first, *rest = shown.read[norm]
        beside = "" if norm in line.modelled else "jf. "
        yield from _wrapped(f"→ {beside}{first}", width, 2)
        for each in rest:
            yield from _wrapped(each, width, 4)
    if line.set_aside:
        yield from _wrapped(f"→ Satt til side: {line.set_aside}. {line.set_aside.note}", width, 2)
    if line.awaited:
        yield from _wrapped(f"→ Venter på {', '.join(line.awaited)}.", width, 2)
    elif not line.accounted:
        yield "  → Ikke gjort rede for."


def _wrapped(text: str, width: int, indent: int) -> list[str]:
    """A text in lines, the first of them at the indent and the rest a little further in."""
    return textwrap.wrap(
        in_one_line(text),
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_on_hyphens=False,
    )
