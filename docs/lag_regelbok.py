"""The rulebook for readers: one page for each section, with every norm on it, and an index.

What a norm means is taken from the compiled program, and how it is written from the rule file. The
cases are those of the golden pages.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from attrs import frozen
from lag_opplysninger import (
    anchor,
    asked,
    dictionary,
    holder_of,
    norm_links,
    page_of,
    path_of,
    referred,
    type_words,
)

from hjemmel.analysis.read_back import read_clauses
from hjemmel.analysis.spoken import spoken
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Interpretation, Norm, Program, Wording
from hjemmel.expectations.reading import parse_page
from hjemmel.provenance.book import new_book
from hjemmel.resources import text
from hjemmel.rulebooks.compiling import compiled
from hjemmel.rulebooks.shelf import shelf
from hjemmel.source.moment import period_in_words
from hjemmel.words.outcomes import NO_RULE, called, outcome_word

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden" / "vurder"
_INDEX = """\
# Regelboken

Her står hver norm i regelverket: hva den heter, hvor den kommer fra, når den gjelder, hva den spør
om, og hvilke saker som prøver den. Sidene er laget av regelfilene, og er alltid like nye som dem.

| Del | Normer | Slag |
|---|---|---|
"""
_AFTER = """
Alle opplysningene normene spør om, står i [Opplysninger](opplysninger.md): type, nøkkel og hvem som
oppgir dem.

Skal du endre noe, viser [Når forskriften endres](../når-forskriften-endres.md) hvordan.

## Slik leser du en norm

- **Kjennemerket**, for eksempel `4-2/ett-helseforetak`, er navnet normen har i svar og prøver.
- **Tabellen øverst** viser når normen er i kraft, hva den bygger på, og hvilket ord svaret får.
  Nivået er den høyeste kilden ordlyden bygger på. Bare forskriften kan være «brutt».
- **Regelen** er teksten i regelfilen. **Lest som** er den samme regelen, slik programmet har
  forstått den.
- **Opplysninger** er det normen spør om. Mangler noe, blir svaret *uavklart*, aldri «nei».
- **Åpne spørsmål** er det kildene ikke svarer på. Er ingen lesemåte valgt, svarer programmet bare
  når lesemåtene gir det samme.
- **Saker** er sidene som prøver normen, med svarene de venter.

