"""The pages that are made: «språk/ord.md», and everything in «feil/» and «regelbok/».

`python docs/lag_sider.py` writes them; with `--sjekk` it only says which are out of date, and ends
with 1 if any is. The pages are committed, so that a change of a keyword, of a message or of a rule
is seen in the same difference as the page that tells of it.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent / "engine"))  # a checkout with nothing of ours installed
sys.path.append(str(DOCS))

from lag_regelbok import rulebook_pages  # noqa: E402

from hjemmel.cli.problems import all_problems  # noqa: E402 - found only now
from hjemmel.core.operators import OPERATORS, Operator, Shape  # noqa: E402
from hjemmel.diagnostics.catalogue import Entry  # noqa: E402
from hjemmel.diagnostics.pages import Explained, explanation, index, page  # noqa: E402
from hjemmel.resources import text  # noqa: E402
from hjemmel.rulebooks.shelf import GRAMMAR_FILES  # noqa: E402
from hjemmel.syntax.lexicon import in_one_way, line_words  # noqa: E402

_MADE = "\n<!-- Laget av docs/lag_sider.py. Endre kilden, ikke siden. -->\n"
_FOLDERS = ("feil", "regelbok")
"""Where every page is made, so that one that is no longer made is old."""
_TERMINALS = re.compile(r"^(\w+)\.\d+: +/(.+)/i?$", re.MULTILINE)

_SHOWN = {
    "PARAGRAF": ("§ 4-2", "§ 12 a"),
    "ARTIKKELHODE": ("artikkel 6",),
    "KAPITTELHODE": ("kapittel 2",),
    "STED": ("første ledd", "bokstav b", "nr. 2", "andre strekpunkt", "veilederen pkt. 4.1"),
    "PARREF": ("§ 4-2", "§ 12 a"),
    "PKT": ("pkt. 4.1",),
    "ARTIKKEL": ("artikkel 6",),
    "KAPITTEL": ("kapittel 2",),
    "VEDLEGG": ("vedlegg 1",),
    "LITRA": (),
    "KOMMA_LITRA": (),
    "KOMMA_NR": (),
    "ORDENSTALL": ("første",),
    "KOMMA_ORDEN": (),
}
"""What is shown of words that have numbers in them."""

_ORD = re.compile(r"^ORD\.\d+: +/\(\?!\(([^()]*)\)", re.MULTILINE)

_WORDS = """\
# Alle ord i språket

Siden er laget fra grammatikken og operatortabellen, og prøves mot dem.

## Linjeord

Det første på hver linje sier hva linjen er. Linjeordene er bare opptatt der en linje begynner.
Inne i et navn kan du bruke dem fritt.

"""
_BINDING = """
## Bindeord

Bindeordene setter sammen det som står på linjen.

"""
_RESERVED = """
Et navn kan ikke inneholde {words}. Inneholder navnet et av dem, skriver du navnet i «…».
"""
_OPERATORS = """
## Operatorene

Slik sier programmet hva det har forstått, når det leser reglene høyt (`ntr kontroller --lest`)
eller begrunner et svar. «{0}» og «{1}» er det som sammenlignes, «{}» er en opplisting. Hva hver av
dem betyr, står i [semantikken](../semantikk.md).

