"""`ntr sammenlign`: two versions of a rulebook, as files, revisions and days."""

import json
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from python_calamine import CalamineWorkbook

from hjemmel.rulebooks import revisions
from support.command_line import Ntr
from support.versions import SMALL

LONGER = SMALL.replace("er høyst 12", "er høyst 14")


@pytest.fixture
def versions(folder: Path) -> Path:
    """Two rule files, and two boats."""
    (folder / "før.ntr").write_text(SMALL, "utf-8")
    (folder / "nå.ntr").write_text(LONGER, "utf-8")
    lines = (
        {"sak": "B-1", "tittel": "Havørn", "båt": {"lengde": 13}},
        {"sak": "B-2", "tittel": "Terne", "båt": {"lengde": 7}},
    )
    text = "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in lines)
    (folder / "båter.jsonl").write_text(text, "utf-8")
    return folder


BOATS = ("--portefolje", "båter.jsonl", "--per", "2024-06-01")


@pytest.mark.usefixtures("versions")
def test_whether_a_verdict_can_be_another_is_the_exit_code(ntr: Ntr, versions: Path) -> None:
    """0 for none, 1 for some, 2 where it cannot be known."""
    assert ntr("sammenlign", "før.ntr", "nå.ntr").exit_code == 1
    done = ntr("sammenlign", "før.ntr", "før.ntr")
    assert (done.exit_code, "Reglene er de samme" in done.stdout) == (0, True)
    (versions / "nå.ntr").write_text(f"{SMALL}\nmerknad Tavlen er ny.\n", "utf-8")
    done = ntr("sammenlign", "før.ntr", "nå.ntr")
    assert (done.exit_code, "Bare oppsett" in done.stdout) == (0, True)
    (versions / "nå.ntr").write_text(SMALL.replace("lengde er høyst", "lende er høyst"), "utf-8")
    assert ntr("sammenlign", "før.ntr", "nå.ntr").exit_code == 2


@pytest.mark.usefixtures("versions")
def test_a_portfolio_by_name_in_every_form(ntr: Ntr, versions: Path) -> None:
    """As text, Markdown, a page, data and a workbook."""
    done = ntr("sammenlign", "før.ntr", "nå.ntr", *BOATS)
    assert "1 tjeneste får et annet verdikt: Havørn (B-1)." in done.stdout
    assert "På grunn av 1/om-lengden (§ 1)" in done.stdout
    assert "brutt" in done.stdout

    done = ntr("sammenlign", "før.ntr", "nå.ntr", *BOATS, "--format", "md")
    assert "| 1/om-lengden (§ 1) | brutt | oppfylt | Havørn (B-1) |" in done.stdout

    done = ntr("sammenlign", "før.ntr", "nå.ntr", *BOATS, "--format", "html", "--ut", "side.html")
    page = (versions / "side.html").read_text("utf-8")
    assert done.exit_code == 1
    assert "Havørn (B-1)" in page
    assert not any(each in page for each in ("<script", "src=", "http://", "https://"))
    assert page.count("<h1>") == 1

    schema = json.loads(ntr("skjema", "--utgaver").stdout)
    found = json.loads(ntr("sammenlign", "før.ntr", "nå.ntr", *BOATS, "--format", "json").stdout)
    Draft202012Validator(schema).validate(found)
    (only,) = found["normer"]
    assert (only["norm"], only["hva"], only["sak"]["båt"]) == (
        "1/om-lengden", "endret virkning", {"lengde": 14}
    )  # fmt: skip
    assert found["portefolje"]["endrede"] == ["Havørn (B-1)"]

    done = ntr("sammenlign", "før.ntr", "nå.ntr", *BOATS, "--format", "xlsx", "--ut", "alt.xlsx")
    assert done.exit_code == 1
    made = CalamineWorkbook.from_path(versions / "alt.xlsx").sheet_names
    assert {"kort sagt", "normer", "tjenester", "verdikter før", "verdikter nå"} == set(made)


@pytest.mark.usefixtures("versions")
def test_rows_that_one_version_cannot_read_are_counted(ntr: Ntr, versions: Path) -> None:
    """And the command ends as when something could not be read."""
    fewer = LONGER.replace("  opplysning åpen          er ja eller nei, oppgis av eieren\n", "")
    taken = fewer[fewer.index("  tolkning ") :]
    (versions / "nå.ntr").write_text(fewer.replace(taken, ""), "utf-8")
    with (versions / "båter.jsonl").open("a", encoding="utf-8") as more:
        more.write('{"sak": "B-3", "båt": {"lengde": 5, "åpen": true}}\n')
    done = ntr("sammenlign", "før.ntr", "nå.ntr", *BOATS)
    assert done.exit_code == 2
    assert "Med de nye reglene: 1 opplysning er ikke lest" in done.stdout


# --- revisions -------------------------------------------------------------------------------


