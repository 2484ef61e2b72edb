"""The shipped rules, damaged at random: always a place and a help, never a fault of ours."""

from random import Random

import pytest

from fuzzing.edits import edited
from hjemmel.analysis.read_back import read_back
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.render_text import render
from hjemmel.pipeline import compile_rules
from hjemmel.source.source import Source, read_text
from support.golden_run import grammar, project, sentences


def wrong(found: Diagnostic, library: dict[str, Source]) -> str:
    """What a diagnostic lacks."""
    by_name = {each.name: each.lines for each in library.values()}
    said = by_name.get(found.span.file)
    if said is None or not 1 <= found.span.line <= len(said):
        return "sted"
    if not 1 <= found.span.column <= min(found.span.end, len(said[found.span.line - 1]) + 1):
        return "kolonne"
    if not (found.help and found.message and found.label and render(found, said)):
        return "hjelp"
    return ""


def survives(random: Random) -> list[str]:
    """Damage one of the rule files, compile and read back; what is wrong with what is said."""
    library = project()
    name = random.choice(sorted(library))
    raw = edited(random, library[name].text)
    library = {**library, name: read_text(f"{name}.ntr", raw)}
    asked = ("erne", "forskrift_kap4") if name not in ("erne", "forskrift_kap4") else (name,)
    checked = compile_rules(asked, library, grammar(), sentences())
    if checked.ok:
        read_back(checked.value)
    lacking = [(each, wrong(each, library)) for each in checked.diagnostics]
    return [f"{lack}: {each.code} {each.message} {each.span}" for each, lack in lacking if lack]


@pytest.mark.parametrize("seed", range(40))
def test_damaged_rules_are_reported(seed: int) -> None:
    """Each finding has a place that is in the file, and says what to do."""
    assert survives(Random(seed)) == []
