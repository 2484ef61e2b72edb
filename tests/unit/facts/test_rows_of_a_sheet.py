"""Which rows of a table are headings, cases, more of a case, or none of these."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from hjemmel.case.statements import Case, Entries
from hjemmel.core.schema import Schema
from hjemmel.facts.reading import Reading, Unread, place_of, read_cases, stream_cases
from hjemmel.facts.source_file import unheeded
from support.workbook_file import Formula, Rows, Sheet, save

Read = Callable[[str, str], Reading]
ReadBook = Callable[[dict[str, Sheet | Rows]], Reading]

PLACES = ["sak", "tittel", "godkjent", "steder.helseforetak", "steder.senger"]


@pytest.fixture
def book(tmp_path: Path, schema: Schema) -> ReadBook:
    """Reads a workbook."""
    return lambda sheets: read_cases(save(tmp_path / "s.xlsx", sheets), schema)


def trusts(case: Case) -> tuple[list[object], bool]:
    """The hospitals of the case's places, and whether there are surely no others."""
    (said,) = case.records["tjeneste"]["steder"]
    assert isinstance(said.content, Entries)
    names = [each["helseforetak"][0].content for each in said.content.members]  # type: ignore[index,call-overload]
    return names, said.content.complete


def notes(reading: Reading) -> list[tuple[str, str]]:
    """Where and what."""
    return [(each.place, each.text) for each in reading.notes]


OUS, BERGEN = "Oslo universitetssykehus HF", "Helse Bergen HF"


# --- headings --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "above",
    [
        [["Oversikt over tjenester"]],
        [["Oversikt over tjenester"], [], ["Per", "1. juni 2024"], []],
        [["Utfylt av", "avdelingen", "for", "sykehus", "og", "bygg", "i", "alt"]],
    ],
)
def test_titles_above_the_headings(book: ReadBook, above: Rows) -> None:
    """However many they are, and however wide; what they say is told as not read."""
    reading = book({"Ark1": [*above, ["sak", "godkjent"], ["A", "ja"]]})
    assert [each.id for each in reading.cases] == ["A"]
    assert not reading.rejected
    ((place, text),) = notes(reading)
    assert place == "Ark1"
    assert f"overskriften er funnet i rad {len(above) + 1}" in text
    assert f"«{above[0][0]}»" in text


def test_no_titles_no_note(book: ReadBook) -> None:
    """A sheet that begins with its headings is read as before."""
    assert not notes(book({"Ark1": [["sak", "godkjent"], ["A", "ja"]]}))


def test_titles_in_csv(read: Read) -> None:
    """A title has another number of fields, and may have the delimiter of another table in it."""
    text = "Oversikt, per juni, alle\n\nsak;andel;godkjent\nA;1,5;ja\nB;2,25;nei\n"
    reading = read("s.csv", text)
    assert [each.id for each in reading.cases] == ["A", "B"]
    assert not reading.rejected
    ((place, told),) = notes(reading)
    assert (place, "overskriften er funnet i linje 3" in told) == ("linje 3", True)


def test_headings_over_two_rows(book: ReadBook) -> None:
    """Some are merged with the row below, which has the others."""
    rows = [
        ["Oversikt"],
        ["sak", "godkjent", "Steder", ""],
        ["", "", "steder.helseforetak", "steder.senger"],
        ["A", "ja", "OUS", 4],
    ]
    reading = book({"Ark1": Sheet(rows, ("A2:A3", "B2:B3", "C2:D2"))})
    assert not reading.rejected
    (case,) = reading.cases
    assert (case.id, trusts(case)) == ("A", ([OUS], True))


def test_the_sheet_with_most_known_columns_has_the_cases(book: ReadBook) -> None:
    """A cover comes first, and is told as not read."""
    cover = [["Oversikt over nasjonale tjenester"], ["Kontakt", "post@example.no"]]
    reading = book({"Forside": cover, "Oversikt": [["sak", "godkjent"], ["A", "ja"]]})
    assert [each.id for each in reading.cases] == ["A"]
    assert [place for place, _ in notes(reading)] == ["Forside"]


