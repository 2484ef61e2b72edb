"""The rules against real services: what § 4-2 says of each, written down by hand."""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from hjemmel.case.statements import Case
from hjemmel.facts.reading import read_cases
from hjemmel.resources import folder
from support.golden_run import Judged, judged, judged_case, program_of

DAY = date(2024, 6, 1)
AT_ONE = ("oppfylt", "ikke aktuell", "ikke aktuell")
AT_TWO = ("ikke aktuell", "oppfylt", "oppfylt")
UNTOLD_AT_ONE = ("uavklart", "ikke aktuell", "ikke aktuell")
UNTOLD_AT_TWO = ("ikke aktuell", "uavklart", "uavklart")
"""Where no overview and no own report lets it be taken as given that the service is approved."""
NORMS = ("4-2/ett-helseforetak", "4-2/to-helseforetak", "4-2/to-helseregioner")

TREATMENT = {
    # nasjonale behandlingstjenester
    "NBT-001": AT_ONE,  # Oslo
    "NBT-002": AT_ONE,  # Oslo
    "L-OUS-21": AT_ONE,  # Oslo
    "NBT-003": UNTOLD_AT_ONE,  # Bergen
    "NK-HB3": AT_ONE,  # Bergen
    "NB-HMN-01": AT_ONE,  # Trondheim
    "NBT-004": UNTOLD_AT_ONE,  # Oslo
    "L-OUS-3": AT_ONE,  # Oslo
    "NBT-005": UNTOLD_AT_ONE,  # Oslo
    "L-OUS-33": AT_ONE,  # Oslo
    "NBT-006": UNTOLD_AT_ONE,  # Oslo
    "NBT-007": UNTOLD_AT_ONE,  # Oslo
    "L-OUS-16": AT_ONE,  # Oslo
    "NBT-008": UNTOLD_AT_ONE,  # Bergen
    "L-HB7": AT_ONE,  # Bergen
    "L-OUS-8": AT_ONE,  # Oslo
    "NBT-009": AT_ONE,  # Oslo
    "NBT-010": UNTOLD_AT_ONE,  # Oslo
    "NBT-011": UNTOLD_AT_ONE,  # Oslo
    "NBT-012": UNTOLD_AT_ONE,  # Oslo
    "L-OUS-6": AT_ONE,  # Oslo
    "L-OUS-15": AT_ONE,  # Oslo
    "NBT-013": UNTOLD_AT_ONE,  # Oslo
    # flerregionale behandlingstjenester
    "FBT-001": UNTOLD_AT_TWO,  # Oslo og Bergen
    "FF-OUS-HB5": AT_TWO,  # Oslo og Bergen
    "FF-OUS-HB4": AT_TWO,  # Oslo og Bergen
    "FBT-002": UNTOLD_AT_TWO,  # Trondheim og Oslo
    "FBT-003": UNTOLD_AT_TWO,  # Oslo og Bergen
}
COMPETENCE = [
    *("NKT-001", "NKT-002", "NK-OUS-23", "NKT-HMN-07", "S-NKSD"),
    *(f"NKT-{number:03}" for number in range(3, 19)),
]
TREATMENT_ONLY = ("4-2/", "4-3/")


@lru_cache
def portfolio() -> dict[str, Judged]:
    """Every service of the portfolio, judged."""
    return {case.id: judged_case(program_of({}), case, DAY) for case in cases("portefolje.jsonl")}


def cases(file: str) -> tuple[Case, ...]:
    """The cases of a file of the project, which must all be read."""
    found = read_cases(folder("data") / file, program_of({}).schema)
    assert found.rejected == ()
    return found.cases


@pytest.mark.parametrize("service", TREATMENT)
def test_where_treatment_services_are(service: str) -> None:
    """§ 4-2 is met for each of the 28 treatment services that is known to be approved."""
    verdicts = portfolio()[service].verdicts
    assert tuple(verdicts[norm].word for norm in NORMS) == TREATMENT[service]


def test_every_service_is_judged() -> None:
    """No service of the portfolio is lost, and none is there that this test does not know."""
    assert list(portfolio()) == [*TREATMENT, *COMPETENCE]
    assert len(portfolio()) == 49


def test_silence_breaks_nothing() -> None:
    """All that the portfolio does not say is unknown: no service breaks or departs from a norm
    for which nothing is stated. That a competence service is no treatment service, cannot be a full
    member of a network, and is not approved once it is closed, is what the words mean. One has a
    period no shorter than its function's, as told, and one tells itself that it has no criteria."""
    broken = {
        (service, norm)
        for service, found in portfolio().items()
        for norm, verdict in found.verdicts.items()
        if verdict.outcome.name == "BROKEN"
    }
    refused = {(service, "ern/fullverdig-søker") for service in COMPETENCE}
    other = {(service, "2/behandlingstjeneste-slag") for service in COMPETENCE}
    closed = {
        (each, norm) for each in ("NKT-003", "NKT-004") for norm in ("2/godkjent", "2/i-drift")
    }
    stated = {
        ("NKT-001", "4-1/virketid-utløpt-kortere"),
        ("FF-OUS-HB5", "4-2/felles-henvisningskriterier"),
        ("FF-OUS-HB5", "4-4/omforente-henvisningskriterier"),
    }
    assert broken == refused | other | closed | stated


@pytest.mark.parametrize("service", COMPETENCE)
def test_conditions_of_treatment_do_not_concern_competence(service: str) -> None:
    """§§ 4-2 and 4-3 are about treatment services, and ask nothing of the others."""
    verdicts = portfolio()[service].verdicts
    mine = [each for norm, each in verdicts.items() if norm.startswith(TREATMENT_ONLY)]
    assert {each.word for each in mine} == {"ikke aktuell"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("OUS", "Oslo universitetssykehus HF"),
        ("Haukeland", "Helse Bergen HF"),
        ("St. Olavs hospital", "st.  olavs hospital hf"),
        ("UNN", "Universitetssykehuset Nord-Norge"),
    ],
)
def test_two_spellings_are_one_hospital(left: str, right: str) -> None:
    """A hospital written in two ways is one hospital: the national service is at one place, and
    a multiregional one would be at one too few."""
    places = [{"helseforetak": left}, {"helseforetak": right}]

    def word(kind: str, norm: str) -> str:
        facts = {
            "vurderingsdato": "2024-06-01",
            "tjeneste": {"type": kind, "godkjent": True, "steder": places},
        }
        return judged(program_of({}), json.dumps(facts)).verdicts[norm].word

    assert word("nasjonal behandlingstjeneste", NORMS[0]) == "oppfylt"
    assert word("flerregional behandlingstjeneste", NORMS[1]) == "brutt"


@pytest.mark.parametrize("example", sorted(folder("data").glob("eksempel-*.json")),
                         ids=lambda path: path.stem)  # fmt: skip
def test_examples_are_read(example: Path) -> None:
    """The examples that the documentation shows are good cases, each with its own day."""
    (case,) = cases(example.name)
    assert case.day is not None


def test_no_case_names_a_person() -> None:
    """The data hold no e-mail addresses, telephone numbers or national identity numbers."""
    files = [path for path in folder("data").rglob("*") if path.is_file()]
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    assert "@" not in text
    assert not any(len(run) >= 8 for run in _runs_of_digits(text))


def _runs_of_digits(text: str) -> list[str]:
    return "".join(each if each.isdigit() else " " for each in text).split()
