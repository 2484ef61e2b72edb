"""The same content is the same case, whatever file it stands in."""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import StringIO

import pytest

from hjemmel.case.statements import Case
from hjemmel.facts.reading import Reading

Read = Callable[[str, str], Reading]
Sheets = Mapping[str, Sequence[Sequence[object]]]

CASE = {
    "sak": "L-1",
    "tittel": "Øyne i Ålesund",
    "vurderingsdato": "2024-05-01",
    "tjeneste": {
        "navn": "0301",
        "type": "nasjonal behandlingstjeneste",
        "godkjent": True,
        "godkjenningsdato": "ikke utført",
        "første_år": 1999,
        "antall_pasienter": 12,
        "andel": 18.9,
        "tilskudd": 1250000.5,
        "varighet": "5 år og 6 måneder",
        "frist": "30 dager",
        "eier": "OUS",
        "helsegevinst": {"verdi": True, "av": "departementet", "grunnlag": "brev; 2"},
        "fagområder": {"minst": ["kirurgi", "genetikk"]},
        "møtedatoer": ["2024-01-02", "2024-02-03"],
        "stikkord": [],
        "steder": [
            {"helseforetak": "Haukeland", "helseregion": "Helse Vest", "senger": 4},
            {"helseforetak": "Ukjent HF", "åpnet": "2020-01-01"},
        ],
    },
    "søknad": {"dato": {"avventer": "post"}},
}

YAML = """
# 0301 står i anførselstegn, ellers er det et tall
sak: L-1
tittel: Øyne i Ålesund
vurderingsdato: 2024-05-01
tjeneste:
  navn: "0301"
  type: nasjonal behandlingstjeneste
  godkjent: ja
  godkjenningsdato: ikke utført
  første år: 1999
  antall pasienter: 12
  andel: 18.9
  tilskudd: 1250000.50
  varighet: 5 år og 6 måneder
  frist: 30 dager
  eier: OUS
  helsegevinst: {verdi: ja, av: departementet, grunnlag: brev; 2}
  fagområder:
    minst: [kirurgi, genetikk]
  møtedatoer:
    - 2024-01-02
    - 2024-02-03
  stikkord: []
  steder:
    - helseforetak: Haukeland
      helseregion: Helse Vest
      senger: 4
    - helseforetak: Ukjent HF
      helseregion:
      åpnet: 2020-01-01
søknad:
  dato:
    avventer: post
"""

CSV = (
    "sak;tittel;vurderingsdato;tjeneste.navn;type;godkjent;godkjenningsdato;første år;"
    "antall_pasienter;andel;tilskudd;varighet;frist;eier;helsegevinst;helsegevinst.av;"
    "helsegevinst.grunnlag;fagområder;møtedatoer;stikkord;tjeneste.steder.helseforetak;"
    "tjeneste.steder.helseregion;tjeneste.steder.senger;tjeneste.steder.åpnet;søknad.dato\n"
    "L-1;Øyne i Ålesund;1.5.2024;0301;nasjonal behandlingstjeneste;Ja;ikke utført;1999;"
    '12;18,9;1 250 000,50;5 år og 6 måneder;30 dager;OUS;JA;departementet;"brev; 2";'
    '"minst: kirurgi; genetikk";"02.01.2024; 3.2.2024";ingen;"Haukeland; Ukjent HF";'
    '"Helse Vest; ";"4;";" ;01.01.2020";avventer: post\n'
)

SHEETS: Sheets = {
    "Saker": [
        [
            *("sak", "tittel", "vurderingsdato", "tjeneste.navn", "type", "godkjent"),
            *("godkjenningsdato", "første år", "antall_pasienter", "andel", "tilskudd"),
            *("varighet", "frist", "eier", "helsegevinst", "helsegevinst.av"),
            *("helsegevinst.grunnlag", "fagområder", "møtedatoer", "stikkord", "søknad.dato"),
        ],
        [
            *("L-1", "Øyne i Ålesund", date(2024, 5, 1), "0301", "nasjonal behandlingstjeneste"),
            *(True, "ikke utført", 1999, 12, 18.9, 1250000.5, "5 år og 6 måneder", "30 dager"),
            *("OUS", "ja", "departementet", "brev; 2", "minst: kirurgi; genetikk"),
            *("2.1.2024; 2024-02-03", "Ingen", "Avventer: post"),
        ],
    ],
    "tjeneste.steder": [
        ["sak", "helseforetak", "helseregion", "senger", "tjeneste.steder.åpnet"],
        ["L-1", "Haukeland", "Helse Vest", 4],
        ["L-1", "Ukjent HF", None, None, date(2020, 1, 1)],
    ],
}


@pytest.fixture
def expected(read: Read) -> Case:
    """The case as JSON gives it."""
    return _only(read("sak.json", json.dumps(CASE)))


def test_the_yardstick_is_whole(expected: Case) -> None:
    """The case that the others are held against has every fact."""
    assert expected.id == "L-1"
    assert expected.day == date(2024, 5, 1)
    assert set(expected.records["tjeneste"]) == set(CASE["tjeneste"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sak.yaml", YAML),
        ("sak.csv", CSV),
        ("med_bom.csv", "\ufeff" + CSV),
        ("windows.csv", CSV.replace("\n", "\r\n")),
        ("sak.jsonl", json.dumps(CASE, ensure_ascii=False)),
        ("liste.json", json.dumps([CASE])),
    ],
)
def test_text_formats_agree(read: Read, expected: Case, name: str, text: str) -> None:
    """YAML, CSV and JSON lines give the same records as JSON."""
    case = _only(read(name, text))
    assert case.records == expected.records
    assert (case.id, case.day, case.title) == (expected.id, expected.day, expected.title)


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_other_delimiters(read: Read, expected: Case, delimiter: str) -> None:
    """A comma or a tab may stand between the columns."""
    rows = list(csv.reader(StringIO(CSV), delimiter=";"))
    text = StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    assert _only(read("sak.csv", text.getvalue())).records == expected.records


def test_excel_agrees(read_sheets: Callable[[Sheets], Reading], expected: Case) -> None:
    """Excel gives the same records, with the entries of a list on a sheet of their own."""
    case = _only(read_sheets(SHEETS))
    assert case.records == expected.records
    assert (case.id, case.day, case.title) == (expected.id, expected.day, expected.title)


def _only(reading: Reading) -> Case:
    assert not reading.rejected
    assert not reading.unread
    assert all("Ukjent HF" in each.text for each in reading.notes)
    (case,) = reading.cases
    return case
