"""Folders of cases, and files of lists among them, on the command line."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter
from click.testing import Result

from hjemmel.facts.sheet_roles import READ_FIRST
from hjemmel.facts.workbook import FINGERPRINT, RULEBOOK
from support.command_line import CASE, Ntr, write

ONE = ("--norm", "4-2/to-helseregioner", "--per", "2024-06-01")
TYPE = "flerregional behandlingstjeneste"
ROWS = f"sak;tjeneste.type;tjeneste.godkjent\nT-1;{TYPE};ja\nT-2;{TYPE};ja\n"
PLACES = "sak;helseforetak\nT-1;OUS\nT-2;OUS\nT-2;Haukeland\n"


@pytest.fixture
def saker(folder: Path) -> Path:
    """A folder with three files of cases, one of them with a list beside it, and more."""
    there = folder / "saker"
    there.mkdir()
    write(there / "b.json", CASE)
    (there / "a.csv").write_text(ROWS, "utf-8")
    (there / "a.steder.csv").write_text(PLACES, "utf-8")
    for name in ("~$bok.xlsx", ".~lock.a.csv#", ".skjult.csv", "notat.docx", "uten"):
        (there / name).write_text("x", "utf-8")
    (there / "under").mkdir()
    return there


def outcomes(done: Result) -> dict[str, str]:
    """What each case came to."""
    documents = map(json.loads, done.stdout.splitlines())
    return {each["sak"]: each["verdikter"][0]["utfall"] for each in documents}


def test_a_folder(ntr: Ntr, saker: Path) -> None:
    """What can be read is, in the order of the names; of the rest it is told why not."""
    done = ntr("vurder", "saker", *ONE, "--format", "jsonl")
    assert outcomes(done) == {"T-1": "brutt", "T-2": "oppfylt", "L-OUS-21": "brutt"}
    assert [each for each in done.stderr.splitlines() if "mappen" in each] == [
        "merk: mappen saker: leser 3 filer: a.csv, a.steder.csv, b.json",
        "merk: mappen saker: ikke lest (skjult): .skjult.csv",
        "merk: mappen saker: ikke lest (åpen i et annet program): .~lock.a.csv#, ~$bok.xlsx",
        "merk: mappen saker: ikke lest (et slag filer som ikke leses): notat.docx, uten",
        "merk: mappen saker: ikke lest (en mappe for seg): under",
    ]


def test_a_folder_is_its_files(ntr: Ntr, saker: Path) -> None:
    """The same answers as of the files by their names."""
    files = ("saker/a.csv", "saker/a.steder.csv", "saker/b.json")
    named = ntr("vurder", *files, *ONE, "--format", "csv")
    assert named.stdout == ntr("vurder", "saker", *ONE, "--format", "csv").stdout


def test_what_is_for_something_else(ntr: Ntr, saker: Path) -> None:
    """The file that says what columns mean holds no cases, though it may lie among them."""
    (saker / "kolonner.csv").write_text("ark;kolonne;leses som\n;rart;-\n", "utf-8")
    done = ntr("vurder", "saker", *ONE, "--kolonner", "saker/kolonner.csv")
    assert "ikke lest (gitt til noe annet): kolonner.csv" in done.stderr
    assert done.exit_code == 1


def test_an_empty_folder(ntr: Ntr, folder: Path) -> None:
    """A folder without cases is a mistake, and so is one that is a result."""
    (folder / "tom").mkdir()
    done = ntr("vurder", "tom")
    assert done.exit_code == 2
    assert "mappen tom har ingen filer med saker" in done.stderr
    assert "saker leses fra filer som slutter på «.json»" in done.stderr


def test_a_result(ntr: Ntr, saker: Path, alone: None) -> None:
    """It is passed by in a folder, and refused by itself: what it has are answers."""
    done = ntr("vurder", "saker", *ONE, "--format", "parquet", "--ut", "saker/svar")
    assert done.exit_code == 1, done.stderr
    assert "ikke lest (et resultat): svar" in ntr("vurder", "saker", *ONE).stderr
    refused = ntr("vurder", "saker/svar", *ONE)
    assert refused.exit_code == 2
    assert "er et resultat fra --format parquet, og har ingen saker" in refused.stderr


def test_nothing_is_written_over(ntr: Ntr, saker: Path) -> None:
    """What was read of a folder is read, and not written to."""
    before = (saker / "a.csv").read_bytes()
    done = ntr("vurder", "saker", *ONE, "--format", "csv", "--ut", "saker/a.csv")
    assert done.exit_code == 2
    assert (saker / "a.csv").read_bytes() == before
    listed = ntr("vurder", "saker/a.csv", "--liste", "steder=saker/a.steder.csv", *ONE,
                 "--format", "csv", "--ut", "saker/a.steder.csv")  # fmt: skip
    assert listed.exit_code == 2
    assert (saker / "a.steder.csv").read_text("utf-8") == PLACES


# --- lists -----------------------------------------------------------------------------------


def test_a_list_that_is_not_given(ntr: Ntr, saker: Path) -> None:
    """It is told that it lies there, and the list is not known."""
    done = ntr("vurder", "saker/a.csv", *ONE, "--format", "jsonl")
    assert "merk: saker/a.steder.csv er ikke lest; gi den også" in done.stderr
    assert set(outcomes(done).values()) == {"uavklart"}


def test_a_list_by_any_name(ntr: Ntr, saker: Path) -> None:
    """As somebody has said."""
    (saker / "a.steder.csv").rename(saker / "hvor.csv")
    said = ("--liste", "tjeneste.steder=saker/hvor.csv")
    done = ntr("vurder", "saker/a.csv", *said, *ONE, "--format", "jsonl")
    assert outcomes(done) == {"T-1": "brutt", "T-2": "oppfylt"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["saker/a.csv", "--liste", "rart=x.csv"], "«rart» er ikke en liste"),
        (["saker/a.csv", "--liste", "steder=borte.csv"], "borte.csv: filen finnes ikke"),
        (["saker/a.csv", "saker/b.json", "--liste", "steder=x.csv"], "gjelder én fil med saker"),
        (["saker/a.csv", "--liste", "steder=x.csv", "--liste", "steder=y.csv"], "to ganger"),
        (["saker/a.csv", "--liste", "steder=sted.yaml"], "den slutter på «.yaml»"),
    ],
)
def test_what_is_said_wrong(ntr: Ntr, saker: Path, arguments: list[str], said: str) -> None:
    """Each is told, and what to do."""
    Path("sted.yaml").write_text("- sak: T-1\n", "utf-8")
    done = ntr("vurder", *arguments, *ONE)
    assert said in done.stderr
    assert done.exit_code == 2


def test_two_files_for_a_list(ntr: Ntr, saker: Path) -> None:
    """Nobody knows which is meant."""
    (saker / "a.tjeneste.steder.csv").write_text(PLACES, "utf-8")
    done = ntr("vurder", "saker", *ONE)
    assert done.exit_code == 2
    assert "gjelder samme liste, «tjeneste.steder»" in done.stderr


def test_to_a_table(ntr: Ntr, folder: Path, saker: Path, alone: None) -> None:
    """Related files of Parquet give what one nested file gives; a row can be explained."""
    main = [{"sak": each, "tjeneste": {"type": TYPE, "godkjent": True}} for each in ("T-1", "T-2")]
    pq.write_table(pa.Table.from_pylist(main), "p.parquet")
    lists = [{"sak": "T-1", "helseforetak": "OUS"}, {"sak": "T-2", "helseforetak": "OUS"},
             {"sak": "T-2", "helseforetak": "Haukeland"}]  # fmt: skip
    pq.write_table(pa.Table.from_pylist(lists), "p.steder.parquet")
    done = ntr("vurder", "p.parquet", "p.steder.parquet", *ONE, "--format", "parquet",
               "--ut", "svar")  # fmt: skip
    assert done.exit_code == 1, done.stderr
    found = pq.read_table("svar/del-00000.parquet").column("4-2/to-helseregioner").to_pylist()
    assert found == ["holder ikke", "holder"]
    explain = ("forklar", "svar", "--sak", "T-1", "--norm", "4-2/to-helseregioner")
    assert "krav: fraveket" in ntr(*explain).stdout
    pq.write_table(pa.Table.from_pylist(lists[1:]), "p.steder.parquet")
    assert "er borte eller endret" in ntr(*explain).stderr


# --- what is told of tables -------------------------------------------------------------------


def test_a_title_that_cannot_be_read(ntr: Ntr, folder: Path, alone: None) -> None:
    """It is told of in a table of very many cases as elsewhere, and costs the title."""
    titles = ["Ærlig – «ø»", "usyn\u200blig", None, ""]
    rows = {"sak": ["A", "B", "C", "D"], "tittel": titles, "tjeneste.type": [TYPE] * 4}
    pq.write_table(pa.table(rows), "t.parquet")
    alone_told = ntr("vurder", "t.parquet", *ONE).stderr
    done = ntr("vurder", "t.parquet", *ONE, "--format", "parquet", "--ut", "svar")
    for said in ("t.parquet, rad 2: tittel: tegn 5", "t.parquet, rad 4: tittel: venter en tekst"):
        assert said in alone_told
        assert said in done.stderr
    assert "0 rader satt til side, 2 opplysninger ikke lest" in done.stdout


def test_columns_are_proposed(ntr: Ntr, folder: Path) -> None:
    """For a Parquet file, also of a group by another name; what is proposed can be used."""
    rows = {"Saksnr": ["A"], "Type tjenste": [TYPE], "data": [{"godkjent": True}]}
    pq.write_table(pa.table(rows), "t.parquet")
    proposed = ntr("skjema", "--oversett", "t.parquet", "--ut", "k.tsv")
    assert "«ntr vurder t.parquet --kolonner k.tsv»" in proposed.stderr
    text = Path("k.tsv").read_text("utf-8")
    assert "\tSaksnr\tsak\t" in text
    assert "\tType tjenste\ttjeneste.type\tnavnet ligner; 1 av 1 verdier passer" in text
    Path("k.tsv").write_text(text.replace("\tdata\t\t", "\tdata\ttjeneste\t"), "utf-8")
    done = ntr("vurder", "t.parquet", "--kolonner", "k.tsv", *ONE, "--format", "jsonl")
    assert list(outcomes(done)) == ["A"], done.stderr


def test_the_template_of_another_rulebook(ntr: Ntr, folder: Path, alone: None) -> None:
    """It is told where cases go to a table too, and not where it is the same rulebook's."""
    with xlsxwriter.Workbook("bok.xlsx") as book:
        book.add_worksheet("saker").write_column(0, 0, ["sak", "A"])
        sheet = book.add_worksheet(READ_FIRST)
        sheet.write_row(0, 0, [RULEBOOK, "et annet"])
        sheet.write_row(1, 0, [FINGERPRINT, "f0" * 32])
    said = "merk: bok.xlsx, Les meg først: skjemaet er laget fra regelverket «et annet»"
    assert said in ntr("vurder", "bok.xlsx", *ONE).stderr
    done = ntr("vurder", "bok.xlsx", *ONE, "--format", "parquet", "--ut", "svar")
    assert said in done.stderr
    assert done.exit_code == 0, done.stderr
