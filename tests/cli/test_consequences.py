"""What a failure leads to, or what is undecided may lead to, in all that the command writes."""

import json
from pathlib import Path

import jsonschema
import pytest

from support.command_line import Ntr

SCHEMA = Path(__file__).resolve().parents[2] / "engine/hjemmel/render/verdict.schema.json"
RULES = """regelverk prøve

opplysninger om tjeneste, tjenesten
  opplysning har fagråd er ja eller nei, oppgis av tjenesten
  opplysning liten er ja eller nei, oppgis av tjenesten

§ 4-1 Avvikling

adgang til avvikling, etter forskrift § 4-1
  åpen når § 4-2 «fagråd» er brutt
  og tjenesten er liten

§ 4-2 Fagråd

krav fagråd, etter forskrift § 4-2
  oppfylt når tjenesten har fagråd
"""
LED_TO = "adgang til avvikling (§ 4-1): åpen"


@pytest.fixture(autouse=True)
def written() -> None:
    """The rulebook."""
    Path("regler.ntr").write_text(RULES, "utf-8")


def asked(ntr: Ntr, command: str, told: dict[str, bool], *options: str) -> str:
    """What is written of a case."""
    case = {"sak": "T", "vurderingsdato": "2024-06-01", "tjeneste": told}
    Path("en.json").write_text(json.dumps(case), "utf-8")
    return ntr(command, "en.json", "--regelverk", "regler.ntr", *options).stdout


def led_to(ntr: Ntr, told: dict[str, bool]) -> list[tuple[str, str, bool]]:
    """The norms that the duty leads to, their words, and whether it decides them."""
    found = json.loads(asked(ntr, "vurder", told, "--norm", "4-2/fagråd", "--format", "json"))
    jsonschema.validate(found, json.loads(SCHEMA.read_text("utf-8")))
    (verdict,) = found["verdikter"]
    return [(e["norm"], e["ord"], e["avgjort"]) for e in verdict.get("kan_fore_til", ())]


OPEN, MAY_OPEN = ("4-1/til-avvikling", "åpen", True), ("4-1/til-avvikling", "uavklart", False)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"har_fagråd": False, "liten": True}, [OPEN]),
        # It is closed, whatever the duty comes to.
        ({"har_fagråd": False, "liten": False}, []),
        ({"har_fagråd": False}, [MAY_OPEN]),
        ({"liten": True}, [MAY_OPEN]),
        # What is met leads to nothing anybody must know of.
        ({"har_fagråd": True, "liten": True}, []),
    ],
)
def test_whether_it_decides_another(
    ntr: Ntr, told: dict[str, bool], expected: list[tuple[str, str, bool]]
) -> None:
    """The others are seen though nobody asked for them by name."""
    assert led_to(ntr, told) == expected


def test_it_is_no_part_of_what_is_remembered(ntr: Ntr) -> None:
    """Cases that show the duty the same may differ in what it leads to."""
    cases = [
        {"sak": f"T-{number}", "vurderingsdato": "2024-06-01",
         "tjeneste": {"har_fagråd": False, "liten": number % 2 == 0}}
        for number in range(8)
    ]  # fmt: skip
    Path("flere.jsonl").write_text("\n".join(map(json.dumps, cases)), "utf-8")
    lines = ntr(
        "vurder", "flere.jsonl", "--regelverk", "regler.ntr", "--norm", "4-2/fagråd",
        "--format", "jsonl",
    ).stdout.splitlines()  # fmt: skip
    found = ["4-1/til-avvikling" in line for line in lines]
    assert found == [True, False] * 4


def test_where_a_person_reads(ntr: Ntr) -> None:
    """In the line only what is settled; in the whole reason what may be as well."""
    told = {"har_fagråd": False, "liten": True}
    assert f"; fører til: {LED_TO} ◀ avgjørende" in asked(ntr, "vurder", told)
    whole = asked(ntr, "forklar", told, "--norm", "4-2/fagråd")
    assert f"\nDette fører til\n– {LED_TO}\n" in whole
    assert "kan få betydning" not in whole
    del told["liten"]
    assert "fører til" not in asked(ntr, "vurder", told)
    whole = asked(ntr, "forklar", told, "--norm", "4-2/fagråd")
    assert "\nDette kan få betydning for\n– adgang til avvikling (§ 4-1)\n" in whole
