"""The page on hidden signs says what the program does."""

import json
import re
from pathlib import Path

import pytest

from hjemmel.facts.reading import read_cases
from hjemmel.pipeline import compile_rules
from hjemmel.resources import folder
from hjemmel.source.signs import KINDS, plain
from hjemmel.source.source import read_text
from support.golden_run import grammar, program_of

PAGE = (folder("rules").parent / "docs" / "skjulte-tegn.md").read_text("utf-8")
CODE = r"\[(NTR\d{3})\]\(feil/NTR\d{3}\.md\)"
ROW = re.compile(rf"\| ([^|`]+) \| `([^`]+)` \| (U\+[^|]+) \| {CODE} \| {CODE} \|")
USUAL = re.compile(r"\| ((?:`[^`]*‹U\+[^`]+` )+)[^|]*\| (?:`([^`]+)`|mellomrom) \|")
ROWS = [found.groups() for line in PAGE.split("\n") if (found := ROW.fullmatch(line))]
SAME = [found.groups() for line in PAGE.split("\n") if (found := USUAL.fullmatch(line))]
RULES = """\
regelverk r

opplysninger om gave, gaven, gavens
  opplysning godkjent er ja eller nei, oppgis av x

§ 4-2 Gaver

krav gave, etter forskrift § 4-2
  merknad     {}
  oppfylt når gaven er godkjent
"""


def signed(text: str) -> str:
    """The text with the signs whose numbers stand in it."""
    return re.sub(r"‹U\+([0-9A-F]{4,6})›", lambda found: chr(int(found[1], 16)), text)


def test_every_kind_has_an_example() -> None:
    """And every row of the tables is read here."""
    assert {row[0] for row in ROWS} == {each.name for each in KINDS}
    assert len(ROWS) == PAGE.count("| [NTR1")
    assert len(SAME) == 4


@pytest.mark.parametrize(("kind", "example", "name", "code", "_"), ROWS)
def test_the_example_in_a_rule_file(kind: str, example: str, name: str, code: str, _: str) -> None:
    """Gives just this code, in words that say the kind and the name."""
    source = read_text("r.ntr", RULES.format(signed(example)))
    found = compile_rules(("r",), {"r": source}, grammar(), None).diagnostics
    assert {each.code for each in found} == {code}
    assert found[0].message == f"her står et {kind}: {name}"


@pytest.mark.parametrize(("kind", "example", "name", "_", "code"), ROWS)
def test_the_example_in_a_case(
    tmp_path: Path, kind: str, example: str, name: str, _: str, code: str
) -> None:
    """Gives just this code, in words that say the kind and the name."""
    (tmp_path / "sak.json").write_text(json.dumps({"tittel": signed(example)}), "utf-8")
    found = read_cases(tmp_path / "sak.json", program_of({"r": RULES.format("x")}).schema)
    [told] = (*found.rejected, *found.unread)
    assert told.code == code
    assert f"er et {kind}: {name}, som " in told.reason


@pytest.mark.parametrize(("examples", "read"), SAME)
def test_what_is_read_as_usual(examples: str, read: str) -> None:
    """Each sign of the row."""
    for each in re.findall("`([^`]+)`", examples):
        assert plain(signed(each)) == (read or " ")
