"""`ntr vurder`, as people use it."""

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from python_calamine import CalamineWorkbook

from hjemmel.explain.judge import Judge
from support.command_line import CASE, Ntr, write

OWN = """\
regelverk     prøve
bygger på     ord_egne

§ 4-2 Prøve

første ledd

krav minst ett sted, etter forskrift § 4-2 første ledd
  oppfylt når antall ulike helseforetak blant tjenestens steder er minst 1
"""
ONE = ("--norm", "4-2/to-helseregioner")


# --- exit codes ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["sak.json", *ONE], 1),
        (["oppfylt.json", *ONE], 0),
        (["mange.jsonl", *ONE], 1),
        (["sak.json", "--norm", "4-2/enerett"], 0),
        (["sak.json", "--norm", "4-2/enerett", "--feil-ved", "uavklart"], 1),
        (["sak.json", "--norm", "4-2/enerett", "--feil-ved", "nektet"], 0),
        (["sak.json", *ONE, "--per", "2021-06-01"], 0),
        (["borte.json"], 2),
        (["."], 1),
        (["sak.txt"], 2),
        (["borte.json", "sak.json", *ONE], 2),
        (["sak.json", "--norm", "4-2/finnes-ikke"], 2),
        (["sak.json", "--per", "i går"], 2),
        (["sak.json", "--per", "2023-02-29"], 2),
        (["sak.json", "--regelverk", "finnes_ikke"], 2),
        (["sak.json", "--regelverk", "finnes_ikke.ntr"], 2),
        (["sak.json", "--format", "xlsx"], 2),
        (["sak.json", "--ut", "borte/side.txt"], 2),
        ([], 2),
    ],
)
def test_exit_codes(ntr: Ntr, arguments: list[str], code: int) -> None:
    """0: nothing found. 1: findings. 2: wrong use or unreadable input."""
    done = ntr("vurder", *arguments)
    assert done.exit_code == code, done.output
    assert (code == 2) <= bool(done.stderr)