Andre svar enn dem i tabellen er *uavklart*, *ikke aktuell* og *ingen regel i kraft*. De betyr det
samme for alle normer, og er forklart i [Å lese et verdikt](../verdikt.md).
"""
_ASSUMED = {
    (True, True): "første og siste dag",
    (True, False): "første dag",
    (False, True): "siste dag",
}
_OUTSIDE = {Outcome.NOT_APPLICABLE.value, NO_RULE}
_ITEMS = ("steg ", "– ", "- ")


@frozen
class Case:
    """A golden page that tries a norm, and the answers that it awaits."""

    name: str
    title: str
    words: tuple[str, ...]


def rulebook_pages() -> dict[str, str]:
    """Every page of the rulebook by its place under `docs`."""
    program = compiled(shelf(())).value
    sections: dict[str, list[Norm]] = {}
    for norm in program.norms:
        sections.setdefault(norm.id.partition("/")[0], []).append(norm)
    titles = {each: _heading(program, each) for each in sections}
    cases = _cases()
    made = {"regelbok/index.md": _index(sections, titles)}
    for section, norms in sections.items():
        made[f"regelbok/{page_of(section)}"] = _page(program, titles[section], norms, cases)
    return {**made, "regelbok/opplysninger.md": dictionary(program)}


def _heading(program: Program, section: str) -> str:
    """The heading of a section, as the rule files have it."""
    lead = "ern" if section == "ern" else section if section.isdigit() else f"§ {section}"
    found = next(each for each in program.outline if each.startswith(f"{lead} "))
    return found.removesuffix(".").removeprefix("ern ")


def _index(sections: dict[str, list[Norm]], titles: dict[str, str]) -> str:
    rows = "".join(
        f"| [{titles[section]}]({page_of(section)}) | {len(norms)} | {_kinds(norms)} |\n"
        for section, norms in sections.items()
    )
    return _INDEX + rows + _AFTER


def _kinds(norms: list[Norm]) -> str:
    """«krav, frist», with the most usual kind first."""
    kinds = [each.kind.value for each in norms]
    return ", ".join(sorted(dict.fromkeys(kinds), key=lambda each: -kinds.count(each)))


def _page(program: Program, title: str, norms: list[Norm], cases: dict[str, list[Case]]) -> str:
    rows = "".join(
        f"| [{called(each)}](#{_name(each)}) | {each.kind.value} | {_levels(each)} |\n"
        for each in norms
    )
    told = "\n".join(_norm(program, each, cases.get(each.id, [])) for each in norms)
    return f"# {title}\n\n| Norm | Slag | Nivå |\n|---|---|---|\n{rows}\n{told}"


def _name(norm: Norm) -> str:
    return norm.id.partition("/")[2]


def _levels(norm: Norm) -> str:
    return ", ".join(dict.fromkeys(each.level.value for each in norm.wordings))


def _norm(program: Program, norm: Norm, cases: list[Case]) -> str:
    presumed = ", som veilederen bare forutsetter" if norm.presumption else ""
    title = called(norm)
    parts = [
        f"## {title[:1].upper()}{title[1:]} {{ #{_name(norm)} }}",
        f"{norm.kind.value.capitalize()}{presumed} · {norm.place} · `{norm.id}`",
        norm.own_words,
        _wordings(norm),
        f'```ntr title="rules/{_file(norm)}"\n{_written(norm)}\n```',
        _understood(program, norm),
        _facts(program, norm),
        *(_question(program, each) for each in norm.interpretations),
        _tried(cases),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _wordings(norm: Norm) -> str:
    rows = "".join(
        f"| {period_in_words(each.start, each.end)} | {'; '.join(map(str, each.all_citations))} "
        f"| {each.level.value} | {outcome_word(norm, each, Outcome.MET)} "
        f"| {outcome_word(norm, each, Outcome.BROKEN)} |\n"
        for each in norm.wordings
    )
    notes = "".join(_assumption(each) for each in norm.wordings)
    head = "| I kraft | Bygger på | Nivå | Når det holder | Når det ikke holder |\n"
    return f"{head}|---|---|---|---|---|\n{rows}{notes}".rstrip()


def _assumption(wording: Wording) -> str:
    days = _ASSUMED.get((wording.assumed_start, wording.assumed_end))
    when = period_in_words(wording.start, wording.end)
    return f"\nFor ordlyden {when} er {days} antatt: {wording.assumed}.\n" if days else ""


def _file(norm: Norm) -> str:
    return Path(norm.span.file).name


@lru_cache
def _lines(file: str) -> tuple[str, ...]:
    return tuple(text("rules", file).splitlines())


def _written(norm: Norm) -> str:
    """The norm as it is written; an item of a list, or a step, after the head of them all."""
    lines = _lines(_file(norm))
    first = norm.span.line - 1
    own = [lines[first], *_until(lines[first + 1 :])]
    if not lines[first].lstrip().startswith(_ITEMS):
        return "\n".join(own)
    start = first
    while lines[start - 1].strip():
        start -= 1
    whole = lines[start : first + 1]
    top = max(at for at, line in enumerate(whole) if line[:1].strip())
    head = [whole[top], *_until(whole[top + 1 :], _ITEMS)]
    item = [lines[first], *_until(lines[first + 1 :], _ITEMS)]
    return "\n".join([*head, "", *item])


def _until(lines: tuple[str, ...], marks: tuple[str, ...] = ()) -> Iterator[str]:
    """The lines before an empty one, or before one that begins with one of the marks."""
    for each in lines:
        if not each.strip() or (marks and each.lstrip().startswith(marks)):
            return
        yield each


def _understood(program: Program, norm: Norm) -> str:
    """How the engine reads the norm aloud, without what the tables say."""
    told = read_clauses(new_book(program), norm)
    return "**Lest som**\n\n" + "\n".join(f"> {each}  " for each in told).rstrip()


def _facts(program: Program, norm: Norm) -> str:
    rows = ""
    for each in asked(program, norm):
        record = program.schema.record(each.record)
        field = record.field(each.field) if record else None
        if record and field:
            link = f"[{field.name}](opplysninger.md#{anchor(each.record, each.field)})"
            keys = ", ".join(f"`{key}`" for key in path_of(program, record, field).split())
            rows += (
                f"| {link} | {keys} | {type_words(field.type)} | {holder_of(program, field)} |\n"
            )
    others = referred(program, norm)
    builds = f"**Bygger på normene** {norm_links(others)}" if others else ""
    if not rows:
        return builds or "Normen spør ikke om noen opplysninger."
    head = "**Opplysninger**\n\n| Opplysning | Nøkkel i en sak | Type | Hos |\n|---|---|---|---|\n"
    return "\n\n".join(filter(None, (f"{head}{rows.rstrip()}", builds)))


def _question(program: Program, of: Interpretation) -> str:
    book = new_book(program)
    readings = "\n".join(
        f"- «{each.words}»: {spoken(book, each.replacement, {})}"
        f"{' **(valgt)**' if each.words == of.chosen else ''}"
        for each in of.readings
    )
    chosen = "" if of.chosen else "\n\nIngen lesemåte er valgt."
    cited = "; ".join(map(str, of.citations))
    return (
        f"**Åpent spørsmål: {of.question}** (etter {cited})\n\n"
        f"Oppstår når {spoken(book, of.arises, {})}.\n\n{readings}{chosen}"
    )


def _tried(cases: list[Case]) -> str:
    """The cases; those where the norm is only said not to apply come last, on a line."""
    if not cases:
        return "**Saker**\n\nIngen side prøver denne normen ennå."
    links = {each: f"[{each.title}](../eksempler/vurder/{each.name})" for each in cases}
    outside = [each for each in cases if set(each.words) <= _OUTSIDE]
    lines = [f"- {links[each]}: {', '.join(each.words)}" for each in cases if each not in outside]
    if outside:
        lines.append(f"- Utenfor normen: {' · '.join(links[each] for each in outside)}")
    return "\n".join(("**Saker**\n", *lines))


def _cases() -> dict[str, list[Case]]:
    """For each norm, the golden pages that try it against the project's own rules."""
    found: dict[str, list[Case]] = {}
    for path in sorted(GOLDEN.glob("*.md")):
        written = path.read_text(encoding="utf-8")
        page = parse_page(path.name, written).page
        words: dict[str, list[str]] = {}
        for each in (one for trial in page.trials for one in trial.expected):
            words.setdefault(each.norm, []).append(each.word)
        title = written.splitlines()[0].removeprefix("# ")
        for norm, told in words.items() if not page.rules else ():
            case = Case(path.name, title, tuple(dict.fromkeys(told)))
            found.setdefault(norm, []).append(case)
    return found
