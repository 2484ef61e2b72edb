"""Every malformed file of the corpus: no exception, the right code, and nothing read by guess."""

import re
from pathlib import Path

import pytest

from hjemmel.core.schema import Schema
from hjemmel.facts.problems import ALL
from hjemmel.facts.reading import Rejected, read_cases

CORPUS = Path(__file__).parents[2] / "facts_corpus"
MANIFEST = [
    line.split("\t")
    for line in (CORPUS / "manifest.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
WHOLE_FILE = {"NTR501", "NTR510", "NTR514", "NTR515", "NTR516", "NTR502"}
"""Faults of a whole file, which have no place within it."""

ENGLISH = re.compile(r"\b(the|expected|error|invalid|while|found|line|not)\b", re.IGNORECASE)


@pytest.mark.parametrize(
    ("name", "codes", "cases", "lost"), MANIFEST, ids=[each[0] for each in MANIFEST]
)
def test_malformed_file(name: str, codes: str, cases: str, lost: str, schema: Schema) -> None:
    """Exactly so many cases are still read; why not the rest, and what is not read of those."""
    reading = read_cases(CORPUS / name, schema)

    assert _codes(reading.rejected) == codes
    assert len(reading.cases) == int(cases)
    assert _codes(reading.unread) == lost


def _codes(found: tuple[Rejected, ...]) -> str:
    return ",".join(sorted({each.code for each in found})) or "-"


@pytest.mark.parametrize("name", [each[0] for each in MANIFEST])
def test_rejection_says_what_and_where(name: str, schema: Schema) -> None:
    """Each rejection names the file and the place, and tells the reason in printable Norwegian."""
    reading = read_cases(CORPUS / name, schema)
    for each in (*reading.rejected, *reading.unread):
        assert each.file.endswith(name)
        assert len(each.reason) > 10
        assert not ENGLISH.search(re.sub("«.*?»", "", f"{each.reason} {each.help}"))
        assert f"{each.place}{each.field}{each.reason}{each.help}".isprintable()
        assert each.place or each.code in WHOLE_FILE


def test_manifest_lists_the_corpus() -> None:
    """No file lies in the corpus without an expectation."""
    files = {each.name for each in CORPUS.iterdir()} - {"manifest.tsv", ".gitattributes"}
    assert files == {each[0] for each in MANIFEST}
    assert len(files) >= 60


def test_every_code_has_a_file() -> None:
    """Every problem can happen; a missing library, and what nobody thought of, take no file."""
    shown = {code for each in MANIFEST for code in f"{each[1]},{each[3]}".split(",")}
    assert {each.code for each in ALL} - shown == {"NTR510", "NTR545"}
