"""Norms that refer to norms that refer to norms: what passes the check runs, in every command."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.command_line import Ntr, write

FACTS = """\
regelverk     prøve

opplysninger om ting, tingen, tingens
  opplysning god er ja eller nei, oppgis av eieren
  opplysning frist er dato, oppgis av eieren

§ 9-1 Prøve

"""
LINKS = 600
"""More than Python may call functions inside one another, at a few calls a link."""


def definition(number: int, *clauses: str) -> str:
    said = "\n    og            ".join(clauses)
    return f"definisjon n{number}, etter forskrift § 9-1\n  betyr at      {said}\n\n"


def chain(links: int, first: str, times: int) -> str:
    """Each definition but the first asks for the one before it, so many times."""
    later = (definition(each, *[f"§ 9-1 «n{each - 1}» er oppfylt"] * times)
             for each in range(1, links))  # fmt: skip
    return FACTS + definition(0, first) + "".join(later)


def findings(found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in found:
        yield each
        yield from findings(each["fordi"])


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kjede.ntr").write_text(chain(LINKS, "tingen er god", 1), "utf-8")
    write(tmp_path / "sak.json", {"vurderingsdato": "2024-06-01", "ting": {"god": True}})
    write(tmp_path / "ukjent.json", {"vurderingsdato": "2024-06-01", "ting": {}})
    return tmp_path


@pytest.mark.parametrize("form", ["tekst", "json", "jsonl", "csv", "html"])
@pytest.mark.parametrize("case", ["sak.json", "ukjent.json"])
@pytest.mark.usefixtures("book")
def test_a_long_chain_is_judged_in_every_format(ntr: Ntr, form: str, case: str) -> None:
    """It used to be a fault in the program, with nothing told of any norm."""
    done = ntr("vurder", case, "--regelverk", "kjede.ntr", "--format", form)
    assert done.exit_code == 0, done.output[-500:]


@pytest.mark.usefixtures("book")
def test_a_reason_that_rests_on_many_norms_says_where_to_read_on(ntr: Ntr) -> None:
    """And the norm that it points to tells its own."""
    last = f"9-1/n{LINKS - 1}"
    told = ntr("forklar", "sak.json", "--regelverk", "kjede.ntr", "--norm", last).output
    further = told.rsplit("(se ", 1)[1].split(")")[0]
    assert further == f"9-1/n{LINKS - 12}"
    told = ntr("forklar", "sak.json", "--regelverk", "kjede.ntr", "--norm", "9-1/n1").output
    assert "tingen er god: ja" in told
    assert "(se " not in told


@pytest.mark.usefixtures("book")
def test_what_a_long_chain_lacks_is_the_fact_at_its_end(ntr: Ntr) -> None:
    """However far down; and it is missing for every norm on the way."""
    done = ntr("vurder", "ukjent.json", "--regelverk", "kjede.ntr", "--format", "jsonl")
    document = json.loads(done.stdout)
    lacks = {each["norm"]: [one["opplysning"] for one in each["mangler"]]
             for each in document["verdikter"]}  # fmt: skip
    assert lacks == {f"9-1/n{each}": ["ting.god"] for each in range(LINKS)}


def test_reasons_of_a_chain_grow_as_the_chain_does(ntr: Ntr, book: Path) -> None:
    """A link more is a reason more, not a longer reason for every norm after it."""
    counts = []
    for links in (100, 200):
        (book / "b.ntr").write_text(chain(links, "tingen er god", 1), "utf-8")
        done = ntr("vurder", "sak.json", "--regelverk", "b.ntr", "--format", "jsonl")
        verdicts = json.loads(done.stdout)["verdikter"]
        counts.append([len(list(findings(each["begrunnelse"]))) for each in verdicts])
    assert counts[0] == counts[1][:100]
    assert set(counts[1][100:]) == {counts[0][-1]}


def test_norms_that_refer_twice_to_the_norm_before_are_not_told_twice_at_every_step(
    ntr: Ntr, book: Path
) -> None:
    """The reason would double with every link."""
    (book / "b.ntr").write_text(chain(30, "tingen er god", 4), "utf-8")
    done = ntr("vurder", "sak.json", "--regelverk", "b.ntr", "--format", "jsonl", "--norm",
               "9-1/n29")  # fmt: skip
    (verdict,) = json.loads(done.stdout)["verdikter"]
    assert len(list(findings(verdict["begrunnelse"]))) < 2000
    assert "(se 9-1/n" in done.stdout


def test_a_norm_that_asks_of_all_the_others_in_a_chain(ntr: Ntr, book: Path) -> None:
    """A group of norms, each of which refers to the next."""
    duties = chain(200, "tingen er god", 1).replace("definisjon", "krav")
    duties = duties.replace("betyr at  ", "oppfylt når")
    asked = (
        "krav alt, etter forskrift § 9-1\n  oppfylt når alle krav i forskrift § 9-1 er oppfylt\n"
    )
    (book / "b.ntr").write_text(duties + asked, "utf-8")
    done = ntr("vurder", "sak.json", "--regelverk", "b.ntr", "--norm", "9-1/alt", "--format",
               "json")  # fmt: skip
    assert done.exit_code == 0, done.output[-300:]
    assert len(done.stdout) < 3_000_000


@pytest.mark.usefixtures("book")
def test_a_long_chain_in_the_other_commands(ntr: Ntr, book: Path) -> None:
    """Checked, read back, written, held against cases, and turned into a form."""
    page = "```sak\n{sak}\n```\n\n```verdikt\n9-1/n599: gjelder\n```\n"
    case = (book / "sak.json").read_text("utf-8")
    (book / "side.md").write_text(page.format(sak=case), "utf-8")
    rules = ("--regelverk", "kjede.ntr")
    for arguments in (
        ("kontroller", "kjede.ntr"),
        ("kontroller", "kjede.ntr", "--lest"),
        ("formater", "kjede.ntr"),
        ("test", "side.md", "--dekning", *rules),
        ("skjema", *rules),
    ):
        done = ntr(*arguments)
        assert done.exit_code == 0, (arguments, done.output[-500:])


def test_what_the_passing_of_days_does_to_a_long_chain(ntr: Ntr, book: Path) -> None:
    """The last norms say which norm came out otherwise, the first say why."""
    text = chain(LINKS, "vurderingsdagen er senest 30. juni 2024", 1)
    (book / "b.ntr").write_text(text, "utf-8")
    done = ntr("vurder", "sak.json", "--regelverk", "b.ntr", "--per", "2024-06-01", "--per",
               "2024-08-01")  # fmt: skip
    assert done.exit_code == 0, done.output[-300:]
    assert "vurderingsdagen er senest 30. juni 2024: holder → holder ikke" in done.stdout
    assert "«n100» gjelder: holder → holder ikke (se 9-1/n100)" in done.stdout