| Navn | Det som sies | Det motsatte | Gjelder | Gir |
|---|---|---|---|---|
"""

LINE_WORDS = {
    "Hodet på en fil": {
        "REGELVERK": "hva regelfilen heter",
        "BYGGER_PA": "hvilken annen regelfil denne bygger på",
        "KILDE": "en kilde: navnet, formen den siteres med, og fra når den gjelder når normen "
        "ikke sier noe annet",
        "SLAG": "hva slags kilde det er, som avgjør rangen",
        "FULL_TITTEL": "hele tittelen på kilden",
        "VISES_TIL_SOM": "et eksempel på hvordan kilden siteres",
        "GAR_FORAN": "hvilke andre kilder den har høyere rang enn",
        "BRUDD_HETER": "hva det heter når en norm i kilden svikter",
        "UTGAVE": "en utgave av kilden, hvilke dager den gjelder, og om den ikke er lest",
    },
    "Ord som erklæres": {
        "BEGREP": "en lukket liste av verdier",
        "VERDI": "én av verdiene i begrepet",
        "KALENDER": "hvilke dager som er virkedager, og hvilke år det er sagt for",
        "FRIDAG": "en dag i kalenderen som ikke er en virkedag, og hva den heter",
        "APEN_FORDI": "at kilden ikke gir hele listen, og hva som gjøres med resten",
        "REGISTER": "institusjoner som saker kan nevne",
        "INSTITUSJON": "en institusjon, og de andre måtene den skrives på",
        "ROLLE": "en rolle som har vært hos ulike organer",
        "OPPLYST": "noe registeret vet om institusjonen, og når det er så",
        "INNEHAVER": "hvem som hadde rollen, fra når til når",
        "OPPLYSNINGER_OM": "en del av saken: navnet, bestemt form og eieform",
        "OPPFORING": "hva hver oppføring i en liste består av",
        "VALGFRI": "at ikke alle saker har denne delen, og hvorfor",
        "OPPLYSNING": "en opplysning: navn, type og hvem som oppgir den",
        "BETYR": "hva opplysningen over betyr",
        "VURDERING": "noe som avgjøres ved skjønn, og hvem som gjør det",
        "HOLDEPUNKT": "hva kilden nevner som moment i vurderingen",
    },
    "Steder i kildene": {
        "PARAGRAF": "hvilken paragraf det følgende hører til, og overskriften dens",
        "ARTIKKELHODE": "hvilken artikkel det følgende hører til, og overskriften dens",
        "KAPITTELHODE": "hvilket kapittel det følgende hører til, og overskriften dens",
        "AVSNITT": "et avsnitt som ikke er en paragraf",
        "STED": "hvilken del av bestemmelsen det følgende hører til, eller hvilket sted i en annen "
        "kilde",
        "MERKNAD": "noe til leseren, uten virkning for reglene",
    },
    "Normene, ett ord for hvert slag": {
        "KRAV": "noe som skal være slik",
        "FORBUD": "noe som ikke skal være slik",
        "VILKAR": "noe som må være slik for at noe annet skal kunne skje",
        "ADGANG": "noe noen har lov til",
        "ANBEFALING": "noe kilden råder til",
        "FRIST": "en siste dag for noe",
        "VARSEL": "noe det skal sies fra om",
        "AVGJORELSE": "noe som innvilges eller avslås",
        "KONSTATERING": "noe som slås fast",
        "DEFINISJON": "hva et ord eller en tilstand betyr",
        "SLUTNING": "noe som sikkert følger av det som er fortalt",
        "FORMODNING": "noe som legges til grunn når ingen har fortalt om det",
        "PROSESS": "steg som følger på hverandre",
        "STEG": "ett steg i prosessen",
        "STEG_FOR_SEG": "et steg som ikke følger på noe annet",
        "GJELDER_TILSVARENDE": "at normer som alt er skrevet, også bygger på denne kilden",
        "NORM": "en norm som gjelder tilsvarende",
    },
    "Linjene i en norm": {
        "KJENNEMERKE": "navnet normen har i svar og prøver, når det ikke skal følge tittelen",
        "MED_EGNE_ORD": "normen forklart for leseren",
        "FORUTSATT": "at kilden forutsetter dette uten å påby det",
        "PLIKTEN_LIGGER_PA": "hvem normen binder",
        "RETTEN_LIGGER_HOS": "hvem normen gir en rett",
        "SOKES_MED": "hvilken del av saken det søkes om adgang med",
        "GJELDER_FOR": "hvilken del av saken normen handler om",
        "GJELDER_NAR": "når normen gjelder",
        "REGNES_ETTER": "hvilken dag som avgjør ordlyden",
        "FRA": "en ordlyd, og hvilke dager den gjelder",
        "ANTATT": "at kilden ikke gir dagen, og hva den er satt etter",
        "IKKE_I_KRAFT": "de dagene ingen ordlyd er i kraft",
        "UTFALL_NAR": "hva som skal til; ordet følger slaget",
        "BETYR_AT": "hva definisjonen går ut på",
        "FOLGER_AT": "hva som følger når slutningen gjelder",
        "LEGGES_TIL_GRUNN_AT": "hva formodningen forutsetter når ingen har fortalt om det",
        "ETTER_TABELLEN": "at det som skal til, står i en tabell, og hva kolonnene er",
        "RAD": "en rad i tabellen",
        "UTFORT": "hvilken dag handlingen ble gjort",
        "SENEST": "siste dag i fristen",
        "STREK": "ett av flere krav i samme oppramsing",
        "MED_MINDRE": "et unntak, med navn",
        "MEN_LIKEVEL": "et unntak fra et unntak",
    },
    "Når et vilkår går over flere linjer": {
        "OG_LINJE": "enda et ledd som må være oppfylt",
        "ELLER_NAR": "et annet alternativ",
    },
    "Åpne spørsmål": {
        "TOLKNING": "et spørsmål kildene lar stå åpent",
        "FOR_LEDDET": "hvilket ledd i normen spørsmålet gjelder, ord for ord",
        "OPPSTAR_NAR": "når spørsmålet har noe å si",
        "LESEMATE": "en måte å lese leddet på",
        "VALGT": "hvilken lesemåte regelverket bygger på, eller hvilken dag en grense er",
    },
}


def pages() -> dict[str, str]:
    """Every generated page by its place under `docs`."""
    problems = [_with_capital(each) for each in all_problems().values()]
    made = {f"feil/{each.code}.md": page(each) + _MADE for each in problems}
    made["feil/index.md"] = index(problems) + _MADE
    made["språk/ord.md"] = _words() + _MADE
    return made | {name: page + _MADE for name, page in rulebook_pages().items()}


def _with_capital(of: Explained) -> Entry:
    """A problem as a page has it: the title begins with a capital letter, as a heading does."""
    return Entry(of.code, of.title[:1].upper() + of.title[1:], explanation(of))


def _words() -> str:
    binding = text("grammar", "bokmaal.lark").partition("// ---- binding words")[2]
    bound = ", ".join(dict.fromkeys(f"«{word}»" for word in _spoken(binding)))
    operators = "".join(_operator(each) for each in OPERATORS.values())
    return f"{_WORDS}{_line_words()}{_BINDING}{bound}\n{_reserved()}{_OPERATORS}{operators}"


def _line_words() -> str:
    """A row for each line word; a word without a meaning here is an error."""
    grammar = "\n".join(text("grammar", each) for each in GRAMMAR_FILES)
    found = {each.terminal: each for each in line_words(grammar)}
    patterns = dict(_TERMINALS.findall(grammar))
    rows = []
    for heading, meanings in LINE_WORDS.items():
        rows.append(f"\n### {heading}\n\n| Linjeord | Linjen sier |\n|---|---|\n")
        for name, said in meanings.items():
            shown = _SHOWN.get(name) or dict.fromkeys(_plain(patterns[name]))
            words = ", ".join(f"`{word}`" for word in shown)
            del found[name]
            rows.append(f"| {words} | {said} |\n")
    assert not found, f"linjeord uten forklaring: {', '.join(found)}"
    return "".join(rows)


def _reserved() -> str:
    """The words that no bare name may hold, as the grammar has them."""
    found = _ORD.search(text("grammar", "literals.lark"))
    assert found is not None
    *first, last = (f"«{each}»" for each in found[1].split("|"))
    return _RESERVED.format(words=f"{', '.join(first)} eller {last}")


def _spoken(lines: str) -> Iterator[str]:
    """The words that the patterns stand for, as a reader would say them."""
    for name, pattern in _TERMINALS.findall(lines):
        yield from _SHOWN[name] if name in _SHOWN else _plain(pattern)


def _plain(pattern: str) -> Iterator[str]:
    """The phrases of one pattern, without the signs that only the parser needs."""
    spoken = re.sub(r"\(\?[!=<](?:[^()]|\([^()]*\))*\)", "", in_one_way(pattern))
    spoken = spoken.replace(r"(\n *)+", "").replace(r"\b", "").replace(", *", ", ")
    spoken = spoken.replace(r"\.", ".").replace("[a-zæøå]", "a").replace(r"\n", "")
    spoken = re.sub(r"\[–\W+\]", "–", spoken)
    options = [spoken]
    while any("(" in each for each in options):
        options = [made for each in options for made in _choices(each)]
    yield from (" ".join(each.split()) for each in options)


def _choices(spoken: str) -> Iterator[str]:
    """The phrase with each of the options of its innermost choice."""
    choice = re.search(r"\(([^()]*)\)", spoken)
    if choice is None:
        yield spoken
        return
    for option in choice[1].split("|"):
        yield spoken[: choice.start()] + option + spoken[choice.end() :]


def _operator(row: Operator) -> str:
    takes = ", ".join(_shown(each) for each in row.parameters) + (" …" if row.variadic else "")
    cells = (row.name, row.words, row.negated or "–", takes, _shown(row.result))
    return "| " + " | ".join(cells) + " |\n"


def _shown(shape: Shape) -> str:
    return shape.value


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--sjekk` say which are out of date. Gives the exit code."""
    made = pages()
    here = {f"{of}/{each.name}" for of in _FOLDERS for each in (DOCS / of).glob("*.md")}
    stale = sorted(here - set(made))
    stale += [name for name, page in made.items() if _read(DOCS / name) != page]
    if "--sjekk" in arguments:
        sys.stdout.write("".join(f"docs/{each} er ikke oppdatert\n" for each in stale))
        return 1 if stale else 0
    for name in stale:
        if name in made:
            (DOCS / name).parent.mkdir(exist_ok=True)
            (DOCS / name).write_text(made[name], encoding="utf-8")
        else:
            (DOCS / name).unlink()
    return 0


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
