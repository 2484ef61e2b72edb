"""Verdicts as a workbook: one that people can read, print and filter, and that leaves nothing out.

What a sheet or a cell has no room for is never left out in silence.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from hjemmel.cli import workbook, workbook_room
from hjemmel.cli.workbook import Paged, Workbook
from hjemmel.cli.workbook_shapes import COLOURS
from support.command_line import CASE, MET, Ntr, write

NAMES = ["sammendrag", "saker", "matrise", "begrunnelser", "uavklart", "mangler", "verdikter"]
ASKED = ("--norm", "4-2", "--norm", "4-3")
CASES = [
    CASE | {"sak": "holder", "tjeneste": MET},
    CASE | {"sak": "fraviker", "vurderingsdato": "2024-12-31"},
    CASE | {"sak": "bryter", "tjeneste": CASE["tjeneste"]
            | {"steder": [{"helseforetak": "Helse Bergen HF"}]}},
]  # fmt: skip


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.fixture
def content(ntr: Ntr, folder: Path) -> bytes:
    """A workbook of three services, of which one breaches."""
    write(folder / "tre.json", CASES)
    done = ntr("vurder", "tre.json", *ASKED, "--format", "xlsx", "--ut", "ut.xlsx")
    assert (done.stdout, done.exit_code) == ("", 1)
    return (folder / "ut.xlsx").read_bytes()


@pytest.fixture
def told(content: bytes) -> dict[str, list[list[object]]]:
    """What stands in its sheets."""
    return sheets(content)


def parts(content: bytes) -> Iterator[tuple[str, str]]:
    """Each sheet as the file has it."""
    with ZipFile(BytesIO(content)) as file:
        for number, name in enumerate(NAMES, 1):
            yield name, file.read(f"xl/worksheets/sheet{number}.xml").decode()


# --- what stands in it -----------------------------------------------------------------------


def test_the_sheets_in_their_order(told: dict[str, list[list[object]]]) -> None:
    """The summary first, and all rows last."""
    assert list(told) == NAMES


def test_the_summary_counts_what_the_rows_hold(told: dict[str, list[list[object]]]) -> None:
    """In all, and by provision, kind, level and who has what is missing."""
    # What is told further down is of the sheets, and of the colours.
    summary = {str(row[0]): row[1] for row in reversed(told["sammendrag"]) if row[0]}
    head, *rows = told["verdikter"]
    effects = Counter(str(row[head.index("virkning")]) for row in rows)
    answers = Counter(str(row[head.index("svar")]) for row in rows)
    assert summary["saker"] == 3
    assert summary["brutt"] == effects["brudd"] == 1
    assert summary["fraveket"] == effects["fravik"] == 2  # one place is in one region too
    assert summary["uavklart"] == answers["uavklart"]
    assert summary["vurdert per"] == "ulike dager"
    assert {"Etter bestemmelse", "Etter nivået til kilden", "Gjennom årene"} <= set(summary)


def test_cases_stand_worst_first(told: dict[str, list[list[object]]]) -> None:
    """In the list of them and in the matrix; rows come as the cases came."""
    assert [row[0] for row in told["saker"][1:]] == ["bryter", "fraviker", "holder"]
    assert [row[0] for row in told["matrise"][2:]] == ["bryter", "fraviker", "holder"]
    came = dict.fromkeys(row[0] for row in told["verdikter"][1:])
    assert list(came) == ["holder", "fraviker", "bryter"]


def test_the_matrix_has_the_word_of_each_norm_that_is_asked(
    told: dict[str, list[list[object]]],
) -> None:
    """A norm that is not asked in any of the cases has no column."""
    _, norms, *rows = told["matrise"]
    head, *verdicts = told["verdikter"]
    asked = {str(row[head.index("normtittel")]) for row in verdicts
             if row[head.index("svar")] in ("holder", "holder ikke", "uavklart")}  # fmt: skip
    assert len(norms) == 2 + len(asked)
    at = next(n for n, name in enumerate(norms) if "to helseforetak" in str(name))
    assert {row[0]: row[at] for row in rows} == {
        "bryter": "brutt", "fraviker": "oppfylt", "holder": "oppfylt",
    }  # fmt: skip


def test_there_is_a_reason_for_each_answer_that_calls_for_something(
    told: dict[str, list[list[object]]],
) -> None:
    """Those that fail, and then those that are undecided, and no others."""
    head, *verdicts = told["verdikter"]
    wanted = [
        (row[0], row[head.index("ord")])
        for fits in (
            lambda row: row[head.index("virkning")] != "ingen",
            lambda row: row[head.index("svar")] == "uavklart",
        )
        for row in filter(fits, verdicts)
    ]
    heads, *reasons = told["begrunnelser"]
    assert [(row[0], row[heads.index("ord")]) for row in reasons] == wanted
    (breach,) = (row for row in reasons if row[heads.index("brudd")] == "ja")
    assert breach[0] == "bryter"
    assert "Helse Bergen HF" in str(breach[heads.index("begrunnelse")])
    assert all(row[heads.index("begrunnelse")] for row in reasons)


def test_what_is_undecided_alike_stands_once(told: dict[str, list[list[object]]]) -> None:
    """Each reason of each norm, with in how many cases."""
    heads, *reasons = told["begrunnelser"]
    norm, why = heads.index("norm"), heads.index("begrunnelse")
    undecided = Counter(
        (row[norm], row[why]) for row in reasons if str(row[heads.index("ord")])[:8] == "uavklart"
    )
    names, *rows = told["uavklart"]
    assert {(row[names.index("norm")], row[names.index("begrunnelse")]): row[-1]
            for row in rows} == undecided  # fmt: skip
    assert max(undecided.values()) == len(CASES)


def test_what_is_missing_stands_by_who_has_it(told: dict[str, list[list[object]]]) -> None:
    """With how many cases lack it."""
    heads, *rows = told["mangler"]
    assert heads == ["hos", "art", "opplysning", "saker"]
    holders = [str(row[0]) for row in rows]
    assert holders == sorted(holders, key=lambda each: (each == "ingen bestemt", each))
    assert all(isinstance(row[3], float) and 1 <= row[3] <= len(CASES) for row in rows)


def test_days_are_days(told: dict[str, list[list[object]]]) -> None:
    """So that they can be sorted and filtered as such, in every sheet."""
    for name in ("saker", "begrunnelser", "verdikter"):
        head, *rows = told[name]
        days = {row[head.index("per")] for row in rows}
        assert days == {date(2024, 5, 1), date(2024, 12, 31)}


# --- how it is to use ------------------------------------------------------------------------


def test_heads_stay_and_rows_can_be_filtered(content: bytes) -> None:
    """In every sheet of rows; of a matrix the names of the cases stay too."""
    for name, part in parts(content):
        frozen = re.search(r"<pane (.*?)/>", part)
        assert frozen is not None, name
        assert 'state="frozen"' in frozen[1]
        assert ("<autoFilter" in part) is (name != "sammendrag")
        if name == "matrise":
            assert 'xSplit="2" ySplit="2"' in frozen[1]


def test_it_prints_lying_as_wide_as_the_page_with_its_heads_on_each(content: bytes) -> None:
    """Each sheet has its own set-up."""
    with ZipFile(BytesIO(content)) as file:
        book = file.read("xl/workbook.xml").decode()
    titles = re.findall(r'name="_xlnm.Print_Titles" localSheetId="(\d)"[^>]*>([^<]+)<', book)
    assert sorted(int(number) for number, _ in titles) == list(range(len(NAMES)))
    assert dict(titles)["2"] == "matrise!$A:$B,matrise!$1:$2"
    for name, part in parts(content):
        assert 'orientation="landscape"' in part, name
        assert "<pageSetUpPr fitToPage=" in part
        assert 'fitToHeight="0"' in part


def test_the_matrix_is_coloured_by_word_and_level(content: bytes) -> None:
    """A breach has a colour that nothing else has."""
    matrix = dict(parts(content))["matrise"]
    styles = Counter(re.findall(r'<c r="[A-Z]+\d+" s="(\d+)" t="inlineStr"', matrix))
    with ZipFile(BytesIO(content)) as file:
        looks = file.read("xl/styles.xml").decode()
    fills = re.findall(r'<fill><patternFill patternType="solid"><fgColor rgb="FF(\w+)"/>', looks)
    formats = re.findall(r"<xf [^>]*fillId=\"(\d+)\"[^>]*>", looks.split("<cellXfs")[1])
    colours = Counter[str]()
    for style, count in styles.items():
        fill = int(formats[int(style)])
        colours["" if fill < 2 else f"#{fills[fill - 2]}"] += count
    assert colours[COLOURS["brudd"][0]] == 1
    assert colours[COLOURS["fravik"][0]] == 2
    assert colours[COLOURS["uavklart"][0]] > 1
    assert len({fill for fill, _ in COLOURS.values()}) == len(COLOURS)


def test_the_same_verdicts_give_the_same_file(ntr: Ntr, folder: Path, content: bytes) -> None:
    """To the last byte."""
    ntr("vurder", "tre.json", *ASKED, "--format", "xlsx", "--ut", "igjen.xlsx")
    assert (folder / "igjen.xlsx").read_bytes() == content


# --- what there is no room for ---------------------------------------------------------------


def paged(rows: int) -> dict[str, list[list[object]]]:
    """So many rows under a head."""
    made = Workbook()
    sheet = made.book.add_worksheet("verdikter")
    all_rows = Paged(made.book, made.shape, sheet, [["sak", "norm"]], [10, 10])
    for number in range(rows):
        all_rows.write([f"S-{number}", "=1+1"])
    all_rows.end()
    return sheets(made.content())


@pytest.mark.parametrize("gone", ["verdikter", "uavklart"])
def test_rows_too_many_to_be_of_use_are_left_out_whole_and_told_of(
    ntr: Ntr, folder: Path, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    """On the first sheet and to whoever asked; what fails, and all that is counted, is there."""
    write(folder / "tre.json", CASES)
    asked = ("vurder", "tre.json", *ASKED, "--format", "xlsx", "--ut")
    ntr(*asked, "hel.xlsx")
    whole = sheets((folder / "hel.xlsx").read_bytes())
    heads, *reasons = whole["begrunnelser"]
    is_undecided = [str(row[heads.index("ord")])[:8] == "uavklart" for row in reasons]
    rows = len(whole["verdikter"]) - 1
    most = rows - 1 if gone == "verdikter" else sum(is_undecided) - 1
    monkeypatch.setattr(workbook_room, "MOST_LISTED", most)
    done = ntr(*asked, "kort.xlsx")
    part = sheets((folder / "kort.xlsx").read_bytes())
    *undecided, all_rows = [row[0] for row in part["sammendrag"] if str(row[0])[:5] == "merk:"]
    assert done.stderr.splitlines() == [*undecided, all_rows]
    assert f"{rows} rader er for mange" in str(all_rows)
    assert len(undecided) == (gone == "uavklart")
    assert list(part) == NAMES[:-1]
    left = [row for row, other in zip(reasons, is_undecided, strict=True)
            if not (other and undecided)]  # fmt: skip
    assert len(left) > 1
    assert part["begrunnelser"] == [heads, *left]
    for name in ("saker", "matrise", "uavklart", "mangler"):
        assert part[name] == whole[name]


def test_rows_past_the_last_of_a_sheet_continue_on_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Under the same header; they were dropped, and the file looked whole."""
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    found = paged(5)
    assert list(found) == ["verdikter", "verdikter 2", "verdikter 3"]
    assert [[row[0] for row in each] for each in found.values()] == [
        ["sak", "S-0", "S-1"], ["sak", "S-2", "S-3"], ["sak", "S-4"],
    ]  # fmt: skip


def test_a_sheet_may_be_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """And one without rows has its header; what looks like a formula is a text."""
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    assert list(paged(2)) == ["verdikter"]
    assert paged(0) == {"verdikter": [["sak", "norm"]]}
    assert paged(1)["verdikter"][1] == ["S-0", "=1+1"]


def test_a_text_that_no_cell_has_room_for_is_told_and_nothing_is_written(
    ntr: Ntr, tmp_path: Path
) -> None:
    """It was cut, and nothing said so."""
    places: list[dict[str, str]] = [{}] * 1500  # of none of which a region is known
    write(tmp_path / "lang.json", CASE | {"tjeneste": CASE["tjeneste"] | {"steder": places}})
    done = ntr("vurder", "lang.json", "--format", "xlsx", "--ut", "ut.xlsx", "--norm",
               "4-2/to-helseregioner")  # fmt: skip
    assert done.exit_code == 2
    assert "«mangler» har mer enn 32767 tegn" in done.stderr
    assert "--format csv" in done.stderr
    assert not (tmp_path / "ut.xlsx").exists()
