"""What somebody has said that columns mean: kept in a file, proposed, and told when used."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hjemmel.core.schema import Schema
from hjemmel.facts.faults import Rejected
from hjemmel.facts.proposals import proposal
from hjemmel.facts.reading import Reading, place_of, read_cases
from hjemmel.facts.translating import proposed, written
from hjemmel.facts.translation import Translation
from hjemmel.facts.translation_file import Misread, parse_translation
from hjemmel.facts.vocabulary import Vocabulary
from support.workbook_file import Rows, Sheet, save

HEAD = "ark\tkolonne\tleses som\thvorfor\n"
ReadSaid = Callable[[str, dict[str, Sheet | Rows]], Reading]

ROWS = [
    ["Saksnr", "Type tjenste", "Godkjent?", "Kommentar", ""],
    ["A", "Nasjonal behandlingstjeneste", "x", "ring Kari", ""],
    ["B", "flerregional behandlingstjeneste", "nei", "", "se vedlegg"],
]


def said(text: str) -> Translation:
    """What a file with this text says."""
    found = parse_translation("k.tsv", text.encode())
    assert isinstance(found, Translation), found
    return found


@pytest.fixture
def read_said(tmp_path: Path, schema: Schema) -> ReadSaid:
    """Reads a workbook as a file says."""

    def reading(text: str, sheets: dict[str, Sheet | Rows]) -> Reading:
        return read_cases(save(tmp_path / "s.xlsx", sheets), schema, said(text))

    return reading


ALL_SAID = HEAD + (
    "Ark1\tsaksnr\tsak\n"
    "\tType\u00a0Tjenste\ttjeneste.type\tforslag\n"
    "Ark1\tGodkjent?\tgodkjent\n"
    "Ark1\tKommentar\t-\n"
    "Ark1\tkolonne E\tikke lest\n"
)


# --- reading ---------------------------------------------------------------------------------


def test_columns_mean_what_is_said(read_said: ReadSaid) -> None:
    """By heading, whatever its case and blanks, or by letter; what is left out costs nothing."""
    reading = read_said(ALL_SAID, {"Ark1": ROWS})
    assert not reading.rejected
    assert not reading.unread
    first, second = (each.records["tjeneste"] for each in reading.cases)
    assert [each.id for each in reading.cases] == ["A", "B"]
    assert first["type"][0].content == "nasjonal behandlingstjeneste"
    assert (first["godkjent"][0].content, second["godkjent"][0].content) == (True, False)


def test_what_is_used_is_told(read_said: ReadSaid) -> None:
    """In one line, with the file that says it."""
    told = read_said(ALL_SAID, {"Ark1": ROWS}).notes[0]
    assert told.place == "Ark1"
    assert told.text == (
        "etter k.tsv leses «Saksnr» som sak, leses «Type tjenste» som tjeneste.type, "
        "leses «Godkjent?» som godkjent, leses ikke «Kommentar», «kolonne E»"
    )


def test_without_it_no_row_is_read(read_said: ReadSaid) -> None:
    """A proposal is told, and used by nobody."""
    reading = read_said(HEAD, {"Ark1": ROWS})
    assert not reading.cases
    helps = {each.field: each.help for each in reading.rejected}
    assert helps["Type tjenste"] == "mente du «tjeneste.type»?"
    assert helps["Godkjent?"] == "mente du «tjeneste.godkjent»?"
    (note,) = reading.notes
    assert "4 kolonner er ikke kjent" in note.text
    assert "ntr skjema --oversett" in note.text


def test_a_blank_meaning_says_nothing(read_said: ReadSaid) -> None:
    """A column that nobody has decided on is still unknown."""
    reading = read_said(ALL_SAID.replace("godkjent\n", "\n"), {"Ark1": ROWS})
    assert [each.field for each in reading.rejected] == ["Godkjent?"]


def test_a_meaning_that_is_no_fact(read_said: ReadSaid) -> None:
    """The line that says it is named."""
    text = ALL_SAID.replace("tjeneste.type", "tjneste.type")
    (rejected,) = read_said(text, {"Ark1": ROWS}).rejected
    assert (rejected.place, rejected.code) == ("B1", "NTR503")
    assert "«tjneste.type» (k.tsv, linje 3)" in rejected.reason


def test_two_columns_said_to_be_one(read_said: ReadSaid) -> None:
    """As where two columns have the same name."""
    (rejected,) = read_said(ALL_SAID.replace("\t-\n", "\tsak\n"), {"Ark1": ROWS}).rejected
    assert (rejected.place, rejected.code) == ("D1", "NTR508")


def test_lines_that_fit_nothing_are_told(read_said: ReadSaid) -> None:
    """A heading may have been changed since."""
    text = ALL_SAID + "Ark1\tBorte\ttjeneste.navn\nArk9\tannet\t-\n"
    told = [each.text for each in read_said(text, {"Ark1": ROWS}).notes]
    assert "k.tsv nevner kolonner som ikke er her: «Borte»" in told


def test_a_sheet_said_to_be_a_list(read_said: ReadSaid) -> None:
    """And its column with the name of the case; another sheet is left out. Both are told."""
    sheets = {
        "Oversikt": [["sak", "godkjent"], ["A", "ja"]],
        "Lokalisering": [["Tjenestens nr", "Sykehus"], ["A", "OUS"], ["A", "Haukeland"]],
        "steder gammel": [["hei"]],
    }
    text = HEAD + (
        "Lokalisering\t\ttjeneste.steder\nLokalisering\tTjenestens nr\tsak\n"
        "Lokalisering\tSykehus\thelseforetak\nsteder gammel\t\t-\n"
    )
    reading = read_said(text, sheets)
    assert not reading.rejected
    assert not reading.unread
    told = {each.place: each.text for each in reading.notes if each.text.startswith("leses arket")}
    assert told == {
        "Lokalisering": "leses arket som tjeneste.steder, etter k.tsv, linje 2",
        "steder gammel": "leses arket ikke, etter k.tsv, linje 5",
    }
    (said_of,) = reading.cases[0].records["tjeneste"]["steder"]
    assert len(said_of.content.members) == 2  # type: ignore[union-attr]


def test_csv_has_no_sheet(tmp_path: Path, schema: Schema) -> None:
    """Its lines leave the sheet blank."""
    path = tmp_path / "s.csv"
    path.write_text("sak;Godkjent?;Kommentar\nA;x;hei\n", "utf-8")
    reading = read_cases(path, schema, said(HEAD + "\tGodkjent?\tgodkjent\n\tKommentar\t-\n"))
    assert reading.cases[0].records["tjeneste"]["godkjent"][0].content is True
    assert not reading.unread


# --- the file itself -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", [ALL_SAID, "\ufeff" + ALL_SAID.replace("\t", ";").replace("\n", "\r\n")]
)
def test_as_a_spreadsheet_writes_it(text: str) -> None:
    """With tabs or semicolons, any line ends, and a mark before it."""
    assert [each.number for each in said(text).lines] == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "første linje må være"),
        (b"a;b\n", "første linje må være"),
        (HEAD.encode() + b"\xe6", "ikke lagret som UTF-8"),
        (f"{HEAD}X\tA\tsak\nX\ta\ttittel\n".encode(), "linje 2 og 3 sier ulike ting"),
    ],
)
def test_a_file_that_says_nothing(data: bytes, reason: str) -> None:
    """It is told why."""
    found = parse_translation("k.tsv", data)
    assert isinstance(found, Misread)
    assert reason in found.reason


# --- proposing -------------------------------------------------------------------------------


def test_what_is_proposed_can_be_given_back(tmp_path: Path, schema: Schema) -> None:
    """Read, put right where nothing was proposed, and used."""
    path = save(tmp_path / "s.xlsx", {"Ark1": ROWS})
    found = proposed(place_of(path), schema)
    assert not isinstance(found, Rejected)
    assert [(each.heading, each.proposal.meaning) for each in found] == [
        ("Saksnr", "sak"),
        ("Type tjenste", "tjeneste.type"),
        ("Godkjent?", "tjeneste.godkjent"),
        ("Kommentar", "-"),
        ("kolonne E", ""),
    ]
    text = written(found).replace("kolonne E\t\t", "kolonne E\t-\t")
    reading = read_cases(path, schema, said(text))
    assert [each.id for each in reading.cases] == ["A", "B"]
    assert not reading.unread


@pytest.mark.parametrize(
    ("heading", "values", "meaning"),
    [
        ("Type tjenste", [], "tjeneste.type"),
        ("Kategori", ["nasjonal behandlingstjeneste"], "tjeneste.type"),
        ("Dato for godkjenning", ["1.2.2024"], "tjeneste.godkjenningsdato"),
        ("Tjenestens navn", [], "tittel"),
        ("Merknader", ["OUS"], "-"),
        ("Godkjent", ["OUS", "Ahus"], ""),
        ("Sykehus 2", ["OUS", "Haukeland"], "tjeneste.steder[2].helseforetak"),
        ("Blomster", ["rose"], ""),
    ],
)
def test_proposals(schema: Schema, heading: str, values: list[object], meaning: str) -> None:
    """By the words of the heading and by what stands below; where nothing fits, nothing."""
    assert proposal(heading, values, Vocabulary.of(schema)).meaning == meaning


def test_one_proposal_for_one_column(tmp_path: Path, schema: Schema) -> None:
    """Neither a column that is known nor another proposal is proposed again."""
    rows = [["sak", "tjeneste.type", "Type", "Godkjent", "Er godkjent"], ["A", "", "", "", "ja"]]
    found = proposed(place_of(save(tmp_path / "s.xlsx", {"Ark1": rows})), schema)
    assert not isinstance(found, Rejected)
    meanings = {each.heading: each.proposal.meaning for each in found}
    assert meanings == {"Type": "", "Godkjent": "tjeneste.godkjent", "Er godkjent": ""}
