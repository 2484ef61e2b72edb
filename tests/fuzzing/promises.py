"""What must hold of a damaged rule file, file of facts or page of cases, whatever it holds."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unicodedata import category

from attrs import evolve, frozen

from hjemmel.analysis.page_results import try_page
from hjemmel.analysis.read_back import read_back
from hjemmel.case.statements import Case
from hjemmel.core.program import Program
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.render_text import render
from hjemmel.expectations.reading import parse_page
from hjemmel.explain.judge import Judge
from hjemmel.facts.reading import read_cases
from hjemmel.render.lines import plain
from hjemmel.render.portfolio import CaseVerdicts
from hjemmel.render.rows import rows
from hjemmel.render.verdict_json import document
from hjemmel.render.verdict_text import case_page, headings
from hjemmel.source.source import read_text
from hjemmel.syntax.show import format_text
from support.golden_run import compiled, grammar, judged_case

DAY = date(2024, 6, 1)


@frozen
class Rules:
    """A rule file, and what it means undamaged."""

    name: str
    text: str
    program: Program
    read: tuple[str, ...]


def rules(name: str, text: str) -> Rules:
    """The rule file as the base of damaged ones."""
    program = compiled(((name, text),))[0].value
    return Rules(name, text, program, read_back(program))


def shown(text: str) -> str:
    """What a reader sees of a text: lines of signs that can be seen, with a blank between words."""
    seen = "".join(each for each in text if each.isprintable() or each.isspace())
    return "\n".join(filter(None, (" ".join(line.split()) for line in seen.split("\n"))))


def meaning(program: Program) -> tuple[object, ...]:
    """All that a program means, whatever its places and its fingerprint."""
    return program.schema, program.norms, program.order


# --- rule files ------------------------------------------------------------------------------


def broken_by_rules(base: Rules, text: str) -> Iterator[str]:
    """The promises that a damaged rule file breaks."""
    checked, library = compiled(((base.name, text),))
    by_name = {each.name: each.lines for each in library.values()}
    for each in checked.diagnostics:
        yield from _unhelpful(each, by_name)
    if not checked.ok:
        return
    program = checked.value
    told = read_back(program)
    if told == base.read and meaning(program) != meaning(base.program):
        yield "leses tilbake likt, men betyr noe annet"
    if shown(text) == shown(base.text) and meaning(program) != meaning(base.program):
        yield "ser lik ut, men betyr noe annet"
    yield from _unseen("lest tilbake", "\n".join(told))
    yield from _changed_by_formatting(base.name, text, program)
    yield from told_of(program, Case("sak", DAY, {}))


def _changed_by_formatting(name: str, text: str, program: Program) -> Iterator[str]:
    formatted = format_text(read_text(f"{name}.ntr", text), grammar())
    if not formatted.ok:
        yield "kontrolleres uten feil, men kan ikke formateres"
        return
    again = compiled(((name, formatted.value),))[0]
    if not again.ok or meaning(again.value) != meaning(program):
        yield "betyr noe annet når den er formatert"


def _unhelpful(found: Diagnostic, lines: dict[str, list[str]]) -> Iterator[str]:
    said = lines.get(found.span.file)
    if said is None or not 1 <= found.span.line <= len(said):
        yield f"{found.code} har ikke noe sted i filen"
        return
    if not 1 <= found.span.column <= min(found.span.end, len(said[found.span.line - 1]) + 1):
        yield f"{found.code} har ingen kolonne i linjen"
    if not (found.message and found.help):
        yield f"{found.code} sier ikke hva som er galt, eller hva en kan gjøre"
    yield from _unseen(found.code, render(found, said))


def _unseen(what: str, printed: str) -> Iterator[str]:
    """Signs in what is printed that nobody can see."""
    odd = {each for each in printed if not each.isprintable() and category(each) != "Zs"} - {"\n"}
    if odd:
        yield f"{what}: skriver ut tegn som ikke kan ses"


# --- facts -----------------------------------------------------------------------------------


def broken_by_facts(
    program: Program, base: tuple[Case, ...], text: str, file: Path
) -> Iterator[str]:
    """The promises that a damaged file of facts breaks. `text` is what it was before."""
    reading = read_cases(file, program.schema)
    for each in (*reading.rejected, *reading.unread):
        if not (each.code and each.reason):
            yield f"{each.code} sier ikke hva som er galt"
    quiet = not (reading.rejected or reading.unread or reading.notes)
    if text and quiet and _same_to_see(file, text) and said(reading.cases) != said(base):
        yield "ser lik ut, men sier noe annet"
    for case in reading.cases[:3]:
        yield from told_of(program, case)


def said(cases: tuple[Case, ...]) -> tuple[Case, ...]:
    """The cases, wherever they were read."""
    return tuple(evolve(each, origin="") for each in cases)


def _same_to_see(file: Path, text: str) -> bool:
    try:
        return shown(file.read_text(encoding="utf-8")) == shown(text)
    except UnicodeDecodeError:
        return False


def told_of(program: Program, case: Case) -> Iterator[str]:
    """Everything that is told of a case, in every form, can be seen and written."""
    day = case.day or DAY
    judged = judged_case(program, case, day)
    verdicts = tuple(judged.verdicts.values())
    title = headings(program, judged.observation, case.title or case.id)
    yield from _unseen("siden", plain(case_page(title, day, verdicts, 100)))
    told = document(case.id, case.title, program, day, "0", verdicts)
    yield from _unseen("JSON", json.dumps(told))
    for row in rows(CaseVerdicts(case.id, case.title, verdicts), day):
        yield from _unseen("tabellen", "".join(row))


# --- pages of cases --------------------------------------------------------------------------


def broken_by_page(program: Program, text: str) -> Iterator[str]:
    """The promises that a damaged page of cases breaks."""
    parsed = parse_page("side.md", text)
    if parsed.faults:
        for each in parsed.faults:
            if not each.reason:
                yield "siden sier ikke hva som er galt"
        return
    fences = [line for line in text.split("\n") if line.strip() == "```sak"]
    if len(parsed.page.trials) < len(fences):
        yield f"{len(fences)} saker i siden, {len(parsed.page.trials)} er prøvd"
    tried = try_page(parsed.page, Judge.of(program))
    if not tried.faults and len(tried.tried) != len(parsed.page.trials):
        yield "en sak er borte"
