"""Whatever is accepted holds nothing that a reader cannot see.

A sign is put anywhere into rule files, cases and pages that are good without it. Then it is
refused, or it has become something that is seen.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest
from attrs import fields, has
from hypothesis import given, settings
from hypothesis import strategies as st

from hjemmel.expectations.reading import parse_page
from hjemmel.facts.reading import read_cases
from hjemmel.pipeline import compile_rules
from hjemmel.resources import folder
from hjemmel.source.signs import kind_of
from hjemmel.source.source import read_text
from support.golden_run import grammar, program_of
from support.unseen import UNSEEN, is_unseen, unseen_in

RULES = """\
regelverk r

begrep slag
  verdi liten gave
  verdi «stor og tung gave»
  åpen fordi flere kan komme

register giver
  institusjon Oslo universitetssykehus HF, også skrevet OUS

opplysninger om gave, gaven, gavens
  opplysning godkjent er ja eller nei, oppgis av giveren
    betyr Giveren har sagt ja.
  opplysning slag er slag, oppgis av giveren
  opplysning sum er beløp, oppgis av giveren
  opplysning giver er giver, oppgis av giveren
  opplysning dag er dato, oppgis av giveren
  opplysning navn er tekst, oppgis av giveren

vurdering gaven egner seg, gjøres av styret
  holdepunkt Styret ser på bruken.

§ 4-2 Gaver

første ledd
krav godkjent gave, etter forskrift § 4-2 første ledd
  med egne ord  Gaven er godkjent.
  merknad       Se også § 4-3.
  fra 1. januar 2020 til og med 31. desember 2023
    oppfylt når gaven er godkjent
  fra 1. januar 2024
    oppfylt når gavens sum er høyst 1 000,50 kroner
    og          gavens slag er liten gave
    og          styret har vurdert at gaven egner seg

krav giver, etter forskrift § 4-2 første ledd
  oppfylt når gavens giver er Oslo universitetssykehus HF
  eller når   gavens navn er «Åse»
  eller når   gavens dag er senest 1. mars 2024
"""
CASE = {
    "sak": "A-1",
    "tittel": "En gave",
    "vurderingsdato": "2024-06-01",
    "gave": {
        "godkjent": {"verdi": True, "kilde": "brev fra giveren", "grad": "part"},
        "slag": "liten gave",
        "sum": 100,
        "giver": "OUS",
        "navn": [{"verdi": "Åse", "kilde": "brevet"}, {"verdi": "Åse B", "kilde": "kortet"}],
        "dag": {"avventer": "svar fra giveren"},
    },
    "vurderinger": {
        "gaven_egner_seg": {"verdi": True, "av": "styret", "dato": "2024-05-01",
                           "grunnlag": "møtet i mai"}
    },
}  # fmt: skip
YAML = """\
# En gave
sak: A-1
tittel: "En gave"
vurderingsdato: 2024-06-01
gave:
  godkjent: true  # sett i brevet
  slag: liten gave
  navn: >
    Åse
    Berg
  giver: OUS
"""
CSV = """\
sak;tittel;vurderingsdato;gave.godkjent;gave.godkjent.kilde;gave.slag;gave.navn;gave.giver
A-1;En gave;01.06.2024;ja;brevet;liten gave;Åse;OUS
"B-2";"Den; andre";02.06.2024;nei;;;"Åse B";Ukjent giver
"""
PAGE = f"""\
# Gaver

```regler title="gaver"
{RULES}```

## En gave