@pytest.fixture
def repository(versions: Path) -> Path:
    """A work tree with the rules in two revisions, the first with a tag."""

    def git(*arguments: str) -> None:
        named = ("-c", "user.name=noen", "-c", "user.email=noen@example.org")
        subprocess.run(["git", *named, *arguments], cwd=versions, check=True, capture_output=True)

    rules = versions / "regler"
    rules.mkdir()
    (rules / "båtplasser.ntr").write_text(SMALL, "utf-8")
    git("init", "-q")
    git("add", "regler")
    git("commit", "-qm", "Reglene")
    git("tag", "v1.0")
    (rules / "båtplasser.ntr").write_text(LONGER, "utf-8")
    git("commit", "-qam", "Lengre båter")
    return versions


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "given",
    [
        ("HEAD~1:regler", "regler"),
        ("v1.0:regler/båtplasser.ntr", "regler/båtplasser.ntr"),
        ("v1.0", "regler"),
        ("v1.0:regler", "HEAD:regler"),
    ],
)
def test_a_revision_in_git(ntr: Ntr, given: tuple[str, str]) -> None:
    """Its rules, without anything written to the work tree."""
    done = ntr("sammenlign", *given)
    assert done.exit_code == 1, done.stderr
    assert "1 norm har endret virkning: 1/om-lengden (§ 1)" in done.stdout
    assert f"Før: {given[0]}" in done.stdout


def test_a_path_is_from_where_one_stands(
    ntr: Ntr, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As any other path is."""
    monkeypatch.chdir(repository / "regler")
    assert ntr("sammenlign", "v1.0:båtplasser.ntr", "båtplasser.ntr").exit_code == 1


@pytest.mark.usefixtures("repository")
def test_a_mistake_in_a_revision_is_told_where_it_stands(ntr: Ntr, repository: Path) -> None:
    """By the revision and the path."""
    at = repository / "regler" / "båtplasser.ntr"
    at.write_text(SMALL.replace("lengde er høyst", "lende er høyst"), "utf-8")
    subprocess.run(["git", "-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "-qam",
                    "Feil"], cwd=repository, check=True)  # fmt: skip
    done = ntr("sammenlign", "HEAD:regler", "v1.0:regler")
    assert done.exit_code == 2
    assert "HEAD:regler/båtplasser.ntr:" in done.stderr


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("finnes-ikke:regler", "git kjenner ingen revisjon «finnes-ikke»"),
        ("v1.0:andre", "«andre» finnes ikke i revisjonen «v1.0»"),
        ("v1.0:", "«v1.0:» er ingen revisjon med en sti"),
        ("bare-noe", "er verken en fil, en mappe, et regelverk eller en revisjon i git"),
    ],
)
def test_what_is_no_revision_is_told(ntr: Ntr, given: str, said: str) -> None:
    """With what to write instead."""
    done = ntr("sammenlign", given, "regler")
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr
    assert "hjelp" in done.stderr


@pytest.mark.usefixtures("versions")
def test_without_git_it_is_told(ntr: Ntr, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what to do instead."""
    monkeypatch.setattr(revisions.shutil, "which", lambda _: None)
    done = ntr("sammenlign", "v1.0:før.ntr", "nå.ntr")
    assert (done.exit_code, "git er ikke installert" in done.stderr) == (2, True)


# --- two days --------------------------------------------------------------------------------


@pytest.mark.usefixtures("versions")
def test_two_days_of_one_rulebook(ntr: Ntr) -> None:
    """The norms with another wording in force, and whose verdicts turn."""
    days = ("--per", "2024-06-01", "--per", "2023-06-01")
    done = ntr("sammenlign", "før.ntr", *days, "--portefolje", "båter.jsonl")
    assert done.exit_code == 1
    assert "1 norm har en annen ordlyd i kraft 1. juni 2024 enn 1. juni 2023." in done.stdout
    assert "1 norm har en annen ordlyd: 1/om-lengden" in done.stdout
    written = ntr("sammenlign", "før.ntr", *days, *BOATS[:2], "--format", "json")
    schema = json.loads(ntr("skjema", "--dager").stdout)
    Draft202012Validator(schema).validate(json.loads(written.stdout))
    same = ntr("sammenlign", "før.ntr", "--per", "2024-06-01", "--per", "2024-07-01")
    assert (same.exit_code, "Reglene er de samme" in same.stdout) == (0, True)


@pytest.mark.usefixtures("versions")
@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("før.ntr",), "ett regelverk sammenlignes på to ulike dager"),
        (("før.ntr", "nå.ntr", "--per", "2024-01-01", "--per", "2024-02-01"),
         "to dager sammenlignes i ett regelverk, men 2 er oppgitt"),
        ((), "sammenlign tar to utgaver"),
        (("før.ntr", "--per", "2024-01-01", "--per", "2024-02-01", "--format", "xlsx", "--ut", "x"),
         "kan ikke skrives som xlsx"),
        (("før.ntr", "nå.ntr", "--format", "xlsx"), "Excel kan ikke skrives til skjermen"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told(ntr: Ntr, given: tuple[str, ...], said: str) -> None:
    """What, and what to do."""
    done = ntr("sammenlign", *given)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr


def test_each_schema_is_itself_sound() -> None:
    """Other programs read by it."""
    for name in ("versions", "days"):
        text = files("hjemmel.render").joinpath(f"{name}.schema.json").read_text("utf-8")
        Draft202012Validator.check_schema(json.loads(text))
