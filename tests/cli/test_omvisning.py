"""The first minute: what the program can do, on one screen."""

from pathlib import Path

import pytest

from support.command_line import Ntr

RULES = """regelverk havn
kilde forskrift, forskriften, gjelder fra 1. januar 2020

opplysninger om båt, båten
  opplysning lengde er heltall, oppgis av havnevakten
  opplysning meldt er ja eller nei, oppgis av skipperen

§ 1 Havn

krav om korte båter, etter forskriften § 1 første ledd
  plikten ligger på skipperen
  oppfylt når båtens lengde er høyst 8

krav om melding, etter forskriften § 1 andre ledd
  oppfylt når båten er meldt
"""
CASES = """{"sak": "a", "tittel": "Saken", "båt": {"lengde": 9, "meldt": true}}
{"sak": "b", "tittel": "Kortere", "båt": {"lengde": 8, "meldt": true}}
{"sak": "c", "tittel": "Ukjent", "båt": {"meldt": true}}
"""
MANY = """{"sak": "a", "båt": {"lengde": 9, "meldt": true}}
{"sak": "b", "båt": {"meldt": true}}
{"sak": "c", "båt": {"lengde": 7}}
{"sak": "d", "båt": {"lengde": 7}}
"""


@pytest.fixture
def told(folder: Path, ntr: Ntr) -> list[str]:
    """The lines of a tour of a small rulebook."""
    return tour(folder, ntr, RULES)


def tour(folder: Path, ntr: Ntr, rules: str) -> list[str]:
    """The lines of a tour of the rules, with the same cases."""
    for name, text in (("havn.ntr", rules), ("saker.jsonl", CASES), ("alle.jsonl", MANY)):
        (folder / name).write_text(text, "utf-8")
    made = ntr("omvisning", "saker.jsonl", "alle.jsonl", "--regelverk", "havn.ntr", "--per",
               "2024-06-01", "--les", "1/om-korte-båter", "--vis", "1/om-korte-båter", "--vis",
               "1/om-melding", "--rapport", "side.html")  # fmt: skip
    assert made.exit_code == 0, made.output
    return [line.strip() for line in made.output.splitlines()]


def test_a_rule_is_read_and_a_case_shown(told: list[str]) -> None:
    """Of the first case all norms asked for; of the others those that are answered otherwise."""
    assert told[:2] == [
        "En regel, lest høyt",
        (
            "forskriften § 1 første ledd: krav om korte båter. "
            "Kravet er oppfylt når båtens lengde er høyst 8."
        ),
    ]
    assert [line.split("  ")[0] for line in told[3:9]] == [
        "Saken", "BRUTT", "oppfylt", "Kortere", "oppfylt", "Ukjent"
    ]  # fmt: skip
    assert told[9].startswith("uavklart")
    assert "hos havnevakten" in told[9]


def test_the_portfolio_is_told_in_short_and_written_in_full(told: list[str], folder: Path) -> None:
    """How many, what fails and who is bound, and the one answer that settles most."""
    assert told[told.index("Porteføljen alle.jsonl") + 1 :] == [
        "4 saker, 8 svar: 5 avgjort, 3 uavklart; 0 hviler på noe som er forutsatt",
        "brutt 1 (forskrift): 1 skipperen",
        "avgjør mest: mangler (hos skipperen): om båten er meldt (2 svar venter bare på det)",
        "rapporten: side.html",
    ]
    assert "om korte båter" in (folder / "side.html").read_text("utf-8")


def test_failures_are_counted_where_no_rule_says_whom_it_binds(folder: Path, ntr: Ntr) -> None:
    """They are never told as none."""
    told = tour(folder, ntr, RULES.replace("  plikten ligger på skipperen\n", ""))
    assert "brutt: 1, fraveket: ingen, ikke oppfylt: ingen" in told


def test_a_norm_that_is_not_there_is_told_of(folder: Path, ntr: Ntr) -> None:
    """Nothing is shown instead of it."""
    (folder / "saker.jsonl").write_text(CASES, "utf-8")
    (folder / "havn.ntr").write_text(RULES, "utf-8")
    made = ntr("omvisning", "saker.jsonl", "saker.jsonl", "--regelverk", "havn.ntr", "--per",
               "2024-06-01", "--les", "1/finnes-ikke", "--vis", "1/om-melding", "--rapport",
               "side.html")  # fmt: skip
    assert made.exit_code == 2
    assert "finnes-ikke" in made.output
