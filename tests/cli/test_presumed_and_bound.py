"""What is taken as given, and whom a norm binds, in all that the command writes."""

import csv
import json
from io import StringIO
from pathlib import Path

import jsonschema
import pytest

from support.command_line import Ntr

SCHEMA = Path(__file__).resolve().parents[2] / "engine/hjemmel/render/verdict.schema.json"
RULES = """regelverk prøve

rolle myndigheten
  innehaver fra 1. januar 2020 er departementet

opplysninger om tjeneste, tjenesten
  opplysning på listen er ja eller nei, oppgis av departementet
  opplysning godkjent er ja eller nei, oppgis av departementet
  opplysning har fagråd er ja eller nei, oppgis av tjenesten

§ 4-2 Prøve

formodning om godkjenning, etter forskrift § 4-2
  gjelder når tjenesten er på listen
  legges til grunn at tjenesten er godkjent

krav fagråd, etter forskrift § 4-2
  plikten ligger på myndigheten
  retten ligger hos tjenesten
  gjelder når tjenesten er godkjent
  oppfylt når tjenesten har fagråd
"""
LISTED = {"på_listen": True, "har_fagråd": False}
TOLD = [LISTED, {**LISTED, "godkjent": False}, {**LISTED, "på_listen": False}, LISTED, LISTED]
"""Of which the presumption works, is replaced, does not work, and works again."""