# --- rows that are no case -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["Sum", "", "", "", 12], "sum: «Sum»"),
        (["Totalt:", "", "", "", Formula("=SUM(E2:E3)", 12)], "sum: «Totalt:»"),
        (["", "Til sammen", 2, "", 12], "sum: «Til sammen»"),
        (["Kilde: årsrapportene"], "merknad: «Kilde: årsrapportene»"),
        (["* foreløpige tall"], "merknad: «* foreløpige tall»"),
    ],
)
def test_rows_that_are_no_case(book: ReadBook, row: Sequence[object], why: str) -> None:
    """A sum or a remark is told, and is no case."""
    reading = book({"Ark1": [PLACES, ["A", "", "ja", "OUS", 12], [], row]})
    assert [each.id for each in reading.cases] == ["A"]
    assert notes(reading) == [("Ark1", f"rad 4 er ikke lest som en sak, for den er en {why}")]
    assert not reading.rejected


@pytest.mark.parametrize(
    "row", [["Sum", "", "ja", "", 1], ["B"], ["Kilde"], ["Sumatra-tjenesten", "", "", "", 3]]
)
def test_rows_that_are_cases(book: ReadBook, row: Sequence[object]) -> None:
    """What says anything of a service is one, whatever it is called."""
    reading = book({"Ark1": [PLACES, ["A", "", "ja", "OUS", 12], row]})
    assert [each.id for each in reading.cases] == ["A", row[0]]


def test_a_total_without_a_word(book: ReadBook) -> None:
    """Figures alone, where cases have names, are nobody's."""
    rows = [["sak", "antall_pasienter", "tilskudd"], ["A", 12, 5.5], ["", 12, 5.5]]
    reading = book({"Ark1": rows})
    assert [each.id for each in reading.cases] == ["A"]
    assert notes(reading) == [
        ("Ark1", "rad 3 er ikke lest som en sak, for den har bare tall, og ikke noe navn")
    ]


def test_headings_within_the_table(book: ReadBook) -> None:
    """A title over some of the rows, and the headings once more, are no cases."""
    rows = [PLACES, ["Helse Vest", *[""] * 4], ["A", "", "ja"], PLACES, ["Helse Nord"]]
    reading = book({"Ark1": Sheet(rows, ("A2:E2",))})
    assert [each.id for each in reading.cases] == ["A", "Helse Nord"]
    assert not reading.unread
    assert [text.partition("for ")[2] for _, text in notes(reading)] == [
        "den er en mellomtittel: «Helse Vest»",
        "den gjentar overskriften",
    ]


def test_a_sum_in_csv(read: Read) -> None:
    """As in Excel."""
    reading = read("s.csv", "sak;godkjent;antall_pasienter\nA;ja;12\nSum;;12\n")
    assert [each.id for each in reading.cases] == ["A"]
    assert "linje 3 er ikke lest som en sak" in reading.notes[0].text


# --- one case in several rows ----------------------------------------------------------------


def test_a_name_merged_over_its_places(book: ReadBook) -> None:
    """One row for each place: all are the case's."""
    rows = [
        PLACES,
        ["A", "Alfa", "ja", "OUS", 4],
        ["", "", "", "Haukeland", 5],
        ["B", "Beta", "nei", "OUS", 6],
    ]
    reading = book({"Ark1": Sheet(rows, ("A2:A3", "B2:B3", "C2:C3"))})
    first, second = reading.cases
    assert trusts(first) == ([OUS, BERGEN], True)
    assert trusts(second) == ([OUS], True)
    assert notes(reading) == [
        ("Ark1", "rad 3 er lest som en rad til av saken «A»: navnet er slått sammen")
    ]
    assert not reading.unread
    place = ("tjeneste", "steder", 1, "senger")
    assert first.place_of(place) == "ark Ark1, celle E3, ledd 1"