```sak
{json.dumps(CASE, ensure_ascii=False, indent=1)}
```
```verdikt
4-2/godkjent-gave: oppfylt
4-2/giver: oppfylt | nevner: OUS
```
"""
SIGNS = st.one_of(
    st.sampled_from(UNSEEN),
    st.characters(categories=["Cc", "Cf", "Co", "Cn", "Zl", "Zp", "Mn", "Me"]).filter(is_unseen),
)
MANY = settings(max_examples=150, deadline=None)


def spoilt(text: str, sign: str, at: int) -> str:
    """The text with a sign in it."""
    place = at % (len(text) + 1)
    return text[:place] + sign + text[place:]


def texts(of: object) -> Iterator[str]:
    """Every text in a value, however deep, keys too."""
    match of:
        case str():
            yield of
        case Mapping():
            for key, value in of.items():
                yield from (*texts(key), *texts(value))
        case list() | tuple() | frozenset():
            for each in of:
                yield from texts(each)
        case None | bool() | int() | Decimal() | date() | Enum():
            return
        case _ if has(type(of)):
            for each in fields(type(of)):
                if each.repr:
                    yield from texts(getattr(of, each.name))
        case _:  # what only knows how to find a place
            return


def errors_in_rules(text: str) -> tuple[list[str], str]:
    """The errors of a rule file, and its text as it is read."""
    source = read_text("r.ntr", text)
    checked = compile_rules(("r",), {"r": source}, grammar(), None)
    return [each.code for each in checked.diagnostics if each.is_error], source.text


def test_the_texts_are_good_without_it(tmp_path: Path) -> None:
    """Else all of it would be refused, and nothing be shown."""
    assert errors_in_rules(RULES)[0] == []
    assert parse_page("s.md", PAGE).faults == ()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
        found = read_cases(tmp_path / name, program_of({"r": RULES}).schema)
        assert (found.rejected, found.unread) == ((), ())
        assert len(found.cases) == 1 + (name == "a.csv")


@MANY
@given(sign=SIGNS, at=st.integers(0, 10_000))
def test_a_rule_file_that_is_accepted_has_none(sign: str, at: int) -> None:
    """Also in free text, in headings, in names and between the lines."""
    found, read = errors_in_rules(spoilt(RULES, sign, at))
    assert found or not unseen_in(read)


@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
def test_it_is_refused_in_every_line_of_a_rule_file(sign: str) -> None:
    """Told where it stands, whatever the line is."""
    for number, line in enumerate(RULES.split("\n"), 1):
        if line.strip():
            lines = RULES.split("\n")
            lines[number - 1] = f"{line[:-1]}{sign}{line[-1]}"
            source = read_text("r.ntr", "\n".join(lines))
            assert [at for at, _ in source.misleading] == [number]


def read(path: Path, name: str, content: bytes) -> Iterator[str]:
    """Every text of the cases in a file."""
    (path / name).write_bytes(content)
    found = read_cases(path / name, program_of({"r": RULES}).schema)
    for each in (*found.rejected, *found.unread):
        for text in (each.reason, each.help, each.field):
            assert not unseen_in(text)
    yield from texts([(each.id, each.title, each.records) for each in found.cases])


FILES = {
    "a.json": json.dumps(CASE, ensure_ascii=False),
    "a.jsonl": json.dumps(CASE, ensure_ascii=False) + "\n",
    "a.yaml": YAML,
    "a.csv": CSV,
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the files."""
    return tmp_path_factory.mktemp("saker")


@pytest.mark.parametrize("name", FILES)
@MANY
@given(sign=SIGNS, at=st.integers(0, 10_000))
def test_a_case_that_is_accepted_has_none(place: Path, name: str, sign: str, at: int) -> None:
    """Put anywhere in the file, in values and keys and between them."""
    content = spoilt(FILES[name], sign, at).encode()
    assert not [each for text in read(place, name, content) for each in unseen_in(text)]


@MANY
@given(sign=SIGNS, at=st.integers(0, 10_000))
def test_nor_when_json_writes_it_by_number(place: Path, sign: str, at: int) -> None:
    """As «\\u202e», which is seen in the file but not in the text that it stands for."""
    content = spoilt(FILES["a.json"], json.dumps(sign)[1:-1], at).encode()
    assert not [each for text in read(place, "a.json", content) for each in unseen_in(text)]


@MANY
@given(sign=SIGNS, at=st.integers(0, 10_000))
def test_a_page_that_is_accepted_has_none(sign: str, at: int) -> None:
    """In the fences that are written by hand."""
    parsed = parse_page("s.md", spoilt(PAGE, sign, at))
    if not parsed.faults:
        written = [each.text for each in parsed.page.fences]
        assert not [each for text in written for each in unseen_in(text)]


def test_what_is_shipped_has_none() -> None:
    """The rules, the account of the sources, the cases and the pages."""
    folders = map(folder, ("rules", "data", "grammar"))
    for path in (each for one in folders for each in one.rglob("*.*")):
        if path.suffix in (".ntr", ".tsv", ".json", ".jsonl", ".md", ".lark"):
            assert not unseen_in(path.read_text("utf-8").replace("\t", " ")), path


def test_ordinary_text_is_passed_in_one_search() -> None:
    """No sign of it is looked at alone, however long it is."""
    before = kind_of.cache_info()
    assert read_text("r.ntr", RULES * 500).misleading == []
    assert kind_of.cache_info() == before