def test_a_fault_of_ours_is_told_as_ours(ntr: Ntr, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 3, and the place, which whoever mends it needs."""

    def fail(*_: object) -> None:
        raise KeyError("oi")

    monkeypatch.setattr(Judge, "judged", fail)
    done = ntr("vurder", "sak.json")
    assert done.exit_code == 3
    assert done.stdout == ""
    assert "Feil i programmet, ikke i det du skrev: KeyError('oi') (" in done.stderr
    assert "test_vurder.py:" in done.stderr
    assert "Traceback" not in done.stderr


# --- what is said where ----------------------------------------------------------------------


def test_the_page_is_on_stdout_and_nothing_on_stderr(ntr: Ntr) -> None:
    """A case that says everything needs no remarks."""
    done = ntr("vurder", "sak.json", *ONE)
    assert done.stderr == ""
    assert done.stdout == (
        "Flerregional behandlingstjeneste · Eksempeltjenesten · per 1. mai 2024\n\n"
        "veilederen pkt. 2 nr. 4  krav om to helseregioner  FRAVEKET  "
        "helseregion = Helse Sør-Øst; Helse Sør-Øst; plikt: ansvarlig regionalt helseforetak; "
        "forutsatt [1]; ulest [2] ◀ avgjørende\n"
        "\nMerker\n  [1] forutsatt: tjenesten ikke er avviklet\n"
        "  [2] en senere utgave finnes: utgaven av veilederen fra en dag i 2023 er ikke lest\n"
    )


def test_a_bad_record_is_set_aside_and_the_others_judged(ntr: Ntr, folder: Path) -> None:
    """Named with file, line, field and reason, on stderr; and the exit code says so."""
    lines = [json.dumps(CASE), '{"sak": "B", "tjenste": {"type": "x"}}', "{"]
    (folder / "blandet.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    done = ntr("vurder", "blandet.jsonl", "--format", "jsonl")
    assert done.exit_code == 2
    assert [json.loads(line)["sak"] for line in done.stdout.splitlines()] == ["L-OUS-21"]
    assert "blandet.jsonl, linje 2: tjenste: ukjent nøkkel «tjenste»" in done.stderr
    assert "mente du «tjeneste»?" in done.stderr
    assert "blandet.jsonl, linje 3" in done.stderr
    assert "2 satt til side, 1 sak lest" in done.stderr


def test_one_unreadable_file_does_not_stop_the_others(ntr: Ntr) -> None:
    """A missing file and a file of an unknown kind are each told of."""
    Path("notat.docx").write_bytes(b"x")
    done = ntr("vurder", "borte.json", "notat.docx", "sak.json", *ONE)
    assert done.exit_code == 2
    assert "to helseregioner" in done.stdout
    for said in ("filen finnes ikke", "filer som slutter på «.docx»"):
        assert said in done.stderr
    assert "2 satt til side, 1 sak lest" in done.stderr


def test_a_missing_file_is_told_of_once(ntr: Ntr) -> None:
    """And nothing is said of records that nobody read."""
    assert ntr("vurder", "borte.json").stderr == (
        "feil[NTR501]: borte.json: filen finnes ikke\n"
        "  = hjelp: sjekk at navnet er riktig skrevet\n"
    )


def test_a_case_in_two_files_is_told_of(ntr: Ntr) -> None:
    """Both are judged; which of them is right is not ours to say."""
    done = ntr("vurder", "sak.json", "mange.jsonl", *ONE)
    assert "merk: saken «L-OUS-21» står både i sak.json" in done.stderr
    assert "3 saker" in done.stdout


# --- the day ---------------------------------------------------------------------------------


def test_the_day_is_the_cases_own_unless_another_is_asked_for(ntr: Ntr) -> None:
    """Nothing needs to be said of either."""
    assert "per 1. mai 2024" in ntr("vurder", "sak.json").stdout
    asked = ntr("vurder", "sak.json", "--per", "2021-12-31")
    assert "per 31. desember 2021" in asked.stdout
    assert asked.stderr == ""


def test_today_is_said_when_it_is_used(ntr: Ntr, folder: Path) -> None:
    """Once, however many cases there are."""
    undated = {key: value for key, value in CASE.items() if key != "vurderingsdato"}
    lines = [json.dumps(undated | {"sak": str(number)}) for number in range(3)]
    (folder / "udatert.jsonl").write_text("\n".join(lines), "utf-8")
    done = ntr("vurder", "udatert.jsonl", "--format", "jsonl")
    today = date.today().isoformat()  # noqa: DTZ011 - as the command does
    assert done.stderr == f"merk: ingen vurderingsdato er oppgitt; bruker i dag, {today}\n"
    assert {json.loads(line)["per"] for line in done.stdout.splitlines()} == {today}


def test_cases_of_different_days_are_told_of(ntr: Ntr, folder: Path) -> None:
    """A portfolio is headed with one day."""
    write(folder / "annen.json", CASE | {"sak": "X", "vurderingsdato": "2023-05-01"})
    done = ntr("vurder", "sak.json", "annen.json")
    assert "sakene er vurdert hver sin dag" in done.stderr
    assert (
        "hver sin dag" not in ntr("vurder", "sak.json", "annen.json", "--per", "2024-01-01").stderr
    )


# --- norms and rulebooks ---------------------------------------------------------------------


def test_an_unknown_norm_gets_a_suggestion(ntr: Ntr) -> None:
    """By likeness; or where all of them are shown."""
    assert "mente du «4-2/to-helseregioner»?" in ntr("vurder", "sak.json", "--norm",
                                                     "4-2/to-helseregion").stderr  # fmt: skip
    assert "ntr kontroller --lest" in ntr("vurder", "sak.json", "--norm", "xyz").stderr


def test_a_rulebook_by_name_is_all_that_it_builds_on(ntr: Ntr) -> None:
    """The norms of what it builds on are its own; those of what builds on it are not."""

    def norms(*books: str) -> set[str]:
        done = ntr("vurder", "sak.json", *books, "--format", "json")
        return {each["norm"] for each in json.loads(done.stdout)["verdikter"]}

    assert norms("--regelverk", "erne") == norms()
    without = norms("--regelverk", "forskrift_kap4")
    assert norms() > without > set()
    assert not any(norm.startswith("ern") for norm in without)


def test_a_rulebook_of_ones_own_by_path(ntr: Ntr, folder: Path) -> None:
    """It sees the files beside it, and those that come with the program."""
    own = folder / "regler"
    own.mkdir()
    (own / "ord_egne.ntr").write_text("regelverk     ord\nbygger på     ord_kap4\n", "utf-8")
    (own / "egen.ntr").write_text(OWN, "utf-8")
    done = ntr("vurder", "sak.json", "--regelverk", str(own / "egen.ntr"))
    assert (done.exit_code, done.stderr) == (0, "")
    assert "minst ett sted  oppfylt" in done.stdout
    assert "to helseregioner" not in done.stdout


def test_a_rulebook_with_errors_is_shown_and_not_used(ntr: Ntr, folder: Path) -> None:
    """The diagnostics on stderr, with the line they are about."""
    (folder / "feil.ntr").write_text(
        "regelverk  prøve\nbygger på  ord_kap4\n\nkrav tull\n", "utf-8"
    )
    done = ntr("vurder", "sak.json", "--regelverk", "feil.ntr")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "feil.ntr:4" in done.stderr
    assert "Regelverket kan ikke brukes før feilene er rettet." in done.stderr


# --- formats ---------------------------------------------------------------------------------


def test_json_keeps_to_its_schema(ntr: Ntr) -> None:
    """One case is an object, more are a list; `ntr skjema --verdikt` says what they look like."""
    schema = json.loads(ntr("skjema", "--verdikt").stdout)
    one = json.loads(ntr("vurder", "sak.json", "--format", "json").stdout)
    many = json.loads(ntr("vurder", "mange.jsonl", "--format", "json").stdout)
    for document in (one, *many):
        Draft202012Validator(schema).validate(document)
    assert [one["sak"], *(each["sak"] for each in many)] == ["L-OUS-21", "L-OUS-21", "M-1"]


def test_jsonl_has_one_case_a_line(ntr: Ntr) -> None:
    """The same documents as in JSON."""
    lines = ntr("vurder", "mange.jsonl", "--format", "jsonl").stdout.splitlines()
    assert list(map(json.loads, lines)) == json.loads(
        ntr("vurder", "mange.jsonl", "--format", "json").stdout
    )


def test_csv_has_a_row_for_each_case_and_norm(ntr: Ntr, folder: Path) -> None:
    """With a mark in a file, so that Excel reads the letters; without it in a pipe."""
    printed = ntr("vurder", "mange.jsonl", "--format", "csv").stdout
    ntr("vurder", "mange.jsonl", "--format", "csv", "--ut", "ut.csv")
    assert (folder / "ut.csv").read_text("utf-8") == "\ufeff" + printed
    rows = list(csv.DictReader(StringIO(printed), delimiter=";"))
    assert {row["sak"] for row in rows} == {"L-OUS-21", "M-1"}
    words = {(row["sak"], row["norm"]): row["ord"] for row in rows}
    assert words["L-OUS-21", "4-2/to-helseregioner"] == "fraveket"
    assert words["M-1", "4-2/to-helseregioner"] == "oppfylt"


def test_breaches_can_be_counted_in_a_column(ntr: Ntr, folder: Path) -> None:
    """«virkning» tells a departure and a refusal from a breach, in tables as in JSON."""
    closed = CASE | {"tjeneste": {**CASE["tjeneste"], "godkjent": False}}
    write(folder / "telles.json", closed)
    told = {(each["ord"], each["virkning"]) for each in _csv(ntr, "telles.json")}
    assert {("ikke åpen", "ingen"), ("gjelder", "ingen"), ("ikke aktuell", "ingen")} <= told
    write(folder / "søkt.json", closed | {"ERN-søknad": {"runde": "fullverdig medlem"}})
    assert ("nektet", "avslag") in {(e["ord"], e["virkning"]) for e in _csv(ntr, "søkt.json")}
    found = json.loads(ntr("vurder", "sak.json", "--format", "jsonl").stdout)["verdikter"]
    rows = _csv(ntr, "sak.json")
    for verdict, row in zip(found, rows, strict=True):
        assert (verdict["svar"], verdict["virkning"]) == (row["svar"], row["virkning"])
        assert verdict["utfall"] == row["utfall"]
        assert verdict["brudd"] is (verdict["virkning"] == "brudd")
        assert row["brudd"] == ("ja" if verdict["brudd"] else "nei")
    assert ("oppfylt", "ingen") in {(each["ord"], each["virkning"]) for each in rows}
    departed = [each["norm"] for each in rows if each["virkning"] == "fravik"]
    assert departed == ["4-2/to-helseregioner"]
    assert not [each for each in rows if each["virkning"] == "brudd"]
    one = CASE | {"tjeneste": {**CASE["tjeneste"], "steder": CASE["tjeneste"]["steder"][:1]}}
    write(folder / "ett-sted.json", one)
    breaches = [each["norm"] for each in _csv(ntr, "ett-sted.json") if each["brudd"] == "ja"]
    assert breaches == ["4-2/to-helseforetak"]


def _csv(ntr: Ntr, file: str) -> list[dict[str, str]]:
    printed = ntr("vurder", file, "--format", "csv").stdout
    return list(csv.DictReader(StringIO(printed), delimiter=";"))


def test_excel_holds_what_csv_does(ntr: Ntr, folder: Path) -> None:
    """Texts as texts."""
    done = ntr("vurder", "mange.jsonl", "--format", "xlsx", "--ut", "ut.xlsx")
    assert (done.stdout, done.stderr) == ("", "")
    book = CalamineWorkbook.from_path(folder / "ut.xlsx")
    head, *rows = book.get_sheet_by_name("verdikter").to_python()
    printed = ntr("vurder", "mange.jsonl", "--format", "csv").stdout
    told = [head, *([*row[:2], str(row[2]), *row[3:]] for row in rows)]  # days are days there
    assert told == list(csv.reader(StringIO(printed), delimiter=";"))


def test_html_stands_alone(ntr: Ntr) -> None:
    """A whole page, with every case."""
    page = ntr("vurder", "mange.jsonl", "--format", "html").stdout
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("Eksempeltjenesten") >= 2
    assert "http" not in page.replace("http-equiv", "")


@pytest.mark.parametrize("form", ["tekst", "json", "jsonl", "html"])
def test_a_file_holds_what_the_screen_would(ntr: Ntr, folder: Path, form: str) -> None:
    """`--ut` prints nothing, and the exit code is the same."""
    shown = ntr("vurder", "sak.json", "--format", form)
    done = ntr("vurder", "sak.json", "--format", form, "--ut", "ut")
    assert (done.stdout, done.stderr, done.exit_code) == ("", "", shown.exit_code)
    assert (folder / "ut").read_text("utf-8") == shown.stdout


def test_files_of_every_kind_together(ntr: Ntr, folder: Path) -> None:
    """JSON, YAML and CSV in one portfolio."""
    (folder / "b.yaml").write_text(
        "sak: B\nvurderingsdato: 2024-05-01\ntjeneste:\n  type: nasjonal kompetansetjeneste\n",
        "utf-8",
    )
    (folder / "c.csv").write_text(
        "sak;vurderingsdato;tjeneste.type\nC;01.05.2024;nasjonal kompetansetjeneste\n", "utf-8"
    )
    done = ntr("vurder", "sak.json", "b.yaml", "c.csv", "--format", "jsonl")
    assert [json.loads(line)["sak"] for line in done.stdout.splitlines()] == ["L-OUS-21", "B", "C"]
    assert done.stderr == ""


def test_each_case_has_its_day_on_a_page_of_several(ntr: Ntr, folder: Path) -> None:
    """The verdicts of one day are never read as those of another."""
    both = [CASE | {"sak": "A"}, CASE | {"sak": "B", "vurderingsdato": "2021-12-31"}]
    write(folder / "ulike.json", both)
    text = ntr("vurder", "ulike.json", *ONE).stdout
    assert "2 saker · per ulike dager" in text
    html = ntr("vurder", "ulike.json", *ONE, "--format", "html").stdout
    assert "Sakene er vurdert per ulike dager." in html
    for day in ("1. mai 2024", "31. desember 2021"):
        assert f"per {day}" in text
        assert f">{day}</td>" in html
    alike = ntr("vurder", "ulike.json", *ONE, "--format", "html", "--per", "2024-06-01").stdout
    assert "Alle sakene er vurdert per 1. juni 2024." in alike