@pytest.mark.parametrize("name", ["s.csv", "s.xlsx"])
def test_a_name_repeated_for_each_place(book: ReadBook, read: Read, name: str) -> None:
    """The same name with another place is one more row of the case."""
    rows = [PLACES, ["A", "Alfa", "ja", "OUS", 4], ["A", "Alfa", "ja", "Haukeland", 5], ["B"]]
    text = "".join(";".join(map(str, [*each, *[""] * (5 - len(each))])) + "\n" for each in rows)
    reading = read(name, text) if name == "s.csv" else book({"Ark1": rows})
    assert [each.id for each in reading.cases] == ["A", "B"]
    assert trusts(reading.cases[0]) == ([OUS, BERGEN], True)
    assert "er lest som en rad til av saken «A»: navnet er det samme" in notes(reading)[0][1]
    assert not reading.rejected


def test_a_name_repeated_further_down(book: ReadBook) -> None:
    """In a workbook, which is read whole, the rows need not stand together."""
    rows = [PLACES, ["A", "", "ja", "OUS", 4], ["B"], ["A", "", "", "Haukeland", 5]]
    reading = book({"Ark1": rows})
    assert [each.id for each in reading.cases] == ["A", "B"]
    assert trusts(reading.cases[0]) == ([OUS, BERGEN], True)
    assert notes(reading) == [
        ("Ark1", "rad 4 er lest som en rad til av saken «A»: navnet er det samme")
    ]
    assert not reading.rejected


@pytest.mark.parametrize("between", [[], [["B", "", "ja", "OUS", 3]]])
def test_a_name_repeated_with_another_fact(book: ReadBook, between: Rows) -> None:
    """Which of the two is meant nobody knows; the first may have more places than its row says."""
    rows = [PLACES, ["A", "", "ja", "OUS", 4], *between, ["A", "", "nei", "Haukeland", 5]]
    reading = book({"Ark1": rows})
    assert [each.code for each in reading.rejected] == ["NTR509"]
    assert trusts(reading.cases[0]) == ([OUS], False)
    assert [trusts(each)[1] for each in reading.cases[1:]] == [True] * len(between)


def test_what_two_rows_of_a_case_say_differently(book: ReadBook) -> None:
    """It is unknown, with both cells; the rest is read."""
    rows = [PLACES, ["A", "", "ja", "OUS", 4], ["", "", "nei", "Haukeland", 5]]
    reading = book({"Ark1": Sheet(rows, ("A2:A3",))})
    (unread,) = reading.unread
    assert (unread.field, "«C2», «C3»" in unread.reason) == ("tjeneste.godkjent", True)
    assert trusts(reading.cases[0]) == ([OUS, BERGEN], True)


def test_a_place_without_a_name(book: ReadBook) -> None:
    """It may be the case's above, so that has perhaps more places than it says."""
    rows = [
        PLACES,
        ["A", "", "ja", "OUS", 4],
        ["", "", "", "Haukeland", 5],
        ["B", "", "", "OUS", 1],
    ]
    reading = book({"Ark1": rows})
    (rejected,) = reading.rejected
    assert (rejected.code, rejected.place, rejected.record) == ("NTR518", "A3", "rad 3")
    assert "(rad 2)" in rejected.help
    assert [trusts(each) for each in reading.cases] == [([OUS], False), ([OUS], True)]


# --- what is not shown -----------------------------------------------------------------------


def test_hidden_rows_and_columns(book: ReadBook) -> None:
    """They are read, and told."""
    rows = [PLACES, ["A", "", "ja", "OUS", 4], ["B", "", "nei", "OUS", 4]]
    reading = book({"Ark1": Sheet(rows, hidden_rows=(3,), hidden_columns=("B", "C"))})
    assert [each.id for each in reading.cases] == ["A", "B"]
    assert notes(reading) == [
        ("Ark1", "rad 3 er skjult, og er lest"),
        ("Ark1", "kolonne C («godkjent») er skjult, og er lest"),
    ]


