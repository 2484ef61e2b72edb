"""A template of what somebody needs: of a provision, a kind of service, or what is missing."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from python_calamine import load_workbook

from support.command_line import CASE, Ntr, write

DAY = ("--per", "2024-06-01")


def heads(ntr: Ntr, *options: str) -> list[str]:
    """The columns of the template in CSV."""
    done = ntr("skjema", "--format", "csv", *options)
    assert done.exit_code == 0, done.stderr
    return next(csv.reader(StringIO(done.stdout.removeprefix("\ufeff")), delimiter=";"))


def test_a_provision(ntr: Ntr) -> None:
    """What its norms ask for, in the order of the whole template."""
    found, every = heads(ntr, "--norm", "4-2"), heads(ntr)
    assert found == [each for each in every if each in found]
    assert {"tjeneste.type", "tjeneste.steder.helseforetak", "tjeneste.steder.helseregion"} < {
        *found
    }
    assert not [each for each in found if each.startswith(("årsrapport", "ERN", "nettverk"))]
    assert len(found) < len(every) / 5


def test_a_norm(ntr: Ntr) -> None:
    """No more than it rests on."""
    found = heads(ntr, "--norm", "4-2/to-helseregioner")
    assert "tjeneste.steder.helseregion" in found
    assert "tjeneste.har_felles_kvalitetskrav" not in found


def test_what_is_filled_in_settles_the_norm(ntr: Ntr, folder: Path) -> None:
    """Nothing that the norm needs is left out: it is decided by what the template has room for."""
    asked = heads(ntr, "--norm", "4-2/to-helseforetak")
    told = {
        "sak": "T-1", "vurderingsdato": "2024-06-01", "tjeneste.godkjent": "ja",
        "tjeneste.type": "flerregional behandlingstjeneste",
        "tjeneste.steder.helseforetak": "OUS; Ahus",
    }  # fmt: skip
    assert set(told) <= set(asked)
    (folder / "s.csv").write_text(
        f"{';'.join(asked)}\n" + ";".join(f'"{told.get(each, "")}"' for each in asked), "utf-8"
    )
    assert "oppfylt" in ntr("vurder", "s.csv", "--norm", "4-2/to-helseforetak").stdout


def test_a_kind_of_service(ntr: Ntr) -> None:
    """Norms that cannot apply to it ask for nothing; what was given stays."""
    national = heads(ntr, "--gitt", "nasjonal behandlingstjeneste", *DAY)
    competence = heads(ntr, "--gitt", "tjeneste.type=nasjonal kompetansetjeneste", *DAY)
    assert "tjeneste.type" in national
    assert "tjeneste.sentraliserer_pasientbehandling" in competence
    assert "tjeneste.sentraliserer_pasientbehandling" not in national
    assert "nettverk" not in national


def test_a_part_that_not_all_cases_have(ntr: Ntr) -> None:
    """Given that there is an application, what is asked of it is asked."""
    kind = ("--gitt", "nasjonal behandlingstjeneste")
    without, having = heads(ntr, *DAY, *kind), heads(ntr, *DAY, *kind, "--gitt", "søknad")
    assert "søknad.mottaker" not in without
    assert "søknad.mottaker" in having


def test_only_what_would_settle_something(ntr: Ntr, folder: Path) -> None:
    """What is told already is not asked for again; what is missing is."""
    told = {"type": CASE["tjeneste"]["type"], "godkjent": True}
    write(folder / "halv.json", CASE | {"tjeneste": told})
    found = heads(ntr, "--sak", "halv.json", "--norm", "4-2/to-helseforetak")
    assert [each for each in found if each.startswith("tjeneste.")] == [
        "tjeneste.steder",
        "tjeneste.steder.helseforetak",
    ]


def test_everything_is_settled(ntr: Ntr) -> None:
    """There is nothing to ask for."""
    done = ntr("skjema", "--sak", "oppfylt.json", "--norm", "4-2/to-helseforetak")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "det er ingenting å spørre om" in done.stderr


def test_the_workbook(ntr: Ntr, folder: Path) -> None:
    """It has no sheets for lists that nobody asks about, and is of the same rulebook."""
    done = ntr("skjema", "--norm", "4-2", "--format", "xlsx", "--ut", "mal.xlsx")
    assert done.exit_code == 0
    names = load_workbook(folder / "mal.xlsx").sheet_names
    assert "tjeneste.steder" in names
    assert "tjeneste.referansegruppe" not in names
    assert "annen utgave" not in ntr("vurder", "mal.xlsx").stderr


def test_json_schema(ntr: Ntr) -> None:
    """The schema of a shorter case is a schema, and a whole case still one of the engine's."""
    schema = json.loads(ntr("skjema", "--norm", "4-2").stdout)
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid(CASE)
    assert "årsrapport" not in schema["properties"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--norm", "9-9"), "regelverket har ingen norm «9-9»"),
        (("--gitt", "tull"), "er verken en del av saken eller verdien til bare én opplysning"),
        (("--gitt", "tjeneste.tpe=x"), "ukjent kolonne «tjeneste.tpe»"),
        (("--gitt", "tjeneste.type=x"), "«x» er ikke en verdi av"),
        (("--gitt", "tjeneste"), "sier ingenting"),
        (("--gitt", "søknad", "--sak", "sak.json"), "hver sin slags mal"),
    ],
)
def test_wrong_use(ntr: Ntr, options: tuple[str, ...], told: str) -> None:
    """It is told, and no template made."""
    done = ntr("skjema", *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