@pytest.fixture(autouse=True)
def written() -> None:
    """A rulebook, one case, and several."""
    Path("regler.ntr").write_text(RULES, "utf-8")
    cases = [
        {"sak": f"T-{number}", "vurderingsdato": "2024-06-01", "tjeneste": told}
        for number, told in enumerate(TOLD)
    ]
    Path("en.json").write_text(json.dumps(cases[0], ensure_ascii=False), "utf-8")
    lines = [json.dumps(each, ensure_ascii=False) for each in cases]
    Path("flere.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def rows(ntr: Ntr, *options: str) -> list[tuple[str, str, str]]:
    """The answer on each of the cases, what it takes as given, and whom it binds."""
    asked = ("vurder", "flere.jsonl", "--regelverk", "regler.ntr", "--format", "csv", *options)
    found = csv.DictReader(StringIO(ntr(*asked).stdout), delimiter=";")
    return [(each["svar"], each["forutsatt"], each["binder"]) for each in found]


def test_each_case_by_itself(ntr: Ntr) -> None:
    """What was told of one is not told of another that shows the norm the same facts."""
    given = "tjenesten er godkjent"
    bound = "plikten ligger på departementet (myndigheten); retten ligger hos tjenesten"
    works, fails, open_ = (("holder ikke", given, bound), ("ikke aktuell", "", bound),
                           ("uavklart", "", bound))  # fmt: skip
    assert rows(ntr) == [works, fails, open_, works, works]
    without = rows(ntr, "--uten-formodninger")
    assert without == [open_, fails, open_, open_, open_]


def test_the_json_of_a_verdict(ntr: Ntr) -> None:
    """It keeps to its schema, and says why, and who."""
    done = ntr("vurder", "en.json", "--regelverk", "regler.ntr", "--format", "json")
    found = json.loads(done.stdout)
    jsonschema.validate(found, json.loads(SCHEMA.read_text("utf-8")))
    (verdict,) = found["verdikter"]
    (given,) = verdict["forutsatt"]
    assert (given["opplysning"], given["formodning"]) == ("tjeneste.godkjent", "4-2/om-godkjenning")
    assert [each["hva"] for each in given["fordi"]][-1] == "gjelder når tjenesten er på listen"
    assert verdict["binder"] == [
        {"hva": "plikt", "hvem": "myndigheten", "innehaver": "departementet"},
        {"hva": "rett", "hvem": "tjenesten"},
    ]


def test_the_whole_reason(ntr: Ntr) -> None:
    """With what is taken as given, and without."""
    asked = ("forklar", "en.json", "--norm", "4-2/fagråd", "--regelverk", "regler.ntr")
    told = ntr(*asked).stdout
    assert "– tjenesten er godkjent (formodning om godkjenning)" in told
    assert "– plikten ligger på departementet (myndigheten)" in told
    assert "Forutsatt" not in ntr(*asked, "--uten-formodninger").stdout


def test_the_page_of_a_case(ntr: Ntr) -> None:
    """For a browser."""
    page = ntr("vurder", "en.json", "--regelverk", "regler.ntr", "--format", "html").stdout
    assert "forutsatt: tjenesten er godkjent" in page
    assert "plikten ligger på departementet (myndigheten)" in page


ASSUMED = RULES.replace(
    "  innehaver fra 1. januar 2020 er departementet\n",
    "  innehaver fra 1. januar 2020 er departementet\n  antatt første dag, kilden sier det ikke\n",
).replace(
    "  gjelder når tjenesten er godkjent\n",
    "  gjelder når tjenesten er godkjent\n  fra 1. januar 2022\n"
    "    antatt første dag, kilden sier det ikke\n",
)


def test_what_is_assumed_is_marked_in_each_medium(ntr: Ntr) -> None:
    """Of the wording, and of the one who has the role that is bound."""
    Path("regler.ntr").write_text(ASSUMED, "utf-8")
    asked = ("vurder", "en.json", "--regelverk", "regler.ntr")
    mark = "ordlyden fra 1. januar 2022; departementet er myndigheten"
    page = ntr(*asked).stdout
    assert "; plikt: departementet (myndigheten); forutsatt [1]; antatt [2,3] ◀ avgjørende" in page
    assert page.endswith(
        "\nMerker\n  [1] forutsatt: tjenesten er godkjent\n"
        "  [2] antatt: ordlyden fra 1. januar 2022\n"
        "  [3] antatt: departementet er myndigheten\n"
    )
    (row,) = csv.DictReader(StringIO(ntr(*asked, "--format", "csv").stdout), delimiter=";")
    assert (row["antatt"], row["valgt"], row["ulest"]) == (mark, "", "")
    found = json.loads(ntr(*asked, "--format", "json").stdout)
    jsonschema.validate(found, json.loads(SCHEMA.read_text("utf-8")))
    (verdict,) = found["verdikter"]
    assert verdict["ordlyd"]["antatt"] is True
    assert [each.get("antatt") for each in verdict["binder"]] == [True, None]


def test_failures_are_counted_by_whom_they_bind(ntr: Ntr) -> None:
    """In the page of many, for a terminal and a browser, and by a column of tables."""
    other = RULES.replace("krav fagråd", "krav råd").split("krav råd")[1]
    other = other.replace("myndigheten", "tjenesten").replace("  retten ligger hos tjenesten\n", "")
    Path("regler.ntr").write_text(f"{RULES}\nkrav råd{other}", "utf-8")
    asked = ("vurder", "flere.jsonl", "--regelverk", "regler.ntr")
    told = "brutt 6 (forskrift): 3 departementet (myndigheten), 3 tjenesten"
    assert f"Etter hvem plikten ligger på\n{told}\n" in ntr(*asked).stdout
    assert f"<li>{told}</li>" in ntr(*asked, "--format", "html").stdout
    found = csv.DictReader(StringIO(ntr(*asked, "--format", "csv").stdout), delimiter=";")
    assert [each["plikt"] for each in found][:2] == ["departementet (myndigheten)", "tjenesten"]


def test_where_no_rule_says_whom_it_binds_nothing_is_counted(ntr: Ntr) -> None:
    """A heading with «ikke sagt» alone would say nothing."""
    Path("regler.ntr").write_text(RULES.replace("  plikten ligger på myndigheten\n", ""), "utf-8")
    told = ntr("vurder", "flere.jsonl", "--regelverk", "regler.ntr").stdout
    assert "brutt" in told
    assert "Etter hvem" not in told


def test_an_undecided_duty_is_told_of_unless_what_is_missing_is_with_them(ntr: Ntr) -> None:
    """«mangler (hos tjenesten)» has named them."""
    Path("en.json").write_text(
        '{"sak": "T", "vurderingsdato": "2024-06-01", "tjeneste": {"godkjent": true}}', "utf-8"
    )
    asked = ("vurder", "en.json", "--regelverk", "regler.ntr")
    assert "; plikt: departementet (myndigheten)\n" in ntr(*asked).stdout
    Path("regler.ntr").write_text(
        RULES.replace("ligger på myndigheten", "ligger på tjenesten"), "utf-8"
    )
    assert "plikt:" not in ntr(*asked).stdout


def test_who_is_to_make_an_assessment_may_be_assumed(ntr: Ntr) -> None:
    """Then it is marked where the assessment is missing, and in the column of tables."""
    judged = "vurdering tjenesten hjelper, gjøres av myndigheten\n\nopplysninger om tjeneste"
    rules = ASSUMED.replace("opplysninger om tjeneste", judged, 1).replace(
        "  oppfylt når tjenesten har fagråd",
        "  oppfylt når myndigheten har vurdert at tjenesten hjelper",
    )
    Path("regler.ntr").write_text(rules.replace("  plikten ligger på myndigheten\n", ""), "utf-8")
    asked = ("vurder", "en.json", "--regelverk", "regler.ntr")
    page = ntr(*asked).stdout
    assert "har ikke vurdert at tjenesten hjelper; forutsatt [1]; antatt [2]\n" in page
    assert "[2] antatt: departementet er myndigheten\n" in page
    (row,) = csv.DictReader(StringIO(ntr(*asked, "--format", "csv").stdout), delimiter=";")
    assert row["antatt"] == "ordlyden fra 1. januar 2022; departementet er myndigheten"