# --- entries in columns of their own ---------------------------------------------------------

NUMBERED = ["sak", "steder[1].helseforetak", "tjeneste.steder[2].helseforetak", "steder[2].senger"]


def test_entries_in_columns_of_their_own(book: ReadBook) -> None:
    """Those of which anything is told; what is missing has its own cell."""
    reading = book({"Ark1": [NUMBERED, ["A", "OUS", "Haukeland", 5], ["B", "", "OUS", ""], ["C"]]})
    first, second, third = reading.cases
    assert trusts(first) == ([OUS, BERGEN], True)
    assert trusts(second) == ([OUS], True)
    assert "tjeneste" not in third.records
    assert first.place_of(("tjeneste", "steder", 1, "senger")) == "ark Ark1, celle D2"
    assert first.place_of(("tjeneste", "steder", 0, "senger")) == (
        "ark Ark1, rad 2, ny kolonne «tjeneste.steder[1].senger»"
    )
    assert second.place_of(("tjeneste", "steder", 0, "senger")) == "ark Ark1, celle D3"


def test_a_bad_cell_of_such_an_entry(book: ReadBook) -> None:
    """It is named, and costs no more than itself."""
    (unread,) = book({"Ark1": [NUMBERED, ["A", "OUS", "Haukeland", "fem"]]}).unread
    assert (unread.place, unread.field) == ("D2", "tjeneste.steder[1].senger")


def test_numbered_and_not(book: ReadBook) -> None:
    """How they belong together nobody knows."""
    rows = [["sak", "steder[1].senger", "steder.senger"], ["A", 4, 5]]
    (unread,) = book({"Ark1": rows}).unread
    assert (unread.code, unread.field) == ("NTR508", "tjeneste.steder")


@pytest.mark.parametrize("head", ["tjeneste[1].navn", "steder[1].senger[2]", "steder[0].senger"])
def test_a_number_where_none_belongs(book: ReadBook, head: str) -> None:
    """Such a column is of nothing."""
    reading = book({"Ark1": [["sak", head], ["A", 4]]})
    assert [each.code for each in (*reading.rejected, *reading.unread)] == ["NTR503"]


def test_a_day_that_cannot_be_read(tmp_path: Path, schema: Schema) -> None:
    """Where all are judged by another day, it costs nothing but itself; else the case."""
    rows = [["sak", "vurderingsdato"], ["A", "1.6.24"], ["B", "1.6.2024"]]
    path = save(tmp_path / "s.xlsx", {"Ark1": rows})
    assert [each.id for each in read_cases(path, schema).cases] == ["B"]
    told = list(stream_cases(place_of(path), schema, unheeded, per=date(2024, 6, 1)))
    assert [each.id for each in told if isinstance(each, Case)] == ["A", "B"]
    assert [each.what.place for each in told if isinstance(each, Unread)] == ["B2"]


# --- lists by other keys ---------------------------------------------------------------------

BY_TITLE = [
    ["tittel", "helseforetak"],
    ["Alfa", "OUS"],
    ["Alfa", "Haukeland"],
    ["alfa ", "St. Olav"],
]


def test_a_list_by_its_own_name_and_the_title(book: ReadBook) -> None:
    """A sheet «steder» with the title of each service is the list of its places."""
    cases = [["sak", "tittel"], ["A", "Alfa"], ["B", "Beta"]]
    reading = book({"Oversikt": cases, "Steder": BY_TITLE})
    assert trusts(reading.cases[0]) == ([OUS, BERGEN, "St. Olavs hospital HF"], True)
    assert notes(reading) == [("Steder", "arket «Steder» er lest som listen «tjeneste.steder»")]
    assert not reading.rejected


def test_a_name_merged_in_the_sheet_of_a_list(book: ReadBook) -> None:
    """Each row is of the case whose name is merged over it."""
    rows = [["sak", "helseforetak"], ["A", "OUS"], ["", "Haukeland"], ["B", "OUS"]]
    reading = book({"saker": [["sak"], ["A"], ["B"]], "tjeneste.steder": Sheet(rows, ("A2:A3",))})
    assert [trusts(each) for each in reading.cases] == [([OUS, BERGEN], True), ([OUS], True)]
    assert not reading.rejected


def test_a_title_that_two_cases_have(book: ReadBook) -> None:
    """Whose the row is nobody knows, so no list of the sheet is known to be whole."""
    cases = [["sak", "tittel", "steder"], ["A", "Alfa", "ingen"], ["B", "Alfa", "ingen"]]
    reading = book({"Oversikt": cases, "steder": BY_TITLE[:2]})
    (rejected,) = reading.rejected
    assert (rejected.code, rejected.place) == ("NTR518", "steder!A2")
    assert "2 saker har tittelen «Alfa»" in rejected.reason
    assert trusts(reading.cases[0]) == ([], False)


# --- cells -----------------------------------------------------------------------------------


@pytest.mark.parametrize("tick", ["x", "X", " x ", "✓"])
def test_a_mark_is_yes(book: ReadBook, tick: str) -> None:
    """And told, for it was not written as such; a blank is still not given."""
    reading = book({"Ark1": [["sak", "godkjent"], ["A", tick], ["B", ""]]})
    assert reading.cases[0].records["tjeneste"]["godkjent"][0].content is True
    assert "tjeneste" not in reading.cases[1].records
    assert notes(reading) == [("B2", f"«{tick.strip()}» er lest som ja")]


def test_a_mark_is_no_yes_in_json(read: Read) -> None:
    """There a yes is written as one."""
    reading = read("s.json", '{"sak": "A", "tjeneste": {"godkjent": "x"}}')
    assert [each.code for each in reading.unread] == ["NTR504"]


@pytest.mark.parametrize(
    "written", ["1.2.2024", "01.02.2024", "1. februar 2024", "1. feb. 2024", "1. feb 2024"]
)
def test_norwegian_days(book: ReadBook, written: str) -> None:
    """As people write them."""
    reading = book({"Ark1": [["sak", "godkjenningsdato"], ["A", written]]})
    content = reading.cases[0].records["tjeneste"]["godkjenningsdato"][0].content
    assert "2024-02-01" in str(content) or "2024, 2, 1" in str(content)


@pytest.mark.parametrize("written", ["1.2.24", "01.02.24", "1/2/24"])
def test_a_year_of_two_digits(book: ReadBook, written: str) -> None:
    """It is told which two it may be; it costs the day and no more."""
    reading = book({"Ark1": [["sak", "godkjenningsdato"], ["A", written]]})
    (unread,) = reading.unread
    assert (unread.code, unread.place) == ("NTR506", "B2")
    assert "kan være 1924 eller 2024" in unread.reason
    assert [each.id for each in reading.cases] == ["A"]


def test_merged_cells_name_each_other(book: ReadBook) -> None:
    """What is merged says with which cell, and what stands there."""
    rows = [["sak", "type"], ["A", "nasjonal behandlingstjeneste"], ["B", ""], ["C", ""]]
    reading = book({"Ark1": Sheet(rows, ("B2:B4",))})
    assert [each.place for each in reading.unread] == ["B3", "B4"]
    assert "slått sammen med B2, der det står" in reading.unread[0].reason
    assert len(reading.cases) == 3


def test_a_heading_merged_over_a_blank_column(book: ReadBook) -> None:
    """Nothing stands below the other half, so nothing is lost."""
    rows = [["sak", "godkjent", ""], ["A", "ja", ""]]
    reading = book({"Ark1": Sheet(rows, ("B1:C1",))})
    assert [each.id for each in reading.cases] == ["A"]
    assert not reading.unread
